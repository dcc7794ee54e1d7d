#include "demo/market.h"

namespace homeward::demo {
namespace {

struct Features {
  std::vector<FeatureCode> has;
  std::vector<FeatureCode> hasNot;
};
void setFeatures(Setting& setting, const Features& features) {
  for (const auto& feature : features.has) setting.features[feature] = true;
  for (const auto& feature : features.hasNot) setting.features[feature] = false;
}
Resident foster(int age, Sex sex) { return {std::nullopt, age, sex, true}; }
Resident ownChild(int age, Sex sex) { return {std::nullopt, age, sex, false}; }

void inspected(Draft& draft, const std::string& provider, Grade grade, int daysAgo) {
  draft.at(draft.provider(provider)).registration->inspection = Inspection{grade, draft.ago(daysAgo)};
}

/// The rest that a household of a story shares: known well, willing, priced.
Setting storyHousehold(Draft& draft, const std::string& provider, const std::string& name, const Place& place, int children, Money rate) {
  Setting setting = household(draft, provider, name, place);
  setting.terms.children = children;
  setting.willingness = {Willing::taking, std::nullopt, "Ready for a child"};
  describe(draft, setting, 3);
  setting.features["smoker"] = false;
  setting.features["dog"] = false;
  setting.ownBedroom = true;
  setting.weeklyRate = rate;
  return setting;
}
Setting storyHome(Draft& draft, const std::string& provider, const std::string& name, const Place& place, int places, Money rate) {
  Setting setting = registeredHome(draft, provider, name, SettingType::childrensHome, place, places);
  setting.willingness = {Willing::taking, std::nullopt, "Would take a young person who fits the group"};
  describe(draft, setting, 4);
  setting.features["dog"] = false;
  setting.ownBedroom = true;
  setting.weeklyRate = rate;
  setting.registration->inspection = Inspection{Grade::good, draft.ago(300)};
  return setting;
}
void keep(Draft& draft, Setting setting) { draft.keepForStory(draft.add(std::move(setting))); }

void homesForWren(Draft& draft) {
  Setting larch = storyHousehold(draft, "Nettlewick Families", "Larch household", draft.map.at(23400, 41450), 3, pounds(1300));
  larch.terms.ageFrom = 5;
  larch.residents = {foster(11, Sex::female), foster(13, Sex::male)};
  setFeatures(larch, {{"faith:chapel"}, {"cat", "garden", "quiet", "language:Welsh"}});
  setAllCapabilities(larch, 3, draft.ago(120));
  setCapability(larch, NeedDomain::identity, 1, Basis::verified, draft.ago(120));
  setCapability(larch, NeedDomain::socialRelationships, 1, Basis::verified, draft.ago(120));
  setCapability(larch, NeedDomain::emotionalHealth, 5, Basis::evidenced, draft.ago(120));
  larch.proof = {3, 4, 3};
  larch.record = {12, 11};
  setVacancy(larch, 1, draft.in(17), draft.ago(3));
  keep(draft, larch);

  Setting rowan = storyHousehold(draft, "Marshlight Fostering", "Rowan household", draft.map.at(40000, 23520), 1, pounds(820));
  rowan.terms.ageTo = 12;
  setFeatures(rowan, {{"cat", "garden", "quiet"}, {}});
  rowan.features.erase("faith:chapel");
  rowan.features.erase("language:Welsh");
  setAllCapabilities(rowan, 3, draft.ago(80));
  setCapability(rowan, NeedDomain::identity, 2, Basis::claimed, draft.ago(80));
  setCapability(rowan, NeedDomain::emotionalHealth, 4, Basis::evidenced, draft.ago(80));
  rowan.proof = {4, 3, 4};
  rowan.record = {5, 5};
  setVacancy(rowan, 1, draft.in(17), draft.ago(2));
  keep(draft, rowan);

  Setting alder = storyHousehold(draft, "Wendmoor Fostering", "Alder household", draft.map.at(34400, 31620), 2, pounds(660));
  alder.residents = {foster(14, Sex::female)};
  setFeatures(alder, {{"faith:chapel", "garden", "quiet"}, {"cat", "language:Welsh"}});
  setAllCapabilities(alder, 2, draft.ago(60));
  setCapability(alder, NeedDomain::emotionalHealth, 3, Basis::verified, draft.ago(60));
  alder.proof = {3, 3, std::nullopt};
  alder.record = {9, 8};
  alder.offersDays = std::nullopt;
  setVacancy(alder, 1, draft.in(14), draft.ago(3));
  keep(draft, alder);

  Setting brook = storyHome(draft, "Lanternfish Care", "Brook House", draft.map.at(17100, 19580), 5, pounds(4650));
  brook.registration->inspection = Inspection{Grade::good, draft.ago(1140)};
  brook.terms.ageFrom = 8;
  brook.terms.ageTo = 16;
  brook.residents = {foster(12, Sex::female), foster(16, Sex::male)};
  setFeatures(brook, {{"faith:chapel"}, {"cat", "garden", "quiet", "language:Welsh"}});
  setAllCapabilities(brook, 3, draft.ago(200));
  setCapability(brook, NeedDomain::socialRelationships, 2, Basis::claimed, draft.ago(200));
  setCapability(brook, NeedDomain::emotionalHealth, 5, Basis::claimed, draft.ago(200));
  brook.proof = {3, 2, std::nullopt};
  brook.record = {31, 26};
  setVacancy(brook, 1, draft.ago(9), draft.ago(3));
  keep(draft, brook);

  Setting hawthorn = storyHousehold(draft, "Marshlight Fostering", "Hawthorn household", draft.map.at(35700, 20200), 2, pounds(815));
  hawthorn.terms.ageTo = 12;
  hawthorn.features.erase("language:Welsh");
  setFeatures(hawthorn, {{"garden"}, {"quiet", "faith:chapel"}});
  hawthorn.proof = {3, std::nullopt, std::nullopt};
  setAllCapabilities(hawthorn, 2, draft.ago(90));
  setCapability(hawthorn, NeedDomain::education, 2, Basis::claimed, draft.ago(90));
  setCapability(hawthorn, NeedDomain::emotionalHealth, 4, Basis::verified, draft.ago(90));
  setVacancy(hawthorn, 2, draft.in(10), draft.ago(8));
  keep(draft, hawthorn);

  Setting guelder = storyHome(draft, "Lanternfish Care", "Guelder Lodge", draft.map.at(42500, 18260), 4, pounds(4380));
  guelder.terms.ageFrom = 7;
  guelder.terms.ageTo = 14;
  guelder.residents = {foster(10, Sex::male), foster(13, Sex::female)};
  setFeatures(guelder, {{"garden"}, {"quiet", "faith:chapel", "language:Welsh"}});
  guelder.proof = {2, 3, std::nullopt};
  setAllCapabilities(guelder, 3, draft.ago(60));
  setCapability(guelder, NeedDomain::socialRelationships, 2, Basis::claimed, draft.ago(60));
  setCapability(guelder, NeedDomain::emotionalHealth, 4, Basis::verified, draft.ago(60));
  setVacancy(guelder, 1, draft.ago(2), draft.ago(6));
  keep(draft, guelder);

  Setting elder = storyHousehold(draft, "Wendmoor Fostering", "Elder household", draft.map.at(25400, 26000), 2, pounds(650));
  elder.terms.ageTo = 12;
  setCapability(elder, NeedDomain::emotionalHealth, 4, Basis::verified, draft.ago(150));
  setVacancy(elder, 1, draft.ago(1), draft.ago(4));
  keep(draft, elder);

  Setting blackthorn = storyHousehold(draft, "Tiderace Fostering", "Blackthorn household", draft.map.at(30000, 44670), 2, pounds(805));
  setCapability(blackthorn, NeedDomain::emotionalHealth, 4, Basis::verified, draft.ago(260));
  setVacancy(blackthorn, 1, draft.ago(20), draft.ago(15));
  keep(draft, blackthorn);

  Setting aspen = storyHousehold(draft, "Tiderace Fostering", "Aspen household", draft.map.at(44600, 33200), 2, pounds(812));
  setCapability(aspen, NeedDomain::emotionalHealth, 5, Basis::claimed, draft.ago(90));
  setVacancy(aspen, 1, std::nullopt, draft.ago(42));
  keep(draft, aspen);

  Setting spindle = storyHousehold(draft, "Nettlewick Families", "Spindle household", draft.map.at(20200, 33000), 1, pounds(1290));
  spindle.features.erase("dog");
  setCapability(spindle, NeedDomain::emotionalHealth, 4, Basis::evidenced, draft.ago(30));
  setVacancy(spindle, 1, draft.in(17), draft.ago(7));
  keep(draft, spindle);

  Setting dogwood = storyHousehold(draft, "Wendmoor Fostering", "Dogwood household", draft.map.at(38500, 42750), 1, pounds(645));
  dogwood.terms.limitsKnown = false;
  setCapability(dogwood, NeedDomain::emotionalHealth, 4, Basis::verified, draft.ago(210));
  setVacancy(dogwood, 1, draft.ago(3), draft.ago(25));
  keep(draft, dogwood);

  Setting teal = storyHousehold(draft, "Nettlewick Families", "Teal household", draft.map.at(35000, 34550), 2, pounds(1310));
  teal.features["dog"] = true;
  setCapability(teal, NeedDomain::emotionalHealth, 5, Basis::evidenced, draft.ago(40));
  setVacancy(teal, 1, draft.ago(5), draft.ago(3));
  keep(draft, teal);

  Setting maple = storyHousehold(draft, "Marshlight Fostering", "Maple household", draft.map.at(26000, 21400), 2, pounds(798));
  setVacancy(maple, 1, draft.in(45), draft.ago(3));
  keep(draft, maple);

  Setting fieldfare = storyHome(draft, "Paper Boat Homes", "Fieldfare House", draft.map.at(37900, 34700), 4, pounds(4500));
  fieldfare.terms.ageFrom = 11;
  setVacancy(fieldfare, 1, draft.ago(10), draft.ago(7));
  keep(draft, fieldfare);

  Setting heron = storyHome(draft, "Paper Boat Homes", "Heron Lodge", draft.map.at(80700, 17200), 5, pounds(4475));
  setVacancy(heron, 2, draft.ago(12), draft.ago(9));
  keep(draft, heron);

  Setting whitebeam = storyHousehold(draft, "Wendmoor Fostering", "Whitebeam household", draft.map.at(24500, 24800), 2, pounds(655));
  whitebeam.willingness = {Willing::notTaking, draft.in(40), "A rest until the new year"};
  setVacancy(whitebeam, 2, draft.ago(30), draft.ago(1));
  keep(draft, whitebeam);
}

void homesForTonight(Draft& draft) {
  const auto emergency = [&](const std::string& provider, const std::string& name, const Place& place, int approved, int free,
                             int confirmedAgo, Money rate) {
    Setting setting = storyHousehold(draft, provider, name, place, approved, rate);
    setting.terms.emergencies = true;
    setAllCapabilities(setting, 3, draft.ago(150));
    setCapability(setting, NeedDomain::emotionalHealth, 4, Basis::evidenced, draft.ago(150));
    setting.proof = {3, 4, 4};
    setVacancy(setting, free, draft.ago(confirmedAgo), draft.ago(confirmedAgo));
    return setting;
  };
  // For the brother and sister: room for both near home, room for one, and an agency's beds further off.
  Setting goldcrest = emergency("Wendmoor Fostering", "Goldcrest household", draft.map.at(36600, 33200), 2, 2, 1, pounds(668));
  goldcrest.terms.ageTo = 10;
  goldcrest.residents = {ownChild(12, Sex::male)};
  setFeatures(goldcrest, {{"garden"}, {}});
  keep(draft, goldcrest);
  Setting wheatear = emergency("Wendmoor Fostering", "Wheatear household", draft.map.at(41700, 38100), 2, 1, 0, pounds(664));
  wheatear.residents = {foster(7, Sex::male)};
  keep(draft, wheatear);
  Setting redshank = emergency("Marshlight Fostering", "Redshank household", draft.map.at(30200, 38300), 2, 2, 2, pounds(820));
  redshank.features.erase("cat");
  keep(draft, redshank);
  keep(draft, emergency("Tiderace Fostering", "Ringdove household", draft.map.at(47200, 26800), 3, 2, 11, pounds(818)));

  // For Jay.
  const auto forTeenager = [&](const std::string& provider, const std::string& name, const Place& place, int free, int confirmedAgo,
                               Money rate) {
    Setting setting = emergency(provider, name, place, 2, free, confirmedAgo, rate);
    setting.terms.ageFrom = 10;
    setting.residents = {foster(13, Sex::male)};
    return setting;
  };
  Setting dunlin = forTeenager("Wendmoor Fostering", "Dunlin household", draft.map.at(43800, 31000), 0, 0, pounds(660));
  keep(draft, dunlin);
  keep(draft, forTeenager("Wendmoor Fostering", "Whimbrel household", draft.map.at(39600, 26400), 1, 0, pounds(662)));
  keep(draft, forTeenager("Wendmoor Fostering", "Avocet household", draft.map.at(38200, 31200), 1, 1, pounds(666)));
  Setting curlew = forTeenager("Marshlight Fostering", "Curlew household", draft.map.at(37900, 24600), 1, 0, pounds(812));
  setCapability(curlew, NeedDomain::behaviour, 4, Basis::evidenced, draft.ago(100));
  keep(draft, curlew);
  keep(draft, forTeenager("Nettlewick Families", "Lapwing household", draft.map.at(39700, 40900), 1, 0, pounds(1320)));
  Setting sandpiper = storyHome(draft, "Lanternfish Care", "Sandpiper House", draft.map.at(32100, 18200), 4, pounds(4200));
  sandpiper.terms.ageFrom = 11;
  sandpiper.terms.emergencies = true;
  setVacancy(sandpiper, 1, draft.ago(40), draft.ago(37));
  keep(draft, sandpiper);
  Setting turnstone = storyHome(draft, "Paper Boat Homes", "Turnstone House", draft.map.at(24100, 22900), 3, pounds(4100));
  turnstone.terms.ageFrom = 12;
  turnstone.terms.emergencies = true;
  setVacancy(turnstone, 1, draft.ago(1), draft.ago(0));
  keep(draft, turnstone);
}

void homesForThePlannedMove(Draft& draft) {
  const auto teenage = [](Setting setting) {
    setting.terms.ageFrom = 8;
    return setting;
  };
  Setting corncrake = storyHousehold(draft, "Wendmoor Fostering", "Corncrake household", draft.map.at(26400, 23100), 1, pounds(655));
  corncrake.willingness = {Willing::notTaking, std::nullopt, "The carers retire at Christmas"};
  setVacancy(corncrake, 0, std::nullopt, draft.ago(10));
  keep(draft, corncrake);

  Setting moorhen = teenage(storyHousehold(draft, "Wendmoor Fostering", "Moorhen household", draft.map.at(24200, 25400), 2, pounds(655)));
  setFeatures(moorhen, {{"garden"}, {"quiet", "faith:church"}});
  setAllCapabilities(moorhen, 3, draft.ago(110));
  moorhen.proof = {3, 3, 3};
  setVacancy(moorhen, 1, draft.in(21), draft.ago(4));
  keep(draft, moorhen);
  Setting nightjar = teenage(storyHousehold(draft, "Candlewick Carers", "Nightjar household", draft.map.at(31000, 23270), 1, pounds(818)));
  setFeatures(nightjar, {{"garden"}, {}});
  nightjar.features.erase("faith:church");
  setAllCapabilities(nightjar, 3, draft.ago(70));
  setCapability(nightjar, NeedDomain::education, 4, Basis::claimed, draft.ago(70));
  nightjar.proof = {3, std::nullopt, 4};
  setVacancy(nightjar, 1, draft.in(24), draft.ago(2));
  keep(draft, nightjar);
  Setting woodcock =
      teenage(storyHousehold(draft, "Thistledown Hearths", "Woodcock household", draft.map.at(33700, 31200), 2, pounds(805)));
  setFeatures(woodcock, {{"quiet", "faith:church"}, {"garden"}});
  setAllCapabilities(woodcock, 2, draft.ago(95));
  woodcock.proof = {2, 4, std::nullopt};
  woodcock.residents = {foster(12, Sex::male)};
  setVacancy(woodcock, 1, draft.in(26), draft.ago(9));
  keep(draft, woodcock);
  Setting ruff = teenage(storyHousehold(draft, "Oxlip Families", "Ruff household", draft.map.at(55200, 36800), 2, pounds(815)));
  setFeatures(ruff, {{"garden", "quiet"}, {"faith:church"}});
  setAllCapabilities(ruff, 2, draft.ago(160));
  ruff.proof = {2, std::nullopt, 2};
  setVacancy(ruff, 2, draft.in(7), draft.ago(5));
  keep(draft, ruff);
  Setting bluethroat = storyHome(draft, "Stillmere Homes", "Bluethroat House", draft.map.at(41000, 14100), 2, pounds(3450));
  bluethroat.terms.ageFrom = 11;
  bluethroat.residents = {foster(15, Sex::male)};
  setFeatures(bluethroat, {{"quiet"}, {"garden", "faith:church"}});
  setAllCapabilities(bluethroat, 3, draft.ago(45));
  setCapability(bluethroat, NeedDomain::selfCare, 4, Basis::claimed, draft.ago(45));
  bluethroat.proof = {4, 3, std::nullopt};
  setVacancy(bluethroat, 1, draft.in(3), draft.ago(1));
  keep(draft, bluethroat);

  // A specialist household for a young person who steps down from a home.
  Setting kittiwake =
      teenage(storyHousehold(draft, "Nettlewick Families", "Kittiwake household", draft.map.at(29000, 36500), 1, pounds(1300)));
  kittiwake.terms.ageFrom = 10;
  kittiwake.willingness.said = "Trained for step-down, two years with adolescents, ready in three weeks";
  setAllCapabilities(kittiwake, 4, draft.ago(35));
  setCapability(kittiwake, NeedDomain::emotionalHealth, 5, Basis::evidenced, draft.ago(35));
  kittiwake.offersDays = 1460;
  kittiwake.proof = {4, std::nullopt, 3};
  setVacancy(kittiwake, 1, draft.in(21), draft.ago(1));
  keep(draft, kittiwake);
}

void homesForSiblings(Draft& draft) {
  Setting wagtail = storyHousehold(draft, "Wendmoor Fostering", "Wagtail household", draft.map.at(21200, 27300), 2, pounds(658));
  setFeatures(wagtail, {{}, {"language:Welsh"}});
  setAllCapabilities(wagtail, 3, draft.ago(130));
  std::erase_if(wagtail.capabilities, [](const Capability& capability) { return capability.domain == NeedDomain::behaviour; });
  wagtail.proof = {3, 3, std::nullopt};
  setVacancy(wagtail, 2, draft.in(7), draft.ago(2));
  keep(draft, wagtail);
  Setting dabchick = storyHousehold(draft, "Candlewick Carers", "Dabchick household", draft.map.at(24600, 20800), 2, pounds(810));
  dabchick.residents = {foster(9, Sex::female)};
  setFeatures(dabchick, {{"language:Welsh"}, {}});
  setAllCapabilities(dabchick, 3, draft.ago(75));
  dabchick.proof = {3, std::nullopt, 3};
  setVacancy(dabchick, 1, draft.in(5), draft.ago(3));
  keep(draft, dabchick);
  Setting skerry = storyHome(draft, "Cobalt Kite Care", "Skerry Lodge", draft.map.at(83000, 28000), 4, pounds(3300));
  skerry.terms.ageFrom = 5;
  setFeatures(skerry, {{}, {"language:Welsh"}});
  setAllCapabilities(skerry, 4, draft.ago(50));
  skerry.proof = {3, 3, std::nullopt};
  setVacancy(skerry, 3, draft.in(2), draft.ago(4));
  keep(draft, skerry);
  Setting plover = storyHousehold(draft, "Thistledown Hearths", "Plover household", draft.map.at(35200, 44100), 2, pounds(800));
  plover.terms.ageTo = 11;
  setAllCapabilities(plover, 2, draft.ago(85));
  plover.proof = {3, std::nullopt, 3};
  setVacancy(plover, 2, draft.in(3), draft.ago(1));
  keep(draft, plover);
  Setting robinia = storyHousehold(draft, "Wendmoor Fostering", "Robinia household", draft.map.at(28800, 40300), 1, pounds(648));
  robinia.terms.ageTo = 9;
  setAllCapabilities(robinia, 3, draft.ago(140));
  robinia.proof = {3, 2, 3};
  setVacancy(robinia, 1, draft.ago(4), draft.ago(6));
  keep(draft, robinia);
}

void homesForTheRest(Draft& draft) {
  Setting bittern = household(draft, "Wendmoor Fostering", "Bittern household", draft.map.at(22500, 35000));
  bittern.connectedPerson = true;
  bittern.temporaryApprovalFrom = draft.ago(106);
  bittern.terms.children = 1;
  bittern.willingness = {Willing::notTaking, std::nullopt, "Approved for the children of one family only"};
  describe(draft, bittern, 3);
  bittern.weeklyRate = pounds(372);
  keep(draft, bittern);
  keep(draft, storyHousehold(draft, "Tiderace Fostering", "Godwit household", draft.map.at(53000, 27500), 1, pounds(790)));
  Setting pochard = storyHousehold(draft, "Wendmoor Fostering", "Pochard household", draft.map.at(34800, 26900), 3, pounds(652));
  pochard.residents = {foster(6, Sex::male), foster(9, Sex::female), foster(11, Sex::male)};
  pochard.willingness = {Willing::notTaking, draft.in(30), "Full, and over its limit"};
  keep(draft, pochard);

  Setting stonechat;
  stonechat.provider = draft.provider("Stonechat Care");
  stonechat.name = "Stonechat House";
  stonechat.type = SettingType::otherArrangement;
  stonechat.arrangement = OtherArrangement::unregistered;
  stonechat.place = draft.map.somewhereIn(std::string{farholm}, draft.random);
  stonechat.residentsKnown = true;
  stonechat.willingness = {Willing::notTaking, std::nullopt, "Set up for one young person under a court order"};
  stonechat.weeklyRate = pounds(8150);
  keep(draft, stonechat);
}

}  // namespace

void writeHomesOfStories(Draft& draft) {
  inspected(draft, "Nettlewick Families", Grade::good, 985);
  inspected(draft, "Marshlight Fostering", Grade::outstanding, 560);
  inspected(draft, "Wendmoor Fostering", Grade::good, 530);
  inspected(draft, "Candlewick Carers", Grade::good, 210);
  inspected(draft, "Oxlip Families", Grade::requiresImprovement, 340);
  homesForWren(draft);
  homesForTonight(draft);
  homesForThePlannedMove(draft);
  homesForSiblings(draft);
  homesForTheRest(draft);
}

}  // namespace homeward::demo
