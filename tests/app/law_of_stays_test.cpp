// What a placement is judged by: who lived in the home on its day, who came along, which offer took the child, and which approval is its
// own.
#include "app/law_of_placement.h"
#include "app/placement_record.h"
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;
using law::Judgement;

namespace {

std::vector<law::LegalFinding> limbs(app::Workspace& workspace, const Placement& placement, int rule) {
  auto findings = app::lawOf(workspace, placement);
  INFO((findings ? std::string{} : findings.error().detail));
  REQUIRE(findings);
  std::erase_if(*findings, [rule](const auto& one) { return one.rule != rule; });
  REQUIRE_FALSE(findings->empty());
  return *findings;
}

law::LegalFinding answer(app::Workspace& workspace, const Placement& placement, int rule) {
  return limbs(workspace, placement, rule).front();
}

/// The limb of rule 3 that asks for brothers and sisters.
law::LegalFinding siblingLimb(app::Workspace& workspace, const Placement& placement) { return limbs(workspace, placement, 3).at(2); }

Placement stored(app::Workspace& workspace, PlacementId id) {
  const auto placement = workspace.file().placements().get(id);
  REQUIRE(placement);
  return *placement;
}

/// Somebody of ten who comes by no referral.
ChildId somebody(const Journey& journey, const std::string& name) {
  app::ReferralCase entry = journey.planned();
  entry.children.front().name = name;
  const auto saved = app::saveReferral(*journey.workspace, entry);
  INFO((saved ? std::string{} : saved.error().detail));
  REQUIRE(saved);
  return saved->children.front().id;
}

Placement lived(const Journey& journey, ChildId child, const Setting& home, Date from, std::optional<Date> to) {
  app::PlacementEntry entry;
  entry.placement.child = child;
  entry.placement.setting = home.id;
  entry.placement.stay = {from, to};
  entry.placement.placeCode = "U6";
  entry.placement.providerCode = "PR1";
  if (to) entry.placement.endReason = "CARPL";
  const auto entered = app::enterPlacement(*journey.workspace, entry);
  INFO((entered ? std::string{} : entered.error().detail));
  REQUIRE(entered);
  return stored(*journey.workspace, *entered);
}

Setting saved(const Journey& journey, const Setting& home) {
  const auto stored = app::saveSetting(*journey.workspace, home);
  INFO((stored ? std::string{} : stored.error().detail));
  REQUIRE(stored);
  return *stored;
}

}  // namespace

TEST_CASE("A brother and a sister who came to one home by one offer are together in law") {
  Journey journey;
  app::Workspace& workspace = *journey.workspace;
  const Setting home = journey.emergencyHousehold();
  app::ReferralCase tonight = journey.tonight();
  for (Child& child : tonight.children) child.wishes = {{"Stay with each other", WishKind::withSiblings, {}, "", 0.0}};
  const auto entry = app::saveReferral(workspace, tonight);
  REQUIRE(entry);
  const ReferralId id = entry->referral.id;
  REQUIRE(app::askProviders(workspace, id, {{home.provider, home.id}}, workspace.now() + std::chrono::hours{2}));
  const auto offer = app::recordOffer(workspace, journey.offerOf(id, home, {aWeek(QuoteItem::coreFee, pounds(910))}));
  REQUIRE(offer);
  const OptionId option = journey.optionOf(id, *offer);
  const auto choice = app::sendChoice(workspace, {id, {option}, {"One"}, journey.person("C. Spindle"), journey.today(), "Nobody else"});
  REQUIRE(choice);
  const auto decision = app::decide(workspace, journey.telephoned(id, *choice, option));
  REQUIRE(decision);
  const auto placed = app::startPlacement(workspace, *decision, journey.today());
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  REQUIRE(placed->size() == 2);
  for (const PlacementId one : *placed) {
    CHECK(siblingLimb(workspace, stored(workspace, one)).judgement == Judgement::satisfied);
    CHECK(answer(workspace, stored(workspace, one), 35).judgement == Judgement::satisfied);
  }
  SECTION("and stay so when the day of arrival has passed and one of them has left") {
    journey.later(date(2026, 12, 4));
    REQUIRE(app::endPlacement(*journey.workspace, placed->back(), date(2026, 12, 3), "CARPL", false));
    CHECK(siblingLimb(*journey.workspace, stored(*journey.workspace, placed->front())).judgement == Judgement::satisfied);
    CHECK(siblingLimb(*journey.workspace, stored(*journey.workspace, placed->back())).judgement == Judgement::satisfied);
  }
  SECTION("one who lives in another home is parted from the other") {
    const Setting other = journey.emergencyHousehold("Marram household");
    Placement moved = stored(workspace, placed->back());
    moved.setting = other.id;
    moved.provider = other.provider;
    const auto corrected = app::correctPlacement(workspace, moved, "It was the other home");
    INFO((corrected ? std::string{} : corrected.error().detail));
    REQUIRE(corrected);
    CHECK(siblingLimb(workspace, stored(workspace, placed->front())).judgement == Judgement::broken);
    CHECK(siblingLimb(workspace, stored(workspace, placed->back())).judgement == Judgement::broken);
  }
}

