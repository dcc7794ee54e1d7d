#include "store/placement_store.h"

#include <algorithm>
#include <map>

#include "store/write.h"

namespace homeward::store {

template <>
struct Table<Placement> {
  static constexpr const char* name = "placement";
  static constexpr Entity entity = Entity::placement;
};
template <class R>
requires Like<R, Placement>
void columns(R& placement, auto& v) {
  v("child_id", placement.child);
  v("setting_id", placement.setting);
  v("provider_id", placement.provider);
  v("referral_id", placement.referral);
  v("decision_id", placement.decision);
  v("team_id", placement.team);
  v("stay", placement.stay);
  v("planned_end", placement.plannedEnd);
  v("place_code", placement.placeCode);
  v("provider_code", placement.providerCode);
  v("end_reason", placement.endReason);
  v("ended_unplanned", placement.endedUnplanned);
  v("emergency_beyond_approval", placement.emergencyBeyondApproval);
  columns(placement.recorded, v);
}

template <>
struct Table<ContractTerm> {
  static constexpr const char* name = "contract_term";
  static constexpr Entity entity = Entity::contractTerm;
};
template <class R>
requires Like<R, ContractTerm>
void columns(R& term, auto& v) {
  v("placement_id", term.placement);
  v("item", term.item);
  v("once", term.once);
  v("amount", term.amount);
  v("valid", term.valid);
  v("clause", term.clause);
  columns(term.recorded, v);
}

template <>
struct Table<FundingShare> {
  static constexpr const char* name = "funding_share";
  static constexpr Entity entity = Entity::fundingShare;
};
template <class R>
requires Like<R, FundingShare>
void columns(R& share, auto& v) {
  v("placement_id", share.placement);
  v("funder", share.funder);
  v("basis_points", share.basisPoints);
  v("valid", share.valid);
  columns(share.recorded, v);
}

template <>
struct Table<Breach> {
  static constexpr const char* name = "breach";
  static constexpr Entity entity = Entity::breach;
};
template <class R>
requires Like<R, Breach>
void columns(R& breach, auto& v) {
  v("rule", breach.rule);
  v("placement_id", breach.placement);
  v("referral_id", breach.referral);
  v("setting_id", breach.setting);
  v("authorised_by_id", breach.authorisedBy);
  v("order_number", breach.orderNumber);
  v("told", breach.told);
  v("from_day", breach.from);
  v("review_on", breach.reviewOn);
  v("ended_on", breach.endedOn);
  v("words", breach.words);
}

namespace {

// The three nouns with two times share their rules. `row` counts the rows of one id, so that two corrections within a second both stand.

template <class T>
void insertKnown(Connection& connection, const T& value) {
  const auto& names = columnNames<T>();
  const std::string table = Table<T>::name;
  static const std::string sql = "INSERT INTO " + table + " (id, row, " + listed(names) +
                                 ") VALUES (?, (SELECT coalesce(max(row), 0) + 1 FROM " + table + " WHERE id = ?), " + marks(names.size()) +
                                 ")";
  Query query(connection, sql);
  query.with(value.id, value.id);
  ColumnsIn in(query);
  columns(value, in);
  query.run();
}

template <class T, class... Value>
std::vector<T> readKnown(Connection& connection, const std::string& condition, const std::string& order, const Value&... bound) {
  static const std::string select = "SELECT id, " + listed(columnNames<T>()) + " FROM " + Table<T>::name;
  Query query(connection, select + " WHERE " + condition + " ORDER BY " + order);
  query.with(bound...);
  std::vector<T> rows;
  while (query.next()) {
    T& row = rows.emplace_back();
    query.take(row.id);
    ColumnsOut out(query);
    columns(row, out);
  }
  return rows;
}

template <class T>
std::optional<T> currentRow(Connection& connection, IdOf<T> id) {
  auto rows = readKnown<T>(connection, "id = ? AND superseded_at IS NULL", "id", id);
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

template <class T>
Result<IdOf<T>> addKnown(Transaction& in, const T& value) {
  return Write::run(in, [&](Connection& connection) -> Result<IdOf<T>> {
    T stored = value;
    stored.recorded = {in.at(), std::nullopt};
    {
      Query query(connection, std::string("INSERT INTO ") + Table<T>::name + "_key DEFAULT VALUES RETURNING id");
      query.next();
      query.take(stored.id);
      query.run();
    }
    insertKnown(connection, stored);
    Write::added(in, {Table<T>::entity, stored.id.value}, recordOf(stored));
    return stored.id;
  });
}

// A clock that was set back must not make a row known before the one that it replaces.
template <class T>
Instant laterOf(const T& current, Instant now) {
  return std::max(current.recorded.at, now);
}

template <class T>
void supersede(Connection& connection, const T& current, Instant at) {
  Query(connection, std::string("UPDATE ") + Table<T>::name + " SET superseded_at = ? WHERE id = ? AND superseded_at IS NULL")
      .with(at, current.id)
      .run();
}

template <class T>
Result<void> correctKnown(Transaction& in, const T& value, const std::string& reason) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    const auto current = currentRow<T>(connection, value.id);
    const Changed what{Table<T>::entity, value.id.value};
    if (!current) return tl::unexpected<Error>(notFound(what.entity, what.id));
    if (current->recorded != value.recorded) return tl::unexpected<Error>(conflict(connection, what, 1));
    if (*current == value) return {};
    T stored = value;
    stored.recorded = {laterOf(*current, in.at()), std::nullopt};
    supersede(connection, *current, stored.recorded.at);
    insertKnown(connection, stored);
    Write::changed(in, what, Action::corrected, recordOf(*current), recordOf(stored), reason);
    return {};
  });
}

