// The fixed lists of the demo case as they stand in `resources/demo`: names, districts, providers, schools.
#pragma once

#include <string>
#include <vector>

#include "domain/provider.h"

namespace homeward::demo {

struct District {
  std::string authority;
  std::string authorityName;
  std::string outcode;
  std::string name;
  int column = 0;  ///< of its middle, in cells of the map
  int row = 0;
};
struct ProviderLine {
  std::string name;
  Sector sector = Sector::privateSector;
  std::string framework;
  SettingType type = SettingType::fosteringHousehold;
  int settings = 0;
  bool toAsk = false;
};
struct Lists {
  std::vector<District> districts;
  std::vector<ProviderLine> providers;
  std::vector<std::string> firstNames;
  std::vector<std::string> surnames;
  std::vector<std::string> homeWords;
  std::vector<std::string> homePrefixes;
  std::vector<std::string> schools;
};
[[nodiscard]] const Lists& lists();

}  // namespace homeward::demo
