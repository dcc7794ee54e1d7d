// Legal blocks, as `law/` judges them on the day of the placement. Approvals are not gates of the match.
#include <utility>

#include "matching/asked.h"

namespace homeward::matching {

std::vector<std::size_t> joiningWith(const Asked& asked, const CandidateFacts& candidate, std::size_t child) {
  const Assignment& there = assigned(candidate, child);
  std::vector<std::size_t> joining;
  for (std::size_t i = 0; i < asked.children().size(); ++i)
    if (i == child || (there.setting != nullptr && assigned(candidate, i).setting == there.setting)) joining.push_back(i);
  return joining;
}

law::Circumstances circumstances(const Asked& asked, const CandidateFacts& candidate, std::size_t child) {
  const Assignment& there = assigned(candidate, child);
  const std::vector<std::size_t> joining = joiningWith(asked, candidate, child);
  const bool emergency = asked.referral().urgency == Urgency::sameDay || (there.offer != nullptr && there.offer->emergency);
  return circumstances(asked.people(), child, joining,
                       {there.setting, there.provider, asked.request().placeOn, emergency, there.offer, asked.request().rules.get()},
                       asked.request().responsibleAuthority, asked.atlas());
}

GateResult legalGate(const Asked& asked, const AskedGate& gate, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  law::LegalFinding finding = candidate.gathered != nullptr ? law::block(gate.rule, (*candidate.gathered)[child])
                                                            : law::block(gate.rule, circumstances(asked, candidate, child));
  const law::Judgement judgement = finding.judgement;
  if (reason != nullptr) *reason = {std::move(finding.why), std::move(finding.bringsBack), std::move(finding.question), {{finding.rule}}};
  if (judgement == law::Judgement::broken) return GateResult::fail;
  return judgement == law::Judgement::notKnown ? GateResult::unknown : GateResult::pass;
}

}  // namespace homeward::matching
