// Distances and areas: straight lines on the National Grid, authorities as sets of cells, and which of them adjoin.
//
// Distance is sqrt(dE^2 + dN^2) / 1000 / 1.6093 miles (the formula of the statutory return); it is shown to one decimal. Areas and
// adjacency are derived from postcodes, so they are approximations and say so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "domain/place.h"

namespace homeward::geography {

[[nodiscard]] double miles(const GridPoint& a, const GridPoint& b);
/// To one decimal, halves away from zero, as shown and as the statutory return has it.
[[nodiscard]] double shownMiles(double miles);

/// What is known of a distance, in miles, low <= high.
struct MilesRange {
  double low = 0.0;
  double high = 0.0;
  [[nodiscard]] bool exact() const { return low == high; }
  friend bool operator==(const MilesRange&, const MilesRange&) = default;
};

/// The area of an upper-tier authority as the centres of the square cells (side `cellMetres`) that hold at least one postcode.
struct AuthorityArea {
  std::string code;
  std::string name;
  std::vector<GridPoint> cells;
};
inline constexpr std::int32_t cellMetres = 2000;
/// The centre of the cell that holds a point.
[[nodiscard]] GridPoint cellOf(const GridPoint& point);

/// The map as a value: areas and adjacency. Postcodes stay in the store and are looked up there.
class Atlas {
 public:
  Atlas() = default;
  Atlas(std::vector<AuthorityArea> areas, const std::vector<std::pair<std::string, std::string>>& adjoining);
  [[nodiscard]] const AuthorityArea* area(std::string_view code) const;
  [[nodiscard]] const std::vector<AuthorityArea>& areas() const { return m_areas; }
  /// None where either authority's area is not known.
  [[nodiscard]] std::optional<bool> adjoin(std::string_view a, std::string_view b) const;
  /// From a point to anywhere in an authority: nearest and furthest cell, widened by half a cell's diagonal, never below 0.
  [[nodiscard]] std::optional<MilesRange> milesTo(const GridPoint& from, std::string_view authority) const;

 private:
  std::vector<AuthorityArea> m_areas;
  std::unordered_map<std::string, std::size_t> m_byCode;
  std::unordered_set<std::string> m_adjoining;  // "a|b" both ways
};

/// The distance between two places as far as it is known: both points known: exact; one known to its authority only: an interval;
/// otherwise none.
[[nodiscard]] std::optional<MilesRange> distance(const Place& from, const Place& to, const Atlas& atlas);

/// Which areas adjoin: two that own cells that touch (side or corner) or the same cell. Each pair once, a < b.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> adjoining(const std::vector<AuthorityArea>& areas);

/// A stay's travel time each way in minutes, estimated from straight miles where nobody has typed it: road miles are 1.2 to 1.4 times the
/// straight line; 15 to 25 mph up to 5 road miles, 20 to 35 up to 15, 30 to 50 beyond. Always an interval, always labelled an estimate.
struct MinutesRange {
  int low = 0;
  int high = 0;
  friend bool operator==(const MinutesRange&, const MinutesRange&) = default;
};
[[nodiscard]] MinutesRange estimatedMinutes(const MilesRange& straight);

}  // namespace homeward::geography
