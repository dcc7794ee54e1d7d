#include "reports/weekly.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

namespace homeward::reports {
namespace {

constexpr std::int64_t allBasisPoints = 10000;

/// The two weeks that a report compares.
struct Weeks {
  DateRange now;
  DateRange before;
  DateRange both;
  explicit Weeks(IsoWeek week) : now(daysOf(week)), before(daysOf(previous(week))), both{before.from, now.to} {}
};

Date lastDay(const DateRange& week) { return *week.to - std::chrono::days{1}; }

Money signedAmount(const ContractTerm& term, Money amount) { return isContribution(term.item) ? -amount : amount; }

Money netIn(const PlacementFacts& facts, const DateRange& range, Instant knownAt) {
  Money net;
  for (const ContractTerm& term : facts.terms)
    if (const auto part = termCost(term, facts.placement.stay, range); part && term.recorded.knownAt(knownAt)) net += part->cost;
  return net;
}

Money grossIn(const PlacementFacts& facts, const DateRange& range, Instant knownAt) {
  Money gross;
  for (const ContractTerm& term : facts.terms)
    if (const auto part = termCost(term, facts.placement.stay, range); part && term.recorded.knownAt(knownAt) && !isContribution(term.item))
      gross += part->cost;
  return gross;
}

bool paysOnceIn(const PlacementFacts& facts, const DateRange& range, Instant knownAt) {
  return std::any_of(facts.terms.begin(), facts.terms.end(), [&](const ContractTerm& term) {
    return term.once && range.contains(term.valid.from) && term.recorded.knownAt(knownAt);
  });
}

/// Whether the rate differs from one day to the next within the stay, the next day lying in the range. Terms that were merely cut in two
/// are no new price.
bool rateChangesIn(const PlacementFacts& facts, const DateRange& range, Instant knownAt) {
  const DateRange& stay = facts.placement.stay;
  const auto changesOn = [&](Date day) {
    return range.contains(day) && stay.contains(day) && stay.contains(day - std::chrono::days{1}) &&
           weeklyRateOn(facts, day, knownAt) != weeklyRateOn(facts, day - std::chrono::days{1}, knownAt);
  };
  return std::any_of(facts.terms.begin(), facts.terms.end(), [&](const ContractTerm& term) {
    return !term.once && (changesOn(term.valid.from) || (term.valid.to && changesOn(*term.valid.to)));
  });
}

PlacementWeek weekOf(const PlacementFacts& facts, std::size_t index, const Weeks& weeks, Instant knownAt) {
  const DateRange& stay = facts.placement.stay;
  PlacementWeek week;
  week.placement = index;
  week.gross = grossIn(facts, weeks.now, knownAt);
  week.net = netIn(facts, weeks.now, knownAt);
  week.lastWeekNet = netIn(facts, weeks.before, knownAt);
  week.started = weeks.now.contains(stay.from);
  week.ended = stay.to && weeks.now.contains(*stay.to);
  week.here = stay.contains(lastDay(weeks.now));
  week.hereLastWeek = stay.contains(lastDay(weeks.before));
  week.newPrice = rateChangesIn(facts, weeks.now, knownAt);
  return week;
}

/// What one child's placements did in the two weeks.
struct ChildWeeks {
  Money change;
  std::vector<std::size_t> began;  // indices of facts
  std::vector<std::size_t> left;
  bool newPrice = false;
};

bool moved(const ChildWeeks& child) {
  return std::any_of(child.began.begin(), child.began.end(), [&](std::size_t began) {
    return std::any_of(child.left.begin(), child.left.end(), [began](std::size_t left) { return left != began; });
  });
}

ChangeReason reasonOf(const ChildWeeks& child) {
  if (moved(child)) {
    if (child.change == Money{}) return ChangeReason::other;
    return child.change > Money{} ? ChangeReason::movedDearer : ChangeReason::movedCheaper;
  }
  // One stay that both began and ended in the two weeks counts by what it did to the cost.
  if (!child.began.empty() && (child.left.empty() || child.change > Money{})) return ChangeReason::started;
  if (!child.left.empty()) return ChangeReason::ended;
  return child.newPrice ? ChangeReason::newPrice : ChangeReason::other;
}

/// Tells each placement with which change its child counts, and sums the changes.
std::vector<Change> changesOf(const std::vector<PlacementFacts>& facts, std::vector<PlacementWeek>& placements, const Weeks& weeks,
                              Instant knownAt) {
  std::map<ChildId, ChildWeeks> children;
  std::map<ChildId, bool> somethingHappened;
  for (const PlacementWeek& week : placements) {
    const PlacementFacts& fact = facts[week.placement];
    ChildWeeks& child = children[fact.placement.child];
    child.change += week.net - week.lastWeekNet;
    if (weeks.both.contains(fact.placement.stay.from)) child.began.push_back(week.placement);
    if (fact.placement.stay.to && weeks.both.contains(*fact.placement.stay.to)) child.left.push_back(week.placement);
    child.newPrice = child.newPrice || week.newPrice || rateChangesIn(fact, weeks.before, knownAt);
    if (week.started || week.ended || week.newPrice) somethingHappened[fact.placement.child] = true;
  }
  std::array<Change, all<ChangeReason>().size()> sums{};
  for (const auto& [id, child] : children) {
    // A start of last Monday is full in both weeks: it changed nothing and is no news.
    if (child.change == Money{} && !somethingHappened.contains(id)) continue;
    Change& sum = sums[static_cast<std::size_t>(reasonOf(child))];
    ++sum.children;
    sum.amount += child.change;
  }
  for (PlacementWeek& week : placements) {
    const ChildId id = facts[week.placement].placement.child;
    const ChildWeeks& child = children.at(id);
    if (child.change != Money{} || somethingHappened.contains(id)) week.change = reasonOf(child);
  }
  std::vector<Change> changes;
  for (const ChangeReason reason : all<ChangeReason>()) {
    Change& sum = sums[static_cast<std::size_t>(reason)];
    sum.reason = reason;
    if (sum.children > 0) changes.push_back(sum);
  }
  return changes;
}

/// The share of a funder in a placement's week, rounded down to the penny.
Money shareOf(const PlacementFacts& facts, Funder funder, const DateRange& week, Instant knownAt) {
  std::int64_t basisPence = 0;
  for (const FundingShare& share : facts.funding) {
    if (share.funder != funder || !share.recorded.knownAt(knownAt)) continue;
    if (const auto paid = intersection(week, share.valid)) basisPence += netIn(facts, *paid, knownAt).pence * share.basisPoints;
  }
  const std::int64_t pence = basisPence / allBasisPoints;
  return Money{basisPence % allBasisPoints < 0 ? pence - 1 : pence};
}

std::vector<std::pair<Funder, Money>> fundersOf(const std::vector<PlacementFacts>& facts, const std::vector<PlacementWeek>& placements,
                                                Money total, const DateRange& week, Instant knownAt) {
  std::vector<std::pair<Funder, Money>> funders;
  for (const Funder funder : all<Funder>()) funders.emplace_back(funder, Money{});
  for (const PlacementWeek& placement : placements)
    for (auto& [funder, paid] : funders)
      if (funder != Funder::socialCare) paid += shareOf(facts[placement.placement], funder, week, knownAt);
  // What nobody else pays, social care pays: so the table adds up to the total by the penny.
  Money others;
  for (const auto& entry : funders) others += entry.second;
  for (auto& [funder, paid] : funders)
    if (funder == Funder::socialCare) paid = total - others;
  return funders;
}

int childrenIn(const std::vector<PlacementFacts>& facts, const std::vector<PlacementWeek>& placements, bool PlacementWeek::*where) {
  std::unordered_set<ChildId> children;
  for (const PlacementWeek& week : placements)
    if (week.*where) children.insert(facts[week.placement].placement.child);
  return static_cast<int>(children.size());
}

}  // namespace

std::optional<TermCost> termCost(const ContractTerm& term, const DateRange& stay, const DateRange& range) {
  if (term.once) return range.contains(term.valid.from) ? std::optional(TermCost{0, signedAmount(term, term.amount)}) : std::nullopt;
  if (!term.valid.overlaps(range)) return std::nullopt;
  const auto there = intersection(stay, range);
  const auto shared = there ? intersection(*there, term.valid) : std::nullopt;
  if (!shared) return std::nullopt;
  return TermCost{days(*shared), signedAmount(term, costOfDays(term.amount, *shared))};
}

Money weeklyRateOn(const PlacementFacts& facts, Date day, Instant asKnownAt) {
  Money rate;
  for (const ContractTerm& term : facts.terms)
    if (!term.once && term.valid.contains(day) && term.recorded.knownAt(asKnownAt)) rate += signedAmount(term, term.amount);
  return rate;
}

WeeklyCost weeklyCost(const std::vector<PlacementFacts>& facts, IsoWeek week, Instant asKnownAt) {
  const Weeks weeks(week);
  WeeklyCost cost;
  cost.week = week;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (!facts[i].placement.recorded.knownAt(asKnownAt)) continue;
    // Years of history lie outside the two weeks: two comparisons leave most of it out.
    if (!facts[i].placement.stay.overlaps(weeks.both) && !paysOnceIn(facts[i], weeks.both, asKnownAt)) continue;
    cost.placements.push_back(weekOf(facts[i], i, weeks, asKnownAt));
    cost.total += cost.placements.back().net;
    cost.lastWeek += cost.placements.back().lastWeekNet;
  }
  cost.changes = changesOf(facts, cost.placements, weeks, asKnownAt);
  cost.byFunder = fundersOf(facts, cost.placements, cost.total, weeks.now, asKnownAt);
  cost.childrenHere = childrenIn(facts, cost.placements, &PlacementWeek::here);
  cost.childrenHereLastWeek = childrenIn(facts, cost.placements, &PlacementWeek::hereLastWeek);
  return cost;
}

}  // namespace homeward::reports
