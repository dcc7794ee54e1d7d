// The words of a text, as somebody reads them who looks for names: in small letters without accents, with their place in the text.
//
// Marks that cannot be seen (soft hyphens, zero-width blanks) are no part of a word, and a word that is broken by a hyphen at the end of a
// line is one word. Places are bytes; a word never begins or ends inside a character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace homeward::disclosure {

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;         ///< one past the last byte
  std::string folded;          ///< in small letters, accents of Latin letters away
  bool capital = false;        ///< begins with a capital
  bool allCapitals = false;    ///< two letters or more, all capitals
  bool capitalInside = false;  ///< a capital after a small letter, or small first: "bRonwyn", "McKay"
  bool opensSentence = false;  ///< first after a stop, a blank line, a bullet or a quotation mark; a capital there says nothing
};

/// Letters and digits between anything else: "Anne-Marie O'Hara's" has Anne, Marie, O, Hara, s.
[[nodiscard]] std::vector<Word> wordsOf(std::string_view text);
/// The words of a name as they would be found: "Zoë St-John" is "zoe", "st", "john".
[[nodiscard]] std::vector<std::string> foldedWords(std::string_view name);

/// A text in one line: small ASCII letters, runs of white space as one blank, unseen marks away, every other sign beyond ASCII
/// as one quotation mark, apostrophe or hyphen. `at` and `upTo` tell where each of its bytes begins and ends in the text that it was made
/// of.
struct Flat {
  std::string text;
  std::vector<std::size_t> at;
  std::vector<std::size_t> upTo;
};
[[nodiscard]] Flat flattened(std::string_view text);

}  // namespace homeward::disclosure
