#include "data/file_choice.h"

#include <QFileDialog>

namespace homeward::ui {

FileChoice fileDialogs() {
  return {[](QWidget* parent, const QString& title) {
            return QFileDialog::getOpenFileName(parent, title, {}, QObject::tr("Lists (*.csv *.txt);;All files (*)"));
          },
          [](QWidget* parent, const QString& title, const QString& suggested) {
            return QFileDialog::getSaveFileName(parent, title, suggested);
          }};
}

}  // namespace homeward::ui
