#include "support/generators.h"

#include <algorithm>

namespace homeward::tests {
namespace {

// Inside rc::gen::exec: a value of a generator, remembered so that a counterexample can shrink.
int between(int low, int high) { return *rc::gen::inRange(low, high + 1); }
bool maybe() { return between(0, 1) == 1; }

template <class Value>
Value oneOf(const std::vector<Value>& values) {
  return values[static_cast<std::size_t>(between(0, static_cast<int>(values.size()) - 1))];
}

template <class E>
E any() {
  constexpr auto values = all<E>();
  return values[static_cast<std::size_t>(between(0, static_cast<int>(values.size()) - 1))];
}

template <class Make>
auto sometimes(Make make) -> std::optional<decltype(make())> {
  if (!maybe()) return std::nullopt;
  return make();
}

Date pastDay(int mostDaysAgo = 1000) { return testDay - std::chrono::days{between(0, mostDaysAgo)}; }

std::string anyAuthority() { return oneOf<std::string>({wendmoor, ashcombe, "E99000003", "E99000004"}); }

std::string anyPostcode() {
  const auto letter = [] { return static_cast<char>('A' + between(0, 25)); };
  return "ZZ" + std::to_string(between(1, 99)) + " " + std::to_string(between(0, 9)) + letter() + letter();
}

Place somePlace() {
  switch (between(0, 3)) {
    case 0:
      return {};
    case 1:
      return somewhereIn(anyAuthority());
    default:
      return at(anyPostcode(), {between(350'000, 550'000), between(250'000, 450'000)}, anyAuthority());
  }
}

Wish anyWish(const std::vector<Contact>& contacts) {
  Wish wish{"In their own words", any<WishKind>(), {}, {}, 0.0};
  if (wish.kind == WishKind::nearPerson && contacts.empty()) wish.kind = WishKind::wordsOnly;
  if (wish.kind == WishKind::feature || wish.kind == WishKind::noFeature) wish.feature = oneOf(knownFeatures());
  if (wish.kind == WishKind::nearPerson) {
    wish.person = oneOf(contacts).name;
    wish.withinMiles = between(1, 60);
  }
  return wish;
}

std::vector<FeatureCode> someFeatures() {
  std::vector<FeatureCode> some;
  for (const FeatureCode& feature : knownFeatures())
    if (between(0, 4) == 0) some.push_back(feature);
  return some;
}

Resident anyResident(int number) {
  Resident resident;
  if (maybe()) resident.child = ChildId{1000 + number};
  resident.age = sometimes([] { return between(0, 17); });
  resident.sex = sometimes([] { return any<Sex>(); });
  resident.fostered = maybe();
  return resident;
}

Registration anyRegistration(bool supportedAccommodation) {
  Registration registration;
  registration.urn = "SC" + std::to_string(between(100'000, 999'999));
  registration.status = between(0, 3) == 0 ? any<RegistrationStatus>() : RegistrationStatus::active;
  registration.since = sometimes([] { return pastDay() - std::chrono::days{2000}; });
  if (registration.status == RegistrationStatus::suspended) registration.suspendedFrom = pastDay();
  registration.places = sometimes([] { return between(1, 12); });
  const std::vector<Grade> grades = supportedAccommodation
                                        ? std::vector{Grade::strong, Grade::inconsistent, Grade::seriousWeaknesses}
                                        : std::vector{Grade::outstanding, Grade::good, Grade::requiresImprovement, Grade::inadequate};
  registration.inspection = sometimes([&] { return Inspection{oneOf(grades), sometimes([] { return pastDay(); })}; });
  return registration;
}

Terms anyTerms() {
  Terms terms;
  terms.limitsKnown = maybe();
  if (!terms.limitsKnown) return terms;
  terms.ageFrom = sometimes([] { return between(0, 17); });
  terms.ageTo = sometimes([&] { return between(terms.ageFrom.value_or(0), 18); });
  if (maybe()) terms.sexes = {any<Sex>()};
  terms.children = sometimes([] { return between(1, 6); });
  terms.shortBreaksOnly = between(0, 9) == 0;
  terms.parentAndChild = maybe();
  terms.solo = maybe();
  terms.emergencies = maybe();
  if (maybe()) terms.excludes = {any<RiskKind>()};
  return terms;
}

}  // namespace

const std::vector<FeatureCode>& knownFeatures() {
  static const std::vector<FeatureCode> features = {"dog",          "cat",     "smoker", "garden", "quiet", "language:Welsh",
                                                    "faith:chapel", "stepFree"};
  return features;
}

rc::Gen<Date> anyDay(Date from, Date to) {
  return rc::gen::map(rc::gen::inRange<std::int64_t>(dayNumber(from), dayNumber(to) + 1),
                      [](std::int64_t day) { return Date{std::chrono::days{day}}; });
}

rc::Gen<Money> anyMoney(Money from, Money to) {
  return rc::gen::map(rc::gen::inRange(from.pence, to.pence + 1), [](std::int64_t pence) { return Money{pence}; });
}

rc::Gen<Place> anyPlace() {
  return rc::gen::exec([] { return somePlace(); });
}

rc::Gen<DateRange> anyPeriod(Date from, int mostDays) {
  return rc::gen::exec([=] {
    const Date start = from + std::chrono::days{between(0, mostDays)};
    return DateRange{start, start + std::chrono::days{between(1, mostDays)}};
  });
}

rc::Gen<Child> anyChild(std::int64_t id) {
  return rc::gen::exec([=] {
    Child child = aChild().id(id).born(birthday(testDay, -18) + std::chrono::days{between(1, 18 * 365)});
    child.sex = any<Sex>();
    child.ethnicity = maybe() ? "" : "MWBC";
    child.aim = any<CarePlanAim>();
    child.home = somePlace();
    child.school = maybe() ? "" : "Fernbank School";
    child.schoolPlace = somePlace();
    child.disabled = maybe();
    for (const NeedDomain domain : all<NeedDomain>())
      if (maybe())
        child.needs.push_back({domain, between(0, highestLevel), maybe(), "Assessment", sometimes([] { return pastDay(); }), "Settled"});
    for (const RiskKind kind : all<RiskKind>())
      if (between(0, 3) == 0) child.risks.push_back({kind, between(0, highestLevel), "Chronology", sometimes([] { return pastDay(); })});
    for (int i = between(0, 3); i > 0; --i)
      child.contacts.push_back({"Contact " + std::to_string(i), "aunt", somePlace(), static_cast<double>(between(0, 12))});
    for (int i = between(0, 3); i > 0; --i) child.wishes.push_back(anyWish(child.contacts));
    if (maybe()) child.noGoAreas.push_back({maybe() ? "ZZ7" : anyAuthority(), "Not safe there"});
    child.identity = someFeatures();
    child.medicalExclusions = someFeatures();
    if (maybe()) child.keepApartFrom.push_back(ChildId{1001});
    return child;
  });
}

rc::Gen<Provider> anyProvider(std::int64_t id) {
  return rc::gen::exec([=] {
    Provider provider = aProvider().id(id).named("Provider " + std::to_string(id)).inSector(any<Sector>());
    provider.toAsk = maybe();
    if (provider.toAsk) provider.asksFor = oneOf<SettingType>({SettingType::fosteringHousehold, SettingType::supportedAccommodation});
    const bool supported = provider.asksFor == SettingType::supportedAccommodation;
    provider.registration = sometimes([&] { return anyRegistration(supported); });
    for (int i = between(0, 2); i > 0; --i) provider.areas.push_back(anyAuthority());
    provider.embargoed = between(0, 9) == 0;
    return provider;
  });
}

rc::Gen<Setting> anySetting(std::int64_t id, ProviderId provider) {
  return rc::gen::exec([=] {
    Setting setting;
    setting.id = SettingId{id};
    setting.provider = provider;
    setting.name = "Setting " + std::to_string(id);
    setting.type = any<SettingType>();
    if (setting.type == SettingType::otherArrangement) setting.arrangement = any<OtherArrangement>();
    const bool household = setting.type == SettingType::fosteringHousehold;
    setting.connectedPerson = household && maybe();
    setting.approvedByResponsibleAuthority = household && maybe();
    if (setting.connectedPerson) setting.temporaryApprovalFrom = sometimes([] { return pastDay(200); });
    if (const auto from = setting.temporaryApprovalFrom)
      setting.temporaryApprovalUntil = sometimes([&] { return *from + std::chrono::days{between(1, 167)}; });
    setting.approvedAdopters = household && maybe();
    if (setting.type == SettingType::supportedAccommodation) setting.category = sometimes([] { return between(1, 4); });
    setting.place = somePlace();
    if (!household) setting.registration = sometimes([&] { return anyRegistration(setting.type == SettingType::supportedAccommodation); });
    setting.terms = anyTerms();
    for (const NeedDomain domain : all<NeedDomain>())
      for (int i = between(0, 2); i > 0; --i)
        setting.capabilities.push_back({domain, between(0, highestLevel), any<Basis>(), "Form A", sometimes([] { return pastDay(); })});
    for (const FeatureCode& feature : knownFeatures())
      if (maybe()) setting.features[feature] = maybe();
    setting.residentsKnown = maybe();
    for (int i = setting.residentsKnown ? between(0, 4) : 0; i > 0; --i) setting.residents.push_back(anyResident(i));
    setting.vacancy = sometimes([] {
      return Vacancy{between(0, 3), sometimes([] { return testDay + std::chrono::days{between(-30, 90)}; }),
                     sometimes([] { return pastDay(120); })};
    });
    setting.willingness.state = any<Willing>();
    if (household) setting.carers = sometimes([] { return between(1, 2); });
    setting.ownBedroom = sometimes([] { return maybe(); });
    setting.sharingAssessed = sometimes([] { return maybe(); });
    setting.offersDays = sometimes([] { return between(1, 1500); });
    const auto proof = [] { return sometimes([] { return between(0, 4); }); };
    setting.proof = {proof(), proof(), proof()};
    setting.record.placements = between(0, 30);
    setting.record.lasted = between(0, setting.record.placements);
    setting.weeklyRate = sometimes([] { return Money{between(0, 900'000)}; });
    return setting;
  });
}

rc::Gen<Referral> anyReferral(const std::vector<Child>& children, std::int64_t id) {
  return rc::gen::exec([=] {
    Referral referral = aReferral().id(id).of(children.front());
    if (children.size() > 1)
      referral = aReferral().id(id).ofSiblings(
          children, oneOf<Togetherness>({Togetherness::mustStayTogether, Togetherness::togetherIfPossible, Togetherness::mayPart}));
    referral.urgency = any<Urgency>();
    referral.neededBy = referral.urgency == Urgency::sameDay         ? testDay
                        : referral.urgency == Urgency::underFiveDays ? testDay + std::chrono::days{between(1, 4)}
                                                                     : testDay + std::chrono::days{between(5, 60)};
    referral.neededDays = sometimes([] { return between(1, 1500); });
    for (const SettingType type : all<SettingType>())
      if (between(0, 3) == 0) referral.settingTypes.push_back(type);
    if (maybe()) referral.settingTypes.clear();
    referral.withinMilesOfHome = sometimes([] { return static_cast<double>(between(5, 100)); });
    referral.withinMilesOfSchool = sometimes([] { return static_cast<double>(between(5, 100)); });
    referral.soloRequired = between(0, 4) == 0;
    referral.schoolShouldBeKept = maybe();
    if (maybe()) referral.whyNotParents = "The assessment of the parents says why";
    referral.liberty.deprived = between(0, 4) == 0;
    referral.liberty.criterion = sometimes([] { return any<SecureCriterion>(); });
    if (maybe()) {
      referral.liberty.orderNumber = "ZZ26F00001";
      referral.liberty.orderFrom = sometimes([] { return pastDay(100); });
      referral.liberty.orderUntil = sometimes([] { return testDay + std::chrono::days{between(0, 90)}; });
    }
    return referral;
  });
}

rc::Gen<Offer> anyOffer(const Referral& referral, const Setting& setting, std::int64_t id) {
  return rc::gen::exec([=] {
    Offer offer = anOffer().id(id).answering(referral).from(setting).costing(Money{between(20'000, 900'000)});
    offer.receivedOn = pastDay(20);
    offer.standsUntil = sometimes([] { return testMoment + std::chrono::days{between(0, 14)}; });
    offer.availableFrom = sometimes([] { return testDay + std::chrono::days{between(-10, 60)}; });
    offer.offersDays = sometimes([] { return between(1, 1500); });
    offer.emergency = referral.urgency == Urgency::sameDay && maybe();
    for (const ChildId child : offer.children) {
      for (const NeedDomain domain : all<NeedDomain>())
        if (maybe()) offer.needs.push_back({child, domain, between(0, highestLevel), any<Basis>(), "As they wrote"});
      if (maybe()) offer.minutesToSchool[child] = between(0, 90);
      if (maybe()) offer.keepsSchool[child] = maybe();
    }
    for (const FeatureCode& feature : knownFeatures())
      if (maybe()) offer.features[feature] = maybe();
    offer.ownBedroom = sometimes([] { return maybe(); });
    offer.impactAssessed = sometimes([] { return maybe(); });
    for (const QuoteItem item : all<QuoteItem>()) {
      if (item == QuoteItem::coreFee || maybe()) continue;
      const Money low{between(0, 60'000)};
      const Money high = low + Money{maybe() ? 0 : between(0, 20'000)};
      const Charge charge = item == QuoteItem::oneOff ? Charge::once : isContribution(item) ? Charge::weekly : any<Charge>();
      const bool priced = charge == Charge::weekly || charge == Charge::once;
      offer.quote.push_back({item, charge, priced ? MoneyRange{low, high} : MoneyRange{}, 0, std::nullopt, {}});
    }
    return offer;
  });
}

}  // namespace homeward::tests
