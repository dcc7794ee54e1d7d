#include "reports/round.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

#include "wording/wording.h"

namespace homeward::reports {
namespace {

constexpr int aChoice = 3;  // offers that make one

std::string said(std::string_view key, std::vector<FactArgument> arguments = {}) {
  return wording::sentence(Fact{std::string(key), std::move(arguments)});
}

using Behind = std::vector<std::vector<std::size_t>>;

/// A table that grows together with what stands behind its rows.
struct Growing {
  Table table;
  Behind behind;
  Growing(std::string key, const std::vector<std::pair<std::string_view, ColumnKind>>& columns) {
    table.title = said("report.table." + key);
    table.key = std::move(key);
    for (const auto& [name, kind] : columns) table.columns.push_back({said("report.column." + std::string(name)), kind});
  }
  void add(std::vector<Cell> row, std::vector<std::size_t> which) {
    table.rows.push_back(std::move(row));
    behind.push_back(std::move(which));
  }
  void totals(std::vector<Cell> row, std::vector<std::size_t> which) {
    table.totals = std::move(row);
    behind.push_back(std::move(which));
  }
};

/// In hundredths of a per cent; none of nothing.
Cell share(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return {};
  return std::int64_t{std::llround(10000.0 * static_cast<double>(part) / static_cast<double>(whole))};
}

/// The middle one; of two the smaller.
std::optional<std::int64_t> median(std::vector<std::int64_t> days) {
  if (days.empty()) return std::nullopt;
  const auto middle = days.begin() + static_cast<std::ptrdiff_t>((days.size() - 1) / 2);
  std::nth_element(days.begin(), middle, days.end());
  return *middle;
}
Cell cell(std::optional<std::int64_t> number) { return number ? Cell{*number} : Cell{}; }

using Step = std::optional<Date> SearchFacts::*;
struct NamedStep {
  std::string_view key;
  Step day;
};
constexpr std::array steps{NamedStep{"asked", &SearchFacts::firstAsked}, NamedStep{"offer", &SearchFacts::firstOffer},
                           NamedStep{"choice", &SearchFacts::choiceSent}, NamedStep{"decision", &SearchFacts::decided},
                           NamedStep{"start", &SearchFacts::started}};

std::optional<std::int64_t> daysTo(const SearchFacts& search, Step step) {
  if (!(search.*step)) return std::nullopt;
  return std::int64_t{(*(search.*step) - englandDay(search.enteredAt)).count()};
}

Growing times(const std::vector<SearchFacts>& searches) {
  Growing grown("times", {{"step", ColumnKind::words},
                          {"referrals", ColumnKind::wholeNumber},
                          {"medianDays", ColumnKind::wholeNumber},
                          {"longestDays", ColumnKind::wholeNumber},
                          {"medianSameDay", ColumnKind::wholeNumber},
                          {"medianUnderFive", ColumnKind::wholeNumber},
                          {"medianPlanned", ColumnKind::wholeNumber}});
  for (const NamedStep& step : steps) {
    std::vector<std::int64_t> all;
    std::map<Urgency, std::vector<std::int64_t>> by;
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < searches.size(); ++i)
      if (const auto days = daysTo(searches[i], step.day)) {
        all.push_back(*days);
        by[searches[i].urgency].push_back(*days);
        which.push_back(i);
      }
    const Cell longest = all.empty() ? Cell{} : Cell{*std::max_element(all.begin(), all.end())};
    grown.add({said("report.step." + std::string(step.key)), static_cast<std::int64_t>(all.size()), cell(median(all)), longest,
               cell(median(by[Urgency::sameDay])), cell(median(by[Urgency::underFiveDays])), cell(median(by[Urgency::planned]))},
              std::move(which));
  }
  grown.table.note = said("report.note.times");
  return grown;
}

Growing offers(const std::vector<SearchFacts>& searches, const std::vector<std::size_t>& everybody) {
  Growing grown("offers",
                {{"offersReceived", ColumnKind::words}, {"referrals", ColumnKind::wholeNumber}, {"shareOfReferrals", ColumnKind::percent}});
  const auto all = static_cast<std::int64_t>(searches.size());
  std::int64_t together = 0;
  for (const SearchFacts& search : searches) together += search.offers;
  for (int number = 0; number <= aChoice; ++number) {
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < searches.size(); ++i)
      if (std::min(searches[i].offers, aChoice) == number) which.push_back(i);
    const auto count = static_cast<std::int64_t>(which.size());
    grown.add({said(number < aChoice ? "report.offers.number" : "report.offers.choice", {std::int64_t{number}}), count, share(count, all)},
              std::move(which));
  }
  grown.totals({said("report.all"), all, share(all, all)}, everybody);
  std::int64_t asked = 0;
  for (const SearchFacts& search : searches) asked += static_cast<std::int64_t>(search.asked.size());
  grown.table.note = said("report.note.offers", {together, asked, all});
  return grown;
}

