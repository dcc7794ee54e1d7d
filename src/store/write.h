// How a store changes rows: each change whole or not at all, with its entry in the history, its words for the search and its place among
// the things that listeners hear of.
#pragma once

#include "store/history_store.h"
#include "store/rows.h"

namespace homeward::store {

struct Write {
  static Connection& connection(Transaction& in) { return *in.m_connection; }
  /// Everything that the transaction has touched, each once, in the order in which it did.
  static const std::vector<Changed>& touched(const Transaction& in) { return in.m_changed; }

  /// Runs a change within its own savepoint, so that what fails leaves nothing behind for the commit of the rest.
  template <class Work>
  static auto run(Transaction& in, Work&& work) -> decltype(work(std::declval<Connection&>())) {
    Connection& connection = *in.m_connection;
    try {
      Query(connection, "SAVEPOINT change").run();
      auto result = work(connection);
      if (!result) Query(connection, "ROLLBACK TO change").run();
      Query(connection, "RELEASE change").run();
      return result;
    } catch (const SQLite::Exception& what) {
      takeBack(connection);
      return tl::unexpected<Error>(errorOf(what, connection.path()));
    } catch (const Unreadable& what) {
      takeBack(connection);
      return tl::unexpected<Error>(errorOf(what, connection.path()));
    }
  }

  /// One entry in the history, and one thing that listeners will hear of. The payload is what the history keeps of it.
  static void note(Transaction& in, Changed what, Action action, const Json& payload);
  static void added(Transaction& in, Changed what, const Json& record);
  static void changed(Transaction& in, Changed what, Action action, const Json& before, const Json& after, const std::string& reason = {});

 private:
  static void takeBack(Connection& connection) noexcept;
};

/// What somebody is told whose version is old: who changed what since.
[[nodiscard]] Error conflict(Connection& connection, Changed what, std::int64_t versionsBehind);
[[nodiscard]] Error notFound(Entity entity, std::int64_t id);
/// "child 12"
[[nodiscard]] std::string subjectOf(Entity entity, std::int64_t id);

/// Keeps the words by which a thing is found. Does nothing for kinds that are not searched for.
template <class T>
void keepWords(Connection&, const T&) {}

template <class T>
using IdOf = decltype(T::id);

template <class T>
Result<IdOf<T>> addRow(Transaction& in, const T& value) {
  return Write::run(in, [&](Connection& connection) -> Result<IdOf<T>> {
    T stored = value;
    stored.id = IdOf<T>(insertRow(connection, value));
    Write::added(in, {Table<T>::entity, stored.id.value}, recordOf(stored));
    keepWords(connection, stored);
    return stored.id;
  });
}

/// The new version, or the old one when nothing differs. 0 for nouns that have no versions.
template <class T>
Result<std::int64_t> saveRow(Transaction& in, const T& value) {
  return Write::run(in, [&](Connection& connection) -> Result<std::int64_t> {
    const auto before = readRow<T>(connection, value.id);
    const Changed what{Table<T>::entity, value.id.value};
    if (!before) return tl::unexpected<Error>(notFound(what.entity, what.id));
    std::int64_t version = 0;
    if constexpr (Versioned<T>) {
      if (before->version != value.version) return tl::unexpected<Error>(conflict(connection, what, before->version - value.version));
      version = before->version;
    }
    if (*before == value) return version;
    updateRow(connection, value);
    Write::changed(in, what, Action::changed, recordOf(*before), recordOf(value));
    keepWords(connection, value);
    return Versioned<T> ? version + 1 : 0;
  });
}

template <class T>
Result<void> saveUnversioned(Transaction& in, const T& value) {
  auto saved = saveRow(in, value);
  if (!saved) return tl::unexpected<Error>(saved.error());
  return {};
}

template <class T>
Result<T> getRow(Connection& connection, IdOf<T> id) {
  return reading(connection, [&]() -> Result<T> {
    auto row = readRow<T>(connection, id);
    if (!row) return tl::unexpected<Error>(notFound(Table<T>::entity, id.value));
    return *std::move(row);
  });
}

template <class T, class... Value>
Result<std::vector<T>> listRows(Connection& connection, const std::string& condition, const Value&... bound) {
  return reading(connection, [&]() -> Result<std::vector<T>> { return readRows<T>(connection, condition, bound...); });
}

/// The condition that leaves out what lies in the bin.
template <class T>
std::string notBinned() {
  return "id NOT IN (SELECT id FROM bin WHERE entity = '" + std::string(text(Table<T>::entity)) + "')";
}

}  // namespace homeward::store
