#include "data/import_pane.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/table_columns.h"
#include "shell/jobs.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int rowsAtOnce = 6;
using Count = std::pair<std::string, std::int64_t>;
using Column = app::ImportSample::Column;

QString delimiterWords(char delimiter) {
  if (delimiter == ';') return ImportPane::tr("semicolons");
  if (delimiter == '\t') return ImportPane::tr("tabs");
  return ImportPane::tr("commas");
}

QString fileName(const std::filesystem::path& path) { return QString::fromStdString(path.filename().string()); }

}  // namespace

ImportPane::ImportPane(app::Workspace& workspace, Jobs& jobs, const FileChoice& files, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_jobs(jobs),
      m_files(files),
      m_choose(makeButton(tr("&Choose a file…"), ButtonKind::outlined, "plus")),
      m_import(makeButton(tr("&Import"), ButtonKind::primary, "tick")),
      m_saveErrors(makeButton(tr("&Save the errors…"), ButtonKind::plain)),
      m_takeBack(makeButton(tr("&Undo the last import"), ButtonKind::plain)),
      m_encoding(new QComboBox),
      m_last(new TextLabel({})),
      m_source(new TextLabel({})),
      m_read(new TextLabel({}, Type::text, Ink::text2)) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(px(8));
  rows->addWidget(new SectionHead(tr("Bring a file in"), tr("it is read and shown first; nothing is written before you say so")));
  auto* buttons = new QHBoxLayout;
  for (QPushButton* button : {m_choose, m_import, m_saveErrors}) buttons->addWidget(button);
  auto* encoding = new QLabel(tr("&Written as"));
  m_encoding->addItems({tr("the file says, else UTF-8"), tr("Windows-1252 (older programs)")});
  m_encoding->setAccessibleName(tr("Written as: the encoding of the file"));
  m_encoding->setToolTip(tr("Where £ or é come out wrong, an older spreadsheet program wrote the file"));
  encoding->setBuddy(m_encoding);
  buttons->addSpacing(px(12));
  buttons->addWidget(encoding);
  buttons->addWidget(m_encoding);
  buttons->addStretch();
  rows->addLayout(buttons);
  for (TextLabel* words : {m_source, m_read}) {
    words->setWrapped(true);
    rows->addWidget(words);
  }
  m_source->setText(
      tr("Ofsted’s list of providers as CSV, or postcodes: the ONS directory, Code-Point Open, or a list of outcodes. The file says by its "
         "columns which it is."));
  const auto table = [rows](const QString& name) {
    auto* made = new PlainTable(name);
    made->setHighForRows(rowsAtOnce);
    made->hide();
    rows->addWidget(made);
    return made;
  };
  m_counts = table(tr("What the file holds"));
  m_errors = table(tr("Lines that cannot be used"));
  m_gone = table(tr("Homes of the case file that are not in this list any more"));
  m_columns = table(tr("Columns and first rows of the file"));
  for (PlainTable* each : {m_counts, m_errors, m_gone, m_columns})
    connect(&each->columns(), &TableColumns::copied, this, &ImportPane::saved);
  m_last->setWrapped(true);
  auto* last = new QHBoxLayout;
  last->addWidget(m_takeBack);
  last->addWidget(m_last, 1);
  rows->addLayout(last);
  connect(m_takeBack, &QPushButton::clicked, this, &ImportPane::takeBack);
  m_import->hide();
  m_saveErrors->hide();
  m_read->hide();
  connect(m_choose, &QPushButton::clicked, this, &ImportPane::choose);
  connect(m_encoding, &QComboBox::activated, this, [this] {
    if (!m_chosen.isEmpty() && !m_written) read();
  });
  connect(m_import, &QPushButton::clicked, this, &ImportPane::import);
  connect(m_saveErrors, &QPushButton::clicked, this, &ImportPane::saveErrors);
}

