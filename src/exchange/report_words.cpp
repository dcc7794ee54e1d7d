#include "exchange/report_words.h"

#include <array>
#include <charconv>
#include <cstdlib>

namespace homeward::exchange {
namespace {

// Without the locale, which may have a decimal comma.
std::string withDecimals(double value, int decimals) {
  constexpr double largest = 1e15;
  if (!(value > -largest && value < largest)) return {};
  std::array<char, 64> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals);
  return error == std::errc{} ? std::string(digits.data(), end) : std::string();
}

std::string percent(std::int64_t hundredths) {
  const std::string sign = hundredths < 0 ? "-" : "";
  const auto whole = std::to_string(std::abs(hundredths / 100));
  const auto part = std::to_string(std::abs(hundredths % 100));
  return sign + whole + "." + (part.size() == 1 ? "0" : "") + part + "%";
}

}  // namespace

std::vector<std::pair<std::string, std::string>> aboutReport(const reports::Report& report) {
  std::vector<std::pair<std::string, std::string>> lines = {
      {"Report", report.title},
      {"Period", report.period},
      {"As at", longDate(englandDay(report.asAt)) + ", " + clockTime(report.asAt)},
      {"Author", report.author},
      {"Filters", report.filters},
      {"How counted", report.howCounted},
      {"Data", report.fictional ? "Fictional: for demonstration only" : ""},
  };
  std::erase_if(lines, [](const auto& line) { return line.second.empty(); });
  return lines;
}

std::string cellText(const reports::Cell& cell, reports::ColumnKind kind) {
  struct Text {
    reports::ColumnKind kind;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& words) const { return words; }
    std::string operator()(std::int64_t number) const {
      return kind == reports::ColumnKind::percent ? percent(number) : std::to_string(number);
    }
    std::string operator()(Money amount) const { return plainPounds(amount); }
    std::string operator()(Date day) const { return isoDate(day); }
    std::string operator()(double value) const { return withDecimals(value, kind == reports::ColumnKind::miles ? 1 : 2); }
  };
  return std::visit(Text{kind}, cell);
}

}  // namespace homeward::exchange
