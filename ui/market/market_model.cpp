#include "market/market_model.h"

#include <limits>

#include "shared/format.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

QString capitalised(QString text) {
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

QString milesWords(const std::optional<geography::MilesRange>& miles) {
  if (!miles) return MarketModel::tr("not known");
  const auto low = QString::number(geography::shownMiles(miles->low), 'f', 1);
  const auto high = QString::number(geography::shownMiles(miles->high), 'f', 1);
  return low == high ? low : MarketModel::tr("%1 to %2").arg(low, high);
}

QVariant milesOrder(const std::optional<geography::MilesRange>& miles) {
  return miles ? (miles->low + miles->high) / 2 : std::numeric_limits<double>::max();
}

const Registration* registration(const MarketRow& row) {
  if (row.setting != nullptr && row.setting->registration) return &*row.setting->registration;
  return row.provider != nullptr && row.provider->registration ? &*row.provider->registration : nullptr;
}

QString termsWords(const Setting& setting) {
  if (!setting.terms.limitsKnown) return MarketModel::tr("not known");
  QStringList parts;
  if (setting.terms.ageFrom && setting.terms.ageTo)
    parts << MarketModel::tr("ages %1 to %2").arg(*setting.terms.ageFrom).arg(*setting.terms.ageTo);
  else if (setting.terms.ageFrom)
    parts << MarketModel::tr("%1 and over").arg(*setting.terms.ageFrom);
  else if (setting.terms.ageTo)
    parts << MarketModel::tr("up to %1").arg(*setting.terms.ageTo);
  for (const auto sex : setting.terms.sexes) parts << q(wording::word("sex", text(sex)));
  if (setting.terms.children) parts << plural(*setting.terms.children, MarketModel::tr("child"), MarketModel::tr("children"));
  if (setting.terms.emergencies) parts << MarketModel::tr("on the same day too");
  if (setting.terms.shortBreaksOnly) parts << MarketModel::tr("short breaks only");
  return parts.isEmpty() ? MarketModel::tr("no limits") : parts.join(QStringLiteral(", "));
}

}  // namespace

MarketModel::MarketModel(QObject* parent) : QAbstractTableModel(parent), m_explained(400) {}

void MarketModel::setLines(MarketLines lines, Date today, std::shared_ptr<const geography::Atlas> atlas) {
  beginResetModel();
  m_explained.clear();
  m_lines = std::move(lines);
  m_today = today;
  m_atlas = std::move(atlas);
  std::set<QString> kept;
  for (const auto& row : m_lines.rows)
    if (auto own = key(row); m_ticked.count(own) > 0) kept.insert(std::move(own));
  m_ticked = std::move(kept);
  endResetModel();
  emit ticksChanged();
}

const matching::Explanation* MarketModel::explanation(int row) const {
  const auto& own = line(row);
  if (!m_lines.ranked || !own.candidate) return nullptr;
  if (auto* known = m_explained.object(row)) return known;
  auto* fresh = new matching::Explanation(m_lines.ranked->assessment().explain(*own.candidate));
  m_explained.insert(row, fresh);  // the cache owns it
  return fresh;
}

QString MarketModel::key(const MarketRow& row) {
  if (row.setting != nullptr) return QStringLiteral("setting:%1").arg(row.setting->id.value);
  return QStringLiteral("provider:%1").arg(row.provider != nullptr ? row.provider->id.value : 0);
}

int MarketModel::rowOf(const QString& wanted) const {
  for (std::size_t i = 0; i < m_lines.rows.size(); ++i)
    if (key(m_lines.rows[i]) == wanted) return static_cast<int>(i);
  return -1;
}

QString MarketModel::name(const MarketRow& row) {
  if (row.setting != nullptr) return q(row.setting->name);
  return row.provider != nullptr ? q(row.provider->name) : tr("not named");
}

QString MarketModel::typeWords(const MarketRow& row) {
  if (row.setting != nullptr) return capitalised(q(wording::word("settingType", text(row.setting->type))));
  if (row.provider != nullptr && row.provider->asksFor)
    return tr("to ask: %1").arg(q(wording::word("settingType", text(*row.provider->asksFor))));
  return tr("to ask");
}

