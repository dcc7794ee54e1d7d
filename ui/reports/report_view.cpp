#include "reports/report_view.h"

#include <QHeaderView>
#include <QTableView>

#include "reports/report_table_model.h"

namespace homeward::ui {

QTableView* reportView(ReportTableModel* model, const QString& name, QWidget* parent) {
  auto* view = new QTableView(parent);
  view->setModel(model);
  view->setAccessibleName(name);
  view->setSelectionBehavior(QAbstractItemView::SelectRows);
  view->setSelectionMode(QAbstractItemView::SingleSelection);
  view->setTabKeyNavigation(false);
  view->setShowGrid(false);
  view->setWordWrap(false);
  view->setFrameShape(QFrame::NoFrame);
  view->setMouseTracking(true);
  view->setItemDelegate(new CellDelegate(view));
  view->verticalHeader()->hide();
  view->horizontalHeader()->setHighlightSections(false);
  const auto fit = [view, model] {
    const auto bar = [&] {
      for (int i = 0; i < model->columnCount(); ++i)
        if (model->rowCount() > 0 && model->index(0, i).data(BarRole).isValid()) return i;
      return -1;
    }();
    if (model->rowCount() > 0) {
      const QStyleOptionViewItem option;
      view->verticalHeader()->setDefaultSectionSize(view->itemDelegate()->sizeHint(option, model->index(0, 0)).height());
    }
    view->resizeColumnsToContents();
    for (int i = 0; i < model->columnCount(); ++i) {
      view->setItemDelegateForColumn(i, nullptr);
      view->horizontalHeader()->setSectionResizeMode(i, QHeaderView::Interactive);
      view->setColumnWidth(i, std::min(view->columnWidth(i) + px(6), px(260)));
    }
    if (bar >= 0) {
      auto* delegate = view->findChild<ReportBarDelegate*>();
      view->setItemDelegateForColumn(bar, delegate != nullptr ? delegate : new ReportBarDelegate(view));
      view->setColumnWidth(bar, px(60));  // where there is no room to stretch, figures come first
      view->horizontalHeader()->setSectionResizeMode(bar, QHeaderView::Stretch);
    }
    view->horizontalHeader()->setStretchLastSection(bar < 0 && model->columnCount() > 0 &&
                                                    !model->index(0, model->columnCount() - 1).data(AmountRole).toBool());
    if (model->rowCount() > 0 && !view->currentIndex().isValid()) view->setCurrentIndex(model->index(0, 0));
  };
  QObject::connect(model, &QAbstractItemModel::modelReset, view, fit);
  fit();
  return view;
}

}  // namespace homeward::ui
