#include "offers/support_packages.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "market/editor_fields.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {
constexpr int needColumns = 3;
}

SupportPackages::SupportPackages(const std::vector<SupportPackage>& packages, const QString& whyNotCompared, QWidget* parent)
    : QWidget(parent),
      m_whyNot(whyNotCompared),
      m_blocks(new QVBoxLayout),
      m_none(new TextLabel(tr("They offered no support at a price of its own."), Type::text, Ink::text2)),
      m_add(makeButton(tr("Add s&upport"), ButtonKind::plain, QStringLiteral("plus"))) {
  auto* page = new QVBoxLayout(this);
  auto* first = new TextLabel(tr("What the provider would add at a price of its own, beside the price of the offer. “Compare with this "
                                 "support” makes a second offer "
                                 "of this home with it, so that the choice shows both."),
                              Type::text, Ink::text2);
  first->setWrapped(true);
  page->addWidget(first);
  page->addLayout(m_blocks);
  page->addWidget(m_none);
  auto* acts = new QHBoxLayout;
  acts->addWidget(m_add);
  acts->addStretch(1);
  page->addLayout(acts);
  page->addStretch(1);
  for (const SupportPackage& package : packages) add(package);
  connect(m_add, &QPushButton::clicked, this, [this] {
    SupportPackage fresh;
    fresh.adds = 1;
    Row& row = add(fresh);
    row.price->clear();
    row.name->setFocus(Qt::OtherFocusReason);
    follow();
  });
  follow();
}

SupportPackages::Row& SupportPackages::add(const SupportPackage& package) {
  Row row;
  row.before = package;
  row.block = new QWidget;
  auto* grid = new QGridLayout(row.block);
  grid->setContentsMargins(0, 0, 0, px(10));
  const QString number = tr("support %1").arg(m_rows.size() + 1);
  row.name = new QLineEdit(q(package.name));
  row.name->setPlaceholderText(tr("as a sentence has it: a waking night worker"));
  row.name->setAccessibleName(tr("What it is, %1").arg(number));
  row.price = new MaybeMoney(tr("Pounds a week, %1").arg(number));
  row.price->setPlaceholderText(tr("such as 610"));
  row.price->set(package.aWeek);
  row.adds = new QSpinBox;
  row.adds->setRange(0, highestLevel);
  row.adds->setValue(package.adds);
  row.adds->setAccessibleName(tr("Levels that it adds, %1").arg(number));
  const auto put = [grid](int column, const QString& words, QWidget* field) {
    auto* label = new QLabel(words);
    label->setBuddy(field);
    grid->addWidget(label, 0, column);
    grid->addWidget(field, 0, column + 1);
  };
  put(0, tr("What it is"), row.name);
  put(2, tr("£ a week"), row.price);
  put(4, tr("Levels it adds"), row.adds);
  grid->setColumnStretch(1, 1);
  auto* needs = new QWidget;
  auto* boxes = new QGridLayout(needs);
  boxes->setContentsMargins(0, 0, 0, 0);
  int at = 0;
  for (const NeedDomain domain : all<NeedDomain>()) {
    auto* box = new QCheckBox(q(wording::label("need", text(domain))));
    box->setAccessibleName(tr("It helps with: %1, %2").arg(box->text(), number));
    box->setChecked(std::ranges::find(package.domains, domain) != package.domains.end());
    boxes->addWidget(box, at / needColumns, at % needColumns);
    ++at;
    connect(box, &QCheckBox::toggled, this, &SupportPackages::follow);
    row.domains.emplace_back(domain, box);
  }
  grid->addWidget(new TextLabel(tr("Helps with"), Type::text, Ink::text2), 1, 0, Qt::AlignTop);
  grid->addWidget(needs, 1, 1, 1, 5);
  row.note = new TextLabel({}, Type::second, Ink::no);
  row.note->setWrapped(true);
  row.note->hide();
  grid->addWidget(row.note, 2, 1, 1, 5);
  auto* acts = new QHBoxLayout;
  row.compare = makeButton(tr("Compare with this support"), ButtonKind::outlined, QStringLiteral("compare"));
  row.compare->setAccessibleName(tr("Compare with this support, %1").arg(number));
  auto* away = makeButton(tr("Take it away"), ButtonKind::quiet);
  away->setAccessibleName(tr("Take it away, %1").arg(number));
  acts->addWidget(row.compare);
  acts->addWidget(away);
  if (!m_whyNot.isEmpty()) acts->addWidget(new TextLabel(m_whyNot, Type::second, Ink::text2));
  acts->addStretch(1);
  grid->addLayout(acts, 3, 1, 1, 5);
  connect(row.name, &QLineEdit::textChanged, this, &SupportPackages::follow);
  connect(row.price, &QLineEdit::textChanged, this, &SupportPackages::follow);
  connect(row.adds, &QSpinBox::valueChanged, this, &SupportPackages::follow);
  connect(row.compare, &QPushButton::clicked, this, [this, block = row.block] { compare(block); });
  connect(away, &QPushButton::clicked, this, [this, block = row.block] { takeAway(block); });
  m_blocks->addWidget(row.block);
  // Tab goes as one reads: after what can be reached before the button that adds another, and on to that button.
  QWidget* last = m_add->previousInFocusChain();
  while (last != m_add && !(last->focusPolicy() & Qt::TabFocus)) last = last->previousInFocusChain();
  std::vector<QWidget*> order{row.name, row.price, row.adds};
  for (const auto& [domain, box] : row.domains) order.push_back(box);
  order.insert(order.end(), {row.compare, away, m_add});
  for (QWidget* next : order) {
    if (last != m_add) setTabOrder(last, next);
    last = next;
  }
  m_rows.push_back(std::move(row));
  return m_rows.back();
}

