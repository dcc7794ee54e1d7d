// Whatever the facts, the order keeps its promises; and it is the order that the method describes, place by place.
#include <algorithm>
#include <numeric>
#include <set>

#include "matching/ranking.h"
#include "oracle.h"
#include "problems.h"
#include "support/cases.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

namespace {

std::vector<std::size_t> shuffled(std::size_t count) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
  return order;
}

/// Rows of values without gates, cost or place.
Problem ofRows(const std::vector<std::vector<Interval>>& rows, const std::vector<int>& weights) {
  Problem problem;
  problem.weights = weights;
  for (std::size_t j = 0; j < weights.size(); ++j) problem.criteria.push_back("criterion" + std::to_string(j + 1));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Candidate candidate;
    candidate.id = "option:" + std::to_string(i + 1);
    problem.candidates.push_back(candidate);
    problem.values.insert(problem.values.end(), rows[i].begin(), rows[i].end());
  }
  return problem;
}

int valueOf(double x, double low, double high, bool moreIsBetter) {
  const double share = (x - low) / (high - low);
  return static_cast<int>((moreIsBetter ? share : 1 - share) * 1000 + 0.5);
}

/// The worked example of the method (Dezert et al. 2020): rows, bounds and weights with published distances.
Problem workedExample() {
  const std::vector<std::vector<double>> rows{{10.5, -3.1, 1.7}, {-4.7, 0, 3.4}, {8.1, 0.3, 1.3}, {3.2, 7.3, -5.3}};
  std::vector<std::vector<Interval>> values;
  for (const auto& row : rows)
    values.push_back({known(valueOf(row[0], -5, 12, true)), known(valueOf(row[1], -6, 10, false)), known(valueOf(row[2], -8, 5, true))});
  return ofRows(values, {200, 300, 500});
}

}  // namespace

TEST_CASE("The worked example with a published answer comes out within 0.0003") {
  const Problem problem = workedExample();
  const auto ranking = rank(problem);
  const std::vector<double> published{0.8011, 0.6295, 0.6937, 0.2509};
  for (const Ranked& row : ranking) {
    CHECK(row.known == row.possible);
    CHECK(row.coverage == 1000);
    CHECK(row.known / 1e6 == Approx(published[row.candidate]).margin(0.0003));
  }
  CHECK(idsInOrder(problem, ranking) == std::vector<std::string>{"option:1", "option:3", "option:2", "option:4"});
}

TEST_CASE("In the worked example an unknown value opens the interval from .1910 to .6910") {
  Problem problem = workedExample();
  problem.values[1 * 3 + 2] = unknownValue;
  const auto ranking = rank(problem);
  const auto second = std::find_if(ranking.begin(), ranking.end(), [](const Ranked& row) { return row.candidate == 1; });
  CHECK(second->known / 1e6 == Approx(0.1910).margin(0.0003));
  CHECK(second->possible / 1e6 == Approx(0.6910).margin(0.0003));
  CHECK(second->coverage == 500);
}

TEST_CASE("In the worked example the first stays first down to a weight of 10 and up to 783") {
  const Problem problem = workedExample();
  const auto first = [&](std::size_t criterion, int weight) {
    return rank(problem, withWeight(problem.weights, criterion, weight)).front().candidate;
  };
  CHECK(first(0, 11) == 0);
  CHECK(first(0, 5) != 0);
  CHECK(first(2, 783) == 0);
  CHECK(first(2, 788) != 0);
  for (int weight = 0; weight <= 1000; weight += 50) CHECK(first(1, weight) == 0);
}

TEST_CASE("Eligible, to confirm, not eligible at the stage of offers; one list with failures last at the market") {
  Problem problem = ofRows({{known(100)}, {known(900)}, {known(1000)}}, {1000});
  problem.gates = {"willing.taking"};
  problem.gateResults = {GateResult::pass, GateResult::unknown, GateResult::fail};
  problem.stage = matching::Stage::offers;
  CHECK(idsInOrder(problem, rank(problem)) == std::vector<std::string>{"option:1", "option:2", "option:3"});
  problem.stage = matching::Stage::market;
  CHECK(idsInOrder(problem, rank(problem)) == std::vector<std::string>{"option:2", "option:1", "option:3"});
}

TEST_CASE("At the market possible counts as much as known") {
  Problem problem = ofRows({{known(500)}, {{400, 700}}}, {1000});
  problem.stage = matching::Stage::offers;
  CHECK(rank(problem).front().candidate == 0);
  problem.stage = matching::Stage::market;
  CHECK(rank(problem).front().candidate == 1);
}

