// Any bytes as a CSV file: what is read keeps its limits, and what is written from it reads back the same.
#include "exchange/csv.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using namespace homeward;
using namespace homeward::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  CsvOptions options;
  options.encoding = data[0] % 2 == 0 ? Encoding::byMark : Encoding::windows1252;
  options.limits.fieldBytes = 4096;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::int64_t line = 0;
  std::int64_t rows = 0;
  const auto read = readCsvText(bytes, options, [&](const CsvRow& row) -> Result<void> {
    if (row.line < line || row.fields.empty() || row.fields.size() > options.limits.columns) std::abort();
    line = row.line;
    ++rows;
    CsvText out;
    std::vector<std::string> expected;
    for (const std::string& field : row.fields) {
      if (field.size() > options.limits.fieldBytes) std::abort();
      out.text(field);
      const bool runs = !field.empty() && std::string_view("=+-@\t\r\n").find(field.front()) != std::string_view::npos;
      expected.push_back(runs ? "'" + field : field);
    }
    out.text("end").endRow();
    expected.emplace_back("end");
    CsvOptions again;
    again.delimiter = ',';
    again.limits.columns = options.limits.columns + 1;
    std::vector<std::string> back;
    const auto reread = readCsvText(out.bytes(), again, [&back](const CsvRow& each) -> Result<void> {
      back.assign(each.fields.begin(), each.fields.end());
      return {};
    });
    if (!reread || back != expected) std::abort();
    return {};
  });
  if (read && read->rows != rows) std::abort();
  return 0;
}
