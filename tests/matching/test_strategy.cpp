// Whom to ask first: by the time that is left, by what the child needs, and by who is near and suits.
#include "matching/strategy.h"

#include <deque>
#include <set>

#include "any_scene.h"
#include "support/cases.h"
#include "wording/wording.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

namespace {

// A Friday; the next working days are Monday 30 November, Tuesday 1 December ...
const Instant friday = Instant{date(2026, 11, 27)} + std::chrono::hours{14} + std::chrono::minutes{20};
const WorkingDays& calendar() { return WorkingDays::england(); }

Askable home(std::int64_t id, Route route, int score, double school = 6.0) {
  return {static_cast<std::size_t>(id),         ProviderId{static_cast<std::int64_t>(route) + 1}, SettingId{id}, route, score,
          geography::MilesRange{school, school}};
}

Approach asked(const Askable& whom, ApproachState state, std::optional<Instant> due = friday + std::chrono::hours{72}) {
  Approach approach;
  approach.provider = whom.provider;
  approach.setting = whom.setting;
  approach.askedAt = friday - std::chrono::hours{48};
  approach.answerDue = due;
  approach.state = state;
  return approach;
}

/// Five of our own, four on a framework, one to be bought spot; all match alike and lie alike.
std::vector<Askable> plainMarket() {
  std::vector<Askable> all;
  for (std::int64_t i = 1; i <= 5; ++i) all.push_back(home(i, Route::inHouse, 700));
  for (std::int64_t i = 6; i <= 9; ++i) all.push_back(home(i, Route::framework, 700));
  all.push_back(home(10, Route::spot, 700));
  return all;
}

Search inWorkingDays(int days) { return {Urgency::planned, calendar().after(englandDay(friday), days)}; }

Strategy proposed(const Search& search, const std::vector<Askable>& market, const std::vector<Approach>& approaches = {},
                  std::vector<std::optional<Route>> routes = {}) {
  if (routes.empty())
    for (const Approach& approach : approaches)
      for (const Askable& one : market)
        if (one.setting == approach.setting) routes.emplace_back(one.route);
  return propose(search, market, approaches, routes, friday, calendar());
}

bool says(const Wave& wave, const std::string& key) {
  return std::any_of(wave.why.begin(), wave.why.end(), [&](const Fact& fact) { return fact.key == key; });
}

}  // namespace

TEST_CASE("With weeks to go our own are asked first, the sector when they were to have answered, and spot last") {
  const Strategy strategy = proposed(inWorkingDays(25), plainMarket());
  CHECK(strategy.pace == Pace::weeks);
  REQUIRE(strategy.waves.size() == 3);
  const Wave& ours = strategy.waves[0];
  CHECK(ours.routes == std::vector{Route::inHouse});
  CHECK(ours.whom.size() == 5);
  CHECK(ours.opens == friday);
  CHECK(ours.answerDue == *parseIsoInstant("2026-12-02T17:00:00Z"));  // Wednesday: three working days after Friday
  const Wave& sector = strategy.waves[1];
  CHECK(sector.whom.size() == 4);
  CHECK(sector.opens == ours.answerDue);
  CHECK(sector.answerDue == *parseIsoInstant("2026-12-09T17:00:00Z"));
  CHECK(says(sector, "strategy.wave.sector"));
  CHECK(strategy.waves[2].routes == std::vector{Route::spot});
  CHECK(strategy.waves[2].opens == sector.answerDue);
  CHECK_FALSE(strategy.widenNow);
}

