#include "store/connection.h"

#include <sqlite3.h>

#include <system_error>

#include "support/platform/lock.h"

namespace homeward::store {
namespace {

namespace fs = std::filesystem;

// SQLite takes options in a file URI, in which ? # and % of a path must be written by their numbers.
std::string uri(const fs::path& path, std::string_view options) {
  const std::string plain = fs::absolute(path).generic_string();
  std::string out = "file:";
  if (!plain.starts_with('/')) out += '/';  // a drive letter
  for (const char c : plain) {
    if (c == '?')
      out += "%3f";
    else if (c == '#')
      out += "%23";
    else if (c == '%')
      out += "%25";
    else
      out += c;
  }
  return out + std::string(options);
}

std::unique_ptr<SQLite::Database> openDatabase(const fs::path& path, Access access) {
  constexpr int busyMilliseconds = 2000;
  const int common = SQLite::OPEN_URI;
  switch (access) {
    case Access::readWrite:
      return std::make_unique<SQLite::Database>(uri(path, "?mode=rw"), SQLite::OPEN_READWRITE | common, busyMilliseconds);
    case Access::readOnly:
      return std::make_unique<SQLite::Database>(uri(path, "?mode=ro"), SQLite::OPEN_READONLY | common, busyMilliseconds);
    case Access::unchanging:
      break;
  }
  return std::make_unique<SQLite::Database>(uri(path, "?mode=ro&immutable=1"), SQLite::OPEN_READONLY | common, busyMilliseconds);
}

}  // namespace

fs::path beside(const fs::path& file, std::string_view suffix) {
  fs::path other = file;
  other += suffix;
  return other;
}

Connection::Connection(const fs::path& path, Access access) : m_path(path), m_access(access) {
  std::error_code ignored;
  m_tidyOnClose = access == Access::readOnly && !fs::exists(beside(path, "-wal"), ignored) && !fs::exists(beside(path, "-shm"), ignored);
  m_database = openDatabase(path, access);
  run("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -16000");
  if (access == Access::readWrite) run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
}

Connection::~Connection() {
  m_idle.clear();
  m_database.reset();
  // SQLite leaves its two working files behind when the last to close may only read. Nobody can be using them if nobody writes.
  if (m_tidyOnClose) {
    std::error_code ignored;
    const auto wal = beside(m_path, "-wal");
    if (fs::exists(wal, ignored) && fs::file_size(wal, ignored) == 0) {
      if (const auto mine = platform::FileLock::take(m_path, "a reader that is closing"); mine && mine->lock) {
        fs::remove(wal, ignored);
        fs::remove(beside(m_path, "-shm"), ignored);
      }
    }
  }
}

Stoppable::Stoppable(Connection& connection, const Progress& progress) : m_connection(connection) {
  constexpr int stepsBetween = 20'000;  // of SQLite's machine: some ten times a second or more
  sqlite3_progress_handler(
      connection.database().getHandle(), stepsBetween, [](void* asked) { return static_cast<const Progress*>(asked)->step(0, 0) ? 0 : 1; },
      const_cast<Progress*>(&progress));
}

Stoppable::~Stoppable() { sqlite3_progress_handler(m_connection.database().getHandle(), 0, nullptr, nullptr); }

Query::Query(Connection& connection, const std::string& sql) : m_connection(connection), m_sql(sql) {
  if (const auto idle = connection.m_idle.find(sql); idle != connection.m_idle.end() && idle->second) {
    m_statement = std::move(idle->second);
  } else {
    m_statement = std::make_unique<SQLite::Statement>(connection.database(), sql);
  }
}

Query::~Query() {
  (void)m_statement->tryReset();
  try {
    m_statement->clearBindings();
    m_connection.m_idle[m_sql] = std::move(m_statement);
  } catch (...) {
    // A statement that could not be kept is prepared anew next time.
  }
}

bool Query::next() {
  m_taken = 0;
  return m_statement->executeStep();
}

void Query::run() {
  while (m_statement->executeStep()) {
  }
}

void Query::again() {
  m_statement->reset();
  m_bound = 0;
}

void Query::take(std::string& value) {
  const auto column = m_statement->getColumn(m_taken++);
  const char* text = column.getText();  // before the length: SQLite may convert
  value.assign(text, static_cast<std::size_t>(column.getBytes()));
}

void Query::takeBlob(std::string& bytes) {
  const auto column = m_statement->getColumn(m_taken++);
  const void* data = column.getBlob();
  bytes.assign(static_cast<const char*>(data == nullptr ? "" : data), static_cast<std::size_t>(column.getBytes()));
}

void Query::take(Date& value) {
  const std::string text = take<std::string>();
  const auto day = parseIsoDate(text);
  if (!day) throw Unreadable("it holds the date \"" + text + "\", which is none");
  value = *day;
}

void Query::take(Instant& value) {
  const std::string text = take<std::string>();
  const auto moment = parseIsoInstant(text);
  if (!moment) throw Unreadable("it holds the moment \"" + text + "\", which is none");
  value = *moment;
}

Error errorOf(const SQLite::Exception& what, const fs::path& file) {
  const std::string name = file.filename().string();
  switch (what.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::unavailable, name, "Another program is writing to the case file. Try again in a moment."};
    case SQLITE_FULL:
      return {ErrorCode::unavailable, name, "The disk is full. Nothing was saved. Make room and try again."};
    case SQLITE_READONLY:
      return {ErrorCode::unavailable, name, "The case file cannot be written to."};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return {ErrorCode::unavailable, name, "The disk could not be read or written. Nothing was saved."};
    case SQLITE_CORRUPT:
      return {ErrorCode::unreadable, name, "The case file is damaged. Restore the newest backup."};
    case SQLITE_NOTADB:
      return {ErrorCode::unreadable, name, "The file is not a case file."};
    case SQLITE_INTERRUPT:
      return {ErrorCode::cancelled, name, "Stopped. Nothing was saved."};
    case SQLITE_CONSTRAINT:
      return {ErrorCode::invalid, name, std::string("The case file refuses this record: ") + what.what() + "."};
    default:
      return {ErrorCode::unreadable, name, std::string("The case file could not be used: ") + what.what() + "."};
  }
}

Error errorOf(const Unreadable& what, const fs::path& file) {
  return {ErrorCode::unreadable, file.filename().string(), std::string("The case file could not be understood: ") + what.what() + "."};
}

}  // namespace homeward::store
