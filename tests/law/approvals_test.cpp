#include "law/scene.h"

using namespace homeward;
using namespace homeward::law;
using tests::said;
using tests::Scene;
using tests::today;

namespace {

const WorkingDays& calendar() { return WorkingDays::england(); }

ApprovalAnswer ask(const Scene& scene) {
  const ApprovalAnswer answer = approvals(scene.circumstances, calendar());
  for (const ApprovalNeeded& each : answer.needed) CHECK_FALSE(said(each.why).empty());
  return answer;
}

std::optional<Clock> clockOf(const Scene& scene, int rule) {
  std::optional<Clock> found;
  for (const Clock& clock : clocks(scene.circumstances, calendar())) {
    CHECK_FALSE(said(clock.why).empty());
    CHECK(wording::word("owed", clock.step).front() != '[');
    if (clock.rule == rule) found = clock;
  }
  return found;
}

void outside(Scene& scene, bool adjoining) {
  scene.circumstances.inArea = false;
  scene.circumstances.adjoins = adjoining;
}

}  // namespace

TEST_CASE("inside the area no approval is needed", "[rule-6][rule-7]") {
  Scene home(SettingType::childrensHome);
  home.circumstances.inArea = true;
  CHECK(ask(home) == ApprovalAnswer{});
}

TEST_CASE("in an adjoining authority a nominated officer approves, at a distance the Director", "[rule-6][rule-7]") {
  Scene home(SettingType::childrensHome);
  outside(home, true);
  auto answer = ask(home);
  REQUIRE(answer.needed.size() == 1);
  CHECK(answer.needed[0].rule == 6);
  CHECK(answer.needed[0].by == Role::nominatedOfficer);
  CHECK(answer.needed[0].consultBy == std::nullopt);
  outside(home, false);
  answer = ask(home);
  REQUIRE(answer.needed.size() == 1);
  CHECK(answer.needed[0].rule == 7);
  CHECK(answer.needed[0].by == Role::director);
}

TEST_CASE("where the area is not known the answer says so and guesses nothing", "[rule-6][rule-7]") {
  Scene home(SettingType::childrensHome);
  CHECK(ask(home) == ApprovalAnswer{{}, true});
  home.circumstances.inArea = false;
  CHECK(ask(home) == ApprovalAnswer{{}, true});
}

TEST_CASE("a connected person and a carer whom the authority approved are exempt; a children's home never is", "[rule-8]") {
  Scene household(SettingType::fosteringHousehold);
  outside(household, false);
  CHECK(ask(household).needed.size() == 1);
  household.setting.connectedPerson = true;
  CHECK(ask(household) == ApprovalAnswer{});
  household.setting.connectedPerson = false;
  household.setting.approvedByResponsibleAuthority = true;
  CHECK(ask(household) == ApprovalAnswer{});
  household.setting.type = SettingType::childrensHome;
  CHECK(ask(household).needed.size() == 1);
}

TEST_CASE("in an emergency the approval comes first; consultation and notification may follow within five working days",
          "[rule-6][rule-7][rule-8]") {
  Scene home(SettingType::childrensHome);
  outside(home, false);
  home.circumstances.emergency = true;
  const auto answer = ask(home);
  REQUIRE(answer.needed.size() == 1);
  CHECK(answer.needed[0].consultBy == date(2026, 12, 4));
  CHECK(said(answer.needed[0].why).find("before the placement takes effect") != std::string::npos);
}

TEST_CASE("at a distance in an emergency the area authority is consulted within five working days, unless the carer is exempt",
          "[rule-8]") {
  Scene household(SettingType::fosteringHousehold);
  household.circumstances.emergency = true;
  CHECK(clockOf(household, 8) == std::nullopt);  // where it lies is not known
  outside(household, true);
  CHECK(clockOf(household, 8) == std::nullopt);
  outside(household, false);
  REQUIRE(clockOf(household, 8));
  CHECK(clockOf(household, 8)->due == date(2026, 12, 4));
  CHECK(clockOf(household, 8)->step == "consultAreaAuthority");
  household.setting.approvedByResponsibleAuthority = true;
  CHECK(clockOf(household, 8) == std::nullopt);
  household.setting.approvedByResponsibleAuthority = false;
  household.circumstances.emergency = false;
  CHECK(clockOf(household, 8) == std::nullopt);
}

