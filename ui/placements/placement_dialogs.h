// What happens to a placement after its start: a new price from a day, and its end with the reason of the statutory return.
//
// What was entered wrongly is corrected in the contract and in the placement's editor.
#pragma once

#include "app/deciding.h"
#include "shared/act_dialog.h"

class QCheckBox;
class QDoubleSpinBox;

namespace homeward::ui {

class SearchCombo;

class PlacementDialog : public ActDialog {
  Q_OBJECT
 protected:
  PlacementDialog(app::Workspace& workspace, PlacementId placement, const QString& title, const QString& act, QWidget* parent);
  app::Workspace& m_workspace;
  PlacementId m_placement;
};

class PriceDialog : public PlacementDialog {
  Q_OBJECT
 public:
  /// Of the price that is named, or of the first that lasts.
  PriceDialog(app::Workspace& workspace, PlacementId placement, TermId term = {}, QWidget* parent = nullptr);
  void enter(TermId term, Money amount, Date from, const QString& clause);

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  SearchCombo* m_term;
  QDoubleSpinBox* m_pounds;
  QDateEdit* m_from;
  QLineEdit* m_clause;
};

class EndDialog : public PlacementDialog {
  Q_OBJECT
 public:
  EndDialog(app::Workspace& workspace, PlacementId placement, QWidget* parent = nullptr);

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  void offerReasons();
  QDateEdit* m_left;
  SearchCombo* m_reason;
  QCheckBox* m_unplanned;
};

/// The reasons for an end that the statutory return of the day's year knows.
void offerEndReasons(SearchCombo& combo, Date left);

}  // namespace homeward::ui
