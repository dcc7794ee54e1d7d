#include "data/data_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QProgressDialog>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/open_case.h"
#include "data/person_editor.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shell/jobs.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int tableHeight = 190;
using Count = std::pair<std::string, std::int64_t>;

TextLabel* words(Ink ink = Ink::text) {
  auto* label = new TextLabel({}, Type::text, ink);
  label->setWrapped(true);
  return label;
}

QHBoxLayout* buttonRow(std::initializer_list<QPushButton*> buttons) {
  auto* row = new QHBoxLayout;
  for (QPushButton* button : buttons) row->addWidget(button);
  row->addStretch();
  return row;
}

PlainTable* table(const QString& name) {
  auto* made = new PlainTable(name);
  made->setFixedHeight(px(tableHeight));
  made->hide();
  return made;
}

/// The file read again by a reader of its own, for a thread of its own.
Result<app::ImportPreview> readBesides(store::CaseFile file, const app::Clock& clock, bool ofsted, const QString& path,
                                       const Progress& progress) {
  const auto reader = app::Workspace::over(std::move(file), clock);
  if (!reader) return failed(reader);
  return (ofsted ? app::previewOfsted : app::previewPostcodes)(**reader, path.toStdString(), progress);
}

/// Sentences one after another, by what parts them.
QString said(const std::vector<Fact>& facts, const QString& between) {
  QStringList lines;
  for (const Fact& fact : facts) lines << sentence(fact);
  return lines.join(between);
}

}  // namespace

DataPage::FileChoice DataPage::fileDialogs() {
  return {[](QWidget* parent, const QString& title) {
            return QFileDialog::getOpenFileName(parent, title, {}, DataPage::tr("Lists (*.csv *.txt);;All files (*)"));
          },
          [](QWidget* parent, const QString& title, const QString& suggested) {
            return QFileDialog::getSaveFileName(parent, title, suggested);
          }};
}

