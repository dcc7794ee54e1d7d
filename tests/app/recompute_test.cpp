// A past decision is worked out again to the point whatever has changed since; what was tampered with is told; what differs today is
// listed.
#include "app/recompute.h"

#include <nlohmann/json.hpp>

#include "app/policies.h"
#include "three_offers.h"
#include "wording/wording.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

std::string alarmsIn(const app::FrozenDecision& then) {
  std::string words;
  for (const Fact& alarm : app::alarmsOf(then)) words += wording::sentence(alarm) + '\n';
  return words;
}

/// The decision of the three offers, on record.
struct Decided : ThreeOffers {
  DecisionId id;
  Decided() {
    const auto decided = app::decide(*journey.workspace, decision(sent()));
    INFO((decided ? std::string{} : decided.error().detail));
    REQUIRE(decided);
    id = *decided;
  }
  [[nodiscard]] app::Recomputed again() const {
    auto recomputed = app::recompute(*journey.workspace, id);
    INFO((recomputed ? std::string{} : recomputed.error().detail));
    REQUIRE(recomputed);
    return *std::move(recomputed);
  }
  [[nodiscard]] nlohmann::json frozen() const {
    const auto stored = journey.workspace->file().decisions().decision(id);
    REQUIRE(stored);
    return nlohmann::json::parse(stored->frozen);
  }
  /// What is told of the document after somebody changed it.
  template <class Change>
  [[nodiscard]] std::string tampered(Change&& change) const {
    nlohmann::json document = frozen();
    change(document);
    const auto then = app::readFrozen(document.dump());
    INFO((then ? std::string{} : then.error().detail));
    REQUIRE(then);
    return alarmsIn(*then);
  }
};

}  // namespace

TEST_CASE("A decision is recomputed to the point after policy, prices and facts changed, and what would differ today is listed") {
  const Decided decided;
  auto& workspace = *decided.journey.workspace;
  const std::string before = decided.frozen().dump();
  {
    const app::Recomputed same = decided.again();
    CHECK(same.alarms.empty());
    CHECK(same.weights.empty());
    CHECK(same.anchors.empty());
    CHECK(same.whyNotToday.empty());
    REQUIRE(same.options.size() == 3);
    for (const app::ThenAndToday& row : same.options) {
      REQUIRE(row.today);
      CHECK(*row.today == row.then);
      CHECK(row.criteria.empty());
      CHECK(row.gates.empty());
    }
    CHECK(same.swappedIn.empty());
    CHECK(same.swappedOut.empty());
  }

  // The policy: distance counts for nothing, inspection for much, and the anchors of the needs are others.
  matching::Policy policy = matching::withCriterionWeight(workspace.policy(), "distanceHome", 0);
  policy = matching::withGroupWeight(policy, "quality", 400);
  policy.name = "Wendmoor";
  policy.criteria.front().anchors = {{{0, 1000}, {2, 0}}};
  REQUIRE(workspace.workAs(decided.journey.person("A. Teasel")));
  const auto version = app::savePolicy(workspace, policy, "Inspections first");
  INFO((version ? std::string{} : version.error().detail));
  REQUIRE(version);
  REQUIRE(app::usePolicy(workspace, version->id));
  // The price of the second home, and where the first one lies.
  const auto option = workspace.file().offers().option(decided.options[1]);
  REQUIRE(option);
  auto offer = workspace.file().offers().offer(option->offers.front());
  REQUIRE(offer);
  offer->quote.front().amount = MoneyRange::exactly(Money{99999});
  REQUIRE(workspace.change([&](store::Transaction& in) { return workspace.file().offers().saveOffer(in, *offer); }));
  Setting home = decided.homes[0];
  home.capabilities.clear();
  home.place = decided.journey.setting("Larch household").place;
  const auto moved = app::saveSetting(workspace, home);
  INFO((moved ? std::string{} : moved.error().detail));
  REQUIRE(moved);

  const app::Recomputed later = decided.again();
  CHECK(later.alarms.empty());
  CHECK(decided.frozen().dump() == before);
  CHECK(later.ranking.size() == later.then.ranking.size());
  for (std::size_t i = 0; i < later.ranking.size(); ++i) {
    CHECK(later.then.problem.candidates[later.ranking[i].candidate].id == later.then.ranking[i].id);
    CHECK(later.ranking[i].known == later.then.ranking[i].known);
  }
  CHECK(later.policyToday == "Wendmoor");
  CHECK(later.then.policy.name == matching::defaultPolicy().name);
  CHECK(later.anchors == std::vector<std::string>{"needs"});
  const auto weight = std::find_if(later.weights.begin(), later.weights.end(), [](const auto& one) { return one.key == "distanceHome"; });
  REQUIRE(weight != later.weights.end());
  CHECK(weight->today == 0);
  CHECK(*weight->then > 0);
  const auto row = [&](std::size_t n) -> const app::ThenAndToday& {
    const auto found = std::find_if(later.options.begin(), later.options.end(), [&](const app::ThenAndToday& one) {
      return one.id == "option:" + std::to_string(decided.options[n].value);
    });
    REQUIRE(found != later.options.end());
    return *found;
  };
  REQUIRE(row(1).today);
  CHECK(row(1).today->wholeCost != row(1).then.wholeCost);
  CHECK(row(2).today->wholeCost == row(2).then.wholeCost);
  const auto changedHome =
      std::find_if(row(0).criteria.begin(), row(0).criteria.end(), [](const auto& one) { return one.key == "distanceHome"; });
  REQUIRE(changedHome != row(0).criteria.end());
  CHECK(changedHome->whyThen != changedHome->whyToday);
  CHECK_FALSE(changedHome->whyThen.empty());
  CHECK(row(2).criteria.empty());
}

