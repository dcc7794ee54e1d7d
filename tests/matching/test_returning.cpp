// What brings a place back: the day on which a gate no longer fails, what it takes besides, and what all of it together would take.
#include "any_scene.h"
#include "matching/returning.h"
#include "support/cases.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

namespace {

/// The same scene with the placement on another day.
Assessment onDay(const Scene& scene, const CandidateFacts& facts, Date day, matching::Stage stage = matching::Stage::market) {
  auto request = std::make_shared<Request>(*scene.request());
  request->placeOn = day;
  return {stage, std::move(request), {facts}, theMap(), scene.policy};
}

Explanation explained(const Scene& scene, const Setting& setting) { return scene.assess({scene.allIn(setting)}).explain(0); }

const Date placeOn = Referral(aReferral()).neededBy;

}  // namespace

TEST_CASE("Whatever fails says what would bring it back, and on the day that it names it fails no more") {
  holdsFor(3'000, "each failed gate has its remedy, and its day holds", [] {
    const auto scene = anyScene();
    scene->policy = defaultPolicy();
    const Assessment assessment = scene->assess(scene->candidates, scene->stage);
    for (std::size_t i = 0; i < scene->candidates.size(); ++i) {
      const Explanation why = assessment.explain(i);
      int failed = 0;
      for (std::size_t g = 0; g < why.gates.size(); ++g) {
        const GateAnswer& gate = why.gates[g];
        if (gate.result != GateResult::fail) {
          RC_ASSERT(!gate.backOn && gate.sooner.empty());
          continue;
        }
        failed += gate.waiver ? 0 : 1;
        RC_LOG() << gate.key << "\n";
        RC_ASSERT(!gate.bringsBack.empty());
        if (!gate.backOn) continue;
        RC_ASSERT(*gate.backOn > assessment.request().placeOn);
        const Assessment then = onDay(*scene, scene->candidates[i], *gate.backOn, scene->stage);
        RC_ASSERT(then.problem().gateResults[g] != GateResult::fail);
      }
      RC_ASSERT(why.comesBack.failed == failed);
      for (const Fact& fact : why.comesBack.with) isSayable(fact);
      if (failed == 0) RC_ASSERT(!why.comesBack.from && why.comesBack.with.empty());
      if (failed > 0) RC_ASSERT(why.comesBack.from.has_value() || !why.comesBack.with.empty());
      if (!why.comesBack.from) continue;
      const Assessment then = onDay(*scene, scene->candidates[i], *why.comesBack.from, scene->stage);
      const auto& results = then.problem().gateResults;
      const auto failing = std::count(results.begin(), results.end(), GateResult::fail);
      RC_ASSERT(failing < failed);
      RC_ASSERT(why.comesBack.with.empty() == (failing == 0));
    }
  });
}

TEST_CASE("A home that is full on the day is back from the day on which somebody leaves") {
  Scene scene;
  const Date leaves = placeOn + std::chrono::days{6};
  Setting home = aHome().withResident({std::nullopt, 12, std::nullopt, true, leaves}).free(1, placeOn);
  home.registration->places = 1;
  const Explanation why = explained(scene, home);
  const auto answer = [&](const std::string& key) {
    return *std::find_if(why.gates.begin(), why.gates.end(), [&](const GateAnswer& gate) { return gate.key == key; });
  };
  CHECK(answer("registration.places").backOn == leaves);
  CHECK(answer("registration.places").bringsBack == Fact{"back.on.leaves", {leaves}});
  CHECK(answer("registration.places").sooner.empty());
  CHECK(answer("law.40").bringsBack == Fact{"back.on.leaves", {leaves}});
  CHECK(why.comesBack.from == leaves);
  CHECK(why.comesBack.with.empty());
}

