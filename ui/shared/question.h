// One question before something is lost: what would be lost, and the two ways on. Enter and Esc choose the way that loses nothing.
#pragma once

#include <QString>

class QDialog;
class QWidget;

namespace homeward::ui {

struct Question {
  QString title;
  QString words;
  QString stay;  ///< loses nothing
  QString go;
};
/// True: go.
[[nodiscard]] bool agreesTo(QWidget* parent, const Question& question);
/// For a dialog that is left although something was entered.
[[nodiscard]] bool agreesToLose(QDialog& dialog);

}  // namespace homeward::ui
