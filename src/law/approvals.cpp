#include "law/block_rules.h"

namespace homeward::law {

bool exemptOutsideTheArea(const Setting* setting) {
  return setting != nullptr && setting->type == SettingType::fosteringHousehold &&
         (setting->connectedPerson || setting->approvedByResponsibleAuthority);
}

ApprovalAnswer approvals(const Circumstances& circumstances, const WorkingDays& calendar) {
  ApprovalAnswer answer;
  if (!rule(6)->inForce(circumstances.placedOn) || exemptOutsideTheArea(circumstances.setting)) return answer;
  if (circumstances.inArea.value_or(false)) return answer;
  if (!circumstances.inArea || !circumstances.adjoins) {
    answer.areaNotKnown = true;
    return answer;
  }
  ApprovalNeeded needed;
  needed.rule = *circumstances.adjoins ? 6 : 7;
  needed.by = *circumstances.adjoins ? Role::nominatedOfficer : Role::director;
  needed.why = {circumstances.emergency ? "law." + std::to_string(needed.rule) + ".emergency" : "law." + std::to_string(needed.rule), {}};
  if (circumstances.emergency) {
    needed.consultBy = calendar.after(circumstances.placedOn, 5);
    needed.why.arguments.emplace_back(*needed.consultBy);
  }
  answer.needed.push_back(std::move(needed));
  return answer;
}

}  // namespace homeward::law
