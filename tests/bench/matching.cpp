// How fast a referral is matched from facts, against the same in SQL and against reading the columns once; how fast a slider ranks again,
// rows are explained, a choice is put together, and the draws of "off by half" are drawn.
//
// Everything is computed once before anything is timed, and what the product and the database say is compared row by row: a difference
// stops the run.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <numeric>
#include <random>

#include "matching/choice.h"
#include "matching/firmness.h"
#include "speed/in_sql.h"
#include "speed/invented_market.h"

namespace {

using namespace homeward;
using namespace homeward::matching;
using homeward::bench::InSql;
using homeward::bench::InventedMarket;
using homeward::bench::SqlRow;

constexpr std::size_t shown = 50;

std::vector<SqlRow> rows(const Assessment& assessment, std::size_t count) {
  std::vector<SqlRow> said;
  const Standing& standing = assessment.standing();
  for (const Ranked& row : standing.first(assessment.weights(), count))
    said.push_back({standing.market->candidate(row.candidate).id, row.known, row.possible});
  return said;
}

struct Compared {
  explicit Compared(std::size_t homes) : market(homes), sql(market, market.assess()->problem()) {
    const auto ours = rows(*market.assess(), homes);
    const auto theirs = sql.first(homes);
    if (ours != theirs) {
      std::cerr << "The product and SQL disagree on " << homes << " homes: " << ours.size() << " and " << theirs.size() << " stand.\n";
      for (std::size_t k = 0; k < std::min(ours.size(), theirs.size()); ++k)
        if (!(ours[k] == theirs[k])) {
          std::cerr << "First at place " << k << ": " << ours[k].id << ' ' << ours[k].known << ' ' << ours[k].possible << " and "
                    << theirs[k].id << ' ' << theirs[k].known << ' ' << theirs[k].possible << '\n';
          break;
        }
      std::exit(1);
    }
    stand = ours.size();
  }
  InventedMarket market;
  InSql sql;
  std::size_t stand = 0;
};

Compared& compared(std::int64_t homes) {
  static std::map<std::int64_t, std::unique_ptr<Compared>> all;
  auto& one = all[homes];
  if (!one) one = std::make_unique<Compared>(static_cast<std::size_t>(homes));
  return *one;
}

void counted(benchmark::State& state, const Compared& all) {
  state.counters["gates"] = static_cast<double>(all.market.assess()->explain(0).gates.size());
  state.counters["criteria"] = static_cast<double>(all.market.assess()->weights().size());
  state.counters["stand"] = static_cast<double>(all.stand);
}

void matchFromFacts(benchmark::State& state) {
  const Compared& all = compared(state.range(0));
  for ([[maybe_unused]] auto _ : state) {
    const auto assessment = all.market.assess();
    benchmark::DoNotOptimize(assessment->standing().first(assessment->weights(), shown));
  }
  counted(state, all);
}

void matchInSql(benchmark::State& state) {
  Compared& all = compared(state.range(0));
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(all.sql.first(shown));
  counted(state, all);
}

/// The classes that the referral's questions look up, and where each home lies: every byte once.
void readTheColumns(benchmark::State& state) {
  const auto homes = static_cast<std::size_t>(state.range(0));
  constexpr std::size_t columns = 26;  // sets of aspects that the questions of this referral look up, east and north
  const std::vector<std::uint32_t> all(homes * columns, 1);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(std::accumulate(all.begin(), all.end(), std::uint32_t{0}));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(all.size() * sizeof(std::uint32_t)));
}

/// What a commit that changes the market costs once, before the next referral is matched: classes of every question found anew.
void describeTheMarket(benchmark::State& state) {
  const Compared& all = compared(state.range(0));
  std::vector<MarketFacts::Home> homes;
  for (std::size_t i = 0; i < all.market.facts->size(); ++i) homes.push_back(all.market.facts->home(i));
  for ([[maybe_unused]] auto _ : state) {
    const auto facts = std::make_shared<const MarketFacts>(homes);
    benchmark::DoNotOptimize(Assessment(all.market.request, facts, {}, all.market.atlas, defaultPolicy()).standing().homes.size());
  }
}

void everybodyInOrder(benchmark::State& state) {
  const Compared& all = compared(state.range(0));
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(rank(all.market.assess()->problem()));
}

