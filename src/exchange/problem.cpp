#include "exchange/problem.h"

#include <utility>

#include "support/text.h"

namespace homeward::exchange {

void RowProblems::add(RowProblem problem) {
  ++m_count;
  if (problem.skipped) ++m_skipped;
  if (m_first.size() < kept) m_first.push_back(std::move(problem));
}

std::string inQuotes(std::string_view value) {
  constexpr std::size_t longest = 60;
  std::string plain = collapsed(value);
  if (plain.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(plain[end]) & 0xC0) == 0x80) --end;  // not within a character
    plain = plain.substr(0, end) + "...";
  }
  return "\"" + plain + "\"";
}

}  // namespace homeward::exchange
