// What was decided about a referral, in its detail: the acts that follow from the decision in force, and the record of choices, decisions
// and approvals, to be read again.
#pragma once

#include <QWidget>
#include <optional>

#include "app/workspace.h"
#include "shell/navigator.h"

namespace homeward::ui {

/// What can be done now about the decision in force; none: not now.
struct DecisionActs {
  std::optional<DecisionId> start;
  std::optional<DecisionId> approve;  ///< what was to follow a start in an emergency
  std::optional<DecisionId> confirm;  ///< it was given by telephone
  std::optional<DecisionId> amend;
  std::optional<DecisionId> follow;  ///< a home was chosen: who is told, the papers
  std::optional<ChoiceId> answer;    ///< somebody wants to know more first
  std::optional<ChoiceId> send;      ///< waits for its decision, and may go as a file
  bool escalate = false;             ///< no option suits, and nobody was told yet
  bool settle = false;               ///< it waits for what a manager says
};
[[nodiscard]] DecisionActs decisionActs(app::Workspace& workspace, ReferralId referral);

/// Buttons for those acts, the start first; none: there is nothing to do. `lives` outlives what is opened: the buttons may not.
[[nodiscard]] QWidget* decisionButtons(app::Workspace& workspace, Navigator& navigator, ReferralId referral, QObject& lives);
/// The record, the latest choice first; none: nothing was sent yet.
[[nodiscard]] QWidget* decisionPart(app::Workspace& workspace, ReferralId referral);

}  // namespace homeward::ui
