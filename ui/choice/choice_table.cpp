#include "choice/choice_table.h"

#include <algorithm>
#include <numeric>

#include "shared/format.h"
#include "shared/roles.h"

namespace homeward::ui {
namespace {

QVariant ink(Ink value) { return static_cast<int>(value); }
QVariant right() { return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter); }
QVariant ground(const QColor& color) { return QBrush(color); }

}  // namespace

void ChoiceTable::setView(std::shared_ptr<const ChoiceView> view) {
  m_view = std::move(view);
  rebuilt();
}
void ChoiceTable::rebuilt() {
  beginResetModel();
  listRows();
  endResetModel();
}
void ChoiceTable::changed() {
  if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  if (columnCount() > 0) emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}
void ChoiceTable::setDifferencesOnly(bool only) {
  m_differencesOnly = only;
  rebuilt();
}
void ChoiceTable::setMoved(std::optional<std::size_t> criterion) {
  m_moved = criterion;
  changed();
}

void ChoiceTable::listRows() {
  m_rows.clear();
  if (!m_view) return;
  switch (m_part) {
    case ChoicePart::essential: {
      const auto passed = m_differencesOnly ? passedByAll(*m_view) : std::vector<std::size_t>{};
      if (!passed.empty()) m_rows.push_back(same);
      for (std::size_t i = 0; i < m_view->gateLabels.size(); ++i)
        if (std::find(passed.begin(), passed.end(), i) == passed.end()) m_rows.push_back(i);
      if (std::any_of(m_view->options.begin(), m_view->options.end(), [](const ChoiceOption& one) { return !one.notPreferred.isEmpty(); }))
        m_rows.push_back(preferred);
      if (std::any_of(m_view->options.begin(), m_view->options.end(), [](const ChoiceOption& one) { return !one.approvals.isEmpty(); }))
        m_rows.push_back(approvals);
      break;
    }
    case ChoicePart::match: {
      const auto equal = m_differencesOnly ? sameForAll(*m_view) : std::vector<std::size_t>{};
      for (std::size_t i = 0; i < m_view->criterionLabels.size(); ++i)
        if (std::find(equal.begin(), equal.end(), i) == equal.end()) m_rows.push_back(i);
      if (!equal.empty()) m_rows.push_back(same);
      m_rows.push_back(total);
      break;
    }
    case ChoicePart::cost:
      for (std::size_t i = 0; i < m_view->costLabels.size(); ++i) m_rows.push_back(i);
      m_rows.push_back(total);
      break;
  }
}

std::optional<std::size_t> ChoiceTable::entry(int row) const {
  if (row < 0 || row >= rowCount()) return std::nullopt;
  const std::size_t which = m_rows[static_cast<std::size_t>(row)];
  return which == total || which == same || which == approvals || which == preferred ? std::nullopt : std::optional(which);
}

int ChoiceTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int ChoiceTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_view ? 0 : 1 + static_cast<int>(m_view->options.size());
}

QVariant ChoiceTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !m_view) return {};
  const std::size_t row = m_rows[static_cast<std::size_t>(index.row())];
  if (role == Qt::BackgroundRole && row == total) return ground(Theme::current().alt);
  if (index.column() == 0) return labelCell(row, role);
  const auto option = static_cast<std::size_t>(index.column() - 1);
  if (role == Qt::ToolTipRole) {
    const QString words = data(index, Qt::DisplayRole).toString();
    return words.isEmpty() ? QVariant() : words;
  }
  switch (m_part) {
    case ChoicePart::essential:
      return gateCell(row, option, role);
    case ChoicePart::match:
      return matchCell(row, option, role);
    case ChoicePart::cost:
      return costCell(row, option, role);
  }
  return {};
}

