// How searches went: figures counted by hand on a few searches, and what must hold of any.
#include "reports/round.h"

#include <algorithm>

#include "support/cases.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::reports;

namespace {

constexpr Instant now = date(2026, 11, 27);
const DateRange november{date(2026, 11, 1), date(2026, 12, 1)};

AskedFacts said(const char* route, ApproachState state, std::optional<DeclineReason> why = std::nullopt, int answeredAfterHours = 20) {
  AskedFacts asked{route, state, Instant{date(2026, 11, 10)} + std::chrono::hours{24}, std::nullopt, why};
  if (state == ApproachState::answered || state == ApproachState::declined)
    asked.answeredAt = Instant{date(2026, 11, 10)} + std::chrono::hours{answeredAfterHours};
  return asked;
}

SearchFacts search(std::int64_t id, Urgency urgency, Date entered, std::vector<AskedFacts> asked, int offers = 0) {
  SearchFacts facts;
  facts.id = ReferralId{id};
  facts.number = "R-" + std::to_string(1000 + id);
  facts.urgency = urgency;
  facts.enteredAt = Instant{entered} + std::chrono::hours{9};
  facts.asked = std::move(asked);
  facts.offers = offers;
  return facts;
}

/// Three searches of November, and one of October that is not counted.
std::vector<SearchFacts> searches() {
  SearchFacts one = search(1, Urgency::planned, date(2026, 11, 2),
                           {said("inHouse", ApproachState::declined, DeclineReason::full), said("framework", ApproachState::answered),
                            said("framework", ApproachState::answered, std::nullopt, 30)},
                           3);
  one.choiceSent = date(2026, 11, 12);
  one.decided = date(2026, 11, 16);
  one.area = "ZZ5";
  one.highNeeds = {NeedDomain::emotionalHealth, NeedDomain::education};
  SearchFacts two = search(2, Urgency::sameDay, date(2026, 11, 10), {said("inHouse", ApproachState::answered)}, 1);
  two.choiceSent = date(2026, 11, 10);
  SearchFacts three = search(3, Urgency::planned, date(2026, 11, 11),
                             {said("spot", ApproachState::declined, DeclineReason::full), said("spot", ApproachState::silent),
                              said("spot", ApproachState::withdrawn), said("inHouse", ApproachState::asked)});
  three.area = "ZZ7";
  three.choiceSent = date(2026, 11, 25);
  return {three, two, one, search(4, Urgency::planned, date(2026, 10, 31), {said("inHouse", ApproachState::answered)}, 1)};
}

RoundReport counted() { return roundReport(searches(), november, now, "A. Teasel", true); }

const Table& table(const RoundReport& round, std::string_view key) {
  const auto found = std::find_if(round.report.tables.begin(), round.report.tables.end(), [&](const Table& one) { return one.key == key; });
  REQUIRE(found != round.report.tables.end());
  return *found;
}
std::int64_t number(const Cell& cell) { return std::get<std::int64_t>(cell); }
std::string words(const Cell& cell) { return std::get<std::string>(cell); }
bool empty(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

}  // namespace

TEST_CASE("A referral counts in the period in which it was entered") {
  const RoundReport round = counted();
  REQUIRE(round.counted.size() == 3);
  CHECK(round.counted.front().number == "R-1001");
  CHECK(round.report.period == "1 November 2026 to 30 November 2026");
  CHECK(table(round, "referrals").rows.size() == 3);
  CHECK(table(round, "referrals").appendix);
}

TEST_CASE("Days from the request to each step are medians over those who have come so far") {
  const RoundReport round = counted();
  const Table& times = table(round, "times");
  REQUIRE(times.rows.size() == 5);
  const auto& choice = times.rows[2];
  CHECK(words(choice[0]) == "Choice sent");
  CHECK(number(choice[1]) == 3);
  CHECK(number(choice[2]) == 10);  // of 0, 10 and 14
  CHECK(number(choice[3]) == 14);
  CHECK(number(choice[4]) == 0);
  CHECK(empty(choice[5]));  // nobody was needed within five days
  CHECK(number(choice[6]) == 10);  // of 10 and 14 the smaller
  CHECK(number(times.rows[3][1]) == 1);
  CHECK(number(times.rows[3][2]) == 14);
  CHECK(number(times.rows[4][1]) == 0);
  CHECK(empty(times.rows[4][2]));
  CHECK(round.behind.at("times")[3] == std::vector<std::size_t>{0});
}

TEST_CASE("Offers for a referral, with the share that had a choice of three") {
  const RoundReport round = counted();
  const Table& offers = table(round, "offers");
  REQUIRE(offers.rows.size() == 4);
  CHECK(words(offers.rows[3][0]) == "3 offers or more");
  CHECK(number(offers.rows[3][1]) == 1);
  CHECK(number(offers.rows[3][2]) == 3333);
  CHECK(number(offers.rows[0][1]) == 1);
  CHECK(offers.note == "4 offers and 8 approaches for 3 referrals.");
}

TEST_CASE("Answered in time counts only where a deadline has passed or an answer came") {
  const RoundReport round = counted();
  const Table& asked = table(round, "asked");
  REQUIRE(asked.rows.size() == 3);
  const auto& framework = asked.rows[0];
  CHECK(words(framework[0]) == "Framework providers");
  CHECK(number(framework[7]) == 2);
  CHECK(number(framework[8]) == 1);  // the other answered six hours late
  CHECK(number(framework[9]) == 5000);
  const auto& inHouse = asked.rows[1];
  CHECK(number(inHouse[1]) == 3);
  CHECK(number(inHouse[4]) == 1);  // still asked, and late
  CHECK(number(inHouse[7]) == 3);
  CHECK(number(inHouse[8]) == 2);
  const auto& spot = asked.rows[2];
  CHECK(number(spot[6]) == 1);  // no longer asked: in no share
  CHECK(number(spot[7]) == 2);
  CHECK(number(asked.totals[1]) == 8);
}

TEST_CASE("A no counts by its reason, under each high need, and where the child comes from") {
  const RoundReport round = counted();
  const Table& declines = table(round, "declines");
  REQUIRE(declines.rows.size() == 1);
  CHECK(words(declines.rows[0][0]) == "No place free");
  CHECK(number(declines.rows[0][1]) == 2);
  CHECK(round.behind.at("declines")[0] == std::vector<std::size_t>{0, 2});
  const Table& byNeed = table(round, "declinesByNeed");
  REQUIRE(byNeed.rows.size() == 3);  // two high needs of the one, none of the other
  const Table& byArea = table(round, "declinesByArea");
  REQUIRE(byArea.rows.size() == 2);
  CHECK(words(byArea.rows[0][0]) == "ZZ5");
  CHECK(words(byArea.rows[1][0]) == "ZZ7");
}

TEST_CASE("Whatever was searched for, rows add up to their totals and each stands on referrals that are there") {
  using rc::gen::inRange;
  homeward::tests::holdsFor(2'000, "totals, shares and what stands behind", [] {
    std::vector<SearchFacts> any;
    for (std::int64_t id = 1, count = *inRange<std::int64_t>(0, 8); id <= count; ++id) {
      std::vector<AskedFacts> asked;
      for (int i = 0, most = *inRange(0, 6); i < most; ++i) {
        const auto state = *rc::gen::element(ApproachState::asked, ApproachState::answered, ApproachState::declined,
                                             ApproachState::silent, ApproachState::withdrawn);
        AskedFacts one{*rc::gen::element<std::string>("", "inHouse", "framework", "independent", "spot"), state, std::nullopt,
                       std::nullopt, std::nullopt};
        if (*inRange(0, 4) > 0) one.due = now + std::chrono::hours{*inRange(-300, 100)};
        if (state == ApproachState::answered || state == ApproachState::declined)
          if (*inRange(0, 4) > 0) one.answeredAt = now - std::chrono::hours{*inRange(0, 300)};
        if (state == ApproachState::declined)
          one.declined = *rc::gen::element(DeclineReason::full, DeclineReason::age, DeclineReason::risk);
        asked.push_back(one);
      }
      SearchFacts facts = search(id, *rc::gen::element(Urgency::sameDay, Urgency::underFiveDays, Urgency::planned),
                                 date(2026, 10, 20) + std::chrono::days{*inRange(0, 50)}, asked, *inRange(0, 6));
      if (*inRange(0, 2) == 0) facts.choiceSent = englandDay(facts.enteredAt) + std::chrono::days{*inRange(0, 40)};
      facts.area = *rc::gen::element<std::string>("", "ZZ5", "ZZ7");
      any.push_back(facts);
    }
    const RoundReport round = roundReport(any, november, now, "A. Teasel", false);
    std::int64_t declined = 0;
    for (const Table& one : round.report.tables) {
      const auto& behind = round.behind.at(one.key);
      RC_ASSERT(behind.size() == one.rows.size() + (one.totals.empty() ? 0 : 1));
      for (const auto& which : behind)
        for (const std::size_t i : which) RC_ASSERT(i < round.counted.size());
      for (const auto& row : one.rows) {
        RC_ASSERT(row.size() == one.columns.size());
        for (std::size_t c = 0; c < row.size(); ++c)
          if (one.columns[c].kind == ColumnKind::percent && !empty(row[c]))
            RC_ASSERT(number(row[c]) >= 0 && number(row[c]) <= 10000);
      }
      if (one.key == "asked")
        for (std::size_t c = 1; c <= 8; ++c) {
          std::int64_t sum = 0;
          for (const auto& row : one.rows) sum += number(row[c]);
          RC_ASSERT(sum == number(one.totals[c]));
        }
      if (one.key == "asked")
        for (const auto& row : one.rows) {
          RC_ASSERT(number(row[1]) == number(row[2]) + number(row[3]) + number(row[4]) + number(row[5]) + number(row[6]));
          RC_ASSERT(number(row[6]) >= 0);
          RC_ASSERT(number(row[8]) <= number(row[7]));
        }
      if (one.key == "offers") {
        std::int64_t sum = 0;
        for (const auto& row : one.rows) sum += number(row[1]);
        RC_ASSERT(sum == static_cast<std::int64_t>(round.counted.size()));
      }
      if (one.key == "declines") declined = number(one.totals[1]);
      if (one.key == "declinesByArea") {
        std::int64_t sum = 0;
        for (const auto& row : one.rows) sum += number(row[2]);
        RC_ASSERT(sum == declined);
      }
    }
  });
}
