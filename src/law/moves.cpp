// A placement that the authority ends: after a review, unless the child is at immediate risk.
#include <array>

#include "law/judges.h"

namespace homeward::law {
namespace {

/// Reasons of the return by which somebody else ends it: the home closes, the approval or the carer goes, the child is in custody.
constexpr std::array<std::string_view, 5> othersEnd{"CLOSE", "APPRR", "CREQB", "CREQO", "CUSTOD"};

std::string because(const Circumstances& circumstances, const Placement& left) {
  if (!left.endReason.empty()) return left.endReason;
  return circumstances.referral == nullptr ? std::string{} : circumstances.referral->leavingBecause;
}

}  // namespace

const Placement* leaves(const Circumstances& circumstances) {
  if (circumstances.stays == nullptr) return nullptr;
  for (const Placement& stay : *circumstances.stays) {
    if (circumstances.itself.stored() && stay.id == circumstances.itself) continue;
    const bool thereUntilThen = stay.stay.from < circumstances.placedOn && (!stay.stay.to || *stay.stay.to >= circumstances.placedOn);
    const bool elsewhere = circumstances.setting == nullptr || stay.setting != circumstances.setting->id;
    if (thereUntilThen && elsewhere) return &stay;
  }
  return nullptr;
}

LegalFinding reviewFirst(const Circumstances& circumstances) {
  if (circumstances.stays == nullptr) return notApplicable(13, {"law.13.notLookedUp", {}});
  const Placement* left = leaves(circumstances);
  if (left == nullptr) return notApplicable(13, {"law.13.noPlacement", {}});
  const std::string reason = because(circumstances, *left);
  if (reason.empty()) return notKnown(13, {"law.13.unknown", {}}, {"law.13.unknown.question", {}});
  if (std::find(othersEnd.begin(), othersEnd.end(), reason) != othersEnd.end()) return notApplicable(13, {"law.13.othersEnd", {}});
  return wants(13, Role::teamManager, {"law.13", {}});
}

}  // namespace homeward::law
