#include "disclosure/search.h"

#include <algorithm>

#include "disclosure/likely_names.h"
#include "disclosure/lists.h"
#include "disclosure/shapes.h"

namespace homeward::disclosure {
namespace {

/// What decides where two marks lie over one another: certain before likely, then the longer, then what is on record.
bool outranks(const Mark& a, const Mark& b) {
  if (isCertain(a.because) != isCertain(b.because)) return isCertain(a.because);
  const std::size_t one = a.end - a.begin;
  const std::size_t other = b.end - b.begin;
  if (one != other) return one > other;
  return a.because < b.because;
}

/// Blanks and what stands inside names, with one letter among them at most: "Zoe O'", "Marigold T. ".
bool withinAName(std::string_view between) {
  constexpr std::string_view inside = " \n\r\t-.'";
  const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return std::ranges::count_if(between, isLetter) <= 1 &&
         std::ranges::all_of(between, [&](char c) { return isLetter(c) || inside.find(c) != std::string_view::npos; });
}

}  // namespace

std::vector<Mark> marksIn(std::string_view text, const Record& record) {
  const std::vector<Word> words = wordsOf(text);
  const Flat flat = flattened(text);
  std::vector<Mark> found = record.marksIn(text, words, flat);
  for (auto more : {shapesIn(flat), likelyNamesIn(text, words)}) found.insert(found.end(), more.begin(), more.end());
  std::ranges::stable_sort(found, outranks);
  std::vector<Mark> marks;
  for (Mark& mark : found) {
    const bool covered = std::ranges::any_of(marks, [&](const Mark& kept) { return kept.begin < mark.end && mark.begin < kept.end; });
    if (!covered) {
      marks.push_back(std::move(mark));
      continue;
    }
    // What certainly tells and reaches beyond another goes with it: nothing of either may stay.
    if (!isCertain(mark.because)) continue;
    for (Mark& kept : marks)
      if (kept.begin < mark.end && mark.begin < kept.end) {
        kept.begin = std::min(kept.begin, mark.begin);
        kept.end = std::max(kept.end, mark.end);
        break;
      }
  }
  std::ranges::sort(marks, {}, &Mark::begin);
  std::vector<Mark> joined;
  for (Mark& mark : marks) {
    if (!joined.empty()) {
      Mark& last = joined.back();
      const bool over = mark.begin < last.end;
      const bool beside = !over && mark.gives == last.gives && mark.instead == last.instead && mark.gives != Gives::postcode &&
                          isCertain(mark.because) == isCertain(last.because) && withinAName(text.substr(last.end, mark.begin - last.end));
      if (over || beside) {
        last.end = std::max(last.end, mark.end);
        continue;
      }
    }
    joined.push_back(std::move(mark));
  }
  return joined;
}

bool isListed(std::string_view word) { return isCommonWord(word) || isFirstName(word) || !formsOf(word).empty(); }

std::string without(std::string_view text, const std::vector<Mark>& marks) {
  std::string out;
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    out += text.substr(at, mark.begin - at);
    out += mark.instead;
    at = mark.end;
  }
  return out += text.substr(at);
}

}  // namespace homeward::disclosure
