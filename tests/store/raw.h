// Somebody with a tool for databases who changes a case file behind the program's back.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <string>

#include "support/catch.h"

namespace homeward::tests {

/// Runs SQL on a closed file; returns the first column of the last row.
inline std::string raw(const std::filesystem::path& file, const std::string& sql) {
  sqlite3* database = nullptr;
  if (sqlite3_open(file.c_str(), &database) != SQLITE_OK) FAIL("cannot open " << file);
  std::string last;
  char* message = nullptr;
  const auto keep = [](void* out, int, char** values, char**) {
    *static_cast<std::string*>(out) = values[0] == nullptr ? "" : values[0];
    return 0;
  };
  const int result = sqlite3_exec(database, sql.c_str(), keep, &last, &message);
  const std::string why = message == nullptr ? "" : message;
  sqlite3_free(message);
  sqlite3_close(database);
  if (result != SQLITE_OK) FAIL(sql << ": " << why);
  return last;
}

}  // namespace homeward::tests
