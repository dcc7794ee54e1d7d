// What is put on record against the usual way: a referral withdrawn, a criterion set aside, a rule broken; and whom a child must not live
// with.
#include "support/builders.h"
#include "three_offers.h"
#include "wording/wording.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

matching::GateAnswer gateOf(app::Workspace& workspace, ReferralId referral, OptionId option, const std::string& key) {
  const auto ranked = app::rankOffers(workspace, referral);
  REQUIRE(ranked);
  for (std::size_t c = 0; c < (*ranked)->assessment().problem().candidates.size(); ++c) {
    if ((*ranked)->name(c).option != option) continue;
    for (const matching::GateAnswer& gate : (*ranked)->assessment().explain(c).gates)
      if (gate.key == key) return gate;
  }
  FAIL("no gate " + key);
  return {};
}

bool onMyWork(app::Workspace& workspace, BreachId breach, bool first) {
  const auto work = app::myWork(workspace, true);
  REQUIRE(work);
  const auto found = std::find_if(work->begin(), work->end(),
                                  [&](const app::WorkItem& item) { return item.key == "breach:" + std::to_string(breach.value); });
  if (!first) return found != work->end();
  return found != work->end() && std::all_of(work->begin(), found, [](const auto& item) { return item.kind == app::WorkKind::breach; });
}

}  // namespace

TEST_CASE("Who withdrew a referral, when and why stands in a place of its own, and it is no longer open") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  CHECK(app::withdrawReferral(workspace, three.referral, " ").error().subject == "reason");
  REQUIRE(app::withdrawReferral(workspace, three.referral, " She stays with her aunt after all. "));
  const auto stored = workspace.file().referrals().get(three.referral);
  REQUIRE(stored);
  CHECK(stored->stage == homeward::Stage::withdrawn);
  CHECK(stored->withdrawal == Withdrawal{"She stays with her aunt after all.", workspace.user().id, three.journey.today()});
  CHECK(stored->fewerThanThree.empty());
  CHECK(check(*stored, three.journey.today()).empty());
  const auto open = app::referralLines(workspace, true);
  REQUIRE(open);
  CHECK(std::none_of(open->begin(), open->end(), [&](const auto& line) { return line.id == three.referral; }));
  CHECK(app::withdrawReferral(workspace, three.referral, "again").error().code == ErrorCode::refused);
}

TEST_CASE("On a withdrawn referral no choice waits, and none is sent, decided or started") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();
  const auto waits = [&] {
    const auto waiting = app::choicesWaiting(workspace);
    REQUIRE(waiting);
    return std::any_of(waiting->begin(), waiting->end(), [&](const Choice& one) { return one.id == choice; });
  };
  CHECK(waits());
  CHECK(app::openChoice(workspace, three.referral)->has_value());
  SECTION("while the choice waits") {
    REQUIRE(app::withdrawReferral(workspace, three.referral, "She stays with her aunt"));
    CHECK_FALSE(waits());
    CHECK_FALSE(app::openChoice(workspace, three.referral)->has_value());
    const auto decided = app::decide(workspace, three.decision(choice));
    REQUIRE_FALSE(decided);
    CHECK(decided.error().code == ErrorCode::refused);
    CHECK(decided.error().subject == "stage");
    const auto again = app::sendChoice(
        workspace, {three.referral, three.options, {"a", "b", "c"}, three.journey.person("S. Quill"), three.journey.today(), ""});
    REQUIRE_FALSE(again);
    CHECK(again.error().subject == "stage");
  }
  SECTION("after the decision") {
    const auto decided = app::decide(workspace, three.decision(choice));
    REQUIRE(decided);
    REQUIRE(app::withdrawReferral(workspace, three.referral, "She stays with her aunt"));
    const auto stands = app::whatStands(workspace, *decided, date(2026, 12, 9));
    REQUIRE(stands);
    REQUIRE(stands->size() == 1);
    CHECK(wording::sentence(stands->front().why).find("withdrawn") != std::string::npos);
    const auto placed = app::startPlacement(workspace, *decided, date(2026, 12, 9));
    REQUIRE_FALSE(placed);
    CHECK(placed.error().subject == "hindrance.withdrawn");
  }
  const auto kept = app::referralCase(workspace, three.referral);
  REQUIRE(kept);
  CHECK(kept->referral.stage == homeward::Stage::withdrawn);
  CHECK(app::saveReferral(workspace, *kept));
}

