// The method of `docs/matching.md` written down a second time, as plainly as it can be said: slow, sentence by sentence, for problems of a
// test's size. Nothing here is shared with the product but the values that go in and come out.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "matching/choice.h"
#include "matching/ranking.h"

namespace homeward::tests::oracle {

using namespace homeward::matching;

struct Row {
  std::size_t candidate = 0;
  bool failed = false;
  bool open = false;
  int low = 0;
  int high = 0;
  int coverage = 0;
};

inline Row row(const Problem& problem, std::size_t i, const std::vector<int>& weights) {
  Row answer;
  answer.candidate = i;
  for (std::size_t g = 0; g < problem.gates.size(); ++g) {
    const GateResult result = problem.gateResults.at(i * problem.gates.size() + g);
    answer.failed = answer.failed || result == GateResult::fail;
    answer.open = answer.open || result == GateResult::unknown;
  }
  for (std::size_t j = 0; j < problem.criteria.size(); ++j) {
    const Interval value = problem.values.at(i * problem.criteria.size() + j);
    answer.low += weights.at(j) * value.low;
    answer.high += weights.at(j) * value.high;
    answer.coverage += value.low == value.high ? weights.at(j) : 0;
  }
  return answer;
}

/// Whether a stands above b.
inline bool above(const Problem& problem, const Row& a, const Row& b, bool offers) {
  const auto band = [&](const Row& it) { return it.failed ? 2 : (offers && it.open) ? 1 : 0; };
  if (band(a) != band(b)) return band(a) < band(b);
  const int scoreA = offers ? a.low : a.low + a.high;
  const int scoreB = offers ? b.low : b.low + b.high;
  if (scoreA != scoreB) return scoreA > scoreB;
  const Candidate& ca = problem.candidates.at(a.candidate);
  const Candidate& cb = problem.candidates.at(b.candidate);
  if (ca.cost && !cb.cost) return true;
  if (!ca.cost && cb.cost) return false;
  if (ca.cost && ca.cost->low.pence != cb.cost->low.pence) return ca.cost->low.pence < cb.cost->low.pence;
  return ca.id.compare(cb.id) < 0;
}

/// A candidate's place is the number of those above it.
inline std::vector<Row> order(const Problem& problem, const std::vector<int>& weights, bool offers) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < problem.candidates.size(); ++i) rows.push_back(row(problem, i, weights));
  std::vector<Row> placed(rows.size());
  for (const Row& it : rows) {
    std::size_t better = 0;
    for (const Row& other : rows) better += other.candidate != it.candidate && above(problem, other, it, offers) ? 1 : 0;
    placed.at(better) = it;
  }
  return placed;
}

inline bool surelyBeats(const Problem& problem, std::size_t a, std::size_t b, const std::vector<int>& weights) {
  if (row(problem, a, weights).failed || row(problem, b, weights).failed) return false;
  long sum = 0;
  for (std::size_t j = 0; j < weights.size(); ++j)
    sum += weights.at(j) * (problem.values.at(a * weights.size() + j).low - problem.values.at(b * weights.size() + j).high);
  return sum > 0;
}

inline std::optional<AskNext> askNext(const Problem& problem, const std::vector<int>& weights) {
  const std::vector<Row> rows = order(problem, weights, problem.stage == Stage::offers);
  std::multiset<int> lows;
  for (const Row& it : rows)
    if (!it.failed) lows.insert(it.low);
  int third = 0;
  if (lows.size() >= 3) third = *std::next(lows.rbegin(), 2);
  std::optional<AskNext> best;
  for (const Row& it : rows) {
    if (it.failed || !(it.high > third)) continue;
    for (std::size_t j = 0; j < weights.size(); ++j) {
      const Interval value = problem.values.at(it.candidate * weights.size() + j);
      const int worth = weights.at(j) * (value.high - value.low);
      if (worth > (best ? best->worth : 0)) best = AskNext{it.candidate, j, worth};
    }
  }
  return best;
}

