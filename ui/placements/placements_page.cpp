#include "placements/placements_page.h"

#include <QAction>
#include <QCheckBox>
#include <QPushButton>

#include "app/law_of_placement.h"
#include "app/placement_record.h"
#include "deciding/breach_dialogs.h"
#include "placements/contract_dialog.h"
#include "placements/contract_parts.h"
#include "placements/law_dialog.h"
#include "placements/placement_dialogs.h"
#include "placements/placement_editor.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

std::vector<DetailPart> partsOf(const app::PlacementCase& placed) {
  DetailPart stay{QObject::tr("Stay"), {rangeText(placed.line.placement.stay), QObject::tr("%1 a week").arg(moneyText(placed.line.aWeek))}};
  const Placement& placement = placed.line.placement;
  if (placement.plannedEnd) stay.lines << QObject::tr("planned until %1").arg(dateText(*placement.plannedEnd));
  if (placement.stay.to)
    stay.lines << (placement.endedUnplanned ? QObject::tr("left %1 after a breakdown, reason %2") : QObject::tr("left %1, reason %2"))
                      .arg(dateText(*placement.stay.to), q(placement.endReason));
  if (placement.emergencyBeyondApproval) stay.lines << QObject::tr("An emergency beyond the terms of approval");
  DetailPart terms{QObject::tr("Terms by day"), {}};
  for (const ContractTerm& term : placed.terms) terms.lines << termWords(term);
  DetailPart funding{QObject::tr("Who pays a share"), {}};
  for (const FundingShare& share : placed.funding) funding.lines << shareWords(share);
  DetailPart breaches{QObject::tr("Breaches"), {}};
  for (const Breach& breach : placed.breaches) breaches.lines << breachWords(breach);
  DetailPart clocks{QObject::tr("Clocks in law"), {}};
  for (const law::Clock& clock : placed.clocks) clocks.lines << QObject::tr("%1: %2").arg(dateText(clock.due), sentence(clock.why));
  return {stay, terms, funding, breaches, clocks};
}

}  // namespace

PlacementsPage::PlacementsPage(app::Workspace& workspace, Navigator&, QWidget* parent)
    : ListedPage(tr("Placements"), tr("No child is placed yet. Enter those whom you look after already."), parent), m_workspace(workspace) {
  table()->columns().setKey(QStringLiteral("placements"));
  table()->columns().setGivingWay({2, 5});  // the provider, the miles: both stand at the right
  m_ended = new QCheckBox(tr("Show those that have ende&d"));
  connect(m_ended, &QCheckBox::toggled, this, [this](bool on) { m_currentOnly = !on, refresh(); });
  head()->addAction(m_ended);
  m_enter = ListedPage::addAct(tr("New p&lacement…"), true);
  m_enter->setToolTip(tr("A child who is there already"));
  m_contract = addLineAct(tr("&Contract…"));
  m_contract->setToolTip(tr("Prices and who pays: Enter on a line"));
  m_correct = addLineAct(tr("C&orrect…"));
  m_end = addLineAct(tr("E&nd the placement…"));
  m_breaches = addLineAct(tr("&Breaches…"));
  m_law = addLineAct(tr("The la&w…"));
  connect(m_law, &QPushButton::clicked, this, &PlacementsPage::law);
  connect(m_enter, &QPushButton::clicked, this, &PlacementsPage::enter);
  connect(m_contract, &QPushButton::clicked, this, &PlacementsPage::contract);
  connect(m_correct, &QPushButton::clicked, this, &PlacementsPage::correct);
  connect(m_end, &QPushButton::clicked, this, &PlacementsPage::end);
  connect(m_breaches, &QPushButton::clicked, this, &PlacementsPage::breaches);
  connect(table(), &PlainTable::rowOpened, this, &PlacementsPage::contract);
  if (!workspace.readOnly()) setFirstAct(tr("New placement…"), [this] { enter(); });
  buildActs();
}

QAction* PlacementsPage::addAct(const QString& words, const QKeySequence& keys, void (PlacementsPage::*act)()) {
  auto* action = new QAction(words, this);
  action->setShortcut(keys);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(action, &QAction::triggered, this, act);
  QWidget::addAction(action);
  m_actions << action;
  return action;
}

void PlacementsPage::buildActs() {
  m_enter->setEnabled(!m_workspace.readOnly());
  m_contractAct = addAct(tr("Contract: prices and who pays…"), {}, &PlacementsPage::contract);
  m_priceAct = addAct(tr("Change a price…"), {}, &PlacementsPage::changePrice);
  m_correctAct = addAct(tr("Correct the placement…"), QKeySequence("Ctrl+E"), &PlacementsPage::correct);
  m_endAct = addAct(tr("End the placement…"), {}, &PlacementsPage::end);
  m_takeOutAct = addAct(tr("Take the placement out…"), {}, &PlacementsPage::takeOut);
  m_breachesAct = addAct(tr("Breaches of the law…"), {}, &PlacementsPage::breaches);
  m_lawAct = addAct(tr("What the law says of the placement…"), {}, &PlacementsPage::law);
}

