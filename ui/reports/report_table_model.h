// A report's table as rows to look at: its own columns, its totals as the last row, and, where asked for, a bar of one column with a
// tick where the week before ended.
#pragma once

#include <QAbstractTableModel>
#include <optional>

#include "reports/report.h"
#include "shared/delegates.h"

namespace homeward::ui {

enum ReportRole : int { BarRole = SortRole + 500, BarTickRole };

class ReportTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  /// The bar stands before the column that it draws; `change` is what that column moved by since the week before.
  struct Bar {
    int value = 0;
    int change = 0;
  };
  explicit ReportTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
  void setTable(reports::Table table, std::optional<Bar> bar = std::nullopt);
  [[nodiscard]] const reports::Table& table() const { return m_table; }
  [[nodiscard]] bool isTotals(int row) const { return row == static_cast<int>(m_table.rows.size()); }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  [[nodiscard]] int source(int column) const;  ///< column of the table; -1 for the bar
  [[nodiscard]] const reports::Cell* cell(int row, int column) const;
  reports::Table m_table;
  std::optional<Bar> m_bar;
  double m_longest = 0.0;
};

/// The bar, solid, with its tick; nothing for rows without one.
class ReportBarDelegate : public CellDelegate {
  Q_OBJECT
 public:
  using CellDelegate::CellDelegate;

 protected:
  void content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace homeward::ui