TEST_CASE("The sector is asked beside our own where a home there is clearly better or nearer, or where few of our own suit") {
  const Search weeks = inWorkingDays(25);
  const auto second = [&](const std::vector<Askable>& market) {
    const Strategy strategy = proposed(weeks, market);
    REQUIRE(strategy.waves.size() >= 2);
    return strategy.waves[1];
  };
  auto better = plainMarket();
  better[6].score = 700 + clearlyBetter;
  CHECK(says(second(better), "strategy.beside.better"));
  CHECK(second(better).opens == friday);
  better[6].score = 700 + clearlyBetter - 1;
  CHECK(second(better).opens > friday);

  auto nearer = plainMarket();
  nearer[7] = home(8, Route::framework, 650, 1.0);
  CHECK(says(second(nearer), "strategy.beside.school"));
  nearer[7].score = 700 - clearlyBetter;  // near, and no match
  CHECK_FALSE(says(second(nearer), "strategy.beside.school"));
  nearer[7] = home(8, Route::framework, 700, 1.5);  // 4.5 miles are not clearly nearer
  CHECK_FALSE(says(second(nearer), "strategy.beside.school"));
  nearer[7] = home(8, Route::framework, 700);
  nearer[7].school = geography::MilesRange{0.0, 20.0};  // known to its authority only: nobody knows that it is nearer
  CHECK_FALSE(says(second(nearer), "strategy.beside.school"));

  auto few = plainMarket();
  few.erase(few.begin(), few.begin() + 3);
  CHECK(says(second(few), "strategy.beside.few"));
  CHECK(wording::sentence(second(few).why.front()) == "Beside in-house: 2 of our own homes suit, and a choice has three.");
}

TEST_CASE("Much that is needed, and little time, ask our own and the sector together") {
  Search complex = inWorkingDays(25);
  complex.complexity.highNeeds = complexFrom;
  const Strategy strategy = proposed(complex, plainMarket());
  REQUIRE(strategy.waves.size() == 3);
  CHECK(says(strategy.waves[1], "strategy.beside.complex"));
  CHECK(strategy.waves[0].answerDue == *parseIsoInstant("2026-12-04T17:00:00Z"));  // three working days and two more

  const Strategy hurried = proposed(inWorkingDays(inHouseDays + sectorDays + choiceDays - 1), plainMarket());
  REQUIRE(hurried.waves.size() == 3);
  CHECK(says(hurried.waves[1], "strategy.beside.time"));
  CHECK(hurried.waves[1].opens == friday);
}

TEST_CASE("Under five days all but spot are asked at once until noon of the next working day; for much that is needed spot too") {
  const Search soon{Urgency::underFiveDays, date(2026, 12, 1)};
  const Strategy strategy = proposed(soon, plainMarket());
  CHECK(strategy.pace == Pace::days);
  REQUIRE(strategy.waves.size() == 2);
  CHECK(strategy.waves[0].whom.size() == 9);
  CHECK(strategy.waves[0].answerDue == *parseIsoInstant("2026-11-30T12:00:00Z"));
  CHECK(strategy.waves[1].opens == strategy.waves[0].answerDue);
  Search complex = soon;
  complex.complexity.highRisks = complexFrom;
  CHECK(proposed(complex, plainMarket()).waves.size() == 1);
  // Needed on Sunday: by Monday noon it would be too late.
  CHECK(proposed({Urgency::underFiveDays, date(2026, 11, 29)}, plainMarket()).waves[0].answerDue == friday + std::chrono::hours{2});
  // A planned move whose days have run out is no longer planned.
  CHECK(proposed(inWorkingDays(3), plainMarket()).pace == Pace::days);
}

TEST_CASE("On the same day everybody who suits is asked at once, with hours to answer and never more than half of what is left") {
  const Search tonight{Urgency::sameDay, englandDay(friday)};
  const Strategy strategy = proposed(tonight, plainMarket());
  REQUIRE(strategy.waves.size() == 1);
  CHECK(strategy.waves[0].whom.size() == 10);
  CHECK(strategy.waves[0].answerDue == friday + std::chrono::hours{2});
  CHECK(proposed({Urgency::sameDay, englandDay(friday), 17 * 60 + 20}, plainMarket()).waves[0].answerDue ==
        friday + std::chrono::minutes{90});
  CHECK(proposed({Urgency::sameDay, englandDay(friday), 12 * 60}, plainMarket()).waves[0].answerDue == friday + leastTonight);
}

