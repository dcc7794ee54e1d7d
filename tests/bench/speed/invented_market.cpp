#include "speed/invented_market.h"

#include <random>

#include "support/builders.h"

namespace homeward::bench {
namespace {

using namespace homeward::tests;

const std::string farham = "E99000003";

class Lot {
 public:
  int below(int count) { return static_cast<int>(m_engine() % static_cast<unsigned>(count)); }
  bool oneIn(int count) { return below(count) == 0; }
  /// One fact in eight is missing.
  bool missing() { return oneIn(8); }

 private:
  std::mt19937 m_engine{20'260'401};
};

std::shared_ptr<const geography::Atlas> threeAuthorities() {
  const auto block = [](const std::string& code, std::int32_t east) {
    geography::AuthorityArea area{code, code, {}};
    for (std::int32_t e = 0; e < 40'000; e += geography::cellMetres)
      for (std::int32_t n = 0; n < 120'000; n += geography::cellMetres) area.cells.push_back(geography::cellOf({east + e, 250'000 + n}));
    return area;
  };
  return std::make_shared<const geography::Atlas>(
      std::vector<geography::AuthorityArea>{block(wendmoor, 360'000), block(ashcombe, 400'000), block(farham, 440'000)},
      std::vector<std::pair<std::string, std::string>>{{wendmoor, ashcombe}, {ashcombe, farham}});
}

/// A girl of four with nine needs, two of them essential, whom her grandmother sees.
std::shared_ptr<const matching::Request> theRequest() {
  auto request = std::make_shared<matching::Request>();
  const Child child = aChild()
                          .aged(4)
                          .sex(Sex::female)
                          .livingAt("ZZ5 2AB", {395'100, 310'300})
                          .needing(NeedDomain::physicalHealth, 2)
                          .needing(NeedDomain::emotionalHealth, 3)
                          .essential()
                          .needing(NeedDomain::behaviour, 2)
                          .essential()
                          .needing(NeedDomain::education, 3)
                          .needing(NeedDomain::communication, 4)
                          .needing(NeedDomain::identity, 1)
                          .needing(NeedDomain::socialRelationships, 3)
                          .needing(NeedDomain::selfCare, 2)
                          .needing(NeedDomain::leisure, 1)
                          .seeing("Nan", "grandmother", at("ZZ5 1NA", {404'000, 312'000}), 4)
                          .withIdentity("language:Welsh")
                          .wishingFor("garden")
                          .wishingNo("dog");
  request->children = {child};
  request->referral = aReferral().of(child).neededFor(400).neededBy(benchDay + std::chrono::days{7});
  request->referral.urgency = Urgency::planned;
  request->referral.connectedPersonFound = true;
  request->responsibleAuthority = wendmoor;
  request->today = benchDay;
  request->placeOn = request->referral.neededBy;
  return request;
}

Terms someTerms(Lot& lot, bool household) {
  Terms terms;
  if (lot.missing()) return terms;
  terms.limitsKnown = true;
  terms.ageFrom = lot.below(household ? 6 : 9);
  terms.ageTo = *terms.ageFrom + 3 + lot.below(12);
  if (lot.oneIn(4)) terms.sexes = {lot.oneIn(2) ? Sex::female : Sex::male};
  if (household) terms.children = 1 + lot.below(3);
  return terms;
}

void settle(Setting& setting, Lot& lot) {
  setting.residents.clear();
  setting.residentsKnown = !lot.missing();
  const int there = setting.residentsKnown ? lot.below(3) : 0;
  for (int i = 0; i < there; ++i) setting.residents.push_back({std::nullopt, 9, std::nullopt, true});
}

void registerHome(Setting& setting, Lot& lot) {
  setting.registration.reset();
  if (lot.missing()) return;
  Registration registration{"SC1", lot.oneIn(12) ? RegistrationStatus::suspended : RegistrationStatus::active, date(2015, 1, 5), {}, {},
                            {}};
  if (!lot.missing()) registration.places = 1 + lot.below(5);
  if (!lot.missing()) {
    const auto grade = static_cast<Grade>(lot.below(4));
    const int days = lot.oneIn(4) ? -400 - lot.below(300) : 400 + lot.below(100);
    registration.inspection = Inspection{grade, recentFrom + std::chrono::days{days}};
  }
  setting.registration = registration;
}

Setting someSetting(std::size_t number, Lot& lot) {
  const bool household = !lot.oneIn(4);
  Setting setting = household ? aHousehold().build() : aHome().build();
  setting.id = SettingId{static_cast<std::int64_t>(number) + 1};
  setting.provider = ProviderId{1};
  const int east = lot.below(120'000);
  setting.place = at("ZZ5 4LA", {360'000 + east, 250'000 + lot.below(120'000)},
                     east < 40'000   ? wendmoor
                     : east < 80'000 ? ashcombe
                                     : farham);
  if (lot.missing()) setting.place.point.reset();
  setting.connectedPerson = household && lot.oneIn(50);
  setting.terms = someTerms(lot, household);
  settle(setting, lot);
  if (!household) registerHome(setting, lot);
  for (const NeedDomain domain : all<NeedDomain>())
    if (!lot.missing())
      setting.capabilities.push_back({domain, lot.below(6), lot.oneIn(2) ? Basis::claimed : Basis::verified, "", benchDay});
  for (const char* feature : {"dog", "garden", "language:Welsh"})
    if (!lot.missing()) setting.features[feature] = lot.oneIn(2);
  setting.vacancy.reset();
  if (!lot.missing()) {
    setting.vacancy = Vacancy{lot.oneIn(3) ? 0 : 1, std::nullopt, benchDay};
    if (!lot.missing()) setting.vacancy->freeFrom = benchDay + std::chrono::days{lot.below(40) - 25};
  }
  setting.willingness = {lot.missing() ? Willing::notKnown : lot.oneIn(4) ? Willing::notTaking : Willing::taking, std::nullopt, ""};
  setting.ownBedroom.reset();
  if (!lot.missing()) setting.ownBedroom = !lot.oneIn(3);
  if (!lot.missing()) setting.sharingAssessed = lot.oneIn(2);
  if (!lot.missing()) setting.offersDays = 50 * (1 + lot.below(12));
  if (!lot.missing()) setting.proof = {lot.below(5), lot.below(5), lot.below(5)};
  setting.weeklyRate.reset();
  if (!lot.missing()) setting.weeklyRate = Money{50'000 + 100 * lot.below(4'000)};
  return setting;
}

}  // namespace

InventedMarket::InventedMarket(std::size_t homes) : provider(inHouse().build()), request(theRequest()), atlas(threeAuthorities()) {
  // The service is registered and was found good: what its households are judged by.
  provider.registration =
      Registration{"SC999", RegistrationStatus::active, date(2015, 1, 5), {}, {}, Inspection{Grade::good, date(2026, 3, 2)}};
  Lot lot;
  std::vector<matching::MarketFacts::Home> all;
  for (std::size_t i = 0; i < homes; ++i) {
    settings.push_back(someSetting(i, lot));
    all.push_back({&settings.back(), &provider});
  }
  facts = std::make_shared<const matching::MarketFacts>(std::move(all));
}

std::unique_ptr<matching::Assessment> InventedMarket::assess() const {
  return std::make_unique<matching::Assessment>(request, facts, matching::AnswersSoFar{}, atlas, matching::defaultPolicy());
}

}  // namespace homeward::bench
