// What each criterion is worth at every anchor and edge, and that what is not known stays an interval.
#include "scene.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

namespace {

const std::string emotional = "need:1:emotionalHealth";

Scene needing(int level) { return Scene::of(aChild().needing(NeedDomain::emotionalHealth, level)); }

Setting milesFromHome(double miles) { return aHousehold().livingAt("ZZ5 4LA", eastOfHome(miles)); }

Scene atSchool(int age = 9) { return Scene::of(aChild().aged(age).atSchool("Dandelion School", "ZZ5 3SC", eastOfHome(0))); }

}  // namespace

TEST_CASE("A need that is verified is worth what its shortfall says") {
  const Scene scene = needing(4);
  const auto at = [&](int level, Basis basis) {
    return valueOf(scene, emotional, aHousehold().ableTo(NeedDomain::emotionalHealth, level, basis));
  };
  CHECK(at(5, Basis::verified) == known(1000));
  CHECK(at(4, Basis::evidenced) == known(1000));
  CHECK(at(3, Basis::verified) == known(600));
  CHECK(at(2, Basis::evidenced) == known(250));
  CHECK(at(1, Basis::verified) == known(0));
  CHECK(at(0, Basis::verified) == known(0));
}

TEST_CASE("A capability that is only claimed may be one level lower, and one that nobody recorded is not known") {
  const Scene scene = needing(4);
  const auto claimed = [&](int level) {
    return valueOf(scene, emotional, aHousehold().ableTo(NeedDomain::emotionalHealth, level, Basis::claimed));
  };
  CHECK(claimed(5) == known(1000));
  CHECK(claimed(4) == Interval{600, 1000});
  CHECK(claimed(3) == Interval{250, 600});
  CHECK(claimed(1) == known(0));
  CHECK(valueOf(scene, emotional, aHousehold()) == unknownValue);
}

TEST_CASE("The best known basis counts, an offer's answer for this child first, and a claim takes no proof away") {
  const Scene scene = needing(4);
  const Setting both =
      aHousehold().ableTo(NeedDomain::emotionalHealth, 5, Basis::claimed).ableTo(NeedDomain::emotionalHealth, 3, Basis::verified);
  CHECK(valueOf(scene, emotional, both) == known(600));
  const Offer claims = anOffer().meeting(NeedDomain::emotionalHealth, 5, Basis::claimed);
  CHECK(valueOf(scene, emotional, both, claims) == known(1000));
  const Offer claimsLess = anOffer().meeting(NeedDomain::emotionalHealth, 2, Basis::claimed);
  CHECK(valueOf(scene, emotional, both, claimsLess) == known(600));
  const Offer claimsFour = anOffer().meeting(NeedDomain::emotionalHealth, 4, Basis::claimed);
  CHECK(valueOf(scene, emotional, both, claimsFour) == Interval{600, 1000});
  Offer aboutAnother = claims;
  aboutAnother.needs.front().child = ChildId{99};
  CHECK(valueOf(scene, emotional, both, aboutAnother) == known(600));
}

TEST_CASE("Only needs of level 1 or more count, and they share the weight by their level") {
  Scene scene =
      Scene::of(aChild().needing(NeedDomain::emotionalHealth, 3).needing(NeedDomain::education, 1).needing(NeedDomain::leisure, 0));
  scene.referral.neededDays = 300;
  const Setting larch = aHousehold();
  const Assessment assessment = scene.assess({scene.allIn(larch)});
  const Problem& problem = assessment.problem();
  CHECK_FALSE(asks(problem.criteria, "need:1:leisure"));
  const int emotionalWeight = problem.weights[indexOf(problem.criteria, emotional)];
  const int educationWeight = problem.weights[indexOf(problem.criteria, "need:1:education")];
  CHECK(std::abs(emotionalWeight - 3 * educationWeight) <= 2);
  int sum = 0;
  for (const int weight : problem.weights) sum += weight;
  CHECK(sum == 1000);
}

