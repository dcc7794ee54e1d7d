#include "worklist/work_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QUndoStack>
#include <QVBoxLayout>

#include "app/asking.h"
#include "app/referrals.h"
#include "shared/delegates.h"
#include "shared/format.h"
#include "shared/list_and_detail.h"
#include "shared/page_parts.h"
#include "shared/saved_change.h"
#include "wording/wording.h"
#include "worklist/day_line.h"
#include "worklist/stage_steps.h"
#include "worklist/whom_to_ask.h"
#include "worklist/work_model.h"

namespace homeward::ui {
namespace {

constexpr int whenWidth = 152;
constexpr int kindWidth = 130;
constexpr std::size_t offeredToAsk = 4;

QString stateWords(const Approach& approach) {
  if (approach.state == ApproachState::declined && approach.declined)
    return WorkPage::tr("said no: %1").arg(q(wording::word("declineReason", text(*approach.declined))));
  return q(wording::word("approachState", text(approach.state)));
}

/// What Enter does with it.
QString actName(const app::WorkItem& item) {
  if (item.choice) return WorkPage::tr("Revie&w and decide");
  if (!item.decision) return WorkPage::tr("&Open");
  return item.kind == app::WorkKind::decision ? WorkPage::tr("&Confirm in writing…") : WorkPage::tr("Start the &placement…");
}

}  // namespace

WorkPage::WorkPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_navigator(navigator), m_model(new WorkModel(this)) {
  build();
}

void WorkPage::build() {
  m_head = new PageHead;
  m_head->setTitle(tr("My work"));
  m_mine = makeButton(tr("&Mine"), ButtonKind::plain);
  m_team = makeButton(tr("Te&am"), ButtonKind::plain);
  for (QPushButton* button : {m_mine, m_team}) {
    button->setCheckable(true);
    button->setAutoExclusive(true);
    m_head->addAction(button);
  }
  m_mine->setChecked(true);
  auto* planned = makeButton(tr("&New referral…"), ButtonKind::plain);
  auto* sameDay = makeButton(tr("New &same-day referral…"), ButtonKind::outlined, "plus");
  m_head->addAction(planned);
  m_head->addAction(sameDay);
  connect(m_mine, &QPushButton::clicked, this, [this] { m_onlyMine = true, refresh(); });
  connect(m_team, &QPushButton::clicked, this, [this] { m_onlyMine = false, refresh(); });
  connect(planned, &QPushButton::clicked, this, [this] { m_navigator.newReferral(); });
  connect(sameDay, &QPushButton::clicked, this, [this] { m_navigator.newSameDayReferral(); });

  m_chips = new FilterChips;
  connect(m_chips, &FilterChips::chosen, this, [this](const QString& key) {
    m_model->setFilter(parse<app::WorkKind>(utf8(key)));
    m_list->expandAll();
    showCurrent();
  });

  m_list = new QTreeView;
  m_list->setAccessibleName(tr("What is due"));
  m_list->setModel(m_model);
  m_list->setRootIsDecorated(false);
  m_list->setItemsExpandable(false);
  m_list->setIndentation(0);
  m_list->setHeaderHidden(true);
  m_list->setUniformRowHeights(false);
  m_list->setItemDelegate(new TwoLineDelegate(m_list));
  m_list->header()->setStretchLastSection(false);
  m_list->header()->setSectionResizeMode(WorkModel::act, QHeaderView::Stretch);
  m_list->setFrameShape(QFrame::NoFrame);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &WorkPage::showCurrent);
  connect(m_list, &QTreeView::activated, this, &WorkPage::openCurrent);

