// The week's cost report of a case file, as it is known now or was known at a moment.
#pragma once

#include <optional>

#include "app/workspace.h"
#include "reports/weekly.h"

namespace homeward::app {

struct WeekReport {
  reports::WeeklyCost cost;
  std::vector<reports::PlacementFacts> facts;
  reports::Report report;
};
[[nodiscard]] Result<WeekReport> weekReport(Workspace& workspace, IsoWeek week, std::optional<Instant> asKnownAt = std::nullopt);
/// What each of the last `weeks` weeks cost, oldest first.
[[nodiscard]] Result<std::vector<std::pair<IsoWeek, Money>>> costByWeek(Workspace& workspace, IsoWeek last, int weeks);

}  // namespace homeward::app
