// Who has to say yes before a placement takes effect: the gates, and outside the area with the exception of rule 8.
#include "law/judges.h"

namespace homeward::law {
namespace {

constexpr int workingDaysToConsult = 5;

struct Gate {
  int rule;
  Role by;                ///< who usually gives it
  std::vector<Role> too;  ///< who else may; the Director may give each
  Judge judge;
};

const std::vector<Gate>& gates() {
  static const std::vector<Gate> all{
      {6, Role::nominatedOfficer, {}, &adjoiningArea},
      {7, Role::director, {}, &atADistance},
      {11, Role::nominatedOfficer, {}, &keyStage4},
      {13, Role::teamManager, {Role::socialWorker, Role::nominatedOfficer}, &reviewFirst},
      {14, Role::nominatedOfficer, {}, &withParent},
      {18, Role::nominatedOfficer, {}, &forAdoption},
      {19, Role::teamManager, {Role::socialWorker, Role::nominatedOfficer}, &suitableArrangement},
      {30, Role::director, {}, &secureAge},
      {31, Role::director, {Role::nominatedOfficer, Role::teamManager}, &libertyOrder},
  };
  return all;
}

LegalFinding outside(const Circumstances& circumstances, int rule, bool adjoining, Role by) {
  if (exemptOutsideTheArea(circumstances.setting)) return notApplicable(rule, {"law.8.exempt", {}});
  if (!circumstances.inArea) return notKnown(rule, {"law.areaNotKnown", {}}, {"law.areaNotKnown.question", {}});
  if (*circumstances.inArea) return notApplicable(rule, {"law.insideTheArea", {}});
  if (!circumstances.adjoins) return notKnown(rule, {"law.adjoinsNotKnown", {}}, {"law.adjoinsNotKnown.question", {}});
  if (*circumstances.adjoins != adjoining) return notApplicable(rule, {*circumstances.adjoins ? "law.adjoins" : "law.atADistance", {}});
  return wants(rule, by, {"law." + std::to_string(rule), {}});
}

}  // namespace

bool exemptOutsideTheArea(const Setting* setting) {
  return setting != nullptr && setting->type == SettingType::fosteringHousehold &&
         (setting->connectedPerson || setting->approvedByResponsibleAuthority);
}

LegalFinding adjoiningArea(const Circumstances& circumstances) { return outside(circumstances, 6, true, Role::nominatedOfficer); }
LegalFinding atADistance(const Circumstances& circumstances) { return outside(circumstances, 7, false, Role::director); }

bool mayApprove(int rule, Role role) {
  if (role == Role::director) return true;
  for (const Gate& gate : gates())
    if (gate.rule == rule) return role == gate.by || std::find(gate.too.begin(), gate.too.end(), role) != gate.too.end();
  return false;
}

ApprovalAnswer approvals(const Circumstances& circumstances, const WorkingDays& calendar) {
  ApprovalAnswer answer;
  for (const Gate& gate : gates()) {
    const bool ofTheArea = gate.rule == 6 || gate.rule == 7;
    LegalFinding found = judged(circumstances, gate.rule, gate.judge);
    if (found.judgement == Judgement::notKnown) {
      if (ofTheArea)
        answer.areaNotKnown = true;
      else
        answer.open.push_back(std::move(found));
      continue;
    }
    if (found.judgement != Judgement::broken) continue;
    if (!found.approver) {
      answer.refused.push_back(std::move(found));
      continue;
    }
    ApprovalNeeded needed{gate.rule, *found.approver, std::move(found.why), std::nullopt};
    if (circumstances.emergency && ofTheArea) {
      needed.consultBy = calendar.after(circumstances.placedOn, workingDaysToConsult);
      needed.why = {"law." + std::to_string(gate.rule) + ".emergency", {*needed.consultBy}};
    }
    answer.needed.push_back(std::move(needed));
  }
  return answer;
}

}  // namespace homeward::law
