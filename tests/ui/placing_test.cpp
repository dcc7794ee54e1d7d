// Placements in the real window by keys: who was there before the case file began, what the contract says, what was entered wrongly.
#include <QAction>
#include <QApplication>
#include <QDateEdit>
#include <QDialog>
#include <QMenu>
#include <QScreen>
#include <QTest>
#include <QTimer>

#include "app/contract.h"
#include "app/journey.h"
#include "app/placement_record.h"
#include "desktop.h"
#include "hands.h"
#include "placements/contract_dialog.h"
#include "placements/placement_editor.h"
#include "placements/placements_page.h"
#include "samples.h"
#include "shared/act_dialog.h"
#include "shared/fields.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

/// The real window over a case with a child of ten and a household that has room.
struct Window : Journey {
  Child child;
  Setting home;
  std::unique_ptr<Desktop> desktop;
  std::unique_ptr<Hands> hands;

  Window() {
    const auto saved = app::saveChild(*workspace, planned().children.front());
    REQUIRE(saved);
    child = *saved;
    home = emergencyHousehold("Zostera household");
    desktop = std::make_unique<Desktop>(std::move(workspace));
    desktop->window().resize(1600, 1000);
    hands = std::make_unique<Hands>(desktop->window());
  }
  [[nodiscard]] app::Workspace& on() const { return desktop->workspace(); }
  [[nodiscard]] Date day() const { return on().today(); }
  [[nodiscard]] std::vector<Placement> stays() const {
    const auto known = on().file().placements().ofChild(child.id);
    REQUIRE(known);
    return *known;
  }
  /// The child in the household since ten weeks ago, at £700 a week.
  [[nodiscard]] PlacementId placed() const {
    app::PlacementEntry entry;
    entry.placement.child = child.id;
    entry.placement.setting = home.id;
    entry.placement.stay.from = day() - std::chrono::days{70};
    entry.terms.push_back({TermId{}, PlacementId{}, QuoteItem::coreFee, false, pounds(700), entry.placement.stay, "fee", {}});
    const auto id = app::enterPlacement(on(), entry);
    REQUIRE(id);
    return *id;
  }
  [[nodiscard]] Money costThisWeek(PlacementId id) const {
    const auto report = app::weekReport(on(), isoWeek(day()));
    REQUIRE(report);
    Money sum;
    for (const auto& line : report->cost.placements)
      if (report->facts[line.placement].placement.id == id) sum += line.net;
    return sum;
  }
};

void looked(const QString& name) {
  QWidget* dialog = QApplication::activeModalWidget();
  REQUIRE(dialog != nullptr);
  CHECK(unnamed(*dialog).isEmpty());
  shot(*dialog, dialog->size(), name);
}

}  // namespace

TEST_CASE("A child who was there before the case file began is entered by keys, with the price, and counts in the week") {
  Window window;
  Hands& hands = *window.hands;
  hands.press(Qt::Key_5, Qt::ControlModifier);
  hands.within([&] { hands.press(Qt::Key_L, Qt::AltModifier); },
               [&] {
                 CHECK(hands.focused() == "Child");
                 looked("new-placement");
                 hands.type(QString::fromStdString(window.child.number));
                 hands.to("Home");
                 hands.type("Zostera");
                 hands.to("Day of arrival");
                 hands.press(Qt::Key_Down);  // a day earlier
                 hands.press(Qt::Key_R, Qt::AltModifier);
                 hands.to("core fee, pounds");
                 hands.type("701.40");
                 looked("new-placement-prices");
                 hands.press(Qt::Key_Return);
               });
  const auto stays = window.stays();
  REQUIRE(stays.size() == 1);
  CHECK(stays.front().setting == window.home.id);
  CHECK(stays.front().stay.from < window.day());
  CHECK(stays.front().placeCode == "U6");
  CHECK(stays.front().providerCode == "PR1");
  const auto terms = window.on().file().placements().terms(stays.front().id);
  REQUIRE(terms);
  REQUIRE(terms->size() == 1);
  CHECK(terms->front().amount == Money{70140});
  CHECK(terms->front().valid.from == stays.front().stay.from);
  auto* page = qobject_cast<PlacementsPage*>(window.desktop->window().currentPage());
  REQUIRE(page != nullptr);
  CHECK(page->current() == stays.front().id);
}

