// Homeward's own line icons, drawn in a colour of the palette: 20 px, stroke 1.5, single colour.
//
// The names are those of the files in resources/icons without the ending: "my-work", "send", "undo". An icon never stands alone unless
// its meaning is in the accessible name and the tooltip of what carries it.
#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>
#include <QString>

class QPainter;
class QAbstractButton;

namespace homeward::ui {

void drawIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& color);
/// Follows the present theme; `disabled` is drawn in text3. An unknown name is an empty icon.
[[nodiscard]] QIcon icon(const QString& name, const QColor& color);
/// Gives a button an icon that stays right when the theme or the button's kind changes.
void setIcon(QAbstractButton& button, const QString& name);

}  // namespace homeward::ui