void SupportPackages::takeAway(QWidget* block) {
  std::erase_if(m_rows, [block](const Row& row) { return row.block == block; });
  block->hide();
  block->setParent(nullptr);
  block->deleteLater();
  m_add->setFocus(Qt::OtherFocusReason);
  follow();
}

void SupportPackages::compare(QWidget* block) {
  std::size_t at = 0;
  for (const Row& row : m_rows) {
    if (row.block == block) {
      emit compareWanted(at);
      return;
    }
    if (!blank(row)) ++at;
  }
}

bool SupportPackages::blank(const Row& row) {
  return row.name->text().trimmed().isEmpty() && row.price->text().trimmed().isEmpty() &&
         std::ranges::none_of(row.domains, [](const auto& one) { return one.second->isChecked(); });
}

SupportPackage SupportPackages::read(const Row& row) {
  SupportPackage package = row.before;
  if (row.name->isModified()) package.name = utf8(row.name->text().trimmed());
  package.aWeek = row.price->amount().value_or(row.before.aWeek);
  package.adds = row.adds->value();
  // Needs stay in the order in which they were recorded; what is ticked since comes after.
  for (const auto& [domain, box] : row.domains) {
    const auto there = std::ranges::find(package.domains, domain);
    if (box->isChecked() && there == package.domains.end()) package.domains.push_back(domain);
    if (!box->isChecked() && there != package.domains.end()) package.domains.erase(there);
  }
  return package;
}

std::vector<SupportPackage> SupportPackages::value() const {
  std::vector<SupportPackage> packages;
  for (const Row& row : m_rows)
    if (!blank(row)) packages.push_back(read(row));
  return packages;
}

QWidget* SupportPackages::wrong(const Row& row, QString& words) {
  if (blank(row)) return nullptr;
  const auto price = row.price->amount();
  if (row.name->text().trimmed().isEmpty()) {
    words = tr("Say what the support is.");
    return row.name;
  }
  if (!price || price->pence < 0) {
    words = tr("Write what it costs a week as 610 or 610.50.");
    return row.price;
  }
  return nullptr;
}

QWidget* SupportPackages::unreadable() const {
  for (const Row& row : m_rows)
    if (!blank(row) && !row.price->amount()) return row.price;
  return nullptr;
}

QWidget* SupportPackages::tell() {
  QWidget* first = nullptr;
  for (const Row& row : m_rows) {
    QString words;
    QWidget* field = wrong(row, words);
    for (QWidget* one : std::initializer_list<QWidget*>{row.name, row.price})
      one->setAccessibleDescription(one == field ? words : QString());
    row.note->setText(words);
    row.note->setVisible(!words.isEmpty());
    if (first == nullptr) first = field;
  }
  return first;
}

void SupportPackages::follow() {
  m_none->setVisible(m_rows.empty());
  for (const Row& row : m_rows) {
    QString words;
    const QString why = !m_whyNot.isEmpty()            ? m_whyNot
                        : blank(row)                   ? tr("Say what the support is, and what it costs")
                        : wrong(row, words) != nullptr ? words
                                                       : QString();
    row.compare->setEnabled(why.isEmpty());
    row.compare->setToolTip(why.isEmpty() ? tr("A second offer of this home, with the support in its price") : why);
    row.compare->setAccessibleDescription(why);
  }
  emit changed();
}

}  // namespace homeward::ui
