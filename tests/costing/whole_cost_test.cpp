#include "costing/whole_cost.h"

#include <algorithm>

#include "support/cases.h"

using namespace homeward;
using namespace homeward::costing;

namespace {

constexpr Date arrival = date(2026, 12, 14);
constexpr Date firstOf2026 = date(2026, 1, 1);

QuoteLine weekly(QuoteItem item, MoneyRange amount) { return {item, Charge::weekly, amount, 0, std::nullopt, ""}; }
QuoteLine weekly(QuoteItem item, Money amount) { return weekly(item, MoneyRange::exactly(amount)); }
QuoteLine once(QuoteItem item, Money amount) { return {item, Charge::once, MoneyRange::exactly(amount), 0, std::nullopt, ""}; }
QuoteLine charge(QuoteItem item, Charge how) { return {item, how, {}, 0, std::nullopt, ""}; }
QuoteLine phase(QuoteItem item, Money amount, int fromDay, std::optional<int> days) {
  return {item, Charge::weekly, MoneyRange::exactly(amount), fromDay, days, ""};
}

Money anyRate() { return Money{*rc::gen::inRange<std::int64_t>(0, 1000000)}; }
Date anyDay() { return firstOf2026 + std::chrono::days{*rc::gen::inRange(0, 3000)}; }

QuoteLine anyLine() {
  QuoteLine line;
  line.item = *rc::gen::elementOf(std::vector<QuoteItem>{QuoteItem::coreFee, QuoteItem::education, QuoteItem::transport,
                                                         QuoteItem::healthContribution, QuoteItem::educationContribution});
  line.charge = *rc::gen::elementOf(std::vector<Charge>{Charge::weekly, Charge::once, Charge::inTheFee, Charge::none, Charge::notKnown});
  const Money low = anyRate();
  line.amount = {low, low + anyRate()};
  if (*rc::gen::inRange(0, 5) == 0) line.amount.high = std::nullopt;
  line.fromDay = *rc::gen::inRange(0, 100);
  if (*rc::gen::inRange(0, 2) == 0) line.days = *rc::gen::inRange(0, 200);
  return line;
}

std::vector<QuoteLine> anyQuote() {
  std::vector<QuoteLine> quote;
  for (int left = *rc::gen::inRange(0, 8); left > 0; --left) quote.push_back(anyLine());
  return quote;
}

}  // namespace

TEST_CASE("the whole cost of fifty-two weeks is fifty-two times the weekly rate, and the sums that are due once") {
  const WholeCost cost =
      wholeCost({weekly(QuoteItem::coreFee, pounds(985)), weekly(QuoteItem::wrapAround, pounds(48)), once(QuoteItem::oneOff, pounds(400))},
                arrival, 364);
  CHECK(cost.whole == MoneyRange::exactly(pounds((985 + 48) * 52 + 400)));
  REQUIRE(cost.lines.size() == 3);
  CHECK(cost.lines[1].whole == MoneyRange::exactly(pounds(48 * 52)));
  CHECK(cost.lines[2].charge == Charge::once);
  CHECK(cost.stay == DateRange{arrival, arrival + std::chrono::days{364}});
}

TEST_CASE("like for like: what one fee includes is priced for the other") {
  const WholeCost included =
      wholeCost({weekly(QuoteItem::coreFee, pounds(1300)), charge(QuoteItem::education, Charge::inTheFee)}, arrival, 70);
  const WholeCost apart = wholeCost({weekly(QuoteItem::coreFee, pounds(1200)), weekly(QuoteItem::education, pounds(150))}, arrival, 70);
  CHECK(included.whole == MoneyRange::exactly(pounds(13000)));
  CHECK(apart.whole == MoneyRange::exactly(pounds(13500)));
  CHECK(included.lines[1].whole == MoneyRange::exactly({}));
  CHECK(included.lines[1].charge == Charge::inTheFee);
}

