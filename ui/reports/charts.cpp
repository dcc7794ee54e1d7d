#include "reports/charts.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "shared/format.h"
#include "shared/painters.h"
#include "shared/theme.h"

namespace homeward::ui {
namespace {

/// 1, 2 or 5 times a power of ten, in pence, not below `least`.
std::int64_t roundStep(double least) {
  std::int64_t step = 100;
  for (;;) {
    for (const std::int64_t factor : {1, 2, 5})
      if (static_cast<double>(step * factor) >= least) return step * factor;
    step *= 10;
  }
}

QString thousands(Money amount) {
  if (amount.pence % 100'000 == 0 && amount.pence != 0) return QStringLiteral("£%1k").arg(countText(amount.pence / 100'000));
  return wholePoundsText(amount);
}

}  // namespace

Money axisStart(const std::vector<Money>& levels) {
  if (levels.empty()) return {};
  const auto [least, most] = std::minmax_element(levels.begin(), levels.end());
  const double spread = static_cast<double>(most->pence - least->pence);
  // When the steps fill a fair part of the whole, the honest axis starts at nought.
  if (least->pence <= 0 || spread > 0.25 * static_cast<double>(most->pence)) return {};
  const auto step = roundStep(std::max(spread, 100.0) / 2);
  return Money{std::max<std::int64_t>(0, (least->pence / step - 1) * step)};
}

WaterfallChart::WaterfallChart(QWidget* parent) : QWidget(parent) { setAccessibleName(tr("What changed since last week, as a picture")); }
QSize WaterfallChart::minimumSizeHint() const { return {px(320), px(220)}; }
QSize WaterfallChart::sizeHint() const { return {px(520), px(280)}; }

void WaterfallChart::set(const QString& from, Money before, std::vector<Step> steps, const QString& to, Money after) {
  m_from = from;
  m_before = before;
  m_steps = std::move(steps);
  m_to = to;
  m_after = after;
  std::vector<Money> levels{before, after};
  Money level = before;
  for (const auto& step : m_steps) levels.push_back(level += step.amount);
  m_start = axisStart(levels);
  update();
}

void WaterfallChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto& theme = Theme::current();
  const QFont face = typeFont(Type::second);
  const QFont strong = typeFont(Type::second, true);
  const double line = QFontMetricsF(face).height();
  const double slot = (width() - 2.0 * px(14)) / static_cast<double>(m_steps.size() + 2);
  const auto tooLong = [&](const Step& step) { return QFontMetricsF(face).horizontalAdvance(step.name) > slot; };
  const double names = std::ranges::any_of(m_steps, tooLong) ? line * 2 : line;  // in two lines where one of them needs it
  const QRectF area = QRectF(rect()).adjusted(px(14), line * 2, -px(14), -names - line * 1.6);
  std::vector<double> levels{static_cast<double>(m_before.pence), static_cast<double>(m_after.pence)};
  Money level = m_before;
  for (const auto& step : m_steps) levels.push_back(static_cast<double>((level += step.amount).pence));
  const double low = static_cast<double>(m_start.pence);
  const double top = std::max(*std::max_element(levels.begin(), levels.end()), low + 1);
  const auto y = [&](Money amount) { return area.bottom() - area.height() * (static_cast<double>(amount.pence) - low) / (top - low); };
  const double wide = slot * 0.8;
  const auto x = [&](std::size_t at) { return area.left() + slot * static_cast<double>(at) + (slot - wide) / 2; };
  const auto name = [&](std::size_t at, const QString& first, const QString& second) {
    const double left = area.left() + slot * static_cast<double>(at);
    const QRectF room(left, area.bottom() + 3, slot, names);
    painter.setFont(face);
    painter.setPen(theme.text);
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, first);
    drawText(painter, QRectF(left, room.bottom(), slot, line), second, face, theme.text2, Qt::AlignCenter);
  };
  const auto total = [&](std::size_t at, Money amount, const QString& words) {
    const QRectF bar(QPointF(x(at), y(amount)), QPointF(x(at) + wide, area.bottom()));
    painter.fillRect(bar, theme.known);
    drawText(painter, QRectF(x(at) - slot * 0.1, bar.top() - line - 2, slot, line), wholePoundsText(amount), strong, theme.text,
             Qt::AlignCenter);
    name(at, words, {});
    if (m_start.pence <= 0) return;
    QPainterPath gap;  // the broken foot
    const double teeth = wide / 4;
    const double foot = area.bottom() - px(8);
    gap.moveTo(bar.left() - 1, foot);
    for (int i = 1; i <= 4; ++i) gap.lineTo(bar.left() + teeth * i, foot - (i % 2 == 1 ? px(4) : 0));
    painter.setPen(QPen(theme.base, px(3)));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(gap);
  };
  painter.setPen(QPen(theme.tick, 1));
  painter.drawLine(area.bottomLeft(), area.bottomRight());
  total(0, m_before, m_from);
  level = m_before;
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    const auto& step = m_steps[i];
    const Money next = level + step.amount;
    const bool rise = step.amount.pence >= 0;
    const QRectF bar(QPointF(x(i + 1), std::min(y(level), y(next))), QPointF(x(i + 1) + wide, std::max(y(level), y(next))));
    painter.setPen(QPen(theme.tick, 1, Qt::DotLine));
    painter.drawLine(QPointF(x(i) + wide, y(level)), QPointF(x(i + 1), y(level)));
    if (rise) {
      painter.fillRect(bar, theme.option(2));
    } else {
      painter.setPen(QPen(theme.ok, 1.5));
      painter.setBrush(theme.okBg);
      painter.drawRect(bar.adjusted(0.75, 0.75, -0.75, -0.75));
    }
    const auto words = (rise ? QStringLiteral("▲ +") : QStringLiteral("▼ ")) + wholePoundsText(step.amount);
    drawText(painter, QRectF(x(i + 1) - slot * 0.1, bar.top() - line - 2, slot, line), words, face, theme.text, Qt::AlignCenter);
    name(i + 1, step.name, step.second);
    level = next;
  }
  painter.setPen(QPen(theme.tick, 1, Qt::DotLine));
  painter.drawLine(QPointF(x(m_steps.size()) + wide, y(level)), QPointF(x(m_steps.size() + 1), y(level)));
  total(m_steps.size() + 1, m_after, m_to);
}

