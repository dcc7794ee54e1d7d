#include "domain/codes.h"

#include <algorithm>

#include "support/text.h"

namespace homeward::embedded {
std::string_view ssda903Codes();
}  // namespace homeward::embedded

namespace homeward {
namespace {

std::optional<int> year(std::string_view text) {
  const auto number = wholeNumber(text);
  if (!number) return std::nullopt;
  return static_cast<int>(*number);
}

bool isValid(const Code& code, int returnYear) {
  return (!code.fromYear || *code.fromYear <= returnYear) && (!code.toYear || returnYear <= *code.toYear);
}

/// Our own table has five columns and neither quotes nor commas inside them; its first line names the columns.
std::vector<Code> readTable(std::string_view csv) {
  std::vector<Code> codes;
  const auto lines = split(csv, '\n');
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto cells = split(trimmed(lines[i]), ',');
    if (cells.size() != 5) continue;  // the empty line at the end
    codes.push_back({std::string(cells[0]), std::string(cells[1]), std::string(cells[2]), year(cells[3]), year(cells[4])});
  }
  return codes;
}

}  // namespace

const CodeTable& CodeTable::ssda903() {
  static const CodeTable table{readTable(embedded::ssda903Codes())};
  return table;
}

CodeTable::CodeTable(std::vector<Code> codes) : m_codes(std::move(codes)) {}

std::vector<const Code*> CodeTable::valid(std::string_view set, int returnYear) const {
  std::vector<const Code*> found;
  for (const Code& code : m_codes)
    if (code.set == set && isValid(code, returnYear)) found.push_back(&code);
  return found;
}

const Code* CodeTable::find(std::string_view set, std::string_view code, int returnYear) const {
  const auto found = std::ranges::find_if(
      m_codes, [&](const Code& known) { return known.set == set && known.code == code && isValid(known, returnYear); });
  return found == m_codes.end() ? nullptr : &*found;
}

std::string CodeTable::label(std::string_view set, std::string_view code) const {
  const auto found = std::ranges::find_if(m_codes, [&](const Code& known) { return known.set == set && known.code == code; });
  return found == m_codes.end() ? std::string(code) : found->label;
}

int returnYear(Date day) { return financialYear(day) + 1; }

}  // namespace homeward
