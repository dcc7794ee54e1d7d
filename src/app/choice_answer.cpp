#include "app/choice_answer.h"

#include "app/choice_sheet.h"
#include "support/text.h"

namespace homeward::app {

Result<std::optional<DecisionId>> recordAnswerIn(Workspace& workspace, store::Transaction& in, const Choice& choice,
                                                 const disclosure::SheetAnswer& answer) {
  const auto remark = [&](bool wantsMore) -> Result<void> {
    const PersonId by = answer.decidedBy > 0 ? PersonId{answer.decidedBy} : workspace.user().id;
    return workspace.file().sent().addRemark(in, {choice.id, workspace.now(), by, wantsMore, std::string(trimmed(answer.comment))});
  };
  if (answer.wantsMore) {
    if (trimmed(answer.comment).empty()) return fail(ErrorCode::invalid, "comment", "Say what you want to know first.");
    if (const auto kept = remark(true); !kept) return failed(kept);
    return std::optional<DecisionId>();
  }
  const auto decided = decideIn(workspace, in, decisionOf(choice, answer));
  if (!decided) return failed(decided);
  if (!trimmed(answer.comment).empty())
    if (const auto kept = remark(false); !kept) return failed(kept);
  return std::optional(*decided);
}

Result<std::optional<DecisionId>> recordAnswer(Workspace& workspace, const Choice& choice, const disclosure::SheetAnswer& answer) {
  return workspace.change([&](store::Transaction& in) { return recordAnswerIn(workspace, in, choice, answer); });
}

Result<void> answerWhatWasAsked(Workspace& workspace, ChoiceId choice, const std::string& words) {
  if (trimmed(words).empty()) return fail(ErrorCode::invalid, "answer", "Say what is known now.");
  return workspace.change(
      [&](store::Transaction& in) { return workspace.file().sent().answerRemark(in, choice, std::string(trimmed(words))); });
}

}  // namespace homeward::app
