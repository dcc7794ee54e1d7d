// homeward-cli: Homeward's use cases without a window, for scheduled reports and for checks.
#include <iostream>

#include "cli/command.h"

int main(int argc, char** argv) {
  CLI::App cli{"Homeward without a window: case files, imports, rankings and reports"};
  cli.require_subcommand(1);
  homeward::cli::Context context;
  for (const auto add :
       {&homeward::cli::addNew, &homeward::cli::addDemo, &homeward::cli::addInfo, &homeward::cli::addVerify, &homeward::cli::addBackup,
        &homeward::cli::addRestore, &homeward::cli::addImport, &homeward::cli::addRank, &homeward::cli::addReport})
    add(cli, context);
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = cli.exit(error);
    return code == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::cerr << "homeward-cli stopped: " << error.what() << '\n';
    return 1;
  }
  return context.exitCode;
}
