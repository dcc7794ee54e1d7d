// Every gate: what passes, what fails and what would bring it back, and what has to be asked.
#include "scene.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

namespace {

constexpr GateResult pass = GateResult::pass;
constexpr GateResult fails = GateResult::fail;
constexpr GateResult unknown = GateResult::unknown;

GateResult gate(const Scene& scene, const std::string& key, const Setting& setting) { return gateOf(scene, key, setting).result; }
GateResult gate(const Scene& scene, const std::string& key, const Setting& setting, const Offer& offer) {
  return gateOf(scene, key, setting, offer).result;
}

Setting termsNotKnown() {
  Setting setting = aHousehold();
  setting.terms = {};
  return setting;
}
Setting residentsNotKnown(Setting setting) {
  setting.residents.clear();
  setting.residentsKnown = false;
  return setting;
}

}  // namespace

TEST_CASE("A registration that fails names the rules of the law that judge the same thing, and no others") {
  using Rules = std::vector<std::vector<int>>;
  Scene scene;
  const auto judgedBy = [&](const std::string& key, const Setting& setting) {
    const GateAnswer answer = gateOf(scene, key, setting);
    CHECK(answer.result == fails);
    return answer.judgedBy;
  };
  CHECK(gateOf(scene, "registration.active", aHome()).judgedBy.empty());
  CHECK(judgedBy("registration.active", aHome().registered(RegistrationStatus::cancelled)) == Rules{{23}});
  CHECK(judgedBy("registration.active", aHome().registered(RegistrationStatus::suspended)) == Rules{{40}});
  Setting premises = aHome().registered(RegistrationStatus::cancelled);
  premises.type = SettingType::supportedAccommodation;
  CHECK(judgedBy("registration.active", premises) == Rules{{20}});
  Setting hazel = aHome();
  hazel.registration->places = 0;
  CHECK(judgedBy("registration.places", hazel) == Rules{{40}});
  CHECK(judgedBy("registration.age", aHousehold().taking(10, 17)) == Rules{{15}});
  // A home's own age range, sexes and number stand in its statement of purpose, and so does whom it excludes.
  Setting older = aHome();
  const Setting narrow = aHousehold().taking(10, 17);
  older.terms = narrow.terms;
  older.terms.sexes = {Sex::male};
  older.terms.children = 0;
  for (const char* key : {"registration.age", "registration.sex", "registration.number"}) {
    INFO(key);
    CHECK(judgedBy(key, older) == Rules{{}});
  }
  older.type = SettingType::fosteringHousehold;
  CHECK(judgedBy("registration.sex", older) == Rules{{15}});
  CHECK(judgedBy("registration.number", older) == Rules{{15, 24}});
  older.terms.shortBreaksOnly = true;
  CHECK(judgedBy("registration.purpose", older) == Rules{{}});
  scene.provider.registration = premises.registration;
  CHECK(judgedBy("registration.active", aHousehold()) == Rules{{}});
  // Each child's own failure counts, and what a referral wants for itself no rule judges.
  scene = Scene::ofSiblings({aChild(), aChild().id(2)});
  Setting home = narrow;
  home.type = SettingType::childrensHome;
  const auto both = scene.assess({scene.candidate({{&narrow, &scene.provider, nullptr}, {&home, &scene.provider, nullptr}})}).explain(0);
  for (const GateAnswer& gate : both.gates)
    if (gate.key == "registration.age") CHECK(gate.judgedBy == Rules{{15}, {}});
}

