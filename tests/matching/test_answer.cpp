// Everything that is said of a problem equals the plain reading of the method, to the point; and how firm the order is means what it says.
#include "matching/answer.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "drawn_problem.h"
#include "oracle.h"
#include "problems.h"
#include "support/cases.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

namespace {

constexpr int penalty = 150;

std::set<std::pair<std::size_t, std::size_t>> winsOf(const std::vector<Ranked>& ranking) {
  std::set<std::pair<std::size_t, std::size_t>> wins;
  forSureWins(ranking, [&](std::size_t a, std::size_t b) { wins.emplace(a, b); });
  return wins;
}

/// What differs from the plain reading first; empty: nothing.
std::string difference(const Problem& problem) {
  const Answer said = answer(problem, penalty);
  const auto rows = oracle::order(problem, problem.weights, problem.stage == Stage::offers);
  if (said.ranking.size() != rows.size()) return "how many are ranked";
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const Status status = rows[k].failed ? Status::notEligible : rows[k].open ? Status::toConfirm : Status::eligible;
    if (said.ranking[k] != Ranked{rows[k].candidate, status, rows[k].low, rows[k].high, rows[k].coverage})
      return "place " + std::to_string(k);
  }
  if (said.shortlist.candidates != oracle::shortlist(problem, problem.weights, penalty)) return "the choice of three";
  if (said.askNext != oracle::askNext(problem, problem.weights)) return "what to ask next";
  const auto wins = winsOf(said.ranking);
  for (std::size_t a = 0; a < rows.size(); ++a)
    for (std::size_t b = 0; b < rows.size(); ++b)
      if (wins.count({a, b}) != (oracle::surelyBeats(problem, a, b, problem.weights) ? 1U : 0U)) return "who surely beats whom";
  const auto intervals = oracle::weightIntervals(problem, problem.weights);
  if (said.weightIntervals.size() != intervals.size()) return "how many weight intervals";
  for (std::size_t j = 0; j < intervals.size(); ++j)
    if (std::fabs(said.weightIntervals[j].low - intervals[j].first) > 1e-9 ||
        std::fabs(said.weightIntervals[j].high - intervals[j].second) > 1e-9)
      return "the weight interval of " + problem.criteria[j];
  return {};
}

Problem workedExample() {
  Problem problem;
  problem.criteria = {"w1", "w2", "w3"};
  problem.weights = {200, 300, 500};
  const std::vector<std::vector<double>> rows{{10.5, -3.1, 1.7}, {-4.7, 0, 3.4}, {8.1, 0.3, 1.3}, {3.2, 7.3, -5.3}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Candidate candidate;
    candidate.id = std::to_string(i + 1);
    problem.candidates.push_back(candidate);
    const auto share = [](double x, double low, double high) { return (x - low) / (high - low); };
    for (const double value : {share(rows[i][0], -5, 12), 1 - share(rows[i][1], -6, 10), share(rows[i][2], -8, 5)})
      problem.values.push_back(known(static_cast<int>(value * 1000 + 0.5)));
  }
  return problem;
}

}  // namespace

