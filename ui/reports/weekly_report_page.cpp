#include "reports/weekly_report_page.h"

#include <QAction>
#include <QDateEdit>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/export_report.h"
#include "print/cell_text.h"
#include "reports/charts.h"
#include "reports/placements_behind.h"
#include "reports/report_table_model.h"
#include "reports/report_view.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr Date firstDay = date(2000, 1, 3);
constexpr std::chrono::days yearAhead{52 * 7};

const reports::Table* tableOf(const reports::Report& report, std::string_view key) {
  for (const auto& table : report.tables)
    if (table.key == key) return &table;
  return nullptr;
}

std::string labelOf(const reports::PlacementFacts& facts, const std::string& table) {
  if (table == "bySettingType") return wording::label("settingType", text(facts.settingType));
  if (table == "byProviderType") return wording::label("sector", text(facts.sector));
  if (table == "byTeam") return facts.teamName.empty() ? wording::sentence({"report.noTeam", {}}) : facts.teamName;
  return {};
}

QWidget* pane(SectionHead* head, QWidget* body) {
  auto* surface = new Surface(Surface::Ground::base);
  auto* column = new QVBoxLayout(surface);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  head->setContentsMargins(px(16), px(6), px(14), px(6));
  column->addWidget(head);
  column->addWidget(body, 1);
  return surface;
}

}  // namespace

std::vector<std::size_t> behindRow(const app::WeekReport& report, const std::string& table, const QString& label) {
  std::vector<std::size_t> which;
  const auto* own = tableOf(report.report, table);
  const bool all = own == nullptr || own->totals.empty() || label == cellText(own->totals.front(), reports::ColumnKind::words);
  for (std::size_t i = 0; i < report.cost.placements.size(); ++i)
    if (all || label == q(labelOf(report.facts[report.cost.placements[i].placement], table))) which.push_back(i);
  return which;
}

WeeklyReportPage::WeeklyReportPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_navigator(navigator), m_week(isoWeek(workspace.today())) {
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  buildHead();
  buildFigures();
  buildPanes();
  buildActions();
  m_listening = m_workspace.listen([this](const std::vector<store::Changed>&) { m_stale = true; });
}

WeeklyReportPage::~WeeklyReportPage() { m_workspace.forget(m_listening); }

void WeeklyReportPage::buildHead() {
  m_head = new PageHead;
  m_head->setTitle(tr("Weekly report"));
  auto* before = makeButton({}, ButtonKind::plain, QStringLiteral("chevron-left"));
  before->setAccessibleName(tr("The week before"));
  before->setToolTip(tr("The week before (Alt+Left)"));
  m_next = makeButton({}, ButtonKind::plain, QStringLiteral("chevron-right"));
  m_next->setAccessibleName(tr("The week after"));
  m_next->setToolTip(tr("The week after (Alt+Right)"));
  m_day = new QDateEdit;
  m_day->setAccessibleName(tr("Show the week of this day"));
  m_day->setDisplayFormat(QStringLiteral("dd/MM/yyyy"));
  m_day->setCalendarPopup(true);
  m_day->setKeyboardTracking(false);  // a week is counted once the whole day is typed
  m_day->setDateRange(toQDate(firstDay), toQDate(*daysOf(lastWeek()).to - std::chrono::days{1}));
  m_day->setDate(toQDate(m_workspace.today()));
  m_day->setToolTip(tr("Any day up to %1").arg(dateText(fromQDate(m_day->maximumDate()))));
  auto* ofDay = new QLabel(tr("&Week of"));
  ofDay->setBuddy(m_day);
  auto* look = makeButton(tr("&Preview"), ButtonKind::plain);
  auto* csv = makeButton(tr("&CSV…"), ButtonKind::plain);
  auto* xlsx = makeButton(tr("&XLSX…"), ButtonKind::plain);
  auto* pdf = makeButton(tr("P&DF for finance…"), ButtonKind::primary);
  for (QWidget* control :
       {static_cast<QWidget*>(before), static_cast<QWidget*>(ofDay), static_cast<QWidget*>(m_day), static_cast<QWidget*>(m_next),
        static_cast<QWidget*>(look), static_cast<QWidget*>(csv), static_cast<QWidget*>(xlsx), static_cast<QWidget*>(pdf)})
    m_head->addAction(control);
  layout()->addWidget(m_head);
  m_trouble = new Banner(Banner::Kind::problem);
  m_trouble->hide();
  layout()->addWidget(m_trouble);
  connect(before, &QPushButton::clicked, this, [this] { showWeek(previous(m_week)); });
  connect(m_next, &QPushButton::clicked, this, [this] { showWeek(next(m_week)); });
  connect(m_day, &QDateEdit::dateChanged, this, [this](QDate day) {
    if (const IsoWeek wanted = isoWeek(fromQDate(day)); wanted != m_week) showWeek(wanted);
  });
  connect(look, &QPushButton::clicked, this, &WeeklyReportPage::preview);
  connect(csv, &QPushButton::clicked, this, [this] { save(QStringLiteral("csv")); });
  connect(xlsx, &QPushButton::clicked, this, [this] { save(QStringLiteral("xlsx")); });
  connect(pdf, &QPushButton::clicked, this, [this] { save(QStringLiteral("pdf")); });
}