TEST_CASE("The gates follow from the referral alone") {
  Scene scene;
  const std::vector<std::string> always{"law.15",
                                        "law.20",
                                        "law.21",
                                        "law.23",
                                        "law.24",
                                        "law.28",
                                        "law.40",
                                        "registration.active",
                                        "registration.places",
                                        "registration.age",
                                        "registration.sex",
                                        "registration.number",
                                        "registration.purpose",
                                        "essential.availableBy",
                                        "willing.taking",
                                        "willing.embargo",
                                        "willing.declined"};
  CHECK(scene.assess({}).problem().gates == always);
  scene = Scene::of(aChild().needing(NeedDomain::emotionalHealth, 4).essential().notIn("ZZ7").neverWith("dog").apartFrom(ChildId{9}));
  scene.referral.withinMilesOfHome = 10;
  scene.referral.withinMilesOfSchool = 10;
  scene.referral.soloRequired = true;
  scene.referral.settingTypes = {SettingType::fosteringHousehold};
  scene.referral.together = Togetherness::mustStayTogether;
  for (const char* key :
       {"essential.need.emotionalHealth", "essential.noGoArea", "essential.radiusHome", "essential.radiusSchool", "essential.together",
        "essential.solo", "essential.incompatible", "essential.exclusion.dog", "essential.settingType"})
    CHECK(asks(scene.assess({}).problem().gates, key));
  CHECK_FALSE(asks(Scene::of(aChild().needing(NeedDomain::emotionalHealth, 0).essential()).assess({}).problem().gates,
                   "essential.need.emotionalHealth"));
}

TEST_CASE("Legal blocks come from the law") {
  const Scene scene = Scene::of(aChild().aged(12));
  CHECK(gate(scene, "law.23", aHome()) == pass);
  CHECK(gate(scene, "law.23", aHome().registered(RegistrationStatus::cancelled)) == fails);
  CHECK(gate(scene, "law.40", aHome().registered(RegistrationStatus::suspended)) == fails);
  CHECK(gate(scene, "law.20", aHousehold().ofType(SettingType::supportedAccommodation)) == fails);
  CHECK(gate(scene, "law.15", aHousehold().taking(0, 5)) == fails);
  CHECK(gate(scene, "law.15", termsNotKnown()) == unknown);
  const Resident fostered{ChildId{40}, 7, Sex::male, true};
  const Setting three = aHousehold()
                            .taking(0, 17, 5)
                            .withResident(fostered)
                            .withResident({ChildId{41}, 8, Sex::male, true})
                            .withResident({ChildId{42}, 9, Sex::male, true});
  CHECK(gate(scene, "law.24", three) == fails);
  CHECK(gateOf(scene, "law.24", three).kind == GateKind::law);
}

TEST_CASE("Four siblings may stand in one household where all who are fostered there are siblings") {
  const std::vector<Child> four{aChild().ofSiblings(1), aChild().id(2).ofSiblings(1), aChild().id(3).ofSiblings(1),
                                aChild().id(4).ofSiblings(1)};
  const Scene scene = Scene::ofSiblings(four);
  CHECK(gate(scene, "law.24", aHousehold().taking(0, 17, 4)) == pass);
  CHECK(gate(scene, "law.24", aHousehold().taking(0, 17, 5).withResident({ChildId{40}, 7, Sex::male, true})) == fails);
  CHECK(gate(scene, "law.24", aHousehold().taking(0, 17, 5).withResident({std::nullopt, 7, Sex::male, false})) == pass);
}

TEST_CASE("Registered, not suspended, not cancelled") {
  Scene scene;
  CHECK(gate(scene, "registration.active", aHousehold()) == pass);
  CHECK(gate(scene, "registration.active", aHome()) == pass);
  Setting notRecorded = aHome();
  notRecorded.registration.reset();
  CHECK(gate(scene, "registration.active", notRecorded) == unknown);
  for (const RegistrationStatus status : {RegistrationStatus::suspended, RegistrationStatus::cancelled, RegistrationStatus::resigned,
                                          RegistrationStatus::pending, RegistrationStatus::none})
    CHECK(gate(scene, "registration.active", aHome().registered(status)) == fails);
  Setting later = aHome().registered(RegistrationStatus::suspended);
  later.registration->suspendedFrom = scene.referral.neededBy + std::chrono::days{1};
  CHECK(gate(scene, "registration.active", later) == pass);
  scene.provider = aProvider();
  CHECK(gate(scene, "registration.active", aHousehold()) == unknown);
  scene.provider = aProvider().registered(RegistrationStatus::active);
  CHECK(gate(scene, "registration.active", aHousehold()) == pass);
  scene.provider = aProvider().registered(RegistrationStatus::suspended);
  const GateAnswer answer = gateOf(scene, "registration.active", aHousehold());
  CHECK(answer.result == fails);
  CHECK(answer.bringsBack == Fact{"back.suspensionLifted", {}});
  CHECK(gateOf(scene, "registration.active", scene.toAsk()).result == fails);
}

