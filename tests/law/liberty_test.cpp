#include "law/scene.h"

using namespace homeward;
using namespace homeward::law;
using tests::Scene;
using tests::today;

namespace {

constexpr std::chrono::days day{1};

void ordered(Scene& scene, std::optional<Date> from, std::optional<Date> until) {
  scene.referral().liberty.orderNumber = "ZZ26F00001";
  scene.referral().liberty.orderFrom = from;
  scene.referral().liberty.orderUntil = until;
}

}  // namespace

TEST_CASE("a secure home takes a child who meets section 25, and nobody else", "[rule-28]") {
  Scene home(SettingType::secureHome, 14);
  CHECK(home.judge(28) == Judgement::notKnown);
  home.referral();
  CHECK(home.judge(28) == Judgement::notKnown);
  home.referral().liberty.criterion = SecureCriterion::neither;
  CHECK(home.judge(28) == Judgement::broken);
  for (const SecureCriterion limb : {SecureCriterion::absconds, SecureCriterion::injures}) {
    home.referral().liberty.criterion = limb;
    CHECK(home.judge(28) == Judgement::satisfied);
  }
  Scene open(SettingType::childrensHome);
  open.referral().liberty.criterion = SecureCriterion::neither;
  CHECK(open.judge(28) == Judgement::notApplicable);
  home.circumstances.placedOn = date(1991, 10, 13);
  CHECK(home.judge(28) == Judgement::notJudged);
  home.circumstances.placedOn = date(1991, 10, 14);
  CHECK(home.judge(28) == Judgement::satisfied);
}

TEST_CASE("without an order 72 hours in 28 days are the most in a secure home", "[rule-29]") {
  Scene home(SettingType::secureHome, 14);
  CHECK(home.clock("secureAuthority")->due == today + std::chrono::days{3});
  CHECK(home.answered(29) == Judgement::notKnown);
  CHECK(home.answer(29).due == today + std::chrono::days{3});
  home.circumstances.asOf = today + std::chrono::days{3};
  CHECK(home.answered(29) == Judgement::notKnown);
  home.circumstances.asOf = today + std::chrono::days{4};
  CHECK(home.answered(29) == Judgement::broken);
  home.circumstances.asOf.reset();
  SECTION("days there before count, those of the last 28 alone") {
    home.lived(SettingId{9}, today - std::chrono::days{29}, today - std::chrono::days{27}).placeCode = "K1";  // one of its two days
    CHECK(home.clock("secureAuthority")->due == today + std::chrono::days{2});
    home.lived(SettingId{9}, today - std::chrono::days{10}, today - std::chrono::days{8}).placeCode = "K1";
    CHECK(home.clock("secureAuthority")->due == today);
    CHECK(home.answered(29) == Judgement::broken);
    Scene other(SettingType::secureHome, 14);
    other.lived(SettingId{9}, today - std::chrono::days{10}, today).placeCode = "K2";
    CHECK(other.clock("secureAuthority")->due == today + std::chrono::days{3});
  }
  SECTION("an order has its own end: three months for a first one, six for a further one") {
    ordered(home, date(2026, 11, 1), date(2027, 1, 31));
    CHECK(home.clock("secureAuthority")->due == date(2027, 1, 31));
    CHECK(home.answered(29) == Judgement::satisfied);
    ordered(home, date(2026, 11, 1), date(2027, 2, 1));
    CHECK(home.answered(29) == Judgement::notKnown);
    ordered(home, date(2026, 11, 1), date(2027, 4, 30));
    CHECK(home.answered(29) == Judgement::notKnown);
    ordered(home, date(2026, 11, 1), date(2027, 5, 1));
    CHECK(home.answered(29) == Judgement::broken);
  }
  SECTION("an order that begins within the 72 hours takes their place") {
    ordered(home, today + day, date(2027, 1, 31));
    CHECK(home.clock("secureAuthority")->due == date(2027, 1, 31));
    CHECK(home.answered(29) == Judgement::satisfied);
    ordered(home, today + 3 * day, date(2027, 1, 31));
    home.circumstances.asOf = today + 10 * day;
    CHECK(home.clock("secureAuthority")->due == date(2027, 1, 31));
    CHECK(home.answered(29) == Judgement::satisfied);
    home.lived(SettingId{9}, today - 10 * day, today - 9 * day).placeCode = "K1";  // two days are left
    CHECK(home.clock("secureAuthority")->due == today + 2 * day);
    CHECK(home.answered(29) == Judgement::broken);
    ordered(home, today + 2 * day, date(2027, 1, 31));
    CHECK(home.answered(29) == Judgement::satisfied);
  }
  SECTION("an order of another time is none for this stay") {
    ordered(home, today + 4 * day, date(2027, 1, 31));
    CHECK(home.clock("secureAuthority")->due == today + 3 * day);
    ordered(home, date(2026, 9, 1), today - day);
    CHECK(home.clock("secureAuthority")->due == today + 3 * day);
    ordered(home, today + day, std::nullopt);
    CHECK(home.clock("secureAuthority")->due == today + 3 * day);
  }
  CHECK(Scene(SettingType::childrensHome).answered(29) == Judgement::notApplicable);
  home.circumstances.placedOn = date(1991, 10, 13);
  CHECK(home.answered(29) == Judgement::notJudged);
  CHECK_FALSE(home.clock("secureAuthority"));
  CHECK(rule(29)->needsLegalCheck);
}

