// The rules that a referral must keep, and what it owes when it could not wait.
#include "domain/referral.h"

#include <algorithm>

#include "support/builders.h"
#include "support/cases.h"
#include "support/findings.h"
#include "support/generators.h"

namespace homeward::tests {
namespace {

using std::chrono::days;

std::vector<std::string> brokenIn(const Referral& referral) { return fieldsOf(check(referral, testDay)); }

const std::vector<Child> robinAndWren = {aChild().named("Robin Ash"), aChild().id(2).named("Wren Ash").aged(6)};

TEST_CASE("a referral names the people whom its kind wants") {
  CHECK(brokenIn(aReferral().ofSiblings(robinAndWren)).empty());
  CHECK(brokenIn(aReferral().ofParentAndChild(aChild().id(3).aged(19), aChild())).empty());
  CHECK(brokenIn(aReferral().ofSiblings({aChild()})) == fields("members"));
  CHECK(brokenIn(aReferral().ofSiblings({aChild(), aChild()})) == fields("members"));
  Referral referral = aReferral();
  referral.members.clear();
  CHECK(brokenIn(referral) == fields("members"));
  referral = aReferral().ofSiblings(robinAndWren);
  referral.kind = ReferralKind::oneChild;
  CHECK(brokenIn(referral) == fields("members", "together"));
  referral = aReferral().forShortBreaks();
  referral.members.clear();
  CHECK(brokenIn(referral) == fields("members"));
}

TEST_CASE("somebody in the referral is looked after") {
  Referral referral = aReferral();
  referral.members.front().lookedAfter = false;
  CHECK(brokenIn(referral) == fields("members"));
}

TEST_CASE("it is said of siblings, and of nobody else, whether they stay together") {
  CHECK(brokenIn(aReferral().ofSiblings(robinAndWren, Togetherness::mustStayTogether)).empty());
  CHECK(brokenIn(aReferral().ofSiblings(robinAndWren, Togetherness::notASiblingGroup)) == fields("together"));
}

TEST_CASE("the day by which a home is needed is entered and still to come, while the referral is a draft") {
  CHECK(brokenIn(aReferral().neededBy(Date{})) == fields("neededBy"));
  CHECK(brokenIn(aReferral().inStage(Stage::draft).neededBy(testDay)).empty());
  CHECK(brokenIn(aReferral().inStage(Stage::draft).neededBy(testDay - days{1})) == fields("neededBy"));
  CHECK(brokenIn(aReferral().neededBy(testDay - days{1})).empty());  // late, but that is how it is
}

TEST_CASE("same day means tonight, or tomorrow when it is late") {
  CHECK(brokenIn(aReferral().sameDay().neededBy(testDay + days{1})).empty());
  CHECK(brokenIn(aReferral().sameDay().neededBy(testDay + days{2})) == fields("urgency"));
}

TEST_CASE("times and lengths are possible ones") {
  Referral referral = aReferral();
  referral.neededByMinute = 24 * 60;
  referral.neededDays = 0;
  referral.withinMilesOfHome = 0.0;
  referral.withinMilesOfSchool = -1.0;
  referral.leavingBecause = "CARERS";
  CHECK(brokenIn(referral) == fields("neededByMinute", "neededDays", "leavingBecause", "withinMilesOfHome", "withinMilesOfSchool"));
  referral.neededByMinute = 24 * 60 - 1;
  referral.neededDays = 1;
  referral.withinMilesOfHome = 0.5;
  referral.withinMilesOfSchool = 1.0;
  referral.leavingBecause = "CREQO";
  CHECK(brokenIn(referral).empty());
}

TEST_CASE("an authorisation is owed, or it says who gave it and when") {
  CHECK(brokenIn(aReferral().authorisationOwed()).empty());
  Referral referral = aReferral();
  referral.authorisation.givenBy.clear();
  CHECK(brokenIn(referral) == fields("authorisation"));
  referral = aReferral();
  referral.authorisation.givenOn.reset();
  CHECK(brokenIn(referral) == fields("authorisation"));
  referral.authorisation.givenOn = testDay + days{1};
  CHECK(brokenIn(referral) == fields("authorisation"));
}

TEST_CASE("section 20 rests on somebody's consent once the referral is more than a draft") {
  CHECK(brokenIn(aReferral().authorised(LegalBasis::section20)) == fields("authorisation.consentGivenBy"));
  CHECK(brokenIn(aReferral().authorised(LegalBasis::section20).inStage(Stage::draft)).empty());
  CHECK(brokenIn(aReferral().authorised(LegalBasis::section20).inStage(Stage::withdrawn)).empty());
  Referral referral = aReferral().authorised(LegalBasis::section20);
  referral.authorisation.consentGivenBy = "Mother, for fostering in Wendmoor";
  CHECK(brokenIn(referral).empty());
}

TEST_CASE("beyond a draft a referral has an owner, and words for providers unless it could not wait") {
  Referral referral = aReferral();
  referral.owner.reset();
  referral.inPlainWords = " ";
  CHECK(brokenIn(referral) == fields("owner", "inPlainWords"));
  referral.stage = Stage::draft;
  CHECK(brokenIn(referral).empty());
  Referral tonight = aReferral().sameDay();
  tonight.inPlainWords.clear();
  CHECK(brokenIn(tonight).empty());
}

TEST_CASE("what became of a connected person is written down") {
  Referral referral = aReferral();
  referral.connectedPersonFound = true;
  CHECK(brokenIn(referral) == fields("connectedPersonNote"));
  referral.connectedPersonNote = "Grandmother was asked and cannot, for her health";
  CHECK(brokenIn(referral).empty());
}

TEST_CASE("a waiver has a person and a reason, and an owed step stands once") {
  CHECK(brokenIn(aReferral().waived("gate.radius", "setting:12").owing("needs", testDay)).empty());
  Referral referral = aReferral().waived("gate.radius", "");
  CHECK(brokenIn(referral) == fields("waivers"));
  referral = aReferral().waived("gate.radius", "setting:12");
  referral.waivers.front().reason.clear();
  CHECK(brokenIn(referral) == fields("waivers"));
  referral.waivers.front() = {"gate.radius", "setting:12", PersonId{3}, testDay + days{1}, "Agreed"};
  CHECK(brokenIn(referral) == fields("waivers"));
  CHECK(brokenIn(aReferral().owing("needs", testDay).owing("needs", testDay)) == fields("owed"));
  referral = aReferral().owing("needs", testDay);
  referral.owed.front().doneOn = testDay + days{1};
  CHECK(brokenIn(referral) == fields("owed"));
}

// ---- what is owed ----

std::vector<std::string> steps(const std::vector<OwedStep>& owed) {
  std::vector<std::string> what;
  for (const OwedStep& step : owed) what.push_back(step.what + " by " + isoDate(step.due));
  return what;
}

std::vector<OwedStep> owedBy(const Referral& referral, const std::vector<Child>& children) {
  return owedOnEntry(referral, children, testDay, WorkingDays::england());
}

bool owes(const std::vector<OwedStep>& owed, const std::string& what) {
  return std::ranges::find(owed, what, &OwedStep::what) != owed.end();
}

/// A child of whom everything is recorded.
Child wellKnown() {
  auto child = aChild().atSchool("Fernbank School", "ZZ5 1FB", {420'500, 310'500}).atRiskOf(RiskKind::goingMissing, 0);
  for (const NeedDomain domain : all<NeedDomain>()) child.needing(domain, 1);
  return child.seeing("Sorrel Wren", "aunt", {}, 2).withIdentity("faith:chapel").saying("I want to stay near my aunt");
}

TEST_CASE("half past five on a Friday: everything that could not wait is owed, soonest first") {
  Referral tonight = aReferral().sameDay().authorisationOwed();
  tonight.connectedPersonFound.reset();
  CHECK(steps(owedBy(tonight, {aChild()})) ==
        fields("consentToMedicalTreatment by 2026-11-27", "authorisation by 2026-11-30", "legalBasis by 2026-11-30",
               "fullReferral by 2026-11-30", "placementPlan by 2026-12-04", "delegatedAuthority by 2026-12-04", "needs by 2026-12-04",
               "risks by 2026-12-04", "contactPlan by 2026-12-04", "identity by 2026-12-04", "wishes by 2026-12-04", "school by 2026-12-04",
               "connectedPerson by 2026-12-04"));
}

TEST_CASE("what is recorded already is not owed") {
  CHECK(steps(owedBy(aReferral().sameDay(), {wellKnown()})) == fields("consentToMedicalTreatment by 2026-11-27",
                                                                      "fullReferral by 2026-11-30", "placementPlan by 2026-12-04",
                                                                      "delegatedAuthority by 2026-12-04"));
}

TEST_CASE("one sibling of whom less is known is enough to owe it") {
  Child known = wellKnown();
  Child wren = known;
  wren.id = ChildId{2};
  wren.needs.pop_back();
  const auto owed = owedBy(aReferral().ofSiblings({known, wren}).sameDay(), {known, wren});
  CHECK(owes(owed, "needs"));
  CHECK_FALSE(owes(owed, "risks"));
}

TEST_CASE("nothing is owed about a parent who is not looked after") {
  const Child parent = aChild().id(3).aged(19);
  const Child baby = wellKnown();
  CHECK_FALSE(owes(owedBy(aReferral().ofParentAndChild(parent, baby).sameDay(), {parent, baby}), "needs"));
}

TEST_CASE("of a child whose record is not there, all is owed") { CHECK(owes(owedBy(aReferral().sameDay(), {}), "needs")); }

TEST_CASE("with some days in hand, what is missing is due by the move") {
  CHECK(steps(owedBy(aReferral().underFiveDays(), {aChild()})) ==
        fields("consentToMedicalTreatment by 2026-12-01", "placementPlan by 2026-12-01", "delegatedAuthority by 2026-12-01",
               "needs by 2026-12-01", "risks by 2026-12-01", "contactPlan by 2026-12-01", "identity by 2026-12-01", "wishes by 2026-12-01",
               "school by 2026-12-01"));
}

TEST_CASE("a withdrawal has its reason, and belongs to a referral that is withdrawn") {
  Referral referral = aReferral().inStage(Stage::withdrawn);
  referral.withdrawal = Withdrawal{"They went home", PersonId{1}, testDay};
  CHECK(brokenIn(referral).empty());
  referral.withdrawal->reason = " ";
  CHECK(brokenIn(referral) == fields("withdrawal"));
  referral.withdrawal->reason = "They went home";
  referral.stage = Stage::offersIn;
  CHECK(brokenIn(referral) == fields("withdrawal"));
}

TEST_CASE("who is looked after is known before they are kept, by their place in the list") {
  Referral referral = aReferral();
  referral.members = {{ChildId{}, false}, {ChildId{}, true}};
  const std::vector<Child> people(2);
  CHECK_FALSE(isLookedAfter(referral, people, 0));
  CHECK(isLookedAfter(referral, people, 1));
}

TEST_CASE("a planned referral owes its authorisation and the order that it rests on, and no more") {
  CHECK(owedBy(aReferral(), {aChild()}).empty());
  CHECK(steps(owedBy(aReferral().authorisationOwed(), {aChild()})) == fields("authorisation by 2026-11-30", "legalBasis by 2026-11-30"));
}

TEST_CASE("short breaks have no placement plan of five working days") {
  CHECK_FALSE(owes(owedBy(aReferral().forShortBreaks().sameDay(), {aChild()}), "placementPlan"));
}

TEST_CASE("a child below school age owes no school") {
  CHECK_FALSE(owes(owedBy(aReferral().sameDay(), {aChild().aged(3)}), "school"));
  CHECK(owes(owedBy(aReferral().sameDay(), {aChild().livingNowhereKnown()}), "homePlace"));
}

TEST_CASE("whatever is owed stands once, is due from today on and not on a day off, and makes a valid referral") {
  holdsFor(10000, "owed steps", [] {
    const std::vector<Child> children{*anyChild(1), *anyChild(2)};
    Referral referral = *anyReferral(children);
    if (*rc::gen::arbitrary<bool>()) referral.authorisation = {};
    referral.owed = owedBy(referral, children);
    RC_ASSERT(check(referral, testDay).empty());
    RC_ASSERT(std::ranges::is_sorted(referral.owed, {}, &OwedStep::due));
    for (const OwedStep& step : referral.owed) {
      RC_ASSERT(step.due >= testDay);
      RC_ASSERT(step.due == referral.neededBy || WorkingDays::england().isWorkingDay(step.due));
      RC_ASSERT(!step.doneOn);
    }
  });
}

}  // namespace
}  // namespace homeward::tests
