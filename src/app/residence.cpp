#include "app/residence.h"

#include <algorithm>
#include <map>

#include "app/deciding.h"
#include "app/referral_stage.h"

namespace homeward::app {
namespace {

bool livesThere(const Placement& placement, Date today) { return !placement.stay.to || *placement.stay.to > today; }

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

/// Who of the referral's people came to live in the placement's setting without being looked after.
Result<std::vector<Child>> parentsWith(Workspace& workspace, const Placement& placement) {
  std::vector<Child> parents;
  if (!placement.referral || !placement.decision) return parents;
  const auto referral = workspace.file().referrals().get(*placement.referral);
  if (!referral) return failed(referral);
  const auto decision = workspace.file().decisions().decision(*placement.decision);
  if (!decision) return failed(decision);
  if (!decision->chosen) return parents;
  const auto option = workspace.file().offers().option(*decision->chosen);
  if (!option) return failed(option);
  for (const OfferId id : option->offers) {
    const auto offer = workspace.file().offers().offer(id);
    if (!offer) return failed(offer);
    if (std::find(offer->children.begin(), offer->children.end(), placement.child) == offer->children.end()) continue;
    for (const ReferralMember& member : referral->members) {
      if (member.lookedAfter || std::find(offer->children.begin(), offer->children.end(), member.child) == offer->children.end()) continue;
      auto parent = workspace.file().children().get(member.child);
      if (!parent) return failed(parent);
      parents.push_back(*std::move(parent));
    }
  }
  return parents;
}

/// Whether the places that a setting confirmed last include the one that somebody has taken there since `day`.
Result<TakesPlace> takesPlaceSince(Workspace& workspace, SettingId id, Date day) {
  const auto setting = workspace.file().market().setting(id);
  if (!setting) return failed(setting);
  const bool confirmedSince = setting->vacancy && setting->vacancy->confirmedOn && *setting->vacancy->confirmedOn > day;
  return confirmedSince ? TakesPlace::no : TakesPlace::yes;
}

/// Breaches that ended with the placement are those of another home, end on another day, or last again.
Result<void> breachesOtherwise(Workspace& workspace, store::Transaction& in, const Placement& before, const Placement& after) {
  auto store = workspace.file().placements();
  const auto breaches = store.breaches();
  if (!breaches) return failed(breaches);
  for (Breach breach : *breaches) {
    const bool own = breach.placement == before.id;
    const bool ofReferral = !breach.placement && breach.referral && breach.referral == before.referral;
    if (!own && !ofReferral) continue;
    const Breach was = breach;
    if (own) breach.setting = after.setting;
    const bool endedWithIt = before.stay.to && breach.endedOn == std::max(breach.from, *before.stay.to);
    if (endedWithIt && after.stay.to != before.stay.to) {
      breach.endedOn.reset();
      if (after.stay.to) breach.endedOn = std::max(breach.from, *after.stay.to);
    }
    if (breach == was) continue;
    if (const auto saved = store.saveBreach(in, breach); !saved) return failed(saved);
  }
  return {};
}

/// What was on record against a placement that never was: with a referral it is the referral's again, and lasts as long as that one has a
/// placement or wants one; without, it ends.
Result<void> breachesWithout(Workspace& workspace, store::Transaction& in, const Placement& gone) {
  auto store = workspace.file().placements();
  const auto breaches = store.breaches();
  if (!breaches) return failed(breaches);
  const auto placements = store.all();
  if (!placements) return failed(placements);
  bool others = false;
  bool anywhere = false;
  Date lastLeft{};
  for (const Placement& other : *placements) {
    if (other.id == gone.id || !gone.referral || other.referral != gone.referral) continue;
    others = true;
    anywhere = anywhere || !other.stay.to;
    if (other.stay.to) lastLeft = std::max(lastLeft, *other.stay.to);
  }
  for (Breach breach : *breaches) {
    const bool own = breach.placement == gone.id;
    const bool ofReferral = !breach.placement && breach.referral && breach.referral == gone.referral;
    if (!own && !ofReferral) continue;
    const Breach was = breach;
    if (own && gone.referral) {
      breach.placement.reset();
      breach.referral = gone.referral;
    }
    if (!gone.referral) {
      if (!breach.endedOn) breach.endedOn = std::max(breach.from, workspace.today());
    } else {
      const bool endedWithIt = gone.stay.to && breach.endedOn == std::max(breach.from, *gone.stay.to);
      if (endedWithIt && (own || !anywhere)) breach.endedOn.reset();
      if (others && !anywhere && !breach.endedOn) breach.endedOn = std::max(breach.from, lastLeft);
    }
    if (breach == was) continue;
    if (const auto saved = store.saveBreach(in, breach); !saved) return failed(saved);
  }
  return {};
}

}  // namespace

Result<void> residentsByDay(Workspace& workspace, std::vector<Setting>& settings) {
  const auto leaving = workspace.file().placements().leaving();
  if (!leaving) return failed(leaving);
  if (leaving->empty()) return {};
  std::map<std::pair<SettingId, ChildId>, Date> days;
  for (const store::Leaving& one : *leaving) days[{one.setting, one.who}] = one.on;
  for (Setting& setting : settings) {
    for (Resident& resident : setting.residents)
      if (resident.child)
        if (const auto day = days.find({setting.id, *resident.child}); day != days.end()) resident.leaves = day->second;
    std::erase_if(setting.residents, [&](const Resident& resident) { return !resident.livesThereOn(workspace.today()); });
  }
  return {};
}

Result<Remaining> remaining(Workspace& workspace, const Placement& ended, Date left) {
  Remaining others;
  others.lastLeft = left;
  if (!ended.referral) return others;
  const auto placements = workspace.file().placements().all();
  if (!placements) return failed(placements);
  for (const Placement& other : *placements) {
    if (other.id == ended.id || other.referral != ended.referral) continue;
    if (other.stay.to) others.lastLeft = std::max(others.lastLeft, *other.stay.to);
    if (!other.stay.to) others.anywhere = true;
    if (!livesThere(other, workspace.today())) continue;
    others.still = true;
    others.there = others.there || other.setting == ended.setting;
  }
  return others;
}

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
  if (others.still || parents.empty() || !ended.decision) return {};
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
  // Until the day has come the child lives there; from then on `residentsByDay` leaves them out.
  if (left <= workspace.today())
    if (auto moved = moveOut(workspace, in, placement, *others); !moved) return moved;
  return placement.referral ? settleStage(workspace, in, *placement.referral) : Result<void>{};
}

