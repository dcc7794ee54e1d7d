// What one relaxed requirement of a referral would let in: for each thing that a person may change in what was asked for, the candidates
// that would then fail nothing any more.
//
// Only what the referral itself asks can be relaxed; law, registration and willingness cannot. A requirement that is given up is read off
// the assessment (whoever fails that gate alone is back); one that is only eased is asked again of those whom it can concern. Scores stay
// those of the assessment: what is needed weighs as it did. The answer is that of a whole new assessment of the relaxed request.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "matching/assess.h"

namespace homeward::matching {

enum class Relaxed {
  needNotEssential,  ///< met as well as can be, not a condition
  needLevelLower,
  noGoArea,
  radiusHome,
  radiusSchool,
  together,
  solo,
  incompatible,
  exclusion,
  laterDay,
  settingType
};

/// One requirement, eased in one way.
struct Relaxing {
  Relaxed what = Relaxed::solo;
  std::string gate;  ///< that it eases, by matching's key
  NeedDomain domain = NeedDomain::physicalHealth;
  FeatureCode feature = {};  ///< of an exclusion
  std::string area = {};     ///< no longer ruled out
  double miles = 0.0;        ///< the wider limit
  Date neededBy = {};        ///< the later day
  SettingType type = SettingType::fosteringHousehold;
  friend bool operator==(const Relaxing&, const Relaxing&) = default;
};

/// Everything in the request that may be eased, in the order of the gates: limits by the next five and the next ten miles, the day by a
/// week, a need by a level or to what is wished for, each area, exclusion and further kind of setting by itself.
[[nodiscard]] std::vector<Relaxing> whatMayBeRelaxed(const Request& request);

/// The request as it would then be.
[[nodiscard]] Request relaxed(Request request, const Relaxing& relaxing);

struct LetIn {
  Relaxing relaxing;
  Fact words;                           ///< "Within 25 miles of home instead of 20"
  std::vector<std::size_t> candidates;  ///< that would be in, by L + H in the order of the market
  int eligible = 0;                     ///< of them
  int toConfirm = 0;
  int lost = 0;  ///< that would be out then, and are not now: only a later day can cost any
};

/// Each of `whatMayBeRelaxed` with whom it lets in; those that let in most first, ties in the order of the gates.
[[nodiscard]] std::vector<LetIn> whatWouldLetIn(const Assessment& assessment);

}  // namespace homeward::matching