inline double alike(const Candidate& a, const Candidate& b) {
  double sum = 0;
  if (std::set<std::string>(a.types.begin(), a.types.end()) == std::set<std::string>(b.types.begin(), b.types.end())) sum += 0.4;
  if (std::set<std::string>(a.providers.begin(), a.providers.end()) == std::set<std::string>(b.providers.begin(), b.providers.end()))
    sum += 0.3;
  if (a.place && b.place) {
    const double east = a.place->east - b.place->east;
    const double north = a.place->north - b.place->north;
    sum += 0.2 * std::exp(-(std::sqrt(east * east + north * north) / 1609.344) / 10);
  }
  if (a.cost && a.cost->high && b.cost && b.cost->high) {
    const double ca = static_cast<double>(a.cost->low.pence + a.cost->high->pence) / 2;
    const double cb = static_cast<double>(b.cost->low.pence + b.cost->high->pence) / 2;
    sum += ca == 0 && cb == 0 ? 0.1 : 0.1 * (1 - std::fabs(ca - cb) / std::fmax(ca, cb));
  }
  return sum;
}

inline std::vector<std::size_t> shortlist(const Problem& problem, const std::vector<int>& weights, int penalty) {
  std::vector<Row> best;
  for (const Row& it : order(problem, weights, true))
    if (!it.failed && best.size() < 30) best.push_back(it);
  std::vector<std::size_t> answer;
  if (best.size() < 3) {
    for (const Row& it : order(problem, weights, problem.stage == Stage::offers))
      if (!it.failed) answer.push_back(it.candidate);
    return answer;
  }
  const auto candidate = [&](std::size_t k) -> const Candidate& { return problem.candidates.at(best.at(k).candidate); };
  std::set<std::string> allTypes;
  for (std::size_t k = 0; k < best.size(); ++k) allTypes.insert(candidate(k).types.begin(), candidate(k).types.end());
  using Triple = std::vector<std::size_t>;
  std::vector<Triple> count;
  std::vector<Triple> countMixed;
  for (std::size_t i = 1; i < best.size(); ++i)
    for (std::size_t j = i + 1; j < best.size(); ++j) {
      const Triple triple{0, i, j};
      std::set<std::string> types;
      std::map<std::string, int> ofProvider;
      for (const std::size_t k : triple) {
        types.insert(candidate(k).types.begin(), candidate(k).types.end());
        for (const std::string& provider : candidate(k).providers) ++ofProvider[provider];
      }
      if (allTypes.size() >= 2 && types.size() < 2) continue;
      count.push_back(triple);
      bool mixed = true;
      for (const auto& [provider, times] : ofProvider) mixed = mixed && times <= 2;
      if (mixed) countMixed.push_back(triple);
    }
  if (!countMixed.empty()) count = countMixed;
  const auto sum = [&](const Triple& t) {
    double points = 0;
    for (const std::size_t k : t) points += best.at(k).low;
    double penalised = 0;
    penalised += alike(candidate(t[0]), candidate(t[1]));
    penalised += alike(candidate(t[0]), candidate(t[2]));
    penalised += alike(candidate(t[1]), candidate(t[2]));
    return points / 1e6 - penalty / 1000.0 * penalised;
  };
  double top = -1e9;
  for (const Triple& t : count) top = std::fmax(top, sum(t));
  std::optional<Triple> chosen;
  std::set<std::string> chosenIds;
  for (const Triple& t : count) {
    if (sum(t) < top - 1e-9) continue;
    std::set<std::string> ids;
    for (const std::size_t k : t) ids.insert(candidate(k).id);
    if (!chosen || ids < chosenIds) {
      chosen = t;
      chosenIds = ids;
    }
  }
  for (const Row& it : order(problem, weights, problem.stage == Stage::offers))
    if (chosenIds.count(problem.candidates.at(it.candidate).id) > 0) answer.push_back(it.candidate);
  return answer;
}

