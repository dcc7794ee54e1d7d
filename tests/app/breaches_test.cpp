// What a breach on record opens and what it does not, what is asked of it, and when it ends.
#include "app/placement_record.h"
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

app::ChoiceDraft theFirstAlone(const ThreeOffers& three) {
  return {three.referral,
          {three.options[0]},
          {"The court says so"},
          three.journey.person("S. Quill"),
          three.journey.today(),
          "The court named it",
          {},
          three.byOrderOfTheCourt()};
}

DecisionId decidedForTheFirst(const ThreeOffers& three) {
  const auto choice = app::sendChoice(*three.journey.workspace, theFirstAlone(three));
  INFO((choice ? std::string{} : choice.error().detail));
  REQUIRE(choice);
  Decision decision = three.decision(*choice);
  decision.reasons = {{three.options[0], std::nullopt, "By order of the court"}};
  const auto decided = app::decide(*three.journey.workspace, decision);
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);
  return *decided;
}

Breach kept(app::Workspace& workspace, BreachId id) {
  const auto all = workspace.file().placements().breaches();
  REQUIRE(all);
  const auto found = std::find_if(all->begin(), all->end(), [id](const Breach& breach) { return breach.id == id; });
  REQUIRE(found != all->end());
  return *found;
}

}  // namespace

TEST_CASE("A breach opens what its own rule judges of a home, and nothing else that stands in the register") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  Setting home = three.homes[0];
  home.type = SettingType::childrensHome;
  home.registration = Registration{"SC999001", RegistrationStatus::active, date(2019, 5, 1), std::nullopt, 4, std::nullopt};
  const auto becomes = [&] {
    const auto saved = app::saveSetting(workspace, home);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    home = *saved;
  };
  SECTION("a home's own age range stays closed, whatever is on record") {
    home.terms.ageTo = 4;
    becomes();
    for (const int rule : {15, 20, 21, 23, 24, 40}) REQUIRE(app::recordBreach(workspace, breachOf(three, rule)));
    const auto refused = app::sendChoice(workspace, theFirstAlone(three));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().subject == "registration.age");
  }
  SECTION("a home that is not registered is opened by rule 23 alone") {
    home.registration->status = RegistrationStatus::cancelled;
    becomes();
    for (const int rule : {15, 24, 40}) REQUIRE(app::recordBreach(workspace, breachOf(three, rule)));
    CHECK(app::sendChoice(workspace, theFirstAlone(three)).error().subject == "law.23");
    REQUIRE(app::recordBreach(workspace, breachOf(three, 23)));
    const auto choice = app::sendChoice(workspace, theFirstAlone(three));
    INFO((choice ? std::string{} : choice.error().detail));
    CHECK(choice);
  }
  SECTION("a suspended home is opened by rule 40 alone") {
    home.registration->status = RegistrationStatus::suspended;
    becomes();
    for (const int rule : {15, 23, 24}) REQUIRE(app::recordBreach(workspace, breachOf(three, rule)));
    CHECK(app::sendChoice(workspace, theFirstAlone(three)).error().subject == "law.40");
    REQUIRE(app::recordBreach(workspace, breachOf(three, 40)));
    const auto choice = app::sendChoice(workspace, theFirstAlone(three));
    INFO((choice ? std::string{} : choice.error().detail));
    CHECK(choice);
  }
}

TEST_CASE("A breach at one home opens nothing at another, and without a home it opens nothing at all") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  Setting home = three.homes[0];
  home.terms.ageTo = 4;
  REQUIRE(app::saveSetting(workspace, home));
  CHECK(app::sendChoice(workspace, theFirstAlone(three)).error().subject == "law.15");
  REQUIRE(app::recordBreach(workspace, breachOf(three, 15, 1)));
  CHECK(app::sendChoice(workspace, theFirstAlone(three)).error().subject == "law.15");
  Breach nowhere = breachOf(three, 15);
  nowhere.setting.reset();
  REQUIRE(app::recordBreach(workspace, nowhere));
  CHECK(app::sendChoice(workspace, theFirstAlone(three)).error().subject == "law.15");
  REQUIRE(app::recordBreach(workspace, breachOf(three, 15)));
  const DecisionId decided = decidedForTheFirst(three);
  REQUIRE(app::recordApproval(
      workspace, {ApprovalId{}, three.referral, three.options[0], 6, three.journey.person("O. Harbour"), three.journey.today(), "seen"}));
  const auto placed = app::startPlacement(workspace, decided, date(2026, 12, 9));
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  const auto all = workspace.file().placements().breaches();
  REQUIRE(all);
  // Only what opened the start moves to the placement.
  CHECK(std::count_if(all->begin(), all->end(), [&](const Breach& breach) { return breach.placement == placed->front(); }) == 1);
}

