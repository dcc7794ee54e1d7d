// The law in a case file: what stops a start and what opens it, what is owed after it, what the codes of the return say, and the day of a
// rule that somebody entered.
#include "app/law_of_placement.h"
#include "app/placement_record.h"
#include "three_offers.h"
#include "wording/wording.h"

using namespace homeward;
using namespace homeward::tests;
using Mend = app::Hindrance::Mend;

namespace {

constexpr Date start = date(2026, 12, 9);

struct Decided {
  ThreeOffers three;
  DecisionId decision;
  Decided() {
    const auto made = app::decide(workspace(), three.decision(three.sent()));
    INFO((made ? std::string{} : made.error().detail));
    REQUIRE(made);
    decision = *made;
  }
  [[nodiscard]] app::Workspace& workspace() const { return *three.journey.workspace; }
  [[nodiscard]] app::ReferralCase entry() const {
    auto loaded = app::referralCase(workspace(), three.referral);
    REQUIRE(loaded);
    return *loaded;
  }
  void save(const app::ReferralCase& entry) const {
    const auto saved = app::saveReferral(workspace(), entry);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
  }
  [[nodiscard]] Setting home() const {
    auto stored = workspace().file().market().setting(three.homes[0].id);
    REQUIRE(stored);
    return *stored;
  }
  void save(const Setting& home) const {
    const auto saved = app::saveSetting(workspace(), home);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
  }
  [[nodiscard]] Offer offer() const {
    const auto option = workspace().file().offers().option(three.options[0]);
    REQUIRE(option);
    auto stored = workspace().file().offers().offer(option->offers.front());
    REQUIRE(stored);
    return *stored;
  }
  void keepsSchool(bool keeps) const {
    Offer answered = offer();
    answered.keepsSchool[answered.children.front()] = keeps;
    REQUIRE(app::recordOffer(workspace(), answered));
  }
  [[nodiscard]] std::vector<app::Hindrance> stands() const {
    auto found = app::whatStands(workspace(), decision, start);
    REQUIRE(found);
    for (const app::Hindrance& one : *found) CHECK(wording::sentence(one.why).find_first_of("[]{}") == std::string::npos);
    return *found;
  }
  [[nodiscard]] Result<ApprovalId> approve(int rule, const std::string& who) const {
    return app::recordApproval(workspace(), {ApprovalId{}, three.referral, three.options[0], rule, three.journey.person(who),
                                             three.journey.today(), "seen, and written down"});
  }
  [[nodiscard]] std::vector<app::WorkItem> owed(const std::string& act) const {
    auto all = app::myWork(workspace(), false);
    REQUIRE(all);
    std::erase_if(*all, [&](const app::WorkItem& item) { return item.act.key != act; });
    return *all;
  }
};

bool asked(const Decided& decided, int rule) {
  const auto open = app::notKnownInLaw(decided.workspace(), decided.decision, start);
  REQUIRE(open);
  return std::any_of(open->begin(), open->end(), [rule](const app::NotKnownInLaw& one) { return one.rule == rule; });
}

const law::LegalFinding& of(const std::vector<law::LegalFinding>& findings, int rule) {
  const auto found = std::find_if(findings.begin(), findings.end(), [rule](const auto& one) { return one.rule == rule; });
  REQUIRE(found != findings.end());
  return *found;
}

}  // namespace

TEST_CASE("At Key Stage 4 the start waits for a nominated officer where the school is lost") {
  Decided decided;
  app::ReferralCase entry = decided.entry();
  entry.children.front().born = date(2012, 5, 1);
  entry.children.front().school = "Teasel Academy";
  decided.save(entry);
  Setting home = decided.home();
  home.terms.ageTo = 17;
  decided.save(home);
  CHECK(decided.stands().empty());
  CHECK(asked(decided, 11));
  decided.keepsSchool(true);
  CHECK_FALSE(asked(decided, 11));
  decided.keepsSchool(false);
  REQUIRE(decided.stands().size() == 1);
  const app::Hindrance wanted = decided.stands().front();
  CHECK(wanted.rule == 11);
  CHECK(wanted.mend == Mend::approval);
  CHECK(wanted.approver == Role::nominatedOfficer);
  CHECK_FALSE(app::startPlacement(decided.workspace(), decided.decision, start));
  const auto refused = decided.approve(11, "S. Quill");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().subject == "by");
  SECTION("approved, it starts") {
    REQUIRE(decided.approve(11, "O. Harbour"));
    CHECK(decided.stands().empty());
    CHECK(app::startPlacement(decided.workspace(), decided.decision, start));
  }
  SECTION("or the breach is on record") {
    REQUIRE(app::recordBreach(decided.workspace(), breachOf(decided.three, 11)));
    CHECK(decided.stands().empty());
  }
}

