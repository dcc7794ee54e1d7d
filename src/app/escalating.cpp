#include "app/escalating.h"

#include <algorithm>
#include <set>

#include "app/asking.h"
#include "app/why_out.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

constexpr std::size_t mostSaid = 6;

/// Options of choices of which none was taken: they were looked at, and do not suit.
Result<std::set<OptionId>> turnedDown(Workspace& workspace, ReferralId referral) {
  const auto choices = workspace.file().decisions().choices(referral);
  if (!choices) return failed(choices);
  const auto decisions = workspace.file().decisions().decisions(referral);
  if (!decisions) return failed(decisions);
  std::set<OptionId> options;
  for (const Choice& choice : *choices) {
    const Decision* last = nullptr;
    for (const Decision& decision : *decisions)
      if (decision.choice == choice.id) last = &decision;
    if (last != nullptr && !last->chosen) options.insert(choice.options.begin(), choice.options.end());
  }
  return options;
}

/// Options that did not fail and were not turned down.
Result<std::vector<std::string>> stillSuitable(Workspace& workspace, ReferralId referral) {
  const auto ranked = rankOffers(workspace, referral);
  if (!ranked) return failed(ranked);
  const auto down = turnedDown(workspace, referral);
  if (!down) return failed(down);
  std::vector<std::string> names;
  for (const matching::Ranked& row : (*ranked)->ranking()) {
    const CandidateName& name = (*ranked)->name(row.candidate);
    if (row.status != matching::Status::notEligible && name.option && !down->contains(*name.option)) names.push_back(name.name);
  }
  return names;
}

Result<void> changed(Workspace& workspace, ReferralId id, auto&& change) {
  auto referral = workspace.file().referrals().get(id);
  if (!referral) return failed(referral);
  change(*referral);
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    if (const auto saved = workspace.file().referrals().save(in, *referral); !saved) return failed(saved);
    return {};
  });
}

}  // namespace

const Escalation* waitingEscalation(const Referral& referral) {
  return referral.escalations.empty() || referral.escalations.back().outcome ? nullptr : &referral.escalations.back();
}

Result<void> mayEscalate(Workspace& workspace, ReferralId id) {
  const auto referral = workspace.file().referrals().get(id);
  if (!referral) return failed(referral);
  if (!isOpen(referral->stage)) return fail(ErrorCode::refused, "stage", "This referral is no longer open.");
  if (referral->stage == homeward::Stage::choiceSent)
    return fail(ErrorCode::refused, "stage", "A choice was sent and is not decided yet. Wait for the decision.");
  if (referral->stage == homeward::Stage::decided) return fail(ErrorCode::refused, "stage", "A home was chosen for this referral.");
  if (waitingEscalation(*referral) != nullptr)
    return fail(ErrorCode::refused, "escalation", "This was put before a manager already and waits for the outcome.");
  const auto approaches = workspace.file().offers().approaches(id);
  if (!approaches) return failed(approaches);
  if (approaches->empty()) return fail(ErrorCode::refused, "approaches", "Nobody has been asked yet. Ask providers first.");
  const auto suitable = stillSuitable(workspace, id);
  if (!suitable) return failed(suitable);
  if (!suitable->empty())
    return fail(ErrorCode::refused, "options",
                listed(*suitable) + (suitable->size() == 1 ? " is" : " are") +
                    " not out. Send what there is as a choice, with the reason why there are not three.");
  return {};
}

Result<std::vector<std::string>> askedWords(Workspace& workspace, ReferralId referral) {
  const auto lines = approachLines(workspace, referral);
  if (!lines) return failed(lines);
  std::vector<std::string> words;
  for (const ApproachLine& line : *lines) {
    const Approach& approach = line.approach;
    const std::string who = line.setting.empty() || line.setting == line.provider ? line.provider : line.provider + ", " + line.setting;
    const std::string state = wording::word("approachState", text(approach.state));
    const std::string said =
        approach.state == ApproachState::declined && approach.declined
            ? wording::sentence({"asked.saidNo", {state, Word{"declineReason." + std::string(text(*approach.declined))}}})
            : state;
    words.push_back(wording::sentence({"asked.line", {who, said, englandDay(approach.askedAt)}}));
  }
  return words;
}

Result<EscalationDraft> draftEscalation(Workspace& workspace, ReferralId referral) {
  EscalationDraft draft;
  draft.referral = referral;
  auto asked = askedWords(workspace, referral);
  if (!asked) return failed(asked);
  draft.found = *std::move(asked);
  const auto market = rankMarket(workspace, referral);
  if (!market) return failed(market);
  const WhatStops what = whatStops(**market, mostSaid);
  draft.found.insert(draft.found.end(), what.stops.begin(), what.stops.end());
  for (const std::string& line : what.letsIn) draft.found.push_back(wording::sentence({"escalation.letsIn", {line}}));
  const auto people = workspace.file().people().people();
  if (!people) return failed(people);
  for (const Role role : {Role::manager, Role::teamManager, Role::budgetHolder, Role::director}) {
    const auto found = std::find_if(people->begin(), people->end(), [role](const Person& one) { return one.active && one.role == role; });
    if (found == people->end()) continue;
    draft.to = found->id;
    break;
  }
  return draft;
}

