// Where a figure of the weekly report came from: the placements behind it, and for each its terms with the days and the cost of each in
// the week. What stands in the list adds up to the figure that was opened, and the terms of a placement to its line.
#pragma once

#include <QDialog>

#include "app/week_report.h"

class QTableView;

namespace homeward::ui {

class ReportTableModel;
class TextLabel;

/// The placements at those places of `report.cost.placements`, by child's number; totals below.
[[nodiscard]] reports::Table placementsTable(const app::WeekReport& report, const std::vector<std::size_t>& which);
/// One placement's terms in the week: item, rate, days and cost; contributions are subtracted.
[[nodiscard]] reports::Table termsTable(const app::WeekReport& report, std::size_t which);

class PlacementsBehind : public QDialog {
  Q_OBJECT
 public:
  PlacementsBehind(const QString& figure, const app::WeekReport& report, std::vector<std::size_t> which, QWidget* parent = nullptr);

 signals:
  void placementWanted(PlacementId placement);

 private:
  void follow();
  const app::WeekReport& m_report;
  std::vector<std::size_t> m_which;  // in the order of the table
  ReportTableModel* m_placements;
  ReportTableModel* m_terms;
  QTableView* m_list;
  TextLabel* m_title;
};

}  // namespace homeward::ui