  m_detail = new Surface(Surface::Ground::base);
  m_detail->setObjectName("detail");
  m_detail->setFocusPolicy(Qt::NoFocus);
  m_detailRows = new QVBoxLayout(m_detail);
  m_detailRows->setContentsMargins(px(20), px(12), px(20), px(12));
  auto* split = listBesideDetail(m_list, m_detail, tr("About the selected thing"));
  m_empty = new EmptyState(tr("Nothing is due."), tr("New referral…"));
  connect(m_empty, &EmptyState::acted, this, [this] { m_navigator.newReferral(); });
  m_stack = new QStackedWidget;
  m_stack->addWidget(split);
  m_stack->addWidget(m_empty);

  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(m_head);
  m_day = new DayLine;
  auto* day = new Surface(Surface::Ground::base);
  day->setLines(Qt::BottomEdge);
  auto* dayRow = new QHBoxLayout(day);
  dayRow->setContentsMargins(0, px(2), 0, px(2));
  dayRow->addWidget(m_day);
  rows->addWidget(day);
  auto* tools = new Surface(Surface::Ground::window);
  auto* toolRow = new QHBoxLayout(tools);
  toolRow->setContentsMargins(px(16), px(4), px(16), px(4));
  toolRow->addWidget(m_chips);
  toolRow->addStretch();
  rows->addWidget(tools);
  rows->addWidget(m_stack, 1);

  m_open = new QAction(tr("Open what is selected"), this);
  m_done = new QAction(tr("Mark as done"), this);
  m_done->setShortcut(Qt::Key_Space);
  m_done->setShortcutContext(Qt::WidgetShortcut);
  m_list->addAction(m_done);
  connect(m_open, &QAction::triggered, this, &WorkPage::openCurrent);
  connect(m_done, &QAction::triggered, this, &WorkPage::markCurrentDone);
  m_undo = new QUndoStack(this);
}

QString WorkPage::title() const { return tr("My work"); }
QWidget* WorkPage::firstFocus() { return m_stack->currentIndex() == 0 ? static_cast<QWidget*>(m_list) : m_empty->button(); }
QList<QWidget*> WorkPage::panes() { return {m_list, m_mine}; }
int WorkPage::due() const { return m_model->count(std::nullopt); }

void WorkPage::refresh() {
  const app::WorkItem* before = m_model->item(m_list->currentIndex());
  const std::string key = before != nullptr ? before->key : std::string{};
  auto items = app::myWork(m_workspace, m_onlyMine);
  if (!items) {
    m_empty->setSentence(q(items.error().detail));
    m_stack->setCurrentIndex(1);
    return;
  }
  const Date today = m_workspace.today();
  const auto now = std::count_if(items->begin(), items->end(), [today](const app::WorkItem& item) { return item.due <= today; });
  m_head->setSubtitle(tr("%1 %2 · %3, %4 of them today")
                          .arg(q(weekdayName(today)), dateText(today),
                               plural(static_cast<std::int64_t>(items->size()), tr("thing needs you"), tr("things need you")),
                               countText(now)));
  m_model->setItems(*std::move(items), m_workspace.now());
  m_day->set(app::minuteOfDay(m_workspace.now()), m_workspace.calendar().isWorkingDay(today), m_model->dueByTheClock());
  QVector<FilterChips::Entry> chips{{"", tr("All"), m_model->count(std::nullopt)}};
  for (const app::WorkKind kind : all<app::WorkKind>())
    if (const int count = m_model->count(kind); count > 0) chips.push_back({q(text(kind)), kindName(kind), count});
  m_chips->setChoices(chips, m_chips->current());
  m_list->header()->resizeSection(WorkModel::due, px(whenWidth));  // the text may have grown since
  m_list->header()->resizeSection(WorkModel::kind, px(kindWidth));
  m_list->expandAll();
  for (int group = 0; group < m_model->rowCount(); ++group) m_list->setFirstColumnSpanned(group, {}, true);
  QModelIndex current = m_model->find(key);
  if (!current.isValid() && m_model->rowCount() > 0) current = m_model->index(0, 0, m_model->index(0, 0));
  m_refreshing = true;  // what is selected is shown once, below
  m_list->setCurrentIndex(current);
  m_refreshing = false;
  m_stack->setCurrentIndex(m_model->count(std::nullopt) == 0 ? 1 : 0);
  if (isVisible()) showCurrent();  // else when it comes to the front: what stands there is ranked afresh
  emit statusChanged(tr("%1 of %2 shown").arg(m_model->shown()).arg(m_model->count(std::nullopt)), tr("Enter opens, Space marks as done"));
  emit dueChanged(m_model->count(std::nullopt));
}

