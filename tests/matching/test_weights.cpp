// Weights as a tree that always sums, and a referral's own shares, which give back the weights that they were made from.
#include "matching/weights.h"

#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "matching/ranking.h"
#include "support/cases.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

namespace {

int sumOf(const Policy& policy) {
  return std::accumulate(policy.criteria.begin(), policy.criteria.end(), 0,
                         [](int sum, const PolicyCriterion& one) { return sum + one.weight; });
}

int weightOf(const Policy& policy, const std::string& key) {
  for (const PolicyCriterion& one : policy.criteria)
    if (one.key == key) return one.weight;
  return -1;
}

/// A default policy after some moves.
Policy anyPolicy() {
  Policy policy = defaultPolicy();
  const int moves = *rc::gen::inRange(0, 6);
  for (int i = 0; i < moves; ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, policy.criteria.size());
    const int weight = *rc::gen::inRange(0, 1001);
    policy = *rc::gen::arbitrary<bool>() ? withGroupWeight(policy, policy.criteria[at].group, weight)
                                         : withCriterionWeight(policy, policy.criteria[at].key, weight);
  }
  return policy;
}

/// Some of the criteria, several needs among them.
std::vector<Counted> anyCounted(const Policy& policy) {
  std::vector<Counted> counted;
  for (const PolicyCriterion& one : policy.criteria) {
    if (one.key == "needs") {
      const int needs = *rc::gen::inRange(0, 9);
      for (int i = 0; i < needs; ++i) counted.push_back({"needs", *rc::gen::inRange(1, 6)});
    } else if (*rc::gen::inRange(0, 4) != 0) {
      counted.push_back({one.key, 0});
    }
  }
  return counted;
}

}  // namespace

TEST_CASE("The groups of the default policy weigh what the method says") {
  CHECK(groupsOf(defaultPolicy()) ==
        std::vector<PolicyGroup>{{"needs", 400}, {"peopleAndPlace", 250}, {"identityAndWishes", 150}, {"quality", 120}, {"practical", 80}});
}

TEST_CASE("A group that is moved lets the others keep their proportions, within and without") {
  const Policy moved = withGroupWeight(defaultPolicy(), "needs", 700);
  CHECK(groupsOf(moved) ==
        std::vector<PolicyGroup>{{"needs", 700}, {"peopleAndPlace", 125}, {"identityAndWishes", 75}, {"quality", 60}, {"practical", 40}});
  CHECK(weightOf(moved, "distanceHome") == 35);
  CHECK(weightOf(moved, "inspection") == 25);
  CHECK(sumOf(withGroupWeight(defaultPolicy(), "needs", 5000)) == 1000);
  CHECK(withGroupWeight(defaultPolicy(), "colour", 5) == defaultPolicy());
  // From nothing the siblings share alike.
  const Policy alone = withGroupWeight(defaultPolicy(), "needs", 1000);
  CHECK(
      groupsOf(withGroupWeight(alone, "needs", 600)) ==
      std::vector<PolicyGroup>{{"needs", 600}, {"peopleAndPlace", 100}, {"identityAndWishes", 100}, {"quality", 100}, {"practical", 100}});
}

TEST_CASE("A criterion moves within its group, which keeps its weight") {
  const Policy moved = withCriterionWeight(defaultPolicy(), "inspection", 90);
  CHECK(weightOf(moved, "inspection") == 90);
  CHECK(weightOf(moved, "proof") == 30);
  CHECK(groupsOf(moved) == groupsOf(defaultPolicy()));
  CHECK(withCriterionWeight(defaultPolicy(), "needs", 90) == defaultPolicy());
  CHECK(weightOf(withCriterionWeight(defaultPolicy(), "inspection", 5000), "inspection") == 120);
}

TEST_CASE("Whatever is moved, the tree sums, and every group is the sum of its criteria") {
  holdsFor(10000, "the tree sums", [] {
    const Policy policy = anyPolicy();
    RC_ASSERT(sumOf(policy) == 1000);
    for (const PolicyCriterion& one : policy.criteria) RC_ASSERT(one.weight >= 0);
    const auto groups = groupsOf(policy);
    RC_ASSERT(std::accumulate(groups.begin(), groups.end(), 0, [](int sum, const PolicyGroup& one) { return sum + one.weight; }) == 1000);
    RC_ASSERT(parsePolicy(policyJson(policy)).has_value());
  });
}

