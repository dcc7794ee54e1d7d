// Two policies on the same referral: both orders beside each other, what moved, and which weights differ.
#pragma once

#include <QDialog>
#include <optional>
#include <vector>

#include "app/compare_policies.h"

namespace homeward::ui {

class PlainTable;
class SearchCombo;
class SectionHead;
class TextLabel;

class CompareDialog : public QDialog {
  Q_OBJECT
 public:
  /// Starts with that version against `draft`, which is not saved yet, or else with the one in use against that version.
  CompareDialog(app::Workspace& workspace, std::optional<std::int64_t> selected, const std::optional<app::PolicyVersion>& draft,
                QWidget* parent = nullptr);

 private:
  void fillChoices(std::optional<std::int64_t> selected, bool draft);
  void compare();
  app::Workspace& m_workspace;
  std::vector<app::PolicyVersion> m_versions;
  std::vector<QString> m_labels;
  SearchCombo* m_first;
  SearchCombo* m_second;
  SearchCombo* m_referral;
  TextLabel* m_said;
  PlainTable* m_orders;
  SectionHead* m_weightsHead;
  PlainTable* m_weights;
};

}  // namespace homeward::ui
