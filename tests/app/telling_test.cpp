// After a decision: those not chosen get a courteous answer once, the papers say what was agreed, and who else had counted on the place is
// known.
#include "app/telling.h"

#include "app/placement_papers.h"
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

bool has(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

struct Decided : ThreeOffers {
  DecisionId decided;
  Decided() {
    const auto made = app::decide(workspace(), decision(sent()));
    INFO((made ? std::string() : made.error().detail));
    REQUIRE(made);
    decided = *made;
  }
  [[nodiscard]] app::Workspace& workspace() const { return *journey.workspace; }
  [[nodiscard]] std::vector<app::NotTheOne> others() const {
    const auto all = app::notTheOnes(workspace(), decided);
    REQUIRE(all);
    return *all;
  }
  [[nodiscard]] PlacementId started() const {
    const auto placements = app::startPlacement(workspace(), decided, journey.today());
    INFO((placements ? std::string() : placements.error().detail));
    REQUIRE(placements);
    return placements->front();
  }
};

}  // namespace

TEST_CASE("Those not chosen are told the reason of the decision, once, and the mail names nobody") {
  Decided decided;
  const Setting silent = decided.journey.emergencyHousehold("Fleabane household");
  REQUIRE(app::askProviders(decided.workspace(), decided.referral, {{silent.provider, silent.id}},
                            decided.workspace().now() + std::chrono::hours{48}));
  const auto others = decided.others();
  REQUIRE(others.size() == 3);
  CHECK(others[0].home == "Marram household");
  CHECK(others[0].why == NotChosen::cost);
  CHECK(others[1].why == NotChosen::furtherAway);
  CHECK_FALSE(others[2].offer);
  std::vector<app::Telling> tellings;
  for (const app::NotTheOne& one : others) tellings.push_back({one.offer, one.approach, one.provider, one.why});
  const auto mails = app::tellingMails(decided.workspace(), tellings);
  INFO((mails ? std::string() : mails.error().detail));
  REQUIRE(mails);
  for (const app::Telling& telling : tellings) {
    const std::string words = app::tellingWords(telling, "K7QF3M-2TRW");
    for (const char* tells : {"Fritillary", "Meadow", "Samphire", "Marram", "R-0"}) CHECK_FALSE(has(words, tells));
    CHECK(has(words, "K7QF3M-2TRW"));
    CHECK_FALSE(has(words, "["));
  }
  CHECK(has(app::tellingWords(tellings[1], ""), "nearer to the people"));
  auto without = tellings;
  without.front().why.reset();
  CHECK(app::tellingMails(decided.workspace(), without).error().subject == "why");
  CHECK(app::noteTold(decided.workspace(), without).error().subject == "why");
  CHECK_FALSE(decided.others().front().told);

  // One without an address has no draft, and is still to be told.
  {
    Provider silentOne = *decided.workspace().file().market().provider(silent.provider);
    const std::string address = std::exchange(silentOne.email, "");
    const auto saved = app::saveProvider(decided.workspace(), silentOne);
    REQUIRE(saved);
    const auto fewer = app::tellingMails(decided.workspace(), tellings);
    REQUIRE(fewer);
    CHECK(fewer->mailed.size() + fewer->withoutDraft.size() == tellings.size());
    CHECK_FALSE(fewer->withoutDraft.empty());
    Provider again = *saved;
    again.email = address;
    REQUIRE(app::saveProvider(decided.workspace(), again));
  }
  REQUIRE(app::noteTold(decided.workspace(), tellings));
  const auto after = decided.others();
  REQUIRE(after.size() == 3);
  for (const app::NotTheOne& one : after) CHECK(one.told);
  const auto approach = decided.workspace().file().offers().approach(*after[2].approach);
  REQUIRE(approach);
  CHECK(approach->state == ApproachState::withdrawn);
  CHECK(approach->log.back().outcome == CallOutcome::told);
}

TEST_CASE("Every reason has its courteous sentence") {
  app::Telling telling;
  telling.offer = OfferId{1};
  std::set<std::string> all;
  for (const NotChosen why : homeward::all<NotChosen>()) {
    telling.why = why;
    const std::string words = app::tellingWords(telling, "");
    CHECK_FALSE(has(words, "["));
    all.insert(words);
  }
  CHECK(all.size() == homeward::all<NotChosen>().size());
}

