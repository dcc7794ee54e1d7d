#include "disclosure/shapes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "disclosure/checksums.h"
#include "domain/place.h"

namespace homeward::disclosure {
namespace {

constexpr std::size_t fewestDigits = 6;
constexpr std::size_t mostLettersInNumber = 4;
constexpr std::size_t longestNumber = 40;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return c >= 'a' && c <= 'z'; }
bool isWord(char c) { return isDigit(c) || isLetter(c) || static_cast<unsigned char>(c) >= 0x80; }

/// One place in the text, from which pieces are read.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : m_text(text), m_at(at) {}
  [[nodiscard]] std::size_t at() const { return m_at; }
  [[nodiscard]] bool endsWord() const { return m_at >= m_text.size() || !isWord(m_text[m_at]); }
  bool take(char c) {
    if (m_at >= m_text.size() || m_text[m_at] != c) return false;
    ++m_at;
    return true;
  }
  bool takeOneOf(std::string_view marks) {
    if (m_at >= m_text.size() || marks.find(m_text[m_at]) == std::string_view::npos) return false;
    ++m_at;
    return true;
  }
  bool take(std::string_view word) {
    if (!m_text.substr(m_at).starts_with(word)) return false;
    m_at += word.size();
    return true;
  }
  /// A number of so many digits; none: it has fewer or more.
  std::optional<int> number(std::size_t fewest, std::size_t most) {
    std::size_t end = m_at;
    int value = 0;
    while (end < m_text.size() && isDigit(m_text[end]) && end - m_at < most) value = value * 10 + (m_text[end++] - '0');
    if (end - m_at < fewest || (end < m_text.size() && isDigit(m_text[end]))) return std::nullopt;
    m_at = end;
    return value;
  }
  /// The letters that go on from here.
  [[nodiscard]] std::string_view letters() const {
    std::size_t end = m_at;
    while (end < m_text.size() && isLetter(m_text[end])) ++end;
    return m_text.substr(m_at, end - m_at);
  }
  /// A month, whole or by its first letters.
  bool month() {
    constexpr std::array<std::string_view, 12> months = {"january", "february", "march",     "april",   "may",      "june",
                                                         "july",    "august",   "september", "october", "november", "december"};
    const std::string_view word = letters();
    const bool is = word == "sept" || std::ranges::any_of(months, [&](std::string_view whole) {
                      return word == whole || (word.size() == 3 && whole.starts_with(word));
                    });
    if (is) m_at += word.size();
    return is;
  }
  /// A word that begins like a month: "febuary". Only where a year follows.
  bool likeMonth() {
    constexpr std::array<std::string_view, 12> first = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    const std::string_view word = letters();
    if (word.size() < 3 || word.size() > 10 || std::ranges::find(first, word.substr(0, 3)) == first.end()) return false;
    m_at += word.size();
    return true;
  }
  /// "third", "twenty-first": the day's number.
  std::optional<int> ordinalInWords() {
    constexpr std::array<std::string_view, 20> nth = {"first",     "second",      "third",      "fourth",     "fifth",
                                                      "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
                                                      "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
                                                      "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
    int tens = 0;
    Reader tried = *this;
    if (tried.take("twenty")) tens = 20;
    if (tens == 0 && tried.take("thirty")) tens = 30;
    if (tens > 0 && !tried.takeOneOf("- ")) tens = 0, tried = *this;
    for (std::size_t i = 0; i < nth.size(); ++i)
      if (tried.letters() == nth[i]) {
        tried.m_at += nth[i].size();
        *this = tried;
        return tens + static_cast<int>(i) + 1;
      }
    if (letters() != "thirtieth") return std::nullopt;
    m_at += std::string_view("thirtieth").size();
    return 30;
  }
  /// "st", "nd", "rd", "th", or nothing.
  void ordinal() {
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (letters() == ending) m_at += ending.size();
  }
  void blanks(std::string_view marks = " ") {
    while (takeOneOf(marks)) {
    }
  }

 private:
  std::string_view m_text;
  std::size_t m_at;
};

bool year(Reader& in) {
  Reader tried = in;
  tried.take('\'');
  const auto four = Reader(tried).number(4, 4);
  if (four && *four >= 1900 && *four <= 2100) {
    (void)tried.number(4, 4);
    in = tried;
    return true;
  }
  if (!tried.number(2, 2)) return false;
  in = tried;
  return true;
}

std::size_t dayInWords(std::string_view text, std::size_t at) {
  Reader in(text, at);
  bool sure = true;  // the month is one
  auto day = in.number(1, 2);
  if (!day) day = in.ordinalInWords();
  if (day && *day >= 1 && *day <= 31) {  // 3 March, 3rd of March 2014, 3-Mar-14, the third of March
    in.ordinal();
    in.blanks(" -.,/");
    if (in.take("day of ") || in.take("of ")) in.blanks();
    sure = in.month();
    if (!sure && !in.likeMonth()) return 0;
  } else {  // March 3, March the 3rd 2014
    in = Reader(text, at);
    if (!in.month()) return 0;
    in.blanks(" .-");
    if (in.take("the ")) in.blanks();
    auto nth = in.number(1, 2);
    if (!nth) nth = in.ordinalInWords();
    if (!nth || *nth < 1 || *nth > 31) return 0;
    in.ordinal();
    if (!in.endsWord()) return 0;
  }
  Reader more = in;
  more.blanks(" ,-./");
  if (year(more) && more.endsWord()) return more.at() - at;  // with nothing between too: 3Mar14
  return sure && in.endsWord() ? in.at() - at : 0;
}

std::size_t dayInFigures(std::string_view text, std::size_t at) {
  for (const std::string_view between : {"/", ".", "-", " ", "\\"}) {
    const char mark = between.front();
    Reader in(text, at);
    if (const auto y = in.number(4, 4); y && *y >= 1900 && *y <= 2100) {  // 2014-03-03
      in.take(' ');
      if (!in.take(mark)) continue;
      in.take(' ');
      const auto m = in.number(1, 2);
      in.take(' ');
      if (!m || *m < 1 || *m > 12 || !in.take(mark)) continue;
      in.take(' ');
      const auto d = in.number(1, 2);
      if (d && *d >= 1 && *d <= 31 && in.endsWord()) return in.at() - at;
      continue;
    }
    in = Reader(text, at);
    const auto d = in.number(1, 2);  // 03/03/14; the first may be the month
    if (mark != ' ') in.take(' ');
    if (!d || *d < 1 || *d > 31 || !in.take(mark)) continue;
    if (mark != ' ') in.take(' ');
    const auto m = in.number(1, 2);
    if (mark != ' ') in.take(' ');
    if (!m || *m < 1 || *m > 31 || (*d > 12 && *m > 12) || !in.take(mark)) continue;
    if (mark != ' ') in.take(' ');
    Reader four = in;
    if (const auto full = four.number(4, 4); full && *full >= 1900 && *full <= 2100 && four.endsWord()) return four.at() - at;
    if (mark != ' ' && in.number(2, 2) && in.endsWord()) return in.at() - at;
  }
  return 0;
}

std::size_t linkAt(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 400;
  std::size_t end = at;
  while (end < text.size() && end - at < longest && std::string_view(" ,;()<>\"[]").find(text[end]) == std::string_view::npos) ++end;
  while (end > at && std::string_view(".!?:'-").find(text[end - 1]) != std::string_view::npos) --end;
  const std::string_view token = text.substr(at, end - at);
  const auto sign = token.find('@');
  if (token.starts_with("http:") || token.starts_with("https:") || token.starts_with("www.")) return token.size();
  if (sign != std::string_view::npos && sign > 0 && sign + 1 < token.size()) return token.size();
  if (sign == 0 && token.size() > 2) return token.size();  // "@wrenny09": a name on some service
  const auto slash = token.find('/');
  const std::string_view site = token.substr(0, slash);
  const auto dot = site.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 >= site.size() || !isLetter(site[dot + 1])) return 0;
  if (slash != std::string_view::npos && slash + 1 < token.size() && std::ranges::any_of(site, isLetter))
    return token.size();  // bit.ly/3xYz12
  constexpr std::array<std::string_view, 10> ends = {"com", "uk", "org", "net", "eu", "info", "tv", "gg", "me", "io"};
  return std::ranges::find(ends, site.substr(dot + 1)) != ends.end() ? token.size() : 0;
}