QString MarketModel::providerWords(const MarketRow& row) {
  if (row.provider == nullptr) return {};
  if (row.provider->sector == Sector::inHouse || row.provider->framework.empty())
    return q(wording::word("sector", text(row.provider->sector)));
  return q(row.provider->framework);
}

Chip MarketModel::statusChip(const MarketRow& row) {
  switch (row.status) {
    case matching::Status::eligible:
      return eligibleChip();
    case matching::Status::toConfirm:
      return toConfirmChip();
    case matching::Status::notEligible:
      break;
  }
  return notEligibleChip();
}

Fact MarketModel::reason(int at) const {
  const auto* why = explanation(at);
  if (why == nullptr) return {};
  const bool failed = line(at).status == matching::Status::notEligible;
  for (const auto& gate : why->gates) {
    if (failed && gate.result == matching::GateResult::fail && !gate.waiver) return gate.why;
    if (!failed && gate.result == matching::GateResult::unknown) return gate.question.empty() ? gate.why : gate.question;
    if (!failed && gate.waiver) return gate.why;
  }
  return {};
}

std::vector<int> MarketModel::ticked() const {
  std::vector<int> rows;
  if (m_ticked.empty()) return rows;
  for (std::size_t i = 0; i < m_lines.rows.size(); ++i)
    if (m_ticked.count(key(m_lines.rows[i])) > 0) rows.push_back(static_cast<int>(i));
  return rows;
}

void MarketModel::setTicked(int row, bool ticked) { setData(index(row, Tick), ticked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole); }

void MarketModel::clearTicks() {
  for (const int row : ticked()) setTicked(row, false);
}

int MarketModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lines.rows.size()); }
int MarketModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

Qt::ItemFlags MarketModel::flags(const QModelIndex& index) const {
  auto flags = QAbstractTableModel::flags(index);
  if (index.isValid() && index.column() == Tick) flags |= Qt::ItemIsUserCheckable;
  return flags;
}

bool MarketModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid() || index.column() != Tick || role != Qt::CheckStateRole) return false;
  const auto own = key(line(index.row()));
  if (value.toInt() == Qt::Checked)
    m_ticked.insert(own);
  else
    m_ticked.erase(own);
  emit dataChanged(index, index, {Qt::CheckStateRole, Qt::AccessibleTextRole});
  emit ticksChanged();
  return true;
}

QString MarketModel::words(const MarketRow& row, int at, int column) const {
  const auto* setting = row.setting;
  switch (column) {
    case StatusColumn:
      return m_lines.ranked ? statusChip(row).text : QString();
    case SettingColumn:
      return name(row);
    case ProviderColumn:
      return row.provider != nullptr ? q(row.provider->name) : QString();
    case HomeColumn:
      return milesWords(row.home);
    case SchoolColumn:
      return milesWords(row.school);
    case MatchColumn:
      if (!m_lines.ranked) return {};
      if (row.status == matching::Status::notEligible) return sentence(reason(at));
      return intervalText(matching::shownScore(row.known), matching::shownScore(row.possible));
    case RateColumn:
      return setting != nullptr && setting->weeklyRate ? wholePoundsText(*setting->weeklyRate).remove(QChar(0xA3)) : tr("not known");
    case FreeColumn: {
      if (setting == nullptr || !setting->vacancy) return tr("not known");
      if (setting->willingness.state == Willing::notTaking) return tr("not taking");
      if (setting->vacancy->places <= 0) return tr("full");
      if (!setting->vacancy->freeFrom) return tr("not known");
      return *setting->vacancy->freeFrom <= m_today ? tr("now") : shortDateText(*setting->vacancy->freeFrom);
    }
    case GradeColumn: {
      const auto* known = registration(row);
      return known != nullptr && known->inspection ? capitalised(q(wording::word("grade", text(known->inspection->grade))))
                                                   : tr("not known");
    }
    case PlacesColumn: {
      const auto* known = registration(row);
      return known != nullptr && known->places ? countText(*known->places) : tr("not known");
    }
    case TermsColumn:
      return setting != nullptr ? termsWords(*setting) : tr("not known");
    case AreaColumn: {
      if (setting == nullptr) return tr("not known");
      const auto* area = m_atlas ? m_atlas->area(setting->place.authority) : nullptr;
      return area != nullptr ? q(area->name) : tr("not known");
    }
    case TelephoneColumn: {
      const QString number = m_ring ? m_ring(setting, row.provider) : QString();
      return number.isEmpty() ? tr("not known") : number;
    }
    default:
      return {};
  }
}

