// Entering and changing a setting: every fact that the match, the law and the cost read of it, on leaves in the order in which one asks
// for them. "Still free, said today" takes one press.
#pragma once

#include "app/workspace.h"
#include "market/setting_lists.h"
#include "shared/entry_dialog.h"
#include "shared/field_notes.h"

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QTabWidget;

namespace homeward::ui {

class AuthorityCombo;
class ErrorSummary;
class RegistrationFields;
class SearchCombo;

class SettingEditor : public EntryDialog {
  Q_OBJECT
 public:
  SettingEditor(app::Workspace& workspace, Setting setting, QWidget* parent = nullptr);
  /// What the fields say now. A postcode is looked up and tells the authority; where the case file does not know it, or there is none, the
  /// authority that was chosen stands. The place is kept as it was while the postcode is unchanged.
  [[nodiscard]] Setting entered() const;
  /// Saves and closes; what stands in the way is shown and everything entered is kept.
  void save();

 private:
  QWidget* homeLeaf();
  QWidget* freeLeaf();
  QWidget* termsLeaf();
  QWidget* proofLeaf();
  void fill();
  /// Which fields go with the kind of setting.
  void followType();
  void confirmToday();
  /// The authority follows a postcode that tells it.
  void followPostcode();
  [[nodiscard]] Place placeNow() const;
  [[nodiscard]] static bool told(const Place& place);
  [[nodiscard]] QWidget* unreadable() const;

  app::Workspace& m_workspace;
  Setting m_setting;
  ErrorSummary* m_errors = nullptr;
  QTabWidget* m_leaves = nullptr;
  FieldNotes m_notes;
  SearchCombo* m_provider = nullptr;
  QLineEdit* m_name = nullptr;
  EnumCombo<SettingType>* m_type = nullptr;
  EnumCombo<OtherArrangement>* m_arrangement = nullptr;
  QLineEdit* m_postcode = nullptr;
  AuthorityCombo* m_authority = nullptr;
  QLineEdit* m_telephone = nullptr;
  MaybeNumber* m_carers = nullptr;
  QCheckBox* m_connected = nullptr;
  QCheckBox* m_ourApproval = nullptr;
  QCheckBox* m_adopters = nullptr;
  MaybeDay* m_temporaryUntil = nullptr;
  QComboBox* m_category = nullptr;
  MaybeDay* m_temporary = nullptr;
  MaybeMoney* m_rate = nullptr;
  MaybeNumber* m_places = nullptr;
  MaybeDay* m_freeFrom = nullptr;
  MaybeDay* m_confirmed = nullptr;
  TriState* m_ownBedroom = nullptr;
  TriState* m_sharing = nullptr;
  MaybeNumber* m_offersDays = nullptr;
  EnumCombo<Willing>* m_willing = nullptr;
  MaybeDay* m_notUntil = nullptr;
  QLineEdit* m_said = nullptr;
  QCheckBox* m_limitsKnown = nullptr;
  MaybeNumber* m_ageFrom = nullptr;
  MaybeNumber* m_ageTo = nullptr;
  std::vector<QCheckBox*> m_sexes;
  MaybeNumber* m_children = nullptr;
  QCheckBox* m_shortBreaks = nullptr;
  QCheckBox* m_parentAndChild = nullptr;
  QCheckBox* m_solo = nullptr;
  QCheckBox* m_emergencies = nullptr;
  std::vector<QCheckBox*> m_excludes;
  QPlainTextEdit* m_termsWords = nullptr;
  CapabilityList* m_capabilities = nullptr;
  FeatureList* m_features = nullptr;
  QCheckBox* m_residentsKnown = nullptr;
  ResidentList* m_residents = nullptr;
  ExemptionList* m_exemptions = nullptr;
  RegistrationFields* m_registration = nullptr;
  MaybeNumber* m_formB = nullptr;
  MaybeNumber* m_formC = nullptr;
  MaybeNumber* m_feedback = nullptr;
  QSpinBox* m_placements = nullptr;
  QSpinBox* m_lasted = nullptr;
};

}  // namespace homeward::ui
