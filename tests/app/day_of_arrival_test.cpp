// The day on which a placement starts: one that can be, and until it has come the child lives where they lived.
#include "app/placement_record.h"
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

constexpr Date start = date(2026, 12, 9);

/// A child who lives in a household with two others who are fostered, and is to move on 9 December.
struct MovingOn {
  ThreeOffers three;
  ChildId child;
  Setting old;
  PlacementId lived;
  DecisionId decided;

  MovingOn() {
    app::Workspace& workspace = *three.journey.workspace;
    child = workspace.file().referrals().get(three.referral)->members.front().child;
    old = three.journey.emergencyHousehold("Bistort household", 4);
    old.residents = {{std::nullopt, 8, Sex::male, true}, {std::nullopt, 9, Sex::male, true}};
    old.vacancy = Vacancy{2, three.journey.today(), three.journey.today()};
    const auto kept = app::saveSetting(workspace, old);
    REQUIRE(kept);
    old = *kept;
    app::PlacementEntry entry;
    entry.placement.child = child;
    entry.placement.setting = old.id;
    entry.placement.stay.from = date(2026, 10, 1);
    entry.placement.placeCode = "U4";
    entry.placement.providerCode = "PR1";
    const auto entered = app::enterPlacement(workspace, entry);
    INFO((entered ? std::string{} : entered.error().detail));
    REQUIRE(entered);
    lived = *entered;
    const auto decision = app::decide(workspace, three.decision(three.sent()));
    INFO((decision ? std::string{} : decision.error().detail));
    REQUIRE(decision);
    decided = *decision;
    REQUIRE(app::recordApproval(
        workspace, {ApprovalId{}, three.referral, three.options[0], 6, three.journey.person("O. Harbour"), three.journey.today(), "seen"}));
  }
  [[nodiscard]] app::Workspace& workspace() const { return *three.journey.workspace; }
  [[nodiscard]] PlacementId started(Date day = start) const {
    const auto placed = app::startPlacement(workspace(), decided, day);
    INFO((placed ? std::string{} : placed.error().detail));
    REQUIRE(placed);
    return placed->front();
  }
  [[nodiscard]] const Resident* listed(SettingId home) const {
    const auto market = workspace().market();
    REQUIRE(market);
    const Setting* setting = (*market)->setting(home);
    REQUIRE(setting != nullptr);
    for (const Resident& resident : setting->residents)
      if (resident.child == child) return &resident;
    return nullptr;
  }
  /// Whether the usual fostering limit stops somebody else whose referral needs the old home on that day.
  [[nodiscard]] bool limitStops(const std::string& name, Date neededBy) const {
    app::ReferralCase entry = three.journey.planned();
    entry.children.front().name = name;
    entry.children.front().legalStatusSince = entry.children.front().lookedAfterSince = date(2025, 5, 1);
    entry.referral.neededBy = neededBy;
    entry.referral.inPlainWords = "Somebody who likes to read.";
    const auto saved = app::saveReferral(workspace(), entry);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    const auto ranked = app::rankMarket(workspace(), saved->referral.id);
    REQUIRE(ranked);
    for (const matching::Ranked& row : (*ranked)->ranking()) {
      if ((*ranked)->name(row.candidate).setting != old.id) continue;
      for (const matching::GateAnswer& gate : (*ranked)->assessment().explain(row.candidate).gates)
        if (gate.key == "law.24") return gate.result == matching::GateResult::fail;
    }
    FAIL("the household is not in the ranking");
    return false;
  }
};

}  // namespace

