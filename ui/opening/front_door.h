// The way into a case file and out of it: making, opening, restoring and closing, and what is said when a file cannot be opened.
//
// One window stands there at a time: the start page while no case file is open, else the desktop of the one that is. A file that cannot be
// used is told of in one sentence with what to do, and stays as it is to the byte; what was open stays open. Reading and making files runs
// in the background.
#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "app/open_case.h"
#include "shell/clipboard_guard.h"
#include "shell/lock.h"

class QMenu;
class QWidget;

namespace homeward::ui {

class Desktop;
class MainWindow;
class StartPage;

class FrontDoor : public QObject {
  Q_OBJECT
 public:
  /// Which file to read or to write; empty: none. What the system's file dialogs answer, but in tests.
  struct FileChoice {
    std::function<QString(QWidget* parent, const QString& title, const QString& folder)> toRead;
    std::function<QString(QWidget* parent, const QString& title, const QString& suggested)> toWrite;
  };
  [[nodiscard]] static FileChoice fileDialogs();

  explicit FrontDoor(FileChoice files = fileDialogs(), app::Clock clock = app::systemClock(),
                     WindowLock::Time time = WindowLock::steadyTime(), QObject* parent = nullptr);
  ~FrontDoor() override;

  void showStart();
  void open(const QString& path);
  /// Goes in by what was opened already, or tells why it could not be. False: not in.
  bool enter(app::Opened opened, const QString& path);
  void newCase();
  void demoCase();
  void restore();
  /// A choice that was sent here as a file: asks for its passphrase and opens it as a page; its answer goes into a file again.
  void openSentChoice(const QString& path);
  /// Back to the start page; false when a page must not be left.
  bool closeCase();

  [[nodiscard]] MainWindow& window() const;
  [[nodiscard]] Desktop* desktop() const { return m_desktop.get(); }
  [[nodiscard]] WindowLock& lock() { return m_lock; }
  [[nodiscard]] StartPage& start() const { return *m_page; }

 private:
  void chooseAndOpen();
  void chooseSentChoice();
  void furnish(MainWindow& window, bool inside);
  void fillRecent(QMenu& menu);
  void show(MainWindow& next, const MainWindow* before);
  void tell(const QString& what, const QString& next, bool mendable = false);
  void putBack(const QString& backup, const QString& caseFile);
  void backUpToday();
  void lockNow();
  void setPassphrase();
  /// Once no dialog and no menu stands in the window, which may go.
  void whenFree(const std::function<void()>& act);
  void later(void (FrontDoor::*act)());
  [[nodiscard]] QString openPath() const;
  [[nodiscard]] bool isBusy() const;

  FileChoice m_files;
  app::Clock m_clock;
  WindowLock m_lock;
  int m_ownLoop = 1;  ///< how deep the program's own event loop lies; a dialog's lies deeper
  ClipboardGuard m_clipboard;
  QString m_wanted;  // the file that could not be opened, whose backup may be wanted
  std::unique_ptr<MainWindow> m_start;
  StartPage* m_page;
  std::unique_ptr<Desktop> m_desktop;
};

}  // namespace homeward::ui