TEST_CASE("Between equal scores the cheaper stands first, an unknown cost last, then the id byte by byte") {
  Problem problem = ofRows({{known(500)}, {known(500)}, {known(500)}, {known(500)}}, {1000});
  problem.candidates[0].cost.reset();
  problem.candidates[1].cost = MoneyRange::exactly(pounds(1000));
  problem.candidates[2].cost = MoneyRange{pounds(900), std::nullopt};
  problem.candidates[3].cost = MoneyRange::exactly(pounds(1000));
  problem.candidates[3].id = "option:10";  // before "option:2" in bytes
  CHECK(idsInOrder(problem, rank(problem)) == std::vector<std::string>{"option:3", "option:10", "option:2", "option:1"});
}

TEST_CASE("Surely better means that its worst is above the other's best") {
  Problem problem = ofRows({{{600, 700}}, {{500, 599}}, {{500, 600}}}, {1000});
  CHECK(surelyBeats(problem, 0, 1, problem.weights));
  CHECK_FALSE(surelyBeats(problem, 0, 2, problem.weights));
  CHECK_FALSE(surelyBeats(problem, 1, 0, problem.weights));
  problem.gates = {"law.23"};
  problem.gateResults = {GateResult::fail, GateResult::pass, GateResult::pass};
  CHECK_FALSE(surelyBeats(problem, 0, 1, problem.weights));
}

TEST_CASE("The next question is the unknown worth most among those that may reach the first three") {
  Problem problem =
      ofRows({{known(900), known(900)}, {known(800), known(800)}, {known(700), {500, 700}}, {{0, 1000}, known(0)}}, {500, 500});
  const auto ranking = rank(problem);
  // The third best known score is 600; option 4 could reach 500 only, so what is not known of it does not matter.
  CHECK(askNext(problem, ranking, problem.weights) == AskNext{2, 1, 100'000});
  problem.values[3 * 2 + 1] = known(201);
  CHECK(askNext(problem, rank(problem), problem.weights) == AskNext{3, 0, 500'000});
  problem.values = {known(900), known(900), known(1), known(1), known(1), known(1), known(1), known(1)};
  CHECK_FALSE(askNext(problem, rank(problem), problem.weights).has_value());
}

TEST_CASE("Of unknowns worth the same, the better placed candidate's is asked first, then the policy's order decides") {
  const Problem problem = ofRows({{unknownValue, unknownValue, known(0)}, {unknownValue, unknownValue, known(1000)}}, {300, 300, 400});
  CHECK(askNext(problem, rank(problem), problem.weights) == AskNext{1, 0, 300'000});
}

TEST_CASE("Largest remainder shares out the whole, and ties go to the earlier") {
  CHECK(apportion({1, 1, 1}, 1000) == std::vector<int>{334, 333, 333});
  CHECK(apportion({4, 3, 3}, 400) == std::vector<int>{160, 120, 120});
  CHECK(apportion({0, 0}, 1000) == std::vector<int>{0, 0});
  CHECK(apportion({70, 70, 40, 40, 20, 10}, 1000) == std::vector<int>{280, 280, 160, 160, 80, 40});
  CHECK(apportion({}, 1000).empty());
}

TEST_CASE("A slider moves one weight and the others keep their proportions") {
  CHECK(withWeight({200, 300, 500}, 0, 600) == std::vector<int>{600, 150, 250});
  CHECK(withWeight({200, 300, 500}, 2, 1000) == std::vector<int>{0, 0, 1000});
  CHECK(withWeight({0, 1000, 0}, 1, 500) == std::vector<int>{250, 500, 250});
  CHECK(withWeight({1000}, 0, 300) == std::vector<int>{1000});
  holdsFor(10'000, "a moved weight is as asked and all sum to 1000", [] {
    const auto weights = someWeights(*rc::gen::inRange<std::size_t>(2, 9));
    const auto criterion = *rc::gen::inRange<std::size_t>(0, weights.size());
    const int weight = *rc::gen::inRange(0, 1001);
    const auto moved = withWeight(weights, criterion, weight);
    RC_ASSERT(moved[criterion] == weight);
    RC_ASSERT(std::accumulate(moved.begin(), moved.end(), 0) == 1000);
    RC_ASSERT(std::all_of(moved.begin(), moved.end(), [](int one) { return one >= 0; }));
  });
}

TEST_CASE("Shares in integers: each within one of its exact part") {
  holdsFor(10'000, "largest remainder", [] {
    const auto shares = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 5'000));
    const int total = *rc::gen::inRange(0, 1001);
    const auto parts = apportion(shares, total);
    const auto sum = std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
    RC_ASSERT(std::accumulate(parts.begin(), parts.end(), 0) == (sum == 0 ? 0 : total));
    for (std::size_t i = 0; i < shares.size() && sum > 0; ++i)
      RC_ASSERT(std::abs(static_cast<double>(parts[i]) - static_cast<double>(shares[i]) * total / static_cast<double>(sum)) < 1.0);
  });
}

TEST_CASE("The order is the method's, whatever the problem") {
  holdsFor(10'000, "order, totals and status equal the plain reading of the method", [] {
    const Problem problem = someProblem();
    const auto weights = *rc::gen::element(problem.weights, someWeights(problem.criteria.size()));
    const auto ranking = rank(problem, weights);
    const auto expected = oracle::order(problem, weights, problem.stage == matching::Stage::offers);
    RC_ASSERT(ranking.size() == expected.size());
    for (std::size_t k = 0; k < ranking.size(); ++k) {
      RC_ASSERT(ranking[k].candidate == expected[k].candidate);
      RC_ASSERT(ranking[k].known == expected[k].low);
      RC_ASSERT(ranking[k].possible == expected[k].high);
      RC_ASSERT(ranking[k].coverage == expected[k].coverage);
      const Status status = expected[k].failed ? Status::notEligible : expected[k].open ? Status::toConfirm : Status::eligible;
      RC_ASSERT(ranking[k].status == status);
    }
    RC_ASSERT(askNext(problem, ranking, weights) == oracle::askNext(problem, weights));
    for (std::size_t a = 0; a < problem.candidates.size(); ++a)
      for (std::size_t b = 0; b < problem.candidates.size(); ++b)
        RC_ASSERT(surelyBeats(problem, a, b, weights) == oracle::surelyBeats(problem, a, b, weights));
  });
}

TEST_CASE("Every candidate stands in the list once, and none that failed above one that did not") {
  holdsFor(10'000, "each once, failures last, totals within bounds and equal to the sum of their points", [] {
    const Problem problem = someProblem();
    const auto ranking = rank(problem);
    std::set<std::size_t> seen;
    bool failures = false;
    for (const Ranked& row : ranking) {
      RC_ASSERT(seen.insert(row.candidate).second);
      if (row.status == Status::notEligible) failures = true;
      RC_ASSERT(!failures || row.status == Status::notEligible);
      RC_ASSERT(row.known >= 0 && row.known <= row.possible && row.possible <= 1'000'000);
      int sum = 0;
      for (std::size_t j = 0; j < problem.criteria.size(); ++j)
        sum += problem.weights[j] * problem.values[row.candidate * problem.criteria.size() + j].low;
      RC_ASSERT(sum == row.known);
    }
    RC_ASSERT(seen.size() == problem.candidates.size());
  });
}

TEST_CASE("The order in which candidates come in changes nothing") {
  holdsFor(10'000, "shuffled candidates rank alike", [] {
    const Problem problem = someProblem();
    const Problem other = inOrder(problem, shuffled(problem.candidates.size()));
    RC_ASSERT(idsInOrder(problem, rank(problem)) == idsInOrder(other, rank(other)));
  });
}

TEST_CASE("Taking one candidate away never swaps two others") {
  holdsFor(10'000, "the others keep their order", [] {
    const Problem problem = someProblem();
    RC_PRE(!problem.candidates.empty());
    const auto gone = *rc::gen::inRange<std::size_t>(0, problem.candidates.size());
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < problem.candidates.size(); ++i)
      if (i != gone) rest.push_back(i);
    auto expected = idsInOrder(problem, rank(problem));
    expected.erase(std::find(expected.begin(), expected.end(), problem.candidates[gone].id));
    const Problem fewer = inOrder(problem, rest);
    RC_ASSERT(idsInOrder(fewer, rank(fewer)) == expected);
  });
}

