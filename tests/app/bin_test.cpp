// What was entered twice goes in the bin with its reason and comes back; what something leans on does not go.
#include "app/bin.h"

#include "app/find.h"
#include "app/placement_record.h"
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;
using app::Binnable;

namespace {

std::string refusal(const Result<void>& result) {
  REQUIRE_FALSE(result);
  return result.error().detail;
}

}  // namespace

TEST_CASE("A child that was entered twice goes in the bin, out of every list and search, and comes back as it was") {
  const Journey journey;
  auto& workspace = *journey.workspace;
  const auto child = app::saveChild(workspace, journey.planned().children.front());
  REQUIRE(child);
  const auto listed = [&] {
    const auto lines = app::childLines(workspace);
    REQUIRE(lines);
    return std::any_of(lines->begin(), lines->end(), [&](const app::ChildLine& line) { return line.child.id == child->id; });
  };
  const auto found = [&] {
    const auto hits = app::find(workspace, child->number);
    REQUIRE(hits);
    return std::any_of(hits->begin(), hits->end(),
                       [&](const app::Found& hit) { return hit.kind == app::Found::Kind::child && hit.id == child->id.value; });
  };
  CHECK(listed());
  CHECK(found());
  const auto unsaid = app::putInBin(workspace, Binnable::child, child->id.value, " ");
  REQUIRE_FALSE(unsaid);
  CHECK(unsaid.error().subject == "reason");
  REQUIRE(app::putInBin(workspace, Binnable::child, child->id.value, "Entered twice"));
  CHECK_FALSE(listed());
  CHECK_FALSE(found());
  const auto lines = app::bin(workspace);
  REQUIRE(lines);
  REQUIRE(lines->size() == 1);
  CHECK(lines->front().name == child->name + ", " + child->number);
  CHECK(lines->front().reason == "Entered twice");
  CHECK(lines->front().by == workspace.user().name);
  REQUIRE(app::putBack(workspace, Binnable::child, child->id.value));
  CHECK(listed());
  CHECK(found());
  CHECK(app::bin(workspace)->empty());
  CHECK(*workspace.file().children().get(child->id) == *child);
}

TEST_CASE("What something leans on does not go in the bin, and each refusal says what to do") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const auto entry = app::referralCase(workspace, three.referral);
  REQUIRE(entry);
  const std::string why = "Entered twice";
  CHECK(refusal(app::putInBin(workspace, Binnable::child, entry->children.front().id.value, why)).find(entry->referral.number) !=
        std::string::npos);
  CHECK(refusal(app::putInBin(workspace, Binnable::referral, three.referral.value, why)).find("Withdraw it instead") != std::string::npos);
  CHECK(refusal(app::putInBin(workspace, Binnable::setting, three.homes[0].id.value, why)).find("offered") != std::string::npos);
  CHECK(refusal(app::putInBin(workspace, Binnable::provider, three.homes[0].provider.value, why)).find("homes") != std::string::npos);
  const auto placements = workspace.file().placements().all();
  REQUIRE(placements);
  CHECK(refusal(app::putInBin(workspace, Binnable::child, placements->front().child.value, why)).find("reports count it") !=
        std::string::npos);
  CHECK(refusal(app::putInBin(workspace, Binnable::setting, placements->front().setting.value, why)).find("reports count it") !=
        std::string::npos);
  CHECK(app::bin(workspace)->empty());
}

TEST_CASE("A referral, its child, a home and its provider go one after the other, and come back the other way round") {
  const Journey journey;
  auto& workspace = *journey.workspace;
  const auto entry = app::saveReferral(workspace, journey.planned());
  REQUIRE(entry);
  const ReferralId referral = entry->referral.id;
  const ChildId child = entry->children.front().id;
  Provider fresh;
  fresh.name = "Marram Homes";
  const auto provider = app::saveProvider(workspace, fresh);
  REQUIRE(provider);
  Setting home = journey.emergencyHousehold();
  home.provider = provider->id;
  const auto saved = app::saveSetting(workspace, home);
  REQUIRE(saved);
  const std::string why = "Entered twice";
  CHECK(refusal(app::putInBin(workspace, Binnable::provider, provider->id.value, why)).find(saved->name) != std::string::npos);
  REQUIRE(app::putInBin(workspace, Binnable::referral, referral.value, why));
  REQUIRE(app::putInBin(workspace, Binnable::child, child.value, why));
  REQUIRE(app::putInBin(workspace, Binnable::setting, saved->id.value, why));
  REQUIRE(app::putInBin(workspace, Binnable::provider, provider->id.value, why));
  CHECK((*workspace.market())->setting(saved->id) == nullptr);
  CHECK((*workspace.market())->provider(provider->id) == nullptr);
  const auto open = app::referralLines(workspace, false);
  REQUIRE(open);
  CHECK(std::none_of(open->begin(), open->end(), [&](const auto& line) { return line.id == referral; }));

  CHECK(refusal(app::putBack(workspace, Binnable::referral, referral.value)).find("child back first") != std::string::npos);
  CHECK(refusal(app::putBack(workspace, Binnable::setting, saved->id.value)).find("provider back first") != std::string::npos);
  REQUIRE(app::putBack(workspace, Binnable::child, child.value));
  REQUIRE(app::putBack(workspace, Binnable::referral, referral.value));
  REQUIRE(app::putBack(workspace, Binnable::provider, provider->id.value));
  REQUIRE(app::putBack(workspace, Binnable::setting, saved->id.value));
  CHECK((*workspace.market())->setting(saved->id) != nullptr);
  CHECK(app::bin(workspace)->empty());
  CHECK(app::putBack(workspace, Binnable::child, child.value).error().code == ErrorCode::notFound);
}