void WorkPage::addLine(const QString& words, bool quiet) {
  auto* line = new TextLabel(words, Type::text, quiet ? Ink::text2 : Ink::text);
  line->setWrapped(true);
  m_detailRows->addWidget(line);
}

void WorkPage::showCurrent() {
  if (m_refreshing) return;
  const std::map<SettingId, bool> marks = m_whom ? m_whom->marks() : std::map<SettingId, bool>();
  const ReferralId marked = m_whomFor;
  while (QLayoutItem* old = m_detailRows->takeAt(0)) {
    delete old->widget();
    delete old;
  }
  const app::WorkItem* item = m_model->item(m_list->currentIndex());
  m_done->setEnabled(item != nullptr && item->mayBeMarkedDone);
  m_open->setEnabled(item != nullptr);
  if (item == nullptr) return;
  m_detailRows->addWidget(new SectionHead(sentence(item->act), kindName(item->kind)));
  addLine(sentence(item->why), true);
  addLine(tr("Due %1 %2").arg(dateText(item->due), timeLeft(*item, m_workspace.now())), true);
  if (item->referral) showReferral(*item->referral);
  if (m_whom && m_whomFor == marked) m_whom->setMarks(marks);
  auto* open = makeButton(actName(*item), ButtonKind::outlined);
  // After the click: what it opens may change the case, and this pane is built anew.
  connect(open, &QPushButton::clicked, this, &WorkPage::openCurrent, Qt::QueuedConnection);
  m_detailRows->addSpacing(px(8));
  m_detailRows->addWidget(open, 0, Qt::AlignLeft);
  if (item->referral && (item->choice || item->decision)) {
    auto* referral = makeButton(tr("Open the referra&l"), ButtonKind::plain);
    connect(
        referral, &QPushButton::clicked, this, [this, id = *item->referral] { m_navigator.openReferral(id); }, Qt::QueuedConnection);
    m_detailRows->addWidget(referral, 0, Qt::AlignLeft);
  }
  if (item->mayBeMarkedDone) {
    auto* done = makeButton(item->kind == app::WorkKind::reminder ? tr("Note: remin&ded") : tr("Mark as &done"), ButtonKind::plain);
    connect(done, &QPushButton::clicked, this, &WorkPage::markCurrentDone);
    m_detailRows->addWidget(done, 0, Qt::AlignLeft);
  }
  m_detailRows->addStretch();
}

