// Two referrals for tonight: a brother and sister under police protection, and Jay, whose carers ended the placement this morning.
#include "demo/story.h"

namespace homeward::demo {
namespace {

void writeBrotherAndSister(Draft& draft) {
  const Place home = draft.map.at(39000, 35000);
  Child older = storyChild(draft, "Clover Sallow", "C-2291", Sex::female, 9, 120, home, std::nullopt);
  Child younger = storyChild(draft, "Cricket Sallow", "C-2292", Sex::male, 6, 210, home, std::nullopt);
  for (Child* child : {&older, &younger}) {
    child->legalStatus = "L1";
    child->legalStatusSince = draft.today();
    child->team = draft.team("Safeguarding");
    child->socialWorker = draft.person("N. Pebble");
    child->ethnicity.clear();
    child->school = "Bulrush Primary";
    child->schoolPlace = draft.map.at(38200, 35900);
    child->contacts = {{"Gran", "grandmother", draft.map.at(41900, 32600), 4.0}};
  }
  older.needs = {aNeed(draft, NeedDomain::emotionalHealth, 3, false, "police and social worker", 0,
                       "Feels safe tonight, and knows what happens tomorrow"),
                 aNeed(draft, NeedDomain::socialRelationships, 2, false, "police and social worker", 0, {})};
  older.wishes = {{"I look after Cricket", WishKind::withSiblings, {}, {}, 0.0}};
  younger.needs = {aNeed(draft, NeedDomain::emotionalHealth, 3, false, "police and social worker", 0, "Sleeps"),
                   aNeed(draft, NeedDomain::physicalHealth, 2, false, "police and social worker", 0, {})};
  younger.risks = {{RiskKind::bullying, 1, "school, by telephone", draft.today()}};
  older.strengths = "Clover reads stories aloud and does all the voices.";
  const ChildId clover = draft.add(older);
  const ChildId cricket = draft.add(younger);
  draft.addSiblings("Sallow", {clover, cricket}, true,
                    "Clover has cared for Cricket; the police and the social worker ask that they sleep in one home.");

  Referral tonight = storyReferral(draft, "R-0432", {clover, cricket}, Stage::draft, 0, draft.today(),
                                   "A sister of nine who reads aloud and her brother of six. They need beds tonight, together.");
  tonight.urgency = Urgency::sameDay;
  tonight.neededByMinute = 20 * 60 + 30;
  tonight.enteredAt = Draft::at(draft.today(), 14, 12);
  tonight.together = Togetherness::mustStayTogether;
  tonight.authorisation = {};
  tonight.authorisation.basis = LegalBasis::policeProtection;
  tonight.authorisation.basisEnds = Draft::at(draft.in(3), 13, 5);
  tonight.settingTypes = {SettingType::fosteringHousehold};
  tonight.connectedPersonFound = std::nullopt;
  tonight.connectedPersonNote.clear();
  tonight.owed = owedOnEntry(tonight, {draft.at(clover), draft.at(cricket)}, draft.today(), WorkingDays::england());
  draft.add(tonight);
}

void writeReed(Draft& draft, ChildId reed) {
  Referral referral = storyReferral(draft, "R-0428", {reed}, Stage::inHouseAsked, 4, draft.in(12),
                                    "Boy of fourteen who fishes before school. He needs a home where somebody is up early.");
  referral.owed = {{"risks", draft.ago(2), std::nullopt}};
  const ReferralId id = draft.add(referral);
  ask(draft, id, "Whimbrel household", Draft::at(draft.ago(3), 11, 0), Draft::at(draft.in(3), 12, 0));
}

}  // namespace

void writeTonight(Draft& draft) {
  writeBrotherAndSister(draft);

  Child reedHimself =
      storyChild(draft, "Reed Marsh", "C-1894", Sex::male, 14, 70, draft.map.somewhereInOutcode("ZZ5", draft.random), draft.ago(410));
  fillProfile(draft, reedHimself, SettingType::fosteringHousehold, true);
  reedHimself.risks.clear();
  const ChildId reed = draft.add(reedHimself);
  livesWithCarers(draft, reed, 410, draft.in(12));
  writeReed(draft, reed);

  Place home;
  for (const Place& place : draft.map.postcodes())
    if (place.postcode == "ZZ5 2AB") home = place;
  Child jayHimself = storyChild(draft, "Jay Sorrel", "C-2207", Sex::male, 15, 269, home, draft.ago(325));
  jayHimself.legalStatus = "V2";
  jayHimself.legalStatusSince = draft.ago(325);
  jayHimself.aim = CarePlanAim::returnHome;
  jayHimself.school = "Foxglove Academy";
  jayHimself.schoolPlace = draft.map.at(41500, 27800);
  jayHimself.needs = {aNeed(draft, NeedDomain::emotionalHealth, 3, true, "carer's log", 1, "Has one adult whom he tells things"),
                      aNeed(draft, NeedDomain::education, 3, false, "school report", 44, "Sits his examinations where he has studied"),
                      aNeed(draft, NeedDomain::behaviour, 2, false, "carer's log", 1, {}),
                      aNeed(draft, NeedDomain::socialRelationships, 3, false, "police notice", 217, "Friends of his own age")};
  jayHimself.risks = {{RiskKind::criminalExploitation, 4, "police notice", draft.ago(217)}};
  jayHimself.noGoAreas = {{"ZZ7", "The people who exploit him live there"}, {"ZZ9", "The people who exploit him live there"}};
  jayHimself.keepApartFrom = {reed};
  jayHimself.strengths = "Jay mends bicycles and cooks a good curry. He likes to know who will be in the house before he arrives.";
  const ChildId jay = draft.add(jayHimself);
  livesWithCarers(draft, jay, 325, draft.today());

  Referral sameDay = storyReferral(draft, "R-0431", {jay}, Stage::inHouseAsked, 0, draft.today(),
                                   "Boy of fifteen who mends bicycles and cooks. He needs a bed tonight and his school on Monday.");
  sameDay.urgency = Urgency::sameDay;
  sameDay.neededByMinute = 20 * 60;
  sameDay.enteredAt = Draft::at(draft.today(), 13, 41);
  sameDay.leavingBecause = "CREQO";
  sameDay.authorisation.basis = LegalBasis::section20;
  sameDay.authorisation.consentGivenBy = "Mother, for fostering and children's homes";
  sameDay.withinMilesOfSchool = 20.0;
  sameDay.schoolShouldBeKept = true;
  sameDay.owed = owedOnEntry(sameDay, {draft.at(jay)}, draft.today(), WorkingDays::england());
  const ReferralId referral = draft.add(sameDay);
  const Instant asked = Draft::at(draft.today(), 13, 52);
  const Instant due = Draft::at(draft.today(), 14, 45);
  sayNo(draft, ask(draft, referral, "Dunlin household", asked, due), DeclineReason::full, Draft::at(draft.today(), 14, 2),
        "Already full tonight");
  sayNo(draft, ask(draft, referral, "Whimbrel household", asked, due), DeclineReason::risk, Draft::at(draft.today(), 14, 9),
        "Not trained for this risk");
  ask(draft, referral, "Avocet household", asked, due);
}

}  // namespace homeward::demo
