// How a choice came about, for whoever decides: why there are not three and who was asked, and what was put in the place of what the
// ranking proposed.
#pragma once

#include <QString>

#include "app/workspace.h"
#include "domain/decision.h"

class QWidget;

namespace homeward::ui {

/// None where there is nothing to say: three were proposed, and these were sent.
[[nodiscard]] QWidget* choiceBackground(app::Workspace& workspace, const Choice& choice);
/// "Marram household was proposed; Thrift household stands in its place: the child’s wish, she knows the family."
[[nodiscard]] QString swapWords(const Swap& swap, const QString& proposed, const QString& instead);

}  // namespace homeward::ui
