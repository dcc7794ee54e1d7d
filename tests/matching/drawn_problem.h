// A ranking problem drawn from a seed, by the standard's generator alone: fast enough for a hundred thousand, and every one of them can be
// drawn again by its number.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "matching/ranking.h"

namespace homeward::tests {

class Lot {
 public:
  explicit Lot(std::uint32_t seed) : m_engine(seed) {}
  int to(int most) { return static_cast<int>(m_engine() % static_cast<std::uint32_t>(most + 1)); }  ///< 0..most
  bool oneIn(int count) { return to(count - 1) == 0; }

 private:
  std::mt19937 m_engine;
};

/// Few distinct values, many ties; every fourth value unknown or open; failed, open and (given as open) waived gates; both stages.
inline matching::Problem drawnProblem(std::uint32_t seed, int mostCandidates = 14) {
  using namespace matching;
  Lot lot(seed);
  Problem problem;
  problem.stage = lot.oneIn(2) ? Stage::market : Stage::offers;
  const int criteria = 1 + lot.to(5);
  const int gates = lot.to(3);
  std::vector<std::int64_t> shares;
  for (int j = 0; j < criteria; ++j) {
    problem.criteria.push_back("c" + std::to_string(j));
    shares.push_back(lot.oneIn(5) ? 0 : lot.to(40));
  }
  shares[static_cast<std::size_t>(lot.to(criteria - 1))] += 1;
  problem.weights = apportion(shares, 1000);
  for (int g = 0; g < gates; ++g) problem.gates.push_back("g" + std::to_string(g));
  const int count = lot.oneIn(20) ? lot.to(40) : lot.to(mostCandidates);
  const bool coarse = lot.oneIn(2);
  const auto value = [&] { return coarse ? 250 * lot.to(4) : lot.to(1000); };
  for (int i = 0; i < count; ++i) {
    Candidate candidate;
    candidate.id = (lot.oneIn(3) ? "b" : "a") + std::to_string(i);
    candidate.types = {lot.oneIn(3) ? "home" : "foster"};
    candidate.providers = {std::string(1, static_cast<char>('P' + lot.to(2)))};
    if (!lot.oneIn(4)) candidate.place = GridPoint{lot.to(40) * 1000, lot.to(40) * 1000};
    if (!lot.oneIn(4)) {
      MoneyRange cost = MoneyRange::exactly(Money{lot.to(3) * 100'000});
      if (lot.oneIn(4)) cost.high = *cost.high + Money{lot.to(90'000)};
      if (lot.oneIn(8)) cost.high.reset();
      candidate.cost = cost;
    }
    problem.candidates.push_back(std::move(candidate));
    for (int j = 0; j < criteria; ++j) {
      const int low = value();
      const int high = value();
      const Interval open{static_cast<std::int16_t>(std::min(low, high)), static_cast<std::int16_t>(std::max(low, high))};
      problem.values.push_back(lot.oneIn(8) ? unknownValue : lot.oneIn(7) ? open : known(low));
    }
    for (int g = 0; g < gates; ++g)
      problem.gateResults.push_back(lot.oneIn(8) ? GateResult::fail : lot.oneIn(6) ? GateResult::unknown : GateResult::pass);
  }
  return problem;
}

}  // namespace homeward::tests
