// What a home really costs: every item of a quote, phase by phase, by the day rule, over the length that the child needs.
//
// The same length is used for every option that is compared. Items that nobody priced are a range open above; contributions are
// subtracted (the largest contribution makes the lowest cost), and one that nobody has put a figure on can at most cancel the cost. What
// is in the fee costs nothing more, so that an option which prices it apart is compared like for like. The result opens into its lines.
#pragma once

#include <vector>

#include "domain/dates.h"
#include "domain/money.h"
#include "domain/offer.h"

namespace homeward::costing {

/// An amount in sevenths of a penny: a weekly rate times days, as it is before the day rule rounds it to pence. High open where nobody
/// can say.
struct Sevenths {
  std::int64_t low = 0;
  std::optional<std::int64_t> high = 0;
  friend bool operator==(const Sevenths&, const Sevenths&) = default;
};

struct CostLine {
  QuoteItem item = QuoteItem::coreFee;
  Charge charge = Charge::weekly;
  MoneyRange whole;  ///< over the stay; negative for contributions
  std::string words;
  Sevenths unrounded;  ///< the same before the day rule: each rate times the days that it covers
  friend bool operator==(const CostLine&, const CostLine&) = default;
};

struct WholeCost {
  DateRange stay;               ///< the days that were costed
  std::vector<CostLine> lines;  ///< in the order of the quote
  MoneyRange whole;             ///< the sum of the lines
  MoneyRange aWeek;             ///< the sum of what is unrounded / days, low end rounded down and high end up to the penny
  friend bool operator==(const WholeCost&, const WholeCost&) = default;
};

/// What one item of a quote costs a week of the stay, all its lines together, rounded as the whole is; of no such line, nothing. Rounded
/// one by one, the items may differ from the whole's week by a penny each.
[[nodiscard]] MoneyRange aWeekOf(const WholeCost& cost, QuoteItem item);

/// A weekly line covers the days that it shares with the stay; its range holds the cost at every rate of the range. A sum that is due
/// once counts whatever its day.
[[nodiscard]] WholeCost wholeCost(const std::vector<QuoteLine>& quote, Date start, std::int64_t days);
/// The sum of several children's or several settings' costs over the same stay: all lines in turn. The stays must be the same; of none,
/// nothing.
[[nodiscard]] WholeCost together(const std::vector<WholeCost>& parts);

/// The lines of a quote as dated terms of a contract that starts on a day, in the order of the quote. Lines whose amount is a range have
/// no term: a contract needs one figure. Lines in the fee, without a charge or not known have none either.
struct TermDraft {
  QuoteItem item = QuoteItem::coreFee;
  bool once = false;
  Money amount;
  DateRange valid;
  std::string clause;
  friend bool operator==(const TermDraft&, const TermDraft&) = default;
};
[[nodiscard]] std::vector<TermDraft> contractTerms(const std::vector<QuoteLine>& quote, Date start);

}  // namespace homeward::costing
