// A page of the main window: what the shell asks of whatever stands beside the rail.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QAction;
class QUndoStack;

namespace homeward::ui {

class Page : public QWidget {
  Q_OBJECT
 public:
  explicit Page(QWidget* parent = nullptr) : QWidget(parent) {}

  /// For the window's title: "Choice for Wren Tansy".
  [[nodiscard]] virtual QString title() const = 0;
  /// Reads again what it shows; keeps selection and scroll where it can. Called when the page is opened and when the case file changed.
  virtual void refresh() = 0;
  /// Where the keyboard starts.
  [[nodiscard]] virtual QWidget* firstFocus() { return this; }
  /// F6 goes round these, in order of reading; a pane that is hidden is passed over.
  [[nodiscard]] virtual QList<QWidget*> panes() { return {firstFocus()}; }
  /// The one act of Ctrl+Return. False: there is none now.
  virtual bool doPrimary() { return false; }
  /// Esc: closes what is open within the page. False: nothing was, so the shell goes back.
  virtual bool goBack() { return false; }
  /// Ctrl+F: filter or find within the page. False: it has none.
  virtual bool findHere() { return false; }
  /// What this page adds to the menu that is named after its things (Referral, Report, ...).
  [[nodiscard]] virtual QList<QAction*> menuActions() { return {}; }
  /// The stack behind Edit > Undo while this page is in front; none: nothing to undo.
  [[nodiscard]] virtual QUndoStack* undoStack() { return nullptr; }
  /// Names of children are hidden for screen sharing.
  virtual void setNamesHidden(bool /*hidden*/) {}
  /// Asked before the page is left or the window closes; false keeps it in front.
  virtual bool mayLeave() { return true; }

 signals:
  void titleChanged();
  /// For the status bar: counts at the left, hints at the right.
  void statusChanged(const QString& counts, const QString& hints);
  /// "Saved 14:20", "Draft saved 15:06".
  void saved(const QString& text);
  /// Something was asked for and not done: what, and why or what to do. Stays in sight until it is put away.
  void refused(const QString& what, const QString& why);
  void menuActionsChanged();
};

}  // namespace homeward::ui