bool PlacementsPage::doPrimary() {
  enter();
  return true;
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

void PlacementsPage::allowActs(const app::PlacementCase* placed) {
  const bool mayWrite = placed != nullptr && !m_workspace.readOnly();
  const QString why = placed == nullptr ? tr("Choose a placement first")
                      : mayWrite        ? QString()
                                        : tr("The case file is open for reading only");
  const bool ended = placed != nullptr && placed->line.placement.stay.to.has_value();
  const QString whyNoEnd =
      mayWrite && ended ? tr("It ended on %1: correct it if that is wrong").arg(dateText(*placed->line.placement.stay.to)) : why;
  const auto allow = [](QPushButton* button, QAction* act, bool may, const QString& reason, const QString& usual = {}) {
    button->setEnabled(may);
    act->setEnabled(may);
    button->setToolTip(may ? usual : reason);
    act->setStatusTip(may ? QString() : reason);
  };
  allow(m_contract, m_contractAct, placed != nullptr, why, tr("Prices and who pays: Enter on a line"));
  allow(m_correct, m_correctAct, mayWrite, why, tr("What was entered wrongly: Ctrl+E"));
  allow(m_end, m_endAct, mayWrite && !ended, whyNoEnd);
  allow(m_breaches, m_breachesAct, placed != nullptr, why);
  allow(m_law, m_lawAct, placed != nullptr, why, tr("Each rule, judged on the day of arrival"));
  m_priceAct->setEnabled(mayWrite);
  m_takeOutAct->setEnabled(mayWrite);
}

QString PlacementsPage::about(const app::PlacementCase& placed) const {
  return tr("%1 at %2").arg(q(namesHidden() ? placed.line.childNumber : placed.line.child), q(placed.line.setting));
}

void PlacementsPage::showCurrent() {
  if (!current().stored()) {
    allowActs(nullptr);
    return tell({}, {});
  }
  const auto placed = app::placementCase(m_workspace, current());
  allowActs(placed ? &*placed : nullptr);
  if (!placed) return tell(q(placed.error().detail), {});
  tell(about(*placed), partsOf(*placed));
}

void PlacementsPage::enter() {
  if (m_workspace.readOnly()) return;
  PlacementEditor editor(m_workspace, Placement{}, namesHidden(), this);
  if (editor.exec() != QDialog::Accepted) return;
  emit saved(tr("The placement is on record"));
  refresh();
  show(editor.saved());
  recordBreachesOf(editor.saved());
}

void PlacementsPage::correct() {
  const auto placement = m_workspace.file().placements().get(current());
  if (!placement || m_workspace.readOnly()) return;
  PlacementEditor editor(m_workspace, *placement, namesHidden(), this);
  if (editor.exec() != QDialog::Accepted) return;
  emit saved(tr("The placement was corrected"));
  refresh();
  recordBreachesOf(placement->id);
}

/// What the law says no to is put on record as a breach, one rule after the other; whoever cancels can do it later.
void PlacementsPage::recordBreachesOf(PlacementId id) {
  const auto placement = m_workspace.file().placements().get(id);
  if (!placement) return;
  const auto against = app::rulesAgainst(m_workspace, *placement);
  if (!against) return;
  for (const app::RuleAgainst& rule : *against) {
    Breach fresh;
    fresh.rule = rule.rule;
    fresh.placement = id;
    fresh.referral = placement->referral;
    fresh.from = placement->stay.from;
    if (BreachDialog(m_workspace, fresh, this).exec() != QDialog::Accepted) break;
  }
  if (!against->empty()) refresh();
}

void PlacementsPage::takeOut() {
  const auto placed = app::placementCase(m_workspace, current());
  if (!placed || m_workspace.readOnly()) return;
  QString words = tr("%1, %2. For a placement that never was: it goes with its prices and shares, and stays in the report as it was known "
                     "before. An end is entered with “End the placement…” instead.")
                      .arg(about(*placed), rangeText(placed->line.placement.stay));
  if (placed->line.placement.decision)
    words += QLatin1Char(' ') + tr("Its referral is decided again. If its start ended another placement, correct the end of that one.");
  ReasonDialog dialog(
      {tr("Take the placement out"), words, tr("Wh&y it never was"), tr("&Take it out")},
      [this, id = current()](const std::string& reason) { return app::takeOutPlacement(m_workspace, id, reason); }, this);
  if (dialog.exec() != QDialog::Accepted) return;
  emit saved(tr("The placement was taken out"));
  refresh();
}

void PlacementsPage::contract() {
  const auto placed = app::placementCase(m_workspace, current());
  if (!placed) return;
  ContractDialog dialog(m_workspace, current(), about(*placed), this);
  dialog.exec();
  if (!dialog.changed()) return;
  emit saved(tr("The contract was changed"));
  refresh();
}

void PlacementsPage::changePrice() {
  if (!current().stored() || m_workspace.readOnly()) return;
  PriceDialog dialog(m_workspace, current(), {}, this);
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
  BreachesDialog dialog(m_workspace, about(*placed), fresh, this);
  dialog.exec();
  refresh();
}

void PlacementsPage::law() {
  const auto placed = app::placementCase(m_workspace, current());
  if (!placed) return;
  auto findings = app::lawOf(m_workspace, placed->line.placement);
  if (!findings) return showTrouble(q(findings.error().detail));
  LawDialog(about(*placed), placed->line.placement.stay.from, *std::move(findings), this).exec();
}

void PlacementsPage::end() {
  if (!current().stored() || !m_endAct->isEnabled()) return;
  EndDialog dialog(m_workspace, current(), this);
  if (dialog.exec() != QDialog::Accepted) return;
  emit saved(tr("The placement was ended"));
  refresh();
}

}  // namespace homeward::ui
