// The law on where a child may live, as forty numbered rules with the dates between which each is law, judged at the placement date.
//
// Kinds: a *block* forbids proposing, choosing and starting; a *gate* needs a named approval before the placement takes effect; a
// *clock* sets a day by which something must be done; a *preference* wants a reason on record where it is not met; a *record* is a step
// that must be shown; *data* are codes of the statutory return; a rule of *config* is off until somebody enters its first day. What
// happened against a rule is still recordable: as a breach. Before a rule's first known day the answer is "not judged". Rule numbers are
// those of the table in `docs/law.md`; every rule carries its citation.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "domain/child.h"
#include "domain/dates.h"
#include "domain/decision.h"
#include "domain/fact.h"
#include "domain/offer.h"
#include "domain/people.h"
#include "domain/placement.h"
#include "domain/provider.h"
#include "domain/referral.h"

namespace homeward::law {

enum class RuleKind { block, gate, clock, preference, record, exception, finance, data, config };
constexpr auto texts(RuleKind) {
  return std::to_array<EnumText<RuleKind>>({{RuleKind::block, "block"},
                                            {RuleKind::gate, "gate"},
                                            {RuleKind::clock, "clock"},
                                            {RuleKind::preference, "preference"},
                                            {RuleKind::record, "record"},
                                            {RuleKind::exception, "exception"},
                                            {RuleKind::finance, "finance"},
                                            {RuleKind::data, "data"},
                                            {RuleKind::config, "config"}});
}

struct Rule {
  int number = 0;
  std::vector<RuleKind> kinds;  ///< the first is the main one
  std::optional<Date> from;     ///< none: not known
  std::optional<Date> to;       ///< the first day on which it is no longer law
  bool fromSourced = false;     ///< the words that give `from` were seen; else it is general knowledge
  /// Where `from` is not known: the first day for which the rule was read in a published list. It was law then, and may have been before.
  std::optional<Date> seenFrom;
  std::string key;  ///< wording key of its title: "rule.20"
  std::string citation;
  bool needsLegalCheck = false;
  [[nodiscard]] bool is(RuleKind kind) const { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); }
  /// The first day on which it is judged; none: never.
  [[nodiscard]] std::optional<Date> judgedFrom() const { return from ? from : seenFrom; }
  [[nodiscard]] bool inForce(Date day) const { return judgedFrom() && day >= *judgedFrom() && (!to || day < *to); }
};
using Rules = std::vector<Rule>;

/// The forty rules, in the order of their numbers.
[[nodiscard]] const Rules& rules();
[[nodiscard]] const Rule* rule(int number);
[[nodiscard]] const Rule* ruleIn(const Rules& table, int number);
/// The same table with the first day of a rule whose commencement is not known (rule 32), as somebody has entered it.
[[nodiscard]] Rules withCommencement(Rules table, int number, std::optional<Date> from);

/// An approval that was given, or a step that was marked as done.
struct OnRecord {
  int rule = 0;
  Date on{};
  friend bool operator==(const OnRecord&, const OnRecord&) = default;
};

/// What the law looks at when a child is to live in a setting from a day. What is absent is not known, or was not looked up.
struct Circumstances {
  const Rules* table = nullptr;  ///< by which rules; none: `rules()`
  const Child* child = nullptr;
  std::vector<const Child*> joining;   ///< everybody of the referral who would move into this setting, the child included
  const Setting* setting = nullptr;    ///< none: a provider that is still to name one
  const Provider* provider = nullptr;  ///< whose setting it is
  const Referral* referral = nullptr;  ///< none: a placement without one
  const Offer* offer = nullptr;        ///< what was offered for this child; none: nothing yet
  Date placedOn{};
  std::optional<Date> left;          ///< the first day without the child, once that is on record
  bool emergency = false;            ///< the same day, or an order to place at once
  std::string responsibleAuthority;  ///< ONS code
  std::optional<bool> inArea;        ///< the setting lies in the responsible authority's area; none: not known
  std::optional<bool> adjoins;       ///< its authority adjoins; none: not known
  bool sameSiblings = false;         ///< joining children are siblings of one another and of all fostered residents
  /// Of the child's looked-after brothers and sisters: how many there are, would live there too, and of how many nobody knows.
  int siblings = 0;
  int siblingsThere = 0;
  int siblingsNotKnown = 0;
  std::optional<bool> keepsSchool;        ///< the child goes on to the same school
  std::optional<double> milesAtLeast;     ///< straight, from the child's home
  std::optional<double> milesAtMost;      ///< the same where the place is known
  const std::vector<Placement>* stays{};  ///< where the child lived before and after, as on record; none: not looked up
  PlacementId itself;                     ///< which of the stays is the one that is judged; not stored: none of them
  std::string placeCode;                  ///< SSDA903 PLACE of the placement; empty: none chosen
  std::string providerCode;               ///< SSDA903 PLACE_PROVIDER
  std::vector<OnRecord> onRecord;         ///< approvals given and steps marked as done for this placement
  std::optional<Date> asOf;               ///< the day on which somebody looks: what was due before and is not on record is broken
};

