#include "law/scene.h"

using namespace homeward;
using namespace homeward::law;
using tests::Scene;
using tests::today;

namespace {

constexpr std::chrono::days day{1};

Judgement coded(Scene& scene, int rule, const std::string& place, const std::string& provider = "PR4") {
  scene.circumstances.placeCode = place;
  scene.circumstances.providerCode = provider;
  return scene.answered(rule);
}

}  // namespace

TEST_CASE("during an order that deprives of liberty some placement codes are never right", "[rule-33]") {
  Scene home(SettingType::childrensHome, 16);
  CHECK(coded(home, 33, "K2") == Judgement::notApplicable);
  home.referral().liberty.deprived = true;
  for (const char* never : {"K1", "P1", "R5", "K3"}) CHECK(coded(home, 33, never) == Judgement::broken);
  for (const char* expected : {"K2", "Z12", "Z13"}) CHECK(coded(home, 33, expected) == Judgement::satisfied);
  CHECK(coded(home, 33, "R1") == Judgement::notKnown);
  home.circumstances.placedOn = date(2026, 3, 31);
  CHECK(coded(home, 33, "K3") == Judgement::notJudged);
  home.circumstances.placedOn = date(2026, 4, 1);
  CHECK(coded(home, 33, "K3") == Judgement::broken);
}

TEST_CASE("some placement codes have a youngest age", "[rule-36]") {
  struct Youngest {
    const char* code;
    int age;
  };
  const auto one = GENERATE(Youngest{"K3", 16}, Youngest{"P3", 14}, Youngest{"R5", 10}, Youngest{"S1", 4});
  INFO(one.code);
  Scene home(SettingType::childrensHome);
  home.child.born = tests::bornToBe(one.age, today);
  CHECK(coded(home, 36, one.code) == Judgement::satisfied);
  home.child.born += day;  // the birthday is tomorrow
  CHECK(coded(home, 36, one.code) == Judgement::broken);
  CHECK(coded(home, 36, "U6") == Judgement::notApplicable);
  CHECK(coded(home, 36, "") == Judgement::notApplicable);
  home.circumstances.placedOn = date(2024, 3, 31);
  CHECK(coded(home, 36, one.code) == Judgement::notJudged);
  home.circumstances.placedOn = date(2024, 4, 1);
  CHECK(coded(home, 36, one.code) == Judgement::broken);
}

TEST_CASE("temporary moves last so long and no longer", "[rule-37]") {
  struct Longest {
    const char* code;
    int days;
  };
  const auto one = GENERATE(Longest{"T1", 42}, Longest{"T3", 21}, Longest{"T4", 7});
  INFO(one.code);
  Scene home(SettingType::otherArrangement);
  home.setting.arrangement = OtherArrangement::hospital;
  home.lived(SettingId{5}, today - 90 * day, today);
  home.circumstances.left = today + one.days * day;
  home.lived(SettingId{5}, *home.circumstances.left, std::nullopt);
  CHECK(coded(home, 37, one.code, "") == Judgement::satisfied);
  home.circumstances.left = today + (one.days + 1) * day;
  CHECK(home.answer(37).why.key == "law.37");
  home.circumstances.left.reset();
  CHECK(home.answer(37).why.key == "law.37.lasts");
  home.circumstances.asOf = today + (one.days + 1) * day;  // and it has not ended yet
  CHECK(home.answer(37).why.key == "law.37");
  home.circumstances.placedOn = date(2023, 3, 31);
  CHECK(home.answered(37) == Judgement::notJudged);
}

TEST_CASE("a temporary move lies between two stays in one home, and not in a series of short breaks", "[rule-37]") {
  Scene home(SettingType::otherArrangement);
  home.setting.arrangement = OtherArrangement::hospital;
  CHECK(coded(home, 37, "T2", "") == Judgement::notKnown);  // nobody looked
  home.lived(SettingId{5}, today - 90 * day, today - 40 * day);
  CHECK(home.answer(37).why.key == "law.37.first");
  home.lived(SettingId{5}, today - 40 * day, today);
  CHECK(home.answered(37) == Judgement::satisfied);
  home.circumstances.left = today + 5 * day;
  CHECK(home.answer(37).why.key == "law.37.last");
  home.lived(SettingId{6}, today + 5 * day, std::nullopt);
  CHECK(home.answer(37).why.key == "law.37.elsewhere");
  home.child.legalStatus = "V4";
  CHECK(home.answer(37).why.key == "law.37.shortBreak");
  home.child.legalStatus = "C2";
  SECTION("two holidays of the carers in twelve months are the most") {
    Scene third(SettingType::fosteringHousehold);
    third.lived(SettingId{5}, today - 90 * day, today);
    third.lived(SettingId{7}, today - 200 * day, today - 190 * day).placeCode = "T3";
    CHECK(coded(third, 37, "T3", "") == Judgement::satisfied);
    third.lived(SettingId{7}, today - 364 * day, today - 350 * day).placeCode = "T3";
    CHECK(third.answer(37).why.key == "law.37.third");
    Scene longAgo(SettingType::fosteringHousehold);
    longAgo.lived(SettingId{5}, today - 90 * day, today);
    longAgo.lived(SettingId{7}, today - 200 * day, today - 190 * day).placeCode = "T3";
    longAgo.lived(SettingId{7}, today - 365 * day, today - 350 * day).placeCode = "T3";
    CHECK(coded(longAgo, 37, "T3", "") == Judgement::satisfied);
  }
  CHECK(coded(home, 37, "U6") == Judgement::notApplicable);
}

