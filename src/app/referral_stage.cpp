#include "app/referral_stage.h"

namespace homeward::app {

Result<void> moveOn(Workspace& workspace, store::Transaction& in, ReferralId id, homeward::Stage stage) {
  auto referral = workspace.file().referrals().get(id);
  if (!referral) return failed(referral);
  // A refused choice goes back to searching: only then does the stage step back, and `decide` does that itself.
  if (referral->stage >= stage) return {};
  referral->stage = stage;
  const auto saved = workspace.file().referrals().save(in, *referral);
  if (!saved) return failed(saved);
  return {};
}

Result<void> settleStage(Workspace& workspace, store::Transaction& in, ReferralId id) {
  auto referral = workspace.file().referrals().get(id);
  if (!referral) return failed(referral);
  if (referral->stage != homeward::Stage::placed && referral->stage != homeward::Stage::ended) return {};
  const auto placements = workspace.file().placements().all();
  if (!placements) return failed(placements);
  homeward::Stage stage = homeward::Stage::decided;
  for (const Placement& placement : *placements) {
    if (placement.referral != id) continue;
    const bool lasts = !placement.stay.to || *placement.stay.to > workspace.today();
    if (lasts || stage == homeward::Stage::decided) stage = lasts ? homeward::Stage::placed : homeward::Stage::ended;
  }
  if (referral->stage == stage) return {};
  referral->stage = stage;
  if (const auto saved = workspace.file().referrals().save(in, *referral); !saved) return failed(saved);
  return {};
}

Result<void> notWithdrawn(Workspace& workspace, ReferralId id) {
  const auto referral = workspace.file().referrals().get(id);
  if (!referral) return failed(referral);
  if (referral->stage == homeward::Stage::withdrawn)
    return fail(ErrorCode::refused, "stage", "This referral was withdrawn. If a home is wanted after all, enter a new referral.");
  return {};
}

}  // namespace homeward::app
