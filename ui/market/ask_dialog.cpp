#include "market/ask_dialog.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTimeEdit>
#include <QVBoxLayout>

#include "market/reach_words.h"
#include "shared/format.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {

/// A failed gate that nobody may set aside stops the asking; an essential criterion only takes the tick away.
enum class Hindrance { none, essential, firm };
Hindrance hindrance(const MarketModel& model, int row, QString& words) {
  const auto* why = model.explanation(row);
  auto worst = Hindrance::none;
  if (why == nullptr) return worst;
  for (const auto& gate : why->gates) {
    if (gate.result != matching::GateResult::fail || gate.waiver) continue;
    const auto one = gate.kind == matching::GateKind::essential ? Hindrance::essential : Hindrance::firm;
    if (one <= worst) continue;
    worst = one;
    words = sentence(gate.why);
  }
  return worst;
}

}  // namespace

Instant englandMoment(Date day, int minutes) {
  const Instant asIfUtc = Instant{day} + std::chrono::minutes{minutes};
  return asIfUtc - englandOffset(asIfUtc);
}

Instant usualAnswerDue(Urgency urgency, Instant now, const WorkingDays& calendar) {
  const auto today = englandDay(now);
  switch (urgency) {
    case Urgency::sameDay:
      return std::chrono::floor<std::chrono::minutes>(now) + std::chrono::hours{2};
    case Urgency::underFiveDays:
      return englandMoment(calendar.after(today, 1), 12 * 60);
    case Urgency::planned:
      break;
  }
  return englandMoment(calendar.after(today, 3), 17 * 60);
}

AskDialog::AskDialog(const app::Workspace& workspace, const MarketModel& model, const std::vector<int>& rows, Instant due, Read read,
                     QWidget* parent)
    : EntryDialog(parent), m_read(std::move(read)), m_now(workspace.now()) {
  setWindowTitle(tr("Ask providers"));
  auto* page = new QVBoxLayout(this);
  auto* intro = new TextLabel(
      tr("An approach is recorded for each of these, with your name and the time. Nothing is sent from here: ring them, or send "
         "them the de-identified referral yourself. Who was asked already is left out."),
      Type::text, Ink::text2);
  intro->setWrapped(true);
  page->addWidget(intro);
  auto* whom = new QLabel(tr("&Whom to ask"));
  m_list = new QListWidget;
  m_list->setAccessibleName(tr("Whom to ask"));
  m_list->setMinimumSize(px(460), px(120));
  whom->setBuddy(m_list);
  page->addWidget(whom);
  page->addWidget(m_list, 1);
  for (const int row : rows) {
    const auto& line = model.line(row);
    if (line.provider == nullptr) continue;
    QString words;
    const auto stop = hindrance(model, row, words);
    auto text = line.setting != nullptr ? tr("%1, %2").arg(MarketModel::name(line), q(line.provider->name)) : MarketModel::name(line);
    if (const auto ring = numberToRing(workspace, line.setting, line.provider); !ring.isEmpty()) text += QStringLiteral(" · ") + ring;
    if (stop != Hindrance::none) text += QStringLiteral("\n") + words;
    auto* item = new QListWidgetItem(text, m_list);
    item->setFlags(stop == Hindrance::firm ? Qt::ItemIsSelectable : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(stop == Hindrance::none ? Qt::Checked : Qt::Unchecked);
    item->setToolTip(text);
    m_whom.push_back({line.provider->id, line.setting != nullptr ? std::optional(line.setting->id) : std::nullopt});
  }
  if (m_list->count() > 0) m_list->setCurrentRow(0);

  auto* when = new QHBoxLayout;
  auto* dayLabel = new QLabel(tr("Answer due &by"));
  m_day = new QDateEdit(toQDate(englandDay(due)));
  m_day->setCalendarPopup(true);
  m_day->setDisplayFormat(QStringLiteral("d MMMM yyyy"));
  m_day->setMinimumDate(toQDate(englandDay(m_now)));
  m_day->setAccessibleName(tr("Day by which an answer is due"));
  dayLabel->setBuddy(m_day);
  auto* timeLabel = new QLabel(tr("a&t"));
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(due + englandOffset(due) - Instant{englandDay(due)}).count();
  m_time = new QTimeEdit(QTime(0, 0).addSecs(static_cast<int>(minutes) * 60));
  m_time->setDisplayFormat(QStringLiteral("HH:mm"));
  m_time->setAccessibleName(tr("Time by which an answer is due"));
  timeLabel->setBuddy(m_time);
  when->addWidget(dayLabel);
  when->addWidget(m_day);
  when->addWidget(timeLabel);
  when->addWidget(m_time);
  when->addStretch(1);
  page->addLayout(when);

  auto* copying = new QHBoxLayout;
  auto* copy = makeButton(tr("What providers ma&y read…"), ButtonKind::outlined, QStringLiteral("copy"));
  copy->setToolTip(
      tr("Age instead of day of birth, levels in words, whereabouts only; names, numbers and school on record are taken out. Read it, "
         "then copy it or write its files"));
  m_copied = new TextLabel({}, Type::second, Ink::text2);
  m_copied->setWrapped(true);
  copying->addWidget(copy);
  copying->addWidget(m_copied, 1);
  page->addLayout(copying);
  connect(copy, &QPushButton::clicked, this, &AskDialog::readWords);

  m_problem = new TextLabel({}, Type::text, Ink::no);
  m_problem->setWrapped(true);
  m_problem->hide();
  page->addWidget(m_problem);
  m_send = makeButton(tr("&Ask"), ButtonKind::primary, QStringLiteral("send"));
  page->addWidget(dialogFoot(*this, m_send));
  connect(m_send, &QPushButton::clicked, this, &AskDialog::sendWanted);
  connect(m_list, &QListWidget::itemChanged, this, &AskDialog::follow);
  connect(m_day, &QDateEdit::dateChanged, this, &AskDialog::follow);
  connect(m_time, &QTimeEdit::timeChanged, this, &AskDialog::follow);
  follow();
  m_list->setFocus();
}

void AskDialog::readWords() {
  const auto done = m_read(this, answerDue());
  if (!done) return setProblem(q(done.error().detail));
  m_copied->setText(*done);
}

std::vector<app::Ask> AskDialog::asks() const {
  std::vector<app::Ask> asks;
  for (int i = 0; i < m_list->count(); ++i)
    if (m_list->item(i)->checkState() == Qt::Checked) asks.push_back(m_whom[static_cast<std::size_t>(i)]);
  return asks;
}

Instant AskDialog::answerDue() const {
  return englandMoment(fromQDate(m_day->date()), m_time->time().hour() * 60 + m_time->time().minute());
}

void AskDialog::setProblem(const QString& words) {
  m_problem->setText(words);
  m_problem->setVisible(!words.isEmpty());
}

/// The button says how many, or why it cannot be pressed.
void AskDialog::follow() {
  const auto count = static_cast<int>(asks().size());
  const bool late = answerDue() <= m_now;
  m_send->setEnabled(count > 0 && !late);
  m_send->setText(tr("&Ask %1").arg(plural(count, tr("provider"), tr("providers"))));
  m_send->setAccessibleName(m_send->text().remove(QLatin1Char('&')));
  setProblem(count == 0 ? tr("Tick at least one to ask.") : late ? tr("The answer must be due later than now.") : QString());
}

}  // namespace homeward::ui
