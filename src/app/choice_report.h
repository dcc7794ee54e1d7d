// A choice as a report: what is printed of it.
#pragma once

#include "disclosure/choice_sheet.h"
#include "reports/report.h"

namespace homeward::app {

/// The child's words, the homes side by side, and each home with what fits and what does not.
[[nodiscard]] reports::Report choiceReport(const disclosure::ChoiceSheet& sheet, Instant asAt);

}  // namespace homeward::app
