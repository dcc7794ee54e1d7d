#include "policy/anchor_editor.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "shared/fields.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/painters.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int mostValue = 1000;

QString numberText(double x) { return QString::number(x, 'g', 10); }

const matching::PolicyCriterion* criterionOf(const matching::Policy& policy, const QString& key) {
  for (const matching::PolicyCriterion& one : policy.criteria)
    if (q(one.key) == key) return &one;
  return nullptr;
}

/// The curve in words: "0 miles 1,000, 5 miles 900".
QString curveWords(const matching::Anchors& anchors, const QString& unit) {
  QStringList points;
  for (const auto& corner : anchors.corners) points << QObject::tr("%1: %2").arg(numberText(corner.x), countText(corner.value));
  return QObject::tr("Value by %1. %2").arg(unit, points.join(QStringLiteral("; ")));
}

}  // namespace

AnchorCurve::AnchorCurve(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding); }
QSize AnchorCurve::sizeHint() const { return {px(340), px(220)}; }
QSize AnchorCurve::minimumSizeHint() const { return {px(260), px(160)}; }

void AnchorCurve::set(const matching::Anchors& now, const matching::Anchors& before, const QString& unit) {
  m_now = now;
  m_before = before;
  m_unit = unit;
  setAccessibleName(curveWords(now, unit));
  update();
}

