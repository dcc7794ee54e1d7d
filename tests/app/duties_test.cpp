// What a start brings with it is owed until somebody says that it is done: it does not lapse by waiting, and it is owed once.
#include "app/placement_record.h"
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

std::vector<app::WorkItem> workThat(const Journey& journey, const std::string& begins, const std::string& ends = {}) {
  auto work = app::myWork(*journey.workspace, false);
  REQUIRE(work);
  std::erase_if(*work, [&](const app::WorkItem& item) { return !item.key.starts_with(begins) || !item.key.ends_with(ends); });
  return *std::move(work);
}

/// Two children who slept tonight in a household that is approved for one.
struct PlacedTonight {
  Journey journey;
  ReferralId referral;
  std::vector<PlacementId> placed;

  explicit PlacedTonight(bool planMadeBefore = false) {
    app::Workspace& workspace = *journey.workspace;
    const Setting home = journey.emergencyHousehold("Samphire household", 1);
    const auto entry = app::saveReferral(workspace, journey.tonight());
    REQUIRE(entry);
    referral = entry->referral.id;
    REQUIRE(app::askProviders(workspace, referral, {{home.provider, home.id}}, workspace.now() + std::chrono::hours{2}));
    const auto offer = app::recordOffer(workspace, journey.offerOf(referral, home, {aWeek(QuoteItem::coreFee, pounds(910))}));
    REQUIRE(offer);
    const OptionId option = journey.optionOf(referral, *offer);
    const auto choice = app::sendChoice(
        workspace, {referral, {option}, {"The only home"}, journey.person("C. Spindle"), journey.today(), "Nobody else has two beds"});
    REQUIRE(choice);
    const auto decided = app::decide(workspace, journey.telephoned(referral, *choice, option));
    REQUIRE(decided);
    CHECK(workThat(journey, "owed:" + std::to_string(referral.value) + ":placementPlan").size() == 1);
    if (planMadeBefore) REQUIRE(app::markOwedDone(workspace, referral, "placementPlan", true));
    const auto started = app::startPlacement(workspace, *decided, journey.today());
    INFO((started ? std::string{} : started.error().detail));
    REQUIRE(started);
    placed = *started;
    REQUIRE(placed.size() == 2);
  }
  /// Of this referral's two children, by the step.
  [[nodiscard]] std::vector<app::WorkItem> clocks(const std::string& step) const {
    auto items = workThat(journey, "clock:", ":" + step);
    std::erase_if(items,
                  [&](const app::WorkItem& item) { return std::find(placed.begin(), placed.end(), item.placement) == placed.end(); });
    return items;
  }
  [[nodiscard]] std::vector<app::WorkItem> owedPlan() const {
    return workThat(journey, "owed:" + std::to_string(referral.value) + ":placementPlan");
  }
  [[nodiscard]] bool planIsDone() const {
    const auto stored = journey.workspace->file().referrals().get(referral);
    REQUIRE(stored);
    for (const OwedStep& step : stored->owed)
      if (step.what == "placementPlan") return step.doneOn.has_value();
    FAIL("no plan was owed");
    return false;
  }
};

}  // namespace

TEST_CASE("After the start the placement plan is owed once for each child, and done when each is") {
  const PlacedTonight tonight;
  app::Workspace& workspace = *tonight.journey.workspace;
  CHECK(tonight.owedPlan().empty());
  const auto plans = tonight.clocks("placementPlan");
  REQUIRE(plans.size() == 2);
  REQUIRE(app::markDone(workspace, plans[0], true));
  CHECK(tonight.clocks("placementPlan").size() == 1);
  CHECK_FALSE(tonight.planIsDone());
  REQUIRE(app::markDone(workspace, plans[1], true));
  CHECK(tonight.clocks("placementPlan").empty());
  CHECK(tonight.planIsDone());
  CHECK(tonight.owedPlan().empty());
  SECTION("taken back for one child it is owed for that one") {
    REQUIRE(app::markDone(workspace, plans[0], false));
    CHECK_FALSE(tonight.planIsDone());
    const auto again = tonight.clocks("placementPlan");
    REQUIRE(again.size() == 1);
    CHECK(again[0].key == plans[0].key);
  }
}

TEST_CASE("A plan that is ticked on the referral is made for all its children") {
  SECTION("before the start") {
    const PlacedTonight tonight(true);
    CHECK(tonight.clocks("placementPlan").empty());
    CHECK(tonight.owedPlan().empty());
    CHECK(tonight.clocks("varyApprovalOrMove").size() == 2);
  }
  SECTION("after it") {
    const PlacedTonight tonight;
    REQUIRE(app::markOwedDone(*tonight.journey.workspace, tonight.referral, "placementPlan", true));
    CHECK(tonight.clocks("placementPlan").empty());
    REQUIRE(app::markOwedDone(*tonight.journey.workspace, tonight.referral, "placementPlan", false));
    CHECK(tonight.clocks("placementPlan").size() == 2);
  }
}

TEST_CASE("What nobody has done stays in My work however long it is ago") {
  PlacedTonight tonight;
  tonight.journey.later(date(2027, 6, 30));
  CHECK(tonight.clocks("placementPlan").size() == 2);
  const auto moves = tonight.clocks("varyApprovalOrMove");
  REQUIRE(moves.size() == 2);
  CHECK(moves[0].due == date(2026, 12, 7));
  for (const app::WorkItem& item : moves) REQUIRE(app::markDone(*tonight.journey.workspace, item, true));
  CHECK(tonight.clocks("varyApprovalOrMove").empty());
}

TEST_CASE("A placement that was long under way when it was entered brings no clocks; a fresh one keeps its own") {
  Journey journey;
  app::Workspace& workspace = *journey.workspace;
  const auto enter = [&](const std::string& home, Date from) {
    Child child;
    child.name = "Aven " + home;
    child.number = "C-9" + std::to_string(home.size());
    child.born = date(2014, 3, 1);
    child.legalStatus = "C2";
    child.legalStatusSince = child.lookedAfterSince = date(2024, 1, 1);
    const auto kept = app::saveChild(workspace, child);
    INFO((kept ? std::string{} : kept.error().detail));
    REQUIRE(kept);
    app::PlacementEntry entry;
    entry.placement.child = kept->id;
    entry.placement.setting = journey.emergencyHousehold(home + " household").id;
    entry.placement.stay.from = from;
    entry.placement.placeCode = "U4";
    entry.placement.providerCode = "PR1";
    const auto entered = app::enterPlacement(workspace, entry);
    INFO((entered ? std::string{} : entered.error().detail));
    REQUIRE(entered);
    return *entered;
  };
  const PlacementId old = enter("Bistort", date(2024, 2, 1));
  const PlacementId fresh = enter("Sweet Cicely", date(2026, 11, 20));
  const auto plans = [&](PlacementId id) { return workThat(journey, "clock:" + std::to_string(id.value) + ":placementPlan").size(); };
  CHECK(plans(old) == 0);
  CHECK(plans(fresh) == 1);
  journey.later(date(2027, 6, 30));
  CHECK(plans(old) == 0);
  CHECK(plans(fresh) == 1);
}
