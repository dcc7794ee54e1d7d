// Who works with a case file: the authority it belongs to, its teams, and its people with their roles.
//
// Roles guide and protect against mistakes. In one local file they are no wall against a determined colleague.
#pragma once

#include <optional>
#include <string>

#include "domain/enum_text.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/place.h"

namespace homeward {

struct Authority {
  AuthorityId id;
  std::string code;  ///< ONS code of the upper-tier authority
  std::string name;
  bool responsible = false;  ///< the council whose case file this is: exactly one
  friend bool operator==(const Authority&, const Authority&) = default;
};

struct Team {
  TeamId id;
  std::string name;
  friend bool operator==(const Team&, const Team&) = default;
};

/// What somebody may do. The officer may look and ask; only the social worker's side may give permission to place, and above a limit
/// whoever holds the budget. The nominated officer and the Director approve placements out of the area and at a distance
/// (Care Planning, Placement and Case Review (England) Regulations 2010 reg 11).
enum class Role { placementOfficer, socialWorker, teamManager, budgetHolder, nominatedOfficer, director, manager, dutyWorker };
constexpr auto texts(Role) {
  return std::to_array<EnumText<Role>>({{Role::placementOfficer, "placementOfficer"},
                                        {Role::socialWorker, "socialWorker"},
                                        {Role::teamManager, "teamManager"},
                                        {Role::budgetHolder, "budgetHolder"},
                                        {Role::nominatedOfficer, "nominatedOfficer"},
                                        {Role::director, "director"},
                                        {Role::manager, "manager"},
                                        {Role::dutyWorker, "dutyWorker"}});
}
/// May give permission to place on the social worker's side.
[[nodiscard]] constexpr bool mayDecide(Role role) { return role == Role::socialWorker || role == Role::teamManager; }

struct Person {
  PersonId id;
  std::string name;
  Role role = Role::placementOfficer;
  std::optional<TeamId> team;
  std::optional<Money> agreesUpTo;  ///< whole cost a week up to which this person may agree; none: no limit of their own is recorded
  std::string telephone;
  std::string email;
  bool active = true;
  std::int64_t version = 0;
  friend bool operator==(const Person&, const Person&) = default;
};

}  // namespace homeward
