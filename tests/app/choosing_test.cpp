// From the choice that was sent to the decision: what changed in between is looked at again, whoever is asked sees it, and every option
// has its reason.
#include "app/decision_record.h"
#include "three_offers.h"
#include "wording/wording.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// The first home is a registered children's home, so that its registration can be suspended.
Setting registered(ThreeOffers& three) {
  Setting home = three.homes[0];
  home.type = SettingType::childrensHome;
  home.registration = Registration{"SC999001", RegistrationStatus::active, date(2019, 5, 1), std::nullopt, 4, std::nullopt};
  const auto saved = app::saveSetting(*three.journey.workspace, home);
  INFO((saved ? std::string{} : saved.error().detail));
  REQUIRE(saved);
  return *saved;
}

Decision noneOf(const ThreeOffers& three, ChoiceId choice) {
  Decision none = three.decision(choice);
  none.chosen.reset();
  none.agreedBy.reset();
  none.reasons.clear();
  for (const OptionId option : three.options) none.reasons.push_back({option, NotChosen::otherReason, ""});
  return none;
}

std::optional<app::WorkItem> onMyWork(app::Workspace& workspace, const std::string& key, bool onlyMine = false) {
  const auto items = app::myWork(workspace, onlyMine);
  REQUIRE(items);
  const auto found = std::find_if(items->begin(), items->end(), [&](const app::WorkItem& item) { return item.key == key; });
  return found == items->end() ? std::nullopt : std::optional{*found};
}

}  // namespace

TEST_CASE("A home that was suspended after the choice was sent cannot be chosen, unless a breach of that rule is on record there") {
  ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  Setting home = registered(three);
  const ChoiceId choice = three.sent();
  home.registration->status = RegistrationStatus::suspended;
  REQUIRE(app::saveSetting(workspace, home));
  const auto refused = app::decide(workspace, three.decision(choice));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::refused);
  CHECK(refused.error().subject == "law.40");
  CHECK(refused.error().detail.find("suspen") != std::string::npos);
  SECTION("none of these can be decided all the same") { CHECK(app::decide(workspace, noneOf(three, choice))); }
  SECTION("another can be chosen all the same") {
    Decision other = three.decision(choice);
    other.chosen = three.options[1];
    other.reasons = {{three.options[0], NotChosen::otherReason, ""},
                     {three.options[1], std::nullopt, "A school place"},
                     {three.options[2], NotChosen::cost, ""}};
    const auto decided = app::decide(workspace, other);
    INFO((decided ? std::string{} : decided.error().detail));
    CHECK(decided);
  }
  SECTION("by order of a court it can") {
    REQUIRE(app::recordBreach(workspace, breachOf(three, 40)));
    const auto decided = app::decide(workspace, three.decision(choice));
    INFO((decided ? std::string{} : decided.error().detail));
    CHECK(decided);
  }
  SECTION("at another home the breach opens nothing") {
    REQUIRE(app::recordBreach(workspace, breachOf(three, 40, 1)));
    CHECK(app::decide(workspace, three.decision(choice)).error().subject == "law.40");
  }
}

TEST_CASE("The words of a decision can be amended after its home was suspended: that chooses nothing anew") {
  ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  Setting home = registered(three);
  const ChoiceId choice = three.sent();
  REQUIRE(app::decide(workspace, three.decision(choice)));
  home.registration->status = RegistrationStatus::suspended;
  REQUIRE(app::saveSetting(workspace, home));
  Decision words = three.decision(choice);
  words.reasons.front().words = "Near her grandmother, whom she sees twice a week";
  words.amendsReason = "The first words left out why";
  const auto amended = app::decide(workspace, words);
  INFO((amended ? std::string{} : amended.error().detail));
  CHECK(amended);
}

TEST_CASE("A provider under an embargo since the choice was sent is not chosen") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();
  auto provider = workspace.file().market().provider(three.homes[0].provider);
  REQUIRE(provider);
  provider->embargoed = true;
  REQUIRE(app::saveProvider(workspace, *provider));
  const auto refused = app::decide(workspace, three.decision(choice));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::refused);
}

TEST_CASE("A criterion that fails since the choice was sent stops it until a named person has waived it") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();
  auto entry = app::referralCase(workspace, three.referral);
  REQUIRE(entry);
  entry->children.front().medicalExclusions = {"dog"};
  REQUIRE(app::saveReferral(workspace, *entry));
  Setting home = three.homes[0];
  home.features["dog"] = true;
  REQUIRE(app::saveSetting(workspace, home));
  const std::string gate = "essential.exclusion.dog";
  CHECK(app::decide(workspace, three.decision(choice)).error().subject == gate);
  REQUIRE(app::waiveGate(workspace, three.referral, gate, "option:" + std::to_string(three.options[0].value), "The dog lives in the yard"));
  CHECK(app::decide(workspace, three.decision(choice)));
}

TEST_CASE("Somebody who said no after the offer is not chosen, and the rest of the choice is decided all the same") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();
  const auto option = workspace.file().offers().option(three.options[0]);
  REQUIRE(option);
  const auto offer = workspace.file().offers().offer(option->offers.front());
  REQUIRE(offer);
  REQUIRE(offer->approach);
  REQUIRE(app::logContact(workspace, *offer->approach, CallOutcome::saidNo, {}, DeclineReason::full));
  CHECK_FALSE(app::decide(workspace, three.decision(choice)));
  CHECK(app::decide(workspace, noneOf(three, choice)));
}