bool ImportPane::act() {
  if (m_import->isHidden() || !m_import->isEnabled()) return false;
  import();
  return true;
}

void ImportPane::sayRead(const QString& words) {
  m_read->setText(words);
  m_read->show();
}

QString ImportPane::told() const { return m_read->text() + '\n' + m_source->text(); }

void ImportPane::setBusy(bool busy) {
  m_busy = busy;
  m_choose->setEnabled(!busy);
  m_encoding->setEnabled(!busy);
  m_choose->setToolTip(busy ? tr("A file is being read or written; Cancel stops it") : QString());
  enableImport();
  refresh();
}

void ImportPane::refresh() {
  auto last = app::lastImport(m_workspace);
  m_lastImport = last ? *std::move(last) : std::nullopt;
  m_takeBack->setVisible(m_lastImport.has_value());
  m_last->setVisible(m_lastImport.has_value());
  if (!m_lastImport) return;
  const bool postcodes = m_lastImport->kind == "postcodes";
  m_last->setText(tr("%1 on %2 by %3: %4 added, %5 changed.")
                      .arg(q(m_lastImport->source), momentText(m_lastImport->at),
                           m_lastImport->by.empty() ? tr("the program") : q(m_lastImport->by), countText(m_lastImport->added),
                           countText(m_lastImport->changed)) +
                  (postcodes ? tr(" Postcodes keep nothing of what they replaced: restore a backup to go back.") : QString()));
  m_takeBack->setEnabled(!postcodes && !m_busy && !m_workspace.readOnly());
  m_takeBack->setToolTip(m_workspace.readOnly() ? tr("This case file is open for reading only")
                         : postcodes            ? tr("Postcodes keep nothing of what they replaced: restore a backup to go back")
                         : m_busy               ? tr("A file is being read or written; Cancel stops it")
                                                : tr("What it added goes, what it changed is as it was before"));
}

void ImportPane::takeBack() {
  if (!mayTakeBack()) return;
  auto writer = m_workspace.besides(store::OpenMode::readWrite);
  if (!writer) return refuse(writer.error());
  struct TakenBack {
    app::ImportTakenBack done;
    app::Workspace::Committed committed;
  };
  setBusy(true);
  sayRead(tr("Taking the import back…"));
  const auto handed = std::shared_ptr<app::Workspace>(*std::move(writer));
  m_jobs.run<TakenBack>(
      tr("taking back %1").arg(q(m_lastImport->source)),
      [handed, batch = m_lastImport->batch](const Progress& progress) -> Result<TakenBack> {
        const auto done = app::takeImportBack(*handed, batch, progress);
        if (!done) return tl::unexpected<Error>(done.error());
        return TakenBack{*done, handed->committed()};
      },
      [this](const Result<TakenBack>& back) {
        setBusy(false);
        if (!back) return sayRead(q(back.error().detail));
        // The file can be imported again; what it would do now is another matter.
        m_preview.reset();
        for (QWidget* part : {static_cast<QWidget*>(m_columns), static_cast<QWidget*>(m_counts), static_cast<QWidget*>(m_errors),
                              static_cast<QWidget*>(m_gone), static_cast<QWidget*>(m_saveErrors)})
          part->hide();
        m_source->setText(tr("Choose a file to bring it in."));
        sayRead(tr("The import was taken back: %1 removed, %2 as they were before.")
                    .arg(countText(back->done.removed), countText(back->done.restored)));
        m_workspace.takeOver(back->committed);
        refresh();
        enableImport();
      });
}

void ImportPane::choose() {
  if (m_busy) return;
  const QString path = m_files.toRead(this, tr("Bring a file in"));
  if (path.isEmpty()) return;
  m_chosen = path;
  m_encoding->setCurrentIndex(0);
  read();
}

