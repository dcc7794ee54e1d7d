#include "market/facet_tree.h"

#include <QHeaderView>
#include <QPainter>
#include <QPixmap>
#include <QStandardItemModel>
#include <set>

#include "shared/format.h"
#include "shared/roles.h"

namespace homeward::ui {
namespace {

QIcon signIcon(Sign sign, qreal ratio) {
  const int side = px(14);
  QPixmap picture(QSize(side, side) * ratio);
  picture.setDevicePixelRatio(ratio);
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  drawSign(painter, QRectF(0.5, 0.5, side - 1, side - 1), sign, Theme::current());
  return QIcon(picture);
}

}  // namespace

FacetTree::FacetTree(QWidget* parent) : QTreeView(parent), m_items(new QStandardItemModel(this)) {
  setObjectName(QStringLiteral("marketFacets"));
  setAccessibleName(tr("Narrow the market"));
  setAccessibleDescription(tr("Space ticks a value. Ticks within a group widen, ticks in several groups narrow."));
  setModel(m_items);
  setHeaderHidden(true);
  setEditTriggers(NoEditTriggers);
  setSelectionMode(SingleSelection);
  setAllColumnsShowFocus(true);
  setUniformRowHeights(false);
  setIndentation(px(14));
  setFrameShape(NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTextElideMode(Qt::ElideRight);
  connect(m_items, &QStandardItemModel::itemChanged, this, [this](QStandardItem* item) {
    if (m_following || item->parent() == nullptr || item->column() != 0) return;
    emit ticked(static_cast<std::size_t>(item->parent()->row()), static_cast<std::size_t>(item->row()), item->checkState() == Qt::Checked);
  });
}

void FacetTree::setFacets(const Facets& facets) {
  std::set<QString> folded;
  for (int i = 0; i < m_items->rowCount(); ++i)
    if (!isExpanded(m_items->index(i, 0))) folded.insert(m_items->item(i)->data(IdRole).toString());
  const auto before = currentIndex();
  const int groupBefore = before.parent().isValid() ? before.parent().row() : before.row();
  const int valueBefore = before.parent().isValid() ? before.row() : -1;

  m_following = true;
  m_items->clear();
  m_items->setColumnCount(2);
  for (const auto& group : facets.groups()) {
    auto* head = new QStandardItem(group.title);
    head->setData(group.key, IdRole);
    head->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    for (const auto& value : group.values) {
      auto* label = new QStandardItem(value.label);
      label->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
      auto* count = new QStandardItem;
      count->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
      count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      head->appendRow({label, count});
    }
    m_items->appendRow(head);
    setFirstColumnSpanned(m_items->rowCount() - 1, {}, true);
    setExpanded(head->index(), folded.count(group.key) == 0);
  }
  m_following = false;
  dress(facets);
  follow(facets);
  header()->setStretchLastSection(false);
  header()->setMinimumSectionSize(px(30));
  if (m_items->columnCount() > 1) {
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::Fixed);
    header()->resizeSection(1, px(44));
  }
  auto index = m_items->index(std::max(0, groupBefore), 0);
  if (valueBefore >= 0 && index.isValid()) index = m_items->index(valueBefore, 0, index);
  setCurrentIndex(index.isValid() ? index : m_items->index(0, 0));
}

void FacetTree::dress(const Facets& facets) {
  m_following = true;
  for (int g = 0; g < m_items->rowCount(); ++g) {
    auto* head = m_items->item(g);
    head->setFont(typeFont(Type::text, true));
    const auto& values = facets.groups()[static_cast<std::size_t>(g)].values;
    for (int v = 0; v < head->rowCount(); ++v) {
      const auto sign = values[static_cast<std::size_t>(v)].sign;
      head->child(v, 0)->setFont(typeFont(Type::table));
      head->child(v, 0)->setSizeHint({px(60), px(24) + densityPadding()});
      if (sign != Sign::none) head->child(v, 0)->setIcon(signIcon(sign, devicePixelRatioF()));
      head->child(v, 1)->setFont(typeFont(Type::table));
      head->child(v, 1)->setForeground(Theme::current().text2);
    }
  }
  m_following = false;
}

void FacetTree::follow(const Facets& facets) {
  m_following = true;
  for (int g = 0; g < m_items->rowCount(); ++g) {
    auto* head = m_items->item(g);
    const auto& group = facets.groups()[static_cast<std::size_t>(g)];
    for (int v = 0; v < head->rowCount(); ++v) {
      const auto& value = group.values[static_cast<std::size_t>(v)];
      head->child(v, 0)->setCheckState(value.ticked ? Qt::Checked : Qt::Unchecked);
      head->child(v, 0)->setData(tr("%1: %2, %3").arg(group.title, value.label, plural(value.count, tr("line"), tr("lines"))),
                                 Qt::AccessibleTextRole);
      head->child(v, 0)->setToolTip(value.label);
      head->child(v, 1)->setText(countText(value.count));
    }
  }
  m_following = false;
}

}  // namespace homeward::ui
