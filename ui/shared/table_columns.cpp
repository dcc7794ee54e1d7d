#include "shared/table_columns.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTimer>
#include <algorithm>
#include <numeric>

#include "shared/columns_dialog.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/roles.h"

namespace homeward::ui {
namespace {

QStringList asTexts(const QList<int>& numbers) {
  QStringList texts;
  for (const int number : numbers) texts << QString::number(number);
  return texts;
}

QList<int> asNumbers(const QVariant& texts) {
  QList<int> numbers;
  for (const QString& text : texts.toStringList()) numbers << text.toInt();
  return numbers;
}

/// One cell as a spreadsheet takes it: on one line, and never a formula.
QString harmless(QString words) {
  words.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
  static const QString runs = QStringLiteral("=+-@\r");
  return !words.isEmpty() && runs.contains(words.front()) ? QLatin1Char('\'') + words : words;
}

QString cellWords(const QModelIndex& cell) {
  if (const QVariant checked = cell.data(Qt::CheckStateRole); checked.isValid())
    return checked.toInt() == Qt::Checked ? TableColumns::tr("yes") : QString();
  const QString first = cell.data().toString();
  const QString second = cell.data(SecondLineRole).toString();
  return harmless(second.isEmpty() ? first : first.isEmpty() ? second : TableColumns::tr("%1 (%2)").arg(first, second));
}

}  // namespace

TableColumns::TableColumns(QTableView& table) : QObject(&table), m_table(table) {
  QHeaderView* head = table.horizontalHeader();
  head->setSectionsMovable(true);
  head->setStretchLastSection(false);
  head->setTextElideMode(Qt::ElideRight);
  head->setMinimumSectionSize(px(40));
  head->setContextMenuPolicy(Qt::CustomContextMenu);
  table.setContextMenuPolicy(Qt::CustomContextMenu);
  table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table.setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_usualSort = table.isSortingEnabled() ? head->sortIndicatorSection() : -1;
  m_usualOrder = head->sortIndicatorOrder();
  if (m_usualSort < 0) head->setSortIndicatorClearable(true);  // a third press brings the usual order back
  connect(head, &QHeaderView::customContextMenuRequested, this, [this, head](const QPoint& at) { openMenu(head->mapToGlobal(at)); });
  connect(&table, &QTableView::customContextMenuRequested, this,
          [this](const QPoint& at) { openMenu(m_table.viewport()->mapToGlobal(at)); });
  connect(head, &QHeaderView::sectionResized, this, [this] { keepWidths(); });
  connect(head, &QHeaderView::sectionMoved, this, [this] { keep(); });
  connect(head, &QHeaderView::sortIndicatorChanged, this, [this] { keep(); });
  connect(table.model(), &QAbstractItemModel::modelReset, this, &TableColumns::follow);
  connect(&lookWatch(), &LookWatch::changed, this, &TableColumns::recall);
  // Of a page that is not in front the room is known only when it comes to the front.
  connect(table.verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { QTimer::singleShot(0, this, &TableColumns::fit); });
  table.installEventFilter(this);
  table.viewport()->installEventFilter(this);
  follow();
}

void TableColumns::setKey(const QString& key) {
  if (m_key == key) return;
  m_key = key;
  recall();
}

void TableColumns::setUsuallyHidden(const QList<int>& columns) {
  m_usuallyHidden = columns;
  recall();
}

void TableColumns::setAbsent(const QList<int>& columns) {
  m_absent = columns;
  hideColumns();
  fit();
}

void TableColumns::setGivingWay(const QList<int>& columns) {
  m_givingWay = columns;
  fit();
}

void TableColumns::hideColumns() {
  const QScopedValueRollback ours(m_ours, m_ours + 1);
  for (int column = 0; column < m_table.model()->columnCount(); ++column)
    if (m_table.isColumnHidden(column) == isShown(column)) m_table.setColumnHidden(column, !isShown(column));
}

bool TableColumns::isShown(int column) const {
  return !m_hidden.contains(column) && !m_absent.contains(column) && !m_gaveWay.contains(column);
}

QString TableColumns::title(int column) const {
  QString words = m_table.model()->headerData(column, Qt::Horizontal).toString();
  return words.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QList<int> TableColumns::order() const {
  QList<int> columns;
  for (int at = 0; at < m_table.horizontalHeader()->count(); ++at) columns << m_table.horizontalHeader()->logicalIndex(at);
  return columns;
}

void TableColumns::show(int column, bool shown) {
  if (column == m_naming && !shown) return;
  for (QList<int>* list : {&m_hidden, &m_gaveWay, &m_asked}) list->removeAll(column);
  (shown ? m_asked : m_hidden) << column;
  hideColumns();
  if (shown && m_setByHand) {
    const QScopedValueRollback ours(m_ours, m_ours + 1);
    m_table.setColumnWidth(column, naturalWidth(column));
  }
  keep();
  fit();
}

void TableColumns::arrange(const QList<int>& columns) {
  {
    const QScopedValueRollback ours(m_ours, m_ours + 1);
    QHeaderView* head = m_table.horizontalHeader();
    for (int at = 0; at < columns.size(); ++at) head->moveSection(head->visualIndex(columns[at]), at);
  }
  keep();
}

void TableColumns::setWidth(int column, int pixels) { m_table.setColumnWidth(column, pixels); }

void TableColumns::reset() {
  if (!m_key.isEmpty()) QSettings().remove(QStringLiteral("tables/%1").arg(m_key));
  m_setByHand = false;
  QList<int> usual(m_table.model()->columnCount());
  std::iota(usual.begin(), usual.end(), 0);
  {
    const QScopedValueRollback ours(m_ours, m_ours + 1);
    QHeaderView* head = m_table.horizontalHeader();
    for (int at = 0; at < usual.size(); ++at) head->moveSection(head->visualIndex(usual[at]), at);
    if (m_table.isSortingEnabled()) m_table.sortByColumn(m_usualSort, m_usualOrder);
  }
  recall();
}

QString TableColumns::path(const QString& what) const { return QStringLiteral("tables/%1/%2").arg(m_key, what); }

/// Another version of the program may have other columns: what was kept for those means nothing.
bool TableColumns::wasKept() const {
  return !m_key.isEmpty() && m_columns > 0 && QSettings().value(path(QStringLiteral("columns"))).toInt() == m_columns;
}

void TableColumns::follow() {
  m_natural.clear();
  if (const int columns = m_table.model()->columnCount(); columns != m_columns) {
    m_columns = columns;
    return recall();
  }
  fit();
}

void TableColumns::recall() {
  m_natural.clear();
  if (m_columns <= 0) return;
  const QSettings settings;
  const bool kept = wasKept();
  const QScopedValueRollback ours(m_ours, m_ours + 1);
  QHeaderView* head = m_table.horizontalHeader();
  m_hidden = kept ? asNumbers(settings.value(path(QStringLiteral("hidden")))) : m_usuallyHidden;
  m_asked = kept ? asNumbers(settings.value(path(QStringLiteral("asked")))) : QList<int>();
  m_gaveWay.clear();
  hideColumns();
  m_setByHand = false;
  if (kept) {
    const auto order = asNumbers(settings.value(path(QStringLiteral("order"))));
    for (int at = 0; at < order.size() && at < m_columns; ++at)
      if (order[at] >= 0 && order[at] < m_columns) head->moveSection(head->visualIndex(order[at]), at);
    const auto sort = asNumbers(settings.value(path(QStringLiteral("sort"))));
    if (m_table.isSortingEnabled() && sort.size() == 2 && sort[0] < m_columns)
      m_table.sortByColumn(sort[0], sort[1] == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
    const auto widths = asNumbers(settings.value(path(QStringLiteral("widths/%1").arg(currentLook().textPercent))));
    m_setByHand = widths.size() == m_columns;
    for (int column = 0; m_setByHand && column < m_columns; ++column)
      if (isShown(column)) m_table.setColumnWidth(column, widths[column] > 0 ? widths[column] : naturalWidth(column));
  }
  fit();
}

void TableColumns::keep() const {
  if (m_ours > 0 || m_key.isEmpty() || m_columns <= 0) return;
  QSettings settings;
  const QHeaderView* head = m_table.horizontalHeader();
  settings.setValue(path(QStringLiteral("columns")), m_columns);
  settings.setValue(path(QStringLiteral("order")), asTexts(order()));
  settings.setValue(path(QStringLiteral("hidden")), asTexts(m_hidden));
  settings.setValue(path(QStringLiteral("asked")), asTexts(m_asked));
  settings.setValue(path(QStringLiteral("sort")),
                    asTexts({head->sortIndicatorSection(), head->sortIndicatorOrder() == Qt::AscendingOrder ? 0 : 1}));
}

void TableColumns::keepWidths() {
  if (m_ours > 0) return;
  m_setByHand = true;
  keep();
  if (m_key.isEmpty()) return;
  QList<int> widths;
  for (int column = 0; column < m_columns; ++column) widths << (isShown(column) ? m_table.columnWidth(column) : 0);
  QSettings().setValue(path(QStringLiteral("widths/%1").arg(currentLook().textPercent)), asTexts(widths));
}

/// Of its words, with no room for the arrow: that is taken by the one column that is sorted by.
int TableColumns::headWidth(int column) const {
  const QHeaderView* head = m_table.horizontalHeader();
  QFont face = head->font();
  face.setWeight(QFont::DemiBold);
  const QFontMetrics metrics(face);
  int widest = 0;
  for (const QString& line : m_table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().split(QLatin1Char('\n')))
    widest = std::max(widest, metrics.horizontalAdvance(line));
  return std::max(head->minimumSectionSize(), widest + px(head->sortIndicatorSection() == column ? 34 : 18));
}

int TableColumns::naturalWidth(int column) const {
  m_natural.resize(m_columns);
  if (column < m_usualWidths.size() && m_usualWidths[column] > 0) {
    if (m_natural[column] == 0) {  // never narrower than its head or its chips, whatever the font
      m_natural[column] = std::max(px(m_usualWidths[column]), headWidth(column));
      if (m_table.model()->index(0, column).data(ChipRole).isValid())
        m_natural[column] = std::max(m_natural[column], static_cast<const QAbstractItemView&>(m_table).sizeHintForColumn(column));
    }
    return m_natural[column];
  }
  if (m_natural[column] == 0)
    m_natural[column] = std::max(headWidth(column), static_cast<const QAbstractItemView&>(m_table).sizeHintForColumn(column));
  return m_natural[column];
}

bool TableColumns::isElastic(int column) const {
  const QModelIndex cell = m_table.model()->index(0, column);
  if (column == m_stretching) return true;
  const int alignment = m_table.model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
  const bool figures = (alignment & Qt::AlignRight) != 0 || (cell.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
  // What is sorted by a day or a figure is one, and a part of it says nothing.
  const int kind = cell.data(SortRole).typeId();
  const bool counted = kind == QMetaType::QDate || kind == QMetaType::LongLong || kind == QMetaType::Double;
  return !figures && !counted && !cell.data(ChipRole).isValid() && !cell.data(KnownRole).isValid() &&
         !cell.data(Qt::CheckStateRole).isValid();
}

int TableColumns::leastWidth(int column) const {
  const int least = column == m_naming ? px(150) : px(90);
  return isElastic(column) ? std::min(least, naturalWidth(column)) : naturalWidth(column);
}

void TableColumns::giveWay(int room) {
  m_gaveWay.clear();
  int all = 0;
  for (int column = 0; column < m_columns; ++column)
    if (isShown(column)) all += leastWidth(column);
  for (const int column : std::as_const(m_givingWay)) {
    if (all <= room) break;
    if (column >= m_columns || !isShown(column) || m_asked.contains(column)) continue;
    all -= leastWidth(column);
    m_gaveWay << column;
  }
  hideColumns();
}

void TableColumns::fit() {
  if (m_setByHand || m_columns <= 0) return;
  const int room = m_table.viewport()->width();
  if (room <= 0) return;
  giveWay(room);
  QList<int> shown;
  for (int column = 0; column < m_columns; ++column)
    if (isShown(column)) shown << column;
  if (shown.isEmpty()) return;

  QList<int> widths(m_columns);
  QList<int> elastic;
  int all = 0;
  for (const int column : shown) {
    widths[column] = naturalWidth(column);
    all += widths[column];
    if (isElastic(column)) elastic << column;
  }
  if (all > room) {
    // The widest shrink first: no column of words is wider than a limit, and the limit is the widest for which there is room.
    const auto under = [&](int column, int limit) { return std::min(widths[column], std::max(limit, leastWidth(column))); };
    int limit = std::accumulate(elastic.begin(), elastic.end(), 1, [&](int most, int column) { return std::max(most, widths[column]); });
    const auto over = [&](int to) {
      int sum = all - room;
      for (const int column : std::as_const(elastic)) sum -= widths[column] - under(column, to);
      return sum;
    };
    int low = 1;
    while (low < limit) {
      const int middle = (low + limit + 1) / 2;
      if (over(middle) > 0)
        limit = middle - 1;
      else
        low = middle;
    }
    for (const int column : std::as_const(elastic)) widths[column] = under(column, low);
  } else {
    QList<int>& takers = elastic.isEmpty() ? shown : elastic;
    const int each = (room - all) / static_cast<int>(takers.size());
    for (const int column : std::as_const(takers)) widths[column] += each;
    widths[takers.last()] += (room - all) % static_cast<int>(takers.size());
  }
  const QScopedValueRollback ours(m_ours, m_ours + 1);
  for (const int column : std::as_const(shown)) m_table.setColumnWidth(column, widths[column]);
}

QString TableColumns::selectedRows() const {
  auto rows = m_table.selectionModel()->selectedRows();
  if (rows.isEmpty() && m_table.currentIndex().isValid()) rows << m_table.currentIndex();
  std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
  QStringList lines;
  for (const QModelIndex& row : std::as_const(rows)) {
    QStringList cells;
    for (const int column : order())
      if (isShown(column)) cells << cellWords(row.siblingAtColumn(column));
    lines << cells.join(QLatin1Char('\t'));
  }
  return lines.join(QLatin1Char('\n'));
}

void TableColumns::copy() {
  const QString rows = selectedRows();
  if (rows.isEmpty()) return;
  QApplication::clipboard()->setText(rows);
  const auto count = rows.count(QLatin1Char('\n')) + 1;
  emit copied(tr("%1 copied").arg(plural(count, tr("row was"), tr("rows were"))));
}

QPushButton* TableColumns::button(const QString& words) {
  auto* made = makeButton(words, words.isEmpty() ? ButtonKind::quiet : ButtonKind::plain, QStringLiteral("columns"));
  setSmall(*made);
  made->setAccessibleName(tr("Columns of the table: %1").arg(m_table.accessibleName()));
  made->setToolTip(tr("Which columns are shown, in which order and how wide"));
  auto* menu = new QMenu(made);
  menu->setAccessibleName(tr("Columns"));
  connect(menu, &QMenu::aboutToShow, this, [this, menu] {
    menu->clear();
    fillMenu(*menu);
  });
  made->setMenu(menu);
  return made;
}

void TableColumns::fillMenu(QMenu& menu) {
  for (const int column : order()) {
    if (column == m_naming || m_absent.contains(column) || title(column).isEmpty()) continue;
    QAction* act = menu.addAction(title(column).replace(QLatin1Char('&'), QLatin1String("&&")));
    act->setCheckable(true);
    act->setChecked(isShown(column));
    connect(act, &QAction::toggled, this, [this, column](bool shown) { show(column, shown); });
  }
  menu.addSeparator();
  menu.addAction(tr("&Order and width…"), this, &TableColumns::openDialog);
  menu.addAction(tr("&Back to the usual columns"), this, &TableColumns::reset);
}

void TableColumns::openMenu(const QPoint& at) {
  QMenu menu(&m_table);
  menu.setAccessibleName(tr("Table"));
  QAction* act = menu.addAction(tr("&Copy the selected rows"), this, &TableColumns::copy);
  act->setShortcut(QKeySequence::Copy);
  act->setEnabled(m_table.currentIndex().isValid());
  menu.addSeparator();
  fillMenu(menu);
  menu.exec(at);
}

void TableColumns::openDialog() {
  ColumnsDialog dialog(*this, m_table.window());
  dialog.exec();
}

bool TableColumns::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_table.viewport() && event->type() == QEvent::Resize) fit();
  if (watched == &m_table && event->type() == QEvent::Show) QTimer::singleShot(0, this, &TableColumns::fit);
  if (watched == &m_table && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) &&
      static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
    event->accept();
    if (event->type() == QEvent::KeyPress) copy();
    return true;
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace homeward::ui
