// Asks for the passphrase of a sealed file and opens it. Opening takes most of a second, on a thread of its own; one that does not fit is
// told, and asked for again.
#pragma once

#include <optional>
#include <string>

#include "shared/entry_dialog.h"
#include "support/result.h"

class QLineEdit;
class QPushButton;

namespace homeward::ui {

class TextLabel;

class PassphraseAsk : public EntryDialog {
  Q_OBJECT
 public:
  PassphraseAsk(const QString& title, std::string sealed, QWidget* parent = nullptr);
  /// What was sealed, once it was accepted.
  [[nodiscard]] const std::string& document() const { return m_document; }
  [[nodiscard]] std::string passphrase() const;

 protected:
  [[nodiscard]] bool somethingEntered() const override { return false; }

 private:
  void open();
  void opened(const Result<std::string>& document);
  std::string m_sealed;
  std::string m_document;
  QLineEdit* m_passphrase;
  TextLabel* m_trouble;
  QPushButton* m_open;
};

}  // namespace homeward::ui
