// What holds of every order holds with criteria that somebody set aside, with values that are not known, at the market and with offers.
#include <algorithm>
#include <numeric>

#include "drawn_problem.h"
#include "matching/answer.h"
#include "matching/ranking.h"
#include "problems.h"
#include "support/cases.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

namespace {

/// A problem in which some have failed a gate, and the same after some of those fails were set aside: a waived gate is given as open.
struct Waived {
  Problem before;
  Problem after;
  std::vector<bool> touched;  ///< by candidate: one of its fails was set aside
};

Waived anyWaived() {
  Waived problem;
  problem.before = drawnProblem(*rc::gen::arbitrary<std::uint32_t>());
  problem.after = problem.before;
  problem.touched.assign(problem.before.candidates.size(), false);
  const std::size_t gates = problem.before.gates.size();
  for (std::size_t at = 0; at < problem.after.gateResults.size(); ++at)
    if (problem.after.gateResults[at] == GateResult::fail && *rc::gen::inRange(0, 3) == 0) {
      problem.after.gateResults[at] = GateResult::unknown;
      problem.touched[at / gates] = true;
    }
  return problem;
}

Status statusOf(const std::vector<Ranked>& ranking, std::size_t candidate) {
  return std::find_if(ranking.begin(), ranking.end(), [candidate](const Ranked& row) { return row.candidate == candidate; })->status;
}

}  // namespace

TEST_CASE("A waiver moves the candidate that it is for and swaps no two others") {
  holdsFor(10'000, "the others keep their order", [] {
    const Waived problem = anyWaived();
    auto before = rank(problem.before);
    auto after = rank(problem.after);
    const auto isTouched = [&](const Ranked& row) { return static_cast<bool>(problem.touched[row.candidate]); };
    std::erase_if(before, isTouched);
    std::erase_if(after, isTouched);
    RC_ASSERT(before == after);
  });
}

TEST_CASE("A waived fail is to confirm: above those that failed, never above those that are eligible once offers are in") {
  holdsFor(10'000, "where a waived candidate stands", [] {
    const Waived problem = anyWaived();
    const auto ranking = rank(problem.after);
    const std::size_t gates = problem.after.gates.size();
    for (std::size_t i = 0; i < problem.touched.size(); ++i) {
      const auto results = problem.after.gateResults.begin() + static_cast<std::ptrdiff_t>(i * gates);
      const bool stillFails = std::find(results, results + static_cast<std::ptrdiff_t>(gates), GateResult::fail) !=
                              results + static_cast<std::ptrdiff_t>(gates);
      if (problem.touched[i]) RC_ASSERT(statusOf(ranking, i) == (stillFails ? Status::notEligible : Status::toConfirm));
    }
    for (std::size_t k = 1; k < ranking.size(); ++k) {
      if (ranking[k - 1].status == Status::notEligible) RC_ASSERT(ranking[k].status == Status::notEligible);
      if (problem.after.stage == matching::Stage::offers) RC_ASSERT(ranking[k - 1].status <= ranking[k].status);
    }
  });
}

TEST_CASE("With waivers too, one candidate less swaps no two others, and the order in which they come in changes nothing") {
  holdsFor(10'000, "removal and shuffling", [] {
    const Waived problem = anyWaived();
    RC_PRE(!problem.after.candidates.empty());
    std::vector<std::size_t> order(problem.after.candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
    auto expected = idsInOrder(problem.after, rank(problem.after));
    const Problem shuffled = inOrder(problem.after, order);
    RC_ASSERT(idsInOrder(shuffled, rank(shuffled)) == expected);
    expected.erase(std::find(expected.begin(), expected.end(), problem.after.candidates[order.front()].id));
    order.erase(order.begin());
    const Problem fewer = inOrder(problem.after, order);
    RC_ASSERT(idsInOrder(fewer, rank(fewer)) == expected);
  });
}

TEST_CASE("A waiver changes no score, no bar and no share of weight: only who stands") {
  holdsFor(5'000, "figures stay", [] {
    const Waived problem = anyWaived();
    auto before = rank(problem.before);
    auto after = rank(problem.after);
    const auto byCandidate = [](const Ranked& a, const Ranked& b) { return a.candidate < b.candidate; };
    std::sort(before.begin(), before.end(), byCandidate);
    std::sort(after.begin(), after.end(), byCandidate);
    for (std::size_t i = 0; i < before.size(); ++i) {
      RC_ASSERT(before[i].known == after[i].known && before[i].possible == after[i].possible && before[i].coverage == after[i].coverage);
      RC_ASSERT(after[i].status <= before[i].status);
    }
  });
}

TEST_CASE("Whoever cannot be chosen is in no choice, wins surely over nobody and comes first in no draw") {
  holdsFor(5'000, "those that failed", [] {
    const Waived problem = anyWaived();
    const auto ranking = rank(problem.after);
    const auto chosen = shortlist(problem.after, problem.after.weights, 150).candidates;
    const auto shares = rankAcceptability(problem.after, problem.after.weights, 50);
    const auto ask = askNext(problem.after, ranking, problem.after.weights);
    for (const Ranked& row : ranking) {
      if (row.status != Status::notEligible) continue;
      RC_ASSERT(std::find(chosen.begin(), chosen.end(), row.candidate) == chosen.end());
      RC_ASSERT((shares[row.candidate] == Acceptability{}));
      forSureWins(ranking, [&](std::size_t a, std::size_t b) { RC_ASSERT(a != row.candidate && b != row.candidate); });
      RC_ASSERT(!ask || ask->candidate != row.candidate);
    }
  });
}
