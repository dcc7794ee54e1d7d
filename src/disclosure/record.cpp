#include "disclosure/record.h"

#include <algorithm>
#include <array>
#include <optional>

#include "disclosure/lists.h"

namespace homeward::disclosure {
namespace {

constexpr std::size_t shortestMisspelt = 4;

/// What any school or home may be called.
bool tellsNoPlace(std::string_view word) {
  constexpr std::array<std::string_view, 36> common = {
      "primary", "school",  "academy",   "college", "infant",    "infants", "junior",  "juniors", "high",     "the",    "of",   "and",
      "saint",   "grammar", "secondary", "church",  "community", "special", "nursery", "centre",  "catholic", "free",   "for",  "unit",
      "house",   "home",    "lodge",     "cottage", "household", "farm",    "hall",    "view",    "road",     "street", "lane", "close"};
  return word.size() < 3 || std::ranges::find(common, word) != common.end();
}

/// The letters of a word between its figures: "wren2014" has one.
std::vector<std::string> lettersOf(const std::string& word) {
  std::vector<std::string> runs(1);
  for (const char c : word)
    if (c >= '0' && c <= '9')
      runs.emplace_back();
    else
      runs.back().push_back(c);
  std::erase_if(runs, [](const std::string& run) { return run.size() < 3; });
  return runs;
}

}  // namespace

bool tellsNobody(std::string_view word) {
  constexpr std::string_view common =
      " his her their the and of my our a an he she they next door from house home household lodge cottage de la le van von st "
      "mother father mum dad mam parent parents stepmother stepfather aunt auntie uncle sister brother nan nana gran granny grandad "
      "grandmother grandfather grandparents family friend carer carers mr mrs ms miss dr "
      "court judge magistrates panel police inspector constable local authority council county director services service emergency duty "
      "manager team social worker section ";
  return word.size() < 2 || common.find(' ' + std::string(word) + ' ') != std::string_view::npos;
}

bool differByOne(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() - b.size() > 1 || a == b) return false;
  std::size_t same = 0;
  while (same < b.size() && a[same] == b[same]) ++same;
  if (a.size() > b.size()) return a.substr(same + 1) == b.substr(same);
  if (a.substr(same + 1) == b.substr(same + 1)) return true;
  return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] && a.substr(same + 2) == b.substr(same + 2);
}

void Record::addWord(const std::string& word, const Known& known) { m_words.try_emplace(word, known); }

void Record::addPerson(const std::string& name, const std::string& instead, Forms forms) {
  const std::vector<std::string> words = foldedWords(name);
  if (words.empty()) return;
  const Known known{instead, Gives::name};
  std::string initials;
  for (const std::string& word : words) {
    initials.push_back(word.front());
    if (tellsNobody(word)) continue;
    addWord(word, known);
    if (forms == Forms::all)
      for (const std::string& form : formsOf(word)) addWord(form, known);
  }
  if (words.size() > 1) m_names.emplace_back(words, known);
  if (forms != Forms::all || tellsNobody(words.front())) return;
  m_initials.try_emplace(initials.substr(0, 1), known);
  if (words.size() < 2) return;
  m_initials.try_emplace(initials, known);
  m_initials.try_emplace(std::string{initials.front(), initials.back()}, known);
}

void Record::addPlace(const std::string& name, const std::string& instead, Gives gives) {
  const std::vector<std::string> words = foldedWords(name);
  const Known known{instead, gives};
  for (const std::string& word : words)
    if (!tellsNoPlace(word)) addWord(word, known);
  if (words.size() > 1) m_names.emplace_back(words, known);
}

void Record::addNumber(const std::string& number, const std::string& instead) {
  std::string compact;
  for (const std::string& part : foldedWords(number)) compact += part;
  if (compact.size() > 2) m_numbers.emplace_back(compact, instead);
}

const Record::Known* Record::plural(std::string_view word) const {
  for (const std::string_view ending : {"s", "es"}) {
    if (!word.ends_with(ending)) continue;
    const auto found = m_words.find(std::string(word.substr(0, word.size() - ending.size())));
    if (found != m_words.end()) return &found->second;
  }
  return nullptr;
}

const Record::Known* Record::misspelt(const Word& word) const {
  if (word.folded.size() + 1 < shortestMisspelt || isOrdinary(word.folded)) return nullptr;
  for (const auto& [name, known] : m_words)
    if (name.size() >= shortestMisspelt && differByOne(name, word.folded)) return &known;
  return nullptr;
}

std::vector<Mark> Record::marksIn(std::string_view text, const std::vector<Word>& words, const Flat& flat) const {
  std::vector<Mark> marks;
  const auto add = [&](const Word& first, const Word& last, const Known& known, Because because) {
    marks.push_back({first.begin, last.end, known.gives, because, known.instead});
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    for (const auto& [name, known] : m_names) {
      if (i + name.size() > words.size()) continue;
      std::size_t same = 0;
      while (same < name.size() && words[i + same].folded == name[same]) ++same;
      if (same == name.size()) add(word, words[i + same - 1], known, Because::onRecord);
    }
    if (const auto found = m_words.find(word.folded); found != m_words.end()) {
      const bool says = word.capital && !word.opensSentence;
      const bool common = isCommonWord(word.folded);
      if (!common || says || found->second.gives == Gives::name)
        add(word, word, found->second, common && !says ? Because::likelyName : Because::onRecord);
      continue;
    }
    for (const std::string& run : lettersOf(word.folded))
      if (const auto found = m_words.find(run); run != word.folded && found != m_words.end())
        add(word, word, found->second, Because::onRecord);
    if (const Known* known = plural(word.folded); known != nullptr) {
      add(word, word, *known, Because::onRecord);
      continue;
    }
    if (const Known* known = misspelt(word); known != nullptr) {
      add(word, word, *known, Because::misspelt);
      continue;
    }
    // Initials: one word of capitals, or single capitals after one another, with or without stops.
    if (word.allCapitals)
      if (const auto found = m_initials.find(word.folded); found != m_initials.end()) add(word, word, found->second, Because::onRecord);
    std::string run;
    for (std::size_t k = i; k < words.size() && words[k].folded.size() == 1 && words[k].capital; ++k) {
      if (k > i && words[k].begin - words[k - 1].end > 2) break;
      run += words[k].folded;
      const auto found = m_initials.find(run);
      if (found == m_initials.end()) continue;
      const bool stop = text.substr(words[k].end).starts_with('.');
      if ((run == "i" || run == "a") && !stop) continue;  // words of their own
      add(word, words[k], found->second, Because::onRecord);
      marks.back().end += stop ? 1 : 0;  // the stop of the last initial
    }
  }
  for (const auto& [number, instead] : m_numbers)
    for (std::size_t at = 0; at < flat.text.size(); ++at) {
      const auto isPart = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
      if (flat.text[at] != number.front() || (at > 0 && isPart(flat.text[at - 1]))) continue;
      std::size_t matched = 0;
      std::size_t end = at;
      for (; end < flat.text.size() && matched < number.size(); ++end) {
        if (flat.text[end] == number[matched])
          ++matched;
        else if (std::string_view(" -./").find(flat.text[end]) == std::string_view::npos)
          break;
      }
      if (matched == number.size() && (end >= flat.text.size() || !isPart(flat.text[end])))
        marks.push_back({flat.at[at], flat.upTo[end - 1], Gives::number, Because::onRecord, instead});
    }
  return marks;
}

}  // namespace homeward::disclosure