TEST_CASE("All that is said of a problem is the method's, on a hundred thousand problems") {
  const int problems = cases(100'000);
  for (int seed = 1; seed <= problems; ++seed) {
    const std::string what = difference(drawnProblem(static_cast<std::uint32_t>(seed)));
    if (!what.empty()) FAIL("problem " << seed << ": " << what);
  }
  SUCCEED();
}

TEST_CASE("In the worked example the first stays first within the published bounds of each weight") {
  const Problem problem = workedExample();
  const auto intervals = weightIntervals(problem, problem.weights);
  REQUIRE(intervals.size() == 3);
  CHECK(intervals[0].low == Approx(0.0100).margin(0.0005));
  CHECK(intervals[0].high == 1.0);
  CHECK(intervals[1] == WeightInterval{0.0, 1.0});
  CHECK(intervals[2].low == 0.0);
  CHECK(intervals[2].high == Approx(0.7837).margin(0.0005));
}

TEST_CASE("There are no weight intervals at the market, nor where the first is not eligible") {
  Problem problem = workedExample();
  problem.stage = Stage::market;
  CHECK(weightIntervals(problem, problem.weights).empty());
  problem = workedExample();
  problem.gates = {"age"};
  problem.gateResults.assign(4, GateResult::unknown);
  CHECK(weightIntervals(problem, problem.weights).empty());
  problem.gateResults[3] = GateResult::pass;  // the only one that is eligible has no rival of its own status
  CHECK(weightIntervals(problem, problem.weights) == std::vector<WeightInterval>(3));
  CHECK(weightIntervals(Problem{}, {}).empty());
}

TEST_CASE("A criterion that weighs everything has no room to move") {
  const Problem problem = workedExample();
  const auto intervals = weightIntervals(problem, {0, 1000, 0});
  CHECK(intervals[1] == WeightInterval{1.0, 1.0});
  CHECK(intervals[0].low == 0.0);
}

TEST_CASE("The first stays first inside each weight interval and not beyond it") {
  holdsFor(4'000, "moving one weight", [] {
    Problem problem = drawnProblem(*rc::gen::arbitrary<std::uint32_t>());
    problem.stage = Stage::offers;
    const auto intervals = weightIntervals(problem, problem.weights);
    const auto ranking = rank(problem);
    for (std::size_t k = 0; k < intervals.size(); ++k) {
      const double share = problem.weights[k] / 1000.0;
      RC_ASSERT(intervals[k].low <= share && share <= intervals[k].high);
      if (problem.weights[k] == 1000) continue;
      const auto leads = [&](double moved) {
        for (const Ranked& rival : ranking) {
          if (rival.status != Status::eligible) break;
          double lead = 0.0;
          for (std::size_t j = 0; j < problem.weights.size(); ++j) {
            const double weight = j == k ? moved : problem.weights[j] / 1000.0 * (1.0 - moved) / (1.0 - share);
            lead += weight * (problem.values[ranking.front().candidate * problem.weights.size() + j].low -
                              problem.values[rival.candidate * problem.weights.size() + j].low);
          }
          if (lead < -1e-7) return false;
        }
        return true;
      };
      RC_ASSERT(leads(intervals[k].low));
      RC_ASSERT(leads(intervals[k].high));
      if (intervals[k].low > 0.001) RC_ASSERT(!leads(intervals[k].low - 0.001));
      if (intervals[k].high < 0.999) RC_ASSERT(!leads(intervals[k].high + 0.001));
    }
  });
}

TEST_CASE("How often each is first, second and third agrees with a simulation of a hundred thousand draws") {
  // Full: the two hundred problems of the promise; else ten, and a quarter of the draws.
  const bool full = cases(200'000) == 200'000;
  for (std::uint32_t seed = 1; seed <= (full ? 200U : 10U); ++seed) {
    const Problem problem = drawnProblem(seed, 9);
    const auto said = rankAcceptability(problem, problem.weights);
    const auto simulated = oracle::rankAcceptability(problem, problem.weights, full ? 100'000 : 25'000, seed);
    REQUIRE(said.size() == simulated.size());
    for (std::size_t i = 0; i < said.size(); ++i)
      for (std::size_t place = 0; place < 3; ++place)
        if (std::fabs(said[i][place] - simulated[i][place]) > 0.03)
          FAIL("problem " << seed << ", candidate " << i << ", place " << place << ": " << said[i][place] << " and "
                          << simulated[i][place]);
  }
  SUCCEED();
}

TEST_CASE("The shares of each place add up to one, those that failed have none, and the same seed says the same") {
  holdsFor(2'000, "shares of the draws", [] {
    const Problem problem = drawnProblem(*rc::gen::arbitrary<std::uint32_t>());
    const auto shares = rankAcceptability(problem, problem.weights, 50, 7);
    std::size_t standing = 0;
    for (const Ranked& row : rank(problem)) {
      if (row.status != Status::notEligible)
        ++standing;
      else
        RC_ASSERT((shares[row.candidate] == Acceptability{}));
    }
    for (std::size_t place = 0; place < 3; ++place) {
      double sum = 0.0;
      for (const Acceptability& one : shares) sum += one[place];
      RC_ASSERT(std::fabs(sum - (place < standing ? 1.0 : 0.0)) < 1e-9);
    }
    RC_ASSERT(rankAcceptability(problem, problem.weights, 50, 7) == shares);
  });
}

TEST_CASE("Who surely beats another stands before it at the market") {
  holdsFor(2'000, "never behind", [] {
    Problem problem = drawnProblem(*rc::gen::arbitrary<std::uint32_t>());
    problem.stage = Stage::market;
    const auto ranking = rank(problem);
    forSureWins(ranking, [&](std::size_t a, std::size_t b) {
      const auto place = [&](std::size_t who) {
        return std::find_if(ranking.begin(), ranking.end(), [who](const Ranked& row) { return row.candidate == who; }) - ranking.begin();
      };
      RC_ASSERT(place(a) < place(b));
      RC_ASSERT(surelyBeats(problem, a, b, problem.weights));
    });
  });
}
