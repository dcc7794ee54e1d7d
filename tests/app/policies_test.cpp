// The authority's policies: versions that are never overwritten, one of which is in use, and who said so.
#include "app/policies.h"

#include "app/policy_draft.h"
#include "app/rank_referral.h"
#include "journey.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

matching::Policy named(matching::Policy policy, const std::string& name) {
  policy.name = name;
  return policy;
}

struct Policies : Journey {
  Policies() { REQUIRE(workspace->workAs(person("A. Teasel"))); }
};

}  // namespace

TEST_CASE("A policy is saved as a new version with its reason, and the former version stays as it was") {
  const Policies journey;
  auto& workspace = *journey.workspace;
  {
    const auto versions = app::policyVersions(workspace);
    REQUIRE(versions);
    REQUIRE(versions->size() == 1);
    CHECK(versions->front().inUse);
    CHECK_FALSE(versions->front().id);
    CHECK(versions->front().policy == matching::defaultPolicy());
  }
  const matching::Policy first = named(matching::withCriterionWeight(workspace.policy(), "area", 60), "  Wendmoor   2026 ");
  CHECK(app::savePolicy(workspace, first, " ").error().subject == "note");
  CHECK(app::savePolicy(workspace, named(first, " "), "why").error().subject == "name");
  CHECK(app::savePolicy(workspace, named(first, matching::defaultPolicy().name), "why").error().subject == "name");
  matching::Policy broken = first;
  broken.criteria.front().weight += 1;
  CHECK(app::savePolicy(workspace, broken, "why").error().subject == "criteria");
  broken = first;
  broken.criteria.front().anchors.corners = {{1, 1000}, {1, 0}};
  CHECK(app::savePolicy(workspace, broken, "why").error().subject == "needs");

  const auto one = app::savePolicy(workspace, first, "Members want children in the area");
  INFO((one ? std::string{} : one.error().detail));
  REQUIRE(one);
  CHECK(one->label() == "Wendmoor 2026 v1");
  CHECK(one->savedBy == "A. Teasel");
  CHECK(one->savedAt);
  CHECK_FALSE(one->inUse);
  CHECK(app::savePolicy(workspace, first, "again").error().code == ErrorCode::refused);
  const auto two = app::savePolicy(workspace, matching::withCriterionWeight(one->policy, "area", 20), "Too much");
  REQUIRE(two);
  CHECK(two->policy.version == 2);
  const auto versions = app::policyVersions(workspace);
  REQUIRE(versions);
  REQUIRE(versions->size() == 3);
  CHECK((*versions)[0].id == two->id);
  CHECK((*versions)[1].policy == one->policy);
  CHECK((*versions)[1].note == "Members want children in the area");
  CHECK_FALSE((*versions)[2].id);
}

TEST_CASE("The policy in use ranks at once, says who took it into use, and the default comes back") {
  const Policies journey;
  auto& workspace = *journey.workspace;
  const ReferralId referral = journey.referral("R-0412").referral.id;
  const auto weights = [&] {
    const auto ranked = app::rankOffers(workspace, referral);
    REQUIRE(ranked);
    return (*ranked)->assessment().problem().weights;
  };
  const std::vector<int> before = weights();
  const auto version =
      app::savePolicy(workspace, named(matching::withGroupWeight(workspace.policy(), "needs", 700), "Wendmoor"), "Needs first");
  REQUIRE(version);
  CHECK(weights() == before);

  REQUIRE(workspace.workAs(journey.person("S. Quill")));
  CHECK(app::usePolicy(workspace, version->id).error().code == ErrorCode::refused);
  REQUIRE(workspace.workAs(journey.person("A. Teasel")));
  REQUIRE(app::usePolicy(workspace, version->id));
  CHECK(workspace.policy().name == "Wendmoor");
  CHECK(weights() != before);
  CHECK(app::usePolicy(workspace, version->id).error().code == ErrorCode::refused);
  CHECK(app::usePolicy(workspace, 77).error().code == ErrorCode::notFound);
  auto now = app::policyInUse(workspace);
  REQUIRE(now);
  CHECK(now->label == "Wendmoor v1");
  CHECK(now->by == "A. Teasel");
  CHECK(now->since);

  REQUIRE(app::usePolicy(workspace, std::nullopt));
  CHECK(weights() == before);
  now = app::policyInUse(workspace);
  REQUIRE(now);
  CHECK(now->label == matching::defaultPolicy().name + " v1");
  CHECK(now->by == "A. Teasel");
}

TEST_CASE("What differs between two policies is listed in the order of the first") {
  matching::Policy other = matching::withCriterionWeight(matching::defaultPolicy(), "wishes", 100);
  other.criteria.front().anchors.corners.pop_back();
  other.similarityPenalty = 200;
  const auto all = app::differences(matching::defaultPolicy(), other);
  REQUIRE(all.size() == 4);
  CHECK(all[0].criterion == "needs");
  CHECK(all[0].anchors);
  CHECK(all[0].before == all[0].after);
  CHECK(all[1].criterion == "identity");
  CHECK(all[1].after == 50);
  CHECK(all[2].criterion == "wishes");
  CHECK(all[2].after == 100);
  CHECK(all[3].criterion == "similarityPenalty");
  CHECK(app::differences(other, other).empty());
}

TEST_CASE("A draft always sums, keeps proportions while one weight is moved, and asks for the weight when its anchors change") {
  const Policies journey;
  auto& workspace = *journey.workspace;
  app::PolicyDraft draft(matching::defaultPolicy());
  draft.setName("Wendmoor");
  const auto weightOf = [&](const std::string& key) {
    for (const matching::PolicyCriterion& one : draft.policy().criteria)
      if (one.key == key) return one.weight;
    return -1;
  };
  // Down to nothing and up again in one movement: the others come back as they were.
  draft.moveGroup("needs", 1000);
  draft.moveGroup("needs", 400);
  CHECK(weightOf("distanceHome") == 70);
  draft.moveCriterion("proof", 120);
  CHECK(weightOf("inspection") == 0);
  draft.moveCriterion("proof", 70);
  CHECK(weightOf("inspection") == 50);
  CHECK(draft.toConfirm().empty());

  matching::Anchors anchors{{{0, 1000}, {30, 0}}};
  CHECK(draft.setAnchors("distanceHome", {{{5, 1000}, {5, 0}}}).error().subject == "distanceHome");
  CHECK_FALSE(draft.setAnchors("wishes", anchors));
  CHECK_FALSE(draft.setAnchors("colour", anchors));
  CHECK(draft.toConfirm().empty());
  REQUIRE(draft.setAnchors("distanceHome", anchors));
  REQUIRE(draft.setAnchors("needs", {{{0, 1000}, {2, 0}}}));
  CHECK(draft.toConfirm() == std::set<std::string>{"distanceHome", "needs"});
  const auto refused = app::savePolicy(workspace, draft, "Rural roads");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().subject == "weight");
  CHECK(refused.error().detail.find("distance to home") != std::string::npos);
  draft.confirm("distanceHome");
  // The only criterion of its group is confirmed by moving the group.
  draft.moveGroup("needs", 420);
  CHECK(draft.toConfirm().empty());
  const auto saved = app::savePolicy(workspace, draft, "Rural roads");
  INFO((saved ? std::string{} : saved.error().detail));
  REQUIRE(saved);
  CHECK(saved->policy == draft.policy());
  // Back to the former anchors there is nothing to confirm.
  REQUIRE(draft.setAnchors("contact", anchors));
  REQUIRE(draft.setAnchors("contact", matching::defaultPolicy().criteria[3].anchors));
  CHECK(draft.toConfirm().empty());
}
