// Where something is, and how exactly that is known.
//
// A place is known to a point (a postcode's grid reference), to an upper-tier authority only, or not at all. An agency's office is
// never a place where a child lives. Grid references are metres on the Ordnance Survey National Grid.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace homeward {

struct GridPoint {
  std::int32_t east = 0;
  std::int32_t north = 0;
  friend auto operator<=>(const GridPoint&, const GridPoint&) = default;
};

struct Place {
  std::string postcode;            ///< in standard form "ZZ5 2AB", or a district "ZZ5" (then without a point), or empty
  std::optional<GridPoint> point;  ///< of the postcode
  std::string authority;           ///< ONS code of the upper-tier authority ("E06000045"), or empty when not known
  friend bool operator==(const Place&, const Place&) = default;
};

/// "zz52ab " -> "ZZ5 2AB"; none if it has not the shape of a United Kingdom postcode (BS 7666).
[[nodiscard]] std::optional<std::string> standardPostcode(std::string_view text);
/// "zz5" -> "ZZ5": a postcode's outward part alone; none if it has not the shape of one.
[[nodiscard]] std::optional<std::string> standardDistrict(std::string_view text);
/// The outward part: "ZZ5" of "ZZ5 2AB" (and of "ZZ5").
[[nodiscard]] std::string outcode(std::string_view postcode);

}  // namespace homeward
