// Clocks in law run in working days of England.
#include "domain/dates.h"
#include "support/cases.h"
#include "support/generators.h"

namespace homeward::tests {
namespace {

using std::chrono::days;

TEST_CASE("five working days after a Friday end on the next") {
  const WorkingDays& england = WorkingDays::england();
  CHECK(england.after(date(2026, 11, 27), 1) == date(2026, 11, 30));
  CHECK(england.after(date(2026, 11, 27), 5) == date(2026, 12, 4));
  CHECK(england.after(date(2026, 11, 28), 5) == date(2026, 12, 4));
  CHECK(england.between(date(2026, 11, 27), date(2026, 12, 4)) == 5);
  CHECK(england.between(date(2026, 12, 4), date(2026, 11, 27)) == 0);
}

TEST_CASE("bank holidays and their substitutes are no working days") {
  const WorkingDays& england = WorkingDays::england();
  for (const Date holiday : {date(2015, 4, 3), date(2016, 12, 27), date(2020, 5, 8), date(2021, 12, 28), date(2022, 1, 3), date(2022, 6, 2),
                             date(2022, 6, 3), date(2022, 9, 19), date(2022, 12, 27), date(2023, 5, 8), date(2024, 4, 1), date(2026, 4, 3),
                             date(2026, 4, 6), date(2026, 12, 28), date(2027, 3, 26), date(2030, 8, 26)}) {
    INFO(isoDate(holiday));
    CHECK_FALSE(england.isWorkingDay(holiday));
  }
  for (const Date working : {date(2020, 5, 4), date(2022, 5, 30), date(2026, 12, 29), date(2026, 12, 24), date(2022, 9, 20)}) {
    INFO(isoDate(working));
    CHECK(england.isWorkingDay(working));
  }
  CHECK(england.after(date(2026, 12, 24), 1) == date(2026, 12, 29));  // Christmas is a Friday, Boxing Day is made good on Monday
}

TEST_CASE("every year of the table has eight bank holidays, and those that were proclaimed") {
  const WorkingDays& england = WorkingDays::england();
  CHECK(england.knownUntil() == date(2030, 12, 31));
  for (int year = 2015; year <= 2030; ++year) {
    int holidays = 0;
    for (Date day = date(year, 1, 1); day <= date(year, 12, 31); day += days{1}) {
      const auto weekday = std::chrono::weekday{day};
      if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday && !england.isWorkingDay(day)) ++holidays;
    }
    INFO(year);
    CHECK(holidays == (year == 2022 ? 10 : year == 2023 ? 9 : 8));
  }
}

TEST_CASE("beyond the table only weekends are known") {
  CHECK(WorkingDays::england().isWorkingDay(date(2035, 12, 25)));  // a Tuesday
  CHECK_FALSE(WorkingDays::england().isWorkingDay(date(2035, 12, 29)));
  CHECK(WorkingDays{{}}.knownUntil() == Date{});
}

TEST_CASE("holidays may be given in any order") {
  const WorkingDays calendar{{date(2026, 12, 2), date(2026, 12, 1)}};
  CHECK(calendar.after(date(2026, 11, 30), 1) == date(2026, 12, 3));
}

TEST_CASE("counting working days undoes adding them") {
  holdsFor(10000, "working days", [] {
    const WorkingDays& england = WorkingDays::england();
    const Date from = *anyDay(date(2015, 1, 1), date(2030, 12, 31));
    const int n = *rc::gen::inRange(1, 60);
    const Date end = england.after(from, n);
    RC_ASSERT(england.isWorkingDay(end));
    RC_ASSERT(england.between(from, end) == n);
    RC_ASSERT(england.between(from, end - days{1}) == n - 1);
  });
}

}  // namespace
}  // namespace homeward::tests
