#include "app/bin.h"

#include <algorithm>
#include <map>

#include "domain/referral.h"
#include "support/text.h"

namespace homeward::app {
namespace {

store::Entity entityOf(Binnable kind) {
  switch (kind) {
    case Binnable::child:
      return store::Entity::child;
    case Binnable::referral:
      return store::Entity::referral;
    case Binnable::setting:
      return store::Entity::setting;
    case Binnable::provider:
      break;
  }
  return store::Entity::provider;
}

std::optional<Binnable> kindOf(store::Entity entity) {
  for (const Binnable kind : {Binnable::child, Binnable::referral, Binnable::setting, Binnable::provider})
    if (entityOf(kind) == entity) return kind;
  return std::nullopt;
}

tl::unexpected<Error> refuse(std::string words) { return fail(ErrorCode::refused, "bin", std::move(words)); }

bool exempts(const Setting& setting, ChildId id) {
  return std::any_of(setting.exemptions.begin(), setting.exemptions.end(), [id](const LimitExemption& one) {
    return std::find(one.children.begin(), one.children.end(), id) != one.children.end();
  });
}

Result<void> mayGo(Workspace& workspace, ChildId id) {
  const auto child = workspace.file().children().get(id);
  if (!child) return failed(child);
  const auto stays = workspace.file().placements().ofChild(id);
  if (!stays) return failed(stays);
  if (!stays->empty())
    return refuse("A placement of " + child->number + " is on record, and reports count it. If it never was, take it out first.");
  const auto referrals = workspace.file().referrals().ofChild(id);
  if (!referrals) return failed(referrals);
  if (!referrals->empty())
    return refuse(child->number + " is in the referral " + referrals->front().number +
                  ". Put that in the bin first, or take the child out of it.");
  const auto settings = workspace.file().market().settings();
  if (!settings) return failed(settings);
  for (const Setting& setting : *settings) {
    if (std::any_of(setting.residents.begin(), setting.residents.end(), [id](const Resident& one) { return one.child == id; }))
      return refuse(child->number + " is listed as living at " + setting.name + ". Take the child off that list first.");
    if (exempts(setting, id))
      return refuse("An exemption of " + setting.name + " names " + child->number + ". Take the child out of it first.");
  }
  const auto children = workspace.file().children().all();
  if (!children) return failed(children);
  for (const Child& other : *children)
    if (other.id != id && std::find(other.keepApartFrom.begin(), other.keepApartFrom.end(), id) != other.keepApartFrom.end())
      return refuse(other.number + " is kept apart from " + child->number + ". Take that off the other child first.");
  return {};
}

Result<void> mayGo(Workspace& workspace, ReferralId id) {
  const auto referral = workspace.file().referrals().get(id);
  if (!referral) return failed(referral);
  const auto placements = workspace.file().placements().all();
  if (!placements) return failed(placements);
  if (std::any_of(placements->begin(), placements->end(), [id](const Placement& one) { return one.referral == id; }))
    return refuse("A placement came of " + referral->number + ". It stays on record with it.");
  const char* instead = referral->stage == homeward::Stage::withdrawn
                            ? ". It stays on record, withdrawn."
                            : ". Withdraw it instead: so it stays on record whom to tell, and why.";
  const auto asked = workspace.file().offers().approaches(id);
  if (!asked) return failed(asked);
  if (!asked->empty()) return refuse("Providers were asked about " + referral->number + instead);
  const auto offers = workspace.file().offers().offers(id);
  if (!offers) return failed(offers);
  if (!offers->empty()) return refuse("Offers are on record for " + referral->number + instead);
  const auto breaches = workspace.file().placements().breaches();
  if (!breaches) return failed(breaches);
  if (std::any_of(breaches->begin(), breaches->end(), [id](const Breach& breach) { return breach.referral == id; }))
    return refuse("A breach is on record for " + referral->number + instead);
  return {};
}

Result<void> mayGo(Workspace& workspace, SettingId id) {
  const auto setting = workspace.file().market().setting(id);
  if (!setting) return failed(setting);
  const auto placements = workspace.file().placements().all();
  if (!placements) return failed(placements);
  if (std::any_of(placements->begin(), placements->end(), [id](const Placement& one) { return one.setting == id; }))
    return refuse("A placement at " + setting->name + " is on record, and reports count it. Say that it takes nobody now instead.");
  if (!setting->residents.empty())
    return refuse("Somebody is listed as living at " + setting->name + ". Take whoever does not live there off the list first.");
  const auto offers = workspace.file().offers().offers();
  if (!offers) return failed(offers);
  const auto asked = workspace.file().offers().approaches();
  if (!asked) return failed(asked);
  if (std::any_of(offers->begin(), offers->end(), [id](const Offer& one) { return one.setting == id; }) ||
      std::any_of(asked->begin(), asked->end(), [id](const Approach& one) { return one.setting == id; }))
    return refuse(setting->name + " was asked about or offered for a referral. Say that it takes nobody now instead.");
  return {};
}

Result<void> mayGo(Workspace& workspace, ProviderId id) {
  const auto provider = workspace.file().market().provider(id);
  if (!provider) return failed(provider);
  const auto homes = workspace.file().market().settingsOf(id);
  if (!homes) return failed(homes);
  if (!homes->empty())
    return refuse(provider->name + " has homes: put " + homes->front().name + (homes->size() > 1 ? " and the others" : "") +
                  " in the bin first.");
  const auto placements = workspace.file().placements().all();
  if (!placements) return failed(placements);
  const auto asked = workspace.file().offers().approaches();
  if (!asked) return failed(asked);
  if (std::any_of(placements->begin(), placements->end(), [id](const Placement& one) { return one.provider == id; }) ||
      std::any_of(asked->begin(), asked->end(), [id](const Approach& one) { return one.provider == id; }))
    return refuse(provider->name + " was asked about a referral, or looked after a child. Mark it as not used for now instead.");
  return {};
}

Result<void> mayGo(Workspace& workspace, Binnable kind, std::int64_t id) {
  switch (kind) {
    case Binnable::child:
      return mayGo(workspace, ChildId{id});
    case Binnable::referral:
      return mayGo(workspace, ReferralId{id});
    case Binnable::setting:
      return mayGo(workspace, SettingId{id});
    case Binnable::provider:
      break;
  }
  return mayGo(workspace, ProviderId{id});
}

bool lies(const std::vector<store::Binned>& things, store::Entity entity, std::int64_t id) {
  return std::any_of(things.begin(), things.end(), [&](const store::Binned& one) { return one.what == store::Changed{entity, id}; });
}

Result<std::string> nameOf(Workspace& workspace, Binnable kind, std::int64_t id) {
  auto& file = workspace.file();
  switch (kind) {
    case Binnable::child: {
      const auto child = file.children().get(ChildId{id});
      if (!child) return failed(child);
      return child->name + ", " + child->number;
    }
    case Binnable::referral: {
      const auto referral = file.referrals().get(ReferralId{id});
      if (!referral) return failed(referral);
      return referral->number;
    }
    case Binnable::setting: {
      const auto setting = file.market().setting(SettingId{id});
      if (!setting) return failed(setting);
      return setting->name;
    }
    case Binnable::provider:
      break;
  }
  const auto provider = file.market().provider(ProviderId{id});
  if (!provider) return failed(provider);
  return provider->name;
}

Result<void> mayComeBack(Workspace& workspace, const std::vector<store::Binned>& things, Binnable kind, std::int64_t id) {
  if (kind == Binnable::referral) {
    const auto referral = workspace.file().referrals().get(ReferralId{id});
    if (!referral) return failed(referral);
    for (const ReferralMember& member : referral->members)
      if (lies(things, store::Entity::child, member.child.value)) return refuse("A child of it lies in the bin. Put the child back first.");
  }
  if (kind == Binnable::child) {
    const auto child = workspace.file().children().get(ChildId{id});
    if (!child) return failed(child);
    for (const ChildId other : child->keepApartFrom) {
      if (!lies(things, store::Entity::child, other.value)) continue;
      const auto apart = workspace.file().children().get(other);
      if (!apart) return failed(apart);
      return refuse(child->number + " is kept apart from " + apart->number + ", who lies in the bin. Put that child back first.");
    }
  }
  if (kind == Binnable::setting) {
    const auto setting = workspace.file().market().setting(SettingId{id});
    if (!setting) return failed(setting);
    if (lies(things, store::Entity::provider, setting->provider.value))
      return refuse("Its provider lies in the bin. Put the provider back first.");
    for (const store::Binned& thing : things)
      if (thing.what.entity == store::Entity::child && exempts(*setting, ChildId{thing.what.id}))
        return refuse("A child whom its exemption names lies in the bin. Put the child back first.");
  }
  return {};
}

}  // namespace

Result<std::vector<BinLine>> bin(Workspace& workspace) {
  const auto things = workspace.file().work().bin();
  if (!things) return failed(things);
  const auto people = workspace.file().people().people();
  if (!people) return failed(people);
  std::map<PersonId, std::string> names;
  for (const Person& person : *people) names[person.id] = person.name;
  std::vector<BinLine> lines;
  for (const store::Binned& thing : *things) {
    const auto kind = kindOf(thing.what.entity);
    if (!kind) continue;
    auto name = nameOf(workspace, *kind, thing.what.id);
    if (!name) return failed(name);
    lines.push_back({*kind, thing.what.id, *std::move(name), names[thing.by], thing.at, thing.reason});
  }
  return lines;
}

Result<void> putInBin(Workspace& workspace, Binnable kind, std::int64_t id, const std::string& reason) {
  const std::string why(trimmed(reason));
  if (why.empty()) return fail(ErrorCode::invalid, "reason", "Say why it goes in the bin: whoever looks there decides by it.");
  if (auto may = mayGo(workspace, kind, id); !may) return may;
  return workspace.change([&](store::Transaction& in) { return workspace.file().work().putInBin(in, {entityOf(kind), id}, why); });
}

Result<void> putBack(Workspace& workspace, Binnable kind, std::int64_t id) {
  const auto things = workspace.file().work().bin();
  if (!things) return failed(things);
  if (auto may = mayComeBack(workspace, *things, kind, id); !may) return may;
  return workspace.change([&](store::Transaction& in) { return workspace.file().work().takeFromBin(in, {entityOf(kind), id}); });
}

}  // namespace homeward::app