std::optional<std::pair<std::string, std::size_t>> postcodeAt(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 8;
  constexpr std::size_t shortest = 5;
  for (std::size_t length = std::min(longest, text.size() - at); length >= shortest; --length) {
    const std::string_view written = text.substr(at, length);
    if (at + length < text.size() && isWord(text[at + length])) continue;
    if (written.back() == ' ') continue;
    if (const auto standard = standardPostcode(written)) return std::pair(*standard, length);
  }
  return std::nullopt;
}

struct Number {
  std::size_t length = 0;
  std::string compact;  ///< its digits and letters
};

/// "2023/2024", "2023-24": years tell nobody.
bool areYears(std::string_view text) {
  if (text.size() != 7 && text.size() != 9) return false;
  Reader in(text, 0);
  const auto from = in.number(4, 4);
  if (!from || *from < 1900 || *from > 2100 || !in.takeOneOf("/- ")) return false;
  const auto to = text.size() == 7 ? in.number(2, 2) : in.number(4, 4);
  return to && in.endsWord() && (text.size() == 7 || (*to >= 1900 && *to <= 2100));
}

/// How long the number is that begins there: six digits or more with what people write between them.
std::size_t numberAt(std::string_view text, std::size_t at) {
  std::size_t longest = 0;
  std::size_t digits = 0;
  std::size_t letters = 0;
  for (std::size_t i = at; i < text.size() && i - at < longestNumber; ++i) {
    const char c = text[i];
    if (isDigit(c) || isLetter(c)) {
      // A word of its own ends the number; a letter of its own may be its last.
      if (isLetter(c) && digits > 0 && text[i - 1] == ' ' && i + 1 < text.size() && isWord(text[i + 1])) break;
      (isDigit(c) ? digits : letters) += 1;
      if (letters > mostLettersInNumber) break;
      const bool ends = i + 1 >= text.size() || !isWord(text[i + 1]);
      if (ends && digits >= fewestDigits) longest = i + 1 - at;
    } else if (std::string_view(" -()+./").find(c) == std::string_view::npos) {
      break;
    } else if (letters > 0 && c == ' ' && digits == 0) {
      break;  // a word before the number
    } else if (i + 1 < text.size() && (c == '.' || c == '/') && !isDigit(text[i + 1]) && !isLetter(text[i + 1])) {
      break;  // the end of a sentence
    }
  }
  return areYears(text.substr(at, longest)) ? 0 : longest;
}

