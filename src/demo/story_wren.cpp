// Wren, nine: a planned move to long-term fostering, six offers, one local limit waived, and one answer that could change the order.
#include "demo/story.h"

namespace homeward::demo {
namespace {

ChildId wrenHerself(Draft& draft) {
  Child wren = storyChild(draft, "Wren Tansy", "C-2118", Sex::female, 9, 258, draft.map.at(32000, 30000), draft.ago(760));
  wren.legalStatus = "C2";
  wren.legalStatusSince = draft.ago(540);
  wren.aim = CarePlanAim::longTermFostering;
  wren.school = "Dandelion Primary";
  wren.schoolPlace = draft.map.at(33050, 31080);
  wren.needs = {
      aNeed(draft, NeedDomain::emotionalHealth, 4, true, "CAMHS letter", 31, "Sleeps through, and asks for help before it is too much"),
      aNeed(draft, NeedDomain::education, 3, false, "school report", 44, "Reads at the level of her year"),
      aNeed(draft, NeedDomain::socialRelationships, 2, false, "carer's log", 20, {}),
      aNeed(draft, NeedDomain::behaviour, 2, false, "carer's log", 20, {}),
      aNeed(draft, NeedDomain::identity, 2, false, "review", 62, {}),
      aNeed(draft, NeedDomain::physicalHealth, 1, false, "health review", 90, {})};
  wren.risks = {{RiskKind::selfHarm, 1, "CAMHS letter", draft.ago(31)}};
  wren.contacts = {{"Nan", "grandmother", draft.map.at(27100, 34700), 4.0}};
  wren.wishes = {{"I want to stay at Dandelion", WishKind::keepSchool, {}, {}, 0.0},
                 {"I want to go to Nan's by myself on the bus", WishKind::nearPerson, {}, "Nan", 5.0},
                 {"A garden with a tree", WishKind::feature, "garden", {}, 0.0},
                 {"Not a noisy house", WishKind::feature, "quiet", {}, 0.0}};
  wren.identity = {"faith:chapel", "language:Welsh"};
  wren.medicalExclusions = {"dog"};
  wren.strengths = "Wren draws birds from memory and knows their calls. She is kind to younger children.";
  return draft.add(wren);
}

/// Price items that all six quotes have, so that like stands beside like.
std::vector<QuoteLine> quote(const QuoteLine& fee, const QuoteLine& support, const QuoteLine& education, const QuoteLine& mentor,
                             Money transport, Money introductions) {
  return {fee,
          support,
          education,
          mentor,
          weekly(QuoteItem::transport, transport, "to school and to Nan"),
          introductions > Money{} ? once(QuoteItem::introductions, introductions, "introductions and set-up")
                                  : noCharge(QuoteItem::introductions)};
}

}  // namespace

void writeWren(Draft& draft) {
  const ChildId wren = wrenHerself(draft);
  livesWithCarers(draft, wren, 760, draft.in(21));
  Referral told = storyReferral(draft, "R-0412", {wren}, Stage::offersIn, 18, draft.in(21),
                                "Girl of nine who draws birds from memory. She needs calm carers who stay, her school, and her Nan.");
  told.neededDays = 1095;
  told.leavingBecause = "CARPL";
  told.withinMilesOfHome = 10.0;
  told.schoolShouldBeKept = true;
  told.settingTypes = {SettingType::fosteringHousehold, SettingType::childrensHome};
  const ReferralId referral = draft.add(told);

  const Instant first = Draft::at(draft.ago(9), 10, 15);
  const Instant due = Draft::at(draft.ago(2), 17, 0);
  const auto offered = [&](const char* setting, int daysAgo, int minutes, std::optional<int> days) {
    Offer offer = storyOffer(draft, ask(draft, referral, setting, first, due), {wren}, daysAgo);
    offer.minutesToSchool[wren] = minutes;
    offer.keepsSchool[wren] = true;
    offer.offersDays = days;
    return offer;
  };
  Offer larch = offered("Larch household", 3, 25, 2190);
  larch.quote = quote(weekly(QuoteItem::coreFee, pounds(1300)), weekly(QuoteItem::additionalSupport, pounds(90), "a session a week"),
                      inTheFee(QuoteItem::education), inTheFee(QuoteItem::wrapAround), pounds(42, 95), pounds(1050));
  put(draft, larch);
  Offer rowan = offered("Rowan household", 4, 20, 3000);
  rowan.standsUntil = Draft::at(draft.in(7), 17, 0);
  rowan.quote = quote(weekly(QuoteItem::coreFee, pounds(985)), inTheFee(QuoteItem::additionalSupport), noCharge(QuoteItem::education),
                      weekly(QuoteItem::wrapAround, pounds(48), "mentor"), pounds(38, 27), pounds(1000));
  put(draft, rowan);
  Offer alder = offered("Alder household", 6, 12, std::nullopt);
  answerNeed(alder, NeedDomain::emotionalHealth, 4, Basis::verified, "level 3 alone, 4 with sessions a week");
  alder.quote = quote(weekly(QuoteItem::coreFee, pounds(742)), weekly(QuoteItem::additionalSupport, pounds(165), "sessions a week"),
                      noCharge(QuoteItem::education), weekly(QuoteItem::wrapAround, pounds(48), "mentor"), pounds(5, 22), pounds(1150));
  alder.quote.push_back(weekly(QuoteItem::healthContribution, pounds(82, 50), "half of the sessions"));
  put(draft, alder);
  Offer brook = offered("Brook House", 3, 40, 730);
  brook.keepsSchool.clear();
  brook.minutesToSchool.clear();
  brook.impactAssessed = std::nullopt;
  brook.quote = quote(weekly(QuoteItem::coreFee, pounds(4650)), inTheFee(QuoteItem::additionalSupport),
                      {QuoteItem::education, Charge::weekly, MoneyRange{Money{}, pounds(210)}, 0, std::nullopt, "depends on the school"},
                      inTheFee(QuoteItem::wrapAround), pounds(64, 8), Money{});
  brook.quote.push_back(weekly(QuoteItem::healthContribution, pounds(620), "agreed in principle"));
  const OptionId brookHouse = put(draft, brook);
  Offer hawthorn = offered("Hawthorn household", 2, 22, std::nullopt);
  hawthorn.quote = quote(weekly(QuoteItem::coreFee, pounds(980)), weekly(QuoteItem::additionalSupport, pounds(95)),
                         noCharge(QuoteItem::education), weekly(QuoteItem::wrapAround, pounds(48), "mentor"), pounds(38, 90), pounds(1000));
  put(draft, hawthorn);
  Offer guelder = offered("Guelder Lodge", 3, 35, 730);
  guelder.keepsSchool.clear();
  guelder.minutesToSchool.clear();
  guelder.quote = quote(weekly(QuoteItem::coreFee, pounds(4380)), inTheFee(QuoteItem::additionalSupport), inTheFee(QuoteItem::education),
                        inTheFee(QuoteItem::wrapAround), pounds(58, 40), Money{});
  put(draft, guelder);

  sayNo(draft, ask(draft, referral, "Maple household", first, due), DeclineReason::notAMatchWithOthers, Draft::at(draft.ago(3), 15, 20),
        "A younger child there needs all of their time");
  ask(draft, referral, "Elder household", Draft::at(draft.ago(2), 9, 30), Draft::at(draft.in(3), 17, 0));
  ask(draft, referral, "Aspen household", Draft::at(draft.ago(2), 9, 30), Draft::at(draft.in(3), 17, 0));

  draft.at(referral).waivers.push_back({"essential.radiusHome", "option:" + std::to_string(brookHouse.value), draft.person("J. Thimble"),
                                        draft.ago(2), "A home as a contrast to the households, a mile and a half beyond the limit"});
}

}  // namespace homeward::demo
