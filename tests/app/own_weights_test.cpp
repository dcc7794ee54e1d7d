// Weights that a referral has of its own: kept with author, reason and both orders, used by every ranking, frozen by a decision.
#include "app/own_weights.h"

#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "app/recompute.h"
#include "store/raw.h"
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

struct Own : ThreeOffers {
  [[nodiscard]] app::Workspace& workspace() const { return *journey.workspace; }
  [[nodiscard]] matching::Problem problem() const {
    const auto ranked = app::rankOffers(workspace(), referral);
    REQUIRE(ranked);
    return (*ranked)->assessment().problem();
  }
  [[nodiscard]] std::size_t at(const std::string& key) const {
    const auto criteria = problem().criteria;
    const auto found = std::find(criteria.begin(), criteria.end(), key);
    REQUIRE(found != criteria.end());
    return static_cast<std::size_t>(found - criteria.begin());
  }
  /// The weights in force with one moved.
  [[nodiscard]] std::vector<int> moved(const std::string& key, int weight) const {
    return matching::withWeight(problem().weights, at(key), weight);
  }
};

}  // namespace

TEST_CASE("A referral's own weights count in every ranking, say who set them and why, and keep both orders") {
  const Own own;
  auto& workspace = own.workspace();
  const std::vector<int> policy = own.problem().weights;
  const std::vector<int> wanted = own.moved("distanceHome", 600);
  CHECK(app::keepOwnWeights(workspace, own.referral, wanted, "  ").error().subject == "reason");
  CHECK(app::keepOwnWeights(workspace, own.referral, {1000}, "Why").error().subject == "weights");
  CHECK(app::keepOwnWeights(workspace, own.referral, policy, "Why").error().code == ErrorCode::refused);
  REQUIRE(own.problem().weights == policy);

  const auto tried = app::triedOwnWeights(workspace, own.referral, wanted);
  REQUIRE(tried);
  CHECK(tried->candidates.size() == 3);
  CHECK(own.problem().weights == policy);

  REQUIRE(app::keepOwnWeights(workspace, own.referral, wanted, "She sees her grandmother every day"));
  CHECK(own.problem().weights == wanted);
  const auto market = app::rankMarket(workspace, own.referral);
  REQUIRE(market);
  CHECK((*market)->assessment().problem().weights == wanted);
  // Another referral is as it was.
  const auto other = app::rankOffers(workspace, own.journey.referral("R-0412").referral.id);
  REQUIRE(other);
  CHECK((*other)->assessment().request().ownWeights.empty());

  const auto record = app::ownWeightsInForce(workspace, own.referral);
  REQUIRE(record);
  REQUIRE(*record);
  CHECK((*record)->by == workspace.user().name);
  CHECK((*record)->adjustment.reason == "She sees her grandmother every day");
  CHECK((*record)->adjustment.afterOffers);
  CHECK((*record)->stage == matching::Stage::offers);
  REQUIRE((*record)->before.rows.size() == 3);
  REQUIRE((*record)->after.rows.size() == 3);
  for (std::size_t k = 0; k < policy.size(); ++k) {
    CHECK((*record)->before.weights[k].weight == policy[k]);
    CHECK((*record)->after.weights[k].weight == wanted[k]);
  }
  const auto ranked = app::rankOffers(workspace, own.referral);
  REQUIRE(ranked);
  for (std::size_t i = 0; i < 3; ++i) CHECK((*record)->after.rows[i].known == (*ranked)->ranking()[i].known);
  CHECK(app::keepOwnWeights(workspace, own.referral, wanted, "Again").error().code == ErrorCode::refused);

  // Back to the policy: the record stays.
  CHECK(app::takeBackOwnWeights(workspace, own.referral, "").error().subject == "reason");
  REQUIRE(app::takeBackOwnWeights(workspace, own.referral, "She moved to her aunt"));
  CHECK(own.problem().weights == policy);
  CHECK_FALSE(*app::ownWeightsInForce(workspace, own.referral));
  const auto all = app::ownWeightsOf(workspace, own.referral);
  REQUIRE(all);
  REQUIRE(all->size() == 2);
  CHECK(all->back().takenBack());
  CHECK(all->back().before.weights[own.at("distanceHome")].weight == 600);
  CHECK(app::takeBackOwnWeights(workspace, own.referral, "Again").error().code == ErrorCode::refused);
}