TEST_CASE("A younger child who loses the school is owed a plan for education until it is marked as done") {
  Decided decided;
  decided.keepsSchool(false);
  CHECK(decided.stands().empty());
  const auto placed = app::startPlacement(decided.workspace(), decided.decision, decided.three.journey.today());
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  const auto owed = decided.owed("work.clock.educationPlan");
  REQUIRE(owed.size() == 1);
  CHECK(owed.front().due == decided.three.journey.today());
  CHECK(owed.front().mayBeMarkedDone);
  const auto placement = decided.workspace().file().placements().get(placed->front());
  REQUIRE(placement);
  CHECK(of(*app::lawOf(decided.workspace(), *placement), 12).judgement == law::Judgement::broken);
  REQUIRE(app::markDone(decided.workspace(), owed.front(), true));
  CHECK(decided.owed("work.clock.educationPlan").empty());
  CHECK(of(*app::lawOf(decided.workspace(), *placement), 12).judgement == law::Judgement::satisfied);
}

TEST_CASE("Another arrangement is found suitable before it begins, and its category is asked") {
  Decided decided;
  app::ReferralCase entry = decided.entry();
  entry.children.front().born = date(2009, 5, 1);
  decided.save(entry);
  Setting home = decided.home();
  home.type = SettingType::supportedAccommodation;
  home.approvedByResponsibleAuthority = false;
  home.connectedPerson = false;
  home.carers.reset();
  home.terms = {};
  home.registration = Registration{"SC123456", RegistrationStatus::active, date(2023, 12, 1), std::nullopt, 4, std::nullopt};
  decided.save(home);
  REQUIRE(decided.stands().size() == 1);
  CHECK(decided.stands().front().rule == 19);
  CHECK(asked(decided, 22));
  home = decided.home();
  home.category = 2;
  decided.save(home);
  CHECK_FALSE(asked(decided, 22));
  REQUIRE_FALSE(decided.approve(19, decided.workspace().user().name));  // the placement officer
  REQUIRE(decided.approve(19, "S. Quill"));
  CHECK(decided.stands().empty());
}

TEST_CASE("With a parent a care order and an approval are wanted; without the order only a breach records what happened") {
  Decided decided;
  Setting home = decided.home();
  home.type = SettingType::withParents;
  home.approvedByResponsibleAuthority = false;
  home.carers.reset();
  decided.save(home);
  REQUIRE(decided.stands().size() == 1);
  CHECK(decided.stands().front().rule == 14);
  CHECK(decided.stands().front().mend == Mend::approval);
  SECTION("approved") {
    REQUIRE(decided.approve(14, "O. Harbour"));
    CHECK(decided.stands().empty());
  }
  SECTION("accommodated by agreement") {
    REQUIRE(decided.approve(14, "O. Harbour"));
    app::ReferralCase entry = decided.entry();
    entry.children.front().legalStatus = "V2";
    decided.save(entry);
    REQUIRE(decided.stands().size() == 1);
    CHECK(decided.stands().front().mend == Mend::breach);
    REQUIRE(app::recordBreach(decided.workspace(), breachOf(decided.three, 14)));
    CHECK(decided.stands().empty());
  }
}

