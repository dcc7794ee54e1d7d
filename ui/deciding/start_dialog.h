// Starting a placement: the day, what still stands in the way with how to mend it, and the approvals that the law wants.
#pragma once

#include <map>

#include "app/deciding.h"
#include "shared/entry_dialog.h"

class QDateEdit;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace homeward::ui {

class SearchCombo;
class TextLabel;

class StartDialog : public EntryDialog {
  Q_OBJECT
 public:
  StartDialog(app::Workspace& workspace, DecisionId decision, QWidget* parent = nullptr);
  [[nodiscard]] const std::vector<PlacementId>& started() const { return m_started; }

 private:
  /// Where an approval is entered; what was entered stays while the day changes.
  struct ApprovalRow {
    QWidget* row = nullptr;
    SearchCombo* who = nullptr;
    QDateEdit* on = nullptr;
    QLineEdit* reference = nullptr;
    QPushButton* record = nullptr;
  };
  using ApprovalOf = std::pair<int, homeward::Role>;  ///< the rule, and who approves
  void look();
  void showStands();
  /// For whom, where, and who decided it.
  [[nodiscard]] QString about() const;
  /// The citation of a rule, and the hint to ask legal services where that is wanted; nothing for what is no rule.
  void showBasis(int rule);
  void offerArea(const app::Hindrance& hindrance);
  void enterPlace(SettingId setting);
  /// What the law asks and nobody has answered: it does not stop the start.
  void showNotKnown();
  [[nodiscard]] ApprovalRow newRow(int rule, homeward::Role by);
  /// Breaches that stand, and after a start in an emergency the approvals that are missing.
  void showFollowing();
  void approve(int rule, homeward::Role by);
  void recordApproval(int rule, homeward::Role by);
  void orderTabs();
  void offerBreach(const app::Hindrance& hindrance);
  void recordBreach(const app::Hindrance& hindrance);
  void start();
  [[nodiscard]] Date day() const;
  app::Workspace& m_workspace;
  DecisionId m_decision;
  std::vector<PlacementId> m_started;
  QDateEdit* m_day;
  QVBoxLayout* m_stands;
  bool m_breachOffered = false;
  bool m_placeOffered = false;
  std::map<ApprovalOf, ApprovalRow> m_approvals;
  std::vector<ApprovalOf> m_asked;  ///< those that are shown, from the top
  TextLabel* m_problem;
  QPushButton* m_start;
};

}  // namespace homeward::ui
