// The weights of a policy as a tree that always sums: groups of a thousand, and the criteria of each group of what the group weighs.
//
// A slider and a spin box for each, with a mark where the version that it started from stands. Moving one lets the others beside it keep
// their proportions. A criterion whose curve was changed asks for its weight again: a sign and a button stand beside it until it is
// confirmed or moved.
#pragma once

#include <QWidget>
#include <vector>

#include "app/policy_draft.h"

class QGridLayout;
class QPushButton;
class QSpinBox;

namespace homeward::ui {

class TextLabel;
class WeightSlider;

class WeightTree : public QWidget {
  Q_OBJECT
 public:
  explicit WeightTree(QWidget* parent = nullptr);
  /// The groups and criteria of a draft stay the same; call it after each change.
  void setDraft(const app::PolicyDraft& draft);
  bool eventFilter(QObject* watched, QEvent* event) override;

 signals:
  void groupMoved(const QString& group, int weight);
  void criterionMoved(const QString& criterion, int weight);
  void confirmed(const QString& criterion);

 private:
  struct Row {
    QString group;
    QString criterion;  ///< empty: the group itself
    QString confirms;   ///< the criterion whose weight this is; empty: of a group of several
    TextLabel* name;
    WeightSlider* slider;
    QSpinBox* spin;
    TextLabel* change;
    QPushButton* confirm;
  };
  void addRow(const QString& group, const QString& criterion, const QString& confirms, const QString& label);
  void build(const app::PolicyDraft& draft);
  void move(const Row& row, int weight);
  [[nodiscard]] static int weightIn(const matching::Policy& policy, const Row& row);
  QGridLayout* m_grid;
  std::vector<Row> m_rows;
  matching::Policy m_from;
  bool m_setting = false;
};

}  // namespace homeward::ui
