#include "costing/negotiated.h"

#include <algorithm>

namespace homeward::costing {
namespace {

bool sameDays(const QuoteLine& a, const QuoteLine& b) { return a.charge == Charge::once || (a.fromDay == b.fromDay && a.days == b.days); }

/// The rounds that were answered, the last answer first.
std::vector<std::size_t> lastFirst(const std::vector<NegotiationRound>& rounds) {
  std::vector<std::size_t> order;
  for (std::size_t i = rounds.size(); i-- > 0;)
    if (rounds[i].won) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return rounds[a].answeredAt.value_or(rounds[a].at) > rounds[b].answeredAt.value_or(rounds[b].at);
  });
  return order;
}

/// Sevenths of a penny over so many days, a week of them, rounded down.
Money spread(std::int64_t sevenths, std::int64_t days) {
  if (days < 1) return {};
  return Money{sevenths >= 0 ? sevenths / days : -((-sevenths + days - 1) / days)};
}

}  // namespace

std::optional<std::size_t> lineAt(const std::vector<QuoteLine>& quote, QuoteItem item, Charge charge, Money amount) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < quote.size(); ++i) {
    const QuoteLine& line = quote[i];
    if (line.item != item || line.charge != charge || line.amount != MoneyRange::exactly(amount)) continue;
    // Two children's lessons at one price, on the same days, are as good as one another.
    if (found && !sameDays(quote[*found], line)) return std::nullopt;
    if (!found) found = i;
  }
  return found;
}

Negotiated negotiated(const std::vector<QuoteLine>& quote, const std::vector<NegotiationRound>& rounds, Date start, std::int64_t days) {
  Negotiated all;
  all.first = quote;
  all.rounds.resize(rounds.size());
  all.open = static_cast<int>(std::ranges::count_if(rounds, [](const NegotiationRound& round) { return !round.won; }));
  std::int64_t sevenths = 0;
  for (const std::size_t at : lastFirst(rounds)) {
    const NegotiationRound& round = rounds[at];
    ++all.settled;
    if (*round.won == round.before) {
      all.rounds[at] = {Money{}, Money{}};
      continue;
    }
    const auto line = lineAt(all.first, round.item, round.charge, *round.won);
    if (!line) {
      ++all.notKnown;
      continue;
    }
    const CostLine now = wholeCost({all.first[*line]}, start, days).lines.front();
    all.first[*line].amount = MoneyRange::exactly(round.before);
    const CostLine before = wholeCost({all.first[*line]}, start, days).lines.front();
    const std::int64_t saved = before.unrounded.low - now.unrounded.low;
    all.rounds[at] = {before.whole.low - now.whole.low, spread(saved, days)};
    all.whole += *all.rounds[at].whole;
    sevenths += saved;
  }
  all.aWeek = spread(sevenths, days);
  return all;
}

}  // namespace homeward::costing