TEST_CASE("With every criterion in use the weights are the policy's own") {
  const Child child = aChild()
                          .needing(NeedDomain::emotionalHealth, 4)
                          .needing(NeedDomain::education, 1)
                          .atSchool("Dandelion School", "ZZ5 3SC", eastOfHome(0))
                          .seeing("Nan", "grandmother", school(), 4)
                          .withIdentity("language:Welsh")
                          .wishingFor("garden")
                          .ofSiblings(1);
  Scene scene = Scene::of(child);
  scene.referral.neededDays = 300;
  scene.referral.connectedPersonFound = true;
  scene.siblingsElsewhere = {aChild().id(2).ofSiblings(1)};
  scene.siblingSettings = {SettingId{1}};
  const Setting larch = aHousehold();
  const Assessment assessment = scene.assess({scene.allIn(larch)});
  CHECK(assessment.problem().criteria == std::vector<std::string>{emotional, "need:1:education", "distanceHome", "education", "contact",
                                                                  "siblings", "connectedPerson", "area", "identity", "wishes", "inspection",
                                                                  "proof", "startDate", "length", "bedroom"});
  CHECK(assessment.problem().weights == std::vector<int>{320, 80, 70, 70, 40, 40, 20, 10, 75, 75, 50, 70, 30, 30, 20});
  CHECK(assessment.label(0) == Fact{"criterion.need", {Word{"need.emotionalHealth"}}});
  CHECK(assessment.label(2) == Fact{"criterion.distanceHome", {}});
}

TEST_CASE("What does not apply leaves its weight to the rest, the same for every candidate") {
  const Child baby = aChild().born(testDay - std::chrono::days{200});
  const Scene scene = Scene::of(baby);
  const Setting larch = aHousehold();
  const Assessment assessment = scene.assess({scene.allIn(larch)});
  CHECK(assessment.problem().criteria == std::vector<std::string>{"distanceHome", "area", "inspection", "proof", "startDate"});
  CHECK(assessment.problem().weights == std::vector<int>{304, 44, 217, 304, 131});
}

TEST_CASE("Distance to home follows its anchors") {
  const Scene scene;
  for (const auto& [miles, value] :
       std::vector<std::pair<double, int>>{{0, 1000}, {5, 900}, {20, 500}, {50, 100}, {100, 0}, {150, 0}, {12.5, 700}})
    CHECK(valueOf(scene, "distanceHome", milesFromHome(miles)) == known(value));
  const Interval inWendmoor = valueOf(scene, "distanceHome", aHousehold().somewhereIn(wendmoor));
  CHECK(inWendmoor.low < inWendmoor.high);
  CHECK(inWendmoor.high == 1000);
  CHECK(inWendmoor.low > 500);
  CHECK(valueOf(scene, "distanceHome", aHousehold().somewhereIn("E99000009")) == unknownValue);
  CHECK(valueOf(Scene::of(aChild().livingNowhereKnown()), "distanceHome", aHousehold()) == unknownValue);
}

TEST_CASE("The same school is worth what its journey says, a change 200 and none in Key Stage 4") {
  const Scene scene = atSchool();
  const auto minutes = [&](int each) { return valueOf(scene, "education", aHousehold(), anOffer().minutesToSchool(each)); };
  CHECK(minutes(20) == known(1000));
  CHECK(minutes(30) == known(1000));
  CHECK(minutes(45) == known(700));
  CHECK(minutes(60) == known(400));
  CHECK(minutes(75) == known(0));
  CHECK(minutes(90) == known(0));
  CHECK(valueOf(scene, "education", aHousehold(), anOffer().keepingSchool(false)) == known(200));
  CHECK(valueOf(atSchool(15), "education", aHousehold(), anOffer().keepingSchool(false)) == known(0));
  CHECK(valueOf(atSchool(15), "education", aHousehold(), anOffer().minutesToSchool(20).keepingSchool(false)) == known(0));
}