TEST_CASE("under 13 the Secretary of State approves a secure home first", "[rule-30]") {
  Scene home(SettingType::secureHome, 12);
  home.child.born = tests::bornToBe(13, today) + day;  // 13 tomorrow
  CHECK(home.wanted(30) == Role::director);
  CHECK(home.answered(30) == Judgement::broken);
  home.circumstances.onRecord = {{30, today}};
  CHECK(home.answered(30) == Judgement::satisfied);
  home.circumstances.onRecord.clear();
  home.child.born = tests::bornToBe(13, today);
  CHECK_FALSE(home.wanted(30));
  CHECK(home.answered(30) == Judgement::satisfied);
  SECTION("from 16 accommodation by agreement is asked about") {
    home.child.legalStatus = "V2";
    home.child.born = tests::bornToBe(16, today) + day;
    CHECK(home.answered(30) == Judgement::satisfied);
    home.child.born = tests::bornToBe(16, today);
    CHECK(home.answered(30) == Judgement::notKnown);
    home.child.legalStatus = "C2";
    CHECK(home.answered(30) == Judgement::satisfied);
    home.referral().authorisation.basis = LegalBasis::section20;
    CHECK(home.answered(30) == Judgement::notKnown);
  }
  CHECK(Scene(SettingType::childrensHome, 12).answered(30) == Judgement::notApplicable);
  home.circumstances.placedOn = date(1991, 10, 13);
  CHECK(home.answered(30) == Judgement::notJudged);
}

TEST_CASE("a plan that deprives of liberty outside a secure home rests on an order of the High Court", "[rule-31]") {
  Scene home(SettingType::childrensHome, 14);
  home.registered(RegistrationStatus::active);
  CHECK(home.answered(31) == Judgement::notApplicable);
  home.referral().liberty.deprived = true;
  CHECK(home.wanted(31) == Role::director);
  CHECK(home.answered(31) == Judgement::broken);
  SECTION("the order covers its first and its last day") {
    ordered(home, today, today);
    CHECK(home.answered(31) == Judgement::satisfied);
    CHECK(home.clock("renewOrder")->due == today);
    ordered(home, today + day, today + 9 * day);
    CHECK(home.answered(31) == Judgement::broken);
    ordered(home, today - 9 * day, today - day);
    CHECK(home.answered(31) == Judgement::broken);
    ordered(home, today - day, std::nullopt);
    CHECK(home.answered(31) == Judgement::notKnown);
    CHECK_FALSE(home.wanted(31));
  }
  SECTION("or it is recorded with its number before the start") {
    home.circumstances.onRecord = {{31, today}};
    CHECK(home.answered(31) == Judgement::satisfied);
    CHECK_FALSE(mayApprove(31, Role::placementOfficer));
  }
  SECTION("the order does not register the home: Ofsted is told at once, and asked for registration within seven days") {
    CHECK_FALSE(home.clock("tellOfsted"));
    home.registered(RegistrationStatus::none);
    CHECK(home.clock("tellOfsted")->due == today);
    CHECK(home.clock("applyToRegister")->due == today + 7 * day);
    ordered(home, today, today + 30 * day);
    CHECK(home.clock("applyToRegister")->due == today + 7 * day);
    Scene flat(SettingType::otherArrangement, 14);
    flat.setting.arrangement = OtherArrangement::unregistered;
    flat.referral().liberty.deprived = true;
    CHECK(flat.clock("tellOfsted"));
  }
  SECTION("in a secure home section 25 has rules of its own") {
    Scene secure(SettingType::secureHome, 14);
    secure.referral().liberty.deprived = true;
    CHECK(secure.answered(31) == Judgement::notApplicable);
  }
  home.circumstances.placedOn = date(2019, 11, 11);
  home.referral().liberty = {};
  home.referral().liberty.deprived = true;
  CHECK(home.answered(31) == Judgement::notJudged);
  CHECK_FALSE(home.wanted(31));
  home.circumstances.placedOn = date(2019, 11, 12);
  CHECK(home.wanted(31));
}

TEST_CASE("a rule whose commencement nobody knows is off until its day is entered", "[rule-32]") {
  Scene home(SettingType::childrensHome, 14);
  home.referral().liberty.deprived = true;
  CHECK(home.answered(32) == Judgement::notJudged);
  CHECK(tests::said(home.answer(32).why) == "Not judged: from which day rule 32 is law is not known.");
  const Rules table = withCommencement(rules(), 32, date(2026, 11, 27));
  home.circumstances.table = &table;
  CHECK(home.answered(32) == Judgement::notKnown);
  ordered(home, today, today + 30 * day);
  CHECK(home.answered(32) == Judgement::satisfied);
  home.circumstances.placedOn = date(2026, 11, 26);
  CHECK(home.answered(32) == Judgement::notJudged);
  home.circumstances.placedOn = today;
  home.referral().liberty.deprived = false;
  CHECK(home.answered(32) == Judgement::notApplicable);
  const Rules off = withCommencement(table, 32, std::nullopt);
  home.circumstances.table = &off;
  CHECK(home.answered(32) == Judgement::notJudged);
  CHECK(rule(32)->needsLegalCheck);
}
