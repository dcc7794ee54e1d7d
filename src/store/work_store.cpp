#include "store/work_store.h"

#include "store/write.h"

namespace homeward::store {

template <class R>
requires Like<R, ImportBatch>
void columns(R& batch, auto& v) {
  v("kind", batch.kind);
  v("source", batch.source);
  v("rows_read", batch.rowsRead);
  v("added", batch.added);
  v("changed", batch.changed);
  v("unchanged", batch.unchanged);
  v("rejected", batch.rejected);
  v("by_person_id", batch.by);
  v("at", batch.at);
}

Result<void> WorkStore::markDone(Transaction& in, const std::string& key, Date on) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    Query(connection,
          "INSERT INTO done_mark (key, on_day, by_person_id) VALUES (?, ?, ?) "
          "ON CONFLICT (key) DO UPDATE SET on_day = excluded.on_day, by_person_id = excluded.by_person_id")
        .with(key, on, in.who())
        .run();
    Write::note(in, {Entity::doneMark, 0}, Action::added, Json{{"key", key}, {"on_day", isoDate(on)}});
    return {};
  });
}

Result<void> WorkStore::unmark(Transaction& in, const std::string& key) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    Query query(connection, "DELETE FROM done_mark WHERE key = ?");
    query.with(key).run();
    if (query.changes() == 0) return fail(ErrorCode::notFound, key, "This was not marked as done.");
    Write::note(in, {Entity::doneMark, 0}, Action::removed, Json{{"key", key}});
    return {};
  });
}

Result<std::vector<DoneMark>> WorkStore::doneMarks() const {
  return reading(*m_connection, [&]() -> Result<std::vector<DoneMark>> {
    std::vector<DoneMark> marks;
    Query query(*m_connection, "SELECT key, on_day, by_person_id FROM done_mark ORDER BY key");
    while (query.next()) {
      auto& mark = marks.emplace_back();
      query.take(mark.key);
      query.take(mark.on);
      query.take(mark.by);
    }
    return marks;
  });
}

Result<std::int64_t> WorkStore::addImport(Transaction& in, const ImportBatch& batch) {
  return Write::run(in, [&](Connection& connection) -> Result<std::int64_t> {
    ImportBatch stored = batch;
    stored.by = in.who();
    stored.at = in.at();
    const auto& names = columnNames<ImportBatch>();
    {
      Query query(connection, "INSERT INTO import_batch (" + listed(names) + ") VALUES (" + marks(names.size()) + ") RETURNING id");
      ColumnsIn columnsIn(query);
      columns(stored, columnsIn);
      query.next();
      query.take(stored.id);
      query.run();
    }
    Json record = Json::object();
    ColumnsJson json(record);
    columns(stored, json);
    // What the import touched, for whoever takes it back.
    Json touched = Json::object();
    for (const Changed& what : Write::touched(in)) touched[std::string(text(what.entity))].push_back(what.id);
    Write::note(in, {Entity::importBatch, stored.id}, Action::added, Json{{"after", record}, {"touched", touched}});
    return stored.id;
  });
}

Result<std::vector<ImportBatch>> WorkStore::imports() const {
  return reading(*m_connection, [&]() -> Result<std::vector<ImportBatch>> {
    std::vector<ImportBatch> batches;
    Query query(*m_connection, "SELECT id, " + listed(columnNames<ImportBatch>()) + " FROM import_batch ORDER BY id DESC");
    while (query.next()) {
      auto& batch = batches.emplace_back();
      query.take(batch.id);
      ColumnsOut out(query);
      columns(batch, out);
    }
    return batches;
  });
}

Result<void> WorkStore::putInBin(Transaction& in, Changed what, const std::string& reason) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    const char* table = nullptr;
    if (what.entity == Entity::child) table = "child";
    if (what.entity == Entity::referral) table = "referral";
    if (what.entity == Entity::provider) table = "provider";
    if (what.entity == Entity::setting) table = "setting";
    if (table == nullptr)
      return fail(ErrorCode::invalid, subjectOf(what.entity, what.id),
                  "Only children, referrals, providers and settings can be put in the bin.");
    {
      Query query(connection, std::string("SELECT 1 FROM ") + table + " WHERE id = ?");
      if (!query.with(what.id).next()) return tl::unexpected<Error>(notFound(what.entity, what.id));
    }
    Query query(connection,
                "INSERT INTO bin (entity, id, by_person_id, at, reason) VALUES (?, ?, ?, ?, ?) ON CONFLICT (entity, id) DO NOTHING");
    query.with(what.entity, what.id, in.who(), in.at(), reason).run();
    if (query.changes() > 0) Write::note(in, what, Action::binned, Json{{"reason", reason}});
    return {};
  });
}

