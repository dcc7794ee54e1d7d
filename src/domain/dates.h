// Days, weeks, years and working days, as the field counts them.
//
// A day is a calendar day in England; periods are half-open: the day of arrival counts, the day of leaving does not. Weeks are ISO 8601
// weeks (Monday to Sunday, week 1 has the year's first Thursday). A financial year runs from 1 April to 31 March and is named by the
// year in which it starts. Moments are UTC to the second. Nothing here reads a clock: today is always a parameter.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace homeward {

using Date = std::chrono::sys_days;
using Instant = std::chrono::sys_seconds;

[[nodiscard]] constexpr Date date(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}};
}
[[nodiscard]] constexpr std::chrono::year_month_day civil(Date day) { return std::chrono::year_month_day{day}; }
/// Days since 1 January 1970.
[[nodiscard]] constexpr std::int64_t dayNumber(Date day) { return day.time_since_epoch().count(); }
[[nodiscard]] constexpr Date dateOf(Instant moment) { return std::chrono::floor<std::chrono::days>(moment); }

[[nodiscard]] std::optional<Date> parseIsoDate(std::string_view text);  ///< "2026-11-27" only
[[nodiscard]] std::optional<Date> parseUkDate(
    std::string_view text);                       ///< "27/11/2026", "27 November 2026" or "27 Nov 2026"; four-digit years only
[[nodiscard]] std::string isoDate(Date day);      ///< "2026-11-27"
[[nodiscard]] std::string longDate(Date day);     ///< "27 November 2026"
[[nodiscard]] std::string shortDate(Date day);    ///< "27 November"
[[nodiscard]] std::string weekdayName(Date day);  ///< "Friday"
[[nodiscard]] std::optional<Instant> parseIsoInstant(std::string_view text);  ///< "2026-11-27T14:20:00Z" only
[[nodiscard]] std::string isoInstant(Instant moment);
/// A moment as the clocks in England show it, summer time included (last Sunday of March and of October, 01:00 UTC): "14:20".
[[nodiscard]] std::string clockTime(Instant moment);
/// The offset of civil time in England from UTC at that moment: 0 or 1 hour.
[[nodiscard]] std::chrono::hours englandOffset(Instant moment);
/// The calendar day in England at that moment.
[[nodiscard]] Date englandDay(Instant moment);

struct DateRange {
  Date from{};
  std::optional<Date> to;  ///< the first day that does not belong to it; none: still running
  [[nodiscard]] bool contains(Date day) const { return day >= from && (!to || day < *to); }
  [[nodiscard]] bool overlaps(const DateRange& other) const { return (!other.to || from < *other.to) && (!to || other.from < *to); }
  friend auto operator<=>(const DateRange&, const DateRange&) = default;
};

/// Days that both ranges share; none if they share no day.
[[nodiscard]] std::optional<DateRange> intersection(const DateRange& a, const DateRange& b);
/// Whole days in a range that has an end.
[[nodiscard]] std::int64_t days(const DateRange& range);

struct IsoWeek {
  int year = 0;       ///< the ISO year, which may differ from the calendar year at its ends
  unsigned week = 0;  ///< 1 to 53
  friend auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};
[[nodiscard]] IsoWeek isoWeek(Date day);
[[nodiscard]] Date monday(IsoWeek week);
[[nodiscard]] DateRange daysOf(IsoWeek week);
[[nodiscard]] IsoWeek next(IsoWeek week);
[[nodiscard]] IsoWeek previous(IsoWeek week);
[[nodiscard]] std::optional<IsoWeek> parseIsoWeek(std::string_view text);  ///< "2026-W48"
[[nodiscard]] std::string isoWeekText(IsoWeek week);                       ///< "2026-W48"

[[nodiscard]] int financialYear(Date day);  ///< 2026 for 1 April 2026 to 31 March 2027
[[nodiscard]] DateRange daysOfFinancialYear(int year);
[[nodiscard]] std::string financialYearText(int year);  ///< "2026-27"

/// Completed years on that day. Somebody born on 29 February has a birthday on 1 March in other years (the rule of English law that
/// age is attained at the start of the anniversary day is followed: Family Law Reform Act 1969 s9).
[[nodiscard]] int ageOn(Date born, Date day);
[[nodiscard]] Date birthday(Date born, int age);
/// National Curriculum year group on that day (Reception is 0, school years start on 1 September); none before 4 or after Year 13.
[[nodiscard]] std::optional<int> schoolYear(Date born, Date day);
/// Key Stage 4 is Years 10 and 11.
[[nodiscard]] bool isKeyStage4(Date born, Date day);
/// Compulsory school age, near enough for a match: Years 1 to 11, and Reception from the fifth birthday.
[[nodiscard]] bool isSchoolAge(Date born, Date day);

/// Working days of England: Monday to Friday without bank holidays.
class WorkingDays {
 public:
  explicit WorkingDays(std::vector<Date> bankHolidays);
  /// England's, as kept in `resources/codes/bank_holidays_england.csv`.
  [[nodiscard]] static const WorkingDays& england();
  [[nodiscard]] bool isWorkingDay(Date day) const;
  /// The n-th working day after `from`, `from` itself not counted (n >= 1): "within five working days of 27 November 2026" ends on 4
  /// December.
  [[nodiscard]] Date after(Date from, int n) const;
  /// Working days in (from, to]; 0 when to <= from.
  [[nodiscard]] int between(Date from, Date to) const;
  /// The last day that the table covers; later years know weekends only. 1 January 1970 for an empty table.
  [[nodiscard]] Date knownUntil() const;

 private:
  std::vector<Date> m_bankHolidays;  // sorted
};

}  // namespace homeward
