#include "reports/placements_behind.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "reports/report_table_model.h"
#include "reports/report_view.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

using reports::Cell;
using reports::ColumnKind;

std::string say(const char* text) { return utf8(PlacementsBehind::tr(text)); }

/// Days of the week that the stay has, or that it shares with a term.
std::optional<DateRange> daysThere(const reports::PlacementFacts& facts, const DateRange& week) {
  return intersection(facts.placement.stay, week);
}

std::vector<std::size_t> byChild(const app::WeekReport& report, std::vector<std::size_t> which) {
  std::stable_sort(which.begin(), which.end(), [&](std::size_t a, std::size_t b) {
    return report.facts[report.cost.placements[a].placement].childNumber < report.facts[report.cost.placements[b].placement].childNumber;
  });
  return which;
}

}  // namespace

reports::Table placementsTable(const app::WeekReport& report, const std::vector<std::size_t>& which) {
  reports::Table table;
  table.key = "behind";
  table.title = say("Placements behind this figure");
  table.columns = {{say("Child"), ColumnKind::words},      {say("Setting"), ColumnKind::words},    {say("Provider"), ColumnKind::words},
                   {say("Days"), ColumnKind::wholeNumber}, {say("This week"), ColumnKind::amount}, {say("Last week"), ColumnKind::amount},
                   {say("Change"), ColumnKind::amount}};
  const auto week = daysOf(report.cost.week);
  Money now;
  Money before;
  for (const auto at : byChild(report, which)) {
    const auto& line = report.cost.placements[at];
    const auto& facts = report.facts[line.placement];
    const auto there = daysThere(facts, week);
    table.rows.push_back({facts.childNumber, facts.settingName, facts.providerName, there ? std::int64_t{days(*there)} : std::int64_t{0},
                          line.net, line.lastWeekNet, line.net - line.lastWeekNet});
    now += line.net;
    before += line.lastWeekNet;
  }
  table.totals = {say("All"), Cell{}, Cell{}, Cell{}, now, before, now - before};
  return table;
}

reports::Table termsTable(const app::WeekReport& report, std::size_t which) {
  const auto& line = report.cost.placements[which];
  const auto& facts = report.facts[line.placement];
  const auto week = daysOf(report.cost.week);
  reports::Table table;
  table.key = "terms";
  table.columns = {{say("Item"), ColumnKind::words},       {say("Clause"), ColumnKind::words},    {say("Charged"), ColumnKind::words},
                   {say("Rate"), ColumnKind::amount},      {say("From"), ColumnKind::day},        {say("Until"), ColumnKind::day},
                   {say("Days"), ColumnKind::wholeNumber}, {say("This week"), ColumnKind::amount}};
  Money sum;
  for (const auto& term : facts.terms) {
    if (!term.recorded.knownAt(report.report.asAt)) continue;
    const auto part = reports::termCost(term, facts.placement.stay, week);
    if (!part) continue;
    sum += part->cost;
    table.rows.push_back({wording::label("quoteItem", text(term.item)), term.clause, say(term.once ? "once" : "a week"), term.amount,
                          term.valid.from, term.valid.to ? Cell{*term.valid.to} : Cell{}, part->days, part->cost});
  }
  table.totals = {say("All"), Cell{}, Cell{}, Cell{}, Cell{}, Cell{}, Cell{}, sum};
  table.note = say("Days of a week at a weekly rate add up to the rate to the penny; contributions are subtracted.");
  return table;
}

PlacementsBehind::PlacementsBehind(const QString& figure, const app::WeekReport& report, std::vector<std::size_t> which, QWidget* parent)
    : QDialog(parent),
      m_report(report),
      m_which(byChild(report, std::move(which))),
      m_placements(new ReportTableModel(this)),
      m_terms(new ReportTableModel(this)) {
  setWindowTitle(tr("Where it came from: %1").arg(figure));
  resize(px(900), px(620));
  auto* page = new QVBoxLayout(this);
  m_placements->setTable(placementsTable(report, m_which));
  page->addWidget(new SectionHead(figure, plural(static_cast<std::int64_t>(m_which.size()), tr("placement"), tr("placements"))));
  m_list = reportView(m_placements, tr("Placements behind this figure"));
  page->addWidget(m_list, 3);
  m_title = new TextLabel({}, Type::section);
  m_title->setStrong(true);
  page->addWidget(m_title);
  auto* terms = reportView(m_terms, tr("Terms of the selected placement"));
  page->addWidget(terms, 2);
  auto* note = new TextLabel(q(m_which.empty() ? std::string() : termsTable(report, m_which.front()).note), Type::second, Ink::text2);
  note->setWrapped(true);
  page->addWidget(note);
  auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
  auto* open = box->addButton(tr("&Open the placement"), QDialogButtonBox::ActionRole);
  page->addWidget(box);
  connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
  const auto wanted = [this] {
    const int row = reportRow(*m_list);
    if (row < 0 || m_placements->isTotals(row)) return;
    emit placementWanted(m_report.facts[m_report.cost.placements[m_which[static_cast<std::size_t>(row)]].placement].placement.id);
  };
  connect(open, &QPushButton::clicked, this, wanted);
  connect(m_list, &QTableView::activated, this, wanted);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PlacementsBehind::follow);
  if (!m_which.empty()) m_list->setCurrentIndex(m_list->model()->index(0, 0));
  follow();
  m_list->setFocus();
}

void PlacementsBehind::follow() {
  const int row = reportRow(*m_list);
  const bool any = row >= 0 && !m_placements->isTotals(row) && static_cast<std::size_t>(row) < m_which.size();
  m_title->setText(
      any ? tr("Terms of %1 at %2").arg(m_placements->index(row, 0).data().toString(), m_placements->index(row, 1).data().toString())
          : tr("Choose a placement to see its terms"));
  m_terms->setTable(any ? termsTable(m_report, m_which[static_cast<std::size_t>(row)]) : reports::Table{});
}

}  // namespace homeward::ui
