// The law on where a child may live, as numbered rules with the dates between which each is law, and judged at the placement date.
//
// Kinds: a *block* forbids proposing, choosing and starting; a *gate* needs a named approval before the placement takes effect; a
// *clock* sets a day by which something must be done. What happened against a rule is still recordable: as a breach. Before a rule's
// first known date the answer is "not judged". Rule numbers are those of the rules table in `docs/law.md`; every rule carries its citation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/child.h"
#include "domain/dates.h"
#include "domain/decision.h"
#include "domain/fact.h"
#include "domain/people.h"
#include "domain/placement.h"
#include "domain/provider.h"
#include "domain/referral.h"

namespace homeward::law {

enum class RuleKind { block, gate, clock, preference, record, exception, finance, data, config };

struct Rule {
  int number = 0;
  RuleKind kind = RuleKind::block;
  std::optional<Date> from;  ///< none: not known, so never judged
  std::optional<Date> to;    ///< the first day on which it is no longer law
  std::string key;           ///< wording key of its title: "rule.20"
  std::string citation;
  bool needsLegalCheck = false;
  [[nodiscard]] bool inForce(Date day) const { return from && day >= *from && (!to || day < *to); }
};

/// The rules that this program judges.
[[nodiscard]] const std::vector<Rule>& rules();
[[nodiscard]] const Rule* rule(int number);

/// What the law looks at when a child is to live in a setting from a day.
struct Circumstances {
  const Child* child = nullptr;
  std::vector<const Child*> joining;  ///< everybody of the referral who would move into this setting, the child included
  const Setting* setting = nullptr;   ///< none: a provider that is still to name one
  const Provider* provider = nullptr;
  Date placedOn{};
  bool emergency = false;            ///< the same day, or an order to place at once
  std::string responsibleAuthority;  ///< ONS code
  std::optional<bool> inArea;        ///< the setting lies in the responsible authority's area; none: not known
  std::optional<bool> adjoins;       ///< its authority adjoins; none: not known
  bool sameSiblings = false;         ///< joining children are siblings of one another and of all fostered residents
};

enum class Judgement { notJudged, notApplicable, satisfied, broken, notKnown };

struct LegalFinding {
  int rule = 0;
  Judgement judgement = Judgement::notJudged;
  Fact why;
  Fact bringsBack;  ///< for broken: what would make it lawful; empty: nothing can
  Fact question;    ///< for notKnown: what to ask
  friend bool operator==(const LegalFinding&, const LegalFinding&) = default;
};

/// Blocks (rules 15, 20, 21, 23, 24, 40), one finding each, in the order of their numbers.
[[nodiscard]] std::vector<LegalFinding> blocks(const Circumstances& circumstances);

/// One of them.
[[nodiscard]] LegalFinding block(int rule, const Circumstances& circumstances);

/// An approval that must be on record before the placement takes effect, and the role that may give it.
struct ApprovalNeeded {
  int rule = 0;  ///< 6 or 7
  Role by = Role::nominatedOfficer;
  Fact why;
  /// Rule 8: in an emergency the approval comes first all the same; consultation and notification may follow by this day.
  std::optional<Date> consultBy;
  friend bool operator==(const ApprovalNeeded&, const ApprovalNeeded&) = default;
};
/// Rules 6 and 7 with their exception, rule 8. Where the area is not known, none is answered and `areaNotKnown` says so.
struct ApprovalAnswer {
  std::vector<ApprovalNeeded> needed;
  bool areaNotKnown = false;
  friend bool operator==(const ApprovalAnswer&, const ApprovalAnswer&) = default;
};
[[nodiscard]] ApprovalAnswer approvals(const Circumstances& circumstances, const WorkingDays& calendar);

/// Something that must be done by a day because a placement started.
struct Clock {
  int rule = 0;  ///< 8, 9, 10, 16 or 17
  Date due{};
  std::string step;  ///< stable key: "consultAreaAuthority", "notifyAreaAuthority", "placementPlan", "varyApprovalOrMove", "approveOrEnd"
  Fact why;
  friend bool operator==(const Clock&, const Clock&) = default;
};
/// In the order of the rules. Before the placement means by the day of arrival; working days are counted from the day after it.
[[nodiscard]] std::vector<Clock> clocks(const Circumstances& circumstances, const WorkingDays& calendar);

}  // namespace homeward::law