TEST_CASE("The contract is kept by keys: a price added, one corrected with its reason, a share of health, and the report follows") {
  Window window;
  Hands& hands = *window.hands;
  const PlacementId id = window.placed();
  window.desktop->openPlacement(id);
  hands.settle();
  CHECK(window.costThisWeek(id) == pounds(700));
  hands.within([&] { hands.press(Qt::Key_C, Qt::AltModifier); },
               [&] {
                 looked("contract");
                 hands.within([&] { hands.press(Qt::Key_A, Qt::AltModifier); },
                              [&] {
                                looked("add-price");
                                hands.to("Item");
                                hands.type("add");
                                hands.to("Amount in pounds");
                                hands.type("70");
                                hands.to("First day");
                                auto* first = qobject_cast<QDateEdit*>(QApplication::focusWidget());
                                REQUIRE(first != nullptr);
                                first->setDate(first->date().addDays(-14));
                                hands.press(Qt::Key_Return);
                              });
                 CHECK(window.costThisWeek(id) == pounds(770));
                 hands.to("Prices");
                 hands.press(Qt::Key_Home, Qt::ControlModifier);
                 hands.within([&] { hands.press(Qt::Key_Return); },
                              [&] {
                                looked("correct-price");
                                hands.retype("7OO");  // letters
                                hands.press(Qt::Key_Return);
                                REQUIRE(QApplication::activeModalWidget() != nullptr);
                                hands.retype("707.00");
                                hands.press(Qt::Key_Return);  // the reason is wanted
                                CHECK(hands.focused().contains("Why"));
                                hands.type("Typed wrongly");
                                hands.press(Qt::Key_Return);
                              });
                 CHECK(window.costThisWeek(id) == pounds(777));
                 hands.within([&] { hands.press(Qt::Key_S, Qt::AltModifier); },
                              [&] {
                                looked("add-share");
                                hands.to("Share in per cent");
                                hands.retype("120");  // the field stops at 100
                                hands.retype("25");
                                hands.press(Qt::Key_Return);
                              });
                 looked("contract-kept");
                 hands.press(Qt::Key_Escape);
               });
  const auto shares = window.on().file().placements().funding(id);
  REQUIRE(shares);
  REQUIRE(shares->size() == 1);
  CHECK(shares->front().funder == Funder::health);
  CHECK(shares->front().basisPoints == 2500);
  auto* page = qobject_cast<PlacementsPage*>(window.desktop->window().currentPage());
  REQUIRE(page != nullptr);
  CHECK(page->told().contains("£707.00"));
  CHECK(page->told().contains("25%"));
  shot(window.desktop->window(), {1600, 1000}, "placements-window");
}

TEST_CASE("What the law says no to is entered all the same, and its breach is asked for next") {
  Window window;
  Hands& hands = *window.hands;
  window.home.terms.ageTo = 8;
  REQUIRE(app::saveSetting(window.on(), window.home));
  const QString home = QString::fromStdString(window.home.name);
  window.desktop->openPlacement(PlacementId{});
  hands.settle();
  hands.within([&] { hands.press(Qt::Key_L, Qt::AltModifier); },
               [&] {
                 hands.type(QString::fromStdString(window.child.number));
                 hands.to("Home");
                 hands.type(home);
                 hands.tab();
                 looked("new-placement-law");
                 // The breach comes up once the editor has closed; a second pair of hands cancels it.
                 QTimer::singleShot(1500, QApplication::instance(), [] {
                   QWidget* next = QApplication::activeModalWidget();
                   if (next != nullptr && next->windowTitle().contains("breach")) next->close();
                 });
                 hands.press(Qt::Key_O, Qt::AltModifier);
                 QTest::qWait(300);
               });
  CHECK(window.stays().size() == 1);
}