TEST_CASE("It is time to widen when most of those asked said no or are late and a choice of three can no longer come of them") {
  const auto market = plainMarket();
  const Instant past = friday - std::chrono::hours{1};
  std::vector<Approach> approaches{asked(market[0], ApproachState::declined), asked(market[1], ApproachState::declined),
                                   asked(market[2], ApproachState::asked)};
  CHECK(timeToWiden(progressOf(approaches, friday), Urgency::planned));
  Strategy strategy = proposed(inWorkingDays(25), market, approaches);
  CHECK(strategy.widenNow);
  REQUIRE_FALSE(strategy.waves.empty());
  CHECK(strategy.waves.front().opens == friday);
  CHECK(strategy.waves.front().whom == std::vector<std::size_t>{3, 4});  // our own who were not asked yet

  approaches = {asked(market[0], ApproachState::asked, past), asked(market[1], ApproachState::asked, past),
                asked(market[2], ApproachState::asked)};
  CHECK(progressOf(approaches, friday) == Progress{3, 0, 0, 2, 1});
  CHECK(timeToWiden(progressOf(approaches, friday), Urgency::planned));
  // Whoever was asked since may still make three: nobody is told to widen twice.
  for (const std::size_t i : {3U, 4U}) approaches.push_back(asked(market[i], ApproachState::asked));
  CHECK_FALSE(timeToWiden(progressOf(approaches, friday), Urgency::planned));
  CHECK_FALSE(proposed(inWorkingDays(25), market, approaches).enough);
  // One yes is what tonight needs.
  approaches = {asked(market[0], ApproachState::declined), asked(market[1], ApproachState::declined),
                asked(market[2], ApproachState::answered)};
  CHECK(timeToWiden(progressOf(approaches, friday), Urgency::planned));
  CHECK_FALSE(timeToWiden(progressOf(approaches, friday), Urgency::sameDay));
  CHECK(proposed({Urgency::sameDay, englandDay(friday)}, market, approaches).enough);
}

TEST_CASE("While our own are still to answer the sector waits for the day that they were given") {
  const auto market = plainMarket();
  const Instant due = *parseIsoInstant("2026-12-04T17:00:00Z");
  std::vector<Approach> approaches;
  for (std::size_t i = 0; i < 5; ++i) approaches.push_back(asked(market[i], ApproachState::asked, due));
  const Strategy strategy = proposed(inWorkingDays(25), market, approaches);
  REQUIRE(strategy.waves.size() == 2);
  CHECK(strategy.waves[0].routes == std::vector{Route::framework, Route::independent});
  CHECK(strategy.waves[0].opens == due);
}

TEST_CASE("Which way a provider is asked follows from its agreement, and parents are not asked like a provider") {
  CHECK(routeOf(inHouse()) == Route::inHouse);
  Provider agency = aProvider();
  CHECK(routeOf(agency) == Route::independent);
  agency.framework = "tier 1";
  CHECK(routeOf(agency) == Route::framework);
  agency.framework = "spot";
  CHECK(routeOf(agency) == Route::spot);
  CHECK_FALSE(routeOf(aProvider().inSector(Sector::parents)));
}

TEST_CASE("Complexity counts high needs and risks, siblings, no other child and liberty") {
  const Child one =
      aChild().needing(NeedDomain::emotionalHealth, 4).needing(NeedDomain::education, 3).atRiskOf(RiskKind::sexualExploitation, 5);
  const Child other = aChild().id(2);
  CHECK(complexityOf(aReferral().of(one), {one}) == Complexity{1, 1, 0, false, false});
  CHECK_FALSE(complexityOf(aReferral().of(one), {one}).high());
  Referral both = aReferral().ofSiblings({one, other}).solo();
  CHECK(complexityOf(both, {one, other}) == Complexity{1, 1, 1, true, false});
  CHECK(complexityOf(both, {one, other}).high());
}

