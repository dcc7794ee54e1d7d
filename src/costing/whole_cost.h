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

struct CostLine {
  QuoteItem item = QuoteItem::coreFee;
  Charge charge = Charge::weekly;
  MoneyRange whole;  ///< over the stay; negative for contributions
  std::string words;
  friend bool operator==(const CostLine&, const CostLine&) = default;
};

struct WholeCost {
  DateRange stay;               ///< the days that were costed
  std::vector<CostLine> lines;  ///< in the order of the quote
  MoneyRange whole;             ///< the sum of the lines
  MoneyRange aWeek;             ///< whole x 7 / days, low end rounded down and high end up to the penny
  friend bool operator==(const WholeCost&, const WholeCost&) = default;
};

/// Weekly equivalent of an amount over so many days: low end rounded down, high end up, to the penny. Fewer than one day: 0 or more.
[[nodiscard]] MoneyRange perWeek(const MoneyRange& whole, std::int64_t days);

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
