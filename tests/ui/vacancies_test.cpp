// Free places that nobody has confirmed: from My work into the market, and confirmed or closed there by keys.
#include <QAction>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTreeView>

#include "app/journey.h"
#include "app/my_work.h"
#include "desktop.h"
#include "hands.h"
#include "market/market_model.h"
#include "market/market_page.h"
#include "samples.h"
#include "worklist/work_model.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

TEST_CASE("Vacancies in My work open as the homes to ring, and each is confirmed or closed with a key") {
  Journey journey;
  journey.later(demoDay + std::chrono::days{60});  // by then every place of the demo is unconfirmed
  Desktop desktop(std::move(journey.workspace));
  desktop.window().resize(1600, 1000);
  desktop.window().show();
  Hands hands(desktop.window());
  app::Workspace& workspace = desktop.workspace();
  const auto vacancies = [&] {
    std::vector<app::WorkItem> found;
    const auto items = app::myWork(workspace, false);
    REQUIRE(items);
    for (const app::WorkItem& item : *items)
      if (item.kind == app::WorkKind::vacancy) found.push_back(item);
    return found;
  };
  const auto before = vacancies();
  REQUIRE_FALSE(before.empty());
  CHECK_FALSE(before.front().mayBeMarkedDone);  // hidden without anybody asked would be a promise broken
  REQUIRE(before.front().provider);

  QTreeView* list = nullptr;
  for (auto* one : desktop.window().findChildren<QTreeView*>())
    if (one->accessibleName() == "What is due") list = one;
  REQUIRE(list != nullptr);
  auto* model = static_cast<WorkModel*>(list->model());
  list->setCurrentIndex(model->find(before.front().key));
  list->setFocus();
  hands.press(Qt::Key_Return);
  auto* page = qobject_cast<MarketPage*>(desktop.window().currentPage());
  REQUIRE(page != nullptr);
  auto* table = page->findChild<QTableView*>("marketTable");
  auto* rows = page->findChild<MarketModel*>();
  const int shown = table->model()->rowCount();
  REQUIRE(shown > 1);
  const auto current = [&] {
    return *rows->line(static_cast<QSortFilterProxyModel*>(table->model())->mapToSource(table->currentIndex()).row()).setting;
  };
  for (int row = 0; row < shown; ++row) {
    const auto& line = rows->line(static_cast<QSortFilterProxyModel*>(table->model())->mapToSource(table->model()->index(row, 0)).row());
    REQUIRE(line.setting != nullptr);
    CHECK(line.setting->provider == before.front().provider);
    CHECK(line.setting->vacancy->places > 0);
  }
  shot(desktop.window(), {1600, 1000}, "vacancies");
  table->setFocus();
  const Setting first = current();
  hands.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
  CHECK(workspace.file().market().setting(first.id)->vacancy->confirmedOn == workspace.today());
  CHECK(workspace.file().market().setting(first.id)->vacancy->places == first.vacancy->places);
  CHECK(table->model()->rowCount() == shown - 1);
  const Setting second = current();
  REQUIRE(second.id != first.id);
  hands.press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
  CHECK(workspace.file().market().setting(second.id)->vacancy->places == 0);
  CHECK(table->model()->rowCount() == shown - 2);

  // Matching a referral afterwards starts from the whole market again.
  desktop.openMarketFor(ReferralId{1});
  hands.settle();
  CHECK(table->model()->rowCount() > shown);
}
