#include "hands.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>
#include <QTimer>
#include <exception>

#include "support/catch.h"

namespace homeward::tests {
namespace {

constexpr int mostTabs = 160;
constexpr int untilADialogOpens = 10000;  // milliseconds

QString nameOf(const QWidget* widget) {
  if (widget == nullptr) return {};
  if (!widget->accessibleName().isEmpty()) return widget->accessibleName();
  const auto* button = qobject_cast<const QAbstractButton*>(widget);
  return button == nullptr ? QString() : button->text().remove(QLatin1Char('&'));
}

}  // namespace

Hands::Hands(QWidget& window) : m_window(&window) {
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
}

QWidget* Hands::target() const {
  if (QWidget* menu = QApplication::activePopupWidget()) return menu;
  // Keys go to the dialog that is in front also before the platform has said that it is active.
  QWidget* dialog = QApplication::activeModalWidget();
  QWidget* focus = QApplication::focusWidget();
  if (dialog != nullptr && (focus == nullptr || focus->window() != dialog))
    return dialog->focusWidget() != nullptr ? dialog->focusWidget() : dialog;
  return focus != nullptr ? focus : m_window.data();
}

QString Hands::focused() const { return nameOf(QApplication::focusWidget()); }

void Hands::settle() const {
  for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
  // Without a window manager nobody gives a window its activation back when a list that popped up has closed.
  QWidget* front = QApplication::activeModalWidget() != nullptr ? QApplication::activeModalWidget() : m_window.data();
  if (front != nullptr && QApplication::activePopupWidget() == nullptr && front->isVisible() && !front->isActiveWindow()) {
    front->activateWindow();
    QCoreApplication::processEvents();
  }
}

void Hands::press(int key, Qt::KeyboardModifiers with) {
  ++keys;
  for (const auto modifier : {Qt::ControlModifier, Qt::ShiftModifier, Qt::AltModifier})
    if (with.testFlag(modifier)) ++keys;
  QTest::keyClick(target(), static_cast<Qt::Key>(key), with);
  settle();
}

void Hands::type(const QString& text) {
  ++fields;
  for (const QChar letter : text) ++keys, QTest::keyClick(target(), letter.toLatin1());
  settle();
}

void Hands::retype(const QString& text) {
  press(Qt::Key_A, Qt::ControlModifier);
  type(text);
}

void Hands::tab(int times) {
  for (int i = 0; i < times; ++i) press(Qt::Key_Tab);
}

void Hands::to(const QString& name) {
  QStringList passed;
  for (int i = 0; i < mostTabs; ++i) {
    if (focused().startsWith(name)) return;
    passed << (focused().isEmpty() && target() != nullptr ? target()->metaObject()->className() : focused());
    tab();
  }
  FAIL("Tab never comes to “" + name.toStdString() + "”; it passed " + passed.mid(0, mostTabs / 2).join(" | ").toStdString());
}

void Hands::within(const std::function<void()>& open, const std::function<void()>& inside) {
  // A dialog runs its own loop inside `open`; what fails in there is kept until the loop has ended, since nothing may be thrown through it.
  std::exception_ptr failed;
  bool entered = false;
  QTimer wait;
  QElapsedTimer waited;
  waited.start();
  const QWidget* before = QApplication::activeModalWidget();
  QObject::connect(&wait, &QTimer::timeout, &wait, [&] {
    QWidget* popup = QApplication::activePopupWidget();
    QWidget* dialog = QApplication::activeModalWidget();
    if (popup == nullptr && (dialog == nullptr || dialog == before)) {
      if (waited.elapsed() > untilADialogOpens) wait.stop();
      return;
    }
    wait.stop();
    entered = true;
    constexpr int untilItHasTheKeyboard = 500;  // milliseconds
    if (popup == nullptr) {
      settle();
      (void)QTest::qWaitFor([dialog] { return dialog->isActiveWindow() && QApplication::focusWidget() != nullptr; }, untilItHasTheKeyboard);
    }
    try {
      inside();
    } catch (...) {
      failed = std::current_exception();
    }
    settle();
    if (popup != nullptr && QApplication::activePopupWidget() == popup) popup->close();
    if (dialog != nullptr && dialog != before && QApplication::activeModalWidget() == dialog) {
      if (!failed) try {
          FAIL("The dialog “" + dialog->windowTitle().toStdString() + "” stayed open; the focus is on “" + focused().toStdString() + "”");
        } catch (...) {
          failed = std::current_exception();
        }
      dialog->close();
    }
  });
  wait.start(5);
  open();
  while (!entered && waited.elapsed() < untilADialogOpens) QTest::qWait(5);
  if (failed) std::rethrow_exception(failed);
  if (!entered) FAIL("No dialog or menu opened; the focus is on “" + focused().toStdString() + "”");
}

}  // namespace homeward::tests
