#include "deciding/breach_dialogs.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "deciding/people_combo.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr std::chrono::days usualReview{7};

QString ruleWords(int rule) { return QObject::tr("%1: %2").arg(QString::number(rule), q(wording::word("rule", std::to_string(rule)))); }

}  // namespace

QString breachWords(const Breach& breach, const QString& home) {
  QString words = QObject::tr("Rule %1").arg(ruleWords(breach.rule));
  if (!home.isEmpty()) words += QObject::tr(", at %1").arg(home);
  words += QObject::tr(", since %1").arg(dateText(breach.from));
  if (breach.endedOn) words += QObject::tr(", ended %1").arg(dateText(*breach.endedOn));
  if (!breach.endedOn && breach.reviewOn) words += QObject::tr(", looked at again %1").arg(dateText(*breach.reviewOn));
  if (!breach.orderNumber.empty()) words += QObject::tr(", order %1").arg(q(breach.orderNumber));
  if (!breach.told.empty()) words += QObject::tr(", told: %1").arg(q(breach.told));
  return words + QStringLiteral(". ") + q(breach.words);
}

QString breachWords(app::Workspace& workspace, const Breach& breach) {
  const auto market = workspace.market();
  const Setting* home = market && breach.setting ? (*market)->setting(*breach.setting) : nullptr;
  return breachWords(breach, home == nullptr ? QString() : q(home->name));
}

BreachDialog::BreachDialog(app::Workspace& workspace, Breach breach, QWidget* parent)
    : ActDialog(breach.id.stored() ? tr("A breach on record") : tr("Record a breach"),
                breach.id.stored() ? tr("&Save the breach") : tr("&Record the breach"), parent),
      m_workspace(workspace),
      m_breach(std::move(breach)),
      m_rule(new SearchCombo(tr("Rule"))),
      m_home(new SearchCombo(tr("Home"), this)),
      m_words(new QLineEdit(q(m_breach.words))),
      m_by(peopleCombo(workspace, tr("Who authorised it"))),
      m_order(new QLineEdit(q(m_breach.orderNumber))),
      m_told(new QLineEdit(q(m_breach.told))) {
  setMinimumWidth(px(680));
  sayFirst(tr(
      "What happened although the rule says no. At this home the rule then no longer stops the choice and the start; the breach stands on "
      "top of My work until it has ended."));
  QVector<SearchCombo::Entry> rules;
  for (const law::Rule& rule : law::rules()) rules.push_back({ruleWords(rule.number), rule.number});
  m_rule->setEntries(rules);
  if (m_breach.rule != 0) m_rule->setValue(m_breach.rule);
  addField(tr("R&ule"), m_rule);
  askHome();
  m_words->setPlaceholderText(tr("in a sentence"));
  addField(tr("&What happened"), m_words);
  choosePerson(*m_by, m_breach.authorisedBy);
  addField(tr("Who &authorised it"), m_by);
  m_order->setPlaceholderText(tr("of the court, if there is one"));
  addField(tr("Order &number"), m_order);
  m_told->setPlaceholderText(tr("Ofsted, 27 November 2026"));
  addField(tr("Who was &told, and when"), m_told);
  m_from = addDay(tr("S&ince"), tr("Since"), m_breach.from == Date{} ? workspace.today() : m_breach.from);
  m_review = addDay(tr("&Looked at again on"), tr("Looked at again on"), m_breach.reviewOn.value_or(workspace.today() + usualReview));
  coverFields(*this);
  (m_breach.rule == 0 ? static_cast<QWidget*>(m_rule) : m_words)->setFocus();
}

void BreachDialog::askHome() {
  m_home->setVisible(!m_breach.placement);
  if (m_breach.placement || !m_breach.referral) return m_home->hide();
  const auto homes = app::homesOffered(m_workspace, *m_breach.referral);
  QVector<SearchCombo::Entry> entries{{tr("none of these: the rule stays closed"), 0}};
  if (homes)
    for (const app::OfferedHome& home : *homes) entries.push_back({q(home.name), QVariant::fromValue(qlonglong{home.setting.value})});
  m_home->setEntries(entries);
  m_home->setValue(m_breach.setting ? QVariant::fromValue(qlonglong{m_breach.setting->value}) : QVariant(0));
  addField(tr("&Home"), m_home);
}

Breach BreachDialog::entered() const {
  Breach breach = m_breach;
  breach.rule = m_rule->value().toInt();
  if (!breach.placement) {
    breach.setting.reset();
    if (const qlonglong home = m_home->value().toLongLong(); home != 0) breach.setting = SettingId{home};
  }
  breach.words = utf8(m_words->text().trimmed());
  breach.authorisedBy = personOf(*m_by).value_or(PersonId{});
  breach.orderNumber = utf8(m_order->text().trimmed());
  breach.told = utf8(m_told->text().trimmed());
  breach.from = fromQDate(m_from->date());
  breach.reviewOn = fromQDate(m_review->date());
  return breach;
}

