// After how long providers who have not answered are reminded, by the route on which they are asked, on the Data page.
#pragma once

#include <QWidget>
#include <vector>

#include "app/reminding.h"
#include "shared/act_dialog.h"

class QCheckBox;
class QPushButton;
class QSpinBox;

namespace homeward::ui {

class PlainTable;
class SectionHead;

class ReminderEditor : public ActDialog {
  Q_OBJECT
 public:
  ReminderEditor(app::Workspace& workspace, const app::ReminderInterval& interval, QWidget* parent = nullptr);

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  app::Workspace& m_workspace;
  app::ReminderInterval m_interval;
  QCheckBox* m_on;
  QSpinBox* m_days;
  QSpinBox* m_minutes;
};

class RemindersPane : public QWidget {
  Q_OBJECT
 public:
  explicit RemindersPane(app::Workspace& workspace, QWidget* parent = nullptr);
  void refresh();
  [[nodiscard]] QWidget* first();

 signals:
  void saved(const QString& words);

 private:
  void edit(int row);
  app::Workspace& m_workspace;
  std::vector<app::ReminderInterval> m_intervals;
  SectionHead* m_head;
  PlainTable* m_list;
  QPushButton* m_change;
};

}  // namespace homeward::ui
