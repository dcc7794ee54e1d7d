// The choice of about three: the best match without three of a kind, and the homes that nothing beats on both cost and match.
#include "matching/choice.h"

#include <algorithm>
#include <cmath>

#include "oracle.h"
#include "problems.h"
#include "support/cases.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

namespace {

struct Home {
  std::string id;
  std::string type = "fosteringHousehold";
  std::string provider = "1";
  int score = 0;  // in thousandths
};

Problem of(const std::vector<Home>& homes) {
  Problem problem;
  problem.criteria = {"needs"};
  problem.weights = {1000};
  for (const Home& home : homes) {
    problem.candidates.push_back({home.id, {home.type}, {home.provider}, std::nullopt, std::nullopt});
    problem.values.push_back(known(home.score));
  }
  return problem;
}

std::vector<std::string> chosen(const Problem& problem, int mu = 150) {
  std::vector<std::string> ids;
  for (const std::size_t i : shortlist(problem, problem.weights, mu).candidates) ids.push_back(problem.candidates[i].id);
  return ids;
}

}  // namespace

TEST_CASE("Similarity counts type, provider, nearness and cost") {
  Candidate a{"a", {"childrensHome"}, {"1"}, GridPoint{0, 0}, MoneyRange::exactly(pounds(1000))};
  Candidate b = a;
  CHECK(similarity(a, b) == Approx(1.0));
  b.types = {"fosteringHousehold"};
  CHECK(similarity(a, b) == Approx(0.6));
  b.providers = {"1", "2"};
  CHECK(similarity(a, b) == Approx(0.3));
  b.place = GridPoint{16'093, 0};
  CHECK(similarity(a, b) == Approx(0.1 + 0.2 * std::exp(-1.0)).margin(1e-5));
  b.place.reset();
  CHECK(similarity(a, b) == Approx(0.1));
  b.cost = MoneyRange{pounds(400), pounds(600)};
  CHECK(similarity(a, b) == Approx(0.05));
  b.cost = MoneyRange{pounds(400), std::nullopt};
  CHECK(similarity(a, b) == Approx(0.0).margin(1e-12));
  a.cost = MoneyRange::exactly(Money{});
  b.cost = MoneyRange::exactly(Money{});
  CHECK(similarity(a, b) == Approx(0.1));
}

TEST_CASE("A home of another type joins the choice although a third household matches better") {
  const Problem problem = of({{"a", "fosteringHousehold", "1", 900},
                              {"b", "fosteringHousehold", "2", 890},
                              {"c", "fosteringHousehold", "3", 880},
                              {"d", "childrensHome", "4", 100}});
  CHECK(chosen(problem) == std::vector<std::string>{"a", "b", "d"});
}

TEST_CASE("At most two of one provider, where that is possible") {
  const Problem problem = of({{"a", "fosteringHousehold", "1", 900},
                              {"b", "fosteringHousehold", "1", 890},
                              {"c", "fosteringHousehold", "1", 880},
                              {"d", "fosteringHousehold", "2", 10}});
  CHECK(chosen(problem, 0) == std::vector<std::string>{"a", "b", "d"});
  const Problem allOfOne = of({{"a", "fosteringHousehold", "1", 900},
                               {"b", "fosteringHousehold", "1", 890},
                               {"c", "fosteringHousehold", "1", 880},
                               {"d", "fosteringHousehold", "1", 10}});
  CHECK(chosen(allOfOne, 0) == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("Equal sums go to the triple whose sorted ids come first") {
  const Problem problem = of({{"z", "fosteringHousehold", "1", 900},
                              {"option:9", "fosteringHousehold", "2", 500},
                              {"option:10", "fosteringHousehold", "3", 500},
                              {"option:2", "fosteringHousehold", "4", 500}});
  CHECK(chosen(problem) == std::vector<std::string>{"z", "option:10", "option:2"});
}

TEST_CASE("Fewer than three are all taken and the answer says that it is short") {
  Problem problem =
      of({{"a", "fosteringHousehold", "1", 500}, {"b", "fosteringHousehold", "2", 900}, {"c", "fosteringHousehold", "2", 950}});
  problem.gates = {"willing.taking"};
  problem.gateResults = {GateResult::unknown, GateResult::pass, GateResult::fail};
  CHECK(chosen(problem) == std::vector<std::string>{"b", "a"});
  CHECK_FALSE(shortlist(problem, problem.weights, 150).complete);
  problem.gateResults[2] = GateResult::pass;
  CHECK(chosen(problem) == std::vector<std::string>{"c", "b", "a"});
  CHECK(shortlist(problem, problem.weights, 150).complete);
  CHECK(shortlist(of({}), {1000}, 150).candidates.empty());
}

TEST_CASE("The choice is the method's, whatever the problem") {
  holdsFor(10'000, "shortlist equals the plain reading of the method", [] {
    const Problem problem = someProblem(*rc::gen::element<std::size_t>(4, 10, 10, 36));
    const int mu = *rc::gen::element(0, 150, 150, 400);
    const auto answer = shortlist(problem, problem.weights, mu);
    RC_ASSERT(answer.candidates == oracle::shortlist(problem, problem.weights, mu));
    RC_ASSERT(answer.complete == (answer.candidates.size() == 3));
    for (const std::size_t i : answer.candidates)
      for (std::size_t g = 0; g < problem.gates.size(); ++g)
        RC_ASSERT(problem.gateResults[i * problem.gates.size() + g] != GateResult::fail);
  });
}

TEST_CASE("Similarity is the same both ways, and the method's") {
  holdsFor(10'000, "similarity", [] {
    const Candidate a = someCandidate(1);
    const Candidate b = someCandidate(2);
    RC_ASSERT(std::abs(similarity(a, b) - oracle::alike(a, b)) < 1e-12);
    RC_ASSERT(similarity(a, b) == similarity(b, a));
  });
}

TEST_CASE("What nothing beats on both cost and match, with the price of each step up") {
  Problem problem = of({{"alder", "f", "1", 729},
                        {"rowan", "f", "2", 745},
                        {"larch", "f", "3", 759},
                        {"brook", "h", "4", 507},
                        {"teal", "f", "5", 990},
                        {"aspen", "f", "6", 999}});
  problem.gates = {"essential.exclusion.dog"};
  problem.gateResults.assign(6, GateResult::pass);
  problem.gateResults[4] = GateResult::fail;
  const std::vector<std::int64_t> weekly{90'000, 109'050, 145'300, 409'400, 50'000};
  for (std::size_t i = 0; i < weekly.size(); ++i) problem.candidates[i].cost = MoneyRange::exactly(Money{weekly[i]});
  const auto steps = unbeaten(problem, rank(problem));  // Teal failed, Aspen's cost is not known, Brook is beaten by all
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].candidate == 0);
  CHECK(steps[0].points == 0);
  CHECK(steps[1].candidate == 1);
  CHECK(steps[1].points == 16'000);
  CHECK(steps[1].more == Money{19'050});
  CHECK(steps[2].candidate == 2);
  CHECK(steps[2].points == 14'000);
  CHECK(steps[2].more == Money{36'250});
}

TEST_CASE("Unbeaten means that no other is as cheap and as good and better in one") {
  holdsFor(10'000, "unbeaten", [] {
    const Problem problem = someProblem();
    const auto ranking = rank(problem);
    const auto steps = unbeaten(problem, ranking);
    for (const Ranked& row : ranking) {
      const auto& cost = problem.candidates[row.candidate].cost;
      const bool takesPart = row.status != Status::notEligible && cost;
      const bool beaten = std::any_of(ranking.begin(), ranking.end(), [&](const Ranked& other) {
        const auto& itsCost = problem.candidates[other.candidate].cost;
        return other.status != Status::notEligible && itsCost && cost && itsCost->low <= cost->low && other.known >= row.known &&
               (itsCost->low < cost->low || other.known > row.known);
      });
      const bool listed = std::any_of(steps.begin(), steps.end(), [&](const Step& step) { return step.candidate == row.candidate; });
      RC_ASSERT(listed == (takesPart && !beaten));
    }
  });
}

TEST_CASE("Why each is in a choice: its place, its strength, what it adds, and whom it was put before") {
  Problem problem;
  problem.criteria = {"needs", "distanceHome"};
  problem.weights = {800, 200};
  const auto add = [&](const std::string& id, const std::string& type, const std::string& provider, Money cost, int needs, int home) {
    problem.candidates.push_back({id, {type}, {provider}, std::nullopt, MoneyRange::exactly(cost)});
    problem.values.push_back(known(needs));
    problem.values.push_back(known(home));
  };
  add("a", "fosteringHousehold", "1", pounds(1000), 900, 500);
  add("b", "fosteringHousehold", "1", pounds(1200), 890, 500);
  add("c", "childrensHome", "2", pounds(4000), 700, 900);
  add("d", "fosteringHousehold", "3", pounds(900), 600, 400);
  const auto why = whyInChoice(problem, problem.weights, {0, 2, 3});
  REQUIRE(why.size() == 3);
  CHECK(why[0].place == 1);
  CHECK(why[0].strongest == std::size_t{0});
  CHECK_FALSE(why[0].onlyOfItsKind);  // d is a household too
  CHECK(why[0].onlyOfItsProvider);
  CHECK_FALSE(why[0].cheaperBy);
  CHECK_FALSE(why[0].before);
  CHECK(why[1].place == 3);
  CHECK(why[1].strongest == std::size_t{1});
  CHECK(why[1].onlyOfItsKind);
  CHECK(why[1].nearest);
  CHECK(why[1].before == InChoice::Before{1, 0, true, true});
  CHECK(why[2].cheaperBy == pounds(100));
  CHECK_FALSE(why[2].nearest);
  CHECK(whyInChoice(problem, problem.weights, {0}).front().onlyOfItsKind == false);  // alone there is nothing to differ from
}

TEST_CASE("Whatever the problem, the reasons of its choice hold") {
  holdsFor(3'000, "reasons follow from the problem", [] {
    const Problem problem = someProblem();
    const auto best = shortlist(problem, problem.weights, 150).candidates;
    if (best.empty()) return;
    const auto ranking = rank(problem);
    const auto why = whyInChoice(problem, problem.weights, best);
    RC_ASSERT(why.size() == best.size());
    for (std::size_t i = 0; i < why.size(); ++i) {
      RC_ASSERT(why[i].candidate == best[i]);
      RC_ASSERT(ranking[why[i].place - 1].candidate == best[i]);
      if (why[i].cheaperBy) RC_ASSERT(why[i].cheaperBy->pence > 0);
      for (const std::size_t other : best) {
        if (other == best[i]) continue;
        if (why[i].onlyOfItsKind) RC_ASSERT(problem.candidates[other].types != problem.candidates[best[i]].types);
        if (why[i].cheaperBy) RC_ASSERT(problem.candidates[other].cost->low - *problem.candidates[best[i]].cost->high >= *why[i].cheaperBy);
      }
      if (!why[i].before) continue;
      RC_ASSERT(std::find(best.begin(), best.end(), why[i].before->candidate) == best.end());
      RC_ASSERT(std::find(best.begin(), best.end(), why[i].before->alike) != best.end());
      RC_ASSERT(why[i].before->alike != best[i]);
      const auto above =
          std::find_if(ranking.begin(), ranking.end(), [&](const Ranked& row) { return row.candidate == why[i].before->candidate; });
      RC_ASSERT(static_cast<std::size_t>(above - ranking.begin()) + 1 < why[i].place);
      RC_ASSERT(above->status != Status::notEligible);
    }
  });
}
