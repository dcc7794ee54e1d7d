// The market and the weekly report as pages over the demo case, worked with keys.
#include <QAbstractButton>
#include <QAction>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "app/open_case.h"
#include "app/referrals.h"
#include "market/market_model.h"
#include "market/market_page.h"
#include "nowhere.h"
#include "reports/weekly_report_page.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

struct Demo {
  QTemporaryDir folder;
  std::unique_ptr<app::Workspace> workspace;
  mutable tests::Nowhere nowhere;
  Demo() {
    auto made = app::demoCase(folder.filePath("demo.homeward").toStdString(), 1, date(2026, 11, 23));
    REQUIRE(made);
    workspace = *std::move(made);
  }
  ReferralId wren() const {
    const auto lines = app::referralLines(*workspace, true);
    REQUIRE(lines);
    for (const auto& line : *lines)
      if (line.number == "R-0412") return line.id;
    FAIL("the demo case has no R-0412");
    return {};
  }
};

/// Controls that the keyboard reaches but a screen reader could not name.
QStringList nameless(const QWidget& page) {
  QStringList found;
  for (const auto* widget : page.findChildren<QWidget*>()) {
    if (!widget->isVisibleTo(&page) || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr) continue;
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const bool inner = widget->objectName().startsWith("qt_") || widget->parentWidget()->inherits("QComboBox");
    if (!inner && widget->accessibleName().isEmpty() && (button == nullptr || button->text().isEmpty()))
      found << widget->metaObject()->className() + QString(" ") + widget->objectName();
  }
  return found;
}

}  // namespace

TEST_CASE("The market matched to a referral is narrowed, ticked and explained by keys") {
  const Demo demo;
  MarketPage page(*demo.workspace, demo.nowhere);
  page.resize(1500, 900);
  page.show();
  page.showReferral(demo.wren());
  auto* table = page.findChild<QTableView*>("marketTable");
  auto* model = page.findChild<MarketModel*>();
  REQUIRE(table != nullptr);
  REQUIRE(model != nullptr);
  REQUIRE(table->model()->rowCount() > 3);
  CHECK(table->model()->rowCount() == model->lines().usable() + shownMisses);
  CHECK(table->currentIndex().isValid());

  QTest::keyClick(table, Qt::Key_Space);
  REQUIRE(model->ticked().size() == 1);
  QTest::keyClick(table, Qt::Key_Down);
  QTest::keyClick(table, Qt::Key_Space);
  CHECK(model->ticked().size() == 2);
  QTest::keyClick(table, Qt::Key_Space);
  CHECK(model->ticked().size() == 1);

  const auto ranked = model->lines().ranked;
  page.refresh();
  CHECK(model->lines().ranked == ranked);  // nothing changed, so nothing is ranked again
  page.showReferral(std::nullopt);
  CHECK(model->lines().ranked == nullptr);
  CHECK(table->isColumnHidden(MarketModel::MatchColumn));
  CHECK(table->model()->rowCount() == static_cast<int>(model->lines().rows.size()));
}

TEST_CASE("Every control of the market and of the weekly report has a name") {
  const Demo demo;
  auto& nowhere = demo.nowhere;
  MarketPage market(*demo.workspace, nowhere);
  market.show();
  market.showReferral(demo.wren());
  CHECK(nameless(market).join("; ").toStdString().empty());
  WeeklyReportPage report(*demo.workspace, nowhere);
  report.show();
  report.refresh();
  CHECK(nameless(report).join("; ").toStdString().empty());
}

TEST_CASE("Alt+Left goes a week back and Alt+Right returns, and goes on into weeks to come, never beyond the last that is counted") {
  const Demo demo;
  WeeklyReportPage page(*demo.workspace, demo.nowhere);
  page.show();
  page.refresh();
  const auto now = page.week();
  REQUIRE(page.report());
  page.menuActions().at(0)->trigger();
  CHECK(page.week() == previous(now));
  CHECK(page.report()->cost.week == previous(now));
  page.menuActions().at(1)->trigger();
  CHECK(page.week() == now);
  page.menuActions().at(1)->trigger();
  CHECK(page.week() == next(now));
  page.showWeek(page.lastWeek());
  page.menuActions().at(1)->trigger();
  CHECK(page.week() == page.lastWeek());
}
