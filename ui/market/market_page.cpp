#include "market/market_page.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMetaMethod>
#include <QStackedWidget>
#include <QTableView>
#include <QUndoStack>
#include <algorithm>
#include <array>
#include <utility>

#include "app/asking.h"
#include "app/authorities.h"
#include "app/market_data.h"
#include "app/referrals.h"
#include "app/why_out.h"
#include "market/ask_dialog.h"
#include "market/candidate_card.h"
#include "market/facet_tree.h"
#include "market/market_map.h"
#include "market/market_model.h"
#include "market/market_scene.h"
#include "market/provider_editor.h"
#include "market/reach_words.h"
#include "market/setting_editor.h"
#include "market/strategy_panel.h"
#include "market/why_out_dialog.h"
#include "sending/pack_dialog.h"
#include "shared/delegates.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/saved_edit.h"
#include "shared/table_columns.h"

namespace homeward::ui {
namespace {

constexpr std::size_t mostSaid = 4;  // of what stops, and of what would help

constexpr std::array<int, 5> matchedColumns{MarketModel::Tick, MarketModel::StatusColumn, MarketModel::HomeColumn,
                                            MarketModel::SchoolColumn, MarketModel::MatchColumn};

/// What the ranking reads: anything else that changes leaves the order as it is.
bool isRanked(store::Entity entity) {
  switch (entity) {
    case store::Entity::provider:
    case store::Entity::setting:
    case store::Entity::child:
    case store::Entity::siblingGroup:
    case store::Entity::referral:
    case store::Entity::approach:
    case store::Entity::placement:
    case store::Entity::policy:
    case store::Entity::postcodes:
    case store::Entity::areas:
    case store::Entity::authority:
    case store::Entity::property:  // what support costs
      return true;
    default:
      return false;
  }
}

}  // namespace

MarketPage::MarketPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_navigator(navigator),
      m_model(new MarketModel(this)),
      m_filter(new MarketFilter(this)),
      m_undo(new QUndoStack(this)) {
  m_filter->setSourceModel(m_model);
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  buildHead();
  buildBody();
  buildActions();
  m_model->setRing([this](const Setting* setting, const Provider* provider) { return numberToRing(m_workspace, setting, provider); });
  m_listening = m_workspace.listen([this](const std::vector<store::Changed>& what) {
    m_stale = m_stale || std::any_of(what.begin(), what.end(), [](const store::Changed& one) { return isRanked(one.entity); });
  });
}

MarketPage::~MarketPage() { m_workspace.forget(m_listening); }

QString MarketPage::title() const { return tr("Market"); }
QWidget* MarketPage::firstFocus() { return m_stack->currentWidget() == m_table ? static_cast<QWidget*>(m_table) : m_tree; }
QList<QWidget*> MarketPage::panes() { return {m_strategy->first(), m_tree, m_table, m_map, m_card->ask()}; }

bool MarketPage::findHere() {
  m_find->setFocus();
  m_find->selectAll();
  return true;
}

bool MarketPage::goBack() {
  if (m_find->text().isEmpty()) return false;
  m_find->clear();
  m_table->setFocus();
  return true;
}

bool MarketPage::doPrimary() {
  if (!m_ask->isEnabled()) return false;
  askSelected();
  return true;
}

void MarketPage::setNamesHidden(bool hidden) {
  m_namesHidden = hidden;
  fillReferrals();
  follow();
}

void MarketPage::refresh() {
  fillReferrals();
  if (!m_stale) return followStrategy();
  rank();
}

void MarketPage::fillReferrals() {
  const auto lines = app::referralLines(m_workspace, true);
  if (!lines) return trouble(q(lines.error().detail));
  QVector<SearchCombo::Entry> entries{{tr("Not matched to a referral"), qlonglong{0}}};
  for (const auto& line : *lines)
    entries.push_back(
        {tr("%1 %2").arg(q(line.number), q(m_namesHidden ? line.numbersOnly : line.people)), static_cast<qlonglong>(line.id.value)});
  m_which->setEntries(entries);
  m_which->setValue(m_referral ? QVariant(static_cast<qlonglong>(m_referral->value)) : QVariant(qlonglong{0}));
}

void MarketPage::showReferral(std::optional<ReferralId> referral) {
  if (m_referral == referral && !m_stale) return;
  const bool other = m_referral != referral;
  m_referral = referral;
  if (other) m_model->clearTicks();
  // What the page typed itself goes with what it was typed for.
  if (other && !m_narrowedTo.isEmpty() && m_find->text() == std::exchange(m_narrowedTo, {})) m_find->clear();
  fillReferrals();
  m_facets = {};
  rank();
}

void MarketPage::rank() {
  const auto atlas = m_workspace.atlas();
  if (!atlas) return trouble(q(atlas.error().detail));
  MarketLines lines;
  if (m_referral) {
    auto ranked = app::rankMarket(m_workspace, *m_referral);
    if (!ranked) return trouble(q(ranked.error().detail));
    lines = matchedMarket(*std::move(ranked), **atlas);
  } else {
    auto market = m_workspace.market();
    if (!market) return trouble(q(market.error().detail));
    lines = plainMarket(*std::move(market));
  }
  trouble({});
  m_stale = false;
  const int row = currentRow();
  const auto selected = row >= 0 ? MarketModel::key(m_model->line(row)) : QString();
  const bool first = m_facets.groups().empty();
  const auto ticks = m_facets.ticks();
  m_following = true;
  m_filter->setFacets(nullptr);
  m_facets = Facets(lines, m_workspace.today(), m_workspace.authority().code);
  if (first)
    m_facets.tickDefaults();
  else
    m_facets.setTicks(ticks);
  m_model->setLines(std::move(lines), m_workspace.today(), *atlas);
  m_filter->setFacets(&m_facets);
  m_filter->sort(m_filter->sortColumn(), m_filter->sortOrder());
  m_map->setGround(*atlas, m_workspace.authority().code);
  m_tree->setFacets(m_facets);
  m_following = false;
  followStrategy();
  showMatchedColumns();
  follow();
  selectRow(selected.isEmpty() ? -1 : m_model->rowOf(selected));
  emit titleChanged();
}

/// Without a referral there is nobody to be near to and nothing to match.
void MarketPage::showMatchedColumns() {
  m_columns->setAbsent(m_referral ? QList<int>() : QList<int>(matchedColumns.begin(), matchedColumns.end()));
  m_columns->setKey(m_referral ? QStringLiteral("market") : QStringLiteral("marketPlain"));
  m_why->setVisible(m_referral.has_value());
  m_ask->setVisible(m_referral.has_value());
  const auto& lines = m_model->lines();
  m_head->setSubtitle(
      tr("%1, %2 said to be free")
          .arg(plural(lines.settings(), tr("setting"), tr("settings")), plural(lines.placesFree(), tr("place"), tr("places"))));
  if (const QModelIndex index = m_filter->index(0, MarketModel::SettingColumn); index.isValid()) {
    const QStyleOptionViewItem option;
    m_table->verticalHeader()->setDefaultSectionSize(m_table->itemDelegate()->sizeHint(option, index).height());
  }
}

void MarketPage::follow() {
  if (m_following) return;
  const int row = currentRow();
  m_filter->facetsChanged();
  m_tree->follow(m_facets);
  QVector<FilterChips::Entry> chips;
  for (const auto& group : m_facets.groups())
    for (const auto& value : group.values)
      if (value.ticked && group.key != QLatin1String("status"))
        chips.push_back({group.key + QLatin1Char('=') + value.key, group.title + QStringLiteral(": ") + value.label});
  m_chips->setFilters(chips);

  const int shown = m_filter->rowCount();
  const auto& lines = m_model->lines();
  const auto all = static_cast<std::int64_t>(lines.rows.size());
  if (m_referral)
    m_sentence->setText(tr("%1 of %2 can be used; %3 shown").arg(countText(lines.usable()), countText(all), countText(shown)));
  else
    m_sentence->setText(tr("%1 of %2 shown").arg(countText(shown), countText(all)));
  m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
  if (shown == 0) {
    QString words = all == 0 ? tr("There are no settings yet. Bring Ofsted’s list in on the Data page, or enter one.")
                             : tr("No setting passes all filters.");
    const bool nobody = m_referral && all > 0 && lines.usable() == 0;
    if (nobody) words = whyNobody();
    m_empty->setSentence(words);
    m_empty->setAction(nobody ? tr("Why, and what would help…") : tr("Take all filters away"));
  }
  std::vector<int> rows;
  rows.reserve(static_cast<std::size_t>(shown));
  for (int i = 0; i < shown; ++i) rows.push_back(m_filter->mapToSource(m_filter->index(i, 0)).row());
  m_map->setScene(marketScene(*m_model, rows, m_namesHidden));
  selectRow(row);
  emit statusChanged(tr("%1 shown, %2 selected to ask").arg(plural(shown, tr("row"), tr("rows")), countText(std::ssize(m_model->ticked()))),
                     tr("Distances are straight lines on the National Grid"));
}

QString MarketPage::whyNobody() {
  const auto& ranked = m_model->lines().ranked;
  if (m_stops.of != ranked) m_stops = {ranked, app::whatStops(*ranked, mostSaid)};  // once a ranking, not once a keystroke
  QStringList said{tr("Nobody is left. What stops most:")};
  for (const std::string& one : m_stops.what.stops) said << shown(q(one));
  said << QString()
       << (m_stops.what.letsIn.empty() ? tr("No single change to the referral would let anybody in.")
                                       : tr("What one change would let in:"));
  for (const std::string& one : m_stops.what.letsIn) said << shown(q(one));
  return said.join(QLatin1Char('\n'));
}

int MarketPage::currentRow() const {
  const auto index = m_table->currentIndex();
  return index.isValid() ? m_filter->mapToSource(index).row() : -1;
}

void MarketPage::selectRow(int row) {
  auto index = row >= 0 ? m_filter->mapFromSource(m_model->index(row, MarketModel::SettingColumn)) : QModelIndex();
  if (!index.isValid()) index = m_filter->index(0, MarketModel::SettingColumn);
  if (index.isValid() && index.row() != m_table->currentIndex().row()) {
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
  }
  followSelection();
}

void MarketPage::followSelection() {
  if (m_following) return;
  const int row = currentRow();
  m_map->setCurrentRow(row >= 0 ? std::optional(static_cast<std::size_t>(row)) : std::nullopt);
  m_card->show(*m_model, row, row >= 0 ? factsOf(m_model->line(row)) : QStringList());
  // A button that nobody answers would be a promise that is not kept.
  if (!isSignalConnected(QMetaMethod::fromSignal(&MarketPage::offerWanted))) m_card->offer()->hide();
  followVacancy(row);
}

bool MarketPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_table && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const int row = currentRow();
    if (row >= 0 && key->key() == Qt::Key_Space && m_referral) {
      const auto tick = m_model->index(row, MarketModel::Tick);
      m_model->setTicked(row, tick.data(Qt::CheckStateRole).toInt() != Qt::Checked);
      return true;
    }
    if (row >= 0 && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
      open(row);
      return true;
    }
  }
  return Page::eventFilter(watched, event);
}