Result<void> moveIn(Workspace& workspace, store::Transaction& in, SettingId id, const std::vector<const Child*>& joining,
                    const std::vector<const Child*>& placed, Date start, TakesPlace takes) {
  auto setting = workspace.file().market().setting(id);
  if (!setting) return failed(setting);
  if (setting->vacancy && takes == TakesPlace::yes)
    setting->vacancy->places = std::max(0, setting->vacancy->places - static_cast<int>(joining.size()));
  for (const Child* child : joining) {
    const bool fostered = std::find(placed.begin(), placed.end(), child) != placed.end();
    std::erase_if(setting->residents, [child](const Resident& resident) { return resident.child == child->id; });
    setting->residents.push_back({child->id, ageOn(child->born, start), child->sex, fostered});
  }
  if (const auto saved = workspace.file().market().saveSetting(in, *setting); !saved) return failed(saved);
  return {};
}

Result<void> residesOtherwise(Workspace& workspace, store::Transaction& in, const Placement& before,
                              const std::optional<Placement>& after) {
  const auto others = remaining(workspace, before, after && after->stay.to ? *after->stay.to : workspace.today());
  if (!others) return failed(others);
  const Date today = workspace.today();
  const bool lived = livesThere(before, today);
  const bool lives = after && livesThere(*after, today);
  // Whose day of leaving was entered before it came is on the list still.
  const bool listed = lived || englandDay(before.recorded.at) < *before.stay.to;
  const bool elsewhere = !after || after->setting != before.setting;

  const auto child = workspace.file().children().get(before.child);
  if (!child) return failed(child);
  std::vector<Child> parents;
  if (!others->there && (lived != lives || elsewhere)) {
    auto with = parentsWith(workspace, before);
    if (!with) return failed(with);
    parents = *std::move(with);
  }
  std::vector<const Child*> joining{&*child};
  for (const Child& parent : parents) joining.push_back(&parent);

  if (listed && (!lives || elsewhere)) {
    if (auto left = moveOut(workspace, in, before, *others); !left) return left;
  }
  if (lives && (!lived || elsewhere)) {
    // Back in the same home only what was confirmed after the child was thought to have left counts the place as free.
    auto takes = takesPlaceSince(workspace, after->setting, elsewhere ? after->stay.from : *before.stay.to - std::chrono::days{1});
    if (!takes) return failed(takes);
    if (!elsewhere) takes = *takes == TakesPlace::no ? TakesPlace::yes : TakesPlace::no;
    if (auto joined = moveIn(workspace, in, after->setting, joining, {&*child}, after->stay.from, *takes); !joined) return joined;
  }
  if (!before.stay.to && after && after->stay.to) {
    if (auto ended = endBreachesOf(workspace, in, before, *after->stay.to, *others); !ended) return ended;
  }
  auto said = after ? breachesOtherwise(workspace, in, before, *after) : breachesWithout(workspace, in, before);
  if (!said) return said;
  return before.referral ? settleStage(workspace, in, *before.referral) : Result<void>{};
}

}  // namespace homeward::app
