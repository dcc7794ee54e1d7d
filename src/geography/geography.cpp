#include "geography/geography.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace homeward::geography {
namespace {

/// The statutory return's figure, not 1609.344: distances must agree with what the council reports.
constexpr double metresInAMile = 1609.3;

std::int32_t cellCentre(std::int32_t metres) {
  // Floor, not truncation: false origins west or south of the grid are below 0.
  const std::int32_t below = metres % cellMetres;
  const std::int32_t corner = metres - (below < 0 ? below + cellMetres : below);
  return corner + cellMetres / 2;
}

std::string pairKey(std::string_view a, std::string_view b) {
  std::string key;
  key.reserve(a.size() + b.size() + 1);
  key += a;
  key += '|';
  key += b;
  return key;
}

/// Squared metres, exact in 64 bits for any two points of the grid.
std::int64_t squaredMetres(const GridPoint& a, const GridPoint& b) {
  const std::int64_t east = std::int64_t{a.east} - b.east;
  const std::int64_t north = std::int64_t{a.north} - b.north;
  return east * east + north * north;
}

double milesOf(std::int64_t squared) { return std::sqrt(static_cast<double>(squared)) / metresInAMile; }

/// Road speeds in miles an hour up to a road length; the last band has no end.
struct SpeedBand {
  double upToRoadMiles;
  double slowest;
  double fastest;
};
constexpr SpeedBand speedBands[] = {{5.0, 15.0, 25.0}, {15.0, 20.0, 35.0}, {0.0, 30.0, 50.0}};

const SpeedBand& bandOf(double roadMiles) {
  if (roadMiles <= speedBands[0].upToRoadMiles) return speedBands[0];
  return roadMiles <= speedBands[1].upToRoadMiles ? speedBands[1] : speedBands[2];
}

}  // namespace

double miles(const GridPoint& a, const GridPoint& b) { return milesOf(squaredMetres(a, b)); }

double shownMiles(double miles) { return std::round(miles * 10.0) / 10.0; }

GridPoint cellOf(const GridPoint& point) { return {cellCentre(point.east), cellCentre(point.north)}; }

Atlas::Atlas(std::vector<AuthorityArea> areas, const std::vector<std::pair<std::string, std::string>>& adjoining)
    : m_areas(std::move(areas)) {
  for (std::size_t i = 0; i < m_areas.size(); ++i) m_byCode.emplace(m_areas[i].code, i);
  for (const auto& [a, b] : adjoining) {
    m_adjoining.insert(pairKey(a, b));
    m_adjoining.insert(pairKey(b, a));
  }
}

const AuthorityArea* Atlas::area(std::string_view code) const {
  const auto found = m_byCode.find(std::string(code));
  return found == m_byCode.end() ? nullptr : &m_areas[found->second];
}

std::optional<bool> Atlas::adjoin(std::string_view a, std::string_view b) const {
  if (area(a) == nullptr || area(b) == nullptr) return std::nullopt;
  return a != b && m_adjoining.contains(pairKey(a, b));
}

std::optional<MilesRange> Atlas::milesTo(const GridPoint& from, std::string_view authority) const {
  const AuthorityArea* where = area(authority);
  if (where == nullptr || where->cells.empty()) return std::nullopt;
  std::int64_t nearest = squaredMetres(from, where->cells.front());
  std::int64_t furthest = nearest;
  for (const GridPoint& cell : where->cells) {
    const std::int64_t squared = squaredMetres(from, cell);
    nearest = std::min(nearest, squared);
    furthest = std::max(furthest, squared);
  }
  const double halfDiagonal = cellMetres * std::sqrt(0.5) / metresInAMile;
  return MilesRange{std::max(0.0, milesOf(nearest) - halfDiagonal), milesOf(furthest) + halfDiagonal};
}

std::optional<MilesRange> distance(const Place& from, const Place& to, const Atlas& atlas) {
  if (from.point && to.point) {
    const double known = miles(*from.point, *to.point);
    return MilesRange{known, known};
  }
  if (from.point) return atlas.milesTo(*from.point, to.authority);
  if (to.point) return atlas.milesTo(*to.point, from.authority);
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> adjoining(const std::vector<AuthorityArea>& areas) {
  std::map<GridPoint, std::vector<std::size_t>> owners;
  for (std::size_t i = 0; i < areas.size(); ++i)
    for (const GridPoint& cell : areas[i].cells) owners[cellOf(cell)].push_back(i);
  std::set<std::pair<std::string, std::string>> pairs;
  const auto touch = [&](std::size_t i, std::size_t j) {
    if (areas[i].code != areas[j].code) pairs.insert(std::minmax(areas[i].code, areas[j].code));
  };
  for (const auto& [cell, here] : owners) {
    for (const std::size_t i : here)
      for (const std::size_t j : here) touch(i, j);
    // Four of the eight neighbours: the other four see this cell from their side.
    for (const auto& [east, north] : {std::pair{1, -1}, {1, 0}, {1, 1}, {0, 1}}) {
      const auto beside = owners.find(GridPoint{cell.east + east * cellMetres, cell.north + north * cellMetres});
      if (beside == owners.end()) continue;
      for (const std::size_t i : here)
        for (const std::size_t j : beside->second) touch(i, j);
    }
  }
  return {pairs.begin(), pairs.end()};
}

MinutesRange estimatedMinutes(const MilesRange& straight) {
  const double shortRoad = straight.low * 1.2;
  const double longRoad = straight.high * 1.4;
  // At the edge of a band a longer road is driven faster, so the worst case of a range may lie at the top of a slower band within it.
  double slowest = longRoad / bandOf(longRoad).slowest;
  double fastest = shortRoad / bandOf(shortRoad).fastest;
  for (const SpeedBand& band : {speedBands[0], speedBands[1]}) {
    const double edge = band.upToRoadMiles;
    if (edge > shortRoad && edge < longRoad) slowest = std::max(slowest, edge / band.slowest);
    if (edge >= shortRoad && edge < longRoad) fastest = std::min(fastest, edge / bandOf(std::nextafter(edge, longRoad)).fastest);
  }
  return {static_cast<int>(std::floor(fastest * 60.0)), static_cast<int>(std::ceil(slowest * 60.0))};
}

}  // namespace homeward::geography
