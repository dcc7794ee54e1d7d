// What the rounds of negotiation about an offer's prices won.
//
// A round is about one price: a line of the quote by its item, how it is charged, and its amount. The quote holds what was won; undoing
// the rounds from the last to the first gives the quote at its first prices. What the rounds save over a stay is hence the whole cost at
// the first prices less the whole cost now, to the penny, round by round. Of a price that the quote no longer has, because somebody
// changed it by hand since, the saving is not known.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "costing/whole_cost.h"

namespace homeward::costing {

/// The line of the quote that has this very price. None: no line has it, or several have it for different days and cannot be told apart.
[[nodiscard]] std::optional<std::size_t> lineAt(const std::vector<QuoteLine>& quote, QuoteItem item, Charge charge, Money amount);

struct RoundSaving {
  std::optional<Money> whole;  ///< over the stay, by the day rule; none: no answer yet, or not known
  std::optional<Money> aWeek;  ///< the same spread over the weeks of the stay, rounded down to the penny; a weekly price for all of it
                               ///< saves what it fell by
  friend bool operator==(const RoundSaving&, const RoundSaving&) = default;
};

struct Negotiated {
  std::vector<RoundSaving> rounds;  ///< in the order of the offer's
  int settled = 0;                  ///< rounds with an answer
  int open = 0;                     ///< rounds without
  int notKnown = 0;                 ///< of those with an answer, whose saving is not known; it is not in the sums
  Money whole;                      ///< what all of them save over the stay
  Money aWeek;                      ///< spread over its weeks, rounded down to the penny once
  std::vector<QuoteLine> first;     ///< the quote before the first round
  friend bool operator==(const Negotiated&, const Negotiated&) = default;
};

/// Over so many days from the day of arrival.
[[nodiscard]] Negotiated negotiated(const std::vector<QuoteLine>& quote, const std::vector<NegotiationRound>& rounds, Date start,
                                    std::int64_t days);

}  // namespace homeward::costing