TEST_CASE("A stored result that was changed is told, by what it says and what comes out") {
  const Decided decided;
  CHECK(decided.tampered([](nlohmann::json&) {}).empty());
  const auto one = [](nlohmann::json& document) -> nlohmann::json& { return document["ranking"][1]; };
  CHECK(decided.tampered([&](nlohmann::json& d) { one(d)["known"] = one(d)["known"].get<int>() + 1; }).find("known score") !=
        std::string::npos);
  CHECK(decided.tampered([&](nlohmann::json& d) { one(d)["possible"] = 1'000'000; }).find("possible score") != std::string::npos);
  CHECK(decided.tampered([&](nlohmann::json& d) { one(d)["coverage"] = 1; }).find("coverage") != std::string::npos);
  CHECK(decided.tampered([&](nlohmann::json& d) { one(d)["status"] = "notEligible"; }).find("not eligible") != std::string::npos);
  CHECK(decided.tampered([](nlohmann::json& d) { std::swap(d["ranking"][0], d["ranking"][1]); }).find("stored place") != std::string::npos);
  CHECK(decided.tampered([](nlohmann::json& d) { d["ranking"].erase(2); }).find("has no place in the stored order") != std::string::npos);
  CHECK(decided.tampered([](nlohmann::json& d) { d["ranking"][0]["id"] = "option:999"; }).find("option:999") != std::string::npos);
  CHECK(decided.tampered([](nlohmann::json& d) { d["candidates"][0]["wholeCostPence"] = {1, 1}; }).find("whole cost") != std::string::npos);
  CHECK(decided.tampered([](nlohmann::json& d) {
                 d["candidates"][0]["quotes"][0][0]["amountPence"] = {1, 1};
               })
            .find("whole cost") != std::string::npos);
  CHECK(decided.tampered([](nlohmann::json& d) { d["weights"]["distanceHome"] = d["weights"]["distanceHome"].get<int>() + 5; })
            .find("stored weight") != std::string::npos);
  CHECK(decided.tampered([](nlohmann::json& d) { std::swap(d["proposed"][0], d["proposed"][1]); }).find("Stored as proposed") !=
        std::string::npos);
  // A value, a gate or the policy that was changed makes the results others.
  CHECK_FALSE(decided
                  .tampered([](nlohmann::json& d) {
                    auto& value = d["candidates"][0]["values"]["distanceHome"];
                    value = {0, value[0] == 0 ? 1000 : 0};
                  })
                  .empty());
  CHECK_FALSE(decided.tampered([](nlohmann::json& d) { d["candidates"][0]["gates"]["willing.taking"] = "fail"; }).empty());
  CHECK_FALSE(decided
                  .tampered([](nlohmann::json& d) {
                    d["policy"]["criteria"][0]["weight"] = 300;
                    d["policy"]["criteria"][1]["weight"] = 170;
                  })
                  .empty());
}

