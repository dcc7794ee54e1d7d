// What tells by its shape: numbers with their checks, days in eight forms, postcodes, addresses, links.
#include <algorithm>

#include "disclosure/checksums.h"
#include "disclosure/search.h"
#include "support/catch.h"
#include "support/text.h"

using namespace homeward::disclosure;

namespace {

std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> found;
  for (const Mark& mark : marksIn(text, {}))
    if (isCertain(mark.because))
      found.push_back(std::string(homeward::text(mark.gives)) + ": " + std::string(text.substr(mark.begin, mark.end - mark.begin)));
  return found;
}
using Pieces = std::vector<std::string>;

}  // namespace

TEST_CASE("Numbers are known by their checks") {
  CHECK(isNhsNumber("9434765870"));
  CHECK_FALSE(isNhsNumber("9434765871"));
  CHECK_FALSE(isNhsNumber("943476587"));
  CHECK(isUpn("B801200005001"));
  CHECK(isUpn("b801200005001"));
  CHECK_FALSE(isUpn("A801200005001"));
  CHECK_FALSE(isUpn("B80120000500"));
  CHECK(isNino("AB123456C"));
  CHECK_FALSE(isNino("BG123456C"));
  CHECK_FALSE(isNino("AO123456C"));
  CHECK_FALSE(isNino("DA123456C"));
  CHECK_FALSE(isNino("AB123456E"));
}

TEST_CASE("Numbers are found however they are grouped, and over the ends of lines") {
  CHECK(pieces("Her number is 943 476 5870.") == Pieces{"nhsNumber: 943 476 5870"});
  CHECK(pieces("number 943-476-5870, please") == Pieces{"nhsNumber: 943-476-5870"});
  CHECK(pieces("number 943 476\n5870") == Pieces{"nhsNumber: 943 476\n5870"});
  CHECK(pieces("number 943 476 5871") == Pieces{"number: 943 476 5871"});  // no valid check, but somebody's number all the same
  CHECK(pieces("pupil B801200005001 here") == Pieces{"pupilNumber: B801200005001"});
  CHECK(pieces("pupil b8012 0000 5001 here") == Pieces{"pupilNumber: b8012 0000 5001"});
  CHECK(pieces("insured as AB 12 34 56 C now") == Pieces{"insuranceNumber: AB 12 34 56 C"});
  CHECK(pieces("insured as ab123456c") == Pieces{"insuranceNumber: ab123456c"});
  CHECK(pieces("ring 01632 960 123 or (01632) 960124") == Pieces{"number: 01632 960 123", "number: (01632) 960124"});
  CHECK(pieces("ring +44 1632 960123.") == Pieces{"number: +44 1632 960123"});
  CHECK(pieces("case ZC25C00123 at court") == Pieces{"number: ZC25C00123"});
}

TEST_CASE("Typographic marks beside a piece hide nothing, and are left whole") {
  for (const char* piece : {"943 476 5870", "07700 900123", "3 March", "3/3/2014", "12 Rose Lane", "www.x.school", "w@home.example"}) {
    for (const auto& [open, close] : {std::pair{"\xE2\x80\x9C", "\xE2\x80\x9D"},
                                      {"mum\xE2\x80\x94", "\xE2\x80\xA6"},
                                      {"\xE2\x80\xA2", "\xE2\x80\x93 please"},
                                      {"\xE2\x80\xAA", "\xE2\x80\xAC"}}) {
      const std::string text = std::string(open) + piece + close;
      INFO(text);
      const auto marks = marksIn(text, {});
      const std::string left = without(text, marks);
      CHECK(left.find(piece) == std::string::npos);
      CHECK(homeward::isUtf8(left));
      CHECK(std::ranges::any_of(marks, [](const Mark& mark) { return isCertain(mark.because); }));
    }
  }
  CHECK(without("ZZ5 2AB\xE2\x80\xA6", marksIn("ZZ5 2AB\xE2\x80\xA6", {})) == "ZZ5\xE2\x80\xA6");
}

TEST_CASE("Figures that tell nobody stay") {
  for (const char* text :
       {"He is 9 and has 2 cats.", "In 2024 he moved twice.", "Level 3, then 4 of 5.", "£1,250.50 a week", "from 9.30 to 11 a.m.",
        "Year 5 in March 2025", "It takes 20 to 25 minutes", "ages 10-12", "24/7 care", "within a 20 minute drive", "20 minutes walk away",
        "2 nights in a row", "in 2023/2024 and 2024-25", "the first of many", "1:1 support, 2 to 1 at night"}) {
    INFO(text);
    CHECK(pieces(text).empty());
  }
}

TEST_CASE("Days are found in every form") {
  for (const char* day :
       {"3 March 2014", "3rd of March 2014", "3rd March",      "March 3, 2014",           "March the 3rd",        "03/03/2014",
        "3.3.14",       "2014-03-03",        "3-Mar-14",       "3 MARCH\n2014",           "3 Sept 2014",          "14/03/2014",
        "31 december",  "3 march '14",       "3 Febuary 2014", "the third of March 2014", "twenty-first of June", "3Mar2014",
        "3Mar14",       "3\\3\\2014"}) {
    const std::string text = std::string("Born on ") + day + ".";
    INFO(text);
    const std::string found = std::string(day).starts_with("the ") ? std::string(day).substr(4) : std::string(day);
    CHECK(pieces(text) == Pieces{"day: " + found});
  }
}

TEST_CASE("Of a postcode the first half stays; addresses and links go") {
  CHECK(pieces("They live at zz5 2ab now") == Pieces{"postcode: zz5 2ab"});
  CHECK(without("now at zz5 2ab now", marksIn("now at zz5 2ab now", {})) == "now at ZZ5 now");
  CHECK(pieces("at 12 Rose Lane, then") == Pieces{"address: 12 Rose Lane"});
  CHECK(pieces("at 12 rose\nlane, then") == Pieces{"address: 12 rose\nlane"});
  CHECK(pieces("Flat 3b, 12a St Mary's Road") == Pieces{"address: Flat 3b, 12a St Mary's Road"});
  CHECK(pieces("write to w.t@example.com, soon") == Pieces{"link: w.t@example.com"});
  CHECK(pieces("see www.example.com/wren or https://example.org") == Pieces{"link: www.example.com/wren", "link: https://example.org"});
  CHECK(pieces("she is @wren09 there") == Pieces{"link: @wren09"});
}
