// How cells of tables are drawn: a chip, two lines, an interval bar, a contribution bar, a level, a gate. Each reads the roles of
// roles.h, gets its height from the font, marks the selected row with sel and a 3 px edge in accent, and the current cell with a ring.
#pragma once

#include <QStyledItemDelegate>

#include "shared/roles.h"

namespace homeward::ui {

class CellDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 protected:
  /// Lines of text that a row needs: 1 or 2.
  [[nodiscard]] virtual int lines(const QModelIndex&) const { return 1; }
  [[nodiscard]] virtual int contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const;
  /// Draws inside the cell's padding; ground and selection are done.
  virtual void content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const;
  [[nodiscard]] static QColor ink(const QModelIndex& index, const Theme& theme, Ink otherwise = Ink::text);
};

/// Chip of ChipRole; words of the display role where there is none.
class ChipDelegate : public CellDelegate {
  Q_OBJECT
 public:
  using CellDelegate::CellDelegate;

 protected:
  [[nodiscard]] int contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Display role in table text (DemiBold with StrongRole), SecondLineRole below it.
class TwoLineDelegate : public CellDelegate {
  Q_OBJECT
 public:
  using CellDelegate::CellDelegate;

 protected:
  [[nodiscard]] int lines(const QModelIndex& index) const override;
  [[nodiscard]] int contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Interval bar with its words beside it; SecondLineRole below.
class IntervalDelegate : public CellDelegate {
  Q_OBJECT
 public:
  using CellDelegate::CellDelegate;

 protected:
  [[nodiscard]] int lines(const QModelIndex& index) const override;
  [[nodiscard]] int contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Contribution bar, its points at the right, the sentence (display role) below.
class ContributionDelegate : public CellDelegate {
  Q_OBJECT
 public:
  using CellDelegate::CellDelegate;
  bool sentences = true;

 protected:
  [[nodiscard]] int lines(const QModelIndex& index) const override;
  void content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Level 0 to 5 as segments; digits set it, Delete makes it "not assessed". The model takes it by setData(LevelRole).
class LevelDelegate : public CellDelegate {
  Q_OBJECT
 public:
  using CellDelegate::CellDelegate;
  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;

 protected:
  [[nodiscard]] int contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Sign and words of a gate; unknown and failed cells are tinted, passes stay quiet.
class GateDelegate : public CellDelegate {
  Q_OBJECT
 public:
  using CellDelegate::CellDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 protected:
  void content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Six segments, the levels up to `level` tinted and the level itself filled; level < 0 is not assessed.
void drawLevel(QPainter& painter, const QRectF& box, int level, const QFont& font, const Theme& theme);

}  // namespace homeward::ui
