// Keeping people, children, providers and settings.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/child.h"
#include "domain/referral.h"

namespace homeward::app {

/// Adds or saves a child; a number that another child has is refused.
[[nodiscard]] Result<Child> saveChild(Workspace& workspace, Child child);
/// The same together with the sibling group to which the child then belongs, new (id 0) or changed, in one transaction.
[[nodiscard]] Result<Child> saveChild(Workspace& workspace, Child child, const SiblingGroup& group);
[[nodiscard]] Result<Provider> saveProvider(Workspace& workspace, Provider provider);
[[nodiscard]] Result<Setting> saveSetting(Workspace& workspace, Setting setting);
/// A home as its provider told of it on the telephone. Where it lies may be known to its postcode, to its authority or not yet at all.
struct HomeTold {
  std::string name;
  SettingType type = SettingType::fosteringHousehold;
  std::string postcode;
  std::string authority;  ///< ONS code; where the postcode tells the authority, that one counts
};
/// Adds the home to those of its provider. A name that the provider has already is refused.
[[nodiscard]] Result<Setting> saveHomeTold(Workspace& workspace, ProviderId provider, const HomeTold& told);
/// Those of a provider, by name.
[[nodiscard]] Result<std::vector<Setting>> homesOfProvider(Workspace& workspace, ProviderId provider);
/// Every "language:…", "faith:…" and the like that a child or a home of the case file has: what both sides should write alike.
[[nodiscard]] Result<std::vector<FeatureCode>> featureCodesInUse(Workspace& workspace);
/// "The place is still free, said today."
[[nodiscard]] Result<void> confirmVacancy(Workspace& workspace, SettingId setting, int places, Date freeFrom);
[[nodiscard]] Result<Person> savePerson(Workspace& workspace, Person person);
/// The council whose case file this is: one of `knownAuthorities`, or the one it is, under another name. Which placements lie outside the
/// area, and what the law asks of them, follows from it.
[[nodiscard]] Result<void> saveCouncil(Workspace& workspace, const std::string& code, const std::string& name);
[[nodiscard]] Result<Team> saveTeam(Workspace& workspace, Team team);
[[nodiscard]] Result<SiblingGroup> saveSiblingGroup(Workspace& workspace, SiblingGroup group);
[[nodiscard]] Result<std::vector<Person>> people(Workspace& workspace);
[[nodiscard]] Result<std::vector<Team>> teams(Workspace& workspace);

struct ChildLine {
  Child child;
  std::string livesAt;
  std::string socialWorker;
  int openReferrals = 0;
};
[[nodiscard]] Result<std::vector<ChildLine>> childLines(Workspace& workspace);

}  // namespace homeward::app
