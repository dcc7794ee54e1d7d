// Half past five on a Friday: two children under police protection must sleep somewhere tonight, and on Monday it is known what is owed.
#include <nlohmann/json.hpp>

#include "journey.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// From the entry to the decision of the team manager by telephone.
struct Decided {
  app::ReferralCase entry;
  DecisionId decision;
};

Decided decidedFor(const Journey& journey, const Setting& home) {
  auto& workspace = *journey.workspace;
  const auto entry = app::saveReferral(workspace, journey.tonight());
  REQUIRE(entry);
  const ReferralId id = entry->referral.id;
  REQUIRE(app::askProviders(workspace, id, {{home.provider, home.id}}, workspace.now() + std::chrono::hours{2}));
  const auto offer = app::recordOffer(workspace, journey.offerOf(id, home, {aWeek(QuoteItem::coreFee, pounds(910))}));
  REQUIRE(offer);
  const OptionId option = journey.optionOf(id, *offer);
  const auto choice = app::sendChoice(
      workspace,
      {id, {option}, {"The only home tonight"}, journey.person("C. Spindle"), journey.today(), "Tonight, and nobody else has two beds"});
  INFO((choice ? std::string{} : choice.error().detail));
  REQUIRE(choice);
  const auto decision = app::decide(workspace, journey.telephoned(id, *choice, option));
  INFO((decision ? std::string{} : decision.error().detail));
  REQUIRE(decision);
  return {*entry, *decision};
}

Date clockOf(Journey& journey, PlacementId placement, const std::string& step) {
  const auto kept = app::placementCase(*journey.workspace, placement);
  REQUIRE(kept);
  for (const law::Clock& clock : kept->clocks)
    if (clock.step == step) return clock.due;
  return Date{};
}

}  // namespace