TEST_CASE("Within registered places") {
  const Scene scene = Scene::of(aChild().aged(12));
  Setting hazel = aHome();
  hazel.vacancy.reset();
  CHECK(gate(scene, "registration.places", hazel) == unknown);
  hazel.registration->places = 2;
  CHECK(gate(scene, "registration.places", hazel) == pass);
  hazel.residents = {{ChildId{40}, 9, Sex::male, true}};
  CHECK(gate(scene, "registration.places", hazel) == pass);
  hazel.residents.push_back({std::nullopt, 9, Sex::male, true});
  CHECK(gate(scene, "registration.places", hazel) == fails);
  hazel.residents.back().child = ChildId{1};  // the child lives there already
  CHECK(gate(scene, "registration.places", hazel) == pass);
  CHECK(gate(scene, "registration.places", residentsNotKnown(hazel)) == unknown);
  hazel.vacancy = Vacancy{1, testDay, testDay};
  CHECK(gate(scene, "registration.places", residentsNotKnown(hazel)) == pass);
  CHECK(gate(scene, "registration.places", aHousehold()) == pass);
}

TEST_CASE("The ages a home takes, judged on the day of the placement") {
  const Scene scene = Scene::of(aChild().aged(9));
  CHECK(gate(scene, "registration.age", aHousehold().taking(9, 9)) == pass);
  CHECK(gate(scene, "registration.age", aHousehold().taking(10, 17)) == fails);
  CHECK(gate(scene, "registration.age", aHousehold().taking(0, 8)) == fails);
  CHECK(gateOf(scene, "registration.age", aHousehold().taking(11, 17)).why ==
        Fact{"gate.age.outside", {std::int64_t{11}, std::int64_t{17}, std::string("Rowan Wren"), std::int64_t{9}}});
  CHECK(gate(scene, "registration.age", termsNotKnown()) == unknown);
  Setting open = termsNotKnown();
  open.terms.limitsKnown = true;
  CHECK(gate(scene, "registration.age", open) == pass);
  open.terms.limitsKnown = false;
  open.terms.ageFrom = 10;
  CHECK(gate(scene, "registration.age", open) == fails);
  const Child turnsTen = aChild().born(birthday(scene.referral.neededBy, -10));
  CHECK(gate(Scene::of(turnsTen), "registration.age", aHousehold().taking(10, 17)) == pass);
}

TEST_CASE("Girls or boys, and how many at once") {
  const Scene scene = Scene::of(aChild().sex(Sex::female));
  CHECK(gate(scene, "registration.sex", aHousehold()) == pass);
  CHECK(gate(scene, "registration.sex", aHousehold().takingOnly(Sex::female)) == pass);
  CHECK(gate(scene, "registration.sex", aHousehold().takingOnly(Sex::male)) == fails);
  CHECK(gate(scene, "registration.sex", termsNotKnown()) == unknown);

  CHECK(gate(scene, "registration.number", aHousehold().taking(0, 17, 1)) == pass);
  CHECK(gate(scene, "registration.number", aHousehold().taking(0, 17, 1).withResident({ChildId{40}, 7, Sex::male, true})) == fails);
  CHECK(gate(scene, "registration.number", aHousehold().taking(0, 17, 1).withResident({std::nullopt, 7, Sex::male, false})) == pass);
  CHECK(gate(scene, "registration.number", termsNotKnown()) == unknown);
  CHECK(gate(scene, "registration.number", residentsNotKnown(aHousehold().vacancyNotKnown())) == unknown);
  CHECK(gate(Scene::ofSiblings({aChild(), aChild().id(2)}), "registration.number", aHousehold().taking(0, 17, 1)) == fails);
}

TEST_CASE("In an emergency our own carers may go beyond their terms, others not") {
  Scene scene = Scene::of(aChild().aged(9));
  const Setting ours = aHousehold().taking(0, 5);
  Setting agencys = ours;
  agencys.approvedByResponsibleAuthority = false;
  const Offer tonight = anOffer().emergency();
  CHECK(gate(scene, "registration.age", ours) == fails);
  CHECK(gate(scene, "registration.age", ours, tonight) == pass);
  CHECK(gate(scene, "registration.age", agencys, tonight) == fails);
  CHECK(gate(scene, "law.15", ours, tonight) == pass);
  scene.referral.urgency = Urgency::sameDay;
  CHECK(gate(scene, "registration.age", ours) == pass);
}

