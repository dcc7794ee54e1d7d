#include "shared/painters.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace homeward::ui {
namespace {

class Saved {  // a painter left as it was found
 public:
  explicit Saved(QPainter& painter) : m_painter(painter) { m_painter.save(); }
  ~Saved() { m_painter.restore(); }
  Saved(const Saved&) = delete;
  Saved& operator=(const Saved&) = delete;

 private:
  QPainter& m_painter;
};

QPainterPath polygon(const QRectF& box, int corners, double turn) {
  QPainterPath path;
  const QPointF centre = box.center();
  const double radius = std::min(box.width(), box.height()) / 2;
  for (int i = 0; i < corners; ++i) {
    const double angle = turn + 2 * std::numbers::pi * i / corners;
    const QPointF at(centre.x() + radius * std::cos(angle), centre.y() + radius * std::sin(angle));
    i == 0 ? path.moveTo(at) : path.lineTo(at);
  }
  path.closeSubpath();
  return path;
}

QPainterPath triangle(const QRectF& box, bool up) {
  QPainterPath path;
  const double lift = box.height() * 0.06;
  if (up) {
    path.moveTo(box.center().x(), box.top() + lift);
    path.lineTo(box.right(), box.bottom() - lift);
    path.lineTo(box.left(), box.bottom() - lift);
  } else {
    path.moveTo(box.center().x(), box.bottom() - lift);
    path.lineTo(box.right(), box.top() + lift);
    path.lineTo(box.left(), box.top() + lift);
  }
  path.closeSubpath();
  return path;
}

void strokeTick(QPainter& p, const QRectF& box, const QColor& ink, double width) {
  p.setPen(QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.setBrush(Qt::NoBrush);
  const auto at = [&box](double x, double y) { return QPointF(box.left() + box.width() * x, box.top() + box.height() * y); };
  QPainterPath path(at(0.28, 0.52));
  path.lineTo(at(0.44, 0.68));
  path.lineTo(at(0.73, 0.35));
  p.drawPath(path);
}
void strokeCross(QPainter& p, const QRectF& box, const QColor& ink, double width) {
  p.setPen(QPen(ink, width, Qt::SolidLine, Qt::RoundCap));
  const auto at = [&box](double x, double y) { return QPointF(box.left() + box.width() * x, box.top() + box.height() * y); };
  p.drawLine(at(0.32, 0.32), at(0.68, 0.68));
  p.drawLine(at(0.68, 0.32), at(0.32, 0.68));
}
void strokeQuestion(QPainter& p, const QRectF& box, const QColor& ink) {
  const double w = box.width();
  const auto at = [&box](double x, double y) { return QPointF(box.left() + box.width() * x, box.top() + box.height() * y); };
  p.setPen(QPen(ink, std::max(1.1, w * 0.105), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.setBrush(Qt::NoBrush);
  QPainterPath path(at(0.385, 0.41));
  path.cubicTo(at(0.385, 0.24), at(0.62, 0.24), at(0.62, 0.41));
  path.cubicTo(at(0.62, 0.50), at(0.50, 0.50), at(0.50, 0.60));
  p.drawPath(path);
  p.setPen(Qt::NoPen);
  p.setBrush(ink);
  const double r = std::max(0.8, w * 0.065);
  p.drawEllipse(at(0.50, 0.735), r, r);
}

struct Inks {
  QColor ground, text, edge;
};
Inks inksOf(Tone tone, const Theme& t) {
  switch (tone) {
    case Tone::ok:
      return {t.okBg, t.okText, {}};
    case Tone::ask:
      return {t.askBg, t.askText, {}};
    case Tone::no:
      return {t.noBg, t.noText, {}};
    case Tone::urgent:
      return {t.no, t.base, {}};
    case Tone::clock:
      return {t.base, t.text, t.border};
    case Tone::moved:
      return {t.base, t.accent, t.accent};
    case Tone::plain:
      return {{}, t.text2, {}};
    case Tone::neutral:
      return {t.infoBg, t.infoText, {}};
  }
  return {};
}

}  // namespace

Chip eligibleChip() { return {Sign::pass, Tone::ok, QObject::tr("Eligible")}; }
Chip toConfirmChip(int questions) {
  return {Sign::unknown, Tone::ask,
          questions <= 0   ? QObject::tr("To confirm")
          : questions == 1 ? QObject::tr("To confirm: 1 question")
                           : QObject::tr("To confirm: %1 questions").arg(questions)};
}
Chip notEligibleChip() { return {Sign::fail, Tone::no, QObject::tr("Not eligible")}; }
Chip waivedChip() { return {Sign::waived, Tone::no, QObject::tr("Fail, waived")}; }
Chip sameDayChip(const QString& text) { return {Sign::sameDay, Tone::urgent, text}; }
Chip underFiveDaysChip(const QString& text) { return {Sign::clock, Tone::clock, text}; }
Chip plannedChip(const QString& text) { return {Sign::planned, Tone::neutral, text}; }
Chip movedChip(int from, int to) {
  return {to < from ? Sign::up : Sign::down, to < from ? Tone::moved : Tone::plain, QObject::tr("moved %1 → %2").arg(from).arg(to)};
}

QColor signColor(Sign sign, const Theme& t) {
  switch (sign) {
    case Sign::pass:
      return t.ok;
    case Sign::unknown:
    case Sign::clock:
      return t.ask;
    case Sign::fail:
    case Sign::waived:
    case Sign::sameDay:
      return t.no;
    default:
      return t.text2;
  }
}

void drawSign(QPainter& p, const QRectF& box, Sign sign, const Theme& theme) { drawSign(p, box, sign, signColor(sign, theme), theme.base); }

void drawSign(QPainter& p, const QRectF& box, Sign sign, const QColor& ink, const QColor& inside) {
  const Saved saved(p);
  p.setRenderHint(QPainter::Antialiasing);
  const double line = std::max(1.3, box.width() * 0.115);
  const QRectF inner = box.adjusted(line / 2, line / 2, -line / 2, -line / 2);
  p.setPen(Qt::NoPen);
  p.setBrush(ink);
  switch (sign) {
    case Sign::none:
      break;
    case Sign::pass:
      p.drawEllipse(box);
      strokeTick(p, box, inside, line);
      break;
    case Sign::unknown: {
      const double over = box.width() * 0.06;
      p.drawPath(polygon(box.adjusted(-over, -over, over, over), 4, 0));
      strokeQuestion(p, box, inside);
      break;
    }
    case Sign::fail:
      p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5);
      strokeCross(p, box, inside, line);
      break;
    case Sign::waived:
      p.setBrush(Qt::NoBrush);
      p.setPen(QPen(ink, line));
      p.drawRoundedRect(inner, 1.5, 1.5);
      strokeCross(p, box, ink, line);
      break;
    case Sign::sameDay:
    case Sign::up:
      p.drawPath(triangle(box, true));
      break;
    case Sign::down:
      p.drawPath(triangle(box, false));
      break;
    case Sign::clock:
      p.setBrush(Qt::NoBrush);
      p.setPen(QPen(ink, line));
      p.drawEllipse(inner);
      p.setPen(Qt::NoPen);
      p.setBrush(ink);
      p.drawPie(inner, 90 * 16, 180 * 16);
      break;
    case Sign::planned:
      p.setBrush(Qt::NoBrush);
      p.setPen(QPen(ink, line));
      p.drawEllipse(inner);
      break;
    case Sign::minus: {
      p.setBrush(Qt::NoBrush);
      p.setPen(QPen(ink, line, Qt::SolidLine, Qt::RoundCap));
      p.drawEllipse(inner);
      const double y = box.center().y();
      p.drawLine(QPointF(box.left() + box.width() * 0.3, y), QPointF(box.left() + box.width() * 0.7, y));
      break;
    }
  }
}

void drawOptionShape(QPainter& p, const QRectF& box, int number, const Theme& theme) {
  const Saved saved(p);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(Qt::NoPen);
  p.setBrush(theme.option(number));
  switch (optionShape(number)) {
    case OptionShape::circle:
      p.drawEllipse(box);
      break;
    case OptionShape::square:
      p.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
      break;
    case OptionShape::triangle:
      p.drawPath(triangle(box, true));
      break;
    case OptionShape::pentagon: {
      const double over = box.width() * 0.04;
      p.drawPath(polygon(box.adjusted(-over, -over, over, over), 5, -std::numbers::pi / 2));
      break;
    }
    case OptionShape::bar:
      p.drawRect(QRectF(box.left(), box.center().y() - box.height() * 0.26, box.width(), box.height() * 0.52));
      break;
    case OptionShape::ring: {
      const double line = std::max(1.6, box.width() * 0.18);
      p.setBrush(Qt::NoBrush);
      p.setPen(QPen(theme.options[5], line));
      p.drawEllipse(box.adjusted(line / 2, line / 2, -line / 2, -line / 2));
      break;
    }
  }
}

QSizeF chipSize(const Chip& chip, const QFont& font) {
  const QFontMetricsF metrics(font);
  const double height = std::ceil(metrics.height()) + 3;
  const double sign = chip.sign == Sign::none ? 0 : metrics.ascent() * 0.86 + 5;
  const double padding = chip.tone == Tone::plain ? 0 : height * 0.42;
  return {std::ceil(metrics.horizontalAdvance(chip.text) + sign + 2 * padding + 1), height};
}

QRectF drawChip(QPainter& p, const QRectF& box, const Chip& chip, const QFont& font, const Theme& theme) {
  const Saved saved(p);
  const QSizeF size = chipSize(chip, font);
  QRectF area(box.left(), box.center().y() - size.height() / 2, std::min(size.width(), box.width()), size.height());
  const Inks inks = inksOf(chip.tone, theme);
  p.setRenderHint(QPainter::Antialiasing);
  if (inks.ground.isValid()) {
    p.setPen(inks.edge.isValid() ? QPen(inks.edge, 1) : QPen(Qt::NoPen));
    p.setBrush(inks.ground);
    const QRectF edge = inks.edge.isValid() ? area.adjusted(0.5, 0.5, -0.5, -0.5) : area;
    p.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2);
  }
  const QFontMetricsF metrics(font);
  const double padding = chip.tone == Tone::plain ? 0 : size.height() * 0.42;
  double x = area.left() + padding;
  if (chip.sign != Sign::none) {
    const double side = std::round(metrics.ascent() * 0.86);
    const QRectF at(x, std::round(area.center().y() - side / 2), side, side);
    const bool inverse = chip.tone == Tone::urgent;
    const QColor ink = inverse ? theme.base : chip.tone == Tone::moved ? theme.accent : signColor(chip.sign, theme);
    drawSign(p, at, chip.sign, ink, inverse ? theme.no : inks.ground.isValid() ? inks.ground : theme.base);
    x += side + 5;
  }
  drawText(p, QRectF(x, area.top(), area.right() - padding + 1 - x, area.height()), chip.text, font, inks.text);
  return area;
}

void drawHatch(QPainter& p, const QRectF& box, const Theme& theme) {
  if (box.width() <= 0) return;
  const Saved saved(p);
  p.fillRect(box, theme.hatchBg);
  p.setClipRect(box, Qt::IntersectClip);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(theme.hatch, 1.6));
  const double pitch = 5.0 * std::numbers::sqrt2;  // 5 px between the lines, measured across them
  // Lines keep their place on the page, so that a bar that grows does not seem to move.
  const double first = std::floor(box.left() / pitch) * pitch - std::ceil(box.height() / pitch) * pitch;
  for (double x = first; x < box.right() + pitch; x += pitch) p.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
}

