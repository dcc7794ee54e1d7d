// Reports as files for a spreadsheet program: CSV for anything that reads text, and a workbook with real numbers, dates and pounds.
//
// Both say as at when the report was counted, its filters, its author and how its figures were counted. A file is there whole or not at
// all. The workbook is the same, byte for byte, for the same report: its only moment is the report's own, its properties name nobody, and
// nothing in it is hidden. While it is made it lies in memory-backed storage of this machine where there is any, for its owner only.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "reports/report.h"
#include "support/result.h"

namespace homeward::exchange {

/// One table by its key, or all of them below one another. notFound if the report has no such table.
[[nodiscard]] Result<std::string> reportCsv(const reports::Report& report, std::optional<std::string_view> tableKey = std::nullopt);
/// A sheet for each table (frozen header, filters, totals below) and a sheet "About".
[[nodiscard]] Result<std::string> reportXlsx(const reports::Report& report);

[[nodiscard]] Result<void> writeReportCsv(const reports::Report& report, const std::filesystem::path& file,
                                          std::optional<std::string_view> tableKey = std::nullopt);
[[nodiscard]] Result<void> writeReportXlsx(const reports::Report& report, const std::filesystem::path& file);

}  // namespace homeward::exchange
