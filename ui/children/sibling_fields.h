// The sibling group of a child: one that is there, a new one, or none; and whether its plan forbids parting them, with the reason.
#pragma once

#include <QWidget>
#include <optional>

#include "app/workspace.h"
#include "domain/child.h"

class QCheckBox;
class QLineEdit;

namespace homeward::ui {

class SearchCombo;
class TextLabel;

class SiblingFields : public QWidget {
  Q_OBJECT
 public:
  SiblingFields(app::Workspace& workspace, const Child& child, bool namesHidden, QWidget* parent = nullptr);
  /// The group as the fields say it, new where it has no number yet; none: in no group.
  [[nodiscard]] std::optional<SiblingGroup> group() const;
  [[nodiscard]] QWidget* field(const std::string& finding) const;

 private:
  void follow();
  /// A group in the list: by its name, or by the numbers of its children.
  [[nodiscard]] QString called(const SiblingGroup& group) const;
  app::Workspace& m_workspace;
  ChildId m_child;
  bool m_namesHidden;
  std::vector<SiblingGroup> m_known;
  SearchCombo* m_which;
  QLineEdit* m_name;
  QCheckBox* m_together;
  QLineEdit* m_reason;
  TextLabel* m_others;
};

}  // namespace homeward::ui
