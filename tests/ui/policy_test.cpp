// The policy by keys: a version is drafted, its weights always sum, a curve asks for its weight again, two are compared on a referral; a
// what-if is kept as the weights of one referral; and a past decision is read as it stood.
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

#include "app/deciding.h"
#include "app/own_weights.h"
#include "app/referrals.h"
#include "app/three_offers.h"
#include "choice/choice_page.h"
#include "choice/weights_panel.h"
#include "data/data_page.h"
#include "deciding/own_weights_dialog.h"
#include "deciding/own_weights_editor.h"
#include "deciding/then_dialog.h"
#include "desktop.h"
#include "hands.h"
#include "policy/anchor_editor.h"
#include "policy/compare_dialog.h"
#include "policy/policy_editor.h"
#include "policy/policy_pane.h"
#include "samples.h"
#include "shared/plain_table.h"
#include "shared/surface.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

QSpinBox* spin(const QWidget& in, const QString& name) {
  for (auto* one : in.findChildren<QSpinBox*>())
    if (one->accessibleName().startsWith(name)) return one;
  FAIL("no figure called " << name.toStdString());
  return nullptr;
}

QPushButton* button(const QWidget& in, const QString& name) {
  for (auto* one : in.findChildren<QPushButton*>())
    if (one->isVisible() && (one->accessibleName().startsWith(name) || one->text().remove(QLatin1Char('&')).startsWith(name))) return one;
  return nullptr;
}

QString wordsOf(const QWidget& widget) {
  QString said;
  for (const auto* label : widget.findChildren<QLabel*>())
    if (label->isVisibleTo(&widget)) said += label->text() + '\n';
  return said;
}

PlainTable& table(const QWidget& in, const QString& name) {
  for (auto* one : in.findChildren<PlainTable*>())
    if (one->accessibleName() == name) return *one;
  FAIL("no table called " << name.toStdString());
  throw 0;
}

/// A column of a table as it stands, by its head.
QStringList column(const PlainTable& in, const QString& head) {
  QStringList all;
  for (int c = 0; c < in.model()->columnCount(); ++c)
    if (in.model()->headerData(c, Qt::Horizontal).toString() == head)
      for (int row = 0; row < in.model()->rowCount(); ++row) all << in.model()->index(row, c).data().toString();
  return all;
}

struct Window : ThreeOffers {
  std::unique_ptr<Desktop> desktop;
  std::unique_ptr<Hands> hands;
  void open() {
    desktop = std::make_unique<Desktop>(std::move(journey.workspace));
    desktop->window().resize(1600, 1000);
    desktop->window().show();
    hands = std::make_unique<Hands>(desktop->window());
  }
  [[nodiscard]] app::Workspace& workspace() const { return desktop->workspace(); }
};

}  // namespace

