#include "reports/report_table_model.h"

#include <QPainter>
#include <algorithm>

#include "print/cell_text.h"
#include "shared/format.h"

namespace homeward::ui {

void ReportTableModel::setTable(reports::Table table, std::optional<Bar> bar) {
  beginResetModel();
  m_table = std::move(table);
  m_bar = bar;
  m_longest = 0.0;
  if (m_bar)
    for (const auto& row : m_table.rows) {
      const double now = cellNumber(row[static_cast<std::size_t>(m_bar->value)]).value_or(0);
      m_longest = std::max({m_longest, now, now - cellNumber(row[static_cast<std::size_t>(m_bar->change)]).value_or(0)});
    }
  endResetModel();
}

int ReportTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size()) + (m_table.totals.empty() ? 0 : 1);
}

int ReportTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size()) + (m_bar && !m_table.columns.empty() ? 1 : 0);
}

int ReportTableModel::source(int column) const {
  if (!m_bar || column < m_bar->value) return column;
  return column == m_bar->value ? -1 : column - 1;
}

const reports::Cell* ReportTableModel::cell(int row, int column) const {
  const auto& cells = isTotals(row) ? m_table.totals : m_table.rows[static_cast<std::size_t>(row)];
  return column >= 0 && static_cast<std::size_t>(column) < cells.size() ? &cells[static_cast<std::size_t>(column)] : nullptr;
}

QVariant ReportTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const int column = source(index.column());
  const bool totals = isTotals(index.row());
  if (column < 0) {
    if (totals && role == Qt::BackgroundRole) return QBrush(Theme::current().alt);
    if (role == SortRole) return cellNumber(*cell(index.row(), m_bar->value)).value_or(0);
    if (totals || m_longest <= 0) return {};
    const auto number = [&](int at) { return cellNumber(*cell(index.row(), at)).value_or(0); };
    const double now = number(m_bar->value);
    if (role == BarRole) return std::clamp(now / m_longest, 0.0, 1.0);
    if (role == BarTickRole) return std::clamp((now - number(m_bar->change)) / m_longest, 0.0, 1.0);
    return role == Qt::AccessibleTextRole ? QVariant(tr("bar of the same figure; the tick is last week")) : QVariant();
  }
  const auto* own = cell(index.row(), column);
  if (own == nullptr) return {};
  const auto kind = m_table.columns[static_cast<std::size_t>(column)].kind;
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
      return totals && std::holds_alternative<std::monostate>(*own) ? QString() : cellText(*own, kind);
    case SortRole: {
      const auto number = cellNumber(*own);
      return number ? QVariant(*number) : QVariant(cellText(*own, kind).toCaseFolded());
    }
    case StrongRole:
      return totals;
    case AmountRole:
      return standsRight(kind);
    case InkRole:
      return std::holds_alternative<std::monostate>(*own) ? QVariant(static_cast<int>(Ink::text3)) : QVariant();
    case Qt::TextAlignmentRole:
      return QVariant((standsRight(kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
      return q(m_table.columns[static_cast<std::size_t>(column)].title) + QStringLiteral(": ") + cellText(*own, kind);
    case Qt::BackgroundRole:
      return totals ? QVariant(QBrush(Theme::current().alt)) : QVariant();
    default:
      return {};
  }
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section >= columnCount()) return {};
  const int column = source(section);
  if (column < 0) return role == Qt::DisplayRole ? QVariant(tr("This week; tick is last week")) : QVariant();
  const auto& own = m_table.columns[static_cast<std::size_t>(column)];
  if (role == Qt::DisplayRole) return q(own.title);
  if (role == Qt::TextAlignmentRole) return QVariant((standsRight(own.kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  return {};
}

void ReportBarDelegate::content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem&, const QModelIndex& index) const {
  const auto share = index.data(BarRole);
  if (!share.isValid()) return;
  const auto& theme = Theme::current();
  const double high = px(9);
  const double top = box.center().y() - high / 2;
  painter.fillRect(QRectF(box.left(), top, box.width() * share.toDouble(), high), theme.known);
  const double tick = box.left() + box.width() * index.data(BarTickRole).toDouble();
  painter.setPen(QPen(theme.text, 2));
  painter.drawLine(QPointF(tick, top - px(2)), QPointF(tick, top + high + px(2)));
}

}  // namespace homeward::ui