TEST_CASE("A plan that deprives of liberty waits for the court's order, and its last day is in My work") {
  Decided decided;
  app::ReferralCase entry = decided.entry();
  entry.referral.liberty.deprived = true;
  decided.save(entry);
  REQUIRE(decided.stands().size() == 1);
  CHECK(decided.stands().front().rule == 31);
  entry = decided.entry();
  entry.referral.liberty.orderNumber = "ZZ26F00001";
  entry.referral.liberty.orderFrom = decided.three.journey.today();
  entry.referral.liberty.orderUntil = date(2027, 2, 20);
  decided.save(entry);
  CHECK(decided.stands().empty());
  REQUIRE(app::startPlacement(decided.workspace(), decided.decision, decided.three.journey.today()));
  const auto owed = decided.owed("work.clock.renewOrder");
  REQUIRE(owed.size() == 1);
  CHECK(owed.front().due == date(2027, 2, 20));
}

TEST_CASE("A secure home is no home for a child who does not meet section 25") {
  Decided decided;
  app::ReferralCase entry = decided.entry();
  entry.referral.liberty.criterion = SecureCriterion::neither;
  decided.save(entry);
  Setting home = decided.home();
  home.type = SettingType::secureHome;
  home.approvedByResponsibleAuthority = false;
  home.carers.reset();
  home.registration = Registration{"SC123456", RegistrationStatus::active, date(2020, 1, 1), std::nullopt, 4, std::nullopt};
  decided.save(home);
  const auto stands = decided.stands();
  REQUIRE(stands.size() == 2);
  CHECK(stands[0].rule == 28);
  CHECK(stands[0].mend == Mend::breach);
  CHECK(stands[1].rule == 30);  // ten years old: the Secretary of State
  const auto ranked = app::rankOffers(decided.workspace(), decided.three.referral);
  REQUIRE(ranked);
  int failing = 0;
  for (std::size_t c = 0; c < 3; ++c)
    for (const matching::GateAnswer& gate : (*ranked)->assessment().explain(c).gates)
      if (gate.key == "law.28" && gate.result == matching::GateResult::fail) ++failing;
  CHECK(failing == 1);
}

TEST_CASE("The placement that a child leaves was reviewed first, where the authority ends it") {
  Decided decided;
  app::PlacementEntry before;
  before.placement.child = decided.entry().children.front().id;
  before.placement.setting = decided.three.homes[1].id;
  before.placement.stay.from = date(2026, 5, 4);
  before.placement.placeCode = "U6";
  before.placement.providerCode = "PR1";
  const auto lived = app::enterPlacement(decided.workspace(), before);
  INFO((lived ? std::string{} : lived.error().detail));
  REQUIRE(lived);
  CHECK(asked(decided, 13));  // nobody has said why it ends
  CHECK(decided.stands().empty());
  app::ReferralCase entry = decided.entry();
  entry.referral.leavingBecause = "CREQB";
  decided.save(entry);
  CHECK(decided.stands().empty());
  CHECK_FALSE(asked(decided, 13));
  entry = decided.entry();
  entry.referral.leavingBecause = "CARPL";
  decided.save(entry);
  REQUIRE(decided.stands().size() == 1);
  CHECK(decided.stands().front().rule == 13);
  CHECK(decided.stands().front().approver == Role::teamManager);
  REQUIRE(decided.approve(13, "J. Thimble"));
  CHECK(decided.stands().empty());
}

TEST_CASE("What the law prefers and the chosen home is not stays with the decision") {
  Decided decided;
  const auto decision = decided.workspace().file().decisions().decision(decided.decision);
  REQUIRE(decision);
  CHECK(decision->frozen.find("\"lawNotMet\":[") != std::string::npos);
  decided.keepsSchool(false);
  const auto ranked = app::rankOffers(decided.workspace(), decided.three.referral);
  REQUIRE(ranked);
  bool said = false;
  for (std::size_t c = 0; c < 3; ++c)
    for (const law::LegalFinding& one : (*ranked)->assessment().preferences(c))
      said = said || (one.rule == 3 && one.judgement == law::Judgement::broken && one.why.key == "law.3.school");
  CHECK(said);
}

