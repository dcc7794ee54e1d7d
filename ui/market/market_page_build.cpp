// What the market page is made of, and which act belongs to which control; what it does stands in market_page.cpp.
#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "market/candidate_card.h"
#include "market/facet_tree.h"
#include "market/market_map.h"
#include "market/market_model.h"
#include "market/market_page.h"
#include "market/strategy_panel.h"
#include "market/tick_delegate.h"
#include "shared/delegates.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/table_columns.h"

namespace homeward::ui {
void MarketPage::buildHead() {
  m_head = new PageHead;
  m_head->setTitle(tr("Market"));
  m_which = new SearchCombo(tr("Matched to"));
  m_which->setPlaceholder(tr("Match to a referral"));
  m_which->setMinimumWidth(px(230));
  m_why = makeButton(tr("&Why is a setting out?"), ButtonKind::plain);
  m_ask = makeButton(tr("As&k selected providers..."), ButtonKind::primary, QStringLiteral("send"));
  m_head->addAction(m_which);
  m_head->addAction(m_why);
  m_head->addAction(m_ask);
  layout()->addWidget(m_head);
  m_trouble = new Banner(Banner::Kind::problem);
  m_trouble->hide();
  layout()->addWidget(m_trouble);
  connect(m_which, &SearchCombo::valueChanged, this, [this](const QVariant& value) {
    const auto id = value.toLongLong();
    showReferral(id > 0 ? std::optional(ReferralId{id}) : std::nullopt);
  });
  connect(m_why, &QPushButton::clicked, this, &MarketPage::whyOut);
  connect(m_ask, &QPushButton::clicked, this, &MarketPage::askSelected);

  auto* tools = new Surface(Surface::Ground::window);
  tools->setLines(Qt::BottomEdge);
  m_tools = new QHBoxLayout(tools);
  QHBoxLayout* row = m_tools;
  row->setContentsMargins(px(16), px(3), px(16), px(3));
  m_find = new QLineEdit;
  m_find->setPlaceholderText(tr("Name of a setting or provider"));
  m_find->setAccessibleName(tr("Filter by name"));
  m_find->setClearButtonEnabled(true);
  m_find->setFixedWidth(px(200));
  m_chips = new FilterChips;
  m_sentence = new TextLabel({}, Type::second, Ink::text2);
  row->addWidget(m_find);
  row->addWidget(m_chips);
  row->addWidget(m_sentence, 1);
  layout()->addWidget(tools);
  connect(m_find, &QLineEdit::textChanged, this, [this](const QString& words) {
    m_filter->setWords(words);
    follow();
  });
  connect(m_chips, &FilterChips::removed, this, [this](const QString& key) {
    auto ticks = m_facets.ticks();
    ticks.erase(key);
    m_facets.setTicks(ticks);
    follow();
  });
}

void MarketPage::buildBody() {
  m_strategy = new StrategyPanel;
  m_strategy->hide();
  layout()->addWidget(m_strategy);
  connect(m_strategy, &StrategyPanel::selectWanted, this, &MarketPage::selectWave);
  connect(m_strategy, &StrategyPanel::whyNotWanted, this, &MarketPage::whyOut);
  auto* split = new QSplitter(Qt::Horizontal);
  split->setChildrenCollapsible(false);
  split->setHandleWidth(px(7));
  m_tree = new FacetTree;
  m_tree->setMinimumWidth(px(190));
  split->addWidget(m_tree);
  connect(m_tree, &FacetTree::ticked, this, [this](std::size_t group, std::size_t value, bool on) {
    m_facets.tick(group, value, on);
    follow();
  });

  m_table = new QTableView;
  m_table->setObjectName(QStringLiteral("marketTable"));
  m_table->setAccessibleName(tr("The market"));
  m_table->setAccessibleDescription(tr("Space ticks a row to be asked, Enter opens it"));
  m_table->setModel(m_filter);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setTabKeyNavigation(false);
  m_table->setShowGrid(false);
  m_table->setSortingEnabled(true);
  m_table->setWordWrap(false);
  m_table->setMouseTracking(true);
  m_table->setFrameShape(QFrame::NoFrame);
  m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  auto* two = new TwoLineDelegate(m_table);
  m_table->setItemDelegate(two);
  m_table->setItemDelegateForColumn(MarketModel::Tick, new TickDelegate(m_table));
  m_table->setItemDelegateForColumn(MarketModel::StatusColumn, new ChipDelegate(m_table));
  m_table->setItemDelegateForColumn(MarketModel::MatchColumn, new IntervalDelegate(m_table));
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  auto* head = m_table->horizontalHeader();
  head->setHighlightSections(false);
  head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_table->sortByColumn(MarketModel::MatchColumn, Qt::AscendingOrder);
  m_columns = new TableColumns(*m_table);
  m_columns->setNaming(MarketModel::SettingColumn);
  m_columns->setUsuallyHidden({MarketModel::GradeColumn, MarketModel::PlacesColumn, MarketModel::TermsColumn, MarketModel::AreaColumn,
                               MarketModel::TelephoneColumn});
  // Thousands of rows: widths that need no look at each, and words that are elided where there is less room.
  m_columns->setUsualWidths({40, 112, 260, 240, 54, 56, 168, 68, 120, 130, 84, 170, 130, 130});
  m_tools->addWidget(m_columns->button(tr("Colu&mns…")));
  connect(m_columns, &TableColumns::copied, this, &Page::saved);
  m_table->installEventFilter(this);
  connect(m_table, &QTableView::doubleClicked, this, [this] { open(currentRow()); });
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MarketPage::followSelection);
  connect(m_model, &MarketModel::ticksChanged, this, [this] {
    const auto ticked = m_model->ticked().size();
    m_ask->setText(ticked > 0 ? tr("As&k %1...").arg(plural(static_cast<std::int64_t>(ticked), tr("selected"), tr("selected")))
                              : tr("As&k selected providers..."));
  });
  m_empty = new EmptyState({}, tr("Take all filters away"));
  connect(m_empty, &EmptyState::acted, this, [this] {
    if (m_referral && !m_model->lines().rows.empty() && m_model->lines().usable() == 0) return whyOut();
    m_find->clear();
    m_facets.setTicks({});
    follow();
  });
  m_stack = new QStackedWidget;
  m_stack->addWidget(m_table);
  m_stack->addWidget(m_empty);
  split->addWidget(m_stack);