/// Whether it may be asked if they answered in time, and whether they did.
struct InTime {
  bool counts = false;
  bool kept = false;
};
InTime inTime(const AskedFacts& asked, Instant asAt) {
  if (!asked.due || asked.state == ApproachState::withdrawn) return {};
  if (asked.answeredAt) return {true, *asked.answeredAt <= *asked.due};
  const bool silent = asked.state == ApproachState::asked || asked.state == ApproachState::silent;
  return {silent && *asked.due < asAt, false};
}

struct AskedCount {
  std::int64_t asked = 0, yes = 0, no = 0, silent = 0, open = 0, due = 0, kept = 0;
  void add(const AskedFacts& one, Instant asAt) {
    ++asked;
    yes += one.state == ApproachState::answered ? 1 : 0;
    no += one.state == ApproachState::declined ? 1 : 0;
    const bool waits = one.state == ApproachState::asked;
    const bool late = waits && one.due && *one.due < asAt;
    silent += one.state == ApproachState::silent || late ? 1 : 0;
    open += waits && !late ? 1 : 0;
    const InTime time = inTime(one, asAt);
    due += time.counts ? 1 : 0;
    kept += time.kept ? 1 : 0;
  }
  [[nodiscard]] std::vector<Cell> row(std::string name) const {
    return {std::move(name), asked, yes, no, silent, open, asked - yes - no - silent - open, due, kept, share(kept, due)};
  }
};

Growing askedTable(const std::vector<SearchFacts>& searches, const std::vector<std::size_t>& everybody, Instant asAt) {
  Growing grown("asked", {{"route", ColumnKind::words},
                          {"approaches", ColumnKind::wholeNumber},
                          {"saidYes", ColumnKind::wholeNumber},
                          {"saidNo", ColumnKind::wholeNumber},
                          {"noAnswer", ColumnKind::wholeNumber},
                          {"stillOpen", ColumnKind::wholeNumber},
                          {"noLongerAsked", ColumnKind::wholeNumber},
                          {"wereDue", ColumnKind::wholeNumber},
                          {"inTime", ColumnKind::wholeNumber},
                          {"shareInTime", ColumnKind::percent}});
  std::map<std::string, std::pair<AskedCount, std::vector<std::size_t>>> routes;
  AskedCount all;
  for (std::size_t i = 0; i < searches.size(); ++i)
    for (const AskedFacts& one : searches[i].asked) {
      auto& [count, which] = routes[one.route];
      count.add(one, asAt);
      all.add(one, asAt);
      if (which.empty() || which.back() != i) which.push_back(i);
    }
  for (auto& [route, counted] : routes)
    grown.add(counted.first.row(route.empty() ? said("report.notKnown") : wording::label("route", route)), std::move(counted.second));
  grown.totals(all.row(said("report.all")), everybody);
  grown.table.note = said("report.note.asked");
  return grown;
}

using Declines = std::map<std::pair<std::string, DeclineReason>, std::pair<std::int64_t, std::vector<std::size_t>>>;

/// Declines under each of the names that a referral goes by.
Declines declinesBy(const std::vector<SearchFacts>& searches, const std::function<std::vector<std::string>(const SearchFacts&)>& names) {
  Declines declines;
  for (std::size_t i = 0; i < searches.size(); ++i)
    for (const AskedFacts& one : searches[i].asked) {
      if (one.state != ApproachState::declined || !one.declined) continue;
      for (const std::string& name : names(searches[i])) {
        auto& [count, which] = declines[{name, *one.declined}];
        ++count;
        if (which.empty() || which.back() != i) which.push_back(i);
      }
    }
  return declines;
}

std::string reasonWords(DeclineReason reason) { return wording::label("declineReason", text(reason)); }

