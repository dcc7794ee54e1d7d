#include "market/market_map.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>
#include <algorithm>
#include <array>
#include <cmath>

#include "shared/format.h"
#include "shared/painters.h"
#include "shared/theme.h"

namespace homeward::ui {
namespace {

constexpr double metresPerMile = 1609.3;  // as the statutory return counts them
constexpr double closest = 5.0;           // metres a pixel
constexpr double furthest = 3000.0;

QPainterPath house(const QRectF& box) {
  QPainterPath path;
  path.moveTo(box.center().x(), box.top());
  path.lineTo(box.right(), box.top() + box.height() * 0.5);
  path.lineTo(box.right(), box.bottom());
  path.lineTo(box.left(), box.bottom());
  path.lineTo(box.left(), box.top() + box.height() * 0.5);
  path.closeSubpath();
  return path;
}

/// A mortar board.
QPainterPath school(const QRectF& box) {
  QPainterPath path;
  const double x = box.center().x();
  path.moveTo(x, box.top());
  path.lineTo(box.right(), box.top() + box.height() * 0.32);
  path.lineTo(x, box.top() + box.height() * 0.64);
  path.lineTo(box.left(), box.top() + box.height() * 0.32);
  path.closeSubpath();
  path.addRect(QRectF(x - box.width() * 0.28, box.top() + box.height() * 0.58, box.width() * 0.56, box.height() * 0.34));
  path.setFillRule(Qt::WindingFill);
  return path;
}

QPainterPath heart(const QRectF& box) {
  QPainterPath path;
  const double x = box.center().x();
  path.moveTo(x, box.bottom());
  path.cubicTo(box.left() - box.width() * 0.2, box.center().y(), box.left() + box.width() * 0.1, box.top() - box.height() * 0.15, x,
               box.top() + box.height() * 0.28);
  path.cubicTo(box.right() - box.width() * 0.1, box.top() - box.height() * 0.15, box.right() + box.width() * 0.2, box.center().y(), x,
               box.bottom());
  return path;
}

void drawMark(QPainter& painter, const QPointF& at, const MapMark& mark, const Theme& theme) {
  const double r = px(5.5);
  painter.setPen(QPen(theme.base, 1.0));
  QColor ink = theme.ok;
  switch (mark.status) {
    case matching::Status::eligible:
      if (!mark.judged) ink = theme.known;
      painter.setBrush(ink);
      painter.drawEllipse(at, r, r);
      break;
    case matching::Status::toConfirm: {
      ink = theme.ask;
      painter.setBrush(ink);
      const double d = r * 1.2;
      painter.drawPolygon(QPolygonF({at + QPointF(0, -d), at + QPointF(d, 0), at + QPointF(0, d), at + QPointF(-d, 0)}));
      break;
    }
    case matching::Status::notEligible:
      ink = theme.no;
      painter.setBrush(theme.base);
      painter.setPen(QPen(ink, 1.6));
      painter.drawRect(QRectF(at.x() - r * 0.85, at.y() - r * 0.85, r * 1.7, r * 1.7));
      break;
  }
  if (!mark.household) {
    const double arm = r * 0.5;
    painter.setPen(QPen(mark.status == matching::Status::notEligible ? ink : theme.base, 1.5));
    painter.drawLine(at + QPointF(-arm, 0), at + QPointF(arm, 0));
    painter.drawLine(at + QPointF(0, -arm), at + QPointF(0, arm));
  }
}

}  // namespace

MarketMap::MarketMap(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setObjectName(QStringLiteral("marketMap"));
  setAccessibleDescription(
      tr("Straight-line map. Tab goes from mark to mark, Enter opens, plus and minus zoom, 0 shows all, arrows move the map. "
         "The table lists the same homes."));
  nameCurrent();
}

QSize MarketMap::sizeHint() const { return {px(360), px(430)}; }
QSize MarketMap::minimumSizeHint() const { return {px(240), px(180)}; }

void MarketMap::setGround(std::shared_ptr<const geography::Atlas> atlas, const std::string& own) {
  m_atlas = std::move(atlas);
  m_own = own;
  update();
}

const MapPlace* MarketMap::home() const {
  for (const auto& place : m_scene.places)
    if (place.kind == MapPlace::Kind::home) return &place;
  return nullptr;
}

void MarketMap::setScene(MapScene scene) {
  const auto* before = home();
  const std::optional<GridPoint> from = before != nullptr ? std::optional(before->at) : std::nullopt;
  m_scene = std::move(scene);
  const auto* now = home();
  if (m_fitted || from != (now != nullptr ? std::optional(now->at) : std::nullopt)) showAll();
  nameCurrent();
  update();
  emit viewChanged();
}

void MarketMap::showAll() {
  m_fitted = true;
  double reach = 0.0;
  if (const auto* middle = home()) {
    m_middle = QPointF(middle->at.east, middle->at.north);
    if (m_scene.limit)
      reach = *m_scene.limit * metresPerMile * 1.12;
    else
      for (const auto& mark : m_scene.marks)
        reach = std::max(reach, std::min(geography::miles(middle->at, mark.at), 40.0) * metresPerMile * 1.08);
  } else if (!m_scene.marks.empty()) {
    std::vector<std::int32_t> easts;
    std::vector<std::int32_t> norths;
    for (const auto& mark : m_scene.marks) {
      easts.push_back(mark.at.east);
      norths.push_back(mark.at.north);
    }
    const auto [west, east] = std::minmax_element(easts.begin(), easts.end());
    const auto [south, north] = std::minmax_element(norths.begin(), norths.end());
    m_middle = QPointF((*west + *east) / 2.0, (*south + *north) / 2.0);
    reach = std::max(*east - *west, *north - *south) * 0.56;
  }
  reach = std::max(reach, 2 * metresPerMile);
  m_metresPerPixel = std::clamp(reach / (std::max(1, std::min(width(), height())) / 2.0), closest, furthest);
  update();
  emit viewChanged();
}

void MarketMap::zoom(double factor) {
  m_fitted = false;
  m_metresPerPixel = std::clamp(m_metresPerPixel / factor, closest, furthest);
  update();
  emit viewChanged();
}

QPointF MarketMap::toScreen(const GridPoint& point) const {
  return {width() / 2.0 + (point.east - m_middle.x()) / m_metresPerPixel, height() / 2.0 - (point.north - m_middle.y()) / m_metresPerPixel};
}

int MarketMap::beyond() const {
  return static_cast<int>(std::count_if(m_scene.marks.begin(), m_scene.marks.end(),
                                        [this](const MapMark& mark) { return !QRectF(rect()).contains(toScreen(mark.at)); }));
}

std::optional<std::size_t> MarketMap::markOf(std::optional<std::size_t> row) const {
  if (!row) return std::nullopt;
  for (std::size_t i = 0; i < m_scene.marks.size(); ++i)
    if (m_scene.marks[i].row == *row) return i;
  return std::nullopt;
}

void MarketMap::setCurrentRow(std::optional<std::size_t> row) {
  if (m_current == row) return;
  m_current = row;
  nameCurrent();
  update();
}

void MarketMap::nameCurrent() {
  const auto mark = markOf(m_current);
  const auto name = mark ? tr("Map, mark %1 of %2: %3, %4")
                               .arg(*mark + 1)
                               .arg(m_scene.marks.size())
                               .arg(m_scene.marks[*mark].name, m_scene.marks[*mark].detail)
                         : tr("Map, %1").arg(plural(static_cast<std::int64_t>(m_scene.marks.size()), tr("mark"), tr("marks")));
  if (name == accessibleName()) return;
  setAccessibleName(name);
  QAccessibleEvent change(this, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&change);
}

/// False when there is no further mark that way, so that Tab leaves the map.
bool MarketMap::step(bool forward) {
  if (m_scene.marks.empty()) return false;
  const auto at = markOf(m_current);
  std::size_t to = forward ? 0 : m_scene.marks.size() - 1;
  if (at) {
    if (forward ? *at + 1 >= m_scene.marks.size() : *at == 0) return false;
    to = forward ? *at + 1 : *at - 1;
  }
  const auto row = m_scene.marks[to].row;
  setCurrentRow(row);
  const auto where = toScreen(m_scene.marks[to].at);
  if (!QRectF(rect()).adjusted(px(8), px(8), -px(8), -px(8)).contains(where)) {
    m_middle = QPointF(m_scene.marks[to].at.east, m_scene.marks[to].at.north);
    m_fitted = false;
    emit viewChanged();
  }
  emit rowChosen(row);
  return true;
}

bool MarketMap::event(QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool back = key->key() == Qt::Key_Backtab || (key->key() == Qt::Key_Tab && key->modifiers().testFlag(Qt::ShiftModifier));
    if ((back || key->key() == Qt::Key_Tab) && !key->modifiers().testFlag(Qt::ControlModifier) && step(!back)) return true;
  }
  return QWidget::event(event);
}

