// Rows of a CSV text as the tests compare them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "exchange/csv.h"
#include "support/catch.h"

namespace homeward::tests {

using Rows = std::vector<std::vector<std::string>>;

struct RowsRead {
  Rows rows;
  std::vector<std::int64_t> lines;
  Result<exchange::CsvRead> outcome;
};

inline RowsRead rowsOf(std::string_view bytes, const exchange::CsvOptions& options = {}) {
  RowsRead read;
  read.outcome = exchange::readCsvText(bytes, options, [&read](const exchange::CsvRow& row) -> Result<void> {
    read.rows.emplace_back(row.fields.begin(), row.fields.end());
    read.lines.push_back(row.line);
    return {};
  });
  return read;
}

/// The same text as UTF-16 with its byte-order mark; ASCII only.
inline std::string utf16(std::string_view ascii, bool bigEndian) {
  std::string bytes = bigEndian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) {
    if (bigEndian) bytes.push_back('\0');
    bytes.push_back(c);
    if (!bigEndian) bytes.push_back('\0');
  }
  return bytes;
}

}  // namespace homeward::tests
