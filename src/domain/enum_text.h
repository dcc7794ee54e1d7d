// Stable text for enumerations: what stands in the case file and in exchanged files. Text never changes once released; an unknown text
// is an error of whoever reads it, never a silent default.
//
// An enumeration takes part by a table found by argument-dependent lookup:
//   constexpr auto texts(Urgency) { return std::to_array<EnumText<Urgency>>({{Urgency::sameDay, "sameDay"}, ...}); }
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace homeward {

template <class E>
using EnumText = std::pair<E, std::string_view>;

template <class E>
[[nodiscard]] constexpr std::string_view text(E value) {
  for (const auto& [known, name] : texts(E{}))
    if (known == value) return name;
  return {};
}

template <class E>
[[nodiscard]] constexpr std::optional<E> parse(std::string_view name) {
  for (const auto& [known, itsName] : texts(E{}))
    if (itsName == name) return known;
  return std::nullopt;
}

/// Every value, in the order of the table.
template <class E>
[[nodiscard]] constexpr auto all() {
  constexpr auto table = texts(E{});
  std::array<E, table.size()> values{};
  for (std::size_t i = 0; i < table.size(); ++i) values[i] = table[i].first;
  return values;
}

}  // namespace homeward