void WorkPage::showReferral(ReferralId id) {
  const auto entry = app::referralCase(m_workspace, id);
  if (!entry) return addLine(q(entry.error().detail), true);
  m_detailRows->addSpacing(px(8));
  m_detailRows->addWidget(new SectionHead(q(entry->referral.number), q(wording::word("stage", text(entry->referral.stage)))));
  for (const Child& child : entry->children) addLine(tr("%1, %2").arg(q(child.name)).arg(ageOn(child.born, m_workspace.today())), false);
  if (auto steps = stepsOf(m_workspace, entry->referral)) m_detailRows->addWidget(new StageSteps(*std::move(steps)));
  if (isOpen(entry->referral.stage) && entry->referral.stage < Stage::offersIn)
    if (const auto whom = couldAsk(m_workspace, id, offeredToAsk); whom && !whom->empty()) {
      auto* ask = new WhomToAsk(*whom);
      connect(ask, &WhomToAsk::askWanted, this, [this, id](const std::vector<SettingId>& chosen) { m_navigator.askProviders(id, chosen); });
      m_detailRows->addWidget(ask);
      m_whom = ask;
      m_whomFor = id;
    }
  if (const auto lines = app::approachLines(m_workspace, id); lines && !lines->empty()) {
    m_detailRows->addSpacing(px(8));
    m_detailRows->addWidget(new SectionHead(tr("Who was asked")));
    for (const app::ApproachLine& line : *lines) {
      const Sign sign = line.approach.state == ApproachState::declined
                            ? Sign::fail
                            : (line.approach.state == ApproachState::answered ? Sign::pass : Sign::unknown);
      const QString who = line.setting.empty() ? q(line.provider) : tr("%1 (%2)").arg(q(line.setting), q(line.provider));
      m_detailRows->addWidget(new SignLine(sign, tr("%1: %2").arg(who, stateWords(line.approach))));
    }
  }
  std::vector<const OwedStep*> owed;
  for (const OwedStep& step : entry->referral.owed)
    if (!step.doneOn) owed.push_back(&step);
  if (owed.empty()) return;
  m_detailRows->addSpacing(px(8));
  m_detailRows->addWidget(new SectionHead(tr("Owed"), plural(static_cast<std::int64_t>(owed.size()), tr("fact"), tr("facts"))));
  for (const OwedStep* step : owed) addLine(tr("%1, by %2").arg(q(wording::word("owed", step->what)), shortDateText(step->due)), true);
}

void WorkPage::openCurrent() {
  const app::WorkItem* item = m_model->item(m_list->currentIndex());
  if (item == nullptr) return;
  if (item->choice) return m_navigator.openReview(*item->choice);
  if (item->decision && item->kind == app::WorkKind::decision) return m_navigator.confirmDecision(*item->decision);
  if (item->decision) return m_navigator.startPlacement(*item->decision);
  if (item->referral && (item->kind == app::WorkKind::choiceDue || item->kind == app::WorkKind::offerLapsing))
    return m_navigator.openChoice(*item->referral);
  if (item->referral && item->kind == app::WorkKind::escalation)
    return item->key.starts_with("escalated:") ? m_navigator.settleEscalation(*item->referral) : m_navigator.escalate(*item->referral);
  if (item->referral && item->approach) return m_navigator.openApproach(*item->referral, *item->approach);
  if (item->referral && item->kind == app::WorkKind::stalled &&
      (item->key.ends_with(text(Stage::qualityChecked)) || item->key.ends_with("Asked")))
    return m_navigator.openMarketFor(*item->referral);
  if (item->referral && item->kind == app::WorkKind::widen) return m_navigator.openMarketFor(*item->referral);
  if (item->referral) return m_navigator.openReferral(*item->referral);
  if (item->placement) return m_navigator.openPlacement(*item->placement);
  if (item->provider) return m_navigator.openVacancies(*item->provider);
  if (item->setting) return m_navigator.openSetting(*item->setting);
}

void WorkPage::markCurrentDone() {
  const app::WorkItem* item = m_model->item(m_list->currentIndex());
  if (item == nullptr || !item->mayBeMarkedDone) return;
  const app::WorkItem copy = *item;
  if (const auto done = app::markDone(m_workspace, copy, true); !done) {
    addLine(q(done.error().detail), false);
    return;
  }
  emit saved(tr("Marked as done: %1").arg(sentence(copy.act)));
  const auto mark = [this, copy](bool done) { return app::markDone(m_workspace, copy, done); };
  m_undo->push(new SavedChange(
      tr("marking as done (%1)").arg(kindName(copy.kind)), [mark] { return mark(true); }, [mark] { return mark(false); },
      [this](const QString& what) {
        refresh();
        emit saved(what);
      }));
  refresh();
}

bool WorkPage::doPrimary() {
  m_navigator.newSameDayReferral();
  return true;
}

}  // namespace homeward::ui