template <class T>
Result<void> withdrawKnown(Transaction& in, IdOf<T> id, const std::string& reason) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    const auto current = currentRow<T>(connection, id);
    if (!current) return tl::unexpected<Error>(notFound(Table<T>::entity, id.value));
    supersede(connection, *current, laterOf(*current, in.at()));
    Write::changed(in, {Table<T>::entity, id.value}, Action::removed, recordOf(*current), Json::object(), reason);
    return {};
  });
}

template <class T, class... Value>
Result<std::vector<T>> listKnown(Connection& connection, const std::string& condition, const std::string& order, const Value&... bound) {
  return reading(connection, [&]() -> Result<std::vector<T>> { return readKnown<T>(connection, condition, order, bound...); });
}

const std::string current = "superseded_at IS NULL";
const std::string knownAtMoment = "recorded_at <= ? AND (superseded_at IS NULL OR superseded_at > ?)";

}  // namespace

Result<PlacementId> PlacementStore::add(Transaction& in, const Placement& placement) { return addKnown(in, placement); }
Result<void> PlacementStore::correct(Transaction& in, const Placement& placement, const std::string& reason) {
  return correctKnown(in, placement, reason);
}
Result<void> PlacementStore::withdraw(Transaction& in, PlacementId id, const std::string& reason) {
  return withdrawKnown<Placement>(in, id, reason);
}

Result<void> PlacementStore::end(Transaction& in, PlacementId id, Date leaving, const std::string& reason, bool unplanned) {
  auto placement = get(id);
  if (!placement) return tl::unexpected<Error>(placement.error());
  if (leaving < placement->stay.from)
    return fail(ErrorCode::invalid, subjectOf(Entity::placement, id.value), "A placement cannot end before it began.");
  placement->stay.to = leaving;
  placement->endReason = reason;
  placement->endedUnplanned = unplanned;
  return correct(in, *placement);
}

Result<Placement> PlacementStore::get(PlacementId id) const {
  return reading(*m_connection, [&]() -> Result<Placement> {
    auto row = currentRow<Placement>(*m_connection, id);
    if (!row) return tl::unexpected<Error>(notFound(Entity::placement, id.value));
    return *std::move(row);
  });
}
Result<std::vector<Placement>> PlacementStore::all() const { return listKnown<Placement>(*m_connection, current, "id"); }
Result<std::vector<Placement>> PlacementStore::ofChild(ChildId child) const {
  return listKnown<Placement>(*m_connection, "child_id = ? AND " + current, "stay_from, id", child);
}
Result<std::vector<Placement>> PlacementStore::history(PlacementId id) const {
  return listKnown<Placement>(*m_connection, "id = ?", "row", id);
}

namespace {

// Whoever left on a day before it was recorded was taken off the list at once; "2026-12-09" is greater than any moment before that day.
std::vector<Leaving> childrenLeaving(Connection& connection) {
  Query query(connection,
              "SELECT p.setting_id, p.child_id, max(p.stay_to) FROM placement p "
              "JOIN resident r ON r.setting_id = p.setting_id AND r.child_id = p.child_id "
              "WHERE p.superseded_at IS NULL AND p.stay_to > p.recorded_at AND NOT EXISTS (SELECT 1 FROM placement q "
              "WHERE q.superseded_at IS NULL AND q.child_id = p.child_id AND q.setting_id = p.setting_id "
              "AND (q.stay_to IS NULL OR q.stay_to > p.stay_to)) GROUP BY p.setting_id, p.child_id");
  std::vector<Leaving> found;
  while (query.next()) {
    Leaving& one = found.emplace_back();
    query.take(one.setting);
    query.take(one.who);
    query.take(one.on);
  }
  return found;
}

/// The last day of a parent's stay, as the placements of those for whose sake it is say it.
struct ParentsStay {
  bool any = false;
  bool open = false;
  bool ahead = false;  ///< the last end was on record before its day
  Date last{};
  void look(const std::optional<Date>& to, bool onRecordBefore) {
    any = true;
    open = open || !to;
    if (!to || *to < last) return;
    ahead = onRecordBefore || (ahead && *to == last);
    last = *to;
  }
};

std::vector<Leaving> parentsLeaving(Connection& connection) {
  Query query(connection,
              "SELECT r.setting_id, r.child_id, p.setting_id, p.stay_to, coalesce(p.stay_to > p.recorded_at, 0) FROM resident r "
              "JOIN referral_member m ON m.child_id = r.child_id AND m.looked_after = 0 "
              "JOIN placement p ON p.referral_id = m.referral_id AND p.superseded_at IS NULL WHERE r.fostered = 0");
  std::map<std::pair<SettingId, ChildId>, std::pair<ParentsStay, ParentsStay>> stays;  // there, and anywhere
  while (query.next()) {
    SettingId home;
    ChildId who;
    SettingId placed;
    std::optional<Date> to;
    bool ahead = false;
    query.take(home);
    query.take(who);
    query.take(placed);
    query.take(to);
    query.take(ahead);
    auto& [there, anywhere] = stays[{home, who}];
    anywhere.look(to, ahead);
    if (placed == home) there.look(to, ahead);
  }
  std::vector<Leaving> found;
  for (const auto& [of, stay] : stays) {
    const ParentsStay& decides = stay.first.any ? stay.first : stay.second;
    if (!decides.open && decides.ahead) found.push_back({of.first, of.second, decides.last});
  }
  return found;
}

}  // namespace

