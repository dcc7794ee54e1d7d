// Other arrangements once they are allowed: whether this one is suitable, and which category of supported accommodation it is.
#include "law/judges.h"

namespace homeward::law {

LegalFinding suitableArrangement(const Circumstances& circumstances) {
  const auto type = typeOf(circumstances);
  if (!type) return typeUnknown(19);
  if (!isOtherArrangement(*type)) return notApplicable(19, {"law.otherRoute", {}});
  return wants(19, Role::teamManager, {"law.19", {}});
}

LegalFinding categoryKnown(const Circumstances& circumstances) {
  const auto type = typeOf(circumstances);
  if (!type) return typeUnknown(22);
  if (*type != SettingType::supportedAccommodation) return notApplicable(22, {"law.22.otherRoute", {}});
  if (circumstances.setting == nullptr || !circumstances.setting->category)
    return notKnown(22, {"law.22.unknown", {}}, {"law.22.unknown.question", {}});
  return satisfied(22, {"law.22", {Word{"accommodationCategory." + std::to_string(*circumstances.setting->category)}}});
}

}  // namespace homeward::law
