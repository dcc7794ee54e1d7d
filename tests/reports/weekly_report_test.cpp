#include <algorithm>

#include "reports/weekly.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::reports;

namespace {

constexpr IsoWeek week48{2026, 48};
constexpr Instant now = date(2026, 11, 27);

PlacementFacts lives(std::int64_t child, SettingType type, Sector sector, const std::string& team, DateRange stay, Money rate) {
  PlacementFacts facts;
  facts.placement.child = ChildId{child};
  facts.placement.stay = stay;
  facts.childNumber = "C-" + std::to_string(child);
  facts.childBorn = date(2012, 11, 29);
  facts.settingType = type;
  facts.sector = sector;
  facts.teamName = team;
  facts.settingName = "Petrel House";
  facts.providerName = "Lanternfish Care";
  ContractTerm term;
  term.amount = rate;
  term.valid = {stay.from, std::nullopt};
  facts.terms = {term};
  return facts;
}

/// Two foster children, one of whom left; two children in homes, one dear and shared with health, one just below the limit.
std::vector<PlacementFacts> invented() {
  const DateRange running{date(2026, 1, 5), std::nullopt};
  auto dear = lives(3, SettingType::childrensHome, Sector::privateSector, "East", running, pounds(4800));
  dear.milesFromHome = 58.6;
  FundingShare health;
  health.funder = Funder::health;
  health.basisPoints = 3050;
  health.valid = running;
  dear.funding = {health};
  auto ended = lives(2, SettingType::fosteringHousehold, Sector::inHouse, "West", {date(2026, 1, 5), date(2026, 11, 26)}, pounds(700));
  ended.placement.endedUnplanned = true;
  return {lives(1, SettingType::fosteringHousehold, Sector::inHouse, "West", {date(2026, 11, 23), std::nullopt}, pounds(742)), ended, dear,
          lives(4, SettingType::childrensHome, Sector::privateSector, "", running, Money{479999})};
}

Report report(const std::vector<PlacementFacts>& facts) { return weeklyReport(facts, week48, now, "A. Teasel", true); }

Table table(const Report& report, const std::string& key) {
  const auto found = std::find_if(report.tables.begin(), report.tables.end(), [&](const Table& each) { return each.key == key; });
  REQUIRE(found != report.tables.end());
  return *found;
}

Money amount(const Cell& cell) { return std::get<Money>(cell); }
std::string words(const Cell& cell) { return std::get<std::string>(cell); }
std::int64_t number(const Cell& cell) { return std::get<std::int64_t>(cell); }

bool fits(const Cell& cell, ColumnKind kind) {
  switch (kind) {
    case ColumnKind::words:
      return std::holds_alternative<std::string>(cell);
    case ColumnKind::wholeNumber:
    case ColumnKind::percent:
      return std::holds_alternative<std::int64_t>(cell);
    case ColumnKind::amount:
      return std::holds_alternative<Money>(cell);
    case ColumnKind::day:
      return std::holds_alternative<Date>(cell);
    case ColumnKind::miles:
      return std::holds_alternative<double>(cell);
  }
  return false;
}

}  // namespace

TEST_CASE("the report says what it is, when it was counted, by whom and how") {
  const Report made = report(invented());
  CHECK(made.title == "Weekly cost report");
  CHECK(made.period == "Week 48: 23 to 29 November 2026");
  CHECK(made.asAt == now);
  CHECK(made.author == "A. Teasel");
  CHECK(made.filters == "no filter");
  CHECK(made.fictional);
  CHECK(made.howCounted.find("the day of leaving does not") != std::string::npos);
}

TEST_CASE("a week that is not over when it is counted says how the days to come are counted") {
  const Instant during = Instant{date(2026, 11, 27)} + std::chrono::hours{12};
  const Instant after = Instant{date(2026, 11, 29)} + std::chrono::hours{12};
  const auto howAt = [&](Instant moment) { return weeklyReport(invented(), week48, moment, "A. Teasel", true).howCounted; };
  CHECK(howAt(during).find("Days after the time shown") != std::string::npos);
  CHECK(howAt(after).find("Days after the time shown") == std::string::npos);
}

TEST_CASE("a week that crosses a month or a year says both") {
  CHECK(daysInWords({2026, 48}) == "23 to 29 November 2026");
  CHECK(daysInWords({2026, 49}) == "30 November to 6 December 2026");
  CHECK(daysInWords({2026, 53}) == "28 December 2026 to 3 January 2027");
}

TEST_CASE("every table is well formed: words for all, cells of their column's kind, totals of full width") {
  const Report made = report(invented());
  std::vector<std::string> keys;
  for (const Table& each : made.tables) {
    keys.push_back(each.key);
    INFO(each.key);
    CHECK(each.title.front() != '[');
    for (const Column& column : each.columns) CHECK(column.title.front() != '[');
    CHECK((each.note.empty() || each.note.front() != '['));
    auto rows = each.rows;
    if (!each.totals.empty()) rows.push_back(each.totals);
    for (const auto& row : rows) {
      REQUIRE(row.size() == each.columns.size());
      for (std::size_t i = 0; i < row.size(); ++i) {
        INFO("column " << each.columns[i].title);
        CHECK((std::holds_alternative<std::monostate>(row[i]) || fits(row[i], each.columns[i].kind)));
      }
    }
  }
  CHECK(keys == std::vector<std::string>{"bySettingType", "byProviderType", "byTeam", "byFunder", "changes", "starts", "ends", "highCost",
                                         "placements"});
}