Result<std::vector<Leaving>> PlacementStore::leaving() const {
  return reading(*m_connection, [&]() -> Result<std::vector<Leaving>> {
    std::vector<Leaving> found = childrenLeaving(*m_connection);
    for (const Leaving& parent : parentsLeaving(*m_connection)) found.push_back(parent);
    return found;
  });
}

Result<std::map<PlacementId, Instant>> PlacementStore::recordedFirst() const {
  return reading(*m_connection, [&]() -> Result<std::map<PlacementId, Instant>> {
    Query query(*m_connection, "SELECT id, recorded_at FROM placement WHERE row = 1");
    std::map<PlacementId, Instant> first;
    while (query.next()) {
      PlacementId id;
      query.take(id);
      query.take(first[id]);
    }
    return first;
  });
}

Result<TermId> PlacementStore::addTerm(Transaction& in, const ContractTerm& term) { return addKnown(in, term); }
Result<void> PlacementStore::correctTerm(Transaction& in, const ContractTerm& term, const std::string& reason) {
  return correctKnown(in, term, reason);
}
Result<void> PlacementStore::withdrawTerm(Transaction& in, TermId id, const std::string& reason) {
  return withdrawKnown<ContractTerm>(in, id, reason);
}
Result<std::vector<ContractTerm>> PlacementStore::terms(PlacementId placement) const {
  return listKnown<ContractTerm>(*m_connection, "placement_id = ? AND " + current, "id", placement);
}
Result<std::vector<ContractTerm>> PlacementStore::termHistory(PlacementId placement) const {
  return listKnown<ContractTerm>(*m_connection, "placement_id = ?", "id, row", placement);
}

Result<FundingId> PlacementStore::addFunding(Transaction& in, const FundingShare& share) { return addKnown(in, share); }
Result<void> PlacementStore::correctFunding(Transaction& in, const FundingShare& share, const std::string& reason) {
  return correctKnown(in, share, reason);
}
Result<void> PlacementStore::withdrawFunding(Transaction& in, FundingId id, const std::string& reason) {
  return withdrawKnown<FundingShare>(in, id, reason);
}
Result<std::vector<FundingShare>> PlacementStore::funding(PlacementId placement) const {
  return listKnown<FundingShare>(*m_connection, "placement_id = ? AND " + current, "id", placement);
}
Result<std::vector<FundingShare>> PlacementStore::fundingHistory(PlacementId placement) const {
  return listKnown<FundingShare>(*m_connection, "placement_id = ?", "id, row", placement);
}

Result<PlacementsKnown> PlacementStore::asKnownAt(Instant moment) const {
  return reading(*m_connection, [&]() -> Result<PlacementsKnown> {
    return PlacementsKnown{readKnown<Placement>(*m_connection, knownAtMoment, "id", moment, moment),
                           readKnown<ContractTerm>(*m_connection, knownAtMoment, "id", moment, moment),
                           readKnown<FundingShare>(*m_connection, knownAtMoment, "id", moment, moment)};
  });
}

Result<PlacementsKnown> PlacementStore::asKnownNow() const {
  return reading(*m_connection, [&]() -> Result<PlacementsKnown> {
    return PlacementsKnown{readKnown<Placement>(*m_connection, current, "id"), readKnown<ContractTerm>(*m_connection, current, "id"),
                           readKnown<FundingShare>(*m_connection, current, "id")};
  });
}

Result<BreachId> PlacementStore::addBreach(Transaction& in, const Breach& breach) { return addRow(in, breach); }
Result<std::int64_t> PlacementStore::saveBreach(Transaction& in, const Breach& breach) { return saveRow(in, breach); }
Result<std::vector<Breach>> PlacementStore::breaches() const { return listRows<Breach>(*m_connection, ""); }

}  // namespace homeward::store
