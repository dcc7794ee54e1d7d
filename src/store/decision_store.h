// Choices, decisions and approvals in the case file. They are added and read, never changed: a decision is amended by a later one.
#pragma once

#include <vector>

#include "domain/decision.h"
#include "store/transaction.h"

namespace homeward::store {

class DecisionStore {
 public:
  explicit DecisionStore(Connection& connection) : m_connection(&connection) {}

  [[nodiscard]] Result<ChoiceId> addChoice(Transaction& in, const Choice& choice);  ///< one reason an option, else invalid
  [[nodiscard]] Result<Choice> choice(ChoiceId id) const;
  [[nodiscard]] Result<std::vector<Choice>> choices(ReferralId referral) const;  ///< in the order in which they were sent
  [[nodiscard]] Result<std::vector<Choice>> choices() const;                     ///< of all referrals, by id

  [[nodiscard]] Result<DecisionId> addDecision(Transaction& in, const Decision& decision);
  /// What was decided by telephone is confirmed in writing, once, at the transaction's moment.
  [[nodiscard]] Result<void> confirmDecision(Transaction& in, DecisionId id);
  [[nodiscard]] Result<Decision> decision(DecisionId id) const;
  [[nodiscard]] Result<std::vector<Decision>> decisions(ReferralId referral) const;  ///< the latest last
  [[nodiscard]] Result<std::vector<Decision>> decisions() const;                     ///< of all referrals, by id

  [[nodiscard]] Result<ApprovalId> addApproval(Transaction& in, const Approval& approval);
  [[nodiscard]] Result<std::vector<Approval>> approvals(ReferralId referral) const;  ///< by id

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
