#include "exchange/decoder.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "support/text.h"

namespace homeward::exchange {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

struct Signature {
  std::string_view bytes;
  std::string_view advice;
};
constexpr std::array<Signature, 5> notText = {{
    {"PK\x03\x04", "This is a workbook or a ZIP archive. Open it in a spreadsheet program and save the sheet as CSV, or unpack it."},
    {"\xD0\xCF\x11\xE0", "This is an old Excel workbook. Open it in a spreadsheet program and save the sheet as CSV."},
    {"\x1F\x8B", "This file is compressed. Unpack it first and import the CSV file inside."},
    {"%PDF-", "This is a PDF document. Download the CSV version of it."},
    {"SQLite format 3", "This is a database, not a CSV file."},
}};

// A tab, line breaks, and the old end-of-file mark occur in text; other control characters do not.
bool isBinary(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1A;
}

}  // namespace

Result<void> Decoder::recognise(std::string& bytes) {
  for (const auto& [signature, advice] : notText)
    if (bytes.starts_with(signature)) return fail(ErrorCode::unreadable, "file", std::string(advice));
  if (bytes.starts_with(byteOrderMark)) {
    bytes.erase(0, byteOrderMark.size());
    m_form = Form::utf8;
  } else if (bytes.starts_with("\xFF\xFE")) {
    bytes.erase(0, 2);
    m_form = Form::utf16Little;
  } else if (bytes.starts_with("\xFE\xFF")) {
    bytes.erase(0, 2);
    m_form = Form::utf16Big;
  } else {
    m_form = m_encoding == Encoding::windows1252 ? Form::windows1252 : Form::utf8;
  }
  return {};
}

// Whole characters of a piece of UTF-16; an odd byte or the first half of a surrogate pair stays behind.
std::string Decoder::fromUnits(std::string& bytes) {
  std::size_t whole = bytes.size() / 2 * 2;
  if (whole >= 2) {
    const auto high = static_cast<unsigned char>(bytes[m_form == Form::utf16Big ? whole - 2 : whole - 1]);
    if (high >= 0xD8 && high < 0xDC) whole -= 2;
  }
  std::string text = fromUtf16(std::string_view(bytes).substr(0, whole), m_form == Form::utf16Big);
  m_waiting = bytes.substr(whole);
  return text;
}

Result<std::string> Decoder::next(std::string_view bytes) {
  std::string text = std::exchange(m_waiting, {}).append(bytes);
  if (m_form == Form::notYetKnown) {
    if (auto known = recognise(text); !known) return tl::unexpected(known.error());
  }
  if (m_form == Form::utf16Little || m_form == Form::utf16Big) text = fromUnits(text);
  if (m_form == Form::windows1252) text = fromWindows1252(text);
  if (std::any_of(text.begin(), text.end(), isBinary))
    return fail(ErrorCode::unreadable, "file", "This is not a text file: it holds bytes that no CSV file has. Nothing was read from it.");
  return text;
}

Result<void> Decoder::end() const {
  if (m_waiting.empty()) return {};
  return fail(ErrorCode::unreadable, "file", "The file ends in the middle of a character: it is cut off. Fetch it again.");
}

char delimiterOf(std::string_view text) {
  constexpr std::array<char, 3> candidates = {',', ';', '\t'};
  constexpr std::size_t firstRows = 20;
  std::vector<std::array<std::size_t, 3>> rows(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') {
      if (rows.back() != std::array<std::size_t, 3>{}) {
        if (rows.size() == firstRows) break;
        rows.emplace_back();
      }
      continue;
    }
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (c == candidates[i]) ++rows.back()[i];
  }
  char best = ',';
  std::pair<std::size_t, std::size_t> mostEven{0, 0};  // rows that agree, delimiters in each
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    std::map<std::size_t, std::size_t> agreeing;
    for (const auto& row : rows)
      if (row[i] > 0) ++agreeing[row[i]];
    for (const auto& [delimiters, count] : agreeing)
      if (std::pair(count, delimiters) > mostEven) {
        mostEven = {count, delimiters};
        best = candidates[i];
      }
  }
  return best;
}

}  // namespace homeward::exchange
