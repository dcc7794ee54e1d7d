// What stands in the fields of a form, whether or not it can be read: to keep it while it is typed and to put it back.
//
// Fields are known by their accessible names; two of one name are told apart by their order. Values are those of the widget (text, the
// chosen entry's words, a tick, a level), never of the domain, so that half a word is kept as half a word.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <vector>

class QWidget;

namespace homeward::ui {

/// All fields below `form` but those below one of `but`.
[[nodiscard]] QJsonObject typedIn(const QWidget& form, const QList<QWidget*>& but = {});
/// Puts them back; a field that is no longer there is passed over.
void typeAgain(QWidget& form, const QJsonObject& typed, const QList<QWidget*>& but = {});

/// Takes in what is typed in the field in hand and not left yet: a figure in a spin, an open cell of a table. What acts on a form by a
/// shortcut asks for this first, for the keyboard stays where it was.
void takeTyped(const QWidget& form);

/// As above, for fields that are known by their order alone.
[[nodiscard]] QJsonArray typedIn(const std::vector<QWidget*>& fields);
void typeAgain(const std::vector<QWidget*>& fields, const QJsonArray& typed);

}  // namespace homeward::ui
