#include "store/write.h"

#include <algorithm>

#include "store/history_chain.h"
#include "support/text.h"

namespace homeward::store {
namespace {

std::string plainName(Entity entity) {
  switch (entity) {
    case Entity::siblingGroup:
      return "sibling group";
    case Entity::contractTerm:
      return "contract term";
    case Entity::fundingShare:
      return "funding share";
    case Entity::importBatch:
      return "import";
    case Entity::doneMark:
      return "done mark";
    default:
      return std::string(text(entity));
  }
}

std::string spaced(std::string column) {
  std::replace(column.begin(), column.end(), '_', ' ');
  return column;
}

}  // namespace

void Write::takeBack(Connection& connection) noexcept {
  try {
    // SQLite may have rolled back the whole transaction by itself (a full disk, an I/O error); then there is no savepoint any more.
    Query(connection, "ROLLBACK TO change").run();
    Query(connection, "RELEASE change").run();
  } catch (const SQLite::Exception&) {
    return;
  }
}

void Write::note(Transaction& in, Changed what, Action action, const Json& payload) {
  appendEntry(*in.m_connection, in.m_who, in.m_at, what, action, compact(payload));
  if (std::find(in.m_changed.begin(), in.m_changed.end(), what) == in.m_changed.end()) in.m_changed.push_back(what);
}

void Write::added(Transaction& in, Changed what, const Json& record) { note(in, what, Action::added, Json{{"after", record}}); }

void Write::changed(Transaction& in, Changed what, Action action, const Json& before, const Json& after, const std::string& reason) {
  Json old = Json::object();
  Json now = Json::object();
  for (const auto& [field, value] : before.items())
    if (!after.contains(field) || after[field] != value) old[field] = value;
  for (const auto& [field, value] : after.items())
    if (!before.contains(field) || before[field] != value) now[field] = value;
  Json payload{{"before", old}, {"after", now}};
  if (!reason.empty()) payload["reason"] = reason;
  note(in, what, action, payload);
}

std::string subjectOf(Entity entity, std::int64_t id) { return plainName(entity) + " " + std::to_string(id); }

Error notFound(Entity entity, std::int64_t id) {
  return {ErrorCode::notFound, subjectOf(entity, id), "There is no " + plainName(entity) + " " + std::to_string(id) + " in the case file."};
}

Error conflict(Connection& connection, Changed what, std::int64_t versionsBehind) {
  std::vector<std::string> fields;
  std::string who = "somebody";
  std::string when;
  Query query(connection,
              "SELECT coalesce(person.name, 'the program'), h.at, p.payload FROM history h LEFT JOIN person ON person.id = h.who_id "
              "LEFT JOIN history_payload p ON p.number = h.number "
              "WHERE h.entity = ? AND h.entity_id = ? AND h.action IN ('changed', 'corrected', 'removed') ORDER BY h.number DESC LIMIT ?");
  query.with(what.entity, what.id, std::max<std::int64_t>(versionsBehind, 1));
  for (bool latest = true; query.next(); latest = false) {
    const auto name = query.take<std::string>();
    const auto at = query.take<Instant>();
    if (latest) {
      who = name;
      when = " on " + longDate(englandDay(at)) + " at " + clockTime(at);
    }
    if (query.atNull()) continue;
    const Json payload = Json::parse(query.take<std::string>(), nullptr, false);
    if (!payload.is_object() || !payload.contains("after")) continue;
    for (const auto& [field, value] : payload["after"].items()) {
      if (field == "recorded_at") continue;
      if (const std::string plain = spaced(field); std::find(fields.begin(), fields.end(), plain) == fields.end()) fields.push_back(plain);
    }
  }
  std::sort(fields.begin(), fields.end());
  return {ErrorCode::conflict, subjectOf(what.entity, what.id),
          "It was changed by " + who + when + " in the meantime" + (fields.empty() ? "" : ": " + homeward::listed(fields)) +
              ". Open it again and make your change there."};
}

}  // namespace homeward::store
