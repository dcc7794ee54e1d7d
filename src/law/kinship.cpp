// A parent first, then somebody whom the child knows, and what adoption adds.
#include "law/judges.h"
#include "support/text.h"

namespace homeward::law {
namespace {

bool inCare(const std::string& legalStatus) { return legalStatus == "C1" || legalStatus == "C2"; }
bool accommodated(const std::string& legalStatus) { return legalStatus == "V2" || legalStatus == "V3" || legalStatus == "V4"; }
bool forAdoptionCode(const std::string& code) { return code == "U2" || code == "U5"; }

}  // namespace

LegalFinding parentsFirst(const Circumstances& circumstances) {
  if (typeOf(circumstances) == SettingType::withParents) return satisfied(1, {"law.1.parent", {}});
  if (circumstances.referral == nullptr) return notKnown(1, {"law.1.noReferral", {}}, {"law.1.question", {}});
  if (!trimmed(circumstances.referral->whyNotParents).empty()) return satisfied(1, {"law.1.reason", {}});
  return notKnown(1, {"law.1.unknown", {}}, {"law.1.question", {}});
}

LegalFinding connectedPerson(const Circumstances& circumstances) {
  if (typeOf(circumstances) == SettingType::withParents) return notApplicable(2, {"law.2.parent", {}});
  if (isFostering(circumstances) && circumstances.setting != nullptr && circumstances.setting->connectedPerson)
    return satisfied(2, {"law.2.connected", {}});
  const Referral* referral = circumstances.referral;
  if (referral == nullptr || !referral->connectedPersonFound) return notKnown(2, {"law.2.unknown", {}}, {"law.2.question", {}});
  if (!*referral->connectedPersonFound) return satisfied(2, {"law.2.nobody", {}});
  return broken(2, {"law.2", {}}, {"law.reasonOnRecord", {}});
}

LegalFinding adoptionRoutes(const Circumstances& circumstances) {
  if (circumstances.child->aim != CarePlanAim::adoption) return notApplicable(5, {"law.5.otherPlan", {}});
  if (isFostering(circumstances) && circumstances.setting != nullptr &&
      (circumstances.setting->connectedPerson || circumstances.setting->approvedAdopters))
    return satisfied(5, {"law.5.taken", {}});
  return broken(5, {"law.5", {circumstances.placedOn}}, {"law.5.back", {}});
}

LegalFinding withParent(const Circumstances& circumstances) {
  const auto type = typeOf(circumstances);
  if (!type) return typeUnknown(14);
  if (*type != SettingType::withParents && circumstances.placeCode != "P1") return notApplicable(14, {"law.14.otherRoute", {}});
  const std::string& status = circumstances.child->legalStatus;
  if (accommodated(status)) return broken(14, {"law.14.notInCare", {}}, {"law.14.notInCare.back", {}});
  if (!inCare(status)) return notKnown(14, {"law.14.unknown", {}}, {"law.14.unknown.question", {}});
  return wants(14, Role::nominatedOfficer, {"law.14", {}});
}

LegalFinding forAdoption(const Circumstances& circumstances) {
  const auto type = typeOf(circumstances);
  if (!type) return typeUnknown(18);
  if (*type != SettingType::fosteringHousehold) return notApplicable(18, {"law.18.otherRoute", {}});
  const bool adopters = circumstances.setting != nullptr && circumstances.setting->approvedAdopters;
  const bool meant = forAdoptionCode(circumstances.placeCode) || circumstances.child->aim == CarePlanAim::adoption;
  if (!adopters || !meant) return notApplicable(18, {"law.18.otherPlan", {}});
  // Carers who are approved as foster carers anyway need no temporary approval.
  if (circumstances.setting->terms.limitsKnown || circumstances.setting->approvedByResponsibleAuthority)
    return satisfied(18, {"law.18.approved", {}});
  return wants(18, Role::nominatedOfficer, {"law.18", {}});
}

}  // namespace homeward::law
