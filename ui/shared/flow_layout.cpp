#include "shared/flow_layout.h"

#include <QGridLayout>
#include <QLabel>
#include <algorithm>

#include "shared/theme.h"

namespace homeward::ui {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::addItem(QLayoutItem* item) {
  m_items << item;
  invalidate();
}

QLayoutItem* FlowLayout::takeAt(int index) { return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr; }

int FlowLayout::heightForWidth(int width) const { return flow(QRect(0, 0, width, 0), false); }

QSize FlowLayout::sizeHint() const {
  QSize size(0, 0);
  for (const QLayoutItem* item : m_items) {
    if (item->isEmpty()) continue;
    const QSize one = item->sizeHint();
    size = {size.width() + (size.width() > 0 ? spacing() : 0) + one.width(), std::max(size.height(), one.height())};
  }
  return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const {
  QSize size(0, 0);
  for (const QLayoutItem* item : m_items)
    if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
  return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& room) {
  QLayout::setGeometry(room);
  flow(room, true);
}

void FlowLayout::place(const QList<QLayoutItem*>& line, const QRect& room) const {
  int spare = room.width() - spacing() * static_cast<int>(line.size() - 1);
  for (const QLayoutItem* item : line) spare -= item->sizeHint().width();
  int left = room.left();
  for (QLayoutItem* item : line) {
    QSize size = item->sizeHint();
    if (spare > 0 && (item->expandingDirections() & Qt::Horizontal) != 0) {
      const int more = std::min(spare, item->maximumSize().width() - size.width());
      size.rwidth() += more;
      spare -= more;
    }
    size.setWidth(std::min(size.width(), room.width()));
    item->setGeometry({QPoint(left, room.top() + (room.height() - size.height()) / 2), size});
    left += size.width() + spacing();
  }
}

int FlowLayout::flow(const QRect& room, bool move) const {
  const QRect within = room.marginsRemoved(contentsMargins());
  QList<QLayoutItem*> line;
  int top = within.top();
  int used = 0;
  int height = 0;
  const auto endLine = [&] {
    if (move) place(line, QRect(within.left(), top, within.width(), height));
    top += height;
    line.clear();
    used = height = 0;
  };
  for (QLayoutItem* item : m_items) {
    if (item->isEmpty()) continue;
    const QSize size = item->sizeHint();
    if (!line.isEmpty() && used + spacing() + size.width() > within.width()) {
      endLine();
      top += spacing();
    }
    used += (line.isEmpty() ? 0 : spacing()) + size.width();
    height = std::max(height, size.height());
    line << item;
  }
  endLine();
  return top - room.top() + contentsMargins().bottom();
}

void addFieldRow(QGridLayout& grid, const QString& label, const std::vector<QWidget*>& fields) {
  constexpr int labels = 110;
  const int at = grid.rowCount();
  auto* words = new QLabel(label);
  words->setMinimumWidth(px(labels));
  words->setBuddy(fields.front());
  grid.addWidget(words, at, 0);
  auto* box = new FlowLayout;
  for (QWidget* field : fields) box->addWidget(field);
  grid.addLayout(box, at, 1);
}

}  // namespace homeward::ui
