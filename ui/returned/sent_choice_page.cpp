#include "returned/sent_choice_page.h"

#include <QFutureWatcher>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "app/choice_file.h"
#include "deciding/review_form.h"
#include "secrets/sealed.h"
#include "shared/format.h"
#include "shared/question.h"
#include "shared/typed.h"
#include "shared/whole_file.h"

namespace homeward::ui {

SentChoicePage::SentChoicePage(disclosure::ChoiceSheet sheet, std::string passphrase, app::Clock clock, Target target, QWidget* parent)
    : Page(parent), m_sheet(std::move(sheet)), m_passphrase(std::move(passphrase)), m_clock(std::move(clock)), m_target(std::move(target)) {
  const QString until = m_sheet.expiresAt ? tr(" It can be answered until %1.").arg(momentText(*m_sheet.expiresAt)) : QString();
  m_form = new ReviewForm(
      m_sheet,
      {title(),
       tr("Sent by %1 on %2. Decide by %3.").arg(q(m_sheet.sentBy), dateText(englandDay(m_sheet.sentAt)), dateText(m_sheet.decideBy)) +
           until,
       false});
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->addWidget(m_form);
  connect(m_form, &ReviewForm::recordWanted, this, &SentChoicePage::answer);
  m_asOpened = typedIn(*this);
}

SentChoicePage::~SentChoicePage() { std::fill(m_passphrase.begin(), m_passphrase.end(), '\0'); }

QString SentChoicePage::title() const { return tr("Homes for %1").arg(q(m_sheet.people)); }
QWidget* SentChoicePage::firstFocus() { return m_form->firstFocus(); }
QList<QWidget*> SentChoicePage::panes() { return m_form->panes(); }
void SentChoicePage::setNamesHidden(bool /*hidden*/) { m_form->namesHiddenChanged(); }

bool SentChoicePage::doPrimary() {
  m_form->act();
  return true;
}

bool SentChoicePage::mayLeave() {
  if (m_answered || typedIn(*this) == m_asOpened) return true;
  return agreesTo(this,
                  {title(), tr("Your answer has not been written to a file."), tr("&Go on entering"), tr("&Leave without an answer")});
}

void SentChoicePage::answer(const disclosure::SheetAnswer& answer) {
  const auto file = app::answerFile(m_sheet, answer, m_clock());
  if (!file) return m_form->refuse(q(file.error().detail));
  const QString path = m_target(this, q(file->name));
  if (path.isEmpty()) return;
  m_form->setEnabled(false);  // while it is sealed, on a thread of its own
  auto* work = new QFutureWatcher<Result<std::string>>(this);
  connect(work, &QFutureWatcher<Result<std::string>>::finished, this, [this, work, path] {
    const Result<std::string> sealed = work->result();
    work->deleteLater();
    m_form->setEnabled(true);
    if (!sealed) return m_form->refuse(q(sealed.error().detail));
    if (const auto written = writeWhole(path, *sealed); !written) return m_form->refuse(q(written.error().detail));
    m_answered = true;
    emit answered(path);
  });
  work->setFuture(QtConcurrent::run(
      [document = file->document, passphrase = m_passphrase]() -> Result<std::string> { return secrets::sealed(document, passphrase); }));
}

}  // namespace homeward::ui
