// The authority's policies of what matters, as JSON documents, and what single referrals do otherwise. A saved policy is never changed:
// saving it again adds a version, so that a decision can be opened again under the policy that it was taken by. Which one is in use, and
// the weights of a referral's own, are kept likewise: the last one is in force. What the document means is `matching/policy.h`'s business.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/weight_adjustment.h"
#include "store/transaction.h"

namespace homeward::store {

struct StoredPolicy {
  std::int64_t id = 0;
  std::string name;
  int version = 0;  ///< of this name, from 1
  std::string json;
  PersonId savedBy;
  Instant savedAt{};
  std::string note{};  ///< why it was saved
  friend bool operator==(const StoredPolicy&, const StoredPolicy&) = default;
};

struct PolicyUse {
  std::optional<std::int64_t> policy;  ///< none: the default
  std::optional<PersonId> by;          ///< none: not recorded
  std::optional<Instant> since;
  friend bool operator==(const PolicyUse&, const PolicyUse&) = default;
};

class PolicyStore {
 public:
  explicit PolicyStore(Connection& connection) : m_connection(&connection) {}

  /// With its new version.
  [[nodiscard]] Result<StoredPolicy> add(Transaction& in, const std::string& name, const std::string& json, const std::string& note = {});
  /// None: the default.
  [[nodiscard]] Result<void> use(Transaction& in, std::optional<std::int64_t> id);
  [[nodiscard]] Result<std::optional<StoredPolicy>> inUse() const;  ///< none: the default policy is
  [[nodiscard]] Result<std::vector<PolicyUse>> uses() const;        ///< the latest last
  [[nodiscard]] Result<StoredPolicy> find(const std::string& name, int version) const;
  [[nodiscard]] Result<std::vector<StoredPolicy>> all() const;  ///< by name and version

  /// In the history of its referral.
  [[nodiscard]] Result<WeightAdjustmentId> adjust(Transaction& in, const WeightAdjustment& adjustment);
  [[nodiscard]] Result<std::vector<WeightAdjustment>> adjustments(ReferralId referral) const;  ///< the latest last

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