TEST_CASE("The number of a child who lies in the bin is not given to another unseen") {
  const Journey journey;
  auto& workspace = *journey.workspace;
  const auto first = app::saveChild(workspace, journey.planned().children.front());
  REQUIRE(first);
  REQUIRE(app::putInBin(workspace, Binnable::child, first->id.value, "Entered twice"));
  Child second = journey.planned().children.front();
  second.number = first->number;
  const auto other = app::saveChild(workspace, second);
  REQUIRE_FALSE(other);
  CHECK(other.error().subject == "number");
  CHECK(other.error().detail.find("in the bin") != std::string::npos);
  second.number.clear();
  CHECK(app::saveChild(workspace, second));
}

TEST_CASE("A child whom a home or another child names does not go in the bin") {
  const Journey journey;
  auto& workspace = *journey.workspace;
  const auto child = app::saveChild(workspace, journey.planned().children.front());
  REQUIRE(child);
  const auto goes = [&] { return app::putInBin(workspace, Binnable::child, child->id.value, "Entered twice"); };
  Setting home = journey.emergencyHousehold();
  const auto becomes = [&] {
    const auto saved = app::saveSetting(workspace, home);
    REQUIRE(saved);
    home = *saved;
  };
  home.residents.push_back({child->id, 10, child->sex, true});
  becomes();
  CHECK(refusal(goes()).find(home.name) != std::string::npos);
  home.residents.clear();
  home.exemptions.push_back({{child->id}, "the fostering panel", {journey.today(), std::nullopt}});
  becomes();
  CHECK(refusal(goes()).find(home.name) != std::string::npos);
  home.exemptions.clear();
  becomes();
  Child afraid = journey.planned().children.front();
  afraid.name = "Larch Meadow";
  afraid.keepApartFrom = {child->id};
  const auto saved = app::saveChild(workspace, afraid);
  REQUIRE(saved);
  CHECK(refusal(goes()).find(saved->number) != std::string::npos);
  REQUIRE(app::putInBin(workspace, Binnable::child, saved->id.value, "Entered twice"));
  REQUIRE(goes());
  CHECK(refusal(app::putBack(workspace, Binnable::child, saved->id.value)).find(child->number) != std::string::npos);
  REQUIRE(app::putBack(workspace, Binnable::child, child->id.value));
  CHECK(app::putBack(workspace, Binnable::child, saved->id.value));
}

TEST_CASE("A report as it was known before tells of what lies in the bin since") {
  const Journey journey;
  auto& workspace = *journey.workspace;
  const auto child = app::saveChild(workspace, journey.planned().children.front());
  REQUIRE(child);
  Provider fresh;
  fresh.name = "Marram Homes";
  fresh.sector = Sector::privateSector;
  const auto provider = app::saveProvider(workspace, fresh);
  REQUIRE(provider);
  Setting home = journey.emergencyHousehold();
  home.provider = provider->id;
  REQUIRE(app::saveSetting(workspace, home));
  app::PlacementEntry entry;
  entry.placement.child = child->id;
  entry.placement.setting = home.id;
  entry.placement.stay.from = journey.today();
  entry.terms.push_back({TermId{}, PlacementId{}, QuoteItem::coreFee, false, pounds(700), {journey.today(), std::nullopt}, "fee", {}});
  const auto placed = app::enterPlacement(workspace, entry);
  REQUIRE(placed);
  const Instant then = workspace.now();
  const auto told = [&] {
    const auto report = app::weekReport(workspace, isoWeek(journey.today()), then);
    REQUIRE(report);
    const auto fact = std::find_if(report->facts.begin(), report->facts.end(),
                                   [&](const reports::PlacementFacts& one) { return one.placement.id == *placed; });
    REQUIRE(fact != report->facts.end());
    return *fact;
  };
  const reports::PlacementFacts before = told();
  REQUIRE(app::takeOutPlacement(workspace, *placed, "Entered twice"));
  const std::string why = "Entered twice";
  REQUIRE(app::putInBin(workspace, Binnable::child, child->id.value, why));
  REQUIRE(app::putInBin(workspace, Binnable::setting, home.id.value, why));
  REQUIRE(app::putInBin(workspace, Binnable::provider, provider->id.value, why));
  const reports::PlacementFacts after = told();
  CHECK(after.childNumber == child->number);
  CHECK(after.childBorn == child->born);
  CHECK(after.settingName == home.name);
  CHECK(after.settingType == before.settingType);
  CHECK(after.milesFromHome == before.milesFromHome);
  CHECK(after.providerName == "Marram Homes");
  CHECK(after.sector == Sector::privateSector);
}