TEST_CASE("What a home's purpose leaves out") {
  const Scene scene = Scene::of(aChild().aged(12).atRiskOf(RiskKind::fireSetting, 2));
  CHECK(gate(scene, "registration.purpose", aHome()) == pass);
  CHECK(gate(scene, "registration.purpose", aHome().excluding(RiskKind::fireSetting)) == fails);
  CHECK(gate(scene, "registration.purpose", aHome().excluding(RiskKind::bullying)) == pass);
  CHECK(gate(Scene::of(aChild().aged(12).atRiskOf(RiskKind::fireSetting, 0)), "registration.purpose",
             aHome().excluding(RiskKind::fireSetting)) == pass);
  CHECK(gate(scene, "registration.purpose", aHome().shortBreaksOnly()) == fails);
  CHECK(gate(scene, "registration.purpose", termsNotKnown()) == unknown);
  Scene shortBreaks = scene;
  shortBreaks.referral.kind = ReferralKind::shortBreaks;
  CHECK(gate(shortBreaks, "registration.purpose", aHome().shortBreaksOnly()) == pass);

  const Child parent = aChild().id(2).aged(30);
  Scene family = Scene::of(aChild().aged(1));
  family.children = {parent, aChild().aged(1)};
  family.referral = aReferral().ofParentAndChild(parent, family.children.back());
  Setting takesParents = aHousehold().taking(0, 17, 3);
  CHECK(gate(family, "registration.purpose", takesParents) == fails);
  CHECK(gate(family, "registration.purpose", aHome().ofType(SettingType::familyCentre).taking(0, 17, 6)) == pass);
  takesParents.terms.parentAndChild = true;
  CHECK(gate(family, "registration.purpose", takesParents) == pass);
  CHECK(gate(family, "registration.age", takesParents) == pass);  // the parent's age is nobody's term
}

TEST_CASE("An essential need: verified passes at its level, a claim needs one more, nothing recorded is asked") {
  const Scene scene = Scene::of(aChild().needing(NeedDomain::emotionalHealth, 4).essential());
  const auto at = [&](int level, Basis basis) {
    return gate(scene, "essential.need.emotionalHealth", aHousehold().ableTo(NeedDomain::emotionalHealth, level, basis));
  };
  CHECK(at(4, Basis::verified) == pass);
  CHECK(at(3, Basis::evidenced) == fails);
  CHECK(at(5, Basis::claimed) == pass);
  CHECK(at(4, Basis::claimed) == unknown);
  CHECK(at(3, Basis::claimed) == fails);
  CHECK(gate(scene, "essential.need.emotionalHealth", aHousehold()) == unknown);
  CHECK(gate(scene, "essential.need.emotionalHealth", aHousehold().ableTo(NeedDomain::emotionalHealth, 2),
             anOffer().meeting(NeedDomain::emotionalHealth, 4, Basis::verified)) == pass);
}

TEST_CASE("Where the child must not live") {
  const Scene byOutcode = Scene::of(aChild().notIn("ZZ7"));
  CHECK(gate(byOutcode, "essential.noGoArea", aHousehold().livingAt("ZZ7 1AA", eastOfHome(2))) == fails);
  CHECK(gate(byOutcode, "essential.noGoArea", aHousehold().livingAt("ZZ71 1AA", eastOfHome(2))) == pass);
  CHECK(gate(byOutcode, "essential.noGoArea", aHousehold().somewhereIn(wendmoor)) == unknown);
  const Scene byAuthority = Scene::of(aChild().notIn(ashcombe));
  CHECK(gate(byAuthority, "essential.noGoArea", aHousehold().somewhereIn(ashcombe)) == fails);
  CHECK(gate(byAuthority, "essential.noGoArea", aHousehold()) == pass);
  CHECK(gate(byAuthority, "essential.noGoArea", aHousehold().somewhereIn("")) == unknown);
}

