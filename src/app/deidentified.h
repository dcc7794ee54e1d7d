// What a provider is sent about a referral: who needs a home by age and sex, what they need and what is risky by level in words, what is
// wanted, by when and whereabouts, and the plain words that the officer wrote for providers.
//
// No name of a child or of anybody whom the child knows, no number, no date of birth, no school and nothing more exact than the first half
// of a postcode stands in it. Whatever somebody typed for our own eyes (evidence, outcomes, wishes, relationships, notes) is left out. In
// the plain words names, schools, numbers and postcodes that are on record are taken out; nicknames that are not on record cannot be
// known, so the text is read before it is sent. It stays personal data.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/referrals.h"

namespace homeward::app {

struct Deidentifying {
  Date today{};
  std::optional<Instant> answerDue;
  /// The name of an authority by its code, or empty.
  std::function<std::string(const std::string& code)> authorityName;
  /// Children of the family who are not of the referral: their names go out of the plain words too.
  std::vector<Child> relatives;
  std::vector<std::string> staff;  ///< who works with the case file
  std::vector<std::string> homes;  ///< where they live now
};
[[nodiscard]] std::string deidentified(const ReferralCase& entry, const Deidentifying& how);
/// The same for a referral of the case file, with its brothers and sisters elsewhere.
[[nodiscard]] Result<std::string> deidentifiedText(Workspace& workspace, ReferralId referral, std::optional<Instant> answerDue);

}  // namespace homeward::app
