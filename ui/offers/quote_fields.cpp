#include "offers/quote_fields.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "market/editor_fields.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int lastDay = 18 * 366;
constexpr int columns = 6;

QString itemName(QuoteItem item) { return q(wording::word("quoteItem", text(item))); }

}  // namespace

MoneyRangeEdit::MoneyRangeEdit(const QString& name, QWidget* parent) : QLineEdit(parent) {
  setAccessibleName(name);
  setPlaceholderText(tr("such as 1,453.14"));
  setToolTip(tr("Pounds: “1,453.14”, “1,400 to 1,500” or “1,400 or more”"));
}

void MoneyRangeEdit::set(const MoneyRange& range) {
  const QString low = q(plainPounds(range.low));
  if (range.exact())
    setText(low);
  else
    setText(range.high ? tr("%1 to %2").arg(low, q(plainPounds(*range.high))) : tr("%1 or more").arg(low));
}

std::optional<MoneyRange> MoneyRangeEdit::range() const {
  const QString typed = text().trimmed();
  const QString open = tr("%1 or more").arg(QString()).trimmed();
  if (typed.endsWith(open, Qt::CaseInsensitive)) {
    const auto low = parseMoney(utf8(typed.left(typed.size() - open.size())));
    return low ? std::optional(MoneyRange{*low, std::nullopt}) : std::nullopt;
  }
  const QStringList ends = typed.split(tr("%1 to %2").arg(QString(), QString()), Qt::KeepEmptyParts, Qt::CaseInsensitive);
  const auto low = parseMoney(utf8(ends.front()));
  if (!low || ends.size() > 2) return std::nullopt;
  if (ends.size() == 1) return MoneyRange::exactly(*low);
  const auto high = parseMoney(utf8(ends.back()));
  return high ? std::optional(MoneyRange{*low, *high}) : std::nullopt;
}

QString wholeCostText(const costing::WholeCost& cost) {
  return QuoteFields::tr("%1 a week; %2 over the %3 from %4")
      .arg(moneyText(cost.aWeek), moneyText(cost.whole), plural(days(cost.stay), QuoteFields::tr("day"), QuoteFields::tr("days")),
           dateText(cost.stay.from));
}

QuoteFields::QuoteFields(const std::vector<QuoteLine>& quote, QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout), m_another(new QComboBox) {
  for (const QuoteLine& line : quote) m_rows.push_back(makeRow(line, line.charge));
  // Every other item has a line that waits, in the order of the national standard.
  for (const QuoteItem item : all<QuoteItem>()) {
    const bool quoted = std::any_of(quote.begin(), quote.end(), [item](const QuoteLine& line) { return line.item == item; });
    if (quoted) continue;
    QuoteLine blank;
    blank.item = item;
    m_rows.push_back(makeRow(blank, std::nullopt));
  }
  std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) { return a.before.item < b.before.item; });
  m_another->setAccessibleName(tr("Item with another price"));
  for (const QuoteItem item : all<QuoteItem>()) m_another->addItem(itemName(item), static_cast<int>(item));
  auto* label = new QLabel(tr("Another pha&se or price of"));
  label->setBuddy(m_another);
  auto* add = makeButton(tr("Add a l&ine"), ButtonKind::plain, QStringLiteral("plus"));
  connect(add, &QPushButton::clicked, this, &QuoteFields::addLine);
  auto* foot = new QHBoxLayout;
  foot->addWidget(label);
  foot->addWidget(m_another);
  foot->addWidget(add);
  foot->addStretch(1);
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  m_grid->setVerticalSpacing(px(4));
  m_grid->setColumnStretch(2, 3);
  m_grid->setColumnStretch(5, 4);
  page->addLayout(m_grid);
  page->addLayout(foot);
  layOut();
  follow();
}