void drawIntervalBar(QPainter& p, const QRectF& box, int low, int high, const Theme& theme, bool ticks) {
  const Saved saved(p);
  const double tickRoom = ticks ? std::max(3.0, box.height() * 0.25) : 0;
  const QRectF bar(box.left(), box.top(), box.width(), box.height() - tickRoom);
  const auto at = [&bar](int score) { return bar.left() + bar.width() * std::clamp(score, 0, 1000) / 1000.0; };
  p.fillRect(bar, theme.track);
  p.fillRect(QRectF(bar.left(), bar.top(), at(low) - bar.left(), bar.height()), theme.known);
  if (high > low) {
    drawHatch(p, QRectF(at(low), bar.top(), at(high) - at(low), bar.height()), theme);
    p.fillRect(QRectF(at(high) - 1.5, bar.top(), 1.5, bar.height()), theme.hatch);
  }
  if (ticks) {
    p.setRenderHint(QPainter::Antialiasing, false);
    p.setPen(QPen(theme.tick, 1));
    for (const int score : {250, 500, 750}) {
      const double x = std::round(at(score));
      p.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + tickRoom - 1));
    }
  }
}

QString intervalText(int low, int high) { return high > low ? QObject::tr("%1 to %2").arg(low).arg(high) : QString::number(low); }

