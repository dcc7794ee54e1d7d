#include "geography/geography.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "support/cases.h"

using namespace homeward;
using namespace homeward::geography;

namespace {

AuthorityArea square(const std::string& code, std::int32_t east, std::int32_t north, int side) {
  AuthorityArea area{code, code, {}};
  for (int i = 0; i < side; ++i)
    for (int j = 0; j < side; ++j) area.cells.push_back(cellOf({east + i * cellMetres, north + j * cellMetres}));
  return area;
}

/// Wendmoor, Marshlight beside it (they share an edge), Farrow at its corner, Stonechat far away.
std::vector<AuthorityArea> invented() {
  return {square("ZZ0000001", 400000, 300000, 5), square("ZZ0000002", 410000, 300000, 5), square("ZZ0000003", 410000, 310000, 5),
          square("ZZ0000004", 500000, 400000, 3)};
}

Atlas atlas() { return Atlas(invented(), adjoining(invented())); }

Place at(std::int32_t east, std::int32_t north) { return {"", GridPoint{east, north}, ""}; }
Place somewhereIn(const std::string& authority) { return {"", std::nullopt, authority}; }

GridPoint anyPoint() { return {*rc::gen::inRange<std::int32_t>(80000, 660000), *rc::gen::inRange<std::int32_t>(5000, 1220000)}; }

}  // namespace

TEST_CASE("a mile is the mile of the statutory return") {
  CHECK(miles({400000, 300000}, {400000, 301609}) == Approx(1609.0 / 1609.3));
  CHECK(miles({400000, 300000}, {403000, 304000}) == Approx(5000.0 / 1000.0 / 1.6093));
  CHECK(miles({400000, 300000}, {400000, 300000}) == 0.0);
  CHECK(shownMiles(miles({400000, 300000}, {403000, 304000})) == Approx(3.1));
}

TEST_CASE("a distance to 20 miles and one just above are told apart before they are rounded for show") {
  const double justBelow = miles({400000, 300000}, {432186, 300000});
  const double justAbove = miles({400000, 300000}, {432187, 300000});
  CHECK(justBelow <= 20.0);
  CHECK(justAbove > 20.0);
  CHECK(shownMiles(justAbove) == Approx(20.0));
}

TEST_CASE("shown miles round halves away from zero") {
  CHECK(shownMiles(0.25) == Approx(0.3));
  CHECK(shownMiles(0.75) == Approx(0.8));
  CHECK(shownMiles(8.94) == Approx(8.9));
}

TEST_CASE("a point lies in the cell around its centre, also below the origin") {
  CHECK(cellOf({400000, 300000}) == GridPoint{401000, 301000});
  CHECK(cellOf({401999, 301999}) == GridPoint{401000, 301000});
  CHECK(cellOf({402000, 301999}) == GridPoint{403000, 301000});
  CHECK(cellOf({-1, 0}) == GridPoint{-1000, 1000});
  CHECK(cellOf({-2000, -2001}) == GridPoint{-1000, -3000});
}

TEST_CASE("authorities adjoin along an edge or at a corner, and each pair is named once") {
  const auto pairs = adjoining(invented());
  const std::vector<std::pair<std::string, std::string>> expected{
      {"ZZ0000001", "ZZ0000002"}, {"ZZ0000001", "ZZ0000003"}, {"ZZ0000002", "ZZ0000003"}};
  CHECK(pairs == expected);
}

TEST_CASE("authorities that share a cell adjoin") {
  const auto pairs = adjoining({{"B", "B", {{1000, 1000}}}, {"A", "A", {{1000, 1000}}}});
  CHECK(pairs == std::vector<std::pair<std::string, std::string>>{{"A", "B"}});
}

TEST_CASE("a gap of one cell is a gap") { CHECK(adjoining({{"A", "A", {{1000, 1000}}}, {"B", "B", {{5000, 1000}}}}).empty()); }

TEST_CASE("whether two authorities adjoin is not known where one of them is not on the map") {
  const Atlas map = atlas();
  CHECK(map.adjoin("ZZ0000001", "ZZ0000002") == true);
  CHECK(map.adjoin("ZZ0000002", "ZZ0000001") == true);
  CHECK(map.adjoin("ZZ0000001", "ZZ0000004") == false);
  CHECK(map.adjoin("ZZ0000001", "ZZ0000001") == false);
  CHECK(map.adjoin("ZZ0000001", "ZZ0009999") == std::nullopt);
  CHECK(map.adjoin("", "ZZ0000001") == std::nullopt);
  CHECK(map.area("ZZ0000004")->cells.size() == 9);
  CHECK(map.area("nowhere") == nullptr);
}

