#include "opening/start_page.h"

#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>

#include "shared/delegates.h"
#include "shared/format.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {

constexpr int columnWidth = 860;
constexpr int waysWidth = 300;

}  // namespace

StartPage::StartPage(QWidget* parent)
    : Page(parent),
      m_notice(new Surface(Surface::Ground::noBg)),
      m_what(new SignLine(Sign::fail, {})),
      m_next(new TextLabel({})),
      m_mend(makeButton(tr("Restore the newest &backup…"), ButtonKind::outlined)),
      m_recent(new QListWidget),
      m_none(new TextLabel(tr("No case file has been opened here yet."), Type::text, Ink::text2)),
      m_takeOff(makeButton(tr("Take off this &list"), ButtonKind::quiet)),
      m_open(makeButton(tr("&Open a case file…"), ButtonKind::primary, "open")) {
  auto* ground = new Surface(Surface::Ground::base);
  auto* column = new QVBoxLayout;
  column->setSpacing(px(10));
  column->addWidget(new TextLabel(tr("Open a case file"), Type::pageTitle));
  auto* about =
      new TextLabel(tr("Everything that a team works with stays in one file on this computer. Keep it on an encrypted disk of this "
                       "computer, never on a network share."),
                    Type::text, Ink::text2);
  about->setWrapped(true);
  column->addWidget(about);

  auto* told = new QVBoxLayout(m_notice);
  told->setSpacing(px(6));
  told->setContentsMargins(px(14), px(10), px(14), px(10));
  told->addWidget(m_what);
  m_next->setWrapped(true);
  told->addWidget(m_next);
  told->addWidget(m_mend, 0, Qt::AlignLeft);
  m_notice->hide();
  column->addWidget(m_notice);
  column->addSpacing(px(8));

  m_recent->setAccessibleName(tr("Opened here before. Enter opens a file, Delete takes it off this list"));
  m_recent->setItemDelegate(new TwoLineDelegate(m_recent));
  m_recent->setFrameShape(QFrame::NoFrame);
  m_recent->setMinimumHeight(px(120));
  m_recent->installEventFilter(this);
  connect(m_recent, &QListWidget::itemActivated, this, &StartPage::openCurrent);
  connect(m_takeOff, &QPushButton::clicked, this, &StartPage::takeOff);
  auto* before = new QVBoxLayout;
  before->setSpacing(px(8));
  before->addWidget(new SectionHead(tr("Opened here before")));
  before->addWidget(m_none);
  before->addWidget(m_recent, 1000);
  before->addWidget(m_takeOff, 0, Qt::AlignLeft);
  before->addStretch(1);

  auto* fresh = makeButton(tr("&New case file…"), ButtonKind::outlined, "plus");
  auto* demo = makeButton(tr("&Make the fictional demo case…"), ButtonKind::outlined);
  auto* restore = makeButton(tr("Restore from a back&up…"), ButtonKind::outlined, "refresh");
  auto* ways = new QVBoxLayout;
  ways->setSpacing(px(8));
  ways->addWidget(new SectionHead(tr("Another file")));
  auto* sent = makeButton(tr("Open a &choice that was sent to me…"), ButtonKind::outlined, "compare");
  m_ways = {m_open, sent, fresh, demo, restore};
  for (QPushButton* way : m_ways) {
    way->setMinimumWidth(px(waysWidth));
    ways->addWidget(way);
  }
  auto* invented = new TextLabel(tr("The demo case is invented from end to end: about 300 children, 40 providers and their prices."),
                                 Type::second, Ink::text2);
  invented->setWrapped(true);
  ways->addWidget(invented);
  ways->addStretch();
  connect(m_open, &QPushButton::clicked, this, &StartPage::openWanted);
  connect(fresh, &QPushButton::clicked, this, &StartPage::newWanted);
  connect(demo, &QPushButton::clicked, this, &StartPage::demoWanted);
  connect(restore, &QPushButton::clicked, this, &StartPage::restoreWanted);
  connect(sent, &QPushButton::clicked, this, &StartPage::sentChoiceWanted);
  connect(m_mend, &QPushButton::clicked, this, &StartPage::restoreWanted);

  auto* sides = new QHBoxLayout;
  sides->setSpacing(px(40));
  sides->addLayout(before, 1);
  sides->addLayout(ways);
  column->addLayout(sides, 1);
  auto* middle = new QWidget;
  middle->setLayout(column);
  middle->setMaximumWidth(px(columnWidth));
  auto* across = new QHBoxLayout(ground);
  across->setContentsMargins(px(24), px(36), px(24), px(24));
  across->addStretch(1);
  across->addWidget(middle, 100);
  across->addStretch(1);
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new QScrollArea;  // at large text in a small window
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(ground);
  page->addWidget(scroll);
}

