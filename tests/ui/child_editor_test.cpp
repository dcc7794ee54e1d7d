// The editor of a child over the demo case: nothing is lost, what is wrong is said beside its field, and nobody's change is overwritten.
#include "children/child_editor.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

#include "app/app_case.h"
#include "app/market_data.h"
#include "children/children_page.h"
#include "hands.h"
#include "nowhere.h"
#include "samples.h"
#include "shared/page_parts.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

template <class W>
W* named(const QWidget& in, const QString& name) {
  for (auto* one : in.findChildren<W*>())
    if (one->accessibleName() == name) return one;
  FAIL("no field called " + name.toStdString());
  return nullptr;
}

QString saidIn(const QWidget& editor) {
  QString said;
  for (const auto* label : editor.findChildren<TextLabel*>())
    if (!label->isHidden()) said += label->text() + '\n';
  for (const auto* button : editor.findChild<ErrorSummary*>()->findChildren<QPushButton*>()) said += button->text() + '\n';
  return said;
}

Child fullest(app::Workspace& workspace) {
  const auto lines = app::childLines(workspace);
  REQUIRE(lines);
  const auto weight = [](const Child& child) {
    return child.needs.size() + child.risks.size() + child.wishes.size() + child.contacts.size() + 3 * child.noGoAreas.size() +
           3 * child.keepApartFrom.size() + 2 * child.medicalExclusions.size();
  };
  return std::max_element(lines->begin(), lines->end(), [&](const auto& a, const auto& b) { return weight(a.child) < weight(b.child); })
      ->child;
}

}  // namespace

TEST_CASE("What the editor of a child shows is the child, whole") {
  DemoOnDisk demo;
  const auto lines = app::childLines(*demo.workspace);
  REQUIRE(lines);
  // Those of the stories have everything; of the others every twentieth.
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const Child& child = (*lines)[i].child;
    if (i % 20 != 0 && child.wishes.empty() && child.noGoAreas.empty() && child.keepApartFrom.empty()) continue;
    const ChildEditor editor(*demo.workspace, child);
    INFO(child.number);
    const Child entered = editor.entered();
    CHECK(entered.home == child.home);
    CHECK(entered.schoolPlace == child.schoolPlace);
    CHECK(entered.needs == child.needs);
    CHECK(entered.risks == child.risks);
    CHECK(entered.wishes == child.wishes);
    CHECK(entered.contacts == child.contacts);
    CHECK(entered.noGoAreas == child.noGoAreas);
    CHECK(entered.identity == child.identity);
    CHECK(entered.medicalExclusions == child.medicalExclusions);
    CHECK(entered.keepApartFrom == child.keepApartFrom);
    CHECK(entered == child);
  }
  ChildEditor editor(*demo.workspace, fullest(*demo.workspace));
  CHECK(unnamed(editor).isEmpty());
  auto* leaves = editor.findChild<QTabWidget*>();
  REQUIRE(leaves != nullptr);
  for (int leaf = 0; leaf < leaves->count(); ++leaf) {
    leaves->setCurrentIndex(leaf);
    shot(editor, {900, 680}, QString("child-%1").arg(leaf));
    CHECK(unnamed(editor).isEmpty());
  }
}

TEST_CASE("What is wrong with a child is said at the top and beside its field, on the leaf where it stands") {
  DemoOnDisk demo;
  Child child = fullest(*demo.workspace);
  child.contacts.push_back({"", "aunt", {}, 2.0});
  ChildEditor editor(*demo.workspace, child);
  editor.QWidget::show();
  editor.save();
  CHECK(editor.result() != QDialog::Accepted);
  CHECK(saidIn(editor).contains("Enter the name of everybody whom the child is to see"));
  CHECK(editor.findChild<QTabWidget*>()->currentIndex() == 4);
  shot(editor, {900, 680}, "child-wrong");
}

TEST_CASE("A child whom somebody else changed in the meantime is not overwritten: the message says who changed what") {
  DemoOnDisk demo;
  const Child child = fullest(*demo.workspace);
  ChildEditor editor(*demo.workspace, child);
  Child theirs = child;
  theirs.strengths = "Keeps bees.";
  REQUIRE(app::saveChild(*demo.workspace, theirs));
  named<QLineEdit>(editor, "Known as")->setText("Bee");
  editor.save();
  CHECK(editor.result() != QDialog::Accepted);
  const QString said = saidIn(editor);
  INFO(said.toStdString());
  CHECK(said.contains("strengths"));
  CHECK(said.contains(QString::fromStdString(demo.workspace->user().name)));
  CHECK(demo.workspace->file().children().get(child.id)->knownAs == child.knownAs);
  CHECK(named<QLineEdit>(editor, "Known as")->text() == "Bee");
}

TEST_CASE("A child is added by keys with a new sibling group, and is found in the list") {
  DemoOnDisk demo;
  Nowhere nowhere;
  ChildrenPage page(*demo.workspace, nowhere);
  page.refresh();
  Hands hands(page);
  hands.within([&] { hands.press(Qt::Key_N, Qt::AltModifier); },
               [&] {
                 hands.settle();
                 REQUIRE(hands.focused() == "Name");
                 hands.type("Clover Meadowsweet");
                 hands.press(Qt::Key_Return);  // no date of birth yet: it stays open and says so
                 REQUIRE(QApplication::activeModalWidget() != nullptr);
                 CHECK(hands.focused() == "Date of birth, or age");
                 hands.type("9");
                 hands.press(Qt::Key_R, Qt::AltModifier);
                 hands.to("Sibling group");
                 hands.retype("a new sibling group");
                 hands.press(Qt::Key_Return);
                 hands.to("What the sibling group is called");
                 hands.type("Meadowsweet");
                 hands.press(Qt::Key_Return);
                 if (QWidget* still = QApplication::activeModalWidget()) FAIL(saidIn(*still).toStdString());
               });
  const auto lines = app::childLines(*demo.workspace);
  REQUIRE(lines);
  const auto found =
      std::find_if(lines->begin(), lines->end(), [](const app::ChildLine& line) { return line.child.name == "Clover Meadowsweet"; });
  REQUIRE(found != lines->end());
  REQUIRE(found->child.siblings);
  CHECK(demo.workspace->file().children().siblingGroup(*found->child.siblings)->name == "Meadowsweet");
  CHECK(found->child.number.starts_with("C-"));
  CHECK(page.told().contains("Clover Meadowsweet"));
  // Its number is its own.
  Child twin = found->child;
  twin.id = ChildId{};
  CHECK(app::saveChild(*demo.workspace, twin).error().subject == "number");
}

TEST_CASE("Escape leaves an untouched child at once, and asks before it throws anything away") {
  DemoOnDisk demo;
  const Child child = fullest(*demo.workspace);
  {
    ChildEditor untouched(*demo.workspace, child);
    Hands hands(untouched);
    hands.press(Qt::Key_Escape);
    CHECK_FALSE(untouched.isVisible());
  }
  ChildEditor editor(*demo.workspace, child);
  Hands hands(editor);
  named<QLineEdit>(editor, "Name")->setFocus();
  hands.type("x");
  hands.within([&] { hands.press(Qt::Key_Escape); }, [&] { hands.press(Qt::Key_Return); });  // goes on
  CHECK(editor.isVisible());
  hands.within([&] { hands.press(Qt::Key_Escape); }, [&] { hands.to("Leave"), hands.press(Qt::Key_Space); });
  CHECK_FALSE(editor.isVisible());
}
