// School: an approval at Key Stage 4, else a plan, where the placement ends it.
#include "law/judges.h"

namespace homeward::law {
namespace {

/// Of a child who goes to no school that is known nobody can say that it is lost.
LegalFinding schoolNotKnown(const Circumstances& circumstances, int rule) {
  const bool noSchool = circumstances.child->school.empty();
  return notKnown(rule, {noSchool ? "law.11.noSchool" : "law.11.unknown", {}},
                  {noSchool ? "law.11.noSchool.question" : "law.11.unknown.question", {circumstances.child->school}});
}

bool gateOfKeyStage4(const Circumstances& circumstances) {
  return inForce(circumstances, 11) && isKeyStage4(circumstances.child->born, circumstances.placedOn) && !circumstances.emergency;
}

}  // namespace

LegalFinding keyStage4(const Circumstances& circumstances) {
  if (!isKeyStage4(circumstances.child->born, circumstances.placedOn)) return notApplicable(11, {"law.11.otherAge", {}});
  if (circumstances.emergency) return notApplicable(11, {"law.11.emergency", {}});
  if (!circumstances.keepsSchool) return schoolNotKnown(circumstances, 11);
  if (*circumstances.keepsSchool) return satisfied(11, {"law.11.kept", {}});
  return wants(11, Role::nominatedOfficer, {"law.11", {}});
}

LegalFinding educationPlan(const Circumstances& circumstances) {
  if (!isSchoolAge(circumstances.child->born, circumstances.placedOn)) return notApplicable(12, {"law.12.otherAge", {}});
  if (gateOfKeyStage4(circumstances)) return notApplicable(12, {"law.12.keyStage4", {}});
  if (!circumstances.keepsSchool) return schoolNotKnown(circumstances, 12);
  if (*circumstances.keepsSchool) return satisfied(12, {"law.11.kept", {}});
  return broken(12, {"law.12", {circumstances.placedOn}}, {"law.12.back", {}});
}

}  // namespace homeward::law
