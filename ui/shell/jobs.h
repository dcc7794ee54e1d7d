// Long work in the background, with how far it is and a Cancel that makes it roll back. The window never waits for it.
#pragma once

#include <QFrame>
#include <QThreadPool>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "support/progress.h"
#include "support/result.h"

class QProgressBar;
class QPushButton;

namespace homeward::ui {

class TextLabel;

/// A strip at the foot of the window: hidden until there is work. One job runs at a time; others wait their turn.
class Jobs : public QFrame {
  Q_OBJECT
 public:
  explicit Jobs(QWidget* parent = nullptr);
  ~Jobs() override;

  /// Runs `work` on another thread and then `done` on this one, with what it answered. `work` calls step() often and answers
  /// ErrorCode::cancelled, everything rolled back, when that says no. `what` reads after "Working:": "importing 300 placements".
  /// Work that cannot stop half way says why instead.
  template <class T>
  void run(const QString& what, std::function<Result<T>(const Progress&)> work, std::function<void(Result<T>)> done,
           const QString& whyNoCancel = {}) {
    auto answer = std::make_shared<std::optional<Result<T>>>();
    start(
        what, [answer, work = std::move(work)](const Progress& progress) { answer->emplace(work(progress)); },
        [answer, done = std::move(done)] {
          if (answer->has_value()) done(std::move(**answer));
        },
        whyNoCancel);
  }
  [[nodiscard]] bool busy() const { return m_running || !m_waiting.empty(); }
  void cancel();
  /// What runs now, as it was named; empty when nothing does.
  [[nodiscard]] QString working() const { return m_running ? m_now : QString(); }
  [[nodiscard]] bool mayCancel() const { return m_whyNoCancel.isEmpty(); }
  /// Cancels what runs where it can be, and waits until it has stopped.
  void stop();

 signals:
  void busyChanged(bool busy);

 private:
  struct Job {
    QString what;
    std::function<void(const Progress&)> work;
    std::function<void()> done;
    QString whyNoCancel;
  };
  void start(const QString& what, std::function<void(const Progress&)> work, std::function<void()> done, const QString& whyNoCancel);
  void next();
  void report(std::int64_t at, std::int64_t total);
  QThreadPool m_threads;
  std::vector<Job> m_waiting;
  bool m_running = false;
  QString m_now;
  QString m_whyNoCancel;
  std::shared_ptr<std::atomic<bool>> m_stop;
  TextLabel* m_words;
  QProgressBar* m_bar;
  QPushButton* m_cancel;
};

}  // namespace homeward::ui
