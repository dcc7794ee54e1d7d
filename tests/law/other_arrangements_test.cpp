#include "law/scene.h"

using namespace homeward;
using law::Judgement;
using tests::bornToBe;
using tests::said;
using tests::Scene;
using tests::today;

namespace {

Judgement under16In(OtherArrangement arrangement) {
  Scene scene(SettingType::otherArrangement, 12);
  scene.setting.arrangement = arrangement;
  return scene.judge(20);
}

Judgement at16In(OtherArrangement arrangement) {
  Scene scene(SettingType::otherArrangement, 16);
  scene.setting.arrangement = arrangement;
  return scene.judge(21);
}

}  // namespace

TEST_CASE("under 16 other arrangements are lawful only in what the list names") {
  CHECK(under16In(OtherArrangement::careHome) == Judgement::satisfied);
  CHECK(under16In(OtherArrangement::hospital) == Judgement::satisfied);
  CHECK(under16In(OtherArrangement::familyCentre) == Judgement::satisfied);
  CHECK(under16In(OtherArrangement::schoolWithAccommodation) == Judgement::satisfied);
  CHECK(under16In(OtherArrangement::educationInstitution) == Judgement::broken);
  CHECK(under16In(OtherArrangement::unregistered) == Judgement::broken);
}

TEST_CASE("residential schools and family centres as settings are on the list") {
  CHECK(Scene(SettingType::residentialSchool, 12).judge(20) == Judgement::satisfied);
  CHECK(Scene(SettingType::familyCentre, 0).judge(20) == Judgement::satisfied);
  CHECK(Scene(SettingType::residentialSchool, 17).judge(21) == Judgement::satisfied);
}

TEST_CASE("a holiday scheme may take disabled children only") {
  Scene scene(SettingType::otherArrangement, 12);
  scene.setting.arrangement = OtherArrangement::holidayScheme;
  CHECK(scene.judge(20) == Judgement::broken);
  scene.child.disabled = true;
  CHECK(scene.judge(20) == Judgement::satisfied);
}

TEST_CASE("registered supported accommodation may not take a child under 16") {
  Scene scene(SettingType::supportedAccommodation, 15);
  scene.registered(RegistrationStatus::active);
  const auto finding = scene.finding(20);
  CHECK(finding.judgement == Judgement::broken);
  CHECK(said(finding.why) == "Supported accommodation, registered or not, may not take a child under 16.");
  CHECK(scene.judge(21) == Judgement::notApplicable);
}

TEST_CASE("the sixteenth birthday is the day on which rule 21 takes over from rule 20") {
  Scene scene(SettingType::supportedAccommodation);
  scene.registered(RegistrationStatus::active);
  scene.child.born = bornToBe(16, today) + std::chrono::days{1};
  CHECK(scene.judge(20) == Judgement::broken);
  CHECK(said(scene.finding(20).bringsBack) ==
        "Not before the sixteenth birthday, 28 November 2026. What a court orders is recorded as a breach.");
  CHECK(scene.judge(21) == Judgement::notApplicable);
  scene.child.born = bornToBe(16, today);
  CHECK(scene.judge(20) == Judgement::notApplicable);
  CHECK(scene.judge(21) == Judgement::satisfied);
}

TEST_CASE("from the eighteenth birthday rule 21 does not apply") {
  Scene scene(SettingType::otherArrangement);
  scene.setting.arrangement = OtherArrangement::unregistered;
  scene.child.born = bornToBe(18, today) + std::chrono::days{1};
  CHECK(scene.judge(21) == Judgement::broken);
  scene.child.born = bornToBe(18, today);
  CHECK(scene.judge(21) == Judgement::notApplicable);
}

TEST_CASE("fostering, registered homes and parents are untouched by rules 20 and 21") {
  for (const auto type : {SettingType::fosteringHousehold, SettingType::childrensHome, SettingType::secureHome, SettingType::withParents}) {
    CHECK(Scene(type, 9).judge(20) == Judgement::notApplicable);
    CHECK(Scene(type, 17).judge(21) == Judgement::notApplicable);
  }
}

TEST_CASE("where the kind of arrangement is not known it is asked") {
  CHECK(Scene(SettingType::otherArrangement, 12).judge(20) == Judgement::notKnown);
  CHECK(Scene(SettingType::otherArrangement, 16).judge(21) == Judgement::notKnown);
}

TEST_CASE("the exception for unaccompanied asylum-seeking children is asked of legal services, not assumed") {
  Scene scene(SettingType::supportedAccommodation, 15);
  scene.child.unaccompaniedAsylumSeeker = true;
  CHECK(scene.judge(20) == Judgement::notKnown);
}

TEST_CASE("at 16 and 17 excepted accommodation is lawful and what is unregistered is not") {
  CHECK(at16In(OtherArrangement::careHome) == Judgement::satisfied);
  CHECK(at16In(OtherArrangement::hospital) == Judgement::satisfied);
  CHECK(at16In(OtherArrangement::educationInstitution) == Judgement::satisfied);
  CHECK(at16In(OtherArrangement::holidayScheme) == Judgement::broken);
  CHECK(at16In(OtherArrangement::unregistered) == Judgement::broken);
}

TEST_CASE("supported accommodation at 16 and 17 must be registered") {
  Scene scene(SettingType::supportedAccommodation, 17);
  CHECK(scene.judge(21) == Judgement::notKnown);
  for (const auto status : {RegistrationStatus::none, RegistrationStatus::cancelled, RegistrationStatus::resigned}) {
    scene.registered(status);
    CHECK(scene.judge(21) == Judgement::broken);
  }
  scene.registered(RegistrationStatus::active);
  CHECK(scene.judge(21) == Judgement::satisfied);
  scene.setting.registration->since = today + std::chrono::days{1};
  CHECK(scene.judge(21) == Judgement::broken);
  scene.setting.registration->since = today;
  CHECK(scene.judge(21) == Judgement::satisfied);
}

TEST_CASE("the undertaking's registration counts where the premises have none of their own") {
  Scene scene(SettingType::supportedAccommodation, 17);
  scene.provider.registration = Registration{};
  CHECK(scene.judge(21) == Judgement::satisfied);
  scene.provider.registration->status = RegistrationStatus::cancelled;
  CHECK(scene.judge(21) == Judgement::broken);
  scene.registered(RegistrationStatus::active);
  CHECK(scene.judge(21) == Judgement::satisfied);
}

TEST_CASE("an undertaking that is still to name its premises is judged by what it would offer") {
  Scene scene(SettingType::supportedAccommodation, 15);
  scene.circumstances.setting = nullptr;
  scene.provider.asksFor = SettingType::supportedAccommodation;
  scene.provider.registration = Registration{};
  CHECK(scene.judge(20) == Judgement::broken);
  scene.child.born = bornToBe(17, today);
  CHECK(scene.judge(21) == Judgement::satisfied);
}

TEST_CASE("a pending registration is lawful only if it was applied for when the prohibition began") {
  Scene scene(SettingType::supportedAccommodation, 17);
  scene.registered(RegistrationStatus::pending);
  CHECK(scene.judge(21) == Judgement::notKnown);
  scene.setting.registration->since = date(2023, 10, 28);
  CHECK(scene.judge(21) == Judgement::satisfied);
  scene.setting.registration->since = date(2023, 10, 29);
  CHECK(scene.judge(21) == Judgement::broken);
}
