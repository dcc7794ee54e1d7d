#include "matching/ranking.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace homeward::matching {
namespace {

Ranked scored(const Problem& problem, std::size_t candidate, const std::vector<int>& weights) {
  Ranked row;
  row.candidate = candidate;
  const Interval* values = problem.values.data() + candidate * weights.size();
  for (std::size_t j = 0; j < weights.size(); ++j) {
    row.known += weights[j] * values[j].low;
    row.possible += weights[j] * values[j].high;
    if (values[j].low == values[j].high) row.coverage += weights[j];
  }
  const GateResult* gates = problem.gateResults.data() + candidate * problem.gates.size();
  for (std::size_t g = 0; g < problem.gates.size(); ++g) {
    if (gates[g] == GateResult::fail) {
      row.status = Status::notEligible;
      break;
    }
    if (gates[g] == GateResult::unknown) row.status = Status::toConfirm;
  }
  return row;
}

/// Lower end of cost ascending, not known last, then id: what decides between equal scores.
bool cheaperOrFirstById(const Candidate& a, const Candidate& b) {
  if (a.cost.has_value() != b.cost.has_value()) return a.cost.has_value();
  if (a.cost && a.cost->low != b.cost->low) return a.cost->low < b.cost->low;
  return a.id < b.id;
}

}  // namespace

std::vector<Ranked> rank(const Problem& problem, const std::vector<int>& weights, Stage stage) {
  std::vector<Ranked> rows;
  rows.reserve(problem.candidates.size());
  for (std::size_t i = 0; i < problem.candidates.size(); ++i) rows.push_back(scored(problem, i, weights));
  const bool offers = stage == Stage::offers;
  const auto band = [offers](const Ranked& row) {
    return offers ? static_cast<int>(row.status) : static_cast<int>(row.status == Status::notEligible);
  };
  const auto score = [offers](const Ranked& row) { return offers ? row.known : row.known + row.possible; };
  std::sort(rows.begin(), rows.end(), [&](const Ranked& a, const Ranked& b) {
    if (band(a) != band(b)) return band(a) < band(b);
    if (score(a) != score(b)) return score(a) > score(b);
    return cheaperOrFirstById(problem.candidates[a.candidate], problem.candidates[b.candidate]);
  });
  return rows;
}

std::vector<Ranked> rank(const Problem& problem, const std::vector<int>& weights) { return rank(problem, weights, problem.stage); }

std::vector<Ranked> rank(const Problem& problem) { return rank(problem, problem.weights, problem.stage); }

bool surelyBeats(const Problem& problem, std::size_t a, std::size_t b, const std::vector<int>& weights) {
  const Ranked first = scored(problem, a, weights);
  const Ranked second = scored(problem, b, weights);
  return first.status != Status::notEligible && second.status != Status::notEligible && first.known > second.possible;
}

std::optional<AskNext> askNext(const Problem& problem, const std::vector<Ranked>& ranking, const std::vector<int>& weights) {
  std::vector<int> known;
  for (const Ranked& row : ranking)
    if (row.status != Status::notEligible) known.push_back(row.known);
  int thirdBest = 0;
  if (known.size() >= 3) {
    std::nth_element(known.begin(), known.begin() + 2, known.end(), std::greater<>());
    thirdBest = known[2];
  }
  std::optional<AskNext> best;
  for (const Ranked& row : ranking) {
    if (row.status == Status::notEligible || row.possible <= thirdBest) continue;
    for (std::size_t j = 0; j < weights.size(); ++j) {
      const Interval& value = problem.values[row.candidate * weights.size() + j];
      const int worth = weights[j] * (value.high - value.low);
      if (worth > 0 && (!best || worth > best->worth)) best = AskNext{row.candidate, j, worth};
    }
  }
  return best;
}

std::vector<int> apportion(const std::vector<std::int64_t>& shares, int total) {
  std::vector<int> parts(shares.size(), 0);
  const std::int64_t sum = std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
  if (sum <= 0) return parts;
  std::vector<std::int64_t> remainders(shares.size(), 0);
  std::int64_t left = total;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const std::int64_t exact = shares[i] * total;
    parts[i] = static_cast<int>(exact / sum);
    remainders[i] = exact % sum;
    left -= parts[i];
  }
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t k = 0; k < order.size() && left > 0; ++k, --left) ++parts[order[k]];
  return parts;
}

std::vector<int> withWeight(const std::vector<int>& weights, std::size_t criterion, int weight) {
  std::vector<int> moved = weights;
  if (moved.size() < 2) return moved;
  std::vector<std::int64_t> others(weights.begin(), weights.end());
  others[criterion] = 0;
  // Where the others weigh nothing they have no proportions to keep: they share what is left alike.
  if (std::all_of(others.begin(), others.end(), [](std::int64_t share) { return share == 0; })) {
    std::fill(others.begin(), others.end(), 1);
    others[criterion] = 0;
  }
  const int kept = std::clamp(weight, 0, 1000);
  moved = apportion(others, 1000 - kept);
  moved[criterion] = kept;
  return moved;
}

std::vector<int> shownPoints(const Problem& problem, std::size_t candidate, const std::vector<int>& weights) {
  std::vector<int> points(weights.size(), 0);
  std::vector<int> remainders(weights.size(), 0);
  int total = 0;
  int shown = 0;
  for (std::size_t j = 0; j < weights.size(); ++j) {
    const int exact = weights[j] * problem.values[candidate * weights.size() + j].low;
    points[j] = exact / 1000;
    remainders[j] = exact % 1000;
    total += exact;
    shown += points[j];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  int left = shownScore(total) - shown;
  for (std::size_t k = 0; k < order.size() && left > 0; ++k, --left) ++points[order[k]];
  return points;
}

}  // namespace homeward::matching