BENCHMARK(matchFromFacts)->Arg(3'000)->Arg(10'000)->Arg(85'000)->Unit(benchmark::kMillisecond);
BENCHMARK(matchInSql)->Arg(3'000)->Arg(10'000)->Arg(85'000)->Unit(benchmark::kMillisecond);
BENCHMARK(readTheColumns)->Arg(3'000)->Arg(10'000)->Arg(85'000)->Unit(benchmark::kMillisecond);
BENCHMARK(everybodyInOrder)->Arg(3'000)->Arg(10'000)->Arg(85'000)->Unit(benchmark::kMillisecond);
BENCHMARK(describeTheMarket)->Arg(3'000)->Arg(10'000)->Arg(85'000)->Unit(benchmark::kMillisecond);

/// So many candidates that all stand, twenty criteria, one value in eight not known.
Problem drawn(std::size_t candidates) {
  constexpr std::size_t criteria = 20;
  std::mt19937 random(11);
  Problem problem;
  std::vector<std::int64_t> shares;
  for (std::size_t j = 0; j < criteria; ++j) {
    problem.criteria.push_back("c" + std::to_string(j));
    shares.push_back(1 + static_cast<std::int64_t>(random() % 9));
  }
  problem.weights = apportion(shares, 1000);
  for (std::size_t i = 0; i < candidates; ++i) {
    Candidate candidate;
    candidate.id = "setting:" + std::to_string(i + 1);
    candidate.types = {random() % 2 == 0 ? "fosteringHousehold" : "childrensHome"};
    candidate.providers = {std::to_string(random() % 9)};
    candidate.place = GridPoint{static_cast<std::int32_t>(random() % 90'000), static_cast<std::int32_t>(random() % 90'000)};
    candidate.cost = MoneyRange::exactly(Money{static_cast<std::int64_t>(random() % 9'000'000)});
    problem.candidates.push_back(std::move(candidate));
    for (std::size_t j = 0; j < criteria; ++j)
      problem.values.push_back(random() % 8 == 0 ? unknownValue : known(static_cast<int>(random() % 1001)));
  }
  return problem;
}

/// A slider moves: so many that all stand are put in order again.
void sliderStep(benchmark::State& state) {
  const auto homes = static_cast<std::size_t>(state.range(0));
  const InventedMarket market(homes);
  const Problem problem = drawn(homes);
  Standing standing;
  standing.market = market.facts.get();
  standing.open.assign(homes, 0);
  for (std::size_t i = 0; i < homes; ++i) {
    standing.homes.push_back(static_cast<std::uint32_t>(i));
    standing.pence.push_back(problem.candidates[i].cost->low.pence);
  }
  for (std::size_t j = 0; j < problem.criteria.size(); ++j) {
    standing.values.emplace_back();
    for (std::size_t i = 0; i < homes; ++i) standing.values[j].push_back(problem.values[i * problem.criteria.size() + j]);
  }
  Problem atTheMarket = problem;
  atTheMarket.stage = matching::Stage::market;
  auto expected = rank(atTheMarket);
  expected.resize(std::min(shown, expected.size()));
  if (standing.first(problem.weights, shown) != expected) {
    std::cerr << "The standing and the problem of the same homes stand in two orders.\n";
    std::exit(1);
  }
  int weight = 0;
  for ([[maybe_unused]] auto _ : state) {
    weight = (weight + 37) % 1000;
    benchmark::DoNotOptimize(standing.first(withWeight(problem.weights, 0, weight), shown));
  }
}
BENCHMARK(sliderStep)->Arg(3'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

void explainFifty(benchmark::State& state) {
  const auto assessment = compared(3'000).market.assess();
  const auto first = assessment->standing().first(assessment->weights(), shown);
  for ([[maybe_unused]] auto _ : state)
    for (const Ranked& row : first) benchmark::DoNotOptimize(assessment->explain(row.candidate));
}
BENCHMARK(explainFifty)->Unit(benchmark::kMillisecond);

void tenThousandDraws(benchmark::State& state) {
  const Problem problem = drawn(50);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(rankAcceptability(problem, problem.weights));
}
BENCHMARK(tenThousandDraws)->Unit(benchmark::kMillisecond);

void chooseThree(benchmark::State& state) {
  const Problem problem = drawn(static_cast<std::size_t>(state.range(0)));
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(shortlist(problem, problem.weights, defaultPolicy().similarityPenalty));
}
BENCHMARK(chooseThree)->Arg(30)->Arg(300)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
