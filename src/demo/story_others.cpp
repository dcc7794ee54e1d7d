// The other open referrals: a young person of sixteen, one whom no home can take, a mother with her baby; and what happened against the
// rules.
#include <algorithm>

#include "demo/story.h"

namespace homeward::demo {
namespace {

void writeSixteen(Draft& draft) {
  Child heron =
      storyChild(draft, "Heron Mullein", "C-2007", Sex::male, 16, 145, draft.map.somewhereInOutcode("ZZ4", draft.random), draft.ago(610));
  heron.team = draft.team("Leaving Care");
  heron.socialWorker = draft.person("V. Fescue");
  heron.legalStatus = "V2";
  heron.aim = CarePlanAim::independence;
  heron.school = "Quillhaven High";
  heron.schoolPlace = draft.map.somewhereInOutcode("ZZ5", draft.random);
  heron.needs = {aNeed(draft, NeedDomain::selfCare, 3, false, "pathway plan", 35, "Runs his own kitchen"),
                 aNeed(draft, NeedDomain::education, 3, false, "college report", 28, "Keeps his place at college"),
                 aNeed(draft, NeedDomain::emotionalHealth, 2, false, "pathway plan", 35, {}),
                 aNeed(draft, NeedDomain::socialRelationships, 2, false, "pathway plan", 35, {})};
  heron.wishes = {{"My own front door", WishKind::wordsOnly, {}, {}, 0.0}, {"I stay at college", WishKind::keepSchool, {}, {}, 0.0}};
  heron.contacts = {{"Auntie", "aunt", draft.map.somewhereInOutcode("ZZ4", draft.random), 4.0}};
  heron.strengths = "Heron bakes bread for the whole college on Fridays.";
  const ChildId id = draft.add(heron);
  livesWithCarers(draft, id, 610, draft.in(24));
  Referral told = storyReferral(draft, "R-0430", {id}, Stage::sectorAsked, 5, draft.in(24),
                                "Young man of sixteen who bakes. He is ready for a flat with somebody on call.");
  told.authorisation.basis = LegalBasis::section20;
  told.authorisation.consentGivenBy = "Heron himself, and his aunt, for supported accommodation";
  told.settingTypes = {SettingType::supportedAccommodation};
  told.neededDays = 580;
  const ReferralId referral = draft.add(told);
  const Instant due = Draft::at(draft.in(4), 12, 0);
  int asked = 0;
  for (const char* provider : {"Lamplit Steps", "Copperleaf Yard", "Moorlantern Living"})
    askProvider(draft, referral, provider, Draft::at(draft.ago(2), 10, 5 * ++asked), due);
}

/// Every home fails something for Kestrel: too far, another age, or a Statement of Purpose that rules fire setting out.
void writeNobodyFits(Draft& draft) {
  constexpr double within = 6.0;
  const Place home = draft.map.at(18200, 41900);
  Child kestrel = storyChild(draft, "Kestrel Gorse", "C-1988", Sex::male, 13, 300, home, draft.ago(840));
  kestrel.legalStatus = "C2";
  kestrel.aim = CarePlanAim::longTermFostering;
  kestrel.school = "Northlea Academy";
  kestrel.schoolPlace = draft.map.somewhereInOutcode("ZZ2", draft.random);
  kestrel.needs = {aNeed(draft, NeedDomain::behaviour, 5, true, "assessment", 40, "A month without a fire"),
                   aNeed(draft, NeedDomain::emotionalHealth, 5, true, "assessment", 40, "Sleeps; talks to one adult"),
                   aNeed(draft, NeedDomain::education, 4, false, "school report", 50, "Half days with a tutor, then whole ones"),
                   aNeed(draft, NeedDomain::socialRelationships, 3, false, "carer's log", 9, "One friend")};
  kestrel.risks = {{RiskKind::fireSetting, 4, "fire service report", draft.ago(19)},
                   {RiskKind::violenceToOthers, 3, "carer's log", draft.ago(9)}};
  kestrel.wishes = {{"Near Dad, so that I can walk", WishKind::nearPerson, {}, "Dad", 5.0}};
  kestrel.contacts = {{"Dad", "father", draft.map.at(17600, 42800), 8.0}};
  kestrel.medicalExclusions = {"smoker"};
  kestrel.strengths = "Kestrel trains his father's sheepdog and it obeys him at a whisper.";
  const ChildId id = draft.add(kestrel);
  livesWithCarers(draft, id, 840, draft.in(17));
  Referral told = storyReferral(draft, "R-0418", {id}, Stage::sectorAsked, 14, draft.in(17),
                                "Boy of thirteen who trains sheepdogs. He needs skilled carers within reach of his father.");
  told.withinMilesOfHome = within;
  told.soloRequired = true;
  told.leavingBecause = "CREQB";
  told.settingTypes = {SettingType::fosteringHousehold, SettingType::childrensHome};
  const ReferralId referral = draft.add(told);
  for (Setting& setting : draft.made.settings) {
    if (!setting.place.point || geography::miles(*home.point, *setting.place.point) > within) continue;
    if (setting.type != SettingType::fosteringHousehold && setting.type != SettingType::childrensHome) continue;
    setting.terms.limitsKnown = true;
    if (std::ranges::find(setting.terms.excludes, RiskKind::fireSetting) == setting.terms.excludes.end())
      setting.terms.excludes.push_back(RiskKind::fireSetting);
  }
  const Instant at = Draft::at(draft.ago(9), 13, 0);
  const Instant due = Draft::at(draft.ago(4), 17, 0);
  for (const Provider& provider : std::vector<Provider>(draft.made.providers)) {
    if (provider.asksFor != SettingType::fosteringHousehold) continue;
    sayNo(draft, askProvider(draft, referral, provider.name, at, due), DeclineReason::risk, Draft::at(draft.ago(5), 16, 40),
          "No household of theirs takes this risk");
  }
}

void writeMotherAndBaby(Draft& draft) {
  const Place home = draft.map.somewhereInOutcode("ZZ6", draft.random);
  Child mother = storyChild(draft, "Damson Fernbrake", "C-1931", Sex::female, 17, 80, home, draft.ago(530));
  Child baby = storyChild(draft, "Midge Fernbrake", "C-2288", Sex::male, 0, 120, home, draft.ago(115));
  mother.legalStatus = "V2";
  mother.aim = CarePlanAim::independence;
  baby.legalStatus = "C1";
  mother.needs = {
      aNeed(draft, NeedDomain::selfCare, 3, false, "pre-birth assessment", 130, "Runs a day with the baby on her own"),
      aNeed(draft, NeedDomain::emotionalHealth, 2, false, "health visitor", 18, {}),
      aNeed(draft, NeedDomain::socialRelationships, 3, false, "pre-birth assessment", 130, "Two people whom she can ring at night")};
  baby.needs = {aNeed(draft, NeedDomain::physicalHealth, 2, false, "health visitor", 18, {}),
                aNeed(draft, NeedDomain::emotionalHealth, 1, false, "health visitor", 18, {}),
                aNeed(draft, NeedDomain::communication, 0, false, "health visitor", 18, {})};
  mother.wishes = {{"I want us to stay together", WishKind::wordsOnly, {}, {}, 0.0}};
  mother.contacts = {{"Nan", "grandmother", draft.map.somewhereInOutcode("ZZ6", draft.random), 4.0}};
  baby.contacts = {{"Dad", "father", draft.map.somewhereInOutcode("ZZ7", draft.random), 2.0}};
  mother.strengths = "Damson knows by his cry what he wants.";
  baby.strengths = "Midge laughs at the washing machine.";
  const ChildId damson = draft.add(mother);
  const ChildId midge = draft.add(baby);
  const DateRange stay{draft.ago(115), std::nullopt};
  const SettingId centre = anyHomeFor(draft, damson, SettingType::familyCentre, stay);
  for (const ChildId child : {damson, midge})
    draft.add(Stay{child, centre, stay, {}, false, false, draft.in(35), std::nullopt, std::nullopt});
  Referral told = storyReferral(draft, "R-0429", {damson, midge}, Stage::qualityChecked, 4, draft.in(35),
                                "Mother of seventeen and her son of four months. They need a household that teaches by living with them.");
  told.kind = ReferralKind::parentAndChild;
  told.together = Togetherness::mustStayTogether;
  told.authorisation.basis = LegalBasis::interimCareOrder;
  told.settingTypes = {SettingType::fosteringHousehold, SettingType::familyCentre};
  draft.add(told);
}

PlacementId stays(Draft& draft, ChildId child, const char* setting, int from, std::optional<int> to, const char* because,
                  bool beyondApproval = false) {
  const std::optional<Date> until = to ? std::optional{draft.ago(*to)} : std::nullopt;
  return draft.add(Stay{
      child, draft.setting(setting), {draft.ago(from), until}, because, false, beyondApproval, std::nullopt, std::nullopt, std::nullopt});
}

void writeBreaches(Draft& draft) {
  const auto young = [&](const char* name, const char* number, Sex sex, int years, int since) {
    Child child =
        storyChild(draft, name, number, sex, years, 130, draft.map.somewhereIn(std::string{wendmoor}, draft.random), draft.ago(since));
    fillProfile(draft, child, SettingType::fosteringHousehold, true);
    return draft.add(child);
  };
  Breach breach;
  breach.authorisedBy = draft.person("W. Cygnet");

  const ChildId gannet = young("Gannet Samphire", "C-1733", Sex::male, 16, 25);
  breach.rule = 23;
  breach.placement = stays(draft, gannet, "Stonechat House", 25, std::nullopt, "");
  breach.orderNumber = "ZZ26-0417 (invented)";
  breach.told = "Ofsted, " + longDate(draft.ago(25));
  breach.from = draft.ago(25);
  breach.reviewOn = draft.in(7);
  breach.words = "The court authorised the deprivation of liberty; the home has applied for registration. Court review to come.";
  draft.add(breach);

  const ChildId puffin = young("Puffin Lichen", "C-2183", Sex::female, 10, 6);
  breach.rule = 24;
  breach.placement = stays(draft, puffin, "Pochard household", 6, std::nullopt, "");
  breach.orderNumber.clear();
  breach.told = "Independent reviewing officer, " + longDate(draft.ago(6));
  breach.from = draft.ago(6);
  breach.words = "A fourth fostered child who is no sibling of the others; the written exemption is asked for.";
  draft.add(breach);

  const ChildId eider = young("Eider Polypody", "C-2099", Sex::male, 8, 240);
  breach.rule = 16;
  breach.placement = stays(draft, eider, "Wheatear household", 240, 227, "CARPL", true);
  livesWithCarers(draft, eider, 227, std::nullopt);
  breach.authorisedBy = draft.person("C. Spindle");
  breach.told = "Fostering panel, " + longDate(draft.ago(226));
  breach.from = draft.ago(232);
  breach.reviewOn = std::nullopt;
  breach.endedOn = draft.ago(227);
  breach.words = "Five days more than the six working days outside the terms of approval.";
  draft.add(breach);
}

}  // namespace

void writeOtherReferrals(Draft& draft) {
  writeSixteen(draft);
  writeNobodyFits(draft);
  writeMotherAndBaby(draft);
  writeBreaches(draft);
}

}  // namespace homeward::demo
