// The week's cost against the same figures by SQL of another hand, over placement and term rows only, for 52 weeks of the demo case.
#include <sqlite3.h>

#include <memory>

#include "app/week_report.h"
#include "app_case.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// Net cost in pence of the days [monday, monday + 7): for each term that is known, the days that stay, term and week share, by the rule
/// floor(rate b / 7) - floor(rate a / 7), and sums due once on their day. SQLite's integer division truncates, so rates are shifted to
/// non-negative before they are divided: amounts are never negative in the file.
constexpr const char* weekBySql = R"sql(
WITH shared AS (
  SELECT t.item, t.once, t.amount,
         CAST(julianday(max(p.stay_from, t.valid_from, :monday)) - 2440587.5 AS INTEGER) AS a,
         CAST(julianday(min(coalesce(p.stay_to, '9999-12-31'), coalesce(t.valid_to, '9999-12-31'), date(:monday, '+7 days'))) - 2440587.5 AS INTEGER) AS b,
         t.valid_from AS due,
         p.stay_from, p.stay_to
    FROM placement p JOIN contract_term t ON t.placement_id = p.id
   WHERE p.superseded_at IS NULL AND t.superseded_at IS NULL)
SELECT coalesce(sum((CASE WHEN item IN ('healthContribution', 'educationContribution') THEN -1 ELSE 1 END) *
       CASE WHEN once = 1 THEN (CASE WHEN due >= :monday AND due < date(:monday, '+7 days') THEN amount ELSE 0 END)
            WHEN b > a THEN amount * b / 7 - amount * a / 7
            ELSE 0 END), 0)
  FROM shared)sql";

std::int64_t bySql(const std::filesystem::path& file, Date monday) {
  sqlite3* opened = nullptr;
  REQUIRE(sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> connection(opened, &sqlite3_close);
  sqlite3_stmt* prepared = nullptr;
  REQUIRE(sqlite3_prepare_v2(connection.get(), weekBySql, -1, &prepared, nullptr) == SQLITE_OK);
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, &sqlite3_finalize);
  const std::string day = isoDate(monday);
  REQUIRE(sqlite3_bind_text(statement.get(), 1, day.c_str(), -1, SQLITE_TRANSIENT) == SQLITE_OK);
  REQUIRE(sqlite3_step(statement.get()) == SQLITE_ROW);
  return sqlite3_column_int64(statement.get(), 0);
}

}  // namespace

TEST_CASE("The weekly report is what plain SQL counts, for 52 weeks") {
  const DemoOnDisk demo;
  IsoWeek week = isoWeek(demo.today());
  for (int i = 0; i < 52; ++i, week = previous(week)) {
    const auto report = app::weekReport(*demo.workspace, week);
    REQUIRE(report);
    INFO(isoWeekText(week));
    CHECK(report->cost.total.pence == bySql(demo.path, monday(week)));
    CHECK(report->cost.total.pence > 0);
  }
}

TEST_CASE("A stay that is one day shorter than it was makes the report differ from the SQL of the rows before") {
  const DemoOnDisk demo;
  auto placements = demo.workspace->file().placements().all();
  REQUIRE(placements);
  const auto endsMidWeek = [&](const Placement& placement) {
    return placement.stay.to && *placement.stay.to > demo.today() - std::chrono::days{364} && *placement.stay.to < demo.today() &&
           *placement.stay.to > monday(isoWeek(*placement.stay.to)) &&
           *placement.stay.to < monday(isoWeek(*placement.stay.to)) + std::chrono::days{6};
  };
  const auto ended = std::find_if(placements->begin(), placements->end(), endsMidWeek);
  REQUIRE(ended != placements->end());
  const IsoWeek week = isoWeek(*ended->stay.to);
  const std::int64_t before = bySql(demo.path, monday(week));
  ended->stay.to = *ended->stay.to - std::chrono::days{1};
  REQUIRE(demo.workspace->change([&](store::Transaction& in) { return demo.workspace->file().placements().correct(in, *ended); }));
  const auto report = app::weekReport(*demo.workspace, week);
  REQUIRE(report);
  CHECK(report->cost.total.pence != before);
  CHECK(report->cost.total.pence == bySql(demo.path, monday(week)));
}
