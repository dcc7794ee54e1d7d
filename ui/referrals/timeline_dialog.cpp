#include "referrals/timeline_dialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/referrals.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/surface.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {

QString spanWords(std::chrono::seconds span) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(span).count();
  if (minutes < 1) return TimelineDialog::tr("under a minute");
  if (minutes < 60) return TimelineDialog::tr("%1 min").arg(minutes);
  if (minutes < 24 * 60) return TimelineDialog::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
  return plural(minutes / (24 * 60), TimelineDialog::tr("day"), TimelineDialog::tr("days"));
}

QString standingWords(const app::Timeline& timeline) {
  const app::TimelineEntry& last = timeline.entries.back();
  const QString what = sentence(last.what);
  if (timeline.stillFor == 0) return TimelineDialog::tr("Last, on %1: %2").arg(shortDateText(englandDay(last.at)), what);
  return TimelineDialog::tr("Nothing has happened for %1, since %2: %3")
      .arg(plural(timeline.stillFor, TimelineDialog::tr("working day"), TimelineDialog::tr("working days")),
           shortDateText(englandDay(last.at)), what);
}

TimelineDialog::TimelineDialog(app::Workspace& workspace, ReferralId referral, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("What happened when"));
  resize(px(900), px(520));
  auto* page = new QVBoxLayout(this);
  auto* head = new SectionHead({});
  page->addWidget(head);
  auto* table = new PlainTable(tr("What happened when"));
  table->setAccessibleDescription(tr("Enter leads to whoever was asked"));
  table->columns().setKey(QStringLiteral("timeline"));
  page->addWidget(table, 1);
  auto* note = new TextLabel({}, Type::second, Ink::text2);
  note->setWrapped(true);
  page->addWidget(note);
  auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
  auto* go = box->addButton(tr("Go to &whom it is about"), QDialogButtonBox::ActionRole);
  page->addWidget(box);
  connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);

  auto read = app::timelineOf(workspace, referral);
  if (!read) {
    note->setText(q(read.error().detail));
    go->setEnabled(false);
    go->setToolTip(q(read.error().detail));
    return;
  }
  m_timeline = *std::move(read);
  const auto entry = app::referralCase(workspace, referral);
  if (entry) head->setTitle(tr("%1, %2").arg(q(entry->referral.number), q(wording::word("stage", text(entry->referral.stage)))));
  head->setWords(tr("%1 from the first to the last").arg(spanWords(m_timeline.entries.back().at - m_timeline.entries.front().at)));
  note->setText(standingWords(m_timeline));
  using Entry = app::TimelineEntry;
  table->setRows<Entry>(m_timeline.entries,
                        {{tr("When"), [](const Entry& one) { return one.dayOnly ? dateText(englandDay(one.at)) : momentText(one.at); },
                          [](const Entry& one) { return QVariant::fromValue<qint64>(one.at.time_since_epoch().count()); }, false},
                         {tr("What happened"), [](const Entry& one) { return sentence(one.what); }, {}, false},
                         {tr("Who"), [](const Entry& one) { return q(one.who); }, {}, false},
                         {tr("After"), [](const Entry& one) { return one.after ? spanWords(*one.after) : QString(); },
                          [](const Entry& one) { return QVariant::fromValue<qint64>(one.after ? one.after->count() : -1); }, true}});
  const auto lead = [this, table](int row) {
    if (row < 0 || static_cast<std::size_t>(row) >= m_timeline.entries.size()) return;
    m_wanted = m_timeline.entries[static_cast<std::size_t>(row)].approach;
    if (m_wanted) accept();
  };
  const auto follow = [this, go](int row) {
    const bool any = row >= 0 && static_cast<std::size_t>(row) < m_timeline.entries.size() &&
                     m_timeline.entries[static_cast<std::size_t>(row)].approach.has_value();
    go->setEnabled(any);
    go->setToolTip(any ? QString() : tr("This line is about nobody who was asked"));
  };
  connect(table, &PlainTable::rowOpened, this, lead);
  connect(go, &QPushButton::clicked, this, [table, lead] { lead(table->currentRow()); });
  connect(table, &PlainTable::rowChanged, this, follow);
  table->selectRow(static_cast<int>(m_timeline.entries.size()) - 1);
  follow(table->currentRow());
  table->setFocus();
}

}  // namespace homeward::ui
