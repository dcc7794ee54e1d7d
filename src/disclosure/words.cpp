#include "disclosure/words.h"

#include <array>
#include <cstdint>

namespace homeward::disclosure {
namespace {

struct Letter {
  char32_t code = 0;
  std::size_t bytes = 1;
};

/// The character that begins there; a byte that begins none stands for itself.
Letter letterAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  const std::size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  if (length <= 1 || at + length > text.size()) return {length == 1 ? char32_t{first} : char32_t{0xFFFD}, 1};
  auto code = static_cast<char32_t>(first & (0xFFU >> (length + 1)));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {0xFFFD, 1};
    code = code << 6U | (byte(at + i) & 0x3FU);
  }
  return {code, length};
}

/// Soft hyphens, zero-width blanks, marks of direction.
bool isUnseen(char32_t code) {
  return code == 0xAD || (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) ||
         code == 0xFEFF;
}
bool isBlank(char32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F;
}
bool isDigit(char32_t code) { return code >= '0' && code <= '9'; }

/// Latin letters from U+00C0 to U+017F without their accents; a dot stands for what is no letter.
constexpr std::string_view latin =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"     // U+00C0 to U+00FF
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"  // U+0100 to U+0142
    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";       // U+0143 to U+017F
static_assert(latin.size() == 0x180 - 0xC0);

/// U+0180 to U+024F (Croatian, Romanian, Pinyin, African letters) and U+1E00 to U+1EFF (Welsh, Yoruba, Vietnamese) likewise.
constexpr std::string_view latinMore =
    "bbbbxxoccddddxeeeffgxxxikklxxnnoooxxppxxxxxttttuuxvyyzzxxxxxxxxxxxxxxxxxxxxxxaaiioouuuuuuuuuueaa"
    "aaxxggggkkooooxxjxxxggxxnnaaxxxxaaaaeeeeiiiioooorrrruuuussttxxhhxdxxxxaaeeooooooooyylntxxxaccltx"
    "xxxbxxeejjxxrryy";
static_assert(latinMore.size() == 0x250 - 0x180);
constexpr std::string_view latinFar =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
    "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyaxxxsxaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyxxxxxx";
static_assert(latinFar.size() == 0x1F00 - 0x1E00);

/// In small letters without accents; 0: no letter.
char32_t folded(char32_t code) {
  if (code >= 'A' && code <= 'Z') return code + 32;
  if (code >= 'a' && code <= 'z') return code;
  if (code < 0xC0) return 0;
  if (code < 0x180) return latin[code - 0xC0] == '.' ? U'\0' : static_cast<char32_t>(latin[code - 0xC0]);
  if (code >= 0x300 && code <= 0x36F) return 0;  // accents that follow their letter
  if (code >= 0x391 && code <= 0x3A9) return code + 32;
  if (code >= 0x410 && code <= 0x42F) return code + 32;
  if (code < 0x250) return static_cast<char32_t>(latinMore[code - 0x180]);
  if (code >= 0x1E00 && code <= 0x1EFF) return static_cast<char32_t>(latinFar[code - 0x1E00]);
  const bool letter = (code >= 0x180 && code < 0x2000) || (code >= 0x2C00 && code < 0x2E00) || (code >= 0x3040 && code < 0xE000) ||
                      (code >= 0xF900 && code < 0xFB50) || (code >= 0xFB50 && code < 0xFE00) || code >= 0x10000;
  return letter ? code : U'\0';
}
bool isAccent(char32_t code) { return code >= 0x300 && code <= 0x36F; }

bool isCapital(char32_t code) {
  if (code >= 'A' && code <= 'Z') return true;
  if (code >= 0xC0 && code <= 0xDE) return code != 0xD7;
  if (code >= 0x100 && code < 0x180) {
    const bool oddIsCapital = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    return code == 0x178 || (code != 0x138 && code != 0x149 && code != 0x17F && (code % 2 == 1) == oddIsCapital);
  }
  return (code >= 0x391 && code <= 0x3A9) || (code >= 0x410 && code <= 0x42F) || (code >= 0x1E00 && code <= 0x1EFF && code % 2 == 0);
}

