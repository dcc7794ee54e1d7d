// Sending the choice: to whom, by when the decision is due, why each option is in it, why one stands in the place of another that was
// proposed, and why there are fewer than three if so.
#pragma once

#include <vector>

#include "app/deciding.h"
#include "shared/entry_dialog.h"

class QComboBox;
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
  /// Why another option stands there, of each swap of the draft.
  struct SwapFields {
    std::size_t swap = 0;
    QComboBox* code = nullptr;
    QLineEdit* words = nullptr;
  };
  app::Workspace& m_workspace;
  app::ChoiceDraft m_draft;
  ChoiceId m_sent;
  SearchCombo* m_to;
  QDateEdit* m_by;
  std::vector<QLineEdit*> m_reasons;
  std::vector<SwapFields> m_swaps;
  QLineEdit* m_fewer = nullptr;
  TextLabel* m_problem;
};

}  // namespace homeward::ui