TEST_CASE("contributions are subtracted") {
  const WholeCost cost =
      wholeCost({weekly(QuoteItem::coreFee, pounds(4650)), weekly(QuoteItem::healthContribution, pounds(620))}, arrival, 7);
  CHECK(cost.whole == MoneyRange::exactly(pounds(4030)));
  CHECK(cost.lines[1].whole == MoneyRange::exactly(pounds(-620)));
}

TEST_CASE("the largest contribution makes the lowest cost") {
  const WholeCost cost = wholeCost(
      {weekly(QuoteItem::coreFee, pounds(1000)), weekly(QuoteItem::healthContribution, MoneyRange{pounds(100), pounds(300)})}, arrival, 7);
  CHECK(cost.whole == MoneyRange{pounds(700), pounds(900)});
}

TEST_CASE("a contribution without a figure can at most cancel the cost") {
  const WholeCost cost =
      wholeCost({weekly(QuoteItem::coreFee, pounds(1000)), charge(QuoteItem::healthContribution, Charge::notKnown)}, arrival, 14);
  CHECK(cost.whole == MoneyRange{Money{}, pounds(2000)});
}

TEST_CASE("what nobody has priced leaves the cost open above") {
  const WholeCost cost = wholeCost({weekly(QuoteItem::coreFee, pounds(742)), charge(QuoteItem::transport, Charge::notKnown)}, arrival, 7);
  CHECK(cost.whole == MoneyRange{pounds(742), std::nullopt});
  CHECK(cost.aWeek == MoneyRange{pounds(742), std::nullopt});
}

TEST_CASE("a price that is a range makes the cost a range") {
  const WholeCost cost =
      wholeCost({weekly(QuoteItem::coreFee, pounds(4650)), weekly(QuoteItem::education, MoneyRange{Money{}, pounds(210)})}, arrival, 14);
  CHECK(cost.whole == MoneyRange{pounds(9300), pounds(9720)});
  CHECK(cost.aWeek == MoneyRange{pounds(4650), pounds(4860)});
}

TEST_CASE("phases follow one another, and what lies beyond the stay is not counted") {
  const WholeCost cost = wholeCost({phase(QuoteItem::introductions, pounds(350), 0, 21), phase(QuoteItem::coreFee, pounds(1300), 21, 70),
                                    phase(QuoteItem::coreFee, pounds(900), 91, std::nullopt)},
                                   arrival, 98);
  CHECK(cost.lines[0].whole == MoneyRange::exactly(pounds(1050)));
  CHECK(cost.lines[1].whole == MoneyRange::exactly(pounds(13000)));
  CHECK(cost.lines[2].whole == MoneyRange::exactly(pounds(900)));
  const WholeCost shorter = wholeCost({phase(QuoteItem::coreFee, pounds(900), 91, std::nullopt)}, arrival, 91);
  CHECK(shorter.whole == MoneyRange::exactly({}));
}

TEST_CASE("a weekly equivalent rounds its low end down and its high end up to the penny") {
  CHECK(wholeCost({once(QuoteItem::oneOff, Money{100})}, arrival, 3).aWeek == MoneyRange{Money{233}, Money{234}});
  CHECK(wholeCost({once(QuoteItem::healthContribution, Money{100})}, arrival, 3).aWeek == MoneyRange{Money{-234}, Money{-233}});
  CHECK(wholeCost({once(QuoteItem::oneOff, pounds(52))}, arrival, 364).aWeek == MoneyRange::exactly(pounds(1)));
  CHECK(wholeCost({charge(QuoteItem::transport, Charge::notKnown)}, arrival, 7).aWeek == MoneyRange{Money{}, std::nullopt});
  CHECK(wholeCost({once(QuoteItem::oneOff, pounds(1))}, arrival, 0).aWeek == MoneyRange{Money{}, std::nullopt});
}

