#include "shared/plain_table.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>

#include "shared/delegates.h"
#include "shared/names.h"
#include "shared/plain_tip.h"
#include "shared/roles.h"
#include "shared/table_columns.h"
#include "shared/theme.h"

namespace homeward::ui {

void PlainModel::reset(std::vector<Face> faces, int rows) {
  beginResetModel();
  m_faces = std::move(faces);
  m_rows = rows;
  endResetModel();
}

int PlainModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }
int PlainModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_faces.size()); }

QVariant PlainModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Face& face = m_faces[static_cast<std::size_t>(index.column())];
  if (role == Qt::DisplayRole) return shown(face.words(index.row()));
  if (role == Qt::ToolTipRole) return plainTip(shown(face.words(index.row())));
  if (role == SortRole) return face.sort(index.row());
  if (role == StrongRole) return index.column() == 0;
  if (role == AmountRole) return face.figures;
  if (role == Qt::TextAlignmentRole && face.figures) return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
  return {};
}

QVariant PlainModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  if (role == Qt::DisplayRole) return m_faces[static_cast<std::size_t>(section)].title;
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((m_faces[static_cast<std::size_t>(section)].figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  return {};
}

PlainTable::PlainTable(const QString& name, QWidget* parent)
    : QTableView(parent), m_model(new PlainModel(this)), m_sorted(new QSortFilterProxyModel(this)) {
  setAccessibleName(name);
  m_sorted->setSourceModel(m_model);
  m_sorted->setSortRole(SortRole);
  m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
  m_sorted->setFilterKeyColumn(-1);
  setModel(m_sorted);
  setSelectionBehavior(SelectRows);
  setTabKeyNavigation(false);
  setShowGrid(false);
  setFrameShape(NoFrame);
  setWordWrap(false);
  verticalHeader()->hide();
  setItemDelegate(new CellDelegate(this));
  setSortingEnabled(true);
  horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  horizontalHeader()->setHighlightSections(false);
  m_columns = new TableColumns(*this);
  connect(&lookWatch(), &LookWatch::changed, this, [this] { fitHeight(); });
  connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { emit rowChanged(currentRow()); });
  connect(this, &QTableView::activated, this, [this] { emit rowOpened(currentRow()); });
}

void PlainTable::fill(std::vector<PlainModel::Face> faces, int rows) {
  const int before = currentRow();
  m_model->reset(std::move(faces), rows);
  fitHeight();
  selectRow(std::clamp(before, 0, std::max(0, rows - 1)));
}

void PlainTable::setHighForRows(int most) {
  m_mostRows = most;
  setVerticalScrollMode(ScrollPerItem);
  fitHeight();
}

void PlainTable::fitHeight() {
  verticalHeader()->setDefaultSectionSize(CellDelegate(nullptr).sizeHint({}, m_sorted->index(0, 0)).height());
  if (m_mostRows == 0) return;
  ensurePolished();
  const int row = verticalHeader()->defaultSectionSize();  // the head has a least height of its own
  setFixedHeight(horizontalHeader()->sizeHint().height() + row * std::clamp(m_model->rowCount(), 1, m_mostRows) + 2 * frameWidth());
}

void PlainTable::setWords(const QString& typed) {
  m_sorted->setFilterFixedString(typed);
  if (!currentIndex().isValid() && m_sorted->rowCount() > 0) setCurrentIndex(m_sorted->index(0, 0));
}

int PlainTable::currentRow() const { return m_sorted->mapToSource(currentIndex()).row(); }

void PlainTable::selectRow(int row) {
  if (row < 0 || row >= m_model->rowCount()) return;
  const QModelIndex index = m_sorted->mapFromSource(m_model->index(row, 0));
  setCurrentIndex(index);
  scrollTo(index);
}

int PlainTable::shown() const { return m_sorted->rowCount(); }

}  // namespace homeward::ui