TEST_CASE("Learning what was not known keeps the score inside its former bar") {
  holdsFor(10'000, "narrower values make a narrower bar", [] {
    const Problem problem = someProblem();
    Problem later = problem;
    for (Interval& value : later.values) {
      const int low = *rc::gen::inRange<int>(value.low, value.high + 1);
      const int high = *rc::gen::inRange<int>(low, value.high + 1);
      if (*rc::gen::arbitrary<bool>()) value = {static_cast<std::int16_t>(low), static_cast<std::int16_t>(high)};
    }
    const auto before = rank(problem);
    const auto after = rank(later);
    for (const Ranked& was : before)
      for (const Ranked& is : after)
        if (is.candidate == was.candidate) RC_ASSERT(is.known >= was.known && is.possible <= was.possible && is.coverage >= was.coverage);
  });
}

TEST_CASE("Shown points add up to the shown score, each within one point of the truth") {
  holdsFor(10'000, "a column adds up to its total", [] {
    const Problem problem = someProblem();
    for (const Ranked& row : rank(problem)) {
      const auto points = shownPoints(problem, row.candidate, problem.weights);
      RC_ASSERT(std::accumulate(points.begin(), points.end(), 0) == shownScore(row.known));
      for (std::size_t j = 0; j < points.size(); ++j) {
        const int exact = problem.weights[j] * problem.values[row.candidate * points.size() + j].low;
        RC_ASSERT(std::abs(points[j] * 1000 - exact) < 1000);
      }
    }
  });
  CHECK(shownScore(742'499) == 742);
  CHECK(shownScore(742'500) == 743);
}
