#include <algorithm>

#include "exchange/csv.h"
#include "exchange/report_files.h"
#include "exchange/report_words.h"
#include "support/platform/files.h"

namespace homeward::exchange {
namespace {

void putRow(CsvText& out, const reports::Table& table, const std::vector<reports::Cell>& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto kind = i < table.columns.size() ? table.columns[i].kind : reports::ColumnKind::words;
    const std::string text = cellText(row[i], kind);
    if (std::holds_alternative<std::string>(row[i]))
      out.text(text);
    else
      out.figure(text);
  }
  out.endRow();
}

void putTable(CsvText& out, const reports::Table& table) {
  out.endRow();
  out.text(table.title).endRow();
  for (const auto& column : table.columns) out.text(column.title);
  out.endRow();
  for (const auto& row : table.rows) putRow(out, table, row);
  if (!table.totals.empty()) putRow(out, table, table.totals);
  if (!table.note.empty()) out.text(table.note).endRow();
}

}  // namespace

Result<std::string> reportCsv(const reports::Report& report, std::optional<std::string_view> tableKey) {
  CsvText out;
  for (const auto& [what, text] : aboutReport(report)) out.text(what).text(text).endRow();
  if (tableKey) {
    const auto table = std::ranges::find(report.tables, *tableKey, &reports::Table::key);
    if (table == report.tables.end()) return fail(ErrorCode::notFound, std::string(*tableKey), "The report has no such table.");
    putTable(out, *table);
  } else {
    for (const auto& table : report.tables) putTable(out, table);
  }
  return out.bytes();
}

Result<void> writeReportCsv(const reports::Report& report, const std::filesystem::path& file, std::optional<std::string_view> tableKey) {
  const auto bytes = reportCsv(report, tableKey);
  if (!bytes) return tl::unexpected(bytes.error());
  return platform::writeFile(file, *bytes);
}

}  // namespace homeward::exchange
