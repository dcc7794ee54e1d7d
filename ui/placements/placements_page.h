// Placements: who lives where, since when, at what price, and every term, funder, breach and clock in law behind it.
#pragma once

#include "app/deciding.h"
#include "children/listed_page.h"
#include "shell/navigator.h"

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
  [[nodiscard]] PlacementId current() const;

 private:
  void showCurrent() override;
  void changePrice();
  void breaches();
  void end();
  app::Workspace& m_workspace;
  bool m_currentOnly = true;
  std::vector<app::PlacementLine> m_lines;
  QCheckBox* m_ended;
  QPushButton* m_price;
  QPushButton* m_breaches;
  QPushButton* m_end;
};

}  // namespace homeward::ui
