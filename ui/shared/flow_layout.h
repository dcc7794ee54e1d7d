// A row of controls that goes on in the next line where there is no more room: acts in a narrow pane, or in large letters.
#pragma once

#include <QLayout>
#include <QList>
#include <vector>

class QGridLayout;

namespace homeward::ui {

/// Its least width is that of the widest control; its height follows its width. What is left of a line goes to the fields in it that
/// take more.
class FlowLayout : public QLayout {
 public:
  explicit FlowLayout(QWidget* parent = nullptr);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override;
  [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
  [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;  ///< all in one line
  [[nodiscard]] QSize minimumSize() const override;
  void setGeometry(const QRect& room) override;

 private:
  /// Shares the room out in lines, and moves the controls there if told to; the height that it takes.
  int flow(const QRect& room, bool move) const;
  void place(const QList<QLayoutItem*>& line, const QRect& room) const;
  QList<QLayoutItem*> m_items;
};

/// A row of a form under the last one: a label that leads to the first of the fields, and the fields beside it.
void addFieldRow(QGridLayout& grid, const QString& label, const std::vector<QWidget*>& fields);

}  // namespace homeward::ui
