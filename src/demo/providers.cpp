#include "demo/market.h"

namespace homeward::demo {
namespace {

constexpr bool registersItself(SettingType type) {
  return type == SettingType::fosteringHousehold || type == SettingType::supportedAccommodation;
}

Grade gradeOf(SettingType type, Random& random) {
  if (type == SettingType::supportedAccommodation) {
    constexpr Grade grades[] = {Grade::strong, Grade::inconsistent, Grade::seriousWeaknesses};
    return grades[random.weighted({60, 33, 7})];
  }
  constexpr Grade grades[] = {Grade::outstanding, Grade::good, Grade::requiresImprovement, Grade::inadequate};
  return grades[random.weighted({16, 66, 16, 2})];
}

}  // namespace

Registration registrationOf(Draft& draft, SettingType type, std::optional<int> places) {
  Registration registration;
  registration.urn = draft.newUrn();
  registration.since = draft.ago(draft.random.between(500, 5000));
  registration.places = places;
  if (draft.random.oneOf(7, 8)) {
    Inspection inspection;
    inspection.grade = gradeOf(type, draft.random);
    if (draft.random.oneOf(15, 16)) inspection.on = draft.ago(draft.random.between(20, 800));
    registration.inspection = inspection;
  }
  return registration;
}

void writeProviders(Draft& draft) {
  for (const ProviderLine& line : lists().providers) {
    Provider provider;
    provider.name = line.name;
    provider.sector = line.sector;
    provider.toAsk = line.toAsk;
    if (line.toAsk) provider.asksFor = line.type;
    provider.framework = line.framework;
    if (line.sector != Sector::parents && line.type != SettingType::otherArrangement) {
      if (registersItself(line.type)) provider.registration = registrationOf(draft, line.type, std::nullopt);
      // An undertaking is inspected at its premises where we know them.
      if (line.type == SettingType::supportedAccommodation && !line.toAsk) provider.registration->inspection.reset();
      provider.telephone = draft.newTelephone();
      provider.outOfHoursTelephone = draft.newMobile();
      for (const char letter : line.name)
        if ((letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')) provider.email += static_cast<char>(letter | 0x20);
      provider.email = "referrals@" + provider.email + ".example.org";
    }
    if (draft.random.oneOf(7, 8)) {
      for (const auto& area : draft.made.areas)
        if (area.code == wendmoor || draft.random.oneOf(1, 2)) provider.areas.push_back(area.code);
    }
    provider.source = "entered";
    draft.add(std::move(provider));
  }
}

}  // namespace homeward::demo
