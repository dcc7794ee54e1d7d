// How a report's table is shown wherever it stands: rows as wide as their words, one line each, always a current row.
#pragma once

#include <QString>

class QTableView;
class QWidget;

namespace homeward::ui {

class ReportTableModel;

[[nodiscard]] QTableView* reportView(ReportTableModel* model, const QString& name, QWidget* parent = nullptr);

}  // namespace homeward::ui
