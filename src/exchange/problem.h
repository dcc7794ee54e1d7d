// What is wrong with one row of an imported file, in words for the person who will mend the file.
//
// A row that is wrong never stops the rows around it; a file that is wrong as a whole is an Error. The first thousand problems are kept,
// the rest are counted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace homeward::exchange {

struct RowProblem {
  std::int64_t line = 0;  ///< line of the file on which the row begins, from 1
  std::string column;     ///< as this program names it, or empty when it is the whole row
  std::string message;
  bool skipped = false;  ///< the row was left out; otherwise only this value of it was
  friend bool operator==(const RowProblem&, const RowProblem&) = default;
};

class RowProblems {
 public:
  static constexpr std::size_t kept = 1000;
  void add(RowProblem problem);
  [[nodiscard]] const std::vector<RowProblem>& first() const { return m_first; }
  [[nodiscard]] std::int64_t count() const { return m_count; }
  [[nodiscard]] std::int64_t skippedRows() const { return m_skipped; }

 private:
  std::vector<RowProblem> m_first;
  std::int64_t m_count = 0;
  std::int64_t m_skipped = 0;
};

/// A value of a file as a message shows it: in quotation marks, on one line, cut short after sixty bytes.
[[nodiscard]] std::string inQuotes(std::string_view value);

}  // namespace homeward::exchange
