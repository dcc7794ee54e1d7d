// The codes of the statutory return that a placement usually has, by the home and the child: proposed, never forced.
#pragma once

#include <string>

#include "domain/child.h"
#include "domain/provider.h"

namespace homeward::app {

/// SSDA903 PLACE of a setting for a child: long-term fostering (U4, U1) when that is the plan, else U6 and U3.
[[nodiscard]] std::string placeCode(const Setting& setting, const Child& child);
/// SSDA903 PLACE_PROVIDER.
[[nodiscard]] std::string providerCode(Sector sector);

}  // namespace homeward::app