TEST_CASE("two known points give an exact distance, an authority an interval, nothing gives nothing") {
  const Atlas map = atlas();
  const auto exact = distance(at(400000, 300000), at(403000, 304000), map);
  REQUIRE(exact);
  CHECK(exact->exact());
  CHECK(exact->low == Approx(3.107).margin(0.001));
  const auto range = distance(at(400000, 300000), somewhereIn("ZZ0000004"), map);
  REQUIRE(range);
  CHECK_FALSE(range->exact());
  CHECK(distance(somewhereIn("ZZ0000004"), at(400000, 300000), map) == range);
  CHECK(distance(somewhereIn("ZZ0000001"), somewhereIn("ZZ0000004"), map) == std::nullopt);
  CHECK(distance(at(400000, 300000), somewhereIn("ZZ0009999"), map) == std::nullopt);
  CHECK(distance(at(400000, 300000), Place{}, map) == std::nullopt);
}

TEST_CASE("from inside an authority the distance may be nothing") {
  const auto range = atlas().milesTo({405000, 305000}, "ZZ0000001");
  REQUIRE(range);
  CHECK(range->low == 0.0);
  CHECK(range->high > 3.0);
}

TEST_CASE("an interval holds the distance to every point of the area") {
  const Atlas map = atlas();
  tests::holdsFor(10000, "the distance to any place in the area lies in the interval", [&] {
    const GridPoint from = anyPoint();
    const auto& area = map.areas()[*rc::gen::inRange<std::size_t>(0, map.areas().size())];
    const GridPoint cell = area.cells[*rc::gen::inRange<std::size_t>(0, area.cells.size())];
    const GridPoint place{cell.east + *rc::gen::inRange<std::int32_t>(-cellMetres / 2, cellMetres / 2),
                          cell.north + *rc::gen::inRange<std::int32_t>(-cellMetres / 2, cellMetres / 2)};
    const auto range = map.milesTo(from, area.code);
    RC_ASSERT(range.has_value());
    RC_ASSERT(range->low <= miles(from, place) + 1e-9);
    RC_ASSERT(range->high >= miles(from, place) - 1e-9);
  });
}

TEST_CASE("a distance is the same both ways and keeps the triangle") {
  tests::holdsFor(10000, "symmetry and triangle", [] {
    const GridPoint a = anyPoint();
    const GridPoint b = anyPoint();
    const GridPoint c = anyPoint();
    RC_ASSERT(miles(a, b) == miles(b, a));
    RC_ASSERT(miles(a, c) <= miles(a, b) + miles(b, c) + 1e-9);
  });
}

TEST_CASE("minutes are estimated by road length and speed, as an interval") {
  CHECK(estimatedMinutes({0.0, 0.0}) == MinutesRange{0, 0});
  // 2 miles: 2.4 road miles at 25 mph, 2.8 at 15.
  CHECK(estimatedMinutes({2.0, 2.0}) == MinutesRange{5, 12});
  // 10 miles: 12 road miles at 35 mph, 14 at 20.
  CHECK(estimatedMinutes({10.0, 10.0}) == MinutesRange{20, 42});
  // 50 miles: 60 road miles at 50 mph, 70 at 30.
  CHECK(estimatedMinutes({50.0, 50.0}) == MinutesRange{72, 140});
}

TEST_CASE("a wider distance never gives a narrower estimate") {
  tests::holdsFor(10000, "estimates nest", [] {
    const double low = *rc::gen::inRange(0, 60000) / 1000.0;
    const double inner = low + *rc::gen::inRange(0, 40000) / 1000.0;
    const double high = inner + *rc::gen::inRange(0, 40000) / 1000.0;
    const MinutesRange wide = estimatedMinutes({low, high});
    const MinutesRange narrow = estimatedMinutes({inner, inner});
    RC_ASSERT(wide.low <= narrow.low);
    RC_ASSERT(wide.high >= narrow.high);
    RC_ASSERT(narrow.low <= narrow.high);
  });
}
