#include "law/block_rules.h"

namespace homeward::law {
namespace {

bool inForce(int number, Date day) { return rule(number)->inForce(day); }

}  // namespace

std::vector<Clock> clocks(const Circumstances& circumstances, const WorkingDays& calendar) {
  std::vector<Clock> found;
  const Date start = circumstances.placedOn;
  const Setting* setting = circumstances.setting;
  const bool fostering = setting != nullptr && setting->type == SettingType::fosteringHousehold;
  // In an emergency the Director approves first, and the area authority is consulted after: what is otherwise part of the approval.
  const bool atADistance = circumstances.inArea == false && circumstances.adjoins == false;
  if (inForce(8, start) && circumstances.emergency && atADistance && !exemptOutsideTheArea(setting)) {
    const Date due = calendar.after(start, 5);
    found.push_back({8, due, "consultAreaAuthority", {"law.8.emergency", {due}}});
  }
  if (inForce(9, start) && circumstances.inArea && !*circumstances.inArea) {
    const Date due = circumstances.emergency ? calendar.after(start, 5) : start;
    found.push_back({9, due, "notifyAreaAuthority", {circumstances.emergency ? "law.9.emergency" : "law.9", {due}}});
  }
  // Short breaks have rules of their own instead of a full placement plan.
  const bool shortBreaks = setting != nullptr && setting->terms.shortBreaksOnly;
  if (inForce(10, start) && !shortBreaks) {
    const Date due = circumstances.emergency ? calendar.after(start, 5) : start;
    found.push_back({10, due, "placementPlan", {circumstances.emergency ? "law.10.emergency" : "law.10", {due}}});
  }
  if (emergencyExceptionApplies(circumstances)) {
    const TermsFit fit = fitOfTerms(circumstances).fit;
    const Date due = calendar.after(start, 6);
    if (fit != TermsFit::within)
      found.push_back({16, due, "varyApprovalOrMove", {fit == TermsFit::beyond ? "law.16" : "law.16.unknown", {due}}});
  }
  if (inForce(17, start) && fostering && setting->temporaryApprovalFrom && !setting->terms.limitsKnown) {
    const Date last = *setting->temporaryApprovalFrom + std::chrono::days{16 * 7 - 1};
    if (start >= *setting->temporaryApprovalFrom && start <= last) found.push_back({17, last, "approveOrEnd", {"law.17", {last}}});
  }
  return found;
}

}  // namespace homeward::law