void drawContributionBar(QPainter& p, const QRectF& box, const Contribution& value, const Theme& theme) {
  if (value.heaviest <= 0 || value.weight <= 0) return;
  const Saved saved(p);
  const double unit = box.width() / value.heaviest;
  const auto at = [&](int points) { return box.left() + unit * std::clamp(points, 0, value.weight); };
  p.fillRect(QRectF(box.left(), box.top(), unit * value.weight, box.height()), theme.track);
  p.fillRect(QRectF(box.left(), box.top(), at(value.points) - box.left(), box.height()), theme.known);
  if (value.possible > 0)
    drawHatch(p, QRectF(at(value.points), box.top(), at(value.points + value.possible) - at(value.points), box.height()), theme);
  const double end = box.left() + unit * value.weight;
  p.fillRect(QRectF(std::round(end) - 1, box.top(), 1, box.height()), theme.tick);
}

void drawText(QPainter& p, const QRectF& box, const QString& text, const QFont& font, const QColor& color, Qt::Alignment alignment,
              Qt::TextElideMode elide) {
  if (text.isEmpty() || box.width() <= 0) return;
  const Saved saved(p);
  p.setFont(font);
  p.setPen(color);
  // A painter on paper has other metrics than the screen: elide by the device that draws.
  const QFontMetricsF metrics(font, p.device());
  p.drawText(box, static_cast<int>(alignment) | Qt::TextSingleLine, metrics.elidedText(text, elide, box.width() + 0.5));
}

}  // namespace homeward::ui
