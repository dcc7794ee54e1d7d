#include "data/support_editor.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <algorithm>

#include "app/priced_support.h"
#include "market/editor_fields.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {
constexpr int dialogWidth = 620;
constexpr int needColumns = 2;
}  // namespace

SupportEditor::SupportEditor(app::Workspace& workspace, PricedSupport support, QWidget* parent)
    : ActDialog(support.name.empty() ? tr("New support") : tr("Support: %1").arg(q(support.name)), tr("Sa&ve"), parent),
      m_workspace(workspace),
      m_support(std::move(support)),
      m_name(new QLineEdit(q(m_support.name))),
      m_adds(new QSpinBox),
      m_price(new MaybeMoney(tr("Price a week, pounds"))) {
  setMinimumWidth(px(dialogWidth));
  sayFirst(tr(
      "Where a home falls short of an essential need, Homeward says which support of this list would bring it back, and what that costs."));
  m_name->setPlaceholderText(tr("two-to-one support"));
  addField(tr("&What is bought"), m_name);
  auto* needs = new QWidget;
  auto* grid = new QGridLayout(needs);
  grid->setContentsMargins(0, 0, 0, 0);
  int at = 0;
  for (const NeedDomain domain : homeward::all<NeedDomain>()) {
    auto* box = new QCheckBox(q(wording::label("need", text(domain))));
    box->setAccessibleName(tr("It helps with: %1").arg(box->text()));
    box->setChecked(std::find(m_support.domains.begin(), m_support.domains.end(), domain) != m_support.domains.end());
    grid->addWidget(box, at / needColumns, at % needColumns);
    ++at;
    m_domains.emplace_back(domain, box);
  }
  form()->addRow(tr("Helps with"), needs);
  m_adds->setRange(1, highestLevel);
  m_adds->setValue(m_support.adds);
  addField(tr("&Levels that it adds"), m_adds);
  addField(tr("&Price a week"), m_price);
  if (m_support.aWeek.pence > 0) m_price->set(m_support.aWeek);
  m_name->setFocus();
  nothingEnteredYet();
}

Result<void> SupportEditor::carryOut() {
  if (!m_price->readable()) return fail(ErrorCode::invalid, "aWeek", utf8(tr("Write the price as 610 or 610.50.")));
  PricedSupport entered;
  entered.name = utf8(m_name->text());
  for (const auto& [domain, box] : m_domains)
    if (box->isChecked()) entered.domains.push_back(domain);
  entered.adds = m_adds->value();
  entered.aWeek = m_price->amount().value_or(Money{});
  return app::savePricedSupport(m_workspace, std::move(entered), m_support.name);
}

QWidget* SupportEditor::fieldOf(const std::string& subject) const {
  if (subject == "domains") return m_domains.front().second;
  if (subject == "adds") return m_adds;
  if (subject == "aWeek") return m_price;
  return m_name;
}

}  // namespace homeward::ui
