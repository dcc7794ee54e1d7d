// The append-only history of a case file: who changed what, when. Entries are chained by hashes, so that an edited, deleted, reordered or
// cut-off history is noticed; the payloads (what a row was before and after) may be emptied by a purge without breaking the chain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/transaction.h"

namespace homeward::store {

enum class Action { added, changed, removed, corrected, binned, unbinned, replaced, purged };
constexpr auto texts(Action) {
  return std::to_array<EnumText<Action>>({{Action::added, "added"},
                                          {Action::changed, "changed"},
                                          {Action::removed, "removed"},
                                          {Action::corrected, "corrected"},
                                          {Action::binned, "binned"},
                                          {Action::unbinned, "unbinned"},
                                          {Action::replaced, "replaced"},
                                          {Action::purged, "purged"}});
}

struct HistoryEntry {
  std::int64_t number = 0;
  Instant at{};
  PersonId who;
  Changed what;
  Action action = Action::added;
  std::vector<std::string> fields;  ///< names of the columns and lists that changed; empty when it was added, or purged since
  std::string reason = {};          ///< why, where whoever did it had to say so
  friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

enum class HeadState {
  current,     ///< the head beside the file is the chain's last entry
  older,       ///< it is an earlier entry of the chain: normal after a crash or a copy
  absent,      ///< it is not in the chain: the history was cut off or replaced. The alarm
  noHeadFile,  ///< there is none beside the file: the file was copied without it, or somebody removed it
};

/// The chain's state: sound when no entry is broken.
struct ChainState {
  std::int64_t entries = 0;
  std::optional<std::int64_t> firstBroken;  ///< number of the first entry that does not fit
  std::string head;                         ///< number and hash of the last entry, as printed on exports: "1204:9f3c…"
  HeadState headBeside = HeadState::current;
  [[nodiscard]] bool sound() const { return !firstBroken && headBeside != HeadState::absent; }
};

class HistoryStore {
 public:
  explicit HistoryStore(Connection& connection) : m_connection(&connection) {}

  [[nodiscard]] Result<std::vector<HistoryEntry>> of(Changed what) const;     ///< the latest first
  [[nodiscard]] Result<std::vector<HistoryEntry>> latest(int entries) const;  ///< the latest first
  [[nodiscard]] Result<ChainState> verify() const;
  [[nodiscard]] Result<std::string> head() const;  ///< as printed on exports; empty in a file without history
  /// Empties the payloads of one thing; the entries and their hashes stay, and an entry says that it was purged.
  [[nodiscard]] Result<void> purgePayloads(Transaction& in, Changed what);

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
