#include "shared/question.h"

#include <QDialog>
#include <QMessageBox>
#include <QPushButton>

namespace homeward::ui {

bool agreesTo(QWidget* parent, const Question& question) {
  QMessageBox ask(QMessageBox::NoIcon, question.title, question.words, QMessageBox::NoButton, parent);
  QPushButton* stay = ask.addButton(question.stay, QMessageBox::RejectRole);
  const QPushButton* go = ask.addButton(question.go, QMessageBox::DestructiveRole);
  ask.setDefaultButton(stay);
  ask.setEscapeButton(stay);
  ask.exec();
  return ask.clickedButton() == go;
}

bool agreesToLose(QDialog& dialog) {
  return agreesTo(&dialog, {dialog.windowTitle(), QObject::tr("What you entered has not been recorded."), QObject::tr("&Go on entering"),
                            QObject::tr("&Leave without recording")});
}

}  // namespace homeward::ui
