// Logging that a question was put to the provider of an offer: the question in the words that were used, under the name of whoever asked,
// with the telephone number to ask by and the questions that were asked before.
#pragma once

#include "app/asking.h"
#include "shared/entry_dialog.h"

class QLineEdit;
class QPushButton;

namespace homeward::ui {

class TextLabel;

class QuestionDialog : public EntryDialog {
  Q_OBJECT
 public:
  QuestionDialog(app::Workspace& workspace, const Offer& offer, const QString& question, QWidget* parent = nullptr);

 private:
  void follow();
  void log();
  app::Workspace& m_workspace;
  OfferId m_offer;
  QLineEdit* m_question;
  TextLabel* m_read;  // the question as it may be shown, while it stands as dots
  TextLabel* m_problem;
  QPushButton* m_act;
};

}  // namespace homeward::ui
