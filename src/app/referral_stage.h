// The life of a referral moves forward: a later stage replaces an earlier one, an earlier one never a later.
#pragma once

#include "app/workspace.h"
#include "domain/referral.h"

namespace homeward::app {

/// Inside a running transaction: sets the stage if the referral has not come further already.
[[nodiscard]] Result<void> moveOn(Workspace& workspace, store::Transaction& in, ReferralId referral, homeward::Stage stage);
/// Refuses where the referral was withdrawn: nothing more is chosen, decided or started on it.
[[nodiscard]] Result<void> notWithdrawn(Workspace& workspace, ReferralId referral);

}  // namespace homeward::app
