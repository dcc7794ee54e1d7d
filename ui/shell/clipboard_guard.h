// What was copied here may be personal: it leaves the clipboard after a minute, when the window locks and when the program ends.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace homeward::ui {

class ClipboardGuard : public QObject {
  Q_OBJECT
 public:
  explicit ClipboardGuard(int keptFor = 60'000, QObject* parent = nullptr);  ///< milliseconds
  ~ClipboardGuard() override;
  /// Clears the clipboard if it still holds what was copied here.
  void clear();

 private:
  void noticed();
  QTimer m_until;
  QString m_copied;
};

}  // namespace homeward::ui