TEST_CASE("Without typed minutes the journey is an estimate, and an open school is either kept or changed") {
  const Scene scene = atSchool();
  const Setting far = milesFromHome(20);
  const Interval kept = valueOf(scene, "education", far, anOffer().keepingSchool());
  // 24 to 28 road miles at 30 to 50 miles an hour: 28 to 56 minutes.
  CHECK(kept == Interval{480, 1000});
  CHECK(valueOf(scene, "education", far) == Interval{200, 1000});
  CHECK(valueOf(scene, "education", milesFromHome(80)) == Interval{0, 200});
  CHECK(valueOf(Scene::of(aChild()), "education", far) == unknownValue);
  CHECK_FALSE(asks(Scene::of(aChild().aged(2)).assess({}).problem().criteria, "education"));
  CHECK_FALSE(asks(Scene::of(aChild().aged(17)).assess({}).problem().criteria, "education"));
}

TEST_CASE("The contact plan averages people by their visits") {
  const Child child = aChild()
                          .seeing("Nan", "grandmother", at("ZZ5 1NA", eastOfHome(0)), 3)
                          .seeing("Ash", "brother", at("ZZ5 1AS", eastOfHome(20)), 1)
                          .seeing("Moss", "uncle", {}, 0);
  const Scene scene = Scene::of(child);
  CHECK(valueOf(scene, "contact", milesFromHome(0)) == known(875));   // (3 x 1000 + 500) / 4
  CHECK(valueOf(scene, "contact", milesFromHome(20)) == known(625));  // (3 x 500 + 1000) / 4
  const Scene open = Scene::of(aChild().seeing("Nan", "grandmother", {}, 3).seeing("Ash", "brother", at("ZZ5 1AS", eastOfHome(20)), 1));
  CHECK(valueOf(open, "contact", milesFromHome(20)) == Interval{250, 1000});
  CHECK_FALSE(asks(Scene::of(aChild().seeing("Moss", "uncle", {}, 0)).assess({}).problem().criteria, "contact"));
}

TEST_CASE("Brothers and sisters count pair by pair, those elsewhere included") {
  const std::vector<Child> three{aChild(), aChild().id(2), aChild().id(3)};
  const Scene scene = Scene::ofSiblings(three);
  const Setting larch = aHousehold();
  const Setting elder = aHousehold().id(5);
  const Assignment inLarch{&larch, &scene.provider, nullptr};
  const Assignment inElder{&elder, &scene.provider, nullptr};
  CHECK(valueOf(scene, "siblings", scene.candidate({inLarch, inLarch, inLarch})) == known(1000));
  CHECK(valueOf(scene, "siblings", scene.candidate({inLarch, inLarch, inElder})) == known(333));
  CHECK(valueOf(scene, "siblings", scene.toAsk()) == unknownValue);

  Scene one = Scene::of(aChild().ofSiblings(1));
  CHECK_FALSE(asks(one.assess({}).problem().criteria, "siblings"));
  one.siblingsElsewhere = {aChild().id(8).ofSiblings(1), aChild().id(9).ofSiblings(1)};
  one.siblingSettings = {SettingId{1}, std::nullopt};
  CHECK(valueOf(one, "siblings", larch) == Interval{500, 1000});
  CHECK(valueOf(one, "siblings", elder) == Interval{0, 500});
}

TEST_CASE("A connected person counts where one was found") {
  Scene scene;
  CHECK_FALSE(asks(scene.assess({}).problem().criteria, "connectedPerson"));
  scene.referral.connectedPersonFound = true;
  CHECK(valueOf(scene, "connectedPerson", aHousehold().connectedPerson()) == known(1000));
  CHECK(valueOf(scene, "connectedPerson", aHousehold()) == known(0));
}

