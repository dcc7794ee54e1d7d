// The shapes of which the style makes its controls: boxes, chevrons, marks, sliders and scroll bars, in the colours of the theme.
#pragma once

#include <QColor>
#include <QStyle>

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionSlider;

namespace homeward::ui {

struct Theme;

[[nodiscard]] bool has(const QStyleOption* option, QStyle::StateFlag flag);
/// A rounded rectangle; an invalid colour leaves out its edge or filling.
void box(QPainter& p, const QRect& rect, const QColor& fill, const QColor& edge, double radius);
void chevron(QPainter& p, const QRect& rect, bool up, const QColor& ink, double half);
[[nodiscard]] QColor fieldEdge(const QStyleOption* option, const Theme& t);
[[nodiscard]] QColor fieldFill(const QStyleOption* option, const Theme& t);
/// The mark of a check box, or of a radio button.
void checkMark(QPainter& p, const QStyleOption* option, bool radio);
void drawSlider(QPainter& p, const QStyle& style, const QStyleOptionSlider* option, const QWidget* widget);
void drawScrollBar(QPainter& p, const QStyle& style, const QStyleOptionSlider* option, const QWidget* widget);

}  // namespace homeward::ui
