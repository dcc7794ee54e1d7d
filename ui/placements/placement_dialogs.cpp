#include "placements/placement_dialogs.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <cmath>

#include "app/contract.h"
#include "domain/codes.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr double mostPounds = 999999.99;
constexpr double penceAPound = 100.0;

}  // namespace

PlacementDialog::PlacementDialog(app::Workspace& workspace, PlacementId placement, const QString& title, const QString& act,
                                 QWidget* parent)
    : ActDialog(title, act, parent), m_workspace(workspace), m_placement(placement) {}

void offerEndReasons(SearchCombo& combo, Date left) {
  // A code that the return of that year does not know would be refused there.
  QVector<SearchCombo::Entry> entries;
  for (const char* set : {"REASON_PLACE_CHANGE", "REC"})
    for (const Code* code : CodeTable::ssda903().valid(set, returnYear(left)))
      entries.push_back({PriceDialog::tr("%1 %2").arg(q(code->code), q(code->label)), q(code->code)});
  const QVariant before = combo.value();
  combo.setEntries(entries);
  if (before.isValid()) combo.setValue(before);
}

PriceDialog::PriceDialog(app::Workspace& workspace, PlacementId placement, TermId term, QWidget* parent)
    : PlacementDialog(workspace, placement, tr("Change a price"), tr("&Change the price"), parent),
      m_term(new SearchCombo(tr("Price"))),
      m_pounds(new QDoubleSpinBox),
      m_clause(new QLineEdit) {
  QVector<SearchCombo::Entry> entries;
  if (const auto placed = app::placementCase(workspace, placement)) {
    for (const ContractTerm& one : placed->terms)
      if (!one.once && (one.id == term || !one.valid.to || *one.valid.to > workspace.today()))
        entries.push_back({tr("%1, %2 a week from %3")
                               .arg(q(wording::label("quoteItem", text(one.item))), moneyText(one.amount), dateText(one.valid.from)),
                           QVariant::fromValue<qint64>(one.id.value)});
  }
  m_term->setEntries(entries);
  if (!entries.isEmpty()) m_term->setValue(entries.front().value);
  if (term.stored()) m_term->setValue(QVariant::fromValue<qint64>(term.value));
  addField(tr("&Price"), m_term);
  m_pounds->setAccessibleName(tr("New price a week, in pounds"));
  m_pounds->setRange(0, mostPounds);
  m_pounds->setDecimals(2);
  m_pounds->setPrefix(tr("£"));
  addField(tr("&New price a week"), m_pounds);
  m_from = addDay(tr("From the &day"), tr("From the day"), workspace.today());
  m_clause->setAccessibleName(tr("What the contract calls it"));
  m_clause->setPlaceholderText(tr("as before"));
  addField(tr("&What the contract calls it"), m_clause);
  (entries.isEmpty() ? static_cast<QWidget*>(m_term) : m_pounds)->setFocus();
}

void PriceDialog::enter(TermId term, Money amount, Date from, const QString& clause) {
  m_term->setValue(QVariant::fromValue<qint64>(term.value));
  m_pounds->setValue(static_cast<double>(amount.pence) / penceAPound);
  m_from->setDate(toQDate(from));
  m_clause->setText(clause);
}

Result<void> PriceDialog::carryOut() {
  if (!m_term->value().isValid()) return fail(ErrorCode::invalid, "term", utf8(tr("Choose the price that changes.")));
  const Money amount{std::llround(m_pounds->value() * penceAPound)};
  return app::changeTerm(m_workspace, TermId{m_term->value().toLongLong()}, amount, fromQDate(m_from->date()), utf8(m_clause->text()));
}

QWidget* PriceDialog::fieldOf(const std::string& subject) const {
  if (subject == "amount") return m_pounds;
  if (subject == "from") return m_from;
  return subject == "term" ? m_term : nullptr;
}

EndDialog::EndDialog(app::Workspace& workspace, PlacementId placement, QWidget* parent)
    : PlacementDialog(workspace, placement, tr("End the placement"), tr("&End the placement"), parent),
      m_reason(new SearchCombo(tr("Reason"))),
      m_unplanned(new QCheckBox(tr("It broke down: the end was not &planned"))) {
  m_left = addDay(tr("&Day of leaving"), tr("Day of leaving"), workspace.today());
  addField(tr("&Reason"), m_reason);
  form()->addRow(m_unplanned);
  connect(m_left, &QDateEdit::dateChanged, this, &EndDialog::offerReasons);
  offerReasons();
}

void EndDialog::offerReasons() { offerEndReasons(*m_reason, fromQDate(m_left->date())); }

Result<void> EndDialog::carryOut() {
  if (!m_reason->value().isValid()) return fail(ErrorCode::invalid, "endReason", utf8(tr("Choose why the placement ends.")));
  return app::endPlacement(m_workspace, m_placement, fromQDate(m_left->date()), utf8(m_reason->value().toString()),
                           m_unplanned->isChecked());
}

QWidget* EndDialog::fieldOf(const std::string& subject) const {
  if (subject == "left") return m_left;
  return subject == "endReason" || subject == "reason" ? m_reason : nullptr;
}

}  // namespace homeward::ui
