// How well the child's needs would be met: shortfall = level of the need less capability after support.
#include "matching/asked.h"

namespace homeward::matching {

Interval needValue(const Asked& asked, const AskedCriterion& criterion, std::size_t child, const CandidateFacts& candidate,
                   Reason* reason) {
  const Need& need = *criterion.need;
  const Assignment& there = assigned(candidate, child);
  const auto capability = capable(there, asked.children()[child].child->id, need.domain);
  if (!capability) {
    if (reason != nullptr) {
      reason->why = {"match.need.notKnown", {word("need", text(need.domain))}};
      reason->question = {"ask.need", {word("need", text(need.domain)), std::int64_t{need.level}}};
    }
    return unknownValue;
  }
  const Interval value{static_cast<std::int16_t>(criterion.anchors->at(need.level - capability->least)),
                       static_cast<std::int16_t>(criterion.anchors->at(need.level - capability->most))};
  if (reason != nullptr) {
    const Word basis = word("basis", text(capability->basis));
    reason->why = capability->level >= need.level
                      ? Fact{"match.need.met", {std::int64_t{capability->level}, basis}}
                      : Fact{"match.need.short", {std::int64_t{capability->level}, basis, std::int64_t{need.level}}};
    if (value.low < value.high) reason->question = {"ask.need.shown", {std::int64_t{capability->level}, word("need", text(need.domain))}};
  }
  return value;
}

}  // namespace homeward::matching
