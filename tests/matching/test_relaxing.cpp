// What one relaxed requirement would let in is what a whole new assessment of the relaxed request says.
#include <set>

#include "any_scene.h"
#include "matching/relaxing.h"
#include "support/cases.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

namespace {

std::vector<Status> statuses(const Assessment& assessment) {
  std::vector<Status> all(assessment.problem().candidates.size());
  for (const Ranked& row : rank(assessment.problem())) all[row.candidate] = row.status;
  return all;
}

/// A scene in which there is something to relax and most candidates could be in.
std::shared_ptr<AnyScene> askingForMuch() {
  auto scene = anyScene();
  for (Child& child : scene->children) {
    if (child.needs.empty()) child.needs.push_back({NeedDomain::behaviour, 3, false, {}, std::nullopt, {}});
    child.needs.front().essential = true;
    if (*rc::gen::arbitrary<bool>()) child.noGoAreas.push_back({"ZZ5", "Somebody there"});
    if (*rc::gen::arbitrary<bool>()) child.medicalExclusions.push_back("dog");
  }
  for (Setting& setting : scene->settings) {
    if (*rc::gen::inRange(0, 3) == 0) continue;
    setting.registration.reset();
    setting.type = SettingType::fosteringHousehold;
    setting.terms = {};
    setting.terms.limitsKnown = true;
    setting.residents.clear();
    setting.willingness = {Willing::taking, std::nullopt, {}};
    if (setting.vacancy) setting.vacancy->places = 4;
  }
  scene->provider = inHouse();
  scene->answers.clear();
  for (CandidateFacts& facts : scene->candidates) facts.answers.clear();
  return scene;
}

}  // namespace

TEST_CASE("What one relaxed requirement lets in is what a new assessment says, to the candidate") {
  int letIn = 0;
  std::set<Relaxed> seen;
  holdsFor(24'000, "the answer is that of the oracle", [&] {
    const auto scene = askingForMuch();
    const Assessment now = scene->assess(scene->candidates, scene->stage);
    const std::vector<Status> before = statuses(now);
    const auto answers = whatWouldLetIn(now);
    RC_ASSERT(answers.size() == whatMayBeRelaxed(now.request()).size());
    for (std::size_t i = 1; i < answers.size(); ++i) RC_ASSERT(answers[i - 1].candidates.size() >= answers[i].candidates.size());
    for (const LetIn& answer : answers) {
      isSayable(answer.words);
      RC_LOG() << wording::sentence(answer.words) << "\n";
      const Assessment then(scene->stage, std::make_shared<const Request>(relaxed(now.request(), answer.relaxing)), scene->candidates,
                            theMap(), scene->policy);
      const std::vector<Status> after = statuses(then);
      std::set<std::size_t> in;
      int eligible = 0;
      int lost = 0;
      for (std::size_t c = 0; c < after.size(); ++c) {
        if (before[c] == Status::notEligible && after[c] != Status::notEligible) {
          in.insert(c);
          eligible += after[c] == Status::eligible ? 1 : 0;
        }
        lost += before[c] != Status::notEligible && after[c] == Status::notEligible ? 1 : 0;
      }
      RC_ASSERT(std::set<std::size_t>(answer.candidates.begin(), answer.candidates.end()) == in);
      RC_ASSERT(answer.candidates.size() == in.size());
      RC_ASSERT(answer.eligible == eligible);
      RC_ASSERT(answer.toConfirm == static_cast<int>(in.size()) - eligible);
      RC_ASSERT(answer.lost == lost);
      if (answer.relaxing.what != Relaxed::laterDay) RC_ASSERT(lost == 0);
      letIn += static_cast<int>(in.size());
      if (!in.empty()) seen.insert(answer.relaxing.what);
    }
  });
  CHECK(letIn > 100);
  CHECK(seen.size() >= 6);  // the scenes reach what they are meant to reach
}

TEST_CASE("Limits widen by the next five and ten miles, and a need is eased by a level or given up") {
  Scene scene = Scene::of(aChild().needing(NeedDomain::behaviour, 3).essential().needing(NeedDomain::education, 1).essential());
  scene.referral.withinMilesOfHome = 12.0;
  scene.referral.settingTypes = {SettingType::fosteringHousehold};
  const auto ways = whatMayBeRelaxed(*scene.request());
  const auto count = [&](Relaxed what) {
    return std::count_if(ways.begin(), ways.end(), [&](const Relaxing& way) { return way.what == what; });
  };
  CHECK(count(Relaxed::needNotEssential) == 2);
  CHECK(count(Relaxed::needLevelLower) == 1);  // below level 1 there is nothing to meet
  CHECK(count(Relaxed::settingType) == std::ssize(all<SettingType>()) - 1);
  CHECK(count(Relaxed::solo) == 0);
  CHECK(count(Relaxed::laterDay) == 1);
  std::vector<double> miles;
  for (const Relaxing& way : ways)
    if (way.what == Relaxed::radiusHome) miles.push_back(way.miles);
  CHECK(miles == std::vector<double>{15.0, 20.0});
}

TEST_CASE("A home just outside the limit is let in by the wider one, with the best first") {
  Scene scene;
  scene.referral.withinMilesOfHome = 20.0;
  std::vector<Setting> homes;
  for (const double miles : {22.0, 24.0, 27.0, 40.0}) {
    Setting home = aHousehold().livingAt("ZZ9 1AA", eastOfHome(miles)).id(std::ssize(homes) + 1);
    homes.push_back(home);
  }
  std::vector<CandidateFacts> candidates;
  for (const Setting& home : homes) {
    candidates.push_back(scene.allIn(home));
    candidates.back().id = "setting:" + std::to_string(home.id.value);
  }
  const Assessment now = scene.assess(candidates);
  const auto answers = whatWouldLetIn(now);
  REQUIRE(answers.size() >= 2);
  CHECK(answers[0].relaxing.miles == 30.0);
  CHECK(answers[0].candidates == std::vector<std::size_t>{0, 1, 2});
  CHECK(wording::sentence(answers[0].words) == "Within 30 miles of home instead of 20");
  CHECK(answers[1].relaxing.miles == 25.0);
  CHECK(answers[1].candidates == std::vector<std::size_t>{0, 1});
}
