#include "policy/policy_pane.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "policy/compare_dialog.h"
#include "policy/policy_editor.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/question.h"
#include "shared/table_columns.h"

namespace homeward::ui {
namespace {

constexpr int versionsAtOnce = 6;

}  // namespace

PolicyPane::PolicyPane(app::Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_head(new SectionHead(tr("Policy"))),
      m_table(new PlainTable(tr("Versions of the policy"))),
      m_new(makeButton(tr("Ne&xt version…"), ButtonKind::outlined, "plus")),
      m_use(makeButton(tr("&Put into use…"), ButtonKind::outlined, "tick")),
      m_compare(makeButton(tr("Compare two…"), ButtonKind::outlined, "compare")) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(px(8));
  m_table->columns().setKey(QStringLiteral("policies"));
  m_table->setHighForRows(versionsAtOnce);
  m_table->setAccessibleDescription(tr("Enter drafts the next version from the selected one"));
  auto* acts = new QHBoxLayout;
  for (QPushButton* button : {m_new, m_use, m_compare}) acts->addWidget(button);
  acts->addStretch();
  rows->addWidget(m_head);
  rows->addWidget(m_table);
  rows->addLayout(acts);
  connect(m_table, &PlainTable::rowChanged, this, &PolicyPane::showActs);
  connect(m_table, &PlainTable::rowOpened, this, &PolicyPane::newVersion);
  connect(&m_table->columns(), &TableColumns::copied, this, &PolicyPane::saved);
  connect(m_new, &QPushButton::clicked, this, &PolicyPane::newVersion);
  connect(m_use, &QPushButton::clicked, this, &PolicyPane::putIntoUse);
  connect(m_compare, &QPushButton::clicked, this, &PolicyPane::compare);
}

QWidget* PolicyPane::first() { return m_table; }

const app::PolicyVersion* PolicyPane::selected() const {
  const int row = m_table->currentRow();
  return row >= 0 && static_cast<std::size_t>(row) < m_versions.size() ? &m_versions[static_cast<std::size_t>(row)] : nullptr;
}

void PolicyPane::refresh() {
  auto versions = app::policyVersions(m_workspace);
  const auto now = app::policyInUse(m_workspace);
  if (!versions || !now) return m_head->setWords(q((versions ? now.error() : versions.error()).detail));
  m_versions = *std::move(versions);
  QString words = tr("what counts how much in every match; %1 is in use").arg(q(now->label));
  if (now->since && !now->by.empty()) words += tr(" since %1, by %2").arg(momentText(*now->since), q(now->by));
  m_head->setWords(words);
  using Row = app::PolicyVersion;
  m_table->setRows<Row>(
      m_versions,
      {{tr("Version"), [](const Row& one) { return q(one.label()); }, {}, false},
       {tr("In use"), [](const Row& one) { return one.inUse ? tr("yes") : QString(); }, {}, false},
       {tr("Saved by"), [](const Row& one) { return one.id ? q(one.savedBy) : tr("comes with the program"); }, {}, false},
       {tr("When"), [](const Row& one) { return one.savedAt ? momentText(*one.savedAt) : QString(); },
        [](const Row& one) { return QVariant::fromValue<qint64>(one.savedAt ? one.savedAt->time_since_epoch().count() : 0); }, false},
       {tr("Why"), [](const Row& one) { return q(one.note); }, {}, false}});
  showActs();
}

void PolicyPane::showActs() {
  const app::PolicyVersion* one = selected();
  const QString readOnly = m_workspace.readOnly() ? tr("This case file is open for reading only") : QString();
  m_new->setEnabled(one != nullptr && readOnly.isEmpty());
  m_new->setToolTip(readOnly.isEmpty() && one != nullptr ? tr("From %1; it stays as it is").arg(q(one->label())) : readOnly);
  QString whyNot = readOnly;
  if (whyNot.isEmpty() && !app::maySetPolicy(m_workspace.user().role))
    whyNot = tr("Which policy counts is for a manager, a team manager or the director to say: choose one of them under Work as");
  if (whyNot.isEmpty() && one != nullptr && one->inUse) whyNot = tr("%1 is in use already").arg(q(one->label()));
  m_use->setEnabled(one != nullptr && whyNot.isEmpty());
  m_use->setToolTip(whyNot);
  m_compare->setEnabled(m_versions.size() > 1);
  m_compare->setToolTip(m_versions.size() > 1 ? QString() : tr("There is one policy only. Save a version of your own first"));
}

void PolicyPane::newVersion() {
  const app::PolicyVersion* from = selected();
  if (from == nullptr || m_workspace.readOnly()) return;
  PolicyEditor editor(m_workspace, *from, this);
  if (editor.exec() != QDialog::Accepted || !editor.savedVersion()) return;
  emit saved(tr("%1 was saved. It counts once it is put into use").arg(q(editor.savedVersion()->label())));
  refresh();
  for (std::size_t i = 0; i < m_versions.size(); ++i)
    if (m_versions[i].id == editor.savedVersion()->id) m_table->selectRow(static_cast<int>(i));
}

void PolicyPane::putIntoUse() {
  const app::PolicyVersion* one = selected();
  if (one == nullptr) return;
  if (!m_use->isEnabled()) return emit refused(tr("It was not put into use."), m_use->toolTip());  // from the menu
  const app::PolicyVersion wanted = *one;
  const QString words = tr("From now on every referral is ranked by %1. Decisions that were taken keep the policy that they were taken by, "
                           "and referrals with weights of their own keep those.")
                            .arg(q(wanted.label()));
  if (!agreesTo(this, {tr("Put into use"), words, tr("&Leave it"), tr("&Put into use")})) return;
  const auto used = app::usePolicy(m_workspace, wanted.id);
  refresh();
  if (!used) return emit refused(tr("It was not put into use."), q(used.error().detail));
  emit saved(tr("%1 is in use").arg(q(wanted.label())));
}

void PolicyPane::compare() {
  const app::PolicyVersion* one = selected();
  CompareDialog dialog(m_workspace, one == nullptr ? std::nullopt : one->id, std::nullopt, this);
  dialog.exec();
}

}  // namespace homeward::ui