TEST_CASE("Nobody whom a gate stops is ever proposed, nobody twice, and every deadline can be kept") {
  holdsFor(2'000, "whom a strategy proposes, and until when", [] {
    using rc::gen::inRange;
    const auto scene = anyScene();
    std::deque<Provider> providers;
    for (int i = 1; i <= 4; ++i) {
      Provider provider = *anyProvider(i);
      provider.framework = *rc::gen::element<std::string>("", "tier 1", "spot");
      providers.push_back(provider);
    }
    std::vector<MarketFacts::Home> homes;
    std::deque<Setting> settings;
    for (std::int64_t i = 1, count = *inRange<std::int64_t>(1, 12); i <= count; ++i) {
      settings.push_back(*anySetting(i));
      homes.push_back({&settings.back(), &providers[*inRange<std::size_t>(0, 4)]});
    }
    for (const Provider& provider : providers)
      if (*rc::gen::arbitrary<bool>()) homes.push_back({nullptr, &provider});
    const Assessment market(scene->request(), std::make_shared<const MarketFacts>(homes), {}, theMap(), scene->policy);

    const auto askable = askableOf(market);
    std::vector<Approach> approaches;
    std::vector<std::optional<Route>> routes;
    const Instant now = Instant{testDay} + std::chrono::minutes{*inRange(0, 24 * 60 * 400)};
    for (const Askable& one : askable)
      if (*inRange(0, 3) == 0) {
        approaches.push_back(asked(one,
                                   *rc::gen::element(ApproachState::asked, ApproachState::answered, ApproachState::declined,
                                                     ApproachState::silent, ApproachState::withdrawn),
                                   now + std::chrono::hours{*inRange(-100, 100)}));
        routes.emplace_back(one.route);
      }
    const Search search{*rc::gen::element(Urgency::sameDay, Urgency::underFiveDays, Urgency::planned),
                        englandDay(now) + std::chrono::days{*inRange(-5, 80)},
                        *rc::gen::element(std::optional<int>{}, std::optional<int>{20 * 60}),
                        complexityOf(scene->referral, scene->children)};
    const Strategy strategy = propose(search, askable, approaches, routes, now, calendar());

    const Problem& problem = market.problem();
    std::set<std::size_t> once;
    std::set<Route> routesOnce;
    Instant before = now;
    for (const Wave& wave : strategy.waves) {
      RC_ASSERT(!wave.whom.empty());
      RC_ASSERT(wave.opens >= before);
      RC_ASSERT(wave.answerDue > wave.opens);
      before = wave.opens;
      for (const Route route : wave.routes) RC_ASSERT(routesOnce.insert(route).second);
      if (strategy.pace == Pace::weeks) {
        RC_ASSERT(calendar().isWorkingDay(englandDay(wave.answerDue)));
        RC_ASSERT(englandDay(wave.answerDue) > englandDay(wave.opens));
      }
      for (const Fact& why : wave.why) isSayable(why);
      for (const std::size_t i : wave.whom) {
        RC_ASSERT(once.insert(i).second);
        const Askable& one = askable.at(i);
        RC_ASSERT(std::find(wave.routes.begin(), wave.routes.end(), one.route) != wave.routes.end());
        for (std::size_t g = 0; g < problem.gates.size(); ++g)
          RC_ASSERT(problem.gateResults[one.candidate * problem.gates.size() + g] != GateResult::fail);
        for (const Approach& approach : approaches)
          RC_ASSERT(approach.state == ApproachState::withdrawn || approach.provider != one.provider || approach.setting != one.setting);
      }
    }
    const Progress& progress = strategy.progress;
    RC_ASSERT(progress.asked == progress.yes + progress.no + progress.overdue + progress.open);
    isSayable(strategy.why);
    isSayable(strategy.after);
    // Everybody is either stopped by one gate, or could be asked; parents are neither.
    int stopped = 0;
    for (const NotAsked& one : notAsked(problem)) stopped += one.candidates;
    RC_ASSERT(stopped + static_cast<int>(market.standing().homes.size()) == static_cast<int>(problem.candidates.size()));
    RC_ASSERT(askable.size() <= market.standing().homes.size());
  });
}
