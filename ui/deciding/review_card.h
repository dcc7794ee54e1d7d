// One home on the page of whoever decides: what it has to have and has, what fits, what does not, what is not known, and what it would mean
// to choose it. It says why it cannot be chosen where it cannot, and what to do.
#pragma once

#include "disclosure/choice_sheet.h"
#include "shared/surface.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;
class QVBoxLayout;

namespace homeward::ui {

/// A home of the choice, with the fields for the reason under it.
struct ReviewCard {
  std::int64_t option = 0;
  QString name;
  QString closed;  ///< why it cannot be chosen now, and what to do; empty: it can
  QString owes;    ///< what the law prefers and this home is not, for the words of whoever chooses it
  QRadioButton* choose = nullptr;
  Surface* surface = nullptr;
  TextLabel* reasonTitle = nullptr;
  TextLabel* lawAsks = nullptr;    ///< `owes`, while it is chosen
  QPlainTextEdit* why = nullptr;   ///< for the one chosen
  TextLabel* whyHidden = nullptr;  ///< in its place, while a name in it is hidden
  bool covered = false;            ///< it is
  QComboBox* code = nullptr;       ///< for those not chosen
  QLineEdit* words = nullptr;
  QWidget* notChosen = nullptr;
};

/// The card's surface. An option that is not offered any more has a card all the same.
[[nodiscard]] ReviewCard reviewCard(const disclosure::SheetOption& option);
/// Makes the fields for its reason, in a column. A home that is no longer offered has that as its reason beforehand.
[[nodiscard]] QWidget* buildReason(ReviewCard& card, bool offered);

/// What a home has to have, of all homes at once: each with whether all have it.
void addEssentials(QVBoxLayout& rows, const disclosure::ChoiceSheet& sheet);
/// How the choice came about; none: nothing wants saying.
[[nodiscard]] QWidget* backgroundCard(const disclosure::ChoiceSheet& sheet);

}  // namespace homeward::ui
