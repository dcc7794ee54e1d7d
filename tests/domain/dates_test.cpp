// Days, weeks and years as the field counts them.
#include "domain/dates.h"

#include <array>
#include <ctime>

#include "support/cases.h"
#include "support/generators.h"

namespace homeward::tests {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const auto anyDayOfTwoCenturies = anyDay(date(1900, 1, 1), date(2100, 12, 31));

/// What the C library says of a day.
std::string byTheLibrary(Date day, const char* format) {
  const std::time_t moment = Instant{day}.time_since_epoch().count();
  std::tm parts{};
  ::gmtime_r(&moment, &parts);
  std::array<char, 64> out{};
  return {out.data(), std::strftime(out.data(), out.size(), format, &parts)};
}

TEST_CASE("a day is written in three ways") {
  const Date day = date(2026, 11, 7);
  CHECK(isoDate(day) == "2026-11-07");
  CHECK(longDate(day) == "7 November 2026");
  CHECK(shortDate(day) == "7 November");
  CHECK(weekdayName(day) == "Saturday");
  CHECK(weekdayName(date(2026, 11, 9)) == "Monday");
  CHECK(weekdayName(date(2026, 11, 8)) == "Sunday");
}

TEST_CASE("a day is read in the form of the standard only") {
  CHECK(parseIsoDate("2026-11-27") == date(2026, 11, 27));
  CHECK(parseIsoDate("2024-02-29") == date(2024, 2, 29));
  for (const char* wrong : {"", "2026-11-7", "26-11-27", "2026/11/27", "2026-11-27 ", "2026-13-01", "2026-00-10", "2026-11-00",
                            "2025-02-29", "2026-11-31", "2026-1a-01", "-026-11-27", "2026-11-27T00:00:00Z"}) {
    INFO(wrong);
    CHECK_FALSE(parseIsoDate(wrong).has_value());
  }
}

TEST_CASE("a day is read as people in England write it") {
  CHECK(parseUkDate("27/11/2026") == date(2026, 11, 27));
  CHECK(parseUkDate("1/4/2024") == date(2024, 4, 1));
  CHECK(parseUkDate("01/04/2024") == date(2024, 4, 1));  // 1 April, not 4 January
  CHECK(parseUkDate(" 27  November 2026 ") == date(2026, 11, 27));
  CHECK(parseUkDate("27 november 2026") == date(2026, 11, 27));
  CHECK(parseUkDate("27 Nov 2026") == date(2026, 11, 27));
  CHECK(parseUkDate("3 May 2026") == date(2026, 5, 3));
  for (const char* wrong : {"", "01/04/24", "27/11", "31/04/2026", "0/1/2026", "27 Novem 2026", "27 2026", "November 27 2026", "27-11-2026",
                            "2026-11-27", "1 April 24", "1/13/2026"}) {
    INFO(wrong);
    CHECK_FALSE(parseUkDate(wrong).has_value());
  }
}

TEST_CASE("what is written of any day is read as that day") {
  holdsFor(10000, "days", [] {
    const Date day = *anyDayOfTwoCenturies;
    RC_ASSERT(parseIsoDate(isoDate(day)) == day);
    RC_ASSERT(parseUkDate(longDate(day)) == day);
    RC_ASSERT(isoDate(day) == byTheLibrary(day, "%Y-%m-%d"));
    RC_ASSERT(weekdayName(day) == byTheLibrary(day, "%A"));
    RC_ASSERT(longDate(day) == std::to_string(std::stoi(byTheLibrary(day, "%d"))) + byTheLibrary(day, " %B %Y"));
  });
}

TEST_CASE("a moment is written and read to the second") {
  const Instant moment = Instant{date(2026, 11, 27)} + hours{14} + minutes{20} + seconds{5};
  CHECK(isoInstant(moment) == "2026-11-27T14:20:05Z");
  CHECK(parseIsoInstant("2026-11-27T14:20:05Z") == moment);
  CHECK(isoInstant(Instant{} - seconds{1}) == "1969-12-31T23:59:59Z");
  for (const char* wrong :
       {"", "2026-11-27", "2026-11-27T14:20:05", "2026-11-27T14:20:05+00:00", "2026-11-27 14:20:05Z", "2026-11-27T24:00:00Z",
        "2026-11-27T14:60:00Z", "2026-11-27T14:20:60Z", "2026-02-30T14:20:00Z", "2026-11-27T14:2a:00Z"}) {
    INFO(wrong);
    CHECK_FALSE(parseIsoInstant(wrong).has_value());
  }
  holdsFor(10000, "moments", [] {
    const Instant any = Instant{*anyDayOfTwoCenturies} + seconds{*rc::gen::inRange(0, 86'400)};
    RC_ASSERT(parseIsoInstant(isoInstant(any)) == any);
  });
}

TEST_CASE("clocks in England go forward and back at one in the morning, Greenwich time") {
  const Instant forward = Instant{date(2026, 3, 29)} + hours{1};
  const Instant back = Instant{date(2026, 10, 25)} + hours{1};
  CHECK(englandOffset(forward - seconds{1}) == hours{0});
  CHECK(englandOffset(forward) == hours{1});
  CHECK(englandOffset(back - seconds{1}) == hours{1});
  CHECK(englandOffset(back) == hours{0});
  CHECK(clockTime(forward - minutes{1}) == "00:59");
  CHECK(clockTime(forward) == "02:00");
  CHECK(clockTime(back - minutes{1}) == "01:59");
  CHECK(clockTime(back) == "01:00");
  CHECK(clockTime(Instant{date(2026, 7, 1)} + hours{13} + minutes{5}) == "14:05");
}

TEST_CASE("late on a summer's evening it is tomorrow in England") {
  const Instant late = Instant{date(2026, 6, 30)} + hours{23} + minutes{30};
  CHECK(englandDay(late) == date(2026, 7, 1));
  CHECK(clockTime(late) == "00:30");
  CHECK(englandDay(Instant{date(2026, 12, 31)} + hours{23} + minutes{30}) == date(2026, 12, 31));
}

TEST_CASE("summer time lasts from a Sunday in the last week of March to one in that of October") {
  for (int year = 1996; year <= 2100; ++year) {
    INFO(year);
    int changes = 0;
    for (Date day = date(year, 1, 1); day < date(year + 1, 1, 1); day += days{1})
      if (englandOffset(Instant{day}) != englandOffset(Instant{day + days{1}})) {
        ++changes;
        CHECK(std::chrono::weekday{day} == std::chrono::Sunday);
        CHECK(day >= (changes == 1 ? date(year, 3, 25) : date(year, 10, 25)));
        CHECK(day <= (changes == 1 ? date(year, 3, 31) : date(year, 10, 31)));
      }
    CHECK(changes == 2);
  }
}

TEST_CASE("the day of arrival belongs to a stay, the day of leaving does not") {
  const DateRange stay{date(2026, 11, 2), date(2026, 11, 9)};
  CHECK(homeward::days(stay) == 7);
  CHECK(stay.contains(date(2026, 11, 2)));
  CHECK(stay.contains(date(2026, 11, 8)));
  CHECK_FALSE(stay.contains(date(2026, 11, 9)));
  CHECK_FALSE(stay.contains(date(2026, 11, 1)));
  const DateRange running{date(2026, 11, 2), std::nullopt};
  CHECK(running.contains(date(2099, 1, 1)));
}

TEST_CASE("two ranges share the days that belong to both") {
  const auto anyRange = [] {
    const Date from = *anyDay(date(2026, 1, 1), date(2026, 2, 28));
    DateRange range{from, std::nullopt};
    if (*rc::gen::arbitrary<bool>()) range.to = from + days{*rc::gen::inRange(1, 40)};
    return range;
  };
  holdsFor(10000, "intersections", [&] {
    const DateRange a = anyRange();
    const DateRange b = anyRange();
    const auto shared = intersection(a, b);
    RC_ASSERT(shared == intersection(b, a));
    RC_ASSERT(shared.has_value() == a.overlaps(b));
    for (Date day = date(2026, 1, 1); day < date(2026, 5, 1); day += days{1})
      RC_ASSERT((shared && shared->contains(day)) == (a.contains(day) && b.contains(day)));
  });
}

TEST_CASE("a week belongs to the year of its Thursday") {
  CHECK(isoWeek(date(2026, 11, 27)) == IsoWeek{2026, 48});
  CHECK(isoWeek(date(2021, 1, 3)) == IsoWeek{2020, 53});
  CHECK(isoWeek(date(2024, 12, 30)) == IsoWeek{2025, 1});
  CHECK(isoWeek(date(2026, 12, 31)) == IsoWeek{2026, 53});
  CHECK(monday({2026, 48}) == date(2026, 11, 23));
  CHECK(daysOf({2026, 48}) == DateRange{date(2026, 11, 23), date(2026, 11, 30)});
  CHECK(next({2026, 53}) == IsoWeek{2027, 1});
  CHECK(previous({2025, 1}) == IsoWeek{2024, 52});
}

TEST_CASE("weeks agree with the C library and go there and back") {
  holdsFor(10000, "weeks", [] {
    const Date day = *anyDayOfTwoCenturies;
    const IsoWeek week = isoWeek(day);
    RC_ASSERT(isoWeekText(week) == byTheLibrary(day, "%G-W%V"));
    RC_ASSERT(parseIsoWeek(isoWeekText(week)) == week);
    RC_ASSERT(daysOf(week).contains(day));
    RC_ASSERT(std::chrono::weekday{monday(week)} == std::chrono::Monday);
    RC_ASSERT(isoWeek(monday(week)) == week);
    RC_ASSERT(previous(next(week)) == week);
    RC_ASSERT(monday(next(week)) - monday(week) == days{7});
    RC_ASSERT(week < next(week));
  });
}

TEST_CASE("a week that the year does not have is none") {
  CHECK(parseIsoWeek("2026-W53") == IsoWeek{2026, 53});
  for (const char* wrong : {"", "2025-W53", "2026-W00", "2026-W54", "2026-W5", "2026W48", "2026-w48", "2026-W4a", "2026-W048"}) {
    INFO(wrong);
    CHECK_FALSE(parseIsoWeek(wrong).has_value());
  }
}

TEST_CASE("a financial year runs from April to March and has the name of its first year") {
  CHECK(financialYear(date(2026, 3, 31)) == 2025);
  CHECK(financialYear(date(2026, 4, 1)) == 2026);
  CHECK(financialYear(date(2027, 3, 31)) == 2026);
  CHECK(financialYearText(2026) == "2026-27");
  CHECK(financialYearText(1999) == "1999-00");
  CHECK(financialYearText(2008) == "2008-09");
  holdsFor(10000, "financial years", [] {
    const Date day = *anyDayOfTwoCenturies;
    RC_ASSERT(daysOfFinancialYear(financialYear(day)).contains(day));
  });
}

TEST_CASE("an age is attained at the start of the birthday") {
  const Date born = date(2017, 3, 3);
  CHECK(ageOn(born, born) == 0);
  CHECK(ageOn(born, date(2026, 3, 2)) == 8);
  CHECK(ageOn(born, date(2026, 3, 3)) == 9);
  CHECK(ageOn(born, date(2017, 3, 2)) < 0);
}

TEST_CASE("who was born on 29 February has a birthday on 1 March in other years") {
  const Date born = date(2012, 2, 29);
  CHECK(birthday(born, 1) == date(2013, 3, 1));
  CHECK(birthday(born, 4) == date(2016, 2, 29));
  CHECK(ageOn(born, date(2028, 2, 28)) == 15);
  CHECK(ageOn(born, date(2028, 2, 29)) == 16);
  CHECK(ageOn(born, date(2030, 2, 28)) == 17);
  CHECK(ageOn(born, date(2030, 3, 1)) == 18);
}

TEST_CASE("an age is the number of birthdays that have come") {
  holdsFor(10000, "ages", [] {
    const Date born = *anyDay(date(1990, 1, 1), date(2026, 12, 31));
    const Date day = born + days{*rc::gen::inRange(0, 30 * 365)};
    int birthdays = 0;
    while (birthday(born, birthdays + 1) <= day) ++birthdays;
    RC_ASSERT(ageOn(born, day) == birthdays);
  });
}

TEST_CASE("school years begin in September, Reception in the one after the fourth birthday") {
  const Date summer = date(2016, 8, 31);  // the youngest of their year
  const Date autumn = date(2016, 9, 1);   // the oldest of the next
  CHECK_FALSE(schoolYear(summer, date(2020, 8, 31)).has_value());
  CHECK(schoolYear(summer, date(2020, 9, 1)) == 0);
  CHECK_FALSE(schoolYear(autumn, date(2020, 9, 1)).has_value());
  CHECK(schoolYear(autumn, date(2021, 9, 1)) == 0);
  CHECK(schoolYear(summer, date(2026, 11, 27)) == 6);
  CHECK(schoolYear(autumn, date(2026, 11, 27)) == 5);
  CHECK(schoolYear(summer, date(2034, 8, 31)) == 13);
  CHECK_FALSE(schoolYear(summer, date(2034, 9, 1)).has_value());
}

TEST_CASE("Key Stage 4 is Years 10 and 11") {
  const Date born = date(2012, 1, 20);
  CHECK_FALSE(isKeyStage4(born, date(2026, 8, 31)));
  CHECK(isKeyStage4(born, date(2026, 9, 1)));
  CHECK(isKeyStage4(born, date(2028, 8, 31)));
  CHECK_FALSE(isKeyStage4(born, date(2028, 9, 1)));
}

TEST_CASE("a child in Reception is of school age from the fifth birthday") {
  const Date born = date(2022, 3, 10);
  CHECK_FALSE(isSchoolAge(born, date(2026, 11, 27)));
  CHECK(isSchoolAge(born, date(2027, 3, 10)));
  CHECK(isSchoolAge(born, date(2027, 9, 1)));
  CHECK(isSchoolAge(born, date(2038, 8, 31)));
  CHECK_FALSE(isSchoolAge(born, date(2038, 9, 1)));
}

}  // namespace
}  // namespace homeward::tests
