#include "returned/returned_desk.h"

#include <QFile>
#include <QFileDialog>

#include "app/returned_offer.h"
#include "returned/returned_answer_dialog.h"
#include "shared/format.h"
#include "shell/main_window.h"
#include "shell/navigator.h"

namespace homeward::ui {

ReturnedDesk::ReturnedDesk(app::Workspace& workspace, Navigator& navigator, MainWindow& window, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_navigator(navigator), m_window(window) {}

void ReturnedDesk::takeIn() {
  const QString path =
      QFileDialog::getOpenFileName(&m_window, tr("An answer that came back"), {}, tr("Answers (*.xlsx *.json);;All files (*)"));
  if (!path.isEmpty()) takeIn(path);
}

void ReturnedDesk::takeIn(const QString& path) {
  const auto refuse = [this](const QString& why) { m_window.setTrouble(tr("The file was not taken in."), why); };
  QFile file(path);
  constexpr qint64 most = 20'000'000;
  if (!file.open(QIODevice::ReadOnly)) return refuse(tr("It could not be read: %1.").arg(file.errorString()));
  if (file.size() > most) return refuse(tr("It is larger than 20 MB: it is not an answer to a referral."));
  takeInAnswer(file.readAll().toStdString());
}

void ReturnedDesk::takeInAnswer(std::string bytes) {
  auto returned = app::readReturnedAnswer(m_workspace, bytes);
  if (!returned) return m_window.setTrouble(tr("The file was not taken in."), q(returned.error().detail));
  ReturnedAnswerDialog dialog(m_workspace, std::move(bytes), *std::move(returned), &m_window);
  if (dialog.exec() != QDialog::Accepted) return;
  m_window.setTrouble({}, {});
  m_window.setSaved(dialog.done());
  m_navigator.openReferral(dialog.referral());
}

}  // namespace homeward::ui