  auto* right = new QSplitter(Qt::Vertical);
  right->setChildrenCollapsible(false);
  auto* top = new Surface(Surface::Ground::base);
  auto* column = new QVBoxLayout(top);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_mapHead = new SectionHead(tr("Map"));
  m_mapHead->setContentsMargins(px(14), px(6), px(14), px(6));
  m_map = new MarketMap;
  column->addWidget(m_mapHead);
  column->addWidget(m_map, 1);
  right->addWidget(top);
  m_card = new CandidateCard;
  m_cardScroll = new QScrollArea;
  m_cardScroll->setWidgetResizable(true);
  m_cardScroll->setFrameShape(QFrame::NoFrame);
  m_cardScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_cardScroll->setFocusPolicy(Qt::NoFocus);
  m_cardScroll->setMinimumWidth(px(300));
  m_cardScroll->setWidget(m_card);
  right->addWidget(m_cardScroll);
  right->setStretchFactor(0, 3);
  right->setStretchFactor(1, 2);
  split->addWidget(right);
  split->setStretchFactor(0, 0);
  split->setStretchFactor(1, 1);
  split->setStretchFactor(2, 0);
  const auto share = [split, right] {
    split->setSizes({px(225), px(890), px(340)});
    right->setSizes({px(460), px(340)});
  };
  share();
  // Larger text wants other widths, taller rows and signs of its size.
  connect(&lookWatch(), &LookWatch::changed, this, [this, share, before = currentLook().textPercent]() mutable {
    if (std::exchange(before, currentLook().textPercent) != before) share();
    m_stale = true;
    if (isVisible()) rank();
  });
  static_cast<QVBoxLayout*>(layout())->addWidget(split, 1);

  connect(m_map, &MarketMap::rowChosen, this, [this](std::size_t row) { selectRow(static_cast<int>(row)); });
  connect(m_map, &MarketMap::rowOpened, this, [this](std::size_t row) { open(static_cast<int>(row)); });
  connect(m_map, &MarketMap::viewChanged, this, [this] {
    const int beyond = m_map->beyond();
    const auto limit = m_model->lines().request() != nullptr ? m_model->lines().request()->referral.withinMilesOfHome : std::nullopt;
    QStringList words{m_referral ? tr("straight-line rings from home") : tr("straight lines, north up")};
    if (limit) words << tr("the line at %1 miles is the limit").arg(QString::number(*limit, 'g', 4));
    if (beyond > 0) words << tr("%1 beyond the map").arg(plural(beyond, tr("lies"), tr("lie")));
    m_mapHead->setWords(words.join(QStringLiteral("; ")));
  });
  connect(m_card->ask(), &QPushButton::clicked, this, [this] { ask({currentRow()}); });
  connect(m_card->open(), &QPushButton::clicked, this, [this] { open(currentRow()); });
  connect(m_card->offer(), &QPushButton::clicked, this, [this] {
    const int row = currentRow();
    if (row < 0 || !m_referral) return;
    const auto& line = m_model->line(row);
    if (line.setting != nullptr) return emit offerWanted(*m_referral, line.setting->id);
    if (line.provider != nullptr) emit homeWanted(*m_referral, line.provider->id);
  });
  connect(m_card->stillFree(), &QPushButton::clicked, this, [this] { confirmVacancy(true); });
  connect(m_card->notFree(), &QPushButton::clicked, this, [this] { confirmVacancy(false); });
}

void MarketPage::buildActions() {
  const auto add = [this](const QString& text, auto act) {
    auto* action = new QAction(text, this);
    connect(action, &QAction::triggered, this, act);
    m_actions << action;
    return action;
  };
  add(tr("Ask selected providers..."), [this] { askSelected(); });
  add(tr("Why is a setting out?"), [this] { whyOut(); });
  add(tr("Open the setting"), [this] { open(currentRow()); });
  m_stillFree = add(tr("Still free, said today"), [this] { confirmVacancy(true); });
  m_stillFree->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+F")));
  m_notFree = add(tr("Not free any more"), [this] { confirmVacancy(false); });
  m_notFree->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+X")));
  for (auto* act : {m_stillFree, m_notFree}) {
    act->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(act);
  }
  add(tr("New setting..."), [this] { editSetting(SettingId{}); });
  add(tr("New provider..."), [this] { editProvider(ProviderId{}); });
}

}  // namespace homeward::ui
