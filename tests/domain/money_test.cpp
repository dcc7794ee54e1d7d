// Money to the penny: what days cost, and how amounts are written and read.
#include "domain/money.h"

#include "support/cases.h"
#include "support/generators.h"

namespace homeward::tests {
namespace {

using std::chrono::days;

const auto anyRate = anyMoney(Money{-1'000'000}, Money{1'000'000});
const auto anyStart = anyDay(date(1960, 1, 1), date(2060, 1, 1));

TEST_CASE("the cost of days is the difference of two floors") {
  // £100.00 a week from Thursday 1 January 1970, when days are counted from: 10000 d / 7, rounded down.
  const Date start = date(1970, 1, 1);
  CHECK(costOfDays(pounds(100), {start, start + days{1}}) == Money{1428});
  CHECK(costOfDays(pounds(100), {start, start + days{2}}) == Money{2857});
  CHECK(costOfDays(pounds(100), {start + days{1}, start + days{2}}) == Money{1429});
  CHECK(costOfDays(pounds(100), {start, start}) == Money{0});
  CHECK(costOfDays(Money{-1}, {start, start + days{1}}) == Money{-1});  // floor(-1/7)
  CHECK(costOfDays(Money{1}, {start - days{1}, start}) == Money{1});    // 0 - floor(-1/7)
}

TEST_CASE("seven days cost exactly the weekly rate, from any day, before 1970 and below nought") {
  holdsFor(10000, "seven days", [] {
    const Money rate = *anyRate;
    const Date from = *anyStart;
    RC_ASSERT(costOfDays(rate, {from, from + days{7}}) == rate);
    RC_ASSERT(costOfDays(rate, {from, from + days{7 * 52}}) == rate * 52);
  });
}

TEST_CASE("any way of splitting a period adds up to the penny") {
  holdsFor(10000, "splits", [] {
    const Money rate = *anyRate;
    const Date from = *anyStart;
    const int length = *rc::gen::inRange(1, 800);
    Money sum;
    for (int day = 0; day < length;) {
      const int part = *rc::gen::inRange(1, length - day + 1);
      sum += costOfDays(rate, {from + days{day}, from + days{day + part}});
      day += part;
    }
    RC_ASSERT(sum == costOfDays(rate, {from, from + days{length}}));
  });
}

TEST_CASE("days cost their share of the week to within a penny") {
  holdsFor(10000, "shares", [] {
    const Money rate = *anyRate;
    const Date from = *anyStart;
    const int length = *rc::gen::inRange(0, 800);
    const std::int64_t sevenfold = costOfDays(rate, {from, from + days{length}}).pence * 7;
    RC_ASSERT(std::abs(sevenfold - rate.pence * length) < 7);
  });
}

TEST_CASE("amounts are shown with commas, and a true minus sign") {
  CHECK(poundsAndPence(pounds(1453, 14)) == "£1,453.14");
  CHECK(poundsAndPence(Money{5}) == "£0.05");
  CHECK(poundsAndPence(pounds(1'234'567)) == "£1,234,567.00");
  CHECK(poundsAndPence(-pounds(620)) == "−£620.00");
  CHECK(plainPounds(pounds(1453, 14)) == "1453.14");
  CHECK(plainPounds(-pounds(620)) == "-620.00");
  CHECK(plainPounds(Money{-5}) == "-0.05");
}

TEST_CASE("half a pound is rounded away from zero") {
  CHECK(wholePounds(pounds(1453, 49)) == "£1,453");
  CHECK(wholePounds(pounds(1453, 50)) == "£1,454");
  CHECK(wholePounds(-pounds(1453, 50)) == "−£1,454");
  CHECK(wholePounds(-pounds(1453, 49)) == "−£1,453");
  CHECK(wholePounds(pounds(999, 50)) == "£1,000");
  CHECK(wholePounds(Money{-49}) == "£0");
}

TEST_CASE("amounts are read as people write them") {
  CHECK(parseMoney("1453.14") == pounds(1453, 14));
  CHECK(parseMoney("1,453.14") == pounds(1453, 14));
  CHECK(parseMoney("£1,453") == pounds(1453));
  CHECK(parseMoney(" £0.5 ") == Money{50});
  CHECK(parseMoney("-620.00") == -pounds(620));
  CHECK(parseMoney("−£620") == -pounds(620));
  CHECK(parseMoney("10,000,000,000.00") == Money{1'000'000'000'000});
  for (const char* wrong : {"",        "£",      "-",     "1.234", "1453.", ".50", "1,45",           "14,53.00",
                            ",453",    "1,453,", "12 50", "1e3",   "£-5",   "--5", "10000000000.01", "99999999999999999999999",
                            "1453.1a", "one",    "1.-5",  "1,-45"}) {
    INFO(wrong);
    CHECK_FALSE(parseMoney(wrong).has_value());
  }
}

TEST_CASE("what is written of any amount is read as that amount") {
  holdsFor(10000, "amounts", [] {
    const Money amount = *anyMoney(Money{-1'000'000'000'000}, Money{1'000'000'000'000});
    RC_ASSERT(parseMoney(plainPounds(amount)) == amount);
    RC_ASSERT(parseMoney(poundsAndPence(amount)) == amount);
    RC_ASSERT(parseMoney(wholePounds(amount)).has_value());
    RC_ASSERT(std::abs(parseMoney(wholePounds(amount))->pence - amount.pence) <= 50);
  });
}

TEST_CASE("the sum of what is known is as uncertain as its parts") {
  const MoneyRange between{pounds(10), pounds(20)};
  const MoneyRange atLeast{pounds(5), std::nullopt};
  CHECK(between + MoneyRange::exactly(pounds(1)) == MoneyRange{pounds(11), pounds(21)});
  CHECK(between + atLeast == MoneyRange{pounds(15), std::nullopt});
  CHECK(MoneyRange::exactly(pounds(3)).exact());
  CHECK_FALSE(between.exact());
  CHECK_FALSE(atLeast.exact());
  CHECK(MoneyRange{} == MoneyRange::exactly(Money{}));
}

}  // namespace
}  // namespace homeward::tests