void WeeklyReportPage::buildFigures() { layout()->addWidget(figureStrip(4, m_figures)); }

void WeeklyReportPage::buildPanes() {
  m_groups = new ReportTableModel(this);
  m_high = new ReportTableModel(this);
  m_changesTable = new ReportTableModel(this);
  m_weeksTable = new ReportTableModel(this);
  m_groupView = reportView(m_groups, tr("Cost of the week by group"));
  m_groupView->setAccessibleDescription(tr("Enter opens the placements behind a row"));
  columnsOf(*m_groupView).setGivingWay({3, 2});  // the bar, which says again what the cost says; the change in children
  m_highView = reportView(m_high, tr("The dearest placements"));
  m_highView->setAccessibleDescription(tr("Enter opens the placement's terms"));
  columnsOf(*m_highView).setGivingWay({3, 1});  // the provider, the age
  m_changesView = reportView(m_changesTable, tr("What changed, as a table"));
  m_waterfall = new WaterfallChart;
  m_line = new WeeksChart;

  const auto head = [](const QString& title) { return new SectionHead(title); };
  m_groupsHead = head(tr("Cost"));
  m_groupings = new FilterChips;
  fillGroupings();
  m_groupsHead->addRight(m_groupings);
  m_groupsHead->addRight(columnsOf(*m_groupView).button({}));
  connect(m_groupings, &FilterChips::chosen, this, [this](const QString& key) {
    m_grouping = utf8(key);
    fillTables();
  });
  m_highHead = head(tr("High cost"));
  m_highHead->addRight(columnsOf(*m_highView).button({}));
  m_changesHead = head(tr("What changed"));
  m_weeksHead = head(tr("Cost of recent weeks"));
  const auto twoViews = [this](SectionHead* of, QWidget* picture, QWidget* table) {
    auto* stack = new QStackedWidget;
    stack->addWidget(picture);
    stack->addWidget(table);
    auto* turn = makeButton(tr("As a table"), ButtonKind::link);
    turn->setAccessibleName(tr("Show as a table or as a picture"));
    of->addRight(turn);
    connect(turn, &QPushButton::clicked, this, [stack, turn] {
      stack->setCurrentIndex(1 - stack->currentIndex());
      turn->setText(stack->currentIndex() == 0 ? WeeklyReportPage::tr("As a table") : WeeklyReportPage::tr("As a picture"));
    });
    return stack;
  };
  m_changes = twoViews(m_changesHead, m_waterfall, m_changesView);
  m_weeks = twoViews(m_weeksHead, m_line, reportView(m_weeksTable, tr("Cost of recent weeks, as a table")));

  auto* left = new QSplitter(Qt::Vertical);
  left->addWidget(pane(m_groupsHead, m_groupView));
  left->addWidget(pane(m_highHead, m_highView));
  auto* right = new QSplitter(Qt::Vertical);
  right->addWidget(pane(m_changesHead, m_changes));
  right->addWidget(pane(m_weeksHead, m_weeks));
  auto* across = new QSplitter(Qt::Horizontal);
  across->addWidget(left);
  across->addWidget(right);
  across->setStretchFactor(0, 57);
  across->setStretchFactor(1, 43);
  for (auto* splitter : {left, right, across}) {
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(px(7));
  }
  static_cast<QVBoxLayout*>(layout())->addWidget(across, 1);
  m_how = new TextLabel({}, Type::second, Ink::text2);
  m_how->setWrapped(true);
  m_how->setContentsMargins(px(16), px(6), px(16), px(6));
  layout()->addWidget(m_how);
  for (QTableView* view : {m_groupView, m_highView, m_changesView}) connect(&columnsOf(*view), &TableColumns::copied, this, &Page::saved);
  connect(m_groupView, &QTableView::activated, this, &WeeklyReportPage::openGroup);
  connect(m_highView, &QTableView::activated, this, &WeeklyReportPage::openHighCost);
  connect(m_changesView, &QTableView::activated, this, &WeeklyReportPage::openChange);
}