TEST_CASE("A need that comes later takes its part of the referral's own weight for needs, and the policy's next version changes nothing") {
  const Own own;
  auto& workspace = own.workspace();
  REQUIRE(app::keepOwnWeights(workspace, own.referral, own.moved("distanceHome", 500), "Her school and her friends are there"));
  auto entry = app::referralCase(workspace, own.referral);
  REQUIRE(entry);
  entry->children.front().needs = {{NeedDomain::emotionalHealth, 4, false, "CAMHS", own.journey.today(), "Sleeps"},
                                   {NeedDomain::behaviour, 1, false, "School", own.journey.today(), "Stays in class"}};
  REQUIRE(app::saveReferral(workspace, *entry));
  const matching::Problem problem = own.problem();
  CHECK(std::accumulate(problem.weights.begin(), problem.weights.end(), 0) == 1000);
  int needs = 0;
  std::vector<int> each;
  for (std::size_t k = 0; k < problem.criteria.size(); ++k)
    if (problem.criteria[k].starts_with("need:")) {
      needs += problem.weights[k];
      each.push_back(problem.weights[k]);
    }
  REQUIRE(each.size() == 2);
  CHECK(needs > 0);
  CHECK(std::abs(each[0] - 4 * each[1]) <= 4);

  const std::vector<int> before = problem.weights;
  matching::Policy policy = matching::withGroupWeight(workspace.policy(), "quality", 500);
  policy.name = "Wendmoor";
  REQUIRE(workspace.workAs(own.journey.person("A. Teasel")));
  const auto version = app::savePolicy(workspace, policy, "Inspections first");
  REQUIRE(version);
  REQUIRE(app::usePolicy(workspace, version->id));
  CHECK(own.problem().weights == before);
}

TEST_CASE("Orders kept with own weights that nobody can read are told, and nothing is guessed for them") {
  Own own;
  REQUIRE(app::keepOwnWeights(own.workspace(), own.referral, own.moved("distanceHome", 600), "She sees her grandmother every day"));
  own.journey.workspace.reset();
  raw(own.journey.path, R"(UPDATE weight_adjustment SET orders = replace(orders, '"status":"', '"status":"never '))");
  own.journey.later(demoDay);
  const auto record = app::ownWeightsInForce(own.workspace(), own.referral);
  REQUIRE_FALSE(record);
  CHECK(record.error().code == ErrorCode::unreadable);
}

TEST_CASE("Own weights can be set before any offer is opened, from the market's order") {
  const Journey journey;
  auto& workspace = *journey.workspace;
  const auto saved = app::saveReferral(workspace, journey.planned());
  REQUIRE(saved);
  const ReferralId referral = saved->referral.id;
  const auto ranked = app::rankMarket(workspace, referral);
  REQUIRE(ranked);
  const auto& weights = (*ranked)->assessment().problem().weights;
  REQUIRE(app::keepOwnWeights(workspace, referral, matching::withWeight(weights, 0, 700), "Home first"));
  const auto record = app::ownWeightsInForce(workspace, referral);
  REQUIRE(record);
  REQUIRE(*record);
  CHECK_FALSE((*record)->adjustment.afterOffers);
  CHECK((*record)->stage == matching::Stage::market);
  CHECK((*record)->before.rows.size() >= 30);  // the first thirty of either order
  CHECK((*record)->before.rows.size() == (*record)->after.rows.size());
}

TEST_CASE("While a weight moves the first of the market follow, and stand where they stand once the weights are kept") {
  const Own own;
  auto& workspace = own.workspace();
  const auto saved = app::saveReferral(workspace, own.journey.planned());
  REQUIRE(saved);
  const ReferralId other = saved->referral.id;
  const auto tried = app::TriedWeights::of(workspace, other);
  REQUIRE(tried);
  REQUIRE(tried->assessment().stage() == matching::Stage::market);
  const auto& keys = tried->assessment().problem().criteria;
  const auto near = static_cast<std::size_t>(std::find(keys.begin(), keys.end(), "distanceHome") - keys.begin());
  const std::vector<int> wanted = matching::withWeight(tried->assessment().weights(), near, 700);
  const auto before = app::rankMarket(workspace, other);
  REQUIRE(before);
  const auto first = tried->first(wanted, 10);
  REQUIRE(first.size() == 10);
  REQUIRE(app::keepOwnWeights(workspace, other, wanted, "Her school is all she has"));
  const auto after = app::rankMarket(workspace, other);
  REQUIRE(after);
  int moved = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const matching::Ranked& row = (*after)->ranking()[i];
    CHECK(first[i].name == (*after)->name(row.candidate).name);
    CHECK(first[i].second.known == row.known);
    CHECK(first[i].second.possible == row.possible);
    CHECK(first[i].second.status == row.status);
    CHECK((*before)->ranking().at(first[i].first.place - 1).candidate == row.candidate);
    moved += first[i].moved() != 0 ? 1 : 0;
  }
  CHECK(moved > 0);
  // Both orders are kept with whoever is among the first of either, at the place where each stands in both.
  const auto record = app::ownWeightsInForce(workspace, other);
  REQUIRE(record);
  REQUIRE(*record);
  const auto named = [](const app::KeptOrder& order) {
    std::set<std::string> all;
    for (const app::KeptOrder::Row& row : order.rows) all.insert(row.id);
    return all;
  };
  CHECK((*record)->before.rows.size() > 30);
  CHECK(named((*record)->before) == named((*record)->after));
  for (const app::KeptOrder::Row& row : (*record)->after.rows)
    CHECK((*after)->assessment().problem().candidates[(*after)->ranking().at(row.place - 1).candidate].id == row.id);
  for (const app::KeptOrder::Row& row : (*record)->before.rows)
    CHECK((*before)->assessment().problem().candidates[(*before)->ranking().at(row.place - 1).candidate].id == row.id);
  CHECK(tried->first(wanted, 3).size() == 3);
  const auto offers = app::TriedWeights::of(workspace, own.referral);
  REQUIRE(offers);
  CHECK(offers->assessment().stage() == matching::Stage::offers);
  CHECK(offers->first(own.moved("distanceHome", 600), 10).size() == 3);
}