void MarketMap::keyPressEvent(QKeyEvent* event) {
  const double pan = 40 * m_metresPerPixel;
  switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoom(1.4);
      return;
    case Qt::Key_Minus:
      zoom(1 / 1.4);
      return;
    case Qt::Key_0:
      showAll();
      return;
    case Qt::Key_Left:
      m_middle.rx() -= pan;
      break;
    case Qt::Key_Right:
      m_middle.rx() += pan;
      break;
    case Qt::Key_Up:
      m_middle.ry() += pan;
      break;
    case Qt::Key_Down:
      m_middle.ry() -= pan;
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (m_current && event->modifiers() == Qt::NoModifier) {
        emit rowOpened(*m_current);
        return;
      }
      [[fallthrough]];
    default:
      QWidget::keyPressEvent(event);
      return;
  }
  m_fitted = false;
  update();
  emit viewChanged();
}

std::optional<std::size_t> MarketMap::markAt(const QPointF& where) const {
  std::optional<std::size_t> nearest;
  double best = px(14);  // a target of 24 px and a little more
  for (std::size_t i = 0; i < m_scene.marks.size(); ++i) {
    const auto way = toScreen(m_scene.marks[i].at) - where;
    const double far = std::hypot(way.x(), way.y());
    if (far < best) {
      best = far;
      nearest = i;
    }
  }
  return nearest;
}

