// Marking items of My work as done, and what follows from it.
#include <algorithm>

#include "app/my_work.h"
#include "app/reminding.h"

namespace homeward::app {
namespace {

/// The plan that was owed on the referral is made when each of its children has one.
Result<void> planOfChildMarked(Workspace& workspace, store::Transaction& in, PlacementId id) {
  auto& file = workspace.file();
  const auto placement = file.placements().get(id);
  if (!placement) return failed(placement);
  if (!placement->referral) return {};
  auto referral = file.referrals().get(*placement->referral);
  if (!referral) return failed(referral);
  const auto step =
      std::find_if(referral->owed.begin(), referral->owed.end(), [](const OwedStep& one) { return one.what == placementPlan; });
  if (step == referral->owed.end()) return {};
  const auto marks = file.work().doneMarks();
  if (!marks) return failed(marks);
  const auto placements = file.placements().all();
  if (!placements) return failed(placements);
  const bool each = std::all_of(placements->begin(), placements->end(), [&](const Placement& one) {
    const bool wants = one.referral == placement->referral && (!one.stay.to || *one.stay.to > workspace.today());
    return !wants || std::any_of(marks->begin(), marks->end(),
                                 [key = clockKey(one.id, placementPlan)](const store::DoneMark& mark) { return mark.key == key; });
  });
  if (each == step->doneOn.has_value()) return {};
  step->doneOn = each ? std::optional{workspace.today()} : std::nullopt;
  if (const auto saved = file.referrals().save(in, *referral); !saved) return failed(saved);
  return {};
}

}  // namespace

std::string clockKey(PlacementId placement, const std::string& step) { return "clock:" + std::to_string(placement.value) + ":" + step; }

Result<void> planOfReferralMarked(Workspace& workspace, store::Transaction& in, ReferralId referral, bool done) {
  auto& file = workspace.file();
  const auto placements = file.placements().all();
  if (!placements) return failed(placements);
  for (const Placement& placement : *placements) {
    if (placement.referral != referral) continue;
    const std::string key = clockKey(placement.id, placementPlan);
    if (auto marked = done ? file.work().markDone(in, key, workspace.today()) : file.work().unmark(in, key); !marked) return marked;
  }
  return {};
}

Result<void> markDone(Workspace& workspace, const WorkItem& item, bool done) {
  if (!item.mayBeMarkedDone) return fail(ErrorCode::refused, item.key, "This is done by doing it: Homeward sees that for itself.");
  if (item.kind == WorkKind::reminder && item.approach) return noteReminder(workspace, *item.approach, done);
  auto& file = workspace.file();
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    if (item.kind == WorkKind::owedStep && item.referral) {
      auto referral = file.referrals().get(*item.referral);
      if (!referral) return failed(referral);
      const std::string what = item.key.substr(item.key.rfind(':') + 1);
      for (OwedStep& step : referral->owed)
        if (step.what == what) step.doneOn = done ? std::optional{workspace.today()} : std::nullopt;
      if (const auto saved = file.referrals().save(in, *referral); !saved) return failed(saved);
      return {};
    }
    if (auto marked = done ? file.work().markDone(in, item.key, workspace.today()) : file.work().unmark(in, item.key); !marked)
      return marked;
    return item.placement && item.key == clockKey(*item.placement, placementPlan) ? planOfChildMarked(workspace, in, *item.placement)
                                                                                  : Result<void>{};
  });
}

}  // namespace homeward::app
