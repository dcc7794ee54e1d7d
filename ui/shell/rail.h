// The rail at the left: one item for each part of the work, with how many things wait there.
#pragma once

#include <QAbstractButton>
#include <QVector>
#include <QWidget>

class QVBoxLayout;

namespace homeward::ui {

class RailItem : public QAbstractButton {
  Q_OBJECT
 public:
  RailItem(const QString& name, QString icon, QWidget* parent = nullptr);
  void setCount(int count);
  [[nodiscard]] int count() const { return m_count; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QString m_icon;
  int m_count = 0;
};

/// Up and Down move between the items, Enter or Space opens one.
class Rail : public QWidget {
  Q_OBJECT
 public:
  explicit Rail(QWidget* parent = nullptr);
  int add(const QString& name, const QString& icon);
  void setCurrent(int item);
  void setCount(int item, int count);
  [[nodiscard]] const QVector<RailItem*>& items() const { return m_items; }
 signals:
  void chosen(int item);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QVBoxLayout* m_column;
  QVector<RailItem*> m_items;
};

}  // namespace homeward::ui
