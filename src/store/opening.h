// Looking at a file before it is opened, bringing its tables up to date, and copying it: what opening, backing up and restoring share.
#pragma once

#include <optional>
#include <string>

#include "store/case_file.h"
#include "store/connection.h"
#include "store/schema.h"

namespace homeward::store {

/// What a file is, found out without a change to it. `state` is opened when it can be used.
struct Inspection {
  OpenState state = OpenState::opened;
  int version = 0;
  Error why;
};
/// Is it a case file at all, and of which version? Holds for a file that somebody writes at this moment, too.
[[nodiscard]] Inspection inspectIdentity(const std::filesystem::path& path, const Ladder& ladder);
/// Reads every page but those of the postcodes, which `verify` reads. `connection` looks at the file.
[[nodiscard]] Inspection inspectPages(Connection& connection);
/// Nothing but the file itself belongs to it: no journal of a crash waits beside it.
[[nodiscard]] bool hasNoJournal(const std::filesystem::path& path);

[[nodiscard]] int schemaVersion(Connection& connection);
/// All steps above the file's version, in one transaction. Throws what SQLite throws, with nothing changed.
void climb(Connection& connection, const Ladder& ladder);

enum class Drafts { leftOut, kept };
/// A copy through SQLite's backup, checked before it takes its name.
[[nodiscard]] Result<void> copyChecked(Connection& from, const std::filesystem::path& to, const Progress& progress,
                                       Drafts drafts = Drafts::leftOut);
/// Is this copy whole, in its pages, its links and its history?
[[nodiscard]] Result<void> checkCopy(const std::filesystem::path& copy, const Progress& progress = Progress());
[[nodiscard]] Verification verifyAll(Connection& connection);

}  // namespace homeward::store
