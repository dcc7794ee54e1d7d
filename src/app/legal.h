// The law's view of a child who is to live in a setting: gathers what `law` looks at from the case file's values.
#pragma once

#include <vector>

#include "app/workspace.h"
#include "domain/child.h"
#include "domain/referral.h"
#include "law/rules.h"

namespace homeward::app {

/// `joining` are all children of the referral who would move into the setting, the child included; they must outlive the answer.
[[nodiscard]] law::Circumstances circumstances(const Workspace& workspace, const geography::Atlas& atlas, const Child& child,
                                               const std::vector<const Child*>& joining, const Setting& setting, const Provider* provider,
                                               Date placedOn, bool emergency);

}  // namespace homeward::app