TEST_CASE("A hard radius is kept by the distance as it is shown") {
  Scene scene = Scene::of(aChild().atSchool("Dandelion School", "ZZ5 3SC", eastOfHome(10)));
  scene.referral.withinMilesOfHome = 10;
  scene.referral.withinMilesOfSchool = 5;
  const auto home = [&](double miles) {
    return gateOf(scene, "essential.radiusHome", aHousehold().livingAt("ZZ5 4LA", eastOfHome(miles)));
  };
  CHECK(home(10.04).result == pass);
  CHECK(home(10.06).result == fails);
  CHECK(home(31.4).bringsBack == Fact{"back.limitRaised", {std::string("35"), std::string("10")}});
  CHECK(gate(scene, "essential.radiusSchool", aHousehold().livingAt("ZZ5 4LA", eastOfHome(5.5))) == pass);
  CHECK(gate(scene, "essential.radiusSchool", aHousehold().livingAt("ZZ5 4LA", eastOfHome(4.5))) == fails);
  CHECK(gate(scene, "essential.radiusHome", aHousehold().somewhereIn(wendmoor)) == pass);
  CHECK(gate(scene, "essential.radiusHome", aHousehold().somewhereIn(farham)) == fails);
  scene.referral.withinMilesOfHome = 3;
  CHECK(gate(scene, "essential.radiusHome", aHousehold().somewhereIn(wendmoor)) == unknown);
  CHECK(gate(scene, "essential.radiusHome", aHousehold().somewhereIn("E99000009")) == unknown);
  CHECK(gateOf(scene, "essential.radiusHome", scene.toAsk()).result == unknown);
}

TEST_CASE("Siblings who must stay together") {
  const Scene scene = Scene::ofSiblings({aChild(), aChild().id(2)}, Togetherness::mustStayTogether);
  const Setting larch = aHousehold();
  const Setting elder = aHousehold().id(5);
  CHECK(gate(scene, "essential.together", larch) == pass);
  CHECK(gateOf(scene, "essential.together", scene.candidate({{&larch, &scene.provider, nullptr}, {&elder, &scene.provider, nullptr}}))
            .result == fails);
  CHECK(gateOf(scene, "essential.together", scene.toAsk()).result == unknown);
}

TEST_CASE("No other child in the home, and no child who must be kept apart") {
  Scene scene = Scene::of(aChild().apartFrom(ChildId{40}));
  scene.referral.soloRequired = true;
  CHECK(gate(scene, "essential.solo", aHousehold()) == pass);
  CHECK(gate(scene, "essential.solo", aHousehold().withResident({std::nullopt, 9, Sex::male, false})) == fails);
  CHECK(gate(scene, "essential.solo", residentsNotKnown(aHousehold())) == unknown);
  Setting alone = residentsNotKnown(aHousehold());
  alone.terms.solo = true;
  CHECK(gate(scene, "essential.solo", alone) == pass);

  CHECK(gate(scene, "essential.incompatible", aHousehold()) == pass);
  CHECK(gate(scene, "essential.incompatible", aHousehold().withResident({ChildId{40}, 9, Sex::male, true})) == fails);
  CHECK(gate(scene, "essential.incompatible", aHousehold().withResident({ChildId{41}, 9, Sex::male, true})) == pass);
  CHECK(gate(scene, "essential.incompatible", residentsNotKnown(aHousehold())) == unknown);
  const Scene each = Scene::ofSiblings({aChild().apartFrom(ChildId{2}), aChild().id(2)});
  CHECK(gate(each, "essential.incompatible", aHousehold()) == fails);
}

TEST_CASE("Who lives there may be kept apart from the child who is to come, as well as the other way round") {
  Scene scene = Scene::of(aChild());
  CHECK_FALSE(asks(scene.assess({}).problem().gates, "essential.incompatible"));
  scene.keptApartBy = {{ChildId{40}}};
  CHECK(gate(scene, "essential.incompatible", aHousehold()) == pass);
  CHECK(gate(scene, "essential.incompatible", aHousehold().withResident({ChildId{40}, 9, Sex::male, true})) == fails);
  CHECK(gate(scene, "essential.incompatible", aHousehold().withResident({ChildId{41}, 9, Sex::male, true})) == pass);
  CHECK(gate(scene, "essential.incompatible", residentsNotKnown(aHousehold())) == unknown);
}

