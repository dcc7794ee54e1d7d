// What stands between a decision and the start: what is not known in law is asked, and never taken as lawful.
#include "three_offers.h"
#include "wording/wording.h"

using namespace homeward;
using namespace homeward::tests;
using Mend = app::Hindrance::Mend;

namespace {

constexpr Date start = date(2026, 12, 9);

/// The first household is chosen; where it lies is not known, and another authority approved its carers.
DecisionId decidedSomewhere(const ThreeOffers& three) {
  Setting home = three.homes[0];
  home.place = {};
  home.approvedByResponsibleAuthority = false;
  REQUIRE(app::saveSetting(*three.journey.workspace, home));
  const auto decided = app::decide(*three.journey.workspace, three.decision(three.sent()));
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);
  return *decided;
}

Approval approvalBy(const ThreeOffers& three, int rule, const std::string& who) {
  return {ApprovalId{}, three.referral, three.options[0], rule, three.journey.person(who), three.journey.today(), "seen"};
}

std::string director(const ThreeOffers& three) {
  const auto people = app::people(*three.journey.workspace);
  REQUIRE(people);
  for (const Person& person : *people)
    if (person.role == Role::director) return person.name;
  FAIL("nobody is the Director");
  return {};
}

}  // namespace

TEST_CASE("Where the area of a home is not known nothing starts until it is, or the approval or the breach is on record") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const DecisionId decided = decidedSomewhere(three);
  const auto stands = app::whatStands(workspace, decided, start);
  REQUIRE(stands);
  REQUIRE(stands->size() == 1);
  CHECK(stands->front().mend == Mend::area);
  CHECK(stands->front().setting == three.homes[0].id);
  CHECK(app::startPlacement(workspace, decided, start).error().subject == "hindrance.areaNotKnown");
  SECTION("the postcode is entered") {
    auto home = workspace.file().market().setting(three.homes[0].id);
    REQUIRE(home);
    home->place = three.homes[0].place;
    REQUIRE_FALSE(home->place.authority.empty());
    REQUIRE(app::saveSetting(workspace, *home));
    const auto after = app::whatStands(workspace, decided, start);
    REQUIRE(after);
    CHECK(std::none_of(after->begin(), after->end(), [](const app::Hindrance& one) { return one.mend == Mend::area; }));
  }
  SECTION("a nominated officer's approval is not enough: it may lie at a distance") {
    REQUIRE(app::recordApproval(workspace, approvalBy(three, 6, "O. Harbour")));
    CHECK(app::whatStands(workspace, decided, start)->size() == 1);
  }
  SECTION("the Director approved it as if at a distance") {
    REQUIRE(app::recordApproval(workspace, approvalBy(three, 7, director(three))));
    CHECK(app::whatStands(workspace, decided, start)->empty());
    CHECK(app::notKnownInLaw(workspace, decided, start)->empty());
  }
  SECTION("the breach is on record, and goes with the placement") {
    REQUIRE(app::recordBreach(workspace, breachOf(three, 7)));
    CHECK(app::whatStands(workspace, decided, start)->empty());
    const auto placed = app::startPlacement(workspace, decided, start);
    INFO((placed ? std::string{} : placed.error().detail));
    REQUIRE(placed);
    CHECK(app::breachesOf(workspace, three.referral)->front().placement == placed->front());
  }
  SECTION("in an emergency it is the same") {
    const auto option = workspace.file().offers().option(three.options[0]);
    REQUIRE(option);
    auto offer = workspace.file().offers().offer(option->offers.front());
    REQUIRE(offer);
    offer->emergency = true;
    REQUIRE(app::recordOffer(workspace, *offer));
    REQUIRE(app::whatStands(workspace, decided, start)->size() == 1);
    CHECK(app::whatStands(workspace, decided, start)->front().mend == Mend::area);
    const auto open = app::notKnownInLaw(workspace, decided, start);
    REQUIRE(open);
    REQUIRE(open->size() == 1);
    CHECK(open->front().rule == 0);
    CHECK(wording::sentence(open->front().question).find("Samphire") != std::string::npos);
    REQUIRE(app::recordApproval(workspace, approvalBy(three, 7, director(three))));
    CHECK(app::whatStands(workspace, decided, start)->empty());
  }
}

