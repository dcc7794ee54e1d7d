// The bin on the Data page: what was put away, by whom and why, and the way back.
#pragma once

#include <QWidget>
#include <vector>

#include "app/bin.h"

class QPushButton;

namespace homeward::ui {

class PlainTable;
class SectionHead;
class TextLabel;

class BinPane : public QWidget {
  Q_OBJECT
 public:
  explicit BinPane(app::Workspace& workspace, QWidget* parent = nullptr);
  void refresh();
  [[nodiscard]] QWidget* first();

 signals:
  void saved(const QString& words);

 private:
  void putBack();
  app::Workspace& m_workspace;
  std::vector<app::BinLine> m_lines;
  SectionHead* m_head;
  PlainTable* m_table;
  TextLabel* m_trouble;
  QPushButton* m_putBack;
};

}  // namespace homeward::ui
