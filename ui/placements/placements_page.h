// Placements: who lives where, since when, at what price, and every term, funder, breach and clock in law behind it.
//
// What was entered wrongly is corrected here, children who were placed before the case file began are entered here, and what never was
// is taken out.
#pragma once

#include "app/deciding.h"
#include "children/listed_page.h"
#include "shell/navigator.h"

class QAction;
class QCheckBox;
class QPushButton;

namespace homeward::ui {

class PlacementsPage : public ListedPage {
  Q_OBJECT
 public:
  PlacementsPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);
  void show(PlacementId placement);
  using QWidget::show;
  void refresh() override;
  bool doPrimary() override;
  [[nodiscard]] QList<QAction*> menuActions() override { return m_actions; }
  [[nodiscard]] PlacementId current() const;
  /// Puts a child who is there already on record.
  void enter();

 private:
  void buildActs();
  QAction* addAct(const QString& words, const QKeySequence& keys, void (PlacementsPage::*act)());
  void showCurrent() override;
  void allowActs(const app::PlacementCase* placed);
  [[nodiscard]] QString about(const app::PlacementCase& placed) const;
  void correct();
  void takeOut();
  void contract();
  void changePrice();
  void breaches();
  void law();
  void end();
  void recordBreachesOf(PlacementId placement);
  app::Workspace& m_workspace;
  bool m_currentOnly = true;
  std::vector<app::PlacementLine> m_lines;
  QCheckBox* m_ended;
  QPushButton* m_enter;
  QPushButton* m_contract;
  QPushButton* m_correct;
  QPushButton* m_breaches;
  QPushButton* m_law;
  QPushButton* m_end;
  QAction* m_contractAct = nullptr;
  QAction* m_priceAct = nullptr;
  QAction* m_correctAct = nullptr;
  QAction* m_endAct = nullptr;
  QAction* m_takeOutAct = nullptr;
  QAction* m_breachesAct = nullptr;
  QAction* m_lawAct = nullptr;
  QList<QAction*> m_actions;
};

}  // namespace homeward::ui
