#include "shell/main_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUndoGroup>
#include <QUndoStack>
#include <QVBoxLayout>

#include "shared/icons.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/question.h"
#include "shell/rail.h"

namespace homeward::ui {

Look rememberedLook() {
  const QSettings settings;
  Look look;
  look.dark = settings.value("look/dark", false).toBool();
  look.density = settings.value("look/comfortable", false).toBool() ? Density::comfortable : Density::compact;
  look.textPercent = std::clamp(settings.value("look/textPercent", 100).toInt(), 100, 200);
  return look;
}

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      m_demo(new Banner(Banner::Kind::demo)),
      m_trouble(new Banner(Banner::Kind::problem)),
      m_notice(new Banner(Banner::Kind::done)),
      m_rail(new Rail),
      m_stack(new QStackedWidget),
      m_jobs(new Jobs),
      m_undo(new QUndoGroup(this)) {
  setWindowTitle(QStringLiteral("Homeward"));
  setAccessibleName(QStringLiteral("Homeward"));
  auto* middle = new QWidget;
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_demo->setText(tr("Fictional demo data"), tr("Every child, carer, provider, place and figure on this page is invented."));
  m_demo->hide();
  m_trouble->hide();
  m_trouble->setAction(tr("Put away"));
  connect(m_trouble, &Banner::acted, m_trouble, &QWidget::hide);
  m_notice->hide();
  column->addWidget(m_demo);
  column->addWidget(m_trouble);
  column->addWidget(m_notice);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  row->addWidget(m_rail);
  row->addWidget(m_stack, 1);
  column->addLayout(row, 1);
  column->addWidget(m_jobs);
  setCentralWidget(middle);
  buildMenus();
  buildLookMenu();
  buildCorner();
  buildStatusBar();
  connect(m_rail, &Rail::chosen, this, &MainWindow::openSection);
  recall();
}

QAction* MainWindow::addAction(Menu which, const QString& text, const QKeySequence& keys, const std::function<void()>& act) {
  auto* action = new QAction(text, this);
  menu(which)->insertAction(which == Menu::file ? m_quit : nullptr, action);
  action->setShortcut(keys);
  connect(action, &QAction::triggered, this, act);
  return action;
}

void MainWindow::buildMenus() {
  const std::array names = {tr("&File"), tr("&Edit"), tr("&View"), tr("&Go"), tr("Refe&rral"), tr("&Tools"), tr("&Help")};
  for (std::size_t i = 0; i < names.size(); ++i) m_menus[i] = menuBar()->addMenu(names[i]);
  menuBar()->setNativeMenuBar(false);
  m_quit = addAction(Menu::file, tr("&Quit"), QKeySequence::Quit, [this] { close(); });
  m_quit->setMenuRole(QAction::QuitRole);

  QAction* undoAction = m_undo->createUndoAction(this, tr("&Undo"));
  undoAction->setShortcut(QKeySequence::Undo);
  QAction* redoAction = m_undo->createRedoAction(this, tr("&Redo"));
  redoAction->setShortcuts({QKeySequence(tr("Ctrl+Shift+Z")), QKeySequence(tr("Ctrl+Y"))});
  menu(Menu::edit)->addActions({undoAction, redoAction});
  menu(Menu::edit)->addSeparator();
  addAction(Menu::edit, tr("&Find in this page"), QKeySequence::Find, [this] {
    if (Page* page = currentPage()) page->findHere();
  });

  addAction(Menu::go, tr("&Find anything"), QKeySequence(tr("Ctrl+K")), [this] { m_palette->open(); });
  QAction* back = addAction(Menu::go, tr("&Back"), {}, [this] { goBack(); });
  back->setShortcut(Qt::Key_Escape);  // Alt+Left is a week back in a report
  addAction(Menu::go, tr("&Next pane"), QKeySequence(Qt::Key_F6), [this] { nextPane(1); });
  addAction(Menu::go, tr("&Previous pane"), QKeySequence(tr("Shift+F6")), [this] { nextPane(-1); });
  QAction* primary = addAction(Menu::go, tr("&Do the page's next act"), {}, [this] {
    if (Page* page = currentPage()) page->doPrimary();
  });
  primary->setShortcuts({QKeySequence(tr("Ctrl+Return")), QKeySequence(tr("Ctrl+Enter"))});
  addAction(Menu::go, tr("Read &again"), QKeySequence(Qt::Key_F5), [this] {
    if (Page* page = currentPage()) page->refresh();
  });
  menu(Menu::go)->addSeparator();
}

void MainWindow::buildLookMenu() {
  const auto look = [](auto change) {
    Look next = currentLook();
    change(next);
    applyLook(*qApp, next);
    QSettings().setValue("look/dark", next.dark);
    QSettings().setValue("look/comfortable", next.density == Density::comfortable);
    QSettings().setValue("look/textPercent", next.textPercent);
  };
  QAction* dark =
      addAction(Menu::view, tr("&Dark"), QKeySequence(tr("Ctrl+Shift+D")), [look] { look([](Look& next) { next.dark = !next.dark; }); });
  dark->setCheckable(true);
  dark->setChecked(currentLook().dark);
  auto* densities = new QActionGroup(this);
  QMenu* density = menu(Menu::view)->addMenu(tr("D&ensity"));
  for (const auto& [value, name] : {std::pair(Density::compact, tr("&Compact")), std::pair(Density::comfortable, tr("C&omfortable"))}) {
    QAction* action = density->addAction(name);
    action->setCheckable(true);
    action->setChecked(currentLook().density == value);
    action->setActionGroup(densities);
    connect(action, &QAction::triggered, this, [look, value = value] { look([value](Look& next) { next.density = value; }); });
  }
  auto* sizes = new QActionGroup(this);
  QMenu* size = menu(Menu::view)->addMenu(tr("&Text size"));
  for (const int percent : {100, 125, 150, 175, 200}) {
    QAction* action = size->addAction(tr("%1%").arg(percent));
    action->setCheckable(true);
    action->setChecked(currentLook().textPercent == percent);
    action->setActionGroup(sizes);
    connect(action, &QAction::triggered, this, [look, percent] { look([percent](Look& next) { next.textPercent = percent; }); });
  }
  connect(&lookWatch(), &LookWatch::changed, this, [dark, sizes] {
    dark->setChecked(currentLook().dark);
    for (QAction* action : sizes->actions()) action->setChecked(action->text() == tr("%1%").arg(currentLook().textPercent));
  });
  m_hideNamesAction = addAction(Menu::view, tr("&Hide names"), QKeySequence(tr("Ctrl+Shift+H")), [this] {
    const bool hidden = m_hideNamesAction->isChecked();
    m_hideNames->setChecked(hidden);
    m_saved->setText({});
    nameCover().setHidden(hidden);
    for (const Visit& visit : m_sections) visit.page->setNamesHidden(hidden);
    for (const Visit& visit : m_visits) visit.page->setNamesHidden(hidden);
    emit namesHiddenChanged(hidden);
    if (Page* page = currentPage()) page->refresh();
    showTitle();
  });
  m_hideNamesAction->setCheckable(true);
  m_hideNamesAction->setChecked(nameCover().hidden());
}

void MainWindow::buildCorner() {
  auto* corner = new QWidget;
  auto* row = new QHBoxLayout(corner);
  row->setContentsMargins(0, px(2), px(8), px(2));
  row->setSpacing(px(4));
  m_find = new QLineEdit;
  m_find->setPlaceholderText(tr("Find a child, referral, setting, provider or action"));
  m_find->setAccessibleName(tr("Find"));
  m_find->setToolTip(tr("Find anything (Ctrl+K)"));
  m_find->setMinimumWidth(px(200));
  m_find->setFixedWidth(px(408));
  QAction* lens = m_find->addAction(icon(QStringLiteral("search"), Theme::current().text2), QLineEdit::LeadingPosition);
  setSmall(*m_find);
  row->addWidget(m_find);
  row->addSpacing(px(8));
  auto* keys = new TextLabel(tr("Ctrl+K"), Type::second, Ink::text2);
  row->addWidget(keys);
  row->addSpacing(px(8));
  m_hideNames = makeButton(tr("Hide names"), ButtonKind::quiet, QStringLiteral("hide-names"));
  m_hideNames->setCheckable(true);
  m_hideNames->setChecked(nameCover().hidden());
  connect(m_hideNames, &QPushButton::clicked, m_hideNamesAction, &QAction::trigger);
  m_person = makeButton({}, ButtonKind::quiet);
  m_person->hide();
  connect(m_person, &QPushButton::clicked, this, &MainWindow::personClicked);
  for (QPushButton* button : {m_hideNames, m_person}) {
    setSmall(*button);
    row->addWidget(button);
  }
  menuBar()->setCornerWidget(corner, Qt::TopRightCorner);
  m_palette = new CommandPalette(m_find, this);
  connect(&lookWatch(), &LookWatch::changed, this, [this, lens] {
    fitFind();
    lens->setIcon(icon(QStringLiteral("search"), Theme::current().text2));
  });
}

void MainWindow::buildStatusBar() {
  m_saved = new QLabel;
  m_counts = new QLabel;
  m_hints = new QLabel;
  statusBar()->setSizeGripEnabled(false);
  statusBar()->setContentsMargins(px(10), 0, px(10), 0);
  statusBar()->addWidget(m_saved);
  statusBar()->addWidget(m_counts);
  statusBar()->addPermanentWidget(m_hints);
}

int MainWindow::addSection(const QString& name, const QString& iconName, Page* page) {
  const int section = m_rail->add(name, iconName);
  m_sections.push_back({page, section, false});
  adopt(page);
  addAction(Menu::go, name, QKeySequence(QStringLiteral("Ctrl+%1").arg(section + 1)), [this, section] { openSection(section); });
  if (section == 0) openSection(0);
  return section;
}

void MainWindow::adopt(Page* page) {
  m_stack->addWidget(page);
  page->setNamesHidden(namesHidden());
  connect(page, &Page::titleChanged, this, [this, page] {
    if (page == currentPage()) showTitle();
  });
  connect(page, &Page::statusChanged, this, [this, page](const QString& counts, const QString& hints) {
    if (page != currentPage()) return;
    m_counts->setText(shown(counts));
    m_hints->setText(shown(hints));
  });
  connect(page, &Page::saved, this, &MainWindow::setSaved);
  connect(page, &Page::refused, this, &MainWindow::setTrouble);
  connect(page, &Page::menuActionsChanged, this, [this, page] {
    if (page == currentPage()) bringForward(m_visits.last(), false);
  });
}

void MainWindow::openSection(int section) {
  if (section < 0 || section >= m_sections.size()) return;
  // What stands below the page in front is left with it.
  if (!std::all_of(m_visits.begin(), m_visits.end(), [](const Visit& visit) { return visit.page->mayLeave(); })) {
    m_rail->setCurrent(m_visits.last().section);
    return;
  }
  for (const Visit& visit : m_visits)
    if (visit.owned) visit.page->deleteLater();
  if (!m_visits.isEmpty()) m_notice->hide();
  m_visits = {m_sections[section]};
  bringForward(m_visits.last(), true);
}

void MainWindow::openPage(Page* page, int section) {
  adopt(page);
  m_visits.push_back({page, section, true});
  bringForward(m_visits.last(), true);
}

void MainWindow::goBack() {
  Page* page = currentPage();
  if (!page || page->goBack() || m_visits.size() < 2 || !page->mayLeave()) return;
  const Visit left = m_visits.takeLast();
  bringForward(m_visits.last(), true);
  if (left.owned) left.page->deleteLater();
}

void MainWindow::bringForward(const Visit& visit, bool focus) {
  m_stack->setCurrentWidget(visit.page);
  m_rail->setCurrent(visit.section);
  m_counts->clear();
  m_hints->clear();
  for (QAction* action : std::as_const(m_pageActions)) menu(Menu::things)->removeAction(action);
  const QList<QAction*> actions = visit.page->menuActions();
  m_pageActions = actions;
  menu(Menu::things)->addActions(actions);
  if (QUndoStack* stack = visit.page->undoStack()) {
    if (!m_undo->stacks().contains(stack)) m_undo->addStack(stack);
    m_undo->setActiveStack(stack);
  } else {
    m_undo->setActiveStack(nullptr);
  }
  if (!focus) return;
  visit.page->refresh();
  showTitle();
  if (QWidget* first = visit.page->firstFocus()) first->setFocus(Qt::OtherFocusReason);
  emit pageOpened(visit.page);
}

void MainWindow::nextPane(int by) {
  Page* page = currentPage();
  if (!page) return;
  QList<QWidget*> panes = page->panes();
  panes.removeIf([](const QWidget* pane) { return !pane || !pane->isVisible(); });
  if (!m_rail->items().isEmpty()) panes.push_back(m_rail->items()[std::max(0, m_visits.last().section)]);
  const QWidget* now = QApplication::focusWidget();
  qsizetype at = -1;
  for (qsizetype i = 0; i < panes.size(); ++i)
    if (now && (panes[i] == now || panes[i]->isAncestorOf(now))) at = i;
  if (panes.isEmpty()) return;
  const qsizetype to = at < 0 ? 0 : (at + by + panes.size()) % panes.size();
  QWidget* target = panes[to];
  for (QWidget* child : target->findChildren<QWidget*>()) {
    if (target->focusPolicy() != Qt::NoFocus) break;
    if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus)) target = child;
  }
  target->setFocus(Qt::TabFocusReason);
}

