#include "deciding/start_dialog.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "app/market_data.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {
constexpr int dialogWidth = 640;
}

StartDialog::StartDialog(app::Workspace& workspace, DecisionId decision, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_decision(decision) {
  setWindowTitle(tr("Start the placement"));
  setMinimumWidth(px(dialogWidth));
  Date proposed = workspace.today();
  if (const auto stored = workspace.file().decisions().decision(decision))
    if (const auto referral = workspace.file().referrals().get(stored->referral)) proposed = std::max(proposed, referral->neededBy);
  auto* form = new QFormLayout;
  m_day = new QDateEdit(toQDate(proposed));
  m_day->setAccessibleName(tr("Day of arrival"));
  m_day->setDisplayFormat("d MMMM yyyy");
  m_day->setCalendarPopup(true);
  form->addRow(tr("&Day of arrival"), m_day);
  auto* stands = new QWidget;
  m_stands = new QVBoxLayout(stands);
  m_stands->setContentsMargins(0, 0, 0, 0);
  m_problem = new TextLabel({}, Type::text, Ink::no);
  m_problem->setWrapped(true);
  m_problem->hide();
  m_start = makeButton(tr("&Start the placement"), ButtonKind::primary, "tick");
  connect(m_start, &QPushButton::clicked, this, &StartDialog::start);
  connect(m_day, &QDateEdit::dateChanged, this, &StartDialog::look);
  auto* rows = new QVBoxLayout(this);
  rows->addLayout(form);
  rows->addWidget(stands);
  rows->addWidget(m_problem);
  rows->addWidget(dialogFoot(*this, m_start));
  look();
}

Date StartDialog::day() const { return fromQDate(m_day->date()); }

void StartDialog::look() {
  while (QLayoutItem* old = m_stands->takeAt(0)) {
    delete old->widget();
    delete old;
  }
  const auto stands = app::hindrances(m_workspace, m_decision, day());
  if (!stands) {
    m_stands->addWidget(new SignLine(Sign::fail, q(stands.error().detail)));
    m_start->setEnabled(false);
    return;
  }
  if (stands->empty()) m_stands->addWidget(new SignLine(Sign::pass, tr("Nothing stands in the way.")));
  for (const Fact& fact : *stands) m_stands->addWidget(new SignLine(Sign::fail, sentence(fact)));
  m_start->setEnabled(stands->empty());
  m_start->setToolTip(stands->empty() ? QString() : tr("First mend what stands in the way"));

  const auto decision = m_workspace.file().decisions().decision(m_decision);
  if (!decision || !decision->chosen) return;
  const auto needed = app::approvalsNeeded(m_workspace, decision->referral, *decision->chosen, day());
  const auto given = m_workspace.file().decisions().approvals(decision->referral);
  if (!needed || !given) return;
  for (const law::ApprovalNeeded& approval : *needed) {
    const bool there = std::any_of(given->begin(), given->end(), [&](const Approval& one) { return one.rule == approval.rule; });
    if (!there) approve(approval);
  }
}

void StartDialog::approve(const law::ApprovalNeeded& needed) {
  auto* row = new QWidget;
  auto* fields = new QHBoxLayout(row);
  fields->setContentsMargins(0, 0, 0, 0);
  auto* who = new SearchCombo(tr("Who approved"));
  QVector<SearchCombo::Entry> people;
  if (const auto staff = app::people(m_workspace))
    for (const Person& person : *staff)
      if (person.active && (person.role == needed.by || person.role == homeward::Role::director))
        people.push_back(
            {tr("%1, %2").arg(q(person.name), q(wording::word("role", text(person.role)))), QVariant::fromValue<qint64>(person.id.value)});
  who->setEntries(people);
  auto* reference = new QLineEdit;
  reference->setAccessibleName(tr("What was seen, and the consultation with the area authority"));
  reference->setPlaceholderText(reference->accessibleName());
  auto* record = makeButton(tr("&Record the approval"), ButtonKind::outlined);
  fields->addWidget(who);
  fields->addWidget(reference, 1);
  fields->addWidget(record);
  m_stands->addWidget(row);
  connect(record, &QPushButton::clicked, this, [this, who, reference, rule = needed.rule] {
    const auto decision = m_workspace.file().decisions().decision(m_decision);
    if (!decision) return;
    const Approval approval{ApprovalId{},        decision->referral,     decision->chosen, rule, PersonId{who->value().toLongLong()},
                            m_workspace.today(), utf8(reference->text())};
    const auto recorded = app::recordApproval(m_workspace, approval);
    m_problem->setText(recorded ? QString() : q(recorded.error().detail));
    m_problem->setVisible(!recorded);
    if (recorded) look();
  });
}

void StartDialog::start() {
  auto started = app::startPlacement(m_workspace, m_decision, day());
  if (!started) {
    m_problem->setText(q(started.error().detail));
    m_problem->show();
    return;
  }
  m_started = *std::move(started);
  accept();
}

}  // namespace homeward::ui
