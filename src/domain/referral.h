// The request for a home for the people in it: one child, a sibling group, or a parent with a child.
//
// A referral is owned by one placement officer and moves through the stages of `Stage`. Same-day referrals may skip forward; what was
// skipped is owed, listed until it is done. Nobody may search without the authorisation on record, which may be owed on the same day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/child.h"
#include "domain/dates.h"
#include "domain/enum_text.h"
#include "domain/id.h"
#include "domain/provider.h"

namespace homeward {

enum class Urgency { sameDay, underFiveDays, planned };
constexpr auto texts(Urgency) {
  return std::to_array<EnumText<Urgency>>(
      {{Urgency::sameDay, "sameDay"}, {Urgency::underFiveDays, "underFiveDays"}, {Urgency::planned, "planned"}});
}

enum class ReferralKind { oneChild, siblingGroup, parentAndChild, shortBreaks };
constexpr auto texts(ReferralKind) {
  return std::to_array<EnumText<ReferralKind>>({{ReferralKind::oneChild, "oneChild"},
                                                {ReferralKind::siblingGroup, "siblingGroup"},
                                                {ReferralKind::parentAndChild, "parentAndChild"},
                                                {ReferralKind::shortBreaks, "shortBreaks"}});
}

enum class Stage { draft, qualityChecked, inHouseAsked, sectorAsked, offersIn, shortlisted, choiceSent, decided, placed, ended, withdrawn };
constexpr auto texts(Stage) {
  return std::to_array<EnumText<Stage>>({{Stage::draft, "draft"},
                                         {Stage::qualityChecked, "qualityChecked"},
                                         {Stage::inHouseAsked, "inHouseAsked"},
                                         {Stage::sectorAsked, "sectorAsked"},
                                         {Stage::offersIn, "offersIn"},
                                         {Stage::shortlisted, "shortlisted"},
                                         {Stage::choiceSent, "choiceSent"},
                                         {Stage::decided, "decided"},
                                         {Stage::placed, "placed"},
                                         {Stage::ended, "ended"},
                                         {Stage::withdrawn, "withdrawn"}});
}
[[nodiscard]] constexpr bool isOpen(Stage stage) { return stage != Stage::placed && stage != Stage::ended && stage != Stage::withdrawn; }

enum class Togetherness { notASiblingGroup, mustStayTogether, togetherIfPossible, mayPart };
constexpr auto texts(Togetherness) {
  return std::to_array<EnumText<Togetherness>>({{Togetherness::notASiblingGroup, "notASiblingGroup"},
                                                {Togetherness::mustStayTogether, "mustStayTogether"},
                                                {Togetherness::togetherIfPossible, "togetherIfPossible"},
                                                {Togetherness::mayPart, "mayPart"}});
}

/// What the referral rests on in law, with the day on which it runs out if it does.
enum class LegalBasis {
  section20,
  careOrder,
  interimCareOrder,
  placementOrder,
  emergencyProtectionOrder,
  policeProtection,
  pace,
  remand,
  notYetKnown
};
constexpr auto texts(LegalBasis) {
  return std::to_array<EnumText<LegalBasis>>({{LegalBasis::section20, "section20"},
                                              {LegalBasis::careOrder, "careOrder"},
                                              {LegalBasis::interimCareOrder, "interimCareOrder"},
                                              {LegalBasis::placementOrder, "placementOrder"},
                                              {LegalBasis::emergencyProtectionOrder, "emergencyProtectionOrder"},
                                              {LegalBasis::policeProtection, "policeProtection"},
                                              {LegalBasis::pace, "pace"},
                                              {LegalBasis::remand, "remand"},
                                              {LegalBasis::notYetKnown, "notYetKnown"}});
}

/// The authority's permission to look after and to search. On the same day it may be owed.
struct Authorisation {
  bool owed = true;
  std::string givenBy;  ///< panel or manager
  std::optional<Date> givenOn;
  LegalBasis basis = LegalBasis::notYetKnown;
  std::string consentGivenBy;  ///< section 20: by whom, and its scope
  bool consentWithdrawn = false;
  std::optional<Instant> basisEnds;  ///< police protection 72 hours, emergency protection order 8 days ...
  friend bool operator==(const Authorisation&, const Authorisation&) = default;
};

/// A step that could not wait for, and has to be made good.
struct OwedStep {
  std::string what;  ///< stable key: "fullReferral", "consentToMedicalTreatment", "needs", "contactPlan", "placementPlan", ...
  Date due{};
  std::optional<Date> doneOn;
  friend bool operator==(const OwedStep&, const OwedStep&) = default;
};

struct ReferralMember {
  ChildId child;
  bool lookedAfter = true;  ///< a parent who is placed with a child need not be
  friend bool operator==(const ReferralMember&, const ReferralMember&) = default;
};

/// A failed local gate of one candidate that a named person has set aside with a reason. Law, registration and willingness cannot be.
struct Waiver {
  std::string gate;       ///< matching's stable gate key
  std::string candidate;  ///< matching's candidate id ("setting:12", "option:7")
  PersonId by;
  Date on{};
  std::string reason;
  friend bool operator==(const Waiver&, const Waiver&) = default;
};

/// Why the request no longer stands.
struct Withdrawal {
  std::string reason;
  PersonId by;
  Date on{};
  friend bool operator==(const Withdrawal&, const Withdrawal&) = default;
};

/// What is to be done where no option suits.
enum class EscalationOutcome { widen, spotPurchase, hold, otherStep };
constexpr auto texts(EscalationOutcome) {
  return std::to_array<EnumText<EscalationOutcome>>({{EscalationOutcome::widen, "widen"},
                                                     {EscalationOutcome::spotPurchase, "spotPurchase"},
                                                     {EscalationOutcome::hold, "hold"},
                                                     {EscalationOutcome::otherStep, "otherStep"}});
}

/// No option suits: what the officer put before a manager, with what was known then, and what the manager said is to be done.
struct Escalation {
  PersonId by;
  PersonId to;
  Instant at{};
  std::string tried;  ///< in the officer's words
  std::string found;  ///< a line each, as it was then: who was asked, what stops most, what one relaxed requirement would let in
  std::optional<EscalationOutcome> outcome;  ///< none: it waits for the manager
  std::string outcomeWords = {};
  std::optional<PersonId> settledBy;
  std::optional<Instant> settledAt;
  friend bool operator==(const Escalation&, const Escalation&) = default;
};

/// Which limb of section 25(1) of the Children Act 1989 the child meets: likely to abscond and to come to significant harm, or likely to
/// injure somebody.
enum class SecureCriterion { neither, absconds, injures };
constexpr auto texts(SecureCriterion) {
  return std::to_array<EnumText<SecureCriterion>>(
      {{SecureCriterion::neither, "neither"}, {SecureCriterion::absconds, "absconds"}, {SecureCriterion::injures, "injures"}});
}

/// Whether the child may not come and go, and what the court has ordered.
struct Liberty {
  bool deprived = false;                     ///< the plan deprives the child of liberty elsewhere than in a secure home
  std::optional<SecureCriterion> criterion;  ///< none: not considered
  std::string orderNumber;
  std::optional<Date> orderFrom;
  std::optional<Date> orderUntil;  ///< the last day
  friend bool operator==(const Liberty&, const Liberty&) = default;
};

struct Referral {
  ReferralId id;
  std::string number;  ///< "R-0412"
  ReferralKind kind = ReferralKind::oneChild;
  std::vector<ReferralMember> members;
  Urgency urgency = Urgency::planned;
  Stage stage = Stage::draft;
  Date neededBy{};
  std::optional<int> neededByMinute;  ///< minutes after midnight in England, for the same day
  std::optional<int> neededDays;      ///< the expected length in days; none: not yet known
  Instant enteredAt{};
  std::optional<PersonId> owner;
  std::optional<PersonId> socialWorker;
  std::optional<TeamId> team;
  std::string leavingBecause;  ///< SSDA903 REASON_PLACE_CHANGE or empty
  Authorisation authorisation;
  Togetherness together = Togetherness::notASiblingGroup;
  std::vector<SettingType> settingTypes;    ///< kinds of setting to look at; empty: all
  std::optional<double> withinMilesOfHome;  ///< a hard radius
  std::optional<double> withinMilesOfSchool;
  bool soloRequired = false;  ///< no other child in the home
  bool schoolShouldBeKept = false;
  std::optional<bool> connectedPersonFound;  ///< a relative, friend or connected person who might care was found; none: nobody has looked
  std::string connectedPersonNote;           ///< what became of asking them
  std::string whyNotParents;                 ///< why not with a parent, or whoever else has parental responsibility
  Liberty liberty;
  std::string inPlainWords;  ///< what providers read, before de-identification
  std::vector<OwedStep> owed;
  std::vector<Waiver> waivers;
  std::string fewerThanThree;            ///< why a choice has fewer than three options
  std::optional<Withdrawal> withdrawal;  ///< only at the stage "withdrawn"
  std::vector<Escalation> escalations;   ///< in the order in which they were made; the last one may wait
  std::int64_t version = 0;
  friend bool operator==(const Referral&, const Referral&) = default;
};

[[nodiscard]] std::vector<Finding> check(const Referral& referral, Date today);
/// Whether one of the referral's people (`children` in the order of the members) is looked after: a parent need not be.
[[nodiscard]] bool isLookedAfter(const Referral& referral, const std::vector<Child>& children, std::size_t child);
/// What a referral of this urgency owes when it is entered, soonest first, those facts left out that are there. Authorisation, the legal
/// basis and (same day) the full referral are due on the next working day, consent to medical treatment by the move. The placement plan
/// and what nobody has recorded yet are due five working days after the move on the same day, by the move when there are some days. A
/// planned referral owes no more than authorisation and legal basis: the rest is its quality check.
[[nodiscard]] std::vector<OwedStep> owedOnEntry(const Referral& referral, const std::vector<Child>& children, Date today,
                                                const WorkingDays& calendar);

}  // namespace homeward