TEST_CASE("Weights can be set where nothing that applies weighs anything by the policy") {
  Policy policy = defaultPolicy();
  for (PolicyCriterion& one : policy.criteria) one.weight = 0;
  policy.criteria.back().weight = 1000;
  const std::vector<Counted> counted = {{policy.criteria[1].key, 0}, {policy.criteria[2].key, 0}};
  REQUIRE(weightsOf(policy, {}, counted) == std::vector<int>{500, 500});
  const auto shares = sharesOf(policy, {}, counted, {900, 100});
  CHECK(weightsOf(policy, shares, counted) == std::vector<int>{900, 100});
  int sum = 0;
  for (const WeightShare& one : shares) sum += one.millionths;
  CHECK(sum == 1'000'000);
}

TEST_CASE("Shares made from weights give those weights back, needs as one, and leave what does not apply alone") {
  holdsFor(10000, "weights come back", [] {
    const Policy policy = anyPolicy();
    const std::vector<Counted> counted = anyCounted(policy);
    RC_PRE(!counted.empty());
    const std::vector<int> byPolicy = weightsOf(policy, {}, counted);
    RC_PRE(std::accumulate(byPolicy.begin(), byPolicy.end(), 0) == 1000);
    const auto which = *rc::gen::inRange<std::size_t>(0, counted.size());
    const std::vector<int> wanted = withWeight(byPolicy, which, *rc::gen::inRange(0, 1001));
    const std::vector<WeightShare> shares = sharesOf(policy, {}, counted, wanted);
    RC_ASSERT(std::accumulate(shares.begin(), shares.end(), 0, [](int sum, const WeightShare& one) { return sum + one.millionths; }) ==
              1'000'000);
    const std::vector<int> back = weightsOf(policy, shares, counted);
    RC_ASSERT(std::accumulate(back.begin(), back.end(), 0) == 1000);
    int needsWanted = 0;
    int needsBack = 0;
    for (std::size_t k = 0; k < counted.size(); ++k) {
      if (counted[k].criterion == "needs") {
        needsWanted += wanted[k];
        needsBack += back[k];
      } else {
        RC_ASSERT(back[k] == wanted[k]);
      }
    }
    RC_ASSERT(needsBack == needsWanted);
    // Where nothing that applies weighs anything by the policy, what does not apply has to give.
    const bool nothingWeighed = std::none_of(policy.criteria.begin(), policy.criteria.end(), [&](const PolicyCriterion& one) {
      return one.weight > 0 &&
             std::any_of(counted.begin(), counted.end(), [&](const Counted& other) { return other.criterion == one.key; });
    });
    for (const PolicyCriterion& one : policy.criteria) {
      const bool applies = std::any_of(counted.begin(), counted.end(), [&](const Counted& other) { return other.criterion == one.key; });
      if (applies || nothingWeighed) continue;
      for (const WeightShare& share : shares)
        if (share.criterion == one.key) RC_ASSERT(share.millionths == 1000 * one.weight);
    }
  });
}

TEST_CASE("A need that is added later takes its part of the needs' weight, and a criterion that comes to apply brings its share") {
  const std::vector<Counted> counted{{"needs", 4}, {"distanceHome", 0}, {"proof", 0}};
  const std::vector<WeightShare> shares = sharesOf(defaultPolicy(), {}, counted, {500, 400, 100});
  CHECK(weightsOf(defaultPolicy(), shares, counted) == std::vector<int>{500, 400, 100});
  CHECK(weightsOf(defaultPolicy(), shares, {{"needs", 4}, {"needs", 1}, {"distanceHome", 0}, {"proof", 0}}) ==
        std::vector<int>{400, 100, 400, 100});
  const std::vector<int> withSiblings =
      weightsOf(defaultPolicy(), shares, {{"needs", 4}, {"distanceHome", 0}, {"siblings", 0}, {"proof", 0}});
  // 540 points were shared 500 : 400 : 100; siblings bring their 40.
  CHECK(withSiblings == std::vector<int>{466, 372, 69, 93});
}

TEST_CASE("Where nothing that applies weighs anything, all that applies counts alike, needs by their levels") {
  Policy policy = defaultPolicy();
  for (PolicyCriterion& one : policy.criteria) one.weight = one.key == "bedroom" ? 1000 : 0;
  CHECK(weightsOf(policy, {}, {{"area", 0}, {"proof", 0}}) == std::vector<int>{500, 500});
  CHECK(weightsOf(policy, {}, {{"needs", 3}, {"needs", 1}, {"area", 0}}) == std::vector<int>{375, 125, 500});
  CHECK(weightsOf(policy, {}, {{"area", 0}, {"bedroom", 0}}) == std::vector<int>{0, 1000});
}
