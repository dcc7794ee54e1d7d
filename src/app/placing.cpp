// Starting, changing and ending placements.
#include <algorithm>
#include <set>

#include "app/deciding.h"
#include "app/legal.h"
#include "app/referral_stage.h"
#include "app/referrals.h"
#include "costing/whole_cost.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

/// SSDA903 PLACE of a setting for a child: long-term fostering (U4, U1) when that is the plan, else U6 and U3.
std::string placeCode(const Setting& setting, const Child& child) {
  switch (setting.type) {
    case SettingType::fosteringHousehold: {
      const bool longTerm = child.aim == CarePlanAim::longTermFostering;
      if (setting.connectedPerson) return longTerm ? "U1" : "U3";
      return longTerm ? "U4" : "U6";
    }
    case SettingType::childrensHome:
      return "K2";
    case SettingType::secureHome:
      return "K1";
    case SettingType::supportedAccommodation:
      return "K3";
    case SettingType::residentialSchool:
      return "S1";
    case SettingType::familyCentre:
      return "R3";
    case SettingType::withParents:
      return "P1";
    case SettingType::otherArrangement:
      break;
  }
  if (setting.arrangement == OtherArrangement::careHome) return "R1";
  if (setting.arrangement == OtherArrangement::hospital) return "R2";
  if (setting.arrangement == OtherArrangement::schoolWithAccommodation) return "S1";
  return "Z1";
}

/// SSDA903 PLACE_PROVIDER.
std::string providerCode(Sector sector) {
  switch (sector) {
    case Sector::inHouse:
      return "PR1";
    case Sector::otherAuthority:
      return "PR2";
    case Sector::health:
      return "PR3";
    case Sector::privateSector:
      return "PR4";
    case Sector::voluntary:
      return "PR5";
    case Sector::parents:
      return "PR0";
  }
  return "PR4";
}

/// A price for several children is one contract; each child's placement carries an equal share, and the first the odd pence.
Money shareOf(Money whole, std::size_t child, std::size_t children) {
  const auto count = static_cast<std::int64_t>(children);
  const std::int64_t even = whole.pence / count;
  return Money{child == 0 ? whole.pence - even * (count - 1) : even};
}

/// Who else of a placement's referral is placed still, when it ends.
struct Remaining {
  bool there = false;  ///< in its setting
  bool anywhere = false;
  Date lastLeft{};  ///< when nobody is: the day on which the last one left
};

Result<Remaining> remaining(Workspace& workspace, const Placement& ended, Date left) {
  Remaining others;
  others.lastLeft = left;
  if (!ended.referral) return others;
  const auto placements = workspace.file().placements().all();
  if (!placements) return failed(placements);
  for (const Placement& other : *placements) {
    if (other.id == ended.id || other.referral != ended.referral) continue;
    if (other.stay.to) {
      others.lastLeft = std::max(others.lastLeft, *other.stay.to);
    } else {
      others.anywhere = true;
      others.there = others.there || other.setting == ended.setting;
    }
  }
  return others;
}

/// What is on record against a placement ends with it, and what is on record against its referral with the last one of that.
Result<void> endBreachesOf(Workspace& workspace, store::Transaction& in, const Placement& ended, Date left, const Remaining& others) {
  auto store = workspace.file().placements();
  const auto breaches = store.breaches();
  if (!breaches) return failed(breaches);
  for (Breach breach : *breaches) {
    const bool ofReferral = !others.anywhere && !breach.placement && breach.referral && breach.referral == ended.referral;
    if (breach.endedOn || (breach.placement != ended.id && !ofReferral)) continue;
    breach.endedOn = std::max(breach.from, ofReferral ? others.lastLeft : left);
    if (const auto saved = store.saveBreach(in, breach); !saved) return failed(saved);
  }
  return {};
}

template <class Leaves>
Result<void> leaveSetting(Workspace& workspace, store::Transaction& in, SettingId id, Leaves&& leaves) {
  auto setting = workspace.file().market().setting(id);
  if (!setting) return failed(setting);
  if (std::erase_if(setting->residents, leaves) == 0) return {};
  if (const auto saved = workspace.file().market().saveSetting(in, *setting); !saved) return failed(saved);
  return {};
}

/// The settings into which a decision put people.
Result<std::vector<SettingId>> settingsOf(Workspace& workspace, DecisionId id) {
  const auto decision = workspace.file().decisions().decision(id);
  if (!decision) return failed(decision);
  if (!decision->chosen) return std::vector<SettingId>{};
  return homesOf(workspace, *decision->chosen);
}

