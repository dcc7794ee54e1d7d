// Children: everybody whom the case file knows, where they live, and what they need, want and must be kept from.
#pragma once

#include "app/market_data.h"
#include "children/listed_page.h"
#include "shell/navigator.h"

namespace homeward::ui {

class ChildrenPage : public ListedPage {
  Q_OBJECT
 public:
  ChildrenPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);
  void show(ChildId child);
  using QWidget::show;
  void refresh() override;
  bool doPrimary() override;
  [[nodiscard]] QUndoStack* undoStack() override { return m_undo; }
  [[nodiscard]] QList<QAction*> menuActions() override { return {m_editAct, m_binAct}; }
  void addChild();

 private:
  void edit();
  void putAway();
  void open(const Child& opened);
  void tellSaved(const QString& words);
  void showCurrent() override;
  app::Workspace& m_workspace;
  std::vector<app::ChildLine> m_lines;
  QUndoStack* m_undo;
  QPushButton* m_edit;
  QPushButton* m_new;
  QAction* m_editAct;
  QAction* m_binAct;
};

}  // namespace homeward::ui
