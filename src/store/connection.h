// One open SQLite file with its prepared statements: the only place, with `backup.cpp`, where the program speaks to SQLite's library.
//
// For the files of this folder only. What goes wrong below is thrown here as SQLite::Exception or Unreadable and becomes an Error at the
// edge of the folder (`reading`, `Write::run`).
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/dates.h"
#include "domain/enum_text.h"
#include "domain/id.h"
#include "domain/money.h"
#include "store/transaction.h"
#include "support/platform/lock.h"
#include "support/progress.h"
#include "support/result.h"

namespace homeward::store {

/// A stored value that the program does not understand: an unknown enumeration text, a date that is none.
struct Unreadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

enum class Access {
  readWrite,
  readOnly,   ///< sees what others commit
  unchanging  ///< promises SQLite that nobody writes: takes no locks and leaves no files behind
};

class Connection {
 public:
  Connection(const std::filesystem::path& path, Access access);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] SQLite::Database& database() { return *m_database; }
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  [[nodiscard]] bool readOnly() const { return m_access != Access::readWrite; }
  void run(const std::string& sql) { m_database->exec(sql); }

  std::shared_ptr<platform::FileLock> lock;  ///< held as long as this, or one beside it, may write
  std::string heldBy;                        ///< who has the lock: this program, or why this may only read
  std::vector<std::weak_ptr<std::function<void(const std::vector<Changed>&)>>> listeners;
  bool writing = false;       ///< a Transaction lives
  bool inBackground = false;  ///< waits for its turn to write; who works in front is told at once that somebody else writes
  /// Shared by the connections of one file in this program: a Transaction of one of them lives.
  std::shared_ptr<std::atomic<bool>> anyWriting = std::make_shared<std::atomic<bool>>(false);

 private:
  friend class Query;
  std::filesystem::path m_path;
  Access m_access;
  bool m_tidyOnClose = false;
  std::unique_ptr<SQLite::Database> m_database;
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> m_idle;
};

/// While it lives, a long statement of the connection asks now and then whether it shall stop; then it ends as SQLITE_INTERRUPT.
class Stoppable {
 public:
  Stoppable(Connection& connection, const Progress& progress);
  ~Stoppable();
  Stoppable(const Stoppable&) = delete;
  Stoppable& operator=(const Stoppable&) = delete;

 private:
  Connection& m_connection;
};

[[nodiscard]] std::filesystem::path beside(const std::filesystem::path& file, std::string_view suffix);  ///< "case.homeward" + "-wal"

/// A statement at work: parameters are bound and columns read in their order. It goes back to the connection when it ends.
class Query {
 public:
  Query(Connection& connection, const std::string& sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  void put(std::nullptr_t) { m_statement->bind(++m_bound); }
  void put(bool value) { m_statement->bind(++m_bound, value ? 1 : 0); }
  void put(int value) { m_statement->bind(++m_bound, value); }
  void put(std::int64_t value) { m_statement->bind(++m_bound, value); }
  void put(double value) { m_statement->bind(++m_bound, value); }
  void put(const std::string& value) { m_statement->bind(++m_bound, value); }
  void put(std::string_view value) { m_statement->bind(++m_bound, std::string(value)); }
  void put(const char* value) { m_statement->bind(++m_bound, value); }
  void putBlob(const std::string& bytes) { m_statement->bind(++m_bound, bytes.data(), static_cast<int>(bytes.size())); }
  void put(Date value) { put(isoDate(value)); }
  void put(Instant value) { put(isoInstant(value)); }
  void put(Money value) { put(value.pence); }
  template <class Kind>
  void put(Id<Kind> value) {
    if (value.stored())
      put(value.value);
    else
      put(nullptr);
  }
  template <class E>
  requires std::is_enum_v<E>
  void put(E value) { put(text(value)); }
  template <class T>
  void put(const std::optional<T>& value) {
    if (value)
      put(*value);
    else
      put(nullptr);
  }
  template <class... T>
  Query& with(const T&... values) {
    (put(values), ...);
    return *this;
  }

  bool next();   ///< to the next row; columns are then taken from its first
  void run();    ///< to the end
  void again();  ///< from the start, to be bound anew
  /// How many rows the statement changed, after `run`.
  [[nodiscard]] int changes() const { return m_statement->getChanges(); }

  [[nodiscard]] bool atNull() const { return m_statement->isColumnNull(m_taken); }
  void skip(int columns = 1) { m_taken += columns; }
  void take(bool& value) { value = m_statement->getColumn(m_taken++).getInt() != 0; }
  void take(int& value) { value = m_statement->getColumn(m_taken++).getInt(); }
  void take(std::int64_t& value) { value = m_statement->getColumn(m_taken++).getInt64(); }
  void take(double& value) { value = m_statement->getColumn(m_taken++).getDouble(); }
  void take(std::string& value);
  void takeBlob(std::string& bytes);
  void take(Date& value);
  void take(Instant& value);
  void take(Money& value) { take(value.pence); }
  template <class Kind>
  void take(Id<Kind>& value) {
    take(value.value);  // SQL's NULL reads as 0, which is "not stored"
  }
  template <class E>
  requires std::is_enum_v<E>
  void take(E& value) {
    const std::string_view name = m_statement->getColumn(m_taken++).getText();
    const auto known = parse<E>(name);
    if (!known) throw Unreadable("it holds \"" + std::string(name) + "\", which this program does not know");
    value = *known;
  }
  template <class T>
  void take(std::optional<T>& value) {
    if (atNull()) {
      value.reset();
      skip();
    } else {
      take(value.emplace());
    }
  }
  template <class T>
  [[nodiscard]] T take() {
    T value{};
    take(value);
    return value;
  }

 private:
  Connection& m_connection;
  std::string m_sql;
  std::unique_ptr<SQLite::Statement> m_statement;
  int m_bound = 0;
  int m_taken = 0;
};

[[nodiscard]] Error errorOf(const SQLite::Exception& what, const std::filesystem::path& file);
[[nodiscard]] Error errorOf(const Unreadable& what, const std::filesystem::path& file);

/// Runs something that reads, and turns what is thrown into an Error.
template <class Work>
[[nodiscard]] auto reading(Connection& connection, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& what) {
    return tl::unexpected<Error>(errorOf(what, connection.path()));
  } catch (const Unreadable& what) {
    return tl::unexpected<Error>(errorOf(what, connection.path()));
  }
}

}  // namespace homeward::store
