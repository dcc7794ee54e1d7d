// The window: along the rail, back again, round the panes and to anything by its name, with keys alone.
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <QUndoGroup>
#include <QUndoStack>
#include <QVBoxLayout>

#include "samples.h"
#include "shell/main_window.h"
#include "shell/rail.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

class PlainPage : public Page {
 public:
  explicit PlainPage(QString name) : m_name(std::move(name)), m_one(new QPushButton("one")), m_two(new QPushButton("two")) {
    auto* rows = new QVBoxLayout(this);
    rows->addWidget(m_one);
    rows->addWidget(m_two);
  }
  [[nodiscard]] QString title() const override { return m_name; }
  void refresh() override { ++refreshed; }
  [[nodiscard]] QWidget* firstFocus() override { return m_one; }
  [[nodiscard]] QList<QWidget*> panes() override { return {m_one, m_two}; }
  bool doPrimary() override { return ++done > 0; }
  [[nodiscard]] QUndoStack* undoStack() override { return &m_undo; }
  bool mayLeave() override { return leaves; }
  int refreshed = 0;
  int done = 0;
  bool leaves = true;

 private:
  QString m_name;
  QPushButton* m_one;
  QPushButton* m_two;
  QUndoStack m_undo;
};

struct Wrens : FindSource {
  int acted = 0;
  std::vector<FindResult> find(const QString& typed) override {
    if (!QStringLiteral("wren tansy").startsWith(typed.toLower())) return {};
    return {{"Children", "Wren Tansy", "girl, 9", "children", [this] { ++acted; }},
            {"Referrals", "R-0412", "Wren Tansy", "referrals", [this] { acted += 10; }}};
  }
};

struct Shown {
  MainWindow window;
  PlainPage* work = new PlainPage("My work");
  PlainPage* referrals = new PlainPage("Referrals");
  Shown() {
    window.addSection("My work", "my-work", work);
    window.addSection("Referrals", "referrals", referrals);
    window.show();
    window.activateWindow();
    QTest::qWait(20);
  }
};

QAction* actionOf(const QMenu& menu, const QString& text) {
  for (QAction* action : menu.actions())
    if (action->text().remove('&') == text) return action;
  return nullptr;
}

}  // namespace

TEST_CASE("Opening a part reads its page and starts the keyboard there", "[shell]") {
  Shown shown;
  CHECK(shown.window.currentPage() == shown.work);
  shown.window.openSection(1);
  CHECK(shown.window.currentPage() == shown.referrals);
  CHECK(shown.referrals->refreshed == 1);
  CHECK(shown.window.windowTitle().startsWith("Referrals"));
  CHECK(shown.window.focusWidget() == shown.referrals->firstFocus());
}

TEST_CASE("A page that must not be left stays in front", "[shell]") {
  Shown shown;
  shown.work->leaves = false;
  shown.window.openSection(1);
  CHECK(shown.window.currentPage() == shown.work);
}

TEST_CASE("Back returns to where one was, and no further than the rail", "[shell]") {
  Shown shown;
  auto* choice = new PlainPage("Choice for Wren Tansy");
  shown.window.openPage(choice, 0);
  CHECK(shown.window.currentPage() == choice);
  shown.window.goBack();
  CHECK(shown.window.currentPage() == shown.work);
  shown.window.goBack();
  CHECK(shown.window.currentPage() == shown.work);
}

TEST_CASE("F6 goes round the panes and the rail", "[shell]") {
  Shown shown;
  QAction* next = actionOf(*shown.window.menu(MainWindow::Menu::go), "Next pane");
  REQUIRE(next);
  QWidget* start = shown.window.focusWidget();
  next->trigger();
  CHECK(shown.window.focusWidget() != start);
  next->trigger();
  CHECK(qobject_cast<RailItem*>(shown.window.focusWidget()) != nullptr);
  next->trigger();
  CHECK(shown.window.focusWidget() == start);
}

