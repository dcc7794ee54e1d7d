// What the person who works has typed and not saved: kept every few seconds, found again after a crash, gone once it is saved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"

namespace homeward::app {

using store::DraftMark;

struct Draft {
  DraftMark mark;
  Instant at{};         ///< when it was kept last
  ReferralId referral;  ///< which referral it changes; none: a new one
  std::string typed;    ///< the fields, as the form wrote them
};

/// Adds it, or keeps it anew where it still is as it is marked; answers its mark. Refused while the case file is open for reading only.
[[nodiscard]] Result<DraftMark> keepDraft(Workspace& workspace, const Draft& draft);
/// Whether it went: another form may have kept it anew since, and then it stays.
[[nodiscard]] Result<bool> discardDraft(Workspace& workspace, DraftMark mark);
/// Of whoever works, the latest first.
[[nodiscard]] Result<std::vector<Draft>> drafts(Workspace& workspace);

inline constexpr std::chrono::days draftsKept{30};
/// At opening for work: older drafts go, and those of people who no longer work. Does nothing while the case file is for reading only.
[[nodiscard]] Result<void> discardStaleDrafts(Workspace& workspace);

}  // namespace homeward::app
