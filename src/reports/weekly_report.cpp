#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

#include "reports/weekly.h"
#include "wording/wording.h"

namespace homeward::reports {
namespace {

std::string said(std::string_view key, std::vector<FactArgument> arguments = {}) {
  return wording::sentence(Fact{std::string(key), std::move(arguments)});
}

Table tableOf(std::string key, const std::vector<std::pair<std::string_view, ColumnKind>>& columns) {
  Table table;
  table.title = said("report.table." + key);
  table.key = std::move(key);
  for (const auto& [name, kind] : columns) table.columns.push_back({said("report.column." + std::string(name)), kind});
  return table;
}

/// Money over children to the penny, halves away from zero.
Cell average(Money amount, std::int64_t children) {
  if (children == 0) return {};
  const std::int64_t doubled = 2 * (amount.pence < 0 ? -amount.pence : amount.pence) + children;
  const std::int64_t rounded = doubled / (2 * children);
  return Money{amount.pence < 0 ? -rounded : rounded};
}

struct Group {
  Money net;
  Money lastWeek;
  std::unordered_set<ChildId> here;
  std::unordered_set<ChildId> hereLastWeek;
};

struct Source {
  const std::vector<PlacementFacts>& facts;
  const WeeklyCost& cost;
  Instant knownAt;
  Date lastDay;
  [[nodiscard]] const PlacementFacts& of(const PlacementWeek& week) const { return facts[week.placement]; }
};

std::vector<Cell> groupRow(std::string name, Money net, Money lastWeek, std::int64_t here, std::int64_t hereLastWeek) {
  return {std::move(name), here, here - hereLastWeek, net, net - lastWeek, average(net, here)};
}

/// Cost by a label of the placement. Groups come in the order of their sort keys.
template <class LabelOf>
Table groupTable(const Source& source, std::string key, std::string_view column, LabelOf labelOf) {
  Table table = tableOf(std::move(key), {{column, ColumnKind::words},
                                         {"children", ColumnKind::wholeNumber},
                                         {"childrenChange", ColumnKind::wholeNumber},
                                         {"cost", ColumnKind::amount},
                                         {"costChange", ColumnKind::amount},
                                         {"average", ColumnKind::amount}});
  std::map<std::pair<std::size_t, std::string>, Group> groups;
  for (const PlacementWeek& week : source.cost.placements) {
    const PlacementFacts& facts = source.of(week);
    Group& group = groups[labelOf(facts)];
    group.net += week.net;
    group.lastWeek += week.lastWeekNet;
    if (week.here) group.here.insert(facts.placement.child);
    if (week.hereLastWeek) group.hereLastWeek.insert(facts.placement.child);
  }
  for (const auto& [label, group] : groups)
    table.rows.push_back(groupRow(label.second, group.net, group.lastWeek, static_cast<std::int64_t>(group.here.size()),
                                  static_cast<std::int64_t>(group.hereLastWeek.size())));
  table.totals =
      groupRow(said("report.all"), source.cost.total, source.cost.lastWeek, source.cost.childrenHere, source.cost.childrenHereLastWeek);
  table.note = said("report.note.average");
  return table;
}

template <class E>
std::pair<std::size_t, std::string> enumLabel(std::string_view group, E value) {
  return {static_cast<std::size_t>(value), wording::label(group, text(value))};
}

Table byFunder(const Source& source) {
  Table table = tableOf("byFunder", {{"funder", ColumnKind::words}, {"cost", ColumnKind::amount}, {"share", ColumnKind::percent}});
  const Money total = source.cost.total;
  const auto share = [total](Money paid) -> Cell {
    if (total == Money{}) return {};
    return std::int64_t{std::llround(10000.0 * static_cast<double>(paid.pence) / static_cast<double>(total.pence))};
  };
  for (const auto& [funder, paid] : source.cost.byFunder) table.rows.push_back({wording::label("funder", text(funder)), paid, share(paid)});
  table.totals = {said("report.all"), total, share(total)};
  table.note = said("report.note.funder");
  return table;
}

std::string weekWords(IsoWeek week) { return said("report.week", {std::int64_t{week.week}}); }

/// From last week's cost by its reasons to this week's: the amounts add up to the totals row.
Table changesTable(const Source& source) {
  Table table = tableOf("changes", {{"reason", ColumnKind::words}, {"children", ColumnKind::wholeNumber}, {"amount", ColumnKind::amount}});
  table.rows.push_back({weekWords(previous(source.cost.week)), std::int64_t{source.cost.childrenHereLastWeek}, source.cost.lastWeek});
  for (const Change& change : source.cost.changes)
    table.rows.push_back({said("report.change." + std::string(text(change.reason))), std::int64_t{change.children}, change.amount});
  table.totals = {weekWords(source.cost.week), std::int64_t{source.cost.childrenHere}, source.cost.total};
  table.note = said("report.note.changes");
  return table;
}

Table starts(const Source& source) {
  Table table = tableOf("starts", {{"child", ColumnKind::words},
                                   {"setting", ColumnKind::words},
                                   {"provider", ColumnKind::words},
                                   {"from", ColumnKind::day},
                                   {"rate", ColumnKind::amount}});
  for (const PlacementWeek& week : source.cost.placements) {
    if (!week.started) continue;
    const PlacementFacts& facts = source.of(week);
    const Date from = facts.placement.stay.from;
    table.rows.push_back({facts.childNumber, facts.settingName, facts.providerName, from, weeklyRateOn(facts, from, source.knownAt)});
  }
  table.note = said("report.note.starts");
  return table;
}

Table ends(const Source& source) {
  Table table = tableOf("ends", {{"child", ColumnKind::words},
                                 {"setting", ColumnKind::words},
                                 {"provider", ColumnKind::words},
                                 {"since", ColumnKind::day},
                                 {"to", ColumnKind::day},
                                 {"ending", ColumnKind::words}});
  for (const PlacementWeek& week : source.cost.placements) {
    if (!week.ended) continue;
    const PlacementFacts& facts = source.of(week);
    table.rows.push_back({facts.childNumber, facts.settingName, facts.providerName, facts.placement.stay.from, *facts.placement.stay.to,
                          said(facts.placement.endedUnplanned ? "report.ending.unplanned" : "report.ending.planned")});
  }
  return table;
}

/// "health 30%, education 10%": who shares the cost on a day; shares of a part of a per cent keep their decimals.
std::string sharedBy(const PlacementFacts& facts, Date day, Instant knownAt) {
  std::string words;
  for (const FundingShare& share : facts.funding) {
    if (share.funder == Funder::socialCare || !share.valid.contains(day) || !share.recorded.knownAt(knownAt)) continue;
    if (!words.empty()) words += ", ";
    words += wording::word("funder", text(share.funder)) + " " + std::to_string(share.basisPoints / 100);
    const int part = share.basisPoints % 100;
    if (part != 0) words += std::string(part < 10 ? ".0" : ".") + std::to_string(part);
    words += "%";
  }
  return words.empty() ? said("report.none") : words;
}

Table highCost(const Source& source) {
  Table table = tableOf("highCost", {{"child", ColumnKind::words},
                                     {"age", ColumnKind::wholeNumber},
                                     {"setting", ColumnKind::words},
                                     {"provider", ColumnKind::words},
                                     {"miles", ColumnKind::miles},
                                     {"rate", ColumnKind::amount},
                                     {"sharedBy", ColumnKind::words},
                                     {"since", ColumnKind::day}});
  std::vector<std::pair<Money, const PlacementFacts*>> dearest;
  for (const PlacementWeek& week : source.cost.placements) {
    const PlacementFacts& facts = source.of(week);
    const Money rate = weeklyRateOn(facts, source.lastDay, source.knownAt);
    if (week.here && rate >= highCostLimit) dearest.emplace_back(rate, &facts);
  }
  std::stable_sort(dearest.begin(), dearest.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second->childNumber < b.second->childNumber;
  });
  Money together;
  for (const auto& [rate, facts] : dearest) {
    together += rate;
    const Cell miles = facts->milesFromHome ? Cell{*facts->milesFromHome} : Cell{};
    table.rows.push_back({facts->childNumber, std::int64_t{ageOn(facts->childBorn, source.lastDay)}, facts->settingName,
                          facts->providerName, miles, rate, sharedBy(*facts, source.lastDay, source.knownAt), facts->placement.stay.from});
  }
  table.totals = {said("report.all"), {}, {}, {}, {}, together, {}, {}};
  table.note = said("report.note.highCost", {highCostLimit, source.lastDay});
  return table;
}

Table everyPlacement(const Source& source) {
  Table table = tableOf("placements", {{"child", ColumnKind::words},
                                       {"setting", ColumnKind::words},
                                       {"settingType", ColumnKind::words},
                                       {"provider", ColumnKind::words},
                                       {"providerType", ColumnKind::words},
                                       {"team", ColumnKind::words},
                                       {"from", ColumnKind::day},
                                       {"to", ColumnKind::day},
                                       {"gross", ColumnKind::amount},
                                       {"contributions", ColumnKind::amount},
                                       {"cost", ColumnKind::amount},
                                       {"lastWeek", ColumnKind::amount},
                                       {"costChange", ColumnKind::amount}});
  Money gross;
  for (const PlacementWeek& week : source.cost.placements) {
    const PlacementFacts& facts = source.of(week);
    const Cell left = facts.placement.stay.to ? Cell{*facts.placement.stay.to} : Cell{};
    table.rows.push_back({facts.childNumber, facts.settingName, wording::label("settingType", text(facts.settingType)), facts.providerName,
                          wording::label("sector", text(facts.sector)), facts.teamName, facts.placement.stay.from, left, week.gross,
                          week.net - week.gross, week.net, week.lastWeekNet, week.net - week.lastWeekNet});
    gross += week.gross;
  }
  const WeeklyCost& cost = source.cost;
  table.totals = {said("report.all"),        {}, {}, {}, {}, {}, {}, {}, gross, cost.total - gross, cost.total, cost.lastWeek,
                  cost.total - cost.lastWeek};
  return table;
}

}  // namespace

