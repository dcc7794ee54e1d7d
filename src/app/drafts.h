// What the person who works has typed and not saved: kept every few seconds, found again after a crash, gone once it is saved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"

namespace homeward::app {

struct Draft {
  std::int64_t id = 0;
  Instant at{};         ///< when it was kept last
  ReferralId referral;  ///< which referral it changes; none: a new one
  std::string typed;    ///< the fields, as the form wrote them
};

/// Adds it, or keeps it anew under its id; answers the id. Refused while the case file is open for reading only.
[[nodiscard]] Result<std::int64_t> keepDraft(Workspace& workspace, const Draft& draft);
[[nodiscard]] Result<void> discardDraft(Workspace& workspace, std::int64_t id);
/// Of whoever works, the latest first.
[[nodiscard]] Result<std::vector<Draft>> drafts(Workspace& workspace);

}  // namespace homeward::app
