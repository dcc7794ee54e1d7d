#include "shared/delegates.h"

#include <QAbstractItemView>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace homeward::ui {
namespace {

Sign signOf(const QModelIndex& index, int role) {
  const QVariant value = index.data(role);
  return value.isValid() ? static_cast<Sign>(value.toInt()) : Sign::none;
}
int lineHeight(const QFont& font) { return static_cast<int>(std::ceil(QFontMetricsF(font).height())); }

QRectF levelBox(const QRectF& box) {
  const double height = std::min<double>(box.height() - 2, px(22));
  return {box.left(), box.center().y() - height / 2, std::min<double>(box.width(), px(152)), height};
}

}  // namespace

QColor inkColor(Ink ink, const Theme& t) {
  switch (ink) {
    case Ink::text:
      return t.text;
    case Ink::text2:
      return t.text2;
    case Ink::text3:
      return t.text3;
    case Ink::accent:
      return t.accent;
    case Ink::ok:
      return t.okText;
    case Ink::ask:
      return t.askText;
    case Ink::no:
      return t.noText;
    case Ink::onAccent:
      return t.onAccent;
  }
  return t.text;
}

QColor CellDelegate::ink(const QModelIndex& index, const Theme& theme, Ink otherwise) {
  const QVariant value = index.data(InkRole);
  return inkColor(value.isValid() ? static_cast<Ink>(value.toInt()) : otherwise, theme);
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& t = Theme::current();
  const QVariant ground = index.data(Qt::BackgroundRole);
  const bool selected = option.state & QStyle::State_Selected;
  if (selected)
    painter->fillRect(option.rect, t.sel);
  else if (ground.isValid())
    painter->fillRect(option.rect, ground.value<QBrush>());
  else if (option.state & QStyle::State_MouseOver)
    painter->fillRect(option.rect, t.hover);
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const bool firstColumn = option.rect.left() <= 1;
  if (selected && firstColumn && (!view || view->selectionBehavior() == QAbstractItemView::SelectRows))
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
  content(*painter, QRectF(option.rect).adjusted(px(10), 0, -px(8), 0), option, index);
  if (option.state & QStyle::State_HasFocus) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(t.focus, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 2, 2);
    painter->restore();
  }
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const int first = lineHeight(typeFont(Type::table, true));
  const int height = lines(index) == 1 ? first + px(7) : first + lineHeight(typeFont(Type::second)) + px(9);
  return {contentWidth(option, index) + px(10) + px(8), height + densityPadding()};
}

int CellDelegate::contentWidth(const QStyleOptionViewItem&, const QModelIndex& index) const {
  const bool strong = index.data(StrongRole).toBool();
  const int sign = signOf(index, SignRole) == Sign::none ? 0 : px(13) + px(8);
  return sign + static_cast<int>(std::ceil(QFontMetricsF(typeFont(Type::table, strong)).horizontalAdvance(index.data().toString()))) + 2;
}

void CellDelegate::content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QRectF words = box;
  if (const Sign sign = signOf(index, SignRole); sign != Sign::none) {
    const double side = px(13);
    drawSign(painter, QRectF(box.left(), box.center().y() - side / 2, side, side), sign, Theme::current());
    words.setLeft(box.left() + side + px(7));
  }
  const QVariant alignment = index.data(Qt::TextAlignmentRole);
  const auto where = alignment.isValid() ? Qt::Alignment(alignment.toInt()) | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter;
  drawText(painter, words, index.data().toString(), typeFont(Type::table, index.data(StrongRole).toBool()), ink(index, Theme::current()),
           where, option.textElideMode);
}

int ChipDelegate::contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QVariant chip = index.data(ChipRole);
  return chip.isValid() ? static_cast<int>(chipSize(chip.value<Chip>(), typeFont(Type::second, true)).width()) + 2
                        : CellDelegate::contentWidth(option, index);
}
void ChipDelegate::content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QVariant chip = index.data(ChipRole);
  if (chip.isValid())
    drawChip(painter, box, chip.value<Chip>(), typeFont(Type::second, true), Theme::current());
  else
    CellDelegate::content(painter, box, option, index);
}

