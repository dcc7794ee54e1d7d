// The authority's policies: which versions there are, who saved them and why, and which of them is in use.
//
// A version is never overwritten: what is saved is a new one, so that any decision can be read under the policy that it was taken by. The
// default that comes with the program stands beside them and cannot be changed. Anybody may draft a version; the authority's managers say
// which one counts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "matching/weights.h"

namespace homeward::app {

struct PolicyVersion {
  std::optional<std::int64_t> id;  ///< none: the default that comes with the program
  matching::Policy policy;         ///< with its version in the case file
  std::string note;                ///< why it was saved
  std::string savedBy;             ///< empty: the program's
  std::optional<Instant> savedAt;
  bool inUse = false;
  /// What it is called wherever policies are listed and compared: "Wendmoor 2026 v3".
  [[nodiscard]] std::string label() const;
};
/// The latest first, the default last. Errors: unreadable, where a version that was stored cannot be read.
[[nodiscard]] Result<std::vector<PolicyVersion>> policyVersions(Workspace& workspace);
[[nodiscard]] Result<PolicyVersion> policyVersion(Workspace& workspace, std::optional<std::int64_t> id);

/// Since when a version counts, by whom.
struct PolicyInUse {
  std::string label;
  std::string by;  ///< empty: not recorded, or the default since the case file was made
  std::optional<Instant> since;
};
[[nodiscard]] Result<PolicyInUse> policyInUse(Workspace& workspace);

/// Saves a policy as the next version of its name. Needs a name, a note that says why, and weights and anchors that `parsePolicy` takes;
/// one that says nothing new beside the latest of its name is refused.
[[nodiscard]] Result<PolicyVersion> savePolicy(Workspace& workspace, matching::Policy policy, const std::string& note);
/// Whether somebody of that role may say which policy counts: a team manager, a manager of the service or the director.
[[nodiscard]] bool maySetPolicy(Role role);
/// From now on referrals are ranked by it; none: by the default. Referrals with weights of their own keep those.
[[nodiscard]] Result<void> usePolicy(Workspace& workspace, std::optional<std::int64_t> id);

/// What differs between two policies.
struct PolicyDifference {
  std::string criterion;  ///< its key; "similarityPenalty" for what likeness costs in the choice of three
  int before = 0;         ///< weights, or thousandths
  int after = 0;
  bool anchors = false;  ///< its anchors differ too
};
[[nodiscard]] std::vector<PolicyDifference> differences(const matching::Policy& before, const matching::Policy& after);

}  // namespace homeward::app
