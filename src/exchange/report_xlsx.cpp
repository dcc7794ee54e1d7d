#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <set>

#include "exchange/report_files.h"
#include "exchange/report_words.h"
#include "exchange/xlsx_book.h"
#include "support/platform/files.h"
#include "support/text.h"

namespace homeward::exchange {
namespace {

constexpr std::size_t mostBytes = std::size_t{200} * 1000 * 1000;

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string firstCharacters(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  while (end < text.size()) {
    std::size_t next = end + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    if (count-- == 0) break;
    end = next;
  }
  return std::string(text.substr(0, end));
}

// Excel's rules for the name of a sheet: 31 characters, none of []:*?/\ , no apostrophe at an end, no name twice in any case.
std::string sheetName(const std::string& title, std::set<std::string>& taken) {
  constexpr std::size_t longest = 31;
  std::string plain = title;
  for (char& c : plain)
    if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < ' ') c = ' ';
  plain = collapsed(plain);
  if (plain.empty() || lowered(plain) == "history") plain = "Table";
  std::string name = firstCharacters(plain, longest);
  for (int n = 2; !taken.insert(lowered(name)).second; ++n) {
    const std::string number = " " + std::to_string(n);
    name = firstCharacters(plain, longest - number.size()) + number;
  }
  return name;
}

// In the header of a printed page "&" begins a command, and there is room for 255 characters.
std::string pageHeader(const reports::Report& report) {
  constexpr std::size_t room = 80;
  const auto escaped = [](std::string_view text) {
    std::string out;
    for (const char c : firstCharacters(text, room)) out += c == '&' ? std::string("&&") : std::string(1, c);
    return out;
  };
  const std::string moment = longDate(englandDay(report.asAt)) + ", " + clockTime(report.asAt);
  return "&L" + escaped(report.title + (report.fictional ? " (fictional data)" : "")) + "&Ras at " + moment;
}

class Workbook : public XlsxBook {
 public:
  using XlsxBook::XlsxBook;

  [[nodiscard]] bool begin(const reports::Report& report) {
    if (!XlsxBook::begin(report.asAt)) return false;
    m_bold = workbook_add_format(book());
    format_set_bold(m_bold);
    m_header = workbook_add_format(book());
    format_set_bold(m_header);
    format_set_text_wrap(m_header);
    format_set_bottom(m_header, LXW_BORDER_THIN);
    m_wrapped = workbook_add_format(book());
    format_set_text_wrap(m_wrapped);
    format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
    return true;
  }

  void table(const reports::Report& report, const reports::Table& table) {
    lxw_worksheet* sheet = sheetFor(sheetName(table.title, m_names), report);
    if (sheet == nullptr) return;
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string& title = table.columns[i].title;
      keep(worksheet_write_string(sheet, 0, column(i), title.c_str(), m_header));
      widths.push_back(characters(title));
    }
    lxw_row_t at = 1;
    for (const auto& row : table.rows) putRow(sheet, at++, table, row, false, widths);
    const lxw_row_t last = at - 1;
    if (!table.totals.empty()) putRow(sheet, at++, table, table.totals, true, widths);
    if (!table.note.empty()) keep(worksheet_write_string(sheet, at + 1, 0, table.note.c_str(), nullptr));
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    if (!table.columns.empty()) keep(worksheet_autofilter(sheet, 0, 0, std::max<lxw_row_t>(last, 1), column(table.columns.size() - 1)));
    constexpr std::size_t narrowest = 9;
    constexpr std::size_t widest = 60;
    for (std::size_t i = 0; i < widths.size(); ++i)
      keep(worksheet_set_column(sheet, column(i), column(i), static_cast<double>(std::clamp(widths[i] + 3, narrowest, widest)), nullptr));
  }

  void about(const reports::Report& report) {
    lxw_worksheet* sheet = sheetFor(sheetName("About", m_names), report);
    if (sheet == nullptr) return;
    lxw_row_t at = 0;
    for (const auto& [what, text] : aboutReport(report)) {
      keep(worksheet_write_string(sheet, at, 0, what.c_str(), m_bold));
      keep(worksheet_write_string(sheet, at++, 1, text.c_str(), m_wrapped));
    }
    constexpr double labels = 16;
    constexpr double texts = 90;
    keep(worksheet_set_column(sheet, 0, 0, labels, nullptr));
    keep(worksheet_set_column(sheet, 1, 1, texts, nullptr));
  }

