#include "deciding/start_dialog.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "app/referrals.h"
#include "deciding/breach_dialogs.h"
#include "deciding/choice_from_case.h"
#include "deciding/law_words.h"
#include "deciding/people_combo.h"
#include "market/setting_editor.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {
constexpr int dialogWidth = 760;
}

StartDialog::StartDialog(app::Workspace& workspace, DecisionId decision, QWidget* parent)
    : EntryDialog(parent), m_workspace(workspace), m_decision(decision) {
  setWindowTitle(tr("Start the placement"));
  setMinimumWidth(px(dialogWidth));
  Date proposed = workspace.today();
  if (const auto stored = workspace.file().decisions().decision(decision))
    if (const auto referral = workspace.file().referrals().get(stored->referral)) proposed = std::max(proposed, referral->neededBy);
  const auto started = app::startedOn(workspace, decision);
  const bool lives = started && *started;
  if (lives) {
    setWindowTitle(tr("After the start of the placement"));
    proposed = **started;
  }
  auto* form = new QFormLayout;
  m_day = new QDateEdit(toQDate(proposed));
  m_day->setAccessibleName(tr("Day of arrival"));
  m_day->setDisplayFormat("d MMMM yyyy");
  m_day->setCalendarPopup(true);
  m_day->setEnabled(!lives);
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
  auto* about = new TextLabel(this->about(), Type::text, Ink::text2);
  about->setWrapped(true);
  auto* rows = new QVBoxLayout(this);
  rows->addWidget(about);
  rows->addLayout(form);
  rows->addWidget(stands);
  rows->addWidget(m_problem);
  rows->addWidget(dialogFoot(*this, m_start));
  look();
}

QString StartDialog::about() const {
  const auto decision = m_workspace.file().decisions().decision(m_decision);
  if (!decision) return q(decision.error().detail);
  const auto entry = app::referralCase(m_workspace, decision->referral);
  const auto by = m_workspace.file().people().person(decision->decidedBy);
  QString home = tr("no home");
  if (decision->chosen)
    if (const auto option = m_workspace.file().offers().option(*decision->chosen)) home = q(option->label);
  return tr("%1: %2, chosen by %3 on %4.")
      .arg(entry ? peopleWords(entry->children) : tr("The referral"), home, by ? q(by->name) : tr("somebody"),
           dateText(englandDay(decision->at)));
}

Date StartDialog::day() const { return fromQDate(m_day->date()); }

void StartDialog::look() {
  m_asked.clear();
  while (QLayoutItem* old = m_stands->takeAt(0)) {
    QWidget* line = old->widget();
    if (std::none_of(m_approvals.begin(), m_approvals.end(), [line](const auto& one) { return one.second.row == line; })) delete line;
    delete old;
  }
  showStands();
  // What is not asked for on this day keeps what was entered.
  for (const auto& [which, row] : m_approvals)
    if (std::find(m_asked.begin(), m_asked.end(), which) == m_asked.end()) row.row->hide();
  orderTabs();
  // Lines that wrap ask for their height when they are laid out.
  QTimer::singleShot(0, this, [this] { resize(width(), std::max(sizeHint().height(), heightForWidth(width()))); });
}

void StartDialog::showStands() {
  const auto stands = app::whatStands(m_workspace, m_decision, day());
  if (!stands) {
    m_stands->addWidget(new SignLine(Sign::fail, q(stands.error().detail)));
    m_start->setEnabled(false);
    return;
  }
  if (stands->empty()) m_stands->addWidget(new SignLine(Sign::pass, tr("Nothing that is known stands in the way.")));
  m_start->setEnabled(stands->empty());
  m_start->setToolTip(stands->empty() ? QString() : tr("First mend what stands in the way"));
  m_breachOffered = false;
  m_placeOffered = false;
  for (const app::Hindrance& hindrance : *stands) {
    m_stands->addWidget(new SignLine(Sign::fail, sentence(hindrance.why)));
    showBasis(hindrance.rule);
    using Mend = app::Hindrance::Mend;
    if (hindrance.mend == Mend::area) offerArea(hindrance);
    if ((hindrance.mend == Mend::approval || hindrance.mend == Mend::area) && hindrance.approver)
      approve(hindrance.rule, *hindrance.approver);
    if (hindrance.mend == Mend::breach || hindrance.mend == Mend::approval || hindrance.mend == Mend::area) offerBreach(hindrance);
  }
  showFollowing();
  showNotKnown();
}

