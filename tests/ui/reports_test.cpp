// The weekly report on the screen and on paper.
#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>

#include "print/cell_text.h"
#include "print/report_pages.h"
#include "reports/charts.h"
#include "reports/placements_behind.h"
#include "reports/report_table_model.h"
#include "reports/weekly_report_page.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

constexpr IsoWeek week{2026, 48};

reports::PlacementFacts placed(std::int64_t id, std::string number, SettingType type, DateRange stay, Money weekly) {
  reports::PlacementFacts facts;
  facts.placement.id = PlacementId{id};
  facts.placement.child = ChildId{id};
  facts.placement.stay = stay;
  facts.childNumber = std::move(number);
  facts.childBorn = date(2014, 5, 1);
  facts.settingType = type;
  facts.settingName = "Alder household";
  ContractTerm fee;
  fee.placement = facts.placement.id;
  fee.amount = weekly;
  fee.valid = {stay.from, std::nullopt};
  facts.terms.push_back(fee);
  ContractTerm health = fee;
  health.item = QuoteItem::healthContribution;
  health.amount = pounds(70);
  facts.terms.push_back(health);
  return facts;
}

app::WeekReport sampleWeek() {
  const Instant moment = *parseIsoInstant("2026-11-29T12:00:00Z");
  app::WeekReport report;
  report.facts.push_back(placed(1, "C-2207", SettingType::fosteringHousehold, {date(2026, 1, 5), std::nullopt}, pounds(900)));
  report.facts.push_back(placed(2, "C-1733", SettingType::childrensHome, {date(2026, 11, 25), std::nullopt}, pounds(8150)));
  report.facts.push_back(placed(3, "C-1988", SettingType::childrensHome, {date(2026, 3, 2), date(2026, 11, 26)}, pounds(5000)));
  report.cost = reports::weeklyCost(report.facts, week, moment);
  report.report = reports::weeklyReport(report.facts, week, moment, "A. Teasel", true);
  return report;
}

Money lastAmount(const std::vector<reports::Cell>& cells) { return std::get<Money>(cells.back()); }

}  // namespace

TEST_CASE("What stands behind a row adds up to its figure, and the terms to the placement's line") {
  const auto report = sampleWeek();
  REQUIRE(report.cost.placements.size() == 3);
  for (const auto& table : report.report.tables) {
    if (table.key != "bySettingType") continue;
    REQUIRE(table.rows.size() == 2);
    for (const auto& row : table.rows) {
      Money sum;
      for (const auto at : behindRow(report, table.key, cellText(row[0], reports::ColumnKind::words)))
        sum += report.cost.placements[at].net;
      CHECK(sum == std::get<Money>(row[3]));
    }
    CHECK(behindRow(report, table.key, cellText(table.totals[0], reports::ColumnKind::words)).size() == 3);
  }
  for (std::size_t i = 0; i < report.cost.placements.size(); ++i)
    CHECK(lastAmount(termsTable(report, i).totals) == report.cost.placements[i].net);
  const auto behind = placementsTable(report, {0, 1, 2});
  CHECK(std::get<Money>(behind.totals[4]) == report.cost.total);
  CHECK(std::get<std::string>(behind.rows[0][0]) == "C-1733");
  CHECK(std::get<std::int64_t>(behind.rows[0][3]) == 5);
}

TEST_CASE("A report's table is a sound model with its totals last and a bar that is as long as its share") {
  const auto report = sampleWeek();
  ReportTableModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  const auto& table = report.report.tables.front();
  model.setTable(table, ReportTableModel::Bar{3, 4});
  REQUIRE(model.rowCount() == static_cast<int>(table.rows.size()) + 1);
  CHECK(model.columnCount() == static_cast<int>(table.columns.size()) + 1);
  CHECK(model.isTotals(model.rowCount() - 1));
  CHECK(model.index(0, 3).data(BarRole).toDouble() <= 1.0);
  CHECK(model.index(1, 3).data(BarRole).toDouble() > model.index(0, 3).data(BarRole).toDouble());
  CHECK_FALSE(model.index(model.rowCount() - 1, 3).data(BarRole).isValid());
  CHECK(model.index(0, 4).data().toString() == "£830.00");
}

TEST_CASE("An axis starts at nought unless the steps would then be too small to see, and never above a level") {
  CHECK(axisStart({}) == Money{});
  CHECK(axisStart({pounds(100), pounds(400)}) == Money{});
  const auto start = axisStart({pounds(758870), pounds(770332), pounds(767595)});
  CHECK(start > Money{});
  CHECK(start < pounds(758870));
}

TEST_CASE("Cells read the same on the screen and on paper") {
  using K = reports::ColumnKind;
  CHECK(cellText(Money{-62000}, K::amount) == "−£620.00");
  CHECK(cellText(std::monostate{}, K::amount) == "none");
  CHECK(cellText(8.9, K::miles) == "8.9");
  CHECK(cellText(std::int64_t{3075}, K::percent) == "30.8%");
  CHECK(cellText(date(2026, 11, 2), K::day) == "2 November 2026");
}

TEST_CASE("On paper the placements' lines are an appendix that is asked for; a spreadsheet has them always") {
  auto report = sampleWeek().report;
  auto& lines = report.tables.back();
  REQUIRE(lines.key == "placements");
  lines.rows.insert(lines.rows.end(), 300, lines.rows.front());
  const QTemporaryDir folder;
  const auto read = writeReportPdf(report, folder.filePath("read.pdf"));
  const auto full = writeReportPdf(report, folder.filePath("full.pdf"), Appendix::printed);
  REQUIRE((read && full));
  CHECK(*read <= 4);
  CHECK(*full > *read + 8);
}

TEST_CASE("A long table runs over pages of a PDF that is whole or not there") {
  auto report = sampleWeek().report;
  const QTemporaryDir folder;
  const auto few = writeReportPdf(report, folder.filePath("few.pdf"));
  REQUIRE(few);
  auto& table = report.tables.front();
  const auto row = table.rows.front();
  table.rows.insert(table.rows.end(), 200, row);
  const auto many = writeReportPdf(report, folder.filePath("many.pdf"));
  REQUIRE(many);
  CHECK(*many > *few + 3);
  QFile file(folder.filePath("many.pdf"));
  REQUIRE(file.open(QIODevice::ReadOnly));
  const auto bytes = file.readAll();
  CHECK(bytes.startsWith("%PDF"));
  CHECK_FALSE(bytes.contains("Teasel"));  // nobody's name in the file's properties
  CHECK_FALSE(writeReportPdf(report, folder.filePath("no such folder/report.pdf")));
}
