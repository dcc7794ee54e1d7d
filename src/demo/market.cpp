#include "demo/market.h"

#include <algorithm>

namespace homeward::demo {
namespace {

std::string sourceOf(Basis basis) {
  switch (basis) {
    case Basis::claimed:
      return "rate card and profile";
    case Basis::verified:
      return "visit, Form B";
    case Basis::evidenced:
      return "outcomes, Form C";
  }
  return {};
}

Money roundedPounds(Random& random, int low, int high) { return pounds(random.between(low, high)); }

// Weekly core fees of 2026-27 follow the published averages: in-house about 650, agencies 770 to 820, step-down 1,300, homes 2,500 to
// 4,500.
Money rateOf(Draft& draft, const Setting& setting, const Provider& provider) {
  Random& random = draft.random;
  switch (setting.type) {
    case SettingType::fosteringHousehold:
      if (setting.connectedPerson) return roundedPounds(random, 340, 420);
      if (provider.sector == Sector::inHouse) return roundedPounds(random, 630, 670);
      if (provider.framework == "specialist lot") return roundedPounds(random, 1260, 1340);
      if (provider.framework == "spot") return roundedPounds(random, 810, 860);
      return roundedPounds(random, 770, 820);
    case SettingType::childrensHome:
      return pounds(std::int64_t{50} * random.between(50, 92));
    case SettingType::supportedAccommodation:
      return roundedPounds(random, 1120, 1290);
    case SettingType::residentialSchool:
      return pounds(std::int64_t{50} * random.between(78, 92));
    case SettingType::familyCentre:
      return pounds(std::int64_t{50} * random.between(60, 74));
    default:
      return {};
  }
}

Place placeFor(Draft& draft, const Provider& provider) {
  static const std::vector<std::string> around{std::string{wendmoor}, std::string{eastmarch}, std::string{greyferry},
                                               std::string{hobmarsh}, std::string{saltwick},  std::string{farholm}};
  const std::vector<int> shares = provider.sector == Sector::inHouse          ? std::vector<int>{88, 4, 4, 4, 0, 0}
                                  : provider.sector == Sector::otherAuthority ? std::vector<int>{0, 100, 0, 0, 0, 0}
                                                                              : std::vector<int>{46, 16, 15, 13, 7, 3};
  const std::size_t authority = draft.random.weighted(shares);
  return draft.map.somewhereIn(around[authority], draft.random);
}

void giveTerms(Draft& draft, Setting& setting) {
  Random& random = draft.random;
  if (setting.type == SettingType::fosteringHousehold) {
    static const std::vector<std::pair<int, int>> ages{{0, 17}, {0, 17}, {0, 10}, {5, 12}, {8, 17}, {11, 17}, {0, 5}, {5, 17}};
    const auto [from, to] = random.pick(ages);
    setting.carers = random.oneOf(3, 4) ? 2 : 1;
    setting.terms.children = 1 + static_cast<int>(random.weighted({20, 45, 35}));
    setting.terms.ageFrom = setting.connectedPerson ? 0 : from;
    setting.terms.ageTo = setting.connectedPerson ? 17 : to;
    if (!setting.connectedPerson && random.oneOf(1, 10)) setting.terms.sexes = {random.oneOf(1, 2) ? Sex::female : Sex::male};
    setting.terms.emergencies = random.oneOf(1, 10);
  }
  if (setting.type == SettingType::childrensHome) {
    static const std::vector<std::pair<int, int>> ages{{8, 17}, {10, 17}, {11, 17}, {7, 13}, {12, 17}, {6, 17}};
    const auto [from, to] = random.pick(ages);
    setting.terms.ageFrom = from;
    setting.terms.ageTo = to;
    if (random.oneOf(1, 6)) setting.terms.sexes = {random.oneOf(1, 2) ? Sex::female : Sex::male};
    setting.terms.solo = *setting.terms.children == 1;
    setting.terms.emergencies = random.oneOf(1, 12);
  }
  if (setting.type != SettingType::familyCentre) {
    constexpr RiskKind ruledOut[] = {RiskKind::fireSetting, RiskKind::sexualHarmToOthers, RiskKind::violenceToOthers,
                                     RiskKind::substanceUse};
    for (const RiskKind risk : ruledOut)
      if (random.oneOf(1, risk == RiskKind::fireSetting ? 3 : 7)) setting.terms.excludes.push_back(risk);
  }
  setting.terms.limitsKnown = random.oneOf(15, 16);
  if (!setting.terms.limitsKnown) setting.terms.excludes.clear();
}

void giveWillingness(Draft& draft, Setting& setting) {
  const std::size_t state = draft.random.weighted({62, 26, 12});
  if (state == 0) setting.willingness = {Willing::taking, std::nullopt, "Would take a child"};
  if (state == 2) setting.willingness = {Willing::notTaking, draft.in(draft.random.between(20, 140)), "Not taking for now"};
}

void addHouseholds(Draft& draft, const ProviderLine& line, int missing, int connected) {
  for (int n = 0; n < missing; ++n) {
    const Provider& provider = draft.at(draft.provider(line.name));
    const std::string name = draft.newHomeName("household");
    Setting setting = household(draft, line.name, name, placeFor(draft, provider));
    setting.connectedPerson = n < connected;
    giveTerms(draft, setting);
    giveWillingness(draft, setting);
    if (setting.connectedPerson) setting.willingness = {Willing::notTaking, std::nullopt, "Approved for the children of one family only"};
    describe(draft, setting, line.framework == "specialist lot" ? 4 : 3);
    setting.weeklyRate = rateOf(draft, setting, provider);
    draft.add(std::move(setting));
  }
}

int placesOf(Random& random, SettingType type) {
  switch (type) {
    case SettingType::childrensHome:
      return 1 + static_cast<int>(random.weighted({8, 12, 20, 26, 22, 12}));
    case SettingType::supportedAccommodation:
      return random.between(10, 26);
    case SettingType::residentialSchool:
      return random.between(44, 66);
    default:
      return random.between(9, 15);
  }
}

void addHomes(Draft& draft, const ProviderLine& line, int missing) {
  // The dear ones, whose names the team knows by heart.
  static const std::vector<std::pair<std::string, std::string>> dear{{"Lanternfish Care", "Petrel House"},
                                                                     {"Paper Boat Homes", "Dotterel House"},
                                                                     {"Cobalt Kite Care", "Skua House"},
                                                                     {"Larkspur Rise Care", "Fulmar Lodge"},
                                                                     {"Driftglass Lodges", "Razorbill House"}};
  static const std::vector<std::string> homeKinds{"House", "Lodge", "Cottage", "View"};
  static const std::vector<std::string> premisesKinds{"Yard", "Court", "Terrace", "Wharf"};
  for (int n = 0; n < missing; ++n) {
    const Provider& provider = draft.at(draft.provider(line.name));
    std::string name;
    int dearRate = 0;
    if (n == 0) {
      for (const auto& [owner, itsName] : dear) {
        if (owner != line.name) continue;
        name = itsName;
        dearRate = 4800 + 10 * draft.random.between(2, 110);
      }
    }
    if (name.empty()) {
      const bool school = line.type == SettingType::residentialSchool;
      const bool centre = line.type == SettingType::familyCentre;
      const bool premises = line.type == SettingType::supportedAccommodation;
      const std::string kind = school     ? "School"
                               : centre   ? "Family Centre"
                               : premises ? draft.random.pick(premisesKinds)
                                          : draft.random.pick(homeKinds);
      name = draft.newHomeName(kind);
    }
    const Place place = placeFor(draft, provider);
    Setting setting = registeredHome(draft, line.name, name, line.type, place, placesOf(draft.random, line.type));
    giveTerms(draft, setting);
    giveWillingness(draft, setting);
    describe(draft, setting, 4);
    setting.weeklyRate = dearRate > 0 ? pounds(dearRate) : rateOf(draft, setting, provider);
    draft.add(std::move(setting));
  }
}

}  // namespace

Setting household(Draft& draft, const std::string& provider, const std::string& name, const Place& place) {
  Setting setting;
  setting.provider = draft.provider(provider);
  setting.name = name;
  setting.type = SettingType::fosteringHousehold;
  setting.approvedByResponsibleAuthority = draft.at(setting.provider).sector == Sector::inHouse;
  setting.place = place;
  setting.carers = 2;
  setting.terms.limitsKnown = true;
  setting.terms.ageFrom = 0;
  setting.terms.ageTo = 17;
  setting.terms.children = 2;
  setting.residentsKnown = true;
  setting.telephone = draft.newMobile();
  return setting;
}

Setting registeredHome(Draft& draft, const std::string& provider, const std::string& name, SettingType type, const Place& place,
                       int places) {
  Setting setting;
  setting.provider = draft.provider(provider);
  setting.name = name;
  setting.type = type;
  setting.place = place;
  setting.registration = registrationOf(draft, type, places);
  setting.terms.limitsKnown = true;
  setting.terms.children = places;
  setting.terms.ageTo = 17;
  switch (type) {
    case SettingType::childrensHome:
      setting.terms.ageFrom = 8;
      break;
    case SettingType::supportedAccommodation:
      setting.terms.ageFrom = 16;
      break;
    case SettingType::residentialSchool:
      setting.terms.ageFrom = draft.random.between(5, 9);
      break;
    case SettingType::familyCentre:
      setting.terms.ageFrom = 0;
      setting.terms.ageTo = std::nullopt;
      setting.terms.parentAndChild = true;
      break;
    default:
      break;
  }
  setting.residentsKnown = type == SettingType::childrensHome;
  setting.telephone = draft.newTelephone();
  return setting;
}

void describe(Draft& draft, Setting& setting, int skill) {
  Random& random = draft.random;
  for (const NeedDomain domain : all<NeedDomain>()) {
    if (random.oneOf(1, 8)) continue;
    constexpr Basis bases[] = {Basis::claimed, Basis::verified, Basis::evidenced};
    const Basis basis = bases[random.weighted({45, 35, 20})];
    const int level = std::clamp(skill + static_cast<int>(random.weighted({20, 35, 30, 15})) - 2, 1, highestLevel);
    setting.capabilities.push_back({domain, level, basis, sourceOf(basis), draft.ago(random.between(20, 700))});
  }
  static const std::vector<std::pair<std::string, int>> inHundred{{"dog", 28},
                                                                  {"cat", 24},
                                                                  {"smoker", 8},
                                                                  {"garden", 70},
                                                                  {"quiet", 45},
                                                                  {"faith:chapel", 22},
                                                                  {"faith:church", 30},
                                                                  {"faith:mosque", 12},
                                                                  {"language:Welsh", 12},
                                                                  {"language:Polish", 8},
                                                                  {"language:Arabic", 6},
                                                                  {"wheelchair", 14}};
  for (const auto& [feature, share] : inHundred)
    if (random.oneOf(7, 8)) setting.features[feature] = random.oneOf(share, 100);
  if (random.oneOf(5, 8)) setting.proof.formB = random.between(1, 4);
  if (random.oneOf(4, 8)) setting.proof.formC = random.between(1, 4);
  if (random.oneOf(4, 8)) setting.proof.feedback = random.between(2, 4);
  setting.record.placements = random.between(0, 14);
  setting.record.lasted = setting.record.placements;
  for (int n = 0; n < setting.record.placements; ++n)
    if (random.oneOf(1, 6)) --setting.record.lasted;
  if (random.oneOf(7, 8)) setting.ownBedroom = random.oneOf(9, 10);
  if (setting.ownBedroom && !*setting.ownBedroom) setting.sharingAssessed = random.oneOf(1, 2);
  if (random.oneOf(5, 8)) setting.offersDays = 365 * random.between(1, 6);
}

void setCapability(Setting& setting, NeedDomain domain, int level, Basis basis, Date on) {
  std::erase_if(setting.capabilities, [&](const Capability& capability) { return capability.domain == domain; });
  setting.capabilities.push_back({domain, level, basis, sourceOf(basis), on});
}

void setAllCapabilities(Setting& setting, int level, Date on) {
  for (const NeedDomain domain : all<NeedDomain>()) setCapability(setting, domain, level, Basis::verified, on);
}

void setVacancy(Setting& setting, int places, std::optional<Date> freeFrom, std::optional<Date> confirmedOn) {
  setting.vacancy = Vacancy{places, freeFrom, confirmedOn};
}

void writeMarket(Draft& draft) {
  for (const ProviderLine& line : lists().providers) {
    const ProviderId provider = draft.provider(line.name);
    const int there = static_cast<int>(std::count_if(draft.made.settings.begin(), draft.made.settings.end(), [&](const Setting& setting) {
      return setting.provider == provider && setting.type == line.type;
    }));
    if (line.type == SettingType::fosteringHousehold)
      addHouseholds(draft, line, line.settings - there, line.name == "Wendmoor Fostering" ? 36 : 0);
    else if (line.settings > 0)
      addHomes(draft, line, line.settings - there);
  }
  // Residential schools make up the round number of places that the area counts.
  constexpr int placesInAll = 3012;
  int places = 0;
  for (const Setting& setting : draft.made.settings) places += setting.terms.children.value_or(0);
  for (int n = 0; places != placesInAll; ++n) {
    auto& setting = draft.made.settings[static_cast<std::size_t>(n) % draft.made.settings.size()];
    if (setting.type != SettingType::residentialSchool || *setting.terms.children < 12) continue;
    const int step = places < placesInAll ? 1 : -1;
    *setting.terms.children += step;
    setting.registration->places = *setting.terms.children;
    places += step;
  }
}

}  // namespace homeward::demo
