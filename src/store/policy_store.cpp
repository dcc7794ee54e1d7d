#include "store/policy_store.h"

#include "store/write.h"

namespace homeward::store {
namespace {

constexpr const char* selectPolicies = "SELECT id, name, number, json, saved_by_id, saved_at FROM policy";

StoredPolicy takePolicy(Query& query) {
  StoredPolicy policy;
  query.take(policy.id);
  query.take(policy.name);
  query.take(policy.version);
  query.take(policy.json);
  query.take(policy.savedBy);
  query.take(policy.savedAt);
  return policy;
}

}  // namespace

Result<StoredPolicy> PolicyStore::add(Transaction& in, const std::string& name, const std::string& json) {
  return Write::run(in, [&](Connection& connection) -> Result<StoredPolicy> {
    StoredPolicy policy{0, name, 1, json, in.who(), in.at()};
    {
      Query query(connection, "SELECT coalesce(max(number), 0) + 1 FROM policy WHERE name = ?");
      query.with(name).next();
      query.take(policy.version);
    }
    {
      Query query(connection, "INSERT INTO policy (name, number, json, saved_by_id, saved_at) VALUES (?, ?, ?, ?, ?) RETURNING id");
      query.with(name, policy.version, json, in.who(), in.at()).next();
      query.take(policy.id);
      query.run();
    }
    Write::added(in, {Entity::policy, policy.id}, Json{{"name", name}, {"number", policy.version}, {"json", json}});
    return policy;
  });
}

Result<void> PolicyStore::use(Transaction& in, std::int64_t id) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    {
      Query query(connection, "SELECT 1 FROM policy WHERE id = ?");
      if (!query.with(id).next()) return tl::unexpected<Error>(notFound(Entity::policy, id));
    }
    Query(connection,
          "INSERT INTO policy_in_use (only, policy_id) VALUES (1, ?) ON CONFLICT (only) DO UPDATE SET policy_id = excluded.policy_id")
        .with(id)
        .run();
    Write::note(in, {Entity::policy, id}, Action::changed, Json{{"after", {{"in_use", true}}}});
    return {};
  });
}

Result<std::optional<StoredPolicy>> PolicyStore::inUse() const {
  return reading(*m_connection, [&]() -> Result<std::optional<StoredPolicy>> {
    Query query(*m_connection, std::string(selectPolicies) + " WHERE id = (SELECT policy_id FROM policy_in_use)");
    if (!query.next()) return std::optional<StoredPolicy>();
    return std::optional<StoredPolicy>(takePolicy(query));
  });
}

Result<StoredPolicy> PolicyStore::find(const std::string& name, int version) const {
  return reading(*m_connection, [&]() -> Result<StoredPolicy> {
    Query query(*m_connection, std::string(selectPolicies) + " WHERE name = ? AND number = ?");
    if (!query.with(name, version).next())
      return fail(ErrorCode::notFound, "policy " + name, "There is no version " + std::to_string(version) + " of this policy.");
    return takePolicy(query);
  });
}

Result<std::vector<StoredPolicy>> PolicyStore::all() const {
  return reading(*m_connection, [&]() -> Result<std::vector<StoredPolicy>> {
    std::vector<StoredPolicy> policies;
    Query query(*m_connection, std::string(selectPolicies) + " ORDER BY name, number");
    while (query.next()) policies.push_back(takePolicy(query));
    return policies;
  });
}

}  // namespace homeward::store
