// A report out of the building: CSV or a spreadsheet, whole or absent.
#pragma once

#include <filesystem>

#include "reports/report.h"
#include "support/result.h"

namespace homeward::app {

enum class ExportFormat { csv, xlsx };
[[nodiscard]] Result<void> exportReport(const reports::Report& report, const std::filesystem::path& path, ExportFormat format);

}  // namespace homeward::app