TEST_CASE("The contract has its prices, outcomes, notice and reviews; the plan says what is still open") {
  Decided decided;
  auto child = app::referralCase(decided.workspace(), decided.referral)->children.front();
  child.needs = {{NeedDomain::education, 3, true, "school", decided.journey.today(), ""}};
  child.needs.front().desiredOutcome = "Reads a page a day";
  child.contacts = {{"Gran", "grandmother", {}, 4.0}};
  REQUIRE(app::saveChild(decided.workspace(), child));
  const PlacementId placement = decided.started();
  const auto contract = app::paperOf(decided.workspace(), placement, app::Paper::contract);
  INFO((contract ? std::string() : contract.error().detail));
  REQUIRE(contract);
  for (const char* said : {"Fritillary Meadow", "Samphire household", "Core fee: £700.05 a week", "-", "Reads a page a day",
                           "28 days' notice", "regulation 33", "S. Quill"})
    CHECK(has(*contract, said));
  CHECK(has(*contract, ": −£40.00 a week"));
  CHECK(has(*contract, "£715.15 a week"));  // 700.05 + 55.10 − 40.00
  CHECK_FALSE(has(*contract, "{"));
  const auto plan = app::paperOf(decided.workspace(), placement, app::Paper::plan);
  REQUIRE(plan);
  CHECK(has(*plan, "Near her grandmother"));
  CHECK(has(*plan, "Gran (grandmother): 4 visits a month"));
  CHECK(has(*plan, "to be agreed"));
  CHECK_FALSE(has(*plan, "{"));
}

TEST_CASE("The council's own template counts once it can be filled in; what cannot is refused with its line") {
  Decided decided;
  auto& workspace = decided.workspace();
  CHECK(app::setTemplate(workspace, app::Paper::contract, "A\n{chid}").error().detail.find("Line 2") != std::string::npos);
  CHECK(app::setTemplate(workspace, app::Paper::contract, "[each price]\n{item}").error().detail.find("does not end") != std::string::npos);
  CHECK(app::setTemplate(workspace, app::Paper::contract, "[each prices]\n[end]").error().subject == "template");
  CHECK(app::setTemplate(workspace, app::Paper::contract, "{item}").error().subject == "template");  // of a list alone
  CHECK(app::setTemplate(workspace, app::Paper::contract, "[end]").error().subject == "template");
  REQUIRE(app::setTemplate(workspace, app::Paper::contract, "Ours for {child}\n[each price]\n{item} {amount}\n[end]"));
  const PlacementId placement = decided.started();
  const auto paper = app::paperOf(workspace, placement, app::Paper::contract);
  REQUIRE(paper);
  CHECK(paper->starts_with("Ours for Fritillary Meadow\nCore fee £700.05\n"));
  REQUIRE(app::setTemplate(workspace, app::Paper::contract, ""));
  CHECK(has(*app::paperOf(workspace, placement, app::Paper::contract), "Individual placement contract"));
}

TEST_CASE("Another referral that counts on the place is known when it is taken") {
  Decided decided;
  auto& workspace = decided.workspace();
  app::ReferralCase other = decided.journey.planned();
  other.children.front().name = "Harebell Down";
  const auto saved = app::saveReferral(workspace, other);
  REQUIRE(saved);
  REQUIRE(
      app::recordOffer(workspace, decided.journey.offerOf(saved->referral.id, decided.homes[0], {aWeek(QuoteItem::coreFee, pounds(700))})));
  const auto homes = app::homesChosen(workspace, decided.decided);
  REQUIRE(homes);
  CHECK(*homes == std::vector<SettingId>{decided.homes[0].id});
  // Two places are free there; one is taken, so one is left for the other child.
  CHECK(app::othersWhoCountOn(workspace, *homes, decided.referral)->empty());
  Setting home = *workspace.file().market().setting(decided.homes[0].id);
  home.vacancy->places = 1;
  REQUIRE(app::saveSetting(workspace, home));
  (void)decided.started();
  const auto counts = app::othersWhoCountOn(workspace, *homes, decided.referral);
  REQUIRE(counts);
  REQUIRE(counts->size() == 1);
  CHECK(counts->front().referral == saved->referral.id);
  CHECK(counts->front().places == 0);
  CHECK_FALSE(counts->front().inChoice);
}
