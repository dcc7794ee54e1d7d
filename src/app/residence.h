// Who lives in a setting, as the market's own lists say it, kept in step with placements: who moves in takes a place and is listed, who
// leaves is listed no longer. Who is to leave stays listed until the day has come. A free place is only what somebody confirmed: nobody's
// leaving makes one.
//
// Everything here runs inside a transaction that somebody else has begun.
#pragma once

#include <vector>

#include "app/workspace.h"
#include "domain/child.h"
#include "domain/placement.h"

namespace homeward::app {

/// Says of everybody who is listed in these settings when they leave, where that is on record, and leaves out who has left: a day of
/// leaving may be entered before it comes, and until then they live there.
[[nodiscard]] Result<void> residentsByDay(Workspace& workspace, std::vector<Setting>& settings);

/// Who else of a placement's referral is placed still, when it ends.
struct Remaining {
  bool there = false;     ///< in its setting today
  bool still = false;     ///< anywhere today
  bool anywhere = false;  ///< without a day of leaving
  Date lastLeft{};        ///< when nobody is: the day on which the last one left
};
[[nodiscard]] Result<Remaining> remaining(Workspace& workspace, const Placement& ended, Date left);

/// What is on record against a placement ends with it, and what is on record against its referral with the last one of that.
[[nodiscard]] Result<void> endBreachesOf(Workspace& workspace, store::Transaction& in, const Placement& ended, Date left,
                                         const Remaining& others);

/// What the vacancy of a setting says of the place that somebody takes there.
enum class TakesPlace { yes, no };
/// Those who join are listed as living there, each once; `placed` are those of them who are looked after.
[[nodiscard]] Result<void> moveIn(Workspace& workspace, store::Transaction& in, SettingId setting, const std::vector<const Child*>& joining,
                                  const std::vector<const Child*>& placed, Date start, TakesPlace takes);
/// The child leaves. A parent who is not looked after stays for the sake of those who are: where nobody of the referral is placed any
/// more, the parent leaves too.
[[nodiscard]] Result<void> moveOut(Workspace& workspace, store::Transaction& in, const Placement& ended, const Remaining& others);
/// Ends a placement with everything that ends with it: breaches, the stay in the setting's list (on its day), the referral's stage.
[[nodiscard]] Result<void> endOne(Workspace& workspace, store::Transaction& in, const Placement& placement, Date left,
                                  const std::string& reason, bool unplanned);

/// Keeps lists of residents, vacancies and breaches right when a placement is not what it was on record as: another home, another end.
/// Where it never was, `after` is absent.
[[nodiscard]] Result<void> residesOtherwise(Workspace& workspace, store::Transaction& in, const Placement& before,
                                            const std::optional<Placement>& after);

}  // namespace homeward::app
