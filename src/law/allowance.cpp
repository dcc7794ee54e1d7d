// The national minimum fostering allowance: what a carer receives a week at least, by the child's age, the area and the year.
#include <array>
#include <string_view>

#include "law/judges.h"

namespace homeward::law {
namespace {

enum class Area { london, southEast, rest };

struct Band {
  int ageTo;                           ///< completed years, inclusive
  std::array<std::int64_t, 3> pounds;  ///< a week: London, the South East, the rest of England
};
struct Year {
  Date from;
  Date to;  ///< the first day that it does not cover
  std::array<Band, 5> bands;
};

/// As the Department for Education published them. A year that is not here is not known, and nothing is guessed from another.
constexpr std::array<Year, 1> years{
    {{date(2025, 4, 6),
      date(2026, 4, 6),
      {{{2, {198, 189, 170}}, {4, {201, 196, 176}}, {10, {225, 216, 194}}, {15, {257, 247, 220}}, {17, {299, 288, 258}}}}}}};

/// Upper-tier authorities of the South East, by their ONS codes.
constexpr std::array<std::string_view, 19> southEast{
    "E06000035", "E06000036", "E06000037", "E06000038", "E06000039", "E06000040", "E06000041", "E06000042", "E06000043", "E06000044",
    "E06000045", "E06000046", "E06000060", "E10000011", "E10000014", "E10000016", "E10000025", "E10000030", "E10000032"};

std::optional<Area> areaOf(std::string_view authority) {
  if (authority.starts_with("E09")) return Area::london;
  if (!authority.starts_with("E")) return std::nullopt;
  return std::find(southEast.begin(), southEast.end(), authority) != southEast.end() ? Area::southEast : Area::rest;
}

std::optional<Money> minimum(Date day, int age, Area area) {
  for (const Year& year : years) {
    if (day < year.from || day >= year.to) continue;
    for (const Band& band : year.bands)
      if (age <= band.ageTo) return Money{band.pounds[static_cast<std::size_t>(area)] * 100};
  }
  return std::nullopt;
}

/// What is paid for the placement a week: of it the carer receives all or a part.
std::optional<MoneyRange> paidAWeek(const Circumstances& circumstances) {
  if (circumstances.offer != nullptr)
    for (const QuoteLine& line : circumstances.offer->quote)
      if (line.item == QuoteItem::coreFee && line.charge == Charge::weekly) return line.amount;
  if (circumstances.setting != nullptr && circumstances.setting->weeklyRate) return MoneyRange::exactly(*circumstances.setting->weeklyRate);
  return std::nullopt;
}

}  // namespace

LegalFinding carerAllowance(const Circumstances& circumstances) {
  const auto type = typeOf(circumstances);
  if (!type) return typeUnknown(27);
  if (*type != SettingType::fosteringHousehold) return notApplicable(27, {"law.25.otherRoute", {}});
  const auto area = circumstances.setting == nullptr ? std::nullopt : areaOf(circumstances.setting->place.authority);
  const Fact question{"law.27.question", {circumstances.placedOn}};
  if (!area) return notKnown(27, {"law.27.areaUnknown", {}}, question);
  const auto least = minimum(circumstances.placedOn, ageThen(circumstances), *area);
  if (!least) return notKnown(27, {"law.27.yearUnknown", {circumstances.placedOn}}, question);
  const auto paid = paidAWeek(circumstances);
  if (!paid) return notKnown(27, {"law.27.notSaid", {*least}}, question);
  if (paid->high && *paid->high < *least) return broken(27, {"law.27", {*paid->high, *least}}, {"law.27.back", {*least}});
  const bool ourOwn = circumstances.provider != nullptr && circumstances.provider->sector == Sector::inHouse;
  if (ourOwn && paid->low >= *least) return satisfied(27, {"law.27.met", {*least}});
  return notKnown(27, {"law.27.part", {*least}}, question);
}

}  // namespace homeward::law
