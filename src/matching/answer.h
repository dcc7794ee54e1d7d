// Everything that is said of a ranking problem at once: the order, the choice of about three, what to ask next and how firm it all is.
#pragma once

#include <optional>
#include <vector>

#include "matching/choice.h"
#include "matching/firmness.h"
#include "matching/ranking.h"

namespace homeward::matching {

/// Indices are those of the problem's candidates and criteria.
struct Answer {
  std::vector<Ranked> ranking;
  Shortlist shortlist;
  std::optional<AskNext> askNext;
  std::vector<WeightInterval> weightIntervals;   ///< one a criterion, or none (see `weightIntervals`)
  std::vector<Acceptability> rankAcceptability;  ///< one a candidate
};
/// By the problem's own weights. `similarityPenalty` is mu of the choice of three in thousandths.
[[nodiscard]] Answer answer(const Problem& problem, int similarityPenalty);

}  // namespace homeward::matching
