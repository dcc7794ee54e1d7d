#include "store/import_undo.h"

#include <sqlite3.h>

#include <algorithm>
#include <optional>
#include <string>

#include "store/search.h"
#include "store/write.h"

namespace homeward::store {
namespace {

struct Entry {
  std::int64_t number = 0;
  Action action = Action::added;
  Json payload;
};

/// The last entry about a thing, or the last of one kind.
std::optional<Entry> lastEntry(Connection& connection, Changed what, std::optional<Action> action = std::nullopt) {
  Query query(connection,
              "SELECT h.number, h.action, p.payload FROM history h LEFT JOIN history_payload p ON p.number = h.number "
              "WHERE h.entity = ? AND h.entity_id = ? AND h.action = coalesce(?, h.action) ORDER BY h.number DESC LIMIT 1");
  query.with(what.entity, what.id, action);
  if (!query.next()) return std::nullopt;
  Entry entry;
  query.take(entry.number);
  query.take(entry.action);
  if (!query.atNull()) entry.payload = Json::parse(query.take<std::string>(), nullptr, false);
  return entry;
}

const char* tableOf(Entity entity) { return entity == Entity::setting ? "setting" : "provider"; }

std::string nameOf(Connection& connection, Changed what) {
  Query query(connection, std::string("SELECT name FROM ") + tableOf(what.entity) + " WHERE id = ?");
  return query.with(what.id).next() ? query.take<std::string>() : subjectOf(what.entity, what.id);
}

tl::unexpected<Error> inTheWay(Connection& connection, Changed what, const std::string& why) {
  return fail(ErrorCode::conflict, subjectOf(what.entity, what.id),
              nameOf(connection, what) + " " + why + " since the import, so the import was not taken back. Nothing was changed.");
}

tl::unexpected<Error> notKept(Changed what) {
  return fail(ErrorCode::refused, subjectOf(what.entity, what.id),
              "What stood there before this import is no longer kept. Restore a backup instead.");
}

Result<void> remove(Transaction& in, Connection& connection, Changed what, const Entry& entry) {
  for (const char* table : {"search_word", "search_entry"})
    Query(connection, std::string("DELETE FROM ") + table + " WHERE entity = ? AND id = ?").with(what.entity, what.id).run();
  try {
    Query(connection, std::string("DELETE FROM ") + tableOf(what.entity) + " WHERE id = ?").with(what.id).run();
  } catch (const SQLite::Exception& refused) {
    if (refused.getErrorCode() != SQLITE_CONSTRAINT) throw;
    return inTheWay(connection, what, "has come into use");
  }
  Write::note(in, what, Action::removed, Json{{"before", entry.payload.value("after", Json::object())}});
  return {};
}

bool isColumn(const std::string& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

/// Columns with what stood in them. A value that holds others has a column of its own that says whether it is there; in the history it
/// is null where it is not, and otherwise only its parts are named.
Result<Json> columnsBefore(Changed what, const Json& before, const Json& after) {
  const auto hasParts = [](const Json& of, const std::string& name) {
    return std::any_of(of.items().begin(), of.items().end(), [&](const auto& item) { return item.key().starts_with(name + "_"); });
  };
  Json columns = Json::object();
  for (const auto& [name, value] : before.items()) columns[name] = value.is_null() && hasParts(after, name) ? Json(0) : value;
  for (const auto& [name, value] : after.items()) {
    if (before.contains(name)) continue;
    columns[name] = value.is_null() && hasParts(before, name) ? Json(1) : Json(nullptr);
  }
  columns.erase("version");
  for (const auto& [name, value] : columns.items())
    if (!isColumn(name) || value.is_structured()) return notKept(what);
  return columns;
}

void put(Query& query, const Json& value) {
  if (value.is_null())
    query.put(nullptr);
  else if (value.is_boolean())
    query.put(value.get<bool>());
  else if (value.is_number_integer())
    query.put(value.get<std::int64_t>());
  else if (value.is_number())
    query.put(value.get<double>());
  else
    query.put(value.get<std::string>());
}

/// Was anything asked, offered, sent for choice, decided, agreed or placed there since? Corrections of such things count too.
bool cameIntoUse(Connection& connection, Changed what, std::int64_t since) {
  const std::string column = what.entity == Entity::setting ? "setting_id" : "provider_id";
  const std::string offers = "(SELECT o.option_id FROM option_offer o JOIN offer ON offer.id = o.offer_id WHERE offer." + column + " = ?)";
  const std::pair<Entity, std::string> uses[] = {{Entity::approach, "SELECT id FROM approach WHERE " + column + " = ?"},
                                                 {Entity::offer, "SELECT id FROM offer WHERE " + column + " = ?"},
                                                 {Entity::option, offers},
                                                 {Entity::choice, "SELECT choice_id FROM choice_option WHERE option_id IN " + offers},
                                                 {Entity::decision, "SELECT id FROM decision WHERE chosen_option_id IN " + offers},
                                                 {Entity::approval, "SELECT id FROM approval WHERE option_id IN " + offers},
                                                 {Entity::placement, "SELECT id FROM placement WHERE " + column + " = ?"}};
  for (const auto& [entity, ids] : uses) {
    Query query(connection, "SELECT 1 FROM history WHERE entity = ? AND number > ? AND entity_id IN (" + ids + ") LIMIT 1");
    if (query.with(entity, since, what.id).next()) return true;
  }
  return false;
}

Result<void> restore(Transaction& in, Connection& connection, Changed what, const Entry& entry) {
  if (!entry.payload.is_object() || !entry.payload.contains("before") || !entry.payload.contains("after")) return notKept(what);
  const Json& before = entry.payload["before"];
  const Json& after = entry.payload["after"];
  const auto columns = columnsBefore(what, before, after);
  if (!columns) return tl::unexpected<Error>(columns.error());
  std::string sql = std::string("UPDATE ") + tableOf(what.entity) + " SET version = version + 1";
  for (const auto& [name, value] : columns->items()) sql += ", " + name + " = ?";
  {
    Query query(connection, sql + " WHERE id = ?");
    for (const auto& [name, value] : columns->items()) put(query, value);
    query.put(what.id);
    query.run();
  }
  Write::note(in, what, Action::changed, Json{{"before", after}, {"after", before}});
  keepWordsAgain(connection, what);
  return {};
}

}  // namespace

Result<ImportTakenBack> takeImportBack(Transaction& in, std::int64_t batch, const Progress& progress) {
  return Write::run(in, [&](Connection& connection) -> Result<ImportTakenBack> {
    const Changed whole{Entity::importBatch, batch};
    const auto imported = lastEntry(connection, whole, Action::added);
    if (!imported || !Query(connection, "SELECT 1 FROM import_batch WHERE id = ?").with(batch).next())
      return tl::unexpected<Error>(notFound(Entity::importBatch, batch));  // never there, or taken back already
    if (!imported->payload.is_object() || !imported->payload.contains("touched")) return notKept(whole);
    // Settings before the providers that they belong to.
    const Json& touched = imported->payload["touched"];
    std::vector<Changed> things;
    for (const auto& [kind, ids] : touched.items()) {
      const auto entity = parse<Entity>(kind);
      if (entity != Entity::setting && entity != Entity::provider)
        return fail(ErrorCode::refused, subjectOf(Entity::importBatch, batch),
                    "An import of postcodes keeps nothing of what it replaced. Restore a backup to go back.");
      for (const Json& id : ids) things.push_back({*entity, id.get<std::int64_t>()});
    }
    std::stable_sort(things.begin(), things.end(),
                     [](const Changed& a, const Changed& b) { return a.entity == Entity::setting && b.entity != a.entity; });

    std::vector<std::pair<Changed, Entry>> entries;
    for (const Changed& what : things) {
      auto entry = lastEntry(connection, what);
      const bool ours = entry && entry->number < imported->number && (entry->action == Action::added || entry->action == Action::changed);
      if (!ours) return inTheWay(connection, what, "was changed");
      if (entry->action == Action::changed && cameIntoUse(connection, what, imported->number))
        return inTheWay(connection, what, "has come into use");
      entries.emplace_back(what, std::move(*entry));
    }

    ImportTakenBack done;
    const auto total = static_cast<std::int64_t>(entries.size());
    // What was changed is restored first: a home may have moved to a provider that is about to go.
    for (const Action action : {Action::changed, Action::added}) {
      for (const auto& [what, entry] : entries) {
        if (entry.action != action) continue;
        if (!progress.step(done.removed + done.restored, total))
          return fail(ErrorCode::cancelled, subjectOf(Entity::importBatch, batch), "Stopped. Nothing was taken back.");
        const auto ok = action == Action::added ? remove(in, connection, what, entry) : restore(in, connection, what, entry);
        if (!ok) return tl::unexpected<Error>(ok.error());
        ++(action == Action::added ? done.removed : done.restored);
      }
    }
    Query(connection, "DELETE FROM import_batch WHERE id = ?").with(batch).run();
    Write::note(in, whole, Action::removed, Json{{"removed", done.removed}, {"restored", done.restored}});
    return done;
  });
}

}  // namespace homeward::store