TEST_CASE("A version of the policy is drafted, confirmed, saved with its reason and put into use by keys") {
  Journey journey;
  auto& workspace = *journey.workspace;
  REQUIRE(workspace.workAs(journey.person("A. Teasel")));
  PolicyPane pane(workspace);
  pane.resize(1000, 300);
  pane.refresh();
  pane.show();
  Hands hands(pane);
  REQUIRE(table(pane, "Versions of the policy").model()->rowCount() == 1);
  CHECK_FALSE(button(pane, "Put into use")->isEnabled());
  CHECK(button(pane, "Put into use")->toolTip().contains("in use already"));
  CHECK_FALSE(button(pane, "Compare two")->isEnabled());
  pane.first()->setFocus();
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 auto* editor = qobject_cast<PolicyEditor*>(QApplication::activeModalWidget());
                 REQUIRE(editor != nullptr);
                 hands.to("Weight of the group Needs of 1,000");
                 hands.retype("600");
                 hands.tab();
                 CHECK(spin(*editor, "Weight of the group People and place")->value() == 167);
                 CHECK(spin(*editor, "Weight of Distance to home of its group")->maximum() == 167);
                 hands.to("Weight of Distance to home of its group");
                 hands.retype("100");
                 hands.tab();
                 int sum = 0;
                 for (auto* one : editor->findChildren<QSpinBox*>())
                   if (one->accessibleName().startsWith("Weight of the group")) sum += one->value();
                 CHECK(sum == 1000);
                 CHECK(spin(*editor, "Weight of the group People and place")->value() == 167);
                 // A point of the needs' curve.
                 auto* points = editor->findChild<QTableWidget*>();
                 REQUIRE(points != nullptr);
                 CHECK(points->rowCount() == 4);
                 points->item(1, 1)->setText("1500");
                 CHECK(wordsOf(*editor).contains("whole number from 0 to 1,000"));
                 points->item(1, 1)->setText("700");
                 CHECK_FALSE(wordsOf(*editor).contains("whole number from 0 to 1,000"));
                 CHECK(wordsOf(*editor).contains("Weight to be confirmed: needs"));
                 shot(*editor, {}, "policy-editor");
                 hands.to("Name of the policy");
                 hands.type("Wendmoor 2026");
                 hands.to("Why these weights and curves");
                 hands.type("Members, 3 November 2026: needs first");
                 hands.to("Save as a new version");
                 hands.press(Qt::Key_Space);
                 CHECK(wordsOf(*editor).contains("Confirm or change the weight"));
                 CHECK(QApplication::activeModalWidget() == editor);
                 hands.to("Confirm the weight of Needs");
                 hands.press(Qt::Key_Space);
                 hands.to("Save as a new version");
                 hands.press(Qt::Key_Space);
               });
  PlainTable& versions = table(pane, "Versions of the policy");
  REQUIRE(versions.model()->rowCount() == 2);
  CHECK(column(versions, "Version") == QStringList{"Wendmoor 2026 v1", "Homeward default v1"});
  CHECK(column(versions, "Why").front() == "Members, 3 November 2026: needs first");
  CHECK(column(versions, "Saved by").front() == "A. Teasel");
  CHECK(workspace.policy().name != "Wendmoor 2026");
  REQUIRE(button(pane, "Put into use")->isEnabled());
  hands.within([&] { button(pane, "Put into use")->click(); },
               [&] {
                 shot(*QApplication::activeModalWidget(), {}, "policy-use");
                 hands.to("Put into use");
                 hands.press(Qt::Key_Space);
               });
  CHECK(workspace.policy().name == "Wendmoor 2026");
  CHECK(wordsOf(pane).contains("Wendmoor 2026 v1 is in use since"));
  shot(pane, {1000, 240}, "policy-pane");

  hands.within([&] { button(pane, "Compare two")->click(); },
               [&] {
                 auto* dialog = qobject_cast<CompareDialog*>(QApplication::activeModalWidget());
                 REQUIRE(dialog != nullptr);
                 PlainTable& orders = table(*dialog, "Both orders");
                 CHECK(orders.model()->rowCount() > 0);
                 PlainTable& weights = table(*dialog, "Weights as they count in this referral");
                 int first = 0;
                 for (const QString& weight : column(weights, "First")) first += weight.toInt();
                 CHECK(first == 1000);
                 CHECK(wordsOf(*dialog).contains("Other curves: needs"));
                 shot(*dialog, {}, "policy-compare");
                 hands.press(Qt::Key_Escape);
               });
  REQUIRE(workspace.workAs(journey.person("S. Quill")));
  pane.refresh();
  CHECK_FALSE(button(pane, "Put into use")->isEnabled());
  CHECK(button(pane, "Put into use")->toolTip().contains("Work as"));
}

