// A placement put on record as it is, and one that was entered wrongly: who, where, since when, planned how long, the codes of the
// statutory return, the end. A new one takes its prices with it; those of one that is on record are the contract's.
#pragma once

#include <functional>

#include "app/placement_record.h"
#include "market/editor_fields.h"
#include "shared/entry_dialog.h"

class QCheckBox;
class QDateEdit;
class QTabWidget;

namespace homeward::ui {

class ErrorSummary;
class QuoteFields;
class SearchCombo;
class TextLabel;

class PlacementEditor : public EntryDialog {
  Q_OBJECT
 public:
  /// A new one (id 0), or one that is corrected. While names are hidden children are known by their numbers.
  PlacementEditor(app::Workspace& workspace, Placement placement, bool namesHidden, QWidget* parent = nullptr);
  /// What the fields say now.
  [[nodiscard]] app::PlacementEntry entered() const;
  /// Puts it on record and closes; what stands in the way is shown and everything entered is kept.
  void save();
  [[nodiscard]] PlacementId saved() const { return m_before.id; }

 private:
  [[nodiscard]] bool isNew() const { return m_new; }
  QWidget* stayLeaf();
  void addWho(QFormLayout& form);
  void addEnd(QFormLayout& form);
  void offerChildren();
  void offerHomes();
  void offerCodes();
  void proposeCodes();
  void follow();
  void tellLaw();
  /// What the statutory return says of the codes; it forbids nothing.
  void tellCodes();
  [[nodiscard]] Placement stay() const;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const;
  [[nodiscard]] Result<void> readable() const;

  app::Workspace& m_workspace;
  Placement m_before;
  bool m_new;
  bool m_namesHidden;
  bool m_ownCodes = false;  ///< the codes are those that somebody chose
  ErrorSummary* m_errors;
  QTabWidget* m_leaves;
  SearchCombo* m_child;
  SearchCombo* m_home;
  QDateEdit* m_from;
  SearchCombo* m_team;
  MaybeDay* m_planned;
  SearchCombo* m_placeCode;
  SearchCombo* m_providerCode;
  QCheckBox* m_emergency;
  MaybeDay* m_left;
  SearchCombo* m_reasonOfEnd;
  QCheckBox* m_unplanned;
  QLineEdit* m_why;
  TextLabel* m_law;
  TextLabel* m_codes;
  QuoteFields* m_prices;
};

}  // namespace homeward::ui