TEST_CASE("What one types is found in groups, and Enter acts on the highlighted row", "[shell][find]") {
  Shown shown;
  auto wrens = std::make_shared<Wrens>();
  shown.window.addFindSource(wrens);
  actionOf(*shown.window.menu(MainWindow::Menu::go), "Find anything")->trigger();
  auto* box = shown.window.findChild<QLineEdit*>();
  auto* palette = shown.window.findChild<CommandPalette*>();
  REQUIRE(box);
  QTest::keyClicks(box, "wren");
  CHECK(palette->isVisible());
  CHECK(palette->results().size() == 2);
  shot(shown.window, {1200, 700}, "find");
  QTest::keyClick(box, Qt::Key_Down);
  QTest::keyClick(box, Qt::Key_Return);
  CHECK(wrens->acted == 10);
  CHECK_FALSE(palette->isVisible());
}

TEST_CASE("Long work tells how far it is, and Cancel is heard", "[shell][jobs]") {
  Jobs jobs;
  std::optional<Result<int>> answer;
  SECTION("to its end") {
    jobs.run<int>(
        "counting",
        [](const Progress& progress) -> Result<int> {
          for (int i = 0; i < 10; ++i)
            if (!progress.step(i, 10)) return fail(ErrorCode::cancelled, "", "");
          return 10;
        },
        [&](Result<int> result) { answer = std::move(result); });
    REQUIRE(QTest::qWaitFor([&] { return answer.has_value(); }, 3000));
    CHECK(**answer == 10);
    CHECK(QTest::qWaitFor([&] { return !jobs.busy(); }, 1000));
  }
  SECTION("until it is cancelled") {
    jobs.run<int>(
        "counting for ever",
        [](const Progress& progress) -> Result<int> {
          while (progress.step(1, 0)) QThread::msleep(1);
          return fail(ErrorCode::cancelled, "", "Nothing was changed");
        },
        [&](Result<int> result) { answer = std::move(result); });
    QTest::qWait(20);
    CHECK(jobs.busy());
    jobs.cancel();
    REQUIRE(QTest::qWaitFor([&] { return answer.has_value(); }, 3000));
    REQUIRE_FALSE(answer->has_value());
    CHECK(answer->error().code == ErrorCode::cancelled);
  }
}

TEST_CASE("Everything in the window that takes the keyboard has a name", "[shell]") {
  Shown shown;
  shown.window.setPerson("M. Fennel, placement officer");
  CHECK(unnamed(shown.window).join("; ").toStdString() == "");
}

TEST_CASE("A window with work that runs asks before it is left", "[shell][jobs]") {
  Shown shown;
  std::optional<Result<int>> answer;
  shown.window.jobs().run<int>(
      "counting for ever",
      [](const Progress& progress) -> Result<int> {
        while (progress.step(1, 0)) QThread::msleep(1);
        return fail(ErrorCode::cancelled, "", "Nothing was changed");
      },
      [&](Result<int> result) { answer = std::move(result); });
  QString asked;
  const auto closing = [&](int key) {
    QTimer::singleShot(50, &shown.window, [&asked, key] {
      auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (box == nullptr) return;
      asked = box->text();
      QTest::keyClick(box, static_cast<Qt::Key>(key), key == Qt::Key_Escape ? Qt::NoModifier : Qt::AltModifier);
    });
    return shown.window.close();
  };
  CHECK_FALSE(closing(Qt::Key_Escape));
  CHECK(asked == "Counting for ever is not finished.");
  CHECK(shown.window.jobs().busy());
  CHECK(closing(Qt::Key_C));
  REQUIRE(QTest::qWaitFor([&] { return answer.has_value(); }, 3000));
  CHECK_FALSE(answer->has_value());
  CHECK(shown.window.close());  // nothing runs: nothing is asked
}

TEST_CASE("Work that cannot stop half way says so at its Cancel", "[shell][jobs]") {
  Jobs jobs;
  std::atomic<bool> go{false};
  jobs.run<int>(
      "putting back",
      [&go](const Progress&) -> Result<int> {
        while (!go) QThread::msleep(1);
        return 1;
      },
      [](const Result<int>&) {}, "It cannot stop half way");
  const auto* cancel = jobs.findChild<QPushButton*>();
  REQUIRE(cancel != nullptr);
  CHECK_FALSE(cancel->isEnabled());
  CHECK(cancel->toolTip() == "It cannot stop half way");
  go = true;
  CHECK(QTest::qWaitFor([&] { return !jobs.busy(); }, 3000));
}
