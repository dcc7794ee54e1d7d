#include "app/without_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>

#include "app/names_in.h"
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

/// In small letters, those of western and central Europe too; as many bytes as before.
std::string folded(std::string_view text) {
  std::string small = lowered(text);
  for (std::size_t at = 0; at + 1 < small.size(); ++at) {
    const auto first = static_cast<unsigned char>(small[at]);
    const auto second = static_cast<unsigned char>(small[at + 1]);
    if (first == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97) small[at + 1] = static_cast<char>(second + 0x20);
    if (first != 0xC4 && first != 0xC5) continue;
    const unsigned code = (first & 0x1FU) << 6U | (second & 0x3FU);
    const bool oddIsCapital = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    if (code < 0x178 || oddIsCapital)
      if ((code % 2 == 1) == oddIsCapital && code != 0x138 && code != 0x149 && (second & 0x3FU) != 0x3FU)
        small[at + 1] = static_cast<char>(second + 1);
  }
  return small;
}

/// An address on the net, as far as it goes; 0: none begins there.
std::size_t addressAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && std::string_view(" \t\r\n,;()<>").find(text[end]) == std::string_view::npos) ++end;
  const std::string token = lowered(text.substr(at, end - at));
  const bool mail = token.find('@') != std::string::npos;
  return mail || token.starts_with("http") || token.starts_with("www.") ? end - at : 0;
}

/// A mark of letters and digits with six digits or more, blanks between them or not: a pupil's, an insured person's, a patient's.
std::size_t markAt(std::string_view text, std::size_t at) {
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::size_t end = at;
  for (std::size_t i = at; i < text.size() && letters <= 3; ++i) {
    if (isDigit(text[i]))
      ++digits;
    else if (isLetter(text[i]))
      ++letters;
    else if (text[i] != ' ' && text[i] != '-')
      break;
    if (text[i] != ' ' && text[i] != '-' && !inWord(text, i + 1) && letters <= 3 && digits >= 6) end = i + 1;
  }
  return end - at;
}

/// A day with its year, however it is written; 0: none begins there.
std::size_t dayAt(std::string_view text, std::size_t at) {
  static const std::regex day(
      "(?:[0-9]{1,2}(?:st|nd|rd|th)?(?: of)?[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ ,-]{1,2}[0-9]{2,4}"
      "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}"
      "|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2})",
      std::regex::icase | std::regex::optimize);
  constexpr std::size_t longest = 40;
  const std::string near(text.substr(at, longest));
  std::smatch found;
  if (!std::regex_search(near, found, day, std::regex_constants::match_continuous)) return 0;
  const auto length = static_cast<std::size_t>(found.length());
  return inWord(text, at + length) ? 0 : length;
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
  // A birthday without its year: with the age that is told it is the day of birth.
  const std::string month = longDate(day).substr(std::to_string(d).size() + 1, longDate(day).rfind(' ') - std::to_string(d).size() - 1);
  constexpr std::array<std::string_view, 4> ends = {"th", "st", "nd", "rd"};
  const std::string nth = std::to_string(d) + std::string(d % 10 <= 3 && d / 10 != 1 ? ends[d % 10] : ends[0]);
  for (const std::string& ofMonth : {month, month.substr(0, 3), month.substr(0, 4)})
    for (const std::string& ofDay : {std::to_string(d), nth}) {
      for (const char* between : {" ", " of "}) days.push_back(std::string(ofDay).append(between).append(ofMonth));
      for (const char* between : {" ", " the "}) days.push_back(std::string(ofMonth).append(between).append(ofDay));
    }
  return days;
}

}  // namespace

void WithoutNames::addName(const std::string& name, const std::string& instead, bool school) {
  const std::string whole(trimmed(name));
  if (whole.empty()) return;
  m_names.emplace_back(whole, instead);
  for (const std::string& word : wordsOf(whole))
    if (!(school ? tellsNoSchool(word) : tellsNobody(word))) m_names.emplace_back(word, instead);
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

void WithoutNames::addName(const std::string& name, const std::string& instead) { addName(name, instead, false); }

void WithoutNames::addNumber(const std::string& number) {
  if (!trimmed(number).empty()) m_texts.emplace_back(lowered(trimmed(number)), wording::sentence({"deid.number", {}}));
}

std::string WithoutNames::of(const std::string& words) const {
  auto names = m_names;
  for (auto& known : names) known.first = folded(known.first);
  std::ranges::stable_sort(names, [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  auto texts = m_texts;
  std::ranges::stable_sort(texts, [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  const std::string low = folded(words);
  const auto stands = [&](std::string_view text, const std::string& what, std::size_t at) {
    return text.substr(at, what.size()) == what && !inWord(text, at + what.size());
  };
  // "the Tansys": a name in the plural is the name.
  const auto named = [&](const std::string& name, std::size_t at) {
    if (low.compare(at, name.size(), name) != 0) return false;
    for (const std::string_view plural : {"", "s", "es"})
      if (std::string_view(low).substr(at + name.size()).starts_with(plural) && !inWord(low, at + name.size() + plural.size())) return true;
    return false;
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
        if (taken == 0 && named(name, at)) taken = name.size(), instead = other;
      if (const auto postcode = postcodeAt(words, at); taken == 0 && postcode) {
        taken = postcode->second;
        instead = outcode(postcode->first);
      }
      if (const std::size_t day = dayAt(words, at); day > taken) {  // a day with its year is longer than the birthday in it
        taken = day;
        instead = wording::sentence({"deid.day", {}});
      }
      if (const std::size_t address = addressAt(words, at); taken == 0 && address > 0) {
        taken = address;
        instead = wording::sentence({"deid.address", {}});
      }
      if (const std::size_t number = std::max(telephoneAt(words, at), markAt(words, at)); taken == 0 && number > 0) {
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
