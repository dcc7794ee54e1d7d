#include "reports/round_report_page.h"

#include <QAction>
#include <QDateEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "app/export_report.h"
#include "print/cell_text.h"
#include "reports/report_table_model.h"
#include "reports/report_view.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/table_columns.h"

namespace homeward::ui {
namespace {

constexpr Date firstDay = date(2000, 1, 1);

const reports::Table* tableOf(const reports::Report& report, std::string_view key) {
  for (const auto& table : report.tables)
    if (table.key == key) return &table;
  return nullptr;
}

/// What a cell says, or "none" where there is no figure.
QString figureOf(const reports::Table* table, std::size_t row, std::size_t column) {
  if (table == nullptr) return {};
  const auto& cells = row < table->rows.size() ? table->rows[row] : table->totals;
  if (column >= cells.size() || std::holds_alternative<std::monostate>(cells[column])) return RoundReportPage::tr("none");
  return cellText(cells[column], table->columns[column].kind);
}

QDateEdit* dayField(const QString& name) {
  auto* day = new QDateEdit;
  day->setAccessibleName(name);
  day->setDisplayFormat(QStringLiteral("dd/MM/yyyy"));
  day->setCalendarPopup(true);
  day->setKeyboardTracking(false);  // counted once the whole day is typed
  return day;
}

/// The referrals behind a figure, each to be opened.
std::optional<ReferralId> chooseBehind(const QString& figure, const reports::RoundReport& round, const std::vector<std::size_t>& which,
                                       QWidget* parent) {
  QDialog dialog(parent);
  dialog.setWindowTitle(RoundReportPage::tr("Where it came from: %1").arg(figure));
  dialog.resize(px(1080), px(480));
  auto* page = new QVBoxLayout(&dialog);
  page->addWidget(new SectionHead(figure, plural(std::ssize(which), RoundReportPage::tr("referral"), RoundReportPage::tr("referrals"))));
  auto* model = new ReportTableModel(&dialog);
  model->setTable(searchesTable(round, which));
  auto* view = reportView(model, RoundReportPage::tr("Referrals behind this figure"), &dialog);
  page->addWidget(view);
  auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
  auto* open = box->addButton(RoundReportPage::tr("&Open the referral"), QDialogButtonBox::ActionRole);
  open->setEnabled(!which.empty());
  if (which.empty()) open->setToolTip(RoundReportPage::tr("No referral stands behind this figure"));
  page->addWidget(box);
  std::optional<ReferralId> wanted;
  const auto choose = [&] {
    const int row = reportRow(*view);
    if (row < 0 || static_cast<std::size_t>(row) >= which.size()) return;
    wanted = round.counted[which[static_cast<std::size_t>(row)]].id;
    dialog.accept();
  };
  QObject::connect(box, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
  QObject::connect(open, &QPushButton::clicked, &dialog, choose);
  QObject::connect(view, &QTableView::activated, &dialog, choose);
  if (!which.empty()) view->setCurrentIndex(view->model()->index(0, 0));
  view->setFocus();
  dialog.exec();
  return wanted;
}

}  // namespace

reports::Table searchesTable(const reports::RoundReport& round, const std::vector<std::size_t>& which) {
  const reports::Table* all = tableOf(round.report, "referrals");
  reports::Table table = all == nullptr ? reports::Table{} : *all;
  table.key = "searchesBehind";
  std::vector<std::vector<reports::Cell>> rows;
  for (const std::size_t i : which) rows.push_back(table.rows.at(i));
  table.rows = std::move(rows);
  return table;
}

RoundReportPage::RoundReportPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_navigator(navigator) {
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  buildHead();
  buildFigures();
  buildTable();
  buildActions();
  m_listening = m_workspace.listen([this](const std::vector<store::Changed>&) { m_stale = true; });
}

RoundReportPage::~RoundReportPage() { m_workspace.forget(m_listening); }

void RoundReportPage::buildHead() {
  m_head = new PageHead;
  m_head->setTitle(title());
  const DateRange year = app::lastTwelveMonths(m_workspace.today());
  m_from = dayField(tr("The first day on which a counted referral was entered"));
  m_to = dayField(tr("The last day on which a counted referral was entered"));
  for (QDateEdit* day : {m_from, m_to}) day->setDateRange(toQDate(firstDay), toQDate(m_workspace.today()));
  m_from->setDate(toQDate(year.from));
  m_to->setDate(toQDate(m_workspace.today()));
  auto* from = new QLabel(tr("Entered fro&m"));
  from->setBuddy(m_from);
  auto* to = new QLabel(tr("t&o"));
  to->setBuddy(m_to);
  auto* look = makeButton(tr("&Preview"), ButtonKind::plain);
  auto* csv = makeButton(tr("&CSV…"), ButtonKind::plain);
  auto* xlsx = makeButton(tr("&XLSX…"), ButtonKind::primary);
  for (QWidget* control :
       {static_cast<QWidget*>(from), static_cast<QWidget*>(m_from), static_cast<QWidget*>(to), static_cast<QWidget*>(m_to),
        static_cast<QWidget*>(look), static_cast<QWidget*>(csv), static_cast<QWidget*>(xlsx)})
    m_head->addAction(control);
  layout()->addWidget(m_head);
  m_trouble = new Banner(Banner::Kind::problem);
  m_trouble->hide();
  layout()->addWidget(m_trouble);
  connect(m_from, &QDateEdit::dateChanged, this, &RoundReportPage::count);
  connect(m_to, &QDateEdit::dateChanged, this, &RoundReportPage::count);
  connect(look, &QPushButton::clicked, this, &RoundReportPage::preview);
  connect(csv, &QPushButton::clicked, this, [this] { save(QStringLiteral("csv")); });
  connect(xlsx, &QPushButton::clicked, this, [this] { save(QStringLiteral("xlsx")); });
}

void RoundReportPage::buildFigures() { layout()->addWidget(figureStrip(4, m_figures)); }

void RoundReportPage::buildTable() {
  auto* ground = new Surface(Surface::Ground::base);
  auto* column = new QVBoxLayout(ground);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_table = new ReportTableModel(this);
  m_view = reportView(m_table, tr("Figures of the searches"));
  m_view->setAccessibleDescription(tr("Enter opens the referrals behind a row"));
  m_chips = new FilterChips;
  m_tableHead = new SectionHead({});
  m_tableHead->setContentsMargins(px(16), px(6), px(14), px(6));
  m_tableHead->addRight(columnsOf(*m_view).button({}));
  auto* chips = new QHBoxLayout;
  chips->setContentsMargins(px(16), px(6), px(16), 0);
  chips->addWidget(m_chips, 1);
  m_note = new TextLabel({}, Type::second, Ink::text2);
  m_note->setWrapped(true);
  m_note->setContentsMargins(px(16), px(6), px(16), 0);
  m_how = new TextLabel({}, Type::second, Ink::text2);
  m_how->setWrapped(true);
  m_how->setContentsMargins(px(16), px(6), px(16), px(6));
  column->addLayout(chips);
  column->addWidget(m_tableHead);
  column->addWidget(m_view, 1);
  column->addWidget(m_note);
  static_cast<QVBoxLayout*>(layout())->addWidget(ground, 1);
  layout()->addWidget(m_how);
  connect(m_chips, &FilterChips::chosen, this, [this](const QString& key) {
    m_shown = utf8(key);
    fillChips();
    fillTable();
  });
  connect(&columnsOf(*m_view), &TableColumns::copied, this, &Page::saved);
  connect(m_view, &QTableView::activated, this, &RoundReportPage::openRow);
}

void RoundReportPage::buildActions() {
  const auto add = [this](const QString& words, const QKeySequence& keys, auto act) {
    auto* action = new QAction(words, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    m_actions << action;
  };
  add(tr("Preview..."), QKeySequence(Qt::CTRL | Qt::Key_P), [this] { preview(); });
  add(tr("Export as PDF..."), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { save(QStringLiteral("pdf")); });
  add(tr("Export as XLSX..."), {}, [this] { save(QStringLiteral("xlsx")); });
  add(tr("Export as CSV..."), {}, [this] { save(QStringLiteral("csv")); });
}

QWidget* RoundReportPage::firstFocus() { return m_view; }
QList<QWidget*> RoundReportPage::panes() { return {m_view, m_from}; }

bool RoundReportPage::doPrimary() {
  save(QStringLiteral("xlsx"));
  return true;
}

void RoundReportPage::refresh() {
  if (m_stale) count();
}

void RoundReportPage::count() {
  auto round = app::roundReport(m_workspace, {fromQDate(m_from->date()), fromQDate(m_to->date()) + std::chrono::days{1}});
  if (!round) return trouble(q(round.error().detail));
  trouble({});
  m_round = *std::move(round);
  m_stale = false;
  m_head->setSubtitle(q(m_round->report.period));
  m_how->setText(q(m_round->report.howCounted));
  fillFigures();
  fillChips();
  fillTable();
  emit statusChanged(plural(std::ssize(m_round->counted), tr("referral"), tr("referrals")), tr("Enter opens a row: where it came from"));
}

void RoundReportPage::fillFigures() {
  const auto& report = m_round->report;
  const auto put = [this](int at, const QString& number, const QString& words) {
    m_figures[at].number->setText(number);
    m_figures[at].words->setText(words);
  };
  constexpr std::size_t choice = 2;
  constexpr std::size_t decision = 3;
  constexpr std::size_t totals = 1000;
  const auto* times = tableOf(report, "times");
  put(0, figureOf(times, choice, 2), tr("days from request to choice, median of %1").arg(figureOf(times, choice, 1)));
  put(1, figureOf(times, decision, 2), tr("days from request to decision, median of %1").arg(figureOf(times, decision, 1)));
  const auto* offers = tableOf(report, "offers");
  put(2, figureOf(offers, 3, 2),
      tr("of %1 had three offers or more").arg(plural(std::ssize(m_round->counted), tr("referral"), tr("referrals"))));
  const auto* asked = tableOf(report, "asked");
  put(3, figureOf(asked, totals, 9), tr("of %1 answers that were due came in time").arg(figureOf(asked, totals, 7)));
}

void RoundReportPage::fillChips() {
  m_chips->setChoices({{QStringLiteral("times"), tr("Time to each step")},
                       {QStringLiteral("offers"), tr("Offers")},
                       {QStringLiteral("asked"), tr("Who was asked")},
                       {QStringLiteral("declines"), tr("Why not")},
                       {QStringLiteral("declinesByNeed"), tr("Why not, by need")},
                       {QStringLiteral("declinesByArea"), tr("Why not, by district")},
                       {QStringLiteral("referrals"), tr("Every referral"), static_cast<int>(m_round->counted.size())}},
                      q(m_shown));
}

void RoundReportPage::fillTable() {
  const auto* table = tableOf(m_round->report, m_shown);
  if (table == nullptr) return;
  m_table->setTable(*table);
  m_tableHead->setTitle(q(table->title));
  m_note->setText(q(table->note));
  m_note->setVisible(!table->note.empty());
  if (m_view->model()->rowCount() > 0) m_view->setCurrentIndex(m_view->model()->index(0, 0));
}

void RoundReportPage::openRow() {
  const int row = reportRow(*m_view);
  if (!m_round || row < 0) return;
  const auto& behind = m_round->behind.at(m_shown);
  if (static_cast<std::size_t>(row) >= behind.size()) return;
  const auto wanted = chooseBehind(m_table->index(row, 0).data().toString(), *m_round, behind[static_cast<std::size_t>(row)], this);
  if (wanted) m_navigator.openReferral(*wanted);
}

void RoundReportPage::preview() {
  if (m_round) previewReport(m_round->report, this);
}

void RoundReportPage::save(const QString& kind) {
  if (!m_round) return;
  const auto suggested =
      QStringLiteral("searches-%1-to-%2.%3").arg(m_from->date().toString(Qt::ISODate), m_to->date().toString(Qt::ISODate), kind);
  const auto path =
      QFileDialog::getSaveFileName(this, tr("Save how searches went"), suggested, QStringLiteral("%1 (*.%2)").arg(kind.toUpper(), kind));
  if (path.isEmpty()) return;
  QString problem;
  if (kind == QLatin1String("pdf")) {
    if (const auto done = writeReportPdf(m_round->report, path); !done) problem = q(done.error().detail);
  } else {
    const auto format = kind == QLatin1String("csv") ? app::ExportFormat::csv : app::ExportFormat::xlsx;
    if (const auto done = app::exportReport(m_round->report, utf8(path), format); !done) problem = q(done.error().detail);
  }
  trouble(problem);
  if (problem.isEmpty()) emit saved(tr("Report saved %1").arg(timeText(m_workspace.now())));
}

void RoundReportPage::trouble(const QString& words) {
  m_trouble->setText(words);
  m_trouble->setVisible(!words.isEmpty());
}

}  // namespace homeward::ui
