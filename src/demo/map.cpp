#include "demo/map.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <string_view>

#include "demo/lists.h"

namespace homeward::demo {
namespace {

constexpr GridPoint corner{480000, 760000};  // the North Sea
constexpr std::int32_t side = geography::cellMetres;

struct Block {
  const char* authority;
  int west, east, south, north;  // columns and rows, both ends included
};
// Of two blocks that hold a cell, the first has it: the ragged edges.
constexpr std::array<Block, 11> blocks{{{"E99000002", 12, 15, 23, 29},
                                        {"E99000003", 23, 29, 11, 13},
                                        {"E99000004", 16, 18, 2, 8},
                                        {"E99000001", 18, 19, 24, 24},
                                        {"E99000001", 24, 24, 18, 20},
                                        {"E99000001", 8, 23, 8, 23},
                                        {"E99000002", 4, 20, 24, 29},
                                        {"E99000003", 24, 29, 6, 23},
                                        {"E99000004", 6, 23, 2, 7},
                                        {"E99000005", 30, 43, 6, 20},
                                        {"E99000006", 69, 73, 60, 65}}};

const char* authorityAt(int column, int row) {
  const auto* const found = std::find_if(blocks.begin(), blocks.end(), [&](const Block& block) {
    return column >= block.west && column <= block.east && row >= block.south && row <= block.north;
  });
  return found == blocks.end() ? nullptr : found->authority;
}

int columnOf(const GridPoint& point) { return (point.east - corner.east) / side; }
int rowOf(const GridPoint& point) { return (point.north - corner.north) / side; }

const District& districtOf(std::string_view authority, int column, int row) {
  const District* nearest = nullptr;
  int least = std::numeric_limits<int>::max();
  for (const District& district : lists().districts) {
    if (district.authority != authority) continue;
    const int across = district.column - column;
    const int up = district.row - row;
    const int apart = across * across + up * up;
    if (apart < least) {
      least = apart;
      nearest = &district;
    }
  }
  assert(nearest);
  return *nearest;
}

/// The n-th postcode of an outcode: sector 1 to 9 and two of the letters that inward codes use; different for n < 3,600.
std::string inward(int n) {
  constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ";
  const int pair = n / 9;
  std::string code(1, static_cast<char>('1' + n % 9));
  code += letters[static_cast<std::size_t>(pair % 20)];
  code += letters[static_cast<std::size_t>((pair / 20 + pair + 1) % 20)];
  return code;
}

}  // namespace

Map::Map(Random& random) {
  std::map<std::string, geography::AuthorityArea> areas;
  for (int row = 0; row < 80; ++row) {
    for (int column = 0; column < 80; ++column) {
      const char* authority = authorityAt(column, row);
      if (!authority) continue;
      const GridPoint southWest{corner.east + column * side, corner.north + row * side};
      areas[authority].cells.push_back({southWest.east + side / 2, southWest.north + side / 2});
      const int east = random.between(0, side - 1);
      const int north = random.between(0, side - 1);
      add({southWest.east + east, southWest.north + north});
    }
  }
  for (const District& district : lists().districts) {
    auto& area = areas[district.authority];
    area.code = district.authority;
    area.name = district.authorityName;
    for (int n = 0; n < 30;) {
      // Two draws added make a town thicker in the middle; each has its line, for the order of operands is the compiler's choice.
      int east = random.between(-side, side);
      int north = random.between(-side, side);
      east += random.between(-side, side) / 2;
      north += random.between(-side, side) / 2;
      const GridPoint point{corner.east + district.column * side + side / 2 + east, corner.north + district.row * side + side / 2 + north};
      const char* authority = authorityAt(columnOf(point), rowOf(point));
      if (!authority || authority != district.authority) continue;
      add(point);
      ++n;
    }
  }
  for (auto& [code, area] : areas) m_areas.push_back(std::move(area));
}

Place Map::add(GridPoint point) {
  const char* authority = authorityAt(columnOf(point), rowOf(point));
  assert(authority);
  const District& district = districtOf(authority, columnOf(point), rowOf(point));
  Place place{district.outcode + " " + inward(m_perOutcode[district.outcode]++), point, authority};
  m_byAuthority[place.authority].push_back(m_postcodes.size());
  m_byOutcode[district.outcode].push_back(m_postcodes.size());
  m_postcodes.push_back(place);
  return place;
}

Place Map::at(std::int32_t east, std::int32_t north) { return add({corner.east + east, corner.north + north}); }

const Place& Map::somewhereIn(const std::string& authority, Random& random) const {
  return m_postcodes[random.pick(m_byAuthority.at(authority))];
}

const Place& Map::somewhereInOutcode(const std::string& outcode, Random& random) const {
  return m_postcodes[random.pick(m_byOutcode.at(outcode))];
}

}  // namespace homeward::demo
