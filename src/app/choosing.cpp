// Putting a choice together and sending it to the social worker.
#include <algorithm>
#include <set>

#include "app/deciding.h"
#include "app/referral_stage.h"
#include "app/referrals.h"
#include "app/whose_case.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

constexpr std::size_t usualChoice = 3;
constexpr std::size_t largestChoice = 5;
constexpr int daysToDecide = 2;

std::optional<std::size_t> candidateOf(const RankedReferral& ranked, OptionId option) {
  for (std::size_t c = 0; c < ranked.assessment().problem().candidates.size(); ++c)
    if (ranked.name(c).option == option) return c;
  return std::nullopt;
}

/// Why an option is in the choice: its place, and the criterion on which it gains most over the average of the others.
std::string reasonFor(const RankedReferral& ranked, std::size_t candidate, const std::vector<std::size_t>& chosen) {
  const matching::Problem& problem = ranked.assessment().problem();
  const std::size_t criteria = problem.criteria.size();
  std::optional<std::size_t> strongest;
  std::int64_t lead = 0;
  for (std::size_t k = 0; k < criteria; ++k) {
    std::int64_t others = 0;
    for (const std::size_t other : chosen) others += problem.values[other * criteria + k].low;
    const auto count = static_cast<std::int64_t>(chosen.size());
    const std::int64_t gain = problem.weights[k] * (problem.values[candidate * criteria + k].low * count - others);
    if (gain > lead) {
      lead = gain;
      strongest = k;
    }
  }
  const auto place = static_cast<std::int64_t>(std::find_if(ranked.ranking().begin(), ranked.ranking().end(),
                                                            [&](const matching::Ranked& row) { return row.candidate == candidate; }) -
                                               ranked.ranking().begin() + 1);
  if (!strongest) return wording::sentence({"choice.reason.place", {place}});
  const std::string label = wording::sentence(ranked.assessment().label(*strongest));
  const std::string why = wording::sentence(ranked.assessment().explain(candidate).criteria[*strongest].why);
  return wording::sentence({"choice.reason.strength", {place, label, why}});
}

/// What can be done about a gate that failed.
std::string mendOf(const matching::GateAnswer& gate) {
  std::string words = gate.bringsBack.empty() ? std::string{} : " " + wording::sentence(gate.bringsBack);
  if (gate.kind == matching::GateKind::essential) return words + " A named person may waive it with a reason.";
  if (gate.kind == matching::GateKind::law) return words + " This cannot be waived. What a court orders is recorded as a breach.";
  return words + " This cannot be waived.";
}

}  // namespace

Result<void> mayBeChosen(Workspace& workspace, const RankedReferral& ranked, OptionId option) {
  const auto candidate = candidateOf(ranked, option);
  if (!candidate) {
    const auto stored = workspace.file().offers().option(option);
    if (!stored) return failed(stored);
    const auto why = ranked.noLongerOffered(option);
    return fail(
        ErrorCode::refused, "option",
        stored->label + ": " + (why ? wording::sentence(*why) : "It no longer stands.") + " Ask the provider again, or leave it out.");
  }
  const auto homes = homesOf(workspace, option);
  if (!homes) return failed(homes);
  const auto breaches = workspace.file().placements().breaches();
  if (!breaches) return failed(breaches);
  const ReferralId referral = ranked.assessment().request().referral.id;
  const auto stands = [&](int rule) { return breachStands(*breaches, referral, *homes, rule, workspace.today()); };
  // What the register and the terms of approval say of a home a rule of the law may judge as well: a breach of that rule is this failure.
  const auto isBreach = [&](const matching::GateAnswer& gate) {
    return !gate.judgedBy.empty() &&
           std::ranges::all_of(gate.judgedBy, [&](const std::vector<int>& rules) { return std::ranges::any_of(rules, stands); });
  };
  for (const matching::GateAnswer& gate : ranked.assessment().explain(*candidate).gates) {
    if (gate.result != matching::GateResult::fail || gate.waiver || isBreach(gate)) continue;
    return fail(ErrorCode::refused, gate.key, ranked.name(*candidate).name + ": " + wording::sentence(gate.why) + mendOf(gate));
  }
  if (homes->size() < 2) return {};
  const auto block = standingBlock(workspace, referral, option, ranked.assessment().request().placeOn);
  if (!block) return failed(block);
  if (!*block) return {};
  return fail(
      ErrorCode::refused, "law." + std::to_string((*block)->rule),
      ranked.name(*candidate).name + ": " + wording::sentence((*block)->why) + " What has happened is recorded as a breach at that home.");
}

Result<ChoiceDraft> proposeChoice(Workspace& workspace, ReferralId referral) {
  const auto ranked = rankOffers(workspace, referral);
  if (!ranked) return failed(ranked);
  const auto entry = referralCase(workspace, referral);
  if (!entry) return failed(entry);
  const auto people = workspace.file().people().people();
  if (!people) return failed(people);
  const Referral& stored = entry->referral;
  const matching::Problem& problem = (*ranked)->assessment().problem();
  const matching::Shortlist best = matching::shortlist(problem, problem.weights, workspace.policy().similarityPenalty);
  ChoiceDraft draft;
  draft.referral = referral;
  for (const std::size_t candidate : best.candidates) {
    draft.options.push_back((*ranked)->name(candidate).option.value_or(OptionId{}));
    draft.reasons.push_back(reasonFor(**ranked, candidate, best.candidates));
  }
  if (const auto worker = socialWorkerOf(stored, entry->children, *people)) draft.sendTo = *worker;
  draft.decideBy = workspace.calendar().after(workspace.today(), daysToDecide);
  if (stored.urgency == Urgency::sameDay) draft.decideBy = workspace.today();
  draft.fewerThanThree = stored.fewerThanThree;
  return draft;
}