/// So many letters and digits, however they are grouped; nothing: there are fewer, or the word goes on.
Number grouped(std::string_view text, std::size_t at, std::size_t many) {
  Number found;
  for (std::size_t i = at; i < text.size(); ++i) {
    if (isDigit(text[i]) || isLetter(text[i])) {
      found.compact.push_back(text[i]);
      found.length = i + 1 - at;
      if (found.compact.size() < many) continue;
      return i + 1 >= text.size() || !isWord(text[i + 1]) ? found : Number{};
    }
    if (std::string_view(" -./").find(text[i]) == std::string_view::npos) return {};
  }
  return {};
}

/// "12 Rose Lane", "Flat 3b, 12a St Mary's Road".
std::size_t addressAt(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 30> streets = {"road",  "rd",    "street", "st",     "lane",   "ln",       "close",   "avenue",
                                                        "ave",   "drive", "way",    "grove",  "court",  "crescent", "gardens", "terrace",
                                                        "place", "hill",  "walk",   "row",    "square", "mews",     "park",    "green",
                                                        "rise",  "view",  "estate", "parade", "wharf",  "crofts"};
  constexpr std::array<std::string_view, 22> notOfAStreet = {"minute", "minutes", "min",   "mins",   "hour",  "hours",  "day",  "days",
                                                             "night",  "nights",  "week",  "weeks",  "month", "months", "year", "years",
                                                             "mile",   "miles",   "metre", "metres", "in",    "times"};
  Reader in(text, at);
  for (const std::string_view part : {"flat ", "apartment ", "apt ", "unit ", "room "})
    if (in.take(part)) {
      if (!in.number(1, 4)) return 0;
      if (in.letters().size() == 1) (void)in.takeOneOf("abcdefgh");
      in.blanks(" ,");
    }
  if (!in.number(1, 4)) return 0;
  if (in.letters().size() == 1) (void)in.takeOneOf("abcdefgh");
  if (!in.endsWord()) return 0;
  in.blanks(" ,");
  std::size_t end = 0;
  for (int words = 0; words < 4; ++words) {
    std::size_t stop = in.at();
    while (stop < text.size() && (isWord(text[stop]) || (text[stop] == '\'' && stop + 1 < text.size() && isWord(text[stop + 1])))) ++stop;
    const std::string_view word = text.substr(in.at(), stop - in.at());
    if (word.empty() || isDigit(word.front())) break;
    if (std::ranges::find(notOfAStreet, word) != notOfAStreet.end()) break;
    if (words > 0 && std::ranges::find(streets, word) != streets.end()) end = stop;
    in = Reader(text, stop);
    if (in.takeOneOf(",;!?")) break;
    in.blanks(" .");
  }
  return end == 0 ? 0 : end - at;
}

}  // namespace

std::vector<Mark> shapesIn(const Flat& flat) {
  const std::string_view text = flat.text;
  std::vector<Mark> marks;
  const auto add = [&](std::size_t at, std::size_t length, Gives gives, Because because, std::string instead = {}) {
    if (length > 0) marks.push_back({flat.at[at], flat.upTo[at + length - 1], gives, because, std::move(instead)});
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool opens = at == 0 || !isWord(text[at - 1]);
    if (!opens || text[at] == ' ') continue;
    add(at, linkAt(text, at), Gives::link, Because::shape);
    if (!isWord(text[at]) && text[at] != '+' && text[at] != '(') continue;
    if (const auto postcode = postcodeAt(text, at)) add(at, postcode->second, Gives::postcode, Because::shape, outcode(postcode->first));
    add(at, std::max(dayInWords(text, at), dayInFigures(text, at)), Gives::day, Because::shape);
    add(at, addressAt(text, at), Gives::address, Because::shape);
    if (const Number nhs = grouped(text, at, 10); isNhsNumber(nhs.compact)) add(at, nhs.length, Gives::nhsNumber, Because::checksum);
    if (const Number pupil = grouped(text, at, 13); isUpn(pupil.compact)) add(at, pupil.length, Gives::pupilNumber, Because::checksum);
    if (const Number insured = grouped(text, at, 9); isNino(insured.compact))
      add(at, insured.length, Gives::insuranceNumber, Because::shape);
    add(at, numberAt(text, at), Gives::number, Because::shape);
  }
  return marks;
}

}  // namespace homeward::disclosure
