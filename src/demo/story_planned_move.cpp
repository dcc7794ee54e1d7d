// Yarrow, fourteen, whose carers retire: eleven asked, five offers, three declines, two questions, one silence; and the cheapest fee that
// is the second dearest home. Beside it the young people in homes whose plan is a family.
#include "demo/story.h"

namespace homeward::demo {
namespace {

ChildId yarrowHimself(Draft& draft) {
  Child yarrow = storyChild(draft, "Yarrow Pipit", "C-1972", Sex::male, 14, 95, draft.map.at(28000, 20000), draft.ago(1210));
  yarrow.team = draft.team("Disabled Children");
  yarrow.socialWorker = draft.person("E. Catkin");
  yarrow.legalStatus = "C2";
  yarrow.legalStatusSince = draft.ago(1020);
  yarrow.aim = CarePlanAim::longTermFostering;
  yarrow.disabled = true;
  yarrow.school = "Teasel Special School";
  yarrow.schoolPlace = draft.map.at(30000, 22000);
  yarrow.needs = {
      aNeed(draft, NeedDomain::communication, 4, true, "assessment", 270, "Shows with his cards what he wants, and is understood"),
      aNeed(draft, NeedDomain::education, 4, false, "education, health and care plan", 150, "Keeps the class and the teacher he knows"),
      aNeed(draft, NeedDomain::emotionalHealth, 3, false, "assessment", 270, "Comes back to calm within the hour"),
      aNeed(draft, NeedDomain::selfCare, 3, false, "carer's log", 24, "Gets himself ready for school"),
      aNeed(draft, NeedDomain::behaviour, 2, false, "carer's log", 24, {})};
  yarrow.contacts = {{"Mum", "mother", draft.map.at(26000, 18500), 2.0}};
  yarrow.identity = {"faith:church"};
  yarrow.strengths = "Yarrow can name any engine by its sound. He tells the same joke every morning and it is still good.";
  return draft.add(yarrow);
}

void writeOffers(Draft& draft, ReferralId referral, ChildId yarrow) {
  const Instant inHouse = Draft::at(draft.ago(12), 9, 20);
  const Instant sector = Draft::at(draft.ago(11), 14, 0);
  const Instant due = Draft::at(draft.ago(4), 17, 0);
  const auto offered = [&](const char* setting, Instant at, int daysAgo, std::optional<int> minutes, bool keeps) {
    Offer offer = storyOffer(draft, ask(draft, referral, setting, at, due), {yarrow}, daysAgo);
    if (minutes) offer.minutesToSchool[yarrow] = *minutes;
    offer.keepsSchool[yarrow] = keeps;
    offer.offersDays = 1460;
    return offer;
  };
  Offer moorhen = offered("Moorhen household", inHouse, 9, 22, true);
  answerNeed(moorhen, NeedDomain::communication, 4, Basis::verified, "level 3 alone, 4 with the school's training");
  moorhen.quote = {weekly(QuoteItem::coreFee, pounds(655)),
                   weekly(QuoteItem::additionalSupport, pounds(165), "communication therapist, four sessions a month"),
                   noCharge(QuoteItem::education),
                   weekly(QuoteItem::wrapAround, pounds(60), "a short break each month"),
                   weekly(QuoteItem::transport, pounds(46, 20), "to school"),
                   once(QuoteItem::introductions, pounds(600), "three weekends")};
  put(draft, moorhen);
  Offer nightjar = offered("Nightjar household", sector, 5, 8, true);
  answerNeed(nightjar, NeedDomain::communication, 5, Basis::claimed, "carer taught in a special school; not yet visited");
  nightjar.quote = {weekly(QuoteItem::coreFee, pounds(985)), inTheFee(QuoteItem::additionalSupport),
                    noCharge(QuoteItem::education),          weekly(QuoteItem::wrapAround, pounds(48)),
                    noCharge(QuoteItem::transport),          once(QuoteItem::introductions, pounds(500))};
  put(draft, nightjar);
  Offer woodcock = offered("Woodcock household", sector, 6, 30, true);
  answerNeed(woodcock, NeedDomain::communication, 4, Basis::evidenced, "two young people before him, Form C");
  woodcock.quote = {weekly(QuoteItem::coreFee, pounds(890)), weekly(QuoteItem::additionalSupport, pounds(180)),
                    noCharge(QuoteItem::education), weekly(QuoteItem::wrapAround, pounds(60)),
                    weekly(QuoteItem::transport, pounds(61, 40))};
  put(draft, woodcock);
  // The lowest fee of the five. His school would be lost, so a place at another, therapy and the journeys come on top.
  Offer ruff = offered("Ruff household", sector, 7, std::nullopt, false);
  answerNeed(ruff, NeedDomain::communication, 4, Basis::verified, "visit, Form B");
  ruff.quote = {weekly(QuoteItem::coreFee, pounds(640)),
                weekly(QuoteItem::additionalSupport, pounds(420), "therapy that the fee leaves out"),
                weekly(QuoteItem::education, pounds(890), "independent special school"),
                weekly(QuoteItem::transport, pounds(236, 50), "taxi with escort")};
  put(draft, ruff);
  Offer bluethroat = offered("Bluethroat House", sector, 5, 38, true);
  answerNeed(bluethroat, NeedDomain::communication, 5, Basis::verified, "visit, Form B");
  bluethroat.quote = {weekly(QuoteItem::coreFee, pounds(3450)), inTheFee(QuoteItem::additionalSupport), noCharge(QuoteItem::education),
                      inTheFee(QuoteItem::wrapAround), weekly(QuoteItem::transport, pounds(88))};
  bluethroat.quote.push_back(weekly(QuoteItem::healthContribution, pounds(300), "nursing share"));
  put(draft, bluethroat);

  sayNo(draft, ask(draft, referral, "Whitebeam household", inHouse, due), DeclineReason::full, Draft::at(draft.ago(10), 10, 30),
        "Resting until the new year");
  sayNo(draft, ask(draft, referral, "Heron Lodge", sector, due), DeclineReason::notAMatchWithOthers, Draft::at(draft.ago(8), 16, 0),
        "The group is loud");
  sayNo(draft, askProvider(draft, referral, "Seaglass Fostering", sector, due), DeclineReason::health, Draft::at(draft.ago(7), 12, 10),
        "Nobody trained in his way of communicating");
  askBack(draft, askProvider(draft, referral, "Hollowtree Fostering", sector, due), Draft::at(draft.ago(6), 9, 15),
          "Does he need waking night cover?");
  askBack(draft, ask(draft, referral, "Blackthorn household", sector, due), Draft::at(draft.ago(5), 13, 25), "How long is the school day?");
  draft.at(askProvider(draft, referral, "Wickerwork Families", sector, due)).state = ApproachState::silent;
}

void writeYoungPeopleInHomes(Draft& draft) {
  const auto inAHome = [&](const char* name, const char* number, Sex sex, int years, int bornDays, const char* home, int since,
                           const char* notes) {
    Child child = storyChild(draft, name, number, sex, years, bornDays, draft.map.somewhereIn(std::string{wendmoor}, draft.random),
                             draft.ago(since + 120));
    child.legalStatus = "C2";
    child.aim = CarePlanAim::longTermFostering;
    child.notes = notes;
    fillProfile(draft, child, SettingType::childrensHome, true);
    const ChildId id = draft.add(child);
    draft.add(Stay{id,
                   anyHomeFor(draft, id, SettingType::fosteringHousehold, {draft.ago(since + 120), draft.ago(since)}),
                   {draft.ago(since + 120), draft.ago(since)},
                   "CREQB",
                   true,
                   false,
                   std::nullopt,
                   std::nullopt,
                   std::nullopt});
    draft.add(Stay{id, draft.setting(home), {draft.ago(since), std::nullopt}, {}, false, false, std::nullopt, std::nullopt, std::nullopt});
  };
  inAHome("Linnet Dock", "C-1840", Sex::female, 13, 40, "Brook House", 425, "Two reviews without a step towards fostering.");
  inAHome("Bullfinch Tutsan", "C-2051", Sex::male, 15, 230, "Fieldfare House", 510, "Sits examinations in summer.");
  inAHome("Waxwing Osier", "C-1919", Sex::female, 14, 10, "Turnstone House", 300, "Asks each month when she can live in a family.");
  inAHome("Godwit Thrift", "C-2088", Sex::male, 12, 88, "Fieldfare House", 190, "Spends weekends with his former carers.");
}

}  // namespace

void writePlannedMove(Draft& draft) {
  const ChildId yarrow = yarrowHimself(draft);
  draft.add(Stay{yarrow,
                 draft.setting("Corncrake household"),
                 {draft.ago(1210), std::nullopt},
                 {},
                 false,
                 false,
                 draft.in(28),
                 std::nullopt,
                 std::nullopt});
  Referral told = storyReferral(draft, "R-0416", {yarrow}, Stage::offersIn, 13, draft.in(28),
                                "Boy of fourteen who names engines by their sound. He needs carers who learn his cards, and his school.");
  told.team = draft.team("Disabled Children");
  told.neededDays = 730;
  told.leavingBecause = "CLOSE";
  told.schoolShouldBeKept = true;
  const ReferralId referral = draft.add(told);
  writeOffers(draft, referral, yarrow);
  writeYoungPeopleInHomes(draft);
}

}  // namespace homeward::demo