WeeksChart::WeeksChart(QWidget* parent) : QWidget(parent) { setAccessibleName(tr("What the last weeks cost, as a picture")); }
QSize WeeksChart::minimumSizeHint() const { return {px(320), px(200)}; }
QSize WeeksChart::sizeHint() const { return {px(520), px(280)}; }

void WeeksChart::set(std::vector<std::pair<IsoWeek, Money>> weeks) {
  m_weeks = std::move(weeks);
  update();
}

void WeeksChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto& theme = Theme::current();
  const QFont face = typeFont(Type::second);
  const QFontMetricsF metrics(face);
  if (m_weeks.empty()) return;
  std::vector<Money> levels;
  for (const auto& [week, cost] : m_weeks) levels.push_back(cost);
  const auto [least, most] = std::minmax_element(levels.begin(), levels.end());
  const Money start = axisStart(levels);
  const auto step = roundStep(static_cast<double>(std::max<std::int64_t>(most->pence - start.pence, 1000)) / 4);
  const Money top{start.pence + ((most->pence - start.pence) / step + 1) * step};
  double labels = 0;
  for (auto at = start; at <= top; at += Money{step}) labels = std::max(labels, metrics.horizontalAdvance(thousands(at)));
  const QRectF area = QRectF(rect()).adjusted(px(16) + labels, px(16), -px(30), -metrics.height() * 1.8);
  const auto y = [&](Money amount) {
    return area.bottom() - area.height() * static_cast<double>(amount.pence - start.pence) / static_cast<double>(top.pence - start.pence);
  };
  const auto x = [&](std::size_t at) {
    return m_weeks.size() < 2 ? area.center().x()
                              : area.left() + area.width() * static_cast<double>(at) / static_cast<double>(m_weeks.size() - 1);
  };
  for (auto at = start; at <= top; at += Money{step}) {
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(area.left(), y(at)), QPointF(area.right(), y(at)));
    drawText(painter, QRectF(0, y(at) - metrics.height() / 2, area.left() - px(6), metrics.height()), thousands(at), face, theme.text2,
             Qt::AlignRight | Qt::AlignVCenter);
  }
  double written = -1e9;
  for (std::size_t i = 0; i < m_weeks.size(); ++i) {
    const auto words = tr("week %1").arg(m_weeks[i].first.week);
    const double wide = metrics.horizontalAdvance(words) + px(10);
    if (x(i) - wide / 2 < written) continue;
    written = x(i) + wide / 2;
    drawText(painter, QRectF(x(i) - wide / 2, area.bottom() + px(4), wide, metrics.height()), words, face, theme.text2, Qt::AlignCenter);
  }
  QPolygonF path;
  for (std::size_t i = 0; i < m_weeks.size(); ++i) path << QPointF(x(i), y(m_weeks[i].second));
  painter.setPen(QPen(theme.known, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(path);
  painter.setBrush(theme.base);
  painter.drawEllipse(path.last(), px(4), px(4));
  drawText(painter, QRectF(path.last().x() - px(110), path.last().y() - metrics.height() - px(6), px(130), metrics.height()),
           wholePoundsText(m_weeks.back().second), typeFont(Type::second, true), theme.text, Qt::AlignRight | Qt::AlignVCenter);
}

}  // namespace homeward::ui
