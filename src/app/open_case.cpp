#include "app/open_case.h"

namespace homeward::app {
namespace {
constexpr const char* programName = "Homeward";
}

Opened openCase(const std::filesystem::path& path, store::OpenMode mode, Clock clock) {
  store::OpenOutcome outcome = store::CaseFile::open(path, mode, programName, clock());
  Opened opened;
  opened.state = outcome.state;
  opened.words = outcome.why.detail;
  if (!outcome.file) return opened;
  auto workspace = Workspace::over(std::move(*outcome.file), std::move(clock));
  if (workspace) {
    opened.workspace = *std::move(workspace);
  } else {
    opened.state = store::OpenState::damaged;
    opened.words = workspace.error().detail;
  }
  return opened;
}

Result<std::unique_ptr<Workspace>> newCase(const std::filesystem::path& path, const Authority& authority, const Person& first,
                                           Clock clock) {
  store::OpenOutcome outcome = store::CaseFile::create(path, authority, programName, clock());
  if (!outcome.file) return tl::unexpected<Error>(outcome.why);
  const auto person =
      outcome.file->change(PersonId{}, clock(), [&](store::Transaction& in) { return outcome.file->people().addPerson(in, first); });
  if (!person) return failed(person);
  return Workspace::over(std::move(*outcome.file), std::move(clock));
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
