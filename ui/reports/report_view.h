// How a report's table is shown wherever it stands: one line a row, always a current row, its columns chosen and sorted by whoever reads
// it, its totals always last.
#pragma once

#include <QString>

class QTableView;
class QWidget;

namespace homeward::ui {

class ReportTableModel;
class TableColumns;

/// What is made of its columns is kept under the key of the report's table.
[[nodiscard]] QTableView* reportView(ReportTableModel* model, const QString& name, QWidget* parent = nullptr);
/// The row of the report's table that is current, however the view is sorted; -1 if there is none.
[[nodiscard]] int reportRow(const QTableView& view);
[[nodiscard]] TableColumns& columnsOf(QTableView& view);

}  // namespace homeward::ui