TEST_CASE("What the child's health rules out") {
  const Scene scene = Scene::of(aChild().neverWith("dog"));
  CHECK(gate(scene, "essential.exclusion.dog", aHousehold().having("dog")) == fails);
  CHECK(gate(scene, "essential.exclusion.dog", aHousehold().without("dog")) == pass);
  CHECK(gate(scene, "essential.exclusion.dog", aHousehold()) == unknown);
  CHECK(gate(scene, "essential.exclusion.dog", aHousehold().having("dog"), anOffer().having("dog", false)) == pass);
  CHECK(gateOf(scene, "essential.exclusion.dog", aHousehold()).question == Fact{"ask.isThere", {Word{"feature.dog"}}});
}

TEST_CASE("Free by the day that it is needed") {
  const Scene scene;
  const Date neededBy = scene.referral.neededBy;
  CHECK(gate(scene, "essential.availableBy", aHousehold().free(1, neededBy)) == pass);
  const GateAnswer late = gateOf(scene, "essential.availableBy", aHousehold().free(1, neededBy + std::chrono::days{1}));
  CHECK(late.result == fails);
  CHECK(late.bringsBack == Fact{"back.on.placeFree", {neededBy + std::chrono::days{1}}});
  CHECK(gate(scene, "essential.availableBy", aHousehold().full()) == fails);
  CHECK(gate(scene, "essential.availableBy", aHousehold().vacancyNotKnown()) == unknown);
  Setting noDay = aHousehold();
  noDay.vacancy->freeFrom.reset();
  CHECK(gate(scene, "essential.availableBy", noDay) == unknown);
  CHECK(gate(Scene::ofSiblings({aChild(), aChild().id(2)}), "essential.availableBy", aHousehold()) == fails);
  CHECK(gate(scene, "essential.availableBy", aHousehold().full(), anOffer().availableFrom(neededBy)) == pass);
  CHECK(gate(scene, "essential.availableBy", aHousehold(), anOffer().availableFrom(neededBy + std::chrono::days{1})) == fails);
}

TEST_CASE("What is overdue is needed now: a home that is free today is free in time") {
  Scene scene;
  scene.referral.neededBy = testDay - std::chrono::days{14};
  const Setting since = aHousehold().free(1, testDay - std::chrono::days{11});
  CHECK(gate(scene, "essential.availableBy", since) == pass);
  CHECK(gateOf(scene, "essential.availableBy", since).why == Fact{"gate.available.inTime", {testDay - std::chrono::days{11}}});
  CHECK(gate(scene, "essential.availableBy", aHousehold().free(1, testDay)) == pass);
  const Date tomorrow = testDay + std::chrono::days{1};
  const GateAnswer late = gateOf(scene, "essential.availableBy", aHousehold().free(1, tomorrow));
  CHECK(late.result == fails);
  CHECK(late.why == Fact{"gate.available.overdue", {tomorrow, scene.referral.neededBy}});
}

TEST_CASE("The kinds of setting that were asked for") {
  Scene scene;
  scene.referral.settingTypes = {SettingType::fosteringHousehold};
  CHECK(gate(scene, "essential.settingType", aHousehold()) == pass);
  CHECK(gate(scene, "essential.settingType", aHome()) == fails);
  CHECK(gateOf(scene, "essential.settingType", scene.toAsk()).result == unknown);
  scene.provider = anAgency();
  CHECK(gateOf(scene, "essential.settingType", scene.toAsk()).result == pass);
  scene.provider.asksFor = SettingType::childrensHome;
  CHECK(gateOf(scene, "essential.settingType", scene.toAsk()).result == fails);
}