QVariant ChoiceTable::labelCell(std::size_t row, int role) const {
  const bool strong = row == total || (m_part == ChoicePart::match && m_moved && *m_moved == row);
  if (role == StrongRole) return strong;
  if (role == InkRole && row == same && m_part == ChoicePart::match) return ink(Ink::text2);
  if (role == SecondLineRole && m_part == ChoicePart::match && row != total && row != same) return QString::number(m_view->weights[row]);
  if (role == SignRole && m_part == ChoicePart::match && m_moved && *m_moved == row) return static_cast<int>(Sign::none);
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) return {};
  if (row == same && m_part == ChoicePart::essential) {
    if (role != Qt::ToolTipRole) return tr("Law, registration, willing");
    QStringList names;
    for (const std::size_t g : passedByAll(*m_view)) names.push_back(m_view->gateLabels[g]);
    return names.join(QStringLiteral(", "));
  }
  if (row == approvals) return tr("Approvals before the start");
  if (row == preferred) return tr("The law prefers otherwise");
  if (row == same) {
    const auto n = static_cast<std::int64_t>(sameForAll(*m_view).size());
    return tr("Same for all: %1").arg(plural(n, tr("criterion"), tr("criteria")));
  }
  switch (m_part) {
    case ChoicePart::essential:
      return m_view->gateLabels[row];
    case ChoicePart::match:
      if (row == total) return tr("Match of 1,000");
      return role == Qt::AccessibleTextRole ? tr("%1, weight %2 of 1,000").arg(m_view->criterionLabels[row]).arg(m_view->weights[row])
                                            : m_view->criterionLabels[row];
    case ChoicePart::cost:
      return row == total ? tr("Whole cost a week") : m_view->costLabels[row];
  }
  return {};
}

QVariant ChoiceTable::gateCell(std::size_t row, std::size_t option, int role) const {
  if (row == same) {
    const auto n = passedByAll(*m_view).size();
    if (role == Qt::DisplayRole) return tr("%1 of %1 pass").arg(n);
    if (role == Qt::AccessibleTextRole) return tr("Law, registration, willing: %1 of %1 pass").arg(n);
    if (role == SignRole) return static_cast<int>(Sign::pass);
    return {};
  }
  if (row == approvals) return approvalCell(option, role);
  if (row == preferred) return preferredCell(option, role);
  const GateCell& cell = m_view->options[option].gates[row];
  const bool failed = cell.result == matching::GateResult::fail;
  const bool waived = failed && !cell.waivedBy.isEmpty();
  switch (role) {
    case Qt::DisplayRole:
      return waived ? tr("Fail, %1; waived").arg(cell.sentence) : failed ? tr("Fail, %1").arg(cell.sentence) : cell.sentence;
    case Qt::AccessibleTextRole: {
      const QString what = cell.result == matching::GateResult::pass ? tr("pass")
                           : !failed                                 ? tr("not known")
                           : waived                                  ? tr("fail, waived by %1").arg(cell.waivedBy)
                                                                     : tr("fail");
      return QStringLiteral("%1: %2; %3").arg(m_view->gateLabels[row], what, cell.sentence);
    }
    case SignRole:
      return static_cast<int>(cell.result == matching::GateResult::pass ? Sign::pass
                              : !failed                                 ? Sign::unknown
                              : waived                                  ? Sign::waived
                                                                        : Sign::fail);
    default:
      return {};
  }
}

QVariant ChoiceTable::approvalCell(std::size_t option, int role) const {
  const ChoiceOption& one = m_view->options[option];
  const QString words = one.approvals.isEmpty() ? tr("none needed") : one.approvals;
  if (role == Qt::DisplayRole) return words;
  if (role == Qt::AccessibleTextRole) return tr("Approvals before the start: %1").arg(words);
  if (role == SignRole) return static_cast<int>(one.approvals.isEmpty() ? Sign::pass : one.approvalsNotKnown ? Sign::unknown : Sign::clock);
  return {};
}

QVariant ChoiceTable::preferredCell(std::size_t option, int role) const {
  const ChoiceOption& one = m_view->options[option];
  const QString open = one.lawOpen > 0 ? tr("%1 not known").arg(one.lawOpen) : QString();
  const QString words = !one.notPreferred.isEmpty() ? one.notPreferred : open.isEmpty() ? tr("No") : tr("Not that anybody knows");
  if (role == Qt::DisplayRole) return words;
  const QString all = (QStringList{words} + (open.isEmpty() ? QStringList{} : QStringList{open})).join(QStringLiteral("; "));
  if (role == Qt::ToolTipRole) return all;
  if (role == Qt::AccessibleTextRole) return tr("The law prefers otherwise: %1").arg(all);
  if (role == SignRole) return static_cast<int>(!one.notPreferred.isEmpty() ? Sign::minus : open.isEmpty() ? Sign::pass : Sign::unknown);
  return {};
}