void MarketPage::askSelected() {
  auto rows = m_model->ticked();
  if (rows.empty() && currentRow() >= 0) rows.push_back(currentRow());
  ask(rows);
}

void MarketPage::askAbout(const std::vector<SettingId>& whom) {
  m_model->clearTicks();
  for (int row = 0; row < m_model->rowCount(); ++row)
    if (const Setting* setting = m_model->line(row).setting;
        setting != nullptr && std::find(whom.begin(), whom.end(), setting->id) != whom.end())
      m_model->setTicked(row, true);
  ask(m_model->ticked());
}

void MarketPage::ask(const std::vector<int>& rows) {
  if (!m_referral || rows.empty() || rows.front() < 0) return;
  const auto due = dueFor(rows);
  const auto read = [this](QWidget* parent, Instant answerDue) { return readPack(m_workspace, *m_referral, answerDue, parent); };
  AskDialog dialog(m_workspace, *m_model, rows, due, read, this);
  connect(&dialog, &AskDialog::sendWanted, &dialog, [&] {
    const auto sent = app::askProviders(m_workspace, *m_referral, dialog.asks(), dialog.answerDue());
    if (!sent) return dialog.setProblem(q(sent.error().detail));
    m_model->clearTicks();
    emit saved(tr("%1 asked").arg(plural(static_cast<std::int64_t>(sent->size()), tr("provider"), tr("providers"))));
    dialog.accept();
  });
  dialog.exec();
}

