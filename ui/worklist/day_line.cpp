#include "worklist/day_line.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

#include "shared/theme.h"

namespace homeward::ui {
namespace {

constexpr int minutesInAnHour = 60;
constexpr int officeOpens = 8 * minutesInAnHour + 30;
constexpr int officeCloses = 17 * minutesInAnHour + 30;
constexpr int evening = 20;
constexpr int midnight = 24;

}  // namespace

QString clockText(int minute) {
  return QStringLiteral("%1:%2").arg(minute / minutesInAnHour, 2, 10, QChar('0')).arg(minute % minutesInAnHour, 2, 10, QChar('0'));
}

DayLine::DayLine(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  set(0, true, {});
}

void DayLine::set(int now, bool workingDay, std::vector<Mark> marks) {
  m_now = now;
  m_workingDay = workingDay;
  m_marks = std::move(marks);
  std::erase_if(m_marks, [now](const Mark& mark) { return mark.minute < now; });
  std::stable_sort(m_marks.begin(), m_marks.end(), [](const Mark& a, const Mark& b) { return a.minute < b.minute; });
  QStringList said;
  for (const Mark& mark : m_marks) said << tr("%1 %2").arg(clockText(mark.minute), mark.words);
  setAccessibleName(said.isEmpty() ? tr("The rest of today: nothing more is due by the clock")
                                   : tr("The rest of today, now %1: %2").arg(clockText(now), said.join("; ")));
  setToolTip(said.join('\n'));
  update();
}

int DayLine::firstHour() const { return m_now / minutesInAnHour; }

int DayLine::lastHour() const {
  const int latest = m_marks.empty() ? m_now : m_marks.back().minute;
  return std::min(midnight, std::max({evening + 1, latest / minutesInAnHour + 2, firstHour() + 2}));
}

QSize DayLine::sizeHint() const {
  const double line = QFontMetricsF(typeFont(Type::second)).height();
  return {px(400), static_cast<int>(line * 3) + px(16)};
}

void DayLine::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Theme& theme = Theme::current();
  const QFont face = typeFont(Type::second);
  const QFont strong = typeFont(Type::second, true);
  const double line = QFontMetricsF(face).height();
  const double left = px(24);
  const double wide = width() - 2 * left;
  const int first = firstHour();
  const int last = lastHour();
  const auto x = [&](int minute) { return left + wide * (minute - first * minutesInAnHour) / ((last - first) * minutesInAnHour); };
  const double axis = 2 * line + px(8);

  std::vector<QRectF> closed;
  const auto close = [&](int from, int to) {
    const double begins = x(std::max(from, first * minutesInAnHour));
    const double ends = x(std::min(to, last * minutesInAnHour));
    if (ends > begins) closed.emplace_back(begins, px(2), ends - begins, axis + px(2));
  };
  if (!m_workingDay) {
    close(0, midnight * minutesInAnHour);
  } else {
    close(0, officeOpens);
    close(officeCloses, midnight * minutesInAnHour);
  }
  for (const QRectF& shade : closed) painter.fillRect(shade, theme.infoBg);

  painter.setPen(QPen(theme.border, 1));
  painter.drawLine(QPointF(left, axis), QPointF(left + wide, axis));
  const double room = wide / (last - first);
  const int every = room > px(56) ? 1 : room > px(28) ? 2 : 4;
  for (int hour = first; hour <= last; ++hour) {
    if ((hour - first) % every != 0) continue;
    const double at = x(hour * minutesInAnHour);
    painter.setPen(QPen(theme.tick, 1));
    painter.drawLine(QPointF(at, axis), QPointF(at, axis + px(4)));
    drawText(painter, QRectF(at - px(30), axis + px(5), px(60), line), clockText(hour * minutesInAnHour), face, theme.text2,
             Qt::AlignCenter);
  }

  // Now: how much of the line is gone.
  painter.setPen(QPen(theme.accent, px(3)));
  painter.drawLine(QPointF(left, axis), QPointF(x(m_now), axis));
  painter.setPen(QPen(theme.accent, px(1.5)));
  painter.drawLine(QPointF(x(m_now), axis - px(10)), QPointF(x(m_now), axis + px(4)));

  // Words stand in the lower row where there is room, else in the upper one, else only in the tooltip and the list.
  std::vector<QRectF> taken;
  const auto place = [&](const QString& words, const QFont& font, const QColor& ink, double at, std::initializer_list<int> rowsUp) {
    const double needs = QFontMetricsF(font).horizontalAdvance(words) + 2;
    const double start = std::clamp(at - needs / 2, static_cast<double>(px(6)), std::max<double>(px(6), width() - needs - px(6)));
    for (const int up : rowsUp) {
      const QRectF box(start, axis - px(9) - line * (up + 1), needs, line);
      if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& one) { return one.intersects(box.adjusted(-px(8), 1, px(8), -1)); }))
        continue;
      drawText(painter, box, words, font, ink);
      taken.push_back(box);
      return;
    }
  };
  place(tr("now %1").arg(clockText(m_now)), strong, theme.accent, x(m_now), {0});
  const double mark = px(12);
  for (const Mark& one : m_marks) {
    const double at = x(one.minute);
    drawSign(painter, QRectF(at - mark / 2, axis - mark / 2, mark, mark), one.sign, theme);
    const QFont& font = one.sign == Sign::sameDay ? strong : face;
    place(QFontMetricsF(font).elidedText(one.words, Qt::ElideRight, px(260)), font, theme.text, at, {0, 1});
  }
  const QString duty = tr("office closed, duty line only");
  const double half = QFontMetricsF(face).horizontalAdvance(duty) / 2 + px(8);
  for (const QRectF& shade : closed)
    if (shade.width() > 2 * half) place(duty, face, theme.infoText, shade.left() + half, {1, 0});
}

}  // namespace homeward::ui
