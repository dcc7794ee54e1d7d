#include "law/scene.h"

using namespace homeward;
using namespace homeward::law;
using tests::Scene;
using tests::today;

namespace {

/// In Year 10 on the day: Key Stage 4.
Scene& inYear10(Scene& scene) {
  scene.child.born = date(2012, 1, 15);
  scene.child.school = "Teasel Academy";
  return scene;
}

}  // namespace

TEST_CASE("at Key Stage 4 a nominated officer approves where the school is lost", "[rule-11]") {
  Scene home(SettingType::childrensHome);
  inYear10(home);
  REQUIRE(isKeyStage4(home.child.born, today));
  CHECK(home.answered(11) == Judgement::notKnown);
  CHECK_FALSE(home.wanted(11));
  home.circumstances.keepsSchool = true;
  CHECK(home.answered(11) == Judgement::satisfied);
  home.circumstances.keepsSchool = false;
  CHECK(home.wanted(11) == Role::nominatedOfficer);
  CHECK(home.answered(12) == Judgement::notApplicable);  // the approval takes the place of the plan
  CHECK_FALSE(home.clock("educationPlan"));
  SECTION("not in an emergency; then a plan is owed") {
    home.circumstances.emergency = true;
    CHECK_FALSE(home.wanted(11));
    CHECK(home.answered(11) == Judgement::notApplicable);
    CHECK(home.clock("educationPlan")->due == today);
  }
  SECTION("approved before") {
    home.circumstances.onRecord = {{11, today}};
    CHECK(home.answered(11) == Judgement::satisfied);
  }
  SECTION("where no school is recorded it is asked which") {
    home.circumstances.keepsSchool.reset();
    home.child.school.clear();
    CHECK(home.answer(11).why.key == "law.11.noSchool");
  }
}

TEST_CASE("Key Stage 4 begins on 1 September of Year 10 and ends with Year 11", "[rule-11]") {
  Scene home(SettingType::childrensHome);
  home.circumstances.keepsSchool = false;
  home.child.born = date(2012, 1, 15);
  home.circumstances.placedOn = date(2026, 8, 31);  // Year 9
  CHECK(home.answered(11) == Judgement::notApplicable);
  home.circumstances.placedOn = date(2026, 9, 1);
  CHECK(home.answered(11) == Judgement::broken);
  home.circumstances.placedOn = date(2028, 8, 31);
  CHECK(home.answered(11) == Judgement::broken);
  home.circumstances.placedOn = date(2028, 9, 1);
  CHECK(home.answered(11) == Judgement::notApplicable);
  home.child.born = date(1995, 12, 1);
  home.circumstances.placedOn = date(2011, 3, 31);
  CHECK(home.answered(11) == Judgement::notJudged);
  home.circumstances.placedOn = date(2011, 4, 1);
  CHECK(home.answered(11) == Judgement::broken);
}

TEST_CASE("a child of school age who loses the school has other education by the start", "[rule-12]") {
  Scene home(SettingType::childrensHome, 9);
  CHECK(home.answered(12) == Judgement::notKnown);
  CHECK_FALSE(home.clock("educationPlan"));
  home.circumstances.keepsSchool = false;
  CHECK(home.answered(12) == Judgement::broken);
  CHECK(home.clock("educationPlan")->due == today);
  home.circumstances.onRecord = {{12, today + std::chrono::days{2}}};
  CHECK(home.answered(12) == Judgement::satisfied);
  home.circumstances.keepsSchool = true;
  CHECK(home.answered(12) == Judgement::satisfied);
  home.child.born = today - std::chrono::days{3 * 365};
  CHECK(home.answered(12) == Judgement::notApplicable);
  home.child.born = date(2002, 1, 1);
  home.circumstances.keepsSchool = false;
  home.circumstances.onRecord.clear();
  home.circumstances.placedOn = date(2011, 3, 31);
  CHECK(home.answered(12) == Judgement::notJudged);
  home.circumstances.placedOn = date(2011, 4, 1);
  CHECK(home.answered(12) == Judgement::broken);
}

TEST_CASE("a placement that the authority ends was reviewed first", "[rule-13]") {
  Scene home(SettingType::childrensHome);
  CHECK(home.answered(13) == Judgement::notApplicable);  // nobody looked where the child lives
  home.lived(SettingId{2}, today - std::chrono::days{200}, std::nullopt);
  CHECK(home.answered(13) == Judgement::notKnown);
  CHECK(approvals(home.circumstances, WorkingDays::england()).open.size() == 1);
  for (const char* ours : {"CARPL", "LAREQ", "CHILD", "OTHER"}) {
    home.referral().leavingBecause = ours;
    CHECK(home.wanted(13) == Role::teamManager);
  }
  for (const char* theirs : {"CLOSE", "CREQB", "CREQO", "APPRR", "CUSTOD"}) {
    home.referral().leavingBecause = theirs;
    CHECK_FALSE(home.wanted(13));
    CHECK(home.answered(13) == Judgement::notApplicable);
  }
  home.referral().leavingBecause = "CARPL";
  SECTION("reviewed") {
    home.circumstances.onRecord = {{13, today - std::chrono::days{10}}};
    CHECK(home.answered(13) == Judgement::satisfied);
    CHECK(mayApprove(13, Role::socialWorker));
    CHECK_FALSE(mayApprove(13, Role::placementOfficer));
  }
  SECTION("in an emergency notice follows within ten working days") {
    CHECK_FALSE(home.clock("noticeOfEnd"));
    home.circumstances.emergency = true;
    CHECK(home.clock("noticeOfEnd")->due == WorkingDays::england().after(today, 10));
  }
  SECTION("a stay that ended before, or in the same home, is none that is left") {
    home.lived(SettingId{2}, today, today);
    home.circumstances.stays = nullptr;
    CHECK(home.answered(13) == Judgement::notApplicable);
    Scene back(SettingType::childrensHome);
    back.referral().leavingBecause = "CARPL";
    back.lived(SettingId{2}, today - std::chrono::days{200}, today - std::chrono::days{1});
    CHECK(back.answered(13) == Judgement::notApplicable);
    back.lived(SettingId{3}, today - std::chrono::days{200}, today);
    CHECK(back.answered(13) == Judgement::broken);
    Scene same(SettingType::childrensHome);
    same.referral().leavingBecause = "CARPL";
    same.lived(SettingId{1}, today - std::chrono::days{200}, std::nullopt);
    CHECK(same.answered(13) == Judgement::notApplicable);
  }
  SECTION("what the stay itself says of its end counts before the referral") {
    Scene ended(SettingType::childrensHome);
    ended.referral().leavingBecause = "CARPL";
    ended.lived(SettingId{2}, today - std::chrono::days{200}, today).endReason = "CREQB";
    CHECK(ended.answered(13) == Judgement::notApplicable);
  }
  SECTION("before 1 April 2011") {
    Scene then(SettingType::childrensHome);
    then.referral().leavingBecause = "CARPL";
    then.lived(SettingId{2}, date(2011, 1, 1), std::nullopt);
    then.circumstances.placedOn = date(2011, 3, 31);
    CHECK(then.answered(13) == Judgement::notJudged);
    then.circumstances.placedOn = date(2011, 4, 1);
    CHECK(then.answered(13) == Judgement::broken);
  }
}
