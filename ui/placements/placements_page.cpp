#include "placements/placements_page.h"

#include <QCheckBox>
#include <QPushButton>

#include "deciding/breach_dialogs.h"
#include "placements/placement_dialogs.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

QString rangeText(const DateRange& range) {
  return range.to ? QObject::tr("%1 to %2").arg(dateText(range.from), dateText(*range.to - std::chrono::days{1}))
                  : QObject::tr("from %1").arg(dateText(range.from));
}

std::vector<DetailPart> partsOf(const app::PlacementCase& placed) {
  DetailPart stay{QObject::tr("Stay"), {rangeText(placed.line.placement.stay), QObject::tr("%1 a week").arg(moneyText(placed.line.aWeek))}};
  if (placed.line.placement.emergencyBeyondApproval) stay.lines << QObject::tr("An emergency beyond the terms of approval");
  DetailPart terms{QObject::tr("Terms by day"), {}};
  for (const ContractTerm& term : placed.terms) {
    const Money amount = isContribution(term.item) ? -term.amount : term.amount;
    terms.lines << QObject::tr("%1: %2, %3")
                       .arg(q(wording::label("quoteItem", text(term.item))),
                            term.once ? QObject::tr("%1 once").arg(moneyText(amount)) : QObject::tr("%1 a week").arg(moneyText(amount)),
                            term.once ? dateText(term.valid.from) : rangeText(term.valid));
  }
  DetailPart funding{QObject::tr("Funding"), {}};
  for (const FundingShare& share : placed.funding)
    funding.lines << QObject::tr("%1: %2%, %3")
                         .arg(q(wording::label("funder", text(share.funder))), QString::number(share.basisPoints / 100.0),
                              rangeText(share.valid));
  DetailPart breaches{QObject::tr("Breaches"), {}};
  for (const Breach& breach : placed.breaches) breaches.lines << breachWords(breach);
  DetailPart clocks{QObject::tr("Clocks in law"), {}};
  for (const law::Clock& clock : placed.clocks) clocks.lines << QObject::tr("%1: %2").arg(dateText(clock.due), sentence(clock.why));
  return {stay, terms, funding, breaches, clocks};
}

}  // namespace

PlacementsPage::PlacementsPage(app::Workspace& workspace, Navigator&, QWidget* parent)
    : ListedPage(tr("Placements"), tr("No child is placed yet."), parent), m_workspace(workspace) {
  table()->columns().setKey(QStringLiteral("placements"));
  table()->columns().setGivingWay({2, 5});  // the provider, the miles: both stand at the right
  m_ended = new QCheckBox(tr("Show those that have ende&d"));
  connect(m_ended, &QCheckBox::toggled, this, [this](bool on) { m_currentOnly = !on, refresh(); });
  head()->addAction(m_ended);
  m_price = addAct(tr("Change a &price…"));
  m_end = addAct(tr("E&nd the placement…"));
  m_breaches = addAct(tr("&Breaches…"));
  connect(m_breaches, &QPushButton::clicked, this, &PlacementsPage::breaches);
  connect(m_price, &QPushButton::clicked, this, &PlacementsPage::changePrice);
  connect(m_end, &QPushButton::clicked, this, &PlacementsPage::end);
}

PlacementId PlacementsPage::current() const {
  const int row = table()->currentRow();
  return row < 0 || row >= static_cast<int>(m_lines.size()) ? PlacementId{} : m_lines[static_cast<std::size_t>(row)].placement.id;
}

void PlacementsPage::refresh() {
  auto lines = app::placementLines(m_workspace, m_currentOnly);
  if (!lines) return showTrouble(q(lines.error().detail));
  m_lines = *std::move(lines);
  const bool hidden = namesHidden();
  table()->setRows<app::PlacementLine>(m_lines,
                                       {{tr("Child"), [hidden](const auto& line) { return q(hidden ? line.childNumber : line.child); }, {}},
                                        {tr("Setting"), [](const auto& line) { return q(line.setting); }, {}},
                                        {tr("Provider"), [](const auto& line) { return q(line.provider); }, {}},
                                        {tr("Since"), [](const auto& line) { return dateText(line.placement.stay.from); },
                                         [](const auto& line) { return QVariant(toQDate(line.placement.stay.from)); }},
                                        {tr("A week"), [](const auto& line) { return wholePoundsText(line.aWeek); },
                                         [](const auto& line) { return QVariant(static_cast<qlonglong>(line.aWeek.pence)); }, true},
                                        {tr("From home"), [](const auto& line) { return milesText(line.milesFromHome); },
                                         [](const auto& line) { return QVariant(line.milesFromHome.value_or(-1.0)); }, true}});
  head()->setSubtitle(plural(static_cast<std::int64_t>(m_lines.size()), tr("placement"), tr("placements")));
  showCounts(static_cast<int>(m_lines.size()));
  showCurrent();
}

void PlacementsPage::show(PlacementId placement) {
  const auto find = [this, placement] {
    for (std::size_t row = 0; row < m_lines.size(); ++row)
      if (m_lines[row].placement.id == placement) return static_cast<int>(row);
    return -1;
  };
  if (m_lines.empty()) refresh();
  if (find() < 0) m_ended->setChecked(true);
  table()->selectRow(find());
}

void PlacementsPage::showCurrent() {
  const bool stored = current().stored();
  m_price->setEnabled(stored && !m_workspace.readOnly());
  m_end->setEnabled(stored && !m_workspace.readOnly());
  m_breaches->setEnabled(stored);
  if (!stored) return tell({}, {});
  const auto placed = app::placementCase(m_workspace, current());
  if (!placed) return tell(q(placed.error().detail), {});
  m_end->setEnabled(!m_workspace.readOnly() && !placed->line.placement.stay.to);
  tell(tr("%1 at %2").arg(q(namesHidden() ? placed->line.childNumber : placed->line.child), q(placed->line.setting)), partsOf(*placed));
}

void PlacementsPage::changePrice() {
  PriceDialog dialog(m_workspace, current(), this);
  if (dialog.exec() != QDialog::Accepted) return;
  emit saved(tr("The price was changed"));
  refresh();
}

void PlacementsPage::breaches() {
  const auto placed = app::placementCase(m_workspace, current());
  if (!placed) return;
  Breach fresh;
  fresh.placement = current();
  fresh.referral = placed->line.placement.referral;
  const QString whom = q(namesHidden() ? placed->line.childNumber : placed->line.child);
  BreachesDialog dialog(m_workspace, tr("%1 at %2").arg(whom, q(placed->line.setting)), fresh, this);
  dialog.exec();
  refresh();
}

void PlacementsPage::end() {
  EndDialog dialog(m_workspace, current(), this);
  if (dialog.exec() != QDialog::Accepted) return;
  emit saved(tr("The placement was ended"));
  refresh();
}

}  // namespace homeward::ui
