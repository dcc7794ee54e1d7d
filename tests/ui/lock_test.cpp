// The lock: nothing shows and no key reaches what is behind it, dialogs too; wrong passphrases cost time; nothing typed is lost.
#include "shell/lock.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTest>
#include <QVBoxLayout>

#include "app/app_case.h"
#include "desktop.h"
#include "hands.h"
#include "opening/passphrase_dialog.h"
#include "samples.h"
#include "shared/page_parts.h"
#include "shell/clipboard_guard.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

const QString words = QStringLiteral("three plain words");

struct Desk : DemoOnDisk {
  qint64 now = 0;
  WindowLock lock{[this] { return now; }};
  Desktop desktop{std::move(workspace)};
  Hands hands{desktop.window()};
  Desk() { QSettings().remove("lock"); }
  ~Desk() { QSettings().remove("lock"); }
  void setPassphrase() {
    const auto kept = lock.setPassphrase({}, words);
    REQUIRE(kept);
  }
  void minutes(int count) {
    now += count * qint64{60'000};
    lock.look();
    hands.settle();
  }
};

/// What a window shows in words, but for the lock itself.
QStringList shownIn(const QWidget& window) {
  QStringList shown;
  for (const auto* widget : window.findChildren<QWidget*>()) {
    bool ofTheLock = false;
    for (const QWidget* at = widget; at != nullptr; at = at->parentWidget())
      ofTheLock = ofTheLock || qobject_cast<const LockCover*>(at) != nullptr;
    if (!ofTheLock && widget->isVisible()) shown << QString(widget->metaObject()->className()) + ": " + widget->accessibleName();
  }
  return shown;
}

LockCover& coverOf(const QWidget& window) {
  LockCover* cover = nullptr;
  for (auto* one : window.findChildren<LockCover*>())
    if (one->isVisible()) cover = one;
  REQUIRE(cover != nullptr);
  return *cover;
}

}  // namespace

TEST_CASE("Without a passphrase there is no lock", "[lock]") {
  Desk desk;
  CHECK_FALSE(desk.lock.lock());
  desk.minutes(600);
  CHECK_FALSE(desk.lock.locked());
}

TEST_CASE("A passphrase is kept as a hash and changed only by who knows it", "[lock]") {
  Desk desk;
  CHECK_FALSE(desk.lock.setPassphrase({}, "short"));
  desk.setPassphrase();
  CHECK(QSettings().value("lock/passphrase").toString().startsWith("$argon2id$"));
  CHECK_FALSE(QSettings().value("lock/passphrase").toString().contains("plain"));
  CHECK_FALSE(desk.lock.setPassphrase("something else", "another passphrase"));
  CHECK(desk.lock.setPassphrase(words, "another passphrase"));
  CHECK(desk.lock.setPassphrase("another passphrase", {}));
  CHECK_FALSE(desk.lock.hasPassphrase());
}

TEST_CASE("After minutes without a key the window shows nothing, and gives everything back", "[lock]") {
  Desk desk;
  desk.setPassphrase();
  desk.minutes(9);
  desk.hands.press(Qt::Key_Down);  // somebody is there
  desk.minutes(9);
  CHECK_FALSE(desk.lock.locked());
  const QString title = desk.desktop.window().windowTitle();
  QWidget* focus = desk.desktop.window().focusWidget();
  desk.minutes(1);
  REQUIRE(desk.lock.locked());
  CHECK(shownIn(desk.desktop.window()).join("; ").toStdString() == "");
  CHECK(desk.desktop.window().windowTitle() == "Homeward is locked");
  shot(desk.desktop.window(), {1200, 700}, "locked");

  desk.hands.press(Qt::Key_2, Qt::ControlModifier);  // a shortcut of what lies behind
  desk.hands.press(Qt::Key_N, Qt::ControlModifier);
  CHECK(desk.hands.focused() == "Passphrase");
  desk.hands.type(words);
  desk.hands.press(Qt::Key_Return);
  CHECK_FALSE(desk.lock.locked());
  CHECK(desk.desktop.window().windowTitle() == title);
  CHECK(desk.desktop.window().currentPage()->title() == "My work");
  CHECK(desk.desktop.window().focusWidget() == focus);
  CHECK_FALSE(shownIn(desk.desktop.window()).isEmpty());
}