void WeeklyReportPage::buildActions() {
  const auto add = [this](const QString& words, const QKeySequence& keys, auto act) {
    auto* action = new QAction(words, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    m_actions << action;
  };
  add(tr("The week before"), QKeySequence(Qt::ALT | Qt::Key_Left), [this] { showWeek(previous(m_week)); });
  add(tr("The week after"), QKeySequence(Qt::ALT | Qt::Key_Right), [this] {
    if (m_next->isEnabled()) showWeek(next(m_week));
  });
  add(tr("Back to this week"), QKeySequence(Qt::ALT | Qt::Key_Home), [this] { showWeek(isoWeek(m_workspace.today())); });
  add(tr("Preview..."), QKeySequence(Qt::CTRL | Qt::Key_P), [this] { preview(); });
  add(tr("Export as PDF..."), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { save(QStringLiteral("pdf")); });
  add(tr("Export as PDF with every placement..."), {}, [this] { save(QStringLiteral("pdf"), Appendix::printed); });
  add(tr("Export as XLSX..."), {}, [this] { save(QStringLiteral("xlsx")); });
  add(tr("Export as CSV..."), {}, [this] { save(QStringLiteral("csv")); });
  add(tr("All placements of the week..."), {}, [this] {
    if (m_report) behind(tr("The whole week"), behindRow(*m_report, {}, {}));
  });
}

QWidget* WeeklyReportPage::firstFocus() { return m_groupView; }
QList<QWidget*> WeeklyReportPage::panes() {
  return {m_groupView, m_changes->currentWidget() == m_changesView ? static_cast<QWidget*>(m_changesView) : m_day, m_highView};
}

bool WeeklyReportPage::doPrimary() {
  save(QStringLiteral("pdf"));
  return true;
}

void WeeklyReportPage::refresh() {
  if (m_stale) count();
}

IsoWeek WeeklyReportPage::lastWeek() const { return isoWeek(m_workspace.today() + yearAhead); }

void WeeklyReportPage::showWeek(IsoWeek week) {
  m_week = std::min(week, lastWeek());
  if (isoWeek(fromQDate(m_day->date())) != m_week) {
    const QSignalBlocker quiet(m_day);
    m_day->setDate(toQDate(monday(m_week)));
  }
  count();
}

void WeeklyReportPage::count() {
  auto report = app::weekReport(m_workspace, m_week);
  if (!report) return trouble(q(report.error().detail));
  trouble({});
  m_stale = false;
  m_report = *std::move(report);
  m_head->setSubtitle(q(m_report->report.period));
  m_head->setNote(asAtText(m_report->report.asAt) + QStringLiteral("\n") +
                  (m_report->report.filters.empty() ? tr("no filter") : q(m_report->report.filters)));
  m_next->setEnabled(m_week < lastWeek());
  m_next->setToolTip(m_next->isEnabled() ? tr("The week after (Alt+Right)")
                                         : tr("Later weeks are not counted: more than a year ahead contracts say little"));
  m_how->setText(tr("How counted: %1").arg(q(m_report->report.howCounted)));
  fillFigures();
  fillGroupings();
  fillTables();
  fillChanges();
  fillWeeks();
  emit statusChanged(plural(m_report->cost.childrenHere, tr("child"), tr("children")), tr("Enter opens a row: where it came from"));
}

void WeeklyReportPage::fillFigures() {
  const auto& cost = m_report->cost;
  const Money change = cost.total - cost.lastWeek;
  const auto put = [this](int at, const QString& number, const QString& words) {
    m_figures[at].number->setText(number);
    m_figures[at].words->setText(words);
  };
  put(0, wholePoundsText(cost.total), tr("whole cost of the week"));
  QString by;
  if (cost.lastWeek.pence != 0) {
    const double percent = 100.0 * static_cast<double>(change.pence) / static_cast<double>(cost.lastWeek.pence);
    by = (percent >= 0 ? tr(", up %1%") : tr(", down %1%")).arg(QString::number(std::abs(percent), 'f', 1));
  }
  put(1, (change.pence > 0 ? QStringLiteral("+") : QString()) + wholePoundsText(change),
      tr("against week %1").arg(previous(m_week).week) + by);
  const auto more = cost.childrenHere - cost.childrenHereLastWeek;
  const auto moved = more == 0 ? tr("as many as last week") : more > 0 ? tr("%1 more").arg(more) : tr("%1 fewer").arg(-more);
  put(2, cost.childrenHere > 0 ? wholePoundsText(Money{cost.total.pence / cost.childrenHere}) : tr("none"),
      tr("average for a child; %1, %2").arg(plural(cost.childrenHere, tr("child"), tr("children")), moved));
  const auto* high = tableOf(m_report->report, "highCost");
  const auto count = high != nullptr ? static_cast<std::int64_t>(high->rows.size()) : 0;
  put(3, plural(count, tr("placement"), tr("placements")), tr("at %1 a week and more").arg(wholePoundsText(reports::highCostLimit)));
}

void WeeklyReportPage::fillGroupings() {
  const auto rows = [this](std::string_view key) {
    const auto* table = m_report ? tableOf(m_report->report, key) : nullptr;
    return table == nullptr ? -1 : static_cast<int>(table->rows.size());
  };
  m_groupings->setChoices({{QStringLiteral("bySettingType"), tr("Setting type")},
                           {QStringLiteral("byProviderType"), tr("Provider")},
                           {QStringLiteral("byTeam"), tr("Team")},
                           {QStringLiteral("byFunder"), tr("Who pays")},
                           {QStringLiteral("starts"), tr("Started"), rows("starts")},
                           {QStringLiteral("ends"), tr("Ended"), rows("ends")}},
                          q(m_grouping));
}

void WeeklyReportPage::fillTables() {
  if (!m_report) return;
  const bool byGroup = m_grouping == "bySettingType" || m_grouping == "byProviderType" || m_grouping == "byTeam";
  const auto* table = tableOf(m_report->report, m_grouping);
  if (table != nullptr) m_groups->setTable(*table, byGroup ? std::optional(ReportTableModel::Bar{3, 4}) : std::nullopt);
  // The chips say what is shown; the head is no wider than they leave it at large text.
  const bool comings = m_grouping == "starts" || m_grouping == "ends";
  m_groupsHead->setWords(comings && m_groups->table().rows.empty() ? tr("nobody") : QString());
  const auto* high = tableOf(m_report->report, "highCost");
  if (high == nullptr) return;
  m_high->setTable(*high);
  Money together;
  for (const auto& row : high->rows)
    if (const auto* rate = row.size() > 5 ? std::get_if<Money>(&row[5]) : nullptr) together += *rate;
  m_highHead->setWords(tr("%1 a week and more: %2; together %3")
                           .arg(wholePoundsText(reports::highCostLimit),
                                plural(static_cast<std::int64_t>(high->rows.size()), tr("child"), tr("children")),
                                wholePoundsText(together)));
}

void WeeklyReportPage::fillChanges() {
  const auto& cost = m_report->cost;
  std::vector<WaterfallChart::Step> steps;
  for (const auto& change : cost.changes)
    steps.push_back({q(wording::sentence({"report.change." + std::string(text(change.reason)), {}})),
                     plural(change.children, tr("child"), tr("children")), change.amount});
  m_waterfall->set(tr("Week %1").arg(previous(m_week).week), cost.lastWeek, std::move(steps), tr("Week %1").arg(m_week.week), cost.total);
  m_changesHead->setWords(m_waterfall->start().pence > 0
                              ? tr("the axis starts at %1, so look at the steps").arg(wholePoundsText(m_waterfall->start()))
                              : QString());
  if (const auto* table = tableOf(m_report->report, "changes")) m_changesTable->setTable(*table);
}

void WeeklyReportPage::fillWeeks() {
  auto weeks = app::costByWeek(m_workspace, m_week, weeksShown);
  if (!weeks) return trouble(q(weeks.error().detail));
  reports::Table table;
  table.key = "weeks";
  table.columns = {{utf8(tr("Week")), reports::ColumnKind::words},
                   {utf8(tr("From")), reports::ColumnKind::day},
                   {utf8(tr("Whole cost")), reports::ColumnKind::amount}};
  for (auto at = weeks->rbegin(); at != weeks->rend(); ++at)
    table.rows.push_back({utf8(tr("Week %1").arg(at->first.week)), monday(at->first), at->second});
  m_weeksTable->setTable(std::move(table));
  m_line->set(*std::move(weeks));
  m_weeksHead->setWords(tr("the last %1 weeks; no forecast yet").arg(weeksShown));
}

void WeeklyReportPage::openGroup() {
  const int row = reportRow(*m_groupView);
  if (!m_report || row < 0) return;
  const auto label = m_groups->index(row, 0).data().toString();
  if (m_grouping == "starts" || m_grouping == "ends") {
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < m_report->cost.placements.size(); ++i)
      if (m_grouping == "starts" ? m_report->cost.placements[i].started : m_report->cost.placements[i].ended) which.push_back(i);
    return behind(label, {which.at(static_cast<std::size_t>(row))});
  }
  // A funder pays a share of every placement.
  behind(label, behindRow(*m_report, m_grouping == "byFunder" ? std::string() : m_grouping, label));
}

