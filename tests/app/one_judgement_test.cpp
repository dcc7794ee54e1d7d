// A home is judged by the same facts when it is ranked and when a placement there starts: who comes to live there, and who is whose
// sibling.
#include "app/placement_record.h"
#include "journey.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

constexpr Date start = date(2026, 12, 9);

/// Somebody of that age, in a referral that need not wait for anything.
Child young(const std::string& name, int year) {
  Child child;
  child.name = name;
  child.born = date(year, 5, 1);
  child.legalStatus = "C2";
  child.legalStatusSince = date(2025, 5, 1);
  child.lookedAfterSince = date(2025, 5, 1);
  return child;
}

struct Searching {
  Journey journey;
  [[nodiscard]] app::Workspace& workspace() const { return *journey.workspace; }

  [[nodiscard]] app::ReferralCase saved(std::vector<Child> children, ReferralKind kind) const {
    app::ReferralCase entry = journey.planned();
    for (Child& child : children) child.home = entry.children.front().home;
    entry.children = std::move(children);
    entry.referral.kind = kind;
    entry.referral.inPlainWords = "Children who like to be outside.";
    if (kind == ReferralKind::siblingGroup) entry.referral.together = Togetherness::mustStayTogether;
    if (kind == ReferralKind::parentAndChild) entry.referral.members = {{ChildId{}, false}, {ChildId{}, true}};
    auto kept = app::saveReferral(workspace(), entry);
    INFO((kept ? std::string{} : kept.error().detail));
    REQUIRE(kept);
    return *std::move(kept);
  }
  /// An in-house household within the terms for everybody, with these who are fostered there already.
  [[nodiscard]] Setting household(std::vector<Resident> residents) const {
    Setting home = journey.emergencyHousehold("Samphire household", 6);
    home.residents = std::move(residents);
    home.vacancy = Vacancy{4, journey.today(), journey.today()};
    home.terms.parentAndChild = true;
    const auto kept = app::saveSetting(workspace(), home);
    INFO((kept ? std::string{} : kept.error().detail));
    REQUIRE(kept);
    return *kept;
  }
  /// What the ranking says of the usual fostering limit there, and then what stands before the start.
  void sameBeforeAndAtTheStart(const app::ReferralCase& entry, const Setting& home, matching::GateResult limit) const {
    const ReferralId id = entry.referral.id;
    REQUIRE(app::askProviders(workspace(), id, {{home.provider, home.id}}, workspace().now() + std::chrono::hours{48}));
    const auto offer = app::recordOffer(workspace(), journey.offerOf(id, home, {aWeek(QuoteItem::coreFee, pounds(900))}));
    INFO((offer ? std::string{} : offer.error().detail));
    REQUIRE(offer);
    const OptionId option = journey.optionOf(id, *offer);
    const auto ranked = app::rankOffers(workspace(), id);
    REQUIRE(ranked);
    bool judged = false;
    for (const matching::GateAnswer& gate : (*ranked)->assessment().explain(0).gates) {
      if (gate.key != "law.24") continue;
      judged = true;
      CHECK(gate.result == limit);
    }
    CHECK(judged);
    const auto block = app::standingBlock(workspace(), id, option, start);
    REQUIRE(block);
    CHECK((block->has_value() && (*block)->rule == 24) == (limit == matching::GateResult::fail));
    if (limit == matching::GateResult::fail) return;
    const PersonId worker = journey.person("S. Quill");
    const auto choice = app::sendChoice(workspace(), {id, {option}, {"The one"}, worker, journey.today(), "One can take them"});
    INFO((choice ? std::string{} : choice.error().detail));
    REQUIRE(choice);
    Decision decision = journey.telephoned(id, *choice, option);
    const auto decided = app::decide(workspace(), decision);
    INFO((decided ? std::string{} : decided.error().detail));
    REQUIRE(decided);
    const auto stands = app::whatStands(workspace(), *decided, start);
    REQUIRE(stands);
    for (const app::Hindrance& hindrance : *stands) CHECK(hindrance.rule != 24);
    REQUIRE(app::recordApproval(workspace(), {ApprovalId{}, id, option, 6, journey.person("O. Harbour"), journey.today(), "seen"}));
    const auto placed = app::startPlacement(workspace(), *decided, start);
    INFO((placed ? std::string{} : placed.error().detail));
    REQUIRE(placed);
    for (const PlacementId one : *placed) {
      const auto record = app::placementCase(workspace(), one);
      REQUIRE(record);
      const auto against = app::rulesAgainst(workspace(), record->line.placement);
      REQUIRE(against);
      for (const app::RuleAgainst& rule : *against) CHECK(rule.rule != 24);
    }
  }
};

}  // namespace

TEST_CASE("Four children whose referral says that they are siblings may start in one household, as it was ranked") {
  const Searching search;
  const auto entry = search.saved({young("Sedge Fenn", 2015), young("Reed Fenn", 2016), young("Rush Fenn", 2018), young("Iris Fenn", 2020)},
                                  ReferralKind::siblingGroup);
  for (const Child& child : entry.children) CHECK_FALSE(child.siblings);
  SECTION("alone") { search.sameBeforeAndAtTheStart(entry, search.household({}), matching::GateResult::pass); }
  SECTION("beside somebody else who is fostered") {
    search.sameBeforeAndAtTheStart(entry, search.household({{std::nullopt, 8, Sex::male, true}}), matching::GateResult::fail);
  }
}

TEST_CASE("Two siblings may join two of theirs who are fostered there already, and not two others") {
  const Searching search;
  const auto group = app::saveSiblingGroup(search.workspace(), {SiblingGroupId{}, "Fenn", true, "They ask for one another."});
  REQUIRE(group);
  const bool theirs = GENERATE(true, false);
  std::vector<Child> there{young("Sedge Fenn", 2015), young("Reed Fenn", 2016)};
  std::vector<Child> coming{young("Rush Fenn", 2018), young("Iris Fenn", 2020)};
  for (Child& child : coming) child.siblings = group->id;
  if (theirs)
    for (Child& child : there) child.siblings = group->id;
  const auto placedBefore = search.saved(there, ReferralKind::siblingGroup);
  std::vector<Resident> residents;
  for (const Child& child : placedBefore.children) residents.push_back({child.id, 10, child.sex, true});
  const auto entry = search.saved(coming, ReferralKind::siblingGroup);
  search.sameBeforeAndAtTheStart(entry, search.household(residents), theirs ? matching::GateResult::pass : matching::GateResult::fail);
}

TEST_CASE("A parent who is not looked after is no foster child beside two, neither ranked nor at the start") {
  const Searching search;
  Child parent;
  parent.name = "Bryony Fenn";
  parent.born = date(2007, 2, 1);
  const auto entry = search.saved({parent, young("Iris Fenn", 2025)}, ReferralKind::parentAndChild);
  const std::vector<Resident> two{{std::nullopt, 8, Sex::male, true}, {std::nullopt, 9, Sex::female, true}};
  SECTION("two") { search.sameBeforeAndAtTheStart(entry, search.household(two), matching::GateResult::pass); }
  SECTION("three") {
    std::vector<Resident> three = two;
    three.push_back({std::nullopt, 10, Sex::female, true});
    search.sameBeforeAndAtTheStart(entry, search.household(three), matching::GateResult::fail);
  }
}
