// Sending the choice: to whom, by when the decision is due, why each option is in it, and why there are fewer than three if so.
#pragma once

#include <vector>

#include "app/deciding.h"
#include "shared/entry_dialog.h"

class QDateEdit;
class QLineEdit;

namespace homeward::ui {

class SearchCombo;
class TextLabel;

class SendDialog : public EntryDialog {
  Q_OBJECT
 public:
  /// `names` are those of the draft's options, in its order.
  SendDialog(app::Workspace& workspace, app::ChoiceDraft draft, const std::vector<QString>& names, QWidget* parent = nullptr);
  [[nodiscard]] ChoiceId sent() const { return m_sent; }

 private:
  void send();
  app::Workspace& m_workspace;
  app::ChoiceDraft m_draft;
  ChoiceId m_sent;
  SearchCombo* m_to;
  QDateEdit* m_by;
  std::vector<QLineEdit*> m_reasons;
  QLineEdit* m_fewer = nullptr;
  TextLabel* m_problem;
};

}  // namespace homeward::ui
