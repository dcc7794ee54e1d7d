#include "law/rules.h"

#include "law/scene.h"

using namespace homeward;
using namespace homeward::law;
using tests::said;
using tests::Scene;
using tests::today;

TEST_CASE("forty rules, each with a title, a kind and a citation, judged by somebody and tested") {
  REQUIRE(rules().size() == 40);
  int number = 0;
  for (const Rule& each : rules()) {
    INFO(each.number);
    CHECK(each.number == ++number);
    CHECK_FALSE(said({each.key, {}}).empty());
    CHECK_FALSE(each.citation.empty());
    REQUIRE_FALSE(each.kinds.empty());
    for (const RuleKind kind : each.kinds) CHECK(wording::word("ruleKind", text(kind)).front() != '[');
    CHECK_FALSE(each.to.has_value());  // none has ended yet
    CHECK(rule(each.number) == &each);
    CHECK(tests::isTagged(each.number));
  }
  CHECK(rule(0) == nullptr);
  CHECK(rule(41) == nullptr);
  CHECK(rulesWithoutJudge().empty());
}

TEST_CASE("the first day of five rules is not known: one of them is off, four were read in published lists") {
  std::vector<int> unknown;
  for (const Rule& each : rules())
    if (!each.from) unknown.push_back(each.number);
  CHECK(unknown == std::vector<int>{32, 37, 38, 39});
  CHECK_FALSE(rule(32)->judgedFrom().has_value());
  for (const int number : {37, 38, 39}) CHECK(rule(number)->judgedFrom() == date(2023, 4, 1));
}

TEST_CASE("before its first known day no rule is judged, and from that day each is") {
  for (const Rule& each : rules()) {
    INFO(each.number);
    Scene scene(SettingType::fosteringHousehold, 12);
    const auto judged = [&](Date day) {
      scene.circumstances.placedOn = day;
      scene.child.born = day - std::chrono::days{12 * 366};
      for (const LegalFinding& finding : findings(scene.circumstances, WorkingDays::england()))
        if (finding.rule == each.number && finding.judgement == Judgement::notJudged) {
          CHECK_FALSE(said(finding.why).empty());
          return false;
        }
      return true;
    };
    if (!each.judgedFrom()) {
      CHECK_FALSE(judged(today));
      continue;
    }
    CHECK_FALSE(judged(*each.judgedFrom() - std::chrono::days{1}));
    CHECK(judged(*each.judgedFrom()));
    CHECK(judged(today));
  }
}

TEST_CASE("a rule that has ended is judged until the day before, by whichever table is asked") {
  // An invented end: the usual fostering limit, as if it were law until 1 June 2026.
  Rules table = rules();
  for (Rule& each : table)
    if (each.number == 24) each.to = date(2026, 6, 1);
  Scene scene(SettingType::fosteringHousehold);
  scene.residents(3);
  scene.circumstances.table = &table;
  scene.circumstances.placedOn = date(2026, 5, 31);
  CHECK(scene.judge(24) == Judgement::broken);
  scene.circumstances.placedOn = date(2026, 6, 1);
  CHECK(scene.judge(24) == Judgement::notJudged);
  CHECK(said(scene.finding(24).why) == "Not judged: rule 24 was law until 1 June 2026, that day not included.");
  for (const LegalFinding& finding : findings(scene.circumstances, WorkingDays::england()))
    if (finding.rule == 24) CHECK(finding.judgement == Judgement::notJudged);
  scene.circumstances.table = nullptr;
  CHECK(scene.judge(24) == Judgement::broken);
}

