// Naming a team, a new one or one that is there.
#pragma once

#include "app/workspace.h"
#include "shared/entry_dialog.h"

class QLineEdit;

namespace homeward::ui {

class ErrorSummary;

class TeamEditor : public EntryDialog {
  Q_OBJECT
 public:
  TeamEditor(app::Workspace& workspace, Team team, QWidget* parent = nullptr);

 private:
  void save();
  app::Workspace& m_workspace;
  Team m_team;
  ErrorSummary* m_errors;
  QLineEdit* m_name;
};

}  // namespace homeward::ui
