#include "law/judges.h"

namespace homeward::law {
namespace {

bool isHome(SettingType type) { return type == SettingType::childrensHome || type == SettingType::secureHome; }

const Registration* ownRegistration(const Circumstances& circumstances) {
  return circumstances.setting != nullptr && circumstances.setting->registration ? &*circumstances.setting->registration : nullptr;
}

/// The registration of an agency or undertaking, where the placement rests on it: its households and premises have none of their own.
const Registration* agencyRegistration(const Circumstances& circumstances, SettingType type) {
  if (isHome(type) && circumstances.setting != nullptr) return nullptr;
  return circumstances.provider != nullptr && circumstances.provider->registration ? &*circumstances.provider->registration : nullptr;
}

bool suspendedOn(const Registration* registration, Date day) {
  return registration != nullptr && registration->status == RegistrationStatus::suspended &&
         (!registration->suspendedFrom || day >= *registration->suspendedFrom);
}

LegalFinding suspended(const Registration& registration) {
  Fact why = registration.suspendedFrom ? Fact{"law.40.suspendedFrom", {*registration.suspendedFrom}} : Fact{"law.40.suspended", {}};
  return broken(40, std::move(why), {"law.40.suspended.back", {}});
}

/// A vacancy that somebody confirmed shows a place that is not taken, even where nobody has listed who lives there.
bool vacancyShowsPlaces(const Circumstances& circumstances) {
  const auto& vacancy = circumstances.setting->vacancy;
  return vacancy && vacancy->confirmedOn && vacancy->freeFrom && *vacancy->freeFrom <= circumstances.placedOn &&
         vacancy->places >= joiningCount(circumstances);
}

LegalFinding withinPlaces(const Circumstances& circumstances, std::int64_t places) {
  const Setting& setting = *circumstances.setting;
  const std::int64_t joining = joiningCount(circumstances);
  const std::int64_t there = joining + (setting.residentsKnown ? static_cast<std::int64_t>(othersThere(circumstances).size()) : 0);
  if (there > places) return broken(40, {"law.40.full", {places, there}}, {"law.40.full.back", {there - places}});
  if (setting.residentsKnown) return satisfied(40, {"law.40.within", {there, places}});
  if (vacancyShowsPlaces(circumstances))
    return satisfied(40, {"law.40.vacancy", {std::int64_t{setting.vacancy->places}, *setting.vacancy->confirmedOn}});
  return notKnown(40, {"law.40.residentsUnknown", {places}}, {"law.40.residentsUnknown.question", {places, circumstances.placedOn}});
}

}  // namespace

LegalFinding homeIsRegistered(const Circumstances& circumstances) {
  const auto type = typeOf(circumstances);
  if (!type) return notKnown(23, {"law.typeUnknown", {}}, {"law.typeUnknown.question", {}});
  if (!isHome(*type)) return notApplicable(23, {"law.23.otherRoute", {}});
  const Registration* registration = ownRegistration(circumstances);
  if (registration == nullptr) return notKnown(23, {"law.23.unknown", {}}, {"law.23.unknown.question", {circumstances.placedOn}});
  const bool isRegistered = registration->status == RegistrationStatus::active || registration->status == RegistrationStatus::suspended;
  if (!isRegistered)
    return broken(23, {"law.23.notRegistered", {Word{"registration." + std::string(text(registration->status))}}}, {"law.23.back", {}});
  if (registration->since && *registration->since > circumstances.placedOn)
    return broken(23, {"law.23.registeredLater", {*registration->since}}, {"law.fromDay", {*registration->since}});
  return satisfied(23, registration->urn.empty() ? Fact{"law.23.registered", {}} : Fact{"law.23.registeredAs", {registration->urn}});
}

LegalFinding registrationHolds(const Circumstances& circumstances) {
  const auto type = typeOf(circumstances);
  if (!type) return notKnown(40, {"law.typeUnknown", {}}, {"law.typeUnknown.question", {}});
  const Registration* own = ownRegistration(circumstances);
  const Registration* agency = agencyRegistration(circumstances, *type);
  if (suspendedOn(own, circumstances.placedOn)) return suspended(*own);
  if (suspendedOn(agency, circumstances.placedOn)) return suspended(*agency);
  if (own == nullptr && agency == nullptr) {
    if (isHome(*type) || *type == SettingType::supportedAccommodation)
      return notKnown(40, {"law.40.unknown", {}}, {"law.40.unknown.question", {circumstances.placedOn}});
    return notApplicable(40, {"law.40.otherRoute", {}});
  }
  // The places of an undertaking are those of all its premises together: they say nothing about one of them.
  if (own != nullptr && own->places) return withinPlaces(circumstances, *own->places);
  if (isHome(*type) && own != nullptr) return notKnown(40, {"law.40.placesUnknown", {}}, {"law.40.placesUnknown.question", {}});
  return satisfied(40, {"law.40.notSuspended", {}});
}

}  // namespace homeward::law
