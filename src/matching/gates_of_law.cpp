// Legal blocks, as `law/` judges them on the day of the placement. Approvals are not gates of the match.
#include <algorithm>

#include "matching/asked.h"

namespace homeward::matching {
namespace {

bool ofTheSameSiblings(const Asked& asked, const std::vector<std::size_t>& joiningHere, const Setting& setting) {
  for (std::size_t i = 0; i < joiningHere.size(); ++i)
    for (std::size_t j = i + 1; j < joiningHere.size(); ++j)
      if (!asked.siblings(joiningHere[i], joiningHere[j])) return false;
  const auto& elsewhere = asked.request().siblingsElsewhere;
  return std::all_of(setting.residents.begin(), setting.residents.end(), [&](const Resident& resident) {
    if (!resident.fostered || isMember(asked, resident)) return true;
    if (!resident.child) return false;
    for (std::size_t e = 0; e < elsewhere.size(); ++e)
      if (elsewhere[e].id == *resident.child)
        return std::all_of(joiningHere.begin(), joiningHere.end(), [&](std::size_t child) { return asked.siblingElsewhere(child, e); });
    return false;
  });
}

}  // namespace

law::Circumstances circumstances(const Asked& asked, const CandidateFacts& candidate, std::size_t child) {
  const Assignment& there = assigned(candidate, child);
  law::Circumstances what;
  what.child = asked.children()[child].child;
  what.setting = there.setting;
  what.provider = there.provider;
  what.placedOn = asked.request().placeOn;
  what.emergency = asked.referral().urgency == Urgency::sameDay || (there.offer != nullptr && there.offer->emergency);
  what.responsibleAuthority = asked.request().responsibleAuthority;
  std::vector<std::size_t> here;
  for (std::size_t i = 0; i < asked.children().size(); ++i) {
    if (i != child && (there.setting == nullptr || assigned(candidate, i).setting != there.setting)) continue;
    if (!asked.children()[i].lookedAfter) continue;  // a parent who moves in too is not a foster child
    here.push_back(i);
    what.joining.push_back(asked.children()[i].child);
  }
  if (there.setting != nullptr) {
    const std::string& authority = there.setting->place.authority;
    if (!authority.empty() && !what.responsibleAuthority.empty()) {
      what.inArea = authority == what.responsibleAuthority;
      what.adjoins = asked.atlas().adjoin(what.responsibleAuthority, authority);
    }
    what.sameSiblings = ofTheSameSiblings(asked, here, *there.setting);
  }
  return what;
}

GateResult legalGate(const Asked&, const AskedGate& gate, std::size_t child, const Considered& considered, Reason* reason) {
  for (const law::LegalFinding& finding : considered.law[child]) {
    if (finding.rule != gate.rule) continue;
    if (reason != nullptr) *reason = {finding.why, finding.bringsBack, finding.question, {{finding.rule}}};
    if (finding.judgement == law::Judgement::broken) return GateResult::fail;
    return finding.judgement == law::Judgement::notKnown ? GateResult::unknown : GateResult::pass;
  }
  return GateResult::pass;
}

}  // namespace homeward::matching
