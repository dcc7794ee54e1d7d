// The choice of the mock-ups: four offers for Wren Tansy, invented from end to end, and ways to look at a widget.
#pragma once

#include <QWidget>

#include "choice/choice_view.h"

namespace homeward::tests {

[[nodiscard]] ui::ChoiceView wrensChoice();
/// The weights of the what-if: wellbeing at 280, the others in proportion.
[[nodiscard]] std::vector<int> wellbeingAt280();

/// Shows a widget at a size (none: as it stands), lets it lay itself out, and saves a picture when HOMEWARD_SHOTS names a folder.
QImage shot(QWidget& widget, const QSize& size, const QString& name);
/// How many different colours a picture has: a blank one has one.
[[nodiscard]] int coloursIn(const QImage& picture);
/// Focusable widgets that a screen reader could not name.
[[nodiscard]] QStringList unnamed(const QWidget& window);
/// Letters by which Alt leads to two things that are in sight: it then only moves between them. "&M: Columns…, Tell a manager…".
[[nodiscard]] QStringList doubledLetters(const QWidget& window);

}  // namespace homeward::tests
