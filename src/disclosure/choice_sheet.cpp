#include "disclosure/choice_sheet.h"

#include <algorithm>

#include "domain/agreement.h"
#include "support/text.h"

namespace homeward::disclosure {
namespace {

using Of = SheetGap::Of;

const SheetPerson* personOf(const ChoiceSheet& sheet, std::optional<std::int64_t> number) {
  const auto found = number ? std::ranges::find(sheet.persons, *number, &SheetPerson::number) : sheet.persons.end();
  return found == sheet.persons.end() ? nullptr : &*found;
}

std::optional<Agreeing> agreeing(const SheetPerson* person) {
  return person == nullptr ? std::nullopt : std::optional(Agreeing{person->name, person->role, person->agreesUpTo});
}

/// The agreement that a placement wants.
SheetGap agreementGap(const ChoiceSheet& sheet, const SheetAnswer& answer, const SheetOption& option) {
  const auto missing = missingAgreement(agreeing(personOf(sheet, answer.decidedBy)), agreeing(personOf(sheet, answer.agreedBy)),
                                        agreeing(personOf(sheet, answer.budgetAgreedBy)), option.aWeek);
  if (!missing) return {};
  return {missing->ofBudget ? Of::budget : Of::manager, 0, missing->words};
}

}  // namespace

SheetGap gapOf(const ChoiceSheet& sheet, const SheetAnswer& answer) {
  if (answer.wantsMore) return trimmed(answer.comment).empty() ? SheetGap{Of::comment, 0, "Say what you want to know first"} : SheetGap{};
  const auto chosen = answer.chosen ? std::ranges::find(sheet.options, *answer.chosen, &SheetOption::number) : sheet.options.end();
  if (answer.chosen && chosen == sheet.options.end()) return {Of::choice, 0, "Choose a home, or that none of these suits"};
  if (answer.chosen && !chosen->closed.empty()) return {Of::closed, chosen->number, chosen->closed};
  for (const SheetOption& option : sheet.options) {
    const auto reason = std::ranges::find(answer.reasons, option.number, &SheetReason::option);
    const bool words = reason != answer.reasons.end() && !trimmed(reason->words).empty();
    const bool isChosen = answer.chosen == option.number;
    if (isChosen && !words) return {Of::why, option.number, "One reason is missing: why " + option.name};
    if (!isChosen && !words && (reason == answer.reasons.end() || !reason->code))
      return {Of::whyNot, option.number, "One reason is missing: why not " + option.name};
  }
  const SheetPerson* decider = personOf(sheet, answer.decidedBy);
  if (decider == nullptr || !mayDecide(decider->role)) return {Of::decider, 0, "Name who decided"};
  return answer.chosen && chosen->offered ? agreementGap(sheet, answer, *chosen) : SheetGap{};
}

}  // namespace homeward::disclosure
