// Starting and ending placements.
#include <algorithm>
#include <set>

#include "app/deciding.h"
#include "app/legal.h"
#include "app/my_work.h"
#include "app/referral_stage.h"
#include "app/referrals.h"
#include "app/residence.h"
#include "app/return_codes.h"
#include "app/whose_case.h"
#include "costing/whole_cost.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

/// A price for several children is one contract; each child's placement carries an equal share, and the first the odd pence.
Money shareOf(Money whole, std::size_t child, std::size_t children) {
  const auto count = static_cast<std::int64_t>(children);
  const std::int64_t even = whole.pence / count;
  return Money{child == 0 ? whole.pence - even * (count - 1) : even};
}

Result<void> endCurrent(Workspace& workspace, store::Transaction& in, ChildId child, Date start, const std::string& reason) {
  const auto stays = workspace.file().placements().ofChild(child);
  if (!stays) return failed(stays);
  for (const Placement& placement : *stays) {
    if (placement.stay.to && *placement.stay.to <= start) continue;
    if (placement.stay.from >= start)
      return fail(ErrorCode::refused, "start",
                  "The child has a placement that starts on or after this day. End or correct that one first.");
    if (auto ended = endOne(workspace, in, placement, start, reason, false); !ended) return ended;
  }
  return {};
}

/// The price of a unit stands with those who are looked after: a parent who is not has no placement of their own.
std::vector<const Child*> whoArePlaced(const ReferralCase& entry, const std::vector<const Child*>& joining) {
  std::vector<const Child*> placed;
  for (const Child* child : joining)
    if (isLookedAfter(entry.referral, entry.children, static_cast<std::size_t>(child - entry.children.data()))) placed.push_back(child);
  return placed;
}

/// The rules that only a breach on record lifts at this start.
Result<std::set<int>> rulesBroken(Workspace& workspace, DecisionId id, Date start) {
  const auto stands = whatStandsBeside(workspace, id, start, {});
  if (!stands) return failed(stands);
  std::set<int> rules;
  for (const Hindrance& hindrance : *stands)
    if (hindrance.mend == Hindrance::Mend::breach || hindrance.mend == Hindrance::Mend::approval || hindrance.mend == Hindrance::Mend::area)
      rules.insert(hindrance.rule);
  return rules;
}

/// A breach that allowed the start is about the placement from now on; of several placements it stays with the referral, and so with each.
Result<void> carryBreaches(Workspace& workspace, store::Transaction& in, const std::set<int>& rules, ReferralId referral,
                           PlacementId placed, Date start) {
  auto store = workspace.file().placements();
  const auto placement = store.get(placed);
  if (!placement) return failed(placement);
  const auto breaches = store.breaches();
  if (!breaches) return failed(breaches);
  for (Breach breach : *breaches) {
    if (breach.placement || breach.referral != referral || !rules.contains(breach.rule) || !breach.lastsOn(start) ||
        breach.setting != placement->setting)
      continue;
    breach.placement = placed;
    if (const auto saved = store.saveBreach(in, breach); !saved) return failed(saved);
  }
  return {};
}

/// A plan that somebody made before the start is not asked for again: that of a referral which owes one.
bool planIsMade(Workspace& workspace, const ReferralCase& entry) {
  const auto isPlan = [](const OwedStep& step) { return step.what == "placementPlan"; };
  const auto step = std::find_if(entry.referral.owed.begin(), entry.referral.owed.end(), isPlan);
  if (step == entry.referral.owed.end() || !step->doneOn) return false;
  const auto owed = owedOnEntry(entry.referral, entry.children, workspace.today(), workspace.calendar());
  return std::any_of(owed.begin(), owed.end(), isPlan);
}

/// Those of the referral who come to live where one offer takes them.
struct Joining {
  Offer offer;
  const Setting* setting = nullptr;
  const Provider* provider = nullptr;
  std::vector<const Child*> children;
  std::vector<const Child*> placed;  ///< of them, who is looked after
};

Result<std::vector<Joining>> joiningOf(Workspace& workspace, const Market& market, const ReferralCase& entry, const Option& option) {
  std::vector<Joining> groups;
  bool anybody = false;
  for (const OfferId id : option.offers) {
    auto offer = workspace.file().offers().offer(id);
    if (!offer) return failed(offer);
    Joining group{*std::move(offer), nullptr, nullptr, {}, {}};
    group.setting = market.setting(group.offer.setting);
    group.provider = market.provider(group.offer.provider);
    if (group.setting == nullptr || group.provider == nullptr)
      return fail(ErrorCode::notFound, "setting", "The setting of the offer is no longer in the market.");
    const auto& taken = group.offer.children;
    for (const Child& child : entry.children)
      if (std::find(taken.begin(), taken.end(), child.id) != taken.end()) group.children.push_back(&child);
    group.placed = whoArePlaced(entry, group.children);
    anybody = anybody || !group.placed.empty();
    groups.push_back(std::move(group));
  }
  if (!anybody)
    return fail(ErrorCode::refused, "members",
                "Nobody whom this option takes is looked after, so no placement starts. Choose an option that takes the child.");
  return groups;
}

}  // namespace

