#include "deciding/escalate_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/referrals.h"
#include "deciding/people_combo.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int dialogWidth = 680;
constexpr int foundHeight = 210;
constexpr int triedHeight = 90;

/// What is known, a line each, with room for many.
QWidget* foundList(const QStringList& lines) {
  auto* inside = new QWidget;
  auto* rows = new QVBoxLayout(inside);
  rows->setSpacing(px(3));
  for (const QString& line : lines) {
    auto* label = new TextLabel(shown(line), Type::second, Ink::text);
    label->setWrapped(true);
    rows->addWidget(label);
  }
  if (lines.isEmpty()) rows->addWidget(new TextLabel(QObject::tr("Nothing is on record."), Type::second, Ink::text2));
  rows->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setWidget(inside);
  scroll->setFixedHeight(px(foundHeight));
  scroll->setAccessibleName(QObject::tr("What is known: who was asked, what stops most, what one change would let in"));
  return scroll;
}

}  // namespace

EscalateDialog::EscalateDialog(app::Workspace& workspace, ReferralId referral, QWidget* parent)
    : ActDialog(tr("No option suits"), tr("&Put it before them"), parent),
      m_workspace(workspace),
      m_referral(referral),
      m_to(peopleCombo(workspace, tr("Who is told"), [](homeward::Role role) { return app::mayBeEscalatedTo(role); })),
      m_tried(new QPlainTextEdit) {
  setMinimumWidth(px(dialogWidth));
  sayFirst(tr("A manager says what is to be done: it waits in their My work, and stays on record with the referral."));
  addField(tr("&To"), m_to);
  m_tried->setTabChangesFocus(true);
  m_tried->setFixedHeight(px(triedHeight));
  m_tried->setAccessibleName(tr("What was tried, and what stands in the way"));
  m_tried->setPlaceholderText(tr("what was tried, and what stands in the way"));
  addField(tr("&What was tried"), m_tried);
  QStringList lines;
  const auto draft = app::draftEscalation(workspace, referral);
  if (draft) {
    choosePerson(*m_to, draft->to);
    for (const std::string& line : draft->found) lines << q(line);
  } else {
    lines << q(draft.error().detail);
  }
  form()->addRow(tr("What goes with it"), foundList(lines));
  m_tried->setFocus();
  nothingEnteredYet();
}

Result<void> EscalateDialog::carryOut() {
  return app::escalate(m_workspace, m_referral, personOf(*m_to).value_or(PersonId{}), utf8(m_tried->toPlainText()));
}

QWidget* EscalateDialog::fieldOf(const std::string& subject) const {
  if (subject == "to") return m_to;
  return subject == "tried" ? m_tried : nullptr;
}

SettleDialog::SettleDialog(app::Workspace& workspace, ReferralId referral, QWidget* parent)
    : ActDialog(tr("What is to be done"), tr("&Record it"), parent),
      m_workspace(workspace),
      m_referral(referral),
      m_outcome(new QComboBox),
      m_words(new QLineEdit) {
  setMinimumWidth(px(dialogWidth));
  const auto entry = app::referralCase(workspace, referral);
  const Escalation* waiting = entry ? app::waitingEscalation(entry->referral) : nullptr;
  QStringList lines;
  const auto onlyToRead = [this](const QString& first, const QString& why) {
    sayFirst(first);
    actButton()->setEnabled(false);
    actButton()->setToolTip(why);
    m_outcome->setEnabled(false);
    m_words->setEnabled(false);
  };
  if (waiting != nullptr) {
    const auto by = workspace.file().people().person(waiting->by);
    const QString told =
        shown(tr("No suitable option for %1, put before a manager by %2 on %3: %4")
                  .arg(q(entry->referral.number), by ? q(by->name) : tr("somebody"), momentText(waiting->at), q(waiting->tried)));
    const QString who = tr("A manager, the budget holder or the Director says what is to be done: choose one of them under Work as.");
    if (app::mayBeEscalatedTo(workspace.user().role))
      sayFirst(told);
    else
      onlyToRead(QStringList{told, who}.join(QLatin1Char('\n')), who);
    lines = q(waiting->found).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
  } else {
    onlyToRead(tr("Nothing of this referral waits for a manager."), tr("It was settled already"));
  }
  form()->addRow(tr("What was known"), foundList(lines));
  m_outcome->addItem(tr("Choose what is to be done"));
  for (const EscalationOutcome outcome : homeward::all<EscalationOutcome>())
    m_outcome->addItem(q(wording::label("escalationOutcome", text(outcome))), q(text(outcome)));
  addField(tr("&What is to be done"), m_outcome);
  m_words->setPlaceholderText(tr("by whom, by when, up to what price"));
  addField(tr("&In words"), m_words);
  m_outcome->setFocus();
  nothingEnteredYet();
}

Result<void> SettleDialog::carryOut() {
  const auto outcome = parse<EscalationOutcome>(utf8(m_outcome->currentData().toString()));
  if (!outcome) return fail(ErrorCode::invalid, "outcome", utf8(tr("Choose what is to be done.")));
  return app::settleEscalation(m_workspace, m_referral, *outcome, utf8(m_words->text()));
}

QWidget* SettleDialog::fieldOf(const std::string& subject) const {
  if (subject == "outcome") return m_outcome;
  return subject == "words" ? m_words : nullptr;
}

}  // namespace homeward::ui
