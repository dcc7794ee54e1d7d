// Entering and changing a child: who they are, their care, what they need, from what they are at risk, what they want, whom they see, where
// they must not live, and from whom they are kept apart.
//
// What is wrong is said at the top and beside its field. Where somebody else changed the child in the meantime the message says who and
// what, and everything entered is kept. Nothing is matched on that was typed freely; a postcode gives a place.
#pragma once

#include <map>

#include "app/workspace.h"
#include "children/child_lists.h"
#include "shared/entry_dialog.h"
#include "shared/field_notes.h"

class QCheckBox;
class QPlainTextEdit;
class QTabWidget;

namespace homeward::ui {

class ErrorSummary;
class NeedsTable;
class SiblingFields;
class TextLabel;

class ChildEditor : public EntryDialog {
  Q_OBJECT
 public:
  ChildEditor(app::Workspace& workspace, Child child, bool namesHidden = false, QWidget* parent = nullptr);
  /// What the fields say now; a new sibling group is not in it before it is saved.
  [[nodiscard]] Child entered() const;
  [[nodiscard]] ChildId saved() const { return m_child.id; }
  /// Saves and closes; what stands in the way is shown and everything entered is kept.
  void save();

 private:
  QWidget* whoLeaf();
  QWidget* careLeaf();
  QWidget* needsLeaf();
  QWidget* wishesLeaf();
  QWidget* peopleLeaf();
  QWidget* identityLeaf();
  /// A text of several lines, with what is said in its place while names in it are hidden.
  QWidget* coverable(QPlainTextEdit* text);
  QWidget* titled(const std::string& finding, const QString& title, QWidget* list);
  [[nodiscard]] Place placeFrom(const QLineEdit& postcode, const Place& before) const;
  void showPlace(const QLineEdit& postcode, TextLabel& words) const;
  [[nodiscard]] QWidget* fieldOf(const std::string& finding) const;
  [[nodiscard]] std::vector<FieldNotes::Problem> unreadable() const;

  app::Workspace& m_workspace;
  Child m_child;
  bool m_namesHidden;
  ErrorSummary* m_errors;
  QTabWidget* m_leaves;
  FieldNotes m_notes;
  QLineEdit* m_name = nullptr;
  QLineEdit* m_knownAs = nullptr;
  QLineEdit* m_number = nullptr;
  QLineEdit* m_born = nullptr;
  EnumCombo<Sex>* m_sex = nullptr;
  SearchCombo* m_ethnicity = nullptr;
  QLineEdit* m_home = nullptr;
  TextLabel* m_homeWords = nullptr;
  QLineEdit* m_school = nullptr;
  QLineEdit* m_schoolPostcode = nullptr;
  TextLabel* m_schoolWords = nullptr;
  QPlainTextEdit* m_strengths = nullptr;
  QPlainTextEdit* m_notesText = nullptr;
  SearchCombo* m_status = nullptr;
  MaybeDay* m_statusSince = nullptr;
  MaybeDay* m_lookedAfter = nullptr;
  EnumCombo<CarePlanAim>* m_aim = nullptr;
  SearchCombo* m_worker = nullptr;
  SearchCombo* m_team = nullptr;
  QCheckBox* m_disabled = nullptr;
  QCheckBox* m_alone = nullptr;
  SiblingFields* m_siblings = nullptr;
  NeedsTable* m_needs = nullptr;
  RiskList* m_risks = nullptr;
  WishList* m_wishes = nullptr;
  ContactList* m_contacts = nullptr;
  NoGoList* m_noGo = nullptr;
  ApartList* m_apart = nullptr;
  FeatureRows* m_identity = nullptr;
  FeatureRows* m_exclusions = nullptr;
};

}  // namespace homeward::ui