/// The child leaves. A parent who is not looked after stays for the sake of those who are: where nobody of the referral is placed any
/// more, the parent leaves too.
Result<void> moveOut(Workspace& workspace, store::Transaction& in, const Placement& ended, const Remaining& others) {
  std::vector<ChildId> parents;
  if (ended.referral && !others.there) {
    const auto referral = workspace.file().referrals().get(*ended.referral);
    if (!referral) return failed(referral);
    for (const ReferralMember& member : referral->members)
      if (!member.lookedAfter) parents.push_back(member.child);
  }
  const auto isParent = [&](const Resident& resident) {
    return !resident.fostered && resident.child && std::find(parents.begin(), parents.end(), *resident.child) != parents.end();
  };
  const auto leaves = [&](const Resident& resident) { return resident.child == ended.child || isParent(resident); };
  if (auto left = leaveSetting(workspace, in, ended.setting, leaves); !left) return left;
  if (others.anywhere || parents.empty() || !ended.decision) return {};
  const auto settings = settingsOf(workspace, *ended.decision);
  if (!settings) return failed(settings);
  for (const SettingId setting : *settings)
    if (auto left = leaveSetting(workspace, in, setting, isParent); !left) return left;
  return {};
}

Result<void> endOne(Workspace& workspace, store::Transaction& in, const Placement& placement, Date left, const std::string& reason,
                    bool unplanned) {
  if (auto ended = workspace.file().placements().end(in, placement.id, left, reason, unplanned); !ended) return ended;
  const auto others = remaining(workspace, placement, left);
  if (!others) return failed(others);
  if (auto ended = endBreachesOf(workspace, in, placement, left, *others); !ended) return ended;
  return moveOut(workspace, in, placement, *others);
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

Result<void> takeVacancy(Workspace& workspace, store::Transaction& in, SettingId id, const std::vector<const Child*>& joining,
                         const std::vector<const Child*>& placed, Date start) {
  auto setting = workspace.file().market().setting(id);
  if (!setting) return failed(setting);
  if (setting->vacancy) setting->vacancy->places = std::max(0, setting->vacancy->places - static_cast<int>(joining.size()));
  for (const Child* child : joining) {
    const bool fostered = std::find(placed.begin(), placed.end(), child) != placed.end();
    std::erase_if(setting->residents, [child](const Resident& resident) { return resident.child == child->id; });
    setting->residents.push_back({child->id, ageOn(child->born, start), child->sex, fostered});
  }
  if (const auto saved = workspace.file().market().saveSetting(in, *setting); !saved) return failed(saved);
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
  if (entry->referral.stage == homeward::Stage::placed)
    return fail(ErrorCode::refused, "stage", "The placement of this referral has started already.");
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
      if (placed.empty()) ofNobodyPlaced.insert(ofNobodyPlaced.end(), terms.begin(), terms.end());
      for (std::size_t c = 0; c < placed.size(); ++c) {
        const Child& child = *placed[c];
        Placement placement;
        placement.child = child.id;
        placement.setting = setting->id;
        placement.provider = provider->id;
        placement.referral = entry->referral.id;
        placement.decision = id;
        placement.team = child.team ? child.team : entry->referral.team;
        placement.stay.from = start;
        if (entry->referral.neededDays) placement.plannedEnd = start + std::chrono::days{*entry->referral.neededDays};
        placement.placeCode = placeCode(*setting, child);
        placement.providerCode = providerCode(provider->sector);
        const law::Circumstances facts = circumstances(workspace, **atlas, child, joining, *setting, provider, start,
                                                       entry->referral.urgency == Urgency::sameDay || offer.emergency);
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
      if (const auto taken = takeVacancy(workspace, in, setting->id, joining, placed, start); !taken) return failed(taken);
    }
    // What a parent's own home costs was agreed for the sake of those who are looked after: it stands with the first of them.
    for (const costing::TermDraft& draft : ofNobodyPlaced) {
      const ContractTerm term{TermId{}, started.front(), draft.item, draft.once, draft.amount, draft.valid, draft.clause, {}};
      if (const auto kept = file.placements().addTerm(in, term); !kept) return failed(kept);
    }
    if (started.size() == 1)
      if (const auto carried = carryBreaches(workspace, in, *rules, entry->referral.id, started.front(), start); !carried)
        return failed(carried);
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

Result<void> changeTerm(Workspace& workspace, TermId id, Money amount, Date from, const std::string& clause) {
  auto& file = workspace.file();
  const auto known = file.placements().asKnownNow();
  if (!known) return failed(known);
  const auto term = std::find_if(known->terms.begin(), known->terms.end(), [id](const ContractTerm& one) { return one.id == id; });
  if (term == known->terms.end()) return fail(ErrorCode::notFound, "term", "This price is no longer in the contract.");
  if (amount < Money{})
    return fail(ErrorCode::invalid, "amount",
                "A price cannot be below nothing. A contribution is entered as a positive amount of its own item.");
  if (term->once) return fail(ErrorCode::invalid, "term", "A sum that is due once has no later price. Correct it instead.");
  if (from <= term->valid.from || (term->valid.to && from >= *term->valid.to))
    return fail(ErrorCode::invalid, "from", "The new price must begin within the days of the old one, after its first day.");
  ContractTerm before = *term;
  before.valid.to = from;
  const ContractTerm after{
      TermId{}, term->placement, term->item, false, amount, {from, term->valid.to}, clause.empty() ? term->clause : clause, {}};
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    if (auto corrected = file.placements().correctTerm(in, before); !corrected) return corrected;
    if (const auto added = file.placements().addTerm(in, after); !added) return failed(added);
    return {};
  });
}

}  // namespace homeward::app
