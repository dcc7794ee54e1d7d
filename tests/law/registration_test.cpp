#include "law/scene.h"

using namespace homeward;
using law::Judgement;
using tests::said;
using tests::Scene;
using tests::today;

TEST_CASE("a children's home must be registered on the day", "[rule-23]") {
  Scene home(SettingType::childrensHome);
  CHECK(home.judge(23) == Judgement::notKnown);
  for (const auto status :
       {RegistrationStatus::none, RegistrationStatus::cancelled, RegistrationStatus::resigned, RegistrationStatus::pending}) {
    home.registered(status);
    CHECK(home.judge(23) == Judgement::broken);
  }
  home.registered(RegistrationStatus::active);
  CHECK(home.judge(23) == Judgement::satisfied);
  CHECK(said(home.finding(23).why) == "Registered with Ofsted, number SC999999.");
  home.setting.registration->since = today + std::chrono::days{1};
  CHECK(home.judge(23) == Judgement::broken);
  CHECK(said(home.finding(23).bringsBack) == "From 28 November 2026.");
  home.setting.registration->since = today;
  CHECK(home.judge(23) == Judgement::satisfied);
}

TEST_CASE("a secure home is a children's home too, and a foster home is none", "[rule-23]") {
  Scene secure(SettingType::secureHome, 14);
  secure.registered(RegistrationStatus::cancelled);
  CHECK(secure.judge(23) == Judgement::broken);
  CHECK(Scene(SettingType::fosteringHousehold).judge(23) == Judgement::notApplicable);
}

TEST_CASE("the provider's own registration is not the home's", "[rule-23]") {
  Scene home(SettingType::childrensHome);
  home.provider.registration = Registration{};
  CHECK(home.judge(23) == Judgement::notKnown);
}

TEST_CASE("a suspension blocks from its day on", "[rule-40]") {
  Scene home(SettingType::childrensHome);
  home.registered(RegistrationStatus::suspended);
  home.setting.registration->places = 4;
  home.residents(1);
  CHECK(home.judge(40) == Judgement::broken);
  home.setting.registration->suspendedFrom = today;
  CHECK(home.judge(40) == Judgement::broken);
  CHECK(said(home.finding(40).why) == "The registration is suspended from 27 November 2026.");
  home.setting.registration->suspendedFrom = today + std::chrono::days{1};
  CHECK(home.judge(40) == Judgement::satisfied);
  CHECK(home.judge(23) == Judgement::satisfied);
}

TEST_CASE("a suspended agency blocks its households and a suspended undertaking its premises", "[rule-40]") {
  Scene household(SettingType::fosteringHousehold);
  CHECK(household.judge(40) == Judgement::notApplicable);
  household.provider.registration = Registration{};
  CHECK(household.judge(40) == Judgement::satisfied);
  household.provider.registration->status = RegistrationStatus::suspended;
  CHECK(household.judge(40) == Judgement::broken);
  Scene premises(SettingType::supportedAccommodation, 17);
  CHECK(premises.judge(40) == Judgement::notKnown);
  premises.registered(RegistrationStatus::active);
  CHECK(premises.judge(40) == Judgement::satisfied);
  premises.provider.registration = household.provider.registration;
  CHECK(premises.judge(40) == Judgement::broken);
}

TEST_CASE("registered places may not be exceeded", "[rule-40]") {
  Scene home(SettingType::childrensHome);
  home.registered(RegistrationStatus::active);
  home.setting.registration->places = 3;
  home.residents(2);
  CHECK(home.judge(40) == Judgement::satisfied);
  CHECK(said(home.finding(40).why) == "3 of 3 registered places taken with this placement.");
  home.residents(3);
  CHECK(home.judge(40) == Judgement::broken);
  CHECK(said(home.finding(40).bringsBack) == "Back with 1 fewer child there.");
  home.setting.residents[0].child = home.child.id;
  CHECK(home.judge(40) == Judgement::satisfied);
}

TEST_CASE("where nobody knows who lives there, only a confirmed vacancy shows that there is room", "[rule-40]") {
  Scene home(SettingType::childrensHome);
  home.registered(RegistrationStatus::active);
  CHECK(home.finding(40).question.key == "law.40.placesUnknown.question");
  home.setting.registration->places = 3;
  CHECK(home.judge(40) == Judgement::notKnown);
  home.setting.vacancy = Vacancy{1, today, std::nullopt};
  CHECK(home.judge(40) == Judgement::notKnown);
  home.setting.vacancy->confirmedOn = today - std::chrono::days{3};
  CHECK(home.judge(40) == Judgement::satisfied);
  home.setting.vacancy->freeFrom = today + std::chrono::days{1};
  CHECK(home.judge(40) == Judgement::notKnown);
  home.setting.vacancy->freeFrom = today;
  home.join(1);
  CHECK(home.judge(40) == Judgement::notKnown);
  home.join(2);
  CHECK(home.judge(40) == Judgement::broken);
}
