// What each rule of the law says of a placement, judged on its day of arrival by the table of this case file.
//
// The first day of a rule whose commencement nobody knew (rule 32) is entered here; until then that rule is not judged.
#pragma once

#include <memory>
#include <vector>

#include "app/legal.h"
#include "app/referrals.h"
#include "app/workspace.h"
#include "domain/placement.h"
#include "law/rules.h"

namespace homeward::app {

/// The rules with the days that somebody entered. Those of a case file that is damaged there stay as they stand.
[[nodiscard]] Result<std::shared_ptr<const law::Rules>> rulesOf(Workspace& workspace);
/// Who may say which rules count: those who say which policy does.
[[nodiscard]] bool mayEnterCommencement(Role role);
/// The first day of a rule of config; none: it is off again. Other rules have their day. Needs somebody who may say so.
[[nodiscard]] Result<void> enterCommencement(Workspace& workspace, int rule, std::optional<Date> from);

/// A placement, on record or to be, with everything that the law looks at. The facts point into what stands here.
struct PlacementInLaw {
  Placement placement;
  Setting setting;
  Provider provider;
  ReferralCase came;  ///< the referral that it came by, else the child alone
  std::vector<Child> siblings;
  std::vector<Placement> stays;
  std::vector<Offer> offers;
  std::shared_ptr<const law::Rules> rules;
  std::unique_ptr<const matching::People> people;
  law::Circumstances facts;
};
/// By who lived in the home on the day: by its list, without those who came later and with those who have left since. Of a stay that is
/// over only placements tell, and who else lived there is asked. The child and the home have to be on record.
[[nodiscard]] Result<std::unique_ptr<PlacementInLaw>> inLaw(Workspace& workspace, const Placement& placement);

/// Every rule, in the order of the numbers, with the approvals and steps that are on record.
[[nodiscard]] Result<std::vector<law::LegalFinding>> lawOf(Workspace& workspace, const Placement& placement);
/// What the statutory return says of its codes, where they do not go together or something is missing: broken first.
[[nodiscard]] Result<std::vector<law::LegalFinding>> codesAgainst(Workspace& workspace, const Placement& placement);

}  // namespace homeward::app
