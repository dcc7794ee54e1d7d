// A choice and its answer as JSON, for the sealed files in which they travel: "homeward/choice/1" and "homeward/choice-answer/1".
#pragma once

#include <string>
#include <string_view>

#include "disclosure/choice_sheet.h"
#include "support/result.h"

namespace homeward::exchange {

[[nodiscard]] std::string choiceJson(const disclosure::ChoiceSheet& sheet);
/// Unreadable: the place and what is wrong there.
[[nodiscard]] Result<disclosure::ChoiceSheet> readChoice(std::string_view json);
[[nodiscard]] std::string answerJson(const disclosure::SheetAnswer& answer);
[[nodiscard]] Result<disclosure::SheetAnswer> readAnswer(std::string_view json);

}  // namespace homeward::exchange
