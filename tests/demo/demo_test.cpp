// The demo case keeps what it promises: the same everywhere, consistent in itself, and in line with published prices.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "demo/demo_case.h"
#include "digest.h"
#include "domain/codes.h"
#include "support/catch.h"

using namespace homeward;
using demo::DemoCase;

namespace {

const DemoCase& wendmoorCase() {
  static const DemoCase made = demo::makeDemo(1);
  return made;
}
const std::vector<std::uint64_t>& seeds() {
  static const std::vector<std::uint64_t> some{1, 2, 3, 42, 20261127};
  return some;
}

template <class T>
bool numberedFromOne(const std::vector<T>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].id.value != static_cast<std::int64_t>(i) + 1) return false;
  return true;
}
template <class T, class AnId>
bool holds(const std::vector<T>& rows, AnId id) {
  return id.value >= 1 && id.value <= static_cast<std::int64_t>(rows.size());
}
template <class T, class AnId>
bool holds(const std::vector<T>& rows, const std::optional<AnId>& id) {
  return !id || holds(rows, *id);
}
template <class T, class AnId>
const T& row(const std::vector<T>& rows, AnId id) {
  return rows.at(static_cast<std::size_t>(id.value - 1));
}
int lookedAfterOn(const DemoCase& demo, Date day) {
  return static_cast<int>(std::ranges::count_if(demo.placements, [&](const Placement& placement) { return placement.stay.contains(day); }));
}

template <class T>
void requireValid(const std::vector<T>& rows, Date today) {
  for (const T& one : rows)
    for (const Finding& finding : check(one, today)) {
      INFO(one.id.value << " " << finding.field << ": " << finding.message);
      CHECK(false);
    }
}

}  // namespace

TEST_CASE("The same seed and day give the same case, another seed another one") {
  CHECK(demo::tests::digest(demo::makeDemo(7)) == demo::tests::digest(demo::makeDemo(7)));
  CHECK(demo::tests::digest(demo::makeDemo(7)) != demo::tests::digest(demo::makeDemo(8)));
  CHECK(demo::tests::digest(demo::makeDemo(7)) != demo::tests::digest(demo::makeDemo(7, date(2026, 11, 30))));
}

TEST_CASE("The case of a seed is the same with every compiler") {
  // Written with two compilers; a change to what the demo tells changes it, a change of machine must not.
  CHECK(demo::tests::digest(demo::makeDemo(7)) == 2123350518439908926ULL);
}

TEST_CASE("The market has forty providers and the counted settings and places, whatever the seed") {
  for (const auto seed : seeds()) {
    const DemoCase demo = demo::makeDemo(seed);
    CHECK(demo.providers.size() == 40);
    std::map<SettingType, int> byType;
    int places = 0;
    for (const Setting& setting : demo.settings) {
      ++byType[setting.type];
      places += setting.terms.children.value_or(0);
    }
    CHECK(byType[SettingType::fosteringHousehold] == 311);
    CHECK(byType[SettingType::childrensHome] == 96);
    CHECK(byType[SettingType::supportedAccommodation] == 58);
    CHECK(byType[SettingType::residentialSchool] == 14);
    CHECK(byType[SettingType::familyCentre] == 7);
    CHECK(places == 3012);
    CHECK(lookedAfterOn(demo, demo.today) == 300);
  }
}

TEST_CASE("The council looked after a few hundred children throughout the three years") {
  const DemoCase& demo = wendmoorCase();
  for (int back = 0; back <= 1090; back += 30) {
    const int there = lookedAfterOn(demo, demo.today - std::chrono::days{back});
    CHECK(there > 220);
    CHECK(there < 360);
  }
  CHECK(std::ranges::count_if(demo.placements, &Placement::endedUnplanned) > 30);
}

