#include "opening/front_door.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>
#include <QThread>
#include <QTimer>
#include <QVBoxLayout>

#include "app/choice_file.h"
#include "desktop.h"
#include "opening/new_case_dialog.h"
#include "opening/passphrase_dialog.h"
#include "opening/start_page.h"
#include "returned/sent_choice_page.h"
#include "secrets/sealed.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/passphrase_ask.h"
#include "shared/whole_file.h"
#include "shell/main_window.h"
#include "support/platform/files.h"

namespace homeward::ui {
namespace {

constexpr std::uint64_t demoSeed = 1;
const QString ending = QStringLiteral(".homeward");

std::filesystem::path pathOf(const QString& file) { return std::filesystem::path(file.toStdU16String()); }
QString fileOf(const std::filesystem::path& path) { return QString::fromStdU16String(path.u16string()); }

QString usualFolder() {
  const auto folder = platform::dataFolder();
  return folder ? fileOf(*folder) : QDir::homePath();
}

/// A name that is free in the usual folder: "demo.homeward", "demo-2.homeward".
QString freeName(const QString& stem) {
  for (int number = 1;; ++number) {
    QString file = usualFolder() + QLatin1Char('/') + (number == 1 ? stem : QStringLiteral("%1-%2").arg(stem).arg(number)) + ending;
    if (!QFileInfo::exists(file)) return file;
  }
}

QString withEnding(const QString& file) { return file.isEmpty() || !QFileInfo(file).suffix().isEmpty() ? file : file + ending; }

bool isSame(const QString& one, const QString& other) { return !one.isEmpty() && !other.isEmpty() && QFileInfo(one) == QFileInfo(other); }

/// What to do about a file that was not opened, after why.
QString nextStep(store::OpenState state, const QString& path) {
  switch (state) {
    case store::OpenState::missing:
      return FrontDoor::tr("It may have been moved or renamed: Open finds it where it is now.");
    case store::OpenState::notACaseFile:
      return FrontDoor::tr("Choose a file that Homeward made; its name usually ends in %1.").arg(ending);
    case store::OpenState::damaged:
      return FrontDoor::tr("Its daily backups lie in %1.").arg(QDir::toNativeSeparators(fileOf(app::backupsOf(pathOf(path)))));
    default:
      return FrontDoor::tr("Nothing in it was changed.");
  }
}

bool agreed(QWidget* parent, const QString& title, const QString& words, const QString& act) {
  QDialog dialog(parent);
  dialog.setWindowTitle(title);
  auto* page = new QVBoxLayout(&dialog);
  auto* label = new TextLabel(words);
  label->setWrapped(true);
  label->setMinimumWidth(px(420));
  page->addWidget(label);
  auto* button = makeButton(act, ButtonKind::primary);
  QObject::connect(button, &QPushButton::clicked, &dialog, &QDialog::accept);
  page->addWidget(dialogFoot(dialog, button));
  button->setFocus();
  return dialog.exec() == QDialog::Accepted;
}

}  // namespace

FrontDoor::FileChoice FrontDoor::fileDialogs() {
  return {[](QWidget* parent, const QString& title, const QString& folder) {
            return QFileDialog::getOpenFileName(parent, title, folder, tr("Case files (*%1);;All files (*)").arg(ending));
          },
          [](QWidget* parent, const QString& title, const QString& suggested) {
            // What is there already is never written over without being set aside, so the dialog need not ask.
            return QFileDialog::getSaveFileName(parent, title, suggested, tr("Case files (*%1)").arg(ending), nullptr,
                                                QFileDialog::DontConfirmOverwrite);
          }};
}

FrontDoor::FrontDoor(FileChoice files, app::Clock clock, WindowLock::Time time, QObject* parent)
    : QObject(parent),
      m_files(std::move(files)),
      m_clock(std::move(clock)),
      m_lock(std::move(time)),
      m_start(std::make_unique<MainWindow>()),
      m_page(new StartPage) {
  connect(&m_lock, &WindowLock::lockedChanged, this, [this](bool locked) {
    if (locked) m_clipboard.clear();
  });
  QTimer::singleShot(0, this, [this] { m_ownLoop = QThread::currentThread()->loopLevel(); });
  furnish(*m_start, false);
  m_start->openPage(m_page, 0);
  m_start->setBare(true);
  connect(m_page, &StartPage::newWanted, this, [this] { later(&FrontDoor::newCase); });
  connect(m_page, &StartPage::openWanted, this, [this] { later(&FrontDoor::chooseAndOpen); });
  connect(m_page, &StartPage::demoWanted, this, [this] { later(&FrontDoor::demoCase); });
  connect(m_page, &StartPage::restoreWanted, this, [this] { later(&FrontDoor::restore); });
  connect(m_page, &StartPage::sentChoiceWanted, this, [this] { later(&FrontDoor::chooseSentChoice); });
  connect(m_page, &StartPage::recentWanted, this, &FrontDoor::open);
  connect(&m_start->jobs(), &Jobs::busyChanged, m_page, &StartPage::setBusy);
}

FrontDoor::~FrontDoor() = default;

MainWindow& FrontDoor::window() const { return m_desktop ? m_desktop->window() : *m_start; }
QString FrontDoor::openPath() const { return m_desktop ? fileOf(m_desktop->workspace().file().path()) : QString(); }
bool FrontDoor::isBusy() const { return !m_desktop && m_start->jobs().busy(); }

/// After the menu or the button that asked for it: the window that they stand in may go.
void FrontDoor::later(void (FrontDoor::*act)()) {
  QMetaObject::invokeMethod(
      this, [this, act] { (this->*act)(); }, Qt::QueuedConnection);
}

void FrontDoor::whenFree(const std::function<void()>& act) {
  constexpr int lookAgain = 50;  // milliseconds
  const bool dialog = QApplication::activeModalWidget() != nullptr || QApplication::activePopupWidget() != nullptr;
  if (!dialog && QThread::currentThread()->loopLevel() <= m_ownLoop) return act();
  QTimer::singleShot(lookAgain, this, [this, act] { whenFree(act); });
}

void FrontDoor::furnish(MainWindow& window, bool inside) {
  using Menu = MainWindow::Menu;
  const auto add = [&](const QString& words, const QKeySequence& keys, void (FrontDoor::*act)()) {
    return window.addAction(Menu::file, words, keys, [this, act] { later(act); });
  };
  QMenu* file = window.menu(Menu::file);
  QAction* const quit = file->actions().constLast();
  if (inside) file->insertSeparator(quit);
  add(tr("New &case file…"), {}, &FrontDoor::newCase);
  add(tr("&Open a case file…"), QKeySequence("Ctrl+Shift+O"), &FrontDoor::chooseAndOpen);
  auto* recent = new QMenu(tr("Opened &before"), file);
  file->insertMenu(quit, recent);
  connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
  if (!inside) add(tr("&Make the fictional demo case…"), {}, &FrontDoor::demoCase);
  add(tr("&Restore from a backup…"), {}, &FrontDoor::restore);
  add(tr("Open a choice that was &sent to me…"), {}, &FrontDoor::chooseSentChoice);
  if (inside) {
    window.addAction(Menu::file, tr("Back &up…"), {}, [this] { m_desktop->backUp(); });
    window.addAction(Menu::file, tr("C&lose the case file"), QKeySequence("Ctrl+W"), [this] {
      QMetaObject::invokeMethod(
          this, [this] { closeCase(); }, Qt::QueuedConnection);
    });
  }
  file->insertSeparator(quit);
  window.addAction(Menu::file, tr("Loc&k"), QKeySequence("Ctrl+L"), [this] { lockNow(); });
  window.addAction(Menu::file, tr("&Passphrase and lock…"), {}, [this] { setPassphrase(); });
  file->insertSeparator(quit);
}

void FrontDoor::lockNow() {
  if (!m_lock.lock()) window().setSaved(tr("There is no passphrase yet: set one with File, Passphrase and lock"));
}

void FrontDoor::setPassphrase() {
  PassphraseDialog dialog(m_lock, &window());
  if (dialog.exec() == QDialog::Accepted)
    window().setSaved(m_lock.hasPassphrase() ? tr("The window locks after %1 minutes without a key").arg(m_lock.idleMinutes())
                                             : tr("The window no longer locks"));
}

void FrontDoor::fillRecent(QMenu& menu) {
  menu.clear();
  for (const RecentFile& file : recentFiles()) {
    QAction* act = menu.addAction(QFileInfo(file.path).completeBaseName() + QStringLiteral("  ·  ") +
                                  QDir::toNativeSeparators(QFileInfo(file.path).absolutePath()));
    connect(act, &QAction::triggered, this, [this, path = file.path] {
      QMetaObject::invokeMethod(
          this, [this, path] { open(path); }, Qt::QueuedConnection);
    });
  }
  if (menu.isEmpty()) menu.addAction(tr("Nothing has been opened here yet"))->setEnabled(false);
}

void FrontDoor::show(MainWindow& next, const MainWindow* before) {
  if (before != nullptr && before->isVisible() && !before->isMaximized()) next.setGeometry(before->geometry());
  before != nullptr && before->isMaximized() ? next.showMaximized() : next.show();
  next.raise();
  next.activateWindow();
}

void FrontDoor::showStart() {
  m_page->refresh();
  show(*m_start, m_desktop ? &m_desktop->window() : nullptr);
  m_page->firstFocus()->setFocus();
}

bool FrontDoor::closeCase() {
  if (!m_desktop || !m_desktop->window().mayLeave()) return !m_desktop;
  m_page->tell({}, {});
  showStart();  // first, so that the last window never closes
  m_desktop.reset();
  return true;
}

void FrontDoor::tell(const QString& what, const QString& next, bool mendable) {
  if (m_desktop) return m_desktop->window().setTrouble(what, next);
  m_page->refresh();
  m_page->tell(what, next, mendable);
}

void FrontDoor::open(const QString& path) {
  if (isBusy()) return;
  if (isSame(path, openPath())) return m_desktop->window().setSaved(tr("This case file is open already"));
  window().jobs().run<app::Opened>(
      tr("opening %1").arg(QFileInfo(path).fileName()),
      [path, clock = m_clock](const Progress& progress) -> Result<app::Opened> {
        app::Opened opened = app::openCase(pathOf(path), store::OpenMode::readWrite, clock);
        if (!progress.step(1, 1)) return fail(ErrorCode::cancelled, "", "");
        return opened;
      },
      [this, path](Result<app::Opened> opened) {
        // The window whose job this is may go: not from within its own call.
        const auto kept = std::make_shared<Result<app::Opened>>(std::move(opened));
        QMetaObject::invokeMethod(
            this,
            [this, path, kept] {
              if (*kept) whenFree([this, path, kept] { enter(std::move(**kept), path); });
            },
            Qt::QueuedConnection);
      });
}

bool FrontDoor::enter(app::Opened opened, const QString& path) {
  const QString name = QFileInfo(path).fileName();
  if (!opened.workspace) {
    m_wanted = opened.state == store::OpenState::damaged ? path : QString();
    tell(tr("“%1” was not opened. %2").arg(name, q(opened.words)), nextStep(opened.state, path), opened.state == store::OpenState::damaged);
    return false;
  }
  if (m_desktop && !m_desktop->window().mayLeave()) return false;
  m_wanted.clear();
  rememberFile(path, toQDate(opened.workspace->today()));
  auto next = std::make_unique<Desktop>(std::move(opened.workspace));
  furnish(next->window(), true);
  if (opened.state == store::OpenState::openedReadOnly)
    next->window().setTrouble(tr("For reading only."), q(opened.words) + QLatin1Char(' ') + tr("Nothing can be changed here."));
  if (opened.state == store::OpenState::migrated) next->window().setNotice(tr("Brought up to date."), q(opened.words));
  show(next->window(), &window());
  m_start->hide();
  m_desktop = std::move(next);
  backUpToday();
  return true;
}

void FrontDoor::backUpToday() {
  app::Workspace& workspace = m_desktop->workspace();
  if (workspace.readOnly()) return;
  auto reader = workspace.file().besides();
  if (!reader) return;
  const auto handed = std::make_shared<store::CaseFile>(*std::move(reader));
  m_desktop->window().jobs().run<bool>(
      tr("making the day’s backup"),
      [handed, day = workspace.today()](const Progress& progress) { return app::backUpDaily(*handed, day, progress); },
      [in = QPointer<MainWindow>(&m_desktop->window())](Result<bool> made) {
        if (!made && made.error().code != ErrorCode::cancelled && in)
          in->setTrouble(tr("The day’s backup was not made."), q(made.error().detail));
      });
}

void FrontDoor::chooseAndOpen() {
  if (isBusy()) return;
  const QString path = m_files.toRead(&window(), tr("Open a case file"), usualFolder());
  if (!path.isEmpty()) open(path);
}

void FrontDoor::chooseSentChoice() {
  const QString path = m_files.toRead(&window(), tr("Open a choice that was sent to me"), QDir::homePath());
  if (!path.isEmpty()) openSentChoice(path);
}

void FrontDoor::openSentChoice(const QString& path) {
  const QString name = QFileInfo(path).fileName();
  const auto refuse = [&](const QString& why) { tell(tr("“%1” was not opened. %2").arg(name, why), tr("Nothing in it was changed.")); };
  auto bytes = readWhole(path);
  if (!bytes) return refuse(q(bytes.error().detail));
  if (!secrets::isSealed(*bytes)) return refuse(tr("It is no choice that was sent: its name usually ends in .homeward-choice."));
  PassphraseAsk ask(tr("A choice that was sent to you"), *std::move(bytes), &window());
  if (ask.exec() != QDialog::Accepted) return;
  auto sheet = app::choiceIn(ask.document(), m_clock());
  if (!sheet) return refuse(q(sheet.error().detail));
  const bool fictional = sheet->fictional;
  if (m_desktop && m_desktop->workspace().fictional() != fictional)
    return refuse(fictional ? tr("It is invented, and the case file that is open is real: close that first.")
                            : tr("It is about a real child, and the case file that is open is invented: close that first."));
  auto* page = new SentChoicePage(*std::move(sheet), ask.passphrase(), m_clock, [this](QWidget* parent, const QString& suggested) {
    return m_files.toWrite(parent, tr("Where the answer goes"), QDir::homePath() + QLatin1Char('/') + suggested);
  });
  MainWindow* in = &window();
  if (!m_desktop) {
    in->setDemo(fictional);
    connect(page, &QObject::destroyed, in, [in] { in->setDemo(false); });
  }
  connect(page, &SentChoicePage::answered, in, [in](const QString& written) {
    in->goBack();
    in->setNotice(tr("Your answer is written."), tr("Send %1 back to whoever sent you the choice.").arg(QDir::toNativeSeparators(written)));
  });
  in->openPage(page, 0);
}

void FrontDoor::newCase() {
  if (isBusy()) return;
  QString path;
  app::Opened made;
  // The window that it stands in may go, when the new case is entered or before: the dialog goes with it, or here.
  const QPointer<NewCaseDialog> dialog = new NewCaseDialog(
      [&](const Authority& authority, const Person& first) -> Result<void> {
        path = withEnding(m_files.toWrite(&window(), tr("Where to keep the new case file"), freeName(q(authority.name).toLower())));
        if (path.isEmpty()) return fail(ErrorCode::cancelled, "", "");
        auto workspace = app::newCase(pathOf(path), authority, first, m_clock);
        if (!workspace) return failed(workspace);
        made.workspace = *std::move(workspace);
        made.state = store::OpenState::created;
        return {};
      },
      &window());
  const bool accepted = dialog->exec() == QDialog::Accepted;
  delete dialog;
  if (accepted) enter(std::move(made), path);
}

void FrontDoor::demoCase() {
  if (isBusy()) return;
  const QString path = withEnding(m_files.toWrite(&window(), tr("Where to keep the demo case"), freeName(QStringLiteral("demo"))));
  if (path.isEmpty()) return;
  using Made = std::unique_ptr<app::Workspace>;
  window().jobs().run<Made>(
      tr("making the fictional demo case"),
      [path, clock = m_clock](const Progress& progress) {
        return app::demoCase(pathOf(path), demoSeed, englandDay(clock()), progress, clock);
      },
      [this, path](Result<Made> made) {
        if (!made) {
          const bool stopped = made.error().code == ErrorCode::cancelled;
          return m_page->tell(stopped ? tr("The demo case was not made: you cancelled it.")
                                      : tr("The demo case was not made. %1").arg(q(made.error().detail)),
                              tr("Nothing was left behind."));
        }
        const auto kept = std::make_shared<Made>(*std::move(made));
        QMetaObject::invokeMethod(
            this, [this, path, kept] { whenFree([this, path, kept] {
                                         enter({std::move(*kept), store::OpenState::created, {}}, path);
                                       }); },
            Qt::QueuedConnection);
      });
}

void FrontDoor::restore() {
  if (isBusy()) return;
  const QString about = m_desktop ? openPath() : m_wanted;
  const QString folder = about.isEmpty() ? QString() : fileOf(app::backupsOf(pathOf(about)));
  const QString backup = m_files.toRead(&window(), tr("Which backup to restore"),
                                        QFileInfo::exists(folder) ? folder
                                        : about.isEmpty()         ? usualFolder()
                                                                  : QFileInfo(about).absolutePath());
  if (backup.isEmpty()) return;
  const QString to =
      withEnding(m_files.toWrite(&window(), tr("Which case file it becomes"), about.isEmpty() ? freeName(tr("restored")) : about));
  if (to.isEmpty()) return;
  const QString name = QFileInfo(to).fileName();
  if (QFileInfo::exists(to) && !agreed(&window(), tr("Restore from a backup"),
                                       tr("“%1” becomes what it was in “%2”. What it holds now is kept beside it under another name.")
                                           .arg(name, QFileInfo(backup).fileName()),
                                       tr("&Restore")))
    return;
  if (isSame(to, openPath()) && !closeCase()) return;
  putBack(backup, to);
}

void FrontDoor::putBack(const QString& backup, const QString& caseFile) {
  using Aside = std::optional<std::filesystem::path>;
  window().jobs().run<Aside>(
      tr("restoring %1").arg(QFileInfo(caseFile).fileName()),
      [backup, caseFile, clock = m_clock](const Progress&) { return app::restoreCase(pathOf(backup), pathOf(caseFile), clock); },
      [this, caseFile](Result<Aside> done) {
        const QString name = QFileInfo(caseFile).fileName();
        if (!done) return tell(tr("“%1” was not restored. %2").arg(name, q(done.error().detail)), tr("It is as it was."));
        QMetaObject::invokeMethod(
            this,
            [this, caseFile, aside = *done] {
              whenFree([this, caseFile, aside] {
                if (!enter(app::openCase(pathOf(caseFile), store::OpenMode::readWrite, m_clock), caseFile) || !aside) return;
                m_desktop->window().setNotice(tr("Restored."),
                                              tr("What was there before lies beside it as %1.").arg(fileOf(aside->filename())));
              });
            },
            Qt::QueuedConnection);
      },
      tr("A file is put back whole or not at all: this cannot stop half way"));
}

}  // namespace homeward::ui
