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

TEST_CASE("under 16 other arrangements are lawful only in what the list names", "[rule-20]") {
  CHECK(under16In(OtherArrangement::careHome) == Judgement::satisfied);
  CHECK(under16In(OtherArrangement::hospital) == Judgement::satisfied);
  CHECK(under16In(OtherArrangement::familyCentre) == Judgement::satisfied);
  CHECK(under16In(OtherArrangement::schoolWithAccommodation) == Judgement::satisfied);
  CHECK(under16In(OtherArrangement::educationInstitution) == Judgement::broken);
  CHECK(under16In(OtherArrangement::unregistered) == Judgement::broken);
}

TEST_CASE("residential schools and family centres as settings are on the list", "[rule-20][rule-21]") {
  CHECK(Scene(SettingType::residentialSchool, 12).judge(20) == Judgement::satisfied);
  CHECK(Scene(SettingType::familyCentre, 0).judge(20) == Judgement::satisfied);
  CHECK(Scene(SettingType::residentialSchool, 17).judge(21) == Judgement::satisfied);
}

TEST_CASE("a holiday scheme may take disabled children only", "[rule-20][rule-21]") {
  Scene scene(SettingType::otherArrangement, 12);
  scene.setting.arrangement = OtherArrangement::holidayScheme;
  CHECK(scene.judge(20) == Judgement::broken);
  scene.child.disabled = true;
  CHECK(scene.judge(20) == Judgement::satisfied);
}

TEST_CASE("registered supported accommodation may not take a child under 16", "[rule-20]") {
  Scene scene(SettingType::supportedAccommodation, 15);
  scene.registered(RegistrationStatus::active);
  const auto finding = scene.finding(20);
  CHECK(finding.judgement == Judgement::broken);
  CHECK(said(finding.why) == "Supported accommodation, registered or not, may not take a child under 16.");
  CHECK(scene.judge(21) == Judgement::notApplicable);
}

