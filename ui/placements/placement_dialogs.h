// What happens to a placement after its start: a new price from a day, and its end with the reason of the statutory return.
#pragma once

#include <QDialog>

#include "app/deciding.h"

class QCheckBox;
class QDateEdit;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;

namespace homeward::ui {

class SearchCombo;
class TextLabel;

/// Fields over one sentence of trouble and the buttons; the entries are kept when it could not be done.
class PlacementDialog : public QDialog {
  Q_OBJECT
 public:
  [[nodiscard]] QString trouble() const;
  /// What the default button does.
  void act();

 protected:
  PlacementDialog(app::Workspace& workspace, PlacementId placement, const QString& title, const QString& act, QWidget* parent);
  [[nodiscard]] virtual Result<void> done() = 0;
  [[nodiscard]] QFormLayout* form() { return m_form; }
  [[nodiscard]] QDateEdit* addDay(const QString& words, const QString& name);
  app::Workspace& m_workspace;
  PlacementId m_placement;

 private:
  QFormLayout* m_form;
  TextLabel* m_trouble;
};

class PriceDialog : public PlacementDialog {
  Q_OBJECT
 public:
  PriceDialog(app::Workspace& workspace, PlacementId placement, QWidget* parent = nullptr);
  void enter(TermId term, Money amount, Date from, const QString& clause);

 protected:
  Result<void> done() override;

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
  Result<void> done() override;

 private:
  void offerReasons();
  QDateEdit* m_left;
  SearchCombo* m_reason;
  QCheckBox* m_unplanned;
};

}  // namespace homeward::ui
