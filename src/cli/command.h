// What every command of homeward-cli shares: where the case file is, how it answers, and how it refuses.
//
// A command prints text for a person, or with --json one JSON document. Exit 0: done. 1: refused, with a reason that a person can act on.
// 2: wrong usage.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "app/open_case.h"
#include "support/result.h"

namespace homeward::cli {

struct Context {
  bool json = false;
  std::filesystem::path file;
  int exitCode = 0;

  /// Prints the answer in the form that was asked for.
  void answer(const nlohmann::json& document, const std::string& words) const;
  /// Prints why not, for a person on standard error and with --json as a document besides, and sets the exit code to 1.
  void refuse(const Error& error);
  /// The case file that --file names, open; none after refusing.
  [[nodiscard]] std::unique_ptr<app::Workspace> open(store::OpenMode mode);
  /// Writes a text file whole or not at all.
  [[nodiscard]] Result<void> write(const std::filesystem::path& path, const std::string& words) const;
};

void addFileOption(CLI::App& command, Context& context);
/// Ranks the problem in that file (`docs/matching-problem.md`).
void rankProblem(Context& context, const std::filesystem::path& file);

void addNew(CLI::App& cli, Context& context);
void addDemo(CLI::App& cli, Context& context);
void addInfo(CLI::App& cli, Context& context);
void addVerify(CLI::App& cli, Context& context);
void addBackup(CLI::App& cli, Context& context);
void addRestore(CLI::App& cli, Context& context);
void addImport(CLI::App& cli, Context& context);
void addRank(CLI::App& cli, Context& context);
void addReport(CLI::App& cli, Context& context);

}  // namespace homeward::cli
