// How much each criterion of a referral counts: by the policy, or by the referral's own shares, over the criteria that apply to it.
//
// A referral's own shares name the policy's criteria, all needs as one: what one need counts follows from its level, so a need that is
// added later takes its part of the whole, and a criterion that comes to apply later brings the share that it has. They are kept in
// millionths, fine enough that weights which somebody set on a screen come back as they were.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/weight_share.h"
#include "matching/policy.h"

namespace homeward::matching {

/// A criterion of a problem by what its weight follows from.
struct Counted {
  std::string criterion;  ///< the policy's key: "needs" for every need
  int level = 0;          ///< of a need; 0 elsewhere
  friend bool operator==(const Counted&, const Counted&) = default;
};

/// Weights that sum to 1000, by largest remainder, ties to the earlier. `own` empty: the policy's; a criterion that it lacks has the
/// policy's weight. The weight of needs is split over them by level. Where nothing that applies weighs anything, all count alike.
[[nodiscard]] std::vector<int> weightsOf(const Policy& policy, const std::vector<WeightShare>& own, const std::vector<Counted>& counted);
/// Shares under which these weights (they sum to 1000) hold for the criteria that apply, needs as one; the others keep what they had.
[[nodiscard]] std::vector<WeightShare> sharesOf(const Policy& policy, const std::vector<WeightShare>& own,
                                                const std::vector<Counted>& counted, const std::vector<int>& weights);

/// The groups of a policy in its order with what their criteria weigh together.
struct PolicyGroup {
  std::string key;
  int weight = 0;
  friend bool operator==(const PolicyGroup&, const PolicyGroup&) = default;
};
[[nodiscard]] std::vector<PolicyGroup> groupsOf(const Policy& policy);
/// A group moved to a weight (0..1000): the other groups keep their proportions, and so do the criteria within each. Others that weigh
/// nothing share what is left alike. All sum to 1000.
[[nodiscard]] Policy withGroupWeight(Policy policy, std::string_view group, int weight);
/// A criterion moved within its group (0..the group's weight): its siblings keep their proportions and the group its weight. The only
/// criterion of a group keeps what it has.
[[nodiscard]] Policy withCriterionWeight(Policy policy, std::string_view criterion, int weight);

}  // namespace homeward::matching
