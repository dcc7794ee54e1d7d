// One home on the social worker's page: what it has to have and has, what fits, what does not, what is not known, and what it would mean
// to choose it. It says why it cannot be chosen where it cannot, and what to do.
#pragma once

#include "app/rank_referral.h"
#include "shared/surface.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;
class QVBoxLayout;

namespace homeward::ui {

/// A home of the choice, with the fields for the reason under it.
struct ReviewCard {
  OptionId option;
  QString name;
  QString inChoice;  ///< why it is in the choice, as the officer sent it, without its place in any order
  QString closed;    ///< why it cannot be chosen now, and what to do; empty: it can
  QString owes;      ///< what the law prefers and this home is not, for the words of whoever chooses it
  bool offered = true;
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

/// Makes the card's surface. An option that is not among the candidates any more has a card all the same.
void buildCard(ReviewCard& card, app::Workspace& workspace, const app::RankedReferral& ranked);
/// Makes the fields for its reason, in a column. A home that is no longer offered has that as its reason beforehand.
[[nodiscard]] QWidget* buildReason(ReviewCard& card);

/// What a home has to have, of all homes at once: each with whether all have it.
void addEssentials(QVBoxLayout& rows, const app::RankedReferral& ranked, const std::vector<OptionId>& options);

}  // namespace homeward::ui
