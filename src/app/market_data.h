// Keeping people, children, providers and settings, and bringing the field's files in.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/child.h"
#include "domain/referral.h"
#include "support/progress.h"

namespace homeward::app {

/// Adds or saves a child; a number that another child has is refused.
[[nodiscard]] Result<Child> saveChild(Workspace& workspace, Child child);
/// The same together with the sibling group to which the child then belongs, new (id 0) or changed, in one transaction.
[[nodiscard]] Result<Child> saveChild(Workspace& workspace, Child child, const SiblingGroup& group);
[[nodiscard]] Result<Provider> saveProvider(Workspace& workspace, Provider provider);
[[nodiscard]] Result<Setting> saveSetting(Workspace& workspace, Setting setting);
/// "The place is still free, said today."
[[nodiscard]] Result<void> confirmVacancy(Workspace& workspace, SettingId setting, int places, Date freeFrom);
[[nodiscard]] Result<Person> savePerson(Workspace& workspace, Person person);
[[nodiscard]] Result<Team> saveTeam(Workspace& workspace, Team team);
[[nodiscard]] Result<SiblingGroup> saveSiblingGroup(Workspace& workspace, SiblingGroup group);
[[nodiscard]] Result<std::vector<Person>> people(Workspace& workspace);
[[nodiscard]] Result<std::vector<Team>> teams(Workspace& workspace);

struct ChildLine {
  Child child;
  std::string livesAt;
  std::string socialWorker;
  int openReferrals = 0;
};
[[nodiscard]] Result<std::vector<ChildLine>> childLines(Workspace& workspace);

/// What an import would do, before anything is written.
struct RowError {
  std::int64_t line = 0;
  std::string column;
  std::string message;
};
struct ImportPreview {
  std::filesystem::path file;
  std::string kind;                                          ///< "ofsted" or "postcodes"
  std::vector<std::pair<std::string, std::int64_t>> counts;  ///< "Children's homes" 3,946 ...
  std::int64_t rows = 0;
  std::int64_t added = 0, changed = 0, unchanged = 0, skipped = 0;
  std::vector<RowError> errors;  ///< the first 1,000
  std::int64_t errorCount = 0;
};
[[nodiscard]] Result<ImportPreview> previewOfsted(Workspace& workspace, const std::filesystem::path& file, const Progress& progress = {});
/// One transaction; repeatable: a row that is there already (by URN) is changed or left alone, never doubled.
[[nodiscard]] Result<ImportPreview> importOfsted(Workspace& workspace, const std::filesystem::path& file, const Progress& progress = {});
[[nodiscard]] Result<ImportPreview> previewPostcodes(Workspace& workspace, const std::filesystem::path& file,
                                                     const Progress& progress = {});
[[nodiscard]] Result<ImportPreview> importPostcodes(Workspace& workspace, const std::filesystem::path& file, const Progress& progress = {});

}  // namespace homeward::app
