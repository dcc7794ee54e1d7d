// No option suits: it is put before a manager with what is known, waits in their work, and the outcome stays on record.
#include "app/decision_record.h"
#include "app/escalating.h"
#include "app/priced_support.h"
#include "app/strategy.h"
#include "app/why_out.h"
#include "three_offers.h"
#include "wording/wording.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

std::optional<app::WorkItem> onMyWork(app::Workspace& workspace, const std::string& key, bool onlyMine = false) {
  const auto items = app::myWork(workspace, onlyMine);
  REQUIRE(items);
  const auto found = std::find_if(items->begin(), items->end(), [&](const app::WorkItem& item) { return item.key == key; });
  return found == items->end() ? std::nullopt : std::optional{*found};
}

/// Everybody says no after all.
void allSayNo(const ThreeOffers& three) {
  auto& workspace = *three.journey.workspace;
  const auto lines = app::approachLines(workspace, three.referral);
  REQUIRE(lines);
  for (const app::ApproachLine& line : *lines)
    REQUIRE(app::logContact(workspace, line.approach.id, CallOutcome::saidNo, "full after all", DeclineReason::full));
}

PersonId managerOf(app::Workspace& workspace) {
  const auto people = app::people(workspace);
  REQUIRE(people);
  const auto found =
      std::find_if(people->begin(), people->end(), [](const Person& one) { return one.role == Role::manager && one.active; });
  REQUIRE(found != people->end());
  return found->id;
}

}  // namespace

TEST_CASE("While an option suits, nothing is put before a manager; once all said no it is, with who was asked and what stops most") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const PersonId officer = workspace.user().id;
  const auto early = app::mayEscalate(workspace, three.referral);
  REQUIRE_FALSE(early);
  CHECK(early.error().subject == "options");
  allSayNo(three);
  REQUIRE(app::mayEscalate(workspace, three.referral));

  const std::string key = std::to_string(three.referral.value);
  // Whether or not offers stand in the file, each of them was taken back.
  const auto draft = app::draftEscalation(workspace, three.referral);
  REQUIRE(draft);
  CHECK(draft->to == managerOf(workspace));
  CHECK(std::count_if(draft->found.begin(), draft->found.end(),
                      [](const std::string& line) { return line.find("said no (no place free)") != std::string::npos; }) == 3);
  CHECK(std::any_of(draft->found.begin(), draft->found.end(),
                    [](const std::string& line) { return line.find("stops") != std::string::npos; }));

  CHECK(app::escalate(workspace, three.referral, officer, "Asked three").error().subject == "to");
  CHECK(app::escalate(workspace, three.referral, draft->to, "  ").error().subject == "tried");
  REQUIRE(app::escalate(workspace, three.referral, draft->to, "Asked three, all full"));
  CHECK(app::mayEscalate(workspace, three.referral).error().subject == "escalation");
  CHECK_FALSE(onMyWork(workspace, "escalate:" + key));

  // It waits for the manager, and the officer sees that it does.
  CHECK(onMyWork(workspace, "escalated:" + key, true));
  CHECK(app::settleEscalation(workspace, three.referral, EscalationOutcome::widen, "").error().subject == "settledBy");
  REQUIRE(workspace.workAs(draft->to));
  const auto item = onMyWork(workspace, "escalated:" + key, true);
  REQUIRE(item);
  CHECK(item->owner == draft->to);
  CHECK(wording::sentence(item->act).starts_with("No suitable option for R-"));
  CHECK(app::settleEscalation(workspace, three.referral, EscalationOutcome::otherStep, " ").error().subject == "words");
  REQUIRE(app::settleEscalation(workspace, three.referral, EscalationOutcome::spotPurchase, "Up to £2,000 a week, by Monday"));
  CHECK_FALSE(onMyWork(workspace, "escalated:" + key));
  CHECK(app::settleEscalation(workspace, three.referral, EscalationOutcome::hold, "").error().code == ErrorCode::notFound);

  const auto record = app::decisionRecord(workspace, three.referral);
  REQUIRE(record);
  REQUIRE(record->escalations.size() == 1);
  const Escalation& kept = record->escalations.front().escalation;
  CHECK(kept.by == officer);
  CHECK(kept.outcome == EscalationOutcome::spotPurchase);
  CHECK(kept.outcomeWords == "Up to £2,000 a week, by Monday");
  CHECK(kept.settledBy == draft->to);
  CHECK(kept.settledAt.has_value());
  CHECK(kept.found.find("said no") != std::string::npos);
  // It may be put before them again when that led nowhere.
  REQUIRE(workspace.workAs(officer));
  CHECK(app::mayEscalate(workspace, three.referral));
}

TEST_CASE("Options that the social worker turned down are no longer suitable ones") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();
  CHECK(app::mayEscalate(workspace, three.referral).error().subject == "stage");
  Decision none = three.decision(choice);
  none.chosen.reset();
  none.agreedBy.reset();
  none.reasons.clear();
  for (const OptionId option : three.options) none.reasons.push_back({option, NotChosen::otherReason, ""});
  REQUIRE(app::decide(workspace, none));
  CHECK(app::mayEscalate(workspace, three.referral));
}