void AnchorCurve::paintEvent(QPaintEvent*) {
  if (m_now.corners.empty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Theme& theme = Theme::current();
  const QFont face = typeFont(Type::second);
  const QFontMetricsF metrics(face);
  const double left = metrics.horizontalAdvance(countText(mostValue)) + px(10);
  const QRectF area = QRectF(rect()).adjusted(left, metrics.height() * 0.8, -px(18), -metrics.height() * 2.4);
  double from = m_now.corners.front().x;
  double to = m_now.corners.back().x;
  for (const auto& corner : m_before.corners) {
    from = std::min(from, corner.x);
    to = std::max(to, corner.x);
  }
  if (to <= from) to = from + 1;
  const double beyond = (to - from) * 0.06;  // a little of what stays flat
  from -= beyond;
  to += beyond;
  const auto x = [&](double fact) { return area.left() + area.width() * (fact - from) / (to - from); };
  const auto y = [&](int value) { return area.bottom() - area.height() * value / mostValue; };
  for (const int value : {0, 250, 500, 750, 1000}) {
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(area.left(), y(value)), QPointF(area.right(), y(value)));
    if (value % 500 == 0)
      drawText(painter, QRectF(0, y(value) - metrics.height() / 2, left - px(6), metrics.height()), countText(value), face, theme.text2,
               Qt::AlignRight | Qt::AlignVCenter);
  }
  const auto line = [&](const matching::Anchors& anchors) {
    QPolygonF path;
    path << QPointF(area.left(), y(anchors.corners.front().value));
    for (const auto& corner : anchors.corners) path << QPointF(x(corner.x), y(corner.value));
    path << QPointF(area.right(), y(anchors.corners.back().value));
    return path;
  };
  if (!m_before.corners.empty() && !(m_before == m_now)) {
    painter.setPen(QPen(theme.text2, 1.4, Qt::DotLine));
    painter.drawPolyline(line(m_before));
  }
  painter.setPen(QPen(theme.known, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(line(m_now));
  double written = -1e9;
  for (const auto& corner : m_now.corners) {
    painter.setPen(QPen(theme.known, 1.6));
    painter.setBrush(theme.base);
    painter.drawEllipse(QPointF(x(corner.x), y(corner.value)), px(3.5), px(3.5));
    const QString words = numberText(corner.x);
    const double wide = metrics.horizontalAdvance(words) + px(6);
    if (x(corner.x) - wide / 2 < written) continue;
    written = x(corner.x) + wide / 2;
    drawText(painter, QRectF(x(corner.x) - wide / 2, area.bottom() + px(3), wide, metrics.height()), words, face, theme.text2,
             Qt::AlignCenter);
  }
  drawText(painter, QRectF(area.left(), area.bottom() + px(4) + metrics.height(), area.width(), metrics.height()), m_unit, face,
           theme.text2, Qt::AlignCenter);
}

AnchorEditor::AnchorEditor(QWidget* parent)
    : QWidget(parent),
      m_which(new SearchCombo(tr("Curve of"))),
      m_curve(new AnchorCurve),
      m_table(new QTableWidget),
      m_add(makeButton(tr("&Add a point"), ButtonKind::outlined, "plus")),
      m_remove(makeButton(tr("Remove the &point"), ButtonKind::outlined, "minus")),
      m_trouble(new TextLabel({}, Type::text, Ink::no)) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  auto* head = new QFormLayout;
  auto* label = new QLabel(tr("Curve o&f"));
  label->setBuddy(m_which);
  head->addRow(label, m_which);
  rows->addLayout(head);
  rows->addWidget(m_curve, 1);
  m_table->setColumnCount(2);
  m_table->setTabKeyNavigation(false);
  m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
  m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_table->setAccessibleDescription(tr("Type a figure to change it; a straight line joins the points"));
  m_table->setMinimumHeight(px(170));
  rows->addWidget(m_table, 1);
  auto* acts = new QHBoxLayout;
  acts->addWidget(m_add);
  acts->addWidget(m_remove);
  acts->addStretch();
  rows->addLayout(acts);
  m_trouble->setWrapped(true);
  m_trouble->hide();
  rows->addWidget(m_trouble);
  connect(m_which, &SearchCombo::valueChanged, this, [this](const QVariant& key) {
    if (trouble().isEmpty() || key.toString() == m_criterion) return show(key.toString());
    m_which->setValue(m_criterion);  // what cannot be stays in sight until it is mended
    m_table->setFocus(Qt::OtherFocusReason);
  });
  connect(m_table, &QTableWidget::cellChanged, this, &AnchorEditor::typed);
  connect(m_table, &QTableWidget::currentCellChanged, this,
          [this](int row, int, int, int) { m_remove->setEnabled(row >= 0 && m_table->rowCount() > 1); });
  connect(m_add, &QPushButton::clicked, this, &AnchorEditor::addPoint);
  connect(m_remove, &QPushButton::clicked, this, &AnchorEditor::removePoint);
}

void AnchorEditor::setDraft(const app::PolicyDraft& draft) {
  const bool first = m_criterion.isEmpty();
  m_policy = draft.policy();
  m_from = draft.from();
  if (!first) return;
  QVector<SearchCombo::Entry> entries;
  for (const matching::PolicyCriterion& one : m_policy.criteria)
    if (!one.anchors.corners.empty()) entries.push_back({q(wording::label("policyCriterion", one.key)), q(one.key)});
  m_which->setEntries(entries);
  if (entries.isEmpty()) return;
  m_which->setValue(entries.front().value);
  show(entries.front().value.toString());
}

void AnchorEditor::show(const QString& criterion) {
  const matching::PolicyCriterion* one = criterionOf(m_policy, criterion);
  if (one == nullptr || (criterion == m_criterion && !trouble().isEmpty())) return;
  m_criterion = criterion;
  const QString unit = q(wording::label("policyUnit", one->key));
  m_table->setAccessibleName(tr("Points of the curve of %1").arg(q(wording::word("policyCriterion", one->key))));
  m_table->setHorizontalHeaderLabels({unit, tr("Value, 0 to 1,000")});
  m_trouble->hide();
  m_trouble->setText({});
  fill(one->anchors);
  const matching::PolicyCriterion* before = criterionOf(m_from, criterion);
  m_curve->set(one->anchors, before == nullptr ? matching::Anchors{} : before->anchors, unit);
}

void AnchorEditor::fill(const matching::Anchors& anchors) {
  m_filling = true;
  m_table->setRowCount(static_cast<int>(anchors.corners.size()));
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const auto& corner = anchors.corners[static_cast<std::size_t>(row)];
    for (int column = 0; column < 2; ++column) {
      auto* item = new QTableWidgetItem(column == 0 ? numberText(corner.x) : QString::number(corner.value));
      item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      m_table->setItem(row, column, item);
    }
  }
  if (m_table->currentRow() < 0 && m_table->rowCount() > 0) m_table->setCurrentCell(0, 0);
  m_remove->setEnabled(m_table->rowCount() > 1);
  m_remove->setToolTip(m_table->rowCount() > 1 ? QString() : tr("A curve has at least one point"));
  m_filling = false;
}