void ImportPane::read() {
  auto reader = m_workspace.besides();
  if (!reader) return refuse(reader.error());
  m_sample.reset();
  m_preview.reset();
  m_written = false;
  m_source->setText(QFileInfo(m_chosen).fileName());
  sayRead(tr("Reading…"));
  for (QWidget* part : {static_cast<QWidget*>(m_columns), static_cast<QWidget*>(m_counts), static_cast<QWidget*>(m_errors),
                        static_cast<QWidget*>(m_gone), static_cast<QWidget*>(m_saveErrors)})
    part->hide();
  setBusy(true);
  const auto handed = std::shared_ptr<app::Workspace>(*std::move(reader));
  const exchange::TextFile file(m_chosen.toStdString(),
                                m_encoding->currentIndex() == 1 ? exchange::Encoding::windows1252 : exchange::Encoding::byMark);
  m_jobs.run<Read>(
      tr("reading %1").arg(QFileInfo(m_chosen).fileName()),
      [handed, file](const Progress& progress) -> Result<Read> {
        auto sample = app::sampleOf(file);
        if (!sample) return tl::unexpected<Error>(sample.error());
        auto preview = app::previewFile(*handed, *sample, progress);
        return Read{*std::move(sample), std::move(preview)};
      },
      [this](Result<Read> read) {
        setBusy(false);
        if (!read) return refuse(read.error());
        showSample(read->sample);
        m_sample = std::move(read->sample);
        showPreview(std::move(read->preview), false);
      });
}

void ImportPane::import() {
  if (!m_sample || !m_preview) return;
  auto writer = m_workspace.besides(store::OpenMode::readWrite);
  if (!writer) return refuse(writer.error());
  setBusy(true);
  sayRead(tr("Importing… Cancel puts everything back."));
  const auto handed = std::shared_ptr<app::Workspace>(*std::move(writer));
  m_jobs.run<Written>(
      tr("importing %1").arg(fileName(m_sample->file.path)),
      [handed, sample = *m_sample](const Progress& progress) -> Result<Written> {
        auto done = app::importFile(*handed, sample, progress);
        if (!done) return tl::unexpected<Error>(done.error());
        return Written{*std::move(done), handed->committed()};
      },
      [this](Result<Written> written) {
        setBusy(false);
        if (!written) return showPreview(tl::unexpected<Error>(written.error()), false);
        emit saved(tr("%1 added, %2 changed").arg(countText(written->done.added), countText(written->done.changed)));
        showPreview(std::move(written->done), true);
        m_workspace.takeOver(written->committed);
        refresh();
      });
}

void ImportPane::refuse(const Error& error) {
  const bool stopped = error.code == ErrorCode::cancelled;
  sayRead(stopped ? tr("Stopped. Nothing was written.") : tr("Nothing was written. %1").arg(q(error.detail)));
}

void ImportPane::showSample(const app::ImportSample& sample) {
  std::int64_t used = 0;
  for (const Column& column : sample.columns) used += column.use.empty() ? 0 : 1;
  m_source->setText(sample.kind.empty()
                        ? tr("%1: not recognised. %2, parted by %3.")
                              .arg(fileName(sample.file.path), plural(std::ssize(sample.columns), tr("column"), tr("columns")),
                                   delimiterWords(sample.delimiter))
                        : tr("%1: %2. %3 of %4 used, parted by %5.")
                              .arg(fileName(sample.file.path), q(wording::word("importLayout", sample.layout)), countText(used),
                                   plural(std::ssize(sample.columns), tr("column"), tr("columns")), delimiterWords(sample.delimiter)));
  m_columns->setVisible(!sample.columns.empty());
  std::vector<PlainColumn<Column>> faces = {
      {tr("Column"), [](const Column& one) { return one.name.empty() ? tr("no name") : q(one.name); }, {}, false},
      {tr("Taken as"),
       [](const Column& one) { return one.use.empty() ? tr("not used") : q(wording::word("importColumn", one.use)); },
       {},
       false}};
  const std::size_t rows = sample.columns.empty() ? 0 : sample.columns.front().first.size();
  for (std::size_t row = 0; row < rows; ++row)
    faces.push_back({tr("Row %1").arg(row + 1), [row](const Column& one) { return q(one.first[row]); }, {}, false});
  m_columns->setRows<Column>(sample.columns, faces);
}

