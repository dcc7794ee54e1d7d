// A placement's contract as a council keeps it: prices and shares added, changed from a day, corrected, ended, and what the week's report
// says of it now and as it was known then.
#include "app/contract.h"

#include "app/placement_record.h"
#include "journey.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

constexpr std::chrono::days week{7};

/// A child who has lived in one home for more than a year, with a fee alone.
struct Contract : Journey {
  PlacementId id;
  ContractTerm fee;
  store::PlacementStore placements = workspace->file().placements();

  Contract() {
    const auto child = app::saveChild(*workspace, planned().children.front());
    REQUIRE(child);
    app::PlacementEntry entry;
    entry.placement.child = child->id;
    entry.placement.setting = emergencyHousehold().id;
    entry.placement.stay.from = today() - 60 * week;
    entry.terms.push_back({TermId{}, PlacementId{}, QuoteItem::coreFee, false, Money{70307}, entry.placement.stay, "fee", {}});
    const auto entered = app::enterPlacement(*workspace, entry);
    REQUIRE(entered);
    id = *entered;
    fee = placements.terms(id)->front();
  }
  [[nodiscard]] Money costOf(IsoWeek of, std::optional<Instant> knownAt = std::nullopt) const {
    const auto report = app::weekReport(*workspace, of, knownAt);
    REQUIRE(report);
    Money sum;
    for (const auto& line : report->cost.placements)
      if (report->facts[line.placement].placement.id == id) sum += line.net;
    return sum;
  }
  [[nodiscard]] Money paidBy(Funder funder) const {
    const auto report = app::weekReport(*workspace, isoWeek(today()));
    REQUIRE(report);
    for (const auto& [who, paid] : report->cost.byFunder)
      if (who == funder) return paid;
    return {};
  }
  [[nodiscard]] ContractTerm another(QuoteItem item, Money amount) const {
    return {TermId{}, id, item, false, amount, {today() - week, std::nullopt}, "mentoring", {}};
  }
  [[nodiscard]] FundingShare share(Funder funder, int basisPoints) const {
    return {FundingId{}, id, funder, basisPoints, {monday(isoWeek(today())), std::nullopt}, {}};
  }
};

template <class T>
std::string refusal(const Result<T>& result) {
  REQUIRE_FALSE(result);
  return result.error().subject;
}

}  // namespace

TEST_CASE("A price that is added counts from its day, and not in what was known before") {
  const Contract contract;
  auto& workspace = *contract.workspace;
  const IsoWeek before = previous(isoWeek(contract.today()));
  const Money was = contract.costOf(isoWeek(contract.today()));
  const Instant then = workspace.now();
  REQUIRE(app::addTerm(workspace, contract.another(QuoteItem::additionalSupport, pounds(210))));
  CHECK(contract.costOf(isoWeek(contract.today())) == was + pounds(210));
  CHECK(contract.costOf(before) == was + costOfDays(pounds(210), {contract.today() - week, *daysOf(before).to}));
  CHECK(contract.costOf(isoWeek(contract.today()), then) == was);
  REQUIRE(app::addTerm(workspace, contract.another(QuoteItem::healthContribution, pounds(70))));
  CHECK(contract.costOf(isoWeek(contract.today())) == was + pounds(140));
  ContractTerm once = contract.another(QuoteItem::oneOff, pounds(99));
  once.once = true;
  once.valid.from = contract.today();
  REQUIRE(app::addTerm(workspace, once));
  CHECK(contract.costOf(isoWeek(contract.today())) == was + pounds(239));
}

