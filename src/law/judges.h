// The rules one by one, as `blocks`, `approvals`, `preferences` and `findings` ask them: each looks at the circumstances and answers with
// a finding. Whether a rule is law on the day is asked before, once for all.
#pragma once

#include <cstdint>

#include "law/rules.h"

namespace homeward::law {

using Judge = LegalFinding (*)(const Circumstances&);

// A parent, a relative, adopters (kinship.cpp)
[[nodiscard]] LegalFinding parentsFirst(const Circumstances&);     ///< rule 1
[[nodiscard]] LegalFinding connectedPerson(const Circumstances&);  ///< rule 2
[[nodiscard]] LegalFinding adoptionRoutes(const Circumstances&);   ///< rule 5
[[nodiscard]] LegalFinding withParent(const Circumstances&);       ///< rule 14
[[nodiscard]] LegalFinding forAdoption(const Circumstances&);      ///< rule 18

// What section 22C(8) and (9) prefer (nearness.cpp)
[[nodiscard]] LegalFinding nearHome(const Circumstances&);          ///< rule 3
[[nodiscard]] LegalFinding schoolKept(const Circumstances&);        ///< rule 3
[[nodiscard]] LegalFinding siblingsTogether(const Circumstances&);  ///< rule 3
[[nodiscard]] LegalFinding suitsDisability(const Circumstances&);   ///< rule 3
[[nodiscard]] LegalFinding insideTheArea(const Circumstances&);     ///< rule 4

// Outside the area (approvals.cpp)
[[nodiscard]] LegalFinding adjoiningArea(const Circumstances&);  ///< rule 6
[[nodiscard]] LegalFinding atADistance(const Circumstances&);    ///< rule 7
/// Rule 8: a foster carer who is a connected person, or whom the responsible authority approved, needs no approval outside the area.
[[nodiscard]] bool exemptOutsideTheArea(const Setting* setting);

// School, and the placement that is left (education.cpp, moves.cpp)
[[nodiscard]] LegalFinding keyStage4(const Circumstances&);      ///< rule 11
[[nodiscard]] LegalFinding educationPlan(const Circumstances&);  ///< rule 12
[[nodiscard]] LegalFinding reviewFirst(const Circumstances&);    ///< rule 13
/// Where the child lives until the placement that is judged begins; none: nowhere that is on record.
[[nodiscard]] const Placement* leaves(const Circumstances&);

// Fostering (fostering.cpp, fostering_standards.cpp, allowance.cpp)
[[nodiscard]] LegalFinding approvalTerms(const Circumstances&);        ///< rule 15, with its exception, rule 16
[[nodiscard]] LegalFinding usualFosteringLimit(const Circumstances&);  ///< rule 24
[[nodiscard]] LegalFinding ownBedroom(const Circumstances&);           ///< rule 25
[[nodiscard]] LegalFinding carerMeetsNeeds(const Circumstances&);      ///< rule 26
[[nodiscard]] LegalFinding carerAllowance(const Circumstances&);       ///< rule 27

// Other arrangements and registration (other_arrangements.cpp, accommodation.cpp, registration.cpp)
[[nodiscard]] LegalFinding suitableArrangement(const Circumstances&);      ///< rule 19
[[nodiscard]] LegalFinding otherArrangementUnder16(const Circumstances&);  ///< rule 20
[[nodiscard]] LegalFinding otherArrangementAt16(const Circumstances&);     ///< rule 21
[[nodiscard]] LegalFinding categoryKnown(const Circumstances&);            ///< rule 22
[[nodiscard]] LegalFinding homeIsRegistered(const Circumstances&);         ///< rule 23
[[nodiscard]] LegalFinding registrationHolds(const Circumstances&);        ///< rule 40

// Liberty (secure.cpp, liberty.cpp)
[[nodiscard]] LegalFinding secureCriteria(const Circumstances&);         ///< rule 28
[[nodiscard]] LegalFinding secureTime(const Circumstances&);             ///< rule 29
[[nodiscard]] LegalFinding secureAge(const Circumstances&);              ///< rule 30
[[nodiscard]] LegalFinding libertyOrder(const Circumstances&);           ///< rule 31
[[nodiscard]] LegalFinding relevantAccommodation(const Circumstances&);  ///< rule 32
/// The plan deprives the child of liberty, and the home is no secure one.
[[nodiscard]] bool deprivedElsewhere(const Circumstances&);
/// Whether a court's order is on record that covers the day.
enum class OrderCovers { yes, no, notKnown };
[[nodiscard]] OrderCovers orderCovers(const Circumstances&, Date day);
/// Days that the child was in a secure home in the 28 days before the placement. The record has days, not hours.
[[nodiscard]] std::int64_t secureDaysBefore(const Circumstances&);
inline constexpr std::int64_t secureDaysWithoutOrder = 3;  ///< 72 hours
/// How many of these are left on the day of the placement.
[[nodiscard]] std::int64_t secureDaysLeft(const Circumstances&);
/// The order that holds the child in a secure home: it covers the day of the placement, or begins while days without one are left. None: no
/// such order is on record with its number and both days.
[[nodiscard]] const Liberty* secureOrder(const Circumstances&);

// Short breaks (short_breaks.cpp), and what the child wants (wishes.cpp)
[[nodiscard]] LegalFinding shortBreakDays(const Circumstances&);  ///< rule 34
/// The first day on which the break has lasted too long, or the days of the year are used up; none: no short break.
[[nodiscard]] std::optional<Date> shortBreakEnds(const Circumstances&);
[[nodiscard]] LegalFinding wishesHeard(const Circumstances&);  ///< rule 35
[[nodiscard]] LegalFinding identityMet(const Circumstances&);  ///< rule 35

// Codes of the statutory return (statutory_return.cpp)
[[nodiscard]] LegalFinding codeOfDeprivation(const Circumstances&);  ///< rule 33
[[nodiscard]] LegalFinding codeAndAge(const Circumstances&);         ///< rule 36
[[nodiscard]] LegalFinding temporaryCode(const Circumstances&);      ///< rule 37
[[nodiscard]] LegalFinding codeAndProvider(const Circumstances&);    ///< rule 38
[[nodiscard]] LegalFinding codeAndUrn(const Circumstances&);         ///< rule 39

/// How a foster placement stands to the carers' terms of approval, whatever exception may apply.
enum class TermsFit { within, beyond, notKnown };
struct TermsAnswer {
  TermsFit fit = TermsFit::notKnown;
  Fact why;
  Fact bringsBack;
  Fact question;
};
[[nodiscard]] TermsAnswer fitOfTerms(const Circumstances& circumstances);
/// Rule 16: in an emergency any foster carer whom the responsible authority approved may be used beyond the terms for 6 working days.
[[nodiscard]] bool emergencyExceptionApplies(const Circumstances& circumstances);
/// The last day of a temporary approval, as it was given or extended. 24 weeks are the most.
[[nodiscard]] Date lastDayOfTemporaryApproval(const Setting& setting);

/// The rule as the circumstances' own table has it.
[[nodiscard]] const Rule* ruleOf(const Circumstances& circumstances, int number);
/// Whether it is law on the day of the placement.
[[nodiscard]] bool inForce(const Circumstances& circumstances, int number);
/// Says since when, or until when, the rule is law.
[[nodiscard]] LegalFinding notJudged(const Circumstances& circumstances, int number);
/// The judge's answer, or that the rule is no law on that day.
[[nodiscard]] LegalFinding judged(const Circumstances& circumstances, int number, Judge judge);

/// What kind of setting: its own, or what the provider would offer; none where nobody has said.
[[nodiscard]] std::optional<SettingType> typeOf(const Circumstances& circumstances);
[[nodiscard]] bool isFostering(const Circumstances& circumstances);
/// An arrangement under section 22C(6)(d): none of fostering, a children's home, or a parent.
[[nodiscard]] bool isOtherArrangement(SettingType type);
[[nodiscard]] int ageThen(const Circumstances& circumstances);
/// Everybody who would move in: at least the child.
[[nodiscard]] std::int64_t joiningCount(const Circumstances& circumstances);
/// Those who live there on the day and do not move in with this placement (a child placed there already is counted once).
[[nodiscard]] std::vector<const Resident*> othersThere(const Circumstances& circumstances);
/// Whether the home has a feature: what the offer answered counts before what is on record.
[[nodiscard]] std::optional<bool> hasFeature(const Circumstances& circumstances, const FeatureCode& feature);

[[nodiscard]] LegalFinding satisfied(int rule, Fact why);
[[nodiscard]] LegalFinding broken(int rule, Fact why, Fact bringsBack);
[[nodiscard]] LegalFinding notKnown(int rule, Fact why, Fact question);
[[nodiscard]] LegalFinding notApplicable(int rule, Fact why);
/// A gate that wants the approval of somebody in that role.
[[nodiscard]] LegalFinding wants(int rule, Role by, Fact why);
/// The clock of the rule says the rest.
[[nodiscard]] LegalFinding askTheClock(int rule);
/// Where nobody has said what kind of setting it would be.
[[nodiscard]] LegalFinding typeUnknown(int rule);

}  // namespace homeward::law
