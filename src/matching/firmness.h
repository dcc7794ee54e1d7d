// How firm the order is: how far each weight may move before another stands first, how often each candidate comes first, second or third
// if every weight could be off by half, and who beats whom whatever is still to be learned. See section "How firm" of `docs/matching.md`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "matching/ranking.h"

namespace homeward::matching {

/// The weights of one criterion, as shares of 1, in which the first stays first; both ends belong to it. The others keep their
/// proportions, unknown values stand at their lower ends, and only rivals of the first's own status count.
struct WeightInterval {
  double low = 0.0;
  double high = 1.0;
  std::optional<std::size_t> below = {};  ///< who comes level with the first at the lower end; none: it goes down to 0
  std::optional<std::size_t> above = {};  ///< the same at the upper end
  friend bool operator==(const WeightInterval&, const WeightInterval&) = default;
};
/// One for each criterion, those that weigh nothing included; [1, 1] for one that weighs everything. Empty at the stage of the market,
/// where there are no candidates, and where the first is not eligible. `weights` sum to 1000.
[[nodiscard]] std::vector<WeightInterval> weightIntervals(const Problem& problem, const std::vector<int>& weights);

/// The shares of the draws, 0 to 1, in which a candidate is first, second and third.
using Acceptability = std::array<double, 3>;
inline constexpr int usualDraws = 10'000;  ///< fewer, but at least a thousand, where more than two thousand candidates are in reach
inline constexpr std::uint32_t usualSeed = 20'240'401;
/// "If every weight could be off by half": in each draw every weight is taken times a number drawn evenly from [0.5, 1.5], every unknown is
/// drawn evenly from its interval, and the candidates stand in the order of the problem's stage. One for each candidate of the problem;
/// zeros for those that failed. The same seed gives the same answer on every machine up to the rounding of sums.
[[nodiscard]] std::vector<Acceptability> rankAcceptability(const Problem& problem, const std::vector<int>& weights, int draws = usualDraws,
                                                           std::uint32_t seed = usualSeed);

/// Calls `met(a, b)` for every pair of candidates of which a surely beats b, in the order of the ranking, first by a, then by b: there may
/// be as many as candidates squared, and they are not kept.
template <class Met>
void forSureWins(const std::vector<Ranked>& ranking, Met&& met) {
  for (const Ranked& a : ranking) {
    if (a.status == Status::notEligible) continue;
    for (const Ranked& b : ranking)
      if (b.status != Status::notEligible && a.known > b.possible) met(a.candidate, b.candidate);
  }
}

}  // namespace homeward::matching
