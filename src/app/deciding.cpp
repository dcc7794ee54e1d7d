// Recording what was decided, by whom and with whose agreement.
#include "app/deciding.h"

#include <algorithm>

#include "app/frozen.h"
#include "app/referral_stage.h"
#include "domain/agreement.h"
#include "support/text.h"

namespace homeward::app {

Result<void> agreed(Workspace& workspace, const Decision& decision, const RankedReferral& ranked) {
  if (!decision.chosen) return {};
  const auto named = [&](std::optional<PersonId> id) -> Result<std::optional<Agreeing>> {
    if (!id) return std::optional<Agreeing>();
    const auto person = workspace.file().people().person(*id);
    if (!person) return failed(person);
    return std::optional(Agreeing{person->name, person->role, person->agreesUpTo});
  };
  const auto decider = named(decision.decidedBy);
  const auto manager = named(decision.agreedBy);
  const auto budget = named(decision.budgetAgreedBy);
  for (const auto* one : {&decider, &manager, &budget})
    if (!*one) return failed(*one);
  std::optional<MoneyRange> aWeek;
  bool offered = false;
  for (std::size_t c = 0; c < ranked.assessment().problem().candidates.size(); ++c) {
    if (ranked.name(c).option != decision.chosen) continue;
    offered = true;
    if (const auto cost = ranked.assessment().explain(c).cost) aWeek = cost->aWeek;
  }
  const auto missing = missingAgreement(*decider, *manager, *budget, aWeek);
  // One that is not offered any more has no price to be above the limit: `mayBeChosen` judges it.
  if (!missing || (missing->ofBudget && !offered)) return {};
  return fail(ErrorCode::refused, missing->ofBudget ? "budgetAgreedBy" : "agreedBy", missing->words);
}

Result<bool> choosesNothingAnew(Workspace& workspace, const Decision& decision) {
  const auto earlier = workspace.file().decisions().decisions(decision.referral);
  if (!earlier) return failed(earlier);
  const auto referral = workspace.file().referrals().get(decision.referral);
  if (!referral) return failed(referral);
  if (earlier->empty() || earlier->back().chosen != decision.chosen) return false;
  return earlier->back().choice == decision.choice || !isOpen(referral->stage);
}

Result<DecisionId> decide(Workspace& workspace, Decision decision) {
  return workspace.change([&](store::Transaction& in) { return decideIn(workspace, in, std::move(decision)); });
}

Result<DecisionId> decideIn(Workspace& workspace, store::Transaction& in, Decision decision) {
  auto& file = workspace.file();
  const auto decider = file.people().person(decision.decidedBy);
  if (!decider) return fail(ErrorCode::invalid, "decidedBy", "Name the person who decided.");
  if (!mayDecide(decider->role))
    return fail(ErrorCode::refused, "decidedBy",
                "Only the social worker's side may give permission to place: a social worker or a team manager.");
  const auto choice = file.decisions().choice(decision.choice);
  if (!choice) return failed(choice);
  if (choice->referral != decision.referral) return fail(ErrorCode::invalid, "choice", "This choice belongs to another referral.");
  if (decision.chosen && std::find(choice->options.begin(), choice->options.end(), *decision.chosen) == choice->options.end())
    return fail(ErrorCode::invalid, "chosen", "The option that was chosen is not in the choice.");
  if (const auto may = notWithdrawn(workspace, decision.referral); !may) return failed(may);
  const auto earlier = file.decisions().decisions(decision.referral);
  if (!earlier) return failed(earlier);
  auto referral = file.referrals().get(decision.referral);
  if (!referral) return failed(referral);
  const bool movedIn = !isOpen(referral->stage);
  if (movedIn && (earlier->empty() || earlier->back().chosen != decision.chosen))
    return fail(ErrorCode::refused, "chosen",
                "The placement has started, so another home is not chosen here. For a move enter a new referral.");
  const bool amends = std::any_of(earlier->begin(), earlier->end(), [&](const Decision& other) { return other.choice == decision.choice; });
  if (amends && trimmed(decision.amendsReason).empty())
    return fail(ErrorCode::invalid, "amendsReason", "This choice was decided already. A decision is amended, never undone: say why.");
  for (const OptionId option : choice->options) {
    const auto reason =
        std::find_if(decision.reasons.begin(), decision.reasons.end(), [&](const OptionReason& one) { return one.option == option; });
    const bool chosen = decision.chosen == option;
    if (reason == decision.reasons.end() || (trimmed(reason->words).empty() && (chosen || !reason->code)))
      return fail(ErrorCode::invalid, "reasons",
                  chosen ? "Say in words why this home was chosen." : "Give a reason for every home that was not chosen.");
  }
  const auto ranked = rankOffers(workspace, decision.referral);
  if (!ranked) return failed(ranked);
  const auto nothingAnew = choosesNothingAnew(workspace, decision);
  if (!nothingAnew) return failed(nothingAnew);
  if (decision.chosen && !*nothingAnew)
    if (const auto may = mayBeChosen(workspace, **ranked, *decision.chosen); !may) return failed(may);
  if (const auto agree = agreed(workspace, decision, **ranked); !agree) return failed(agree);

  decision.at = workspace.now();
  const auto adjustments = file.policies().adjustments(decision.referral);
  if (!adjustments) return failed(adjustments);
  decision.frozen = frozenInputs(**ranked, *choice, adjustments->empty() ? std::nullopt : std::optional{adjustments->back()});
  // "None of these" goes back to the search; the choice stays on record. Of somebody who has moved in only the words are amended.
  if (!movedIn) referral->stage = decision.chosen ? homeward::Stage::decided : homeward::Stage::offersIn;
  auto id = file.decisions().addDecision(in, decision);
  if (!id) return id;
  if (const auto saved = file.referrals().save(in, *referral); !saved) return failed(saved);
  return id;
}

Result<std::vector<Decision>> decisionsOf(Workspace& workspace, ReferralId referral) {
  return workspace.file().decisions().decisions(referral);
}

Result<void> confirmDecision(Workspace& workspace, DecisionId decision) {
  return workspace.change([&](store::Transaction& in) { return workspace.file().decisions().confirmDecision(in, decision); });
}

}  // namespace homeward::app
