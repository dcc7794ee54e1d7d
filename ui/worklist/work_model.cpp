#include "worklist/work_model.h"

#include "shared/format.h"
#include "shared/painters.h"
#include "shared/roles.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr quintptr groupMark = 0;
constexpr int minutesInADay = 24 * 60;

Instant dueAt(const app::WorkItem& item) {
  const Instant midnight{item.due};
  const Instant local = midnight + std::chrono::minutes{item.dueMinute.value_or(17 * 60)};
  return local - englandOffset(local);
}

QString groupTitle(Date due, Date today) {
  if (due <= today) return WorkModel::tr("Today");
  const Date sunday = monday(isoWeek(today)) + std::chrono::days{6};
  if (due <= std::max(sunday, today + std::chrono::days{4})) return q(weekdayName(due)) + " " + shortDateText(due);
  if (due <= sunday + std::chrono::days{7})
    return WorkModel::tr("By %1").arg(q(weekdayName(sunday + std::chrono::days{5})) + " " + shortDateText(sunday + std::chrono::days{5}));
  return WorkModel::tr("Later");
}

Sign signOf(const app::WorkItem& item) {
  switch (item.kind) {
    case app::WorkKind::breach:
      return Sign::fail;
    case app::WorkKind::sameDay:
      return Sign::sameDay;
    case app::WorkKind::offerLapsing:
    case app::WorkKind::clockInLaw:
      return Sign::clock;
    default:
      return Sign::planned;
  }
}

}  // namespace

QString kindName(app::WorkKind kind) { return q(wording::word("workKind", text(kind))); }

QString timeLeft(const app::WorkItem& item, Instant now) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(dueAt(item) - now).count();
  const auto span = [](std::int64_t whole) {
    return whole < 60 ? WorkModel::tr("%1 min").arg(whole) : WorkModel::tr("%1 h %2 min").arg(whole / 60).arg(whole % 60);
  };
  const Date today = englandDay(now);
  if (item.due < today)
    return WorkModel::tr("%1 late").arg(plural((today - item.due).count(), WorkModel::tr("day"), WorkModel::tr("days")));
  if (minutes < 0) return WorkModel::tr("%1 late").arg(span(-minutes));
  if (item.due == today && minutes < minutesInADay) return WorkModel::tr("in %1").arg(span(minutes));
  return {};
}

void WorkModel::setItems(std::vector<app::WorkItem> items, Instant now) {
  beginResetModel();
  m_items = std::move(items);
  m_now = now;
  regroup();
  endResetModel();
}

void WorkModel::setFilter(std::optional<app::WorkKind> filter) {
  beginResetModel();
  m_filter = filter;
  regroup();
  endResetModel();
}

void WorkModel::regroup() {
  m_groups.clear();
  const Date today = englandDay(m_now);
  for (std::size_t i = 0; i < m_items.size(); ++i) {
    const app::WorkItem& item = m_items[i];
    if (m_filter && item.kind != *m_filter) continue;
    const bool atOnce = item.kind == app::WorkKind::breach || item.kind == app::WorkKind::sameDay;
    const QString title = groupTitle(atOnce ? today : item.due, today);
    if (m_groups.empty() || m_groups.back().title != title) m_groups.push_back({title, {}});
    m_groups.back().items.push_back(i);
  }
}

const app::WorkItem* WorkModel::item(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == groupMark) return nullptr;
  return &m_items[m_groups[index.internalId() - 1].items[static_cast<std::size_t>(index.row())]];
}

QModelIndex WorkModel::find(const std::string& key) const {
  for (std::size_t g = 0; g < m_groups.size(); ++g)
    for (std::size_t row = 0; row < m_groups[g].items.size(); ++row)
      if (m_items[m_groups[g].items[row]].key == key) return createIndex(static_cast<int>(row), 0, g + 1);
  return {};
}

int WorkModel::count(std::optional<app::WorkKind> which) const {
  return static_cast<int>(
      std::count_if(m_items.begin(), m_items.end(), [&](const app::WorkItem& item) { return !which || item.kind == *which; }));
}

int WorkModel::shown() const {
  std::size_t sum = 0;
  for (const Group& group : m_groups) sum += group.items.size();
  return static_cast<int>(sum);
}

std::vector<DayLine::Mark> WorkModel::dueByTheClock() const {
  std::vector<DayLine::Mark> marks;
  for (const app::WorkItem& item : m_items)
    if (item.dueMinute && item.due == englandDay(m_now) && item.kind != app::WorkKind::breach)
      marks.push_back({*item.dueMinute, signOf(item), cellOf(item, act, Qt::DisplayRole).toString()});
  return marks;
}

QModelIndex WorkModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : groupMark);
}

QModelIndex WorkModel::parent(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == groupMark) return {};
  return createIndex(static_cast<int>(index.internalId()) - 1, 0, groupMark);
}

int WorkModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return static_cast<int>(m_groups.size());
  if (parent.internalId() != groupMark || parent.column() > 0) return 0;
  return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].items.size());
}

int WorkModel::columnCount(const QModelIndex&) const { return columns; }

QVariant WorkModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (const app::WorkItem* found = item(index)) return cellOf(*found, index.column(), role);
  if (index.column() != 0) return {};
  const Group& group = m_groups[static_cast<std::size_t>(index.row())];
  if (role == Qt::DisplayRole) return group.title + "  " + countText(static_cast<std::int64_t>(group.items.size()));
  if (role == Qt::AccessibleTextRole)
    return tr("%1, %2").arg(group.title, plural(static_cast<std::int64_t>(group.items.size()), tr("thing"), tr("things")));
  if (role == StrongRole) return true;
  return {};
}

QVariant WorkModel::cellOf(const app::WorkItem& item, int column, int role) const {
  const QString when = item.due <= englandDay(m_now) && item.dueMinute ? clockText(*item.dueMinute) : shortDateText(item.due);
  const QString left = timeLeft(item, m_now);
  if (role == Qt::AccessibleTextRole)
    return tr("%1. %2. Due %3 %4. %5").arg(sentence(item.act), sentence(item.why), when, left, kindName(item.kind));
  if (role == SortRole) return QVariant::fromValue<qint64>(dayNumber(item.due) * minutesInADay + item.dueMinute.value_or(minutesInADay));
  if (column == due) {
    if (role == Qt::DisplayRole) return when;
    if (role == SecondLineRole) return left;
    if (role == SignRole) return static_cast<int>(signOf(item));
    if (role == StrongRole) return true;
    return {};
  }
  if (column == act) {
    if (role == Qt::DisplayRole) return sentence(item.act);
    if (role == SecondLineRole || role == Qt::ToolTipRole) return sentence(item.why);
    return {};
  }
  if (role == Qt::DisplayRole) return kindName(item.kind);
  if (role == InkRole) return static_cast<int>(Ink::text2);
  return {};
}

QVariant WorkModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  return QStringList{tr("Due"), tr("What to do, and why"), tr("Kind")}.at(section);
}

Qt::ItemFlags WorkModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  return item(index) != nullptr ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

}  // namespace homeward::ui