Result<void> WorkStore::takeFromBin(Transaction& in, Changed what) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    Query query(connection, "DELETE FROM bin WHERE entity = ? AND id = ?");
    query.with(what.entity, what.id).run();
    if (query.changes() == 0) return fail(ErrorCode::notFound, subjectOf(what.entity, what.id), "This is not in the bin.");
    Write::note(in, what, Action::unbinned, Json::object());
    return {};
  });
}

Result<std::vector<Binned>> WorkStore::bin() const {
  return reading(*m_connection, [&]() -> Result<std::vector<Binned>> {
    std::vector<Binned> things;
    Query query(*m_connection, "SELECT entity, id, by_person_id, at, reason FROM bin ORDER BY at DESC, entity, id");
    while (query.next()) {
      auto& thing = things.emplace_back();
      query.take(thing.what.entity);
      query.take(thing.what.id);
      query.take(thing.by);
      query.take(thing.at);
      query.take(thing.reason);
    }
    return things;
  });
}

Result<std::optional<std::string>> PropertyStore::get(const std::string& key) const {
  return reading(*m_connection, [&]() -> Result<std::optional<std::string>> {
    Query query(*m_connection, "SELECT value FROM property WHERE key = ?");
    if (!query.with(key).next()) return std::optional<std::string>();
    return std::optional<std::string>(query.take<std::string>());
  });
}

Result<void> PropertyStore::set(Transaction& in, const std::string& key, const std::string& value) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    Query(connection, "INSERT INTO property (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .with(key, value)
        .run();
    Write::note(in, {Entity::property, 0}, Action::changed, Json{{"after", {{key, value}}}});
    return {};
  });
}

Result<bool> PropertyStore::isFictional() const {
  return get("fictional").map([](const std::optional<std::string>& value) { return value == "yes"; });
}
Result<void> PropertyStore::setFictional(Transaction& in, bool fictional) { return set(in, "fictional", fictional ? "yes" : "no"); }

Result<std::vector<std::string>> PropertyStore::featureList() const {
  return get("features").and_then([](const std::optional<std::string>& value) -> Result<std::vector<std::string>> {
    std::vector<std::string> features;
    if (!value) return features;
    const Json list = Json::parse(*value, nullptr, false);
    if (!list.is_array()) return fail(ErrorCode::unreadable, "features", "The list of features in the case file is none.");
    for (const Json& feature : list) {
      if (!feature.is_string()) return fail(ErrorCode::unreadable, "features", "The list of features in the case file is none.");
      features.push_back(feature.get<std::string>());
    }
    return features;
  });
}
Result<void> PropertyStore::setFeatureList(Transaction& in, const std::vector<std::string>& features) {
  return set(in, "features", compact(jsonList(features)));
}

Result<std::vector<PricedSupport>> PropertyStore::pricedSupport() const {
  return get("pricedSupport").and_then([](const std::optional<std::string>& value) -> Result<std::vector<PricedSupport>> {
    std::vector<PricedSupport> support;
    if (!value) return support;
    const auto unreadable = [] {
      return fail(ErrorCode::unreadable, "pricedSupport", "The list of support with its prices in the case file cannot be read.");
    };
    const Json list = Json::parse(*value, nullptr, false);
    if (!list.is_array()) return unreadable();
    for (const Json& one : list) {
      if (!one.is_object() || !one.contains("name") || !one["name"].is_string() || !one.contains("adds") ||
          !one["adds"].is_number_integer() || !one.contains("aWeekPence") || !one["aWeekPence"].is_number_integer() ||
          !one.contains("domains") || !one["domains"].is_array())
        return unreadable();
      PricedSupport& kept = support.emplace_back();
      kept.name = one["name"].get<std::string>();
      kept.adds = one["adds"].get<int>();
      kept.aWeek = Money{one["aWeekPence"].get<std::int64_t>()};
      for (const Json& domain : one["domains"]) {
        const auto known = domain.is_string() ? parse<NeedDomain>(domain.get<std::string>()) : std::nullopt;
        if (!known) return unreadable();
        kept.domains.push_back(*known);
      }
    }
    return support;
  });
}

Result<void> PropertyStore::setPricedSupport(Transaction& in, const std::vector<PricedSupport>& support) {
  Json list = Json::array();
  for (const PricedSupport& one : support) {
    Json domains = Json::array();
    for (const NeedDomain domain : one.domains) domains.push_back(std::string(text(domain)));
    list.push_back(Json{{"name", one.name}, {"domains", std::move(domains)}, {"adds", one.adds}, {"aWeekPence", one.aWeek.pence}});
  }
  return set(in, "pricedSupport", compact(list));
}

}  // namespace homeward::store