TEST_CASE("Own area, adjoining, beyond") {
  const Scene scene;
  CHECK(valueOf(scene, "area", aHousehold()) == known(1000));
  CHECK(valueOf(scene, "area", aHousehold().somewhereIn(ashcombe)) == known(500));
  CHECK(valueOf(scene, "area", aHousehold().somewhereIn(farham)) == known(0));
  CHECK(valueOf(scene, "area", aHousehold().somewhereIn("E99000009")) == Interval{0, 500});
  CHECK(valueOf(scene, "area", aHousehold().somewhereIn("")) == unknownValue);
  CHECK(valueOf(scene, "area", scene.toAsk()) == unknownValue);
}

TEST_CASE("Identity is the share of points met, each unanswered one widening it") {
  const Scene scene = Scene::of(aChild().withIdentity("language:Welsh").withIdentity("faith:chapel").withIdentity("quiet"));
  CHECK(valueOf(scene, "identity", aHousehold().having("language:Welsh").having("faith:chapel").having("quiet")) == known(1000));
  CHECK(valueOf(scene, "identity", aHousehold().having("language:Welsh").without("faith:chapel").without("quiet")) == known(333));
  CHECK(valueOf(scene, "identity", aHousehold().having("language:Welsh").without("quiet")) == Interval{333, 667});
  CHECK(valueOf(scene, "identity", aHousehold()) == unknownValue);
  CHECK(valueOf(scene, "identity", aHousehold().without("quiet"), anOffer().having("quiet")) == Interval{333, 1000});
  CHECK_FALSE(asks(Scene().assess({}).problem().criteria, "identity"));
}

TEST_CASE("Wishes that can be matched are, words alone are heard and not scored") {
  const auto worth = [](const Child& child, const Setting& setting, const Offer& offer = anOffer()) {
    return valueOf(Scene::of(child), "wishes", setting, offer);
  };
  CHECK(worth(aChild().wishingFor("garden"), aHousehold().having("garden")) == known(1000));
  CHECK(worth(aChild().wishingFor("garden"), aHousehold().without("garden")) == known(0));
  CHECK(worth(aChild().wishingNo("dog"), aHousehold().without("dog")) == known(1000));
  CHECK(worth(aChild().wishingNo("dog"), aHousehold().having("dog")) == known(0));
  CHECK(worth(aChild().wishingNo("dog"), aHousehold()) == unknownValue);
  CHECK(worth(aChild().wishingToKeepSchool(), aHousehold(), anOffer().keepingSchool()) == known(1000));
  CHECK(worth(aChild().wishingToKeepSchool(), aHousehold(), anOffer().keepingSchool(false)) == known(0));
  CHECK(worth(aChild().wishingToKeepSchool(), aHousehold()) == unknownValue);
  const Child nearNan = aChild().seeing("Nan", "grandmother", at("ZZ5 1NA", eastOfHome(0)), 4).wishingToBeNear("Nan", 5);
  CHECK(worth(nearNan, milesFromHome(5)) == known(1000));
  CHECK(worth(nearNan, milesFromHome(5.2)) == known(0));
  CHECK(worth(aChild().wishingToBeNear("Nobody known", 5), milesFromHome(1)) == unknownValue);
  CHECK(worth(aChild().wishingFor("garden").saying("I miss my cat"), aHousehold().having("garden")) == known(1000));
  CHECK_FALSE(asks(Scene::of(aChild().saying("I miss my cat")).assess({}).problem().criteria, "wishes"));
  Scene siblings = Scene::of(aChild().ofSiblings(1).wishingToBeWithSiblings());
  siblings.siblingsElsewhere = {aChild().id(2).ofSiblings(1)};
  siblings.siblingSettings = {SettingId{1}};
  CHECK(valueOf(siblings, "wishes", aHousehold()) == known(1000));
  CHECK(valueOf(siblings, "wishes", aHousehold().id(7)) == known(0));
}

