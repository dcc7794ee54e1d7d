#include "law/scene.h"

using namespace homeward;
using namespace homeward::law;
using tests::Scene;
using tests::today;

namespace {

constexpr std::chrono::days day{1};

void breakOf(Scene& scene, int days) {
  scene.child.legalStatus = "V3";
  scene.referral().kind = ReferralKind::shortBreaks;
  scene.referral().neededDays = days;
}

}  // namespace

TEST_CASE("one short break lasts seventeen days at most", "[rule-34]") {
  Scene household(SettingType::fosteringHousehold);
  CHECK(household.answered(34) == Judgement::notApplicable);
  CHECK_FALSE(household.clock("endShortBreak"));
  breakOf(household, 17);
  CHECK(household.answered(34) == Judgement::satisfied);
  CHECK(household.clock("endShortBreak")->due == today + 17 * day);
  CHECK_FALSE(household.clock("placementPlan"));  // rule 10 is for other placements
  breakOf(household, 18);
  CHECK(household.answer(34).why.key == "law.34.tooLong");
  household.referral().neededDays.reset();
  CHECK(household.answered(34) == Judgement::notKnown);
  household.circumstances.left = today + 17 * day;  // the day of leaving does not count
  CHECK(household.answered(34) == Judgement::satisfied);
  household.circumstances.left = today + 18 * day;
  CHECK(household.answered(34) == Judgement::broken);
}

TEST_CASE("seventy-five days of short breaks in twelve months are the most", "[rule-34]") {
  Scene household(SettingType::fosteringHousehold);
  breakOf(household, 10);
  household.lived(SettingId{1}, today - 200 * day, today - 135 * day);
  CHECK(household.answered(34) == Judgement::satisfied);  // 65 and 10
  household.lived(SettingId{1}, today - 100 * day, today - 99 * day);
  CHECK(household.answer(34).why.key == "law.34.tooMany");
  CHECK(household.clock("endShortBreak")->due == today + 9 * day);
  SECTION("those of more than twelve months ago do not count") {
    Scene later(SettingType::fosteringHousehold);
    breakOf(later, 10);
    later.lived(SettingId{1}, date(2025, 9, 18), date(2025, 12, 2));  // of its days, five lie in the twelve months
    CHECK(later.answered(34) == Judgement::satisfied);
    CHECK(later.answer(34).why.arguments.back() == FactArgument{std::int64_t{15}});
  }
}

TEST_CASE("a series of short breaks is in one place, home between them, and of a child who is not in care", "[rule-34]") {
  Scene household(SettingType::fosteringHousehold);
  breakOf(household, 3);
  SECTION("elsewhere before") {
    household.lived(SettingId{8}, today - 50 * day, today - 47 * day);
    CHECK(household.answer(34).why.key == "law.34.otherHome");
  }
  SECTION("straight from another") {
    household.lived(SettingId{1}, today - 5 * day, today);
    CHECK(household.answer(34).why.key == "law.34.notHome");
  }
  SECTION("in care") {
    household.child.legalStatus = "C2";
    CHECK(household.answer(34).why.key == "law.34.inCare");
  }
  SECTION("before 1 April 2011") {
    household.circumstances.placedOn = date(2011, 3, 31);
    CHECK(household.answered(34) == Judgement::notJudged);
    CHECK_FALSE(household.clock("endShortBreak"));
    household.circumstances.placedOn = date(2011, 4, 1);
    CHECK(household.answered(34) == Judgement::satisfied);
  }
}

TEST_CASE("the wishes of a child are held against the home, and what is only in words is heard", "[rule-35]") {
  Scene home(SettingType::childrensHome);
  CHECK(home.says(35, Judgement::notKnown, "law.35.noWishes"));
  home.child.wishes = {{"I want a dog", WishKind::feature, "dog", {}, 0.0}, {"Not too loud", WishKind::wordsOnly, {}, {}, 0.0}};
  CHECK(home.says(35, Judgement::notKnown, "law.35.unknown"));
  home.setting.features["dog"] = false;
  CHECK(home.says(35, Judgement::broken, "law.35.wish"));
  home.offer().features["dog"] = true;
  CHECK(home.says(35, Judgement::satisfied, "law.35.wishes"));
  home.child.wishes.push_back({"No cats", WishKind::noFeature, "cat", {}, 0.0});
  home.setting.features["cat"] = true;
  CHECK(home.says(35, Judgement::broken, "law.35.wish"));
  home.child.wishes = {{"My school", WishKind::keepSchool, {}, {}, 0.0}};
  CHECK(home.says(35, Judgement::notKnown, "law.35.unknown"));
  home.circumstances.keepsSchool = false;
  CHECK(home.says(35, Judgement::broken, "law.35.wish"));
  home.child.wishes = {{"With Fern", WishKind::withSiblings, {}, {}, 0.0}};
  home.circumstances.siblings = 1;
  CHECK(home.says(35, Judgement::broken, "law.35.wish"));
  home.circumstances.siblingsThere = 1;
  CHECK(home.says(35, Judgement::satisfied, "law.35.wishes"));
}

TEST_CASE("religion, origin, culture and language are held against the home", "[rule-35]") {
  Scene home(SettingType::childrensHome);
  CHECK(home.says(35, Judgement::notKnown, "law.35.noIdentity"));
  home.child.identity = {"halalFood", "language:Welsh"};
  home.setting.features["halalFood"] = true;
  CHECK(home.says(35, Judgement::notKnown, "law.35.unknown"));
  home.setting.features["language:Welsh"] = false;
  CHECK(home.says(35, Judgement::broken, "law.35.identity"));
  home.setting.features["language:Welsh"] = true;
  CHECK(home.says(35, Judgement::satisfied, "law.35.identityMet"));
  home.circumstances.placedOn = date(1991, 10, 13);
  for (const LegalFinding& limb : home.answers(35)) CHECK(limb.judgement == Judgement::notJudged);
  home.circumstances.placedOn = date(1991, 10, 14);
  CHECK(home.says(35, Judgement::satisfied, "law.35.identityMet"));
}