void WeeklyReportPage::openHighCost() {
  const int row = reportRow(*m_highView);
  if (!m_report || row < 0) return;
  const auto number = m_high->index(row, 0).data().toString();
  std::vector<std::size_t> which;
  for (std::size_t i = 0; i < m_report->cost.placements.size(); ++i) {
    const auto& line = m_report->cost.placements[i];
    const auto& facts = m_report->facts[line.placement];
    const bool high = line.here && reports::weeklyRateOn(facts, *daysOf(m_week).to - std::chrono::days{1}, m_report->report.asAt) >=
                                       reports::highCostLimit;
    if (high && (m_high->isTotals(row) || q(facts.childNumber) == number)) which.push_back(i);
  }
  behind(m_high->isTotals(row) ? tr("High cost") : number, std::move(which));
}

void WeeklyReportPage::openChange() {
  const int row = reportRow(*m_changesView);
  if (!m_report || row < 0) return;
  const auto at = static_cast<std::size_t>(row) - 1;  // the first row is last week's cost
  std::vector<std::size_t> which;
  const bool whole = row == 0 || at >= m_report->cost.changes.size();
  for (std::size_t i = 0; i < m_report->cost.placements.size(); ++i)
    if (whole || m_report->cost.placements[i].change == m_report->cost.changes[at].reason) which.push_back(i);
  behind(m_changesTable->index(row, 0).data().toString(), std::move(which));
}

