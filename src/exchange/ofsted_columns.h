// The columns of Ofsted's provider list that are used, and where a file has them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "support/result.h"

namespace homeward::exchange::ofsted {

enum class Column : std::size_t {
  urn,
  provisionType,
  registrationDate,
  registrationStatus,
  name,
  postcode,
  authority,
  sector,
  places,
  shortBreaks,
  owner,
  inspected,
  grade,
  supportedGrade,
};
inline constexpr std::size_t columnCount = 14;

/// What the column is called in this year's file.
[[nodiscard]] std::string_view title(Column column);
/// What a column is taken as, in one word: "urn", "provisionType".
[[nodiscard]] std::string use(Column column);

class Header {
 public:
  /// None if the row is not the header (a line above it).
  [[nodiscard]] static Result<std::optional<Header>> find(std::span<const std::string> row);
  /// The same of a header that may lack columns or have one twice: for showing what was found.
  [[nodiscard]] static std::optional<Header> likely(std::span<const std::string> row);
  [[nodiscard]] std::optional<std::size_t> at(Column column) const { return m_at[static_cast<std::size_t>(column)]; }
  /// The field, trimmed; empty where the column is absent or the value is withheld.
  [[nodiscard]] std::string_view field(std::span<const std::string> row, Column column) const;
  [[nodiscard]] std::size_t width() const { return m_width; }

 private:
  struct Match;
  [[nodiscard]] static Match match(std::span<const std::string> row);
  std::array<std::optional<std::size_t>, columnCount> m_at;
  std::size_t m_width = 0;
};

/// The names of all columns that a file must have.
[[nodiscard]] std::string requiredTitles();

}  // namespace homeward::exchange::ofsted
