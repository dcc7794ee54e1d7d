// How Homeward looks: one palette in light and one in dark, the colours and shapes of options, and sizes of type and space.
//
// Colours come from the visual language, whose contrasts were computed with the WCAG 2 formula. A view never names a colour of its own: it
// takes one of a Theme. Sizes are relative to the font that the user chose; lengths are given for a font of 10 pt and grow with it.
#pragma once

#include <QApplication>
#include <QColor>
#include <QFont>
#include <QObject>
#include <array>

namespace homeward::ui {

/// The figure that goes with an option's colour. An option keeps both from the moment it enters the choice.
enum class OptionShape { circle, square, triangle, pentagon, bar, ring };

struct Theme {
  bool dark = false;
  QColor window, chrome, base, alt, sel, hover;
  QColor text, text2, text3, line, border;
  QColor accent, onAccent, accent2, focus;
  QColor rail, railSel, railText, railTextSelected, railMarker, railCount, railCountText;
  QColor ok, okBg, okText, ask, askBg, askText, no, noBg, noText;
  QColor infoBg, infoText, demo, demoText;
  QColor known, track, tick, hatch, hatchBg;
  std::array<QColor, 6> options;  ///< numbers 1 to 5, then "others"

  [[nodiscard]] static const Theme& light();
  [[nodiscard]] static const Theme& darkOne();
  /// The one that the window wears now.
  [[nodiscard]] static const Theme& current();
  /// Colour of option number 1 to 5; any other number is "others".
  [[nodiscard]] const QColor& option(int number) const;
};

[[nodiscard]] OptionShape optionShape(int number);
/// The shape in a word, for those who do not see it: "circle".
[[nodiscard]] QString shapeName(int number);

/// Uses of type; the size of each is relative to the application's font.
enum class Type { text, table, second, section, pageTitle, rank, figure, childsWords };
[[nodiscard]] QFont typeFont(Type type, bool strong = false);

enum class Density { compact, comfortable };

struct Look {
  bool dark = false;
  Density density = Density::compact;
  int textPercent = 100;  ///< 100 to 200
  friend bool operator==(const Look&, const Look&) = default;
};

/// Dresses the application: style, palette, fonts. May be called again at any time. The font that the application had at the first call
/// is the user's base size.
void applyLook(QApplication& application, const Look& look);
[[nodiscard]] const Look& currentLook();

/// A length given at a base font of 10 pt, as whole pixels at the present one; at least 1 for anything above 0.
[[nodiscard]] int px(double at10pt);
/// What a table row gets beyond its text: 0 compact, 6 comfortable (grown with the font).
[[nodiscard]] int densityPadding();

/// Says that the look has changed, after palette and fonts have.
class LookWatch : public QObject {
  Q_OBJECT
 signals:
  void changed();
};
[[nodiscard]] LookWatch& lookWatch();

}  // namespace homeward::ui