TEST_CASE("A Director's approval of a placement at a distance serves an adjoining authority too") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const DecisionId decided = three.decidedOutsideTheArea();
  REQUIRE(app::whatStands(workspace, decided, start)->front().rule == 6);
  REQUIRE(app::recordApproval(workspace, approvalBy(three, 7, director(three))));
  CHECK(app::whatStands(workspace, decided, start)->empty());
}

TEST_CASE("An offer that was taken back after the decision stops the start; one that has lapsed since does not") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  REQUIRE(decided);
  REQUIRE(app::recordApproval(workspace, approvalBy(three, 6, "O. Harbour")));
  REQUIRE(app::whatStands(workspace, *decided, start)->empty());
  const auto option = workspace.file().offers().option(three.options[0]);
  REQUIRE(option);
  auto offer = workspace.file().offers().offer(option->offers.front());
  REQUIRE(offer);
  SECTION("lapsed") {
    offer->standsUntil = workspace.now();
    REQUIRE(app::recordOffer(workspace, *offer));
    CHECK(app::whatStands(workspace, *decided, start)->empty());
  }
  SECTION("withdrawn") {
    offer->withdrawn = true;
    REQUIRE(app::recordOffer(workspace, *offer));
    CHECK(app::startPlacement(workspace, *decided, start).error().subject == "hindrance.takenBack");
  }
  SECTION("they said no afterwards, and then yes again") {
    REQUIRE(app::logContact(workspace, *offer->approach, CallOutcome::saidNo, {}, DeclineReason::full));
    CHECK(app::startPlacement(workspace, *decided, start).error().subject == "hindrance.takenBack");
    REQUIRE(app::logContact(workspace, *offer->approach, CallOutcome::saidYes, {}, std::nullopt));
    CHECK(app::whatStands(workspace, *decided, start)->empty());
  }
}

TEST_CASE("In an emergency the approval comes before the start, and what follows it is in My work") {
  ThreeOffers three;
  app::Workspace& workspace = *three.journey.workspace;
  const bool adjoining = GENERATE(true, false);
  if (adjoining) three.firstLiesOutsideTheArea();
  if (!adjoining) three.firstLiesAtADistance();
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  REQUIRE(decided);
  const auto option = workspace.file().offers().option(three.options[0]);
  REQUIRE(option);
  auto offer = workspace.file().offers().offer(option->offers.front());
  REQUIRE(offer);
  offer->emergency = true;
  REQUIRE(app::recordOffer(workspace, *offer));
  const auto wanted = app::whatStands(workspace, *decided, start);
  REQUIRE(wanted);
  REQUIRE(wanted->size() == 1);
  CHECK(wanted->front().mend == Mend::approval);
  CHECK(wanted->front().rule == (adjoining ? 6 : 7));
  CHECK_FALSE(app::startPlacement(workspace, *decided, start));
  REQUIRE(app::recordApproval(workspace, approvalBy(three, adjoining ? 6 : 7, adjoining ? "O. Harbour" : director(three))));
  const auto placed = app::startPlacement(workspace, *decided, start);
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  const auto listed = [&](const std::string& begins, const std::string& ends) {
    const auto work = app::myWork(workspace, false);
    REQUIRE(work);
    return std::count_if(work->begin(), work->end(),
                         [&](const app::WorkItem& item) { return item.key.starts_with(begins) && item.key.ends_with(ends); });
  };
  CHECK(listed("approval:", "") == 0);
  const std::string clock = "clock:" + std::to_string(placed->front().value);
  CHECK(listed(clock, ":notifyAreaAuthority") == 1);
  CHECK(listed(clock, ":consultAreaAuthority") == (adjoining ? 0 : 1));
  const auto kept = app::placementCase(workspace, placed->front());
  REQUIRE(kept);
  for (const law::Clock& one : kept->clocks)
    if (one.rule == 8 || one.rule == 9) CHECK(one.due == WorkingDays::england().after(start, 5));
}

