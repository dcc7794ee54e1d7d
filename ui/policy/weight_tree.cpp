#include "policy/weight_tree.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSpinBox>
#include <algorithm>

#include "choice/weights_panel.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int whole = 1000;

}  // namespace

WeightTree::WeightTree(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setHorizontalSpacing(px(10));
  m_grid->setVerticalSpacing(px(2));
  m_grid->setColumnStretch(1, 1);
}

void WeightTree::addRow(const QString& group, const QString& criterion, const QString& confirms, const QString& label) {
  Row row{group,
          criterion,
          confirms,
          new TextLabel(label, Type::text),
          new WeightSlider,
          new QSpinBox,
          new TextLabel({}, Type::second, Ink::text2),
          makeButton(tr("Confirm"), ButtonKind::outlined)};
  const bool isGroup = criterion.isEmpty();
  row.name->setStrong(isGroup);
  row.name->setContentsMargins(isGroup ? 0 : px(18), 0, 0, 0);
  row.name->setBuddy(row.spin);
  row.slider->setAccessibleName(isGroup ? tr("Weight of the group %1").arg(label) : tr("Weight of %1").arg(label));
  row.spin->setAccessibleName(isGroup ? tr("Weight of the group %1 of 1,000").arg(label) : tr("Weight of %1 of its group").arg(label));
  row.spin->setAlignment(Qt::AlignRight);
  row.spin->setKeyboardTracking(false);
  row.spin->setMinimumWidth(px(64));
  row.spin->installEventFilter(this);
  row.change->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row.change->setMinimumWidth(px(40));
  row.confirm->setAccessibleName(tr("Confirm the weight of %1 for its new curve").arg(label));
  row.confirm->setToolTip(tr("The points of its curve changed. Confirm that it still weighs this, or move it."));
  setSmall(*row.confirm);
  row.confirm->hide();
  QSizePolicy stays = row.confirm->sizePolicy();  // so that the sliders do not shrink when it comes
  stays.setRetainSizeWhenHidden(true);
  row.confirm->setSizePolicy(stays);
  int at = m_grid->rowCount();
  if (isGroup && !m_rows.empty()) m_grid->setRowMinimumHeight(at++, px(6));
  m_grid->addWidget(row.name, at, 0);
  m_grid->addWidget(row.slider, at, 1);
  m_grid->addWidget(row.spin, at, 2);
  m_grid->addWidget(row.change, at, 3);
  m_grid->addWidget(row.confirm, at, 4);
  connect(row.slider, &QSlider::valueChanged, this, [this, row](int weight) { move(row, weight); });
  connect(row.slider, &WeightSlider::policyAsked, this, [this, row] { move(row, weightIn(m_from, row)); });
  connect(row.spin, qOverload<int>(&QSpinBox::valueChanged), this, [this, row](int weight) { move(row, weight); });
  connect(row.confirm, &QPushButton::clicked, this, [this, row] {
    row.spin->setFocus(Qt::OtherFocusReason);
    emit confirmed(row.confirms);
  });
  m_rows.push_back(row);
}

void WeightTree::build(const app::PolicyDraft& draft) {
  m_from = draft.from();
  for (const matching::PolicyGroup& group : matching::groupsOf(m_from)) {
    const auto inside = std::count_if(m_from.criteria.begin(), m_from.criteria.end(),
                                      [&](const matching::PolicyCriterion& one) { return one.group == group.key; });
    const auto first = std::find_if(m_from.criteria.begin(), m_from.criteria.end(),
                                    [&](const matching::PolicyCriterion& one) { return one.group == group.key; });
    addRow(q(group.key), {}, inside == 1 ? q(first->key) : QString(), q(wording::label("policyGroup", group.key)));
    if (inside == 1) continue;
    for (const matching::PolicyCriterion& one : m_from.criteria)
      if (one.group == group.key) addRow(q(group.key), q(one.key), q(one.key), q(wording::label("policyCriterion", one.key)));
  }
}

int WeightTree::weightIn(const matching::Policy& policy, const Row& row) {
  int weight = 0;
  for (const matching::PolicyCriterion& one : policy.criteria)
    if (q(one.group) == row.group && (row.criterion.isEmpty() || q(one.key) == row.criterion)) weight += one.weight;
  return weight;
}

void WeightTree::setDraft(const app::PolicyDraft& draft) {
  if (m_rows.empty()) build(draft);
  m_setting = true;
  int group = whole;
  for (Row& row : m_rows) {
    const int weight = weightIn(draft.policy(), row);
    if (row.criterion.isEmpty()) group = weight;
    const int most = row.criterion.isEmpty() ? whole : group;
    row.slider->setRange(0, std::max(1, most));
    row.slider->setPolicy(std::min(most, weightIn(m_from, row)));
    row.slider->setToolTip(tr("It was %1. Home goes back to it.").arg(weightIn(m_from, row)));
    if (!row.slider->isSliderDown()) row.slider->setValue(weight);
    row.spin->setRange(0, most);
    if (row.spin->value() != weight) row.spin->setValue(weight);
    const int change = weight - weightIn(m_from, row);
    row.change->setText(change == 0 ? QString() : signedText(change));
    row.confirm->setVisible(!row.confirms.isEmpty() && draft.toConfirm().contains(utf8(row.confirms)));
  }
  m_setting = false;
}

void WeightTree::move(const Row& row, int weight) {
  if (m_setting) return;
  if (row.criterion.isEmpty())
    emit groupMoved(row.group, weight);
  else
    emit criterionMoved(row.criterion, weight);
}

bool WeightTree::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Wheel) {  // the pane scrolls; a weight changes on purpose only
    event->ignore();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace homeward::ui
