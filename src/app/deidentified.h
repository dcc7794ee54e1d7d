// A referral as a provider may read it, and what a person decides about it who reads it first.
//
// Four kinds of words go with it: what was written for providers, a child's strengths, the outcome that is wanted for a need, and what the
// child says. Everything in them that tells, or may tell, who somebody is is marked. What is on record or tells by its shape goes out; a
// word that is only likely to be a name goes out unless the reader leaves it in; the reader may take out more. Evidence, relationships and
// notes are never part of it.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/referrals.h"
#include "disclosure/mark.h"
#include "disclosure/pack.h"

namespace homeward::app {

struct Deidentifying {
  Date today{};
  std::optional<Instant> answerDue;
  /// The name of an authority by its code, or empty.
  std::function<std::string(const std::string& code)> authorityName;
  /// Children of the family who are not of the referral: their names go out too.
  std::vector<Child> relatives;
  std::vector<std::string> staff;  ///< who works with the case file
  std::vector<std::string> homes;  ///< where they live now
  bool wideArea = false;           ///< the name of the authority instead of the first half of a postcode
};

/// Some words of the referral that would leave.
struct PackPiece {
  std::string key;  ///< "words", "strengths.0", "outcome.0.education", "wish.0.2"
  Fact title;       ///< what they are, for a reader: a child is named
  std::string original;
  std::vector<disclosure::Mark> marks;
};
/// What somebody who read a piece decided. Places are bytes of the original.
struct PieceRead {
  std::set<std::size_t> left;                                ///< beginnings of marks that stay in the text; of likely names alone
  std::vector<std::pair<std::size_t, std::size_t>> moreOut;  ///< begin and end of what goes besides
};
using Reading = std::map<std::string, PieceRead>;  ///< by the key of the piece

/// The words for providers alone.
[[nodiscard]] PackPiece wordsPiece(const ReferralCase& entry, const Deidentifying& how);
[[nodiscard]] std::vector<PackPiece> packPieces(const ReferralCase& entry, const Deidentifying& how);
/// The marks by which a piece leaves: its own without those that were left, with what goes besides.
[[nodiscard]] std::vector<disclosure::Mark> marksAfter(const PackPiece& piece, const PieceRead& read);
[[nodiscard]] disclosure::ReferralPack packOf(const ReferralCase& entry, const Deidentifying& how, const std::vector<PackPiece>& pieces,
                                              const Reading& reading, const std::string& reference);
/// As plain text.
[[nodiscard]] std::string letterOf(const disclosure::ReferralPack& pack);

/// A referral of the case file with everything that is known of names around it: brothers and sisters elsewhere, staff, homes.
[[nodiscard]] Result<std::pair<ReferralCase, Deidentifying>> toDeidentify(Workspace& workspace, ReferralId referral,
                                                                          std::optional<Instant> answerDue);
/// Who of the referral could be told by sex, age and district together, because fewer than five children like that are on record: each in
/// a sentence. Ages are taken together as under 1, 1 to 4, 5 to 9, 10 to 15, 16 and over (the bands of the national return).
[[nodiscard]] Result<std::vector<Fact>> rareness(Workspace& workspace, const ReferralCase& entry, const Deidentifying& how);

}  // namespace homeward::app
