#include "choice/weights_panel.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyleOptionSlider>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "choice/firmness.h"
#include "shared/format.h"
#include "shared/page_parts.h"

namespace homeward::ui {

WeightSlider::WeightSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
  setSingleStep(1);
  setPageStep(10);
  setProperty("quiet", true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}
QSize WeightSlider::sizeHint() const { return {px(120), px(24)}; }
void WeightSlider::paintEvent(QPaintEvent* event) {
  QSlider::paintEvent(event);
  QStyleOptionSlider option;
  initStyleOption(&option);
  const QRect groove = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
  const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
  const double x = groove.left() + handle / 2.0 + QStyle::sliderPositionFromValue(minimum(), maximum(), m_policy, groove.width() - handle);
  const double top = groove.center().y() + px(7);
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(Qt::NoPen);
  if (m_holds) {
    const auto at = [&](int weight) {
      return groove.left() + handle / 2.0 +
             QStyle::sliderPositionFromValue(minimum(), maximum(), std::clamp(weight, minimum(), maximum()), groove.width() - handle);
    };
    p.setBrush(Theme::current().accent);
    const double from = at(m_holds->first);
    p.drawRect(QRectF(from, groove.center().y() - px(8), std::max(2.0, at(m_holds->second) - from), px(2)));
  }
  p.setBrush(Theme::current().text2);
  const double half = px(3.5);
  p.drawPolygon(QPolygonF{{x, top - 1}, {x + half, top + half}, {x - half, top + half}});
}
void WeightSlider::setHolds(std::optional<std::pair<int, int>> weights) {
  if (weights == m_holds) return;
  m_holds = weights;
  update();
}
void WeightSlider::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Home)
    emit policyAsked();
  else
    QSlider::keyPressEvent(event);
}
void WeightSlider::wheelEvent(QWheelEvent* event) { event->ignore(); }  // the pane scrolls; a weight changes on purpose only

WeightsPanel::WeightsPanel(QWidget* parent)
    : QWidget(parent),
      m_grid(new QGridLayout),
      m_back(makeButton(tr("&Back to policy"), ButtonKind::plain, QStringLiteral("undo"))),
      m_firmness(new FirmnessBars),
      m_stays(new TextLabel({}, Type::second, Ink::text2)),
      m_own(new TextLabel({}, Type::second)),
      m_ownActs(new QWidget) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(2));
  auto* head = new SectionHead(tr("Weights"));
  head->setObjectName(QStringLiteral("weightsHead"));
  setSmall(*m_back);
  head->addRight(m_back);
  column->addWidget(head);
  m_grid->setHorizontalSpacing(px(12));
  m_grid->setVerticalSpacing(0);
  m_grid->setColumnStretch(0, 0);
  m_grid->setColumnStretch(1, 1);
  m_own->setWrapped(true);
  column->addWidget(m_own);
  auto* acts = new QHBoxLayout(m_ownActs);
  acts->setContentsMargins(0, 0, 0, px(4));
  auto* orders = makeButton(tr("Both orders…"), ButtonKind::link);
  auto* takeBack = makeButton(tr("Take these weights back…"), ButtonKind::link);
  acts->addWidget(orders);
  acts->addWidget(takeBack);
  acts->addStretch();
  column->addWidget(m_ownActs);
  connect(orders, &QPushButton::clicked, this, &WeightsPanel::ownOrdersAsked, Qt::QueuedConnection);
  connect(takeBack, &QPushButton::clicked, this, &WeightsPanel::ownTakenBackAsked, Qt::QueuedConnection);
  column->addLayout(m_grid);
  m_firmHead = new SectionHead(tr("How firm is this order"));
  column->addWidget(m_firmHead);
  m_stays->setWrapped(true);
  column->addWidget(m_stays);
  column->addWidget(m_firmness);
  connect(m_back, &QPushButton::clicked, this, &WeightsPanel::policyAsked);
}

