// What the council can buy besides a home, with its weekly price: the list by which "this home falls short" becomes "it does not, at £610
// a week more".
#pragma once

#include <vector>

#include "app/workspace.h"
#include "domain/priced_support.h"

namespace homeward::app {

[[nodiscard]] Result<std::vector<PricedSupport>> pricedSupport(Workspace& workspace);
/// Adds it, or puts it in the place of the one that was called `before`. A name that another has is refused.
[[nodiscard]] Result<void> savePricedSupport(Workspace& workspace, PricedSupport support, const std::string& before = {});
[[nodiscard]] Result<void> removePricedSupport(Workspace& workspace, const std::string& name);

}  // namespace homeward::app