void MarketMap::mousePressEvent(QMouseEvent* event) {
  m_dragFrom = event->position();
  if (event->button() != Qt::LeftButton) return;
  if (const auto mark = markAt(event->position())) {
    setCurrentRow(m_scene.marks[*mark].row);
    emit rowChosen(m_scene.marks[*mark].row);
  }
}

void MarketMap::mouseMoveEvent(QMouseEvent* event) {
  if (!event->buttons().testFlag(Qt::LeftButton)) return;
  const auto way = event->position() - m_dragFrom;
  m_dragFrom = event->position();
  m_middle += QPointF(-way.x(), way.y()) * m_metresPerPixel;
  m_fitted = false;
  update();
  emit viewChanged();
}

void MarketMap::mouseDoubleClickEvent(QMouseEvent* event) {
  if (const auto mark = markAt(event->position())) emit rowOpened(m_scene.marks[*mark].row);
}

void MarketMap::wheelEvent(QWheelEvent* event) {
  if (event->angleDelta().y() != 0) zoom(event->angleDelta().y() > 0 ? 1.15 : 1 / 1.15);
}

void MarketMap::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (m_fitted) showAll();
}

void MarketMap::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto& theme = Theme::current();
  painter.fillRect(rect(), theme.alt);
  paintGround(painter);
  paintRings(painter);
  paintMarks(painter);
  paintScale(painter);
  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.focus, 2));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
  }
}

