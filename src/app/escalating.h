// No option suits: the officer puts that before a manager with what was known, and the manager says what is to be done.
//
// It stands with the referral, waits in the manager's My work until there is an outcome, and stays on record beside the choices.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/my_work.h"
#include "app/workspace.h"
#include "domain/offer.h"
#include "domain/referral.h"

namespace homeward::app {

/// Who may be told, and say what is to be done: not the officer who searches.
[[nodiscard]] constexpr bool mayBeEscalatedTo(Role role) {
  return role == Role::manager || role == Role::teamManager || role == Role::budgetHolder || role == Role::director;
}

/// Whether it may be put before a manager now: the referral is open, somebody was asked, nobody who suits is left to be sent, and no
/// escalation waits. Options of a choice of which none was taken do not count as suitable. Refused: why.
[[nodiscard]] Result<void> mayEscalate(Workspace& workspace, ReferralId referral);

/// What is put before the manager: whom, and what is known now, a line each.
struct EscalationDraft {
  ReferralId referral;
  PersonId to;
  std::string tried;
  std::vector<std::string> found;  ///< who was asked with the answers, what stops most, what one change would let in
};
[[nodiscard]] Result<EscalationDraft> draftEscalation(Workspace& workspace, ReferralId referral);
/// Records it, with what is known at that moment. Needs somebody to whom it may be put, and what was tried in words.
[[nodiscard]] Result<void> escalate(Workspace& workspace, ReferralId referral, PersonId to, const std::string& tried);
/// What is to be done, by whoever is working, who must be one to whom it may be put. Anything but the coded steps wants words.
[[nodiscard]] Result<void> settleEscalation(Workspace& workspace, ReferralId referral, EscalationOutcome outcome, const std::string& words);
/// The one that waits for its outcome.
[[nodiscard]] const Escalation* waitingEscalation(const Referral& referral);

/// Who was asked and what they said, a line each: "Linden Homes, Alder House: said no (full), asked 24 November 2026".
[[nodiscard]] Result<std::vector<std::string>> askedWords(Workspace& workspace, ReferralId referral);

/// What My work says of it: to the manager that one waits; to the officer that everybody asked has said no and nobody was told. `people`
/// names those of a referral.
[[nodiscard]] std::vector<WorkItem> escalationWork(Workspace& workspace, const std::vector<Referral>& referrals,
                                                   const std::vector<Approach>& approaches, const std::vector<Offer>& offers,
                                                   const std::function<std::string(const Referral&)>& people);

}  // namespace homeward::app