TEST_CASE("A local criterion that is set aside stays visible as failed, and the waiver can be taken back") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  auto entry = app::referralCase(workspace, three.referral);
  REQUIRE(entry);
  entry->children.front().medicalExclusions = {"dog"};
  REQUIRE(app::saveReferral(workspace, *entry));
  Setting home = three.homes[0];
  home.features["dog"] = true;
  REQUIRE(app::saveSetting(workspace, home));
  const std::string gate = "essential.exclusion.dog";
  const std::string candidate = "option:" + std::to_string(three.options[0].value);
  CHECK(gateOf(workspace, three.referral, three.options[0], gate).result == matching::GateResult::fail);
  const app::ChoiceDraft draft{three.referral, three.options, {"a", "b", "c"}, three.journey.person("S. Quill"), three.journey.today(), ""};
  CHECK(app::sendChoice(workspace, draft).error().subject == gate);

  CHECK(app::takeBackWaiver(workspace, three.referral, gate, candidate).error().code == ErrorCode::notFound);
  REQUIRE(app::waiveGate(workspace, three.referral, gate, candidate, "The dog lives in the yard"));
  const auto waived = gateOf(workspace, three.referral, three.options[0], gate);
  CHECK(waived.result == matching::GateResult::fail);
  REQUIRE(waived.waiver);
  CHECK(waived.waiver->by == workspace.user().id);
  CHECK_FALSE(gateOf(workspace, three.referral, three.options[1], gate).waiver);
  REQUIRE(app::takeBackWaiver(workspace, three.referral, gate, candidate));
  CHECK_FALSE(gateOf(workspace, three.referral, three.options[0], gate).waiver);
  CHECK(app::sendChoice(workspace, draft).error().subject == gate);
  REQUIRE(app::waiveGate(workspace, three.referral, gate, candidate, "The dog lives in the yard"));
  CHECK(app::sendChoice(workspace, draft));
}

TEST_CASE("What was set aside for a home on the market stands for its offer too, and is taken back there") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  auto entry = app::referralCase(workspace, three.referral);
  REQUIRE(entry);
  entry->children.front().medicalExclusions = {"dog"};
  REQUIRE(app::saveReferral(workspace, *entry));
  for (Setting home : {three.homes[0], three.homes[1]}) {
    home.features["dog"] = true;
    REQUIRE(app::saveSetting(workspace, home));
  }
  const std::string gate = "essential.exclusion.dog";
  REQUIRE(app::waiveGate(workspace, three.referral, gate, "setting:" + std::to_string(three.homes[0].id.value), "The dog is leaving"));
  const auto waived = gateOf(workspace, three.referral, three.options[0], gate);
  CHECK(waived.result == matching::GateResult::fail);
  REQUIRE(waived.waiver);
  CHECK_FALSE(gateOf(workspace, three.referral, three.options[1], gate).waiver);
  REQUIRE(app::takeBackWaiver(workspace, three.referral, gate, waived.waiver->candidate));
  CHECK_FALSE(gateOf(workspace, three.referral, three.options[0], gate).waiver);
}

TEST_CASE("A breach on record lifts a missing approval at the start, goes with the placement and stands on top until it ends") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const DecisionId decided = three.decidedOutsideTheArea();
  const Date start = date(2026, 12, 9);
  const auto stands = app::whatStands(workspace, decided, start);
  REQUIRE(stands);
  REQUIRE(stands->size() == 1);
  CHECK(stands->front().mend == app::Hindrance::Mend::approval);
  const int rule = stands->front().rule;
  CHECK(rule == 6);

  Breach breach = breachOf(three, rule);
  breach.reviewOn.reset();
  CHECK(app::recordBreach(workspace, breach).error().subject == "reviewOn");
  breach = breachOf(three, rule);
  breach.words = " ";
  CHECK(app::recordBreach(workspace, breach).error().subject == "words");
  breach = breachOf(three, rule);
  breach.referral.reset();
  CHECK(app::recordBreach(workspace, breach).error().subject == "placement");
  const auto recorded = app::recordBreach(workspace, breachOf(three, rule));
  INFO((recorded ? std::string{} : recorded.error().detail));
  REQUIRE(recorded);
  CHECK(onMyWork(workspace, *recorded, true));
  CHECK(app::whatStands(workspace, decided, start)->empty());
  const auto placed = app::startPlacement(workspace, decided, start);
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  const auto shown = app::placementCase(workspace, placed->front());
  REQUIRE(shown);
  REQUIRE(shown->breaches.size() == 1);
  CHECK(shown->breaches.front().placement == placed->front());

  // What is on record of it can be made better while it lasts.
  Breach told = shown->breaches.front();
  told.told = "Ofsted and the reviewing officer, 28 November 2026";
  CHECK(app::recordBreach(workspace, told) == *recorded);
  CHECK(app::breachesOf(workspace, three.referral)->front().told == told.told);

  CHECK(app::endBreach(workspace, *recorded, three.journey.today() + std::chrono::days{1}).error().subject == "endedOn");
  CHECK(onMyWork(workspace, *recorded, true));
  REQUIRE(app::endBreach(workspace, *recorded, three.journey.today()));
  CHECK_FALSE(onMyWork(workspace, *recorded, false));
  CHECK(app::endBreach(workspace, *recorded, three.journey.today()).error().code == ErrorCode::refused);
}

