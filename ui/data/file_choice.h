// Which file to read or to write: what the system's file dialogs answer, but in tests.
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace homeward::ui {

/// An empty path: none was chosen.
struct FileChoice {
  std::function<QString(QWidget* parent, const QString& title)> toRead;
  std::function<QString(QWidget* parent, const QString& title, const QString& suggested)> toWrite;
};
[[nodiscard]] FileChoice fileDialogs();

}  // namespace homeward::ui
