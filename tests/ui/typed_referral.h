// What is typed at half past five on a Friday: two siblings, three needs, one risk, "together".
#pragma once

#include <string>

#include "app/workspace.h"
#include "hands.h"

namespace homeward::tests {

/// A postcode that the case file knows.
[[nodiscard]] QString knownPostcode(app::Workspace& workspace);
/// Into the same-day form, with the keyboard on its first field; what follows is Ctrl+Return.
void typeTwoSiblings(Hands& hands, const QString& postcode);

}  // namespace homeward::tests
