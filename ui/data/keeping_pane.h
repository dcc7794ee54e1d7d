// Looking after the case file: what it holds, who has it, when it was last backed up; a backup now, and a check of every page.
#pragma once

#include <QWidget>

#include "app/open_case.h"
#include "data/file_choice.h"

class QPushButton;

namespace homeward::ui {

class Jobs;
class TextLabel;

class KeepingPane : public QWidget {
  Q_OBJECT
 public:
  KeepingPane(app::Workspace& workspace, Jobs& jobs, const FileChoice& files, QWidget* parent = nullptr);
  ~KeepingPane() override;
  void refresh();
  [[nodiscard]] QPushButton* first() { return m_backUp; }
  [[nodiscard]] QString told() const;
  /// Asks where, and makes a checked copy of the case file.
  void backUp();
  /// Checks tables, links and history in the background.
  void verify();

 signals:
  void saved(const QString& words);

 private:
  void count();
  void showDays();
  void say(const QString& words);

  app::Workspace& m_workspace;
  Jobs& m_jobs;
  FileChoice m_files;
  int m_listening = 0;
  bool m_stale = true;  ///< something was saved since the things were counted
  bool m_counting = false;
  QPushButton* m_backUp;
  QPushButton* m_verify;
  TextLabel* m_holds;
  TextLabel* m_who;
  TextLabel* m_backup;
  TextLabel* m_sound;
};

}  // namespace homeward::ui
