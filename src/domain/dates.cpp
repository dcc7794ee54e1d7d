#include "domain/dates.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "support/text.h"

namespace homeward::embedded {
std::string_view bankHolidays();
}  // namespace homeward::embedded

namespace homeward {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<std::string_view, 12> monthNames = {"January", "February", "March",     "April",   "May",      "June",
                                                         "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekdayNames = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

std::optional<int> digits(std::string_view text, std::size_t fewest, std::size_t most) {
  if (text.size() < fewest || text.size() > most) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Date> realDay(int year, int month, int day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

std::string padded(std::int64_t value, std::size_t width) {
  std::string number = std::to_string(value < 0 ? -value : value);
  if (number.size() < width) number.insert(0, width - number.size(), '0');
  return value < 0 ? "-" + number : number;
}

int yearOf(Date day) { return static_cast<int>(civil(day).year()); }
unsigned monthOf(Date day) { return static_cast<unsigned>(civil(day).month()); }
unsigned dayOf(Date day) { return static_cast<unsigned>(civil(day).day()); }

/// 0 for Monday to 6 for Sunday.
unsigned fromMonday(Date day) { return std::chrono::weekday{day}.iso_encoding() - 1; }

Instant lastSundayAtOne(int year, std::chrono::month month) {
  const std::chrono::year_month_weekday_last sunday{std::chrono::year{year}, month, std::chrono::weekday_last{std::chrono::Sunday}};
  return Instant{Date{sunday}} + hours{1};
}

/// The year in which the school year of that day started, on 1 September.
int schoolYearStart(Date day) { return monthOf(day) >= 9 ? yearOf(day) : yearOf(day) - 1; }

}  // namespace

std::optional<Date> parseIsoDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4), 4, 4);
  const auto month = digits(text.substr(5, 2), 2, 2);
  const auto day = digits(text.substr(8, 2), 2, 2);
  if (!year || !month || !day) return std::nullopt;
  return realDay(*year, *month, *day);
}

std::optional<Date> parseUkDate(std::string_view text) {
  const std::string plain = collapsed(text);
  if (const auto parts = split(plain, '/'); parts.size() == 3) {
    const auto day = digits(parts[0], 1, 2);
    const auto month = digits(parts[1], 1, 2);
    const auto year = digits(parts[2], 4, 4);
    if (!day || !month || !year) return std::nullopt;
    return realDay(*year, *month, *day);
  }
  const auto words = split(plain, ' ');
  if (words.size() != 3) return std::nullopt;
  const auto day = digits(words[0], 1, 2);
  const auto year = digits(words[2], 4, 4);
  const std::string name = lowered(words[1]);
  if (!day || !year) return std::nullopt;
  for (std::size_t i = 0; i < monthNames.size(); ++i) {
    const std::string month = lowered(monthNames[i]);
    if (name == month || name == month.substr(0, 3)) return realDay(*year, static_cast<int>(i) + 1, *day);
  }
  return std::nullopt;
}

std::string isoDate(Date day) { return padded(yearOf(day), 4) + "-" + padded(monthOf(day), 2) + "-" + padded(dayOf(day), 2); }

std::string longDate(Date day) { return shortDate(day) + " " + std::to_string(yearOf(day)); }

std::string shortDate(Date day) { return std::to_string(dayOf(day)) + " " + std::string(monthNames[monthOf(day) - 1]); }

std::string weekdayName(Date day) { return std::string(weekdayNames[fromMonday(day)]); }

