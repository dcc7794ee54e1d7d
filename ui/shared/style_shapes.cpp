#include "shared/style_shapes.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>
#include <algorithm>

#include "shared/theme.h"

namespace homeward::ui {

bool has(const QStyleOption* option, QStyle::StateFlag flag) { return (option->state & flag) != 0; }

void box(QPainter& p, const QRect& rect, const QColor& fill, const QColor& edge, double radius) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
  p.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
  p.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
  p.restore();
}

void chevron(QPainter& p, const QRect& rect, bool up, const QColor& ink, double half) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(ink, std::max(1.4, half * 0.38), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  const QPointF c = QRectF(rect).center();
  const double rise = up ? -half / 2 : half / 2;
  p.drawPolyline(QPolygonF{{c.x() - half, c.y() - rise}, {c.x(), c.y() + rise}, {c.x() + half, c.y() - rise}});
  p.restore();
}

QColor fieldEdge(const QStyleOption* option, const Theme& t) {
  if (!has(option, QStyle::State_Enabled)) return t.line;
  return has(option, QStyle::State_HasFocus) ? t.focus : t.border;
}
QColor fieldFill(const QStyleOption* option, const Theme& t) { return has(option, QStyle::State_Enabled) ? t.base : t.chrome; }

void checkMark(QPainter& p, const QStyleOption* option, bool radio) {
  const Theme& t = Theme::current();
  const bool enabled = has(option, QStyle::State_Enabled);
  const bool on = has(option, QStyle::State_On);
  const bool some = has(option, QStyle::State_NoChange);
  const int side = std::min({option->rect.width(), option->rect.height(), px(16)});
  QRect area(0, 0, side, side);
  area.moveCenter(option->rect.center());
  const QColor ink = enabled ? t.accent : t.text3;
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  if (radio) {
    box(p, area, enabled ? t.base : t.chrome, on ? ink : enabled ? t.border : t.text3, side / 2.0);
    if (on) {
      p.setPen(Qt::NoPen);
      p.setBrush(ink);
      p.drawEllipse(QRectF(area).center(), side * 0.27, side * 0.27);
    }
  } else {
    box(p, area, on || some ? ink : enabled ? t.base : t.chrome, on || some ? ink : enabled ? t.border : t.line, 3);
    p.setPen(QPen(t.dark ? t.onAccent : t.base, side * 0.125, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&area](double x, double y) { return QPointF(area.left() + area.width() * x, area.top() + area.height() * y); };
    if (some)
      p.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else if (on)
      p.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.70), at(0.77, 0.31)});
  }
  p.restore();
}

void drawSlider(QPainter& p, const QStyle& style, const QStyleOptionSlider* option, const QWidget* widget) {
  const Theme& t = Theme::current();
  const QRect groove = style.subControlRect(QStyle::CC_Slider, option, QStyle::SC_SliderGroove, widget);
  const QRect handle = style.subControlRect(QStyle::CC_Slider, option, QStyle::SC_SliderHandle, widget);
  const bool enabled = has(option, QStyle::State_Enabled);
  const bool lit = enabled && (!widget || !widget->property("quiet").toBool() || has(option, QStyle::State_HasFocus));
  const int thick = px(4);
  const QRect line(groove.left(), groove.center().y() - thick / 2 + 1, groove.width(), thick);
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(Qt::NoPen);
  p.setBrush(t.track);
  p.drawRoundedRect(line, 2, 2);
  QRect filled = line;
  option->upsideDown ? filled.setLeft(handle.center().x()) : filled.setRight(handle.center().x());
  p.setBrush(lit ? t.accent : t.tick);
  p.drawRoundedRect(filled, 2, 2);
  const double radius = px(13) / 2.0;
  p.setBrush(t.base);
  p.setPen(QPen(lit ? t.accent : t.border, lit ? 2 : 1.3));
  p.drawEllipse(QPointF(handle.center().x() + 0.5, line.center().y() + 0.5), radius - 1, radius - 1);
  p.restore();
}

void drawScrollBar(QPainter& p, const QStyle& style, const QStyleOptionSlider* option, const QWidget* widget) {
  const Theme& t = Theme::current();
  p.fillRect(option->rect, t.alt);
  QRect handle = style.subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
  if (option->maximum <= option->minimum) return;
  const int spare = std::max(2, (option->orientation == Qt::Vertical ? handle.width() : handle.height()) / 4);
  handle = option->orientation == Qt::Vertical ? handle.adjusted(spare, 1, -spare, -1) : handle.adjusted(1, spare, -1, -spare);
  const bool held = has(option, QStyle::State_Sunken) && (option->activeSubControls & QStyle::SC_ScrollBarSlider);
  box(p, handle, held ? t.accent : t.border, {}, std::min(handle.width(), handle.height()) / 2.0);
}

}  // namespace homeward::ui
