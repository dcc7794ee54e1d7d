// Keeping people, children, providers and settings: checked before they are written.
#include <algorithm>
#include <map>
#include <set>

#include "app/market_data.h"
#include "app/open_case.h"
#include "support/text.h"

namespace homeward::app {
namespace {

template <class T>
Result<void> sound(const T& value, Date today) {
  const auto findings = check(value, today);
  if (findings.empty()) return {};
  return fail(ErrorCode::invalid, findings.front().field, findings.front().message);
}

/// `before` runs in the same transaction, just before the child is written.
template <class Before>
Result<Child> keepChild(Workspace& workspace, Child child, Before&& before) {
  if (const auto ok = sound(child, workspace.today()); !ok) return failed(ok);
  auto children = workspace.file().children();
  if (child.number.empty()) {
    auto number = children.nextNumber();
    if (!number) return failed(number);
    child.number = *std::move(number);
  }
  const auto all = children.all();
  if (!all) return failed(all);
  const auto same =
      std::find_if(all->begin(), all->end(), [&](const Child& one) { return one.number == child.number && one.id != child.id; });
  if (same != all->end())
    return fail(ErrorCode::invalid, "number", "Another child has the number " + child.number + ". Enter one that is free.");
  const auto binned = workspace.file().work().bin();
  if (!binned) return failed(binned);
  for (const store::Binned& thing : *binned) {
    if (thing.what.entity != store::Entity::child || thing.what.id == child.id.value) continue;
    const auto other = children.get(ChildId{thing.what.id});
    if (!other) return failed(other);
    if (other->number == child.number)
      return fail(ErrorCode::invalid, "number",
                  "A child who lies in the bin has the number " + child.number + ". Put that one back, or enter a number that is free.");
  }
  const auto id = workspace.change([&](store::Transaction& in) -> Result<ChildId> {
    if (const auto done = before(in, child); !done) return failed(done);
    if (!child.id.stored()) return children.add(in, child);
    if (const auto version = children.save(in, child); !version) return failed(version);
    return child.id;
  });
  if (!id) return failed(id);
  return children.get(*id);
}

}  // namespace

Result<Child> saveChild(Workspace& workspace, Child child) {
  return keepChild(workspace, std::move(child), [](store::Transaction&, Child&) -> Result<void> { return {}; });
}

Result<Child> saveChild(Workspace& workspace, Child child, const SiblingGroup& group) {
  if (const auto findings = check(group); !findings.empty())
    return fail(ErrorCode::invalid, findings.front().field, findings.front().message);
  return keepChild(workspace, std::move(child), [&](store::Transaction& in, Child& kept) -> Result<void> {
    auto children = workspace.file().children();
    if (group.id.stored()) {
      kept.siblings = group.id;
      return children.saveSiblingGroup(in, group);
    }
    const auto id = children.addSiblingGroup(in, group);
    if (!id) return failed(id);
    kept.siblings = *id;
    return {};
  });
}

Result<Provider> saveProvider(Workspace& workspace, Provider provider) {
  if (const auto ok = sound(provider, workspace.today()); !ok) return failed(ok);
  auto market = workspace.file().market();
  const auto id = workspace.change([&](store::Transaction& in) -> Result<ProviderId> {
    if (!provider.id.stored()) return market.addProvider(in, provider);
    if (const auto version = market.saveProvider(in, provider); !version) return failed(version);
    return provider.id;
  });
  if (!id) return failed(id);
  return market.provider(*id);
}

Result<Setting> saveSetting(Workspace& workspace, Setting setting) {
  if (const auto ok = sound(setting, workspace.today()); !ok) return failed(ok);
  auto market = workspace.file().market();
  const auto id = workspace.change([&](store::Transaction& in) -> Result<SettingId> {
    if (!setting.id.stored()) return market.addSetting(in, setting);
    if (const auto version = market.saveSetting(in, setting); !version) return failed(version);
    return setting.id;
  });
  if (!id) return failed(id);
  return market.setting(*id);
}

Result<Setting> saveHomeTold(Workspace& workspace, ProviderId provider, const HomeTold& told) {
  const auto homes = homesOfProvider(workspace, provider);
  if (!homes) return failed(homes);
  const std::string name = collapsed(told.name);
  if (name.empty()) return fail(ErrorCode::invalid, "name", "Enter what the home is called: a name that the provider uses for it.");
  for (const Setting& home : *homes)
    if (lowered(collapsed(home.name)) == lowered(name))
      return fail(ErrorCode::invalid, "name", "This provider has a home of that name already. Choose it above, or give another name.");
  Setting setting;
  setting.provider = provider;
  setting.name = name;
  setting.type = told.type;
  if (!trimmed(told.postcode).empty()) {
    const auto place = workspace.placeOf(told.postcode);
    if (!place) return failed(place);
    setting.place = *place;
  }
  if (setting.place.authority.empty()) setting.place.authority = told.authority;
  setting.source = "told";
  return saveSetting(workspace, std::move(setting));
}

Result<std::vector<Setting>> homesOfProvider(Workspace& workspace, ProviderId provider) {
  const auto market = workspace.market();
  if (!market) return failed(market);
  if ((*market)->provider(provider) == nullptr) return fail(ErrorCode::notFound, "provider", "This provider is no longer in the market.");
  std::vector<Setting> homes;
  for (const Setting& setting : (*market)->settings)
    if (setting.provider == provider) homes.push_back(setting);
  std::ranges::stable_sort(homes, {}, &Setting::name);
  return homes;
}

Result<std::vector<FeatureCode>> featureCodesInUse(Workspace& workspace) {
  const auto children = workspace.file().children().all();
  if (!children) return failed(children);
  const auto market = workspace.market();
  if (!market) return failed(market);
  std::set<FeatureCode> codes;
  for (const Child& child : *children) {
    codes.insert(child.identity.begin(), child.identity.end());
    codes.insert(child.medicalExclusions.begin(), child.medicalExclusions.end());
    for (const Wish& wish : child.wishes) codes.insert(wish.feature);
  }
  for (const Setting& setting : (*market)->settings)
    for (const auto& [code, has] : setting.features) codes.insert(code);
  std::vector<FeatureCode> withWord;
  for (const FeatureCode& code : codes)
    if (code.find(':') != std::string::npos) withWord.push_back(code);
  return withWord;
}

Result<void> confirmVacancy(Workspace& workspace, SettingId id, int places, Date freeFrom) {
  if (places < 0) return fail(ErrorCode::invalid, "places", "The number of free places cannot be below none.");
  auto setting = workspace.file().market().setting(id);
  if (!setting) return failed(setting);
  setting->vacancy = Vacancy{places, freeFrom, workspace.today()};
  const auto saved = saveSetting(workspace, *std::move(setting));
  if (!saved) return failed(saved);
  return {};
}

Result<Person> savePerson(Workspace& workspace, Person person) {
  person.name = collapsed(person.name);
  if (person.name.empty()) return fail(ErrorCode::invalid, "name", "Enter the name of this person.");
  const bool isUser = person.id.stored() && person.id == workspace.user().id;
  if (isUser && !person.active)
    return fail(ErrorCode::refused, "active", "You are working as this person. Work as somebody else first, then say that they have left.");
  auto people = workspace.file().people();
  const auto id = workspace.change([&](store::Transaction& in) -> Result<PersonId> {
    if (!person.id.stored()) return people.addPerson(in, person);
    if (const auto version = people.savePerson(in, person); !version) return failed(version);
    return person.id;
  });
  if (!id) return failed(id);
  if (isUser)
    if (const auto again = workspace.workAs(*id); !again) return failed(again);  // under the name and the role that were saved
  return people.person(*id);
}

Result<void> saveCouncil(Workspace& workspace, const std::string& code, const std::string& name) {
  Authority council = workspace.authority();
  const auto known = knownAuthorities();
  if (code != council.code && std::none_of(known.begin(), known.end(), [&](const Authority& one) { return one.code == code; }))
    return fail(ErrorCode::invalid, "code", "Choose the council from the list.");
  council.code = code;
  council.name = collapsed(name);
  if (council.name.empty()) return fail(ErrorCode::invalid, "name", "Enter the name of the council as it is to be written.");
  return workspace.change([&](store::Transaction& in) { return workspace.file().people().saveAuthority(in, council); });
}

Result<Team> saveTeam(Workspace& workspace, Team team) {
  team.name = collapsed(team.name);
  if (team.name.empty()) return fail(ErrorCode::invalid, "name", "Enter the name of the team.");
  auto people = workspace.file().people();
  const auto known = people.teams();
  if (!known) return failed(known);
  for (const Team& other : *known)
    if (other.id != team.id && lowered(collapsed(other.name)) == lowered(collapsed(team.name)))
      return fail(ErrorCode::invalid, "name", "There is a team of this name already. Choose another name.");
  return workspace.change([&](store::Transaction& in) -> Result<Team> {
    if (team.id.stored()) {
      if (const auto saved = people.saveTeam(in, team); !saved) return failed(saved);
      return team;
    }
    const auto id = people.addTeam(in, team);
    if (!id) return failed(id);
    team.id = *id;
    return team;
  });
}

Result<SiblingGroup> saveSiblingGroup(Workspace& workspace, SiblingGroup group) {
  if (const auto findings = check(group); !findings.empty())
    return fail(ErrorCode::invalid, findings.front().field, findings.front().message);
  auto children = workspace.file().children();
  return workspace.change([&](store::Transaction& in) -> Result<SiblingGroup> {
    if (group.id.stored()) {
      if (const auto saved = children.saveSiblingGroup(in, group); !saved) return failed(saved);
      return group;
    }
    const auto id = children.addSiblingGroup(in, group);
    if (!id) return failed(id);
    group.id = *id;
    return group;
  });
}

Result<std::vector<Person>> people(Workspace& workspace) { return workspace.file().people().people(); }
Result<std::vector<Team>> teams(Workspace& workspace) { return workspace.file().people().teams(); }

Result<std::vector<ChildLine>> childLines(Workspace& workspace) {
  auto& file = workspace.file();
  auto children = file.children().all();
  if (!children) return failed(children);
  const auto placements = file.placements().all();
  if (!placements) return failed(placements);
  const auto referrals = file.referrals().all();
  if (!referrals) return failed(referrals);
  const auto staff = file.people().people();
  if (!staff) return failed(staff);
  const auto market = workspace.market();
  if (!market) return failed(market);

  std::map<ChildId, std::string> livesAt;
  for (const Placement& placement : *placements)
    if (placement.stay.contains(workspace.today()))
      if (const Setting* setting = (*market)->setting(placement.setting)) livesAt[placement.child] = setting->name;
  std::map<ChildId, int> open;
  for (const Referral& referral : *referrals)
    if (isOpen(referral.stage))
      for (const ReferralMember& member : referral.members) ++open[member.child];

  std::vector<ChildLine> lines;
  for (Child& child : *children) {
    ChildLine line;
    line.livesAt = livesAt[child.id];
    line.openReferrals = open[child.id];
    if (child.socialWorker) {
      const auto worker =
          std::find_if(staff->begin(), staff->end(), [&](const Person& person) { return person.id == *child.socialWorker; });
      if (worker != staff->end()) line.socialWorker = worker->name;
    }
    line.child = std::move(child);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace homeward::app
