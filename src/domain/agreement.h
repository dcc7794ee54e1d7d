// Whose agreement a placement wants: a team manager's, and above that manager's limit that of whoever holds the budget.
#pragma once

#include <optional>
#include <string>

#include "domain/money.h"
#include "domain/people.h"

namespace homeward {

/// Who may agree to what is above a team manager's limit.
[[nodiscard]] constexpr bool holdsTheBudget(Role role) {
  return role == Role::budgetHolder || role == Role::director || role == Role::manager;
}

/// Somebody who decides or agrees, as far as that goes.
struct Agreeing {
  std::string name;
  Role role = Role::socialWorker;
  std::optional<Money> upTo;  ///< whole cost a week; none: no limit of their own
};
struct MissingAgreement {
  bool ofBudget = false;  ///< the budget holder's; else the team manager's
  std::string words;      ///< what is missing, and what to do
};
/// None: nothing is missing. A cost that is not known, or has no upper end, is above any limit.
[[nodiscard]] std::optional<MissingAgreement> missingAgreement(const std::optional<Agreeing>& decider,
                                                               const std::optional<Agreeing>& agreed, const std::optional<Agreeing>& budget,
                                                               const std::optional<MoneyRange>& aWeek);

}  // namespace homeward