void ImportPane::showPreview(Result<app::ImportPreview> read, bool written) {
  m_written = written;
  const bool refused = !read;
  if (refused) {
    // What stopped before it was written can be imported again.
    refuse(read.error());
    if (read.error().code != ErrorCode::cancelled) m_preview.reset();
    m_counts->setVisible(m_preview && !m_preview->counts.empty());
    m_errors->setVisible(m_preview && !m_preview->errors.empty());
    m_gone->setVisible(m_preview && !m_preview->notListed.empty());
    m_saveErrors->setVisible(m_errors->isVisibleTo(this));
    return enableImport();
  }
  const app::ImportPreview& done = m_preview.emplace(*std::move(read));
  const QString figures = tr("%1 rows: %2 added, %3 changed, %4 as they were, %5 left out, %6 with errors.")
                              .arg(countText(done.rows), countText(done.added), countText(done.changed), countText(done.unchanged),
                                   countText(done.skipped), countText(done.errorCount));
  const QString more =
      done.errorCount > std::ssize(done.errors) ? tr(" The first %1 errors are shown.").arg(countText(std::ssize(done.errors))) : QString();
  sayRead((written ? tr("%1 was imported. %2%3") : tr("%1 would be imported. %2%3")).arg(fileName(done.file), figures, more));
  m_counts->setVisible(!done.counts.empty());
  m_counts->setRows<Count>(done.counts, {{tr("What"), [](const Count& one) { return q(one.first); }, {}, false},
                                         {tr("Rows"), [](const Count& one) { return countText(one.second); },
                                          [](const Count& one) { return QVariant::fromValue<qint64>(one.second); }, true}});
  m_errors->setVisible(!done.errors.empty());
  m_saveErrors->setVisible(!done.errors.empty());
  m_gone->setVisible(!done.notListed.empty());
  m_gone->setRows<std::string>(done.notListed, {{tr("Active here, and not in this list. Has it closed? Its editor keeps that"),
                                                 [](const std::string& one) { return q(one); },
                                                 {},
                                                 false}});
  m_errors->setRows<app::RowError>(done.errors,
                                   {{tr("Line"), [](const app::RowError& one) { return countText(one.line); },
                                     [](const app::RowError& one) { return QVariant::fromValue<qint64>(one.line); }, true},
                                    {tr("Column"), [](const app::RowError& one) { return q(one.column); }, {}, false},
                                    {tr("What is wrong"), [](const app::RowError& one) { return q(one.message); }, {}, false}});
  enableImport();
  if (m_import->isEnabled() && !m_import->isHidden()) m_import->setFocus();
}

void ImportPane::enableImport() {
  const bool anything = m_preview && m_preview->added + m_preview->changed > 0;
  m_import->setVisible(m_preview && !m_written);
  m_import->setEnabled(anything && !m_busy && !m_workspace.readOnly());
  m_import->setToolTip(m_workspace.readOnly() ? tr("This case file is open for reading only")
                       : m_busy               ? tr("A file is being read or written; Cancel stops it")
                       : anything             ? QString()
                                              : tr("Everything is there already"));
}

void ImportPane::saveErrors() {
  if (!m_preview) return;
  const QString name = QFileInfo(fileName(m_preview->file)).completeBaseName();
  const QString path = m_files.toWrite(this, tr("Save the errors"), tr("%1-errors.csv").arg(name));
  if (path.isEmpty()) return;
  const auto done = app::writeRowErrors(*m_preview, path.toStdString());
  emit saved(done ? tr("The errors were saved as %1").arg(QFileInfo(path).fileName()) : q(done.error().detail));
}

}  // namespace homeward::ui