/// How far each weight may move, as shares of 1, by the formula as it is written: the crossing with each rival, one after another.
inline std::vector<std::pair<double, double>> weightIntervals(const Problem& problem, const std::vector<int>& weights) {
  std::vector<std::pair<double, double>> answer;
  if (problem.stage != Stage::offers) return answer;
  const std::vector<Row> rows = order(problem, weights, true);
  if (rows.empty() || rows.front().failed || rows.front().open) return answer;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    const double share = weights.at(k) / 1000.0;
    std::pair<double, double> interval{0.0, 1.0};
    if (weights.at(k) == 1000) {
      answer.emplace_back(1.0, 1.0);
      continue;
    }
    for (const Row& rival : rows) {
      if (rival.candidate == rows.front().candidate || rival.failed || rival.open) continue;
      const auto d = [&](std::size_t j) {
        return problem.values.at(rows.front().candidate * weights.size() + j).low -
               problem.values.at(rival.candidate * weights.size() + j).low;
      };
      double c = 0.0;
      for (std::size_t j = 0; j < weights.size(); ++j)
        if (j != k) c += weights.at(j) / 1000.0 * d(j);
      c /= 1.0 - share;
      const double slope = d(k) - c;
      if (std::fabs(slope) < 1e-9) continue;
      if (slope > 0) interval.first = std::fmax(interval.first, -c / slope);
      if (slope < 0) interval.second = std::fmin(interval.second, -c / slope);
    }
    answer.push_back(interval);
  }
  return answer;
}

/// Draw by draw, each ordered as the method orders: weights brought back to 1, every unknown drawn, then status, score, cost, id.
inline std::vector<std::array<double, 3>> rankAcceptability(const Problem& problem, const std::vector<int>& weights, int draws,
                                                            std::uint64_t seed) {
  std::mt19937_64 engine(seed);
  const std::vector<Row> rows = order(problem, weights, problem.stage == Stage::offers);
  std::vector<std::array<double, 3>> shares(rows.size(), {0.0, 0.0, 0.0});
  for (int draw = 0; draw < draws; ++draw) {
    std::vector<double> w;
    double all = 0.0;
    for (const int weight : weights) {
      w.push_back(weight * std::uniform_real_distribution<double>(0.5, 1.5)(engine));
      all += w.back();
    }
    std::vector<std::pair<std::size_t, double>> scored;
    for (std::size_t place = 0; place < rows.size(); ++place) {
      if (rows[place].failed) continue;
      double score = 0.0;
      for (std::size_t j = 0; j < weights.size(); ++j) {
        const Interval value = problem.values[rows[place].candidate * weights.size() + j];
        const double drawn = value.low == value.high ? value.low : std::uniform_real_distribution<double>(value.low, value.high)(engine);
        score += w[j] / all * drawn;
      }
      scored.emplace_back(place, score);
    }
    std::stable_sort(scored.begin(), scored.end(), [&](const auto& a, const auto& b) {
      const bool openA = problem.stage == Stage::offers && rows[a.first].open;
      const bool openB = problem.stage == Stage::offers && rows[b.first].open;
      if (openA != openB) return openB;
      if (a.second != b.second) return a.second > b.second;
      const Candidate& one = problem.candidates[rows[a.first].candidate];
      const Candidate& other = problem.candidates[rows[b.first].candidate];
      if (one.cost.has_value() != other.cost.has_value()) return one.cost.has_value();
      if (one.cost && one.cost->low != other.cost->low) return one.cost->low < other.cost->low;
      return one.id < other.id;
    });
    for (std::size_t k = 0; k < 3 && k < scored.size(); ++k) shares[rows[scored[k].first].candidate][k] += 1.0 / draws;
  }
  return shares;
}

}  // namespace homeward::tests::oracle
