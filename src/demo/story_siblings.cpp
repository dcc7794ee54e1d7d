// Brothers and sisters: three who want one home where four places lie under two councils' rules, and two with one offer that keeps them
// together.
#include "demo/story.h"

namespace homeward::demo {
namespace {

Child sibling(Draft& draft, const std::string& name, const std::string& number, Sex sex, int years, int days, const Place& home,
              int since) {
  Child child = storyChild(draft, name, number, sex, years, days, home, draft.ago(since));
  child.team = draft.team("Children in Care South");
  child.socialWorker = draft.person("L. Feather");
  child.legalStatus = "C1";
  child.aim = CarePlanAim::longTermFostering;
  child.contacts = {{"Grandad", "grandfather", draft.map.somewhereInOutcode("ZZ8", draft.random), 2.0}};
  child.wishes = {{"We stay together", WishKind::withSiblings, {}, {}, 0.0}, {"We stay at our school", WishKind::keepSchool, {}, {}, 0.0}};
  return child;
}

Offer priced(Offer offer, Money fee, Money transport) {
  const auto children = static_cast<std::int64_t>(offer.children.size());
  offer.quote = {weekly(QuoteItem::coreFee, fee * children, "for each child alike"), inTheFee(QuoteItem::additionalSupport),
                 noCharge(QuoteItem::education), weekly(QuoteItem::transport, transport, "to school")};
  return offer;
}

void writeThree(Draft& draft) {
  const Place home = draft.map.at(19000, 25000);
  Child moth = sibling(draft, "Moth Bilberry", "C-2231", Sex::female, 11, 40, home, 46);
  Child wisp = sibling(draft, "Wisp Bilberry", "C-2232", Sex::male, 8, 150, home, 46);
  Child bee = sibling(draft, "Bee Bilberry", "C-2233", Sex::female, 5, 200, home, 46);
  const Place school = draft.map.at(19900, 26100);
  for (Child* child : {&moth, &wisp, &bee}) {
    child->school = child == &moth ? "Northlea Academy" : "Lowfen Primary";
    child->schoolPlace = child == &moth ? draft.map.at(24000, 36800) : school;
    child->identity = {"language:Welsh"};
  }
  moth.needs = {aNeed(draft, NeedDomain::emotionalHealth, 3, false, "assessment", 30, "Lets somebody else carry the worry"),
                aNeed(draft, NeedDomain::socialRelationships, 2, false, "school report", 25, {}),
                aNeed(draft, NeedDomain::identity, 2, false, "review", 20, {})};
  wisp.needs = {aNeed(draft, NeedDomain::behaviour, 3, false, "school report", 25, "Full days in class by spring"),
                aNeed(draft, NeedDomain::education, 3, false, "school report", 25, "Reads on his own"),
                aNeed(draft, NeedDomain::leisure, 1, false, "carer's log", 8, {})};
  bee.needs = {aNeed(draft, NeedDomain::physicalHealth, 2, false, "health review", 28, {}),
               aNeed(draft, NeedDomain::selfCare, 2, false, "carer's log", 8, {}),
               aNeed(draft, NeedDomain::emotionalHealth, 2, false, "assessment", 30, {})};
  moth.strengths = "Moth keeps a chart of the tides.";
  wisp.strengths = "Wisp can stand on his hands for a minute.";
  bee.strengths = "Bee makes friends with everybody on the bus.";
  const std::vector<ChildId> three{draft.add(moth), draft.add(wisp), draft.add(bee)};
  draft.addSiblings("Bilberry", three, false,
                    "They should live together; if they cannot, the two younger ones stay together and all meet weekly.");
  for (const ChildId child : three) livesWithCarers(draft, child, 46, draft.in(14));

  Referral told =
      storyReferral(draft, "R-0424", three, Stage::offersIn, 16, draft.in(14),
                    "Two sisters and a brother of eleven, eight and five. They want one home near their school and their grandfather.");
  told.neededDays = 730;
  told.authorisation.basis = LegalBasis::interimCareOrder;
  told.leavingBecause = "CARPL";
  told.schoolShouldBeKept = true;
  const ReferralId referral = draft.add(told);
  const Instant at = Draft::at(draft.ago(12), 10, 0);
  const Instant due = Draft::at(draft.ago(3), 17, 0);
  const std::vector<ChildId> younger{three[1], three[2]};

  Offer pair = priced(storyOffer(draft, ask(draft, referral, "Wagtail household", at, due), younger, 6), pounds(658), pounds(22));
  for (const ChildId child : younger) {
    pair.minutesToSchool[child] = 12;
    pair.keepsSchool[child] = true;
  }
  pair.offersDays = 1095;
  const OfferId wagtail = draft.add(pair);
  const ApproachId dabchickAsked = ask(draft, referral, "Dabchick household", at, due);
  Offer one = priced(storyOffer(draft, dabchickAsked, {three[0]}, 5), pounds(810), pounds(54));
  one.minutesToSchool[three[0]] = 40;
  one.keepsSchool[three[0]] = true;
  one.offersDays = 730;
  const OfferId dabchickOne = draft.add(one);
  draft.addOption(referral, {wagtail, dabchickOne}, "Wagtail and Dabchick households");
  Offer all = priced(storyOffer(draft, dabchickAsked, three, 4), pounds(795), pounds(75));
  for (const ChildId child : three) {
    all.minutesToSchool[child] = 26;
    all.keepsSchool[child] = true;
  }
  all.conditions =
      "Three more children than one are over their approval; they would ask for it to be varied, and for an exemption from the usual "
      "limit.";
  all.ownBedroom = false;
  all.sharingAssessed = true;
  all.offersDays = 730;
  put(draft, all);
  Offer far = priced(storyOffer(draft, ask(draft, referral, "Skerry Lodge", at, due), three, 4), pounds(3300), pounds(0));
  for (const ChildId child : three) far.keepsSchool[child] = false;
  far.offersDays = 1095;
  far.conditions = "All three in one wing of their own, forty miles from home.";
  put(draft, far);
  sayNo(draft, ask(draft, referral, "Goldcrest household", at, due), DeclineReason::other, Draft::at(draft.ago(9), 15, 30),
        "For emergencies only");
}

void writeTwo(Draft& draft) {
  const Place home = draft.map.at(32600, 40900);
  Child finch = sibling(draft, "Finch Burdock", "C-2240", Sex::male, 6, 60, home, 21);
  Child lark = sibling(draft, "Lark Burdock", "C-2241", Sex::female, 4, 300, home, 21);
  finch.school = "Dandelion Primary";
  finch.schoolPlace = draft.map.at(33200, 39800);
  lark.school = "Dandelion Primary";
  lark.schoolPlace = finch.schoolPlace;
  finch.needs = {aNeed(draft, NeedDomain::emotionalHealth, 3, false, "assessment", 15, "Settles at night"),
                 aNeed(draft, NeedDomain::education, 2, false, "school report", 18, {}),
                 aNeed(draft, NeedDomain::behaviour, 2, false, "carer's log", 5, {})};
  lark.needs = {aNeed(draft, NeedDomain::communication, 3, false, "assessment", 15, "Is understood by people outside the family"),
                aNeed(draft, NeedDomain::selfCare, 2, false, "carer's log", 5, {}),
                aNeed(draft, NeedDomain::emotionalHealth, 2, false, "assessment", 15, {})};
  finch.strengths = "Finch counts everything and is always right.";
  lark.strengths = "Lark sings before she speaks.";
  const std::vector<ChildId> both{draft.add(finch), draft.add(lark)};
  draft.addSiblings("Burdock", both, false, "Together if at all possible.");
  for (const ChildId child : both) livesWithCarers(draft, child, 21, draft.in(5));
  Referral told = storyReferral(draft, "R-0419", both, Stage::offersIn, 11, draft.in(5),
                                "Brother and sister of six and four who sing and count. They want one home.");
  told.urgency = Urgency::underFiveDays;
  told.authorisation.basis = LegalBasis::interimCareOrder;
  told.owed = {{"delegatedAuthority", draft.in(5), std::nullopt}};
  const ReferralId referral = draft.add(told);
  const Instant at = Draft::at(draft.ago(3), 10, 0);
  const Instant due = Draft::at(draft.today(), 12, 0);
  Offer plover = priced(storyOffer(draft, ask(draft, referral, "Plover household", at, due), both, 1), pounds(800), pounds(0));
  plover.standsUntil = Draft::at(draft.today(), 15, 30);
  for (const ChildId child : both) plover.keepsSchool[child] = true;
  put(draft, plover);
  Offer robinia = priced(storyOffer(draft, ask(draft, referral, "Robinia household", at, due), {both[1]}, 1), pounds(648), pounds(14));
  const OfferId forLark = draft.add(robinia);
  Offer elder = priced(storyOffer(draft, ask(draft, referral, "Elder household", at, due), {both[0]}, 1), pounds(650), pounds(38));
  const OfferId forFinch = draft.add(elder);
  draft.addOption(referral, {forFinch, forLark}, "Elder and Robinia households");
}

}  // namespace

void writeSiblings(Draft& draft) {
  writeThree(draft);
  writeTwo(draft);
}

}  // namespace homeward::demo
