// Recording what was answered to a choice: a decision, or something that has to be known first.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/deciding.h"
#include "app/my_work.h"
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

/// What was said of a choice before it was decided, in the order in which it was.
[[nodiscard]] Result<std::vector<ChoiceRemark>> remarksOn(Workspace& workspace, ChoiceId choice);
/// What My work says to the officer of choices of which somebody wants to know more first. `people` names those of a referral.
[[nodiscard]] Result<std::vector<WorkItem>> moreAskedWork(Workspace& workspace, const std::vector<Choice>& choices,
                                                          const std::vector<Referral>& referrals,
                                                          const std::function<std::string(const Referral&)>& people);

}  // namespace homeward::app