TEST_CASE("A wrong day, a wrong end and a placement that never was are put right by keys") {
  Window window;
  Hands& hands = *window.hands;
  const PlacementId id = window.placed();
  window.desktop->openPlacement(id);
  hands.settle();
  SECTION("the day of arrival, with its reason") {
    hands.within([&] { hands.press(Qt::Key_E, Qt::ControlModifier); },
                 [&] {
                   looked("correct-placement");
                   hands.to("Day of arrival");
                   hands.press(Qt::Key_Up);
                   hands.press(Qt::Key_R, Qt::AltModifier);
                   QTest::qWait(300);
                   REQUIRE(QApplication::activeModalWidget() != nullptr);  // the reason is wanted
                   CHECK(hands.focused() == "What was wrong");
                   hands.type("A day too early");
                   hands.press(Qt::Key_Return);
                 });
    CHECK(window.stays().front().stay.from == window.day() - std::chrono::days{69});
  }
  SECTION("taken out") {
    auto* page = qobject_cast<PlacementsPage*>(window.desktop->window().currentPage());
    REQUIRE(page != nullptr);
    const auto acts = page->menuActions();
    const auto takeOut =
        std::find_if(acts.begin(), acts.end(), [](const QAction* act) { return act->text().startsWith("Take the placement"); });
    REQUIRE(takeOut != acts.end());
    hands.within([&] { (*takeOut)->trigger(); },
                 [&] {
                   looked("take-out-placement");
                   hands.type("Entered twice");
                   hands.press(Qt::Key_Return);
                 });
    CHECK(window.stays().empty());
  }
}

TEST_CASE("Ctrl+K finds acts by their words, those of the page in front as well, and does them") {
  Window window;
  Hands& hands = *window.hands;
  window.desktop->openPlacement(window.placed());
  hands.settle();
  hands.within(
      [&] {
        hands.press(Qt::Key_K, Qt::ControlModifier);
        hands.type("change a pri");
        hands.press(Qt::Key_Return);
      },
      [&] {
        CHECK(QApplication::activeModalWidget()->windowTitle() == "Change a price");
        looked("change-price");
        hands.press(Qt::Key_Escape);
      });
  hands.press(Qt::Key_1, Qt::ControlModifier);
  for (const char* typed : {"new child", "new placement", "import ofsted"}) {
    INFO(typed);
    hands.press(Qt::Key_K, Qt::ControlModifier);
    hands.type(typed);
    CHECK(window.desktop->window().findChild<CommandPalette*>()->results().size() >= 1);
    hands.press(Qt::Key_Escape);
  }
}

TEST_CASE("Work as opens under the button that says who one is, not at the pointer") {
  Window window;
  QRect at;
  window.hands->within([&] { emit window.desktop->window().personClicked(); },
                       [&] {
                         QWidget* menu = QApplication::activePopupWidget();
                         REQUIRE(menu != nullptr);
                         at = menu->geometry();
                         menu->close();
                       });
  const QPoint under = window.desktop->window().belowPerson();
  CHECK(std::abs(at.top() - under.y()) < 80);
  // As far to the right as the screen allows.
  const int right = QGuiApplication::primaryScreen()->availableGeometry().right();
  CHECK(std::abs(at.left() - std::min(under.x(), right - at.width())) < 20);
}

TEST_CASE("With names hidden a placement's dialogs know children by their numbers", "[names]") {
  Window window;
  const PlacementId id = window.placed();
  const auto placement = window.on().file().placements().get(id);
  REQUIRE(placement);
  PlacementEditor editor(window.on(), *placement, true);
  editor.show();
  for (const auto* combo : editor.findChildren<SearchCombo*>())
    for (int i = 0; i < combo->count(); ++i) CHECK_FALSE(combo->itemText(i).contains("Fritillary"));
}
