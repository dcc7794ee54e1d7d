// What somebody has typed and not saved yet, kept in the case file so that a crash loses no more than seconds.
//
// A draft is not a record: it leaves nothing in the history, nobody is told of it, and once it is saved or thrown away nothing of it
// remains on the disk.
#pragma once

#include <string>
#include <vector>

#include "store/transaction.h"

namespace homeward::store {

struct Draft {
  std::int64_t id = 0;
  PersonId by;          ///< filled by the store
  Instant at{};         ///< filled by the store: when it was kept last
  ReferralId referral;  ///< which referral it changes; none: a new one
  std::string typed;    ///< the fields, as the form wrote them
  friend bool operator==(const Draft&, const Draft&) = default;
};

class DraftStore {
 public:
  explicit DraftStore(Connection& connection) : m_connection(&connection) {}

  /// Adds it, or puts it in the place of the one with its id; answers the id.
  [[nodiscard]] Result<std::int64_t> keep(Transaction& in, const Draft& draft);
  /// What is not there is thrown away already.
  [[nodiscard]] Result<void> discard(Transaction& in, std::int64_t id);
  [[nodiscard]] Result<std::vector<Draft>> of(PersonId person) const;  ///< the latest first

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
