#include "store/history_store.h"

#include "store/history_chain.h"
#include "store/write.h"

namespace homeward::store {
namespace {

constexpr const char* selectEntries =
    "SELECT h.number, h.at, h.who_id, h.entity, h.entity_id, h.action, p.payload FROM history h "
    "LEFT JOIN history_payload p ON p.number = h.number ";

HistoryEntry takeEntry(Query& query) {
  HistoryEntry entry;
  query.take(entry.number);
  query.take(entry.at);
  query.take(entry.who);
  query.take(entry.what.entity);
  query.take(entry.what.id);
  query.take(entry.action);
  if (!query.atNull() && entry.action != Action::added) {
    const Json payload = Json::parse(query.take<std::string>(), nullptr, false);
    if (!payload.is_object()) return entry;
    if ((entry.action == Action::changed || entry.action == Action::corrected) && payload.contains("after") && payload["after"].is_object())
      for (const auto& [field, value] : payload["after"].items()) entry.fields.push_back(field);
    if (const auto reason = payload.find("reason"); reason != payload.end() && reason->is_string())
      entry.reason = reason->get<std::string>();
  }
  return entry;
}

}  // namespace

Result<std::vector<HistoryEntry>> HistoryStore::of(Changed what) const {
  return reading(*m_connection, [&]() -> Result<std::vector<HistoryEntry>> {
    std::vector<HistoryEntry> entries;
    Query query(*m_connection, std::string(selectEntries) + "WHERE h.entity = ? AND h.entity_id = ? ORDER BY h.number DESC");
    query.with(what.entity, what.id);
    while (query.next()) entries.push_back(takeEntry(query));
    return entries;
  });
}

Result<std::vector<HistoryEntry>> HistoryStore::latest(int count) const {
  return reading(*m_connection, [&]() -> Result<std::vector<HistoryEntry>> {
    std::vector<HistoryEntry> entries;
    Query query(*m_connection, std::string(selectEntries) + "ORDER BY h.number DESC LIMIT ?");
    query.put(count);
    while (query.next()) entries.push_back(takeEntry(query));
    return entries;
  });
}

Result<ChainState> HistoryStore::verify() const {
  return reading(*m_connection, [&]() -> Result<ChainState> { return verifyChain(*m_connection); });
}

Result<std::string> HistoryStore::head() const {
  return reading(*m_connection, [&]() -> Result<std::string> { return headOf(*m_connection); });
}

Result<void> HistoryStore::purgePayloads(Transaction& in, Changed what) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    Query(connection, "DELETE FROM history_payload WHERE number IN (SELECT number FROM history WHERE entity = ? AND entity_id = ?)")
        .with(what.entity, what.id)
        .run();
    Write::note(in, what, Action::purged, Json::object());
    return {};
  });
}

}  // namespace homeward::store
