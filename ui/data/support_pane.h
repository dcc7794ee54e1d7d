// The council's list of support with its prices, on the Data page.
#pragma once

#include <QWidget>
#include <vector>

#include "app/workspace.h"
#include "domain/priced_support.h"

class QPushButton;

namespace homeward::ui {

class PlainTable;
class SectionHead;

class SupportPane : public QWidget {
  Q_OBJECT
 public:
  explicit SupportPane(app::Workspace& workspace, QWidget* parent = nullptr);
  void refresh();
  [[nodiscard]] QWidget* first();
  void add() { edit(-1); }

 signals:
  void saved(const QString& words);

 private:
  void edit(int row);
  void remove();
  app::Workspace& m_workspace;
  std::vector<PricedSupport> m_support;
  SectionHead* m_head;
  PlainTable* m_list;
  QPushButton* m_change;
  QPushButton* m_remove;
};

}  // namespace homeward::ui