TEST_CASE("Two children who need beds tonight are entered, asked for, decided about by telephone and placed together") {
  Journey journey;
  auto& workspace = *journey.workspace;
  const Setting home = journey.emergencyHousehold();

  // Entered: thin as it is, it goes out, and what is missing is owed.
  const auto entry = app::saveReferral(workspace, journey.tonight());
  REQUIRE(entry);
  const ReferralId id = entry->referral.id;
  std::map<std::string, Date> owed;
  for (const OwedStep& step : entry->referral.owed) owed[step.what] = step.due;
  CHECK(owed["fullReferral"] == date(2026, 11, 30));
  CHECK(owed["authorisation"] == date(2026, 11, 30));
  CHECK(owed["consentToMedicalTreatment"] == date(2026, 11, 27));
  CHECK(owed["placementPlan"] == date(2026, 12, 4));
  CHECK(owed["needs"] == date(2026, 12, 4));
  CHECK(owed["contactPlan"] == date(2026, 12, 4));
  CHECK(owed.count("school") == 0);
  for (const app::QualityFinding& finding : app::qualityOf(*entry, journey.today()))
    CHECK(finding.weight != app::QualityFinding::Weight::mustMend);

  // Ranked: nobody who fails stands above anybody who does not, and an in-house emergency carer near by is near the top.
  const auto ranked = app::rankMarket(workspace, id);
  REQUIRE(ranked);
  bool failedAbove = false;
  for (const matching::Ranked& row : (*ranked)->ranking()) {
    if (row.status == matching::Status::notEligible) failedAbove = true;
    if (row.status != matching::Status::notEligible) CHECK_FALSE(failedAbove);
  }
  CHECK(failedAbove);
  std::size_t place = 0;
  while (place < (*ranked)->ranking().size() && (*ranked)->name((*ranked)->ranking()[place].candidate).setting != home.id) ++place;
  CHECK(place < 5);

  // Asked once, called until somebody says yes.
  const Setting other = journey.emergencyHousehold("Marram household");
  const std::vector<app::Ask> whom{{other.provider, other.id}, {home.provider, home.id}};
  CHECK_FALSE(app::askProviders(workspace, id, whom, workspace.now() - std::chrono::hours{1}));
  const auto asked = app::askProviders(workspace, id, whom, workspace.now() + std::chrono::hours{2});
  REQUIRE(asked);
  REQUIRE(asked->size() == 2);
  const auto again = app::askProviders(workspace, id, whom, workspace.now() + std::chrono::hours{2});
  REQUIRE(again);
  CHECK(again->empty());
  REQUIRE(app::logContact(workspace, asked->at(0), CallOutcome::noAnswer, ""));
  CHECK_FALSE(app::logContact(workspace, asked->at(0), CallOutcome::saidNo, ""));
  REQUIRE(app::logContact(workspace, asked->at(0), CallOutcome::saidNo, "a niece came", DeclineReason::full));
  REQUIRE(app::logContact(workspace, asked->at(1), CallOutcome::saidYes, "beds are made"));
  const auto lines = app::approachLines(workspace, id);
  REQUIRE(lines);
  REQUIRE(lines->size() == 2);
  for (const app::ApproachLine& line : *lines) {
    if (line.approach.id == asked->at(0)) {
      CHECK(line.approach.state == ApproachState::declined);
      CHECK(line.approach.declined == DeclineReason::full);
      REQUIRE(line.approach.log.size() == 2);
      CHECK(line.approach.log[0].at < line.approach.log[1].at);
    } else {
      CHECK(line.approach.state == ApproachState::answered);
    }
  }

  // Offered and chosen: one option wants the reason why there are not three.
  const auto offer = app::recordOffer(workspace, journey.offerOf(id, home, {aWeek(QuoteItem::coreFee, pounds(910, 1))}));
  REQUIRE(offer);
  const OptionId option = journey.optionOf(id, *offer);
  app::ChoiceDraft draft{id, {option}, {"Both, tonight, near their school"}, journey.person("C. Spindle"), journey.today(), "  "};
  const auto unexplained = app::sendChoice(workspace, draft);
  REQUIRE_FALSE(unexplained);
  CHECK(unexplained.error().subject == "fewerThanThree");
  draft.fewerThanThree = "Two were asked; one has beds tonight";
  const auto choice = app::sendChoice(workspace, draft);
  INFO((choice ? std::string{} : choice.error().detail));
  REQUIRE(choice);

  // Decided by telephone: the officer may not, the team manager may; it is confirmed in writing later.
  Decision decision = journey.telephoned(id, *choice, option);
  decision.decidedBy = workspace.user().id;
  const auto officer = app::decide(workspace, decision);
  REQUIRE_FALSE(officer);
  CHECK(officer.error().code == ErrorCode::refused);
  CHECK(officer.error().subject == "decidedBy");
  decision.decidedBy = journey.person("C. Spindle");
  const auto decided = app::decide(workspace, decision);
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);

  // Started: both live there, half of the price each, the odd penny with the first.
  const auto before = app::weekReport(workspace, isoWeek(journey.today()));
  REQUIRE(before);
  const auto placed = app::startPlacement(workspace, *decided, journey.today());
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  REQUIRE(placed->size() == 2);
  for (const PlacementId one : *placed) {
    CHECK(clockOf(journey, one, "placementPlan") == date(2026, 12, 4));
    CHECK(clockOf(journey, one, "varyApprovalOrMove") == Date{});  // within approval: nothing to vary
  }
  const auto taken = workspace.file().market().setting(home.id);
  REQUIRE(taken);
  CHECK(taken->vacancy->places == 0);
  CHECK(taken->residents.size() == 2);
  CHECK(journey.referral(entry->referral.number).referral.stage == Stage::placed);

  // Friday to Sunday of £910.01: £455.01 and £455.00 a week by the day rule, against the same by hand.
  const auto after = app::weekReport(workspace, isoWeek(journey.today()));
  REQUIRE(after);
  const auto friday = static_cast<std::int64_t>(journey.today().time_since_epoch().count());
  const auto byHand = [&](std::int64_t rate) { return rate * (friday + 3) / 7 - rate * friday / 7; };
  CHECK(after->cost.total.pence - before->cost.total.pence == byHand(45501) + byHand(45500));
  const auto next = app::weekReport(workspace, isoWeek(date(2026, 11, 30)));
  REQUIRE(next);
  std::int64_t whole = 0;
  for (const reports::PlacementWeek& week : next->cost.placements)
    if (std::find(placed->begin(), placed->end(), next->facts[week.placement].placement.id) != placed->end()) whole += week.net.pence;
  CHECK(whole == 91001);

  // On Monday My work lists what is owed.
  journey.later(date(2026, 11, 30));
  const auto work = app::myWork(*journey.workspace, false);
  REQUIRE(work);
  const auto item = [&](const std::string& key) {
    return std::find_if(work->begin(), work->end(), [&](const app::WorkItem& one) { return one.key == key; });
  };
  const std::string owes = "owed:" + std::to_string(id.value) + ":";
  for (const char* step : {"fullReferral", "authorisation", "consentToMedicalTreatment", "needs", "contactPlan"}) {
    INFO(step);
    CHECK(item(owes + step) != work->end());
  }
  // The plan is owed once for each child, no longer on the referral as well.
  CHECK(item(owes + "placementPlan") == work->end());
  const auto confirm = item("confirm:" + std::to_string(decided->value));
  CHECK(confirm != work->end());
  for (const PlacementId one : *placed) {
    const auto plan = item("clock:" + std::to_string(one.value) + ":placementPlan");
    REQUIRE(plan != work->end());
    CHECK(plan->due == date(2026, 12, 4));
  }
  REQUIRE(app::confirmDecision(*journey.workspace, *decided));
  const auto confirmed = app::decisionsOf(*journey.workspace, id);
  REQUIRE(confirmed);
  CHECK(confirmed->back().confirmedAt);
}