void WeeklyReportPage::behind(const QString& figure, std::vector<std::size_t> which) {
  PlacementsBehind dialog(figure, *m_report, std::move(which), this);
  std::optional<PlacementId> wanted;
  connect(&dialog, &PlacementsBehind::placementWanted, &dialog, [&](PlacementId placement) {
    wanted = placement;
    dialog.accept();
  });
  dialog.exec();
  if (wanted) m_navigator.openPlacement(*wanted);
}

void WeeklyReportPage::preview() {
  if (m_report) previewReport(m_report->report, this);
}

void WeeklyReportPage::save(const QString& kind, Appendix appendix) {
  if (!m_report) return;
  const auto suggested = QStringLiteral("weekly-cost-%1.%2").arg(q(isoWeekText(m_week)), kind);
  const auto path =
      QFileDialog::getSaveFileName(this, tr("Save the weekly report"), suggested, QStringLiteral("%1 (*.%2)").arg(kind.toUpper(), kind));
  if (path.isEmpty()) return;
  QString problem;
  if (kind == QLatin1String("pdf")) {
    if (const auto done = writeReportPdf(m_report->report, path, appendix); !done) problem = q(done.error().detail);
  } else {
    const auto format = kind == QLatin1String("csv") ? app::ExportFormat::csv : app::ExportFormat::xlsx;
    if (const auto done = app::exportReport(m_report->report, utf8(path), format); !done) problem = q(done.error().detail);
  }
  trouble(problem);
  if (problem.isEmpty()) emit saved(tr("Report saved %1").arg(timeText(m_workspace.now())));
}

void WeeklyReportPage::trouble(const QString& words) {
  m_trouble->setText(words);
  m_trouble->setVisible(!words.isEmpty());
}

}  // namespace homeward::ui
