// Placements that are put on record as they are, without a search: children who lived somewhere before this case file began, and what was
// entered wrongly.
//
// A placement that is yet to begin starts from a decision (`startPlacement`). A correction says what was true all along: the report as it
// was known before keeps the former figure. Lists of residents, vacancies, breaches and the stage of the referral follow.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/fact.h"
#include "domain/placement.h"

namespace homeward::app {

/// A placement with what its contract says.
struct PlacementEntry {
  Placement placement;
  std::vector<ContractTerm> terms;
  std::vector<FundingShare> funding;
};

/// Puts somebody on record who is there already, or was. Needs the child, the home, and a day of arrival not in the future; with a day of
/// leaving also the reason. Refused where the child has another placement on one of the days. The provider is the home's.
[[nodiscard]] Result<PlacementId> enterPlacement(Workspace& workspace, PlacementEntry entry);

/// The placement as it should have been: home, days, team, planned end, codes, end. Prices and shares that began on the day of arrival
/// begin on the right one, unless another has those days. The provider changes with the home alone, and no arrival that was moves into
/// days to come. The child stays: a placement of another child is taken out and entered.
[[nodiscard]] Result<void> correctPlacement(Workspace& workspace, Placement placement, const std::string& reason);

/// It never was: the placement goes with its prices and shares, and stays in what was known before. A referral that has no other is
/// decided, not placed, and what is on record as needed for its start stands again. The home's free places stay as they were confirmed.
[[nodiscard]] Result<void> takeOutPlacement(Workspace& workspace, PlacementId placement, const std::string& reason);

/// A rule of law that says no to a child in a home, with what the rule says.
struct RuleAgainst {
  int rule = 0;
  Fact why;
};
/// The blocks that the placement breaks on its day of arrival, by who lived in the home on it; those on record as a breach of it are left
/// out, and none is told of a placement that has ended. What happened is recorded whatever the rules say.
[[nodiscard]] Result<std::vector<RuleAgainst>> rulesAgainst(Workspace& workspace, const Placement& placement);

}  // namespace homeward::app
