// One candidate asked: each gate, each criterion, its cost, with the reason where one is wanted. Private to this room.
#pragma once

#include <optional>

#include "matching/asked.h"

namespace homeward::matching {

/// Fails if it fails for any child, else is unknown if it is unknown for any; the reason is the first such child's. Which rules judge
/// what fails is gathered from all of them. Before any waiver.
[[nodiscard]] GateResult answerOf(const Asked& asked, const AskedGate& gate, const CandidateFacts& candidate, Reason* reason);
/// Averaged over the children whom the criterion is asked for.
[[nodiscard]] Interval valueOf(const Asked& asked, const AskedCriterion& criterion, const CandidateFacts& facts);
[[nodiscard]] CriterionAnswer explained(const Asked& asked, const AskedCriterion& criterion, const CandidateFacts& facts);
/// The waiver of a local gate for this candidate; none: there is none.
[[nodiscard]] const Waiver* waiverOf(const Referral& referral, const AskedGate& gate, const CandidateFacts& candidate);
/// Opened into its lines, for those that are looked at; none: not known.
[[nodiscard]] std::optional<costing::WholeCost> openedCost(const Request& request, const CandidateFacts& facts);
/// The same sum for many: rate cards need no lines.
[[nodiscard]] std::optional<MoneyRange> costOf(const Request& request, const CandidateFacts& facts);
/// What the order and the choice need to know of it.
[[nodiscard]] Candidate described(const Request& request, const CandidateFacts& facts);

}  // namespace homeward::matching