TEST_CASE("a weekly price that covers the whole stay reads as it was quoted, although the day rule drops part of a penny") {
  const WholeCost years = wholeCost({weekly(QuoteItem::coreFee, pounds(985))}, date(2026, 12, 18), 1095);
  CHECK(years.whole == MoneyRange::exactly(Money{15408214}));
  CHECK(years.aWeek == MoneyRange::exactly(pounds(985)));
  CHECK(aWeekOf(years, QuoteItem::coreFee) == MoneyRange::exactly(pounds(985)));
  CHECK(aWeekOf(years, QuoteItem::transport) == MoneyRange::exactly({}));
  tests::holdsFor(10000, "the quoted week", [] {
    const Money low = anyRate();
    const MoneyRange fee{low, low + anyRate()};
    const MoneyRange health = MoneyRange::exactly(anyRate());
    const WholeCost cost =
        wholeCost({weekly(QuoteItem::coreFee, fee), weekly(QuoteItem::healthContribution, health)}, anyDay(), *rc::gen::inRange(1, 2000));
    RC_ASSERT(aWeekOf(cost, QuoteItem::coreFee) == fee);
    RC_ASSERT(aWeekOf(cost, QuoteItem::healthContribution) == MoneyRange::exactly(-health.low));
    RC_ASSERT(cost.aWeek == (MoneyRange{fee.low - health.low, *fee.high - health.low}));
  });
}

TEST_CASE("a price for part of the stay is spread over it, and two phases that meet without a gap are one weekly price") {
  const WholeCost half = wholeCost({phase(QuoteItem::coreFee, pounds(1000), 0, 7)}, arrival, 14);
  CHECK(half.aWeek == MoneyRange::exactly(pounds(500)));
  const WholeCost joined =
      wholeCost({phase(QuoteItem::coreFee, pounds(985), 0, 100), phase(QuoteItem::coreFee, pounds(985), 100, std::nullopt)}, arrival, 1095);
  CHECK(aWeekOf(joined, QuoteItem::coreFee) == MoneyRange::exactly(pounds(985)));
}

TEST_CASE("the week of a whole cost holds the whole cost, give or take what the day rule drops of each line") {
  tests::holdsFor(10000, "week and whole agree", [] {
    const int days = *rc::gen::inRange(1, 800);
    const WholeCost cost = wholeCost(anyQuote(), anyDay(), days);
    const std::int64_t lines = static_cast<std::int64_t>(cost.lines.size()) + 1;
    RC_ASSERT((cost.aWeek.low.pence - 1) * days <= (cost.whole.low.pence + 2 * lines) * 7);
    RC_ASSERT((cost.aWeek.low.pence + 1) * days >= (cost.whole.low.pence - 2 * lines) * 7);
    RC_ASSERT(cost.aWeek.high.has_value() == cost.whole.high.has_value());
  });
}

TEST_CASE("any split of the stay adds up to the penny for weekly lines") {
  tests::holdsFor(10000, "splits add up", [] {
    const std::vector<QuoteLine> quote{weekly(QuoteItem::coreFee, anyRate()), weekly(QuoteItem::healthContribution, anyRate())};
    const Date start = anyDay();
    const int first = *rc::gen::inRange(0, 500);
    const int second = *rc::gen::inRange(0, 500);
    const MoneyRange whole = wholeCost(quote, start, first + second).whole;
    const MoneyRange parts = wholeCost(quote, start, first).whole + wholeCost(quote, start + std::chrono::days{first}, second).whole;
    RC_ASSERT(whole == parts);
  });
}

TEST_CASE("every rate of a range costs something within the range") {
  tests::holdsFor(10000, "a range holds what it says", [] {
    const Money low{*rc::gen::inRange<std::int64_t>(0, 40)};
    const Money high = low + Money{*rc::gen::inRange<std::int64_t>(0, 40)};
    const Money rate{*rc::gen::inRange<std::int64_t>(low.pence, high.pence + 1)};
    const Date start = anyDay();
    const int days = *rc::gen::inRange(1, 40);
    const MoneyRange range = wholeCost({weekly(QuoteItem::coreFee, MoneyRange{low, high})}, start, days).whole;
    const Money cost = costOfDays(rate, {start, start + std::chrono::days{days}});
    RC_ASSERT(range.low <= cost);
    RC_ASSERT(cost <= *range.high);
  });
}

