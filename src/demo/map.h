// The invented map: six authorities far out at sea, cells of two kilometres with at least one postcode in each, and towns with more.
//
// Wendmoor lies in the middle; Hobmarsh, Eastmarch and Greyferry adjoin it; Saltwick lies beyond Eastmarch; Farholm is an island far off.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "demo/random.h"
#include "domain/place.h"
#include "geography/geography.h"

namespace homeward::demo {

class Map {
 public:
  explicit Map(Random& random);
  /// A postcode of its own at a point so many metres from the map's corner. The point lies in some authority's area.
  Place at(std::int32_t east, std::int32_t north);
  /// A postcode that exists already, somewhere in an authority (or one of its outcodes).
  [[nodiscard]] const Place& somewhereIn(const std::string& authority, Random& random) const;
  [[nodiscard]] const Place& somewhereInOutcode(const std::string& outcode, Random& random) const;
  [[nodiscard]] const std::vector<Place>& postcodes() const { return m_postcodes; }
  [[nodiscard]] const std::vector<geography::AuthorityArea>& areas() const { return m_areas; }

 private:
  Place add(GridPoint point);
  std::vector<Place> m_postcodes;
  std::vector<geography::AuthorityArea> m_areas;
  std::map<std::string, int> m_perOutcode;
  std::map<std::string, std::vector<std::size_t>> m_byAuthority;
  std::map<std::string, std::vector<std::size_t>> m_byOutcode;
};

}  // namespace homeward::demo
