// The columns of a table as a list: which are shown, in what order, how wide. For whoever cannot or will not drag.
#pragma once

#include <QDialog>
#include <QHash>

class QListWidget;
class QListWidgetItem;
class QPushButton;
class QSpinBox;

namespace homeward::ui {

class TableColumns;

class ColumnsDialog : public QDialog {
  Q_OBJECT
 public:
  explicit ColumnsDialog(TableColumns& columns, QWidget* parent = nullptr);

 private:
  void follow();
  void move(int by);
  void apply();
  [[nodiscard]] int columnOf(const QListWidgetItem* item) const;
  TableColumns& m_columns;
  QListWidget* m_list;
  QSpinBox* m_width;
  QPushButton* m_up;
  QPushButton* m_down;
  QHash<int, int> m_widths;  ///< those that were changed, in pixels
};

}  // namespace homeward::ui