TEST_CASE("Where nobody knows who lives in a home, a sibling without a placement on record is asked about") {
  Journey journey;
  app::Workspace& workspace = *journey.workspace;
  Setting home = journey.emergencyHousehold();
  const auto entry = app::saveReferral(workspace, journey.tonight());
  REQUIRE(entry);
  Placement placement;
  placement.child = entry->children.front().id;
  placement.setting = home.id;
  placement.referral = entry->referral.id;
  placement.stay.from = journey.today();
  CHECK(siblingLimb(workspace, placement).judgement == Judgement::broken);
  home.residentsKnown = false;
  home = saved(journey, home);
  CHECK(siblingLimb(workspace, placement).judgement == Judgement::notKnown);
  lived(journey, entry->children.back().id, journey.emergencyHousehold("Marram household"), journey.today(), std::nullopt);
  CHECK(siblingLimb(workspace, placement).judgement == Judgement::broken);
}

TEST_CASE("A stay that is over is not judged by who lives in the home now") {
  Journey journey;
  Setting home = journey.emergencyHousehold();
  home.type = SettingType::childrensHome;
  home.approvedByResponsibleAuthority = false;
  home.carers.reset();
  home.terms = {};
  home.vacancy.reset();
  home.registration = Registration{"SC123456", RegistrationStatus::active, date(2020, 1, 1), std::nullopt, 4, std::nullopt};
  home.residents = {{std::nullopt, 12, Sex::female}, {std::nullopt, 13, Sex::male}, {std::nullopt, 14, Sex::male}};
  home = saved(journey, home);
  const ChildId before = somebody(journey, "Yarrow Fen");
  const Placement over = lived(journey, before, home, date(2024, 3, 1), date(2024, 9, 1));
  lived(journey, somebody(journey, "Sorrel Fen"), home, date(2025, 3, 1), std::nullopt);
  const law::LegalFinding finding = answer(*journey.workspace, over, 40);
  CHECK(finding.judgement == Judgement::notKnown);
  CHECK(finding.why.key == "law.40.residentsUnknown");
}

TEST_CASE("Whoever came later does not count against an earlier arrival, and whoever has left since does") {
  Journey journey;
  const Setting home = journey.emergencyHousehold("Marram household", 1);
  const Placement first = lived(journey, somebody(journey, "Yarrow Fen"), home, date(2026, 5, 4), std::nullopt);
  CHECK(answer(*journey.workspace, first, 15).judgement == Judgement::satisfied);
  const Placement second = lived(journey, somebody(journey, "Sorrel Fen"), home, date(2026, 9, 1), std::nullopt);
  CHECK(answer(*journey.workspace, first, 15).judgement == Judgement::satisfied);
  CHECK(answer(*journey.workspace, second, 15).judgement == Judgement::broken);
  REQUIRE(app::endPlacement(*journey.workspace, first.id, date(2026, 10, 1), "CARPL", false));
  CHECK(answer(*journey.workspace, second, 15).judgement == Judgement::broken);
  CHECK(answer(*journey.workspace, stored(*journey.workspace, first.id), 15).judgement == Judgement::notKnown);
}