TEST_CASE("Where everybody who was asked said no and nobody was told, the officer is reminded") {
  Journey journey;
  auto& workspace = *journey.workspace;
  app::ReferralCase entry = journey.planned();
  entry.referral.withinMilesOfHome = 0.01;  // one household, and agencies that have no distance yet
  const auto saved = app::saveReferral(workspace, entry);
  REQUIRE(saved);
  const ReferralId id = saved->referral.id;
  CHECK(app::mayEscalate(workspace, id).error().subject == "approaches");
  const std::string key = "escalate:" + std::to_string(id.value);
  const Setting home = journey.emergencyHousehold();
  const auto asked = app::askProviders(workspace, id, {{home.provider, home.id}}, workspace.now() + std::chrono::hours{48});
  REQUIRE(asked);
  CHECK_FALSE(onMyWork(workspace, key));
  REQUIRE(app::logContact(workspace, asked->front(), CallOutcome::saidYes, "will write"));
  CHECK_FALSE(onMyWork(workspace, key));  // the offer is still to come
  REQUIRE(app::logContact(workspace, asked->front(), CallOutcome::saidNo, "", DeclineReason::tooFar));
  // While others suit the search is widened to them; a manager is told when nobody is left.
  CHECK_FALSE(onMyWork(workspace, key));
  for (;;) {
    const auto search = app::strategyOf(workspace, id);
    REQUIRE(search);
    if (search->strategy.waves.empty()) break;
    CHECK(onMyWork(workspace, "widen:" + std::to_string(id.value)));
    const app::SearchStrategy& next = *search;
    for (const std::size_t i : next.strategy.waves.front().whom) {
      const auto also =
          app::askProviders(workspace, id, {{next.askable[i].provider, next.askable[i].setting}}, workspace.now() + std::chrono::hours{48});
      REQUIRE(also);
      REQUIRE(app::logContact(workspace, also->front(), CallOutcome::saidNo, "", DeclineReason::full));
    }
  }
  CHECK_FALSE(onMyWork(workspace, "widen:" + std::to_string(id.value)));
  const auto item = onMyWork(workspace, key);
  REQUIRE(item);
  CHECK(item->due == journey.today());
  REQUIRE(app::escalate(workspace, id, managerOf(workspace), "Everybody asked, none near enough"));
  CHECK_FALSE(onMyWork(workspace, key));
}

TEST_CASE("The council's priced support is kept, and says what would bring a home back") {
  Journey journey;
  auto& workspace = *journey.workspace;
  const auto before = app::pricedSupport(workspace);
  REQUIRE(before);
  CHECK(before->size() >= 4);  // the demo council has some
  PricedSupport support{"a night visitor", {NeedDomain::emotionalHealth}, 5, pounds(11)};
  CHECK(app::savePricedSupport(workspace, {" ", support.domains, 1, pounds(1)}).error().subject == "name");
  CHECK(app::savePricedSupport(workspace, {"x", {}, 1, pounds(1)}).error().subject == "domains");
  CHECK(app::savePricedSupport(workspace, {"x", support.domains, 0, pounds(1)}).error().subject == "adds");
  CHECK(app::savePricedSupport(workspace, {"x", support.domains, 1, Money{}}).error().subject == "aWeek");
  CHECK(app::savePricedSupport(workspace, {before->front().name, support.domains, 1, pounds(1)}).error().subject == "name");
  REQUIRE(app::savePricedSupport(workspace, support));
  CHECK(app::pricedSupport(workspace)->back() == support);

  app::ReferralCase entry = journey.planned();
  entry.children.front().needs = {{NeedDomain::emotionalHealth, 4, true, "assessment", journey.today(), "Sleeps through the night"}};
  const auto saved = app::saveReferral(workspace, entry);
  REQUIRE(saved);
  Setting home = journey.emergencyHousehold();
  home.capabilities = {{NeedDomain::emotionalHealth, 2, Basis::verified, "Form B", journey.today()}};
  REQUIRE(app::saveSetting(workspace, home));
  const auto said = [&] {
    const auto ranked = app::rankMarket(workspace, saved->referral.id);
    REQUIRE(ranked);
    for (std::size_t c = 0; c < (*ranked)->assessment().problem().candidates.size(); ++c)
      if ((*ranked)->name(c).setting == home.id)
        for (const matching::GateAnswer& gate : (*ranked)->assessment().explain(c).gates)
          if (gate.key == "essential.need.emotionalHealth") return app::bringsBackWords(gate);
    return std::string{};
  };
  CHECK(said() == "Back if a night visitor is bought: +£11 a week.");
  support.aWeek = pounds(12, 50);
  support.name = "a visitor at night";
  REQUIRE(app::savePricedSupport(workspace, support, "a night visitor"));
  CHECK(said() == "Back if a visitor at night is bought: +£12.50 a week.");
  REQUIRE(app::removePricedSupport(workspace, support.name));
  CHECK(app::removePricedSupport(workspace, support.name).error().code == ErrorCode::notFound);
  CHECK(said().find("visitor") == std::string::npos);
}

TEST_CASE("What all failed checks take stands in one sentence, and what one change lets in in another") {
  matching::ComesBack comesBack;
  CHECK(app::comesBackWords(comesBack).empty());
  comesBack.failed = 1;
  comesBack.from = date(2026, 12, 14);
  CHECK(app::comesBackWords(comesBack).empty());  // the one check says it itself
  comesBack.failed = 2;
  CHECK(app::comesBackWords(comesBack) == "Out until 14 December 2026.");
  comesBack.with = {{"takes.law.24.over.back", {}}};
  CHECK(app::comesBackWords(comesBack) == "Out until 14 December 2026, and then only with an exemption from the usual limit.");
  comesBack.with.push_back({"takes.back.limitRaised", {std::string("25"), std::string("20")}});
  comesBack.from.reset();
  CHECK(app::comesBackWords(comesBack) == "Back only with an exemption from the usual limit and a limit of 25 miles instead of 20.");
  matching::GateAnswer gate;
  gate.bringsBack = {"back.on.leaves", {date(2026, 12, 14)}};
  gate.sooner = {"back.terms", {}};
  CHECK(app::bringsBackWords(gate) ==
        "Back from 14 December 2026, when somebody who lives there leaves. Or back if the terms of approval or "
        "registration are varied.");
}
