// Ten thousand texts with planted pieces: nothing that is on record or has a check leaves; how many unknown names are found, and how many
// false alarms a page has, is printed.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "disclosure/search.h"
#include "disclosure/words.h"
#include "generated.h"
#include "support/cases.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

std::string foundAs(const Planted& piece, const std::vector<disclosure::Mark>& marks) {
  const auto covers = [&](std::size_t at) {
    return std::ranges::any_of(marks, [at](const disclosure::Mark& mark) { return mark.begin <= at && at < mark.end; });
  };
  std::size_t in = 0;
  std::size_t all = 0;
  for (const disclosure::Word& word : disclosure::wordsOf(piece.written)) {
    if (word.folded.size() < 3) continue;
    ++all;
    in += covers(piece.at + word.begin) && covers(piece.at + word.end - 1) ? 1 : 0;
  }
  return in == all ? "found" : in == 0 ? "missed" : "in part";
}

}  // namespace

TEST_CASE("Nothing that is on record or has a check leaves ten thousand texts") {
  for (const std::string& name : namesHeldOut())
    for (const std::string& word : disclosure::foldedWords(name))
      if (word.size() > 3) {
        INFO(word << " stands in a list of the search: hold out another");
        CHECK_FALSE(disclosure::isListed(word));
      }
  const int texts = cases(10'000);
  std::mt19937 chance(20261126);
  std::map<std::string, std::map<std::string, int>> figures;
  std::map<std::string, int> alarms;
  std::size_t words = 0;
  int falseAlarms = 0;
  for (int i = 0; i < texts; ++i) {
    const GeneratedText made = generatedText(chance);
    const auto marks = disclosure::marksIn(made.text, made.record);
    for (std::size_t k = 1; k < marks.size(); ++k) REQUIRE(marks[k - 1].end <= marks[k].begin);
    const std::string left = disclosure::without(made.text, marks);
    INFO(made.text << "\n=>\n" << left);
    for (const Planted& piece : made.planted) {
      INFO(piece.kind << ": " << piece.written);
      ++figures[piece.kind][foundAs(piece, marks)];
      REQUIRE(leftOf(piece, left).empty());
      if (piece.kind == "day") REQUIRE(foundAs(piece, marks) == "found");
    }
    words += made.words;
    for (const disclosure::Mark& mark : marks) {
      const bool planted = std::ranges::any_of(
          made.planted, [&](const Planted& piece) { return mark.begin < piece.at + piece.written.size() && piece.at < mark.end; });
      if (planted) continue;
      ++falseAlarms;
      ++alarms[made.text.substr(mark.begin, mark.end - mark.begin)];
    }
  }
  std::string printed = std::to_string(texts) + " texts, " + std::to_string(words) + " words\n";
  for (const auto& [kind, counts] : figures) {
    printed += kind + ":";
    for (const auto& [what, count] : counts) printed += " " + std::to_string(count) + " " + what;
    printed += "\n";
  }
  constexpr double wordsAPage = 400;
  printed += "false alarms a page of 400 words: " + std::to_string(falseAlarms * wordsAPage / static_cast<double>(words)) + "\n";
  for (const auto& [what, count] : alarms) printed += "  " + std::to_string(count) + " " + what + "\n";
  WARN(printed);
  const auto& unknown = figures["unknown name"];
  const auto of = [&](const char* what) { return unknown.contains(what) ? unknown.at(what) : 0; };
  CHECK(of("found") * 10 >= 9 * (of("found") + of("in part") + of("missed")));
}
