// The ladder of schemas: each step is a SQL file of `resources/schema`, frozen once released, that brings a case file from the version
// before it to its own.
#pragma once

#include <string>
#include <vector>

namespace homeward::store {

struct Step {
  int version = 0;  ///< after it; steps are numbered 1, 2, 3 ...
  std::string sql;
};
using Ladder = std::vector<Step>;

/// The ladder of this program.
[[nodiscard]] const Ladder& caseFileLadder();

/// "HMWD" as SQLite's application id: what tells a case file from other databases.
inline constexpr int applicationId = 0x484D5744;

}  // namespace homeward::store
