// Places that were entered before their postcode was known: looked up again when postcodes come in.
#pragma once

#include <cstdint>

#include "app/workspace.h"

namespace homeward::app {

/// Gives its point and authority to every place of a child (home, school, those they see) and of a home (not those that a published list
/// brought: it says where they lie) that has a postcode and no point. How many places were found. Part of the transaction that brings
/// the postcodes: nothing remains of it when that is not committed.
[[nodiscard]] Result<std::int64_t> placeAgain(Workspace& workspace, store::Transaction& in);

}  // namespace homeward::app
