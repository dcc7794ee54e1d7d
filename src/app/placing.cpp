// Starting, changing and ending placements.
#include <algorithm>

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

Result<void> endBreachesOf(Workspace& workspace, store::Transaction& in, PlacementId placement, Date left) {
  auto store = workspace.file().placements();
  const auto breaches = store.breaches();
  if (!breaches) return failed(breaches);
  for (Breach breach : *breaches) {
    if (breach.placement != placement || breach.endedOn) continue;
    breach.endedOn = std::max(breach.from, left);
    if (const auto saved = store.saveBreach(in, breach); !saved) return failed(saved);
  }
  return {};
}

Result<void> endCurrent(Workspace& workspace, store::Transaction& in, ChildId child, Date start, const std::string& reason) {
  const auto stays = workspace.file().placements().ofChild(child);
  if (!stays) return failed(stays);
  for (const Placement& placement : *stays) {
    if (placement.stay.to && *placement.stay.to <= start) continue;
    if (placement.stay.from >= start)
      return fail(ErrorCode::refused, "start",
                  "The child has a placement that starts on or after this day. End or correct that one first.");
    if (auto ended = workspace.file().placements().end(in, placement.id, start, reason, false); !ended) return ended;
    if (auto ended = endBreachesOf(workspace, in, placement.id, start); !ended) return ended;
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

/// A breach that allowed the start is about the placement from now on; of several placements it stays with the referral, and so with each.
Result<void> carryBreaches(Workspace& workspace, store::Transaction& in, ReferralId referral, PlacementId placement) {
  auto store = workspace.file().placements();
  const auto breaches = store.breaches();
  if (!breaches) return failed(breaches);
  for (Breach breach : *breaches) {
    if (breach.placement || breach.referral != referral || breach.endedOn) continue;
    breach.placement = placement;
    if (const auto saved = store.saveBreach(in, breach); !saved) return failed(saved);
  }
  return {};
}

Result<void> leaveSetting(Workspace& workspace, store::Transaction& in, SettingId id, ChildId child) {
  auto setting = workspace.file().market().setting(id);
  if (!setting) return failed(setting);
  const auto gone = std::erase_if(setting->residents, [&](const Resident& resident) { return resident.child == child; });
  if (gone == 0) return {};
  if (const auto saved = workspace.file().market().saveSetting(in, *setting); !saved) return failed(saved);
  return {};
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

  return workspace.change([&](store::Transaction& in) -> Result<std::vector<PlacementId>> {
    std::vector<PlacementId> started;
    for (const OfferId offerId : option->offers) {
      const auto offer = file.offers().offer(offerId);
      if (!offer) return failed(offer);
      const Setting* setting = (*market)->setting(offer->setting);
      const Provider* provider = (*market)->provider(offer->provider);
      if (setting == nullptr || provider == nullptr)
        return fail(ErrorCode::notFound, "setting", "The setting of the offer is no longer in the market.");
      std::vector<const Child*> joining;
      for (const Child& child : entry->children)
        if (std::find(offer->children.begin(), offer->children.end(), child.id) != offer->children.end()) joining.push_back(&child);
      const std::vector<costing::TermDraft> terms = costing::contractTerms(offer->quote, start);
      const std::vector<const Child*> placed = whoArePlaced(*entry, joining);
      for (std::size_t c = 0; c < placed.size(); ++c) {
        const Child& child = *placed[c];
        const std::string reason = entry->referral.leavingBecause.empty() ? "CARPL" : entry->referral.leavingBecause;
        const auto before = file.placements().ofChild(child.id);
        if (!before) return failed(before);
        if (auto ended = endCurrent(workspace, in, child.id, start, reason); !ended) return failed(ended);
        for (const Placement& earlier : *before)
          if (!earlier.stay.to || *earlier.stay.to > start)
            if (const auto left = leaveSetting(workspace, in, earlier.setting, child.id); !left) return failed(left);

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
                                                       entry->referral.urgency == Urgency::sameDay || offer->emergency);
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
    if (started.size() == 1)
      if (const auto carried = carryBreaches(workspace, in, entry->referral.id, started.front()); !carried) return failed(carried);
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
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    if (auto ended = file.placements().end(in, id, left, reasonCode, unplanned); !ended) return ended;
    if (auto ended = endBreachesOf(workspace, in, id, left); !ended) return ended;
    return leaveSetting(workspace, in, placement->setting, placement->child);
  });
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
