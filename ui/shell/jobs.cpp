#include "shell/jobs.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QProgressBar>
#include <QTimer>

#include "shared/page_parts.h"

namespace homeward::ui {

Jobs::Jobs(QWidget* parent)
    : QFrame(parent),
      m_words(new TextLabel({}, Type::second)),
      m_bar(new QProgressBar),
      m_cancel(makeButton(tr("Cancel"), ButtonKind::plain)) {
  m_threads.setMaxThreadCount(1);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(px(16), px(4), px(16), px(4));
  row->setSpacing(px(12));
  row->addWidget(m_words);
  m_bar->setTextVisible(false);
  m_bar->setFixedHeight(px(8));
  m_bar->setAccessibleName(tr("Progress"));
  row->addWidget(m_bar, 1);
  setSmall(*m_cancel);
  row->addWidget(m_cancel);
  setAccessibleName(tr("Work in the background"));
  hide();
  connect(m_cancel, &QPushButton::clicked, this, &Jobs::cancel);
}

Jobs::~Jobs() {
  if (m_stop) *m_stop = true;
  m_threads.waitForDone();
}

void Jobs::start(const QString& what, std::function<void(const Progress&)> work, std::function<void()> done, const QString& whyNoCancel) {
  m_waiting.push_back({what, std::move(work), std::move(done), whyNoCancel});
  if (!m_running) next();
}

void Jobs::next() {
  if (m_waiting.empty()) {
    hide();
    emit busyChanged(false);
    return;
  }
  Job job = std::move(m_waiting.front());
  m_waiting.erase(m_waiting.begin());
  m_running = true;
  m_stop = std::make_shared<std::atomic<bool>>(false);
  m_words->setText(tr("Working: %1").arg(job.what));
  m_now = job.what;
  m_whyNoCancel = job.whyNoCancel;
  m_cancel->setEnabled(mayCancel());
  m_cancel->setToolTip(m_whyNoCancel);
  report(0, 0);
  // What is done before anybody could read of it says nothing.
  constexpr int untilShown = 150;  // milliseconds
  const std::weak_ptr<std::atomic<bool>> own = m_stop;
  QTimer::singleShot(untilShown, this, [this, own] {
    if (m_running && own.lock() == m_stop) show();
  });
  emit busyChanged(true);
  const QPointer<Jobs> self(this);
  m_threads.start([self, stop = m_stop, job = std::move(job)] {
    QElapsedTimer since;
    since.start();
    std::int64_t told = -1000;
    const Progress progress([&](std::int64_t at, std::int64_t total) {
      if (since.elapsed() - told > 50 || at == total) {  // twenty times a second is enough for eyes
        told = since.elapsed();
        QMetaObject::invokeMethod(
            self.data(),
            [self, at, total] {
              if (self) self->report(at, total);
            },
            Qt::QueuedConnection);
      }
      return !stop->load();
    });
    job.work(progress);
    QMetaObject::invokeMethod(
        self.data(),
        [self, done = job.done] {
          if (!self) return;
          self->m_running = false;
          done();
          if (self && !self->m_running) self->next();
        },
        Qt::QueuedConnection);
  });
}

void Jobs::report(std::int64_t at, std::int64_t total) {
  // A progress bar counts in int; a thousandth is finer than a pixel.
  m_bar->setRange(0, total > 0 ? 1000 : 0);
  if (total > 0) m_bar->setValue(static_cast<int>(1000 * at / total));
}

void Jobs::cancel() {
  if (!m_running || !mayCancel()) return;
  *m_stop = true;
  m_cancel->setEnabled(false);
  m_words->setText(tr("Cancelling, and putting back what was begun"));
}

void Jobs::stop() {
  cancel();
  m_threads.waitForDone();
}

}  // namespace homeward::ui