TEST_CASE("Ids run from one and every reference points at something in the case") {
  for (const auto seed : seeds()) {
    const DemoCase d = demo::makeDemo(seed);
    CHECK((numberedFromOne(d.authorities) && numberedFromOne(d.teams) && numberedFromOne(d.people) && numberedFromOne(d.children)));
    CHECK((numberedFromOne(d.providers) && numberedFromOne(d.settings) && numberedFromOne(d.referrals) && numberedFromOne(d.offers)));
    CHECK((numberedFromOne(d.placements) && numberedFromOne(d.terms) && numberedFromOne(d.funding) && numberedFromOne(d.breaches)));
    CHECK((numberedFromOne(d.options) && numberedFromOne(d.choices) && numberedFromOne(d.decisions) && numberedFromOne(d.approaches)));
    for (const Person& person : d.people) CHECK(holds(d.teams, person.team));
    for (const Child& child : d.children) {
      CHECK((holds(d.teams, child.team) && holds(d.people, child.socialWorker) && holds(d.siblingGroups, child.siblings)));
      for (const ChildId other : child.keepApartFrom) CHECK(holds(d.children, other));
    }
    for (const Setting& setting : d.settings) {
      CHECK(holds(d.providers, setting.provider));
      for (const Resident& resident : setting.residents) CHECK(holds(d.children, resident.child));
    }
    for (const Placement& placement : d.placements) {
      CHECK((holds(d.children, placement.child) && holds(d.settings, placement.setting)));
      CHECK(row(d.settings, placement.setting).provider == placement.provider);
      CHECK((holds(d.referrals, placement.referral) && holds(d.decisions, placement.decision) && holds(d.teams, placement.team)));
    }
    for (const ContractTerm& term : d.terms) CHECK(holds(d.placements, term.placement));
    for (const FundingShare& share : d.funding) CHECK(holds(d.placements, share.placement));
    for (const Referral& referral : d.referrals)
      for (const ReferralMember& member : referral.members) CHECK(holds(d.children, member.child));
    for (const Approach& approach : d.approaches) {
      CHECK((holds(d.referrals, approach.referral) && holds(d.providers, approach.provider) && holds(d.settings, approach.setting)));
      if (approach.setting) CHECK(row(d.settings, *approach.setting).provider == approach.provider);
    }
    for (const Offer& offer : d.offers) {
      CHECK((holds(d.referrals, offer.referral) && holds(d.settings, offer.setting) && holds(d.approaches, offer.approach)));
      CHECK(row(d.settings, offer.setting).provider == offer.provider);
    }
    for (const Option& option : d.options)
      for (const OfferId offer : option.offers) CHECK(row(d.offers, offer).referral == option.referral);
    for (const Choice& choice : d.choices) {
      CHECK(choice.options.size() == choice.reasons.size());
      for (const OptionId option : choice.options) CHECK(row(d.options, option).referral == choice.referral);
    }
    for (const Decision& decision : d.decisions) {
      CHECK(row(d.choices, decision.choice).referral == decision.referral);
      CHECK(decision.reasons.size() == row(d.choices, decision.choice).options.size());
      CHECK(mayDecide(row(d.people, decision.decidedBy).role));
    }
    for (const Breach& breach : d.breaches) CHECK(holds(d.placements, breach.placement));
  }
}

TEST_CASE("Every record keeps the rules of its kind") {
  for (const auto seed : seeds()) {
    const DemoCase demo = demo::makeDemo(seed);
    requireValid(demo.children, demo.today);
    requireValid(demo.providers, demo.today);
    requireValid(demo.settings, demo.today);
    requireValid(demo.referrals, demo.today);
    requireValid(demo.offers, demo.today);
  }
}

TEST_CASE("Nobody lives in two places on a day, and whoever moves on moves on the same day") {
  const DemoCase& demo = wendmoorCase();
  std::map<ChildId, std::vector<const Placement*>> byChild;
  for (const Placement& placement : demo.placements) byChild[placement.child].push_back(&placement);
  for (auto& [child, stays] : byChild) {
    std::ranges::sort(stays, {}, [](const Placement* placement) { return placement->stay.from; });
    CHECK(stays.front()->stay.from >= row(demo.children, child).born);
    for (std::size_t i = 0; i + 1 < stays.size(); ++i) {
      REQUIRE(stays[i]->stay.to);
      CHECK(*stays[i]->stay.to == stays[i + 1]->stay.from);
    }
  }
}

TEST_CASE("Ended placements have a valid reason, and every placement the codes of its setting") {
  const DemoCase& demo = wendmoorCase();
  const CodeTable& codes = CodeTable::ssda903();
  for (const Placement& placement : demo.placements) {
    INFO(placement.id.value << " " << placement.placeCode << " " << placement.endReason);
    CHECK(codes.find("PLACE", placement.placeCode, returnYear(placement.stay.from)));
    if (placement.placeCode != "Z12") CHECK(codes.find("PLACE_PROVIDER", placement.providerCode, returnYear(placement.stay.from)));
    CHECK(placement.stay.to.has_value() == !placement.endReason.empty());
    if (!placement.stay.to) continue;
    CHECK(placement.stay.from < *placement.stay.to);
    const int year = returnYear(*placement.stay.to);
    CHECK((codes.find("REASON_PLACE_CHANGE", placement.endReason, year) || codes.find("REC", placement.endReason, year)));
  }
}

TEST_CASE("Nearly every child's age fits the terms of the home all the while") {
  const DemoCase& demo = wendmoorCase();
  int outside = 0;
  for (const Placement& placement : demo.placements) {
    const Terms& terms = row(demo.settings, placement.setting).terms;
    const int age = ageOn(row(demo.children, placement.child).born, placement.stay.from);
    outside += (terms.ageFrom && age < *terms.ageFrom) || (terms.ageTo && age > *terms.ageTo) ? 1 : 0;
  }
  CHECK(outside * 50 < static_cast<int>(demo.placements.size()));
}