int TwoLineDelegate::lines(const QModelIndex&) const { return 2; }
int TwoLineDelegate::contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const double second = QFontMetricsF(typeFont(Type::second)).horizontalAdvance(index.data(SecondLineRole).toString());
  return std::max(CellDelegate::contentWidth(option, index), static_cast<int>(std::ceil(second)) + 2);
}
void TwoLineDelegate::content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& t = Theme::current();
  const QString second = index.data(SecondLineRole).toString();
  if (second.isEmpty()) {
    CellDelegate::content(painter, box, option, index);
    return;
  }
  const QFont one = typeFont(Type::table, index.data(StrongRole).toBool());
  const QFont two = typeFont(Type::second);
  const double h1 = QFontMetricsF(one).height();
  const double h2 = QFontMetricsF(two).height();
  const double top = box.center().y() - (h1 + h2) / 2;
  const bool right = index.data(AmountRole).toBool();
  const Qt::Alignment where = (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
  QRectF words = box;
  if (const Sign sign = signOf(index, SignRole); sign != Sign::none) {
    const double side = px(13);
    drawSign(painter, QRectF(box.left(), box.center().y() - side / 2, side, side), sign, t);
    words.setLeft(box.left() + side + px(8));
  }
  drawText(painter, QRectF(words.left(), top, words.width(), h1), index.data().toString(), one, ink(index, t), where, option.textElideMode);
  QRectF below(words.left(), top + h1, words.width(), h2);
  const Sign sign = signOf(index, SecondSignRole);
  if (sign != Sign::none) {
    const double side = px(11);
    drawSign(painter, QRectF(below.left(), below.center().y() - side / 2, side, side), sign, t);
    below.setLeft(below.left() + side + px(4));
  }
  drawText(painter, below, second, two, sign == Sign::unknown ? t.askText : t.text2, where, option.textElideMode);
}

int IntervalDelegate::lines(const QModelIndex&) const { return 2; }
int IntervalDelegate::contentWidth(const QStyleOptionViewItem&, const QModelIndex&) const {
  return px(74) + px(7) + static_cast<int>(QFontMetricsF(typeFont(Type::table)).horizontalAdvance(intervalText(888, 1000)));
}
void IntervalDelegate::content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& t = Theme::current();
  const QVariant knownScore = index.data(KnownRole);
  if (!knownScore.isValid()) {
    CellDelegate::content(painter, box, option, index);
    return;
  }
  const int low = knownScore.toInt();
  const int high = index.data(PossibleRole).isValid() ? index.data(PossibleRole).toInt() : low;
  const QFont one = typeFont(Type::table);
  const QFont two = typeFont(Type::second);
  const QString second = index.data(SecondLineRole).toString();
  const double h1 = QFontMetricsF(one).height();
  const double h2 = second.isEmpty() ? 0 : QFontMetricsF(two).height();
  const double top = box.center().y() - (h1 + h2) / 2;
  const double wordsWidth = QFontMetricsF(one).horizontalAdvance(intervalText(888, 1000));
  const double barWidth = std::clamp<double>(box.width() - wordsWidth - px(7), px(30), px(110));
  const double barHeight = px(10);
  drawIntervalBar(painter, QRectF(box.left(), top + h1 / 2 - barHeight / 2, barWidth, barHeight), low, high, t, false);
  drawText(painter, QRectF(box.left() + barWidth + px(7), top, box.width() - barWidth - px(7), h1), intervalText(low, high), one, t.text);
  if (second.isEmpty()) return;
  QRectF below(box.left(), top + h1, box.width(), h2);
  const Sign sign = signOf(index, SecondSignRole);
  if (sign != Sign::none) {
    const double side = px(11);
    drawSign(painter, QRectF(below.left(), below.center().y() - side / 2, side, side), sign, t);
    below.setLeft(below.left() + side + px(4));
  }
  drawText(painter, below, second, two, sign == Sign::unknown ? t.askText : t.text2);
}

int ContributionDelegate::lines(const QModelIndex&) const { return sentences ? 2 : 1; }
void ContributionDelegate::content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
  const Theme& t = Theme::current();
  const QVariant role = index.data(ContributionRole);
  if (!role.isValid()) {
    CellDelegate::content(painter, box, option, index);
    return;
  }
  const auto value = role.value<Contribution>();
  const QFont figures = typeFont(Type::table, true);
  const QFont words = typeFont(Type::second);
  const double h1 = QFontMetricsF(figures).height();
  const double h2 = sentences ? QFontMetricsF(words).height() : 0;
  const double tuck = std::max(0.0, h1 + h2 - box.height() + 1);  // a dense row is lower than two lines: the figures' descent is empty
  const double top = box.center().y() - (h1 + h2 - tuck) / 2 + (sentences ? 1 : 0);
  const double room = QFontMetricsF(figures).horizontalAdvance(QStringLiteral("888 +888")) + px(4);
  const double barWidth = std::min<double>(px(150), box.width() - room);
  const double barHeight = px(8);
  drawContributionBar(painter, QRectF(box.left(), top + h1 / 2 - barHeight / 2, barWidth, barHeight), value, t);
  QRectF right(box.right() - room, top, room, h1);
  if (value.possible > 0) {
    const QString more = QStringLiteral(" +%1").arg(value.possible);
    drawText(painter, right, more, words, t.text2, Qt::AlignRight | Qt::AlignVCenter);
    right.setRight(right.right() - QFontMetricsF(words).horizontalAdvance(more));
  }
  drawText(painter, right, QString::number(value.points), figures, t.text, Qt::AlignRight | Qt::AlignVCenter);
  if (!sentences) return;
  QRectF below(box.left(), top + h1 - tuck, box.width(), h2);
  const Sign sign = signOf(index, SecondSignRole);
  if (sign != Sign::none) {
    const double side = px(11);
    drawSign(painter, QRectF(below.left(), below.center().y() - side / 2, side, side), sign, t);
    below.setLeft(below.left() + side + px(5));
  }
  drawText(painter, below, index.data().toString(), words, sign == Sign::unknown ? t.askText : t.text2);
}

