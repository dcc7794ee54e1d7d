// How searches went in a case file: what was asked, offered, chosen and decided comes out of its rows as it was put in.
#include "app/round_report.h"

#include <algorithm>

#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

const reports::SearchFacts& searchOf(const reports::RoundReport& round, ReferralId id) {
  const auto found = std::find_if(round.counted.begin(), round.counted.end(), [id](const auto& one) { return one.id == id; });
  REQUIRE(found != round.counted.end());
  return *found;
}

}  // namespace

TEST_CASE("A search with three offers and a decision is counted with its days and its answers") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const Date today = three.journey.today();
  REQUIRE(app::decide(workspace, three.decision(three.sent())));
  const auto round = app::roundReport(workspace, {today, today + std::chrono::days{1}});
  REQUIRE(round);
  const reports::SearchFacts& search = searchOf(*round, three.referral);
  REQUIRE(search.asked.size() == 3);
  for (const reports::AskedFacts& one : search.asked) {
    CHECK(one.route == "inHouse");
    CHECK(one.state == ApproachState::answered);
    REQUIRE(one.answeredAt);
    CHECK(*one.answeredAt <= *one.due);
  }
  CHECK(search.offers == 3);
  CHECK(search.choiceSent == today);
  CHECK(search.decided == today);
  CHECK_FALSE(search.started);
  CHECK(search.area == outcode(three.journey.referral("R-0432").children[0].home.postcode));
  // Nothing that was entered on another day.
  for (const reports::SearchFacts& one : round->counted) CHECK(englandDay(one.enteredAt) == today);
  CHECK(app::roundReport(workspace, {today, today}).error().subject == "period");
  CHECK_FALSE(app::roundReport(workspace, {today, std::nullopt}));
}

TEST_CASE("When somebody answered follows from the call, else from the offer; where neither tells, it is not known") {
  Approach approach;
  approach.id = ApproachId{1};
  approach.askedAt = Instant{demoDay} + std::chrono::hours{9};
  CHECK_FALSE(app::answeredAt(approach, {}));
  approach.state = ApproachState::answered;
  CHECK_FALSE(app::answeredAt(approach, {}));
  Offer offer;
  offer.approach = approach.id;
  offer.receivedOn = demoDay + std::chrono::days{2};
  CHECK(app::answeredAt(approach, {offer}) == Instant{offer.receivedOn});
  approach.log = {{approach.askedAt + std::chrono::hours{1}, PersonId{1}, CallOutcome::callBack, ""},
                  {approach.askedAt + std::chrono::hours{3}, PersonId{1}, CallOutcome::saidYes, ""}};
  CHECK(app::answeredAt(approach, {offer}) == approach.askedAt + std::chrono::hours{3});
  approach.state = ApproachState::silent;
  CHECK_FALSE(app::answeredAt(approach, {offer}));
}

TEST_CASE("Twelve months end today, also on 29 February") {
  CHECK(app::lastTwelveMonths(date(2026, 11, 27)) == DateRange{date(2025, 11, 28), date(2026, 11, 28)});
  CHECK(app::lastTwelveMonths(date(2028, 2, 28)) == DateRange{date(2027, 3, 1), date(2028, 2, 29)});
}
