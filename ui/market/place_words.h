// Where a postcode lies, in words beside the field that it was typed into.
#pragma once

#include <QString>

#include "app/workspace.h"

namespace homeward::ui {

/// "in Wendmoor"; and where it has no point, that distances are intervals, or not known.
[[nodiscard]] QString placeWords(app::Workspace& workspace, const Place& place);

}  // namespace homeward::ui