TEST_CASE("Inspection grades have fixed values") {
  const Scene scene = Scene::of(aChild().aged(12));
  const auto graded = [&](Grade grade) { return valueOf(scene, "inspection", aHome().graded(grade, testDay - std::chrono::days{30})); };
  CHECK(graded(Grade::outstanding) == known(1000));
  CHECK(graded(Grade::good) == known(800));
  CHECK(graded(Grade::requiresImprovement) == known(400));
  CHECK(graded(Grade::inadequate) == known(0));
  CHECK(graded(Grade::strong) == known(900));
  CHECK(graded(Grade::inconsistent) == known(450));
  CHECK(graded(Grade::seriousWeaknesses) == known(0));
}

TEST_CASE("An inspection older than eighteen months is one grade wider on each side") {
  const Scene scene;
  const auto on = [&](Grade grade, Date day) { return valueOf(scene, "inspection", aHome().graded(grade, day)); };
  CHECK(on(Grade::good, date(2025, 5, 27)) == known(800));  // eighteen months to the day
  CHECK(on(Grade::good, date(2025, 5, 26)) == Interval{400, 1000});
  CHECK(on(Grade::outstanding, date(2025, 5, 26)) == Interval{800, 1000});
  CHECK(on(Grade::requiresImprovement, date(2025, 5, 26)) == Interval{0, 800});
  CHECK(on(Grade::inadequate, date(2025, 5, 26)) == Interval{0, 400});
  CHECK(on(Grade::strong, date(2025, 5, 26)) == Interval{450, 900});
  CHECK(on(Grade::inconsistent, date(2025, 5, 26)) == Interval{0, 900});
  CHECK(on(Grade::seriousWeaknesses, date(2025, 5, 26)) == Interval{0, 450});
  Setting undated = aHome();
  undated.registration->inspection->on.reset();
  CHECK(valueOf(scene, "inspection", undated) == Interval{400, 1000});
}

TEST_CASE("A household has its agency's grade, a home its own, and what is registered but not inspected lies between") {
  Scene scene;
  scene.provider = aProvider().registered(RegistrationStatus::active);
  CHECK(valueOf(scene, "inspection", aHousehold()) == Interval{400, 800});
  scene.provider.registration->inspection = Inspection{Grade::outstanding, testDay};
  CHECK(valueOf(scene, "inspection", aHousehold()) == known(1000));
  CHECK(valueOf(scene, "inspection", aHome()) == known(800));
  CHECK(valueOf(scene, "inspection", scene.toAsk()) == known(1000));
  Setting notRegistered = aHome();
  notRegistered.registration.reset();
  CHECK(valueOf(scene, "inspection", notRegistered) == unknownValue);
}

TEST_CASE("Proof and feedback are averaged over those there are") {
  const Scene scene;
  Setting larch = aHousehold();
  CHECK(valueOf(scene, "proof", larch) == unknownValue);
  larch.proof = {4, std::nullopt, std::nullopt};
  CHECK(valueOf(scene, "proof", larch) == known(1000));
  larch.proof = {4, 3, std::nullopt};
  CHECK(valueOf(scene, "proof", larch) == known(875));
  larch.proof = {1, 1, 2};
  CHECK(valueOf(scene, "proof", larch) == known(333));
  larch.proof = {0, 0, 0};
  CHECK(valueOf(scene, "proof", larch) == known(0));
}

TEST_CASE("Each day late costs, up to four weeks") {
  const Scene scene;
  const Date neededBy = scene.referral.neededBy;
  const auto late = [&](int days) { return valueOf(scene, "startDate", aHousehold().free(1, neededBy + std::chrono::days{days})); };
  CHECK(late(-5) == known(1000));
  CHECK(late(0) == known(1000));
  CHECK(late(7) == known(500));
  CHECK(late(28) == known(0));
  CHECK(late(60) == known(0));
  CHECK(valueOf(scene, "startDate", aHousehold().vacancyNotKnown()) == unknownValue);
  CHECK(valueOf(scene, "startDate", aHousehold(), anOffer().availableFrom(neededBy + std::chrono::days{7})) == known(500));
}

