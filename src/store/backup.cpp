// Copies of a case file: made through SQLite's own backup while it is open, checked before they count, and put back.

#include <SQLiteCpp/Backup.h>

#include <algorithm>
#include <system_error>

#include "store/history_chain.h"
#include "store/opening.h"
#include "support/platform/files.h"
#include "support/platform/lock.h"

namespace homeward::store {
namespace {

namespace fs = std::filesystem;

constexpr int pagesAStep = 1000;

Error diskError(const fs::path& file, const std::string& what) { return {ErrorCode::unavailable, file.filename().string(), what}; }

void removeWithJournal(const fs::path& file) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(beside(file, suffix), ignored);
}

Result<void> copyPages(Connection& from, const fs::path& to, const Progress& progress) {
  SQLite::Database target(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  SQLite::Backup backup(target, from.database());
  while (backup.executeStep(pagesAStep) != 101) {  // SQLITE_DONE
    const int total = backup.getTotalPageCount();
    if (!progress.step(total - backup.getRemainingPageCount(), total))
      return fail(ErrorCode::cancelled, to.filename().string(), "Stopped.");
  }
  return {};
}

/// What is typed and not saved is no part of a backup.
void leaveOutDrafts(const fs::path& copy) {
  Connection connection(copy, Access::readWrite);
  {
    Query query(connection, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'draft'");
    if (!query.next()) return;  // from before there were any
  }
  connection.run("DELETE FROM draft; PRAGMA wal_checkpoint(TRUNCATE)");
}

/// "wendmoor-2026-11-27.homeward" in the folder of backups.
fs::path dailyBackup(const fs::path& caseFile, Date day) {
  return CaseFile::backupFolder(caseFile) / (caseFile.stem().string() + "-" + isoDate(day) + caseFile.extension().string());
}

/// The days that have a daily backup, the newest first.
std::vector<Date> backupDays(const fs::path& caseFile) {
  const std::string before = caseFile.stem().string() + "-";
  constexpr std::size_t dayLength = 10;
  std::vector<Date> days;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(CaseFile::backupFolder(caseFile), error)) {
    const std::string name = entry.path().filename().string();
    if (name.size() <= before.size() + dayLength) continue;
    if (const auto day = parseIsoDate(name.substr(before.size(), dayLength)); day && entry.path() == dailyBackup(caseFile, *day))
      days.push_back(*day);
  }
  std::sort(days.rbegin(), days.rend());
  return days;
}

}  // namespace

Result<void> copyChecked(Connection& from, const fs::path& to, const Progress& progress, Drafts drafts) {
  const fs::path part = beside(to, ".part");
  removeWithJournal(part);
  auto copied = reading(from, [&]() -> Result<void> {
    if (auto empty = platform::writeFile(part, ""); !empty) return empty;
    if (auto pages = copyPages(from, part, progress); !pages) return pages;
    if (drafts == Drafts::leftOut) leaveOutDrafts(part);
    return checkCopy(part, progress);
  });
  if (copied) {
    std::error_code error;
    fs::rename(part, to, error);
    if (error) copied = tl::unexpected<Error>(diskError(to, "The copy could not be given its name: " + error.message() + "."));
  }
  if (!copied) removeWithJournal(part);
  return copied;
}

Result<void> checkCopy(const fs::path& copy, const Progress& progress) {
  try {
    Connection connection(copy, Access::unchanging);
    const Stoppable stoppable(connection, progress);
    const Verification found = verifyAll(connection);
    if (found.damage.empty() && found.brokenLinks.empty() && !found.history.firstBroken) return {};
    return fail(ErrorCode::unreadable, copy.filename().string(), "The copy was read again and is not whole. It was not kept.");
  } catch (const SQLite::Exception& what) {
    return tl::unexpected<Error>(errorOf(what, copy));
  } catch (const Unreadable& what) {
    return tl::unexpected<Error>(errorOf(what, copy));
  }
}

Verification verifyAll(Connection& connection) {
  Verification found;
  {
    Query query(connection, "PRAGMA integrity_check(100)");
    while (query.next())
      if (auto line = query.take<std::string>(); line != "ok") found.damage.push_back(std::move(line));
  }
  if (!found.damage.empty()) return found;  // nothing that is read from damaged pages means anything
  {
    Query query(connection, "PRAGMA foreign_key_check");
    while (query.next()) {
      const auto table = query.take<std::string>();
      const auto row = query.take<std::int64_t>();
      found.brokenLinks.push_back(table + " " + std::to_string(row) + " -> " + query.take<std::string>());
    }
  }
  found.history = verifyChain(connection);
  return found;
}

Result<void> CaseFile::backup(const fs::path& to, const Progress& progress) const {
  std::error_code error;
  if (fs::equivalent(to, path(), error))
    return fail(ErrorCode::invalid, to.filename().string(), "A backup cannot take the place of the file itself.");
  if (m_connection->writing)
    return fail(ErrorCode::unavailable, path().filename().string(), "Something is being saved. Try again in a moment.");
  return copyChecked(*m_connection, to, progress);
}

fs::path CaseFile::backupFolder(const fs::path& caseFile) { return beside(caseFile, ".backups"); }

Result<std::optional<fs::path>> CaseFile::backupDaily(Date today, const Progress& progress) const {
  const fs::path folder = backupFolder(path());
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return tl::unexpected<Error>(diskError(folder, "The folder of backups cannot be made: " + error.message() + "."));
  const fs::path file = dailyBackup(path(), today);
  if (fs::exists(file, error)) return std::optional<fs::path>();
  if (auto copied = backup(file, progress); !copied) return tl::unexpected<Error>(copied.error());

  const auto days = backupDays(path());
  for (std::size_t i = dailyBackupsKept; i < days.size(); ++i) fs::remove(dailyBackup(path(), days[i]), error);
  return std::optional<fs::path>(file);
}

std::optional<Date> CaseFile::lastDailyBackup() const {
  const auto days = backupDays(path());
  return days.empty() ? std::nullopt : std::optional(days.front());
}

Result<std::optional<fs::path>> CaseFile::restore(const fs::path& from, const fs::path& to, const std::string& who, Instant now) {
  if (const auto source = inspectIdentity(from, caseFileLadder()); source.state != OpenState::opened)
    return tl::unexpected<Error>(source.why);
  if (platform::whereabouts(to) != platform::Whereabouts::thisMachine)
    return fail(ErrorCode::refused, to.filename().string(), "A case file cannot lie on a network share or in a synchronised folder.");
  auto taken = platform::FileLock::take(to, who);
  if (!taken) return tl::unexpected<Error>(taken.error());
  if (!taken->lock)
    return fail(ErrorCode::unavailable, to.filename().string(), taken->heldBy + " has the file open. Close it there and try again.");
  std::error_code error;
  if (fs::equivalent(from, to, error))
    return fail(ErrorCode::invalid, from.filename().string(), "This is the file that is to be replaced.");

  const fs::path part = beside(to, ".restoring");
  removeWithJournal(part);
  std::string head;
  try {
    Connection source(from, hasNoJournal(from) ? Access::unchanging : Access::readOnly);
    if (auto copied = copyChecked(source, part, Progress(), Drafts::kept); !copied) return tl::unexpected<Error>(copied.error());
    head = headOf(source);
  } catch (const SQLite::Exception& what) {
    return tl::unexpected<Error>(errorOf(what, from));
  }

  std::optional<fs::path> aside;
  if (fs::exists(to, error)) {
    std::string moment = isoInstant(now);
    std::erase(moment, ':');
    aside = to.parent_path() / (to.stem().string() + "-replaced-" + moment + to.extension().string());
    if (fs::exists(*aside, error))
      return fail(ErrorCode::unavailable, aside->filename().string(), "There is a file of this name already. Try again.");
    // With its journal and its head: a damaged file that is set aside may still be of use to somebody who mends files.
    for (const char* suffix : {"-wal", "-shm", ".head", ""}) {
      if (!fs::exists(beside(to, suffix), error)) continue;
      fs::rename(beside(to, suffix), beside(*aside, suffix), error);
      if (error) return tl::unexpected<Error>(diskError(to, "The file could not be set aside: " + error.message() + "."));
    }
  }
  fs::rename(part, to, error);
  if (error) return tl::unexpected<Error>(diskError(to, "The copy could not be put in its place: " + error.message() + "."));
  keepHeadBeside(to, head);
  return aside;
}

}  // namespace homeward::store
