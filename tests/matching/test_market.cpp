// A market asked class by class answers as every home asked by itself would.
#include "matching/market_facts.h"

#include <algorithm>
#include <deque>

#include "scene.h"
#include "support/cases.h"
#include "support/generators.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

namespace {

/// A referral and a market of homes that share what they are with one another: each aspect of a home is that of one of a few.
struct AnyMarket : Scene {
  std::deque<Setting> settings;
  std::deque<Provider> providers;
  std::vector<MarketFacts::Home> homes;
  AnswersSoFar said;

  [[nodiscard]] std::vector<CandidateFacts> oneByOne() const {
    std::vector<CandidateFacts> candidates;
    for (std::size_t i = 0; i < homes.size(); ++i) {
      const auto told = said.find(i);
      candidates.push_back({candidateId(homes[i]), std::vector<Assignment>(children.size(), {homes[i].setting, homes[i].provider, nullptr}),
                            told == said.end() ? std::vector<ApproachState>{} : told->second});
    }
    return candidates;
  }
};

Setting crossed(const Setting& a, const Setting& b, std::int64_t id) {
  const auto coin = [] { return *rc::gen::arbitrary<bool>(); };
  Setting child = a;
  child.id = SettingId{id};
  const auto from = [&](auto member) {
    if (coin()) child.*member = b.*member;
  };
  if (coin()) {
    child.type = b.type;
    child.arrangement = b.arrangement;
    child.connectedPerson = b.connectedPerson;
    child.temporaryApprovalFrom = b.temporaryApprovalFrom;
    child.temporaryApprovalUntil = b.temporaryApprovalUntil;
  }
  from(&Setting::approvedByResponsibleAuthority);
  from(&Setting::place);
  from(&Setting::registration);
  from(&Setting::terms);
  from(&Setting::capabilities);
  from(&Setting::features);
  if (coin()) {
    child.residents = b.residents;
    child.residentsKnown = b.residentsKnown;
  }
  from(&Setting::vacancy);
  from(&Setting::willingness);
  from(&Setting::carers);
  from(&Setting::exemptions);
  from(&Setting::ownBedroom);
  from(&Setting::sharingAssessed);
  from(&Setting::offersDays);
  from(&Setting::proof);
  from(&Setting::weeklyRate);
  return child;
}

std::shared_ptr<AnyMarket> anyMarket() {
  using rc::gen::inRange;
  auto market = std::make_shared<AnyMarket>();
  market->children.clear();
  const int count = *inRange(1, 4);
  for (int i = 1; i <= count; ++i) market->children.push_back(*anyChild(i));
  market->referral = *anyReferral(market->children);
  market->siblingsElsewhere = {aChild().id(50)};
  market->siblingSettings = {*rc::gen::element(std::optional<SettingId>{}, std::optional<SettingId>{SettingId{3}})};
  for (int i = 1; i <= 2; ++i) {
    market->providers.push_back(*anyProvider());
    market->providers.back().id = ProviderId{i};
  }
  const Setting one = *anySetting(1);
  const Setting other = *anySetting(2);
  const auto homes = *inRange<std::int64_t>(1, 14);
  for (std::int64_t i = 1; i <= homes; ++i) {
    market->settings.push_back(crossed(one, other, i));
    // One of the children may live there already, and one of the others' exemptions may name them.
    if (*inRange(0, 6) == 0) {
      market->settings.back().residents.push_back({market->children.front().id, 9, Sex::female, true});
      market->settings.back().residentsKnown = true;
    }
    market->homes.push_back({&market->settings.back(), &market->providers[*inRange<std::size_t>(0, 2)]});
  }
  for (const Provider& provider : market->providers)
    if (*rc::gen::arbitrary<bool>()) market->homes.push_back({nullptr, &provider});
  for (std::size_t i = 0; i < market->homes.size(); ++i)
    if (*inRange(0, 7) == 0) market->said[i] = {*rc::gen::element(ApproachState::declined, ApproachState::silent)};
  if (*rc::gen::arbitrary<bool>())
    market->referral.waivers.push_back({"essential.availableBy", "setting:1", PersonId{1}, testDay, "Agreed with the family"});
  return market;
}

}  // namespace

TEST_CASE("Asked class by class or one by one, every home of a market answers the same") {
  holdsFor(10'000, "gates, values, cost and what stands", [] {
    const auto market = anyMarket();
    const Assessment plain = market->assess(market->oneByOne(), matching::Stage::market);
    const auto facts = std::make_shared<const MarketFacts>(market->homes);
    const Assessment quick(market->request(), facts, market->said, theMap(), market->policy);
    const Problem& expected = plain.problem();

    // First who stands, before the rest is asked for.
    auto shouldStand = rank(expected);
    std::erase_if(shouldStand, [](const Ranked& row) { return row.status == Status::notEligible; });
    RC_ASSERT(quick.standing().first(quick.weights(), market->homes.size()) == shouldStand);
    shouldStand.resize(std::min<std::size_t>(2, shouldStand.size()));
    RC_ASSERT(quick.standing().first(quick.weights(), 2) == shouldStand);

    const Problem& problem = quick.problem();
    RC_ASSERT(problem.gates == expected.gates);
    RC_ASSERT(problem.criteria == expected.criteria);
    RC_ASSERT(problem.weights == expected.weights);
    RC_ASSERT(problem.candidates == expected.candidates);
    for (std::size_t i = 0; i < problem.candidates.size(); ++i) {
      for (std::size_t g = 0; g < problem.gates.size(); ++g) {
        const std::size_t at = i * problem.gates.size() + g;
        RC_LOG() << problem.gates[g] << " of " << problem.candidates[i].id << "\n";
        RC_ASSERT(problem.gateResults[at] == expected.gateResults[at]);
      }
      for (std::size_t j = 0; j < problem.criteria.size(); ++j) {
        const std::size_t at = i * problem.criteria.size() + j;
        RC_LOG() << problem.criteria[j] << " of " << problem.candidates[i].id << "\n";
        RC_ASSERT(problem.values[at] == expected.values[at]);
      }
      RC_ASSERT(quick.explain(i).cost == plain.explain(i).cost);
    }
  });
}

TEST_CASE("Homes that are the same in what a question looks at are one class") {
  const Provider provider = inHouse();
  Setting first = aHousehold();
  first.id = SettingId{1};
  Setting second = first;
  second.id = SettingId{2};
  second.place.point = GridPoint{1, 2};
  Setting third = second;
  third.id = SettingId{3};
  third.terms.ageTo = 4;
  const MarketFacts market({{&first, &provider}, {&second, &provider}, {&third, &provider}, {nullptr, &provider}});
  CHECK(market.classes(in(Aspect::vacancy)).of == std::vector<std::uint32_t>{0, 0, 0, 1});
  CHECK(market.classes(in(Aspect::ages)).of == std::vector<std::uint32_t>{0, 0, 1, 2});
  const Classes& both = market.classes(looks::ages);
  CHECK(both.size == std::vector<std::uint32_t>{2, 1, 1});
  CHECK(both.first == std::vector<std::uint32_t>{0, 2, 3});
  CHECK(market.find("setting:3") == std::size_t{2});
  CHECK_FALSE(market.find("setting:4"));
  CHECK(market.candidate(3).id == "provider:" + std::to_string(provider.id.value));
}
