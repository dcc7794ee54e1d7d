// A workbook from outside (XLSX), looked at before anything is built from it: cells of sheets as text, nothing worked out, nothing followed.
//
// A workbook is a ZIP archive of XML. Refused, with a sentence that says what to do: one that is locked by a password; more than 1,000
// parts, 200 MB unpacked, or a part that is packed more than 100 to 1; macros, embedded objects, links out of the workbook (addresses of
// mail beside a cell are no links); a document type definition; formulas. Rows that are hidden by a filter are read like the others;
// a hidden sheet is refused. Private to this room and to its tests.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/result.h"

namespace homeward::exchange {

inline constexpr std::size_t xlsxMostBytes = 20'000'000;
inline constexpr std::size_t xlsxMostParts = 1'000;
inline constexpr std::size_t xlsxMostUnpacked = 200'000'000;
inline constexpr std::size_t xlsxMostPacking = 100;  ///< to 1, of parts that are larger than a megabyte unpacked
inline constexpr std::size_t xlsxMostPartBytes = 4'000'000;  ///< of a part that is read, and of all words together
inline constexpr std::size_t xlsxMostSheets = 10;
inline constexpr std::size_t xlsxMostCellBytes = 130'000;  ///< a cell takes 32,767 characters
inline constexpr int xlsxMostRows = 10'000;
inline constexpr int xlsxMostColumns = 64;

struct SheetCell {
  std::string text;     ///< trimmed; never empty
  bool number = false;  ///< the workbook says that it is a number: digits with a point, a day as its serial number
};
struct ReadSheet {
  std::string name;
  std::map<int, std::map<int, SheetCell>> rows;  ///< by row and column from 0; cells without words are left out
};
struct ReadBook {
  std::vector<ReadSheet> sheets;
  bool daysFrom1904 = false;  ///< serial numbers of days count from 1 January 1904, not from 30 December 1899
};
[[nodiscard]] Result<ReadBook> readWorkbook(std::string_view bytes);

/// "C14" for row 13 and column 2.
[[nodiscard]] std::string cellName(int row, int column);

}  // namespace homeward::exchange
