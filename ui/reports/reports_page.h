// Reports: the weekly cost report and how searches went, one at a time. What the shell asks of a page is asked of the one in front.
#pragma once

#include "app/workspace.h"
#include "shell/navigator.h"
#include "shell/page.h"

class QStackedWidget;

namespace homeward::ui {

class FilterChips;
class RoundReportPage;
class WeeklyReportPage;

class ReportsPage : public Page {
  Q_OBJECT
 public:
  ReportsPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);
  [[nodiscard]] QString title() const override { return front().title(); }
  void refresh() override { front().refresh(); }
  [[nodiscard]] QWidget* firstFocus() override { return front().firstFocus(); }
  [[nodiscard]] QList<QWidget*> panes() override { return front().panes(); }
  bool doPrimary() override { return front().doPrimary(); }
  bool goBack() override { return front().goBack(); }
  bool findHere() override { return front().findHere(); }
  [[nodiscard]] QList<QAction*> menuActions() override { return front().menuActions(); }
  [[nodiscard]] QUndoStack* undoStack() override { return front().undoStack(); }
  /// True: how searches went; else the weekly report.
  void showRound(bool round);
  [[nodiscard]] WeeklyReportPage& weekly() { return *m_weekly; }
  [[nodiscard]] RoundReportPage& round() { return *m_round; }

 private:
  [[nodiscard]] Page& front() const;
  void fillChips();
  WeeklyReportPage* m_weekly;
  RoundReportPage* m_round;
  FilterChips* m_chips;
  QStackedWidget* m_stack;
};

}  // namespace homeward::ui
