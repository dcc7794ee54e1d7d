// Starting a placement: the day, what still stands in the way with how to mend it, and the approvals that the law wants.
#pragma once

#include <QDialog>

#include "app/deciding.h"

class QDateEdit;
class QPushButton;
class QVBoxLayout;

namespace homeward::ui {

class TextLabel;

class StartDialog : public QDialog {
  Q_OBJECT
 public:
  StartDialog(app::Workspace& workspace, DecisionId decision, QWidget* parent = nullptr);
  [[nodiscard]] const std::vector<PlacementId>& started() const { return m_started; }

 private:
  void look();
  /// Breaches that stand, and approvals that may follow the start.
  void showFollowing();
  void approve(int rule, homeward::Role by);
  void offerBreach(const app::Hindrance& hindrance);
  void recordBreach(int rule);
  void start();
  [[nodiscard]] Date day() const;
  app::Workspace& m_workspace;
  DecisionId m_decision;
  std::vector<PlacementId> m_started;
  QDateEdit* m_day;
  QVBoxLayout* m_stands;
  bool m_breachOffered = false;
  TextLabel* m_problem;
  QPushButton* m_start;
};

}  // namespace homeward::ui
