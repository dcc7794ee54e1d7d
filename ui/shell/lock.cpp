#include "shell/lock.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>
#include <ctime>
#include <utility>

#include "secrets/passphrase.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {

constexpr int lookEvery = 5000;  // milliseconds
constexpr qint64 aMinute = 60'000;
constexpr int usualMinutes = 10;
constexpr int mostMinutes = 120;
constexpr qint64 longestWait = 300'000;
constexpr int fieldWidth = 320;

/// 1, 2, 4 ... seconds after so many wrong ones.
qint64 waitAfter(int failures) { return failures <= 0 ? 0 : std::min(longestWait, qint64{1000} << std::min(failures - 1, 20)); }

}  // namespace

WindowLock::Time WindowLock::steadyTime() {
#ifdef CLOCK_BOOTTIME
  // The usual steady clock of Linux stands still while the machine sleeps.
  return [] {
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return qint64{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
  };
#else
  QElapsedTimer since;
  since.start();
  return [since] { return since.elapsed(); };
#endif
}

WindowLock::WindowLock(Time time, QObject* parent)
    : QObject(parent),
      m_time(std::move(time)),
      m_touched(m_time()),
      m_notBefore(m_time() + waitAfter(QSettings().value("lock/failures", 0).toInt())) {
  m_tick.setInterval(lookEvery);
  connect(&m_tick, &QTimer::timeout, this, &WindowLock::look);
  m_tick.start();
  qApp->installEventFilter(this);
}
WindowLock::~WindowLock() {
  qApp->removeEventFilter(this);
  uncover();
}

bool WindowLock::hasPassphrase() const { return !QSettings().value("lock/passphrase").toString().isEmpty(); }

Result<void> WindowLock::setPassphrase(const QString& before, const QString& next) {
  const std::string known = QSettings().value("lock/passphrase").toString().toStdString();
  if (!known.empty() && !secrets::fits(before.toStdString(), known))
    return fail(ErrorCode::refused, "before", tr("This is not the passphrase that is set now.").toStdString());
  if (next.isEmpty()) {
    QSettings().remove("lock/passphrase");
    return {};
  }
  if (next.size() < static_cast<qsizetype>(secrets::shortestPassphrase))
    return fail(
        ErrorCode::invalid, "next",
        tr("Use at least %1 characters: a few words together are easy to remember.").arg(secrets::shortestPassphrase).toStdString());
  const auto hash = secrets::hashOf(next.toStdString());
  if (!hash) return failed(hash);
  QSettings().setValue("lock/passphrase", QString::fromStdString(*hash));
  return {};
}

int WindowLock::idleMinutes() const { return std::clamp(QSettings().value("lock/minutes", usualMinutes).toInt(), 1, mostMinutes); }
void WindowLock::setIdleMinutes(int minutes) { QSettings().setValue("lock/minutes", std::clamp(minutes, 1, mostMinutes)); }

qint64 WindowLock::waitLeft() const { return std::max<qint64>(0, m_notBefore - m_time()); }

void WindowLock::look() {
  if (!m_locked && m_time() - m_touched >= idleMinutes() * aMinute) lock();
}

bool WindowLock::lock() {
  if (!hasPassphrase()) return false;
  if (m_locked) return true;
  while (QWidget* popup = QApplication::activePopupWidget()) {
    popup->close();
    if (QApplication::activePopupWidget() == popup) break;
  }
  QToolTip::hideText();
  m_locked = true;
  for (QWidget* window : QApplication::topLevelWidgets())
    if (window->isVisible()) cover(*window);
  emit lockedChanged(true);
  return true;
}

bool WindowLock::unlock(const QString& passphrase) {
  if (!m_locked || waitLeft() > 0) return false;
  QSettings settings;
  if (!secrets::fits(passphrase.toStdString(), settings.value("lock/passphrase").toString().toStdString())) {
    const int failures = settings.value("lock/failures", 0).toInt() + 1;
    settings.setValue("lock/failures", failures);
    m_notBefore = m_time() + waitAfter(failures);
    return false;
  }
  settings.remove("lock/failures");
  m_notBefore = m_touched = m_time();
  uncover();
  return true;
}

void WindowLock::cover(QWidget& window) {
  const Qt::WindowType type = window.windowType();
  if (m_covered.contains(&window) || type == Qt::ToolTip || type == Qt::Popup || type == Qt::Desktop) return;
  m_covering = true;
  Covered covered;
  covered.focus = window.focusWidget();
  covered.title = window.windowTitle();
  // What goes may take others with it, so the list of children is not walked while it changes.
  for (QWidget* part : window.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
    if (!part->isWindow() && part->isVisibleTo(&window)) covered.parts << part;
  for (const auto& part : std::as_const(covered.parts))
    if (part) part->hide();
  auto* cover = new LockCover(*this, &window);
  covered.cover = cover;
  window.setWindowTitle(tr("Homeward is locked"));
  cover->show();
  cover->raise();
  cover->field()->setFocus();
  m_covered.insert(&window, covered);
  connect(&window, &QObject::destroyed, this, [this, gone = &window] { m_covered.remove(gone); });
  m_covering = false;
}

void WindowLock::uncover() {
  if (!m_locked) return;
  m_locked = false;
  const auto covered = std::exchange(m_covered, {});
  for (auto one = covered.begin(); one != covered.end(); ++one) {
    disconnect(one.key(), &QObject::destroyed, this, nullptr);
    if (one->cover) one->cover->hide(), one->cover->deleteLater();  // it may be what has just been answered
    for (const auto& part : one->parts)
      if (part) part->show();
    one.key()->setWindowTitle(one->title);
    if (one->focus) one->focus->setFocus();
  }
  emit lockedChanged(false);
}

bool WindowLock::eventFilter(QObject* watched, QEvent* event) {
  auto* widget = qobject_cast<QWidget*>(watched);
  switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::ContextMenu:
    case QEvent::InputMethod:
    case QEvent::Drop: {
      // The first key after a machine woke up comes before the clock has looked.
      if (!m_locked) look();
      if (!m_locked) {
        m_touched = m_time();
        return false;
      }
      if (widget == nullptr) return false;  // the system's window, before its widget
      for (const QWidget* at = widget; at != nullptr; at = at->parentWidget())
        if (qobject_cast<const LockCover*>(at) != nullptr) return false;
      return true;
    }
    case QEvent::Shortcut:
      return m_locked;
    case QEvent::Show:
      if (m_locked && widget != nullptr && widget->isWindow()) cover(*widget);
      return false;
    case QEvent::WindowTitleChange:
      if (m_locked && !m_covering && widget != nullptr && m_covered.contains(widget) && widget->windowTitle() != tr("Homeward is locked")) {
        m_covered[widget].title = widget->windowTitle();
        widget->setWindowTitle(tr("Homeward is locked"));
      }
      return false;
    default:
      return false;
  }
}

LockCover::LockCover(WindowLock& lock, QWidget* window)
    : QWidget(window), m_lock(lock), m_passphrase(new QLineEdit), m_told(new TextLabel({}, Type::text, Ink::no)) {
  setGeometry(window->rect());
  setAccessibleName(tr("Homeward is locked"));
  m_passphrase->setEchoMode(QLineEdit::Password);
  m_passphrase->setAccessibleName(tr("Passphrase"));
  m_passphrase->setPlaceholderText(tr("passphrase"));
  m_passphrase->setMaximumWidth(px(fieldWidth));
  m_passphrase->setContextMenuPolicy(Qt::NoContextMenu);  // there is nothing to paste from behind the lock
  auto* unlock = makeButton(tr("Unlock"), ButtonKind::primary);
  m_told->setWrapped(true);
  m_told->setAlignment(Qt::AlignHCenter);
  auto* title = new TextLabel(tr("Homeward is locked"), Type::pageTitle);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(px(10));
  column->addStretch(2);
  column->addWidget(title, 0, Qt::AlignHCenter);
  auto* row = new QHBoxLayout;
  row->addStretch();
  row->addWidget(m_passphrase, 1);
  row->addWidget(unlock);
  row->addStretch();
  column->addLayout(row);
  column->addWidget(m_told);
  column->addStretch(3);
  connect(unlock, &QPushButton::clicked, this, &LockCover::tryIt);
  connect(m_passphrase, &QLineEdit::returnPressed, this, &LockCover::tryIt);
  connect(&m_waiting, &QTimer::timeout, this, &LockCover::tellWait);
  window->installEventFilter(this);
  tellWait();
}

QString LockCover::told() const { return m_told->text(); }
QWidget* LockCover::field() const { return m_passphrase; }

void LockCover::tryIt() {
  const QString typed = m_passphrase->text();
  m_passphrase->clear();
  if (typed.isEmpty() || m_lock.unlock(typed)) return;  // unlocked: this cover is gone
  tellWait();
}

void LockCover::tellWait() {
  const qint64 left = m_lock.waitLeft();
  m_passphrase->setEnabled(left <= 0);
  if (left > 0) {
    m_told->setText(tr("That was not the passphrase. The next try is open in %1 s.").arg((left + 999) / 1000));
    return m_waiting.start(200);
  }
  m_waiting.stop();
  m_told->setText({});
  m_passphrase->setFocus();
}

bool LockCover::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
  return false;
}

void LockCover::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.fillRect(rect(), Theme::current().window);
}

}  // namespace homeward::ui
