// Setting, changing and taking away the passphrase of the lock, and after how many minutes without a key it closes.
#pragma once

#include <QDialog>

class QLineEdit;
class QSpinBox;

namespace homeward::ui {

class ErrorSummary;
class WindowLock;

class PassphraseDialog : public QDialog {
  Q_OBJECT
 public:
  explicit PassphraseDialog(WindowLock& lock, QWidget* parent = nullptr);

 private:
  void keep(bool takeAway);
  WindowLock& m_lock;
  ErrorSummary* m_errors;
  QLineEdit* m_before;
  QLineEdit* m_next;
  QLineEdit* m_again;
  QSpinBox* m_minutes;
};

}  // namespace homeward::ui
