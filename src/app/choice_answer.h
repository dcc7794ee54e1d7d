// Recording what was answered to a choice: a decision, or something that has to be known first.
#pragma once

#include <optional>
#include <string>

#include "app/deciding.h"
#include "disclosure/choice_sheet.h"

namespace homeward::app {

/// Records it in one transaction; the decision's id, or none where something is asked for first.
[[nodiscard]] Result<std::optional<DecisionId>> recordAnswer(Workspace& workspace, const Choice& choice,
                                                             const disclosure::SheetAnswer& answer);
/// The same inside a transaction that somebody else has begun.
[[nodiscard]] Result<std::optional<DecisionId>> recordAnswerIn(Workspace& workspace, store::Transaction& in, const Choice& choice,
                                                               const disclosure::SheetAnswer& answer);
/// What was asked for first gets its answer, in words; the choice waits for its decision again.
[[nodiscard]] Result<void> answerWhatWasAsked(Workspace& workspace, ChoiceId choice, const std::string& words);

}  // namespace homeward::app