TEST_CASE("provider and placement codes that go together", "[rule-38]") {
  Scene home(SettingType::childrensHome);
  const std::vector<std::string> places{"A3", "A4", "A5", "A6", "K1", "K2", "K3", "P1", "P3", "R1", "R2", "R3",
                                        "R5", "S1", "U1", "U2", "U3", "U4", "U5", "U6", "H5", "P2", "Z1"};
  // As the validation rules list them, pair by pair.
  const auto mayNot = [](const std::string& provider, const std::string& place) {
    const auto in = [&](const std::string& list) { return list.find(place) != std::string::npos; };
    if (provider == "PR0") return place != "P1";
    if (provider == "PR1" || provider == "PR2") return in("P1 R2 R5");
    if (provider == "PR3") return in("P1 A3 A4 A5 A6 K1 K2 U1 U2 U3 U4 U5 U6");
    return place == "P1";
  };
  for (const std::string provider : {"PR0", "PR1", "PR2", "PR3", "PR4", "PR5"})
    for (const std::string& place : places) {
      INFO(provider << " " << place);
      CHECK(coded(home, 38, place, provider) == (mayNot(provider, place) ? Judgement::broken : Judgement::satisfied));
    }
  for (const char* without : {"T0", "T1", "T2", "T3", "T4", "Z11", "Z12", "Z13", "Z14"}) {
    CHECK(coded(home, 38, without, "") == Judgement::satisfied);
    CHECK(coded(home, 38, without, "PR4") == Judgement::broken);
  }
  CHECK(coded(home, 38, "K2", "") == Judgement::notKnown);
  home.circumstances.placedOn = date(2023, 3, 31);
  CHECK(coded(home, 38, "P1", "PR4") == Judgement::notJudged);
  home.circumstances.placedOn = date(2023, 4, 1);
  CHECK(coded(home, 38, "P1", "PR4") == Judgement::broken);
}

TEST_CASE("Ofsted's number, where the return asks for it, as Ofsted writes it", "[rule-39]") {
  Scene home(SettingType::childrensHome);
  CHECK(coded(home, 39, "K2") == Judgement::notKnown);
  home.setting.registration = Registration{};
  for (const char* right : {"SC123456", "1234567", "XXXXXXX"}) {
    home.setting.registration->urn = right;
    CHECK(coded(home, 39, "K2") == Judgement::satisfied);
  }
  for (const char* wrong : {"SC12345", "SC1234567", "123456", "12345678", "SCABCDEF", "xxxxxxx", "SC 12345"}) {
    INFO(wrong);
    home.setting.registration->urn = wrong;
    CHECK(coded(home, 39, "K2") == Judgement::broken);
  }
  for (const char* without : {"P1", "P3", "R1", "R2", "R5", "T0", "T4", "Z1", "Z11", "Z14"})
    CHECK(coded(home, 39, without) == Judgement::notApplicable);
  SECTION("the agency's number stands for its households") {
    Scene household(SettingType::fosteringHousehold);
    household.provider.registration = Registration{};
    household.provider.registration->urn = "SC000001";
    CHECK(coded(household, 39, "U6") == Judgement::satisfied);
  }
  SECTION("outside England there is none") {
    Scene wales(SettingType::childrensHome);
    wales.setting.place.authority = "W06000001";
    CHECK(coded(wales, 39, "K2") == Judgement::notApplicable);
  }
  SECTION("semi-independent living needed none until 31 March 2024") {
    Scene then(SettingType::supportedAccommodation, 17);
    then.circumstances.placedOn = date(2024, 3, 31);
    CHECK(coded(then, 39, "H5") == Judgement::notApplicable);
    then.circumstances.placedOn = date(2024, 4, 1);
    CHECK(coded(then, 39, "H5") == Judgement::notKnown);
    then.circumstances.placedOn = date(2023, 3, 31);
    CHECK(coded(then, 39, "K2") == Judgement::notJudged);
  }
}

TEST_CASE("codes alone are checked where one is chosen, and say what the whole table says", "[rule-33][rule-36]") {
  Scene home(SettingType::supportedAccommodation, 15);
  CHECK(returnCodes(home.circumstances).empty());
  home.circumstances.placeCode = "K3";
  home.circumstances.providerCode = "PR4";
  const auto codes = returnCodes(home.circumstances);
  REQUIRE(codes.size() == 5);
  const auto all = findings(home.circumstances, WorkingDays::england());
  for (const LegalFinding& code : codes) CHECK(std::find(all.begin(), all.end(), code) != all.end());
  CHECK(codes[1].rule == 36);
  CHECK(codes[1].judgement == Judgement::broken);
}
