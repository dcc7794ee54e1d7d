// The law's view of a child who is to live in a setting: gathers from the case file what `matching` makes its circumstances of.
#pragma once

#include <vector>

#include "app/workspace.h"
#include "domain/child.h"
#include "domain/placement.h"
#include "domain/referral.h"
#include "law/rules.h"
#include "matching/circumstances.h"

namespace homeward::app {

/// Siblings of these children who are looked after and not among them, each once.
[[nodiscard]] Result<std::vector<Child>> siblingsElsewhere(Workspace& workspace, const std::vector<Child>& children);

/// `joining` are those of the people who would move into the arrival's setting, the child included.
[[nodiscard]] law::Circumstances circumstances(const Workspace& workspace, const geography::Atlas& atlas, const matching::People& people,
                                               std::size_t child, const std::vector<std::size_t>& joining,
                                               const matching::Arrival& arrival);

/// The clocks that a placement set running. Same-day placements have the days of an emergency; the six working days run only where the
/// placement was made beyond the household's approval.
[[nodiscard]] std::vector<law::Clock> clocksOf(const Workspace& workspace, const geography::Atlas& atlas, const Placement& placement,
                                               const Child& child, const Setting& setting, const Provider* provider,
                                               const Referral* referral);

}  // namespace homeward::app