 private:
  static lxw_col_t column(std::size_t index) {
    return static_cast<lxw_col_t>(std::min<std::size_t>(index, std::numeric_limits<lxw_col_t>::max()));
  }

  lxw_worksheet* sheetFor(const std::string& name, const reports::Report& report) {
    lxw_worksheet* sheet = addSheet(name);
    if (sheet == nullptr) return nullptr;
    worksheet_set_landscape(sheet);
    keep(worksheet_set_header(sheet, pageHeader(report).c_str()));
    return sheet;
  }

  enum class Look { general, pounds, day, miles, percent };
  lxw_format* look(Look look, bool total) {
    lxw_format*& format = m_looks[{look, total}];
    if (format != nullptr) return format;
    format = workbook_add_format(book());
    constexpr std::array<const char*, 5> formats = {"General", "\"£\"#,##0.00;[Red]-\"£\"#,##0.00", "dd/mm/yyyy", "0.0", "0.00%"};
    format_set_num_format(format, formats[static_cast<std::size_t>(look)]);
    if (total) {
      format_set_bold(format);
      format_set_top(format, LXW_BORDER_THIN);
    }
    return format;
  }

  void putRow(lxw_worksheet* sheet, lxw_row_t at, const reports::Table& table, const std::vector<reports::Cell>& row, bool total,
              std::vector<std::size_t>& widths) {
    constexpr std::size_t roomForPoundSigns = 4;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto kind = i < table.columns.size() ? table.columns[i].kind : reports::ColumnKind::words;
      if (i < widths.size())
        widths[i] =
            std::max(widths[i], characters(cellText(row[i], kind)) + (std::holds_alternative<Money>(row[i]) ? roomForPoundSigns : 0));
      putCell(sheet, at, column(i), row[i], kind, total);
    }
  }

  void putCell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t col, const reports::Cell& cell, reports::ColumnKind kind, bool total) {
    if (const auto* words = std::get_if<std::string>(&cell)) {
      keep(worksheet_write_string(sheet, row, col, words->c_str(), look(Look::general, total)));
    } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
      constexpr double hundredthsOfAPercent = 10'000.0;
      if (kind == reports::ColumnKind::percent)
        keep(worksheet_write_number(sheet, row, col, static_cast<double>(*number) / hundredthsOfAPercent, look(Look::percent, total)));
      else
        keep(worksheet_write_number(sheet, row, col, static_cast<double>(*number), look(Look::general, total)));
    } else if (const auto* amount = std::get_if<Money>(&cell)) {
      keep(worksheet_write_number(sheet, row, col, static_cast<double>(amount->pence) / 100.0, look(Look::pounds, total)));
    } else if (const auto* day = std::get_if<Date>(&cell)) {
      // Excel counts days from 30 December 1899 (for all days since March 1900).
      constexpr Date epoch = date(1899, 12, 30);
      keep(worksheet_write_number(sheet, row, col, static_cast<double>((*day - epoch).count()), look(Look::day, total)));
    } else if (const auto* value = std::get_if<double>(&cell); value != nullptr && std::isfinite(*value)) {
      keep(worksheet_write_number(sheet, row, col, *value, look(kind == reports::ColumnKind::miles ? Look::miles : Look::general, total)));
    } else {
      keep(worksheet_write_blank(sheet, row, col, look(Look::general, total)));
    }
  }

  lxw_format* m_bold = nullptr;
  lxw_format* m_header = nullptr;
  lxw_format* m_wrapped = nullptr;
  std::map<std::pair<Look, bool>, lxw_format*> m_looks;
  std::set<std::string> m_names;
};

}  // namespace

Result<std::string> reportXlsx(const reports::Report& report) {
  const auto scratch = ScratchFolder::create();
  if (!scratch) return tl::unexpected(scratch.error());
  Workbook book(*scratch);
  if (!book.begin(report)) return fail(ErrorCode::unavailable, "workbook", "The workbook could not be made: there is not enough memory.");
  for (const auto& table : report.tables) book.table(report, table);
  book.about(report);
  return book.bytes(mostBytes);
}

Result<void> writeReportXlsx(const reports::Report& report, const std::filesystem::path& file) {
  const auto bytes = reportXlsx(report);
  if (!bytes) return tl::unexpected(bytes.error());
  return platform::writeFile(file, *bytes);
}

}  // namespace homeward::exchange
