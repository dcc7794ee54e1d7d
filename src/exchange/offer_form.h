// The form on which a provider answers: a workbook of two sheets, the referral to read and the offer to fill in.
//
// Column A of the offer's sheet has the key of each line, by which the answer is read again; a provider fills columns C and D and moves
// nothing. Where one of a few answers is wanted the cell offers them. There are no macros, links, hidden sheets, comments or formulas, and
// the properties name nobody.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "disclosure/pack.h"
#include "support/result.h"

namespace homeward::exchange {

/// One line of the form.
struct FormLine {
  enum class Kind { heading, fixed, words, day, amount, number, choice };
  std::string key;  ///< "offer.availableFrom", "need.0.education"; empty for a heading
  std::string label;
  Kind kind = Kind::words;
  std::string value;                 ///< of a fixed line
  std::vector<std::string> choices;  ///< the words that are offered
  std::string more;                  ///< what column D wants: "how charged", "how you would meet it"; empty: nothing
  std::vector<std::string> moreChoices;
};
inline constexpr std::string_view offerFormVersion = "homeward/offer-form/1";
/// The lines of the form for a pack, in order. The first two fixed lines are the form's version and the reference.
[[nodiscard]] std::vector<FormLine> offerForm(const disclosure::ReferralPack& pack);

/// The workbook; `letter` is the pack as plain text, a line each. The same pack gives the same bytes.
[[nodiscard]] Result<std::string> offerFormXlsx(const disclosure::ReferralPack& pack, const std::string& letter);

}  // namespace homeward::exchange