QString MarketModel::secondLine(const MarketRow& row, int at, int column) const {
  switch (column) {
    case SettingColumn:
      return typeWords(row);
    case ProviderColumn:
      return providerWords(row);
    case MatchColumn:
      return m_lines.ranked && row.status == matching::Status::toConfirm ? sentence(reason(at)) : QString();
    case FreeColumn:
      if (row.setting == nullptr) return {};
      return row.setting->vacancy && row.setting->vacancy->confirmedOn ? shortDateText(*row.setting->vacancy->confirmedOn)
                                                                       : tr("never confirmed");
    default:
      return {};
  }
}

QVariant MarketModel::sortValue(const MarketRow& row, int column) const {
  switch (column) {
    case StatusColumn:
      return static_cast<int>(row.status);
    case HomeColumn:
      return milesOrder(row.home);
    case SchoolColumn:
      return milesOrder(row.school);
    case MatchColumn:
      return static_cast<qlonglong>(row.rank);
    case RateColumn:
      return row.setting != nullptr && row.setting->weeklyRate ? static_cast<qlonglong>(row.setting->weeklyRate->pence)
                                                               : std::numeric_limits<qlonglong>::max();
    case FreeColumn: {
      if (row.setting == nullptr || !row.setting->vacancy || !row.setting->vacancy->freeFrom) return std::numeric_limits<qlonglong>::max();
      const qlonglong full = row.setting->vacancy->places <= 0 ? 1'000'000 : 0;
      return full + static_cast<qlonglong>(std::max(dayNumber(*row.setting->vacancy->freeFrom), dayNumber(m_today)));
    }
    case PlacesColumn: {
      const auto* known = registration(row);
      return known != nullptr && known->places ? static_cast<qlonglong>(*known->places) : -1;
    }
    case GradeColumn: {
      const auto* known = registration(row);
      return known != nullptr && known->inspection ? static_cast<int>(known->inspection->grade) : std::numeric_limits<int>::max();
    }
    case Tick:
      return m_ticked.count(key(row)) > 0 ? 0 : 1;
    default:
      return words(row, static_cast<int>(row.rank), column).toCaseFolded();
  }
}

QVariant MarketModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = line(index.row());
  const int column = index.column();
  const bool out = m_lines.ranked && row.status == matching::Status::notEligible;
  switch (role) {
    case Qt::DisplayRole:
      return column == Tick ? QVariant() : words(row, index.row(), column);
    case SortRole:
      return sortValue(row, column);
    case IdRole:
      return static_cast<qlonglong>(row.setting != nullptr ? row.setting->id.value : row.provider != nullptr ? row.provider->id.value : 0);
    case Qt::CheckStateRole:
      return column == Tick ? QVariant(m_ticked.count(key(row)) > 0 ? Qt::Checked : Qt::Unchecked) : QVariant();
    case SecondLineRole:
      return secondLine(row, index.row(), column);
    case StrongRole:
      return column == SettingColumn && !out;
    case ChipRole:
      return column == StatusColumn && m_lines.ranked ? QVariant::fromValue(statusChip(row)) : QVariant();
    case SecondSignRole:
      if (column == MatchColumn && row.status == matching::Status::toConfirm) return static_cast<int>(Sign::unknown);
      if (column == FreeColumn && row.setting != nullptr && confirmationIsOld(*row.setting, m_today))
        return static_cast<int>(Sign::unknown);
      return {};
    case KnownRole:
      return column == MatchColumn && m_lines.ranked && !out ? QVariant(matching::shownScore(row.known)) : QVariant();
    case PossibleRole:
      return column == MatchColumn && m_lines.ranked && !out ? QVariant(matching::shownScore(row.possible)) : QVariant();
    case InkRole:
      return column == MatchColumn && out ? QVariant(static_cast<int>(Ink::no)) : QVariant();
    case AmountRole:
    case Qt::TextAlignmentRole: {
      const bool right = column == HomeColumn || column == SchoolColumn || column == RateColumn || column == PlacesColumn;
      if (role == AmountRole) return right;
      return right ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    case Qt::ToolTipRole: {
      const auto second = secondLine(row, index.row(), column);
      const auto first = words(row, index.row(), column);
      return second.isEmpty() ? first : first + QLatin1Char('\n') + second;
    }
    case Qt::AccessibleTextRole: {
      if (column == Tick)
        return m_ticked.count(key(row)) > 0 ? tr("%1: ticked to ask").arg(name(row)) : tr("%1: not ticked").arg(name(row));
      const auto second = secondLine(row, index.row(), column);
      const auto first =
          headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString() + QStringLiteral(": ") + words(row, index.row(), column);
      return second.isEmpty() ? first : first + QStringLiteral(", ") + second;
    }
    default:
      return {};
  }
}