TEST_CASE("A price that would be paid twice, below nothing or for no day of the stay is refused") {
  const Contract contract;
  auto& workspace = *contract.workspace;
  const auto placement = contract.placements.get(contract.id);
  REQUIRE(placement);
  ContractTerm again = contract.another(contract.fee.item, pounds(900));
  again.clause = " " + contract.fee.clause + " ";
  CHECK(refusal(app::addTerm(workspace, again)) == "from");
  again.clause = "a second carer at night";  // another price of the same item, by its name
  CHECK(app::addTerm(workspace, again));
  CHECK(refusal(app::addTerm(workspace, contract.another(QuoteItem::other, Money{}))) == "amount");
  CHECK(refusal(app::addTerm(workspace, contract.another(QuoteItem::other, Money{-100}))) == "amount");
  ContractTerm early = contract.another(QuoteItem::retainer, pounds(100));
  early.valid = {placement->stay.from - week, placement->stay.from};
  CHECK(refusal(app::addTerm(workspace, early)) == "from");
  early.once = true;  // a sum may be due before the arrival
  CHECK(app::addTerm(workspace, early));
  ContractTerm backwards = contract.another(QuoteItem::other, pounds(10));
  backwards.valid.to = backwards.valid.from;
  CHECK(refusal(app::addTerm(workspace, backwards)) == "last");
}

TEST_CASE("A price that was entered wrongly is corrected from its first day on, with the reason, and then is what it was") {
  const Contract contract;
  auto& workspace = *contract.workspace;
  const IsoWeek past = isoWeek(contract.today() - 20 * week);
  const Money was = contract.costOf(past);
  const Instant then = workspace.now();
  ContractTerm right = contract.fee;
  right.amount += pounds(7);
  CHECK(refusal(app::correctTerm(workspace, right, "  ")) == "reason");
  REQUIRE(app::correctTerm(workspace, right, "Two figures were swapped"));
  CHECK(contract.costOf(past) == was + pounds(7));
  CHECK(contract.costOf(past, then) == was);
  const auto corrections = app::correctionsOf(workspace, contract.id);
  REQUIRE(corrections);
  REQUIRE(corrections->size() == 1);
  CHECK(corrections->front().reason == "Two figures were swapped");
  CHECK(corrections->front().by == workspace.user().name);
  CHECK(std::get<ContractTerm>(corrections->front().before).amount == contract.fee.amount);
  REQUIRE(corrections->front().after);
  CHECK(std::get<ContractTerm>(*corrections->front().after).amount == right.amount);
  // Somebody who still looks at the former row is told.
  const auto stale = app::correctTerm(workspace, contract.fee, "again");
  REQUIRE_FALSE(stale);
  CHECK(stale.error().code == ErrorCode::conflict);
}

TEST_CASE("A new price, an end and what is taken out each leave the days that they should") {
  const Contract contract;
  auto& workspace = *contract.workspace;
  const Money was = contract.costOf(isoWeek(contract.today() - 20 * week));
  const Date from = monday(isoWeek(contract.today()));
  REQUIRE(app::changeTerm(workspace, contract.fee.id, contract.fee.amount + pounds(70), from, {}));
  CHECK(contract.costOf(isoWeek(from)) == was + pounds(70));
  CHECK(contract.costOf(previous(isoWeek(from))) == was);
  CHECK(app::correctionsOf(workspace, contract.id)->empty());  // a new price is none

  auto terms = contract.placements.terms(contract.id);
  REQUIRE(terms);
  const TermId later = terms->back().id;
  CHECK(refusal(app::endTerm(workspace, later, from - week)) == "last");
  REQUIRE(app::endTerm(workspace, later, from + std::chrono::days{1}));
  CHECK(contract.costOf(isoWeek(from)) == costOfDays(contract.fee.amount + pounds(70), {from, from + std::chrono::days{2}}));
  CHECK(refusal(app::endTerm(workspace, later, from + week)) == "last");
  const Instant then = workspace.now();
  CHECK(refusal(app::takeOutTerm(workspace, later, "")) == "reason");
  REQUIRE(app::takeOutTerm(workspace, later, "Never agreed"));
  CHECK(contract.costOf(isoWeek(from)) == Money{});
  CHECK(contract.costOf(isoWeek(from), then) > Money{});
  const auto corrections = app::correctionsOf(workspace, contract.id);
  REQUIRE(corrections);
  REQUIRE(corrections->size() == 1);
  CHECK(corrections->front().reason == "Never agreed");
  CHECK_FALSE(corrections->front().after);
}

