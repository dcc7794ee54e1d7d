#include "shell/clipboard_guard.h"

#include <QApplication>
#include <QClipboard>

namespace homeward::ui {

ClipboardGuard::ClipboardGuard(int keptFor, QObject* parent) : QObject(parent) {
  m_until.setSingleShot(true);
  m_until.setInterval(keptFor);
  connect(&m_until, &QTimer::timeout, this, &ClipboardGuard::clear);
  connect(QApplication::clipboard(), &QClipboard::dataChanged, this, &ClipboardGuard::noticed);
}
ClipboardGuard::~ClipboardGuard() { clear(); }

void ClipboardGuard::noticed() {
  // Not every system says who copied: what changes while one of our windows has the keyboard was copied here.
  const bool ours = QApplication::clipboard()->ownsClipboard() || QApplication::activeWindow() != nullptr;
  m_copied = ours ? QApplication::clipboard()->text() : QString();
  m_copied.isEmpty() ? m_until.stop() : m_until.start();
}

void ClipboardGuard::clear() {
  m_until.stop();
  if (!m_copied.isEmpty() && QApplication::clipboard()->text() == m_copied) QApplication::clipboard()->clear();
  m_copied.clear();
}

}  // namespace homeward::ui