TEST_CASE("A what-if is kept as the weights of this referral with a reason, shown with both orders, and taken back") {
  Window window;
  window.open();
  Hands& hands = *window.hands;
  window.desktop->openChoice(window.referral);
  hands.settle();
  auto* page = qobject_cast<ChoicePage*>(window.desktop->window().currentPage());
  REQUIRE(page != nullptr);
  const std::vector<int> usual = page->view().policyWeights;
  REQUIRE(usual.size() > 2);
  page->setWeights(matching::withWeight(usual, 0, 700), false);
  const std::vector<int> wanted = page->view().weights;
  hands.within([&] { hands.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier); },
               [&] {
                 auto* dialog = qobject_cast<OwnWeightsDialog*>(QApplication::activeModalWidget());
                 REQUIRE(dialog != nullptr);
                 CHECK(table(*dialog, "Both orders").model()->rowCount() == 3);
                 hands.press(Qt::Key_Return);
                 CHECK(dialog->trouble().contains("Say why"));
                 hands.type("She sees her grandmother every day");
                 shot(*dialog, {}, "own-weights");
                 hands.press(Qt::Key_Return);
               });
  CHECK(page->view().policyWeights == wanted);
  CHECK(page->view().weights == wanted);
  CHECK(page->view().ownWeights.contains("She sees her grandmother every day"));
  CHECK(page->view().ownWeights.contains(QString::fromStdString(window.workspace().user().name)));
  CHECK(wordsOf(*page).contains("She sees her grandmother every day"));
  shot(window.desktop->window(), {1600, 1000}, "choice-own-weights");
  hands.within([&] { button(*page, "Both orders")->click(); },
               [&] {
                 CHECK(wordsOf(*QApplication::activeModalWidget()).contains("Adjusted by"));
                 shot(*QApplication::activeModalWidget(), {}, "own-weights-kept");
                 hands.press(Qt::Key_Escape);
               });
  hands.within([&] { button(*page, "Take these weights back")->click(); },
               [&] {
                 hands.type("The plan has changed");
                 hands.press(Qt::Key_Return);
               });
  CHECK(page->view().policyWeights == usual);
  CHECK(page->view().ownWeights.isEmpty());
  CHECK(button(*page, "Both orders") == nullptr);
}

TEST_CASE("What stands in a field of the policy that was not left is saved, and is not lost without a question") {
  Journey journey;
  auto& workspace = *journey.workspace;
  REQUIRE(workspace.workAs(journey.person("A. Teasel")));
  const auto versions = app::policyVersions(workspace);
  REQUIRE(versions);
  PolicyEditor editor(workspace, versions->front());
  editor.show();
  Hands hands(editor);
  hands.press(Qt::Key_Escape);
  CHECK_FALSE(editor.isVisible());  // nothing was entered
  editor.show();
  hands.settle();
  auto* points = editor.findChild<QTableWidget*>();
  REQUIRE(points != nullptr);

  SECTION("a weight") {
    hands.to("Weight of the group Needs of 1,000");
    hands.retype("600");
    button(editor, "Save as a new version")->click();
    CHECK(spin(editor, "Weight of the group People and place")->value() == 167);
    CHECK(wordsOf(editor).contains("Differs from Homeward default v1"));
  }
  SECTION("a point, in a cell that is open") {
    points->setFocus();
    points->setCurrentCell(1, 1);
    hands.retype("650");
    button(editor, "Save as a new version")->click();
    CHECK(points->item(1, 1)->text() == "650");
    CHECK(wordsOf(editor).contains("Weight to be confirmed: needs"));
    hands.within([&] { hands.press(Qt::Key_Escape); }, [&] { hands.to("Go on entering"), hands.press(Qt::Key_Space); });
    CHECK(editor.isVisible());
    hands.within([&] { hands.press(Qt::Key_Escape); }, [&] { hands.to("Leave"), hands.press(Qt::Key_Space); });
    CHECK_FALSE(editor.isVisible());
  }
  SECTION("points that cannot be stay in sight until they are mended") {
    points->item(1, 0)->setText("2,5");
    CHECK(wordsOf(editor).contains("type a number"));
    hands.to("Curve of");
    hands.retype("Distance to home");
    hands.press(Qt::Key_Return);
    CHECK(points->item(1, 0)->text() == "2,5");
    CHECK(wordsOf(editor).contains("type a number"));
    CHECK(points->hasFocus());
    button(editor, "Save as a new version")->click();
    CHECK(editor.isVisible());
    points->item(1, 0)->setText("2.5");
    CHECK_FALSE(wordsOf(editor).contains("type a number"));
  }
}

