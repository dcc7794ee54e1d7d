// The rules that providers, settings and their offers must keep.
#include "support/builders.h"
#include "support/catch.h"
#include "support/findings.h"

namespace homeward::tests {
namespace {

using std::chrono::days;

std::vector<std::string> brokenIn(const Provider& provider) { return fieldsOf(check(provider, testDay)); }
std::vector<std::string> brokenIn(const Setting& setting) { return fieldsOf(check(setting, testDay)); }
std::vector<std::string> brokenIn(const Offer& offer) { return fieldsOf(check(offer, testDay)); }

TEST_CASE("a provider has a name, and says what it offers when it is someone to ask") {
  CHECK(brokenIn(aProvider().named("")) == fields("name"));
  Provider agency = anAgency();
  agency.asksFor.reset();
  CHECK(brokenIn(agency) == fields("asksFor"));
}

TEST_CASE("a provider is reached by a telephone number and an e-mail address") {
  Provider provider = aProvider();
  provider.telephone = "ring Hazel";
  provider.outOfHoursTelephone = "the same";
  provider.email = "placements@";
  CHECK(brokenIn(provider) == fields("telephone", "outOfHoursTelephone", "email"));
  provider.telephone = "01999 496 0102 ext. 3";
  provider.outOfHoursTelephone.clear();
  provider.email = "placements@linden.example";
  CHECK(brokenIn(provider).empty());
}

TEST_CASE("the areas of a provider are authorities") {
  CHECK(brokenIn(anAgency().serving({wendmoor, ashcombe})).empty());
  CHECK(brokenIn(anAgency().serving({"Wendmoor"})) == fields("areas"));
  CHECK(brokenIn(anAgency().serving({"E9900000x"})) == fields("areas"));
}

TEST_CASE("a registration that is suspended is not active") {
  Setting home = aHome();
  home.registration->suspendedFrom = testDay;
  CHECK(brokenIn(home) == fields("registration.status"));
  home.registration->status = RegistrationStatus::suspended;
  CHECK(brokenIn(home).empty());
  home.registration->suspendedFrom = date(2018, 9, 2);  // a day before the registration
  CHECK(brokenIn(home) == fields("registration.suspendedFrom"));
}

TEST_CASE("registered places are not fewer than none, and an inspection has happened") {
  Setting home = aHome();
  home.registration->places = -1;
  CHECK(brokenIn(home) == fields("registration.places"));
  CHECK(brokenIn(aHome().graded(Grade::good, testDay + days{1})) == fields("registration.inspection"));
}

TEST_CASE("supported accommodation has grades of its own") {
  CHECK(brokenIn(aHome().graded(Grade::strong, testDay)) == fields("registration.inspection"));
  CHECK(brokenIn(aHome().ofType(SettingType::supportedAccommodation).graded(Grade::strong, testDay)).empty());
  CHECK(brokenIn(aHome().ofType(SettingType::supportedAccommodation).graded(Grade::good, testDay)) == fields("registration.inspection"));
  Provider undertaking = anAgency().offering(SettingType::supportedAccommodation);
  undertaking.registration->inspection = Inspection{Grade::outstanding, testDay};
  CHECK(brokenIn(undertaking) == fields("registration.inspection"));
}

TEST_CASE("an other arrangement says which kind, and no other route does") {
  CHECK(brokenIn(aHome().ofType(SettingType::otherArrangement)) == fields("arrangement"));
  Setting setting = aHousehold();
  setting.arrangement = OtherArrangement::hospital;
  CHECK(brokenIn(setting) == fields("arrangement"));
}

TEST_CASE("only a connected person's household is approved for the time being") {
  Setting household = aHousehold();
  household.temporaryApprovalFrom = testDay;
  CHECK(brokenIn(household) == fields("temporaryApprovalFrom"));
  household.connectedPerson = true;
  CHECK(brokenIn(household).empty());
  household.type = SettingType::withParents;
  CHECK(brokenIn(household) == fields("temporaryApprovalFrom"));
}

TEST_CASE("terms take somebody") {
  CHECK(brokenIn(aHousehold().taking(9, 9)).empty());
  CHECK(brokenIn(aHousehold().taking(10, 9)) == fields("terms.age"));
  CHECK(brokenIn(aHousehold().taking(-1, 9)) == fields("terms.age"));
  CHECK(brokenIn(aHousehold().taking(0, 26)) == fields("terms.age"));
  CHECK(brokenIn(aHousehold().taking(0, 17, 0)) == fields("terms.children"));
}

TEST_CASE("a capability has a level from 0 to 5 and was seen in the past") {
  CHECK(brokenIn(aHousehold().ableTo(NeedDomain::behaviour, 6)) == fields("capabilities.behaviour"));
  Setting household = aHousehold().ableTo(NeedDomain::behaviour, 5, Basis::claimed).ableTo(NeedDomain::behaviour, 3, Basis::verified);
  CHECK(brokenIn(household).empty());  // several a domain are possible
  household.capabilities.back().on = testDay + days{1};
  CHECK(brokenIn(household) == fields("capabilities.behaviour"));
}

TEST_CASE("a vacancy was confirmed in the past and has no fewer than no places") {
  CHECK(brokenIn(aHousehold().free(0, testDay)).empty());
  CHECK(brokenIn(aHousehold().free(-1, testDay)) == fields("vacancy"));
  CHECK(brokenIn(aHousehold().free(1, testDay, testDay + days{1})) == fields("vacancy"));
}

TEST_CASE("residents are listed once and have a possible age") {
  Resident placed{ChildId{7}, 12, Sex::male, true};
  CHECK(brokenIn(aHome().withResident(placed)).empty());
  CHECK(brokenIn(aHome().withResident(placed).withResident(placed)) == fields("residents"));
  CHECK(brokenIn(aHome().withResident({std::nullopt, -1, std::nullopt, true})) == fields("residents"));
  CHECK(brokenIn(aHome().withResident({}).withResident({})).empty());  // two of whom nothing is known
}

TEST_CASE("figures of a setting lie in their ranges") {
  Setting setting = aHousehold();
  setting.name.clear();
  setting.carers = 0;
  setting.offersDays = 0;
  setting.weeklyRate = Money{-1};
  setting.proof.formC = 5;
  setting.record = {3, 4};
  setting.place.postcode = "ZZ5 2";
  setting.telephone = "none";
  CHECK(brokenIn(setting) == fields("name", "place", "carers", "offersDays", "weeklyRate", "proof", "record", "telephone"));
}

TEST_CASE("an exemption from the fostering limit names whom, by whom and a period") {
  Setting setting = aHousehold();
  setting.exemptions = {{{ChildId{1}}, "Wendmoor", {testDay, std::nullopt}}};
  CHECK(brokenIn(setting).empty());
  setting.exemptions = {{{}, "Wendmoor", {testDay, std::nullopt}}};
  CHECK(brokenIn(setting) == fields("exemptions"));
  setting.exemptions = {{{ChildId{1}}, " ", {testDay, std::nullopt}}};
  CHECK(brokenIn(setting) == fields("exemptions"));
  setting.exemptions = {{{ChildId{1}}, "Wendmoor", {testDay, testDay}}};
  CHECK(brokenIn(setting) == fields("exemptions"));
}

TEST_CASE("an offer says who answers what, where, for whom and when") {
  CHECK(brokenIn(Offer{}) == fields("referral", "provider", "setting", "children", "receivedOn"));
  CHECK(brokenIn(anOffer().taking({ChildId{1}, ChildId{1}})) == fields("children"));
  Offer offer = anOffer();
  offer.receivedOn = testDay + days{1};
  CHECK(brokenIn(offer) == fields("receivedOn"));
}

TEST_CASE("an offer stands at least until the end of the day on which it came") {
  CHECK(brokenIn(anOffer().standingUntil(Instant{testDay})).empty());
  CHECK(brokenIn(anOffer().standingUntil(Instant{testDay} - std::chrono::seconds{1})) == fields("standsUntil"));
}

TEST_CASE("an offer answers for the children whom it would take, each need once") {
  CHECK(brokenIn(anOffer().meeting(NeedDomain::education, 4).minutesToSchool(20).keepingSchool()).empty());
  CHECK(brokenIn(anOffer().meeting(NeedDomain::education, 6)) == fields("needs.education"));
  CHECK(brokenIn(anOffer().meeting(NeedDomain::education, 4).meeting(NeedDomain::education, 4)) == fields("needs.education"));
  CHECK(brokenIn(anOffer().minutesToSchool(241)) == fields("minutesToSchool"));
  CHECK(brokenIn(anOffer().meeting(NeedDomain::leisure, 2).minutesToSchool(20).keepingSchool().taking({ChildId{9}})) ==
        fields("needs.leisure", "minutesToSchool", "keepsSchool"));
}

TEST_CASE("amounts of a quote are not below nought, and the lower comes first") {
  CHECK(brokenIn(anOffer().costing(Money{0})).empty());
  CHECK(brokenIn(anOffer().costing(Money{-1})) == fields("quote.coreFee"));
  Offer offer = anOffer();
  offer.quote.front().amount = {pounds(600), pounds(500)};
  CHECK(brokenIn(offer) == fields("quote.coreFee"));
  offer.quote.front().amount = {pounds(500), std::nullopt};
  CHECK(brokenIn(offer).empty());
  CHECK(brokenIn(anOffer().weekly(QuoteItem::healthContribution, -pounds(50))) == fields("quote.healthContribution"));
}

TEST_CASE("each item of a quote is charged in a way that makes sense") {
  CHECK(brokenIn(anOffer().free().once(QuoteItem::coreFee, pounds(500))) == fields("quote.coreFee"));
  CHECK(brokenIn(anOffer().weekly(QuoteItem::oneOff, pounds(500))) == fields("quote.oneOff"));
  CHECK(brokenIn(anOffer().charging(QuoteItem::educationContribution, Charge::inTheFee)) == fields("quote.educationContribution"));
  CHECK(brokenIn(anOffer().charging(QuoteItem::education, Charge::inTheFee).charging(QuoteItem::transport, Charge::notKnown)).empty());
  CHECK(brokenIn(anOffer().free().charging(QuoteItem::coreFee, Charge::notKnown)).empty());
}

TEST_CASE("phases follow one another: no day has two core fees") {
  const auto phases = [](int firstDays, int secondFrom) {
    return anOffer().free().weekly(QuoteItem::coreFee, pounds(1'600), 0, firstDays).weekly(QuoteItem::coreFee, pounds(1'300), secondFrom);
  };
  CHECK(brokenIn(phases(84, 84)).empty());
  CHECK(brokenIn(phases(84, 90)).empty());
  CHECK(brokenIn(phases(84, 83)) == fields("quote.coreFee"));
  CHECK(brokenIn(phases(0, 84)) == fields("quote.coreFee"));
  CHECK(brokenIn(phases(84, -1)) == fields("quote.coreFee", "quote.coreFee"));
  CHECK(brokenIn(anOffer().weekly(QuoteItem::additionalSupport, pounds(50)).weekly(QuoteItem::additionalSupport, pounds(60))).empty());
}

}  // namespace
}  // namespace homeward::tests