void MarketPage::whyOut() {
  if (!m_referral) return;
  const int row = currentRow();
  const bool out = row >= 0 && m_model->line(row).status == matching::Status::notEligible;
  WhyOutDialog dialog(m_workspace, *m_model, out ? row : -1, this);
  connect(&dialog, &WhyOutDialog::waived, this, [this] { emit saved(tr("Saved %1").arg(timeText(m_workspace.now()))); });
  connect(&dialog, &WhyOutDialog::waived, this, &MarketPage::refresh);
  connect(
      &dialog, &WhyOutDialog::changeWanted, this,
      [this, referral = *m_referral](const matching::Relaxing& there) { m_navigator.changeReferral(referral, there); },
      Qt::QueuedConnection);
  // The window reads the case file again by itself after a commit: the dialog follows the model, not the act.
  connect(m_model, &QAbstractItemModel::modelReset, &dialog, &WhyOutDialog::read);
  dialog.exec();
}

void MarketPage::open(int row) {
  if (row < 0) return;
  const auto& line = m_model->line(row);
  if (line.setting != nullptr)
    editSetting(line.setting->id);
  else if (line.provider != nullptr)
    editProvider(line.provider->id);
}

void MarketPage::editSetting(SettingId id) {
  const auto market = m_workspace.market();
  if (!market) return trouble(q(market.error().detail));
  const auto* known = (*market)->setting(id);
  if (id.stored() && known == nullptr) return trouble(tr("This setting is no longer in the case file."));
  const Setting before = known != nullptr ? *known : Setting{};  // saving reads the market anew
  SettingEditor editor(m_workspace, before, this);
  if (editor.exec() != QDialog::Accepted) return;
  emit saved(tr("Saved %1").arg(timeText(m_workspace.now())));
  const auto now = [this, id] { return m_workspace.file().market().setting(id); };
  if (const auto kept = now(); before.id.stored() && kept)
    m_undo->push(savedEdit<Setting>(
        tr("changing %1").arg(q(before.name)), before, *kept, now,
        [this](const Setting& wanted) { return app::saveSetting(m_workspace, wanted); },
        [this](const QString& told) { emit saved(told); }));
}

void MarketPage::editProvider(ProviderId id) {
  const auto market = m_workspace.market();
  if (!market) return trouble(q(market.error().detail));
  const auto* known = (*market)->provider(id);
  if (id.stored() && known == nullptr) return trouble(tr("This provider is no longer in the case file."));
  const Provider before = known != nullptr ? *known : Provider{};
  ProviderEditor editor(m_workspace, before, this);
  if (editor.exec() != QDialog::Accepted) return;
  emit saved(tr("Saved %1").arg(timeText(m_workspace.now())));
  const auto now = [this, id] { return m_workspace.file().market().provider(id); };
  if (const auto kept = now(); before.id.stored() && kept)
    m_undo->push(savedEdit<Provider>(
        tr("changing %1").arg(q(before.name)), before, *kept, now,
        [this](const Provider& wanted) { return app::saveProvider(m_workspace, wanted); },
        [this](const QString& told) { emit saved(told); }));
}

void MarketPage::trouble(const QString& words) {
  m_trouble->setText(words);
  m_trouble->setVisible(!words.isEmpty());
}

}  // namespace homeward::ui