TEST_CASE("A share of the cost moves it from social care to its funder, by who pays, and back when it is taken out") {
  const Contract contract;
  auto& workspace = *contract.workspace;
  const Money health = contract.paidBy(Funder::health);
  const Money social = contract.paidBy(Funder::socialCare);
  const Money week = contract.costOf(isoWeek(contract.today()));
  const auto id = app::addFunding(workspace, contract.share(Funder::health, 2500));
  REQUIRE(id);
  const Money quarter{week.pence / 4};
  CHECK(contract.paidBy(Funder::health) == health + quarter);
  CHECK(contract.paidBy(Funder::socialCare) == social - quarter);
  const Instant then = workspace.now();
  const auto kept = contract.placements.funding(contract.id);
  REQUIRE(kept);
  FundingShare right = kept->front();
  right.basisPoints = 5000;
  CHECK(refusal(app::correctFunding(workspace, right, "")) == "reason");
  REQUIRE(app::correctFunding(workspace, right, "The panel agreed a half"));
  CHECK(contract.paidBy(Funder::health) == health + Money{week.pence / 2});
  const auto known = app::weekReport(workspace, isoWeek(contract.today()), then);
  REQUIRE(known);
  for (const auto& [who, paid] : known->cost.byFunder)
    if (who == Funder::health) CHECK(paid == health + quarter);
  REQUIRE(app::takeOutFunding(workspace, *id, "Another child's"));
  CHECK(contract.paidBy(Funder::health) == health);
  CHECK(app::correctionsOf(workspace, contract.id)->size() == 2);
}

TEST_CASE("Shares of a day are the whole at most, also on a day to come, and a funder has one share a day") {
  const Contract contract;
  auto& workspace = *contract.workspace;
  REQUIRE(app::addFunding(workspace, contract.share(Funder::health, 6000)));
  const auto over = app::addFunding(workspace, contract.share(Funder::education, 4001));
  CHECK(refusal(over) == "share");
  CHECK(over.error().detail.find("100.01%") != std::string::npos);
  CHECK(app::addFunding(workspace, contract.share(Funder::education, 3000)));
  FundingShare later = contract.share(Funder::otherAuthority, 1000);
  later.valid = {contract.today() - 10 * week, contract.today() - 9 * week};  // before the others began
  CHECK(app::addFunding(workspace, later));
  later.valid.to.reset();
  later.basisPoints = 1001;
  CHECK(refusal(app::addFunding(workspace, later)) == "funder");
  later.valid.from = contract.today() - 8 * week;  // 100.01% from the day on which the others begin
  CHECK(refusal(app::addFunding(workspace, later)) == "share");
  CHECK(refusal(app::addFunding(workspace, contract.share(Funder::health, 100))) == "funder");
  CHECK(refusal(app::addFunding(workspace, contract.share(Funder::otherAuthority, 0))) == "share");
  CHECK(refusal(app::addFunding(workspace, contract.share(Funder::otherAuthority, 10001))) == "share");

  const auto shares = contract.placements.funding(contract.id);
  REQUIRE(shares);
  const FundingShare health = shares->front();
  CHECK(refusal(app::changeFunding(workspace, health.id, 7001, contract.today() + week)) == "share");
  REQUIRE(app::changeFunding(workspace, health.id, 7000, contract.today() + week));
  const auto changed = contract.placements.funding(contract.id);
  REQUIRE(changed);
  CHECK(changed->front().valid.to == contract.today() + week);
  CHECK(changed->back().basisPoints == 7000);
  REQUIRE(app::endFunding(workspace, changed->back().id, contract.today() + 2 * week));
  CHECK(contract.placements.funding(contract.id)->back().valid.to == contract.today() + 2 * week + std::chrono::days{1});
}

TEST_CASE("A new price or share from a day after the leaving is refused: it would never count") {
  const Contract contract;
  auto& workspace = *contract.workspace;
  const auto health = app::addFunding(workspace, contract.share(Funder::health, 2500));
  REQUIRE(health);
  const Date left = contract.today() + std::chrono::days{1};
  REQUIRE(app::endPlacement(workspace, contract.id, left, "CARPL", false));
  CHECK(refusal(app::changeTerm(workspace, contract.fee.id, pounds(800), left, {})) == "from");
  CHECK(refusal(app::changeFunding(workspace, *health, 3000, left)) == "from");
  CHECK(app::changeTerm(workspace, contract.fee.id, pounds(800), left - std::chrono::days{1}, {}));
}
