// Ctrl+K: children, referrals, settings and providers by the beginnings of words.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"

namespace homeward::app {

struct Found {
  enum class Kind { child, referral, setting, provider };
  Kind kind = Kind::child;
  std::int64_t id = 0;
  std::string title;
  std::string detail;
};
/// At most `limit`, best first; empty text finds nothing.
[[nodiscard]] Result<std::vector<Found>> find(Workspace& workspace, std::string_view text, int limit = 20);

}  // namespace homeward::app
