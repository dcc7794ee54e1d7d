// From the choice to the start over several days by keys alone: decided by telephone, the program closed, confirmed by the one who
// decided, approved and started by the officer on another day.
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QTest>
#include <QTreeView>

#include "app/three_offers.h"
#include "deciding/review_page.h"
#include "deciding/start_dialog.h"
#include "desktop.h"
#include "hands.h"
#include "worklist/work_model.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

/// One case file, opened in the window by one person after another.
struct Days : ThreeOffers {
  PersonId officer = journey.workspace->user().id;
  std::unique_ptr<Desktop> desktop;
  std::unique_ptr<Hands> hands;

  void open(PersonId who) {
    REQUIRE(journey.workspace->workAs(who));
    desktop = std::make_unique<Desktop>(std::move(journey.workspace));
    desktop->window().resize(1600, 1000);
    hands = std::make_unique<Hands>(desktop->window());
  }
  void close() {
    hands.reset();
    desktop.reset();
  }
  /// Opens what My work calls this, from the top of the list, with Down and Enter.
  void openWork(const QString& act) const {
    hands->press(Qt::Key_1, Qt::ControlModifier);
    auto* list = qobject_cast<QTreeView*>(QApplication::focusWidget());
    INFO("the focus is on " + hands->focused().toStdString());
    REQUIRE(list != nullptr);
    hands->press(Qt::Key_Home);
    QStringList seen;
    for (int i = 0; i < 80; ++i) {
      const QString now = list->currentIndex().siblingAtColumn(WorkModel::act).data().toString();
      if (now.startsWith(act)) return hands->press(Qt::Key_Return);
      seen << now;
      hands->press(Qt::Key_Down);
    }
    FAIL("My work has no “" + act.toStdString() + "”; it has " + seen.join(" | ").toStdString());
  }
};

}  // namespace

TEST_CASE("J3 by keys alone over three days: decided by telephone, closed, confirmed, approved, started") {
  Days days;
  days.firstLiesOutsideTheArea();
  const ChoiceId choice = days.sent();
  const PersonId quill = days.journey.person("S. Quill");
  const PersonId harbour = days.journey.person("O. Harbour");
  const Date friday = days.journey.today();

  // Friday: the officer takes the decision down by telephone, and leaves the start for later.
  days.open(days.officer);
  days.openWork("Expect the decision on Fritillary Meadow");
  {
    Hands& hands = *days.hands;
    hands.settle();
    REQUIRE(qobject_cast<ReviewPage*>(days.desktop->window().currentPage()) != nullptr);
    hands.to("Choose Samphire household");
    hands.press(Qt::Key_Space);
    hands.to("Why Samphire household");
    hands.type("Near her grandmother");
    for (const char* other : {"Marram household", "Thrift household"}) {
      hands.to(QStringLiteral("Why not ") + other);
      hands.press(Qt::Key_Down);
    }
    hands.to("Agreed by team manager");
    hands.type("Thimble");
    hands.tab();
    hands.to("Given by telephone");
    hands.press(Qt::Key_Space);
    hands.to("What the child said");
    hands.type("Only if Nan may come to tea.");
    hands.within([&] { hands.press(Qt::Key_Return, Qt::ControlModifier); },
                 [&] {
                   REQUIRE(qobject_cast<StartDialog*>(QApplication::activeModalWidget()) != nullptr);
                   hands.press(Qt::Key_Escape);
                 });
  }
  days.close();

  // Monday: she who decided opens the program and confirms in writing.
  const Date monday = friday + std::chrono::days{3};
  days.journey.later(monday);
  days.open(quill);
  {
    Hands& hands = *days.hands;
    hands.within([&] { days.openWork("Confirm in writing the decision on Fritillary Meadow"); },
                 [&] { hands.to("Confirm in writing"), hands.press(Qt::Key_Space); });
    hands.settle();
    const auto decisions = app::decisionsOf(days.desktop->workspace(), days.referral);
    REQUIRE(decisions);
    REQUIRE(decisions->size() == 1);
    CHECK(decisions->front().choice == choice);
    CHECK(decisions->front().childsView == "Only if Nan may come to tea.");
    REQUIRE(decisions->front().confirmedAt);
    CHECK(englandDay(*decisions->front().confirmedAt) == monday);
  }
  days.close();

  // Wednesday: the officer records the approval that was given on Tuesday, and starts the placement.
  const Date tuesday = monday + std::chrono::days{1};
  days.journey.later(tuesday + std::chrono::days{1});
  days.open(days.officer);
  {
    Hands& hands = *days.hands;
    hands.within([&] { days.openWork("Start the placement of Fritillary Meadow"); },
                 [&] {
                   hands.to("Who approved, rule 6");
                   hands.type("Harbour");
                   hands.tab();
                   hands.to("Day of the approval, rule 6");
                   hands.press(Qt::Key_Down);  // the day is the first part of the date
                   hands.to("What was seen, and the consultation with the area authority, rule 6");
                   hands.type("the report, and the area consulted");
                   hands.to("Record the approval, rule 6");
                   hands.press(Qt::Key_Space);
                   QTest::qWait(50);
                   CHECK(hands.focused() == "Start the placement");
                   hands.press(Qt::Key_Space);
                 });
    hands.settle();
    app::Workspace& workspace = days.desktop->workspace();
    const auto approvals = workspace.file().decisions().approvals(days.referral);
    REQUIRE(approvals);
    REQUIRE(approvals->size() == 1);
    CHECK(approvals->front().by == harbour);
    CHECK(approvals->front().on == tuesday);
    CHECK(workspace.file().referrals().get(days.referral)->stage == Stage::placed);
    const auto items = app::myWork(workspace, false);
    REQUIRE(items);
    for (const app::WorkItem& item : *items)
      if (item.referral == days.referral) CHECK((!item.choice && !item.decision));
  }
}