QuoteFields::Row QuoteFields::makeRow(const QuoteLine& line, std::optional<Charge> charge) {
  const auto alike = std::count_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.before.item == line.item; });
  const QString name = alike == 0 ? itemName(line.item) : tr("%1, line %2").arg(itemName(line.item)).arg(alike + 1);
  Row row;
  row.before = line;
  row.charge = new QComboBox(this);
  row.charge->setAccessibleName(tr("How %1 is charged").arg(name));
  row.charge->addItem(tr("not quoted"), QString());
  for (const Charge one : all<Charge>()) row.charge->addItem(q(wording::word("charge", text(one))), q(text(one)));
  row.charge->setCurrentIndex(charge ? row.charge->findData(q(text(*charge))) : 0);
  row.amount = new MoneyRangeEdit(tr("%1, pounds").arg(name), this);
  if (charge == Charge::weekly || charge == Charge::once) row.amount->set(line.amount);
  row.from = new QSpinBox(this);
  row.from->setRange(0, lastDay);
  row.from->setSpecialValueText(tr("arrival"));
  row.from->setPrefix(tr("day "));
  row.from->setValue(line.fromDay);
  row.from->setAccessibleName(tr("%1, from which day of the stay").arg(name));
  row.days = new MaybeNumber(lastDay, tr("%1, for how many days").arg(name), this);
  row.days->setSpecialValueText(tr("to the end"));
  row.days->setSuffix(tr(" days"));
  row.days->set(line.days);
  row.words = new QLineEdit(q(line.words), this);
  row.words->setAccessibleName(tr("%1, in words").arg(name));
  row.words->setPlaceholderText(tr("such as: twice a month"));
  row.note = new TextLabel({}, Type::second, Ink::no, this);
  row.note->setWrapped(true);
  row.note->hide();
  // A figure that is typed where nothing was quoted says how it is charged as well.
  const Charge usual = line.item == QuoteItem::oneOff ? Charge::once : Charge::weekly;
  connect(row.amount, &QLineEdit::textEdited, this, [combo = row.charge, usual](const QString& typed) {
    if (combo->currentIndex() == 0 && !typed.trimmed().isEmpty()) combo->setCurrentIndex(combo->findData(q(text(usual))));
  });
  connect(row.charge, &QComboBox::currentIndexChanged, this, &QuoteFields::follow);
  connect(row.amount, &QLineEdit::textChanged, this, &QuoteFields::changed);
  connect(row.from, &QSpinBox::valueChanged, this, &QuoteFields::changed);
  connect(row.days, &QSpinBox::valueChanged, this, &QuoteFields::changed);
  connect(row.words, &QLineEdit::textChanged, this, &QuoteFields::changed);
  return row;
}

void QuoteFields::layOut() {
  while (QLayoutItem* item = m_grid->takeAt(0)) {
    if (auto* label = qobject_cast<QLabel*>(item->widget()); label != nullptr && label->property("made").toBool()) delete label;
    delete item;
  }
  const QStringList heads{tr("Item"), tr("Charged"), tr("Amount, £"), tr("From"), tr("For"), tr("In words")};
  for (int column = 0; column < columns; ++column) {
    auto* head = new TextLabel(heads[column], Type::second, Ink::text2);
    head->setProperty("made", true);
    m_grid->addWidget(head, 0, column);
  }
  int at = 1;
  QWidget* last = nullptr;
  for (const Row& row : m_rows) {
    auto* label = new QLabel(itemName(row.before.item));
    label->setProperty("made", true);
    label->setBuddy(row.amount);
    int column = 0;
    for (QWidget* widget : std::initializer_list<QWidget*>{label, row.charge, row.amount, row.from, row.days, row.words}) {
      m_grid->addWidget(widget, at, column++);
      if (widget == label) continue;
      if (last != nullptr) setTabOrder(last, widget);
      last = widget;
    }
    m_grid->addWidget(row.note, at + 1, 1, 1, columns - 1);
    at += 2;
  }
  setTabOrder(last, m_another);
}

std::size_t QuoteFields::lastOf(QuoteItem item) const {
  std::size_t last = 0;
  for (std::size_t i = 0; i < m_rows.size(); ++i)
    if (m_rows[i].before.item == item) last = i;
  return last;
}

