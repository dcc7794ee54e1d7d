// Places that were entered before their postcode was known: looked up again when postcodes come in.
#pragma once

#include <cstdint>

#include "app/workspace.h"

namespace homeward::app {

/// Whether a place with a postcode and no point is better known now; then it has its point and authority.
bool locate(Workspace& workspace, Place& place);

/// Does that for every place of a child (home, school, those they see) and of a home. How many places were found. Part of the transaction
/// that brings the postcodes: nothing remains of it when that is not committed.
[[nodiscard]] Result<std::int64_t> placeAgain(Workspace& workspace, store::Transaction& in);

}  // namespace homeward::app