QVariant ChoiceTable::matchCell(std::size_t row, std::size_t option, int role) const {
  const std::vector<int>& points = m_view->points[option];
  const std::vector<int>& more = m_view->more[option];
  if (row == total) {
    const matching::Ranked& score = scoreOf(*m_view, option);
    const QString words = intervalText(matching::shownScore(score.known), matching::shownScore(score.possible));
    if (role == Qt::DisplayRole) return words;
    if (role == Qt::AccessibleTextRole) return tr("Match of 1,000: %1").arg(words);
    if (role == Qt::TextAlignmentRole) return right();
    if (role == StrongRole) return true;
    return {};
  }
  if (row == same) {
    QStringList names;
    int sum = 0;
    for (const std::size_t c : sameForAll(*m_view)) {
      names.push_back(m_view->criterionLabels[c]);
      sum += points[c];
    }
    if (role == Qt::DisplayRole) return names.join(QStringLiteral(", "));
    if (role == Qt::AccessibleTextRole) return tr("%1: %2 points for every option").arg(names.join(QStringLiteral(", "))).arg(sum);
    if (role == SecondLineRole) return QString::number(sum);
    if (role == InkRole) return ink(Ink::text2);
    return {};
  }
  const CriterionCell& cell = m_view->options[option].criteria[row];
  const bool open = cell.value.low < cell.value.high;
  switch (role) {
    case Qt::DisplayRole:
      return cell.sentence;
    case Qt::AccessibleTextRole:
      return more[row] > 0 ? tr("%1: %2 points of %3, up to %4 more; %5")
                                 .arg(m_view->criterionLabels[row])
                                 .arg(points[row])
                                 .arg(m_view->weights[row])
                                 .arg(more[row])
                                 .arg(cell.sentence)
                           : tr("%1: %2 points of %3; %4")
                                 .arg(m_view->criterionLabels[row])
                                 .arg(points[row])
                                 .arg(m_view->weights[row])
                                 .arg(cell.sentence);
    case ContributionRole: {
      const int heaviest = *std::max_element(m_view->weights.begin(), m_view->weights.end());
      return QVariant::fromValue(Contribution{m_view->weights[row], heaviest, points[row], more[row]});
    }
    case SecondSignRole:
      return static_cast<int>(open && cell.value.low == 0 && points[row] == 0 ? Sign::unknown : Sign::none);
    default:
      return {};
  }
}

QVariant ChoiceTable::costCell(std::size_t row, std::size_t option, int role) const {
  const ChoiceOption& one = m_view->options[option];
  const bool sum = row == total;
  const std::optional<MoneyRange> amount = sum ? one.wholeCost : one.costs[row].aWeek;
  const QString words = amount ? moneyText(*amount) : sum ? tr("not known") : one.costs[row].words;
  switch (role) {
    case Qt::DisplayRole:
      return words;
    case Qt::AccessibleTextRole:
      return QStringLiteral("%1: %2").arg(sum ? tr("Whole cost a week") : m_view->costLabels[row], words);
    case Qt::TextAlignmentRole:
      return right();
    case StrongRole:
      return sum;
    case InkRole:
      return ink(amount ? Ink::text : Ink::text2);
    default:
      return {};
  }
}

QVariant ChoiceTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (!m_view || orientation != Qt::Horizontal || section < 0 || section >= columnCount())
    return QAbstractTableModel::headerData(section, orientation, role);
  if (section == 0) return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(tr("Row")) : QVariant();
  const auto option = static_cast<std::size_t>(section - 1);
  if (role == Qt::DisplayRole) return m_view->options[option].name;
  if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) return headWords(*m_view, option);
  return {};
}

}  // namespace homeward::ui
