#include "data/support_pane.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/priced_support.h"
#include "data/support_editor.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/question.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int supportAtOnce = 5;

QString domainsWords(const PricedSupport& support) {
  QStringList needs;
  for (const NeedDomain domain : support.domains) needs << q(wording::word("need", text(domain)));
  return needs.join(QStringLiteral(", "));
}

}  // namespace

SupportPane::SupportPane(app::Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_head(new SectionHead(tr("Support that can be bought"))),
      m_list(new PlainTable(tr("Support that can be bought"))),
      m_change(makeButton(tr("Change the support…"), ButtonKind::outlined)),
      m_remove(makeButton(tr("Remove the support…"), ButtonKind::outlined)) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(px(8));
  m_list->columns().setKey(QStringLiteral("support"));
  m_list->setHighForRows(supportAtOnce);
  m_list->setAccessibleDescription(tr("Enter changes the support"));
  auto* add = makeButton(tr("Add support to bu&y…"), ButtonKind::outlined, "plus");
  auto* acts = new QHBoxLayout;
  for (QPushButton* button : {add, m_change, m_remove}) acts->addWidget(button);
  acts->addStretch();
  rows->addWidget(m_head);
  rows->addWidget(m_list);
  rows->addLayout(acts);
  connect(add, &QPushButton::clicked, this, &SupportPane::add);
  connect(m_change, &QPushButton::clicked, this, [this] { edit(m_list->currentRow()); });
  connect(m_remove, &QPushButton::clicked, this, &SupportPane::remove);
  connect(m_list, &PlainTable::rowOpened, this, &SupportPane::edit);
  connect(&m_list->columns(), &TableColumns::copied, this, &SupportPane::saved);
  add->setEnabled(!workspace.readOnly());
  if (workspace.readOnly()) add->setToolTip(tr("This case file is open for reading only"));
}

QWidget* SupportPane::first() { return m_list; }

void SupportPane::refresh() {
  auto support = app::pricedSupport(m_workspace);
  if (!support) return m_head->setWords(q(support.error().detail));
  m_support = *std::move(support);
  m_head->setWords(m_support.empty() ? tr("None yet: a home that falls short says the level that it lacks, and no price")
                                     : tr("What a home that falls short would take besides, and what that costs a week"));
  m_list->setRows<PricedSupport>(m_support,
                                 {{tr("Support"), [](const PricedSupport& one) { return q(one.name); }, {}, false},
                                  {tr("Helps with"), [](const PricedSupport& one) { return domainsWords(one); }, {}, false},
                                  {tr("Levels added"), [](const PricedSupport& one) { return countText(one.adds); },
                                   [](const PricedSupport& one) { return QVariant(one.adds); }, true},
                                  {tr("A week"), [](const PricedSupport& one) { return moneyText(one.aWeek); },
                                   [](const PricedSupport& one) { return QVariant::fromValue<qint64>(one.aWeek.pence); }, true}});
  for (QPushButton* button : {m_change, m_remove}) {
    button->setEnabled(!m_workspace.readOnly() && !m_support.empty());
    button->setToolTip(m_workspace.readOnly() ? tr("This case file is open for reading only")
                       : m_support.empty()    ? tr("There is no support in the list yet")
                                              : QString());
  }
}

void SupportPane::edit(int row) {
  if (m_workspace.readOnly()) return;
  const bool known = row >= 0 && static_cast<std::size_t>(row) < m_support.size();
  SupportEditor editor(m_workspace, known ? m_support[static_cast<std::size_t>(row)] : PricedSupport{}, this);
  if (editor.exec() != QDialog::Accepted) return;
  emit saved(tr("Saved %1").arg(timeText(m_workspace.now())));
  refresh();
}

void SupportPane::remove() {
  const int row = m_list->currentRow();
  if (row < 0 || static_cast<std::size_t>(row) >= m_support.size()) return;
  const std::string name = m_support[static_cast<std::size_t>(row)].name;
  const Question question{tr("Remove support"), tr("%1 is taken from the list. What was decided and bought stays as it is.").arg(q(name)),
                          tr("&Keep it"), tr("&Remove it")};
  if (!agreesTo(this, question)) return;
  const auto removed = app::removePricedSupport(m_workspace, name);
  if (!removed) return m_head->setWords(q(removed.error().detail));
  emit saved(tr("Saved %1").arg(timeText(m_workspace.now())));
  refresh();
}

}  // namespace homeward::ui