void QuoteFields::addLine() {
  const auto item = static_cast<QuoteItem>(m_another->currentData().toInt());
  const std::size_t after = lastOf(item);
  QuoteLine next;
  next.item = item;
  next.charge = item == QuoteItem::oneOff ? Charge::once : Charge::weekly;
  // A phase that ends is followed by the next.
  if (const auto days = m_rows[after].days->number(); days && charge(m_rows[after]) == Charge::weekly)
    next.fromDay = m_rows[after].from->value() + *days;
  Row row = makeRow(next, next.charge);
  row.amount->clear();
  m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(after) + 1, row);
  layOut();
  follow();
  row.amount->setFocus(Qt::OtherFocusReason);
}

std::optional<Charge> QuoteFields::charge(const Row& row) const { return parse<Charge>(utf8(row.charge->currentData().toString())); }

bool QuoteFields::wantsAmount(const Row& row) const {
  const auto how = charge(row);
  return how == Charge::weekly || how == Charge::once;
}

void QuoteFields::follow() {
  for (const Row& row : m_rows) {
    const auto how = charge(row);
    row.amount->setEnabled(!how || wantsAmount(row));
    row.from->setEnabled(wantsAmount(row));
    row.days->setEnabled(how == Charge::weekly);
    row.words->setEnabled(how.has_value());
  }
  emit changed();
}

std::optional<QuoteLine> QuoteFields::line(const Row& row) const {
  const auto how = charge(row);
  if (!how) return std::nullopt;
  QuoteLine line = row.before;
  line.charge = *how;
  if (!wantsAmount(row) && *how != row.before.charge) line.amount = {};
  if (wantsAmount(row)) line.amount = row.amount->range().value_or(row.before.amount);
  line.fromDay = row.from->value();
  line.days = row.days->number();
  if (row.words->isModified()) line.words = utf8(row.words->text().trimmed());
  return line;
}

std::vector<QuoteLine> QuoteFields::value() const {
  std::vector<QuoteLine> quote;
  for (const Row& row : m_rows)
    if (const auto one = line(row)) quote.push_back(*one);
  return quote;
}

QWidget* QuoteFields::unreadable() const {
  for (const Row& row : m_rows)
    if (wantsAmount(row) && !row.amount->range()) return row.amount;
  return nullptr;
}

QWidget* QuoteFields::tell(const std::vector<Finding>& findings, Date today) {
  std::vector<QStringList> notes(m_rows.size());
  for (std::size_t i = 0; i < m_rows.size(); ++i)
    if (wantsAmount(m_rows[i]) && !m_rows[i].amount->range())
      notes[i] << tr("Write the amount as 1,453.14 or 1,400 to 1,500, or choose how it is charged.");
  for (const Finding& finding : findings) {
    std::size_t at = m_rows.size();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      if (finding.field != "quote." + std::string(text(m_rows[i].before.item))) continue;
      // A line that is wrong by itself is told so; what two lines do together stands beside the last of them.
      Offer alone;
      if (const auto one = line(m_rows[i])) alone.quote = {*one};
      const auto own = check(alone, today);
      const bool itself = std::find(own.begin(), own.end(), finding) != own.end();
      if (itself && !notes[i].contains(q(finding.message))) {
        at = i;
        break;
      }
      if (!itself) at = i;
    }
    if (at < m_rows.size() && !notes[at].contains(q(finding.message))) notes[at] << q(finding.message);
  }
  QWidget* first = nullptr;
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    m_rows[i].note->setText(notes[i].join(' '));
    m_rows[i].note->setVisible(!notes[i].isEmpty());
    m_rows[i].amount->setAccessibleDescription(m_rows[i].note->text());
    if (first == nullptr && !notes[i].isEmpty())
      first = m_rows[i].amount->isEnabled() ? static_cast<QWidget*>(m_rows[i].amount) : m_rows[i].charge;
  }
  return first;
}

}  // namespace homeward::ui
