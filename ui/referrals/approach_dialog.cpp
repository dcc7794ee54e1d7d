#include "referrals/approach_dialog.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <utility>

#include "app/market_data.h"
#include "market/reach_words.h"
#include "shared/flow_layout.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/question.h"

namespace homeward::ui {
namespace {

constexpr int logRows = 6;

QDateTime shownMoment(Instant at) {
  const Instant local = at + englandOffset(at);
  const Date day = std::chrono::floor<std::chrono::days>(local);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(local - Instant{day}).count();
  return {toQDate(day), QTime(0, 0).addSecs(static_cast<int>(seconds))};
}
Instant momentOf(const QDateTime& at) {
  const Instant asIfUtc = Instant{fromQDate(at.date())} + std::chrono::seconds{QTime(0, 0).secsTo(at.time())};
  return asIfUtc - englandOffset(asIfUtc);
}

}  // namespace

ApproachDialog::ApproachDialog(app::Workspace& workspace, const app::ApproachLine& line, QWidget* parent)
    : ActDialog(tr("%1: calls and answer").arg(q(line.setting.empty() ? line.provider : line.setting)), tr("&Save the change"), parent),
      m_workspace(workspace),
      m_approach(line.approach),
      m_log(new QListWidget),
      m_answer(new QLineEdit),
      m_answerIt(makeButton(tr("&Record the answer"), ButtonKind::plain)),
      m_takeBack(makeButton(tr("Take the selected call &back…"), ButtonKind::quiet)),
      m_isDue(new QCheckBox(tr("An answer is &due by"))),
      m_due(new QDateTimeEdit),
      m_state(new EnumCombo<ApproachState>("approachState", tr("How it stands"))),
      m_declined(new EnumCombo<DeclineReason>("declineReason", tr("Why they said no"), true)) {
  sayFirst(tr("%1. Asked on %2. Telephone: %3")
               .arg(q(line.provider), momentText(line.approach.askedAt), numbersToRing(workspace, line.telephone, line.outOfHours)));
  setMinimumWidth(px(620));
  m_log->setWordWrap(true);
  m_log->setMinimumHeight(m_log->fontMetrics().lineSpacing() * (logRows / 2) + px(20));
  m_log->setMaximumHeight(m_log->fontMetrics().lineSpacing() * logRows + px(20));
  m_log->installEventFilter(this);
  addField(tr("&Calls"), m_log);
  m_answer->installEventFilter(this);
  addField(tr("&Answer"), m_answer);
  auto* acts = new QWidget;
  auto* row = new FlowLayout(acts);
  row->setContentsMargins(0, 0, 0, 0);
  for (QPushButton* button : {m_answerIt, m_takeBack}) {
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  form()->addRow(QString(), acts);
  m_due->setAccessibleName(tr("Day and time by which an answer is due"));
  m_due->setDisplayFormat(QStringLiteral("d MMMM yyyy HH:mm"));
  m_due->setCalendarPopup(true);
  form()->addRow(m_isDue, m_due);
  addField(tr("How it s&tands"), m_state);
  addField(tr("&Why they said no"), m_declined);
  connect(m_takeBack, &QPushButton::clicked, this, &ApproachDialog::takeBack);
  connect(m_answerIt, &QPushButton::clicked, this, &ApproachDialog::answerNow);
  connect(m_answer, &QLineEdit::textChanged, this, &ApproachDialog::follow);
  connect(m_log, &QListWidget::currentRowChanged, this, &ApproachDialog::follow);
  connect(m_isDue, &QCheckBox::toggled, this, &ApproachDialog::follow);
  connect(m_state, &QComboBox::currentIndexChanged, this, &ApproachDialog::follow);
  readLog();
  readAnswer(m_approach);
  nothingEnteredYet();
  (m_answer->isEnabled() ? static_cast<QWidget*>(m_answer) : m_log)->setFocus();
}

void ApproachDialog::readLog() {
  const auto people = app::people(m_workspace);
  const auto by = [&](PersonId id) {
    if (people)
      for (const Person& person : *people)
        if (person.id == id) return q(person.name);
    return tr("somebody");
  };
  m_log->clear();
  m_order.clear();
  for (const bool open : {true, false})
    for (std::size_t i = 0; i < m_approach.log.size(); ++i)
      if (m_approach.log[i].open() == open) m_order.push_back(i);
  for (const std::size_t at : m_order) {
    const ContactEntry& entry = m_approach.log[at];
    QString words = tr("%1 · %2 · %3").arg(momentText(entry.at), q(wording::word("callOutcome", text(entry.outcome))), by(entry.by));
    if (entry.open()) words = tr("Open: ") + words;
    if (!entry.note.empty()) words += QStringLiteral("\n") + shown(q(entry.note));
    if (entry.answeredAt)
      words += QStringLiteral("\n") + tr("Answered on %1: %2").arg(momentText(*entry.answeredAt), shown(q(entry.answer)));
    m_log->addItem(words);
  }
  if (m_log->count() == 0) {
    auto* none = new QListWidgetItem(tr("No call has been logged yet."), m_log);
    none->setFlags(Qt::NoItemFlags);
  } else {
    // The first question that waits, else the last call.
    m_log->setCurrentRow(m_approach.log[m_order.front()].open() ? 0 : m_log->count() - 1);
  }
}

std::optional<std::size_t> ApproachDialog::selected() const {
  const int row = m_log->currentRow();
  if (row < 0 || static_cast<std::size_t>(row) >= m_order.size()) return std::nullopt;
  return m_order[static_cast<std::size_t>(row)];
}

void ApproachDialog::readAnswer(const Approach& answer) {
  m_isDue->setChecked(answer.answerDue.has_value());
  m_due->setDateTime(shownMoment(answer.answerDue.value_or(m_workspace.now())));
  m_state->set(answer.state);
  m_declined->set(answer.declined);
  follow();
}

Approach ApproachDialog::asTyped() const {
  Approach typed = m_approach;
  // The field shows minutes: what nobody touched keeps its seconds.
  const bool same = m_approach.answerDue && shownMoment(*m_approach.answerDue) == m_due->dateTime();
  if (!m_isDue->isChecked())
    typed.answerDue.reset();
  else if (!same)
    typed.answerDue = momentOf(m_due->dateTime());
  typed.state = m_state->value().value_or(m_approach.state);
  typed.declined = m_declined->value();
  return typed;
}

void ApproachDialog::follow() {
  m_due->setEnabled(m_isDue->isChecked());
  m_declined->setEnabled(m_state->value() == ApproachState::declined);
  m_declined->setToolTip(m_declined->isEnabled() ? QString() : tr("Asked only where it stands as “said no”"));
  const auto at = selected();
  const bool any = at.has_value();
  const ContactEntry* entry = at ? &m_approach.log[*at] : nullptr;
  const bool question = entry != nullptr && entry->open();
  const QString why = m_workspace.readOnly()                  ? tr("The case file is open for reading only")
                      : question                              ? QString()
                      : entry != nullptr && entry->answeredAt ? tr("This question has its answer")
                                                              : tr("Select a question that is open");
  m_answer->setEnabled(why.isEmpty());
  m_answer->setToolTip(why);
  m_answer->setPlaceholderText(why.isEmpty() ? tr("the answer to the question that is selected; Enter records it") : why);
  const bool typed = !m_answer->text().trimmed().isEmpty();
  m_answerIt->setEnabled(why.isEmpty() && typed);
  m_answerIt->setToolTip(!why.isEmpty() ? why : typed ? QString() : tr("Write the answer first"));
  m_takeBack->setEnabled(any && !m_workspace.readOnly());
  m_takeBack->setToolTip(m_workspace.readOnly() ? tr("The case file is open for reading only")
                         : any                  ? tr("For a call that was logged by mistake; Delete")
                                                : tr("No call has been logged yet"));
  actButton()->setEnabled(!m_workspace.readOnly());
  actButton()->setToolTip(m_workspace.readOnly() ? tr("The case file is open for reading only") : QString());
}

void ApproachDialog::takeBack() {
  const auto at = selected();
  if (!at) return;
  const ContactEntry& entry = m_approach.log[*at];
  if (!agreesTo(this, {tr("Take the call back"),
                       tr("“%1” of %2 leaves the log, and with it the answer that it gave. The history of the case file keeps it.")
                           .arg(q(wording::word("callOutcome", text(entry.outcome))), momentText(entry.at)),
                       tr("&Leave it"), tr("&Take it back")}))
    return;
  const auto gone = app::takeBackContact(m_workspace, m_approach.id, *at);
  const auto fresh = gone ? m_workspace.file().offers().approach(m_approach.id) : Result<Approach>(tl::unexpected<Error>(gone.error()));
  if (!fresh) return sayFirst(q(fresh.error().detail));
  freshen(*fresh);
  m_log->setFocus();
}

void ApproachDialog::freshen(const Approach& fresh) {
  // The answer follows the log, except where somebody has typed another.
  const Approach typed = asTyped();
  const Approach before = std::exchange(m_approach, fresh);
  Approach answer = m_approach;
  if (typed.answerDue != before.answerDue) answer.answerDue = typed.answerDue;
  if (typed.state != before.state) answer.state = typed.state;
  if (typed.declined != before.declined) answer.declined = typed.declined;
  m_changedLog = true;
  readLog();
  readAnswer(answer);
  if (typed == before) nothingEnteredYet();
}

Result<void> ApproachDialog::answer() {
  const auto at = selected();
  if (!at) return fail(ErrorCode::invalid, "answer", utf8(tr("Select the question that is answered.")));
  const auto answered = app::answerQuestion(m_workspace, m_approach.id, m_approach.version, *at, utf8(m_answer->text()));
  if (!answered) return answered;
  const auto fresh = m_workspace.file().offers().approach(m_approach.id);
  if (!fresh) return failed(fresh);
  m_answer->clear();
  freshen(*fresh);
  return {};
}

void ApproachDialog::answerNow() {
  if (const auto answered = answer(); !answered) return sayFirst(q(answered.error().detail));
  // On to the next that waits.
  (m_answer->isEnabled() ? static_cast<QWidget*>(m_answer) : m_log)->setFocus();
}

bool ApproachDialog::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_log && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
    if (m_takeBack->isEnabled()) takeBack();
    return true;
  }
  if (watched == m_answer && event->type() == QEvent::KeyPress && !m_answer->text().trimmed().isEmpty()) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      answerNow();
      return true;
    }
  }
  return ActDialog::eventFilter(watched, event);
}

Result<void> ApproachDialog::carryOut() {
  // An answer that was typed and not recorded yet is not lost by saving the rest.
  if (m_answer->isEnabled() && !m_answer->text().trimmed().isEmpty())
    if (const auto answered = answer(); !answered) return answered;
  return app::changeApproach(m_workspace, asTyped());
}

QWidget* ApproachDialog::fieldOf(const std::string& subject) const {
  if (subject == "answerDue") return m_due;
  if (subject == "answer") return m_answer;
  return subject == "declined" ? m_declined : nullptr;
}

}  // namespace homeward::ui