TEST_CASE("A household that takes more children than it is approved for has six working days") {
  Journey journey;
  const Setting home = journey.emergencyHousehold("Samphire household", 1);
  const Decided decided = decidedFor(journey, home);
  const auto placed = app::startPlacement(*journey.workspace, decided.decision, journey.today());
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  REQUIRE(placed->size() == 2);
  journey.later(date(2026, 11, 30));
  const auto work = app::myWork(*journey.workspace, false);
  REQUIRE(work);
  for (const PlacementId one : *placed) {
    const auto kept = app::placementCase(*journey.workspace, one);
    REQUIRE(kept);
    CHECK(kept->line.placement.emergencyBeyondApproval);
    CHECK(clockOf(journey, one, "varyApprovalOrMove") == date(2026, 12, 7));
    CHECK(clockOf(journey, one, "placementPlan") == date(2026, 12, 4));
    const std::string key = "clock:" + std::to_string(one.value) + ":varyApprovalOrMove";
    const auto item = std::find_if(work->begin(), work->end(), [&](const app::WorkItem& each) { return each.key == key; });
    REQUIRE(item != work->end());
    CHECK(item->due == date(2026, 12, 7));
  }
}

TEST_CASE("A decision is started once") {
  Journey journey;
  const Setting home = journey.emergencyHousehold();
  const Decided decided = decidedFor(journey, home);
  REQUIRE(app::startPlacement(*journey.workspace, decided.decision, journey.today()));
  CHECK_FALSE(app::startPlacement(*journey.workspace, decided.decision, journey.today()));
  CHECK_FALSE(app::startPlacement(*journey.workspace, decided.decision, journey.today() + std::chrono::days{3}));
  const auto stays = journey.workspace->file().placements().ofChild(journey.referral(decided.entry.referral.number).children.front().id);
  REQUIRE(stays);
  CHECK(stays->size() == 1);
}

TEST_CASE("Nobody is asked twice in one go") {
  Journey journey;
  const Setting home = journey.emergencyHousehold();
  const auto entry = app::saveReferral(*journey.workspace, journey.tonight());
  REQUIRE(entry);
  const auto asked = app::askProviders(*journey.workspace, entry->referral.id, {{home.provider, home.id}, {home.provider, home.id}},
                                       journey.workspace->now() + std::chrono::hours{2});
  REQUIRE(asked);
  CHECK(asked->size() == 1);
}

TEST_CASE("One home three times is no choice of three") {
  Journey journey;
  const Setting home = journey.emergencyHousehold();
  const auto entry = app::saveReferral(*journey.workspace, journey.tonight());
  REQUIRE(entry);
  const ReferralId id = entry->referral.id;
  REQUIRE(app::askProviders(*journey.workspace, id, {{home.provider, home.id}}, journey.workspace->now() + std::chrono::hours{2}));
  const auto offer = app::recordOffer(*journey.workspace, journey.offerOf(id, home, {aWeek(QuoteItem::coreFee, pounds(910))}));
  REQUIRE(offer);
  const OptionId option = journey.optionOf(id, *offer);
  const PersonId manager = journey.person("C. Spindle");
  CHECK_FALSE(app::sendChoice(*journey.workspace, {id, {option, option, option}, {"a", "b", "c"}, manager, journey.today(), ""}));
  CHECK_FALSE(app::sendChoice(*journey.workspace, {id, {option}, {" "}, manager, journey.today(), "Only one has two beds"}));
}
