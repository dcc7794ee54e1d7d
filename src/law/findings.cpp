// Every rule of the table asked in turn, with what is on record of approvals and steps.
#include <array>

#include "law/judges.h"

namespace homeward::law {
namespace {

LegalFinding byClockAlone8(const Circumstances& circumstances) {
  return exemptOutsideTheArea(circumstances.setting) ? satisfied(8, {"law.8.exempt", {}}) : askTheClock(8);
}
LegalFinding notification(const Circumstances& circumstances) {
  if (!circumstances.inArea) return notKnown(9, {"law.areaNotKnown", {}}, {"law.areaNotKnown.question", {}});
  return askTheClock(9);
}
LegalFinding placementPlan(const Circumstances&) { return askTheClock(10); }
LegalFinding beyondTerms(const Circumstances&) { return askTheClock(16); }
LegalFinding temporaryApproval(const Circumstances&) { return askTheClock(17); }

struct Entry {
  int rule;
  Judge judge;
};

/// In the order of the rules; one entry a limb.
constexpr std::array<Entry, 44> judges{{
    {1, &parentsFirst},
    {2, &connectedPerson},
    {3, &nearHome},
    {3, &schoolKept},
    {3, &siblingsTogether},
    {3, &suitsDisability},
    {4, &insideTheArea},
    {5, &adoptionRoutes},
    {6, &adjoiningArea},
    {7, &atADistance},
    {8, &byClockAlone8},
    {9, &notification},
    {10, &placementPlan},
    {11, &keyStage4},
    {12, &educationPlan},
    {13, &reviewFirst},
    {14, &withParent},
    {15, &approvalTerms},
    {16, &beyondTerms},
    {17, &temporaryApproval},
    {18, &forAdoption},
    {19, &suitableArrangement},
    {20, &otherArrangementUnder16},
    {21, &otherArrangementAt16},
    {22, &categoryKnown},
    {23, &homeIsRegistered},
    {24, &usualFosteringLimit},
    {25, &ownBedroom},
    {26, &carerMeetsNeeds},
    {27, &carerAllowance},
    {28, &secureCriteria},
    {29, &secureTime},
    {30, &secureAge},
    {31, &libertyOrder},
    {32, &relevantAccommodation},
    {33, &codeOfDeprivation},
    {34, &shortBreakDays},
    {35, &wishesHeard},
    {35, &identityMet},
    {36, &codeAndAge},
    {37, &temporaryCode},
    {38, &codeAndProvider},
    {39, &codeAndUrn},
    {40, &registrationHolds},
}};

std::optional<Date> recorded(const Circumstances& circumstances, int rule) {
  std::optional<Date> first;
  for (const OnRecord& one : circumstances.onRecord)
    // The Director's approval at a distance serves the adjoining area as well.
    if (one.rule == rule || (rule == 6 && one.rule == 7)) first = std::min(first.value_or(one.on), one.on);
  return first;
}

LegalFinding ofClock(const Circumstances& circumstances, const std::vector<Clock>& running, int rule) {
  const auto clock = std::find_if(running.begin(), running.end(), [rule](const Clock& one) { return one.rule == rule; });
  if (clock == running.end()) return notApplicable(rule, {"law.noStep", {}});
  LegalFinding found = notKnown(rule, clock->why, {"law.step.question", {clock->due}});
  if (const auto done = recorded(circumstances, rule))
    found = *done <= clock->due ? satisfied(rule, {"law.step.done", {*done}}) : broken(rule, {"law.step.late", {clock->due, *done}}, {});
  else if (circumstances.asOf && *circumstances.asOf > clock->due)
    found = broken(rule, {"law.step.overdue", {clock->due}}, {"law.step.back", {}});
  found.due = clock->due;
  return found;
}

/// What stands on record answers a gate, and shows a step.
LegalFinding beside(const Circumstances& circumstances, LegalFinding found) {
  const Rule* law = ruleOf(circumstances, found.rule);
  const auto on = recorded(circumstances, found.rule);
  if (found.judgement != Judgement::broken || !on) return found;
  if (law->is(RuleKind::record)) return satisfied(found.rule, {"law.step.done", {*on}});
  if (!found.approver) return found;
  if (*on <= circumstances.placedOn) return satisfied(found.rule, {"law.approved", {*on}});
  found.why = {"law.approvedLater", {*on, circumstances.placedOn}};
  return found;
}

}  // namespace

LegalFinding askTheClock(int rule) { return {rule, Judgement::notJudged, {}, {}, {}, std::nullopt, std::nullopt}; }

std::vector<LegalFinding> findings(const Circumstances& circumstances, const WorkingDays& calendar) {
  const std::vector<Clock> running = clocks(circumstances, calendar);
  std::vector<LegalFinding> all;
  all.reserve(judges.size());
  for (const Entry& entry : judges) {
    LegalFinding found = judged(circumstances, entry.rule, entry.judge);
    if (found.judgement == Judgement::notJudged && found.why.empty()) found = ofClock(circumstances, running, entry.rule);
    all.push_back(beside(circumstances, std::move(found)));
  }
  return all;
}

std::vector<int> rulesWithoutJudge() {
  std::vector<int> without;
  for (const Rule& one : rules())
    if (std::none_of(judges.begin(), judges.end(), [&](const Entry& entry) { return entry.rule == one.number; }))
      without.push_back(one.number);
  return without;
}

std::vector<LegalFinding> preferences(const Circumstances& circumstances) {
  std::vector<LegalFinding> found;
  for (const Entry& entry : judges) {
    const Rule* law = ruleOf(circumstances, entry.rule);
    if (law == nullptr || !(law->is(RuleKind::preference) || law->is(RuleKind::record) || law->is(RuleKind::finance))) continue;
    found.push_back(beside(circumstances, judged(circumstances, entry.rule, entry.judge)));
  }
  return found;
}

}  // namespace homeward::law