void StartDialog::showBasis(int rule) {
  const QString words = ruleBasis(rule);
  if (words.isEmpty()) return;
  auto* basis = new TextLabel(words, Type::second, Ink::text2);
  basis->setWrapped(true);
  m_stands->addWidget(basis);
}

void StartDialog::showFollowing() {
  const auto decision = m_workspace.file().decisions().decision(m_decision);
  if (!decision || !decision->chosen) return;
  if (const auto breaches = app::breachesOf(m_workspace, decision->referral))
    for (const Breach& breach : *breaches)
      if (breach.lastsOn(day()))
        m_stands->addWidget(
            breach.setting
                ? new SignLine(Sign::waived, breachWords(m_workspace, breach))
                : new SignLine(Sign::unknown, tr("%1 It names no home, so it opens nothing: choose one among the referral’s breaches.")
                                                  .arg(breachWords(m_workspace, breach))));
  const auto missing = app::approvalsDue(m_workspace, m_decision);
  if (!missing) return;
  for (const law::ApprovalNeeded& approval : *missing) {
    m_stands->addWidget(new SignLine(Sign::clock, sentence(approval.why)));
    showBasis(approval.rule);
    approve(approval.rule, approval.by);
  }
}

void StartDialog::offerArea(const app::Hindrance& hindrance) {
  auto* words = new TextLabel(
      tr("Enter its postcode; or record the Director’s approval, which serves both rules; or a breach of rule %1.").arg(hindrance.rule),
      Type::text, Ink::text2);
  words->setWrapped(true);
  m_stands->addWidget(words);
  auto* enter = makeButton(m_placeOffered ? tr("Enter where it lies…") : tr("Enter where it &lies…"), ButtonKind::outlined);
  m_placeOffered = true;
  m_stands->addWidget(enter, 0, Qt::AlignLeft);
  connect(
      enter, &QPushButton::clicked, this, [this, setting = hindrance.setting] { enterPlace(setting.value_or(SettingId{})); },
      Qt::QueuedConnection);
}

void StartDialog::enterPlace(SettingId id) {
  const auto market = m_workspace.market();
  const Setting* home = market ? (*market)->setting(id) : nullptr;
  if (home == nullptr) return;
  SettingEditor editor(m_workspace, *home, this);
  if (editor.exec() == QDialog::Accepted) look();
  m_start->isEnabled() ? m_start->setFocus() : m_day->setFocus();
}

void StartDialog::showNotKnown() {
  auto open = app::notKnownInLaw(m_workspace, m_decision, day());
  if (!open) return;
  // Where it lies was said above, with what mends it.
  if (m_placeOffered) std::erase_if(*open, [](const app::NotKnownInLaw& one) { return one.rule == 0; });
  if (open->empty()) return;
  m_stands->addWidget(new SectionHead(tr("Not known in law"), tr("it does not stop the start; ask, and enter the answer under Market")));
  const auto market = m_workspace.market();
  for (const app::NotKnownInLaw& one : *open) {
    const Setting* home = market ? (*market)->setting(one.setting) : nullptr;
    const QString where = home == nullptr || one.rule == 0 ? QString() : tr("%1: ").arg(q(home->name));
    m_stands->addWidget(new SignLine(Sign::unknown, where + sentence(one.why) + QLatin1Char(' ') + sentence(one.question)));
  }
}

void StartDialog::offerBreach(const app::Hindrance& hindrance) {
  const bool block = hindrance.mend == app::Hindrance::Mend::breach;
  // One Alt+B: the first that is offered has it.
  const QString words = block ? tr("Record the breach…") : tr("Record as a breach instead…");
  auto* record = makeButton(m_breachOffered ? words : QString(words).replace(QStringLiteral("breach"), QStringLiteral("&breach")),
                            block ? ButtonKind::outlined : ButtonKind::quiet);
  m_breachOffered = true;
  record->setAccessibleName(tr("Record a breach of rule %1").arg(hindrance.rule));
  record->setToolTip(tr("What a court orders, or what has happened, is recorded with whose authority it was"));
  m_stands->addWidget(record, 0, Qt::AlignLeft);
  connect(
      record, &QPushButton::clicked, this, [this, hindrance] { recordBreach(hindrance); }, Qt::QueuedConnection);
}

void StartDialog::recordBreach(const app::Hindrance& hindrance) {
  const auto decision = m_workspace.file().decisions().decision(m_decision);
  if (!decision) return;
  Breach fresh;
  fresh.rule = hindrance.rule;
  fresh.referral = decision->referral;
  fresh.setting = hindrance.setting;
  fresh.from = std::min(day(), m_workspace.today());
  BreachDialog dialog(m_workspace, fresh, this);
  if (dialog.exec() == QDialog::Accepted) look();
  m_start->isEnabled() ? m_start->setFocus() : m_day->setFocus();
}

