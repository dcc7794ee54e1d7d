#include "law/scene.h"

using namespace homeward;
using namespace homeward::law;
using tests::Scene;
using tests::today;

TEST_CASE("near home: within twenty miles, beyond them, or not known", "[rule-3]") {
  Scene home(SettingType::childrensHome);
  CHECK(home.says(3, Judgement::notKnown, "law.3.unknown"));
  home.circumstances.milesAtLeast = home.circumstances.milesAtMost = 20.0;
  CHECK(home.says(3, Judgement::satisfied, "law.3.near"));
  home.circumstances.milesAtLeast = home.circumstances.milesAtMost = 20.1;
  CHECK(home.says(3, Judgement::broken, "law.3.far"));
  home.circumstances.milesAtLeast = 15.0;
  home.circumstances.milesAtMost = 25.0;
  CHECK(home.says(3, Judgement::notKnown, "law.3.unknown"));
  home.circumstances.placedOn = date(2011, 3, 31);
  for (const LegalFinding& limb : home.answers(3)) CHECK(limb.judgement == Judgement::notJudged);
  CHECK(rule(3)->needsLegalCheck);
}

TEST_CASE("the school is kept, lost, or it is asked; a child who is not of school age has none to lose", "[rule-3]") {
  Scene home(SettingType::childrensHome, 9);
  CHECK(home.says(3, Judgement::notKnown, "law.11.unknown"));
  home.circumstances.keepsSchool = true;
  CHECK(home.says(3, Judgement::satisfied, "law.11.kept"));
  home.circumstances.keepsSchool = false;
  CHECK(home.says(3, Judgement::broken, "law.3.school"));
  home.child.born = today - std::chrono::days{800};
  CHECK(home.says(3, Judgement::notApplicable, "law.12.otherAge"));
}

TEST_CASE("brothers and sisters who are looked after live there too, elsewhere, or nobody knows", "[rule-3]") {
  Scene home(SettingType::childrensHome);
  CHECK(home.says(3, Judgement::notApplicable, "law.3.noSiblings"));
  home.circumstances.siblings = 2;
  home.circumstances.siblingsThere = 2;
  CHECK(home.says(3, Judgement::satisfied, "law.3.siblings"));
  home.circumstances.siblingsThere = 1;
  CHECK(home.says(3, Judgement::broken, "law.3.parted"));
  home.circumstances.siblingsNotKnown = 1;
  CHECK(home.says(3, Judgement::notKnown, "law.3.siblingsUnknown"));
}

TEST_CASE("whether a home suits a disability is asked unless it is shown", "[rule-3]") {
  Scene home(SettingType::childrensHome);
  CHECK(home.says(3, Judgement::notApplicable, "law.3.notDisabled"));
  home.child.disabled = true;
  home.setting.features = {{"stepFree", true}, {"groundFloorBedroom", true}};
  CHECK(home.says(3, Judgement::notKnown, "law.3.suitableUnknown"));
  home.offer().features["adaptedBathroom"] = true;  // what the offer answers counts as well
  CHECK(home.says(3, Judgement::satisfied, "law.3.suitable"));
}

TEST_CASE("inside the area is preferred; outside it the words of the decision say why", "[rule-4]") {
  Scene home(SettingType::childrensHome);
  CHECK(home.answered(4) == Judgement::notKnown);
  home.circumstances.inArea = true;
  CHECK(home.answered(4) == Judgement::satisfied);
  home.circumstances.inArea = false;
  CHECK(home.answered(4) == Judgement::broken);
  home.circumstances.placedOn = date(2011, 4, 1);
  CHECK(home.answered(4) == Judgement::broken);
  home.circumstances.placedOn = date(2011, 3, 31);
  CHECK(home.answered(4) == Judgement::notJudged);
  CHECK(rule(4)->needsLegalCheck);
}

TEST_CASE("what is preferred, shown or priced is listed apart from what forbids", "[rule-3][rule-4]") {
  const Scene home(SettingType::fosteringHousehold);
  std::vector<int> numbers;
  for (const LegalFinding& finding : preferences(home.circumstances)) numbers.push_back(finding.rule);
  CHECK(numbers == std::vector<int>{1, 2, 3, 3, 3, 3, 4, 5, 12, 22, 25, 26, 27, 35, 35});
}
