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
  enum class Forms { all, nameAlone };
  /// Somebody: the whole name and each of its words by itself; with all forms also short forms of a first name ("Lizzie" of Elizabeth) and
  /// initials, one alone among them.
  void addPerson(const std::string& name, const std::string& instead, Forms forms = Forms::all);
  /// A school or another place with a name: what any school may be called ("Primary", "St") tells nothing by itself.
  void addPlace(const std::string& name, const std::string& instead, Gives gives);
  /// A number or mark that is on record, as it stands or grouped otherwise.
  void addNumber(const std::string& number, const std::string& instead);

  /// Whole words in any letters, their plurals, a single letter missing, wrong, too many or swapped, and across the ends of lines. A word
  /// of three letters or fewer is not looked for misspelt, nor is a common English word taken for a misspelt name. A name that is a common
  /// word too is certain where a capital says something or in the whole name, else likely ("will", "wood"); of a place it is not looked for
  /// then.
  [[nodiscard]] std::vector<Mark> marksIn(std::string_view text, const std::vector<Word>& words, const Flat& flat) const;

 private:
  struct Known {
    std::string instead;
    Gives gives = Gives::name;
  };
  void addWord(const std::string& word, const Known& known);
  [[nodiscard]] const Known* plural(std::string_view word) const;  ///< of which known word it is the plural
  [[nodiscard]] const Known* misspelt(const Word& word) const;
  std::map<std::string, Known> m_words;                             // by themselves
  std::vector<std::pair<std::vector<std::string>, Known>> m_names;  // whole names of several words
  std::map<std::string, Known> m_initials;                          // "wt", and "w" alone
  std::vector<std::pair<std::string, std::string>> m_numbers;       // compact, with what stands instead
};

/// Words that stand beside names or in them ("his aunt", "Miss", "the panel") and tell nobody; in small letters.
[[nodiscard]] bool tellsNobody(std::string_view word);
/// Whether two words differ by one letter: one too many, one missing, one wrong, or two neighbours swapped. Equal words do not.
[[nodiscard]] bool differByOne(std::string_view a, std::string_view b);

}  // namespace homeward::disclosure
