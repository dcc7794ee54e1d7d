#include "shell/rail.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "shared/icons.h"
#include "shared/painters.h"

namespace homeward::ui {

RailItem::RailItem(const QString& name, QString icon, QWidget* parent) : QAbstractButton(parent), m_icon(std::move(icon)) {
  setText(name);
  setCheckable(true);
  setAutoExclusive(true);
  setFocusPolicy(Qt::StrongFocus);
  setProperty("ownFocus", true);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setCount(0);
}
void RailItem::setCount(int count) {
  m_count = count;
  setAccessibleName(count > 0 ? tr("%1, %n waiting", nullptr, count).arg(text()) : text());
  update();
}
QSize RailItem::sizeHint() const {
  const int words = QFontMetrics(typeFont(Type::second, true)).horizontalAdvance(text());
  return {std::max(px(84), words + px(16)), px(60)};
}
bool RailItem::event(QEvent* event) {
  if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) update();
  return QAbstractButton::event(event);
}
void RailItem::paintEvent(QPaintEvent*) {
  const Theme& t = Theme::current();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  if (isChecked() || underMouse()) p.fillRect(rect(), isChecked() ? t.railSel : t.railSel.darker(112));
  if (isChecked()) p.fillRect(QRect(0, 0, 3, height()), t.railMarker);
  const QColor ink = isChecked() ? t.railTextSelected : t.railText;
  const double side = px(21);
  const double middle = width() / 2.0;
  drawIcon(p, QRectF(middle - side / 2, px(9), side, side), m_icon, ink);
  const QFont words = typeFont(Type::second, isChecked());
  drawText(p, QRectF(2, px(32), width() - 4, px(20)), text(), words, ink, Qt::AlignCenter);
  if (m_count > 0) {
    QFont figures = typeFont(Type::second, true);
    figures.setPointSizeF(figures.pointSizeF() * 0.95);
    const QString number = QString::number(m_count);
    const double height = px(17);
    const double wide = std::max(height, QFontMetricsF(figures).horizontalAdvance(number) + px(11));
    const QRectF badge(middle + px(9), px(7), wide, height);
    p.setPen(Qt::NoPen);
    p.setBrush(t.railCount);
    p.drawRoundedRect(badge, height / 2, height / 2);
    drawText(p, badge, number, figures, t.railCountText, Qt::AlignCenter);
  }
  if (hasFocus()) {
    p.setPen(QPen(t.railTextSelected, 2));
    p.setBrush(Qt::NoBrush);
    p.drawRoundedRect(QRectF(rect()).adjusted(4, 3, -3, -3), 4, 4);
  }
}

Rail::Rail(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(0, px(4), 0, 0);
  m_column->setSpacing(0);
  m_column->addStretch();
  setAccessibleName(tr("Parts of Homeward"));
}
int Rail::add(const QString& name, const QString& icon) {
  auto* item = new RailItem(name, icon, this);
  const int at = static_cast<int>(m_items.size());
  if (at < 9) item->setToolTip(tr("%1 (Ctrl+%2)").arg(name).arg(at + 1));
  m_items.push_back(item);
  m_column->insertWidget(at, item);
  connect(item, &QAbstractButton::clicked, this, [this, at] { emit chosen(at); });
  return at;
}
void Rail::setCurrent(int item) {
  if (item >= 0 && item < m_items.size()) m_items[item]->setChecked(true);
}
void Rail::setCount(int item, int count) {
  if (item >= 0 && item < m_items.size()) m_items[item]->setCount(count);
}
void Rail::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.fillRect(rect(), Theme::current().rail);
}
void Rail::keyPressEvent(QKeyEvent* event) {
  const int by = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
  for (int i = 0; by != 0 && i < m_items.size(); ++i)
    if (m_items[i]->hasFocus()) {
      const int to = i + by;
      if (to >= 0 && to < m_items.size()) m_items[to]->setFocus(Qt::TabFocusReason);
      return;
    }
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    for (RailItem* item : m_items)
      if (item->hasFocus()) item->click();
  QWidget::keyPressEvent(event);
}

}  // namespace homeward::ui
