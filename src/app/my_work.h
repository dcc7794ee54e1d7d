// My work: what is due, by the time it is needed, worked out afresh from the case file each time and stored nowhere (but for what
// somebody has marked as done).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/fact.h"

namespace homeward::app {

enum class WorkKind {
  breach,
  sameDay,
  offerLapsing,
  decision,
  choiceDue,
  owedStep,
  clockInLaw,
  answerOverdue,
  vacancy,
  approval,
  escalation,
  widen,
  reminder,
  stalled,
  moreAsked
};
constexpr auto texts(WorkKind) {
  return std::to_array<EnumText<WorkKind>>({{WorkKind::breach, "breach"},
                                            {WorkKind::sameDay, "sameDay"},
                                            {WorkKind::offerLapsing, "offerLapsing"},
                                            {WorkKind::decision, "decision"},
                                            {WorkKind::choiceDue, "choiceDue"},
                                            {WorkKind::owedStep, "owedStep"},
                                            {WorkKind::clockInLaw, "clockInLaw"},
                                            {WorkKind::answerOverdue, "answerOverdue"},
                                            {WorkKind::vacancy, "vacancy"},
                                            {WorkKind::approval, "approval"},
                                            {WorkKind::escalation, "escalation"},
                                            {WorkKind::widen, "widen"},
                                            {WorkKind::reminder, "reminder"},
                                            {WorkKind::stalled, "stalled"},
                                            {WorkKind::moreAsked, "moreAsked"}});
}

struct WorkItem {
  std::string key;  ///< stable: "owed:12:needs", for marking as done
  WorkKind kind = WorkKind::owedStep;
  Date due{};
  std::optional<int> dueMinute;  ///< minutes after midnight in England
  Fact act;                      ///< "Find a home tonight for Jay Sorrel, 15"
  Fact why;                      ///< "in-house: 2 of 3 said no, 1 has not answered"
  std::optional<ReferralId> referral;
  std::optional<PlacementId> placement;
  std::optional<SettingId> setting;
  std::optional<ProviderId> provider;  ///< whose free places nobody has confirmed: done when each is confirmed
  std::optional<ApproachId> approach;
  std::optional<ChoiceId> choice;      ///< that waits for its decision
  std::optional<DecisionId> decision;  ///< to confirm, or to start
  std::optional<PersonId> owner;
  std::optional<PersonId> also;  ///< somebody else who waits for it
  bool mayBeMarkedDone = false;
};

/// The step that is owed on a referral, and then for each of its children who has moved in.
inline constexpr const char* placementPlan = "placementPlan";
/// What a clock of a placement is marked as done by.
[[nodiscard]] std::string clockKey(PlacementId placement, const std::string& step);
/// The placement plan is owed on a referral until its placements start, and from then on for each child: whoever marks one side of it marks
/// the other. Inside a transaction that somebody else has begun.
[[nodiscard]] Result<void> planOfReferralMarked(Workspace& workspace, store::Transaction& in, ReferralId referral, bool done);

/// Minutes after midnight as the clocks in England show them.
[[nodiscard]] int minuteOfDay(Instant moment);
/// Breaches first, then same-day, then by day and time; those of whoever is working, or of everybody. What a start brings with it stays
/// until it is done; a placement that was long under way when it was entered brings nothing.
[[nodiscard]] Result<std::vector<WorkItem>> myWork(Workspace& workspace, bool onlyMine);
[[nodiscard]] Result<void> markDone(Workspace& workspace, const WorkItem& item, bool done);

}  // namespace homeward::app
