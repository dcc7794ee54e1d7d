#include "app/open_case.h"

#include <algorithm>

#include "app/drafts.h"
#include "exchange/authority_names.h"
#include "support/platform/lock.h"

namespace homeward::app {
namespace {
constexpr const char* lastBackupKey = "lastBackup";
}

Opened openCase(const std::filesystem::path& path, store::OpenMode mode, Clock clock) {
  store::OpenOutcome outcome = store::CaseFile::open(path, mode, platform::thisProgram(), clock());
  Opened opened;
  opened.state = outcome.state;
  opened.words = outcome.why.detail;
  if (!outcome.file) return opened;
  auto workspace = Workspace::over(std::move(*outcome.file), std::move(clock));
  if (workspace) {
    opened.workspace = *std::move(workspace);
    (void)discardStaleDrafts(*opened.workspace);  // what could not go now goes at the next opening
  } else {
    opened.state = store::OpenState::damaged;
    opened.words = workspace.error().detail;
  }
  return opened;
}

Result<std::unique_ptr<Workspace>> newCase(const std::filesystem::path& path, const Authority& authority, const Person& first,
                                           Clock clock) {
  store::OpenOutcome outcome = store::CaseFile::create(path, authority, platform::thisProgram(), clock());
  if (!outcome.file) return tl::unexpected<Error>(outcome.why);
  const auto person =
      outcome.file->change(PersonId{}, clock(), [&](store::Transaction& in) { return outcome.file->people().addPerson(in, first); });
  if (!person) return failed(person);
  return Workspace::over(std::move(*outcome.file), std::move(clock));
}

std::vector<Authority> knownAuthorities() {
  std::vector<Authority> known;
  for (const exchange::AuthorityName& one : exchange::AuthorityNames::england().all()) known.push_back({AuthorityId{}, one.code, one.name});
  std::ranges::sort(known, {}, &Authority::name);
  return known;
}

Result<std::optional<std::filesystem::path>> restoreCase(const std::filesystem::path& backup, const std::filesystem::path& caseFile,
                                                         const Clock& clock) {
  return store::CaseFile::restore(backup, caseFile, platform::thisProgram(), clock());
}

std::filesystem::path backupsOf(const std::filesystem::path& caseFile) { return store::CaseFile::backupFolder(caseFile); }

Result<bool> backUpDaily(const store::CaseFile& reader, Date today, const Progress& progress) {
  const auto made = reader.backupDaily(today, progress);
  if (!made) return failed(made);
  return made->has_value();
}

Result<void> backUp(Workspace& workspace, const std::filesystem::path& to, const Progress& progress) {
  return workspace.file().backup(to, progress);
}

Result<void> noteBackup(Workspace& workspace) {
  if (workspace.readOnly()) return {};
  return workspace.change(
      [&](store::Transaction& in) { return workspace.file().properties().set(in, lastBackupKey, isoDate(workspace.today())); });
}

Result<std::optional<Date>> lastBackup(Workspace& workspace) {
  const auto noted = workspace.file().properties().get(lastBackupKey);
  if (!noted) return failed(noted);
  std::optional<Date> last = workspace.file().lastDailyBackup();
  if (*noted)
    if (const auto byHand = parseIsoDate(**noted); byHand && (!last || *byHand > *last)) last = byHand;
  return last;
}

std::vector<Fact> findings(const store::Verification& found) {
  std::vector<Fact> facts;
  if (found.sound()) return {{"verify.sound", {found.history.entries}}};
  for (const std::string& damage : found.damage) facts.push_back({"verify.damage", {damage}});
  for (const std::string& link : found.brokenLinks) facts.push_back({"verify.brokenLink", {link}});
  if (found.history.firstBroken) facts.push_back({"verify.historyBroken", {*found.history.firstBroken}});
  if (found.history.headBeside == store::HeadState::absent) facts.push_back({"verify.historyCutOff", {}});
  facts.push_back({"verify.restore", {}});
  return facts;
}

std::vector<Fact> holdings(const store::Contents& contents) {
  std::vector<Fact> facts;
  for (const auto& [what, count] : contents.counts) facts.push_back({"holds." + what, {count}});
  return facts;
}

}  // namespace homeward::app
