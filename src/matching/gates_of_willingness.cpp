// Willingness is a fact that somebody stated, never inferred: a home's own word, our own embargo, and what was said to this referral.
#include <algorithm>

#include "matching/say.h"

namespace homeward::matching {
GateResult takingGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.offer != nullptr) {
    if (there.offer->withdrawn) return answer(reason, GateResult::fail, {"gate.taking.withdrawn", {}}, {"back.offeredAgain", {}});
    if (there.offer->standsUntil && englandDay(*there.offer->standsUntil) < asked.request().today)
      return answer(reason, GateResult::unknown, {"gate.taking.lapsed", {englandDay(*there.offer->standsUntil)}}, {},
                    {"ask.offerStands", {}});
    return answer(reason, GateResult::pass, {"gate.taking.offered", {there.offer->receivedOn}});
  }
  if (there.setting == nullptr) {
    noSettingYet(there, reason);
    return GateResult::unknown;
  }
  const Willingness& willingness = there.setting->willingness;
  const bool over = willingness.until && *willingness.until <= asked.request().placeOn;
  if (willingness.state == Willing::taking) return answer(reason, GateResult::pass, {"gate.taking.taking", {}});
  if (willingness.state == Willing::notTaking && !over) {
    if (willingness.until)
      return answer(reason, GateResult::fail, {"gate.taking.notUntil", {*willingness.until}}, {"back.from", {*willingness.until}});
    return answer(reason, GateResult::fail, {"gate.taking.not", {}}, {"back.taking", {}});
  }
  return answer(reason, GateResult::unknown, {"gate.taking.notKnown", {}}, {}, {"ask.taking", {}});
}

GateResult embargoGate(const Asked&, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.provider != nullptr && there.provider->embargoed)
    return answer(reason, GateResult::fail, {"gate.embargo.ours", {there.provider->name}}, {"back.embargo", {}});
  return answer(reason, GateResult::pass, {"gate.embargo.none", {}});
}

GateResult declinedGate(const Asked&, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const auto& answers = candidate.answers;
  const bool declined = std::find(answers.begin(), answers.end(), ApproachState::declined) != answers.end();
  // Somebody who has made an offer since has thought again.
  if (declined && assigned(candidate, child).offer == nullptr)
    return answer(reason, GateResult::fail, {"gate.declined.yes", {}}, {"back.offeredAgain", {}});
  return answer(reason, GateResult::pass, {"gate.declined.no", {}});
}

}  // namespace homeward::matching
