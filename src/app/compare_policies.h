// Two policies on the same referral: both orders beside each other, and what differs between the policies.
//
// Which home comes first is no reason for a policy. The comparison is there to see what a change of weights means for a real child before
// it is taken into use, and to answer why two councils would answer differently.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/policies.h"
#include "app/rank_referral.h"

namespace homeward::app {

/// One candidate as it stands by one of the policies.
struct PolicyPlace {
  std::size_t place = 0;  ///< from 1
  matching::Status status = matching::Status::eligible;
  int known = 0;
  int possible = 0;
};
struct ComparedCandidate {
  std::string id;
  std::string name;
  std::string provider;
  PolicyPlace first;
  PolicyPlace second;
  /// Places gained under the second; negative: lost.
  [[nodiscard]] int moved() const { return static_cast<int>(first.place) - static_cast<int>(second.place); }
};
/// The weight of one criterion as it counts in this referral, rescaled to what applies.
struct ComparedWeight {
  std::string key;
  std::string name;
  int first = 0;
  int second = 0;
};
struct PolicyComparison {
  matching::Stage stage = matching::Stage::offers;
  std::vector<ComparedCandidate> candidates;  ///< in the order by the first policy
  std::size_t left = 0;                       ///< how many more there are, who stand below `most` by both
  std::vector<ComparedWeight> weights;        ///< of every criterion that applies, in the policy's order
  std::vector<PolicyDifference> policies;     ///< what differs between the two
  std::size_t changedPlaces = 0;              ///< of all candidates
};
/// At the stage of offers when any stands, else of the market, where the first `most` by either policy are listed. The policies' own
/// weights count: those that somebody set for this referral alone are left out.
[[nodiscard]] Result<PolicyComparison> comparePolicies(Workspace& workspace, ReferralId referral, const matching::Policy& first,
                                                       const matching::Policy& second, std::size_t most = 30);
/// The same between two rankings of the same candidates.
[[nodiscard]] PolicyComparison compared(const RankedReferral& first, const RankedReferral& second, std::size_t most);

}  // namespace homeward::app
