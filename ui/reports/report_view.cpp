#include "reports/report_view.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>

#include "reports/report_table_model.h"
#include "shared/format.h"
#include "shared/table_columns.h"

namespace homeward::ui {
namespace {

/// Totals are the last row whichever way the others are sorted.
class ReportOrder : public QSortFilterProxyModel {
 public:
  ReportOrder(ReportTableModel* model, QObject* parent) : QSortFilterProxyModel(parent), m_model(model) {
    setSourceModel(model);
    setSortRole(SortRole);
  }

 protected:
  [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override {
    if (m_model->isTotals(left.row())) return sortOrder() == Qt::DescendingOrder;
    if (m_model->isTotals(right.row())) return sortOrder() == Qt::AscendingOrder;
    return QSortFilterProxyModel::lessThan(left, right);
  }

 private:
  ReportTableModel* m_model;
};

int barOf(const QAbstractItemModel& model) {
  for (int column = 0; column < model.columnCount(); ++column)
    if (model.rowCount() > 0 && model.index(0, column).data(BarRole).isValid()) return column;
  return -1;
}

}  // namespace

QTableView* reportView(ReportTableModel* model, const QString& name, QWidget* parent) {
  auto* view = new QTableView(parent);
  view->setModel(new ReportOrder(model, view));
  view->setAccessibleName(name);
  view->setSelectionBehavior(QAbstractItemView::SelectRows);
  view->setTabKeyNavigation(false);
  view->setShowGrid(false);
  view->setWordWrap(false);
  view->setFrameShape(QFrame::NoFrame);
  view->setMouseTracking(true);
  view->setItemDelegate(new CellDelegate(view));
  view->verticalHeader()->hide();
  view->horizontalHeader()->setHighlightSections(false);
  view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  view->setSortingEnabled(true);
  auto* bar = new ReportBarDelegate(view);
  const auto dress = [view, bar] {
    const QAbstractItemModel& rows = *view->model();
    for (int column = 0; column < rows.columnCount(); ++column) view->setItemDelegateForColumn(column, nullptr);
    if (const int at = barOf(rows); at >= 0) view->setItemDelegateForColumn(at, bar);
    if (rows.rowCount() == 0) return;
    view->verticalHeader()->setDefaultSectionSize(view->itemDelegate()->sizeHint({}, rows.index(0, 0)).height());
    if (!view->currentIndex().isValid()) view->setCurrentIndex(rows.index(0, 0));
  };
  auto* columns = new TableColumns(*view);
  const auto follow = [columns, dress, model] {
    dress();
    columns->setStretching(barOf(*model));
    if (model->columnCount() > 0) columns->setKey(QStringLiteral("report.") + q(model->table().key));
    columns->fit();
  };
  QObject::connect(view->model(), &QAbstractItemModel::modelReset, columns, follow);
  QObject::connect(&lookWatch(), &LookWatch::changed, view, dress);
  follow();
  return view;
}

int reportRow(const QTableView& view) {
  return static_cast<const QSortFilterProxyModel*>(view.model())->mapToSource(view.currentIndex()).row();
}

TableColumns& columnsOf(QTableView& view) { return *view.findChild<TableColumns*>(); }

}  // namespace homeward::ui