StartDialog::ApprovalRow StartDialog::newRow(int rule, homeward::Role by) {
  ApprovalRow made;
  made.row = new QWidget;
  auto* fields = new QGridLayout(made.row);
  fields->setContentsMargins(0, 0, 0, 0);
  fields->setColumnStretch(0, 1);
  made.who =
      peopleCombo(m_workspace, tr("Who approved, rule %1").arg(rule), [rule](homeward::Role role) { return law::mayApprove(rule, role); });
  made.who->setPlaceholder(tr("who approved"));
  made.on = new QDateEdit(toQDate(m_workspace.today()));
  made.on->setAccessibleName(tr("Day of the approval, rule %1").arg(rule));
  made.on->setToolTip(tr("The day on which it was approved: today or before"));
  made.on->setDisplayFormat("d MMM yyyy");
  made.on->setMaximumDate(toQDate(m_workspace.today()));
  made.on->setCalendarPopup(true);
  made.reference = new QLineEdit;
  made.reference->setPlaceholderText(q(wording::word("approvalAsks", std::to_string(rule))));
  made.reference->setToolTip(
      rule == 6 || rule == 7
          ? tr("An approval by telephone counts: say who said so and when. In an emergency the consultation may follow; My work lists it")
          : tr("An approval by telephone counts: say who said so and when"));
  made.reference->setAccessibleName(tr("%1, rule %2").arg(made.reference->placeholderText()).arg(rule));
  made.record = makeButton({}, ButtonKind::outlined);
  made.record->setAccessibleName(tr("Record the approval, rule %1").arg(rule));
  fields->addWidget(made.who, 0, 0);
  fields->addWidget(made.on, 0, 1);
  fields->addWidget(made.reference, 1, 0);
  fields->addWidget(made.record, 1, 1);
  connect(
      made.record, &QPushButton::clicked, this, [this, rule, by] { recordApproval(rule, by); }, Qt::QueuedConnection);
  return made;
}

void StartDialog::approve(int rule, homeward::Role by) {
  const ApprovalOf which{rule, by};
  if (std::find(m_asked.begin(), m_asked.end(), which) != m_asked.end()) return;
  auto known = m_approvals.find(which);
  if (known == m_approvals.end()) known = m_approvals.emplace(which, newRow(rule, by)).first;
  // One Alt+R: the first row has it.
  known->second.record->setText(m_asked.empty() ? tr("&Record the approval") : tr("Record the approval"));
  m_asked.push_back(which);
  m_stands->addWidget(known->second.row);
  known->second.row->show();
}

void StartDialog::recordApproval(int rule, homeward::Role by) {
  const auto decision = m_workspace.file().decisions().decision(m_decision);
  if (!decision) return;
  const ApprovalRow& row = m_approvals.at({rule, by});
  const Approval approval{ApprovalId{},
                          decision->referral,
                          decision->chosen,
                          rule,
                          PersonId{row.who->value().toLongLong()},
                          fromQDate(row.on->date()),
                          utf8(row.reference->text())};
  const auto recorded = app::recordApproval(m_workspace, approval);
  m_problem->setText(recorded ? QString() : q(recorded.error().detail));
  m_problem->setVisible(!recorded);
  if (!recorded) {
    const std::string& subject = recorded.error().subject;
    QWidget* field = row.who;
    if (subject == "reference") field = row.reference;
    if (subject == "on") field = row.on;
    return field->setFocus();
  }
  row.reference->clear();  // it is on record: nothing to lose
  row.who->setValue({});
  row.on->setDate(toQDate(m_workspace.today()));
  look();
  if (!m_asked.empty()) return m_approvals.at(m_asked.front()).who->setFocus();
  m_start->isEnabled() ? m_start->setFocus() : m_day->setFocus();
}

void StartDialog::orderTabs() {
  QWidget* before = m_day;
  const auto then = [&before](QWidget* next) {
    setTabOrder(before, next);
    before = next;
  };
  for (int i = 0; i < m_stands->count(); ++i) {
    QWidget* line = m_stands->itemAt(i)->widget();
    const auto row = std::find_if(m_approvals.begin(), m_approvals.end(), [line](const auto& one) { return one.second.row == line; });
    if (row != m_approvals.end()) {
      then(row->second.who);
      then(row->second.on);
      then(row->second.reference);
      then(row->second.record);
    } else if (qobject_cast<QPushButton*>(line) != nullptr) {
      then(line);
    }
  }
  then(m_start);
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
