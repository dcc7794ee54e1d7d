// The words of a frozen document for what a gate answered and how a candidate stood. They never change.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "matching/ranking.h"

namespace homeward::app::frozen {

inline constexpr std::array<std::pair<matching::GateResult, const char*>, 3> gateWords{
    {{matching::GateResult::pass, "pass"}, {matching::GateResult::fail, "fail"}, {matching::GateResult::unknown, "unknown"}}};
inline constexpr std::array<std::pair<matching::Status, const char*>, 3> statusWords{
    {{matching::Status::eligible, "eligible"}, {matching::Status::toConfirm, "toConfirm"}, {matching::Status::notEligible, "notEligible"}}};

[[nodiscard]] constexpr const char* word(matching::GateResult result) {
  for (const auto& [value, name] : gateWords)
    if (value == result) return name;
  return "unknown";
}
[[nodiscard]] constexpr const char* word(matching::Status status) {
  for (const auto& [value, name] : statusWords)
    if (value == status) return name;
  return "toConfirm";
}
template <class Value>
[[nodiscard]] std::optional<Value> meant(const std::array<std::pair<Value, const char*>, 3>& words, std::string_view word) {
  for (const auto& [value, name] : words)
    if (word == name) return value;
  return std::nullopt;
}

}  // namespace homeward::app::frozen
