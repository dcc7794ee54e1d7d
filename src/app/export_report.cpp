#include "app/export_report.h"

#include "exchange/report_files.h"

namespace homeward::app {

Result<void> exportReport(const reports::Report& report, const std::filesystem::path& path, ExportFormat format) {
  return format == ExportFormat::csv ? exchange::writeReportCsv(report, path) : exchange::writeReportXlsx(report, path);
}

}  // namespace homeward::app
