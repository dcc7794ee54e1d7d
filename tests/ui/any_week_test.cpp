// The week's report for any week, reached by its day, and who came and went in it.
#include <QDateEdit>
#include <QLabel>
#include <QTableView>
#include <QTest>

#include "app/app_case.h"
#include "hands.h"
#include "nowhere.h"
#include "reports/report_table_model.h"
#include "reports/weekly_report_page.h"
#include "samples.h"
#include "shared/format.h"
#include "shared/page_parts.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

struct Reports : DemoOnDisk {
  Nowhere nowhere;
  WeeklyReportPage page{*workspace, nowhere};
  Reports() {
    page.resize(1300, 900);
    page.refresh();
  }
  [[nodiscard]] QString said() const {
    QStringList words;
    for (const auto* label : page.findChildren<QLabel*>()) words << label->text();
    return words.join(" | ");
  }
  [[nodiscard]] QTableView* groups() const {
    for (auto* view : page.findChildren<QTableView*>())
      if (view->accessibleName() == "Cost of the week by group") return view;
    return nullptr;
  }
  [[nodiscard]] std::size_t rowsOf(const char* key) const {
    for (const auto& table : page.report()->report.tables)
      if (table.key == key) return table.rows.size();
    return 0;
  }
};

}  // namespace

TEST_CASE("Alt+W takes a day, and the report is of its week; a year ahead is the last") {
  Reports reports;
  Hands hands(reports.page);
  CHECK(unnamed(reports.page).isEmpty());
  hands.press(Qt::Key_W, Qt::AltModifier);
  CHECK(hands.focused() == "Show the week of this day");
  hands.type("14072026");
  hands.press(Qt::Key_Return);
  CHECK(reports.page.week() == isoWeek(date(2026, 7, 14)));
  CHECK(reports.page.report()->cost.week == isoWeek(date(2026, 7, 14)));
  CHECK_FALSE(reports.said().contains("Days after the time shown"));
  hands.press(Qt::Key_Right, Qt::AltModifier);
  CHECK(reports.page.week() == next(isoWeek(date(2026, 7, 14))));
  CHECK(isoWeek(fromQDate(reports.page.findChild<QDateEdit*>()->date())) == reports.page.week());

  hands.press(Qt::Key_Home, Qt::AltModifier);
  CHECK(reports.page.week() == isoWeek(reports.today()));

  const IsoWeek ahead = isoWeek(reports.today() + std::chrono::days{70});
  reports.page.showWeek(ahead);
  CHECK(reports.page.week() == ahead);
  CHECK(reports.page.report()->cost.total > Money{});
  CHECK(reports.said().contains("Days after the time shown"));
  reports.page.showWeek(isoWeek(reports.today() + std::chrono::days{4000}));
  CHECK(reports.page.week() == reports.page.lastWeek());
  hands.press(Qt::Key_Right, Qt::AltModifier);
  CHECK(reports.page.week() == reports.page.lastWeek());
}

TEST_CASE("Who came and who went in the week stands on the page, and opens") {
  Reports reports;
  // A week of the demo in which somebody came and somebody went.
  IsoWeek week = isoWeek(reports.today());
  for (int i = 0; i < 60 && (reports.rowsOf("starts") == 0 || reports.rowsOf("ends") == 0); ++i) {
    week = previous(week);
    reports.page.showWeek(week);
  }
  REQUIRE(reports.rowsOf("starts") > 0);
  REQUIRE(reports.rowsOf("ends") > 0);
  Hands hands(reports.page);
  for (const char* key : {"starts", "ends"}) {
    emit reports.page.findChild<FilterChips*>()->chosen(key);
    INFO(key);
    CHECK(reports.groups()->model()->rowCount() == static_cast<int>(reports.rowsOf(key)));
    shot(reports.page, {1300, 900}, QString("week-%1").arg(key));
    reports.groups()->setFocus();
    reports.groups()->setCurrentIndex(reports.groups()->model()->index(0, 0));
    const QString child = reports.groups()->model()->index(0, 0).data().toString();
    hands.within([&] { hands.press(Qt::Key_Return); },
                 [&] {
                   CHECK(QApplication::activeModalWidget()->windowTitle().contains(child));
                   hands.press(Qt::Key_Escape);
                 });
  }
}
