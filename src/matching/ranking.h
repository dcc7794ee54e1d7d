// The ranking in integers: gates first, then a known and a possible score, then an order that can be explained place by place.
//
// A value is an interval in 0..1000 (what is wholly unknown is [0, 1000]); weights are integers that sum to 1000. A candidate's known
// score L is the sum of weight x low end, its possible score H the sum of weight x high end, both in 0..1,000,000. Adding or removing a
// candidate never swaps two others, and a candidate that fails a gate never stands above one that does not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/enum_text.h"
#include "domain/money.h"
#include "domain/place.h"

namespace homeward::matching {

enum class Stage { market, offers };
enum class GateResult : std::uint8_t { pass, fail, unknown };
constexpr auto texts(GateResult) {
  return std::to_array<EnumText<GateResult>>({{GateResult::pass, "pass"}, {GateResult::fail, "fail"}, {GateResult::unknown, "unknown"}});
}
enum class Status : std::uint8_t { eligible, toConfirm, notEligible };
constexpr auto texts(Status) {
  return std::to_array<EnumText<Status>>(
      {{Status::eligible, "eligible"}, {Status::toConfirm, "toConfirm"}, {Status::notEligible, "notEligible"}});
}

struct Interval {
  std::int16_t low = 0;
  std::int16_t high = 1000;
  friend auto operator<=>(const Interval&, const Interval&) = default;
};
inline constexpr Interval unknownValue{0, 1000};
[[nodiscard]] constexpr Interval known(int value) { return {static_cast<std::int16_t>(value), static_cast<std::int16_t>(value)}; }

/// A candidate of a problem: what the order and the choice of three need to know of it beside its gates and values.
struct Candidate {
  std::string id;                      ///< "setting:12", "provider:7", "option:3": bytes decide the last tie
  std::vector<std::string> types;      ///< setting types, sorted, each once
  std::vector<std::string> providers;  ///< sorted, each once
  std::optional<GridPoint> place;      ///< known only if it is one setting with a point
  std::optional<MoneyRange> cost;      ///< whole cost over the needed length; none: not known
  friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// A ranking problem: the same gates and criteria for all candidates, stored candidate by candidate.
struct Problem {
  Stage stage = Stage::offers;
  std::vector<std::string> criteria;  ///< keys, in the policy's order
  std::vector<int> weights;           ///< as many; they sum to 1000
  std::vector<std::string> gates;     ///< keys
  std::vector<Candidate> candidates;
  std::vector<GateResult> gateResults;  ///< candidates x gates; a waived fail is given as unknown
  std::vector<Interval> values;         ///< candidates x criteria
};

struct Ranked {
  std::size_t candidate = 0;  ///< index into the problem's candidates
  Status status = Status::eligible;
  int known = 0;     ///< L, 0..1,000,000
  int possible = 0;  ///< H
  int coverage = 0;  ///< weight of the criteria whose value is known, 0..1000
  friend bool operator==(const Ranked&, const Ranked&) = default;
};

/// The order of section 2 of the method (`docs/matching.md`): at the stage of offers eligible, to confirm, not eligible, within each L
/// descending, lower end of cost ascending (not known last), id ascending; at the market those that did not fail in one list by L + H
/// descending, cost, id, then those that failed.
[[nodiscard]] std::vector<Ranked> rank(const Problem& problem);
/// The same with other weights (a what-if); `weights` sum to 1000.
[[nodiscard]] std::vector<Ranked> rank(const Problem& problem, const std::vector<int>& weights);
/// The same in the order of another stage.
[[nodiscard]] std::vector<Ranked> rank(const Problem& problem, const std::vector<int>& weights, Stage stage);

/// Surely beats: both did not fail and the worst of a is above the best of b. a and b are indices of candidates.
[[nodiscard]] bool surelyBeats(const Problem& problem, std::size_t a, std::size_t b, const std::vector<int>& weights);

/// The unknown whose answer could matter most among candidates that might still reach the first three.
struct AskNext {
  std::size_t candidate = 0;
  std::size_t criterion = 0;
  int worth = 0;  ///< weight x (high - low): up to how many millionths of the whole
  friend bool operator==(const AskNext&, const AskNext&) = default;
};
[[nodiscard]] std::optional<AskNext> askNext(const Problem& problem, const std::vector<Ranked>& ranking, const std::vector<int>& weights);

/// Largest remainder: integers that sum to `total` in proportion to `shares` (all >= 0); ties go to the earlier. All zero when the shares
/// are. Shares times total must stay below 2^63.
[[nodiscard]] std::vector<int> apportion(const std::vector<std::int64_t>& shares, int total);
/// Weights after one has been moved to `weight` (0..1000): the others keep their proportions and all sum to 1000. Others that all weigh
/// nothing share what is left alike; a single criterion keeps what it has.
[[nodiscard]] std::vector<int> withWeight(const std::vector<int>& weights, std::size_t criterion, int weight);
/// Points of each criterion in whole points of 1000, rounded by largest remainder so that the column adds up to its rounded total.
[[nodiscard]] std::vector<int> shownPoints(const Problem& problem, std::size_t candidate, const std::vector<int>& weights);
/// A score of 0..1,000,000 in whole points of 1000, halves up.
[[nodiscard]] constexpr int shownScore(int millionths) { return (millionths + 500) / 1000; }

}  // namespace homeward::matching
