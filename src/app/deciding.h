// From the choice to the child who has moved in: choice, decision, approvals, start, end, breach.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/rank_referral.h"
#include "app/workspace.h"
#include "domain/decision.h"
#include "domain/placement.h"
#include "law/rules.h"

namespace homeward::app {

/// Puts one to five options before the social worker. Fewer than three needs a reason and that somebody was asked. An option that fails a
/// gate of law, registration or willingness is refused; one that fails a local gate needs a waiver first. Where a breach of the rule is on
/// record for the referral, what happened can be put, decided and started.
struct ChoiceDraft {
  ReferralId referral;
  std::vector<OptionId> options;
  std::vector<std::string> reasons;  ///< one each
  PersonId sendTo;
  Date decideBy{};
  std::string fewerThanThree;
  std::vector<OptionId> proposed = {};  ///< by the ranking; worked out anew when it is sent
  std::vector<Swap> swaps = {};         ///< why, where another option stands in the place of one that was proposed
};
/// What of the proposal is not among the options, each with the one that stands in its place, in the order of both.
[[nodiscard]] std::vector<Swap> swapsBetween(const std::vector<OptionId>& proposed, const std::vector<OptionId>& options);
/// A swap needs a code or words for it.
[[nodiscard]] Result<ChoiceId> sendChoice(Workspace& workspace, const ChoiceDraft& draft);
/// Whether an option may be put before the social worker, and be chosen: its offers stand, and neither law, registration, willingness nor
/// what the referral cannot do without fails it. A breach on record opens its rule at its home; what the referral asks itself a named
/// person may waive. Refused: why, and what mends it.
[[nodiscard]] Result<void> mayBeChosen(Workspace& workspace, const RankedReferral& ranked, OptionId option);
/// Why each of these is in the choice that they make together, in their order: its place, what it is best at, what it adds to the others.
[[nodiscard]] std::vector<std::string> reasonsFor(const RankedReferral& ranked, const std::vector<OptionId>& options);
/// A reason without the place in the order: the social worker's page shows no rank.
[[nodiscard]] std::string withoutPlace(const std::string& reason);
/// The engine's own choice of about three for the referral's offers, with a reason for each.
[[nodiscard]] Result<ChoiceDraft> proposeChoice(Workspace& workspace, ReferralId referral);
[[nodiscard]] Result<std::vector<Choice>> choicesOf(Workspace& workspace, ReferralId referral);
/// The last choice that has no decision yet.
[[nodiscard]] Result<std::optional<Choice>> openChoice(Workspace& workspace, ReferralId referral);
/// Choices that wait for a person of the social worker's side, oldest first.
[[nodiscard]] Result<std::vector<Choice>> choicesWaiting(Workspace& workspace);

/// Records what was decided. Needs somebody who may decide (a social worker or team manager, never the officer), words for the one chosen
/// and a reason for every other, and above the team manager's limit the budget holder. The one chosen must be one that may be chosen now,
/// unless the decision in force chose it already and only its words are amended. Freezes the inputs and results.
[[nodiscard]] Result<DecisionId> decide(Workspace& workspace, Decision decision);
/// The same inside a transaction that somebody else has begun.
[[nodiscard]] Result<DecisionId> decideIn(Workspace& workspace, store::Transaction& in, Decision decision);
/// Whether those who have to agree to the option that is chosen did: the team manager, and above that manager's limit the budget holder.
[[nodiscard]] Result<void> agreed(Workspace& workspace, const Decision& decision, const RankedReferral& ranked);
/// Whether it chooses nothing anew: what was chosen stands already, and only the words, or who agreed, change.
[[nodiscard]] Result<bool> choosesNothingAnew(Workspace& workspace, const Decision& decision);
[[nodiscard]] Result<std::vector<Decision>> decisionsOf(Workspace& workspace, ReferralId referral);
/// What was decided by telephone is confirmed in writing.
[[nodiscard]] Result<void> confirmDecision(Workspace& workspace, DecisionId decision);
/// Something that stands between a decision and a start, with what mends it.
struct Hindrance {
  /// `area`: entering where the home lies, or the approval or breach of the rule.
  enum class Mend { nothing, laterDecision, breach, approval, area, price, day };
  Fact why;
  Mend mend = Mend::nothing;
  int rule = 0;                        ///< of a breach or an approval
  std::optional<SettingId> setting;    ///< the home that breaks the rule
  std::optional<Role> approver;        ///< who may approve
  std::optional<OfferId> offer;        ///< whose price or day it is
  std::optional<Date> freeFrom;        ///< the day on which the place is free
  std::optional<DecisionId> decision;  ///< the later one
};
/// A day that cannot be (before a birth, or before both the referral and the decision were on record) stands alone. Else in order: a later
/// decision, blocks of the law, approvals and areas that are not known, offers that were taken
/// back, prices and days. Empty: it may start.
[[nodiscard]] Result<std::vector<Hindrance>> whatStands(Workspace& workspace, DecisionId decision, Date start);
/// The same if those were the breaches on record; with none, what only a breach lifts stands too.
[[nodiscard]] Result<std::vector<Hindrance>> whatStandsBeside(Workspace& workspace, DecisionId decision, Date start,
                                                              const std::vector<Breach>& breaches);
/// The same as facts alone.
[[nodiscard]] Result<std::vector<Fact>> hindrances(Workspace& workspace, DecisionId decision, Date start);
/// What the law asks of those who would live there and nobody has answered. It does not stop the start, and is not lawful for it either.
struct NotKnownInLaw {
  int rule = 0;  ///< 0: rules 6 and 7, where the area is not known
  SettingId setting;
  Fact why;
  Fact question;
};
[[nodiscard]] Result<std::vector<NotKnownInLaw>> notKnownInLaw(Workspace& workspace, DecisionId decision, Date start);
/// The day on which the first placement of the decision's referral started; none: nobody has moved in.
[[nodiscard]] Result<std::optional<Date>> startedOn(Workspace& workspace, DecisionId decision);
/// Approvals that a start in an emergency wanted before it, and that are on record neither as such nor as a breach: where the home lies may
/// have been entered since. None before the start.
[[nodiscard]] Result<std::vector<law::ApprovalNeeded>> approvalsDue(Workspace& workspace, DecisionId decision);
/// The first block of the law that no breach at its own home lifts: of two homes together each is judged by itself.
[[nodiscard]] Result<std::optional<law::LegalFinding>> standingBlock(Workspace& workspace, ReferralId referral, OptionId option,
                                                                     Date start);
[[nodiscard]] Result<ApprovalId> recordApproval(Workspace& workspace, Approval approval);
/// Whether that approval is on record for the option, given by that day. The Director's of rule 7 serves rule 6 as well.
[[nodiscard]] bool approvalStands(const std::vector<Approval>& approvals, OptionId option, int rule, Date by);
[[nodiscard]] Result<std::vector<law::ApprovalNeeded>> approvalsNeeded(Workspace& workspace, ReferralId referral, OptionId option,
                                                                       Date start);

/// Starts the placement of everybody of the decided option who is looked after, with the contract terms of its quotes, ends the placement
/// that each leaves, takes the vacancy, and lists the clocks in law. On a day to come the place is taken at once, and whoever is to move is
/// judged where they live until that day. Refused with the first hindrance. A breach that this start needed is
/// about the placement from then on; of several placements it stays with the referral.
[[nodiscard]] Result<std::vector<PlacementId>> startPlacement(Workspace& workspace, DecisionId decision, Date start);
/// With the placement its breaches end, and with the referral's last one the referral's. Members who are not looked after leave the setting
/// with the last of the referral who is placed there.
[[nodiscard]] Result<void> endPlacement(Workspace& workspace, PlacementId placement, Date left, const std::string& reasonCode,
                                        bool unplanned);
/// Records what happened although a rule says no, or changes what is on record of it. Needs the rule, whose authority it was, since when
/// (today or before), when it is looked at again, and the referral or placement that it is about; in the place of an approval also the
/// order or who was told. While it lasts it stands on top of My work, and the rule no longer stops the choice and the start of that
/// referral at the home that it names; one that names no home opens nothing. One of a placement is about the home where that is.
[[nodiscard]] Result<BreachId> recordBreach(Workspace& workspace, Breach breach);
/// The first day without it; not in the future.
[[nodiscard]] Result<void> endBreach(Workspace& workspace, BreachId breach, Date on);
/// Those of a referral, ended ones too, by id.
[[nodiscard]] Result<std::vector<Breach>> breachesOf(Workspace& workspace, ReferralId referral);
/// Whether a breach of that rule is on record for the referral at one of those homes and lasts on the day.
[[nodiscard]] bool breachStands(const std::vector<Breach>& breaches, ReferralId referral, const std::vector<SettingId>& homes, int rule,
                                Date day);
/// Where an option's people would live: one home for each of its offers.
[[nodiscard]] Result<std::vector<SettingId>> homesOf(Workspace& workspace, OptionId option);
/// The homes that were offered to a referral, each once, in the order of the offers.
struct OfferedHome {
  SettingId setting;
  std::string name;
};
[[nodiscard]] Result<std::vector<OfferedHome>> homesOffered(Workspace& workspace, ReferralId referral);

/// One line of the placements screen.
struct PlacementLine {
  Placement placement;
  std::string child;
  std::string childNumber;
  std::string setting;
  std::string provider;
  SettingType type = SettingType::fosteringHousehold;
  Money aWeek;  ///< at today's rates, contributions taken off
  std::optional<double> milesFromHome;
};
[[nodiscard]] Result<std::vector<PlacementLine>> placementLines(Workspace& workspace, bool currentOnly);
struct PlacementCase {
  PlacementLine line;
  std::vector<ContractTerm> terms;  ///< as known now, by day
  std::vector<FundingShare> funding;
  std::vector<Breach> breaches;
  std::vector<law::Clock> clocks;
};
[[nodiscard]] Result<PlacementCase> placementCase(Workspace& workspace, PlacementId id);

}  // namespace homeward::app