TEST_CASE("The codes of a placement are held against the return, and recorded all the same") {
  Decided decided;
  app::PlacementEntry entry;
  entry.placement.child = decided.entry().children.front().id;
  entry.placement.setting = decided.three.homes[1].id;
  entry.placement.stay.from = date(2026, 5, 4);
  CHECK(app::codesAgainst(decided.workspace(), entry.placement)->empty());  // none is chosen
  entry.placement.placeCode = "P1";
  entry.placement.providerCode = "PR1";
  auto against = app::codesAgainst(decided.workspace(), entry.placement);
  REQUIRE(against);
  REQUIRE_FALSE(against->empty());
  CHECK(against->front().rule == 38);
  CHECK(against->front().judgement == law::Judgement::broken);
  const auto placed = app::enterPlacement(decided.workspace(), entry);
  INFO((placed ? std::string{} : placed.error().detail));
  CHECK(placed);
  entry.placement.placeCode = "U6";
  against = app::codesAgainst(decided.workspace(), entry.placement);
  REQUIRE(against);
  CHECK(std::none_of(against->begin(), against->end(), [](const auto& one) { return one.judgement == law::Judgement::broken; }));
}

TEST_CASE("A placement of 2020 is judged by the law of 2020") {
  Decided decided;
  app::PlacementEntry entry;
  entry.placement.child = decided.entry().children.front().id;
  entry.placement.setting = decided.three.homes[1].id;
  entry.placement.stay = {date(2020, 5, 4), date(2020, 6, 1)};
  entry.placement.endReason = "CARPL";
  entry.placement.placeCode = "U6";
  entry.placement.providerCode = "PR1";
  const auto placed = app::enterPlacement(decided.workspace(), entry);
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  const auto placement = decided.workspace().file().placements().get(*placed);
  REQUIRE(placement);
  const auto findings = app::lawOf(decided.workspace(), *placement);
  REQUIRE(findings);
  for (const int later : {20, 21, 22, 32, 33, 36, 37, 38, 39}) CHECK(of(*findings, later).judgement == law::Judgement::notJudged);
  for (const int known : {1, 9, 15, 24, 31}) CHECK(of(*findings, known).judgement != law::Judgement::notJudged);
  // In the area: nothing is owed to another authority.
  CHECK(of(*findings, 9).judgement == law::Judgement::notApplicable);
}

TEST_CASE("The first day of a rule that nobody knew is entered in the case file, and counts from there") {
  Decided decided;
  app::Workspace& workspace = decided.workspace();
  CHECK_FALSE((*app::rulesOf(workspace))->at(31).judgedFrom());
  const auto refused = app::enterCommencement(workspace, 24, date(2027, 1, 1));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().subject == "rule");
  const PersonId officer = workspace.user().id;
  const auto notByOfficer = app::enterCommencement(workspace, 32, date(2026, 11, 1));
  REQUIRE_FALSE(notByOfficer);
  CHECK(notByOfficer.error().subject == "person");
  CHECK_FALSE((*app::rulesOf(workspace))->at(31).judgedFrom());
  REQUIRE(workspace.workAs(decided.three.journey.person("J. Thimble")));
  REQUIRE(app::enterCommencement(workspace, 32, date(2026, 11, 1)));
  REQUIRE(workspace.workAs(officer));
  CHECK((*app::rulesOf(workspace))->at(31).from == date(2026, 11, 1));
  CHECK_FALSE(law::rule(32)->from);  // the program's own table stands
  app::ReferralCase entry = decided.entry();
  entry.referral.liberty.deprived = true;
  decided.save(entry);
  REQUIRE(decided.approve(31, "O. Harbour"));
  const auto placed = app::startPlacement(workspace, decided.decision, decided.three.journey.today());
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  const auto placement = workspace.file().placements().get(placed->front());
  REQUIRE(placement);
  CHECK(of(*app::lawOf(workspace, *placement), 32).judgement == law::Judgement::notKnown);
  REQUIRE(workspace.workAs(decided.three.journey.person("W. Cygnet")));
  REQUIRE(app::enterCommencement(workspace, 32, std::nullopt));
  CHECK(of(*app::lawOf(workspace, *placement), 32).judgement == law::Judgement::notJudged);
}