Result<ChoiceId> sendChoice(Workspace& workspace, const ChoiceDraft& draft) {
  if (draft.options.empty()) return fail(ErrorCode::invalid, "options", "Tick at least one option to send.");
  if (draft.options.size() > largestChoice) return fail(ErrorCode::invalid, "options", "A choice has at most five options. Untick some.");
  if (draft.reasons.size() != draft.options.size())
    return fail(ErrorCode::invalid, "reasons", "Give a reason for each option of the choice.");
  if (std::any_of(draft.reasons.begin(), draft.reasons.end(), [](const std::string& reason) { return trimmed(reason).empty(); }))
    return fail(ErrorCode::invalid, "reasons", "Give a reason for each option of the choice.");
  if (std::set<OptionId>(draft.options.begin(), draft.options.end()).size() != draft.options.size())
    return fail(ErrorCode::invalid, "options", "The same option is in the choice twice. Untick one.");
  if (const auto may = notWithdrawn(workspace, draft.referral); !may) return failed(may);
  auto& file = workspace.file();
  const auto referral = file.referrals().get(draft.referral);
  if (!referral) return failed(referral);
  if (!isOpen(referral->stage))
    return fail(ErrorCode::refused, "stage", "The placement of this referral has started. For a move enter a new referral.");
  if (draft.options.size() < usualChoice) {
    if (trimmed(draft.fewerThanThree).empty())
      return fail(ErrorCode::invalid, "fewerThanThree", "A choice of fewer than three needs the reason why there are not more.");
    const auto approaches = file.offers().approaches(draft.referral);
    if (!approaches) return failed(approaches);
    if (approaches->empty())
      return fail(ErrorCode::refused, "approaches",
                  "A choice of fewer than three needs the record of who was asked. Nobody has been asked yet.");
  }
  if (!draft.sendTo.stored()) return fail(ErrorCode::invalid, "sendTo", "Choose the social worker who decides.");
  const auto decider = file.people().person(draft.sendTo);
  if (!decider) return failed(decider);
  if (!mayDecide(decider->role))
    return fail(ErrorCode::refused, "sendTo", "Only a social worker or team manager may give permission to place. Choose one of them.");
  if (draft.decideBy < workspace.today()) return fail(ErrorCode::invalid, "decideBy", "The day for the decision lies in the past.");
  const auto ranked = rankOffers(workspace, draft.referral);
  if (!ranked) return failed(ranked);
  for (const OptionId option : draft.options)
    if (const auto may = mayBeChosen(workspace, **ranked, option); !may) return failed(may);

  return workspace.change([&](store::Transaction& in) -> Result<ChoiceId> {
    Choice choice{ChoiceId{},   draft.referral,  draft.options,  draft.reasons,       workspace.user().id,
                  draft.sendTo, workspace.now(), draft.decideBy, draft.fewerThanThree};
    auto id = file.decisions().addChoice(in, choice);
    if (!id) return id;
    if (const auto moved = moveOn(workspace, in, draft.referral, homeward::Stage::choiceSent); !moved) return failed(moved);
    return id;
  });
}

Result<std::vector<Choice>> choicesOf(Workspace& workspace, ReferralId referral) { return workspace.file().decisions().choices(referral); }

Result<std::optional<Choice>> openChoice(Workspace& workspace, ReferralId referral) {
  const auto stored = workspace.file().referrals().get(referral);
  if (!stored) return failed(stored);
  if (stored->stage == homeward::Stage::withdrawn) return std::optional<Choice>{};
  const auto choices = workspace.file().decisions().choices(referral);
  if (!choices) return failed(choices);
  if (choices->empty()) return std::optional<Choice>{};
  const auto decisions = workspace.file().decisions().decisions(referral);
  if (!decisions) return failed(decisions);
  const Choice& last = choices->back();
  const bool decided =
      std::any_of(decisions->begin(), decisions->end(), [&](const Decision& decision) { return decision.choice == last.id; });
  return decided ? std::optional<Choice>{} : std::optional{last};
}

Result<std::vector<Choice>> choicesWaiting(Workspace& workspace) {
  const auto choices = workspace.file().decisions().choices();
  if (!choices) return failed(choices);
  const auto decisions = workspace.file().decisions().decisions();
  if (!decisions) return failed(decisions);
  const auto referrals = workspace.file().referrals().all();
  if (!referrals) return failed(referrals);
  std::set<ReferralId> withdrawn;
  for (const Referral& referral : *referrals)
    if (referral.stage == homeward::Stage::withdrawn) withdrawn.insert(referral.id);
  std::vector<Choice> waiting;
  for (const Choice& choice : *choices) {
    if (withdrawn.contains(choice.referral)) continue;
    const bool decided =
        std::any_of(decisions->begin(), decisions->end(), [&](const Decision& decision) { return decision.choice == choice.id; });
    if (!decided) waiting.push_back(choice);
  }
  std::stable_sort(waiting.begin(), waiting.end(), [](const Choice& a, const Choice& b) { return a.sentAt < b.sentAt; });
  return waiting;
}

}  // namespace homeward::app
