#include "disclosure/lists.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "disclosure/words.h"
#include "support/text.h"

namespace homeward::embedded {
std::string_view commonWords();
std::string_view firstNames();
std::string_view diminutives();
}  // namespace homeward::embedded

namespace homeward::disclosure {
namespace {

using Words = std::unordered_set<std::string>;

Words folded(std::string_view list) {
  Words words;
  for (const std::string_view line : split(list, '\n'))
    if (!line.starts_with("#"))
      for (std::string& word : foldedWords(line)) words.insert(std::move(word));
  return words;
}

/// By each form of a name all the others.
std::map<std::string, std::set<std::string>, std::less<>> families(std::string_view list) {
  std::map<std::string, std::set<std::string>, std::less<>> forms;
  for (const std::string_view line : split(list, '\n')) {
    if (line.starts_with("#")) continue;
    const std::vector<std::string> family = foldedWords(line);
    for (const std::string& one : family)
      for (const std::string& other : family)
        if (one != other) forms[one].insert(other);
  }
  return forms;
}

}  // namespace

bool isCommonWord(std::string_view word) {
  static const Words words = folded(embedded::commonWords());
  return words.contains(std::string(word));
}

bool isOrdinary(std::string_view word) {
  if (isCommonWord(word)) return true;
  // Plain endings of words that are listed without them.
  for (const std::string_view ending : {"s", "es", "d", "ed", "ing", "ly", "er", "est", "ness", "able", "ful", "less"})
    if (word.size() > ending.size() + 2 && word.ends_with(ending) && isCommonWord(word.substr(0, word.size() - ending.size()))) return true;
  if (word.ends_with("ies") && isCommonWord(std::string(word.substr(0, word.size() - 3)) + "y")) return true;
  if (word.ends_with("ing") && isCommonWord(std::string(word.substr(0, word.size() - 3)) + "e")) return true;
  for (const std::string_view opening : {"un", "non", "re", "pre", "mis", "dis", "over", "under", "out"})
    if (word.size() > opening.size() + 2 && word.starts_with(opening) && isCommonWord(word.substr(opening.size()))) return true;
  return false;
}

bool isFirstName(std::string_view word) {
  static const Words names = folded(embedded::firstNames());
  return names.contains(std::string(word));
}

std::vector<std::string> formsOf(std::string_view name) {
  static const auto forms = families(embedded::diminutives());
  const auto found = forms.find(name);
  if (found == forms.end()) return {};
  return {found->second.begin(), found->second.end()};
}

}  // namespace homeward::disclosure
