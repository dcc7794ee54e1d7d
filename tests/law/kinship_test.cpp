#include "law/scene.h"

using namespace homeward;
using namespace homeward::law;
using tests::Scene;
using tests::today;

TEST_CASE("why a child is not with a parent is on record, or it is asked", "[rule-1]") {
  Scene home(SettingType::childrensHome);
  CHECK(home.answered(1) == Judgement::notKnown);
  home.referral().whyNotParents = "   ";
  CHECK(home.answered(1) == Judgement::notKnown);
  home.referral().whyNotParents = "The assessment of May says that neither parent can.";
  CHECK(home.answered(1) == Judgement::satisfied);
  CHECK(Scene(SettingType::withParents).answered(1) == Judgement::satisfied);
  home.circumstances.placedOn = date(2011, 3, 31);
  CHECK(home.answered(1) == Judgement::notJudged);
  home.circumstances.placedOn = date(2011, 4, 1);
  CHECK(home.answered(1) == Judgement::satisfied);
}

TEST_CASE("a connected person comes before other homes, and where one was found the words of the decision say why not", "[rule-2]") {
  Scene home(SettingType::childrensHome);
  CHECK(home.answered(2) == Judgement::notKnown);
  home.referral();
  CHECK(home.answered(2) == Judgement::notKnown);
  home.referral().connectedPersonFound = false;
  CHECK(home.answered(2) == Judgement::satisfied);
  home.referral().connectedPersonFound = true;
  CHECK(home.answered(2) == Judgement::broken);
  CHECK(home.answer(2).bringsBack.key == "law.reasonOnRecord");
  Scene aunt(SettingType::fosteringHousehold);
  aunt.referral().connectedPersonFound = true;
  CHECK(aunt.answered(2) == Judgement::broken);
  aunt.setting.connectedPerson = true;
  CHECK(aunt.answered(2) == Judgement::satisfied);
  CHECK(Scene(SettingType::withParents).answered(2) == Judgement::notApplicable);
  aunt.circumstances.placedOn = date(2011, 3, 31);
  CHECK(aunt.answered(2) == Judgement::notJudged);
}

TEST_CASE("where adoption is the plan, a connected person and carers approved as adopters are considered first", "[rule-5]") {
  Scene household(SettingType::fosteringHousehold, 2);
  CHECK(household.answered(5) == Judgement::notApplicable);
  CHECK_FALSE(household.clock("adoptionRoutes"));
  household.child.aim = CarePlanAim::adoption;
  CHECK(household.answered(5) == Judgement::broken);
  CHECK(household.clock("adoptionRoutes")->due == today);
  SECTION("shown as done") {
    household.circumstances.onRecord = {{5, today}};
    CHECK(household.answered(5) == Judgement::satisfied);
  }
  SECTION("carers who are approved as adopters") {
    household.setting.approvedAdopters = true;
    CHECK(household.answered(5) == Judgement::satisfied);
    CHECK_FALSE(household.clock("adoptionRoutes"));
  }
  SECTION("a connected person") {
    household.setting.connectedPerson = true;
    CHECK(household.answered(5) == Judgement::satisfied);
  }
  SECTION("before 25 July 2014") {
    household.circumstances.placedOn = date(2014, 7, 24);
    CHECK(household.answered(5) == Judgement::notJudged);
    CHECK_FALSE(household.clock("adoptionRoutes"));
    household.circumstances.placedOn = date(2014, 7, 25);
    CHECK(household.answered(5) == Judgement::broken);
  }
}

TEST_CASE("with a parent a nominated officer approves, and only where the child is in care", "[rule-14]") {
  Scene parent(SettingType::withParents);
  CHECK(parent.answered(14) == Judgement::notKnown);
  for (const char* inCare : {"C1", "C2"}) {
    parent.child.legalStatus = inCare;
    CHECK(parent.wanted(14) == Role::nominatedOfficer);
    CHECK(parent.answered(14) == Judgement::broken);
  }
  CHECK(mayApprove(14, Role::director));
  CHECK_FALSE(mayApprove(14, Role::socialWorker));
  SECTION("approved by the day of the start, or after it") {
    parent.circumstances.onRecord = {{14, today}};
    CHECK(parent.answered(14) == Judgement::satisfied);
    parent.circumstances.onRecord = {{14, today + std::chrono::days{1}}};
    CHECK(parent.answered(14) == Judgement::broken);
    CHECK(parent.answer(14).why.key == "law.approvedLater");
  }
  SECTION("accommodated by agreement: no approval opens it") {
    parent.child.legalStatus = "V2";
    CHECK_FALSE(parent.wanted(14));
    const auto answer = approvals(parent.circumstances, WorkingDays::england());
    REQUIRE(answer.refused.size() == 1);
    CHECK(answer.refused[0].rule == 14);
    CHECK_FALSE(answer.refused[0].approver);
  }
  SECTION("another home") {
    CHECK(Scene(SettingType::childrensHome).answered(14) == Judgement::notApplicable);
    Scene coded(SettingType::otherArrangement);
    coded.setting.arrangement = OtherArrangement::careHome;
    coded.child.legalStatus = "V2";
    coded.circumstances.placeCode = "P1";
    CHECK(coded.answered(14) == Judgement::broken);
  }
  SECTION("before 1 April 2011") {
    parent.circumstances.placedOn = date(2011, 3, 31);
    CHECK(parent.answered(14) == Judgement::notJudged);
    CHECK_FALSE(parent.wanted(14));
    parent.circumstances.placedOn = date(2011, 4, 1);
    CHECK(parent.wanted(14));
  }
}

TEST_CASE("adopters who are no foster carers are approved for the named child first", "[rule-18]") {
  Scene household(SettingType::fosteringHousehold, 1);
  household.child.aim = CarePlanAim::adoption;
  CHECK(household.answered(18) == Judgement::notApplicable);
  household.setting.approvedAdopters = true;
  CHECK(household.wanted(18) == Role::nominatedOfficer);
  household.child.aim = CarePlanAim::returnHome;
  CHECK(household.answered(18) == Judgement::notApplicable);
  household.circumstances.placeCode = "U5";
  CHECK(household.answered(18) == Judgement::broken);
  SECTION("foster carers too") {
    household.setting.terms.limitsKnown = true;
    CHECK(household.answered(18) == Judgement::satisfied);
  }
  SECTION("approved") {
    household.circumstances.onRecord = {{18, today - std::chrono::days{3}}};
    CHECK(household.answered(18) == Judgement::satisfied);
  }
  SECTION("before 1 July 2013") {
    household.circumstances.placedOn = date(2013, 6, 30);
    CHECK(household.answered(18) == Judgement::notJudged);
    household.circumstances.placedOn = date(2013, 7, 1);
    CHECK(household.answered(18) == Judgement::broken);
  }
  CHECK(Scene(SettingType::childrensHome).answered(18) == Judgement::notApplicable);
}
