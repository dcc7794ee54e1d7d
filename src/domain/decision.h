// The choice that was put before the social worker, what was decided, by whom and why, and the approvals that the law wants.
//
// A decision is never undone; it is amended by a later one with a reason. It keeps the inputs and results as they were.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/dates.h"
#include "domain/enum_text.h"
#include "domain/id.h"
#include "domain/not_chosen.h"

namespace homeward {

/// Why the officer put another option in the place of one that the ranking proposed.
enum class SwapReason { childsWish, socialWorkerAsked, providerInDoubt, othersThere, nearerToPeople, startsSooner, cost, otherReason };
constexpr auto texts(SwapReason) {
  return std::to_array<EnumText<SwapReason>>({{SwapReason::childsWish, "childsWish"},
                                              {SwapReason::socialWorkerAsked, "socialWorkerAsked"},
                                              {SwapReason::providerInDoubt, "providerInDoubt"},
                                              {SwapReason::othersThere, "othersThere"},
                                              {SwapReason::nearerToPeople, "nearerToPeople"},
                                              {SwapReason::startsSooner, "startsSooner"},
                                              {SwapReason::cost, "cost"},
                                              {SwapReason::otherReason, "otherReason"}});
}

/// An option that was proposed and not sent, with what was put in its place. By whom and when stands with the choice.
struct Swap {
  OptionId proposed;
  std::optional<OptionId> instead;  ///< none: left out, so that the choice is the smaller for it
  std::optional<SwapReason> code;   ///< a swap has a code or words
  std::string words = {};
  friend bool operator==(const Swap&, const Swap&) = default;
};

struct Choice {
  ChoiceId id;
  ReferralId referral;
  std::vector<OptionId> options;     ///< one to five, in the order of the ranking when it was sent
  std::vector<std::string> reasons;  ///< why each is in it, in the same order
  PersonId sentBy;
  PersonId sentTo;  ///< the social worker
  Instant sentAt{};
  Date decideBy{};
  std::string fewerThanThree;           ///< required when there are fewer than three
  std::vector<OptionId> proposed = {};  ///< by the ranking when it was sent; empty in choices from before that was kept
  std::vector<Swap> swaps = {};         ///< what of it was not sent, in its order
  friend bool operator==(const Choice&, const Choice&) = default;
};

struct OptionReason {
  OptionId option;
  std::optional<NotChosen> code;  ///< for those not chosen
  std::string words;              ///< required for the one chosen
  friend bool operator==(const OptionReason&, const OptionReason&) = default;
};

struct Decision {
  DecisionId id;
  ReferralId referral;
  ChoiceId choice;
  std::optional<OptionId> chosen;          ///< none: none of these
  std::vector<OptionReason> reasons;       ///< one for every option of the choice
  PersonId decidedBy;                      ///< the social worker's side: never the officer
  std::optional<PersonId> agreedBy;        ///< team manager
  std::optional<PersonId> budgetAgreedBy;  ///< above the team manager's limit
  Instant at{};
  bool byTelephone = false;  ///< to be confirmed in writing
  std::optional<Instant> confirmedAt;
  bool childsViewHeard = false;
  std::string childsView;
  std::string frozen;        ///< JSON: policy version, weights, facts and results as they were
  std::string amendsReason;  ///< when it amends an earlier decision
  friend bool operator==(const Decision&, const Decision&) = default;
};

/// A named approval without which a gate in law does not open: by rule of `law/`.
struct Approval {
  ApprovalId id;
  ReferralId referral;
  std::optional<OptionId> option;
  int rule = 0;  ///< number of the rule ("7": at a distance, the Director)
  PersonId by;
  Date on{};
  std::string reference;  ///< what was seen, and the consultation with the area authority
  friend bool operator==(const Approval&, const Approval&) = default;
};

}  // namespace homeward