void append(std::string& out, char32_t code) {
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    out.push_back(static_cast<char>(0xC0U | code >> 6U));
    out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
  } else if (code < 0x10000) {
    out.push_back(static_cast<char>(0xE0U | code >> 12U));
    out.push_back(static_cast<char>(0x80U | (code >> 6U & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
  } else {
    out.push_back(static_cast<char>(0xF0U | code >> 18U));
    out.push_back(static_cast<char>(0x80U | (code >> 12U & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (code >> 6U & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
  }
}

/// Past a hyphen at the end of a line and the blanks after it, when a small letter goes on there; else where it was.
std::size_t pastBrokenLine(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '-') return at;
  std::size_t next = at + 1;
  bool line = false;
  while (next < text.size() && isBlank(static_cast<unsigned char>(text[next]))) line = line || text[next] == '\n', ++next;
  if (!line || next >= text.size()) return at;
  const char32_t goesOn = letterAt(text, next).code;
  return folded(goesOn) != 0 && !isCapital(goesOn) ? next : at;
}

/// What stands between two words, as far as it opens a sentence.
class Between {
 public:
  void see(char32_t code) {
    if (code == '\n') {
      if (++m_lines > 1) m_opens = true;
      return;
    }
    if (isBlank(code)) return;
    m_lines = 0;
    const bool stops = code == '.' || code == '!' || code == '?' || code == 0x2022 || code == 0x2026;
    const bool quotes = code == '"' || code == 0x201C || code == 0x2018 || code == '(' || code == '-' || code == 0x2013 || code == 0x2014;
    // An apostrophe inside a word is no quotation mark.
    m_opens = stops || (quotes && m_opens) || (quotes && (code == '"' || code == 0x201C)) || (m_opens && code == '\'');
  }
  [[nodiscard]] bool opens() const { return m_opens; }
  void word() { m_opens = false, m_lines = 0; }

 private:
  bool m_opens = true;
  int m_lines = 0;
};

}  // namespace

std::vector<Word> wordsOf(std::string_view text) {
  std::vector<Word> words;
  Between between;
  for (std::size_t at = 0; at < text.size();) {
    const Letter first = letterAt(text, at);
    if (folded(first.code) == 0 && !isDigit(first.code)) {
      if (!isUnseen(first.code)) between.see(first.code);
      at += first.bytes;
      continue;
    }
    Word word;
    word.begin = at;
    word.opensSentence = between.opens();
    word.capital = isCapital(first.code);
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool small = false;
    for (;;) {
      if (at >= text.size()) break;
      const Letter letter = letterAt(text, at);
      if (isUnseen(letter.code) || (isAccent(letter.code) && letters > 0)) {
        at += letter.bytes;
        if (isAccent(letter.code)) word.end = at;
        continue;
      }
      const char32_t plain = folded(letter.code);
      if (plain == 0 && !isDigit(letter.code)) {
        const std::size_t next = pastBrokenLine(text, at);
        if (next == at) break;
        at = next;
        continue;
      }
      append(word.folded, plain == 0 ? letter.code : plain);
      if (plain != 0) {
        ++letters;
        const bool capital = isCapital(letter.code);
        capitals += capital ? 1 : 0;
        word.capitalInside = word.capitalInside || (capital && small);
        small = small || !capital;
      }
      at += letter.bytes;
      word.end = at;
    }
    word.allCapitals = capitals > 1 && capitals == letters;
    between.word();
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::string> foldedWords(std::string_view name) {
  std::vector<std::string> folded;
  for (Word& word : wordsOf(name)) folded.push_back(std::move(word.folded));
  return folded;
}

Flat flattened(std::string_view text) {
  Flat flat;
  flat.text.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letterAt(text, at);
    const std::size_t from = at;
    at += letter.bytes;
    const auto put = [&](char c) {
      flat.text.push_back(c);
      flat.at.push_back(from);
      flat.upTo.push_back(at);
    };
    if (isUnseen(letter.code)) continue;
    if (isBlank(letter.code)) {
      if (flat.text.empty() || flat.text.back() != ' ') put(' ');
    } else if (letter.code >= 'A' && letter.code <= 'Z') {
      put(static_cast<char>(letter.code + 32));
    } else if (letter.code >= 0x80 && folded(letter.code) == 0 && !isAccent(letter.code)) {
      // A quotation mark or a dash ends a word as much as a blank does.
      const bool dash = letter.code >= 0x2010 && letter.code <= 0x2015;
      put(dash ? '-' : letter.code == 0x2019 ? '\'' : '"');
    } else {
      for (std::size_t i = 0; i < letter.bytes; ++i) put(text[from + i]);
    }
  }
  return flat;
}

}  // namespace homeward::disclosure