TEST_CASE("A breach of a placement is about the home where it is") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  REQUIRE(decided);
  REQUIRE(app::recordApproval(
      workspace, {ApprovalId{}, three.referral, three.options[0], 6, three.journey.person("O. Harbour"), three.journey.today(), "seen"}));
  const auto placed = app::startPlacement(workspace, *decided, date(2026, 12, 9));
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  Breach breach = breachOf(three, 24, 2);
  breach.placement = placed->front();
  const auto recorded = app::recordBreach(workspace, breach);
  REQUIRE(recorded);
  CHECK(kept(workspace, *recorded).setting == three.homes[0].id);
}

TEST_CASE("A breach lasts from its first day to the day before it ended") {
  Breach breach;
  breach.rule = 15;
  breach.referral = ReferralId{3};
  breach.setting = SettingId{7};
  breach.from = date(2027, 3, 1);
  const auto stands = [&](Date day) { return app::breachStands({breach}, ReferralId{3}, {SettingId{7}}, 15, day); };
  CHECK_FALSE(stands(demoDay));
  CHECK_FALSE(stands(date(2027, 2, 28)));
  CHECK(stands(date(2027, 3, 1)));
  breach.endedOn = date(2027, 3, 3);
  CHECK(stands(date(2027, 3, 2)));
  CHECK_FALSE(stands(date(2027, 3, 3)));
}

TEST_CASE("A breach has happened, somebody who works here authorised it, and it does not end before it began") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const auto subject = [&](const Breach& breach) {
    const auto recorded = app::recordBreach(workspace, breach);
    return recorded ? std::string{} : recorded.error().subject;
  };
  Breach breach = breachOf(three, 15);
  breach.from = three.journey.today() + std::chrono::days{1};
  breach.reviewOn = breach.from;
  CHECK(subject(breach) == "from");
  breach.from = three.journey.today();
  breach.endedOn = three.journey.today() - std::chrono::days{1};
  CHECK(subject(breach) == "from");
  breach.endedOn.reset();
  breach.authorisedBy = PersonId{99999};
  CHECK(subject(breach) == "authorisedBy");

  breach = breachOf(three, 15);
  const auto recorded = app::recordBreach(workspace, breach);
  REQUIRE(recorded);
  auto left = workspace.file().people().person(breach.authorisedBy);
  REQUIRE(left);
  left->active = false;
  REQUIRE(app::savePerson(workspace, *left));
  CHECK(subject(breach) == "authorisedBy");
  // What is on record already is still made better.
  Breach told = kept(workspace, *recorded);
  told.told = "Ofsted, 28 November 2026";
  CHECK(subject(told).empty());
}

TEST_CASE("A breach in the place of an approval names the order or who was told") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  for (const int rule : {6, 7}) {
    Breach breach = breachOf(three, rule);
    breach.orderNumber = " ";
    breach.told.clear();
    const auto refused = app::recordBreach(workspace, breach);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().subject == "told");
    breach.told = "The Director, 27 November 2026";
    CHECK(app::recordBreach(workspace, breach));
    breach.told.clear();
    breach.orderNumber = "ZZ26-0002 (invented)";
    CHECK(app::recordBreach(workspace, breach));
  }
  Breach ofTheLaw = breachOf(three, 15);
  ofTheLaw.orderNumber.clear();
  ofTheLaw.told.clear();
  CHECK(app::recordBreach(workspace, ofTheLaw));
}

TEST_CASE("A placement takes the breaches that its start needed; the others stay with the referral and end with it") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  Setting home = three.homes[0];
  home.terms.ageTo = 4;
  REQUIRE(app::saveSetting(workspace, home));
  const auto needed = app::recordBreach(workspace, breachOf(three, 15));
  REQUIRE(needed);
  const auto other = app::recordBreach(workspace, breachOf(three, 23));
  REQUIRE(other);
  const DecisionId decided = decidedForTheFirst(three);
  REQUIRE(app::recordApproval(
      workspace, {ApprovalId{}, three.referral, three.options[0], 6, three.journey.person("O. Harbour"), three.journey.today(), "seen"}));
  const auto placed = app::startPlacement(workspace, decided, date(2026, 12, 9));
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  CHECK(kept(workspace, *needed).placement == placed->front());
  CHECK_FALSE(kept(workspace, *other).placement);
  const Date left = date(2026, 12, 20);
  REQUIRE(app::endPlacement(workspace, placed->front(), left, "CARPL", false));
  CHECK(kept(workspace, *needed).endedOn == left);
  CHECK(kept(workspace, *other).endedOn == left);
}

