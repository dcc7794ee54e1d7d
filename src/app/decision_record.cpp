#include "app/decision_record.h"

#include <map>

namespace homeward::app {
namespace {

/// Names of people and options, read once.
struct Named {
  std::map<PersonId, std::string> people;
  std::map<OptionId, std::string> options;
  [[nodiscard]] std::string person(std::optional<PersonId> id) const {
    const auto found = id ? people.find(*id) : people.end();
    return found == people.end() ? std::string{} : found->second;
  }
  [[nodiscard]] std::string option(OptionId id) const {
    const auto found = options.find(id);
    return found == options.end() ? std::string{} : found->second;
  }
};

Result<Named> namesOf(Workspace& workspace, ReferralId referral) {
  Named names;
  const auto people = workspace.file().people().people();
  if (!people) return failed(people);
  for (const Person& person : *people) names.people[person.id] = person.name;
  const auto options = workspace.file().offers().options(referral);
  if (!options) return failed(options);
  for (const Option& option : *options) names.options[option.id] = option.label;
  return names;
}

}  // namespace

std::string ChoiceRecord::home(OptionId option) const {
  for (std::size_t i = 0; i < choice.options.size() && i < homes.size(); ++i)
    if (choice.options[i] == option) return homes[i];
  return {};
}

const DecisionRecord* ReferralRecord::inForce() const {
  for (const ChoiceRecord& choice : choices)
    for (const DecisionRecord& decision : choice.decisions)
      if (decision.inForce) return &decision;
  return nullptr;
}

Result<ReferralRecord> decisionRecord(Workspace& workspace, ReferralId referral) {
  const auto& store = workspace.file().decisions();
  const auto choices = store.choices(referral);
  if (!choices) return failed(choices);
  const auto decisions = store.decisions(referral);
  if (!decisions) return failed(decisions);
  const auto approvals = store.approvals(referral);
  if (!approvals) return failed(approvals);
  const auto stored = workspace.file().referrals().get(referral);
  if (!stored) return failed(stored);
  ReferralRecord record;
  if (choices->empty() && approvals->empty() && stored->escalations.empty()) return record;
  const auto names = namesOf(workspace, referral);
  if (!names) return failed(names);
  for (const Choice& choice : *choices) {
    ChoiceRecord& kept = record.choices.emplace_back();
    kept.choice = choice;
    kept.sentBy = names->person(choice.sentBy);
    kept.sentTo = names->person(choice.sentTo);
    for (const OptionId option : choice.options) kept.homes.push_back(names->option(option));
    for (const Swap& swap : choice.swaps)
      kept.swaps.push_back({swap, names->option(swap.proposed), swap.instead ? names->option(*swap.instead) : std::string{}});
    for (const Decision& decision : *decisions)
      if (decision.choice == choice.id)
        kept.decisions.push_back({decision, names->person(decision.decidedBy), names->person(decision.agreedBy),
                                  names->person(decision.budgetAgreedBy), decision.id == decisions->back().id});
  }
  for (const Escalation& escalation : stored->escalations)
    record.escalations.push_back(
        {escalation, names->person(escalation.by), names->person(escalation.to), names->person(escalation.settledBy)});
  for (const Approval& approval : *approvals)
    record.approvals.push_back({approval, names->person(approval.by), approval.option ? names->option(*approval.option) : std::string{}});
  return record;
}

}  // namespace homeward::app
