#include "returned/returned_desk.h"

#include <QFileDialog>

#include "app/returned_offer.h"
#include "returned/returned_answer_dialog.h"
#include "returned/returned_choice_dialog.h"
#include "secrets/sealed.h"
#include "shared/format.h"
#include "shared/passphrase_ask.h"
#include "shared/whole_file.h"
#include "shell/main_window.h"
#include "shell/navigator.h"

namespace homeward::ui {

ReturnedDesk::ReturnedDesk(app::Workspace& workspace, Navigator& navigator, MainWindow& window, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_navigator(navigator), m_window(window) {}

void ReturnedDesk::takeIn() {
  const QString path = QFileDialog::getOpenFileName(&m_window, tr("An answer that came back"), {},
                                                    tr("Answers (*.xlsx *.json *.homeward-answer);;All files (*)"));
  if (!path.isEmpty()) takeIn(path);
}

void ReturnedDesk::takeIn(const QString& path) {
  auto bytes = readWhole(path);
  if (!bytes) return refuse(q(bytes.error().detail));
  secrets::isSealed(*bytes) ? takeInDecision(*std::move(bytes)) : takeInAnswer(*std::move(bytes));
}

void ReturnedDesk::refuse(const QString& why) { m_window.setTrouble(tr("The file was not taken in."), why); }

void ReturnedDesk::takeInAnswer(std::string bytes) {
  auto returned = app::readReturnedAnswer(m_workspace, bytes);
  if (!returned) return refuse(q(returned.error().detail));
  ReturnedAnswerDialog dialog(m_workspace, std::move(bytes), *std::move(returned), &m_window);
  if (dialog.exec() != QDialog::Accepted) return;
  m_window.setTrouble({}, {});
  m_window.setSaved(dialog.done());
  m_navigator.openReferral(dialog.referral());
}

void ReturnedDesk::takeInDecision(std::string bytes) {
  PassphraseAsk ask(tr("An answer to a choice"), bytes, &m_window);
  if (ask.exec() != QDialog::Accepted) return;
  auto returned = app::readReturnedChoice(m_workspace, bytes, ask.document());
  if (!returned) return refuse(q(returned.error().detail));
  ReturnedChoiceDialog dialog(m_workspace, *std::move(returned), &m_window);
  if (dialog.exec() != QDialog::Accepted) return;
  m_window.setTrouble({}, {});
  m_window.setSaved(dialog.done());
  m_navigator.openReferral(dialog.referral());
  if (dialog.decision() && dialog.chosen()) m_navigator.startPlacement(*dialog.decision());
}

}  // namespace homeward::ui
