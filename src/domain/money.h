// Money in whole pence, and how a weekly rate becomes the cost of days.
//
// Nothing is ever rounded silently. The cost of the days [a, b) at a weekly rate r is floor(r b / 7) - floor(r a / 7), days counted from
// 1 January 1970: seven days cost exactly r, and any way of splitting a period adds up to the penny.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/dates.h"

namespace homeward {

struct Money {
  std::int64_t pence = 0;
  constexpr Money() = default;
  constexpr explicit Money(std::int64_t wholePence) : pence(wholePence) {}
  constexpr Money& operator+=(Money other) {
    pence += other.pence;
    return *this;
  }
  constexpr Money& operator-=(Money other) {
    pence -= other.pence;
    return *this;
  }
  friend constexpr Money operator+(Money a, Money b) { return Money{a.pence + b.pence}; }
  friend constexpr Money operator-(Money a, Money b) { return Money{a.pence - b.pence}; }
  friend constexpr Money operator-(Money a) { return Money{-a.pence}; }
  friend constexpr Money operator*(Money a, std::int64_t n) { return Money{a.pence * n}; }
  friend constexpr auto operator<=>(const Money&, const Money&) = default;
};

[[nodiscard]] constexpr Money pounds(std::int64_t whole, std::int64_t pence = 0) { return Money{whole * 100 + pence}; }

/// What is known about an amount: between low and high, high open where nobody can say. An exact amount has low == high.
struct MoneyRange {
  Money low;
  std::optional<Money> high = Money{};
  [[nodiscard]] static constexpr MoneyRange exactly(Money amount) { return {amount, amount}; }
  [[nodiscard]] constexpr bool exact() const { return high && *high == low; }
  friend constexpr bool operator==(const MoneyRange&, const MoneyRange&) = default;
};
[[nodiscard]] MoneyRange operator+(const MoneyRange& a, const MoneyRange& b);

/// Cost of days at a weekly rate (see above). The range must have an end.
[[nodiscard]] Money costOfDays(Money weeklyRate, const DateRange& days);

[[nodiscard]] std::string poundsAndPence(Money amount);  ///< "£1,453.14", "−£620.00" (U+2212)
[[nodiscard]] std::string wholePounds(Money amount);     ///< "£1,453"; half a pound away from zero
[[nodiscard]] std::string plainPounds(Money amount);     ///< "1453.14", "-620.00": for CSV
/// "1453.14", "1,453.14", "£1,453", "-620.00", "−£620" -> pence; at most two decimals, no more than 10^12 pence.
[[nodiscard]] std::optional<Money> parseMoney(std::string_view text);

}  // namespace homeward
