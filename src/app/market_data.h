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
