// Putting a choice together and sending it to the social worker.
#include <algorithm>
#include <set>

#include "app/candidates.h"
#include "app/deciding.h"
#include "app/referral_stage.h"
#include "app/referrals.h"
#include "app/whose_case.h"
#include "app/why_out.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

constexpr std::size_t usualChoice = 3;
constexpr std::size_t largestChoice = 5;
constexpr int daysToDecide = 2;

/// What a candidate is called in a sentence about another.
std::string nameOf(const RankedReferral& ranked, std::size_t candidate) { return ranked.name(candidate).name; }

std::string reasonOf(const RankedReferral& ranked, const matching::InChoice& why) {
  const matching::Assessment& assessment = ranked.assessment();
  const matching::Candidate& candidate = assessment.problem().candidates[why.candidate];
  std::vector<Fact> facts{{"choice.reason.place", {static_cast<std::int64_t>(why.place)}}};
  if (why.strongest)
    facts.push_back({"choice.reason.strength",
                     {wording::sentence(assessment.label(*why.strongest)),
                      wording::sentence(assessment.explain(why.candidate).criteria[*why.strongest].why)}});
  if (why.onlyOfItsKind && candidate.types.size() == 1)
    facts.push_back({"choice.reason.onlyOfItsKind", {Word{"settingType." + candidate.types.front()}}});
  if (why.onlyOfItsProvider && !why.onlyOfItsKind) facts.push_back({"choice.reason.onlyOfItsProvider", {}});
  if (why.nearest) facts.push_back({"choice.reason.nearest", {}});
  if (why.cheaperBy) {
    const std::int64_t days = matching::comparedDays(assessment.request().referral);
    facts.push_back({"choice.reason.cheaper", {Money{why.cheaperBy->pence * 7 / days}}});
  }
  if (why.before) {
    const char* key = why.before->sameKind && why.before->sameProvider ? "choice.reason.before.kindAndProvider"
                      : why.before->sameKind                           ? "choice.reason.before.kind"
                                                                       : "choice.reason.before.provider";
    facts.push_back({key, {nameOf(ranked, why.before->candidate), nameOf(ranked, why.before->alike)}});
  }
  std::string words;
  for (const Fact& fact : facts) {
    words += (words.empty() ? "" : " ") + wording::sentence(fact);
    if (words.back() != '.') words += '.';
  }
  return words;
}

/// What can be done about a gate that failed.
std::string mendOf(const matching::GateAnswer& gate) {
  std::string words = gate.bringsBack.empty() ? std::string{} : " " + bringsBackWords(gate);
  if (gate.kind == matching::GateKind::essential) return words + " A named person may waive it with a reason.";
  if (gate.kind == matching::GateKind::law) return words + " This cannot be waived. What a court orders is recorded as a breach.";
  return words + " This cannot be waived.";
}

/// The choice of about three by the policy that is in use.
std::vector<OptionId> proposedOf(const Workspace& workspace, const RankedReferral& ranked) {
  const matching::Problem& problem = ranked.assessment().problem();
  const matching::Shortlist best = matching::shortlist(problem, problem.weights, workspace.policy().similarityPenalty);
  std::vector<OptionId> options;
  for (const std::size_t candidate : best.candidates) options.push_back(ranked.name(candidate).option.value_or(OptionId{}));
  return options;
}

/// The swaps with the reasons that were given for them; refused where one that stands in another's place has none.
Result<std::vector<Swap>> explained(const RankedReferral& ranked, std::vector<Swap> swaps, const std::vector<Swap>& given) {
  for (Swap& swap : swaps) {
    for (const Swap& one : given)
      if (one.proposed == swap.proposed) {
        swap.code = one.code;
        swap.words = std::string(trimmed(one.words));
      }
    if (!swap.instead || swap.code || !swap.words.empty()) continue;
    const auto out = candidateOf(ranked, swap.proposed);
    const auto in = candidateOf(ranked, *swap.instead);
    const auto called = [&](std::optional<std::size_t> candidate) {
      return candidate ? nameOf(ranked, *candidate) : std::string("another option");
    };
    return fail(ErrorCode::invalid, "swaps", "The ranking proposed " + called(out) + ". Say why " + called(in) + " stands in its place.");
  }
  return swaps;
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

std::vector<Swap> swapsBetween(const std::vector<OptionId>& proposed, const std::vector<OptionId>& options) {
  const auto has = [](const std::vector<OptionId>& all, OptionId id) { return std::find(all.begin(), all.end(), id) != all.end(); };
  std::vector<OptionId> instead;
  for (const OptionId option : options)
    if (!has(proposed, option)) instead.push_back(option);
  std::vector<Swap> swaps;
  auto next = instead.begin();
  for (const OptionId option : proposed) {
    if (has(options, option)) continue;
    Swap& swap = swaps.emplace_back();
    swap.proposed = option;
    if (next != instead.end()) swap.instead = *next++;
  }
  return swaps;
}

std::vector<std::string> reasonsFor(const RankedReferral& ranked, const std::vector<OptionId>& options) {
  std::vector<std::string> reasons(options.size());
  std::vector<std::size_t> chosen;
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < options.size(); ++i)
    if (const auto candidate = candidateOf(ranked, options[i])) {
      chosen.push_back(*candidate);
      at.push_back(i);
    }
  if (chosen.empty()) return reasons;
  const matching::Problem& problem = ranked.assessment().problem();
  const auto why = matching::whyInChoice(problem, problem.weights, chosen);
  for (std::size_t i = 0; i < why.size(); ++i) reasons[at[i]] = reasonOf(ranked, why[i]);
  return reasons;
}

std::string withoutPlace(const std::string& reason) {
  const std::string pattern(wording::pattern("choice.reason.place"));
  const auto gap = pattern.find("{0}");
  if (gap == std::string::npos || reason.compare(0, gap, pattern, 0, gap) != 0) return reason;
  auto at = gap;
  while (at < reason.size() && reason[at] >= '0' && reason[at] <= '9') ++at;
  const std::string rest = pattern.substr(gap + 3);
  if (at == gap || reason.compare(at, rest.size(), rest) != 0) return reason;
  return std::string(trimmed(std::string_view(reason).substr(at + rest.size())));
}

Result<ChoiceDraft> proposeChoice(Workspace& workspace, ReferralId referral) {
  const auto ranked = rankOffers(workspace, referral);
  if (!ranked) return failed(ranked);
  const auto entry = referralCase(workspace, referral);
  if (!entry) return failed(entry);
  const auto people = workspace.file().people().people();
  if (!people) return failed(people);
  const Referral& stored = entry->referral;
  ChoiceDraft draft;
  draft.referral = referral;
  draft.options = proposedOf(workspace, **ranked);
  draft.reasons = reasonsFor(**ranked, draft.options);
  draft.proposed = draft.options;
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
  const std::vector<OptionId> proposed = proposedOf(workspace, **ranked);
  const auto swaps = explained(**ranked, swapsBetween(proposed, draft.options), draft.swaps);
  if (!swaps) return failed(swaps);

  return workspace.change([&](store::Transaction& in) -> Result<ChoiceId> {
    Choice choice{ChoiceId{},     draft.referral,       draft.options, draft.reasons, workspace.user().id, draft.sendTo, workspace.now(),
                  draft.decideBy, draft.fewerThanThree, proposed,      *swaps};
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
