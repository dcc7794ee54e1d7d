#include "data/bin_pane.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/table_columns.h"

namespace homeward::ui {
namespace {

constexpr int rowsAtOnce = 6;

QString kindText(app::Binnable kind) {
  switch (kind) {
    case app::Binnable::child:
      return BinPane::tr("child");
    case app::Binnable::referral:
      return BinPane::tr("referral");
    case app::Binnable::setting:
      return BinPane::tr("home");
    case app::Binnable::provider:
      break;
  }
  return BinPane::tr("provider");
}

}  // namespace

BinPane::BinPane(app::Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_head(new SectionHead(tr("Bin"))),
      m_table(new PlainTable(tr("Bin"))),
      m_trouble(new TextLabel({}, Type::text, Ink::no)),
      m_putBack(makeButton(tr("Put back where it was"), ButtonKind::outlined)) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(px(8));
  m_table->columns().setKey(QStringLiteral("bin"));
  m_table->setHighForRows(rowsAtOnce);
  m_table->setAccessibleDescription(tr("Enter puts the line back"));
  m_trouble->setWrapped(true);
  m_trouble->hide();
  auto* acts = new QHBoxLayout;
  acts->addWidget(m_putBack);
  acts->addStretch();
  rows->addWidget(m_head);
  rows->addWidget(m_table);
  rows->addWidget(m_trouble);
  rows->addLayout(acts);
  connect(&m_table->columns(), &TableColumns::copied, this, &BinPane::saved);
  connect(m_table, &PlainTable::rowOpened, this, &BinPane::putBack);
  connect(m_putBack, &QPushButton::clicked, this, &BinPane::putBack);
}

QWidget* BinPane::first() { return m_table; }

void BinPane::refresh() {
  auto lines = app::bin(m_workspace);
  if (!lines) return m_head->setWords(q(lines.error().detail));
  m_lines = *std::move(lines);
  const bool any = !m_lines.empty();
  m_head->setWords(any ? tr("what was entered twice or by mistake; it is in no list and no search")
                       : tr("empty: a child, a referral, a home or a provider that was entered twice can be put here"));
  m_table->setVisible(any);
  m_putBack->setVisible(any);
  m_putBack->setEnabled(!m_workspace.readOnly());
  m_putBack->setToolTip(m_workspace.readOnly() ? tr("This case file is open for reading only") : QString());
  m_trouble->hide();
  m_table->setRows<app::BinLine>(
      m_lines, {{tr("What"), [](const app::BinLine& line) { return kindText(line.kind); }, {}, false},
                {tr("Called"), [](const app::BinLine& line) { return q(line.name); }, {}, false},
                {tr("Why"), [](const app::BinLine& line) { return q(line.reason); }, {}, false},
                {tr("By"), [](const app::BinLine& line) { return q(line.by); }, {}, false},
                {tr("When"), [](const app::BinLine& line) { return momentText(line.at); },
                 [](const app::BinLine& line) { return QVariant::fromValue<qint64>(line.at.time_since_epoch().count()); }, false}});
}

void BinPane::putBack() {
  const int row = m_table->currentRow();
  if (row < 0 || row >= static_cast<int>(m_lines.size()) || m_workspace.readOnly()) return;
  const app::BinLine line = m_lines[static_cast<std::size_t>(row)];
  const auto done = app::putBack(m_workspace, line.kind, line.id);
  if (!done) {
    m_trouble->setText(q(done.error().detail));
    return m_trouble->show();
  }
  refresh();
  emit saved(tr("%1 is back").arg(q(line.name)));
}

}  // namespace homeward::ui
