#include "shared/columns_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>

#include "shared/page_parts.h"
#include "shared/table_columns.h"

namespace homeward::ui {
namespace {
constexpr int leastWidth = 40;
constexpr int mostWidth = 2000;
}  // namespace

ColumnsDialog::ColumnsDialog(TableColumns& columns, QWidget* parent)
    : QDialog(parent), m_columns(columns), m_list(new QListWidget), m_width(new QSpinBox) {
  setWindowTitle(tr("Columns: %1").arg(columns.table().accessibleName()));
  setMinimumWidth(px(420));
  auto* page = new QVBoxLayout(this);
  auto* title = new QLabel(tr("&Columns from left to right; Space shows or hides one"));
  title->setBuddy(m_list);
  page->addWidget(title);
  auto* middle = new QHBoxLayout;
  m_list->setAccessibleName(tr("Columns from left to right"));
  m_list->setMinimumHeight(px(260));
  middle->addWidget(m_list, 1);
  auto* acts = new QVBoxLayout;
  m_up = makeButton(tr("Move &up"), ButtonKind::plain);
  m_down = makeButton(tr("Move &down"), ButtonKind::plain);
  acts->addWidget(m_up);
  acts->addWidget(m_down);
  auto* widthTitle = new QLabel(tr("&Width in pixels"));
  m_width->setRange(leastWidth, mostWidth);
  m_width->setSingleStep(10);
  m_width->setAccessibleName(tr("Width in pixels"));
  widthTitle->setBuddy(m_width);
  acts->addSpacing(px(8));
  acts->addWidget(widthTitle);
  acts->addWidget(m_width);
  acts->addStretch();
  middle->addLayout(acts);
  page->addLayout(middle);
  auto* use = makeButton(tr("U&se these columns"), ButtonKind::primary);
  page->addWidget(dialogFoot(*this, use));

  const QList<int> order = columns.order();
  for (const int column : order) {
    if (columns.isAbsent(column)) continue;
    auto* item = new QListWidgetItem(columns.title(column).isEmpty() ? tr("Column %1").arg(column + 1) : columns.title(column), m_list);
    item->setData(Qt::UserRole, column);
    item->setFlags(columns.isNaming(column) ? item->flags() & ~Qt::ItemIsUserCheckable : item->flags() | Qt::ItemIsUserCheckable);
    if (columns.isNaming(column)) item->setToolTip(tr("Says what a row is, so it stays"));
    item->setCheckState(columns.isShown(column) ? Qt::Checked : Qt::Unchecked);
  }
  connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsDialog::follow);
  connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
  connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
  connect(m_width, &QSpinBox::valueChanged, this, [this](int pixels) {
    if (m_list->currentItem() != nullptr) m_widths[columnOf(m_list->currentItem())] = pixels;
  });
  connect(use, &QPushButton::clicked, this, &ColumnsDialog::apply);
  m_list->setCurrentRow(0);
  m_list->setFocus();
}

int ColumnsDialog::columnOf(const QListWidgetItem* item) const { return item->data(Qt::UserRole).toInt(); }

void ColumnsDialog::follow() {
  const int row = m_list->currentRow();
  m_up->setEnabled(row > 0);
  m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
  if (row < 0) return;
  const QSignalBlocker quiet(m_width);
  const int column = columnOf(m_list->currentItem());
  m_width->setValue(m_widths.value(column, m_columns.table().columnWidth(column)));
}

void ColumnsDialog::move(int by) {
  const int row = m_list->currentRow();
  QListWidgetItem* item = m_list->takeItem(row);
  m_list->insertItem(row + by, item);
  m_list->setCurrentItem(item);
}

void ColumnsDialog::apply() {
  QList<int> order;
  for (int row = 0; row < m_list->count(); ++row) {
    const QListWidgetItem* item = m_list->item(row);
    const int column = columnOf(item);
    order << column;
    if (m_columns.isShown(column) != (item->checkState() == Qt::Checked)) m_columns.show(column, item->checkState() == Qt::Checked);
  }
  m_columns.arrange(order);
  for (auto width = m_widths.cbegin(); width != m_widths.cend(); ++width)
    if (m_columns.isShown(width.key())) m_columns.setWidth(width.key(), width.value());
  accept();
}

}  // namespace homeward::ui
