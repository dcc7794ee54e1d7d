// Making, opening and looking after case files.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/workspace.h"
#include "domain/fact.h"
#include "support/progress.h"

namespace homeward::app {

/// Opens for work; the outcome says in plain words what stands in the way, or that the file is read-only because somebody has it.
struct Opened {
  std::unique_ptr<Workspace> workspace;  ///< none when it could not be opened
  store::OpenState state = store::OpenState::missing;
  std::string words;  ///< one sentence for the person; empty when simply opened
};
[[nodiscard]] Opened openCase(const std::filesystem::path& path, store::OpenMode mode, Clock clock = systemClock());

/// England's upper-tier authorities by name: those for which a new case file can be made.
[[nodiscard]] std::vector<Authority> knownAuthorities();

/// Puts a checked copy of a backup in the place of a case file, which nobody may have open. What was there is set aside beside it and its
/// path answered.
[[nodiscard]] Result<std::optional<std::filesystem::path>> restoreCase(const std::filesystem::path& backup,
                                                                       const std::filesystem::path& caseFile,
                                                                       const Clock& clock = systemClock());
/// Where the daily backups of a case file lie.
[[nodiscard]] std::filesystem::path backupsOf(const std::filesystem::path& caseFile);
/// The day's backup, once a day, the newest 30 kept; answers whether one was made now. `reader` is a view of its own (`besides`).
[[nodiscard]] Result<bool> backUpDaily(const store::CaseFile& reader, Date today, const Progress& progress = {});

/// What a check of a case file found, a sentence each, and what to do where something is wrong.
[[nodiscard]] std::vector<Fact> findings(const store::Verification& found);
/// How many of each thing a case file holds: "126 sibling groups".
[[nodiscard]] std::vector<Fact> holdings(const store::Contents& contents);

/// A checked copy of the file as it is now. On a workspace besides, it may take its time.
[[nodiscard]] Result<void> backUp(Workspace& workspace, const std::filesystem::path& to, const Progress& progress = {});
/// Keeps in the case file that a backup was made today; the copy itself says nothing of it.
[[nodiscard]] Result<void> noteBackup(Workspace& workspace);
/// The day of the newest backup that is known of: of the daily ones, or of one that somebody made. None: there is none.
[[nodiscard]] Result<std::optional<Date>> lastBackup(Workspace& workspace);

/// A new, empty case file for an authority, with one person to start with.
[[nodiscard]] Result<std::unique_ptr<Workspace>> newCase(const std::filesystem::path& path, const Authority& authority, const Person& first,
                                                         Clock clock = systemClock());
/// The fictional demo case: the same seed and day give the same content. Refuses to write over an existing file.
[[nodiscard]] Result<std::unique_ptr<Workspace>> demoCase(const std::filesystem::path& path, std::uint64_t seed, Date today,
                                                          const Progress& progress = {}, Clock clock = systemClock());

}  // namespace homeward::app