TEST_CASE("a case of 2020 is judged by the law of 2020") {
  Scene scene(SettingType::supportedAccommodation, 15);
  scene.circumstances.placedOn = date(2020, 5, 4);
  scene.child.born = date(2005, 1, 1);
  CHECK(scene.judge(20) == Judgement::notJudged);  // under 16 in supported accommodation: from September 2021
  CHECK(scene.judge(21) == Judgement::notJudged);
  CHECK(scene.answer(36).judgement == Judgement::notJudged);
  CHECK(scene.answer(7).judgement != Judgement::notJudged);
  CHECK(scene.answer(19).judgement == Judgement::broken);
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
  CHECK(numbers == std::vector<int>{15, 20, 21, 23, 24, 28, 40});
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
  tests::holdsFor(1000, "findings are well formed", [] {
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
    Referral referral;
    referral.kind = *rc::gen::element(ReferralKind::oneChild, ReferralKind::shortBreaks);
    referral.neededDays = *rc::gen::inRange(1, 60);
    referral.liberty.deprived = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) referral.liberty.criterion = *rc::gen::element(SecureCriterion::neither, SecureCriterion::absconds);
    if (*rc::gen::arbitrary<bool>()) referral.liberty.orderNumber = "ZZ26F00001";
    if (*rc::gen::arbitrary<bool>()) referral.liberty.orderFrom = today - std::chrono::days{*rc::gen::inRange(0, 200)};
    if (*rc::gen::arbitrary<bool>()) referral.liberty.orderUntil = today + std::chrono::days{*rc::gen::inRange(-5, 200)};
    if (*rc::gen::arbitrary<bool>()) scene.circumstances.referral = &referral;
    std::vector<Placement> stays(static_cast<std::size_t>(*rc::gen::inRange(0, 4)));
    for (Placement& stay : stays) {
      stay.setting = SettingId{*rc::gen::inRange(1, 3)};
      stay.placeCode = *rc::gen::element<std::string>("K1", "U6", "T3");
      stay.stay.from = today - std::chrono::days{*rc::gen::inRange(0, 400)};
      if (*rc::gen::arbitrary<bool>()) stay.stay.to = stay.stay.from + std::chrono::days{*rc::gen::inRange(1, 60)};
    }
    if (*rc::gen::arbitrary<bool>()) scene.circumstances.stays = &stays;
    scene.child.legalStatus = *rc::gen::element<std::string>("", "C2", "V2", "V4", "L2");
    scene.child.aim = *rc::gen::element(CarePlanAim::adoption, CarePlanAim::returnHome);
    scene.child.disabled = *rc::gen::arbitrary<bool>();
    scene.circumstances.placeCode = *rc::gen::element<std::string>("", "U6", "K1", "P1", "T3", "S1", "K3", "Z12");
    scene.circumstances.providerCode = *rc::gen::element<std::string>("", "PR0", "PR1", "PR3", "PR4");
    if (*rc::gen::arbitrary<bool>()) scene.circumstances.inArea = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) scene.circumstances.adjoins = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) scene.circumstances.keepsSchool = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) scene.circumstances.asOf = today + std::chrono::days{*rc::gen::inRange(0, 30)};
    const auto everything = findings(scene.circumstances, WorkingDays::england());
    // What the approvals want is what the gates answer, and the blocks say the same alone and among all.
    for (const ApprovalNeeded& needed : approvals(scene.circumstances, WorkingDays::england()).needed)
      RC_ASSERT(std::any_of(everything.begin(), everything.end(), [&](const LegalFinding& one) {
        return one.rule == needed.rule && one.judgement == Judgement::broken && one.approver == needed.by;
      }));
    for (const LegalFinding& block : blocks(scene.circumstances))
      RC_ASSERT(std::find(everything.begin(), everything.end(), block) != everything.end());
    for (const LegalFinding& finding : everything) {
      RC_ASSERT(!finding.why.empty());
      RC_ASSERT(finding.question.empty() == (finding.judgement != Judgement::notKnown));
      RC_ASSERT(finding.bringsBack.empty() || finding.judgement == Judgement::broken);
      for (const Fact* fact : {&finding.why, &finding.bringsBack, &finding.question})
        RC_ASSERT(wording::sentence(*fact).find_first_of("[]{}") == std::string::npos);
    }
  });
}