TEST_CASE("Where a home turns out to lie outside the area after a start in an emergency, the approval is missing until it is on record") {
  ThreeOffers three;
  app::Workspace& workspace = *three.journey.workspace;
  Setting home = three.homes[0];
  home.approvedByResponsibleAuthority = false;
  home.place.authority = workspace.authority().code;
  REQUIRE(app::saveSetting(workspace, home));
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  REQUIRE(decided);
  const auto option = workspace.file().offers().option(three.options[0]);
  REQUIRE(option);
  auto offer = workspace.file().offers().offer(option->offers.front());
  REQUIRE(offer);
  offer->emergency = true;
  REQUIRE(app::recordOffer(workspace, *offer));
  CHECK(app::approvalsDue(workspace, *decided)->empty());
  const Date today = three.journey.today();
  const auto placed = app::startPlacement(workspace, *decided, today);
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  CHECK(app::approvalsDue(workspace, *decided)->empty());
  three.homes[0] = *workspace.file().market().setting(home.id);
  three.firstLiesAtADistance();
  const auto owed = [&] {
    const auto work = app::myWork(*three.journey.workspace, false);
    REQUIRE(work);
    return std::count_if(work->begin(), work->end(), [](const app::WorkItem& item) { return item.key.starts_with("approval:"); });
  };
  CHECK(owed() == 1);
  SECTION("however long it is ago") {
    three.journey.later(date(2027, 6, 30));
    CHECK(owed() == 1);
  }
  SECTION("the approval") {
    REQUIRE(app::recordApproval(workspace, approvalBy(three, 7, director(three))));
    CHECK(owed() == 0);
  }
  SECTION("the breach") {
    Breach breach = breachOf(three, 7);
    breach.placement = placed->front();
    REQUIRE(app::recordBreach(workspace, breach));
    CHECK(owed() == 0);
  }
}

TEST_CASE("Of two homes together each is judged by itself: a breach, and what may follow, at one excuses nothing at the other") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  app::ReferralCase entry = three.journey.tonight();
  entry.referral.urgency = Urgency::planned;
  const auto saved = app::saveReferral(workspace, entry);
  REQUIRE(saved);
  const ReferralId id = saved->referral.id;
  std::vector<OfferId> offers;
  std::vector<Setting> homes;
  for (std::size_t n = 0; n < 2; ++n) {
    Setting home = three.journey.emergencyHousehold(n == 0 ? "Sorrel household" : "Yarrow household");
    home.place = {};
    home.approvedByResponsibleAuthority = false;
    const auto kept = app::saveSetting(workspace, home);
    REQUIRE(kept);
    homes.push_back(*kept);
    REQUIRE(app::askProviders(workspace, id, {{home.provider, home.id}}, workspace.now() + std::chrono::hours{2}));
    Offer offer = three.journey.offerOf(id, *kept, {aWeek(QuoteItem::coreFee, pounds(800))});
    offer.children = {saved->children[n].id};
    const auto recorded = app::recordOffer(workspace, offer);
    INFO((recorded ? std::string{} : recorded.error().detail));
    REQUIRE(recorded);
    offers.push_back(*recorded);
  }
  const auto option = app::combineOffers(workspace, id, offers);
  REQUIRE(option);
  // Both authorities away: the Director approves each placement.
  const auto atlas = workspace.atlas();
  REQUIRE(atlas);
  for (Setting& home : homes) {
    for (const geography::AuthorityArea& area : (*atlas)->areas())
      if (!(*atlas)->adjoin(workspace.authority().code, area.code).value_or(true) && area.code != workspace.authority().code)
        home.place.authority = area.code;
    REQUIRE_FALSE(home.place.authority.empty());
    REQUIRE(app::saveSetting(workspace, home));
  }
  REQUIRE(app::waiveGate(workspace, id, "essential.together", "option:" + std::to_string(option->value), "Tonight they sleep apart"));
  const auto choice = app::sendChoice(
      workspace, {id, {*option}, {"One street apart"}, three.journey.person("C. Spindle"), three.journey.today(), "Only these"});
  INFO((choice ? std::string{} : choice.error().detail));
  REQUIRE(choice);
  const auto decided = app::decide(workspace, three.journey.telephoned(id, *choice, *option));
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);
  const auto wanting = [&] {
    std::vector<SettingId> homesOf;
    const auto stands = app::whatStands(workspace, *decided, start);
    REQUIRE(stands);
    for (const app::Hindrance& one : *stands)
      if (one.mend == Mend::approval) homesOf.push_back(*one.setting);
    return homesOf;
  };
  CHECK_FALSE(wanting().empty());
  Breach breach = breachOf(three, 7);
  breach.referral = id;
  breach.setting = homes[0].id;
  REQUIRE(app::recordBreach(workspace, breach));
  CHECK(wanting() == std::vector<SettingId>{homes[1].id});
  breach.setting = homes[1].id;
  REQUIRE(app::recordBreach(workspace, breach));
  CHECK(wanting().empty());
}

