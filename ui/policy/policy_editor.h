// A new version of the policy: weights at the left, curves at the right, its name and why below. Nothing is changed until it is saved, and
// what is saved is a version beside the others, not in use yet.
#pragma once

#include "app/policy_draft.h"
#include "shared/entry_dialog.h"

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace homeward::ui {

class AnchorEditor;
class TextLabel;
class WeightTree;

class PolicyEditor : public EntryDialog {
  Q_OBJECT
 public:
  PolicyEditor(app::Workspace& workspace, const app::PolicyVersion& from, QWidget* parent = nullptr);
  /// Of what was saved.
  [[nodiscard]] const std::optional<app::PolicyVersion>& savedVersion() const { return m_saved; }

 protected:
  /// Looking at another curve enters nothing; a point that was moved does.
  [[nodiscard]] bool somethingEntered() const override;

 private:
  void changed();
  void save();
  void compare();
  [[nodiscard]] QWidget* fields();
  app::Workspace& m_workspace;
  app::PolicyVersion m_start;
  app::PolicyDraft m_draft;
  matching::Policy m_opened;  ///< the draft as the dialog showed it first
  std::optional<app::PolicyVersion> m_saved;
  WeightTree* m_tree;
  AnchorEditor* m_anchors;
  QSpinBox* m_penalty;
  QLineEdit* m_name;
  QLineEdit* m_note;
  TextLabel* m_differs;
  TextLabel* m_trouble;
  QPushButton* m_save;
};

}  // namespace homeward::ui
