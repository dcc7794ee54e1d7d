// A choice screen's value from a referral and its ranked offers: names, sentences and figures, ready to be shown.
#pragma once

#include "app/rank_referral.h"
#include "choice/choice_view.h"

namespace homeward::ui {

[[nodiscard]] Result<ChoiceView> choiceView(app::Workspace& workspace, ReferralId referral);

/// "Wren Tansy", "Finch Burdock and Lark Burdock".
[[nodiscard]] QString peopleWords(const std::vector<Child>& children);

}  // namespace homeward::ui