TEST_CASE("A start that is taken out leaves on record what it needed, and is started again by it") {
  ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  Setting home = three.homes[0];
  home.terms.ageTo = 4;
  REQUIRE(app::saveSetting(workspace, home));
  const auto needed = app::recordBreach(workspace, breachOf(three, 15));
  REQUIRE(needed);
  const auto other = app::recordBreach(workspace, breachOf(three, 23));
  REQUIRE(other);
  const DecisionId decided = decidedForTheFirst(three);
  REQUIRE(app::recordApproval(
      workspace, {ApprovalId{}, three.referral, three.options[0], 6, three.journey.person("O. Harbour"), three.journey.today(), "seen"}));
  const Date start = three.journey.today();
  const auto placed = app::startPlacement(workspace, decided, start);
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  REQUIRE(kept(workspace, *needed).placement == placed->front());
  SECTION("while the child is thought to live there") {
    REQUIRE(app::takeOutPlacement(workspace, placed->front(), "Another day was meant"));
  }
  SECTION("when the child is thought to have left") {
    three.journey.later(start + std::chrono::days{7});
    auto& then = *three.journey.workspace;
    REQUIRE(app::endPlacement(then, placed->front(), start + std::chrono::days{3}, "CARPL", false));
    REQUIRE(kept(then, *needed).endedOn);
    REQUIRE(app::takeOutPlacement(then, placed->front(), "She never came"));
  }
  auto& now = *three.journey.workspace;
  for (const BreachId id : {*needed, *other}) {
    CHECK_FALSE(kept(now, id).placement);
    CHECK(kept(now, id).referral == three.referral);
    CHECK_FALSE(kept(now, id).endedOn);
  }
  const auto again = app::startPlacement(now, decided, three.journey.today());
  INFO((again ? std::string{} : again.error().detail));
  REQUIRE(again);
  CHECK(kept(now, *needed).placement == again->front());
}

TEST_CASE("A breach that several placements share ends with the last of them") {
  Journey journey;
  auto& workspace = *journey.workspace;
  const Setting home = journey.emergencyHousehold();
  const auto entry = app::saveReferral(workspace, journey.tonight());
  REQUIRE(entry);
  const ReferralId id = entry->referral.id;
  REQUIRE(app::askProviders(workspace, id, {{home.provider, home.id}}, workspace.now() + std::chrono::hours{2}));
  const auto offer = app::recordOffer(workspace, journey.offerOf(id, home, {aWeek(QuoteItem::coreFee, pounds(910))}));
  REQUIRE(offer);
  const OptionId option = journey.optionOf(id, *offer);
  const auto choice =
      app::sendChoice(workspace, {id, {option}, {"Tonight"}, journey.person("C. Spindle"), journey.today(), "One has two beds"});
  REQUIRE(choice);
  const auto decided = app::decide(workspace, journey.telephoned(id, *choice, option));
  REQUIRE(decided);
  Breach breach;
  breach.rule = 24;
  breach.referral = id;
  breach.setting = home.id;
  breach.authorisedBy = journey.person("O. Harbour");
  breach.reviewOn = journey.today() + std::chrono::days{7};
  breach.words = "A fourth child sleeps there.";
  const auto recorded = app::recordBreach(workspace, breach);
  REQUIRE(recorded);
  const auto placed = app::startPlacement(workspace, *decided, journey.today());
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  REQUIRE(placed->size() == 2);
  CHECK_FALSE(kept(workspace, *recorded).placement);
  const Date later = journey.today() + std::chrono::days{9};
  REQUIRE(app::endPlacement(workspace, placed->at(0), later, "CARPL", false));
  CHECK_FALSE(kept(workspace, *recorded).endedOn);
  REQUIRE(app::endPlacement(workspace, placed->at(1), later - std::chrono::days{2}, "CARPL", false));
  CHECK(kept(workspace, *recorded).endedOn == later);
}
