#include "law/judges.h"

namespace homeward::law {
namespace {

/// The arrangement under section 22C(6)(d), where it is one; none where nobody has said which.
std::optional<OtherArrangement> arrangementOf(const Circumstances& circumstances, SettingType type) {
  if (type == SettingType::residentialSchool) return OtherArrangement::schoolWithAccommodation;
  if (type == SettingType::familyCentre) return OtherArrangement::familyCentre;
  return circumstances.setting == nullptr ? std::nullopt : circumstances.setting->arrangement;
}

Word wordOf(OtherArrangement arrangement) { return Word{"arrangement." + std::string(text(arrangement))}; }

/// Care homes, hospitals, family centres and schools may take children of any age; a holiday scheme only those who are disabled. What
/// differs at sixteen is the education institution.
bool mayTakeAnyAge(OtherArrangement arrangement, const Child& child) {
  switch (arrangement) {
    case OtherArrangement::careHome:
    case OtherArrangement::hospital:
    case OtherArrangement::familyCentre:
    case OtherArrangement::schoolWithAccommodation:
      return true;
    case OtherArrangement::holidayScheme:
      return child.disabled;
    case OtherArrangement::educationInstitution:
    case OtherArrangement::unregistered:
      break;
  }
  return false;
}

/// Under sixteen nothing is allowed that is not on the list; regulation 27B makes a narrow exception that only legal advice can confirm.
LegalFinding notOnTheList(const Circumstances& circumstances, Fact why) {
  if (circumstances.child->unaccompaniedAsylumSeeker) return notKnown(20, std::move(why), {"law.20.unaccompanied.question", {}});
  return broken(20, std::move(why), {"law.20.back", {birthday(circumstances.child->born, 16)}});
}

LegalFinding undertakingIsRegistered(const Circumstances& circumstances) {
  const Registration* registration = nullptr;
  if (circumstances.setting != nullptr && circumstances.setting->registration)
    registration = &*circumstances.setting->registration;
  else if (circumstances.provider != nullptr && circumstances.provider->registration)
    registration = &*circumstances.provider->registration;
  if (registration == nullptr) return notKnown(21, {"law.21.unknown", {}}, {"law.21.unknown.question", {circumstances.placedOn}});
  const Word status{"registration." + std::string(text(registration->status))};
  LegalFinding unlawful = broken(21, {"law.21.notRegistered", {status}}, {"law.21.back", {}});
  switch (registration->status) {
    case RegistrationStatus::active:
    case RegistrationStatus::suspended:  // still registered; that nobody may move in is rule 40
      if (registration->since && *registration->since > circumstances.placedOn)
        return broken(21, {"law.21.registeredLater", {*registration->since}}, {"law.fromDay", {*registration->since}});
      return satisfied(21, {"law.21.registered", {}});
    case RegistrationStatus::pending:
      // Regulation 44 of SI 2023/416 covers those only who had applied when the prohibition began.
      if (!registration->since)
        return notKnown(21, {"law.21.pending", {}}, {"law.21.pending.question", {*ruleOf(circumstances, 21)->from}});
      if (*registration->since <= *ruleOf(circumstances, 21)->from) return satisfied(21, {"law.21.pendingCovered", {*registration->since}});
      return unlawful;
    case RegistrationStatus::cancelled:
    case RegistrationStatus::resigned:
    case RegistrationStatus::none:
      break;
  }
  return unlawful;
}

}  // namespace

LegalFinding otherArrangementUnder16(const Circumstances& circumstances) {
  if (ageOn(circumstances.child->born, circumstances.placedOn) >= 16) return notApplicable(20, {"law.20.sixteen", {}});
  const auto type = typeOf(circumstances);
  if (!type) return notKnown(20, {"law.typeUnknown", {}}, {"law.typeUnknown.question", {}});
  if (!isOtherArrangement(*type)) return notApplicable(20, {"law.otherRoute", {}});
  if (*type == SettingType::supportedAccommodation) return notOnTheList(circumstances, {"law.20.supportedAccommodation", {}});
  const auto arrangement = arrangementOf(circumstances, *type);
  if (!arrangement) return notKnown(20, {"law.arrangementUnknown", {}}, {"law.arrangementUnknown.question", {}});
  if (mayTakeAnyAge(*arrangement, *circumstances.child)) return satisfied(20, {"law.20.onTheList", {wordOf(*arrangement)}});
  if (*arrangement == OtherArrangement::holidayScheme) return notOnTheList(circumstances, {"law.holidayScheme", {}});
  return notOnTheList(circumstances, {"law.20.notOnTheList", {wordOf(*arrangement)}});
}

LegalFinding otherArrangementAt16(const Circumstances& circumstances) {
  const int age = ageOn(circumstances.child->born, circumstances.placedOn);
  if (age < 16 || age >= 18) return notApplicable(21, {"law.21.otherAge", {}});
  const auto type = typeOf(circumstances);
  if (!type) return notKnown(21, {"law.typeUnknown", {}}, {"law.typeUnknown.question", {}});
  if (!isOtherArrangement(*type)) return notApplicable(21, {"law.otherRoute", {}});
  if (*type == SettingType::supportedAccommodation) return undertakingIsRegistered(circumstances);
  const auto arrangement = arrangementOf(circumstances, *type);
  if (!arrangement) return notKnown(21, {"law.arrangementUnknown", {}}, {"law.arrangementUnknown.question", {}});
  if (*arrangement == OtherArrangement::educationInstitution || mayTakeAnyAge(*arrangement, *circumstances.child))
    return satisfied(21, {"law.21.excepted", {wordOf(*arrangement)}});
  if (*arrangement == OtherArrangement::holidayScheme) return broken(21, {"law.holidayScheme", {}}, {"law.21.back", {}});
  return broken(21, {"law.21.notRegistered", {Word{"registration.none"}}}, {"law.21.back", {}});
}

}  // namespace homeward::law
