#include "data/keeping_pane.h"

#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

#include "shared/format.h"
#include "shared/page_parts.h"
#include "shell/jobs.h"

namespace homeward::ui {
namespace {

constexpr qint64 bytesInKilobyte = 1024;

/// Sentences one after another, by what parts them.
QString said(const std::vector<Fact>& facts, const QString& between) {
  QStringList lines;
  for (const Fact& fact : facts) lines << sentence(fact);
  return lines.join(between);
}

}  // namespace

KeepingPane::KeepingPane(app::Workspace& workspace, Jobs& jobs, const FileChoice& files, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_jobs(jobs),
      m_files(files),
      m_backUp(makeButton(tr("&Back up now…"), ButtonKind::outlined)),
      m_verify(makeButton(tr("Chec&k the file"), ButtonKind::outlined)),
      m_holds(new TextLabel({})),
      m_who(new TextLabel({})),
      m_backup(new TextLabel({})),
      m_sound(new TextLabel({})) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(px(8));
  rows->addWidget(
      new SectionHead(tr("The case file"), tr("a backup is made each day; the newest %1 are kept beside it").arg(store::dailyBackupsKept)));
  for (TextLabel* words : {m_holds, m_who, m_backup}) {
    words->setWrapped(true);
    rows->addWidget(words);
  }
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_backUp);
  buttons->addWidget(m_verify);
  buttons->addStretch();
  rows->addLayout(buttons);
  m_sound->setWrapped(true);
  m_sound->hide();
  rows->addWidget(m_sound);
  connect(m_backUp, &QPushButton::clicked, this, &KeepingPane::backUp);
  connect(m_verify, &QPushButton::clicked, this, &KeepingPane::verify);
  m_listening = m_workspace.listen([this](const std::vector<store::Changed>&) { m_stale = true; });
}

KeepingPane::~KeepingPane() { m_workspace.forget(m_listening); }

QString KeepingPane::told() const { return QStringList{m_holds->text(), m_who->text(), m_backup->text(), m_sound->text()}.join('\n'); }

void KeepingPane::say(const QString& words) {
  m_sound->setText(words);
  m_sound->show();
}

void KeepingPane::refresh() {
  showDays();
  if (m_stale) count();
}

void KeepingPane::showDays() {
  const QString holder = q(m_workspace.file().heldBy());
  if (!m_workspace.readOnly())
    m_who->setText(tr("Open for work here by %1; any other program can only read it.").arg(holder));
  else if (holder.isEmpty())
    m_who->setText(tr("Open here for reading only."));
  else
    m_who->setText(tr("%1 has it open for work; it is open here for reading only.").arg(holder));
  const auto last = app::lastBackup(m_workspace);
  if (!last) return m_backup->setText(q(last.error().detail));
  m_backup->setText(*last ? tr("Last backup: %1.").arg(dateText(**last)) : tr("There is no backup yet. Make one with “Back up now”."));
}

/// Hundreds of thousands of postcodes take a while to count, so it is work in the background, and done only after something was saved.
void KeepingPane::count() {
  if (m_counting) return;
  auto reader = m_workspace.besides();
  if (!reader) return m_holds->setText(q(reader.error().detail));
  m_counting = true;
  m_stale = false;
  const auto handed = std::shared_ptr<app::Workspace>(*std::move(reader));
  m_jobs.run<store::Contents>(
      tr("counting what the case file holds"), [handed](const Progress&) { return handed->file().contents(); },
      [this](const Result<store::Contents>& contents) {
        m_counting = false;
        const QString path = QString::fromStdString(m_workspace.file().path().string());
        m_holds->setText(contents ? tr("%1: %2. %3 KB.")
                                        .arg(q(contents->authority), said(app::holdings(*contents), ", "),
                                             countText(QFileInfo(path).size() / bytesInKilobyte))
                                  : q(contents.error().detail));
      });
}

void KeepingPane::backUp() {
  const QString suggested = QString::fromStdString(m_workspace.file().path().stem().string()) + "-" +
                            toQDate(m_workspace.today()).toString(Qt::ISODate) + ".homeward";
  const QString to = m_files.toWrite(this, tr("Back up to"), suggested);
  if (to.isEmpty()) return;
  auto reader = m_workspace.besides();
  if (!reader) return say(q(reader.error().detail));
  m_backUp->setEnabled(false);
  m_backUp->setToolTip(tr("A backup is being made"));
  say(tr("Backing up…"));
  struct Made {};
  const auto handed = std::shared_ptr<app::Workspace>(*std::move(reader));
  m_jobs.run<Made>(
      tr("backing up"),
      [handed, to](const Progress& progress) -> Result<Made> {
        const auto done = app::backUp(*handed, to.toStdString(), progress);
        if (!done) return tl::unexpected<Error>(done.error());
        return Made{};
      },
      [this, to](const Result<Made>& made) {
        m_backUp->setEnabled(true);
        m_backUp->setToolTip({});
        if (!made)
          return say(made.error().code == ErrorCode::cancelled ? tr("Stopped. No backup was made.")
                                                               : tr("No backup was made. %1").arg(q(made.error().detail)));
        say(tr("The backup %1 was made, reopened and checked.").arg(to));
        if (const auto noted = app::noteBackup(m_workspace); !noted) emit saved(q(noted.error().detail));
        showDays();
      });
}

void KeepingPane::verify() {
  if (!m_verify->isEnabled()) return;  // it is being checked
  auto reader = m_workspace.besides();
  if (!reader) return say(q(reader.error().detail));
  m_verify->setEnabled(false);
  m_verify->setToolTip(tr("The file is being checked"));
  say(tr("Checking…"));
  const auto handed = std::shared_ptr<app::Workspace>(*std::move(reader));
  m_jobs.run<store::Verification>(
      tr("checking the case file"), [handed](const Progress& progress) { return handed->file().verify(progress); },
      [this](const Result<store::Verification>& found) {
        m_verify->setEnabled(true);
        m_verify->setToolTip({});
        if (!found) return say(found.error().code == ErrorCode::cancelled ? tr("The check was stopped.") : q(found.error().detail));
        say(said(app::findings(*found), "\n"));
      });
}

}  // namespace homeward::ui
