// Tables as text: rows of fields, read from whatever a council's or a publisher's spreadsheet program wrote, and written so that a
// spreadsheet program opens them without harm.
//
// Reading streams: one row at a time, in memory bounded by the longest row allowed. The encoding follows the byte-order mark (UTF-8,
// UTF-16 either way), else it is UTF-8 unless the person chose Windows-1252; it is never guessed. The delimiter is the one of comma,
// semicolon and tab that cuts the first rows most evenly. Blank lines are passed over, blanks around an unquoted field are not part of
// it, and line breaks inside quotation marks are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "support/progress.h"
#include "support/result.h"

namespace homeward::exchange {

enum class Encoding { byMark, windows1252 };

/// A text file, and in which encoding the person says that it is.
struct TextFile {
  std::filesystem::path path;
  Encoding encoding = Encoding::byMark;
  TextFile() = default;
  TextFile(std::filesystem::path file, Encoding as = Encoding::byMark) : path(std::move(file)), encoding(as) {}
};

struct CsvLimits {
  std::size_t fieldBytes = 65'536;
  std::size_t columns = 256;
  std::int64_t rows = 100'000;
  std::int64_t bytes = 20'000'000;
};
/// Published reference data (postcodes) may be of any length; its fields and columns are limited all the same.
[[nodiscard]] CsvLimits referenceDataLimits();

struct CsvOptions {
  Encoding encoding = Encoding::byMark;
  char delimiter = '\0';  ///< none: found from the first rows
  CsvLimits limits;
  Progress progress;  ///< in bytes
};

struct CsvRow {
  std::int64_t line = 0;  ///< line of the file on which the row begins, from 1
  std::span<const std::string> fields;
};

/// Called for each row; its error ends the reading and is handed on.
using RowReader = std::function<Result<void>(const CsvRow&)>;

struct CsvRead {
  std::int64_t rows = 0;
  char delimiter = ',';
};

/// A file read a piece at a time, for a reader that is asked for rows instead of being handed them.
class CsvStream {
 public:
  [[nodiscard]] static Result<CsvStream> open(const std::filesystem::path& file, const CsvOptions& options);
  CsvStream(CsvStream&&) noexcept;
  CsvStream& operator=(CsvStream&&) noexcept;
  CsvStream(const CsvStream&) = delete;
  CsvStream& operator=(const CsvStream&) = delete;
  ~CsvStream();
  /// Hands on the rows that end in the next piece (64 KiB), possibly none. False: the file is at its end.
  [[nodiscard]] Result<bool> readSome(const RowReader& row);
  [[nodiscard]] CsvRead soFar() const;

 private:
  struct State;
  explicit CsvStream(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

/// Errors: notFound, unavailable, unreadable (not text, wrong encoding, a quotation mark that never closes), tooLarge, cancelled, and
/// what `row` answers.
[[nodiscard]] Result<CsvRead> readCsv(const std::filesystem::path& file, const CsvOptions& options, const RowReader& row);
[[nodiscard]] Result<CsvRead> readCsvText(std::string_view bytes, const CsvOptions& options, const RowReader& row);

/// A header name without what differs between copies of a file: case, blanks, line breaks, punctuation. "Short-break-only\nchildren's
/// home" is "shortbreakonlychildrenshome".
[[nodiscard]] std::string foldedName(std::string_view header);

/// A CSV text as spreadsheet programs open it: UTF-8 with a byte-order mark, commas, CRLF. Text that a spreadsheet would run as a formula
/// (it begins with = + - @, a tab or a line break) gets an apostrophe in front; a figure of our own stays a figure.
class CsvText {
 public:
  CsvText();
  CsvText& text(std::string_view field);
  CsvText& figure(std::string_view field);  ///< digits that we formatted ourselves: "-12.50"
  CsvText& none();
  void endRow();
  [[nodiscard]] const std::string& bytes() const { return m_bytes; }

 private:
  void put(std::string_view field, bool ours);
  std::string m_bytes;
  bool m_rowBegun = false;
};

}  // namespace homeward::exchange
