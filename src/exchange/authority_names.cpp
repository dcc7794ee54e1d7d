#include "exchange/authority_names.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "exchange/csv.h"
#include "support/text.h"

namespace homeward::embedded {
std::string_view authorities();
std::string_view districts();
}  // namespace homeward::embedded

namespace homeward::exchange {
namespace {

constexpr std::array<std::string_view, 16> kindsOfCouncil = {"council", "county", "city",    "borough",   "metropolitan", "district",
                                                             "london",  "royal",  "unitary", "authority", "corporation",  "of",
                                                             "the",     "mbc",    "ua",      "la"};

std::vector<std::string> wordsOf(std::string_view name) {
  std::string plain;
  for (const char c : lowered(name)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&')
      plain += " and ";
    else if (c == '\'' || c == '.' || byte >= 0x80)  // "St. Helens", "King's": nothing stands between
      continue;
    else
      plain.push_back((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ? c : ' ');
  }
  const std::string spaced = collapsed(plain);
  std::vector<std::string> words;
  for (const auto word : split(spaced, ' '))
    if (!word.empty()) words.emplace_back(word);
  return words;
}

std::string wholeFold(std::string_view name) { return joined(wordsOf(name), " "); }

// Without the words that say what kind of council it is; empty for "London Borough Council".
std::string fold(std::string_view name) {
  auto words = wordsOf(name);
  std::erase_if(
      words, [](const std::string& word) { return std::find(kindsOfCouncil.begin(), kindsOfCouncil.end(), word) != kindsOfCouncil.end(); });
  return joined(words, " ");
}

template <class Take>
void eachRow(std::string_view table, const Take& take) {
  bool header = true;
  const auto read = readCsvText(table, {}, [&](const CsvRow& row) -> Result<void> {
    if (!std::exchange(header, false)) take(row.fields);
    return {};
  });
  assert(read.has_value());  // our own table
  static_cast<void>(read);
}

}  // namespace

const AuthorityNames& AuthorityNames::england() {
  static const AuthorityNames names(embedded::authorities(), embedded::districts());
  return names;
}

AuthorityNames::AuthorityNames(std::string_view authorities, std::string_view districts) {
  eachRow(authorities, [this](std::span<const std::string> row) {
    const auto& code = row[0];
    m_all.push_back({code, row[1]});
    m_nameByCode.emplace(code, row[1]);
    m_upperTier.emplace(code, code);
    std::vector<std::string> names{row[1]};
    for (const auto other : split(row[2], '|')) names.emplace_back(other);
    for (const auto& name : names)
      for (const auto& folded : {wholeFold(name), fold(name)})
        if (!folded.empty()) m_codeByName.emplace(folded, code);
  });
  eachRow(districts, [this](std::span<const std::string> row) { m_upperTier.emplace(row[0], row[1]); });
}

std::optional<std::string> AuthorityNames::code(std::string_view name) const {
  for (const auto& folded : {wholeFold(name), fold(name)})
    if (const auto found = m_codeByName.find(folded); found != m_codeByName.end()) return found->second;
  return std::nullopt;
}

std::string AuthorityNames::name(std::string_view code) const {
  const auto found = m_nameByCode.find(std::string(code));
  return found == m_nameByCode.end() ? std::string() : found->second;
}

std::string AuthorityNames::upperTier(std::string_view code) const {
  if (const auto found = m_upperTier.find(std::string(code)); found != m_upperTier.end()) return found->second;
  const bool singleTier = code.size() == 9 && (code.starts_with("W06") || code.starts_with("S12"));
  return singleTier ? std::string(code) : std::string();
}

bool sameCouncil(std::string_view a, std::string_view b) {
  const std::string folded = fold(a);
  return wholeFold(a) == wholeFold(b) || (!folded.empty() && folded == fold(b));
}

}  // namespace homeward::exchange
