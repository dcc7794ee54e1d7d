#include "domain/agreement.h"

namespace homeward {

std::optional<MissingAgreement> missingAgreement(const std::optional<Agreeing>& decider, const std::optional<Agreeing>& agreed,
                                                 const std::optional<Agreeing>& budget, const std::optional<MoneyRange>& aWeek) {
  const auto manages = [](const std::optional<Agreeing>& one) { return one && one->role == Role::teamManager; };
  const std::optional<Agreeing>& manager = manages(agreed) ? agreed : decider;
  if (!manages(manager)) return MissingAgreement{false, "A team manager has to agree before a child is placed. Name who agreed."};
  const bool above = manager->upTo && (!aWeek || !aWeek->high || *aWeek->high > *manager->upTo);
  if (!above) return std::nullopt;
  if (!budget)
    return MissingAgreement{true, "The whole cost a week is above " + poundsAndPence(*manager->upTo) + ", up to which " + manager->name +
                                      " may agree. Name the budget holder who agreed."};
  if (!holdsTheBudget(budget->role))
    return MissingAgreement{true, "This person does not hold the budget. Choose the budget holder who agreed."};
  return std::nullopt;
}

}  // namespace homeward
