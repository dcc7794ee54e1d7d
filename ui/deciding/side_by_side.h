// The homes of a choice side by side, criteria as rows, as a table that can be read aloud, copied and printed.
#pragma once

#include "disclosure/choice_sheet.h"

class QWidget;

namespace homeward::ui {

/// Opens it and waits until it is closed.
void showSideBySide(const disclosure::ChoiceSheet& sheet, QWidget* parent);

}  // namespace homeward::ui
