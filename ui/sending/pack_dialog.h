// Reading a referral before it goes to providers: each piece of free words as it was typed, with everything marked that tells, or may
// tell, who somebody is, and beside it as it would leave.
//
// What is on record or tells by its shape goes out; a likely name goes out unless it is ticked to stay; a selection can be taken out
// besides. Nothing is written before somebody has said that all of it was read.
#pragma once

#include <functional>
#include <optional>

#include "app/pack_files.h"
#include "shared/entry_dialog.h"

class QCheckBox;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QComboBox;

namespace homeward::ui {

class TextLabel;

class PackDialog : public EntryDialog {
  Q_OBJECT
 public:
  /// Where the files go; an empty path: nowhere.
  using Folder = std::function<QString(QWidget* parent)>;
  PackDialog(app::Workspace& workspace, ReferralId referral, app::ReferralCase entry, app::Deidentifying how, Folder folder,
             QWidget* parent = nullptr);
  /// What was done, to be told; empty: nothing.
  [[nodiscard]] const QString& done() const { return m_done; }

 protected:
  /// What was decided of a piece is entered; looking at another is not.
  [[nodiscard]] bool somethingEntered() const override;

 private:
  void build();
  void showPiece();
  void showMarks();
  void showWords();
  void showRare();
  void ticked();
  void takeOut();
  void follow();
  void copy();
  void save();
  [[nodiscard]] app::PackPiece* piece();
  /// Whether the text stands there letter by letter: not while names are hidden.
  [[nodiscard]] bool asTyped();
  [[nodiscard]] disclosure::ReferralPack pack() const;
  app::Workspace& m_workspace;
  ReferralId m_referral;
  app::ReferralCase m_entry;
  app::Deidentifying m_how;
  Folder m_folder;
  std::string m_reference;
  std::vector<app::PackPiece> m_pieces;
  app::Reading m_reading;
  QString m_done;
  bool m_filling = false;
  QListWidget* m_list;
  QListWidget* m_marks;
  QPlainTextEdit* m_typed;
  QPlainTextEdit* m_leaves;
  QPushButton* m_takeOut;
  QCheckBox* m_wide;
  TextLabel* m_rare;
  QCheckBox* m_read;
  QComboBox* m_mails;
  TextLabel* m_trouble;
  QPushButton* m_copy;
  QPushButton* m_save;
};

/// Opens it. What was done, to be told; empty: nothing. Errors: the referral cannot be read.
[[nodiscard]] Result<QString> readPack(app::Workspace& workspace, ReferralId referral, std::optional<Instant> answerDue, QWidget* parent);
/// Asks for a folder by the system's dialog.
[[nodiscard]] PackDialog::Folder folderDialog();

}  // namespace homeward::ui
