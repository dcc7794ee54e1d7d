// What happened although a rule says no, on the screen: recorded with whose authority it was, told, looked at again, ended.
//
// Night duty and courts place children where the rule says no, and a placement off the books is worse: what happened can always be
// recorded. A breach stands on top of My work until it has ended.
#pragma once

#include <QDialog>

#include "app/deciding.h"
#include "shared/act_dialog.h"

class QListWidget;

namespace homeward::ui {

class SearchCombo;
class TextLabel;

/// One breach: a new one, or what is on record of one. Where the draft names the rule, the rule stands.
class BreachDialog : public ActDialog {
  Q_OBJECT
 public:
  BreachDialog(app::Workspace& workspace, Breach breach, QWidget* parent = nullptr);
  [[nodiscard]] BreachId recorded() const { return m_breach.id; }
  /// What the fields say now.
  [[nodiscard]] Breach entered() const;

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  void askHome();
  app::Workspace& m_workspace;
  Breach m_breach;
  SearchCombo* m_rule;
  SearchCombo* m_home;  ///< of a placement's breach it is where that is, and is not asked
  QLineEdit* m_words;
  SearchCombo* m_by;
  QLineEdit* m_order;
  QLineEdit* m_told;
  QDateEdit* m_from = nullptr;
  QDateEdit* m_review = nullptr;
};

class EndBreachDialog : public ActDialog {
  Q_OBJECT
 public:
  EndBreachDialog(app::Workspace& workspace, const Breach& breach, QWidget* parent = nullptr);

 protected:
  Result<void> carryOut() override;

 private:
  app::Workspace& m_workspace;
  BreachId m_breach;
  QDateEdit* m_day;
};

/// The breaches of a placement, or of a referral that has none yet: record, change, end.
class BreachesDialog : public QDialog {
  Q_OBJECT
 public:
  /// `about` names whom it is about; a new breach begins as `fresh`.
  BreachesDialog(app::Workspace& workspace, const QString& about, Breach fresh, QWidget* parent = nullptr);

 private:
  void read();
  void follow();
  [[nodiscard]] const Breach* current() const;
  app::Workspace& m_workspace;
  Breach m_fresh;
  std::vector<Breach> m_breaches;
  TextLabel* m_words;
  QListWidget* m_list;
  QPushButton* m_change;
  QPushButton* m_end;
};

/// "Rule 15: terms of approval of a foster carer, at Larch household, since 27 November 2026. ..." on one line; without `home` where the
/// screen has said it already.
[[nodiscard]] QString breachWords(const Breach& breach, const QString& home = {});
[[nodiscard]] QString breachWords(app::Workspace& workspace, const Breach& breach);

}  // namespace homeward::ui
