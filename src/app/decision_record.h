// What was put before the social worker, what was decided and what was approved, to be read again with the names of those who did it.
//
// A decision is never undone: an amended one stays in the record beside the one that amended it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/decision.h"
#include "domain/referral.h"

namespace homeward::app {

struct DecisionRecord {
  Decision decision;
  std::string decidedBy;
  std::string agreedBy;        ///< empty: nobody is named
  std::string budgetAgreedBy;  ///< likewise
  bool inForce = false;        ///< no later decision of the referral took its place
};
/// What the ranking proposed and the officer did not send, by name.
struct SwapRecord {
  Swap swap;
  std::string proposed;
  std::string instead;  ///< empty: nothing was put in its place
};
struct ChoiceRecord {
  Choice choice;
  std::vector<SwapRecord> swaps;
  std::vector<std::string> homes;  ///< of its options, in their order
  std::string sentBy;
  std::string sentTo;
  std::vector<DecisionRecord> decisions;  ///< oldest first
  /// What the home of an option is called; empty: it is not in this choice.
  [[nodiscard]] std::string home(OptionId option) const;
};
struct ApprovalRecord {
  Approval approval;
  std::string by;
  std::string home;  ///< empty: of the referral as a whole
};
struct EscalationRecord {
  Escalation escalation;
  std::string by;
  std::string to;
  std::string settledBy;
};
struct ReferralRecord {
  std::vector<ChoiceRecord> choices;          ///< oldest first
  std::vector<EscalationRecord> escalations;  ///< oldest first
  std::vector<ApprovalRecord> approvals;
  /// The decision that no later one amended; none: nothing was decided.
  [[nodiscard]] const DecisionRecord* inForce() const;
};
[[nodiscard]] Result<ReferralRecord> decisionRecord(Workspace& workspace, ReferralId referral);

}  // namespace homeward::app
