// The open referrals of the demo: each journey has what it is told with.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "costing/whole_cost.h"
#include "demo/demo_case.h"
#include "support/catch.h"

using namespace homeward;
using demo::DemoCase;

namespace {

const DemoCase& wendmoorCase() {
  static const DemoCase made = demo::makeDemo(1);
  return made;
}
const Referral& referralOf(std::string_view childName) {
  const DemoCase& demo = wendmoorCase();
  for (const Referral& referral : demo.referrals)
    for (const ReferralMember& member : referral.members)
      if (demo.children.at(static_cast<std::size_t>(member.child.value - 1)).name == childName) return referral;
  FAIL("no referral of " << childName);
  return demo.referrals.front();
}
const Child& childOf(std::string_view name) {
  const DemoCase& demo = wendmoorCase();
  const auto found = std::ranges::find(demo.children, name, &Child::name);
  REQUIRE(found != demo.children.end());
  return *found;
}
const Setting& settingOf(SettingId id) { return wendmoorCase().settings.at(static_cast<std::size_t>(id.value - 1)); }
const Setting& settingNamed(std::string_view name) {
  const auto found = std::ranges::find(wendmoorCase().settings, name, &Setting::name);
  REQUIRE(found != wendmoorCase().settings.end());
  return *found;
}
std::vector<const Offer*> offersFor(const Referral& referral) {
  std::vector<const Offer*> found;
  for (const Offer& offer : wendmoorCase().offers)
    if (offer.referral == referral.id) found.push_back(&offer);
  return found;
}
std::vector<const Approach*> approachesFor(const Referral& referral) {
  std::vector<const Approach*> found;
  for (const Approach& approach : wendmoorCase().approaches)
    if (approach.referral == referral.id) found.push_back(&approach);
  return found;
}
double milesBetween(const Place& a, const Place& b) { return geography::shownMiles(geography::miles(a.point.value(), b.point.value())); }

}  // namespace

TEST_CASE("Twelve referrals are open, half of them with offers, each number once") {
  const DemoCase& demo = wendmoorCase();
  std::set<std::string> numbers;
  int open = 0;
  int withOffers = 0;
  for (const Referral& referral : demo.referrals) {
    CHECK(numbers.insert(referral.number).second);
    if (!isOpen(referral.stage)) continue;
    ++open;
    withOffers += offersFor(referral).empty() ? 0 : 1;
    CHECK(referral.neededBy >= demo.today);
  }
  CHECK(open == 12);
  CHECK(withOffers == 6);
}

TEST_CASE("Tonight a sister of nine and a brother of six need beds in one home under police protection") {
  const DemoCase& demo = wendmoorCase();
  const Referral& referral = referralOf("Clover Sallow");
  CHECK(ageOn(childOf("Clover Sallow").born, demo.today) == 9);
  CHECK(ageOn(childOf("Cricket Sallow").born, demo.today) == 6);
  CHECK(referral.urgency == Urgency::sameDay);
  CHECK(referral.together == Togetherness::mustStayTogether);
  CHECK(referral.authorisation.basis == LegalBasis::policeProtection);
  CHECK_FALSE(referral.owed.empty());
  const auto ready = std::ranges::count_if(demo.settings, [&](const Setting& setting) {
    return setting.approvedByResponsibleAuthority && setting.terms.emergencies && setting.vacancy && setting.vacancy->places >= 2 &&
           setting.vacancy->confirmedOn >= demo.today - std::chrono::days{6};
  });
  CHECK(ready >= 1);
}

TEST_CASE("The planned move has eleven approaches, five offers, three declines, two questions and one silence") {
  const Referral& referral = referralOf("Yarrow Pipit");
  const auto approaches = approachesFor(referral);
  CHECK(approaches.size() == 11);
  CHECK(offersFor(referral).size() == 5);
  std::map<ApproachState, int> states;
  int questions = 0;
  for (const Approach* approach : approaches) {
    ++states[approach->state];
    questions +=
        approach->state == ApproachState::asked && std::ranges::count(approach->log, CallOutcome::question, &ContactEntry::outcome) > 0;
    CHECK(approach->declined.has_value() == (approach->state == ApproachState::declined));
  }
  CHECK(states[ApproachState::answered] == 5);
  CHECK(states[ApproachState::declined] == 3);
  CHECK(states[ApproachState::silent] == 1);
  CHECK(questions == 2);
}

TEST_CASE("Like for like, the cheapest fee of the planned move is the second dearest home") {
  std::vector<std::pair<Money, std::string>> byFee;
  std::vector<std::pair<Money, std::string>> byWhole;
  const Referral& referral = referralOf("Yarrow Pipit");
  for (const Offer* offer : offersFor(referral)) {
    const std::string& name = settingOf(offer->setting).name;
    for (const QuoteLine& line : offer->quote)
      if (line.item == QuoteItem::coreFee) byFee.emplace_back(line.amount.low, name);
    byWhole.emplace_back(costing::wholeCost(offer->quote, referral.neededBy, referral.neededDays.value()).whole.low, name);
  }
  REQUIRE(byFee.size() == 5);
  std::ranges::sort(byFee);
  std::ranges::sort(byWhole);
  CHECK(byFee.front().second == byWhole[3].second);
  CHECK(byWhole.back().second == "Bluethroat House");
}

