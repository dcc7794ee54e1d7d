#include "disclosure/likely_names.h"

#include <algorithm>
#include <array>

#include "disclosure/lists.h"

namespace homeward::disclosure {
namespace {

constexpr std::size_t shortestUnknown = 5;

bool oneOf(std::string_view word, std::initializer_list<std::string_view> words) { return std::ranges::find(words, word) != words.end(); }

bool isTitle(std::string_view word) {
  return oneOf(word, {"mr",     "mrs", "ms",   "miss",   "dr",     "mx",    "sir",       "judge",   "nurse",  "pc",
                      "dc",     "ds",  "rev",  "father", "imam",   "rabbi", "professor", "prof",    "uncle",  "aunt",
                      "auntie", "nan", "nana", "nanny",  "granny", "gran",  "grandad",   "grandma", "grandpa"});
}

/// After these a name follows often, also one in small letters.
bool leadsToName(std::string_view word) {
  return isTitle(word) ||
         oneOf(word, {"called",     "named",   "friend",  "friends",    "brother",    "sister",   "cousin", "partner", "boyfriend",
                      "girlfriend", "stepdad", "stepmum", "stepfather", "stepmother", "carer",    "carers", "son",     "daughter",
                      "baby",       "twin",    "teacher", "mentor",     "surname",    "nickname", "alias",  "aka"});
}

bool isOfTheCalendar(std::string_view word) {
  return oneOf(word, {"january",  "february", "march",     "april",   "may",       "june",     "july",   "august",   "september", "october",
                      "november", "december", "monday",    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",    "jan",
                      "feb",      "mar",      "apr",       "jun",     "jul",       "aug",      "sep",    "sept",     "oct",       "nov",
                      "dec",      "easter",   "christmas", "summer",  "autumn",    "winter",   "spring"});
}

bool isPlain(const Word& word) {
  return std::ranges::all_of(word.folded, [](char c) { return c >= '0' && c <= '9'; });
}
bool hasDigit(const Word& word) {
  return std::ranges::any_of(word.folded, [](char c) { return c >= '0' && c <= '9'; });
}

std::string withoutFigures(const Word& word) {
  std::string letters = word.folded;
  std::erase_if(letters, [](char c) { return c >= '0' && c <= '9'; });
  return letters;
}
std::size_t lettersIn(const Word& word) { return withoutFigures(word).size(); }

/// "s" of "Wren's", "t" of "don't".
bool isTail(std::string_view text, const Word& word) {
  if (word.begin == 0 || word.folded.size() > 2) return false;
  const char before = text[word.begin - 1];
  const bool curly = word.begin >= 3 && text.substr(word.begin - 3, 3) == "\xE2\x80\x99";
  return before == '\'' || curly;
}

}  // namespace

std::vector<Mark> likelyNamesIn(std::string_view text, const std::vector<Word>& words) {
  std::vector<Mark> marks;
  bool runs = false;  // the word before was taken for a name
  // Where most is written in capitals they say nothing.
  const bool shouts = std::ranges::count_if(words, [](const Word& word) { return word.allCapitals; }) * 2 > std::ssize(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    const bool ran = std::exchange(runs, false);
    if (isPlain(word) || isTail(text, word)) {
      runs = isTail(text, word) && ran;
      continue;
    }
    const std::string_view before = i > 0 ? std::string_view(words[i - 1].folded) : std::string_view();
    const bool near = i > 0 && word.begin - words[i - 1].end <= 2;
    const bool common = isOrdinary(word.folded);
    const bool listed = isFirstName(word.folded);
    const bool single = word.folded.size() == 1;
    bool likely = false;
    if (single) {
      // An initial before or after a name: "S. Quill", "Marigold T".
      likely = word.capital && word.folded != "i" && word.folded != "a" &&
               ((i + 1 < words.size() && words[i + 1].capital && words[i + 1].begin - word.end <= 2 && !isOrdinary(words[i + 1].folded) &&
                 !words[i + 1].opensSentence) ||
                (ran && near));
    } else if (isOfTheCalendar(word.folded)) {
      likely = word.capital && near && (isTitle(before) || ran);
    } else if (listed && !common) {
      likely = true;
    } else if (listed) {
      // "Will", "Grace": a name where a capital says something, or beside another name.
      likely = (word.capital && !word.opensSentence && (!word.allCapitals || !shouts)) || (word.capital && near && isTitle(before)) ||
               (ran && near && word.capital);
    } else if (!common) {
      // In small letters too, where it is long enough not to be a slip of the pen; marks with figures are numbers.
      likely = word.capital || word.capitalInside || word.folded.size() >= shortestUnknown || (near && (leadsToName(before) || ran));
      if (hasDigit(word)) likely = lettersIn(word) > 3 && !isOrdinary(withoutFigures(word));
    } else {
      likely = word.capital && near && (isTitle(before) || (ran && !word.opensSentence)) && !leadsToName(word.folded);
    }
    if (!likely) continue;
    runs = true;
    marks.push_back({word.begin, word.end, Gives::name, listed ? Because::listedName : Because::likelyName, {}});
  }
  return marks;
}

}  // namespace homeward::disclosure
