#include "domain/referral.h"

#include <algorithm>
#include <set>

#include "domain/findings.h"
#include "support/text.h"

namespace homeward {
namespace {

/// A placement plan that could not be made before the move is made within five working days of it
/// (Care Planning, Placement and Case Review (England) Regulations 2010 reg 9).
constexpr int workingDaysForPlan = 5;

/// A draft may be unfinished, and what was withdrawn need not be finished any more.
bool isBeyondDraft(Stage stage) { return stage != Stage::draft && stage != Stage::withdrawn; }

void checkMembers(const Referral& referral, Findings& findings) {
  std::set<ChildId> seen;
  for (const ReferralMember& member : referral.members)  // those who are not kept yet have no number that could be the same
    findings.require(!member.child.stored() || seen.insert(member.child).second, "members", "Name each person of the referral once.");
  const auto people = referral.members.size();
  switch (referral.kind) {
    case ReferralKind::oneChild:
      findings.require(people == 1, "members", "Name the one child of the referral, or choose another kind of referral.");
      break;
    case ReferralKind::siblingGroup:
      findings.require(people >= 2, "members", "Name the brothers and sisters of the group: two or more.");
      break;
    case ReferralKind::parentAndChild:
      findings.require(people >= 2, "members", "Name the parent and the child.");
      break;
    case ReferralKind::shortBreaks:
      findings.require(people >= 1, "members", "Name the child who is to have short breaks.");
      break;
  }
  findings.require(std::ranges::any_of(referral.members, &ReferralMember::lookedAfter) || referral.members.empty(), "members",
                   "Mark at least one person of the referral as looked after.");
  findings.require(referral.kind != ReferralKind::siblingGroup || referral.together != Togetherness::notASiblingGroup, "together",
                   "Say whether the brothers and sisters must stay together, should, or may be parted.");
  findings.require(referral.kind != ReferralKind::oneChild || referral.together == Togetherness::notASiblingGroup, "together",
                   "Choose \"sibling group\" as the kind of referral, or clear what is said about staying together.");
}

void checkTime(const Referral& referral, Findings& findings) {
  findings.require(referral.neededBy != Date{}, "neededBy", "Enter the day by which the home is needed.");
  const bool overdue = referral.stage == Stage::draft && referral.neededBy != Date{} && referral.neededBy < findings.today();
  findings.require(!overdue, "neededBy", "Correct the day by which the home is needed: it has passed.");
  const bool entered = referral.enteredAt != Instant{};
  const bool later = entered && referral.neededBy > englandDay(referral.enteredAt) + std::chrono::days{1};
  findings.require(referral.urgency != Urgency::sameDay || !later, "urgency",
                   "Choose another urgency: the home is not needed on the same day.");
  findings.require(!referral.neededByMinute || (*referral.neededByMinute >= 0 && *referral.neededByMinute < 24 * 60), "neededByMinute",
                   "Enter the time as one between 00:00 and 23:59.");
  findings.require(!referral.neededDays || *referral.neededDays >= 1, "neededDays",
                   "Enter the expected length as 1 day or more, or leave it open.");
}

void checkAuthorisation(const Referral& referral, Findings& findings) {
  const Authorisation& given = referral.authorisation;
  findings.require(given.owed || (!trimmed(given.givenBy).empty() && given.givenOn), "authorisation",
                   "Enter who authorised looking after and searching, and on which day.");
  findings.requirePast(given.givenOn, "authorisation", "authorisation");
  findings.require(!isBeyondDraft(referral.stage) || given.basis != LegalBasis::section20 || !trimmed(given.consentGivenBy).empty(),
                   "authorisation.consentGivenBy", "Enter who consented under section 20, and to what.");
}

void checkSteps(const Referral& referral, Findings& findings) {
  std::set<std::string> owed;
  for (const OwedStep& step : referral.owed) {
    findings.require(!step.what.empty() && owed.insert(step.what).second, "owed", "List each step that is owed once.");
    findings.requirePast(step.doneOn, "owed", "step that was made good");
  }
  for (const Waiver& waiver : referral.waivers) {
    findings.require(!waiver.gate.empty() && !waiver.candidate.empty(), "waivers", "Say which criterion is set aside, and for whom.");
    findings.require(waiver.by.stored() && !trimmed(waiver.reason).empty(), "waivers", "Name who sets the criterion aside, and why.");
    findings.requirePast(waiver.on, "waivers", "waiver");
  }
  if (!referral.withdrawal) return;
  findings.require(referral.stage == Stage::withdrawn, "withdrawal", "Take the withdrawal off the referral: it is not withdrawn.");
  findings.require(!trimmed(referral.withdrawal->reason).empty(), "withdrawal", "Say why the referral is withdrawn.");
}

/// The people whose facts the referral rests on: a parent who is not looked after owes none.
std::vector<const Child*> lookedAfter(const Referral& referral, const std::vector<Child>& children) {
  std::vector<const Child*> found;
  for (std::size_t i = 0; i < children.size(); ++i)
    if (isLookedAfter(referral, children, i)) found.push_back(&children[i]);
  return found;
}

bool hasEveryNeed(const Child& child) {
  return std::ranges::all_of(all<NeedDomain>(), [&](NeedDomain domain) { return needOf(child, domain) != nullptr; });
}

bool isPlaced(const Place& place) { return !place.postcode.empty() || place.point.has_value(); }

}  // namespace

bool isLookedAfter(const Referral& referral, const std::vector<Child>& children, std::size_t child) {
  // Whoever is not kept yet has no number to be known by: their place in the list says who they are.
  if (!children[child].id.stored()) return child >= referral.members.size() || referral.members[child].lookedAfter;
  const auto member = std::ranges::find(referral.members, children[child].id, &ReferralMember::child);
  return member == referral.members.end() || member->lookedAfter;
}

std::vector<Finding> check(const Referral& referral, Date today) {
  Findings findings{today};
  checkMembers(referral, findings);
  checkTime(referral, findings);
  checkAuthorisation(referral, findings);
  checkSteps(referral, findings);
  findings.requireCode("REASON_PLACE_CHANGE", referral.leavingBecause, "leavingBecause", "reason for the change");
  const auto isRadius = [](const std::optional<double>& miles) { return !miles || *miles > 0.0; };
  findings.require(isRadius(referral.withinMilesOfHome), "withinMilesOfHome", "Enter the radius round the home as more than 0 miles.");
  findings.require(isRadius(referral.withinMilesOfSchool), "withinMilesOfSchool",
                   "Enter the radius round the school as more than 0 miles.");
  const bool beyondDraft = isBeyondDraft(referral.stage);
  findings.require(!beyondDraft || referral.owner.has_value(), "owner", "Choose the placement officer who owns the referral.");
  findings.require(!beyondDraft || referral.urgency == Urgency::sameDay || !trimmed(referral.inPlainWords).empty(), "inPlainWords",
                   "Write in plain words what providers are to read about the child.");
  findings.require(!beyondDraft || referral.connectedPersonFound != true || !trimmed(referral.connectedPersonNote).empty(),
                   "connectedPersonNote", "Write down what became of asking the connected person.");
  const Liberty& liberty = referral.liberty;
  findings.require(!liberty.orderFrom || !liberty.orderUntil || *liberty.orderUntil >= *liberty.orderFrom, "liberty.orderUntil",
                   "The order ends before it begins. Enter a later last day.");
  findings.require((!liberty.orderFrom && !liberty.orderUntil) || !trimmed(liberty.orderNumber).empty(), "liberty.orderNumber",
                   "Enter the number of the order whose days these are.");
  return findings.take();
}

std::vector<OwedStep> owedOnEntry(const Referral& referral, const std::vector<Child>& children, Date today, const WorkingDays& calendar) {
  const Date move = std::max(today, referral.neededBy);
  const Date nextWorkingDay = calendar.after(today, 1);
  const bool sameDay = referral.urgency == Urgency::sameDay;
  const Date soonAfter = calendar.after(move, workingDaysForPlan);
  // What cannot be had before a child moves tonight is due soon after; with some days in hand it is due by the move.
  const Date forFacts = sameDay ? soonAfter : move;

  std::vector<OwedStep> owed;
  const auto owe = [&](bool missing, std::string_view what, Date due) {
    if (missing) owed.push_back({std::string(what), due, std::nullopt});
  };
  const auto people = lookedAfter(referral, children);
  const auto anybodyWithout = [&](auto isThere) {
    return people.empty() || !std::ranges::all_of(people, [&](const Child* child) { return isThere(*child); });
  };

  owe(referral.authorisation.owed || !referral.authorisation.givenOn, "authorisation", nextWorkingDay);
  owe(referral.authorisation.basis == LegalBasis::notYetKnown, "legalBasis", nextWorkingDay);
  if (referral.urgency == Urgency::planned) return owed;

  owe(true, "consentToMedicalTreatment", move);
  owe(sameDay, "fullReferral", nextWorkingDay);
  owe(referral.kind != ReferralKind::shortBreaks, "placementPlan", forFacts);
  owe(true, "delegatedAuthority", forFacts);
  owe(anybodyWithout(hasEveryNeed), "needs", forFacts);
  owe(anybodyWithout([](const Child& child) { return !child.risks.empty(); }), "risks", forFacts);
  owe(anybodyWithout([](const Child& child) { return !child.contacts.empty(); }), "contactPlan", forFacts);
  owe(anybodyWithout([](const Child& child) { return !child.ethnicity.empty() && !child.identity.empty(); }), "identity", forFacts);
  owe(anybodyWithout([](const Child& child) { return !child.wishes.empty(); }), "wishes", forFacts);
  owe(anybodyWithout([](const Child& child) { return isPlaced(child.home); }), "homePlace", forFacts);
  owe(anybodyWithout([&](const Child& child) { return !isSchoolAge(child.born, today) || !child.school.empty(); }), "school", forFacts);
  owe(!referral.connectedPersonFound, "connectedPerson", forFacts);
  std::ranges::stable_sort(owed, {}, &OwedStep::due);
  return owed;
}

}  // namespace homeward