TEST_CASE("The first key after the machine slept reaches nothing but the lock", "[lock]") {
  Desk desk;
  desk.setPassphrase();
  desk.minutes(1);
  REQUIRE_FALSE(desk.lock.locked());
  desk.now += 60 * qint64{60'000};  // asleep: nobody looked
  desk.hands.press(Qt::Key_K, Qt::ControlModifier);
  CHECK(desk.lock.locked());
  CHECK(QApplication::activePopupWidget() == nullptr);
  CHECK(shownIn(desk.desktop.window()).isEmpty());
}

TEST_CASE("Each wrong passphrase doubles the wait, also after a new start", "[lock]") {
  Desk desk;
  desk.setPassphrase();
  REQUIRE(desk.lock.lock());
  for (const qint64 wait : {1000, 2000, 4000}) {
    CHECK_FALSE(desk.lock.unlock("wrong words"));
    CHECK(desk.lock.waitLeft() == wait);
    CHECK_FALSE(desk.lock.unlock(words));  // the right one, too early
    desk.now += wait;
  }
  CHECK_FALSE(desk.lock.unlock("wrong words"));
  qint64 later = 0;
  const WindowLock again([&later] { return later; });
  CHECK(again.waitLeft() == 8000);
  desk.now += 8000;
  CHECK(desk.lock.unlock(words));
}

TEST_CASE("A dialog that is open is covered and keeps what was typed, and one that opens is covered too", "[lock]") {
  Desk desk;
  desk.setPassphrase();
  QDialog dialog(&desk.desktop.window());
  dialog.setWindowTitle("Person: Wren Tansy");
  auto* line = new QLineEdit("Wren Tansy");
  auto* rows = new QVBoxLayout(&dialog);
  rows->addWidget(line);
  dialog.open();
  desk.hands.settle();
  REQUIRE(desk.lock.lock());
  CHECK(dialog.windowTitle() == "Homeward is locked");
  CHECK(shownIn(dialog).isEmpty());
  desk.hands.settle();
  CHECK(dialog.isVisible());
  desk.hands.press(Qt::Key_Escape);
  CHECK(dialog.isVisible());

  QDialog late(&dialog);
  auto* told = new QLabel("Wren Tansy");
  (new QVBoxLayout(&late))->addWidget(told);
  late.open();
  desk.hands.settle();
  CHECK_FALSE(told->isVisible());

  CHECK(coverOf(dialog).told().isEmpty());
  REQUIRE(desk.lock.unlock(words));
  CHECK(line->isVisible());
  CHECK(line->text() == "Wren Tansy");
  CHECK(dialog.windowTitle() == "Person: Wren Tansy");
  CHECK(told->isVisible());
}

TEST_CASE("The passphrase is set by keys", "[lock]") {
  Desk desk;
  PassphraseDialog dialog(desk.lock);
  Hands hands(dialog);
  CHECK(unnamed(dialog).isEmpty());
  hands.to("New passphrase");
  hands.type(words);
  hands.to("The new one again");
  hands.type("three plain");
  hands.press(Qt::Key_Return);
  CHECK(dialog.isVisible());
  CHECK_FALSE(desk.lock.hasPassphrase());
  hands.to("The new one again");
  hands.retype(words);
  hands.press(Qt::Key_Return);
  CHECK_FALSE(dialog.isVisible());
  CHECK(desk.lock.hasPassphrase());
}

TEST_CASE("What was copied leaves the clipboard, and what somebody else copied stays", "[lock]") {
  Desk desk;
  ClipboardGuard guard(50);
  QApplication::clipboard()->setText("Wren Tansy");
  CHECK(QTest::qWaitFor([] { return QApplication::clipboard()->text().isEmpty(); }, 5000));
  QApplication::clipboard()->setText("Wren Tansy again");
  guard.clear();
  CHECK(QApplication::clipboard()->text().isEmpty());
}

TEST_CASE("No menu gets stuck under the lock", "[lock]") {
  Desk desk;
  desk.setPassphrase();
  REQUIRE(desk.lock.lock());
  CHECK(coverOf(desk.desktop.window()).field()->contextMenuPolicy() == Qt::NoContextMenu);
  QMenu menu(&desk.desktop.window());
  menu.addAction("Paste");
  menu.popup({});
  CHECK(menu.findChildren<LockCover*>().isEmpty());
  menu.close();
}
