// Whose case file this is: the council, and its name as it is written on screens and reports.
#pragma once

#include "app/workspace.h"
#include "shared/entry_dialog.h"

class QLineEdit;

namespace homeward::ui {

class ErrorSummary;
class SearchCombo;

class CouncilEditor : public EntryDialog {
  Q_OBJECT
 public:
  explicit CouncilEditor(app::Workspace& workspace, QWidget* parent = nullptr);

 private:
  void save();
  app::Workspace& m_workspace;
  ErrorSummary* m_errors;
  SearchCombo* m_council;
  QLineEdit* m_name;
};

}  // namespace homeward::ui