TEST_CASE("before 27 January 2014 no approval is asked", "[rule-6][rule-7]") {
  Scene home(SettingType::childrensHome);
  outside(home, false);
  home.circumstances.placedOn = date(2014, 1, 26);
  CHECK(ask(home).needed.empty());
  home.circumstances.placedOn = date(2014, 1, 27);
  CHECK(ask(home).needed.size() == 1);
}

TEST_CASE("the area authority is notified before the placement, or within five working days of an emergency", "[rule-9]") {
  Scene home(SettingType::childrensHome);
  CHECK(clockOf(home, 9) == std::nullopt);
  home.circumstances.inArea = true;
  CHECK(clockOf(home, 9) == std::nullopt);
  home.circumstances.inArea = false;
  CHECK(clockOf(home, 9)->due == today);
  CHECK(clockOf(home, 9)->step == "notifyAreaAuthority");
  home.circumstances.emergency = true;
  CHECK(clockOf(home, 9)->due == date(2026, 12, 4));
}

TEST_CASE("the placement plan comes before the placement, or within five working days of an emergency", "[rule-10]") {
  Scene home(SettingType::childrensHome);
  CHECK(clockOf(home, 10)->due == today);
  home.circumstances.emergency = true;
  CHECK(clockOf(home, 10)->due == date(2026, 12, 4));
  CHECK(clockOf(home, 10)->step == "placementPlan");
  home.setting.terms.shortBreaksOnly = true;
  CHECK(clockOf(home, 10) == std::nullopt);
  home.setting.terms.shortBreaksOnly = false;
  home.circumstances.placedOn = date(2011, 3, 31);
  CHECK(clockOf(home, 10) == std::nullopt);
}

TEST_CASE("working days leave out weekends and bank holidays", "[rule-9][rule-10]") {
  Scene home(SettingType::childrensHome);
  home.circumstances.emergency = true;
  home.circumstances.placedOn = date(2026, 12, 23);
  // Christmas Day is a Friday, Boxing Day is kept on the Monday, New Year's Day is a Friday.
  CHECK(clockOf(home, 10)->due == date(2027, 1, 4));
}

TEST_CASE("six working days run when an emergency goes beyond the terms of approval, and only then", "[rule-16]") {
  Scene household(SettingType::fosteringHousehold, 9);
  household.setting.approvedByResponsibleAuthority = true;
  household.setting.terms.limitsKnown = true;
  household.setting.terms.ageTo = 10;
  household.circumstances.emergency = true;
  CHECK(clockOf(household, 16) == std::nullopt);
  household.setting.terms.ageTo = 8;
  CHECK(clockOf(household, 16)->due == date(2026, 12, 7));
  CHECK(clockOf(household, 16)->step == "varyApprovalOrMove");
  household.setting.terms.limitsKnown = false;
  CHECK(clockOf(household, 16)->why.key == "law.16.unknown");
  household.circumstances.emergency = false;
  CHECK(clockOf(household, 16) == std::nullopt);
  household.circumstances.emergency = true;
  household.setting.approvedByResponsibleAuthority = false;
  CHECK(clockOf(household, 16) == std::nullopt);
}

TEST_CASE("temporary approval runs out on the last day of its sixteen weeks", "[rule-17]") {
  Scene household(SettingType::fosteringHousehold);
  household.setting.connectedPerson = true;
  household.setting.temporaryApprovalFrom = today;
  CHECK(clockOf(household, 17)->due == date(2027, 3, 18));
  CHECK(clockOf(household, 17)->due + std::chrono::days{1} - today == std::chrono::days{112});
  household.setting.temporaryApprovalFrom = today - std::chrono::days{112};
  CHECK(clockOf(household, 17) == std::nullopt);
}