TEST_CASE("Before any offer the weights of a referral are set from its menu, and the order of the market shows what they do") {
  Window window;
  auto entry = window.journey.planned();
  entry.children.front().name = "Campion Meadow";
  const auto saved = app::saveReferral(*window.journey.workspace, entry);
  REQUIRE(saved);
  const ReferralId referral = saved->referral.id;
  window.open();
  Hands& hands = *window.hands;
  window.desktop->openReferral(referral);
  hands.settle();
  QAction* weights = nullptr;
  for (QAction* act : window.desktop->window().currentPage()->menuActions())
    if (act->text().startsWith("Weights of this referral")) weights = act;
  REQUIRE(weights != nullptr);
  hands.within([&] { weights->trigger(); },
               [&] {
                 auto* editor = qobject_cast<OwnWeightsEditor*>(QApplication::activeModalWidget());
                 REQUIRE(editor != nullptr);
                 CHECK_FALSE(button(*editor, "Keep these weights")->isEnabled());
                 const QAbstractItemModel& order = *table(*editor, "The order by these weights").model();
                 const auto moved = [&order](int row) { return order.index(row, 3).data().toString(); };
                 REQUIRE(order.rowCount() == 15);
                 for (int row = 0; row < order.rowCount(); ++row) CHECK(moved(row) == "the same");
                 hands.to("Weight of Near home of 1,000");
                 hands.retype("650");
                 hands.tab();
                 int other = 0;
                 for (int row = 0; row < order.rowCount(); ++row) other += moved(row) == "the same" ? 0 : 1;
                 CHECK(other > 0);
                 shot(*editor, {}, "own-weights-editor");
                 hands.to("Keep these weights");
                 hands.within([&] { hands.press(Qt::Key_Space); },
                              [&] {
                                CHECK(table(*QApplication::activeModalWidget(), "Both orders").model()->rowCount() >= 30);
                                hands.to("Reason");
                                hands.type("Her school is all she has");
                                hands.press(Qt::Key_Return);
                              });
               });
  const auto own = app::ownWeightsInForce(window.workspace(), referral);
  REQUIRE(own);
  REQUIRE(*own);
  CHECK_FALSE((*own)->adjustment.afterOffers);
  CHECK((*own)->stage == matching::Stage::market);
  CHECK((*own)->after.weights.front().weight == 650);
}

TEST_CASE("A past decision is read as it stood, and what reads otherwise today stands beside it") {
  Window window;
  auto& before = *window.journey.workspace;
  const auto decided = app::decide(before, window.decision(window.sent()));
  REQUIRE(decided);
  Setting home = window.homes[0];
  home.place = window.journey.setting("Larch household").place;
  REQUIRE(app::saveSetting(before, home));
  window.open();
  Hands& hands = *window.hands;
  window.desktop->openReferral(window.referral);
  hands.settle();
  auto* link = button(window.desktop->window(), "How it stood then");
  REQUIRE(link != nullptr);
  hands.within([&] { link->click(); },
               [&] {
                 auto* dialog = qobject_cast<ThenDialog*>(QApplication::activeModalWidget());
                 REQUIRE(dialog != nullptr);
                 CHECK(wordsOf(*dialog).contains("is as stored"));
                 PlainTable& homes = table(*dialog, "Homes, then and today");
                 REQUIRE(homes.model()->rowCount() == 3);
                 int chosen = -1;
                 const QStringList names = column(homes, "Home");
                 for (int row = 0; row < 3; ++row)
                   if (names[row].endsWith("(chosen)")) chosen = row;
                 REQUIRE(chosen >= 0);
                 homes.selectRow(chosen);
                 PlainTable& readings = table(*dialog, "Checks and criteria, then and today");
                 const int differing = readings.model()->rowCount();
                 CHECK(differing > 0);
                 CHECK(column(readings, "Check or criterion").contains("Near home"));
                 shot(*dialog, {}, "how-it-stood");
                 auto* only = dialog->findChild<QCheckBox*>();
                 REQUIRE(only != nullptr);
                 hands.to("Only what reads otherwise today");
                 hands.press(Qt::Key_Space);
                 CHECK(readings.model()->rowCount() > differing + 10);
                 homes.selectRow(chosen == 0 ? 1 : 0);
                 hands.press(Qt::Key_Space);
                 CHECK(wordsOf(*dialog).contains("reads today as it did then"));
                 hands.press(Qt::Key_Escape);
               });
}