TEST_CASE("the lines sum to the whole, and its ends are in order") {
  tests::holdsFor(10000, "lines sum", [] {
    const WholeCost cost = wholeCost(anyQuote(), anyDay(), *rc::gen::inRange(1, 800));
    MoneyRange sum = MoneyRange::exactly({});
    for (const CostLine& line : cost.lines) {
      if (line.whole.high) RC_ASSERT(line.whole.low <= *line.whole.high);
      sum = sum + line.whole;
    }
    RC_ASSERT(sum == cost.whole);
    if (cost.whole.high) RC_ASSERT(cost.whole.low <= *cost.whole.high);
  });
}

TEST_CASE("several children together cost the sum") {
  tests::holdsFor(10000, "together is the sum", [] {
    const Date start = anyDay();
    const int days = *rc::gen::inRange(1, 800);
    const WholeCost a = wholeCost(anyQuote(), start, days);
    const WholeCost b = wholeCost(anyQuote(), start, days);
    const WholeCost both = together({a, b});
    RC_ASSERT(both.whole == a.whole + b.whole);
    RC_ASSERT(both.lines.size() == a.lines.size() + b.lines.size());
    RC_ASSERT(both.stay == a.stay);
    // Rounded once, not part by part: never wider than the parts' weeks, and at most a penny inside them at either end.
    RC_ASSERT(both.aWeek.low - (a.aWeek.low + b.aWeek.low) >= Money{0});
    RC_ASSERT(both.aWeek.low - (a.aWeek.low + b.aWeek.low) <= Money{1});
    RC_ASSERT(both.aWeek.high.has_value() == (a.aWeek.high && b.aWeek.high));
    if (both.aWeek.high) RC_ASSERT(*both.aWeek.high <= *a.aWeek.high + *b.aWeek.high);
  });
  CHECK(together({}).whole == MoneyRange::exactly({}));
}

TEST_CASE("the terms of the contract cost what the quote said, wherever the quote has one figure") {
  tests::holdsFor(5000, "terms and quote agree", [] {
    std::vector<QuoteLine> quote = anyQuote();
    for (QuoteLine& line : quote) {
      line.amount.high = line.amount.low;
      if (line.charge == Charge::notKnown) line.charge = Charge::none;
    }
    const Date start = anyDay();
    const DateRange stay{start, start + std::chrono::days{*rc::gen::inRange(1, 800)}};
    Money sum;
    for (const TermDraft& term : contractTerms(quote, start)) {
      Money amount = term.once ? term.amount : Money{};
      if (!term.once)
        if (const auto shared = intersection(term.valid, stay)) amount = costOfDays(term.amount, *shared);
      sum += isContribution(term.item) ? -amount : amount;
    }
    RC_ASSERT(wholeCost(quote, start, days(stay)).whole == MoneyRange::exactly(sum));
  });
}

TEST_CASE("a contract has terms only for what has one figure") {
  const auto terms = contractTerms({weekly(QuoteItem::coreFee, pounds(985)), weekly(QuoteItem::education, MoneyRange{Money{}, pounds(210)}),
                                    charge(QuoteItem::transport, Charge::inTheFee), charge(QuoteItem::wrapAround, Charge::notKnown),
                                    once(QuoteItem::oneOff, pounds(300)), phase(QuoteItem::retainer, pounds(200), 7, 28)},
                                   arrival);
  REQUIRE(terms.size() == 3);
  CHECK(terms[0] == TermDraft{QuoteItem::coreFee, false, pounds(985), {arrival, std::nullopt}, ""});
  CHECK(terms[1] == TermDraft{QuoteItem::oneOff, true, pounds(300), {arrival, arrival + std::chrono::days{1}}, ""});
  CHECK(terms[2] ==
        TermDraft{QuoteItem::retainer, false, pounds(200), {arrival + std::chrono::days{7}, arrival + std::chrono::days{35}}, ""});
}
