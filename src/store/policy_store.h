// The authority's policies of what matters, as JSON documents. A saved policy is never changed: saving it again adds a version, so that
// a decision can be opened again under the policy that it was taken by. What the document means is `matching/policy.h`'s business.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/transaction.h"

namespace homeward::store {

struct StoredPolicy {
  std::int64_t id = 0;
  std::string name;
  int version = 0;  ///< of this name, from 1
  std::string json;
  PersonId savedBy;
  Instant savedAt{};
  friend bool operator==(const StoredPolicy&, const StoredPolicy&) = default;
};

class PolicyStore {
 public:
  explicit PolicyStore(Connection& connection) : m_connection(&connection) {}

  [[nodiscard]] Result<StoredPolicy> add(Transaction& in, const std::string& name, const std::string& json);  ///< with its new version
  [[nodiscard]] Result<void> use(Transaction& in, std::int64_t id);
  [[nodiscard]] Result<std::optional<StoredPolicy>> inUse() const;  ///< none: the default policy is
  [[nodiscard]] Result<StoredPolicy> find(const std::string& name, int version) const;
  [[nodiscard]] Result<std::vector<StoredPolicy>> all() const;  ///< by name and version

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
