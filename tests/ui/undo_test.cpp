// Edit > Undo: what was marked as done is owed again, by Ctrl+Z, and done again by Ctrl+Shift+Z.
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QStatusBar>
#include <QTest>
#include <QUndoGroup>

#include "app/app_case.h"
#include "app/market_data.h"
#include "app/my_work.h"
#include "app/referrals.h"
#include "desktop.h"
#include "hands.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

struct Desk : DemoOnDisk {
  Desktop desktop{std::move(workspace)};
  Hands hands{desktop.window()};
  [[nodiscard]] QStringList edits() const {
    QStringList words;
    for (const QAction* action : shell().menu(MainWindow::Menu::edit)->actions()) words << action->text().remove('&');
    return words;
  }
  [[nodiscard]] MainWindow& shell() const { return const_cast<Desktop&>(desktop).window(); }
  [[nodiscard]] std::vector<std::string> due() {
    std::vector<std::string> keys;
    const auto items = app::myWork(desktop.workspace(), true);
    REQUIRE(items);
    for (const app::WorkItem& item : *items)
      // These come by the clock, which goes on at each look.
      if (item.kind != app::WorkKind::widen && item.kind != app::WorkKind::reminder && item.kind != app::WorkKind::stalled)
        keys.push_back(item.key);
    return keys;
  }
};

}  // namespace

TEST_CASE("What was marked as done in My work is taken back and done again", "[undo]") {
  Desk desk;
  const auto before = desk.due();
  CHECK(desk.edits().front() == "Undo");
  for (std::size_t i = 0; i < before.size() && desk.due() == before; ++i) {
    desk.hands.press(Qt::Key_Space);  // marks what may be marked
    if (desk.due() == before) desk.hands.press(Qt::Key_Down);
  }
  const auto marked = desk.due();
  REQUIRE(marked.size() + 1 == before.size());
  CHECK(desk.edits().front().startsWith("Undo marking as done"));
  desk.hands.press(Qt::Key_Z, Qt::ControlModifier);
  CHECK(desk.due() == before);
  QTest::qWait(50);
  QStringList told;
  for (const auto* label : desk.shell().statusBar()->findChildren<QLabel*>()) told << label->text();
  CHECK(told.join(' ').contains("Undone"));  // and is not written over by the time of saving
  desk.hands.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  CHECK(desk.due() == marked);
}

TEST_CASE("A step that was ticked on a referral is owed again", "[undo]") {
  Desk desk;
  const auto lines = app::referralLines(desk.desktop.workspace(), true);
  REQUIRE(lines);
  const auto owing = std::find_if(lines->begin(), lines->end(), [](const app::ReferralLine& line) { return line.owed > 0; });
  REQUIRE(owing != lines->end());
  desk.desktop.openReferral(owing->id);
  desk.hands.settle();
  const auto owed = [&] {
    const auto now = app::referralCase(desk.desktop.workspace(), owing->id);
    REQUIRE(now);
    return std::count_if(now->referral.owed.begin(), now->referral.owed.end(), [](const OwedStep& step) { return !step.doneOn; });
  };
  const auto before = owed();
  for (auto* box : desk.desktop.window().currentPage()->findChildren<QCheckBox*>())
    if (box->isVisible() && !box->isChecked() && box->text().contains(", by ")) {
      box->setFocus();
      desk.hands.press(Qt::Key_Space);
      break;
    }
  REQUIRE(owed() == before - 1);
  CHECK(desk.edits().front().startsWith("Undo marking “"));
  desk.hands.press(Qt::Key_Z, Qt::ControlModifier);
  CHECK(owed() == before);
}

TEST_CASE("A person's new telephone is taken back and given again, until somebody changes the person", "[undo]") {
  Desk desk;
  const auto telephone = [&desk](PersonId id) { return desk.desktop.workspace().file().people().person(id)->telephone; };
  desk.hands.press(Qt::Key_7, Qt::ControlModifier);
  desk.hands.settle();
  desk.hands.to("People");
  const auto people = app::people(desk.desktop.workspace());
  REQUIRE(people);
  const Person first = people->front();
  desk.hands.press(Qt::Key_Home, Qt::ControlModifier);
  desk.hands.within([&] { desk.hands.press(Qt::Key_Return); },
                    [&] {
                      desk.hands.to("Telephone");
                      desk.hands.retype("01632 960999");
                      desk.hands.press(Qt::Key_Return);
                    });
  REQUIRE(telephone(first.id) == "01632 960999");
  CHECK(desk.edits().front().startsWith("Undo changing"));
  desk.hands.press(Qt::Key_Z, Qt::ControlModifier);
  CHECK(telephone(first.id) == first.telephone);
  desk.hands.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  CHECK(telephone(first.id) == "01632 960999");
  // What somebody else wrote since is not thrown away.
  Person now = *desk.desktop.workspace().file().people().person(first.id);
  now.email = "office@example.invalid";
  REQUIRE(app::savePerson(desk.desktop.workspace(), now));
  desk.hands.press(Qt::Key_Z, Qt::ControlModifier);
  CHECK(telephone(first.id) == "01632 960999");
  CHECK(desk.edits().front() == "Undo");
}

TEST_CASE("What was changed of a child is taken back", "[undo]") {
  Desk desk;
  desk.hands.press(Qt::Key_3, Qt::ControlModifier);
  desk.hands.settle();
  const auto lines = app::childLines(desk.desktop.workspace());
  REQUIRE(lines);
  desk.hands.within([&] { desk.hands.press(Qt::Key_E, Qt::ControlModifier); },
                    [&] {
                      desk.hands.to("Name");
                      desk.hands.retype("Bracken Example");
                      desk.hands.press(Qt::Key_Return);
                    });
  const auto changed = [&] {
    const auto now = app::childLines(desk.desktop.workspace());
    REQUIRE(now);
    return std::count_if(now->begin(), now->end(), [](const app::ChildLine& line) { return line.child.name == "Bracken Example"; });
  };
  REQUIRE(changed() == 1);
  desk.hands.press(Qt::Key_Z, Qt::ControlModifier);
  CHECK(changed() == 0);
}
