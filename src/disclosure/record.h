// What a case file knows of the people whom a text is about: their names in every form, schools, homes and numbers, each with what is to
// stand in its place.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "disclosure/mark.h"
#include "disclosure/words.h"

namespace homeward::disclosure {

class Record {
 public:
  /// Somebody: the whole name, each of its words by itself, short forms of a first name ("Lizzie" of Elizabeth), initials.
  void addPerson(const std::string& name, const std::string& instead);
  /// A school or another place with a name: what any school may be called ("Primary", "St") tells nothing by itself.
  void addPlace(const std::string& name, const std::string& instead, Gives gives);
  /// A number or mark that is on record, as it stands or grouped otherwise.
  void addNumber(const std::string& number, const std::string& instead);

  /// Whole words in any letters, their plurals, a single letter missing, wrong, too many or swapped, and across the ends of lines. A word of
  /// three letters or fewer is not looked for misspelt, nor is a common English word taken for a misspelt name.
  [[nodiscard]] std::vector<Mark> marksIn(std::string_view text, const std::vector<Word>& words, const Flat& flat) const;

 private:
  struct Known {
    std::string instead;
    Gives gives = Gives::name;
  };
  void addWord(const std::string& word, const Known& known);
  [[nodiscard]] const Known* misspelt(const Word& word) const;
  std::map<std::string, Known> m_words;                                    // by themselves
  std::vector<std::pair<std::vector<std::string>, Known>> m_names;         // whole names of several words
  std::map<std::string, Known> m_initials;                                 // "wt"
  std::vector<std::pair<std::string, std::string>> m_numbers;              // compact, with what stands instead
};

/// Whether two words differ by one letter: one too many, one missing, one wrong, or two neighbours swapped. Equal words do not.
[[nodiscard]] bool differByOne(std::string_view a, std::string_view b);

}  // namespace homeward::disclosure
