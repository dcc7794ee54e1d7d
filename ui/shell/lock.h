// The lock of the window: after minutes without a key or at Ctrl+L it shows nothing until the passphrase is entered.
//
// Without a passphrase there is no lock. A slow hash of it is kept with the person's settings, for every case file alike; it protects the
// room in which the screen stands, not the disk, and the documents say so. Every window of the program is covered, dialogs too, with
// what stands in them kept; keys reach nothing but the passphrase. Each wrong one doubles the wait for the next, also over a restart.
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <functional>

#include "support/result.h"

class QLineEdit;

namespace homeward::ui {

class TextLabel;

class WindowLock : public QObject {
  Q_OBJECT
 public:
  /// Milliseconds that never go back and do not stop while the machine sleeps.
  using Time = std::function<qint64()>;
  [[nodiscard]] static Time steadyTime();
  explicit WindowLock(Time time = steadyTime(), QObject* parent = nullptr);
  ~WindowLock() override;

  [[nodiscard]] bool hasPassphrase() const;
  /// An empty `next` takes it away. Refused when `before` is not the present one.
  [[nodiscard]] Result<void> setPassphrase(const QString& before, const QString& next);
  [[nodiscard]] int idleMinutes() const;  ///< 10 until somebody says otherwise
  void setIdleMinutes(int minutes);

  [[nodiscard]] bool locked() const { return m_locked; }
  /// False when there is no passphrase.
  bool lock();
  /// False: wrong, or it is still to be waited.
  bool unlock(const QString& passphrase);
  [[nodiscard]] qint64 waitLeft() const;  ///< milliseconds until the next try
  /// Locks when nobody has touched the window for long enough; called every few seconds.
  void look();
  bool eventFilter(QObject* watched, QEvent* event) override;

 signals:
  void lockedChanged(bool locked);

 private:
  struct Covered {
    QPointer<QWidget> cover;
    QPointer<QWidget> focus;
    QList<QPointer<QWidget>> parts;
    QString title;
  };
  void cover(QWidget& window);
  void uncover();
  Time m_time;
  QTimer m_tick;
  bool m_locked = false;
  bool m_covering = false;
  qint64 m_touched;
  qint64 m_notBefore;
  QHash<QWidget*, Covered> m_covered;
};

/// What stands on a locked window: that it is locked, and the field for the passphrase.
class LockCover : public QWidget {
  Q_OBJECT
 public:
  LockCover(WindowLock& lock, QWidget* window);
  [[nodiscard]] QString told() const;
  [[nodiscard]] QWidget* field() const;
  bool eventFilter(QObject* watched, QEvent* event) override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void tryIt();
  void tellWait();
  WindowLock& m_lock;
  QLineEdit* m_passphrase;
  TextLabel* m_told;
  QTimer m_waiting;
};

}  // namespace homeward::ui
