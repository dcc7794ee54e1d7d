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

 private:
  void edit();
  void addChild();
  void open(const Child& child);
  void showCurrent() override;
  app::Workspace& m_workspace;
  std::vector<app::ChildLine> m_lines;
  QPushButton* m_edit;
  QPushButton* m_new;
};

}  // namespace homeward::ui