TEST_CASE("Where several gates fail, the day and what it takes besides stand together") {
  Scene scene;
  scene.referral.withinMilesOfHome = 20.0;
  Setting home = aHousehold().livingAt("ZZ9 1AA", eastOfHome(22.4));
  const Date takes = placeOn + std::chrono::days{9};
  home.willingness = {Willing::notTaking, takes, {}};
  const Explanation why = explained(scene, home);
  CHECK(why.comesBack.failed == 2);
  CHECK(why.comesBack.from == takes);
  CHECK(why.comesBack.with == std::vector<Fact>{{"takes.back.limitRaised", {std::string("25"), std::string("20")}}});
}

TEST_CASE("A child who turns sixteen, or old enough for a home, is told of with the day") {
  const Date birthdayOn = placeOn + std::chrono::days{40};
  Scene scene = Scene::of(aChild().born(birthday(birthdayOn, -10)));
  Setting home = aHousehold().taking(10, 17);
  const GateAnswer answer = gateOf(scene, "registration.age", home);
  CHECK(answer.result == GateResult::fail);
  CHECK(answer.backOn == birthdayOn);
  CHECK(answer.bringsBack == Fact{"back.on.birthday", {birthdayOn, std::string("Rowan Wren"), std::int64_t{10}}});
  CHECK(answer.sooner == Fact{"back.terms", {}});

  Scene older = Scene::of(aChild().born(birthday(birthdayOn, -16)));
  Setting flat = aHousehold();
  flat.type = SettingType::supportedAccommodation;
  const GateAnswer law = gateOf(older, "law.20", flat);
  CHECK(law.result == GateResult::fail);
  CHECK(law.backOn == birthdayOn);
  CHECK(law.bringsBack.key == "law.20.back");  // says the day itself
  CHECK(law.sooner.empty());
}

TEST_CASE("A birthday further off than a year is no prospect") {
  Scene scene = Scene::of(aChild().aged(6));
  const GateAnswer answer = gateOf(scene, "registration.age", aHousehold().taking(12, 17));
  CHECK_FALSE(answer.backOn);
  CHECK(answer.bringsBack == Fact{"back.terms", {}});
}

TEST_CASE("Support that is priced brings back a home that falls short, by the least dear way") {
  Scene scene = Scene::of(aChild().needing(NeedDomain::behaviour, 4).essential());
  Setting home = aHousehold();
  home.capabilities = {{NeedDomain::behaviour, 2, Basis::verified, "Form B", testDay}};
  const std::string key = "essential.need.behaviour";
  const auto bringsBack = [&](std::vector<PricedSupport> support) {
    auto request = std::make_shared<Request>(*scene.request());
    request->support = std::move(support);
    const Assessment assessment(matching::Stage::market, request, {scene.allIn(home)}, theMap(), scene.policy);
    return assessment.explain(0).gates[indexOf(assessment.problem().gates, key)].bringsBack;
  };
  const PricedSupport twoToOne{"two-to-one support", {NeedDomain::behaviour, NeedDomain::emotionalHealth}, 2, pounds(610)};
  const PricedSupport worker{"a support worker", {NeedDomain::behaviour}, 1, pounds(240)};
  const PricedSupport coach{"a coach", {NeedDomain::behaviour}, 1, pounds(190)};
  const PricedSupport tutor{"a tutor", {NeedDomain::education}, 5, pounds(10)};
  CHECK(bringsBack({}) == Fact{"back.support", {std::int64_t{4}}});
  CHECK(bringsBack({tutor, worker}) == Fact{"back.support", {std::int64_t{4}}});
  CHECK(bringsBack({tutor, twoToOne}) == Fact{"back.supportBought", {std::string("two-to-one support"), pounds(610)}});
  CHECK(bringsBack({twoToOne, worker, coach}) ==
        Fact{"back.supportBoughtTwo", {std::string("a support worker"), std::string("a coach"), pounds(430)}});
  CHECK(wording::sentence(bringsBack({twoToOne})) == "Back if two-to-one support is bought: +£610 a week.");
}
