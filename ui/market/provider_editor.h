// Entering and changing a provider: who it is, under which framework, how it is reached, where it offers, and whether we place there.
#pragma once

#include "app/workspace.h"
#include "market/editor_fields.h"
#include "shared/entry_dialog.h"
#include "shared/field_notes.h"

class QCheckBox;

namespace homeward::ui {

class AuthorityList;
class ErrorSummary;
class RegistrationFields;

class ProviderEditor : public EntryDialog {
  Q_OBJECT
 public:
  ProviderEditor(app::Workspace& workspace, Provider provider, QWidget* parent = nullptr);
  /// What the fields say now.
  [[nodiscard]] Provider entered() const;
  /// Saves and closes; what stands in the way is shown and everything entered is kept.
  void save();

 private:
  app::Workspace& m_workspace;
  Provider m_provider;
  ErrorSummary* m_errors;
  FieldNotes m_notes;
  QLineEdit* m_name;
  EnumCombo<Sector>* m_sector;
  QLineEdit* m_framework;
  QCheckBox* m_toAsk;
  EnumCombo<SettingType>* m_asksFor;
  AuthorityList* m_areas;
  QLineEdit* m_telephone;
  QLineEdit* m_outOfHours;
  QLineEdit* m_email;
  QCheckBox* m_embargoed;
  RegistrationFields* m_registration;
};

}  // namespace homeward::ui
