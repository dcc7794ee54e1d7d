// How long it takes to assess a referral against a market and to rank it again when a slider moves.
#include <benchmark/benchmark.h>

#include <deque>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "matching/assess.h"
#include "matching/choice.h"
#include "support/builders.h"

namespace {

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

/// A market with a fixed seed: households and homes spread over eighty miles, each fact missing about as often as in a real list.
struct Market {
  Provider provider = inHouse();
  std::deque<Setting> settings;
  std::vector<CandidateFacts> candidates;
  std::shared_ptr<const Request> request;

  explicit Market(std::size_t count) {
    auto asked = std::make_shared<Request>();
    const Child child = aChild()
                            .needing(NeedDomain::emotionalHealth, 4)
                            .needing(NeedDomain::behaviour, 3)
                            .needing(NeedDomain::education, 2)
                            .atSchool("Dandelion School", "ZZ5 3SC", {420'500, 310'400})
                            .seeing("Nan", "grandmother", at("ZZ5 1NA", {424'000, 312'000}), 4)
                            .withIdentity("language:Welsh")
                            .wishingFor("garden")
                            .wishingToKeepSchool()
                            .neverWith("dog");
    asked->children = {child};
    asked->referral = aReferral().of(child).withinMilesOfHome(40).neededFor(400);
    asked->responsibleAuthority = wendmoor;
    asked->today = testDay;
    asked->placeOn = asked->referral.neededBy;
    request = asked;
    std::mt19937 random(7);
    const auto below = [&random](unsigned most) { return static_cast<int>(random() % most); };
    for (std::size_t i = 0; i < count; ++i) {
      Setting setting = below(4) == 0 ? aHome().build() : aHousehold().build();
      setting.id = SettingId{static_cast<std::int64_t>(i) + 1};
      setting.place.point = GridPoint{360'000 + below(120'000), 250'000 + below(120'000)};
      for (const NeedDomain domain : {NeedDomain::emotionalHealth, NeedDomain::behaviour, NeedDomain::education})
        if (below(3) > 0)
          setting.capabilities.push_back({domain, below(6), below(2) == 0 ? Basis::claimed : Basis::verified, "Form B", testDay});
      for (const char* feature : {"dog", "garden", "language:Welsh"})
        if (below(2) == 0) setting.features[feature] = below(2) == 0;
      setting.weeklyRate = Money{50'000 + below(400'000)};
      settings.push_back(setting);
      candidates.push_back({"setting:" + std::to_string(i + 1), {{&settings.back(), &provider, nullptr}}, {}});
    }
  }
  [[nodiscard]] Assessment assess() const {
    return {matching::Stage::market, request, candidates, std::make_shared<const geography::Atlas>(), defaultPolicy()};
  }
};

void assessAndRank(benchmark::State& state) {
  const Market market(static_cast<std::size_t>(state.range(0)));
  for ([[maybe_unused]] auto _ : state) {
    const Assessment assessment = market.assess();
    benchmark::DoNotOptimize(rank(assessment.problem()));
  }
}
BENCHMARK(assessAndRank)->Arg(3'000)->Arg(6'000)->Unit(benchmark::kMillisecond);

void rankAgain(benchmark::State& state) {
  const Market market(static_cast<std::size_t>(state.range(0)));
  const Assessment assessment = market.assess();
  const Problem& problem = assessment.problem();
  int weight = 0;
  for ([[maybe_unused]] auto _ : state) {
    weight = (weight + 37) % 1000;
    benchmark::DoNotOptimize(rank(problem, withWeight(problem.weights, 0, weight)));
  }
}
BENCHMARK(rankAgain)->Arg(3'000)->Arg(6'000)->Unit(benchmark::kMillisecond);

void chooseThree(benchmark::State& state) {
  const Market market(static_cast<std::size_t>(state.range(0)));
  const Assessment assessment = market.assess();
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(shortlist(assessment.problem(), assessment.problem().weights, defaultPolicy().similarityPenalty));
}
BENCHMARK(chooseThree)->Arg(3'000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
