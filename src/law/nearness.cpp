// What section 22C(8) and (9) prefer, so far as it is reasonably practicable: near home, at the same school, with brothers and sisters,
// suitable for a disability, and inside the area.
#include <array>

#include "law/judges.h"

namespace homeward::law {
namespace {

/// The law has no number of miles. 20 is where the national statistics of looked-after children draw their line.
constexpr double nearMiles = 20.0;

Fact reasonOnRecord() { return {"law.reasonOnRecord", {}}; }

}  // namespace

LegalFinding nearHome(const Circumstances& circumstances) {
  const auto& least = circumstances.milesAtLeast;
  const auto& most = circumstances.milesAtMost;
  if (most && *most <= nearMiles) return satisfied(3, {"law.3.near", {Miles{*most}}});
  if (least && *least > nearMiles) return broken(3, {"law.3.far", {Miles{*least}}}, reasonOnRecord());
  return notKnown(3, {"law.3.unknown", {}}, {"law.3.unknown.question", {}});
}

LegalFinding schoolKept(const Circumstances& circumstances) {
  if (!isSchoolAge(circumstances.child->born, circumstances.placedOn)) return notApplicable(3, {"law.12.otherAge", {}});
  if (!circumstances.keepsSchool) return notKnown(3, {"law.11.unknown", {}}, {"law.11.unknown.question", {circumstances.child->school}});
  if (*circumstances.keepsSchool) return satisfied(3, {"law.11.kept", {}});
  return broken(3, {"law.3.school", {}}, reasonOnRecord());
}

LegalFinding siblingsTogether(const Circumstances& circumstances) {
  if (circumstances.siblings == 0) return notApplicable(3, {"law.3.noSiblings", {}});
  const std::int64_t there = circumstances.siblingsThere;
  const std::int64_t all = circumstances.siblings;
  if (there == all) return satisfied(3, {"law.3.siblings", {all}});
  if (there + circumstances.siblingsNotKnown < all)
    return broken(3, {"law.3.parted", {all - there - circumstances.siblingsNotKnown}}, reasonOnRecord());
  return notKnown(3, {"law.3.siblingsUnknown", {}}, {"law.3.siblingsUnknown.question", {}});
}

LegalFinding suitsDisability(const Circumstances& circumstances) {
  if (!circumstances.child->disabled) return notApplicable(3, {"law.3.notDisabled", {}});
  static constexpr std::array<const char*, 3> adapted{"stepFree", "groundFloorBedroom", "adaptedBathroom"};
  // Which of these a child needs is not on record: one that is missing is asked about, never counted as unsuitable.
  const bool all =
      std::all_of(adapted.begin(), adapted.end(), [&](const char* feature) { return hasFeature(circumstances, feature) == true; });
  if (all) return satisfied(3, {"law.3.suitable", {}});
  return notKnown(3, {"law.3.suitableUnknown", {}}, {"law.3.suitableUnknown.question", {}});
}

LegalFinding insideTheArea(const Circumstances& circumstances) {
  if (!circumstances.inArea) return notKnown(4, {"law.areaNotKnown", {}}, {"law.areaNotKnown.question", {}});
  if (*circumstances.inArea) return satisfied(4, {"law.insideTheArea", {}});
  return broken(4, {"law.4", {}}, reasonOnRecord());
}

}  // namespace homeward::law