TEST_CASE("the sixteenth birthday is the day on which rule 21 takes over from rule 20", "[rule-20][rule-21]") {
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

TEST_CASE("from the eighteenth birthday rule 21 does not apply", "[rule-21]") {
  Scene scene(SettingType::otherArrangement);
  scene.setting.arrangement = OtherArrangement::unregistered;
  scene.child.born = bornToBe(18, today) + std::chrono::days{1};
  CHECK(scene.judge(21) == Judgement::broken);
  scene.child.born = bornToBe(18, today);
  CHECK(scene.judge(21) == Judgement::notApplicable);
}

TEST_CASE("fostering, registered homes and parents are untouched by rules 20 and 21", "[rule-20][rule-21]") {
  for (const auto type : {SettingType::fosteringHousehold, SettingType::childrensHome, SettingType::secureHome, SettingType::withParents}) {
    CHECK(Scene(type, 9).judge(20) == Judgement::notApplicable);
    CHECK(Scene(type, 17).judge(21) == Judgement::notApplicable);
  }
}

TEST_CASE("where the kind of arrangement is not known it is asked", "[rule-20][rule-21]") {
  CHECK(Scene(SettingType::otherArrangement, 12).judge(20) == Judgement::notKnown);
  CHECK(Scene(SettingType::otherArrangement, 16).judge(21) == Judgement::notKnown);
}

TEST_CASE("the exception for unaccompanied asylum-seeking children is asked of legal services, not assumed", "[rule-20]") {
  Scene scene(SettingType::supportedAccommodation, 15);
  scene.child.unaccompaniedAsylumSeeker = true;
  CHECK(scene.judge(20) == Judgement::notKnown);
}

TEST_CASE("at 16 and 17 excepted accommodation is lawful and what is unregistered is not", "[rule-21]") {
  CHECK(at16In(OtherArrangement::careHome) == Judgement::satisfied);
  CHECK(at16In(OtherArrangement::hospital) == Judgement::satisfied);
  CHECK(at16In(OtherArrangement::educationInstitution) == Judgement::satisfied);
  CHECK(at16In(OtherArrangement::holidayScheme) == Judgement::broken);
  CHECK(at16In(OtherArrangement::unregistered) == Judgement::broken);
}

TEST_CASE("supported accommodation at 16 and 17 must be registered", "[rule-21]") {
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

TEST_CASE("the undertaking's registration counts where the premises have none of their own", "[rule-21]") {
  Scene scene(SettingType::supportedAccommodation, 17);
  scene.provider.registration = Registration{};
  CHECK(scene.judge(21) == Judgement::satisfied);
  scene.provider.registration->status = RegistrationStatus::cancelled;
  CHECK(scene.judge(21) == Judgement::broken);
  scene.registered(RegistrationStatus::active);
  CHECK(scene.judge(21) == Judgement::satisfied);
}

TEST_CASE("an undertaking that is still to name its premises is judged by what it would offer", "[rule-21]") {
  Scene scene(SettingType::supportedAccommodation, 15);
  scene.circumstances.setting = nullptr;
  scene.provider.asksFor = SettingType::supportedAccommodation;
  scene.provider.registration = Registration{};
  CHECK(scene.judge(20) == Judgement::broken);
  scene.child.born = bornToBe(17, today);
  CHECK(scene.judge(21) == Judgement::satisfied);
}

TEST_CASE("a pending registration is lawful only if it was applied for when the prohibition began", "[rule-21]") {
  Scene scene(SettingType::supportedAccommodation, 17);
  scene.registered(RegistrationStatus::pending);
  CHECK(scene.judge(21) == Judgement::notKnown);
  scene.setting.registration->since = date(2023, 10, 28);
  CHECK(scene.judge(21) == Judgement::satisfied);
  scene.setting.registration->since = date(2023, 10, 29);
  CHECK(scene.judge(21) == Judgement::broken);
}

TEST_CASE("another arrangement is found suitable before it begins, fostering and registered homes are not asked", "[rule-19]") {
  for (const SettingType type : {SettingType::supportedAccommodation, SettingType::residentialSchool, SettingType::familyCentre}) {
    Scene scene(type, 16);
    CHECK(scene.wanted(19) == Role::teamManager);
    scene.circumstances.onRecord = {{19, today}};
    CHECK(scene.answered(19) == Judgement::satisfied);
    scene.circumstances.emergency = true;  // an emergency excuses the visit, not the looking
    CHECK(scene.wanted(19));
  }
  for (const SettingType type :
       {SettingType::fosteringHousehold, SettingType::childrensHome, SettingType::secureHome, SettingType::withParents})
    CHECK(Scene(type).answered(19) == Judgement::notApplicable);
  CHECK(law::mayApprove(19, Role::socialWorker));
  CHECK_FALSE(law::mayApprove(19, Role::placementOfficer));
  Scene then(SettingType::supportedAccommodation, 16);
  then.circumstances.placedOn = date(2011, 3, 31);
  CHECK(then.answered(19) == Judgement::notJudged);
  CHECK_FALSE(then.wanted(19));
  then.circumstances.placedOn = date(2011, 4, 1);
  CHECK(then.wanted(19));
}

TEST_CASE("the category of supported accommodation is known, or it is asked", "[rule-22]") {
  Scene flat(SettingType::supportedAccommodation, 17);
  CHECK(flat.answered(22) == Judgement::notKnown);
  for (int category = 1; category <= 4; ++category) {
    flat.setting.category = category;
    CHECK(flat.answered(22) == Judgement::satisfied);
  }
  CHECK(Scene(SettingType::fosteringHousehold).answered(22) == Judgement::notApplicable);
  flat.circumstances.placedOn = date(2023, 10, 27);
  CHECK(flat.answered(22) == Judgement::notJudged);
  flat.circumstances.placedOn = date(2023, 10, 28);
  CHECK(flat.answered(22) == Judgement::satisfied);
}