std::optional<Instant> parseIsoInstant(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z') return std::nullopt;
  const auto day = parseIsoDate(text.substr(0, 10));
  const auto hour = digits(text.substr(11, 2), 2, 2);
  const auto minute = digits(text.substr(14, 2), 2, 2);
  const auto second = digits(text.substr(17, 2), 2, 2);
  if (!day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return Instant{*day} + hours{*hour} + minutes{*minute} + seconds{*second};
}

std::string isoInstant(Instant moment) {
  const Date day = dateOf(moment);
  const std::chrono::hh_mm_ss time{moment - day};
  return isoDate(day) + "T" + padded(time.hours().count(), 2) + ":" + padded(time.minutes().count(), 2) + ":" +
         padded(time.seconds().count(), 2) + "Z";
}

std::string clockTime(Instant moment) {
  const Instant shown = moment + englandOffset(moment);
  const std::chrono::hh_mm_ss time{shown - dateOf(shown)};
  return padded(time.hours().count(), 2) + ":" + padded(time.minutes().count(), 2);
}

std::chrono::hours englandOffset(Instant moment) {
  const int year = yearOf(dateOf(moment));
  const bool summer = moment >= lastSundayAtOne(year, std::chrono::March) && moment < lastSundayAtOne(year, std::chrono::October);
  return hours{summer ? 1 : 0};
}

Date englandDay(Instant moment) { return dateOf(moment + englandOffset(moment)); }

std::optional<DateRange> intersection(const DateRange& a, const DateRange& b) {
  DateRange shared{std::max(a.from, b.from), a.to};
  if (b.to && (!shared.to || *b.to < *shared.to)) shared.to = b.to;
  if (shared.to && *shared.to <= shared.from) return std::nullopt;
  return shared;
}

std::int64_t days(const DateRange& range) {
  assert(range.to && "only a range that has an end has a number of days");
  return (range.to.value_or(range.from) - range.from).count();
}

IsoWeek isoWeek(Date day) {
  // The Thursday of a week decides to which year the week belongs.
  const Date thursday = day - std::chrono::days{fromMonday(day)} + std::chrono::days{3};
  const int year = yearOf(thursday);
  return {year, static_cast<unsigned>((thursday - date(year, 1, 1)).count() / 7 + 1)};
}

Date monday(IsoWeek week) {
  const Date inFirstWeek = date(week.year, 1, 4);  // 4 January always lies in week 1
  return inFirstWeek - std::chrono::days{fromMonday(inFirstWeek)} + std::chrono::weeks{static_cast<int>(week.week) - 1};
}

DateRange daysOf(IsoWeek week) { return {monday(week), monday(week) + std::chrono::days{7}}; }

IsoWeek next(IsoWeek week) { return isoWeek(monday(week) + std::chrono::days{7}); }

IsoWeek previous(IsoWeek week) { return isoWeek(monday(week) - std::chrono::days{7}); }

std::optional<IsoWeek> parseIsoWeek(std::string_view text) {
  if (text.size() != 8 || text.substr(4, 2) != "-W") return std::nullopt;
  const auto year = digits(text.substr(0, 4), 4, 4);
  const auto number = digits(text.substr(6), 2, 2);
  if (!year || !number || *number < 1) return std::nullopt;
  const IsoWeek week{*year, static_cast<unsigned>(*number)};
  if (isoWeek(monday(week)) != week) return std::nullopt;  // most years have no week 53
  return week;
}

std::string isoWeekText(IsoWeek week) { return padded(week.year, 4) + "-W" + padded(week.week, 2); }

int financialYear(Date day) { return monthOf(day) >= 4 ? yearOf(day) : yearOf(day) - 1; }

DateRange daysOfFinancialYear(int year) { return {date(year, 4, 1), date(year + 1, 4, 1)}; }

std::string financialYearText(int year) { return padded(year, 4) + "-" + padded((year + 1) % 100, 2); }

int ageOn(Date born, Date day) {
  const int years = yearOf(day) - yearOf(born);
  return day < birthday(born, years) ? years - 1 : years;
}

Date birthday(Date born, int age) {
  const int year = yearOf(born) + age;
  const bool leap = std::chrono::year{year}.is_leap();
  if (monthOf(born) == 2 && dayOf(born) == 29 && !leap) return date(year, 3, 1);
  return date(year, monthOf(born), dayOf(born));
}

std::optional<int> schoolYear(Date born, Date day) {
  // A child starts Reception in the September after the fourth birthday, five school years after the one in which they were born.
  const int group = schoolYearStart(day) - schoolYearStart(born) - 5;
  if (group < 0 || group > 13) return std::nullopt;
  return group;
}

bool isKeyStage4(Date born, Date day) {
  const auto group = schoolYear(born, day);
  return group && (*group == 10 || *group == 11);
}

bool isSchoolAge(Date born, Date day) {
  const auto group = schoolYear(born, day);
  return group && *group <= 11 && (*group >= 1 || ageOn(born, day) >= 5);
}

WorkingDays::WorkingDays(std::vector<Date> bankHolidays) : m_bankHolidays(std::move(bankHolidays)) { std::ranges::sort(m_bankHolidays); }

const WorkingDays& WorkingDays::england() {
  static const WorkingDays calendar = [] {
    std::vector<Date> holidays;
    for (const auto line : split(embedded::bankHolidays(), '\n'))
      if (const auto day = parseIsoDate(line.substr(0, 10))) holidays.push_back(*day);
    return WorkingDays{std::move(holidays)};
  }();
  return calendar;
}

bool WorkingDays::isWorkingDay(Date day) const { return fromMonday(day) < 5 && !std::ranges::binary_search(m_bankHolidays, day); }

Date WorkingDays::after(Date from, int n) const {
  Date day = from;
  while (n > 0) {
    day += std::chrono::days{1};
    if (isWorkingDay(day)) --n;
  }
  return day;
}

int WorkingDays::between(Date from, Date to) const {
  int count = 0;
  for (Date day = from + std::chrono::days{1}; day <= to; day += std::chrono::days{1})
    if (isWorkingDay(day)) ++count;
  return count;
}

Date WorkingDays::knownUntil() const { return m_bankHolidays.empty() ? Date{} : date(yearOf(m_bankHolidays.back()), 12, 31); }

}  // namespace homeward
