// A picture of every main screen on a case file, light and dark, at 100% and 150%: for eyes, and for the README.
#pragma once

#include <QString>

class QApplication;

namespace homeward::ui {

/// Writes `light-100-my-work.png` and so on into the folder; the exit code of the program.
int takeShots(QApplication& application, const QString& file, const QString& folder);

}  // namespace homeward::ui
