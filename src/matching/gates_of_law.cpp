// Legal blocks, as `law/` judges them on the day of the placement. Approvals are not gates of the match.
#include "matching/asked.h"

namespace homeward::matching {

law::Circumstances circumstances(const Asked& asked, const CandidateFacts& candidate, std::size_t child) {
  const Assignment& there = assigned(candidate, child);
  std::vector<std::size_t> joining;
  for (std::size_t i = 0; i < asked.children().size(); ++i)
    if (i == child || (there.setting != nullptr && assigned(candidate, i).setting == there.setting)) joining.push_back(i);
  const bool emergency = asked.referral().urgency == Urgency::sameDay || (there.offer != nullptr && there.offer->emergency);
  return circumstances(asked.people(), child, joining, {there.setting, there.provider, asked.request().placeOn, emergency},
                       asked.request().responsibleAuthority, asked.atlas());
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
