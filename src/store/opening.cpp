#include "store/opening.h"

#include <sqlite3.h>

#include <system_error>

#include "store/history_chain.h"
#include "support/platform/files.h"
#include "support/platform/lock.h"

namespace homeward::store {
namespace {

namespace fs = std::filesystem;

std::string nameOf(const fs::path& path) { return path.filename().string(); }

Error because(ErrorCode code, const fs::path& path, std::string detail) { return {code, nameOf(path), std::move(detail)}; }

int pragma(Connection& connection, const std::string& name) {
  Query query(connection, "PRAGMA " + name);
  return query.next() ? query.take<int>() : 0;
}

Inspection damaged(const fs::path& path) {
  return {OpenState::damaged, 0,
          because(ErrorCode::unreadable, path, "The file is damaged and was left as it is. Restore the newest backup.")};
}

Inspection asInspection(const SQLite::Exception& what, const fs::path& path) {
  switch (what.getErrorCode()) {
    case SQLITE_NOTADB:
      return {OpenState::notACaseFile, 0, because(ErrorCode::unreadable, path, "This is not a case file of this program.")};
    case SQLITE_CORRUPT:
      return damaged(path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {OpenState::locked, 0,
              because(ErrorCode::unavailable, path, "Another program has locked the file. Close it there and try again.")};
    default:
      return {OpenState::refused, 0,
              because(ErrorCode::unavailable, path, std::string("The file could not be read from the disk (") + what.what() + ").")};
  }
}

std::string beforeMigrationName(const fs::path& path, int version, Instant now) {
  std::string moment = isoInstant(now);
  std::erase(moment, ':');
  return path.stem().string() + "-before-version-" + std::to_string(version + 1) + "-" + moment + path.extension().string();
}

OpenOutcome outcome(OpenState state, Error why) {
  OpenOutcome out;
  out.state = state;
  out.why = std::move(why);
  return out;
}

OpenOutcome refusal(const Inspection& inspection) { return outcome(inspection.state, inspection.why); }

std::optional<OpenOutcome> refusedPlace(const fs::path& path) {
  switch (platform::whereabouts(path)) {
    case platform::Whereabouts::thisMachine:
      return std::nullopt;
    case platform::Whereabouts::networkShare:
      return outcome(OpenState::refused, because(ErrorCode::refused, path,
                                                 "The file lies on a network share, where two programs could damage it. Copy it to this "
                                                 "computer's own disk."));
    case platform::Whereabouts::synchronisedFolder:
      return outcome(OpenState::refused,
                     because(ErrorCode::refused, path,
                             "The file lies in a synchronised folder, which copies it in the middle of a change. Move it "
                             "to a folder that is not synchronised."));
  }
  return std::nullopt;
}

// A reader needs SQLite's two working files beside the case file; where none can be made, nobody can write either.
std::unique_ptr<Connection> reader(const fs::path& path) {
  auto connection = std::make_unique<Connection>(path, Access::readOnly);
  try {
    (void)pragma(*connection, "schema_version");
    return connection;
  } catch (const SQLite::Exception& what) {
    if (what.getErrorCode() != SQLITE_CANTOPEN && what.getErrorCode() != SQLITE_READONLY) throw;
  }
  return std::make_unique<Connection>(path, Access::unchanging);
}

}  // namespace

bool hasNoJournal(const fs::path& path) {
  std::error_code error;
  const auto wal = beside(path, "-wal");
  return !fs::exists(wal, error) || fs::file_size(wal, error) == 0;
}

Inspection inspectIdentity(const fs::path& path, const Ladder& ladder) {
  std::error_code error;
  if (!fs::exists(path, error)) return {OpenState::missing, 0, because(ErrorCode::notFound, path, "There is no such file.")};
  Inspection foreign{OpenState::notACaseFile, 0, because(ErrorCode::unreadable, path, "This is not a case file of this program.")};
  if (!fs::is_regular_file(path, error) || fs::file_size(path, error) == 0) return foreign;
  try {
    // Always through SQLite: opening and closing the file by other means would drop the locks that this program holds on it.
    Connection connection(path, Access::unchanging);
    if (pragma(connection, "application_id") != applicationId) return foreign;
    Inspection inspection;
    inspection.version = pragma(connection, "user_version");
    if (inspection.version > ladder.back().version)
      return {
          OpenState::newerThanThisProgram, inspection.version,
          because(ErrorCode::refused, path, "The file was written by a newer version of this program. Install that version to open it.")};
    return inspection;
  } catch (const SQLite::Exception& what) {
    return asInspection(what, path);
  }
}

Inspection inspectPages(Connection& connection) {
  try {
    std::error_code error;
    const auto expected =
        static_cast<std::uintmax_t>(pragma(connection, "page_count")) * static_cast<std::uintmax_t>(pragma(connection, "page_size"));
    if (hasNoJournal(connection.path()) && fs::file_size(connection.path(), error) < expected) return damaged(connection.path());
    std::vector<std::string> tables;
    {
      Query query(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'postcode' ORDER BY name");
      while (query.next()) tables.push_back(query.take<std::string>());
    }
    for (const std::string& table : tables) {
      Query query(connection, "PRAGMA quick_check('" + table + "')");
      if (!query.next() || query.take<std::string>() != "ok") return damaged(connection.path());
    }
    return {};
  } catch (const SQLite::Exception& what) {
    return asInspection(what, connection.path());
  }
}

int schemaVersion(Connection& connection) { return pragma(connection, "user_version"); }

void climb(Connection& connection, const Ladder& ladder) {
  connection.run("BEGIN IMMEDIATE");
  try {
    const int from = schemaVersion(connection);
    for (const Step& step : ladder)
      if (step.version > from) connection.run(step.sql);
    connection.run("PRAGMA application_id = " + std::to_string(applicationId) +
                   "; PRAGMA user_version = " + std::to_string(ladder.back().version));
    Query links(connection, "PRAGMA foreign_key_check");
    if (links.next()) throw Unreadable("a row points at something that is not there");
  } catch (...) {
    if (sqlite3_get_autocommit(connection.database().getHandle()) == 0) connection.run("ROLLBACK");
    throw;
  }
  connection.run("COMMIT");
  connection.run("PRAGMA wal_checkpoint(TRUNCATE)");  // the version must stand in the file itself, where it is looked for first
}

OpenOutcome CaseFile::open(const fs::path& path, OpenMode mode, const std::string& who, Instant now, const Ladder& ladder) {
  const Inspection identity = inspectIdentity(path, ladder);
  if (identity.state != OpenState::opened) return refusal(identity);
  if (auto refused = refusedPlace(path)) return std::move(*refused);

  OpenOutcome out;
  std::unique_ptr<platform::FileLock> lock;
  bool mayWrite = mode == OpenMode::readWrite;
  out.why = because(ErrorCode::refused, path, "The file is open for reading only.");
  {
    auto taken = platform::FileLock::take(path, who);
    if (!taken) {
      mayWrite = false;
      out.why = because(ErrorCode::unavailable, path, "The file's folder cannot be written to. The file is open for reading only.");
    } else if (!taken->lock) {
      mayWrite = false;
      out.heldBy = taken->heldBy;
      out.why = because(ErrorCode::unavailable, path, taken->heldBy + " has the file open. It is open here for reading only.");
    } else {
      lock = std::move(taken->lock);
    }
  }
  try {
    // While nobody writes, the pages can be read without a trace. What another program holds open it has checked itself.
    if (lock && hasNoJournal(path)) {
      Connection looking(path, Access::unchanging);
      if (const auto pages = inspectPages(looking); pages.state != OpenState::opened) return refusal(pages);
    }
    if (mayWrite) {
      auto connection = std::make_unique<Connection>(path, Access::readWrite);
      if (sqlite3_db_readonly(connection->database().getHandle(), "main") == 0) {
        const int version = schemaVersion(*connection);
        if (version > ladder.back().version) return refusal(inspectIdentity(path, ladder));
        if (version < ladder.back().version) {
          const fs::path kept = backupFolder(path) / beforeMigrationName(path, version, now);
          std::error_code error;
          fs::create_directories(kept.parent_path(), error);
          if (auto copied = copyChecked(*connection, kept, Progress()); !copied) return outcome(OpenState::refused, copied.error());
          try {
            climb(*connection, ladder);
          } catch (const std::exception& what) {
            return outcome(
                OpenState::refused,
                because(ErrorCode::unreadable, path,
                        std::string("The file's tables could not be brought up to date and were left as they are: ") + what.what() + "."));
          }
          out.why =
              because(ErrorCode::invalid, path, "The file was brought up to date. A copy of it as it was lies in the folder of backups.");
        }
        (void)platform::makePrivate(path);
        connection->lock = std::move(lock);
        connection->heldBy = who;
        out.state = version < ladder.back().version ? OpenState::migrated : OpenState::opened;
        out.file = CaseFile(std::move(connection));
        return out;
      }
      out.why = because(ErrorCode::unavailable, path, "The file is write-protected. It is open for reading only.");
    }
    lock.reset();
    auto connection = reader(path);
    connection->heldBy = out.heldBy;
    if (schemaVersion(*connection) < ladder.back().version)
      return outcome(OpenState::refused,
                     because(ErrorCode::refused, path,
                             "The file was written by an older version of this program. Open it once for writing to bring "
                             "it up to date."));
    out.state = OpenState::openedReadOnly;
    out.file = CaseFile(std::move(connection));
    return out;
  } catch (const SQLite::Exception& what) {
    return refusal(asInspection(what, path));
  }
}

OpenOutcome CaseFile::create(const fs::path& path, const Authority& authority, const std::string& who, Instant now) {
  std::error_code error;
  if (fs::exists(path, error))
    return outcome(OpenState::refused, because(ErrorCode::refused, path, "There is a file of this name already. Choose another name."));
  if (auto refused = refusedPlace(path)) return std::move(*refused);
  auto taken = platform::FileLock::take(path, who);
  if (!taken) return outcome(OpenState::refused, taken.error());
  if (!taken->lock) {
    auto held = outcome(OpenState::locked, because(ErrorCode::unavailable, path, taken->heldBy + " is creating this file."));
    held.heldBy = taken->heldBy;
    return held;
  }
  const auto giveUp = [&](Error why) {
    for (const char* suffix : {"", "-wal", "-shm", ".head"}) fs::remove(beside(path, suffix), error);
    return outcome(OpenState::refused, std::move(why));
  };
  // Private before anything is in it; SQLite gives its working files the same rights.
  if (auto empty = platform::writeFile(path, ""); !empty) return giveUp(empty.error());
  try {
    auto connection = std::make_unique<Connection>(path, Access::readWrite);
    climb(*connection, caseFileLadder());
    connection->lock = std::move(taken->lock);
    connection->heldBy = who;
    CaseFile file(std::move(connection));
    Authority responsible = authority;
    responsible.responsible = true;
    const auto added = file.change(PersonId(), now, [&](Transaction& in) { return file.people().addAuthority(in, responsible); });
    if (!added) {
      { const CaseFile closing(std::move(file)); }
      return giveUp(added.error());
    }
    OpenOutcome out;
    out.state = OpenState::created;
    out.file = std::move(file);
    return out;
  } catch (const SQLite::Exception& what) {
    return giveUp(errorOf(what, path));
  } catch (const Unreadable& what) {
    return giveUp(errorOf(what, path));
  }
}

}  // namespace homeward::store
