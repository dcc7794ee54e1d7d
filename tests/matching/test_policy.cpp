// The default policy is the published table; a local copy is read strictly, because it decides what counts.
#include "matching/policy.h"

#include <numeric>

#include "support/cases.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

namespace {

const PolicyCriterion& criterion(const std::string& key) {
  for (const PolicyCriterion& one : defaultPolicy().criteria)
    if (one.key == key) return one;
  FAIL("the default policy lacks " << key);
  return defaultPolicy().criteria.front();
}

std::string changed(const std::string& from, const std::string& to) {
  std::string json = policyJson(defaultPolicy());
  const auto at = json.find(from);
  REQUIRE(at != std::string::npos);
  return json.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("The default policy has the weights of the method, in its order") {
  std::vector<std::pair<std::string, int>> weights;
  for (const PolicyCriterion& one : defaultPolicy().criteria) weights.emplace_back(one.key, one.weight);
  CHECK(weights == std::vector<std::pair<std::string, int>>{{"needs", 400},
                                                            {"distanceHome", 70},
                                                            {"education", 70},
                                                            {"contact", 40},
                                                            {"siblings", 40},
                                                            {"connectedPerson", 20},
                                                            {"area", 10},
                                                            {"identity", 75},
                                                            {"wishes", 75},
                                                            {"inspection", 50},
                                                            {"proof", 70},
                                                            {"startDate", 30},
                                                            {"length", 30},
                                                            {"bedroom", 20}});
  CHECK(defaultPolicy().similarityPenalty == 150);
}

TEST_CASE("Anchors are met exactly, straight between them and flat beyond") {
  const Anchors& miles = criterion("distanceHome").anchors;
  CHECK(miles.at(0) == 1000);
  CHECK(miles.at(5) == 900);
  CHECK(miles.at(20) == 500);
  CHECK(miles.at(50) == 100);
  CHECK(miles.at(100) == 0);
  CHECK(miles.at(2.5) == 950);
  CHECK(miles.at(35) == 300);
  CHECK(miles.at(8.9) == 796);
  CHECK(miles.at(-1) == 1000);
  CHECK(miles.at(400) == 0);
  CHECK(criterion("contact").anchors == miles);
  const Anchors& minutes = criterion("education").anchors;
  CHECK(minutes.at(10) == 1000);
  CHECK(minutes.at(30) == 1000);
  CHECK(minutes.at(45) == 700);
  CHECK(minutes.at(60) == 400);
  CHECK(minutes.at(75) == 0);
  const Anchors& shortfall = criterion("needs").anchors;
  CHECK(shortfall.at(-1) == 1000);
  CHECK(shortfall.at(0) == 1000);
  CHECK(shortfall.at(1) == 600);
  CHECK(shortfall.at(2) == 250);
  CHECK(shortfall.at(3) == 0);
  CHECK(shortfall.at(5) == 0);
  const Anchors& late = criterion("startDate").anchors;
  CHECK(late.at(0) == 1000);
  CHECK(late.at(7) == 500);
  CHECK(late.at(28) == 0);
  CHECK(late.at(14) == 333);
  CHECK(Anchors{}.at(3) == 0);
  CHECK(Anchors{{{0, 0}, {2, 1}}}.at(1) == 1);  // a half goes up
}

TEST_CASE("Anchors that fall never rise in between") {
  holdsFor(10'000, "further is never better", [] {
    const Anchors& miles = criterion("distanceHome").anchors;
    const double a = *rc::gen::inRange(0, 12'000) / 100.0;
    const double b = *rc::gen::inRange(0, 12'000) / 100.0;
    RC_ASSERT(miles.at(std::min(a, b)) >= miles.at(std::max(a, b)));
  });
}

TEST_CASE("A policy is read back as it was written") { CHECK(parsePolicy(policyJson(defaultPolicy())).value() == defaultPolicy()); }

TEST_CASE("A policy that says something else than a policy is refused with what to mend") {
  CHECK(parsePolicy(changed("\"weight\": 400", "\"weight\": 401")).error().detail == "The weights add up to 1001, not to 1000.");
  CHECK(parsePolicy(changed("\"weight\": 400", "\"weight\": -400")).error().subject == "needs");
  CHECK(parsePolicy(changed("\"weight\": 400", "\"weight\": 400.0")).error().subject == "needs");
  CHECK(parsePolicy(changed("\"weight\": 400", "\"weight\": 18446744073709551615")).error().subject == "needs");
  CHECK(parsePolicy(changed("\"key\": \"siblings\"", "\"key\": \"cousins\"")).error().detail.find("cousins") != std::string::npos);
  CHECK(parsePolicy(changed("\"key\": \"siblings\"", "\"key\": \"area\"")).error().subject == "area");
  CHECK(parsePolicy(changed("\"group\": \"practical\"", "\"group\": \"quality\"")).error().subject == "startDate");
  CHECK(parsePolicy(changed("\"version\": 1", "\"version\": 0")).error().subject == "version");
  CHECK(parsePolicy(changed("\"similarityPenalty\": 150", "\"similarityPenalty\": 1500")).error().subject == "similarityPenalty");
  CHECK(parsePolicy(changed("\"name\": \"Homeward default\"", "\"name\": \"\"")).error().subject == "name");
  CHECK(parsePolicy("[]").error().subject == "policy");
  CHECK(parsePolicy(R"({"name":"a","version":1,"similarityPenalty":0,"criteria":[{"key":"needs","group":"needs","weight":1000}]})")
            .error()
            .detail == "It needs anchors.");
  CHECK(
      parsePolicy(
          R"({"name":"a","version":1,"similarityPenalty":0,"criteria":[{"key":"needs","group":"needs","weight":1000,"anchors":[[1,5],[1,4]]}]})")
          .error()
          .subject == "needs");
  CHECK(
      parsePolicy(
          R"({"name":"a","version":1,"similarityPenalty":0,"criteria":[{"key":"needs","group":"needs","weight":1000,"anchors":[[1,1001]]}]})")
          .error()
          .subject == "needs");
  CHECK(
      parsePolicy(
          R"({"name":"a","version":1,"similarityPenalty":0,"criteria":[{"key":"area","group":"peopleAndPlace","weight":1000,"anchors":[[1,5]]}]})")
          .error()
          .subject == "area");
}

TEST_CASE("A document that is not what it seems is refused before it is read") {
  CHECK(parsePolicy("").error().code == ErrorCode::unreadable);
  CHECK(parsePolicy("{").error().code == ErrorCode::unreadable);
  CHECK(parsePolicy(R"({"name":"a","name":"b"})").error().detail.find("twice") != std::string::npos);
  CHECK(parsePolicy(std::string(100'000, '[')).error().detail.find("deep") != std::string::npos);
  CHECK(parsePolicy(R"({"name":"a\u0000b"})").error().detail.find("NUL") != std::string::npos);
  CHECK(parsePolicy(R"({"name":1e999})").error().code == ErrorCode::unreadable);
  CHECK(parsePolicy(std::string(300'000, ' ')).error().code == ErrorCode::tooLarge);
}

TEST_CASE("No bytes whatever make the reader do more than refuse") {
  holdsFor(10'000, "a damaged policy is read or refused", [] {
    std::string json = policyJson(defaultPolicy());
    const auto at = *rc::gen::inRange<std::size_t>(0, json.size());
    json[at] = *rc::gen::arbitrary<char>();
    const auto policy = parsePolicy(json);
    if (!policy) {
      RC_ASSERT(!policy.error().detail.empty());
      return;
    }
    int sum = 0;
    for (const PolicyCriterion& one : policy->criteria) sum += one.weight;
    RC_ASSERT(sum == 1000);
  });
}
