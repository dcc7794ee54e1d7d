// The names that are hidden while a screen is shared, and what stands for each: a child's number, what somebody is to the child.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/workspace.h"

namespace homeward::app {

struct HiddenNames {
  std::vector<std::pair<std::string, std::string>> covered;  ///< a name or one word of it, and what is shown instead
  std::vector<std::string> kept;                             ///< of staff, homes and providers: shown also where they hold such a word
};
/// Of every child, those in the bin too, of the people in their contact plans and of sibling groups. Each word of a name is covered by
/// itself too, but for months and for particles like "van". What two children are called is shown as "a child".
[[nodiscard]] Result<HiddenNames> hiddenNames(Workspace& workspace);

}  // namespace homeward::app
