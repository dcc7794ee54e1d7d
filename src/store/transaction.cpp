#include "store/transaction.h"

#include <sqlite3.h>

#include <utility>

#include "store/connection.h"
#include "store/history_chain.h"

namespace homeward::store {

Transaction::Transaction(Connection& connection, PersonId who, Instant at) : m_connection(&connection), m_who(who), m_at(at) {
  Query(connection, "BEGIN IMMEDIATE").run();
  connection.writing = true;
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)),
      m_who(other.m_who),
      m_at(other.m_at),
      m_changed(std::move(other.m_changed)) {}

Transaction::~Transaction() {
  if (m_connection == nullptr) return;
  try {
    if (sqlite3_get_autocommit(m_connection->database().getHandle()) == 0) Query(*m_connection, "ROLLBACK").run();
  } catch (const SQLite::Exception&) {
    // The disk failed under the rollback: the next opening finds the journal and takes back what was not committed.
  }
  m_connection->writing = false;
  *m_connection->anyWriting = false;
}

Result<void> Transaction::commit() {
  if (m_connection == nullptr) return fail(ErrorCode::invalid, "transaction", "This transaction has ended already.");
  Connection& connection = *m_connection;
  auto committed = reading(connection, [&]() -> Result<void> {
    if (sqlite3_get_autocommit(connection.database().getHandle()) != 0)
      return fail(ErrorCode::unavailable, connection.path().filename().string(),
                  "The disk failed while this was being saved, and nothing of it was. Try again.");
    const std::string head = headOf(connection);
    Query(connection, "COMMIT").run();
    if (!m_changed.empty()) keepHeadBeside(connection.path(), head);
    return {};
  });
  if (!committed) return committed;
  m_connection = nullptr;
  connection.writing = false;
  *connection.anyWriting = false;
  const auto changed = std::exchange(m_changed, {});
  if (changed.empty()) return {};
  // A listener may add or end listeners, so those are called that were there at the commit.
  const auto listeners = connection.listeners;
  for (const auto& weak : listeners)
    if (const auto listener = weak.lock()) (*listener)(changed);
  std::erase_if(connection.listeners, [](const auto& weak) { return weak.expired(); });
  return {};
}

}  // namespace homeward::store
