#include "data/reminders_pane.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int routesAtOnce = 5;

QString routeWords(app::ReminderRoute route) { return q(wording::label("reminderRoute", text(route))); }

}  // namespace

ReminderEditor::ReminderEditor(app::Workspace& workspace, const app::ReminderInterval& interval, QWidget* parent)
    : ActDialog(tr("Reminder: %1").arg(routeWords(interval.route)), tr("Sa&ve"), parent),
      m_workspace(workspace),
      m_interval(interval),
      m_on(new QCheckBox(tr("&Remind those who have not answered"))),
      m_days(new QSpinBox),
      m_minutes(new QSpinBox) {
  sayFirst(tr("A reminder stands in My work so long after the last contact, until it is noted, an answer comes, or the deadline passes."));
  m_on->setChecked(interval.on);
  form()->addRow(m_on);
  m_days->setRange(1, app::mostReminderDays);
  m_days->setValue(interval.workingDays);
  addField(tr("&Working days after the last contact"), m_days);
  m_minutes->setRange(app::leastReminderMinutes, app::mostReminderMinutes);
  m_minutes->setSingleStep(15);
  m_minutes->setValue(interval.minutesSameDay);
  addField(tr("&Minutes, on the same day"), m_minutes);
  const auto follow = [this] {
    for (QSpinBox* field : {m_days, m_minutes}) {
      field->setEnabled(m_on->isChecked());
      field->setToolTip(m_on->isChecked() ? QString() : tr("Switched off: nobody of this route is reminded"));
    }
  };
  connect(m_on, &QCheckBox::toggled, this, follow);
  follow();
  m_on->setFocus();
  nothingEnteredYet();
}

Result<void> ReminderEditor::carryOut() {
  return app::saveReminderInterval(m_workspace, {m_interval.route, m_on->isChecked(), m_days->value(), m_minutes->value()});
}

QWidget* ReminderEditor::fieldOf(const std::string& subject) const {
  if (subject == "workingDays") return m_days;
  return subject == "minutesSameDay" ? m_minutes : nullptr;
}

RemindersPane::RemindersPane(app::Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_head(new SectionHead(tr("Reminders"))),
      m_list(new PlainTable(tr("Reminders"))),
      m_change(makeButton(tr("Change the reminder…"), ButtonKind::outlined)) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(px(8));
  m_list->columns().setKey(QStringLiteral("reminders"));
  m_list->setHighForRows(routesAtOnce);
  m_list->setAccessibleDescription(tr("Enter changes the reminder"));
  auto* acts = new QHBoxLayout;
  acts->addWidget(m_change);
  acts->addStretch();
  rows->addWidget(m_head);
  rows->addWidget(m_list);
  rows->addLayout(acts);
  connect(m_change, &QPushButton::clicked, this, [this] { edit(m_list->currentRow()); });
  connect(m_list, &PlainTable::rowOpened, this, &RemindersPane::edit);
  connect(&m_list->columns(), &TableColumns::copied, this, &RemindersPane::saved);
  m_change->setEnabled(!workspace.readOnly());
  if (workspace.readOnly()) m_change->setToolTip(tr("This case file is open for reading only"));
}

QWidget* RemindersPane::first() { return m_list; }

void RemindersPane::refresh() {
  auto intervals = app::reminderIntervals(m_workspace);
  if (!intervals) return m_head->setWords(q(intervals.error().detail));
  m_intervals = *std::move(intervals);
  m_head->setWords(tr("When My work says to remind those who were asked and have not answered"));
  using Interval = app::ReminderInterval;
  m_list->setRows<Interval>(
      m_intervals,
      {{tr("Who"), [](const Interval& one) { return routeWords(one.route); }, {}, false},
       {tr("Working days after the last contact"), [](const Interval& one) { return one.on ? countText(one.workingDays) : tr("off"); },
        [](const Interval& one) { return QVariant(one.on ? one.workingDays : app::mostReminderDays + 1); }, true},
       {tr("On the same day"), [](const Interval& one) { return one.on ? tr("%1 min").arg(one.minutesSameDay) : tr("off"); },
        [](const Interval& one) { return QVariant(one.on ? one.minutesSameDay : app::mostReminderMinutes + 1); }, true}});
}

void RemindersPane::edit(int row) {
  if (m_workspace.readOnly() || row < 0 || static_cast<std::size_t>(row) >= m_intervals.size()) return;
  ReminderEditor editor(m_workspace, m_intervals[static_cast<std::size_t>(row)], this);
  if (editor.exec() != QDialog::Accepted) return;
  emit saved(tr("Saved %1").arg(timeText(m_workspace.now())));
  refresh();
}

}  // namespace homeward::ui
