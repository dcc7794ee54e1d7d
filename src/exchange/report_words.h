// What every file of a report says about itself, and how its figures look as text.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reports/report.h"

namespace homeward::exchange {

/// "As at" and its moment, "Author" and the name ...; lines that have nothing to say are left out.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> aboutReport(const reports::Report& report);
/// A cell as text: "1453.14", "2026-11-27", "8.9", "12.34%".
[[nodiscard]] std::string cellText(const reports::Cell& cell, reports::ColumnKind kind);

}  // namespace homeward::exchange