TEST_CASE("A provider under an embargo since the decision stops the start") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  REQUIRE(decided);
  auto provider = workspace.file().market().provider(three.homes[0].provider);
  REQUIRE(provider);
  provider->embargoed = true;
  REQUIRE(app::saveProvider(workspace, *provider));
  const auto stands = app::whatStands(workspace, *decided, start);
  REQUIRE(stands);
  CHECK(std::count_if(stands->begin(), stands->end(), [](const app::Hindrance& one) { return one.why.key == "hindrance.embargo"; }) == 1);
}

TEST_CASE("An approval comes before the placement takes effect, or it is none") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const DecisionId decided = three.decidedOutsideTheArea();
  REQUIRE(app::recordApproval(workspace, approvalBy(three, 6, "O. Harbour")));
  CHECK(app::whatStands(workspace, decided, three.journey.today())->empty());
  auto stored = workspace.file().referrals().get(three.referral);
  REQUIRE(stored);
  stored->enteredAt -= std::chrono::days{2};
  REQUIRE(workspace.change([&](store::Transaction& in) { return workspace.file().referrals().save(in, *stored); }));
  const auto before = app::whatStands(workspace, decided, three.journey.today() - std::chrono::days{1});
  REQUIRE(before);
  const auto late = std::find_if(before->begin(), before->end(), [](const app::Hindrance& one) { return one.mend == Mend::approval; });
  REQUIRE(late != before->end());
  CHECK(late->why.key == "hindrance.approvedLater");
}

TEST_CASE("What the law asks and nobody has answered is listed with its question, at the start and on My work") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  REQUIRE(decided);
  CHECK(app::notKnownInLaw(workspace, *decided, start)->empty());
  Setting home = three.homes[0];
  home.terms.limitsKnown = false;
  home.terms.ageFrom.reset();
  home.terms.ageTo.reset();
  home.terms.children.reset();
  REQUIRE(app::saveSetting(workspace, home));
  const auto open = app::notKnownInLaw(workspace, *decided, start);
  REQUIRE(open);
  REQUIRE(open->size() == 1);
  CHECK(open->front().rule == 15);
  CHECK(open->front().setting == home.id);
  CHECK(open->front().question.key == "law.15.termsUnknown.question");
  REQUIRE(app::recordApproval(workspace, approvalBy(three, 6, "O. Harbour")));
  CHECK(app::whatStands(workspace, *decided, start)->empty());
  const auto items = app::myWork(workspace, false);
  REQUIRE(items);
  const auto item = std::find_if(items->begin(), items->end(),
                                 [&](const app::WorkItem& one) { return one.key == "start:" + std::to_string(decided->value); });
  REQUIRE(item != items->end());
  CHECK(item->decision == *decided);
  CHECK(item->why.key == "work.start.notKnown");
}
