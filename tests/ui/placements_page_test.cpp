// The placements page and the children page over the demo case.
#include "placements/placements_page.h"

#include "app/app_case.h"
#include "app/find.h"
#include "children/children_page.h"
#include "nowhere.h"
#include "placements/placement_dialogs.h"
#include "samples.h"

using namespace homeward;
using namespace homeward::tests;

TEST_CASE("A price changed from a day leaves the earlier days at the earlier price") {
  DemoOnDisk demo;
  Nowhere nowhere;
  ui::PlacementsPage page(*demo.workspace, nowhere);
  page.refresh();
  REQUIRE(page.current().stored());
  const auto before = app::placementCase(*demo.workspace, page.current());
  REQUIRE(before);
  const auto fee =
      std::find_if(before->terms.begin(), before->terms.end(), [](const ContractTerm& term) { return !term.once && !term.valid.to; });
  REQUIRE(fee != before->terms.end());
  const Money dearer = fee->amount + Money{12345};
  ui::PriceDialog dialog(*demo.workspace, page.current());
  CHECK(unnamed(dialog).isEmpty());
  dialog.enter(fee->id, dearer, demo.today(), "Uplift");
  dialog.act();
  INFO(dialog.trouble().toStdString());
  CHECK(dialog.result() == QDialog::Accepted);
  const auto after = app::placementCase(*demo.workspace, page.current());
  REQUIRE(after);
  const auto priceOn = [&](Date day) {
    for (const ContractTerm& term : after->terms)
      if (term.item == fee->item && !term.once && term.valid.contains(day)) return term.amount;
    return Money{};
  };
  CHECK(priceOn(demo.today()) == dearer);
  if (fee->valid.from < demo.today()) CHECK(priceOn(demo.today() - std::chrono::days{1}) == fee->amount);
}

TEST_CASE("A placement does not end without its reason") {
  DemoOnDisk demo;
  Nowhere nowhere;
  ui::PlacementsPage page(*demo.workspace, nowhere);
  page.refresh();
  ui::EndDialog dialog(*demo.workspace, page.current());
  CHECK(unnamed(dialog).isEmpty());
  dialog.act();
  CHECK(dialog.result() != QDialog::Accepted);
  CHECK(dialog.trouble().contains("why the placement ends"));
}

TEST_CASE("The children page tells of the child that is asked for, and hides the name when names are hidden") {
  DemoOnDisk demo;
  Nowhere nowhere;
  ui::ChildrenPage page(*demo.workspace, nowhere);
  const auto lines = app::childLines(*demo.workspace);
  REQUIRE(lines);
  REQUIRE(lines->size() > 1);
  const Child& child = lines->back().child;
  page.show(child.id);
  CHECK(page.told().contains(QString::fromStdString(child.name)));
  page.setNamesHidden(true);
  CHECK(page.told().contains(QString::fromStdString(child.number)));
  CHECK_FALSE(page.told().contains(QString::fromStdString(child.name)));
  shot(page, {1200, 760}, "children");
  CHECK(unnamed(page).isEmpty());
  ui::PlacementsPage placements(*demo.workspace, nowhere);
  placements.refresh();
  shot(placements, {1200, 760}, "placements");
  CHECK(unnamed(placements).isEmpty());
}
