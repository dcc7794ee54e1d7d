// A parent who moves in with a child and is not looked after: priced with the child, never placed, and gone when the child has left.
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// A mother of nineteen and her daughter of one, who alone is looked after.
struct MotherAndDaughter {
  Journey journey;
  app::ReferralCase entry;
  ChildId mother;
  ChildId daughter;

  MotherAndDaughter() {
    entry = journey.planned();
    entry.referral.inPlainWords = "A mother of nineteen and her daughter.";
    entry.children.front().born = date(2025, 10, 1);
    entry.children.front().legalStatusSince = date(2026, 10, 1);
    entry.children.front().lookedAfterSince = date(2026, 10, 1);
    Child parent;
    parent.name = "Bryony Meadow";
    parent.born = date(2007, 2, 1);
    entry.children.insert(entry.children.begin(), parent);
    entry.referral.kind = ReferralKind::parentAndChild;
    entry.referral.members = {{ChildId{}, false}, {ChildId{}, true}};
    for (const app::QualityFinding& finding : app::qualityOf(entry, journey.today()))
      for (const FactArgument& argument : finding.what.arguments) CHECK(argument != FactArgument{parent.name});
    const auto saved = app::saveReferral(workspace(), entry);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    entry = *saved;
    mother = entry.children[0].id;
    daughter = entry.children[1].id;
  }
  [[nodiscard]] app::Workspace& workspace() const { return *journey.workspace; }
  [[nodiscard]] ReferralId referral() const { return entry.referral.id; }
  [[nodiscard]] Setting home(const std::string& name) const {
    Setting home = journey.emergencyHousehold(name);
    home.terms.parentAndChild = true;
    const auto kept = app::saveSetting(workspace(), home);
    REQUIRE(kept);
    return *kept;
  }
  [[nodiscard]] OfferId offered(const Setting& home, const std::vector<ChildId>& whom, Money aWeekThere) const {
    REQUIRE(app::askProviders(workspace(), referral(), {{home.provider, home.id}}, workspace().now() + std::chrono::hours{48}));
    Offer offer = journey.offerOf(referral(), home, {aWeek(QuoteItem::coreFee, aWeekThere)});
    offer.children = whom;
    const auto recorded = app::recordOffer(workspace(), offer);
    INFO((recorded ? std::string{} : recorded.error().detail));
    REQUIRE(recorded);
    return *recorded;
  }
  [[nodiscard]] DecisionId decided(OptionId option) const {
    const PersonId worker = journey.person("S. Quill");
    const auto choice = app::sendChoice(workspace(), {referral(), {option}, {"The one"}, worker, journey.today(), "One can take them"});
    INFO((choice ? std::string{} : choice.error().detail));
    REQUIRE(choice);
    Decision decision;
    decision.referral = referral();
    decision.choice = *choice;
    decision.chosen = option;
    decision.reasons = {{option, std::nullopt, "They stay together"}};
    decision.decidedBy = worker;
    decision.agreedBy = journey.person("J. Thimble");
    decision.budgetAgreedBy = journey.person("B. Lantern");
    const auto decided = app::decide(workspace(), decision);
    INFO((decided ? std::string{} : decided.error().detail));
    REQUIRE(decided);
    REQUIRE(app::recordApproval(workspace(), {ApprovalId{}, referral(), option, 6, journey.person("O. Harbour"), journey.today(), "seen"}));
    return *decided;
  }
  [[nodiscard]] PlacementId placed(DecisionId decision) const {
    const auto placed = app::startPlacement(workspace(), decision, date(2026, 12, 9));
    INFO((placed ? std::string{} : placed.error().detail));
    REQUIRE(placed);
    REQUIRE(placed->size() == 1);
    return placed->front();
  }
  [[nodiscard]] std::vector<Resident> residents(const Setting& home) const {
    const auto market = workspace().market();
    REQUIRE(market);
    REQUIRE((*market)->setting(home.id) != nullptr);
    return (*market)->setting(home.id)->residents;
  }
};

}  // namespace

