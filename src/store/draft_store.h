// What somebody has typed and not saved yet, kept in the case file so that a crash loses no more than seconds.
//
// A draft is not a record: it leaves nothing in the history, and nobody is told of it. Once it is saved or thrown away its place in the
// file is written over; until SQLite folds its journal (the "-wal" beside the file) into the file, at the latest when the file is closed,
// former texts stand in the journal. Backups are made without drafts.
#pragma once

#include <string>
#include <vector>

#include "store/transaction.h"

namespace homeward::store {

/// One draft as it was seen: whoever keeps or throws away another one's newer text does so in vain.
struct DraftMark {
  std::int64_t id = 0;       ///< 0: none
  std::int64_t version = 0;  ///< how often it was kept
  friend bool operator==(const DraftMark&, const DraftMark&) = default;
};

struct Draft {
  DraftMark mark;
  PersonId by;          ///< filled by the store: who began it
  Instant at{};         ///< filled by the store: when it was kept last
  ReferralId referral;  ///< which referral it changes; none: a new one
  std::string typed;    ///< the fields, as the form wrote them
  friend bool operator==(const Draft&, const Draft&) = default;
};

class DraftStore {
 public:
  explicit DraftStore(Connection& connection) : m_connection(&connection) {}

  /// In the place of the one that it is marked as, whose owner it stays; where that is gone or was kept by another form since, beside
  /// it, as one of its own. Answers how it is marked now.
  [[nodiscard]] Result<DraftMark> keep(Transaction& in, const Draft& draft);
  /// Whether it went: false where it is gone already or was kept by another form since, and then nothing happens.
  [[nodiscard]] Result<bool> discard(Transaction& in, DraftMark mark);
  /// Throws away what was kept last before this moment, and what is of people who no longer work; answers how many.
  [[nodiscard]] Result<int> discardStale(Transaction& in, Instant before);
  [[nodiscard]] Result<std::vector<Draft>> of(PersonId person) const;  ///< the latest first

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