DataPage::DataPage(app::Workspace& workspace, Jobs& jobs, FileChoice files, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_jobs(jobs), m_files(std::move(files)), m_head(new PageHead) {
  m_head->setTitle(title());
  auto* body = new Surface(Surface::Ground::base);
  auto* rows = new QVBoxLayout(body);
  rows->setContentsMargins(px(20), px(12), px(20), px(12));
  rows->setSpacing(px(8));
  buildImport(*rows);
  rows->addSpacing(px(12));
  buildKeeping(*rows);
  rows->addSpacing(px(12));
  buildPeople(*rows);
  rows->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(body);
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  page->addWidget(m_head);
  page->addWidget(scroll, 1);
}

void DataPage::buildImport(QVBoxLayout& rows) {
  rows.addWidget(new SectionHead(tr("Bring a file in"), tr("it is read and shown first; nothing is written before you say so")));
  m_ofsted = makeButton(tr("&Ofsted’s list of providers…"), ButtonKind::outlined, "plus");
  m_postcodes = makeButton(tr("&Postcodes…"), ButtonKind::outlined, "plus");
  m_import = makeButton(tr("&Import"), ButtonKind::primary, "tick");
  connect(m_ofsted, &QPushButton::clicked, this, [this] { choose(Kind::ofsted); });
  connect(m_postcodes, &QPushButton::clicked, this, [this] { choose(Kind::postcodes); });
  connect(m_import, &QPushButton::clicked, this, &DataPage::import);
  rows.addLayout(buttonRow({m_ofsted, m_postcodes, m_import}));
  m_import->hide();
  m_read = words(Ink::text2);
  m_read->setText(tr("Ofsted publishes its list as CSV. Postcodes come from the ONS directory, Code-Point Open or a list of outcodes."));
  rows.addWidget(m_read);
  m_counts = table(tr("What the file holds"));
  m_errors = table(tr("Lines that cannot be used"));
  rows.addWidget(m_counts);
  rows.addWidget(m_errors);
}

void DataPage::buildKeeping(QVBoxLayout& rows) {
  rows.addWidget(new SectionHead(tr("The case file"), tr("a backup is made each day; the newest 30 are kept beside it")));
  m_holds = words();
  rows.addWidget(m_holds);
  auto* copy = makeButton(tr("&Back up now…"), ButtonKind::outlined);
  m_verify = makeButton(tr("&Check the file"), ButtonKind::outlined);
  connect(copy, &QPushButton::clicked, this, &DataPage::backUp);
  connect(m_verify, &QPushButton::clicked, this, &DataPage::verify);
  rows.addLayout(buttonRow({copy, m_verify}));
  m_sound = words();
  m_sound->hide();
  rows.addWidget(m_sound);
}

void DataPage::buildPeople(QVBoxLayout& rows) {
  rows.addWidget(new SectionHead(tr("People and teams"), tr("roles guide; they are no wall between colleagues")));
  m_staff = table(tr("People"));
  m_staff->show();
  rows.addWidget(m_staff);
  auto* add = makeButton(tr("Add a perso&n…"), ButtonKind::outlined, "plus");
  auto* change = makeButton(tr("Change the selecte&d…"), ButtonKind::outlined);
  auto* team = makeButton(tr("Add a tea&m…"), ButtonKind::outlined, "plus");
  connect(add, &QPushButton::clicked, this, [this] { editPerson(-1); });
  connect(change, &QPushButton::clicked, this, [this] {
    if (m_staff->currentRow() >= 0) editPerson(m_staff->currentRow());
  });
  connect(team, &QPushButton::clicked, this, &DataPage::addTeam);
  connect(m_staff, &PlainTable::rowOpened, this, &DataPage::editPerson);
  rows.addLayout(buttonRow({add, change, team}));
}

QWidget* DataPage::firstFocus() { return m_ofsted; }
QList<QWidget*> DataPage::panes() { return {m_ofsted, m_verify, m_staff}; }

bool DataPage::doPrimary() {
  if (m_import->isHidden() || !m_import->isEnabled()) return false;
  import();
  return true;
}

QString DataPage::told() const { return m_read->text() + '\n' + m_holds->text() + '\n' + m_sound->text(); }

void DataPage::refresh() {
  const QString path = QString::fromStdString(m_workspace.file().path().string());
  m_head->setSubtitle(path);
  const auto contents = m_workspace.file().contents();
  m_holds->setText(
      contents
          ? tr("%1: %2. %3 KB.").arg(q(contents->authority), said(app::holdings(*contents), ", "), countText(QFileInfo(path).size() / 1024))
          : q(contents.error().detail));

  auto people = app::people(m_workspace);
  auto teams = app::teams(m_workspace);
  if (!people || !teams) return;
  m_people = *std::move(people);
  const int row = m_staff->currentRow();
  const auto teamOf = [known = *std::move(teams)](const Person& person) {
    for (const Team& team : known)
      if (person.team == team.id) return q(team.name);
    return QString();
  };
  m_staff->setRows<Person>(
      m_people,
      {{tr("Name"), [](const Person& one) { return q(one.name); }, {}, false},
       {tr("Role"), [](const Person& one) { return q(wording::word("role", text(one.role))); }, {}, false},
       {tr("Team"), teamOf, {}, false},
       {tr("Agrees up to a week"), [](const Person& one) { return one.agreesUpTo ? moneyText(*one.agreesUpTo) : tr("no limit recorded"); },
        [](const Person& one) { return QVariant::fromValue<qint64>(one.agreesUpTo.value_or(Money{}).pence); }, true},
       {tr("Telephone"), [](const Person& one) { return q(one.telephone); }, {}, false},
       {tr("Works here"), [](const Person& one) { return one.active ? tr("yes") : tr("no longer"); }, {}, false}});
  m_staff->resizeColumnsToContents();
  m_staff->selectRow(std::max(row, 0));
}

void DataPage::choose(Kind kind) {
  m_kind = kind;
  const QString path = m_files.toRead(this, kind == Kind::ofsted ? tr("Ofsted’s list of providers") : tr("Postcodes"));
  if (path.isEmpty()) return;
  auto reader = m_workspace.file().besides();
  if (!reader) return showRead(failed(reader), false);
  m_read->setText(tr("Reading %1…").arg(QFileInfo(path).fileName()));
  m_import->hide();
  const auto handed = std::make_shared<store::CaseFile>(*std::move(reader));
  m_jobs.run<app::ImportPreview>(
      tr("reading %1").arg(QFileInfo(path).fileName()),
      [handed, kind, path, at = m_workspace.now()](const Progress& progress) {
        return readBesides(
            std::move(*handed), [at] { return at; }, kind == Kind::ofsted, path, progress);
      },
      [this](Result<app::ImportPreview> read) { showRead(std::move(read), false); });
}

void DataPage::showRead(Result<app::ImportPreview> read, bool written) {
  m_preview.reset();
  if (!read) {
    m_read->setText(tr("Nothing was written. %1").arg(q(read.error().detail)));
    for (QWidget* part : {static_cast<QWidget*>(m_counts), static_cast<QWidget*>(m_errors), static_cast<QWidget*>(m_import)}) part->hide();
    return;
  }
  const app::ImportPreview& done = m_preview.emplace(*std::move(read));
  const QString figures = tr("%1 rows: %2 added, %3 changed, %4 as they were, %5 left out, %6 with errors.")
                              .arg(countText(done.rows), countText(done.added), countText(done.changed), countText(done.unchanged),
                                   countText(done.skipped), countText(done.errorCount));
  const QString name = QString::fromStdString(done.file.filename().string());
  m_read->setText(written ? tr("%1 was imported. %2").arg(name, figures) : tr("%1 would be imported. %2").arg(name, figures));
  m_counts->setVisible(!done.counts.empty());
  m_counts->setRows<Count>(done.counts, {{tr("What"), [](const Count& one) { return q(one.first); }, {}, false},
                                         {tr("Rows"), [](const Count& one) { return countText(one.second); },
                                          [](const Count& one) { return QVariant::fromValue<qint64>(one.second); }, true}});
  m_counts->resizeColumnsToContents();
  m_counts->selectRow(0);
  m_errors->setVisible(!done.errors.empty());
  m_errors->setRows<app::RowError>(done.errors,
                                   {{tr("Line"), [](const app::RowError& one) { return countText(one.line); },
                                     [](const app::RowError& one) { return QVariant::fromValue<qint64>(one.line); }, true},
                                    {tr("Column"), [](const app::RowError& one) { return q(one.column); }, {}, false},
                                    {tr("What is wrong"), [](const app::RowError& one) { return q(one.message); }, {}, false}});
  m_errors->resizeColumnsToContents();
  m_errors->selectRow(0);
  const bool anything = !written && done.added + done.changed > 0;
  m_import->setVisible(!written);
  m_import->setEnabled(anything && !m_workspace.readOnly());
  m_import->setToolTip(m_workspace.readOnly() ? tr("This case file is open for reading only")
                       : anything             ? QString()
                                              : tr("Everything is there already"));
  if (m_import->isEnabled()) m_import->setFocus();
}

void DataPage::import() {
  if (!m_preview) return;
  const auto file = m_preview->file;
  // The window's own connection writes, so the writing stays on this thread; the dialog takes the events between two rows.
  QProgressDialog shown(tr("Importing %1").arg(QString::fromStdString(file.filename().string())), tr("Cancel"), 0, 1000, this);
  shown.setWindowModality(Qt::WindowModal);
  shown.setMinimumDuration(300);
  const Progress progress([&shown](std::int64_t at, std::int64_t total) {
    shown.setValue(total > 0 ? static_cast<int>(std::min<std::int64_t>(999, at * 1000 / total)) : 0);
    return !shown.wasCanceled();
  });
  auto done = (m_kind == Kind::ofsted ? app::importOfsted : app::importPostcodes)(m_workspace, file, progress);
  shown.reset();
  if (done) emit saved(tr("%1 added, %2 changed").arg(countText(done->added), countText(done->changed)));
  showRead(std::move(done), true);
  refresh();
}

void DataPage::backUp() {
  const QString suggested = QString::fromStdString(m_workspace.file().path().stem().string()) + "-" +
                            toQDate(m_workspace.today()).toString(Qt::ISODate) + ".homeward";
  const QString to = m_files.toWrite(this, tr("Back up to"), suggested);
  if (to.isEmpty()) return;
  const auto done = m_workspace.file().backup(to.toStdString());
  m_sound->setText(done ? tr("The backup %1 was made, reopened and checked.").arg(to) : q(done.error().detail));
  m_sound->show();
}

void DataPage::verify() {
  auto reader = m_workspace.file().besides();
  m_sound->show();
  if (!reader) return m_sound->setText(q(reader.error().detail));
  m_sound->setText(tr("Checking…"));
  const auto handed = std::make_shared<store::CaseFile>(*std::move(reader));
  m_jobs.run<store::Verification>(
      tr("checking the case file"), [handed](const Progress&) { return handed->verify(); },
      [this](Result<store::Verification> found) { m_sound->setText(found ? said(app::findings(*found), "\n") : q(found.error().detail)); });
}

void DataPage::editPerson(int row) {
  const bool known = row >= 0 && static_cast<std::size_t>(row) < m_people.size();
  PersonEditor editor(m_workspace, known ? m_people[static_cast<std::size_t>(row)] : Person{}, this);
  if (editor.exec() != QDialog::Accepted) return;
  emit saved(tr("Saved %1").arg(timeText(m_workspace.now())));
  refresh();
}

void DataPage::addTeam() {
  bool wanted = false;
  const QString name = QInputDialog::getText(this, tr("Add a team"), tr("Name of the team"), QLineEdit::Normal, {}, &wanted);
  if (!wanted) return;
  const auto added = app::saveTeam(m_workspace, {TeamId{}, utf8(name.trimmed())});
  emit saved(added ? tr("Team %1 was added").arg(name.trimmed()) : q(added.error().detail));
  refresh();
}

}  // namespace homeward::ui