void MarketMap::paintGround(QPainter& painter) const {
  if (!m_atlas) return;
  const auto& theme = Theme::current();
  const QRectF view = QRectF(rect()).adjusted(-4, -4, 4, 4);
  QFont italic = typeFont(Type::second);
  italic.setItalic(true);
  // Cells are 2 km apart: drawn far out, every dot would touch the next and say nothing.
  const std::size_t every = m_metresPerPixel > 700 ? 9 : m_metresPerPixel > 350 ? 3 : 1;
  for (const auto& area : m_atlas->areas()) {
    const bool own = area.code == m_own;
    QColor ink = own ? theme.tick : theme.line;
    if (own) ink.setAlphaF(0.55F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    QPointF sum;
    int seen = 0;
    for (std::size_t i = 0; i < area.cells.size(); ++i) {
      const auto at = toScreen(area.cells[i]);
      if (!view.contains(at)) continue;
      sum += at;
      ++seen;
      if (i % every == 0) painter.drawEllipse(at, 1.6, 1.6);
    }
    if (seen < 4 || area.name.empty()) continue;
    painter.setPen(theme.text2);
    const QRectF box(sum.x() / seen - px(60), sum.y() / seen - px(9), px(120), px(18));
    drawText(painter, box, QString::fromStdString(area.name), italic, theme.text2, Qt::AlignCenter);
  }
}

void MarketMap::paintRings(QPainter& painter) const {
  const auto* middle = home();
  if (middle == nullptr) return;
  const auto& theme = Theme::current();
  const auto at = toScreen(middle->at);
  const auto ring = [&](double miles, bool limit) {
    const double r = miles * metresPerMile / m_metresPerPixel;
    if (r < px(14) || r > 4.0 * std::max(width(), height())) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(limit ? QPen(theme.accent, 1.5) : QPen(theme.tick, 1.0, Qt::DashLine));
    painter.drawEllipse(at, r, r);
    const auto words = tr("%1 miles").arg(QString::number(miles, 'g', 4));
    const QFont face = typeFont(Type::second, limit);
    const QFontMetrics metrics(face);
    const double wide = metrics.horizontalAdvance(words) + px(8);
    const QRectF box(at.x() - wide / 2, at.y() + r - metrics.height() / 2.0, wide, metrics.height());
    painter.fillRect(box, theme.alt);
    drawText(painter, box, words, face, limit ? theme.accent : theme.text2, Qt::AlignCenter);
  };
  for (const double miles : m_scene.rings)
    if (!m_scene.limit || miles != *m_scene.limit) ring(miles, false);
  if (m_scene.limit) ring(*m_scene.limit, true);
}

void MarketMap::paintMarks(QPainter& painter) const {
  const auto& theme = Theme::current();
  const QRectF view(rect());
  std::vector<QRectF> taken;
  const double size = px(15);
  for (const auto& place : m_scene.places) {
    const auto at = toScreen(place.at);
    taken.emplace_back(at.x() - size / 2, at.y() - size / 2, size, size);
  }
  for (const auto& mark : m_scene.marks)
    if (taken.size() < 600) {
      const auto at = toScreen(mark.at);
      taken.emplace_back(at.x() - px(6), at.y() - px(6), px(12), px(12));
    }
  const auto label = [&](const QPointF& at, const QString& words, const QFont& face, const QColor& ink, bool must) {
    const QFontMetrics metrics(face);
    const double wide = metrics.horizontalAdvance(words) + 2;
    const double high = metrics.height();
    const double off = px(10);
    const std::array<QRectF, 4> boxes{
        QRectF(at.x() + off, at.y() - high / 2, wide, high), QRectF(at.x() - off - wide, at.y() - high / 2, wide, high),
        QRectF(at.x() - wide / 2, at.y() + off - 2, wide, high), QRectF(at.x() - wide / 2, at.y() - off - high + 2, wide, high)};
    const QRectF* chosen = nullptr;
    for (const auto& box : boxes) {
      if (!view.contains(box)) continue;
      if (std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); })) {
        chosen = &box;
        break;
      }
    }
    if (chosen == nullptr && must) chosen = &boxes[0];
    if (chosen == nullptr) return;
    taken.push_back(*chosen);
    drawText(painter, *chosen, words, face, ink);
  };

  // Those that are out lie beneath those that can be used; the current one lies on top.
  for (int layer = 0; layer < 2; ++layer)
    for (const auto& mark : m_scene.marks)
      if ((mark.status == matching::Status::notEligible) == (layer == 0)) {
        const auto at = toScreen(mark.at);
        if (view.adjusted(-9, -9, 9, 9).contains(at)) drawMark(painter, at, mark, theme);
      }
  painter.setPen(QPen(theme.base, 1.2));
  painter.setBrush(theme.text);
  for (const auto& place : m_scene.places) {
    const auto at = toScreen(place.at);
    const QRectF box(at.x() - size / 2, at.y() - size / 2, size, size);
    painter.setPen(QPen(theme.base, 1.2));
    painter.setBrush(theme.text);
    painter.drawPath(place.kind == MapPlace::Kind::home ? house(box) : place.kind == MapPlace::Kind::school ? school(box) : heart(box));
  }
  for (const auto& place : m_scene.places) label(toScreen(place.at), place.name, typeFont(Type::second, true), theme.text, true);

  const auto current = markOf(m_current);
  if (current) {
    const auto at = toScreen(m_scene.marks[*current].at);
    painter.setBrush(theme.base);
    painter.setPen(QPen(theme.focus, 2));
    painter.drawEllipse(at, px(11), px(11));
    drawMark(painter, at, m_scene.marks[*current], theme);
    label(at + QPointF(px(3), 0), m_scene.marks[*current].label, typeFont(Type::second, true), theme.text, true);
  }
  int labels = 0;
  for (std::size_t i = 0; i < m_scene.marks.size() && labels < 60; ++i) {
    const auto& mark = m_scene.marks[i];
    if (mark.status == matching::Status::notEligible || (current && *current == i)) continue;
    const auto at = toScreen(mark.at);
    if (!view.contains(at)) continue;
    label(at, mark.label, typeFont(Type::second), theme.text, false);
    ++labels;
  }
}

void MarketMap::paintScale(QPainter& painter) const {
  const auto& theme = Theme::current();
  // The longest round number of miles that fits a third of the width.
  double miles = 0.5;
  for (const double round : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0})
    if (round * metresPerMile / m_metresPerPixel < width() / 3.0) miles = round;
  const double wide = miles * metresPerMile / m_metresPerPixel;
  const double y = height() - px(14);
  const double x = px(12);
  painter.setPen(QPen(theme.text, 1.4));
  painter.drawLine(QPointF(x, y), QPointF(x + wide, y));
  painter.drawLine(QPointF(x, y - 3), QPointF(x, y + 3));
  painter.drawLine(QPointF(x + wide, y - 3), QPointF(x + wide, y + 3));
  drawText(painter, QRectF(x + wide + px(6), y - px(9), px(90), px(18)),
           miles == 1.0 ? tr("1 mile") : tr("%1 miles").arg(QString::number(miles, 'g', 3)), typeFont(Type::second), theme.text);
}

}  // namespace homeward::ui