enum class Judgement { notJudged, notApplicable, satisfied, broken, notKnown };

struct LegalFinding {
  int rule = 0;
  Judgement judgement = Judgement::notJudged;
  Fact why;
  Fact bringsBack;               ///< for broken: what would make it lawful; empty: nothing can
  Fact question;                 ///< for notKnown: what to ask
  std::optional<Role> approver;  ///< for a gate that is broken: whose approval opens it; none: no approval does
  std::optional<Date> due;       ///< of a clock
  friend bool operator==(const LegalFinding&, const LegalFinding&) = default;
};

/// Every rule of the table, in the order of the numbers; a rule of several limbs (3, 35) has a finding for each.
[[nodiscard]] std::vector<LegalFinding> findings(const Circumstances& circumstances, const WorkingDays& calendar);
/// Those of the table that no judge answers for: none.
[[nodiscard]] std::vector<int> rulesWithoutJudge();

/// Blocks (rules 15, 20, 21, 23, 24, 28, 40), one finding each, in the order of their numbers.
[[nodiscard]] std::vector<LegalFinding> blocks(const Circumstances& circumstances);

/// One of them.
[[nodiscard]] LegalFinding block(int rule, const Circumstances& circumstances);

/// An approval that must be on record before the placement takes effect, and the role that may give it.
struct ApprovalNeeded {
  int rule = 0;  ///< 6, 7, 11, 13, 14, 18, 19, 30 or 31
  Role by = Role::nominatedOfficer;
  Fact why;
  /// Rule 8: in an emergency the approval comes first all the same; consultation and notification may follow by this day.
  std::optional<Date> consultBy;
  friend bool operator==(const ApprovalNeeded&, const ApprovalNeeded&) = default;
};
/// What the gates answer. Where the area is not known, neither of rules 6 and 7 is among the needed and `areaNotKnown` says so.
struct ApprovalAnswer {
  std::vector<ApprovalNeeded> needed;
  bool areaNotKnown = false;
  std::vector<LegalFinding> refused = {};  ///< broken, and no approval opens it
  std::vector<LegalFinding> open = {};     ///< nobody knows whether an approval is wanted
  friend bool operator==(const ApprovalAnswer&, const ApprovalAnswer&) = default;
};
[[nodiscard]] ApprovalAnswer approvals(const Circumstances& circumstances, const WorkingDays& calendar);
/// Who may give the approval of a rule, or put the outside authority's on record. The Director may give each.
[[nodiscard]] bool mayApprove(int rule, Role role);

/// Something that must be done by a day because a placement started.
struct Clock {
  int rule = 0;  ///< 5, 8, 9, 10, 12, 13, 16, 17, 29, 31 or 34
  Date due{};
  std::string step;  ///< stable key: "notifyAreaAuthority", "placementPlan", "secureAuthority" ...
  Fact why;
  friend bool operator==(const Clock&, const Clock&) = default;
};
/// In the order of the rules. Before the placement means by the day of arrival; working days are counted from the day after it.
[[nodiscard]] std::vector<Clock> clocks(const Circumstances& circumstances, const WorkingDays& calendar);
/// Every step that some clock sets, with its rule.
[[nodiscard]] const std::vector<std::pair<std::string, int>>& steps();

/// What the law prefers, wants shown or priced (rules 1 to 5, 12, 22, 25 to 27, 35): it does not forbid, and where it is not met the words
/// of the decision say why.
[[nodiscard]] std::vector<LegalFinding> preferences(const Circumstances& circumstances);

/// The codes of the statutory return (rules 33, 36 to 39); nothing where no code is chosen. It never forbids recording what happened.
[[nodiscard]] std::vector<LegalFinding> returnCodes(const Circumstances& circumstances);

}  // namespace homeward::law
