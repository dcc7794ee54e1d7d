// An answer that came back as a file, before any of it is recorded: what has changed since it was sent, what could not be read, and what it
// says line by line, beside the offer that is on record where there is one.
//
// Where the case moves on while it is looked at, what is on record is read again and both are shown anew; nothing is recorded unseen.
#pragma once

#include "app/asking.h"
#include "app/returned_offer.h"
#include "shared/entry_dialog.h"

class QComboBox;
class QPushButton;

namespace homeward::ui {

class PlainTable;
class TextLabel;

class ReturnedAnswerDialog : public EntryDialog {
  Q_OBJECT
 public:
  ReturnedAnswerDialog(app::Workspace& workspace, std::string bytes, app::ReturnedAnswer returned, QWidget* parent = nullptr);
  /// What was recorded, to be told.
  [[nodiscard]] const QString& done() const { return m_done; }
  [[nodiscard]] ReferralId referral() const { return m_returned.pack.referral; }

 protected:
  [[nodiscard]] bool somethingEntered() const override { return false; }

 private:
  void build();
  void fill();
  void showLines();
  void follow();
  /// Why it could not stand as an offer; empty: it can.
  [[nodiscard]] QString cannotStand() const;
  void chooseWho();
  void chooseHome();
  void take(app::TakeAs as);
  void readAgain();
  app::Workspace& m_workspace;
  std::string m_bytes;
  app::ReturnedAnswer m_returned;
  QString m_done;
  std::vector<app::ApproachLine> m_asked;
  bool m_filling = false;
  TextLabel* m_what;
  QComboBox* m_who;
  TextLabel* m_home;
  QPushButton* m_which;
  TextLabel* m_notes;
  PlainTable* m_lines;
  TextLabel* m_trouble;
  QPushButton* m_replace;
  QPushButton* m_record;
};

}  // namespace homeward::ui
