#include "app/without_names.h"

#include <algorithm>
#include <array>
#include <optional>

#include "domain/dates.h"
#include "domain/place.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

constexpr std::size_t telephoneDigits = 7;
constexpr std::size_t longestPostcode = 8;
constexpr std::size_t shortestPostcode = 5;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether the byte at that place belongs to a word. Typographic marks (U+2000 to U+206F) end one, letters beyond ASCII do not.
bool inWord(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (isLetter(text[at]) || isDigit(text[at])) return true;
  if (byte(at) < 0x80) return false;
  std::size_t first = at;
  while (first > 0 && (byte(first) & 0xC0) == 0x80) --first;
  const bool mark = byte(first) == 0xE2 && first + 1 < text.size() && (byte(first + 1) == 0x80 || byte(first + 1) == 0x81);
  const bool blank = byte(first) == 0xC2 && first + 1 < text.size() && byte(first + 1) == 0xA0;
  return !mark && !blank;
}

/// What any school may be called: the rest of its name tells which.
bool tellsNoSchool(std::string_view word) {
  constexpr std::array<std::string_view, 24> common = {
      "primary", "school",  "academy",   "college", "infant",    "infants", "junior",  "juniors", "high",     "the",  "of",  "and",
      "saint",   "grammar", "secondary", "church",  "community", "special", "nursery", "centre",  "catholic", "free", "for", "unit"};
  return word.size() < 3 || std::ranges::find(common, lowered(word)) != common.end();
}

/// Words between anything that belongs to none: "Anne-Marie O'Hara" has four.
std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && inWord(text, at)) {
      word.push_back(text[at]);
      continue;
    }
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  }
  return words;
}

bool hasCapital(std::string_view word) {
  return !word.empty() && (static_cast<unsigned char>(word.front()) >= 0x80 || (word.front() >= 'A' && word.front() <= 'Z'));
}

/// The postcode that begins there, with its length as written; none: there is none.
std::optional<std::pair<std::string, std::size_t>> postcodeAt(std::string_view text, std::size_t at) {
  for (std::size_t length = std::min(longestPostcode, text.size() - at); length >= shortestPostcode; --length) {
    const std::string_view written = text.substr(at, length);
    if (inWord(text, at + length) || written.back() == ' ') continue;
    if (written.find_first_of("\n\r\t") != std::string_view::npos) continue;
    if (const auto standard = standardPostcode(written)) return std::pair(*standard, length);
  }
  return std::nullopt;
}

/// Digits with blanks, hyphens or brackets between, as long as somebody could ring it; 0: no number begins there.
std::size_t telephoneAt(std::string_view text, std::size_t at) {
  std::size_t digits = 0;
  std::size_t end = at;
  for (std::size_t i = at; i < text.size(); ++i) {
    if (isDigit(text[i])) {
      ++digits;
      end = i + 1;
    } else if (std::string_view(" -()+").find(text[i]) == std::string_view::npos) {
      break;
    }
  }
  return digits >= telephoneDigits ? end - at : 0;
}

std::string twoDigits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::vector<std::string> writtenDays(Date day) {
  const std::chrono::year_month_day parts{day};
  const auto d = static_cast<unsigned>(parts.day());
  const auto m = static_cast<unsigned>(parts.month());
  const auto year = static_cast<int>(parts.year());
  const std::string full = std::to_string(year);
  const std::string shortened = full.size() == 4 ? full.substr(2) : full;
  std::vector<std::string> days{longDate(day), full + "-" + twoDigits(m) + "-" + twoDigits(d)};
  for (const char* between : {"/", ".", "-"})
    for (const std::string& ofYear : {full, shortened}) {
      days.push_back(std::to_string(d) + between + std::to_string(m) + between + ofYear);
      days.push_back(twoDigits(d) + between + twoDigits(m) + between + ofYear);
    }
  return days;
}

}  // namespace

void WithoutNames::addName(const std::string& name, const std::string& instead, bool school) {
  const std::string whole(trimmed(name));
  if (whole.empty()) return;
  m_names.emplace_back(whole, instead);
  for (const std::string& word : wordsOf(whole))
    if (word.size() > 1 && hasCapital(word) && !(school && tellsNoSchool(word))) m_names.emplace_back(word, instead);
}

void WithoutNames::addChild(const Child& child, const std::string& called) {
  addName(child.name, called, false);
  addName(child.knownAs, called, false);
  const std::string known = wording::sentence({"deid.contact.name", {}});
  for (const Contact& contact : child.contacts) addName(contact.name, known, false);
  addName(child.school, wording::sentence({"deid.school.name", {}}), true);
  addNumber(child.number);
  const std::string day = wording::sentence({"deid.day", {}});
  if (child.born != Date{})
    for (const std::string& written : writtenDays(child.born)) m_texts.emplace_back(lowered(written), day);
}

void WithoutNames::addNumber(const std::string& number) {
  if (!trimmed(number).empty()) m_texts.emplace_back(lowered(trimmed(number)), wording::sentence({"deid.number", {}}));
}

std::string WithoutNames::of(const std::string& words) const {
  auto names = m_names;
  std::ranges::stable_sort(names, [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  auto texts = m_texts;
  std::ranges::stable_sort(texts, [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  const std::string low = lowered(words);
  const auto stands = [&](std::string_view text, const std::string& what, std::size_t at) {
    return text.substr(at, what.size()) == what && !inWord(text, at + what.size());
  };
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const bool begins = at == 0 || !inWord(words, at - 1);
    std::size_t taken = 0;
    std::string instead;
    if (begins) {
      for (const auto& [text, other] : texts)
        if (taken == 0 && stands(low, text, at)) taken = text.size(), instead = other;
      for (const auto& [name, other] : names)
        if (taken == 0 && (stands(words, name, at) || stands(words, uppered(name), at))) taken = name.size(), instead = other;
      if (const auto postcode = postcodeAt(words, at); taken == 0 && postcode) {
        taken = postcode->second;
        instead = outcode(postcode->first);
      }
      if (const std::size_t number = telephoneAt(words, at); taken == 0 && number > 0) {
        taken = number;
        instead = wording::sentence({"deid.number", {}});
      }
    }
    if (taken == 0) {
      out.push_back(words[at++]);
      continue;
    }
    out += instead;
    at += taken;
  }
  return out;
}

}  // namespace homeward::app