TEST_CASE("An approval for one home is none for another that was entered by hand") {
  ThreeOffers three;
  app::Workspace& workspace = *three.journey.workspace;
  three.firstLiesAtADistance();
  const auto first = workspace.file().market().setting(three.homes[0].id);
  REQUIRE(first);
  Setting other = three.homes[1];
  other.place = first->place;
  other.approvedByResponsibleAuthority = false;
  other = saved(three.journey, other);
  const auto approved = [&](std::optional<OptionId> option) {
    const auto recorded = app::recordApproval(workspace, {ApprovalId{}, three.referral, option, 7, three.journey.person("W. Cygnet"),
                                                          three.journey.today(), "seen, and written down"});
    INFO((recorded ? std::string{} : recorded.error().detail));
    REQUIRE(recorded);
  };
  const auto entry = app::referralCase(workspace, three.referral);
  REQUIRE(entry);
  Placement byHand;
  byHand.child = entry->children.front().id;
  byHand.setting = other.id;
  byHand.referral = three.referral;
  byHand.stay.from = three.journey.today();
  CHECK(answer(workspace, byHand, 7).judgement == Judgement::broken);
  approved(three.options[0]);
  CHECK(answer(workspace, byHand, 7).judgement == Judgement::broken);
  approved(std::nullopt);  // for the whole referral
  CHECK(answer(workspace, byHand, 7).judgement == Judgement::satisfied);
}

TEST_CASE("The offer that took the child is the one of the option that was decided, for every question") {
  ThreeOffers three;
  app::Workspace& workspace = *three.journey.workspace;
  const auto option = workspace.file().offers().option(three.options[0]);
  REQUIRE(option);
  const auto made = workspace.file().offers().offer(option->offers.front());
  REQUIRE(made);
  Offer first = *made;
  const ChildId child = first.children.front();
  first.keepsSchool[child] = false;
  REQUIRE(app::recordOffer(workspace, first));
  Offer again = first;  // the same home offers once more, otherwise
  again.id = OfferId{};
  again.version = 0;
  again.emergency = true;
  again.keepsSchool[child] = true;
  REQUIRE(workspace.change([&](store::Transaction& in) { return workspace.file().offers().addOffer(in, again); }));
  const auto clockOfSchool = [&](PlacementId id) {
    const auto placed = app::placementCase(workspace, id);
    REQUIRE(placed);
    return std::any_of(placed->clocks.begin(), placed->clocks.end(), [](const law::Clock& one) { return one.step == "educationPlan"; });
  };
  SECTION("decided") {
    const auto decision = app::decide(workspace, three.decision(three.sent()));
    INFO((decision ? std::string{} : decision.error().detail));
    REQUIRE(decision);
    const auto placed = app::startPlacement(workspace, *decision, three.journey.today());
    INFO((placed ? std::string{} : placed.error().detail));
    REQUIRE(placed);
    const Placement placement = stored(workspace, placed->front());
    CHECK(answer(workspace, placement, 12).judgement == Judgement::broken);
    CHECK(answer(workspace, placement, 10).due == three.journey.today());  // no emergency
    CHECK(clockOfSchool(placement.id));
  }
  SECTION("by hand: the last that was not withdrawn") {
    app::PlacementEntry entry;
    entry.placement.child = child;
    entry.placement.setting = first.setting;
    entry.placement.referral = three.referral;
    entry.placement.stay.from = three.journey.today();
    entry.placement.placeCode = "U6";
    entry.placement.providerCode = "PR1";
    const auto entered = app::enterPlacement(workspace, entry);
    INFO((entered ? std::string{} : entered.error().detail));
    REQUIRE(entered);
    const Placement placement = stored(workspace, *entered);
    CHECK(answer(workspace, placement, 12).judgement != Judgement::broken);
    CHECK_FALSE(clockOfSchool(placement.id));
    auto offers = workspace.file().offers().offers(three.referral);
    REQUIRE(offers);
    Offer last = offers->back();
    last.withdrawn = true;
    REQUIRE(workspace.change([&](store::Transaction& in) { return workspace.file().offers().saveOffer(in, last); }));
    CHECK(answer(workspace, placement, 12).judgement == Judgement::broken);
    CHECK(answer(workspace, placement, 10).due == three.journey.today());
    CHECK(clockOfSchool(placement.id));
  }
}