TEST_CASE("A choice that was sent is work of the person who decides, and of the officer who waits for it") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();
  const std::string key = "decision:" + std::to_string(choice.value);
  const auto officers = onMyWork(workspace, key, true);
  REQUIRE(officers);
  CHECK(officers->act.key == "work.decision");
  REQUIRE(workspace.workAs(three.journey.person("S. Quill")));
  const auto hers = onMyWork(workspace, key, true);
  REQUIRE(hers);
  CHECK(hers->owner == workspace.user().id);
  CHECK(wording::sentence(hers->act).starts_with("Decide"));
  REQUIRE(workspace.workAs(three.journey.person("N. Pebble")));
  CHECK_FALSE(onMyWork(workspace, key, true));
}

TEST_CASE("A decision by telephone is to be confirmed until it is, or until a later one takes its place") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();
  Decision spoken = three.decision(choice);
  spoken.byTelephone = true;
  const auto decided = app::decide(workspace, spoken);
  REQUIRE(decided);
  const std::string key = "confirm:" + std::to_string(decided->value);
  REQUIRE(onMyWork(workspace, key));
  SECTION("confirmed") {
    REQUIRE(app::confirmDecision(workspace, *decided));
    CHECK_FALSE(onMyWork(workspace, key));
    CHECK_FALSE(app::confirmDecision(workspace, *decided));
  }
  SECTION("amended in writing") {
    Decision written = three.decision(choice);
    written.amendsReason = "Now in writing, with her own words";
    REQUIRE(app::decide(workspace, written));
    CHECK_FALSE(onMyWork(workspace, key));
  }
}

TEST_CASE("Every home of the choice can be answered for when one of them is no longer offered") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();
  const auto option = workspace.file().offers().option(three.options[1]);
  REQUIRE(option);
  auto offer = workspace.file().offers().offer(option->offers.front());
  REQUIRE(offer);
  offer->withdrawn = true;
  REQUIRE(app::recordOffer(workspace, *offer));
  const auto ranked = app::rankOffers(workspace, three.referral);
  REQUIRE(ranked);
  CHECK_FALSE((*ranked)->noLongerOffered(three.options[0]));
  const auto gone = (*ranked)->noLongerOffered(three.options[1]);
  REQUIRE(gone);
  CHECK(wording::sentence(*gone).find("taken back") != std::string::npos);
  Decision other = three.decision(choice);
  other.chosen = three.options[1];
  other.reasons = {{three.options[0], NotChosen::otherReason, ""},
                   {three.options[1], std::nullopt, "A school place"},
                   {three.options[2], NotChosen::cost, ""}};
  const auto refused = app::decide(workspace, other);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().subject == "option");
  CHECK(refused.error().detail.find("taken back") != std::string::npos);
  CHECK(app::decide(workspace, three.decision(choice)));
}

TEST_CASE("What was chosen, decided, amended and approved can be read again with names") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const auto empty = app::decisionRecord(workspace, three.referral);
  REQUIRE(empty);
  CHECK(empty->choices.empty());
  CHECK(empty->inForce() == nullptr);
  const ChoiceId choice = three.sent();
  const auto first = app::decide(workspace, noneOf(three, choice));
  REQUIRE(first);
  Decision again = three.decision(choice);
  again.amendsReason = "The first household answered the question";
  const auto second = app::decide(workspace, again);
  REQUIRE(second);
  REQUIRE(app::recordApproval(
      workspace, {ApprovalId{}, three.referral, three.options[0], 6, three.journey.person("O. Harbour"), three.journey.today(), "seen"}));
  const auto record = app::decisionRecord(workspace, three.referral);
  REQUIRE(record);
  REQUIRE(record->choices.size() == 1);
  const app::ChoiceRecord& sent = record->choices.front();
  CHECK(sent.sentTo == "S. Quill");
  CHECK(sent.homes == std::vector<std::string>{"Samphire household", "Marram household", "Thrift household"});
  CHECK(sent.home(three.options[2]) == "Thrift household");
  REQUIRE(sent.decisions.size() == 2);
  CHECK_FALSE(sent.decisions[0].inForce);
  CHECK(sent.decisions[1].decidedBy == "S. Quill");
  CHECK(sent.decisions[1].agreedBy == "J. Thimble");
  CHECK(sent.decisions[1].budgetAgreedBy.empty());
  REQUIRE(record->inForce() != nullptr);
  CHECK(record->inForce()->decision.id == *second);
  REQUIRE(record->approvals.size() == 1);
  CHECK(record->approvals.front().by == "O. Harbour");
  CHECK(record->approvals.front().home == "Samphire household");
}

TEST_CASE("Who has to agree is known before the decision is recorded") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();
  const auto ranked = app::rankOffers(workspace, three.referral);
  REQUIRE(ranked);
  Decision decision = three.decision(choice);
  CHECK(app::agreed(workspace, decision, **ranked));
  decision.agreedBy.reset();
  CHECK(app::agreed(workspace, decision, **ranked).error().subject == "agreedBy");
  decision.chosen.reset();
  CHECK(app::agreed(workspace, decision, **ranked));
}
