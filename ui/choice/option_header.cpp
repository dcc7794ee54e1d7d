#include "choice/option_header.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>

#include "shared/format.h"
#include "shared/painters.h"

namespace homeward::ui {

OptionHeader::OptionHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
  setFocusPolicy(Qt::StrongFocus);
  setSectionsMovable(false);  // by Ctrl+Left and Right; the page keeps the three parts together
  setSectionResizeMode(QHeaderView::Fixed);
  setHighlightSections(false);
  setAccessibleName(tr("Options"));
  connect(this, &QHeaderView::sectionResized, this, &OptionHeader::chooseSendWord);
  connect(&lookWatch(), &LookWatch::changed, this, &OptionHeader::chooseSendWord);
}
void OptionHeader::setView(std::shared_ptr<const ChoiceView> view) {
  m_view = std::move(view);
  if (m_current >= count()) m_current = 1;
  refresh();
}
void OptionHeader::chooseSendWord() {
  // The word beside the boxes goes where it would cut a name short; the same for all, and the box keeps the name for screen readers.
  m_sendWord = m_view != nullptr;
  if (!m_view) return;
  const int word = QFontMetrics(typeFont(Type::second)).horizontalAdvance(tr("Send")) + px(22);
  for (std::size_t option = 0; option < m_view->options.size(); ++option) {
    const int name = QFontMetrics(typeFont(Type::text, true)).horizontalAdvance(m_view->options[option].name);
    if (sectionSize(static_cast<int>(option) + 1) < px(58) + name + px(8) + word) m_sendWord = false;
  }
}
void OptionHeader::refresh() {
  chooseSendWord();
  say();
  viewport()->update();
}
QSize OptionHeader::sizeHint() const {
  const int strong = QFontMetrics(typeFont(Type::rank)).height();
  const int line = QFontMetrics(typeFont(Type::second)).height();
  const int figures = QFontMetrics(typeFont(Type::table)).height();
  return {QHeaderView::sizeHint().width(), px(4) + strong + line + line + px(6) + px(14) + figures + px(6)};
}

void OptionHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
  const Theme& t = Theme::current();
  painter->save();
  const bool leader = m_view && section > 0 && rankOf(*m_view, static_cast<std::size_t>(section - 1)) == 1;
  painter->fillRect(rect, leader ? t.accent2 : t.base);
  if (m_view && section == 0)
    paintLegend(*painter, rect);
  else if (m_view && static_cast<std::size_t>(section) <= m_view->options.size())
    paintOption(*painter, rect, static_cast<std::size_t>(section - 1));
  painter->fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), section == 0 ? t.base : t.line);
  painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
  if (hasFocus() && section == m_current) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(t.focus, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(3, 3, -3, -3), 4, 4);
  }
  painter->restore();
}

void OptionHeader::paintLegend(QPainter& p, const QRect& rect) const {
  const Theme& t = Theme::current();
  const QFont words = typeFont(Type::second);
  const int line = QFontMetrics(words).height();
  const double left = rect.left() + px(16);
  double y = rect.top() + px(9);
  const auto entry = [&](int kind, const QString& text) {
    const QRectF bar(left, y + line / 2.0 - px(4), px(26), px(8));
    if (kind == 0) p.fillRect(bar, t.known);
    if (kind == 1) drawHatch(p, bar, t);
    if (kind == 2) {
      p.fillRect(bar, t.track);
      p.fillRect(QRectF(bar.right() - 1, bar.top(), 1, bar.height()), t.tick);
    }
    drawText(p, QRectF(left + px(33), y, rect.right() - left - px(36), line), text, words, t.text2);
    y += line;
  };
  entry(0, tr("known"));
  entry(1, tr("possible, not known"));
  entry(2, tr("weight"));
  const int foot = QFontMetrics(typeFont(Type::table)).height();
  drawText(p, QRectF(left, rect.bottom() - px(5) - foot, rect.width() - px(20), foot), tr("Match; whole cost a week"), words, t.text2);
}

QRect OptionHeader::sendBox(const QRect& rect) const {
  const int side = px(24);
  const bool word = m_sendWord;
  const int width = (word ? px(16) : side) + (word ? QFontMetrics(typeFont(Type::second)).horizontalAdvance(tr("Send")) + px(6) : 0);
  return {rect.right() - px(10) - width, rect.top() + px(5), width, side};
}

