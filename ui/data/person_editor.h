// Entering and changing somebody who works with the case file: name, role, team, and up to what they may agree.
#pragma once

#include "app/workspace.h"
#include "market/editor_fields.h"
#include "shared/entry_dialog.h"

class QCheckBox;

namespace homeward::ui {

class ErrorSummary;
class SearchCombo;

class PersonEditor : public EntryDialog {
  Q_OBJECT
 public:
  PersonEditor(app::Workspace& workspace, Person person, QWidget* parent = nullptr);
  /// What the fields say now.
  [[nodiscard]] Person entered() const;
  /// Saves and closes; what stands in the way is shown and everything entered is kept.
  void save();

 private:
  app::Workspace& m_workspace;
  Person m_person;
  ErrorSummary* m_errors;
  QLineEdit* m_name;
  EnumCombo<homeward::Role>* m_role;
  SearchCombo* m_team;
  MaybeMoney* m_limit;
  QLineEdit* m_telephone;
  QLineEdit* m_email;
  QCheckBox* m_active;
};

}  // namespace homeward::ui
