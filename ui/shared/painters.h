// The drawings that Homeward repeats: option shapes, status signs, chips, interval and contribution bars, hatching.
//
// Free functions over a painter and a Theme, so that a table, a chart and a printed page (QPdfWriter) draw the same thing. Status is
// always a shape and a word. What is only possible is hatched, never a paler solid.
#pragma once

#include <QPainter>
#include <QRectF>
#include <QString>

#include "shared/theme.h"

namespace homeward::ui {

/// A sign beside a word: what the shape says without its colour.
enum class Sign {
  none,
  pass,     ///< filled circle with a tick
  unknown,  ///< diamond with a question mark
  fail,     ///< filled square with a cross
  waived,   ///< outlined square with a cross
  sameDay,  ///< filled triangle
  clock,    ///< half-filled circle: under five days, a lapse, a clock in law
  planned,  ///< hollow circle
  minus,    ///< hollow circle with a bar: does not fit so well
  up,       ///< triangle: moved up
  down,     ///< triangle: moved down
};

/// Inks and grounds of a chip.
enum class Tone { neutral, ok, ask, no, urgent, clock, moved, plain };

struct Chip {
  Sign sign = Sign::none;
  Tone tone = Tone::neutral;
  QString text;
  friend bool operator==(const Chip&, const Chip&) = default;
};

[[nodiscard]] Chip eligibleChip();
[[nodiscard]] Chip toConfirmChip(int questions = 0);  ///< with the count, when it is known
[[nodiscard]] Chip notEligibleChip();
[[nodiscard]] Chip waivedChip();
[[nodiscard]] Chip sameDayChip(const QString& text);
[[nodiscard]] Chip underFiveDaysChip(const QString& text);
[[nodiscard]] Chip plannedChip(const QString& text);
[[nodiscard]] Chip movedChip(int from, int to);  ///< "moved 3 → 1"; ranks count from 1

[[nodiscard]] QColor signColor(Sign sign, const Theme& theme);
void drawSign(QPainter& painter, const QRectF& box, Sign sign, const Theme& theme);
/// The same in a colour of the caller's.
void drawSign(QPainter& painter, const QRectF& box, Sign sign, const QColor& ink, const QColor& inside);
/// The shape of option 1 to 5, filled; anything else is a ring.
void drawOptionShape(QPainter& painter, const QRectF& box, int number, const Theme& theme);

[[nodiscard]] QSizeF chipSize(const Chip& chip, const QFont& font);
/// At the left of the box, vertically centred; the text elides to the box. Returns what it covered.
QRectF drawChip(QPainter& painter, const QRectF& box, const Chip& chip, const QFont& font, const Theme& theme);

/// 45 degrees, 5 px pitch, 1.6 px line on the hatch ground, clipped to the box.
void drawHatch(QPainter& painter, const QRectF& box, const Theme& theme);

/// Known L to possible H on a track that is always 0 to 1,000; ticks at every 250 below when the box leaves 3 px for them.
void drawIntervalBar(QPainter& painter, const QRectF& box, int low, int high, const Theme& theme, bool ticks);
/// "759 to 783", or "759" when nothing is open.
[[nodiscard]] QString intervalText(int low, int high);

struct Contribution {
  int weight = 0;    ///< of 1000
  int heaviest = 0;  ///< the weight whose track fills the box
  int points = 0;    ///< earned
  int possible = 0;  ///< what an answer could add
  friend bool operator==(const Contribution&, const Contribution&) = default;
};
void drawContributionBar(QPainter& painter, const QRectF& box, const Contribution& value, const Theme& theme);

/// One line, elided at its end, vertically centred in the box.
void drawText(QPainter& painter, const QRectF& box, const QString& text, const QFont& font, const QColor& color,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter, Qt::TextElideMode elide = Qt::ElideRight);

}  // namespace homeward::ui