void OptionHeader::paintOption(QPainter& p, const QRect& rect, std::size_t option) const {
  const Theme& t = Theme::current();
  const ChoiceOption& one = m_view->options[option];
  const matching::Ranked& score = scoreOf(*m_view, option);
  const std::size_t place = rankOf(*m_view, option);
  const std::size_t before = policyRankOf(*m_view, option);
  const double left = rect.left() + px(11);
  const double right = rect.right() - px(11);
  double y = rect.top() + px(4);

  const QFont rankFont = typeFont(Type::rank);
  const double rankHeight = QFontMetricsF(rankFont).height();
  const double rankWidth = QFontMetricsF(rankFont).horizontalAdvance(QStringLiteral("8"));
  drawText(p, QRectF(left, y, rankWidth + 2, rankHeight), QString::number(place), rankFont, t.text);
  const double shape = px(13);
  drawOptionShape(p, QRectF(left + rankWidth + px(7), y + rankHeight / 2 - shape / 2 + 1, shape, shape), one.shape, t);
  const QRect send = sendBox(rect);
  QFont nameFont = typeFont(Type::text, true);
  nameFont.setPointSizeF(typeFont(Type::text).pointSizeF() * 1.02);
  const double nameLeft = left + rankWidth + px(7) + shape + px(7);
  drawText(p, QRectF(nameLeft, y + 1, send.left() - px(4) - nameLeft, rankHeight), one.name, nameFont, t.text);
  QStyleOptionButton box;
  box.rect = QRect(send.left(), send.top(), px(16), send.height());
  box.state = QStyle::State_Enabled | (one.send ? QStyle::State_On : QStyle::State_Off);
  style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &p, nullptr);
  if (send.width() > px(24))
    drawText(p, QRectF(send.left() + px(21), send.top(), send.width() - px(20), send.height()), tr("Send"), typeFont(Type::second),
             t.text2);
  y += rankHeight;

  const QFont second = typeFont(Type::second);
  const double line = QFontMetricsF(second).height();
  drawText(p, QRectF(left, y, right - left, line), one.providerLine, second, t.text2);
  y += line + 1;
  const QFont chips = typeFont(Type::second, true);
  const QRectF status = drawChip(p, QRectF(left, y, right - left, line + 3), statusChip(*m_view, option), chips, t);
  if (before != place)
    drawChip(p, QRectF(status.right() + px(6), y, right - status.right() - px(6), line + 3),
             movedChip(static_cast<int>(before), static_cast<int>(place)), chips, t);
  y += line + px(5);
  const int low = matching::shownScore(score.known);
  const int high = matching::shownScore(score.possible);
  drawIntervalBar(p, QRectF(left, y, right - left, px(13)), low, high, t, true);
  y += px(14);

  const QFont figures = typeFont(Type::table);
  const QFont strong = typeFont(Type::table, true);
  const double height = QFontMetricsF(figures).height();
  drawText(p, QRectF(left, y, right - left, height), QString::number(low), strong, t.text);
  if (high > low)
    drawText(p, QRectF(left + QFontMetricsF(strong).horizontalAdvance(QString::number(low)), y, right - left, height),
             tr(" to %1").arg(high), figures, t.text);
  drawText(p, QRectF(left + (right - left) * 0.36, y, (right - left) * 0.64, height),
           one.wholeCost ? wholePoundsText(*one.wholeCost) : tr("price not known"), strong, t.text, Qt::AlignRight | Qt::AlignVCenter);
}

QRect OptionHeader::sectionRect(int section) const { return {sectionViewportPosition(section), 0, sectionSize(section), height()}; }

void OptionHeader::setCurrent(int column) {
  if (column < 1 || column >= count()) return;
  m_current = column;
  refresh();
  emit columnChanged(column);
}

void OptionHeader::say() {
  if (!m_view || m_current < 1 || static_cast<std::size_t>(m_current) > m_view->options.size()) return;
  const QString words = tr("Options. %1").arg(headWords(*m_view, static_cast<std::size_t>(m_current - 1)));
  if (words == accessibleName()) return;
  setAccessibleName(words);
  if (!hasFocus()) return;
  QAccessibleEvent renamed(this, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&renamed);
}

void OptionHeader::keyPressEvent(QKeyEvent* event) {
  const int visual = visualIndex(m_current);
  const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
  if (by != 0) {
    const int to = visual + by;
    if (to < 1 || to >= count()) return;
    if (event->modifiers() & Qt::ControlModifier)
      emit shiftRequested(m_current, by);
    else
      setCurrent(logicalIndex(to));
    return;
  }
  if (event->key() == Qt::Key_Space) {
    emit sendToggled(static_cast<std::size_t>(m_current - 1));
    return;
  }
  if (event->key() == Qt::Key_Down) {
    emit leftDownwards(m_current);
    return;
  }
  QHeaderView::keyPressEvent(event);
}

void OptionHeader::mousePressEvent(QMouseEvent* event) {
  const int section = logicalIndexAt(event->position().toPoint());
  if (section >= 1) {
    setCurrent(section);
    if (sendBox(sectionRect(section)).contains(event->position().toPoint())) emit sendToggled(static_cast<std::size_t>(section - 1));
  }
  setFocus(Qt::MouseFocusReason);
}
void OptionHeader::focusInEvent(QFocusEvent* event) {
  QHeaderView::focusInEvent(event);
  refresh();
}
void OptionHeader::focusOutEvent(QFocusEvent* event) {
  QHeaderView::focusOutEvent(event);
  refresh();
}

}  // namespace homeward::ui