TEST_CASE("What is overdue costs by the days from today") {
  Scene scene;
  scene.referral.neededBy = testDay - std::chrono::days{14};
  const auto from = [&](int days) { return valueOf(scene, "startDate", aHousehold().free(1, testDay + std::chrono::days{days})); };
  CHECK(from(-11) == known(1000));
  CHECK(from(0) == known(1000));
  CHECK(from(7) == known(500));
  CHECK(from(28) == known(0));
  const auto why = [&](int days) {
    const Setting household = aHousehold().free(1, testDay + std::chrono::days{days});
    const auto assessment = scene.assess({scene.allIn(household)});
    const std::size_t start = indexOf(assessment.problem().criteria, "startDate");
    const auto explained = assessment.explain(0);
    return explained.criteria.at(start).why;
  };
  CHECK(why(-11) == Fact{"match.start.inTime", {testDay - std::chrono::days{11}}});
  CHECK(why(7) == Fact{"match.start.overdue", {testDay + std::chrono::days{7}, std::int64_t{7}}});
}

TEST_CASE("Length is the share of what is needed, and does not apply where nobody knows what is") {
  Scene scene;
  CHECK_FALSE(asks(scene.assess({}).problem().criteria, "length"));
  scene.referral.neededDays = 200;
  Setting larch = aHousehold();
  CHECK(valueOf(scene, "length", larch) == unknownValue);
  for (const auto& [offered, value] : std::vector<std::pair<int, int>>{{0, 0}, {50, 250}, {199, 995}, {200, 1000}, {900, 1000}}) {
    larch.offersDays = offered;
    CHECK(valueOf(scene, "length", larch) == known(value));
  }
  Offer offer = anOffer();
  offer.offersDays = 100;
  CHECK(valueOf(scene, "length", larch, offer) == known(500));
}

TEST_CASE("A bedroom of their own over three") {
  const Scene scene;
  const auto room = [&](std::optional<bool> own, std::optional<bool> assessed) {
    Setting larch = aHousehold();
    larch.ownBedroom = own;
    larch.sharingAssessed = assessed;
    return valueOf(scene, "bedroom", larch);
  };
  CHECK(room(true, std::nullopt) == known(1000));
  CHECK(room(false, true) == known(400));
  CHECK(room(false, false) == known(0));
  CHECK(room(false, std::nullopt) == Interval{0, 400});
  CHECK(room(std::nullopt, true) == Interval{400, 1000});
  CHECK(room(std::nullopt, std::nullopt) == unknownValue);
  const Date day = scene.referral.neededBy;
  CHECK_FALSE(asks(Scene::of(aChild().born(birthday(day, -3))).assess({}).problem().criteria, "bedroom"));
  CHECK(asks(Scene::of(aChild().born(birthday(day, -3) - std::chrono::days{1})).assess({}).problem().criteria, "bedroom"));
}

TEST_CASE("Of somebody to ask neither place, people nor rooms are known") {
  Scene scene = Scene::of(aChild().needing(NeedDomain::emotionalHealth, 3));
  scene.provider = anAgency();
  scene.referral.neededDays = 100;
  for (const char* key : {"need:1:emotionalHealth", "distanceHome", "education", "area", "proof", "startDate", "length", "bedroom"})
    CHECK(valueOf(scene, key, scene.toAsk()) == unknownValue);
  const Assessment assessment = scene.assess({scene.toAsk()});
  CHECK(assessment.problem().candidates.front().types == std::vector<std::string>{"fosteringHousehold"});
  CHECK(assessment.problem().candidates.front().providers == std::vector<std::string>{"3"});
  CHECK_FALSE(assessment.problem().candidates.front().place.has_value());
  CHECK_FALSE(assessment.problem().candidates.front().cost.has_value());
}

