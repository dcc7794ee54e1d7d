// A choice screen's value from a referral and its ranked offers: names, sentences and figures, ready to be shown.
#pragma once

#include "app/rank_referral.h"
#include "choice/choice_view.h"

namespace homeward::ui {

/// `wanted`: the options to stand side by side; empty: what is proposed, and the best of the others up to five.
[[nodiscard]] Result<ChoiceView> choiceView(app::Workspace& workspace, ReferralId referral, const std::vector<OptionId>& wanted = {});

/// What a gate is called: "Without dog", "Registration".
[[nodiscard]] QString gateName(const std::string& key);
/// "Wren Tansy", "Finch Burdock and Lark Burdock".
[[nodiscard]] QString peopleWords(const std::vector<Child>& children);

}  // namespace homeward::ui