TEST_CASE("groups add up to the total by setting type, provider type and team") {
  const Report made = report(invented());
  const Money total = weeklyCost(invented(), week48, now).total;
  for (const char* key : {"bySettingType", "byProviderType", "byTeam"}) {
    const Table groups = table(made, key);
    Money sum;
    Money change;
    std::int64_t children = 0;
    for (const auto& row : groups.rows) {
      children += number(row[1]);
      sum += amount(row[3]);
      change += amount(row[4]);
    }
    INFO(key);
    CHECK(children == number(groups.totals[1]));
    CHECK(sum == total);
    CHECK(amount(groups.totals[3]) == total);
    CHECK(change == amount(groups.totals[4]));
  }
}

TEST_CASE("a setting type shows its children, its cost and the average for a child") {
  const Table types = table(report(invented()), "bySettingType");
  REQUIRE(types.rows.size() == 2);
  CHECK(words(types.rows[0][0]) == "Fostering household");
  CHECK(number(types.rows[0][1]) == 1);
  CHECK(number(types.rows[0][2]) == 0);
  CHECK(amount(types.rows[0][3]) == pounds(742 + 300));
  CHECK(words(types.rows[1][0]) == "Children’s home");
  CHECK(amount(types.rows[1][5]) == Money{480000});  // 9,599.99 over two, halves away from zero
}

TEST_CASE("children without a team come last under words of their own") {
  const Table teams = table(report(invented()), "byTeam");
  REQUIRE(teams.rows.size() == 3);
  CHECK(words(teams.rows[0][0]) == "East");
  CHECK(words(teams.rows[2][0]) == "no team");
}

TEST_CASE("funders add up, with their share in hundredths of a per cent") {
  const Table funders = table(report(invented()), "byFunder");
  Money sum;
  for (const auto& row : funders.rows) sum += amount(row[1]);
  CHECK(sum == amount(funders.totals[1]));
  CHECK(number(funders.totals[2]) == 10000);
  CHECK(words(funders.rows[1][0]) == "Health");
  CHECK(amount(funders.rows[1][1]) == pounds(1464));
  CHECK(number(funders.rows[1][2]) == 1376);  // 1,464.00 of 10,641.99
}

TEST_CASE("from last week's cost the changes lead to this week's") {
  const Table changes = table(report(invented()), "changes");
  CHECK(words(changes.rows.front()[0]) == "Week 47");
  CHECK(words(changes.totals[0]) == "Week 48");
  Money sum;
  for (const auto& row : changes.rows) sum += amount(row[2]);
  CHECK(sum == amount(changes.totals[2]));
  CHECK(words(changes.rows[1][0]) == "Newly placed");
  CHECK(words(changes.rows[2][0]) == "Have left");
}

TEST_CASE("starts and ends are listed, and a breakdown is called one") {
  const Report made = report(invented());
  const Table starts = table(made, "starts");
  REQUIRE(starts.rows.size() == 1);
  CHECK(words(starts.rows[0][0]) == "C-1");
  CHECK(amount(starts.rows[0][4]) == pounds(742));
  const Table ends = table(made, "ends");
  REQUIRE(ends.rows.size() == 1);
  CHECK(words(ends.rows[0][0]) == "C-2");
  CHECK(words(ends.rows[0][5]) == "breakdown");
}

TEST_CASE("high cost begins at the limit exactly, dearest first, with who shares it") {
  auto facts = invented();
  const Table atLimit = table(report(facts), "highCost");
  REQUIRE(atLimit.rows.size() == 1);
  CHECK(words(atLimit.rows[0][0]) == "C-3");
  CHECK(number(atLimit.rows[0][1]) == 14);  // whose birthday is the last day of the week
  CHECK(words(atLimit.rows[0][6]) == "health 30.50%");
  facts[3].terms[0].amount = pounds(6000);
  const Report dearer = report(facts);
  const Table both = table(dearer, "highCost");
  REQUIRE(both.rows.size() == 2);
  CHECK(words(both.rows[0][0]) == "C-4");
  CHECK(words(both.rows[0][6]) == "none");
  CHECK(amount(both.totals[5]) == pounds(10800));
}

TEST_CASE("an empty week has its tables and no average") {
  const Report made = report({});
  CHECK(made.tables.size() == 9);
  CHECK(std::holds_alternative<std::monostate>(table(made, "bySettingType").totals[5]));
  CHECK(std::holds_alternative<std::monostate>(table(made, "byFunder").totals[2]));
}
