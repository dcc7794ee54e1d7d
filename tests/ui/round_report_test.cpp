// How searches went, on the Reports page by keys: its tables, what stands behind a row, and the way to a referral.
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QTableView>
#include <QTest>

#include "app/journey.h"
#include "desktop.h"
#include "hands.h"
#include "reports/reports_page.h"
#include "reports/round_report_page.h"
#include "reports/weekly_report_page.h"
#include "samples.h"
#include "shared/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

struct Reports : DemoOnDisk {
  Desktop desktop{std::move(workspace)};
  Hands hands{desktop.window()};
  Reports() {
    desktop.window().resize(1500, 900);
    desktop.window().show();
    desktop.openSection(Desktop::reports);
    hands.settle();
  }
  [[nodiscard]] ReportsPage& page() {
    auto* page = qobject_cast<ReportsPage*>(desktop.window().currentPage());
    REQUIRE(page != nullptr);
    return *page;
  }
};

}  // namespace

TEST_CASE("The second report is reached by keys, and each row opens the referrals behind it") {
  Reports reports;
  CHECK(reports.page().title() == "Weekly report");
  reports.page().showRound(true);
  reports.hands.settle();
  CHECK(reports.page().title() == "How searches went");
  CHECK(doubledLetters(reports.desktop.window()).isEmpty());
  CHECK(unnamed(reports.desktop.window()).isEmpty());
  const auto& round = reports.page().round().report();
  REQUIRE(round);
  REQUIRE(round->counted.size() > 5);
  shot(reports.desktop.window(), {}, "round-report");

  reports.page().firstFocus()->setFocus();
  auto* view = qobject_cast<QTableView*>(reports.page().firstFocus());
  REQUIRE(view != nullptr);
  view->setCurrentIndex(view->model()->index(2, 0));  // the choice
  const auto& behind = round->behind.at("times")[2];
  REQUIRE_FALSE(behind.empty());
  int rows = 0;
  reports.hands.within([&] { reports.hands.press(Qt::Key_Return); },
                       [&] {
                         auto* list = QApplication::activeModalWidget()->findChild<QTableView*>();
                         REQUIRE(list != nullptr);
                         rows = list->model()->rowCount();
                         shot(*QApplication::activeModalWidget(), {}, "round-behind");
                         list->setFocus();
                         reports.hands.press(Qt::Key_Return);
                       });
  CHECK(rows == static_cast<int>(behind.size()));
  reports.hands.settle();
  CHECK(reports.desktop.window().currentPage()->title() == "Referrals");
}

TEST_CASE("Another period counts again, and a period that ends before it begins says so") {
  Reports reports;
  reports.page().showRound(true);
  const auto days = reports.page().round().findChildren<QDateEdit*>();
  REQUIRE(days.size() == 2);
  const auto before = reports.page().round().report()->counted.size();
  days[0]->setDate(toQDate(reports.desktop.workspace().today() - std::chrono::days{3}));
  CHECK(reports.page().round().report()->counted.size() < before);
  days[1]->setDate(toQDate(reports.desktop.workspace().today() - std::chrono::days{9}));
  bool said = false;
  for (const auto* label : reports.page().round().findChildren<QLabel*>())
    said = said || (label->isVisible() && label->text().contains("The last day lies before the first"));
  CHECK(said);
}
