#include "domain/money.h"

#include <cassert>

#include "support/text.h"

namespace homeward {
namespace {

constexpr std::string_view minusSign = "\u2212";
constexpr std::string_view poundSign = "\u00A3";
constexpr std::int64_t mostPence = 1'000'000'000'000;

std::uint64_t magnitude(Money amount) {
  const auto bits = static_cast<std::uint64_t>(amount.pence);
  return amount.pence < 0 ? 0 - bits : bits;  // also right for the lowest number there is
}

std::string grouped(std::uint64_t value) {
  std::string number = std::to_string(value);
  for (std::size_t end = number.size(); end > 3; end -= 3) number.insert(end - 3, ",");
  return number;
}

std::string twoDigits(std::uint64_t pence) { return {static_cast<char>('0' + pence / 10), static_cast<char>('0' + pence % 10)}; }

/// floor(a / 7), also below nought, where C++ would round towards it.
std::int64_t floorOfSeventh(std::int64_t a) { return a / 7 - (a % 7 < 0 ? 1 : 0); }

bool take(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

/// "1453" or "1,453": digits, with commas either nowhere or at every third place.
std::optional<std::int64_t> wholeAmount(std::string_view text) {
  const auto groups = split(text, ',');
  std::string all;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool commas = groups.size() > 1;
    if (groups[i].empty() || (commas && (i == 0 ? groups[i].size() > 3 : groups[i].size() != 3))) return std::nullopt;
    all += groups[i];
  }
  if (all.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  return wholeNumber(all);  // none when it does not fit
}

}  // namespace

MoneyRange operator+(const MoneyRange& a, const MoneyRange& b) {
  MoneyRange sum{a.low + b.low, std::nullopt};
  if (a.high && b.high) sum.high = *a.high + *b.high;
  return sum;
}

Money costOfDays(Money weeklyRate, const DateRange& days) {
  assert(days.to && "only days that have an end have a cost");
  const auto upTo = [&](Date day) { return floorOfSeventh(weeklyRate.pence * dayNumber(day)); };
  return Money{upTo(days.to.value_or(days.from)) - upTo(days.from)};
}

std::string poundsAndPence(Money amount) {
  const std::uint64_t pence = magnitude(amount);
  return std::string(amount.pence < 0 ? minusSign : "") + std::string(poundSign) + grouped(pence / 100) + "." + twoDigits(pence % 100);
}

std::string wholePounds(Money amount) {
  const std::uint64_t rounded = (magnitude(amount) + 50) / 100;
  return std::string(amount.pence < 0 && rounded > 0 ? minusSign : "") + std::string(poundSign) + grouped(rounded);
}

std::string plainPounds(Money amount) {
  const std::uint64_t pence = magnitude(amount);
  return (amount.pence < 0 ? "-" : "") + std::to_string(pence / 100) + "." + twoDigits(pence % 100);
}

std::optional<Money> parseMoney(std::string_view text) {
  text = trimmed(text);
  const bool negative = take(text, "-") || take(text, minusSign);
  take(text, poundSign);
  std::string_view whole = text;
  std::int64_t pence = 0;
  if (const auto point = text.find('.'); point != std::string_view::npos) {
    const std::string_view decimals = text.substr(point + 1);
    whole = text.substr(0, point);
    if (decimals.empty() || decimals.size() > 2 || decimals.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    pence = (decimals[0] - '0') * 10 + (decimals.size() == 2 ? decimals[1] - '0' : 0);
  }
  const auto amount = wholeAmount(whole);
  if (!amount || *amount > mostPence / 100) return std::nullopt;
  const Money total = pounds(*amount, pence);
  if (total.pence > mostPence) return std::nullopt;
  return negative ? -total : total;
}

}  // namespace homeward
