// A case file: one SQLite file that holds everything a placements team works with.
//
// One program writes a file at a time; any other opens it read-only and is told who has it. Opening answers with a typed outcome and a
// plain sentence, and a file that cannot be used (newer, foreign, damaged, locked) is left as it was to the byte. What was committed
// survives a power cut. A case file is used from one thread at a time; a job in the background opens its own reader (`besides`).
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/people.h"
#include "store/child_store.h"
#include "store/decision_store.h"
#include "store/draft_store.h"
#include "store/geography_store.h"
#include "store/history_store.h"
#include "store/market_store.h"
#include "store/offer_store.h"
#include "store/people_store.h"
#include "store/placement_store.h"
#include "store/policy_store.h"
#include "store/referral_store.h"
#include "store/schema.h"
#include "store/search_store.h"
#include "store/sent_store.h"
#include "store/transaction.h"
#include "store/work_store.h"
#include "support/progress.h"

namespace homeward::store {

enum class OpenMode { readWrite, readOnly };

enum class OpenState {
  opened,
  created,
  openedReadOnly,  ///< as asked, or because `heldBy` has it, or because the disk is write-protected
  migrated,        ///< opened, after its tables were brought up to date
  newerThanThisProgram,
  notACaseFile,
  damaged,
  locked,  ///< another program holds it so that it cannot even be read
  missing,
  refused,  ///< a network share, a synchronised folder, a file that is already there, a file too old to be read only
};

struct OpenOutcome;

/// What verify() found. Sound when nothing is wrong.
struct Verification {
  std::vector<std::string> damage;       ///< from SQLite's integrity check, at most 100
  std::vector<std::string> brokenLinks;  ///< rows that point at nothing: "offer 12 -> setting"
  ChainState history;
  [[nodiscard]] bool sound() const { return damage.empty() && brokenLinks.empty() && history.sound(); }
};

/// How many of each there are, bin included, by the name of the noun.
struct Contents {
  int schemaVersion = 0;
  std::string authority;
  bool fictional = false;
  std::vector<std::pair<std::string, std::int64_t>> counts;
};

inline constexpr int dailyBackupsKept = 30;

class CaseFile {
 public:
  CaseFile(CaseFile&&) noexcept;
  CaseFile& operator=(CaseFile&&) noexcept;
  ~CaseFile();

  /// `who` is shown to whoever else wants the file: a person's name or a program's. `now` dates the backup before a migration.
  /// `ladder` is this program's own but in tests.
  [[nodiscard]] static OpenOutcome open(const std::filesystem::path& path, OpenMode mode, const std::string& who, Instant now,
                                        const Ladder& ladder = caseFileLadder());
  /// A new file with the responsible authority in it. An existing file is refused.
  [[nodiscard]] static OpenOutcome create(const std::filesystem::path& path, const Authority& authority, const std::string& who,
                                          Instant now);

  [[nodiscard]] const std::filesystem::path& path() const;
  [[nodiscard]] bool readOnly() const;
  /// Who may write to the file: this program ("ivy on WENDMOOR-7 (program 4711)") or, where this one may only read, whoever has it.
  /// Empty when nobody does: the disk is write-protected, or only reading was asked for.
  [[nodiscard]] const std::string& heldBy() const;
  /// A second view of the same file for another thread; it sees what was committed when each of its reads begins. One that may write is
  /// part of this program's one writer: its transaction waits for this one's, while this one's is refused at once during its.
  [[nodiscard]] Result<CaseFile> besides(OpenMode mode = OpenMode::readOnly) const;

  /// Begins to write. Refused while read-only; unavailable when another transaction runs.
  [[nodiscard]] Result<Transaction> write(PersonId who, Instant at);
  /// Does something in one transaction and commits it when it succeeds: `file.change(me, now, [&](Transaction& in) { return ...; })`.
  template <class Work>
  [[nodiscard]] auto change(PersonId who, Instant at, Work&& work) -> decltype(work(std::declval<Transaction&>())) {
    auto in = write(who, at);
    if (!in) return tl::unexpected<Error>(in.error());
    auto result = work(*in);
    if (!result) return result;
    if (auto committed = in->commit(); !committed) return tl::unexpected<Error>(committed.error());
    return result;
  }

  /// Called after each commit, on the thread that committed, with every thing that changed, each once. Lives until the handle goes.
  using Listener = std::function<void(const std::vector<Changed>&)>;
  [[nodiscard]] std::shared_ptr<void> onCommit(Listener listener);

  [[nodiscard]] PeopleStore people() const { return PeopleStore(connection()); }
  [[nodiscard]] ChildStore children() const { return ChildStore(connection()); }
  [[nodiscard]] ReferralStore referrals() const { return ReferralStore(connection()); }
  [[nodiscard]] MarketStore market() const { return MarketStore(connection()); }
  [[nodiscard]] OfferStore offers() const { return OfferStore(connection()); }
  [[nodiscard]] SentStore sent() const { return SentStore(connection()); }
  [[nodiscard]] DecisionStore decisions() const { return DecisionStore(connection()); }
  [[nodiscard]] PlacementStore placements() const { return PlacementStore(connection()); }
  [[nodiscard]] GeographyStore geography() const { return GeographyStore(connection()); }
  [[nodiscard]] PolicyStore policies() const { return PolicyStore(connection()); }
  [[nodiscard]] WorkStore work() const { return WorkStore(connection()); }
  [[nodiscard]] DraftStore drafts() const { return DraftStore(connection()); }
  [[nodiscard]] PropertyStore properties() const { return PropertyStore(connection()); }
  [[nodiscard]] SearchStore search() const { return SearchStore(connection()); }
  [[nodiscard]] HistoryStore history() const { return HistoryStore(connection()); }

  [[nodiscard]] Result<Verification> verify(const Progress& progress = Progress()) const;
  [[nodiscard]] Result<Contents> contents() const;

  /// A copy as of now without drafts, reopened and checked before it takes its name. An existing file of that name is replaced.
  [[nodiscard]] Result<void> backup(const std::filesystem::path& to, const Progress& progress = Progress()) const;
  /// The day's backup into `backupFolder`, once a day, the newest `dailyBackupsKept` kept. None when today's is there already.
  [[nodiscard]] Result<std::optional<std::filesystem::path>> backupDaily(Date today, const Progress& progress = Progress()) const;
  /// The day of the newest of the daily backups; none when there is none.
  [[nodiscard]] std::optional<Date> lastDailyBackup() const;
  [[nodiscard]] static std::filesystem::path backupFolder(const std::filesystem::path& caseFile);
  /// Puts a checked copy of `from` in the place of `to`; what was there is set aside beside it and its path returned. Refused while a
  /// program has `to` open.
  [[nodiscard]] static Result<std::optional<std::filesystem::path>> restore(const std::filesystem::path& from,
                                                                            const std::filesystem::path& to, const std::string& who,
                                                                            Instant now);

 private:
  explicit CaseFile(std::unique_ptr<Connection> connection);
  [[nodiscard]] Connection& connection() const { return *m_connection; }
  std::unique_ptr<Connection> m_connection;
};

struct OpenOutcome {
  OpenState state = OpenState::missing;
  std::optional<CaseFile> file;  ///< when opened, created, migrated or openedReadOnly
  std::string heldBy;            ///< who has it, when openedReadOnly or locked because of somebody
  Error why;                     ///< one plain sentence for every state but opened and created
};

}  // namespace homeward::store
