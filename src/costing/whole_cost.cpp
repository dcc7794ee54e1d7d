#include "costing/whole_cost.h"

#include <algorithm>

namespace homeward::costing {
namespace {

constexpr std::chrono::days wholeDays(std::int64_t count) { return std::chrono::days{count}; }

std::int64_t floorDivided(std::int64_t value, std::int64_t by) {
  const std::int64_t quotient = value / by;
  return value % by != 0 && value < 0 ? quotient - 1 : quotient;
}

/// The days of the stay that a weekly line covers; none if it covers none of them.
std::optional<DateRange> covered(const QuoteLine& line, const DateRange& stay) {
  DateRange days{stay.from + wholeDays(line.fromDay), std::nullopt};
  if (line.days) days.to = days.from + wholeDays(*line.days);
  if (days.to && *days.to <= days.from) return std::nullopt;
  return intersection(days, stay);
}

/// The lowest and highest cost at any rate from low to high. The day rule is not monotone to the penny (a day at 4p may cost 1p and at 5p
/// nothing), but two rates that differ by 14/days or more keep their order, so looking that far from each end is exact.
MoneyRange costAtRates(const MoneyRange& rate, const DateRange& when) {
  const std::int64_t near = 14 / std::max<std::int64_t>(days(when), 1) + 1;
  const std::int64_t last = rate.high ? std::min(rate.high->pence, rate.low.pence + near) : rate.low.pence + near;
  MoneyRange cost = MoneyRange::exactly(costOfDays(rate.low, when));
  for (std::int64_t pence = rate.low.pence; pence <= last; ++pence) cost.low = std::min(cost.low, costOfDays(Money{pence}, when));
  if (!rate.high) {
    cost.high = std::nullopt;
    return cost;
  }
  for (std::int64_t pence = std::max(rate.low.pence, rate.high->pence - near); pence <= rate.high->pence; ++pence)
    cost.high = std::max(*cost.high, costOfDays(Money{pence}, when));
  return cost;
}

/// What a line adds before contributions are turned round; open above where nobody has priced it.
MoneyRange charged(const QuoteLine& line, const DateRange& stay) {
  switch (line.charge) {
    case Charge::weekly: {
      const auto when = covered(line, stay);
      return when ? costAtRates(line.amount, *when) : MoneyRange::exactly({});
    }
    case Charge::once:
      return line.amount;
    case Charge::notKnown:
      return {Money{}, std::nullopt};
    case Charge::inTheFee:
    case Charge::none:
      break;
  }
  return MoneyRange::exactly({});
}

/// The same before the day rule rounds it.
Sevenths unroundedCharge(const QuoteLine& line, const DateRange& stay) {
  std::int64_t sevenths = line.charge == Charge::once ? 7 : 0;
  if (line.charge == Charge::notKnown) return {0, std::nullopt};
  if (line.charge == Charge::weekly)
    if (const auto when = covered(line, stay)) sevenths = days(*when);
  if (sevenths == 0) return {};
  return {line.amount.low.pence * sevenths, line.amount.high ? std::optional{line.amount.high->pence * sevenths} : std::nullopt};
}

Sevenths turned(const Sevenths& amount) { return {amount.high ? -*amount.high : -amount.low, -amount.low}; }

MoneyRange sumOf(const std::vector<CostLine>& lines) {
  MoneyRange sum = MoneyRange::exactly({});
  for (const CostLine& line : lines) sum = sum + line.whole;
  return sum;
}

void add(Sevenths& sum, const Sevenths& more) {
  sum.low += more.low;
  sum.high = sum.high && more.high ? std::optional{*sum.high + *more.high} : std::nullopt;
}

Sevenths unroundedSum(const std::vector<CostLine>& lines) {
  Sevenths sum;
  for (const CostLine& line : lines) add(sum, line.unrounded);
  return sum;
}

/// Sevenths of a penny over so many days are pence a week when they are divided by the days. Fewer than one day: 0 or more.
MoneyRange perWeek(const Sevenths& amount, std::int64_t days) {
  if (days < 1) return {Money{}, std::nullopt};
  MoneyRange week{Money{floorDivided(amount.low, days)}, std::nullopt};
  if (amount.high) week.high = Money{-floorDivided(-*amount.high, days)};
  return week;
}

}  // namespace

WholeCost wholeCost(const std::vector<QuoteLine>& quote, Date start, std::int64_t days) {
  WholeCost cost;
  cost.stay = {start, start + wholeDays(std::max<std::int64_t>(days, 0))};
  std::vector<std::size_t> open;  // contributions without a figure
  for (const QuoteLine& line : quote) {
    const MoneyRange amount = charged(line, cost.stay);
    CostLine made{line.item, line.charge, amount, line.words, unroundedCharge(line, cost.stay)};
    if (isContribution(line.item)) {
      made.whole = {amount.high ? -*amount.high : -amount.low, -amount.low};
      made.unrounded = turned(made.unrounded);
      if (!amount.high) open.push_back(cost.lines.size());
    }
    cost.lines.push_back(std::move(made));
  }
  // Nobody contributes more than there is to pay: at most, an open contribution cancels what the rest costs at the least.
  for (const std::size_t at : open) {
    cost.lines[at].whole.low -= std::max(sumOf(cost.lines).low, Money{});
    cost.lines[at].unrounded.low -= std::max(unroundedSum(cost.lines).low, std::int64_t{0});
  }
  cost.whole = sumOf(cost.lines);
  cost.aWeek = perWeek(unroundedSum(cost.lines), days);
  return cost;
}

WholeCost together(const std::vector<WholeCost>& parts) {
  WholeCost sum;
  if (parts.empty()) return sum;
  sum.stay = parts.front().stay;
  for (const WholeCost& part : parts) sum.lines.insert(sum.lines.end(), part.lines.begin(), part.lines.end());
  sum.whole = sumOf(sum.lines);
  sum.aWeek = perWeek(unroundedSum(sum.lines), days(sum.stay));
  return sum;
}

MoneyRange aWeekOf(const WholeCost& cost, QuoteItem item) {
  Sevenths sum;
  for (const CostLine& line : cost.lines)
    if (line.item == item) add(sum, line.unrounded);
  return perWeek(sum, days(cost.stay));
}

std::vector<TermDraft> contractTerms(const std::vector<QuoteLine>& quote, Date start) {
  std::vector<TermDraft> terms;
  for (const QuoteLine& line : quote) {
    if (!line.amount.exact() || (line.charge != Charge::weekly && line.charge != Charge::once)) continue;
    TermDraft term{line.item, line.charge == Charge::once, line.amount.low, {start + wholeDays(line.fromDay), std::nullopt}, line.words};
    if (term.once) {
      term.valid.to = term.valid.from + wholeDays(1);
    } else if (line.days) {
      if (*line.days < 1) continue;
      term.valid.to = term.valid.from + wholeDays(*line.days);
    }
    terms.push_back(std::move(term));
  }
  return terms;
}

}  // namespace homeward::costing