void drawLevel(QPainter& painter, const QRectF& box, int level, const QFont& font, const Theme& t) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPath outline;
  outline.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  painter.fillPath(outline, t.base);
  painter.save();
  painter.setClipPath(outline, Qt::IntersectClip);
  const double width = box.width() / 6;
  for (int i = 0; i <= 5; ++i) {
    const QRectF cell(box.left() + width * i, box.top(), width, box.height());
    if (level >= 0 && i < level) painter.fillRect(cell, t.accent2);
    if (i == level) painter.fillRect(cell, t.accent);
    if (i > 0) {
      painter.setPen(QPen(t.line, 1));
      painter.drawLine(QPointF(std::round(cell.left()) + 0.5, cell.top()), QPointF(std::round(cell.left()) + 0.5, cell.bottom()));
    }
    QFont strong = font;
    if (i == level) strong.setWeight(QFont::DemiBold);
    drawText(painter, cell, QString::number(i), strong, i == level ? t.onAccent : level < 0 ? t.text2 : t.text, Qt::AlignCenter);
  }
  painter.restore();
  painter.setPen(QPen(t.border, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(outline);
  painter.restore();
}

int LevelDelegate::contentWidth(const QStyleOptionViewItem&, const QModelIndex&) const { return px(240); }
void LevelDelegate::content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem&, const QModelIndex& index) const {
  const QVariant level = index.data(LevelRole);
  const QRectF segments = levelBox(box);
  drawLevel(painter, segments, level.isValid() ? level.toInt() : -1, typeFont(Type::table), Theme::current());
  if (!level.isValid())
    drawText(painter, QRectF(segments.right() + px(10), box.top(), box.right() - segments.right() - px(10), box.height()),
             tr("not assessed"), typeFont(Type::second), Theme::current().text2);
}
bool LevelDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) {
  if (!(index.flags() & Qt::ItemIsEnabled)) return false;
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() >= Qt::Key_0 && key->key() <= Qt::Key_5) return model->setData(index, key->key() - Qt::Key_0, LevelRole);
    if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) return model->setData(index, QVariant(), LevelRole);
  } else if (event->type() == QEvent::MouseButtonPress) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QRectF segments = levelBox(QRectF(option.rect).adjusted(px(10), 0, -px(8), 0));
    if (segments.contains(mouse->position()))
      return model->setData(index, std::clamp(static_cast<int>((mouse->position().x() - segments.left()) / segments.width() * 6), 0, 5),
                            LevelRole);
  }
  return CellDelegate::editorEvent(event, model, option, index);
}

void GateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& t = Theme::current();
  const Sign sign = signOf(index, SignRole);
  if (sign == Sign::unknown) painter->fillRect(option.rect, t.askBg);
  if (sign == Sign::fail || sign == Sign::waived) painter->fillRect(option.rect, t.noBg);
  CellDelegate::paint(painter, option, index);
}
void GateDelegate::content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& t = Theme::current();
  const Sign sign = signOf(index, SignRole);
  if (sign == Sign::none) {
    CellDelegate::content(painter, box, option, index);
    return;
  }
  const double side = px(13);
  drawSign(painter, QRectF(box.left(), box.center().y() - side / 2, side, side), sign, t);
  const QColor color = sign == Sign::unknown ? t.askText : sign == Sign::fail || sign == Sign::waived ? t.noText : t.text;
  drawText(painter, box.adjusted(side + px(7), 0, 0, 0), index.data().toString(), typeFont(Type::table), color);
}

}  // namespace homeward::ui
