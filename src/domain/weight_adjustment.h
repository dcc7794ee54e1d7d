// Weights that a referral has of its own: who set them, when and why, and what they did to the order then.
//
// Never changed: a later one takes its place, and one without shares brings the referral back to the policy. A child for whom something
// matters more than the policy says is the usual reason; a home that one would like to see first is none, which is why both orders stay
// on record.
#pragma once

#include <string>
#include <vector>

#include "domain/dates.h"
#include "domain/id.h"
#include "domain/weight_share.h"

namespace homeward {

using WeightAdjustmentId = Id<struct WeightAdjustmentKind>;

struct WeightAdjustment {
  WeightAdjustmentId id;
  ReferralId referral;
  PersonId by;
  Instant at{};
  std::string reason;
  bool afterOffers = false;         ///< an offer was on record when it was made
  std::string orders;               ///< JSON: the order before and after, as they were
  std::vector<WeightShare> shares;  ///< of all criteria of the policy; empty: the policy's own again
  friend bool operator==(const WeightAdjustment&, const WeightAdjustment&) = default;
};

}  // namespace homeward
