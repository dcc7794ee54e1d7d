// Files that come back: which one it is, what it is about, and what was done with it.
#pragma once

#include <QObject>
#include <functional>

#include "app/workspace.h"

class QWidget;

namespace homeward::ui {

class MainWindow;
class Navigator;

class ReturnedDesk : public QObject {
  Q_OBJECT
 public:
  ReturnedDesk(app::Workspace& workspace, Navigator& navigator, MainWindow& window, QObject* parent = nullptr);
  /// Asks for the file, shows what it says, and records what is agreed to.
  void takeIn();
  /// The same of a file that is known.
  void takeIn(const QString& path);

 private:
  void takeInAnswer(std::string bytes);
  void takeInDecision(std::string bytes);
  void refuse(const QString& why);
  app::Workspace& m_workspace;
  Navigator& m_navigator;
  MainWindow& m_window;
};

}  // namespace homeward::ui
