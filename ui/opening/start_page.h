// What stands there while no case file is open: the files that were opened here before, and the ways to another.
#pragma once

#include <QPointer>

#include "opening/recent_files.h"
#include "shell/page.h"

class QListWidget;
class QPushButton;

namespace homeward::ui {

class SignLine;
class Surface;
class TextLabel;

class StartPage : public Page {
  Q_OBJECT
 public:
  explicit StartPage(QWidget* parent = nullptr);
  [[nodiscard]] QString title() const override { return tr("Open a case file"); }
  void refresh() override;
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;

  /// Why a file was not opened, and what to do now; `mendable` offers to restore a backup. Empty takes it away.
  void tell(const QString& what, const QString& next, bool mendable = false);
  /// While something is made or read the ways to another file are closed; what was told is taken away.
  void setBusy(bool busy);
  [[nodiscard]] QString told() const;

 signals:
  void newWanted();
  void openWanted();
  void demoWanted();
  void restoreWanted();
  void sentChoiceWanted();
  void recentWanted(const QString& path);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void openCurrent();
  void takeOff();
  QVector<RecentFile> m_files;
  Surface* m_notice;
  SignLine* m_what;
  TextLabel* m_next;
  QPushButton* m_mend;
  QListWidget* m_recent;
  TextLabel* m_none;
  QPushButton* m_takeOff;
  QPushButton* m_open;
  QList<QPushButton*> m_ways;
  QPointer<QWidget> m_before;  // had the keyboard before something was made or read
};

}  // namespace homeward::ui
