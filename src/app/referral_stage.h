// The life of a referral moves forward: a later stage replaces an earlier one, an earlier one never a later, but for what placements say:
// a referral is placed while somebody of it is.
#pragma once

#include "app/workspace.h"
#include "domain/referral.h"

namespace homeward::app {

/// Inside a running transaction: sets the stage if the referral has not come further already.
[[nodiscard]] Result<void> moveOn(Workspace& workspace, store::Transaction& in, ReferralId referral, homeward::Stage stage);
/// Inside a running transaction, after a placement of the referral changed: one that was placed has ended when nobody of it is placed any
/// more, is placed again when somebody is, and decided again when no placement of it ever was. A leaving that is still to come ends
/// nothing.
[[nodiscard]] Result<void> settleStage(Workspace& workspace, store::Transaction& in, ReferralId referral);
/// Refuses where the referral was withdrawn: nothing more is chosen, decided or started on it.
[[nodiscard]] Result<void> notWithdrawn(Workspace& workspace, ReferralId referral);

}  // namespace homeward::app