Result<std::vector<PlacementId>> startPlacement(Workspace& workspace, DecisionId id, Date start) {
  const auto stands = hindrances(workspace, id, start);
  if (!stands) return failed(stands);
  if (!stands->empty()) return fail(ErrorCode::refused, stands->front().key, wording::sentence(stands->front()));
  auto& file = workspace.file();
  const auto decision = file.decisions().decision(id);
  if (!decision) return failed(decision);
  const auto entry = referralCase(workspace, decision->referral);
  if (!entry) return failed(entry);
  const auto option = file.offers().option(*decision->chosen);
  if (!option) return failed(option);
  const auto market = workspace.market();
  if (!market) return failed(market);
  const auto atlas = workspace.atlas();
  if (!atlas) return failed(atlas);
  const auto groups = joiningOf(workspace, **market, *entry, *option);
  if (!groups) return failed(groups);
  const auto rules = rulesBroken(workspace, id, start);
  if (!rules) return failed(rules);
  const auto people = file.people().people();
  if (!people) return failed(people);

  const auto siblings = siblingsElsewhere(workspace, entry->children);
  if (!siblings) return failed(siblings);
  const matching::People everybody(entry->referral, entry->children, *siblings);
  const auto placeOf = [&](const Child* one) { return static_cast<std::size_t>(one - entry->children.data()); };

  return workspace.change([&](store::Transaction& in) -> Result<std::vector<PlacementId>> {
    // Where they lived until now is over before anybody moves in: somebody may come back to the same setting.
    const std::string reason = entry->referral.leavingBecause.empty() ? "CARPL" : entry->referral.leavingBecause;
    for (const Joining& group : *groups)
      for (const Child* child : group.placed)
        if (auto ended = endCurrent(workspace, in, child->id, start, reason); !ended) return failed(ended);

    std::vector<PlacementId> started;
    std::vector<costing::TermDraft> ofNobodyPlaced;
    for (const auto& [offer, setting, provider, joining, placed] : *groups) {
      const std::vector<costing::TermDraft> terms = costing::contractTerms(offer.quote, start);
      std::vector<std::size_t> joiningPlaces;
      joiningPlaces.reserve(joining.size());
      for (const Child* one : joining) joiningPlaces.push_back(placeOf(one));
      if (placed.empty()) ofNobodyPlaced.insert(ofNobodyPlaced.end(), terms.begin(), terms.end());
      for (std::size_t c = 0; c < placed.size(); ++c) {
        const Child& child = *placed[c];
        Placement placement;
        placement.child = child.id;
        placement.setting = setting->id;
        placement.provider = provider->id;
        placement.referral = entry->referral.id;
        placement.decision = id;
        placement.team = teamOf(child, entry->referral, entry->children, *people);
        placement.stay.from = start;
        if (entry->referral.neededDays) placement.plannedEnd = start + std::chrono::days{*entry->referral.neededDays};
        placement.placeCode = placeCode(*setting, child);
        placement.providerCode = providerCode(provider->sector);
        const law::Circumstances facts =
            circumstances(workspace, **atlas, everybody, placeOf(&child), joiningPlaces,
                          {setting, provider, start, entry->referral.urgency == Urgency::sameDay || offer.emergency});
        const auto clocks = law::clocks(facts, workspace.calendar());
        placement.emergencyBeyondApproval =
            std::any_of(clocks.begin(), clocks.end(), [](const law::Clock& clock) { return clock.rule == 16; });
        const auto added = file.placements().add(in, placement);
        if (!added) return failed(added);
        started.push_back(*added);
        for (const costing::TermDraft& draft : terms) {
          const ContractTerm term{TermId{},    *added,       draft.item, draft.once, shareOf(draft.amount, c, placed.size()),
                                  draft.valid, draft.clause, {}};
          if (const auto kept = file.placements().addTerm(in, term); !kept) return failed(kept);
        }
      }
      if (const auto taken = moveIn(workspace, in, setting->id, joining, placed, start, TakesPlace::yes); !taken) return failed(taken);
    }
    // What a parent's own home costs was agreed for the sake of those who are looked after: it stands with the first of them.
    for (const costing::TermDraft& draft : ofNobodyPlaced) {
      const ContractTerm term{TermId{}, started.front(), draft.item, draft.once, draft.amount, draft.valid, draft.clause, {}};
      if (const auto kept = file.placements().addTerm(in, term); !kept) return failed(kept);
    }
    if (started.size() == 1)
      if (const auto carried = carryBreaches(workspace, in, *rules, entry->referral.id, started.front(), start); !carried)
        return failed(carried);
    if (planIsMade(workspace, *entry))
      if (const auto marked = planOfReferralMarked(workspace, in, entry->referral.id, true); !marked) return failed(marked);
    if (const auto moved = moveOn(workspace, in, entry->referral.id, homeward::Stage::placed); !moved) return failed(moved);
    return started;
  });
}

Result<void> endPlacement(Workspace& workspace, PlacementId id, Date left, const std::string& reasonCode, bool unplanned) {
  auto& file = workspace.file();
  const auto placement = file.placements().get(id);
  if (!placement) return failed(placement);
  if (placement->stay.to) return fail(ErrorCode::refused, "left", "This placement has ended already. Correct it instead.");
  if (left <= placement->stay.from) return fail(ErrorCode::invalid, "left", "The day of leaving must lie after the day of arrival.");
  if (reasonCode.empty()) return fail(ErrorCode::invalid, "reason", "Choose the reason for the end: the statutory return asks for it.");
  return workspace.change(
      [&](store::Transaction& in) -> Result<void> { return endOne(workspace, in, *placement, left, reasonCode, unplanned); });
}

}  // namespace homeward::app
