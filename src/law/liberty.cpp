// A child who is deprived of liberty elsewhere than in a secure home: by order of the High Court alone.
#include "law/judges.h"

namespace homeward::law {

bool deprivedElsewhere(const Circumstances& circumstances) {
  return circumstances.referral != nullptr && circumstances.referral->liberty.deprived && typeOf(circumstances) != SettingType::secureHome;
}

LegalFinding libertyOrder(const Circumstances& circumstances) {
  if (!deprivedElsewhere(circumstances)) return notApplicable(31, {"law.31.free", {}});
  switch (orderCovers(circumstances, circumstances.placedOn)) {
    case OrderCovers::yes:
      return satisfied(31, {"law.31.order", {*circumstances.referral->liberty.orderUntil}});
    case OrderCovers::notKnown:
      return notKnown(31, {"law.31.unknown", {}}, {"law.31.unknown.question", {circumstances.placedOn}});
    case OrderCovers::no:
      break;
  }
  return wants(31, Role::director, {"law.31", {}});
}

LegalFinding relevantAccommodation(const Circumstances& circumstances) {
  if (!deprivedElsewhere(circumstances)) return notApplicable(32, {"law.31.free", {}});
  if (orderCovers(circumstances, circumstances.placedOn) == OrderCovers::yes) return satisfied(32, {"law.32.order", {}});
  return notKnown(32, {"law.32.unknown", {}}, {"law.32.unknown.question", {}});
}

}  // namespace homeward::law