Result<void> escalate(Workspace& workspace, ReferralId referral, PersonId to, const std::string& tried) {
  if (auto may = mayEscalate(workspace, referral); !may) return may;
  if (!to.stored()) return fail(ErrorCode::invalid, "to", "Choose the manager who is told.");
  const auto manager = workspace.file().people().person(to);
  if (!manager) return failed(manager);
  if (!mayBeEscalatedTo(manager->role))
    return fail(ErrorCode::refused, "to",
                manager->name + " cannot say what is to be done. Choose a manager, the budget holder or the Director.");
  if (trimmed(tried).empty()) return fail(ErrorCode::invalid, "tried", "Say in words what was tried, and what stands in the way.");
  const auto draft = draftEscalation(workspace, referral);
  if (!draft) return failed(draft);
  std::string found;
  for (const std::string& line : draft->found) found += (found.empty() ? "" : "\n") + line;
  return changed(workspace, referral, [&](Referral& stored) {
    Escalation escalation;
    escalation.by = workspace.user().id;
    escalation.to = to;
    escalation.at = workspace.now();
    escalation.tried = std::string(trimmed(tried));
    escalation.found = std::move(found);
    stored.escalations.push_back(std::move(escalation));
  });
}

Result<void> settleEscalation(Workspace& workspace, ReferralId id, EscalationOutcome outcome, const std::string& words) {
  const auto referral = workspace.file().referrals().get(id);
  if (!referral) return failed(referral);
  if (waitingEscalation(*referral) == nullptr)
    return fail(ErrorCode::notFound, "escalation", "Nothing of this referral waits for a manager. It was settled already.");
  if (!mayBeEscalatedTo(workspace.user().role))
    return fail(ErrorCode::refused, "settledBy",
                "A manager, the budget holder or the Director says what is to be done. Work as one of them.");
  if (outcome == EscalationOutcome::otherStep && trimmed(words).empty())
    return fail(ErrorCode::invalid, "words", "Say in words what is to be done.");
  return changed(workspace, id, [&](Referral& stored) {
    Escalation& last = stored.escalations.back();
    last.outcome = outcome;
    last.outcomeWords = std::string(trimmed(words));
    last.settledBy = workspace.user().id;
    last.settledAt = workspace.now();
  });
}

std::vector<WorkItem> escalationWork(Workspace& workspace, const std::vector<Referral>& referrals, const std::vector<Approach>& approaches,
                                     const std::vector<Offer>& offers, const std::function<std::string(const Referral&)>& people) {
  std::vector<WorkItem> items;
  const Date today = workspace.today();
  for (const Referral& referral : referrals) {
    if (!isOpen(referral.stage)) continue;
    std::int64_t asked = 0;
    std::int64_t no = 0;
    bool open = false;
    Instant last{};
    for (const Approach& approach : approaches) {
      if (approach.referral != referral.id) continue;
      ++asked;
      no += approach.state == ApproachState::declined || approach.state == ApproachState::silent ? 1 : 0;
      // Whoever said yes and has sent no offer yet may still do so.
      const bool came = std::any_of(offers.begin(), offers.end(), [&](const Offer& offer) { return offer.approach == approach.id; });
      open = open || approach.state == ApproachState::asked || (approach.state == ApproachState::answered && !came);
      last = std::max(last, approach.askedAt);
    }
    WorkItem item;
    item.kind = WorkKind::escalation;
    item.referral = referral.id;
    if (const Escalation* waiting = waitingEscalation(referral)) {
      item.key = "escalated:" + std::to_string(referral.id.value);
      item.due = referral.urgency == Urgency::sameDay ? today : workspace.calendar().after(englandDay(waiting->at), 1);
      item.owner = waiting->to;
      item.also = referral.owner.value_or(waiting->by);
      item.act = {"work.escalated", {referral.number, people(referral)}};
      item.why = {"work.escalated.why", {asked, no, waiting->tried}};
      items.push_back(std::move(item));
      continue;
    }
    if (asked == 0 || open || referral.stage >= homeward::Stage::choiceSent) continue;
    const bool offered = std::any_of(offers.begin(), offers.end(), [&](const Offer& offer) {
      return offer.referral == referral.id && !offer.withdrawn && !(offer.standsUntil && *offer.standsUntil < workspace.now());
    });
    // Whoever was told knows it, until somebody else is asked.
    const bool told = !referral.escalations.empty() && referral.escalations.back().at > last;
    if (offered || told) continue;
    item.key = "escalate:" + std::to_string(referral.id.value);
    item.due = today;
    item.owner = referral.owner;
    item.act = {"work.escalate", {people(referral)}};
    item.why = {"work.escalate.why", {referral.number, asked}};
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace homeward::app
