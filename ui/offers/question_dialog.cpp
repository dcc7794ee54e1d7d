#include "offers/question_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "market/reach_words.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"

namespace homeward::ui {

QuestionDialog::QuestionDialog(app::Workspace& workspace, const Offer& offer, const QString& question, QWidget* parent)
    : EntryDialog(parent), m_workspace(workspace), m_offer(offer.id), m_question(new QLineEdit(question)) {
  const auto market = workspace.market();
  const Setting* home = market ? (*market)->setting(offer.setting) : nullptr;
  const Provider* provider = market ? (*market)->provider(offer.provider) : nullptr;
  setWindowTitle(tr("Ask %1").arg(provider == nullptr ? tr("the provider") : q(provider->name)));
  setMinimumWidth(px(560));
  auto* page = new QVBoxLayout(this);
  auto* form = new QFormLayout;
  form->addRow(tr("About"), new TextLabel(home == nullptr ? tr("the offer") : q(home->name)));
  form->addRow(tr("Telephone"), new TextLabel(numbersToRing(workspace, home, provider)));
  auto* label = new QLabel(tr("&Question"));
  label->setBuddy(m_question);
  m_question->setAccessibleName(tr("The question"));
  form->addRow(label, m_question);
  m_read = new TextLabel(question, Type::text, Ink::text2);
  m_read->setWrapped(true);
  form->addRow(QString(), m_read);
  page->addLayout(form);
  QStringList before;
  if (const auto lines = app::approachLines(workspace, offer.referral))
    for (const app::ApproachLine& line : *lines)
      if (line.approach.id == offer.approach)
        for (const ContactEntry& entry : line.approach.log)
          if (entry.outcome == CallOutcome::weAsked)
            before << (entry.open() ? tr("%1: %2 No answer yet.").arg(momentText(entry.at), q(entry.note))
                                    : tr("%1: %2 They answered: %3").arg(momentText(entry.at), q(entry.note), q(entry.answer)));
  if (!before.isEmpty()) {
    page->addWidget(new SectionHead(tr("Asked before")));
    for (const QString& words : before) {
      auto* line = new TextLabel(words, Type::text, Ink::text2);
      line->setWrapped(true);
      page->addWidget(line);
    }
  }
  auto* note = new TextLabel(tr("The question is kept in the log of calls with your name and the time. Record the answer when it comes."),
                             Type::second, Ink::text2);
  note->setWrapped(true);
  page->addWidget(note);
  m_problem = new TextLabel({}, Type::text, Ink::no);
  m_problem->setWrapped(true);
  m_problem->hide();
  page->addWidget(m_problem);
  m_act = makeButton(tr("&Log the question"), ButtonKind::primary, QStringLiteral("question"));
  connect(m_act, &QPushButton::clicked, this, &QuestionDialog::log);
  connect(m_question, &QLineEdit::textChanged, this, &QuestionDialog::follow);
  page->addWidget(dialogFoot(*this, m_act));
  coverFields(*this);
  follow();
  m_question->setFocus();
}

void QuestionDialog::follow() {
  m_read->setText(m_question->text());
  m_read->setVisible(nameCover().hidden() && m_question->echoMode() != QLineEdit::Normal);
  const bool empty = m_question->text().trimmed().isEmpty();
  m_act->setEnabled(!empty);
  m_problem->setText(empty ? tr("Write what was asked.") : QString());
  m_problem->setVisible(empty);
}

void QuestionDialog::log() {
  const auto asked = app::askQuestion(m_workspace, m_offer, utf8(m_question->text().trimmed()));
  if (asked) return accept();
  m_problem->setText(q(asked.error().detail));
  m_problem->show();
}

}  // namespace homeward::ui