Page* MainWindow::currentPage() const { return m_visits.isEmpty() ? nullptr : m_visits.last().page; }
void MainWindow::setCount(int section, int count) { m_rail->setCount(section, count); }
void MainWindow::setPerson(const QString& person) {
  m_person->setText(person);
  m_person->setAccessibleName(tr("You are %1").arg(person));
  m_person->setVisible(!person.isEmpty());
}
QPoint MainWindow::belowPerson() const { return m_person->mapToGlobal(QPoint(0, m_person->height())); }
void MainWindow::setBare(bool bare) {
  m_rail->setVisible(!bare);
  menuBar()->cornerWidget()->setVisible(!bare);
  for (const Menu which : {Menu::edit, Menu::go, Menu::things, Menu::tools}) menu(which)->menuAction()->setVisible(!bare);
  m_hideNamesAction->setVisible(!bare);
}
void MainWindow::setDemo(bool demo) { m_demo->setVisible(demo); }
void MainWindow::setSaved(const QString& text) {
  ++m_told;
  m_saved->setText(shown(text));
}
void MainWindow::showTitle() {
  if (const Page* page = currentPage()) setWindowTitle(tr("%1 – Homeward").arg(shown(page->title())));
}
void MainWindow::setTrouble(const QString& strong, const QString& rest) {
  m_trouble->setText(strong, rest);
  m_trouble->setVisible(!strong.isEmpty());
}
void MainWindow::setNotice(const QString& strong, const QString& rest, const QString& action, const std::function<void()>& act) {
  m_notice->setText(strong, rest);
  m_notice->setAction(action);
  m_notice->setVisible(!strong.isEmpty());
  m_notice->disconnect(this);
  connect(m_notice, &Banner::acted, this, [this, act] {
    m_notice->hide();
    if (act) act();
  });
}
bool MainWindow::namesHidden() const { return m_hideNamesAction && m_hideNamesAction->isChecked(); }