TEST_CASE("A start does not lie before its referral and its decision were on record, nor before a birth") {
  const ThreeOffers three;
  app::Workspace& workspace = *three.journey.workspace;
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  REQUIRE(decided);
  const Date today = three.journey.today();
  for (const Date slip : {date(2025, 12, 9), today - std::chrono::days{1}}) {
    const auto stands = app::whatStands(workspace, *decided, slip);
    REQUIRE(stands);
    REQUIRE(stands->size() == 1);
    CHECK(stands->front().mend == app::Hindrance::Mend::day);
    CHECK(stands->front().why == Fact{"hindrance.beforeTheReferral", {today}});
    const auto refused = app::startPlacement(workspace, *decided, slip);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().subject == "hindrance.beforeTheReferral");
    CHECK(refused.error().detail.find("27 November 2026") != std::string::npos);
  }
  const auto stays = workspace.file().placements().all();
  REQUIRE(stays);
  CHECK(std::none_of(stays->begin(), stays->end(), [&](const Placement& one) { return one.referral == three.referral; }));
  CHECK(app::whatStands(workspace, *decided, today)->empty());
  SECTION("what was entered some days ago may have begun since") {
    auto stored = workspace.file().referrals().get(three.referral);
    REQUIRE(stored);
    stored->enteredAt = Instant{date(2026, 11, 20)} + std::chrono::hours{9};
    REQUIRE(workspace.change([&](store::Transaction& in) { return workspace.file().referrals().save(in, *stored); }));
    // The day itself may be; that the offer is free from later on is another matter.
    CHECK(app::whatStands(workspace, *decided, date(2026, 11, 20))->front().why.key == "hindrance.notFreeYet");
    CHECK(app::whatStands(workspace, *decided, date(2026, 11, 19))->front().why ==
          Fact{"hindrance.beforeTheReferral", {date(2026, 11, 20)}});
  }
  SECTION("a child who is expected") {
    auto child = workspace.file().children().get(workspace.file().referrals().get(three.referral)->members.front().child);
    REQUIRE(child);
    child->born = date(2026, 12, 20);
    REQUIRE(workspace.change([&](store::Transaction& in) { return workspace.file().children().save(in, *child); }));
    const auto stands = app::whatStands(workspace, *decided, start);
    REQUIRE(stands);
    REQUIRE(stands->size() == 1);
    CHECK(stands->front().why == Fact{"hindrance.notBornYet", {date(2026, 12, 20)}});
  }
}

TEST_CASE("Who is to move on a day to come lives where they lived until that day, and is judged there") {
  MovingOn moving;
  REQUIRE(moving.limitStops("Aven Meadow", start));  // three, and one more
  (void)moving.started();
  const Resident* there = moving.listed(moving.old.id);
  REQUIRE(there != nullptr);
  CHECK(there->leaves == start);
  CHECK(there->livesThereOn(start - std::chrono::days{1}));
  CHECK_FALSE(there->livesThereOn(start));
  CHECK(moving.limitStops("Betony Meadow", start - std::chrono::days{1}));
  CHECK_FALSE(moving.limitStops("Clary Meadow", start));
  // The place that was promised is taken at once.
  CHECK(moving.listed(moving.three.homes[0].id) != nullptr);
  CHECK((*moving.workspace().market())->setting(moving.three.homes[0].id)->vacancy->places == 1);
  SECTION("when the day has come they are on one list") {
    moving.three.journey.later(start);
    CHECK(moving.listed(moving.old.id) == nullptr);
    REQUIRE(moving.listed(moving.three.homes[0].id) != nullptr);
    CHECK_FALSE(moving.listed(moving.three.homes[0].id)->leaves);
    // Saved as it is shown, the list is what it says.
    const auto market = moving.workspace().market();
    REQUIRE(market);
    REQUIRE(app::saveSetting(moving.workspace(), *(*market)->setting(moving.old.id)));
    CHECK(moving.workspace().file().market().setting(moving.old.id)->residents.size() == 2);
  }
  SECTION("they stay after all: the end is taken off, and they never left the list") {
    auto lived = moving.workspace().file().placements().get(moving.lived);
    REQUIRE(lived);
    REQUIRE(lived->stay.to == start);
    const auto placed = moving.workspace().file().placements().ofChild(moving.child);
    REQUIRE(placed);
    REQUIRE(app::takeOutPlacement(moving.workspace(), placed->back().id, "The move was called off"));
    lived->stay.to.reset();
    lived->endReason.clear();
    REQUIRE(app::correctPlacement(moving.workspace(), *lived, "The move was called off"));
    const Resident* still = moving.listed(moving.old.id);
    REQUIRE(still != nullptr);
    CHECK_FALSE(still->leaves);
    CHECK(moving.listed(moving.three.homes[0].id) == nullptr);
    CHECK(moving.workspace().file().market().setting(moving.old.id)->residents.size() == 3);
  }
  SECTION("what is corrected of it afterwards does not bring them back") {
    moving.three.journey.later(date(2026, 12, 14));
    auto lived = moving.workspace().file().placements().get(moving.lived);
    REQUIRE(lived);
    lived->stay.to = start - std::chrono::days{1};
    const auto corrected = app::correctPlacement(moving.workspace(), *lived, "She left on the evening before");
    INFO((corrected ? std::string{} : corrected.error().detail));
    REQUIRE(corrected);
    CHECK(moving.listed(moving.old.id) == nullptr);
  }
}

TEST_CASE("Who moves today leaves the list today") {
  const MovingOn moving;
  const Date today = moving.three.journey.today();
  (void)moving.started(today);
  CHECK(moving.listed(moving.old.id) == nullptr);
  CHECK(moving.listed(moving.three.homes[0].id) != nullptr);
}
