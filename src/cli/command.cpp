#include "cli/command.h"

#include <iostream>

#include "support/platform/files.h"

namespace homeward::cli {

void Context::answer(const nlohmann::json& document, const std::string& words) const {
  if (json)
    std::cout << document.dump(2) << '\n';
  else
    std::cout << words << (words.empty() || words.back() == '\n' ? "" : "\n");
}

void Context::refuse(const Error& error) {
  exitCode = 1;
  if (json)
    std::cout << nlohmann::json{{"error", {{"code", name(error.code)}, {"subject", error.subject}, {"detail", error.detail}}}}.dump(2)
              << '\n';
  std::cerr << (error.subject.empty() ? "" : error.subject + ": ") << error.detail << '\n';
}

std::unique_ptr<app::Workspace> Context::open(store::OpenMode mode) {
  app::Opened opened = app::openCase(file, mode);
  if (!opened.workspace) {
    refuse({ErrorCode::unavailable, file.string(), opened.words});
    return nullptr;
  }
  if (mode == store::OpenMode::readWrite && opened.workspace->readOnly()) {
    refuse({ErrorCode::unavailable, file.string(), opened.words});
    return nullptr;
  }
  return std::move(opened.workspace);
}

Result<void> Context::write(const std::filesystem::path& path, const std::string& words) const { return platform::writeFile(path, words); }

void addFileOption(CLI::App& command, Context& context) {
  command.add_option("--file", context.file, "The case file")->required();
  command.add_flag("--json", context.json, "Answer with one JSON document");
}

}  // namespace homeward::cli
