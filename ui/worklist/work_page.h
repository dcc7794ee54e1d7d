// My work: what is due, by the time it is needed, and beside it what the selected thing is about and the next act.
#pragma once

#include <QPointer>

#include "app/my_work.h"
#include "shell/navigator.h"
#include "shell/page.h"
#include "worklist/whom_to_ask.h"

class QTreeView;
class QVBoxLayout;
class QStackedWidget;
class QPushButton;

namespace homeward::ui {

class EmptyState;
class DayLine;
class FilterChips;
class PageHead;
class WorkModel;

class WorkPage : public Page {
  Q_OBJECT
 public:
  WorkPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);
  [[nodiscard]] QString title() const override;
  void refresh() override;
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;
  [[nodiscard]] QUndoStack* undoStack() override { return m_undo; }
  [[nodiscard]] QList<QAction*> menuActions() override { return {m_open, m_done}; }
  [[nodiscard]] int due() const;  ///< how many things wait, for the rail

 signals:
  void dueChanged(int count);

 private:
  void build();
  void showCurrent();
  void openCurrent();
  void markCurrentDone();
  void showReferral(ReferralId id);
  void addLine(const QString& text, bool quiet);
  app::Workspace& m_workspace;
  Navigator& m_navigator;
  bool m_onlyMine = true;
  bool m_refreshing = false;
  PageHead* m_head = nullptr;
  DayLine* m_day = nullptr;
  FilterChips* m_chips = nullptr;
  WorkModel* m_model = nullptr;
  QTreeView* m_list = nullptr;
  EmptyState* m_empty = nullptr;
  QStackedWidget* m_stack = nullptr;
  QWidget* m_detail = nullptr;
  QVBoxLayout* m_detailRows = nullptr;
  QPointer<WhomToAsk> m_whom;  ///< where it is shown
  ReferralId m_whomFor;        ///< for whom it is, or was
  QPushButton* m_mine = nullptr;
  QPushButton* m_team = nullptr;
  QAction* m_open = nullptr;
  QAction* m_done = nullptr;
  QUndoStack* m_undo = nullptr;
};

}  // namespace homeward::ui
