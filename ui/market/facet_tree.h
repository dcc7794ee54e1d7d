// The facets as a tree with boxes to tick: groups that fold, each value with how many lines it has.
//
// Space ticks, arrows move and fold. The tree follows the Facets that it is given and says when somebody ticked.
#pragma once

#include <QTreeView>

#include "market/facets.h"

class QStandardItemModel;

namespace homeward::ui {

class FacetTree : public QTreeView {
  Q_OBJECT
 public:
  explicit FacetTree(QWidget* parent = nullptr);
  /// Builds the tree again; folds stay as they were.
  void setFacets(const Facets& facets);
  /// Counts and ticks only.
  void follow(const Facets& facets);

 signals:
  void ticked(std::size_t group, std::size_t value, bool on);

 private:
  void dress(const Facets& facets);
  QStandardItemModel* m_items;
  bool m_following = false;
};

}  // namespace homeward::ui