TEST_CASE("A parent who is not looked after is priced with the child, has no placement, and leaves with the child") {
  MotherAndDaughter two;
  CHECK_FALSE(two.entry.referral.members[0].lookedAfter);
  CHECK(two.entry.referral.members[1].lookedAfter);
  const Setting home = two.home("Samphire household");
  const OfferId offer = two.offered(home, {two.mother, two.daughter}, pounds(1200));
  const auto ranked = app::rankOffers(two.workspace(), two.referral());
  REQUIRE(ranked);
  const auto cost = (*ranked)->assessment().explain(0).cost;
  REQUIRE(cost);
  CHECK(cost->aWeek.low == pounds(1200));
  const PlacementId placed = two.placed(two.decided(two.journey.optionOf(two.referral(), offer)));
  const auto shown = app::placementCase(two.workspace(), placed);
  REQUIRE(shown);
  CHECK(shown->line.placement.child == two.daughter);
  REQUIRE(shown->terms.size() == 1);
  CHECK(shown->terms.front().amount == pounds(1200));
  // Both live there, and only the child counts as fostered.
  const auto there = two.residents(home);
  CHECK(there.size() == 2);
  CHECK(std::count_if(there.begin(), there.end(), [](const Resident& one) { return one.fostered; }) == 1);
  SECTION("at the end of the placement") {
    REQUIRE(app::endPlacement(two.workspace(), placed, date(2026, 12, 20), "CARPL", false));
    // Until the day has come both live there.
    CHECK(two.residents(home).size() == 2);
    for (const Resident& one : two.residents(home)) CHECK(one.leaves == date(2026, 12, 20));
    two.journey.later(date(2026, 12, 20));
    CHECK(two.residents(home).empty());
  }
  SECTION("when the child moves on") {
    app::ReferralCase next = two.journey.planned();
    next.children = {*two.workspace().file().children().get(two.daughter)};
    next.referral.members = {{two.daughter, true}};
    next.referral.neededBy = date(2026, 12, 20);
    const auto saved = app::saveReferral(two.workspace(), next);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    const Setting other = two.home("Marram household");
    REQUIRE(app::askProviders(two.workspace(), saved->referral.id, {{other.provider, other.id}},
                              two.workspace().now() + std::chrono::hours{48}));
    const auto second =
        app::recordOffer(two.workspace(), two.journey.offerOf(saved->referral.id, other, {aWeek(QuoteItem::coreFee, pounds(800))}));
    REQUIRE(second);
    const OptionId option = two.journey.optionOf(saved->referral.id, *second);
    const auto choice = app::sendChoice(
        two.workspace(),
        {saved->referral.id, {option}, {"The one"}, two.journey.person("S. Quill"), two.journey.today(), "Her aunt is near"});
    INFO((choice ? std::string{} : choice.error().detail));
    REQUIRE(choice);
    const Decision decision = two.journey.telephoned(saved->referral.id, *choice, option);
    const auto decided = app::decide(two.workspace(), decision);
    INFO((decided ? std::string{} : decided.error().detail));
    REQUIRE(decided);
    REQUIRE(app::recordApproval(
        two.workspace(), {ApprovalId{}, saved->referral.id, option, 6, two.journey.person("O. Harbour"), two.journey.today(), "seen"}));
    const auto moved = app::startPlacement(two.workspace(), *decided, date(2026, 12, 20));
    INFO((moved ? std::string{} : moved.error().detail));
    REQUIRE(moved);
    CHECK(two.residents(home).size() == 2);
    CHECK(two.residents(other).size() == 1);
    two.journey.later(date(2026, 12, 20));
    CHECK(two.residents(home).empty());
    CHECK(two.residents(other).size() == 1);
  }
}

TEST_CASE("What a parent's own home costs is in the contract of the child's placement, and both are left together") {
  MotherAndDaughter two;
  const Setting near = two.home("Samphire household");
  const Setting nearer = two.home("Marram household");
  const OfferId hers = two.offered(near, {two.mother}, pounds(450));
  const OfferId theChilds = two.offered(nearer, {two.daughter}, pounds(900));
  const auto option = app::combineOffers(two.workspace(), two.referral(), {hers, theChilds}, "");
  INFO((option ? std::string{} : option.error().detail));
  REQUIRE(option);
  const PlacementId placed = two.placed(two.decided(*option));
  const auto terms = two.workspace().file().placements().terms(placed);
  REQUIRE(terms);
  Money whole;
  for (const ContractTerm& term : *terms) whole += term.amount;
  CHECK(whole == pounds(1350));
  const auto week = app::weekReport(two.workspace(), isoWeek(date(2026, 12, 14)));
  REQUIRE(week);
  std::int64_t paid = 0;
  for (const reports::PlacementWeek& one : week->cost.placements)
    if (week->facts[one.placement].placement.id == placed) paid += one.net.pence;
  CHECK(paid == pounds(1350).pence);
  CHECK(two.residents(near).size() == 1);
  CHECK(two.residents(nearer).size() == 1);
  REQUIRE(app::endPlacement(two.workspace(), placed, date(2026, 12, 20), "CARPL", false));
  CHECK(two.residents(near).size() == 1);
  CHECK(two.residents(nearer).size() == 1);
  two.journey.later(date(2026, 12, 20));
  CHECK(two.residents(near).empty());
  CHECK(two.residents(nearer).empty());
}

TEST_CASE("An option that takes nobody who is looked after does not start") {
  const MotherAndDaughter two;
  const Setting home = two.home("Samphire household");
  const DecisionId decision =
      two.decided(two.journey.optionOf(two.referral(), two.offered(home, {two.mother, two.daughter}, pounds(1200))));
  // As a case file may hold it: the form asks for one who is looked after.
  auto stored = two.workspace().file().referrals().get(two.referral());
  REQUIRE(stored);
  for (ReferralMember& member : stored->members) member.lookedAfter = false;
  REQUIRE(two.workspace().change([&](store::Transaction& in) { return two.workspace().file().referrals().save(in, *stored); }));
  const auto refused = app::startPlacement(two.workspace(), decision, date(2026, 12, 9));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().subject == "members");
  CHECK(two.residents(home).empty());
}