TEST_CASE("Willingness is stated, never inferred") {
  Scene scene;
  CHECK(gate(scene, "willing.taking", aHousehold()) == pass);
  CHECK(gate(scene, "willing.taking", aHousehold().notWilling()) == fails);
  const Date placeOn = scene.referral.neededBy;
  CHECK(gateOf(scene, "willing.taking", aHousehold().notWilling(placeOn + std::chrono::days{1})).bringsBack ==
        Fact{"back.on.taking", {placeOn + std::chrono::days{1}}});
  CHECK(gate(scene, "willing.taking", aHousehold().notWilling(placeOn)) == unknown);
  Setting nobodySaid = aHousehold();
  nobodySaid.willingness = {};
  CHECK(gate(scene, "willing.taking", nobodySaid) == unknown);
  CHECK(gate(scene, "willing.taking", nobodySaid, anOffer()) == pass);
  CHECK(gate(scene, "willing.taking", nobodySaid, anOffer().withdrawn()) == fails);
  CHECK(gate(scene, "willing.taking", nobodySaid, anOffer().standingUntil(testMoment)) == pass);
  CHECK(gate(scene, "willing.taking", nobodySaid, anOffer().standingUntil(testMoment - std::chrono::hours{24})) == unknown);

  CHECK(gate(scene, "willing.embargo", aHousehold()) == pass);
  scene.provider.embargoed = true;
  CHECK(gate(scene, "willing.embargo", aHousehold()) == fails);

  scene.answers = {ApproachState::silent, ApproachState::asked};
  CHECK(gate(scene, "willing.declined", aHousehold()) == pass);
  scene.answers = {ApproachState::declined};
  CHECK(gate(scene, "willing.declined", aHousehold()) == fails);
  CHECK(gate(scene, "willing.declined", aHousehold(), anOffer()) == pass);
}

TEST_CASE("A waiver opens an essential gate of one candidate, and the fail stays visible beside it") {
  Scene scene = Scene::of(aChild().neverWith("dog"));
  scene.referral = aReferral().waived("essential.exclusion.dog", "setting:1").waived("willing.embargo", "setting:1");
  scene.provider.embargoed = true;
  const Setting withDog = aHousehold().having("dog");
  const CandidateFacts facts = scene.allIn(withDog);
  const Assessment assessment = scene.assess({facts});
  const std::size_t dog = indexOf(assessment.problem().gates, "essential.exclusion.dog");
  const std::size_t embargo = indexOf(assessment.problem().gates, "willing.embargo");
  CHECK(assessment.problem().gateResults[dog] == unknown);
  CHECK(assessment.explain(0).gates[dog].result == fails);
  REQUIRE(assessment.explain(0).gates[dog].waiver.has_value());
  CHECK(assessment.explain(0).gates[dog].waiver->reason == "Agreed with the family");
  CHECK(assessment.problem().gateResults[embargo] == fails);  // only essential gates are local
  CHECK_FALSE(assessment.explain(0).gates[embargo].waiver.has_value());
  CandidateFacts another = facts;
  another.id = "setting:2";
  CHECK(scene.assess({another}).problem().gateResults[dog] == fails);
}

TEST_CASE("Several children: a gate fails if it fails for any, else is unknown if it is for any") {
  const Scene scene = Scene::ofSiblings({aChild().aged(9), aChild().id(2).aged(15)});
  CHECK(gate(scene, "registration.age", aHousehold().taking(0, 17, 2)) == pass);
  CHECK(gate(scene, "registration.age", aHousehold().taking(0, 10, 2)) == fails);
  Setting upToTen = termsNotKnown();
  upToTen.terms.ageTo = 10;
  CHECK(gate(scene, "registration.age", upToTen) == fails);  // unknown for one, fails for the other
  const Setting larch = aHousehold().taking(0, 10);
  const Setting open = termsNotKnown();
  const CandidateFacts parted = scene.candidate({{&larch, &scene.provider, nullptr}, {&open, &scene.provider, nullptr}});
  CHECK(gateOf(scene, "registration.age", parted).result == unknown);
}

TEST_CASE("Approvals that the law wants stand beside a candidate and stop nothing here") {
  const Scene scene;
  const Setting far = aHousehold().livingAt("ZZ9 9ZZ", eastOfHome(60), farham);
  Setting agencys = far;
  agencys.approvedByResponsibleAuthority = false;
  const Assessment assessment = scene.assess({scene.allIn(agencys)});
  REQUIRE(assessment.explain(0).approvals.size() == 1);
  CHECK(assessment.explain(0).approvals.front().by == Role::director);
  CHECK(rank(assessment.problem()).front().status != Status::notEligible);
}
