// The bin in the window by keys: in with a reason, refused with a sentence, back from the Data page.
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QTest>

#include "app/bin.h"
#include "app/journey.h"
#include "children/children_page.h"
#include "data/data_page.h"
#include "desktop.h"
#include "hands.h"
#include "samples.h"
#include "shared/act_dialog.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

TEST_CASE("A child that was entered twice goes in the bin with a reason and comes back from the Data page") {
  Journey journey;
  const auto child = app::saveChild(*journey.workspace, journey.planned().children.front());
  REQUIRE(child);
  Desktop desktop(std::move(journey.workspace));
  desktop.window().resize(1400, 900);
  Hands hands(desktop.window());
  const auto lies = [&] {
    const auto lines = app::bin(desktop.workspace());
    REQUIRE(lines);
    return lines->size();
  };
  desktop.openChild(child->id);
  hands.settle();
  const auto binned = [&](const std::function<void()>& inside) {
    hands.within(
        [&] {
          hands.press(Qt::Key_K, Qt::ControlModifier);
          hands.type("put child bin");
          hands.press(Qt::Key_Return);
        },
        inside);
  };
  binned([&] {
    CHECK(unnamed(*QApplication::activeModalWidget()).isEmpty());
    shot(*QApplication::activeModalWidget(), {}, "bin-reason");
    hands.press(Qt::Key_Return);
    auto* dialog = dynamic_cast<ActDialog*>(QApplication::activeModalWidget());
    REQUIRE(dialog != nullptr);
    CHECK(dialog->trouble().contains("why"));
    hands.type("Entered twice");
    hands.press(Qt::Key_Return);
  });
  CHECK(lies() == 1);
  // Whoever is placed does not go, and the dialog says what to do.
  const auto placed = desktop.workspace().file().placements().all();
  REQUIRE(placed);
  desktop.openChild(placed->front().child);
  hands.settle();
  binned([&] {
    hands.type("Entered twice");
    hands.press(Qt::Key_Return);
    auto* dialog = dynamic_cast<ActDialog*>(QApplication::activeModalWidget());
    REQUIRE(dialog != nullptr);
    CHECK(dialog->trouble().contains("reports count it"));
    dialog->QDialog::reject();
  });
  CHECK(lies() == 1);

  hands.press(Qt::Key_7, Qt::ControlModifier);
  hands.to("Bin");
  shot(desktop.window(), {1400, 1400}, "data-bin");
  hands.to("Put back"), hands.press(Qt::Key_Space);
  QTest::qWait(200);
  CHECK(lies() == 0);
  const auto lines = app::childLines(desktop.workspace());
  REQUIRE(lines);
  CHECK(std::any_of(lines->begin(), lines->end(), [&](const app::ChildLine& line) { return line.child.id == child->id; }));
}
