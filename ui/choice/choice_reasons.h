// Why each option is in the choice that the ranking proposes: a plain sentence for its place, what it is best at and what it adds to the
// others.
#pragma once

#include "choice/choice_view.h"

class QVBoxLayout;
class QWidget;

namespace homeward::ui {

/// Fills the column anew; with fewer than three it says so.
void showReasons(QVBoxLayout& column, const ChoiceView& view);

}  // namespace homeward::ui
