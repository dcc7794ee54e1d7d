#include "exchange/postcode_layout.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "support/text.h"

namespace homeward::exchange {
namespace {

// "lad25cd" and "lad24cd" are the same column of two years: a pattern's '?' stands for one digit.
bool fits(std::string_view name, std::string_view pattern) {
  return std::ranges::equal(name, pattern, [](char c, char p) { return p == '?' ? c >= '0' && c <= '9' : c == p; });
}

std::optional<std::size_t> columnOf(const std::vector<std::string>& names, std::initializer_list<std::string_view> patterns) {
  for (const auto pattern : patterns)
    for (std::size_t i = 0; i < names.size(); ++i)
      if (fits(names[i], pattern)) return i;
  return std::nullopt;
}

std::optional<PostcodeColumns> codePointOpen(std::span<const std::string> row) {
  constexpr std::size_t width = 10;  // postcode, quality, easting, northing, country, three health areas' worth, county, district, ward
  constexpr std::size_t country = 4;
  const bool codes = row.size() == width && standardPostcode(row[0]) && wholeNumber(row[1]) && wholeNumber(row[2]) && wholeNumber(row[3]) &&
                     row[country].size() == 9;
  if (!codes) return std::nullopt;
  PostcodeColumns columns;
  columns.layout = PostcodeLayout::codePointOpen;
  columns.header = false;
  columns.postcode = 0;
  columns.quality = 1;
  columns.withoutGrid = "90";
  columns.east = 2;
  columns.north = 3;
  columns.county = 7;
  columns.district = 8;
  return columns;
}

}  // namespace

std::optional<PostcodeColumns> columnsFrom(std::span<const std::string> firstRow) {
  std::vector<std::string> names;
  for (const std::string& name : firstRow) names.push_back(lowered(trimmed(name)));
  PostcodeColumns columns;
  columns.width = names.size();
  columns.district = columnOf(names, {"lad??cd", "oslaua", "laua"});
  columns.county = columnOf(names, {"cty??cd", "oscty", "cty"});
  columns.terminated = columnOf(names, {"doterm"});

  const auto onsPostcode = columnOf(names, {"pcds", "pcd8", "pcd7", "pcd2", "pcd"});
  const auto onsEast = columnOf(names, {"east1m", "oseast1m"});
  const auto onsNorth = columnOf(names, {"north1m", "osnrth1m"});
  if (onsPostcode && onsEast && onsNorth && columns.terminated && columns.district) {
    columns.layout = PostcodeLayout::onsDirectory;
    columns.postcode = *onsPostcode;
    columns.east = *onsEast;
    columns.north = *onsNorth;
    columns.quality = columnOf(names, {"gridind", "osgrdind"});
    columns.withoutGrid = "9";
    return columns;
  }

  const auto east = columnOf(names, {"easting"});
  const auto north = columnOf(names, {"northing"});
  if (east && north) {
    columns.east = *east;
    columns.north = *north;
    if (const auto outcodes = columnOf(names, {"outcode"})) {
      columns.layout = PostcodeLayout::outcodeCentroids;
      columns.postcode = *outcodes;
      columns.district = columnOf(names, {"main_lad"});
      return columns;
    }
    if (const auto postcodes = columnOf(names, {"postcode"})) {
      columns.layout = PostcodeLayout::plainList;
      columns.postcode = *postcodes;
      columns.county = columnOf(names, {"utla_code"});
      return columns;
    }
  }
  auto open = codePointOpen(firstRow);
  if (open) open->width = firstRow.size();
  return open;
}

}  // namespace homeward::exchange