TEST_CASE("A decision freezes the referral's own weights with their reason, and comes out again after they were taken back") {
  const Own own;
  auto& workspace = own.workspace();
  const std::vector<int> wanted = own.moved("distanceHome", 450);
  REQUIRE(app::keepOwnWeights(workspace, own.referral, wanted, "Near her grandmother"));
  const auto decided = app::decide(workspace, own.decision(own.sent()));
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);
  REQUIRE(app::takeBackOwnWeights(workspace, own.referral, "For the next search"));
  const auto again = app::recompute(workspace, *decided);
  REQUIRE(again);
  CHECK(again->alarms.empty());
  REQUIRE(again->then.adjusted);
  CHECK(again->then.adjusted->reason == "Near her grandmother");
  CHECK(again->then.problem.weights == wanted);
  CHECK_FALSE(again->weights.empty());
  CHECK_FALSE(again->ownWeightsToday);
  REQUIRE(app::startPlacement(workspace, *decided, own.journey.today() + std::chrono::days{12}));
  CHECK(app::keepOwnWeights(workspace, own.referral, wanted, "Too late").error().subject == "stage");
}

TEST_CASE("Two policies on the same referral: both orders, what moved, and what differs") {
  const Own own;
  auto& workspace = own.workspace();
  REQUIRE(app::keepOwnWeights(workspace, own.referral, own.moved("distanceHome", 600), "Near her grandmother"));
  const matching::Policy& usual = matching::defaultPolicy();
  matching::Policy other = matching::withGroupWeight(usual, "practical", 600);
  const auto same = app::comparePolicies(workspace, own.referral, usual, usual);
  REQUIRE(same);
  CHECK(same->changedPlaces == 0);
  CHECK(same->policies.empty());
  const auto both = app::comparePolicies(workspace, own.referral, usual, other);
  REQUIRE(both);
  CHECK(both->stage == matching::Stage::offers);
  REQUIRE(both->candidates.size() == 3);
  CHECK_FALSE(both->policies.empty());
  int first = 0;
  int second = 0;
  for (const app::ComparedWeight& weight : both->weights) {
    first += weight.first;
    second += weight.second;
  }
  CHECK(first == 1000);
  CHECK(second == 1000);
  // By hand: each order is what ranking under that policy alone gives, without the referral's own weights.
  const auto byOther = app::rankBy(workspace, own.referral, matching::Stage::offers, other, {});
  REQUIRE(byOther);
  for (const app::ComparedCandidate& one : both->candidates) {
    const matching::Ranked& row = (*byOther)->ranking()[one.second.place - 1];
    CHECK((*byOther)->assessment().problem().candidates[row.candidate].id == one.id);
    CHECK(row.known == one.second.known);
  }
  // Without an offer the market is compared, as far as asked.
  const auto saved = app::saveReferral(workspace, own.journey.planned());
  REQUIRE(saved);
  const auto market = app::comparePolicies(workspace, saved->referral.id, usual, other, 10);
  REQUIRE(market);
  CHECK(market->stage == matching::Stage::market);
  CHECK(market->candidates.size() >= 10);
  CHECK(market->candidates.size() + market->left > 30);
  CHECK(market->changedPlaces > 0);
}