TEST_CASE("What does not fit a frozen document is refused with its reason") {
  const Decided decided;
  const auto refused = [&](auto&& change) {
    nlohmann::json document = decided.frozen();
    change(document);
    const auto read = app::readFrozen(document.dump());
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::unreadable);
    return read.error().detail;
  };
  CHECK_FALSE(app::readFrozen(""));
  CHECK_FALSE(app::readFrozen("{"));
  CHECK_FALSE(app::readFrozen("[]"));
  CHECK(refused([](nlohmann::json& d) { d["schema"] = "homeward/decision-inputs/9"; }).find("/9") != std::string::npos);
  CHECK(refused([](nlohmann::json& d) { d.erase("weights"); }).find("weights") != std::string::npos);
  CHECK(refused([](nlohmann::json& d) { d["candidates"][0]["values"]["distanceHome"] = {500, 400}; }).find("value") != std::string::npos);
  CHECK(refused([](nlohmann::json& d) { d["candidates"][0]["values"]["distanceHome"] = {1.5, 400}; }).find("value") != std::string::npos);
  CHECK(refused([](nlohmann::json& d) { d["ranking"][0]["known"] = 1'000'001; }).find("known") != std::string::npos);
  CHECK(refused([](nlohmann::json& d) { d["candidates"][0]["gates"]["willing.taking"] = "perhaps"; }).find("willing.taking") !=
        std::string::npos);
  CHECK(refused([](nlohmann::json& d) { d["candidates"][0]["quotes"][0][0]["item"] = "bribe"; }).find("bribe") != std::string::npos);
}

TEST_CASE("A document of the first schema is read with what it has") {
  const Decided decided;
  nlohmann::json document = decided.frozen();
  document["schema"] = "homeward/decision-inputs/1";
  for (const char* later :
       {"ownWeightsMillionths", "stage", "placeOn", "comparedDays", "criterionNames", "counted", "gates", "proposed", "sent"})
    document.erase(later);
  for (auto& candidate : document["candidates"])
    for (const char* later : {"provider", "types", "providers", "place", "aWeekPence", "quotes", "why"}) candidate.erase(later);
  const std::vector<std::string> words{"eligible", "toConfirm", "notEligible"};
  for (auto& row : document["ranking"]) {
    row.erase("coverage");
    row["status"] = std::find(words.begin(), words.end(), row["status"].get<std::string>()) - words.begin();
  }
  const auto then = app::readFrozen(document.dump());
  INFO((then ? std::string{} : then.error().detail));
  REQUIRE(then);
  CHECK(alarmsIn(*then).empty());
  CHECK_FALSE(then->proposed);
  document["ranking"][0]["known"] = 3;
  const auto changed = app::readFrozen(document.dump());
  REQUIRE(changed);
  CHECK(alarmsIn(*changed).find("known score") != std::string::npos);
}

TEST_CASE("An offer that was taken back since is told, and the others are compared all the same") {
  const Decided decided;
  auto& workspace = *decided.journey.workspace;
  const auto option = workspace.file().offers().option(decided.options[2]);
  REQUIRE(option);
  auto offer = workspace.file().offers().offer(option->offers.front());
  REQUIRE(offer);
  offer->withdrawn = true;
  REQUIRE(workspace.change([&](store::Transaction& in) { return workspace.file().offers().saveOffer(in, *offer); }));
  const app::Recomputed later = decided.again();
  CHECK(later.alarms.empty());
  int gone = 0;
  for (const app::ThenAndToday& row : later.options) {
    gone += row.gone ? 1 : 0;
    CHECK(row.today.has_value() == !row.gone);
  }
  CHECK(gone == 1);
}

TEST_CASE("Every past decision of the demo case comes out again to the point") {
  const DemoOnDisk demo;
  auto& workspace = *demo.workspace;
  const auto referrals = app::referralLines(workspace, false);
  REQUIRE(referrals);
  int decisions = 0;
  for (const app::ReferralLine& line : *referrals) {
    const auto decided = app::decisionsOf(workspace, line.id);
    REQUIRE(decided);
    for (const Decision& decision : *decided) {
      const auto again = app::recompute(workspace, decision.id);
      INFO("decision " << decision.id.value << " of " << line.number << (again ? std::string{} : again.error().detail));
      REQUIRE(again);
      CHECK(again->alarms.empty());
      CHECK_FALSE(again->options.empty());
      ++decisions;
    }
  }
  CHECK(decisions == 5);
}

TEST_CASE("Swaps are those of the choice as it was sent, whatever the ranking proposes by the day of the decision") {
  ThreeOffers offers;
  const auto choice = offers.sent();
  auto& workspace = *offers.journey.workspace;
  // Between the sending and the decision one of the three is taken back: the ranking would propose two now.
  const auto option = workspace.file().offers().option(offers.options[2]);
  REQUIRE(option);
  auto offer = workspace.file().offers().offer(option->offers.front());
  REQUIRE(offer);
  offer->withdrawn = true;
  REQUIRE(workspace.change([&](store::Transaction& in) { return workspace.file().offers().saveOffer(in, *offer); }));
  const auto decided = app::decide(workspace, offers.decision(choice));
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);
  const auto again = app::recompute(workspace, *decided);
  REQUIRE(again);
  CHECK(again->swappedIn.empty());
  CHECK(again->swappedOut.empty());
}
