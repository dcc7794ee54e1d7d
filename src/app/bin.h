// The bin: a child, a referral, a home or a provider that was entered twice or by mistake, put away with a reason and put back at will.
//
// What lies in the bin is in no list, search, ranking or report. So only what nothing on record leans on goes there; what has begun is
// ended, withdrawn or taken out instead, and each refusal says which.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"

namespace homeward::app {

enum class Binnable { child, referral, setting, provider };

struct BinLine {
  Binnable kind = Binnable::child;
  std::int64_t id = 0;
  std::string name;  ///< of a child also the number: "Wren Tansy, C-2207"
  std::string by;
  Instant at{};
  std::string reason;
};
/// What lies there, the latest first.
[[nodiscard]] Result<std::vector<BinLine>> bin(Workspace& workspace);

/// A child goes when no placement and no referral is about them, and no home or other child names them; a referral when nobody was asked
/// and nothing was placed for it; a home when it was never asked about, offered or lived in; a provider when the same holds and none of its
/// homes is outside the bin.
[[nodiscard]] Result<void> putInBin(Workspace& workspace, Binnable kind, std::int64_t id, const std::string& reason);
/// Whoever it leans on comes back first: the children of a referral, the provider of a home, a child from whom another is kept apart.
[[nodiscard]] Result<void> putBack(Workspace& workspace, Binnable kind, std::int64_t id);

}  // namespace homeward::app