Result<matching::Anchors> AnchorEditor::read() const {
  matching::Anchors anchors;
  const auto wrong = [](int row, const QString& why) {
    return fail(ErrorCode::invalid, "anchors", utf8(tr("Point %1: %2").arg(row + 1).arg(why)));
  };
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const auto* fact = m_table->item(row, 0);
    const auto* value = m_table->item(row, 1);
    bool number = false;
    const double x = fact == nullptr ? 0 : fact->text().trimmed().toDouble(&number);
    if (!number || !std::isfinite(x)) return wrong(row, tr("type a number, such as 12.5."));
    const int worth = value == nullptr ? 0 : value->text().trimmed().remove(QLatin1Char(',')).toInt(&number);
    if (!number || worth < 0 || worth > mostValue) return wrong(row, tr("its value is a whole number from 0 to 1,000."));
    anchors.corners.push_back({x, worth});
  }
  return anchors;
}

void AnchorEditor::typed() {
  if (m_filling || m_criterion.isEmpty()) return;
  const auto anchors = read();
  if (!anchors) return setAnswer(failed(anchors));
  emit anchorsTyped(m_criterion, *anchors);
}

void AnchorEditor::setAnswer(const Result<void>& answer) {
  m_trouble->setText(answer ? QString() : q(answer.error().detail));
  m_trouble->setVisible(!answer);
  if (!answer) return;
  const matching::PolicyCriterion* one = criterionOf(m_policy, m_criterion);
  const matching::PolicyCriterion* before = criterionOf(m_from, m_criterion);
  if (one != nullptr)
    m_curve->set(one->anchors, before == nullptr ? matching::Anchors{} : before->anchors, q(wording::label("policyUnit", one->key)));
}

QWidget* AnchorEditor::points() const { return m_table; }
QString AnchorEditor::trouble() const { return m_trouble->isVisibleTo(this) ? m_trouble->text() : QString(); }

void AnchorEditor::addPoint() {
  auto anchors = read();
  if (!anchors) return setAnswer(failed(anchors));
  auto& corners = anchors->corners;
  const auto at = static_cast<std::size_t>(std::max(0, m_table->currentRow()));
  // Half-way to the next one, on the line; after the last one a step further.
  matching::Anchors::Corner fresh{0, mostValue};
  if (!corners.empty()) {
    const auto& here = corners[std::min(at, corners.size() - 1)];
    if (at + 1 < corners.size())
      fresh = {(here.x + corners[at + 1].x) / 2, (here.value + corners[at + 1].value) / 2};
    else
      fresh = {here.x + 1, here.value};
  }
  corners.insert(corners.begin() + static_cast<std::ptrdiff_t>(std::min(at + 1, corners.size())), fresh);
  fill(*anchors);
  m_table->setCurrentCell(static_cast<int>(std::min(at + 1, corners.size() - 1)), 0);
  m_table->setFocus(Qt::OtherFocusReason);
  emit anchorsTyped(m_criterion, *anchors);
}

void AnchorEditor::removePoint() {
  const int row = m_table->currentRow();
  if (row < 0 || m_table->rowCount() < 2) return;
  m_filling = true;
  m_table->removeRow(row);
  m_filling = false;
  m_remove->setEnabled(m_table->rowCount() > 1);
  m_table->setFocus(Qt::OtherFocusReason);
  typed();
}

}  // namespace homeward::ui