void WeightsPanel::build(const ChoiceView& view) {
  while (QLayoutItem* item = m_grid->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  m_rows.clear();
  const int most = *std::max_element(view.policyWeights.begin(), view.policyWeights.end());
  const int range = std::min(1000, std::max(400, (most + 150) / 100 * 100));
  for (std::size_t c = 0; c < view.criterionLabels.size(); ++c) {
    const QString& label = view.criterionLabels[c];
    Row row{new TextLabel(label, Type::table), new WeightSlider, new QSpinBox, new TextLabel({}, Type::second, Ink::text2)};
    row.slider->setRange(0, range);
    row.slider->setPolicy(view.policyWeights[c]);
    row.slider->setAccessibleName(tr("Weight of %1").arg(label));
    row.slider->setToolTip(
        (view.ownWeights.isEmpty() ? tr("Policy: %1. Home goes back to it.") : tr("Its own weight: %1. Home goes back to it."))
            .arg(view.policyWeights[c]));
    row.spin->setRange(0, 1000);
    row.spin->setAccessibleName(tr("Weight of %1 of 1,000").arg(label));
    row.spin->setAlignment(Qt::AlignRight);
    row.spin->setKeyboardTracking(false);
    row.spin->setFixedWidth(px(54));
    row.name->setBuddy(row.spin);
    row.name->setElided(true);
    row.name->setMaximumWidth(px(150));
    row.spin->installEventFilter(this);
    setSmall(*row.spin);
    row.change->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.change->setMinimumWidth(px(34));
    const int at = static_cast<int>(c);
    m_grid->addWidget(row.name, at, 0);
    m_grid->addWidget(row.slider, at, 1);
    m_grid->addWidget(row.spin, at, 2);
    m_grid->addWidget(row.change, at, 3);
    connect(row.slider, &QSlider::valueChanged, this,
            [this, c, slider = row.slider](int weight) { move(c, weight, slider->isSliderDown()); });
    connect(row.slider, &QSlider::sliderReleased, this, &WeightsPanel::settled);
    connect(row.spin, qOverload<int>(&QSpinBox::valueChanged), this, [this, c](int weight) { move(c, weight, false); });
    connect(row.slider, &WeightSlider::policyAsked, this, [this, c] { move(c, m_policy[c], false); });
    m_rows.push_back(row);
  }
  m_grid->setColumnMinimumWidth(0, px(136));
}

void WeightsPanel::setView(const ChoiceView& view) {
  m_policy = view.policyWeights;
  m_base = view.weights;
  m_moved.reset();
  m_firmHead->setVisible(!view.options.empty());  // before any offer there is no order of offers
  m_own->setText(view.ownWeights);
  m_own->setVisible(!view.ownWeights.isEmpty());
  m_ownActs->setVisible(!view.ownWeights.isEmpty());
  m_back->setText(view.ownWeights.isEmpty() ? tr("&Back to policy") : tr("&Back to its own"));
  build(view);
  refresh(view);
}

void WeightsPanel::move(std::size_t criterion, int weight, bool held) {
  if (m_setting) return;
  if (m_moved != criterion) {
    m_base = m_weights;
    m_moved = criterion;
  }
  emit weightsMoved(matching::withWeight(m_base, criterion, weight));
  if (!held) emit settled();
}

void WeightsPanel::refresh(const ChoiceView& view) {
  m_weights = view.weights;
  const bool whatIf = isWhatIf(view);
  if (!whatIf) {
    m_moved.reset();
    m_base = m_weights;
  }
  m_setting = true;
  for (std::size_t c = 0; c < m_rows.size(); ++c) {
    Row& row = m_rows[c];
    const bool moved = m_moved == c;
    if (!row.slider->isSliderDown()) row.slider->setValue(view.weights[c]);
    if (row.spin->value() != view.weights[c]) row.spin->setValue(view.weights[c]);
    if (row.slider->property("quiet").toBool() == moved) {
      row.slider->setProperty("quiet", !moved);
      row.slider->update();
      row.name->setStrong(moved);
      row.change->setType(Type::second, moved);
      row.change->setInk(moved ? Ink::accent : Ink::text2);
    }
    const int change = view.weights[c] - view.policyWeights[c];
    row.change->setText(change == 0 ? QString() : signedText(change));
  }
  m_setting = false;
  m_back->setEnabled(whatIf);
  m_back->setToolTip(whatIf ? tr("All weights as in %1").arg(view.policy) : tr("These are the weights of %1 already").arg(view.policy));
  findChild<SectionHead*>(QStringLiteral("weightsHead"))->setWords(tr("▲ %1").arg(view.policy));
  showFirmness(view);
}

void WeightsPanel::showFirmness(const ChoiceView& view) {
  const Firmness firm = firmnessOf(view);
  const QString first = view.ranking.empty() ? QString() : view.options[view.ranking.front().candidate].shortName;
  for (std::size_t c = 0; c < m_rows.size(); ++c) {
    WeightSlider& slider = *m_rows[c].slider;
    if (c >= firm.intervals.size()) {
      slider.setHolds(std::nullopt);
      slider.setAccessibleDescription({});
      continue;
    }
    // Whole thousandths that lie inside.
    const auto low = static_cast<int>(std::ceil(firm.intervals[c].low * 1000.0));
    const auto high = static_cast<int>(std::floor(firm.intervals[c].high * 1000.0));
    slider.setHolds(std::pair{low, high});
    slider.setAccessibleDescription(tr("%1 stays first from %2 to %3").arg(first).arg(low).arg(high));
  }
  QStringList words;
  for (const QString& limit : firm.limits) words << limit;
  if (!firm.intervals.empty()) words << tr("The line over a weight shows where %1 stays first.").arg(first);
  if (!firm.sure.isEmpty()) words << firm.sure;
  m_stays->setText(words.join(QLatin1Char('\n')));
  m_stays->setVisible(!words.isEmpty());
  // Ten thousand draws take longer than a frame: while a handle is held they say that they are of the weights before.
  const bool held = m_moved && m_rows[*m_moved].slider->isSliderDown();
  if (held)
    m_firmness->setStale();
  else
    m_firmness->setShares(sharesOf(view));
}

void WeightsPanel::focusWeight(std::size_t criterion) {
  if (m_rows.empty()) return;
  m_rows[std::min(criterion, m_rows.size() - 1)].slider->setFocus(Qt::ShortcutFocusReason);
}

bool WeightsPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Wheel) {
    event->ignore();
    return true;
  }
  if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Home)
    for (std::size_t c = 0; c < m_rows.size(); ++c)
      if (watched == m_rows[c].spin) {
        move(c, m_policy[c], false);
        return true;
      }
  return QWidget::eventFilter(watched, event);
}

}  // namespace homeward::ui
