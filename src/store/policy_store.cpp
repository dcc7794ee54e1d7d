#include "store/policy_store.h"

#include "store/write.h"

namespace homeward::store {
namespace {

constexpr const char* selectPolicies = "SELECT id, name, number, json, saved_by_id, saved_at, note FROM policy";

StoredPolicy takePolicy(Query& query) {
  StoredPolicy policy;
  query.take(policy.id);
  query.take(policy.name);
  query.take(policy.version);
  query.take(policy.json);
  query.take(policy.savedBy);
  query.take(policy.savedAt);
  query.take(policy.note);
  return policy;
}

}  // namespace

template <class R>
requires Like<R, WeightShare>
void columns(R& share, auto& v) {
  v("criterion", share.criterion);
  v("millionths", share.millionths);
}
template <>
struct Table<WeightAdjustment> {
  static constexpr const char* name = "weight_adjustment";
};
template <class R>
requires Like<R, WeightAdjustment>
void columns(R& adjustment, auto& v) {
  v("referral_id", adjustment.referral);
  v("by_person_id", adjustment.by);
  v("at", adjustment.at);
  v("reason", adjustment.reason);
  v("after_offers", adjustment.afterOffers);
  v("orders", adjustment.orders);
}
void lists(Of<WeightAdjustment>, auto& v) { v(ListTable{"weight_share", "adjustment_id"}, &WeightAdjustment::shares); }

Result<StoredPolicy> PolicyStore::add(Transaction& in, const std::string& name, const std::string& json, const std::string& note) {
  return Write::run(in, [&](Connection& connection) -> Result<StoredPolicy> {
    StoredPolicy policy{0, name, 1, json, in.who(), in.at(), note};
    {
      Query query(connection, "SELECT coalesce(max(number), 0) + 1 FROM policy WHERE name = ?");
      query.with(name).next();
      query.take(policy.version);
    }
    {
      Query query(connection,
                  "INSERT INTO policy (name, number, json, saved_by_id, saved_at, note) VALUES (?, ?, ?, ?, ?, ?) RETURNING id");
      query.with(name, policy.version, json, in.who(), in.at(), note).next();
      query.take(policy.id);
      query.run();
    }
    Write::added(in, {Entity::policy, policy.id}, Json{{"name", name}, {"number", policy.version}, {"json", json}, {"note", note}});
    return policy;
  });
}

Result<void> PolicyStore::use(Transaction& in, std::optional<std::int64_t> id) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    if (id) {
      Query query(connection, "SELECT 1 FROM policy WHERE id = ?");
      if (!query.with(*id).next()) return tl::unexpected<Error>(notFound(Entity::policy, *id));
    }
    Query(connection, "INSERT INTO policy_use (policy_id, by_person_id, at) VALUES (?, ?, ?)").with(id, in.who(), in.at()).run();
    Write::note(in, {Entity::policy, id.value_or(0)}, Action::changed, Json{{"after", {{"in_use", true}}}});
    return {};
  });
}

Result<std::optional<StoredPolicy>> PolicyStore::inUse() const {
  return reading(*m_connection, [&]() -> Result<std::optional<StoredPolicy>> {
    Query query(*m_connection, std::string(selectPolicies) + " WHERE id = (SELECT policy_id FROM policy_use ORDER BY id DESC LIMIT 1)");
    if (!query.next()) return std::optional<StoredPolicy>();
    return std::optional<StoredPolicy>(takePolicy(query));
  });
}

Result<std::vector<PolicyUse>> PolicyStore::uses() const {
  return reading(*m_connection, [&]() -> Result<std::vector<PolicyUse>> {
    std::vector<PolicyUse> uses;
    Query query(*m_connection, "SELECT policy_id, by_person_id, at FROM policy_use ORDER BY id");
    while (query.next()) {
      PolicyUse& use = uses.emplace_back();
      query.take(use.policy);
      query.take(use.by);
      query.take(use.since);
    }
    return uses;
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

Result<WeightAdjustmentId> PolicyStore::adjust(Transaction& in, const WeightAdjustment& adjustment) {
  return Write::run(in, [&](Connection& connection) -> Result<WeightAdjustmentId> {
    const WeightAdjustmentId id(insertRow(connection, adjustment));
    Write::note(in, {Entity::referral, adjustment.referral.value}, Action::changed, Json{{"after", {{"weights", recordOf(adjustment)}}}});
    return id;
  });
}

Result<std::vector<WeightAdjustment>> PolicyStore::adjustments(ReferralId referral) const {
  return reading(*m_connection, [&]() -> Result<std::vector<WeightAdjustment>> {
    return readRows<WeightAdjustment>(*m_connection, "referral_id = ?", referral);
  });
}

}  // namespace homeward::store