void StartPage::refresh() {
  const int row = m_recent->currentRow();
  m_files = recentFiles();
  m_recent->clear();
  for (const RecentFile& file : m_files) {
    const QFileInfo info(file.path);
    auto* item = new QListWidgetItem(info.completeBaseName(), m_recent);
    const QString day = QLocale().toString(file.opened, QStringLiteral("d MMMM yyyy"));
    const QString where = QDir::toNativeSeparators(info.absolutePath());
    const QString line = info.exists() ? tr("opened %1 · %2").arg(day, where) : tr("no longer there · %1").arg(where);
    item->setData(StrongRole, true);
    item->setData(SecondLineRole, line);
    item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(item->text(), line));
    item->setToolTip(QDir::toNativeSeparators(file.path));
  }
  m_recent->setCurrentRow(std::clamp(row, 0, std::max(0, m_recent->count() - 1)));
  m_recent->setVisible(!m_files.isEmpty());
  m_takeOff->setVisible(!m_files.isEmpty());
  m_none->setVisible(m_files.isEmpty());
  emit statusChanged(plural(m_files.size(), tr("file opened here before"), tr("files opened here before")),
                     m_files.isEmpty() ? QString() : tr("Enter opens, Delete takes off the list"));
}

QWidget* StartPage::firstFocus() { return m_recent->isHidden() ? static_cast<QWidget*>(m_open) : m_recent; }
QList<QWidget*> StartPage::panes() { return {m_recent, m_open}; }

bool StartPage::doPrimary() {
  if (!m_open->isEnabled()) return false;
  emit openWanted();
  return true;
}

void StartPage::tell(const QString& what, const QString& next, bool mendable) {
  m_what->setLine(Sign::fail, what, Ink::no);
  m_next->setText(next);
  m_next->setVisible(!next.isEmpty());
  m_mend->setVisible(mendable);
  m_notice->setVisible(!what.isEmpty());
  m_notice->setAccessibleName(told());
}

void StartPage::setBusy(bool busy) {
  if (busy) {
    QWidget* held = window()->focusWidget();
    m_before = held != nullptr && isAncestorOf(held) ? held : nullptr;
    tell({}, {});
  }
  for (QPushButton* way : m_ways) {
    way->setEnabled(!busy);
    way->setToolTip(busy ? tr("Wait until the work at the foot of the window is done, or cancel it there") : QString());
  }
  m_recent->setEnabled(!busy);
  m_takeOff->setEnabled(!busy);
  if (busy || !m_before) return;
  (m_before->isVisibleTo(this) ? m_before.data() : firstFocus())->setFocus();
  m_before = nullptr;
}

QString StartPage::told() const { return m_notice->isHidden() ? QString() : m_what->text() + QLatin1Char(' ') + m_next->text(); }

void StartPage::openCurrent() {
  const int row = m_recent->currentRow();
  if (row >= 0 && row < m_files.size()) emit recentWanted(m_files[row].path);
}

void StartPage::takeOff() {
  const int row = m_recent->currentRow();
  if (row < 0 || row >= m_files.size()) return;
  forgetFile(m_files[row].path);
  refresh();
  firstFocus()->setFocus();
}

bool StartPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_recent && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Delete) return takeOff(), true;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) return openCurrent(), true;
  }
  return Page::eventFilter(watched, event);
}

}  // namespace homeward::ui
