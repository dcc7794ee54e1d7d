// Random ranking problems: small enough to read in a counterexample, full of ties, gaps and doubles of everything that decides an order.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "matching/ranking.h"

namespace homeward::tests {

inline std::vector<int> someWeights(std::size_t criteria) {
  std::vector<std::int64_t> shares;
  for (std::size_t j = 0; j < criteria; ++j) shares.push_back(*rc::gen::inRange<std::int64_t>(0, 50));
  if (!shares.empty()) shares.front() += 1;
  return matching::apportion(shares, 1000);
}

inline matching::Interval someValue() {
  // Corners and few distinct values, so that equal scores are common.
  const auto corner = [] { return *rc::gen::element(0, 200, 250, 500, 600, 1000, *rc::gen::inRange(0, 1001)); };
  const int a = corner();
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      return matching::unknownValue;
    case 1: {
      const int b = corner();
      return {static_cast<std::int16_t>(std::min(a, b)), static_cast<std::int16_t>(std::max(a, b))};
    }
    default:
      return matching::known(a);
  }
}

inline matching::Candidate someCandidate(std::size_t number) {
  using rc::gen::inRange;
  matching::Candidate candidate;
  candidate.id = "option:" + std::to_string(number);
  candidate.types = *rc::gen::elementOf(std::vector<std::vector<std::string>>{
      {"childrensHome"}, {"fosteringHousehold"}, {"fosteringHousehold"}, {"childrensHome", "fosteringHousehold"}});
  candidate.providers = *rc::gen::elementOf(std::vector<std::vector<std::string>>{{"1"}, {"1"}, {"2"}, {"3"}, {"1", "2"}});
  if (*inRange(0, 4) > 0) candidate.place = GridPoint{*inRange(0, 40) * 1000, *inRange(0, 40) * 1000};
  if (*inRange(0, 4) > 0) {
    MoneyRange cost = MoneyRange::exactly(Money{*inRange<std::int64_t>(0, 4) * 100'000});
    if (*inRange(0, 3) == 0) cost.high = *cost.high + Money{*inRange<std::int64_t>(0, 90'000)};
    if (*inRange(0, 8) == 0) cost.high.reset();
    candidate.cost = cost;
  }
  return candidate;
}

inline matching::GateResult someGate() {
  using matching::GateResult;
  return *rc::gen::element(GateResult::pass, GateResult::pass, GateResult::pass, GateResult::pass, GateResult::unknown, GateResult::fail);
}

inline matching::Problem someProblem(std::size_t mostCandidates = 12) {
  using rc::gen::inRange;
  matching::Problem problem;
  problem.stage = *rc::gen::element(matching::Stage::market, matching::Stage::offers);
  const auto criteria = *inRange<std::size_t>(1, 6);
  const auto gates = *inRange<std::size_t>(0, 4);
  for (std::size_t j = 0; j < criteria; ++j) problem.criteria.push_back("criterion" + std::to_string(j));
  for (std::size_t g = 0; g < gates; ++g) problem.gates.push_back("gate" + std::to_string(g));
  problem.weights = someWeights(criteria);
  const auto count = *inRange<std::size_t>(0, mostCandidates + 1);
  for (std::size_t i = 0; i < count; ++i) {
    problem.candidates.push_back(someCandidate(i));
    for (std::size_t j = 0; j < criteria; ++j) problem.values.push_back(someValue());
    for (std::size_t g = 0; g < gates; ++g) problem.gateResults.push_back(someGate());
  }
  return problem;
}

/// The same problem with its candidates in another order: `order[k]` is who stands at k.
inline matching::Problem inOrder(const matching::Problem& problem, const std::vector<std::size_t>& order) {
  matching::Problem other = problem;
  other.candidates.clear();
  other.values.clear();
  other.gateResults.clear();
  for (const std::size_t i : order) {
    other.candidates.push_back(problem.candidates[i]);
    for (std::size_t j = 0; j < problem.criteria.size(); ++j) other.values.push_back(problem.values[i * problem.criteria.size() + j]);
    for (std::size_t g = 0; g < problem.gates.size(); ++g) other.gateResults.push_back(problem.gateResults[i * problem.gates.size() + g]);
  }
  return other;
}

inline std::vector<std::string> idsInOrder(const matching::Problem& problem, const std::vector<matching::Ranked>& ranking) {
  std::vector<std::string> ids;
  for (const matching::Ranked& row : ranking) ids.push_back(problem.candidates[row.candidate].id);
  return ids;
}

}  // namespace homeward::tests
