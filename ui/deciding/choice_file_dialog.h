// Sending a choice to somebody else's machine: a sealed file, a mail draft for it, and paper where that is wanted.
#pragma once

#include <functional>

#include "app/choice_file.h"
#include "shared/entry_dialog.h"

class QCheckBox;
class QDateEdit;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

class TextLabel;

class ChoiceFileDialog : public EntryDialog {
  Q_OBJECT
 public:
  /// Where the files go; an empty path: nowhere.
  using Folder = std::function<QString(QWidget* parent)>;
  ChoiceFileDialog(app::Workspace& workspace, Choice choice, Folder folder, QWidget* parent = nullptr);
  /// What was written, to be told.
  [[nodiscard]] const QString& done() const { return m_done; }
  [[nodiscard]] std::string passphrase() const;

 private:
  void write();
  void sealedNow(const app::ChoiceToSend& sent, const QString& folder, const Result<std::string>& sealed);
  void refuse(const QString& why);
  app::Workspace& m_workspace;
  Choice m_choice;
  Folder m_folder;
  QString m_done;
  QLineEdit* m_passphrase;
  QDateEdit* m_until;
  QCheckBox* m_paper;
  TextLabel* m_trouble;
  QPushButton* m_write;
};

/// Opens it for a choice of the case file, and asks for a folder by the system's dialog. What was written, or why not; empty: nothing.
[[nodiscard]] QString sendAsFile(app::Workspace& workspace, ChoiceId choice, QWidget* parent);

}  // namespace homeward::ui
