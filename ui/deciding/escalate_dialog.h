// No option suits: putting that before a manager, and the manager's word on what is to be done.
//
// Both show what is known: who was asked and what they said, what stops most, what one change would let in.
#pragma once

#include "app/escalating.h"
#include "shared/act_dialog.h"

class QComboBox;
class QPlainTextEdit;

namespace homeward::ui {

class SearchCombo;

class EscalateDialog : public ActDialog {
  Q_OBJECT
 public:
  EscalateDialog(app::Workspace& workspace, ReferralId referral, QWidget* parent = nullptr);

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  app::Workspace& m_workspace;
  ReferralId m_referral;
  SearchCombo* m_to;
  QPlainTextEdit* m_tried;
};

class SettleDialog : public ActDialog {
  Q_OBJECT
 public:
  SettleDialog(app::Workspace& workspace, ReferralId referral, QWidget* parent = nullptr);

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  app::Workspace& m_workspace;
  ReferralId m_referral;
  QComboBox* m_outcome;
  QLineEdit* m_words;
};

}  // namespace homeward::ui