TEST_CASE("A breach of the law on record lets what happened be chosen, decided and started, and ends with the placement") {
  ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  // The first household's terms stop at four years: beyond its approval by rule 15, and no waiver helps.
  Setting home = three.homes[0];
  home.terms.ageTo = 4;
  REQUIRE(app::saveSetting(workspace, home));
  app::ChoiceDraft draft{three.referral,        {three.options[0]},  {"The court says so"}, three.journey.person("S. Quill"),
                         three.journey.today(), "The court named it"};
  draft.swaps = three.byOrderOfTheCourt();
  const auto refused = app::sendChoice(workspace, draft);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().subject == "law.15");
  const auto recorded = app::recordBreach(workspace, breachOf(three, 15));
  REQUIRE(recorded);
  const auto choice = app::sendChoice(workspace, draft);
  INFO((choice ? std::string{} : choice.error().detail));
  REQUIRE(choice);
  Decision decision = three.decision(*choice);
  decision.reasons = {{three.options[0], std::nullopt, "By order of the court"}};
  const auto decided = app::decide(workspace, decision);
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);

  // Ended before the start, the block stands again; a new one lifts it.
  REQUIRE(app::endBreach(workspace, *recorded, three.journey.today()));
  const auto stands = app::whatStands(workspace, *decided, three.journey.today());
  REQUIRE(stands);
  REQUIRE_FALSE(stands->empty());
  CHECK(stands->front().mend == app::Hindrance::Mend::breach);
  CHECK(stands->front().rule == 15);
  const auto again = app::recordBreach(workspace, breachOf(three, 15));
  REQUIRE(again);
  REQUIRE(app::recordBreach(workspace, breachOf(three, 6)));
  const auto placed = app::startPlacement(workspace, *decided, three.journey.today());
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  REQUIRE(app::endPlacement(workspace, placed->front(), three.journey.today() + std::chrono::days{3}, "CARPL", true));
  const auto after = app::breachesOf(workspace, three.referral);
  REQUIRE(after);
  CHECK(after->size() == 3);
  for (const Breach& breach : *after) CHECK(breach.endedOn.has_value());
  CHECK(onMyWork(workspace, *again, true));  // until that day has come
}

TEST_CASE("Who lives in a home may be kept apart from the child who would come") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const auto children = app::childLines(workspace);
  REQUIRE(children);
  Child there = children->front().child;
  const ChildId coming = app::referralCase(workspace, three.referral)->children.front().id;
  REQUIRE(there.id != coming);
  there.keepApartFrom.push_back(coming);
  const auto saved = app::saveChild(workspace, there);
  INFO((saved ? std::string{} : saved.error().detail));
  REQUIRE(saved);
  Setting home = three.homes[0];
  home.residents.push_back({there.id, 9, there.sex, false});
  REQUIRE(app::saveSetting(workspace, home));
  const std::string gate = "essential.incompatible";
  CHECK(gateOf(workspace, three.referral, three.options[0], gate).result == matching::GateResult::fail);
  CHECK(gateOf(workspace, three.referral, three.options[1], gate).result == matching::GateResult::pass);
}

TEST_CASE("Before anybody is named, quality says \"the child\"") {
  app::ReferralCase entry;
  entry.children.resize(1);
  entry.referral.members.resize(1);
  for (const app::QualityFinding& finding : app::qualityOf(entry, demoDay)) {
    const std::string said = wording::sentence(finding.what) + " " + wording::sentence(finding.mend);
    INFO(said);
    CHECK(said.find("  ") == std::string::npos);
    CHECK(said.find(" .") == std::string::npos);
    CHECK(said.front() != ' ');
  }
  const auto found = app::qualityOf(entry, demoDay);
  const auto few = std::find_if(found.begin(), found.end(), [](const auto& one) { return one.what.key == "quality.fewNeeds"; });
  REQUIRE(few != found.end());
  CHECK(wording::sentence(few->what) == "The child has 0 needs assessed.");
  entry.children.front().knownAs = "Jay";
  CHECK(wording::sentence(app::qualityOf(entry, demoDay).front().what).find("Jay") != std::string::npos);
}