void MainWindow::remember() const {
  QSettings settings;
  settings.setValue("window/geometry", saveGeometry());
}
void MainWindow::recall() {
  const QSettings settings;
  resize(px(1280), px(800));
  if (settings.contains("window/geometry")) restoreGeometry(settings.value("window/geometry").toByteArray());
}
bool MainWindow::mayLeave() const {
  if (const QString now = m_jobs->working(); !now.isEmpty()) {
    const QString words = tr("%1 is not finished.").arg(now.left(1).toUpper() + now.mid(1));
    const QString go = m_jobs->mayCancel() ? tr("&Cancel it and leave") : tr("&Leave once it is done");
    if (!agreesTo(m_stack, {tr("Work in the background"), words, tr("&Wait"), go})) return false;
    m_jobs->stop();
  }
  return std::all_of(m_visits.begin(), m_visits.end(), [](const Visit& visit) { return visit.page->mayLeave(); });
}
void MainWindow::closeEvent(QCloseEvent* event) {
  if (!mayLeave()) return event->ignore();
  remember();
  QMainWindow::closeEvent(event);
}
void MainWindow::fitFind() {
  // What the menus and the rest of the corner leave, so that no menu is pushed out at large text.
  int used = px(40);
  for (const QAction* action : menuBar()->actions()) used += menuBar()->fontMetrics().horizontalAdvance(action->text()) + px(16);
  QWidget* corner = menuBar()->cornerWidget();
  for (const QWidget* part : corner->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
    if (part != m_find && !part->isHidden()) used += part->sizeHint().width() + px(6);
  m_find->setFixedWidth(std::clamp(width() - used, px(120), px(408)));
  corner->layout()->activate();
  QResizeEvent again(menuBar()->size(), menuBar()->size());  // a menu bar places its corner only when it is resized
  QApplication::sendEvent(menuBar(), &again);
}
void MainWindow::resizeEvent(QResizeEvent* event) {
  fitFind();
  QMainWindow::resizeEvent(event);
}

}  // namespace homeward::ui
