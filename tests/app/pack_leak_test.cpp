// Generated texts go through a referral of the case into the files for providers: nothing of what was planted is in any of them.
#include "app/pack_files.h"
#include "disclosure/generated.h"
#include "exchange/mail_draft.h"
#include "exchange/offer_form.h"
#include "exchange/pack_json.h"
#include "exchange/unzipped.h"
#include "support/cases.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// The words of a workbook: what stands between the marks of its files.
std::string wordsOf(const std::string& workbook) {
  std::string words;
  for (const auto& [name, text] : unzipped(workbook)) {
    words += name + " ";
    bool tag = false;
    for (const char c : text) {
      if (c == '<') tag = true, words.push_back(' ');
      if (!tag) words.push_back(c);
      if (c == '>') tag = false;
    }
  }
  return words;
}

}  // namespace

TEST_CASE("Nothing that was planted in a referral's words is in the letter, the JSON, the form or their names") {
  std::mt19937 chance(412);
  const int texts = cases(4'000);
  int planted = 0;
  for (int i = 0; i < texts; ++i) {
    const GeneratedText made = generatedText(chance);
    app::ReferralCase entry;
    entry.referral.number = "R-0412";
    entry.referral.neededBy = date(2026, 12, 18);
    Child child;
    child.id = ChildId{7};
    child.number = "C-2207";
    child.name = made.names.front();
    child.born = date(2016, 5, 4);
    child.school = made.school;
    for (std::size_t k = 1; k < made.names.size(); ++k) child.contacts.push_back({made.names[k], "knows her", {}, 1.0});
    entry.referral.members = {{child.id, true}};
    // Each kind of words has the text once.
    switch (i % 4) {
      case 0:
        entry.referral.inPlainWords = made.text;
        break;
      case 1:
        child.strengths = made.text;
        break;
      case 2:
        child.wishes = {{made.text, WishKind::wordsOnly, {}, {}, 0.0}};
        break;
      default:
        child.needs = {{NeedDomain::education, 3, true, "", std::nullopt, made.text}};
    }
    entry.children = {child};
    const app::Deidentifying how{date(2026, 11, 27), std::nullopt, {}, {}, {}, {}};
    const auto pack = app::packOf(entry, how, app::packPieces(entry, how), {}, "K7QF3M");
    const std::string letter = app::letterOf(pack);
    const auto form = exchange::offerFormXlsx(pack, letter);
    REQUIRE(form);
    const std::string json = exchange::packJson(pack);
    const std::string workbook = wordsOf(*form);
    // What the program says by itself ("10 years old") is not the text's.
    auto silent = pack;
    silent.words.clear();
    silent.people.front().strengths.clear();
    silent.people.front().wishes.clear();
    for (disclosure::PackNeed& need : silent.people.front().needs) need.outcome.clear();
    const std::string own =
        app::letterOf(silent) + exchange::packJson(silent) + wordsOf(exchange::offerFormXlsx(silent, app::letterOf(silent)).value());
    for (const Planted& piece : made.planted) {
      if (!leftOf(piece, own).empty()) continue;
      INFO(piece.kind << ": " << piece.written << "\n" << letter);
      REQUIRE(leftOf(piece, letter).empty());
      REQUIRE(leftOf(piece, json).empty());
      REQUIRE(leftOf(piece, workbook).empty());
      ++planted;
    }
  }
  CHECK(planted > texts);
}