TEST_CASE("Several children: averaged, the lower end down and the upper end up, each with its own setting") {
  const std::vector<Child> two{aChild().withIdentity("quiet").withIdentity("garden").withIdentity("dog"),
                               aChild().id(2).withIdentity("quiet")};
  const Scene scene = Scene::ofSiblings(two);
  const Setting larch = aHousehold().having("quiet").without("garden").without("dog");
  CHECK(valueOf(scene, "identity", larch) == Interval{666, 667});  // 333 and 1000
  const Setting elder = aHousehold().id(5).without("quiet");
  const CandidateFacts parted = scene.candidate({{&larch, &scene.provider, nullptr}, {&elder, &scene.provider, nullptr}});
  CHECK(valueOf(scene, "identity", parted) == Interval{166, 167});  // 333 and 0
  const Assessment assessment = scene.assess({parted});
  CHECK(assessment.explain(0).criteria[indexOf(assessment.problem().criteria, "identity")].children.size() == 2);
  CHECK_FALSE(assessment.problem().candidates.front().place.has_value());
}

TEST_CASE("Several children share the weight of needs by the level of each need of each child") {
  const Scene scene =
      Scene::ofSiblings({aChild().needing(NeedDomain::emotionalHealth, 4), aChild().id(2).needing(NeedDomain::emotionalHealth, 1)});
  const Assessment assessment = scene.assess({});
  const auto& weights = assessment.problem().weights;
  const int first = weights[indexOf(assessment.problem().criteria, "need:1:emotionalHealth")];
  const int second = weights[indexOf(assessment.problem().criteria, "need:2:emotionalHealth")];
  CHECK(std::abs(first - 4 * second) <= 3);
  CHECK(assessment.label(1) == Fact{"criterion.needOf", {Word{"need.emotionalHealth"}, std::string("Rowan Wren")}});
}

TEST_CASE("Whole cost is the sum of the offers' quotes over the needed length, at the market the rate card's") {
  Scene scene;
  scene.referral.neededDays = 70;
  const Setting larch = aHousehold();
  const Assessment market = scene.assess({scene.allIn(larch)});
  CHECK(market.problem().candidates.front().cost == MoneyRange::exactly(pounds(5'400)));
  CHECK(market.explain(0).cost->whole == *market.problem().candidates.front().cost);
  const Offer offer = anOffer().costing(pounds(600)).once(QuoteItem::oneOff, pounds(100));
  const Assessment offers = scene.assess({scene.allIn(larch, &offer)}, matching::Stage::offers);
  CHECK(offers.problem().candidates.front().cost == MoneyRange::exactly(pounds(6'100)));
  CHECK(offers.explain(0).cost->lines.size() == 2);
  const Offer unpriced = anOffer().free();
  CHECK_FALSE(scene.assess({scene.allIn(larch, &unpriced)}, matching::Stage::offers).problem().candidates.front().cost.has_value());
  Setting noRate = larch;
  noRate.weeklyRate.reset();
  CHECK_FALSE(scene.assess({scene.allIn(noRate)}).problem().candidates.front().cost.has_value());
  CHECK(comparedDays(aReferral()) == 365);
}

TEST_CASE("An offer for two children is paid once, a rate for each") {
  Scene scene = Scene::ofSiblings({aChild(), aChild().id(2)});
  scene.referral.neededDays = 7;
  const Setting larch = aHousehold();
  const Offer offer = anOffer().costing(pounds(900));
  CHECK(scene.assess({scene.allIn(larch, &offer)}, matching::Stage::offers).problem().candidates.front().cost ==
        MoneyRange::exactly(pounds(900)));
  CHECK(scene.assess({scene.allIn(larch)}).problem().candidates.front().cost == MoneyRange::exactly(pounds(1'080)));
}
