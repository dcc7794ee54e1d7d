// A report as a value: what any screen, PDF, spreadsheet or CSV shows, independent of each.
//
// Every report says as at when it was counted, its filters, its author and how its figures were counted. Amounts are amounts, not text.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/dates.h"
#include "domain/money.h"

namespace homeward::reports {

enum class ColumnKind { words, wholeNumber, amount, day, miles, percent };

struct Column {
  std::string title;
  ColumnKind kind = ColumnKind::words;
};

/// Empty cells are std::monostate ("none"); percent is in hundredths of a per cent.
using Cell = std::variant<std::monostate, std::string, std::int64_t, Money, Date, double>;

struct Table {
  std::string key;  ///< stable: "bySettingType"
  std::string title;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::vector<Cell> totals;  ///< empty, or as many cells as columns
  std::string note;
  bool appendix = false;  ///< the lines behind the figures: always in spreadsheets, on paper only when asked for
};

struct Report {
  std::string title;   ///< "Weekly cost report"
  std::string period;  ///< "Week 48: 23 to 29 November 2026"
  Instant asAt{};
  std::string author;
  std::string filters;  ///< "no filter"
  std::string howCounted;
  bool fictional = false;  ///< demo data: every page says so
  std::vector<Table> tables;
};

}  // namespace homeward::reports