Growing declinesTable(const std::vector<SearchFacts>& searches) {
  Growing grown("declines",
                {{"whyNot", ColumnKind::words}, {"declines", ColumnKind::wholeNumber}, {"shareOfDeclines", ColumnKind::percent}});
  Declines declines = declinesBy(searches, [](const SearchFacts&) { return std::vector<std::string>{{}}; });
  std::int64_t all = 0;
  for (const auto& [key, counted] : declines) all += counted.first;
  std::vector<std::pair<std::int64_t, DeclineReason>> most;
  for (const auto& [key, counted] : declines) most.emplace_back(counted.first, key.second);
  std::stable_sort(most.begin(), most.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::size_t> together;
  for (const auto& [count, reason] : most) {
    std::vector<std::size_t> which = declines[{{}, reason}].second;
    together.insert(together.end(), which.begin(), which.end());
    grown.add({reasonWords(reason), count, share(count, all)}, std::move(which));
  }
  std::sort(together.begin(), together.end());
  together.erase(std::unique(together.begin(), together.end()), together.end());
  grown.totals({said("report.all"), all, share(all, all)}, std::move(together));
  return grown;
}

Growing declinesUnder(const std::vector<SearchFacts>& searches, std::string key, std::string_view column,
                      const std::function<std::vector<std::string>(const SearchFacts&)>& names) {
  Growing grown(std::move(key), {{column, ColumnKind::words}, {"whyNot", ColumnKind::words}, {"declines", ColumnKind::wholeNumber}});
  for (auto& [under, counted] : declinesBy(searches, names))
    grown.add({under.first, reasonWords(under.second), counted.first}, std::move(counted.second));
  return grown;
}

Cell dayCell(const std::optional<Date>& day) { return day ? Cell{*day} : Cell{}; }

Growing everyReferral(const std::vector<SearchFacts>& searches) {
  Growing grown("referrals", {{"referral", ColumnKind::words},
                              {"urgency", ColumnKind::words},
                              {"entered", ColumnKind::day},
                              {"approaches", ColumnKind::wholeNumber},
                              {"offersReceived", ColumnKind::wholeNumber},
                              {"choiceSent", ColumnKind::day},
                              {"decided", ColumnKind::day},
                              {"started", ColumnKind::day},
                              {"daysToChoice", ColumnKind::wholeNumber},
                              {"daysToDecision", ColumnKind::wholeNumber}});
  for (std::size_t i = 0; i < searches.size(); ++i) {
    const SearchFacts& one = searches[i];
    grown.add({one.number, wording::label("urgency", text(one.urgency)), englandDay(one.enteredAt),
               static_cast<std::int64_t>(one.asked.size()), std::int64_t{one.offers}, dayCell(one.choiceSent), dayCell(one.decided),
               dayCell(one.started), cell(daysTo(one, &SearchFacts::choiceSent)), cell(daysTo(one, &SearchFacts::decided))},
              {i});
  }
  grown.table.appendix = true;
  return grown;
}

}  // namespace

RoundReport roundReport(std::vector<SearchFacts> searches, const DateRange& period, Instant asAt, const std::string& author,
                        bool fictional) {
  std::erase_if(searches, [&](const SearchFacts& one) { return !period.contains(englandDay(one.enteredAt)) || one.enteredAt > asAt; });
  std::sort(searches.begin(), searches.end(), [](const SearchFacts& a, const SearchFacts& b) {
    return a.number != b.number ? a.number < b.number : a.id < b.id;
  });
  RoundReport round;
  round.counted = std::move(searches);
  std::vector<std::size_t> everybody(round.counted.size());
  std::iota(everybody.begin(), everybody.end(), std::size_t{0});
  Report& report = round.report;
  report.title = said("report.round.title");
  report.period = said("report.days", {longDate(period.from), longDate(period.to.value_or(englandDay(asAt)) - std::chrono::days{1})});
  report.asAt = asAt;
  report.author = author;
  report.filters = said("report.filters.none");
  report.howCounted = said("report.round.howCounted");
  report.fictional = fictional;
  const auto put = [&](Growing grown) {
    round.behind[grown.table.key] = std::move(grown.behind);
    report.tables.push_back(std::move(grown.table));
  };
  put(times(round.counted));
  put(offers(round.counted, everybody));
  put(askedTable(round.counted, everybody, asAt));
  put(declinesTable(round.counted));
  Growing byNeed = declinesUnder(round.counted, "declinesByNeed", "need", [](const SearchFacts& one) {
    std::vector<std::string> names;
    for (const NeedDomain domain : one.highNeeds) names.push_back(wording::label("need", text(domain)));
    if (names.empty()) names.push_back(said("report.noHighNeed"));
    return names;
  });
  byNeed.table.note = said("report.note.byNeed");
  put(std::move(byNeed));
  put(declinesUnder(round.counted, "declinesByArea", "area", [](const SearchFacts& one) {
    return std::vector<std::string>{one.area.empty() ? said("report.notKnown") : one.area};
  }));
  put(everyReferral(round.counted));
  return round;
}

}  // namespace homeward::reports