std::string daysInWords(IsoWeek week) {
  const DateRange days = daysOf(week);
  const Date last = *days.to - std::chrono::days{1};
  const auto from = civil(days.from);
  const auto to = civil(last);
  std::string first = longDate(days.from);
  if (from.year() == to.year()) first = shortDate(days.from);
  if (from.year() == to.year() && from.month() == to.month()) first = std::to_string(static_cast<unsigned>(from.day()));
  return said("report.days", {first, longDate(last)});
}

Report weeklyReport(const std::vector<PlacementFacts>& facts, IsoWeek week, Instant asKnownAt, const std::string& author, bool fictional) {
  const WeeklyCost cost = weeklyCost(facts, week, asKnownAt);
  const Source source{facts, cost, asKnownAt, *daysOf(week).to - std::chrono::days{1}};
  Report report;
  report.title = said("report.weekly.title");
  report.period = said("report.weekly.period", {std::int64_t{week.week}, daysInWords(week)});
  report.asAt = asKnownAt;
  report.author = author;
  report.filters = said("report.filters.none");
  report.howCounted = said("report.weekly.howCounted");
  if (source.lastDay > englandDay(asKnownAt)) report.howCounted += " " + said("report.weekly.toCome");
  report.fictional = fictional;
  report.tables.push_back(groupTable(source, "bySettingType", "settingType",
                                     [](const PlacementFacts& each) { return enumLabel("settingType", each.settingType); }));
  report.tables.push_back(
      groupTable(source, "byProviderType", "providerType", [](const PlacementFacts& each) { return enumLabel("sector", each.sector); }));
  report.tables.push_back(groupTable(source, "byTeam", "team", [](const PlacementFacts& each) {
    // Those without a team come last.
    return each.teamName.empty() ? std::pair<std::size_t, std::string>{1, said("report.noTeam")}
                                 : std::pair<std::size_t, std::string>{0, each.teamName};
  }));
  report.tables.push_back(byFunder(source));
  report.tables.push_back(changesTable(source));
  report.tables.push_back(starts(source));
  report.tables.push_back(ends(source));
  report.tables.push_back(highCost(source));
  report.tables.push_back(everyPlacement(source));
  report.tables.back().appendix = true;
  return report;
}

}  // namespace homeward::reports
