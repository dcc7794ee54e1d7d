// The law's view of a child who is to live in a setting: gathers what `law` looks at from the case file's values.
#pragma once

#include <vector>

#include "app/workspace.h"
#include "domain/child.h"
#include "domain/placement.h"
#include "domain/referral.h"
#include "law/rules.h"

namespace homeward::app {

/// `joining` are all children of the referral who would move into the setting, the child included; they must outlive the answer.
[[nodiscard]] law::Circumstances circumstances(const Workspace& workspace, const geography::Atlas& atlas, const Child& child,
                                               const std::vector<const Child*>& joining, const Setting& setting, const Provider* provider,
                                               Date placedOn, bool emergency);

/// The clocks that a placement set running. Same-day placements have the days of an emergency; the six working days run only where the
/// placement was made beyond the household's approval.
[[nodiscard]] std::vector<law::Clock> clocksOf(const Workspace& workspace, const geography::Atlas& atlas, const Placement& placement,
                                               const Child& child, const Setting& setting, const Provider* provider,
                                               const Referral* referral);

}  // namespace homeward::app
