#include "placements/contract_parts.h"

#include <QDateEdit>
#include <QDoubleSpinBox>
#include <cmath>

#include "shared/names.h"

namespace homeward::ui {
namespace {

constexpr std::chrono::days oneDay{1};
constexpr double basisPointsOfOne = 100.0;
constexpr int mostPercent = 100;

MaybeDay* lastDay(const QString& name, const std::optional<Date>& to) {
  auto* edit = new MaybeDay(name);
  edit->setPlaceholderText(TermDialog::tr("it goes on; or 27/11/2026"));
  if (to) edit->set(*to - oneDay);
  return edit;
}

QDoubleSpinBox* percentBox(int basisPoints) {
  auto* box = new QDoubleSpinBox;
  box->setRange(0, mostPercent);
  box->setDecimals(2);
  box->setSuffix(TermDialog::tr("%"));
  box->setValue(basisPoints / basisPointsOfOne);
  return box;
}

int basisPointsOf(const QDoubleSpinBox& box) { return static_cast<int>(std::lround(box.value() * basisPointsOfOne)); }

std::optional<Date> dayAfter(std::optional<Date> last) { return last ? std::optional(*last + oneDay) : std::nullopt; }

Result<void> readable(const MaybeDay& last) {
  if (last.readable()) return {};
  return fail(ErrorCode::invalid, "last", utf8(TermDialog::tr("Write the last day as 27/11/2026, or leave it empty.")));
}

}  // namespace

QString percentText(int basisPoints) { return TermDialog::tr("%1%").arg(QString::number(basisPoints / basisPointsOfOne)); }

QString rangeText(const DateRange& range) {
  return range.to ? TermDialog::tr("%1 to %2").arg(dateText(range.from), dateText(*range.to - oneDay))
                  : TermDialog::tr("from %1").arg(dateText(range.from));
}

QString termWords(const ContractTerm& term) {
  const Money amount = isContribution(term.item) ? -term.amount : term.amount;
  const QString item = q(wording::label("quoteItem", text(term.item)));
  return term.once ? TermDialog::tr("%1: %2 once, %3").arg(item, moneyText(amount), dateText(term.valid.from))
                   : TermDialog::tr("%1: %2 a week, %3").arg(item, moneyText(amount), rangeText(term.valid));
}

QString shareWords(const FundingShare& share) {
  return TermDialog::tr("%1: %2, %3")
      .arg(q(wording::label("funder", text(share.funder))), percentText(share.basisPoints), rangeText(share.valid));
}

TermDialog::TermDialog(app::Workspace& workspace, ContractTerm term, QWidget* parent)
    : ActDialog(term.id.stored() ? tr("Correct a price") : tr("Add a price"),
                term.id.stored() ? tr("Correct the &price") : tr("Add the &price"), parent),
      m_workspace(workspace),
      m_before(std::move(term)),
      m_item(new EnumCombo<QuoteItem>("quoteItem", tr("Item"))),
      m_charged(new QComboBox),
      m_amount(new MaybeMoney(tr("Amount in pounds"))),
      m_last(lastDay(tr("Last day"), m_before.once ? std::nullopt : m_before.valid.to)),
      m_clause(new QLineEdit(q(m_before.clause))),
      m_reason(new QLineEdit(this)) {
  const bool known = m_before.id.stored();
  sayFirst(known
               ? tr("For what was entered wrongly. The right figure counts from the first day on; the report as it was known before keeps "
                    "the former one. A price that has changed since is a new price from a day instead.")
               : tr("Contributions of health and education are entered as positive amounts and taken off."));
  m_item->set(m_before.item);
  addField(tr("&Item"), m_item);
  m_charged->addItem(tr("a week"), false);
  m_charged->addItem(tr("once"), true);
  m_charged->setCurrentIndex(m_before.once ? 1 : 0);
  addField(tr("C&harged"), m_charged);
  m_amount->setPlaceholderText(tr("such as 1,453.14"));
  if (known) m_amount->set(m_before.amount);
  addField(tr("&Amount in pounds"), m_amount);
  m_from = addDay(tr("&First day"), tr("First day"), m_before.valid.from);
  addField(tr("&Last day"), m_last);
  addField(tr("&What the contract calls it"), m_clause);
  m_reason->setVisible(known);
  if (known) addField(tr("Wh&y it was wrong"), m_reason);
  connect(m_charged, &QComboBox::currentIndexChanged, this, &TermDialog::follow);
  connect(m_item, &QComboBox::activated, this, [this, known] {
    if (!known) m_charged->setCurrentIndex(m_item->value() == QuoteItem::oneOff ? 1 : 0);
  });
  follow();
  coverFields(*this);
  (known ? static_cast<QWidget*>(m_amount) : m_item)->setFocus();
}

void TermDialog::follow() {
  const bool once = m_charged->currentData().toBool();
  m_last->setEnabled(!once);
  m_last->setToolTip(once ? tr("A sum that is due once has its day alone") : QString());
}

ContractTerm TermDialog::entered() const {
  ContractTerm term = m_before;
  term.item = m_item->value().value_or(m_before.item);
  term.once = m_charged->currentData().toBool();
  if (const auto amount = m_amount->amount()) term.amount = *amount;
  term.valid.from = fromQDate(m_from->date());
  term.valid.to = term.once ? std::optional(term.valid.from + oneDay) : dayAfter(m_last->day());
  if (m_clause->isModified()) term.clause = utf8(m_clause->text().trimmed());
  return term;
}

Result<void> TermDialog::carryOut() {
  if (!m_amount->amount()) return fail(ErrorCode::invalid, "amount", utf8(tr("Write the amount in pounds, such as 1,453.14.")));
  if (m_last->isEnabled())
    if (auto day = readable(*m_last); !day) return day;
  if (m_before.id.stored()) return app::correctTerm(m_workspace, entered(), utf8(m_reason->text()));
  const auto added = app::addTerm(m_workspace, entered());
  if (!added) return failed(added);
  return {};
}

QWidget* TermDialog::fieldOf(const std::string& subject) const {
  if (subject == "amount") return m_amount;
  if (subject == "from") return m_from;
  if (subject == "last") return m_last;
  return subject == "reason" ? m_reason : nullptr;
}

ShareDialog::ShareDialog(app::Workspace& workspace, FundingShare share, QWidget* parent)
    : ActDialog(share.id.stored() ? tr("Correct a share") : tr("Add a share"),
                share.id.stored() ? tr("&Correct the share") : tr("&Add the share"), parent),
      m_workspace(workspace),
      m_before(share),
      m_funder(new QComboBox),
      m_percent(percentBox(share.basisPoints)),
      m_last(lastDay(tr("Last day"), share.valid.to)),
      m_reason(new QLineEdit(this)) {
  const bool known = share.id.stored();
  sayFirst(known ? tr("For what was entered wrongly. The right share counts from the first day on; the report as it was known before keeps "
                      "the former one.")
                 : tr("Who pays a part of everything that the placement costs. What nobody else pays, social care pays."));
  for (const Funder funder : all<Funder>())
    if (funder != Funder::socialCare || share.funder == Funder::socialCare)
      m_funder->addItem(q(wording::word("funder", text(funder))), static_cast<int>(funder));
  m_funder->setCurrentIndex(m_funder->findData(static_cast<int>(share.funder)));
  addField(tr("&Who pays"), m_funder);
  addField(tr("&Share in per cent"), m_percent);
  m_from = addDay(tr("&First day"), tr("First day"), share.valid.from);
  addField(tr("&Last day"), m_last);
  m_reason->setVisible(known);
  if (known) addField(tr("Wh&y it was wrong"), m_reason);
  coverFields(*this);
  (known ? static_cast<QWidget*>(m_percent) : m_funder)->setFocus();
}

FundingShare ShareDialog::entered() const {
  FundingShare share = m_before;
  share.funder = static_cast<Funder>(m_funder->currentData().toInt());
  share.basisPoints = basisPointsOf(*m_percent);
  share.valid = {fromQDate(m_from->date()), dayAfter(m_last->day())};
  return share;
}

Result<void> ShareDialog::carryOut() {
  if (auto day = readable(*m_last); !day) return day;
  if (m_before.id.stored()) return app::correctFunding(m_workspace, entered(), utf8(m_reason->text()));
  const auto added = app::addFunding(m_workspace, entered());
  if (!added) return failed(added);
  return {};
}

QWidget* ShareDialog::fieldOf(const std::string& subject) const {
  if (subject == "share") return m_percent;
  if (subject == "funder") return m_funder;
  if (subject == "from") return m_from;
  if (subject == "last") return m_last;
  return subject == "reason" ? m_reason : nullptr;
}

NewShareDialog::NewShareDialog(app::Workspace& workspace, const FundingShare& share, QWidget* parent)
    : ActDialog(tr("New share from a day"), tr("&Change the share"), parent),
      m_workspace(workspace),
      m_share(share.id),
      m_percent(percentBox(share.basisPoints)) {
  sayFirst(shareWords(share));
  addField(tr("&New share in per cent"), m_percent);
  m_from = addDay(tr("From the &day"), tr("From the day"), workspace.today());
  m_percent->setFocus();
}

Result<void> NewShareDialog::carryOut() {
  return app::changeFunding(m_workspace, m_share, basisPointsOf(*m_percent), fromQDate(m_from->date()));
}

QWidget* NewShareDialog::fieldOf(const std::string& subject) const {
  return subject == "from" ? static_cast<QWidget*>(m_from) : subject == "share" ? m_percent : nullptr;
}

LastDayDialog::LastDayDialog(const QString& title, const QString& about, const QString& act, Date day, Act done, QWidget* parent)
    : ActDialog(title, act, parent), m_done(std::move(done)) {
  sayFirst(about);
  m_last = addDay(tr("&Last day"), tr("Last day"), day);
  m_last->setFocus();
}

Result<void> LastDayDialog::carryOut() { return m_done(fromQDate(m_last->date())); }
QWidget* LastDayDialog::fieldOf(const std::string& subject) const { return subject == "last" ? m_last : nullptr; }

}  // namespace homeward::ui
