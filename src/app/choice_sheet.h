// A choice of the case file as a sheet for whoever decides, worked out from what is known now.
#pragma once

#include "app/deciding.h"
#include "disclosure/choice_sheet.h"

namespace homeward::app {

/// Every option of the choice has its place on it, also one that is no longer offered or that the law closed since.
[[nodiscard]] Result<disclosure::ChoiceSheet> choiceSheet(Workspace& workspace, const Choice& choice);
/// The answer to it as a decision of the case file.
[[nodiscard]] Decision decisionOf(const Choice& choice, const disclosure::SheetAnswer& answer);
/// What was decided, as an answer: for amending it.
[[nodiscard]] disclosure::SheetAnswer answerOf(const Decision& decision);

/// "Rule 6, ...": where a rule of the law stands, and whether it still wants a lawyer's look; empty: there is no such rule.
[[nodiscard]] std::string ruleBasis(int number);
/// "Ages and sexes of its registration", "Education": what a gate is called.
[[nodiscard]] std::string gateName(const std::string& key);
/// "Larch household was proposed; Alder household stands in its place: the child’s wish."
[[nodiscard]] std::string swapWords(const Swap& swap, const std::string& proposed, const std::string& instead);

}  // namespace homeward::app