Result<void> BreachDialog::carryOut() {
  const auto recorded = app::recordBreach(m_workspace, entered());
  if (!recorded) return failed(recorded);
  m_breach.id = *recorded;
  return {};
}

QWidget* BreachDialog::fieldOf(const std::string& subject) const {
  if (subject == "rule") return m_rule;
  if (subject == "setting") return m_home;
  if (subject == "words") return m_words;
  if (subject == "authorisedBy") return m_by;
  if (subject == "told") return m_told;
  if (subject == "from") return m_from;
  return subject == "reviewOn" ? m_review : nullptr;
}

EndBreachDialog::EndBreachDialog(app::Workspace& workspace, const Breach& breach, QWidget* parent)
    : ActDialog(tr("End the breach"), tr("&End the breach"), parent), m_workspace(workspace), m_breach(breach.id) {
  sayFirst(breachWords(workspace, breach));
  m_day = addDay(tr("&Day on which it ended"), tr("Day on which it ended"), workspace.today());
  m_day->setFocus();
}

Result<void> EndBreachDialog::carryOut() { return app::endBreach(m_workspace, m_breach, fromQDate(m_day->date())); }

BreachesDialog::BreachesDialog(app::Workspace& workspace, const QString& about, Breach fresh, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_fresh(std::move(fresh)),
      m_words(new TextLabel({}, Type::text, Ink::text2)),
      m_list(new QListWidget),
      m_change(makeButton(tr("&Change…"), ButtonKind::plain)),
      m_end(makeButton(tr("&End…"), ButtonKind::plain)) {
  setWindowTitle(tr("Breaches: %1").arg(about));
  resize(px(760), px(360));
  m_list->setAccessibleName(tr("Breaches of %1").arg(about));
  m_list->setWordWrap(true);
  m_words->setWrapped(true);
  auto* record = makeButton(tr("&Record a breach…"), ButtonKind::outlined, "plus");
  auto* acts = new QHBoxLayout;
  acts->addWidget(record);
  acts->addWidget(m_change);
  acts->addWidget(m_end);
  acts->addStretch();
  auto* foot = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(foot, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* rows = new QVBoxLayout(this);
  rows->addWidget(m_words);
  rows->addWidget(m_list, 1);
  rows->addLayout(acts);
  rows->addWidget(foot);
  const auto work = [this](ActDialog&& dialog) {
    if (dialog.exec() == QDialog::Accepted) read();
  };
  connect(record, &QPushButton::clicked, this, [this, work] { work(BreachDialog(m_workspace, m_fresh, this)); });
  connect(m_change, &QPushButton::clicked, this, [this, work] {
    if (const Breach* breach = current()) work(BreachDialog(m_workspace, *breach, this));
  });
  connect(m_end, &QPushButton::clicked, this, [this, work] {
    if (const Breach* breach = current()) work(EndBreachDialog(m_workspace, *breach, this));
  });
  connect(m_list, &QListWidget::currentRowChanged, this, &BreachesDialog::follow);
  record->setEnabled(!workspace.readOnly());
  read();
  (m_breaches.empty() ? static_cast<QWidget*>(record) : m_list)->setFocus();
}

void BreachesDialog::read() {
  Result<std::vector<Breach>> known = std::vector<Breach>{};
  if (m_fresh.placement) {
    auto placed = app::placementCase(m_workspace, *m_fresh.placement);
    if (placed)
      known = std::move(placed->breaches);
    else
      known = failed(placed);
  } else if (m_fresh.referral) {
    known = app::breachesOf(m_workspace, *m_fresh.referral);
  }
  m_words->setText(!known           ? q(known.error().detail)
                   : known->empty() ? tr("No breach is on record. What happened although a rule says no can always be recorded.")
                                    : tr("Each stands on top of My work until it has ended."));
  const int before = m_list->currentRow();
  m_breaches = known ? *std::move(known) : std::vector<Breach>{};
  m_list->clear();
  for (const Breach& breach : m_breaches) m_list->addItem(shown(breachWords(m_workspace, breach)));
  m_list->setVisible(!m_breaches.empty());
  m_list->setCurrentRow(std::clamp(before, 0, std::max(0, m_list->count() - 1)));
  follow();
}

const Breach* BreachesDialog::current() const {
  const int row = m_list->currentRow();
  return row < 0 || row >= static_cast<int>(m_breaches.size()) ? nullptr : &m_breaches[static_cast<std::size_t>(row)];
}

void BreachesDialog::follow() {
  const Breach* breach = current();
  const bool mayWrite = !m_workspace.readOnly();
  m_change->setEnabled(breach != nullptr && mayWrite);
  m_end->setEnabled(breach != nullptr && mayWrite && !breach->endedOn);
  m_end->setToolTip(breach != nullptr && breach->endedOn ? tr("It ended on %1").arg(dateText(*breach->endedOn)) : QString());
}

}  // namespace homeward::ui