QVariant MarketModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal ||
      (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::TextAlignmentRole && role != Qt::ToolTipRole))
    return {};
  if (role == Qt::TextAlignmentRole) {
    const bool right = section == HomeColumn || section == SchoolColumn || section == RateColumn || section == PlacesColumn;
    return QVariant((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  }
  QString title;
  switch (section) {
    case Tick:
      title = tr("Ask");
      break;
    case StatusColumn:
      title = tr("Status");
      break;
    case SettingColumn:
      title = tr("Setting");
      break;
    case ProviderColumn:
      title = tr("Provider");
      break;
    case HomeColumn:
      title = tr("Home,\nmiles");
      break;
    case SchoolColumn:
      title = tr("School,\nmiles");
      break;
    case MatchColumn:
      title = tr("Match of 1,000,\nknown to possible");
      break;
    case RateColumn:
      title = tr("Rate card,\n£ a week");
      break;
    case FreeColumn:
      title = tr("Free from;\nlast confirmed");
      break;
    case GradeColumn:
      title = tr("Inspection");
      break;
    case PlacesColumn:
      title = tr("Registered\nplaces");
      break;
    case TermsColumn:
      title = tr("Whom it takes");
      break;
    case AreaColumn:
      title = tr("Area");
      break;
    case TelephoneColumn:
      title = tr("Telephone");
      break;
    default:
      return {};
  }
  return role == Qt::DisplayRole ? title : title.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

MarketFilter::MarketFilter(QObject* parent) : QSortFilterProxyModel(parent) {
  setSortRole(SortRole);
  setDynamicSortFilter(false);
}

void MarketFilter::setFacets(const Facets* facets) {
  m_facets = facets;
  invalidateFilter();
}

void MarketFilter::setWords(const QString& words) {
  m_words = words.trimmed();
  invalidateFilter();
}

void MarketFilter::facetsChanged() { invalidateFilter(); }

bool MarketFilter::filterAcceptsRow(int row, const QModelIndex&) const {
  if (m_facets != nullptr && !m_facets->passes(static_cast<std::size_t>(row))) return false;
  if (m_words.isEmpty()) return true;
  const auto& line = static_cast<const MarketModel*>(sourceModel())->line(row);
  if (MarketModel::name(line).contains(m_words, Qt::CaseInsensitive)) return true;
  return line.provider != nullptr && q(line.provider->name).contains(m_words, Qt::CaseInsensitive);
}

bool MarketFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const auto order = QVariant::compare(left.data(SortRole), right.data(SortRole));
  if (order == QPartialOrdering::Equivalent || order == QPartialOrdering::Unordered) {
    // Ties stay in the order of the ranking whichever way the column is sorted.
    return sortOrder() == Qt::AscendingOrder ? left.row() < right.row() : left.row() > right.row();
  }
  return order == QPartialOrdering::Less;
}

}  // namespace homeward::ui