TEST_CASE("Weekly prices follow the published benchmarks") {
  const DemoCase& demo = wendmoorCase();
  int dear = 0;
  for (const Setting& setting : demo.settings) {
    if (!setting.weeklyRate || setting.connectedPerson) continue;
    const Money rate = *setting.weeklyRate;
    const Provider& provider = row(demo.providers, setting.provider);
    INFO(setting.name << " " << wholePounds(rate));
    if (setting.type == SettingType::fosteringHousehold && provider.sector == Sector::inHouse)
      CHECK((rate >= pounds(600) && rate <= pounds(700)));
    if (setting.type == SettingType::fosteringHousehold && provider.sector != Sector::inHouse)
      CHECK((rate >= pounds(770) && rate <= pounds(1350)));
    if (setting.type == SettingType::childrensHome) CHECK((rate >= pounds(2500) && rate <= pounds(6000)));
    if (setting.type == SettingType::supportedAccommodation) CHECK((rate >= pounds(1100) && rate <= pounds(1300)));
    dear += setting.type == SettingType::childrensHome && rate >= pounds(4800) ? 1 : 0;
  }
  CHECK(dear >= 3);
  CHECK(dear <= 10);
}

TEST_CASE("The core fee of a contract covers every day of the stay once") {
  const DemoCase& demo = wendmoorCase();
  std::map<PlacementId, std::vector<DateRange>> covered;
  for (const ContractTerm& term : demo.terms)
    if (term.item == QuoteItem::coreFee) covered[term.placement].push_back(term.valid);
  for (const Placement& placement : demo.placements) {
    const auto& ranges = covered[placement.id];
    REQUIRE_FALSE(ranges.empty());
    CHECK(ranges.front().from == placement.stay.from);
    CHECK_FALSE(ranges.back().to.has_value());  // the stay ends what it costs
    for (std::size_t i = 0; i + 1 < ranges.size(); ++i) CHECK(ranges[i].to == ranges[i + 1].from);
  }
}

TEST_CASE("The map is complete: each postcode once, Wendmoor's neighbours adjoin it and the others do not") {
  const DemoCase& demo = wendmoorCase();
  CHECK(demo.postcodes.size() > 1400);
  std::set<std::string> seen;
  for (const Place& place : demo.postcodes) {
    CHECK(seen.insert(place.postcode).second);
    CHECK(standardPostcode(place.postcode) == place.postcode);
    CHECK(place.point.has_value());
  }
  const geography::Atlas atlas(demo.areas, geography::adjoining(demo.areas));
  std::map<std::string, std::string> codeOf;
  for (const Authority& authority : demo.authorities) codeOf[authority.name] = authority.code;
  CHECK(std::ranges::count_if(demo.authorities, &Authority::responsible) == 1);
  for (const char* near : {"Hobmarsh", "Eastmarch", "Greyferry"}) CHECK(atlas.adjoin(codeOf["Wendmoor"], codeOf[near]) == true);
  for (const char* far : {"Saltwick", "Farholm"}) CHECK(atlas.adjoin(codeOf["Wendmoor"], codeOf[far]) == false);
}

TEST_CASE("Nobody could be taken for a real person, and nobody answers the telephone") {
  const std::set<std::string> commonFirst{
      "Amelia", "Olivia",  "Isla",  "Ava",  "Ivy",    "Freya", "Lily",    "Florence", "Mia",    "Willow", "Rosie",  "Sophia", "Isabella",
      "Grace",  "Daisy",   "Poppy", "Ella", "Evie",   "Emily", "Jack",    "Noah",     "Arthur", "George", "Oliver", "Harry",  "Robin",
      "Martin", "Heather", "Hazel", "Rose", "Violet", "Iris",  "Jasmine", "Holly",    "Bryony", "Basil",  "Jay",    "Heath"};
  const std::set<std::string> commonLast{"Smith",   "Jones", "Taylor", "Brown", "Wood",  "Marsh", "Heath", "Moss",  "Field",
                                         "Rose",    "Finch", "Drake",  "Reed",  "Green", "Hill",  "Moore", "Wren",  "Warren",
                                         "Burrows", "Holt",  "Beck",   "Dale",  "Lane",  "Birch", "Ash",   "Thorne"};
  const DemoCase& demo = wendmoorCase();
  std::set<std::string> names;
  for (const Child& child : demo.children) {
    CHECK(names.insert(child.name).second);
    const auto space = child.name.find(' ');
    CHECK_FALSE((commonFirst.contains(child.name.substr(0, space)) && commonLast.contains(child.name.substr(space + 1))));
  }
  const auto forDrama = [](const std::string& telephone) {
    return telephone.empty() || telephone.starts_with("01632 960") || telephone.starts_with("07700 900");
  };
  for (const Setting& setting : demo.settings) CHECK(forDrama(setting.telephone));
  for (const Person& person : demo.people) CHECK((forDrama(person.telephone) && person.email.ends_with(".example.org")));
}
