// A piece of work on the case file that happens as a whole or not at all, in the name of one person at one moment.
//
// It holds the file's only write lock from its beginning until `commit` or its end; without a commit nothing of it remains. Each store
// function that changes something leaves its entry in the history within the same transaction. Listeners hear of it after the commit.
#pragma once

#include <memory>
#include <vector>

#include "domain/dates.h"
#include "domain/id.h"
#include "store/entity.h"
#include "support/result.h"

namespace homeward::store {

class Connection;

class Transaction {
 public:
  Transaction(Transaction&&) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();  ///< rolls back what was not committed

  [[nodiscard]] PersonId who() const { return m_who; }  ///< 0: the program itself (creation, migration)
  [[nodiscard]] Instant at() const { return m_at; }
  /// On an error nothing was written. What was committed survives a power cut.
  [[nodiscard]] Result<void> commit();

 private:
  friend class CaseFile;
  friend struct Write;  // how a store changes rows
  Transaction(Connection& connection, PersonId who, Instant at);
  Connection* m_connection;
  PersonId m_who;
  Instant m_at;
  std::vector<Changed> m_changed;
};

}  // namespace homeward::store
