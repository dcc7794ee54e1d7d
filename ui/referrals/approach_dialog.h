// One asking of one provider: the calls that were made, until when an answer is due, and how it stands.
//
// Questions that nobody has answered stand first, and the keyboard is where the answer goes: Enter writes it at once. A call that was
// logged by mistake is taken back at once, after a question; the rest is written by the act.
#pragma once

#include <optional>
#include <vector>

#include "app/asking.h"
#include "market/editor_fields.h"
#include "shared/act_dialog.h"

class QCheckBox;
class QDateTimeEdit;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace homeward::ui {

class ApproachDialog : public ActDialog {
  Q_OBJECT
 public:
  ApproachDialog(app::Workspace& workspace, const app::ApproachLine& line, QWidget* parent = nullptr);
  /// Whether the log was changed already: a call left it, or a question was answered.
  [[nodiscard]] bool changedLog() const { return m_changedLog; }

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
  /// Writes the answer to the selected question.
  [[nodiscard]] Result<void> answer();
  void answerNow();
  /// Takes over what is stored now, and leaves what was typed of how it stands.
  void freshen(const Approach& fresh);
  /// The place in the log of the selected row; none: no row, or an empty log.
  [[nodiscard]] std::optional<std::size_t> selected() const;
  app::Workspace& m_workspace;
  Approach m_approach;
  bool m_changedLog = false;
  std::vector<std::size_t> m_order;  // rows of the list to places in the log
  QListWidget* m_log;
  QLineEdit* m_answer;
  QPushButton* m_answerIt;
  QPushButton* m_takeBack;
  QCheckBox* m_isDue;
  QDateTimeEdit* m_due;
  EnumCombo<ApproachState>* m_state;
  EnumCombo<DeclineReason>* m_declined;
};

}  // namespace homeward::ui
