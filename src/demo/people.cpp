#include "demo/draft.h"

namespace homeward::demo {

void writePeople(Draft& draft) {
  draft.made.areas = draft.map.areas();
  for (const auto& area : draft.made.areas) {
    Authority authority;
    authority.id = AuthorityId{static_cast<std::int64_t>(draft.made.authorities.size()) + 1};
    authority.code = area.code;
    authority.name = area.name;
    authority.responsible = area.code == wendmoor;
    draft.made.authorities.push_back(authority);
  }
  const TeamId access = draft.addTeam("Access to Resources");
  const TeamId north = draft.addTeam("Children in Care North");
  const TeamId south = draft.addTeam("Children in Care South");
  const TeamId safeguarding = draft.addTeam("Safeguarding");
  const TeamId disabled = draft.addTeam("Disabled Children");
  const TeamId leaving = draft.addTeam("Leaving Care");
  const TeamId duty = draft.addTeam("Emergency Duty");

  draft.addPerson("M. Fennel", Role::placementOfficer, access);
  draft.addPerson("R. Lovage", Role::placementOfficer, access);
  draft.addPerson("D. Chervil", Role::placementOfficer, access);
  draft.addPerson("A. Teasel", Role::manager, access);
  draft.addPerson("S. Quill", Role::socialWorker, north);
  draft.addPerson("P. Burr", Role::socialWorker, north);
  draft.addPerson("L. Feather", Role::socialWorker, south);
  draft.addPerson("T. Acorn", Role::socialWorker, south);
  draft.addPerson("N. Pebble", Role::socialWorker, safeguarding);
  draft.addPerson("K. Bramble", Role::socialWorker, safeguarding);
  draft.addPerson("E. Catkin", Role::socialWorker, disabled);
  draft.addPerson("V. Fescue", Role::socialWorker, leaving);
  draft.addPerson("J. Thimble", Role::teamManager, north, pounds(1200));
  draft.addPerson("H. Bobbin", Role::teamManager, south, pounds(1200));
  draft.addPerson("C. Spindle", Role::teamManager, safeguarding, pounds(1200));
  draft.addPerson("B. Lantern", Role::budgetHolder, access, pounds(6000));
  draft.addPerson("O. Harbour", Role::nominatedOfficer, std::nullopt);
  draft.addPerson("W. Cygnet", Role::director, std::nullopt);
  draft.addPerson("F. Owlet", Role::dutyWorker, duty);
}

}  // namespace homeward::demo
