// Builders of the market: providers, settings, and the offers with which they answer.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/offer.h"
#include "domain/referral.h"
#include "support/builder.h"

namespace homeward::tests {

class ProviderBuilder : public Builder<Provider> {
 public:
  using Builder::Builder;
  ProviderBuilder& id(std::int64_t number) {
    m_value.id = ProviderId{number};
    return *this;
  }
  ProviderBuilder& named(std::string name) {
    m_value.name = std::move(name);
    return *this;
  }
  ProviderBuilder& inSector(Sector sector) {
    m_value.sector = sector;
    return *this;
  }
  ProviderBuilder& offering(SettingType type) {
    m_value.asksFor = type;
    return *this;
  }
  ProviderBuilder& serving(std::vector<std::string> areas) {
    m_value.areas = std::move(areas);
    return *this;
  }
  ProviderBuilder& embargoed() {
    m_value.embargoed = true;
    return *this;
  }
  ProviderBuilder& registered(RegistrationStatus status) {
    m_value.registration =
        Registration{"SC999" + std::to_string(m_value.id.value), status, date(2019, 5, 1), std::nullopt, std::nullopt, std::nullopt};
    return *this;
  }
};

/// The council's own service.
inline ProviderBuilder inHouse() {
  Provider provider;
  provider.id = ProviderId{1};
  provider.name = "Wendmoor Fostering";
  provider.sector = Sector::inHouse;
  provider.source = "entered";
  return ProviderBuilder{provider};
}
/// An independent provider whose homes are known.
inline ProviderBuilder aProvider() { return inHouse().id(2).named("Linden Homes for Children").inSector(Sector::privateSector); }
/// An independent fostering agency: somebody to ask, whose households are known only when it tells us.
inline ProviderBuilder anAgency() {
  Provider provider = aProvider();
  provider.id = ProviderId{3};
  provider.name = "Alder Tree Fostering";
  provider.toAsk = true;
  provider.asksFor = SettingType::fosteringHousehold;
  provider.areas = {wendmoor};
  provider.telephone = "01999 496 0101";
  return ProviderBuilder{provider}.registered(RegistrationStatus::active);
}

class SettingBuilder : public Builder<Setting> {
 public:
  using Builder::Builder;
  SettingBuilder& id(std::int64_t number) {
    m_value.id = SettingId{number};
    return *this;
  }
  SettingBuilder& named(std::string name) {
    m_value.name = std::move(name);
    return *this;
  }
  SettingBuilder& of(const Provider& provider) {
    m_value.provider = provider.id;
    return *this;
  }
  SettingBuilder& livingAt(std::string postcode, GridPoint point, std::string authority = wendmoor) {
    m_value.place = at(std::move(postcode), point, std::move(authority));
    return *this;
  }
  SettingBuilder& somewhereIn(std::string authority) {
    m_value.place = tests::somewhereIn(std::move(authority));
    return *this;
  }
  SettingBuilder& ofType(SettingType type) {
    m_value.type = type;
    return *this;
  }
  SettingBuilder& taking(int ageFrom, int ageTo, int children = 1) {
    m_value.terms.limitsKnown = true;
    m_value.terms.ageFrom = ageFrom;
    m_value.terms.ageTo = ageTo;
    m_value.terms.children = children;
    return *this;
  }
  SettingBuilder& takingOnly(Sex sex) {
    m_value.terms.sexes = {sex};
    return *this;
  }
  SettingBuilder& takingEmergencies() {
    m_value.terms.emergencies = true;
    return *this;
  }
  SettingBuilder& shortBreaksOnly() {
    m_value.terms.shortBreaksOnly = true;
    return *this;
  }
  SettingBuilder& excluding(RiskKind risk) {
    m_value.terms.excludes.push_back(risk);
    return *this;
  }
  SettingBuilder& ableTo(NeedDomain domain, int level, Basis basis = Basis::verified) {
    m_value.capabilities.push_back({domain, level, basis, "Form B", testDay - std::chrono::days{60}});
    return *this;
  }
  SettingBuilder& having(FeatureCode feature) {
    m_value.features[std::move(feature)] = true;
    return *this;
  }
  SettingBuilder& without(FeatureCode feature) {
    m_value.features[std::move(feature)] = false;
    return *this;
  }
  SettingBuilder& withNobodyElse() {
    m_value.residents.clear();
    m_value.residentsKnown = true;
    return *this;
  }
  SettingBuilder& withResident(Resident resident) {
    m_value.residents.push_back(resident);
    m_value.residentsKnown = true;
    return *this;
  }
  SettingBuilder& free(int places, Date from, std::optional<Date> confirmedOn = testDay) {
    m_value.vacancy = Vacancy{places, from, confirmedOn};
    return *this;
  }
  SettingBuilder& full() { return free(0, testDay); }
  SettingBuilder& vacancyNotKnown() {
    m_value.vacancy.reset();
    return *this;
  }
  SettingBuilder& willing() {
    m_value.willingness = {Willing::taking, std::nullopt, "Yes, ring me"};
    return *this;
  }
  SettingBuilder& notWilling(std::optional<Date> until = std::nullopt) {
    m_value.willingness = {Willing::notTaking, until, "Not for now"};
    return *this;
  }
  SettingBuilder& registered(RegistrationStatus status) {
    m_value.registration =
        Registration{"SC888" + std::to_string(m_value.id.value), status, date(2018, 9, 3), std::nullopt, std::nullopt, std::nullopt};
    return *this;
  }
  SettingBuilder& graded(Grade grade, Date on) {
    if (!m_value.registration) registered(RegistrationStatus::active);
    m_value.registration->inspection = Inspection{grade, on};
    return *this;
  }
  SettingBuilder& connectedPerson() {
    m_value.connectedPerson = true;
    return *this;
  }
  SettingBuilder& ownBedroom(bool own = true) {
    m_value.ownBedroom = own;
    return *this;
  }
  SettingBuilder& costing(Money weeklyRate) {
    m_value.weeklyRate = weeklyRate;
    return *this;
  }
};

/// An in-house fostering household: one child of 0 to 17, a place free and confirmed on the test day, willing, no one else there.
inline SettingBuilder aHousehold() {
  Setting setting;
  setting.id = SettingId{1};
  setting.provider = ProviderId{1};
  setting.name = "Larch household";
  setting.approvedByResponsibleAuthority = true;
  setting.place = at("ZZ5 4LA", {421'000, 311'000});
  setting.carers = 2;
  setting.ownBedroom = true;
  setting.weeklyRate = pounds(540);
  setting.source = "entered";
  return SettingBuilder{setting}.taking(0, 17).free(1, testDay).willing().withNobodyElse();
}
/// A registered, good children's home of the independent provider for four children of 8 to 17.
inline SettingBuilder aHome() {
  Setting setting;
  setting.id = SettingId{2};
  setting.provider = ProviderId{2};
  setting.name = "Hazel House";
  setting.type = SettingType::childrensHome;
  setting.place = at("ZZ6 1HH", {430'000, 320'000});
  setting.ownBedroom = true;
  setting.weeklyRate = pounds(4'650);
  setting.source = "entered";
  return SettingBuilder{setting}.graded(Grade::good, date(2025, 10, 8)).taking(8, 17, 4).free(1, testDay).willing().withNobodyElse();
}

class OfferBuilder : public Builder<Offer> {
 public:
  using Builder::Builder;
  OfferBuilder& id(std::int64_t number) {
    m_value.id = OfferId{number};
    return *this;
  }
  OfferBuilder& answering(const Referral& referral) {
    m_value.referral = referral.id;
    m_value.children.clear();
    for (const ReferralMember& member : referral.members) m_value.children.push_back(member.child);
    return *this;
  }
  OfferBuilder& from(const Setting& setting) {
    m_value.setting = setting.id;
    m_value.provider = setting.provider;
    return *this;
  }
  OfferBuilder& taking(std::vector<ChildId> children) {
    m_value.children = std::move(children);
    return *this;
  }
  OfferBuilder& standingUntil(Instant moment) {
    m_value.standsUntil = moment;
    return *this;
  }
  OfferBuilder& availableFrom(Date day) {
    m_value.availableFrom = day;
    return *this;
  }
  OfferBuilder& emergency() {
    m_value.emergency = true;
    return *this;
  }
  OfferBuilder& withdrawn() {
    m_value.withdrawn = true;
    return *this;
  }
  OfferBuilder& meeting(NeedDomain domain, int level, Basis basis = Basis::claimed) {
    for (const ChildId child : m_value.children) m_value.needs.push_back({child, domain, level, basis, "As they wrote"});
    return *this;
  }
  OfferBuilder& having(FeatureCode feature, bool has = true) {
    m_value.features[std::move(feature)] = has;
    return *this;
  }
  OfferBuilder& minutesToSchool(int minutes) {
    for (const ChildId child : m_value.children) m_value.minutesToSchool[child] = minutes;
    return *this;
  }
  OfferBuilder& keepingSchool(bool keeps = true) {
    for (const ChildId child : m_value.children) m_value.keepsSchool[child] = keeps;
    return *this;
  }
  OfferBuilder& free() {
    m_value.quote.clear();
    return *this;
  }
  OfferBuilder& costing(Money aWeek) { return free().weekly(QuoteItem::coreFee, aWeek); }
  OfferBuilder& weekly(QuoteItem item, Money amount, int fromDay = 0, std::optional<int> days = std::nullopt) {
    m_value.quote.push_back({item, Charge::weekly, MoneyRange::exactly(amount), fromDay, days, {}});
    return *this;
  }
  OfferBuilder& once(QuoteItem item, Money amount) {
    m_value.quote.push_back({item, Charge::once, MoneyRange::exactly(amount), 0, std::nullopt, {}});
    return *this;
  }
  OfferBuilder& charging(QuoteItem item, Charge charge) {
    m_value.quote.push_back({item, charge, {}, 0, std::nullopt, {}});
    return *this;
  }
};

/// The first household's answer to the first referral, for the first child, at £540 a week.
inline OfferBuilder anOffer() {
  Offer offer;
  offer.id = OfferId{1};
  offer.referral = ReferralId{1};
  offer.provider = ProviderId{1};
  offer.setting = SettingId{1};
  offer.children = {ChildId{1}};
  offer.receivedOn = testDay;
  return OfferBuilder{offer}.costing(pounds(540));
}

inline Option anOptionOf(const std::vector<Offer>& offers, std::int64_t id = 1) {
  Option option{OptionId{id}, ReferralId{1}, {}, "Option " + std::to_string(id)};
  for (const Offer& offer : offers) option.offers.push_back(offer.id);
  return option;
}

}  // namespace homeward::tests
