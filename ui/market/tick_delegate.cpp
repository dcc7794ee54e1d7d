#include "market/tick_delegate.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace homeward::ui {

bool TickDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem&, const QModelIndex& index) {
  if (event->type() != QEvent::MouseButtonRelease || static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton) return false;
  const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
  return model->setData(index, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void TickDelegate::content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionButton tick;
  const int side = px(16);
  tick.rect = QRect(static_cast<int>(box.left()), static_cast<int>(box.center().y()) - side / 2, side, side);
  tick.state = QStyle::State_Enabled | (index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
  tick.palette = option.palette;
  QApplication::style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &tick, &painter, option.widget);
}

}  // namespace homeward::ui
