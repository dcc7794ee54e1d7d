// A box to tick in a table's cell: the whole cell is the target, Space or a click ticks.
#pragma once

#include "shared/delegates.h"

namespace homeward::ui {

class TickDelegate : public CellDelegate {
  Q_OBJECT
 public:
  using CellDelegate::CellDelegate;
  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;

 protected:
  void content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace homeward::ui
