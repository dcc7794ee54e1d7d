// One asking of one provider: the calls that were made, until when an answer is due, and how it stands.
//
// A call that was logged by mistake is taken back at once, after a question; the rest is written by the act.
#pragma once

#include "app/asking.h"
#include "market/editor_fields.h"
#include "shared/act_dialog.h"

class QCheckBox;
class QDateTimeEdit;
class QListWidget;
class QPushButton;

namespace homeward::ui {

class ApproachDialog : public ActDialog {
  Q_OBJECT
 public:
  ApproachDialog(app::Workspace& workspace, const app::ApproachLine& line, QWidget* parent = nullptr);
  /// Whether a call left the log.
  [[nodiscard]] bool tookBack() const { return m_tookBack; }

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void readLog();
  void readAnswer(const Approach& answer);
  [[nodiscard]] Approach asTyped() const;
  void follow();
  void takeBack();
  app::Workspace& m_workspace;
  Approach m_approach;
  bool m_tookBack = false;
  QListWidget* m_log;
  QPushButton* m_takeBack;
  QCheckBox* m_isDue;
  QDateTimeEdit* m_due;
  EnumCombo<ApproachState>* m_state;
  EnumCombo<DeclineReason>* m_declined;
};

}  // namespace homeward::ui
