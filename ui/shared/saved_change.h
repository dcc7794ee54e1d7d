// A change that is saved already and can be taken back: a step of Edit > Undo with its name ("Undo marking as done").
//
// Taking back and doing again are use cases like the change itself: each is a transaction with its entry in the history. What can no
// longer be taken back, because somebody changed it since, says so and leaves the stack. Decisions are amended and never stand here.
#pragma once

#include <QUndoCommand>
#include <functional>

#include "support/result.h"

namespace homeward::ui {

class SavedChange : public QUndoCommand {
 public:
  using Act = std::function<Result<void>()>;
  /// `told` hears what was done, or why it could not be.
  using Told = std::function<void(const QString&)>;
  SavedChange(const QString& name, Act again, Act back, Told told);
  void undo() override;
  void redo() override;

 private:
  void run(const Act& act, const QString& done);
  Act m_again;
  Act m_back;
  Told m_told;
  bool m_pushed = false;
};

}  // namespace homeward::ui
