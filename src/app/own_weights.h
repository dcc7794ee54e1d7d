// Weights that a referral has of its own: set from a what-if with a reason, shown with both orders, taken back.
//
// They are kept by the policy's criteria, needs as one, so that they stay right when a need is added or a criterion comes to apply
// (`matching/weights.h`). Anything that counts more for this child than the policy says can be said so, before offers are opened or later;
// the order before and after is kept with the name and the reason, and a decision freezes them.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/compare_policies.h"
#include "domain/weight_adjustment.h"

namespace homeward::app {

/// An order as it was kept with an adjustment.
struct KeptOrder {
  struct Row {
    std::size_t place = 0;  ///< from 1
    std::string id;
    std::string name;
    matching::Status status = matching::Status::eligible;
    int known = 0;
    int possible = 0;
    friend bool operator==(const Row&, const Row&) = default;
  };
  struct Weight {
    std::string key;
    std::string name;
    int weight = 0;
    friend bool operator==(const Weight&, const Weight&) = default;
  };
  std::vector<Weight> weights;  ///< of the criteria that applied
  std::vector<Row> rows;        ///< the first of either order, in this one
};
struct OwnWeights {
  WeightAdjustment adjustment;
  std::string by;
  std::string policy;  ///< "Homeward default v1": which was in use
  matching::Stage stage = matching::Stage::offers;
  KeptOrder before;
  KeptOrder after;
  [[nodiscard]] bool takenBack() const { return adjustment.shares.empty(); }
};
/// All that were made, the latest last; the last one is in force. Errors: unreadable.
[[nodiscard]] Result<std::vector<OwnWeights>> ownWeightsOf(Workspace& workspace, ReferralId referral);
/// The one in force; none: the policy's weights are.
[[nodiscard]] Result<std::optional<OwnWeights>> ownWeightsInForce(Workspace& workspace, ReferralId referral);

/// What these weights would do: the order by the policy, and by them. `weights` are those of the problem's criteria and sum to 1000; how
/// they are split over the needs follows from the needs' levels, whatever was moved among them.
[[nodiscard]] Result<PolicyComparison> triedOwnWeights(Workspace& workspace, ReferralId referral, const std::vector<int>& weights);
/// An order that follows weights while somebody moves them.
class TriedWeights {
 public:
  /// What is ranked: a referral's offers where any stands, else the market.
  [[nodiscard]] static Result<TriedWeights> of(Workspace& workspace, ReferralId referral);
  [[nodiscard]] const matching::Assessment& assessment() const { return m_ranked->assessment(); }
  /// The first so many by these weights. `first` is where each stands by the weights that count now, `second` by these.
  [[nodiscard]] std::vector<ComparedCandidate> first(const std::vector<int>& weights, std::size_t most) const;

 private:
  explicit TriedWeights(std::shared_ptr<const RankedReferral> ranked);
  std::shared_ptr<const RankedReferral> m_ranked;
  std::unordered_map<std::size_t, PolicyPlace> m_now;  // by candidate
};
/// Whether this referral's weights may be set now. Refused: withdrawn, or its placement has started.
[[nodiscard]] Result<void> mayAdjustWeights(Workspace& workspace, ReferralId referral);
/// Keeps them as the referral's own. Needs a reason and a referral whose placement has not started.
[[nodiscard]] Result<void> keepOwnWeights(Workspace& workspace, ReferralId referral, const std::vector<int>& weights,
                                          const std::string& reason);
/// Back to the policy's weights; the record stays.
[[nodiscard]] Result<void> takeBackOwnWeights(Workspace& workspace, ReferralId referral, const std::string& reason);

}  // namespace homeward::app
