// A decision that came back as a file, before it is recorded: what was decided, by whom and why, and what of the choice has changed since
// it was sent, which whoever decided has not seen.
#pragma once

#include "app/choice_file.h"
#include "shared/entry_dialog.h"

class QPushButton;

namespace homeward::ui {

class PlainTable;
class TextLabel;

class ReturnedChoiceDialog : public EntryDialog {
  Q_OBJECT
 public:
  ReturnedChoiceDialog(app::Workspace& workspace, app::ReturnedChoice returned, QWidget* parent = nullptr);
  [[nodiscard]] const QString& done() const { return m_done; }
  /// The decision that was recorded; none: more was asked for.
  [[nodiscard]] std::optional<DecisionId> decision() const { return m_decision; }
  [[nodiscard]] bool chosen() const { return m_returned.answer.chosen.has_value(); }
  [[nodiscard]] ReferralId referral() const { return m_returned.choice.referral; }

 protected:
  [[nodiscard]] bool somethingEntered() const override { return false; }

 private:
  [[nodiscard]] QString nameOf(std::int64_t option) const;
  [[nodiscard]] QString personOf(std::int64_t person) const;
  void record();
  app::Workspace& m_workspace;
  app::ReturnedChoice m_returned;
  QString m_done;
  std::optional<DecisionId> m_decision;
  TextLabel* m_trouble;
  QPushButton* m_record;
};

}  // namespace homeward::ui
