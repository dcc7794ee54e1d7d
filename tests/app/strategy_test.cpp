// Whom to ask first over the demo market, and when My work says that it is time to widen.
#include "app/strategy.h"

#include <algorithm>

#include "app/asking.h"
#include "app/escalating.h"
#include "journey.h"
#include "wording/wording.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

std::optional<app::WorkItem> onMyWork(app::Workspace& workspace, const std::string& key) {
  const auto items = app::myWork(workspace, false);
  REQUIRE(items);
  const auto found = std::find_if(items->begin(), items->end(), [&](const app::WorkItem& item) { return item.key == key; });
  return found == items->end() ? std::nullopt : std::optional{*found};
}

struct Search : Journey {
  ReferralId id;
  explicit Search(app::ReferralCase (*change)(app::ReferralCase) = nullptr) {
    app::ReferralCase entry = planned();
    entry.referral.neededBy = today() + std::chrono::days{50};
    if (change != nullptr) entry = change(entry);
    const auto saved = app::saveReferral(*workspace, entry);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    id = saved->referral.id;
  }
  [[nodiscard]] app::SearchStrategy strategy() const {
    auto search = app::strategyOf(*workspace, id);
    REQUIRE(search);
    return *search;
  }
  /// Asks everybody of the first wave, until it says.
  std::vector<ApproachId> askFirstWave() const {
    const app::SearchStrategy search = strategy();
    const matching::Wave& wave = search.strategy.waves.front();
    std::vector<app::Ask> whom;
    for (const std::size_t i : wave.whom) whom.push_back({search.askable[i].provider, search.askable[i].setting});
    const auto asked = app::askProviders(*workspace, id, whom, wave.answerDue);
    INFO((asked ? std::string{} : asked.error().detail));
    REQUIRE(asked);
    CHECK(asked->size() == whom.size());
    return *asked;
  }
};

}  // namespace

TEST_CASE("A planned search asks our own first, and whoever was asked is not proposed again") {
  const Search search;
  const app::SearchStrategy before = search.strategy();
  REQUIRE(before.strategy.waves.size() >= 2);
  const matching::Wave& ours = before.strategy.waves.front();
  CHECK(ours.routes == std::vector{matching::Route::inHouse});
  for (const std::size_t i : ours.whom) {
    const auto market = search.workspace->market();
    CHECK((*market)->provider(before.askable[i].provider)->sector == Sector::inHouse);
  }
  REQUIRE_FALSE(search.askFirstWave().empty());
  const app::SearchStrategy after = search.strategy();
  CHECK_FALSE(after.strategy.widenNow);
  CHECK(after.strategy.progress.open == static_cast<int>(ours.whom.size()));
  for (const matching::Wave& wave : after.strategy.waves)
    for (const std::size_t i : wave.whom)
      CHECK(std::none_of(ours.whom.begin(), ours.whom.end(), [&](std::size_t asked) {
        return before.askable[asked].setting == after.askable[i].setting && before.askable[asked].provider == after.askable[i].provider;
      }));
}

TEST_CASE("When most said no My work says to widen, to whom, and only once nobody is left to put it before a manager") {
  const Search search;
  app::Workspace& workspace = *search.workspace;
  const std::string widen = "widen:" + std::to_string(search.id.value);
  CHECK_FALSE(onMyWork(workspace, widen));
  const auto asked = search.askFirstWave();
  CHECK_FALSE(onMyWork(workspace, widen));
  for (const ApproachId one : asked) REQUIRE(app::logContact(workspace, one, CallOutcome::saidNo, "", DeclineReason::full));
  const auto item = onMyWork(workspace, widen);
  REQUIRE(item);
  CHECK(item->kind == app::WorkKind::widen);
  CHECK(item->due == search.today());
  CHECK(wording::sentence(item->act) == "Widen the search for Fritillary Meadow");
  CHECK(wording::sentence(item->why).find("Next: ") != std::string::npos);
  CHECK_FALSE(onMyWork(workspace, "escalate:" + std::to_string(search.id.value)));
  const app::SearchStrategy next = search.strategy();
  CHECK(next.strategy.widenNow);
  CHECK(next.strategy.waves.front().now(workspace.now()));
  // Those who are asked now may still make three.
  REQUIRE(search.askFirstWave().size() >= 3);
  CHECK_FALSE(onMyWork(workspace, widen));
}

TEST_CASE("Answers that did not come in time ask for widening on the day after") {
  Search search;
  search.askFirstWave();
  const Instant due = search.strategy().strategy.waves.front().opens;
  const std::string widen = "widen:" + std::to_string(search.id.value);
  CHECK_FALSE(onMyWork(*search.workspace, widen));
  search.later(englandDay(due) + std::chrono::days{14});
  CHECK(onMyWork(*search.workspace, widen));
}

TEST_CASE("Tonight everybody who suits is proposed at once with two hours to answer") {
  const Journey journey;
  const auto saved = app::saveReferral(*journey.workspace, journey.tonight());
  REQUIRE(saved);
  const auto search = app::strategyOf(*journey.workspace, saved->referral.id);
  REQUIRE(search);
  REQUIRE(search->strategy.waves.size() == 1);
  const matching::Wave& wave = search->strategy.waves.front();
  CHECK(static_cast<int>(wave.whom.size()) + wave.further == static_cast<int>(search->askable.size()));
  const auto left = wave.answerDue - journey.workspace->now();
  CHECK(left > std::chrono::minutes{118});
  CHECK(left <= std::chrono::minutes{120});
  CHECK(app::routesWords(*search, wave).starts_with("in-house"));
}
