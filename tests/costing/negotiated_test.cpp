// What rounds of negotiation save, over the stay and a week, and which prices cannot be traced back any more.
#include "costing/negotiated.h"

#include "support/cases.h"

using namespace homeward;
using namespace homeward::costing;

namespace {

constexpr Date arrival = date(2026, 12, 14);
constexpr Instant firstRound{arrival - std::chrono::days{10}};

QuoteLine weekly(QuoteItem item, Money amount, int fromDay = 0, std::optional<int> days = std::nullopt) {
  return {item, Charge::weekly, MoneyRange::exactly(amount), fromDay, days, ""};
}

/// Plays a round out: asks about the line, and writes what was won into the quote.
void round(std::vector<QuoteLine>& quote, std::vector<NegotiationRound>& rounds, std::size_t line, Money won) {
  NegotiationRound played;
  played.at = firstRound + std::chrono::hours{rounds.size()};
  played.item = quote[line].item;
  played.charge = quote[line].charge;
  played.before = quote[line].amount.low;
  played.asked = Money{};
  played.won = won;
  played.answeredAt = played.at + std::chrono::minutes{30};
  quote[line].amount = MoneyRange::exactly(won);
  rounds.push_back(played);
}

}  // namespace

TEST_CASE("£30 and then £20 off the weekly fee save £50 a week and fifty-two times that over fifty-two weeks") {
  std::vector<QuoteLine> quote{weekly(QuoteItem::coreFee, pounds(985)), weekly(QuoteItem::transport, pounds(55))};
  std::vector<NegotiationRound> rounds;
  round(quote, rounds, 0, pounds(955));
  round(quote, rounds, 0, pounds(935));
  const Negotiated won = negotiated(quote, rounds, arrival, 364);
  CHECK(won.rounds == std::vector<RoundSaving>{{pounds(30 * 52), pounds(30)}, {pounds(20 * 52), pounds(20)}});
  CHECK(won.settled == 2);
  CHECK(won.aWeek == pounds(50));
  CHECK(won.whole == pounds(50 * 52));
  CHECK(won.first[0].amount == MoneyRange::exactly(pounds(985)));
  CHECK(won.first[1] == quote[1]);
}

TEST_CASE("A price for twelve weeks saves what it fell by in those, spread over the stay; a sum that is due once saves its fall") {
  std::vector<QuoteLine> quote{weekly(QuoteItem::coreFee, pounds(1300), 0, 84),
                               weekly(QuoteItem::coreFee, pounds(900), 84),
                               {QuoteItem::oneOff, Charge::once, MoneyRange::exactly(pounds(400)), 0, std::nullopt, "beds"}};
  std::vector<NegotiationRound> rounds;
  round(quote, rounds, 0, pounds(1200));
  round(quote, rounds, 2, pounds(296));
  const Negotiated won = negotiated(quote, rounds, arrival, 364);
  CHECK(won.rounds[0] == RoundSaving{pounds(1200), Money{2307}});  // £1,200 over 52 weeks: £23.076…
  CHECK(won.rounds[1] == RoundSaving{pounds(104), pounds(2)});
  CHECK(won.aWeek == Money{2507});
}

TEST_CASE("A round without an answer has no saving yet, and one that won nothing saved nothing") {
  std::vector<QuoteLine> quote{weekly(QuoteItem::coreFee, pounds(985))};
  std::vector<NegotiationRound> rounds;
  round(quote, rounds, 0, pounds(985));
  NegotiationRound open = rounds.front();
  open.won.reset();
  open.answeredAt.reset();
  rounds.push_back(open);
  const Negotiated won = negotiated(quote, rounds, arrival, 364);
  CHECK(won.rounds[0] == RoundSaving{Money{}, Money{}});
  CHECK(won.rounds[1] == RoundSaving{});
  CHECK(won.settled == 1);
  CHECK(won.open == 1);
  CHECK(won.whole == Money{});
}

TEST_CASE("Of a price that somebody changed by hand since, the saving is not known, and of the others it is") {
  std::vector<QuoteLine> quote{weekly(QuoteItem::coreFee, pounds(985)), weekly(QuoteItem::transport, pounds(55))};
  std::vector<NegotiationRound> rounds;
  round(quote, rounds, 0, pounds(935));
  round(quote, rounds, 1, pounds(45));
  quote[0].amount = MoneyRange::exactly(pounds(950));
  const Negotiated won = negotiated(quote, rounds, arrival, 364);
  CHECK_FALSE(won.rounds[0].whole);
  CHECK(won.notKnown == 1);
  CHECK(won.aWeek == pounds(10));
}

TEST_CASE("Two phases at one price cannot be told apart; two children's lessons on the same days are as good as one another") {
  const std::vector<QuoteLine> phases{weekly(QuoteItem::coreFee, pounds(900), 0, 84), weekly(QuoteItem::coreFee, pounds(900), 84)};
  CHECK_FALSE(lineAt(phases, QuoteItem::coreFee, Charge::weekly, pounds(900)));
  const std::vector<QuoteLine> lessons{weekly(QuoteItem::education, pounds(300)), weekly(QuoteItem::education, pounds(300))};
  CHECK(lineAt(lessons, QuoteItem::education, Charge::weekly, pounds(300)) == 0U);
  CHECK_FALSE(lineAt(lessons, QuoteItem::education, Charge::once, pounds(300)));
}

TEST_CASE("The rounds' savings over the stay are together the whole cost at first less the whole cost now") {
  tests::holdsFor(5000, "savings add up", [] {
    const auto rate = [] { return Money{*rc::gen::inRange<std::int64_t>(100, 500000)}; };
    // An item each, so that every price can be traced back, with whatever days.
    std::vector<QuoteLine> quote;
    for (const QuoteItem item : {QuoteItem::coreFee, QuoteItem::education, QuoteItem::transport, QuoteItem::oneOff}) {
      QuoteLine line = weekly(item, rate(), *rc::gen::inRange(0, 60));
      if (*rc::gen::inRange(0, 2) == 0) line.days = *rc::gen::inRange(1, 300);
      if (item == QuoteItem::oneOff) line.charge = Charge::once;
      quote.push_back(line);
    }
    quote.push_back(weekly(QuoteItem::healthContribution, rate()));
    const std::vector<QuoteLine> before = quote;
    std::vector<NegotiationRound> rounds;
    for (int left = *rc::gen::inRange(0, 12); left > 0; --left) {
      const auto line = static_cast<std::size_t>(*rc::gen::inRange(0, 4));
      round(quote, rounds, line, Money{*rc::gen::inRange<std::int64_t>(0, quote[line].amount.low.pence + 1)});
    }
    const Date start = arrival + std::chrono::days{*rc::gen::inRange(0, 400)};
    const int days = *rc::gen::inRange(1, 800);
    const Negotiated won = negotiated(quote, rounds, start, days);
    RC_ASSERT(won.notKnown == 0);
    RC_ASSERT(won.first == before);
    Money sum;
    for (const RoundSaving& one : won.rounds) sum += *one.whole;
    RC_ASSERT(sum == won.whole);
    RC_ASSERT(wholeCost(before, start, days).whole.low - wholeCost(quote, start, days).whole.low == sum);
    // A week of it is the difference of two weeks, to the penny that each is rounded by.
    const Money weeks = wholeCost(before, start, days).aWeek.low - wholeCost(quote, start, days).aWeek.low;
    RC_ASSERT(won.aWeek - weeks <= Money{1});
    RC_ASSERT(weeks - won.aWeek <= Money{1});
  });
}
