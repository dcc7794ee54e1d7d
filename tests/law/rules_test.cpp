#include "law/rules.h"

#include "law/scene.h"

using namespace homeward;
using namespace homeward::law;
using tests::said;
using tests::Scene;
using tests::today;

TEST_CASE("every rule has a title, a citation and the day from which it is known") {
  REQUIRE(rules().size() == 13);
  for (const Rule& each : rules()) {
    INFO(each.number);
    CHECK_FALSE(said({each.key, {}}).empty());
    CHECK_FALSE(each.citation.empty());
    CHECK(each.from.has_value());
    CHECK(rule(each.number) == &each);
  }
  CHECK(rule(41) == nullptr);
}

TEST_CASE("a rule is law from its first day to the day before it ends") {
  Rule some;
  CHECK_FALSE(some.inForce(today));
  some.from = date(2021, 9, 9);
  some.to = date(2026, 1, 1);
  CHECK_FALSE(some.inForce(date(2021, 9, 8)));
  CHECK(some.inForce(date(2021, 9, 9)));
  CHECK(some.inForce(date(2025, 12, 31)));
  CHECK_FALSE(some.inForce(date(2026, 1, 1)));
}

TEST_CASE("all blocks answer, in the order of their numbers") {
  const Scene scene(SettingType::fosteringHousehold);
  std::vector<int> numbers;
  for (const LegalFinding& finding : blocks(scene.circumstances)) numbers.push_back(finding.rule);
  CHECK(numbers == std::vector<int>{15, 20, 21, 23, 24, 40});
}

TEST_CASE("before its first known day a rule is not judged") {
  Scene scene(SettingType::otherArrangement, 12);
  scene.setting.arrangement = OtherArrangement::unregistered;
  scene.child.born = date(2012, 1, 1);
  scene.circumstances.placedOn = date(2021, 9, 8);
  CHECK(scene.judge(20) == Judgement::notJudged);
  CHECK(said(scene.finding(20).why) == "Not judged: rule 20 is known from 9 September 2021 only.");
  scene.circumstances.placedOn = date(2021, 9, 9);
  CHECK(scene.judge(20) == Judgement::broken);

  Scene older(SettingType::supportedAccommodation, 16);
  older.registered(RegistrationStatus::none);
  older.child.born = date(2007, 1, 1);
  older.circumstances.placedOn = date(2023, 10, 27);
  CHECK(older.judge(21) == Judgement::notJudged);
  older.circumstances.placedOn = date(2023, 10, 28);
  CHECK(older.judge(21) == Judgement::broken);

  Scene longAgo(SettingType::fosteringHousehold);
  longAgo.circumstances.placedOn = date(1991, 10, 13);
  for (const int number : {15, 20, 21, 23, 24, 40}) CHECK(longAgo.judge(number) == Judgement::notJudged);
  longAgo.residents(3);
  longAgo.circumstances.placedOn = date(1991, 10, 14);
  CHECK(longAgo.judge(24) == Judgement::broken);
}

TEST_CASE("where nobody has said what kind of setting it would be, every block asks") {
  Scene scene(SettingType::fosteringHousehold);
  scene.circumstances.setting = nullptr;
  for (const int number : {15, 20, 23, 24, 40}) CHECK(scene.judge(number) == Judgement::notKnown);
  scene.circumstances.provider = nullptr;
  CHECK(scene.judge(15) == Judgement::notKnown);
}

TEST_CASE("every finding says why, and asks where it does not know") {
  tests::holdsFor(2000, "findings are well formed", [] {
    const auto type = *rc::gen::elementOf(std::vector<SettingType>{
        SettingType::fosteringHousehold, SettingType::childrensHome, SettingType::secureHome, SettingType::supportedAccommodation,
        SettingType::residentialSchool, SettingType::familyCentre, SettingType::withParents, SettingType::otherArrangement});
    Scene scene(type, *rc::gen::inRange(0, 20));
    if (*rc::gen::arbitrary<bool>())
      scene.setting.arrangement =
          *rc::gen::elementOf(std::vector<OtherArrangement>{OtherArrangement::careHome, OtherArrangement::holidayScheme,
                                                            OtherArrangement::educationInstitution, OtherArrangement::unregistered});
    if (*rc::gen::arbitrary<bool>())
      scene.registered(*rc::gen::elementOf(std::vector<RegistrationStatus>{RegistrationStatus::active, RegistrationStatus::suspended,
                                                                           RegistrationStatus::cancelled, RegistrationStatus::pending}));
    if (scene.setting.registration && *rc::gen::arbitrary<bool>()) scene.setting.registration->places = *rc::gen::inRange(1, 6);
    if (*rc::gen::arbitrary<bool>()) scene.residents(*rc::gen::inRange(0, 5), *rc::gen::inRange(0, 2));
    scene.setting.terms.limitsKnown = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) scene.setting.terms.children = *rc::gen::inRange(1, 4);
    if (*rc::gen::arbitrary<bool>()) scene.setting.terms.ageTo = *rc::gen::inRange(0, 18);
    scene.setting.approvedByResponsibleAuthority = *rc::gen::arbitrary<bool>();
    scene.setting.connectedPerson = *rc::gen::arbitrary<bool>();
    scene.circumstances.emergency = *rc::gen::arbitrary<bool>();
    scene.circumstances.sameSiblings = *rc::gen::arbitrary<bool>();
    scene.join(*rc::gen::inRange(0, 4));
    for (const LegalFinding& finding : blocks(scene.circumstances)) {
      RC_ASSERT(!finding.why.empty());
      RC_ASSERT(finding.question.empty() == (finding.judgement != Judgement::notKnown));
      RC_ASSERT(finding.bringsBack.empty() || finding.judgement == Judgement::broken);
      for (const Fact* fact : {&finding.why, &finding.bringsBack, &finding.question})
        RC_ASSERT(wording::sentence(*fact).find_first_of("[]{}") == std::string::npos);
    }
  });
}