TEST_CASE("Wren's homes lie where the story says, and her grandmother near two of them") {
  const Child& wren = childOf("Wren Tansy");
  const Place nan = wren.contacts.front().place;
  CHECK(milesBetween(wren.home, settingNamed("Alder household").place) == 1.8);
  CHECK(milesBetween(wren.home, settingNamed("Rowan household").place) == 6.4);
  CHECK(milesBetween(wren.home, settingNamed("Larch household").place) == 8.9);
  CHECK(milesBetween(wren.home, settingNamed("Brook House").place) == 11.3);
  CHECK(milesBetween(nan, settingNamed("Larch household").place) < 5.0);
  CHECK(milesBetween(nan, settingNamed("Rowan household").place) > 10.0);
  const Referral& referral = referralOf("Wren Tansy");
  CHECK(offersFor(referral).size() == 6);
  REQUIRE(referral.waivers.size() == 1);
  CHECK(referral.waivers.front().gate == "essential.radiusHome");
}

TEST_CASE("Three siblings: two free places here, one within approval there, and a home for all three forty miles away") {
  const Referral& referral = referralOf("Moth Bilberry");
  CHECK(referral.members.size() == 3);
  CHECK(settingNamed("Wagtail household").vacancy.value().places == 2);
  const Setting& dabchick = settingNamed("Dabchick household");
  CHECK(dabchick.residents.size() + 3 > static_cast<std::size_t>(dabchick.terms.children.value()));
  const double far = milesBetween(childOf("Moth Bilberry").home, settingNamed("Skerry Lodge").place);
  CHECK(far > 39.0);
  CHECK(far < 41.0);
  const auto parted = std::ranges::count_if(
      wendmoorCase().options, [&](const Option& option) { return option.referral == referral.id && option.offers.size() == 2; });
  CHECK(parted == 1);
}

TEST_CASE("No home can take Kestrel: each is too far, for another age, or rules out fire setting") {
  const DemoCase& demo = wendmoorCase();
  const Child& kestrel = childOf("Kestrel Gorse");
  const Referral& referral = referralOf("Kestrel Gorse");
  for (const Setting& setting : demo.settings) {
    const bool kind = std::ranges::count(referral.settingTypes, setting.type) > 0;
    const bool tooFar = geography::miles(kestrel.home.point.value(), setting.place.point.value()) > referral.withinMilesOfHome.value();
    const bool ruledOut = setting.terms.limitsKnown && std::ranges::count(setting.terms.excludes, RiskKind::fireSetting) > 0;
    INFO(setting.name);
    CHECK((!kind || tooFar || ruledOut));
  }
  const auto declined =
      std::ranges::count_if(approachesFor(referral), [](const Approach* approach) { return approach->state == ApproachState::declined; });
  const auto toAsk = std::ranges::count_if(
      demo.providers, [](const Provider& provider) { return provider.toAsk && provider.asksFor == SettingType::fosteringHousehold; });
  CHECK(declined == toAsk);
}

TEST_CASE("Young people in homes whose plan is a family can be found, and a household is ready for one of them") {
  const DemoCase& demo = wendmoorCase();
  const auto inHomes = std::ranges::count_if(demo.placements, [&](const Placement& placement) {
    return placement.stay.contains(demo.today) && placement.placeCode == "K2" &&
           demo.children.at(static_cast<std::size_t>(placement.child.value - 1)).aim == CarePlanAim::longTermFostering;
  });
  CHECK(inHomes >= 4);
  CHECK(settingNamed("Kittiwake household").vacancy.value().freeFrom == demo.today + std::chrono::days{21});
}

TEST_CASE("Somebody of sixteen looks for supported accommodation, and three breaches are on record, two of them open") {
  const DemoCase& demo = wendmoorCase();
  CHECK(ageOn(childOf("Heron Mullein").born, demo.today) == 16);
  CHECK(referralOf("Heron Mullein").settingTypes == std::vector{SettingType::supportedAccommodation});
  CHECK(demo.breaches.size() == 3);
  CHECK(std::ranges::count_if(demo.breaches, [](const Breach& breach) { return !breach.endedOn; }) == 2);
}

TEST_CASE("What is over has lower ids than what is open, so that a case file can be written as it became known") {
  const DemoCase& demo = wendmoorCase();
  bool open = false;
  for (const Referral& referral : demo.referrals) {
    CHECK_FALSE((open && !isOpen(referral.stage)));
    open = isOpen(referral.stage);
  }
  for (const Child& child : demo.children)
    for (const ChildId other : child.keepApartFrom) CHECK(other < child.id);
}
