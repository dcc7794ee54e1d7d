#include "choice/cost_match_chart.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTableWidget>
#include <algorithm>
#include <cmath>

#include "shared/format.h"

namespace homeward::ui {

CostMatchChart::CostMatchChart(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setProperty("ring", true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  say();
}
QSize CostMatchChart::sizeHint() const { return {px(380), px(172)}; }
QSize CostMatchChart::minimumSizeHint() const { return {px(280), px(168)}; }

void CostMatchChart::setView(const ChoiceView& view) {
  m_marks.clear();
  m_unknownCost.clear();
  int least = 1000;
  int most = 0;
  double cheapest = 1e12;
  double dearest = 0;
  for (std::size_t option = 0; option < view.options.size(); ++option) {
    const ChoiceOption& one = view.options[option];
    if (!one.wholeCost) {
      m_unknownCost.push_back(option);
      continue;
    }
    const matching::Ranked& score = scoreOf(view, option);
    Mark mark;
    mark.option = option;
    mark.shape = one.shape;
    mark.name = one.shortName;
    mark.cost = static_cast<double>(one.wholeCost->low.pence) / 100;
    mark.costHigh = one.wholeCost->high ? static_cast<double>(one.wholeCost->high->pence) / 100 : mark.cost;
    mark.low = matching::shownScore(score.known);
    mark.high = matching::shownScore(score.possible);
    mark.unbeaten =
        std::any_of(view.unbeaten.begin(), view.unbeaten.end(), [option](const matching::Step& step) { return step.candidate == option; });
    mark.words = tr("%1, %2: %3 a week, match %4%5")
                     .arg(one.name, shapeName(one.shape), moneyText(*one.wholeCost), intervalText(mark.low, mark.high),
                          mark.unbeaten ? tr("; nothing beats it on both") : QString());
    least = std::min(least, mark.low);
    most = std::max(most, mark.high);
    cheapest = std::min(cheapest, mark.cost);
    dearest = std::max(dearest, mark.costHigh);
    m_marks.push_back(mark);
  }
  std::stable_sort(m_marks.begin(), m_marks.end(), [](const Mark& a, const Mark& b) { return a.cost < b.cost; });
  if (!m_marks.empty()) {
    // A round figure below the cheapest, so that its mark stands clear of the axis; then as many doublings as the dearest needs.
    const double wanted = std::max(cheapest, 1.0) * 0.86;
    const double size = std::pow(10.0, std::floor(std::log10(wanted)));
    m_costFrom = std::max(1.0, std::floor(wanted / size * 4) / 4 * size);
    m_doublings = std::max(1, static_cast<int>(std::ceil(std::log2(dearest * 1.04 / m_costFrom))));
    m_matchFrom = std::max(0, least / 100 * 100 - 35);
    m_matchTo = std::min(1000, (most + 130) / 100 * 100);
    if (m_matchTo - m_matchFrom < 200) m_matchFrom = std::max(0, m_matchTo - 200);
  }
  if (m_highlighted && *m_highlighted >= view.options.size()) m_highlighted.reset();
  say();
  update();
}

void CostMatchChart::say() {
  QStringList words;
  for (const Mark& mark : m_marks) words.push_back(mark.words);
  const auto found = std::find_if(m_marks.begin(), m_marks.end(), [this](const Mark& mark) { return m_highlighted == mark.option; });
  setAccessibleName(hasFocus() && found != m_marks.end() ? found->words : tr("Cost against match, as a chart; Alt+A shows it as a table"));
  setAccessibleDescription(words.join(QStringLiteral(". ")));
}

void CostMatchChart::setHighlighted(std::optional<std::size_t> option) {
  m_highlighted = option;
  say();
  update();
}

QRectF CostMatchChart::plot() const {
  const double line = QFontMetricsF(typeFont(Type::second)).height();
  return QRectF(rect()).adjusted(px(40), px(6), -px(12), -(2 * line + px(6)));
}
QPointF CostMatchChart::at(double cost, int match) const {
  const QRectF area = plot();
  const double x = std::log2(std::max(cost, 1.0) / m_costFrom) / m_doublings;
  const double y = static_cast<double>(match - m_matchFrom) / (m_matchTo - m_matchFrom);
  return {area.left() + area.width() * x, area.bottom() - area.height() * y};
}

void CostMatchChart::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  if (m_marks.empty()) {
    drawText(p, rect(), tr("No option has a price yet"), typeFont(Type::second), Theme::current().text2, Qt::AlignCenter);
    return;
  }
  paintAxes(p);
  paintMarks(p);
  paintNames(p);
}

void CostMatchChart::paintAxes(QPainter& p) const {
  const Theme& t = Theme::current();
  const QRectF area = plot();
  const QFont words = typeFont(Type::second);
  const double line = QFontMetricsF(words).height();
  p.setPen(QPen(t.line, 1));
  for (int match = (m_matchFrom + 99) / 100 * 100; match <= m_matchTo; match += 100) {
    const double y = std::round(at(m_costFrom, match).y()) + 0.5;
    p.setPen(QPen(t.line, 1));
    p.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    if (match < m_matchTo || m_matchTo - m_matchFrom <= 300)
      drawText(p, QRectF(0, y - line / 2, area.left() - px(6), line), QString::number(match), words, t.text2,
               Qt::AlignRight | Qt::AlignVCenter);
  }
  for (int i = 0; i <= m_doublings; ++i) {
    const double cost = m_costFrom * std::pow(2.0, i);
    const double x = std::round(at(cost, m_matchFrom).x()) + 0.5;
    p.setPen(QPen(t.line, 1));
    p.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + px(3)));
    const QRectF label(x - px(40), area.bottom() + px(3), px(80), line);
    const bool last = i == m_doublings;
    drawText(p, last ? label.translated(-px(18), 0) : label, wholePoundsText(Money{static_cast<std::int64_t>(std::llround(cost * 100))}),
             words, t.text2, Qt::AlignCenter);
  }
  drawText(p, QRectF(area.left(), area.top() - px(2), area.width() - px(4), line), tr("match, points of 1,000"), words, t.text2,
           Qt::AlignRight | Qt::AlignVCenter);
  drawText(p, QRectF(0, area.bottom() + px(3) + line, width(), line), tr("Whole cost a week (each line is twice the one before)"), words,
           t.text2, Qt::AlignCenter);
}

void CostMatchChart::paintMarks(QPainter& p) const {
  const Theme& t = Theme::current();
  p.setPen(QPen(t.text2, 1, Qt::DashLine));
  const Mark* before = nullptr;
  for (const Mark& mark : m_marks) {
    if (!mark.unbeaten) continue;
    if (before) p.drawLine(at(before->cost, before->low), at(mark.cost, mark.low));
    before = &mark;
  }
  for (const Mark& mark : m_marks) {
    const QPointF point = at(mark.cost, mark.low);
    p.setPen(QPen(t.option(mark.shape), 1.6));
    if (mark.high > mark.low) {
      const QPointF top = at(mark.cost, mark.high);
      p.drawLine(point, top);
      p.drawLine(top - QPointF(px(4), 0), top + QPointF(px(4), 0));
    }
    if (mark.costHigh > mark.cost) {
      const QPointF end = at(mark.costHigh, mark.low);
      p.drawLine(point, end);
      p.drawLine(end - QPointF(0, px(4)), end + QPointF(0, px(4)));
    }
    if (mark.unbeaten || m_highlighted == mark.option) {
      p.setBrush(t.base);
      p.setPen(QPen(m_highlighted == mark.option ? t.accent : t.text, m_highlighted == mark.option ? 2.4 : 1.4));
      p.drawEllipse(point, px(10), px(10));
      p.setBrush(Qt::NoBrush);
    }
    const double side = px(12);
    drawOptionShape(p, QRectF(point.x() - side / 2, point.y() - side / 2, side, side), mark.shape, t);
  }
}

void CostMatchChart::paintNames(QPainter& p) const {
  const Theme& t = Theme::current();
  const QFont names = typeFont(Type::second, true);
  const QFontMetricsF metrics(names);
  std::vector<QRectF> taken;
  for (const Mark& mark : m_marks) {
    const QPointF point = at(mark.cost, mark.low);
    taken.push_back(QRectF(point.x() - px(10), std::min(point.y() - px(10), at(mark.cost, mark.high).y()), px(20), 0)
                        .united(QRectF(point.x() - px(10), point.y() - px(10), px(20), px(20))));
  }
  const QRectF page(plot().left() - 2, 0, width() - plot().left(), height());
  for (const Mark& mark : m_marks) {
    const QPointF point = at(mark.cost, mark.low);
    const double w = std::min(metrics.horizontalAdvance(mark.name) + 2, page.width());
    const double h = metrics.height();
    const double inside = std::max(page.left(), std::min(point.x() - w / 2, page.right() - w));  // of a long name at the edge
    const double gap = px(13);
    const QRectF candidates[] = {{point.x() + gap, point.y() - h / 2, w, h},
                                 {point.x() - gap - w, point.y() - h / 2, w, h},
                                 {point.x() - w / 2, point.y() + gap - 2, w, h},
                                 {point.x() - w / 2 + px(14), point.y() + gap - 2, w, h},
                                 {point.x() - w / 2 - px(14), point.y() + gap - 2, w, h},
                                 {point.x() - w / 2, point.y() + gap + h - 4, w, h},
                                 {inside, point.y() + gap - 2, w, h},
                                 {inside, point.y() + gap + h - 4, w, h},
                                 {inside, point.y() - gap - h, w, h}};
    const QRectF* chosen = &candidates[0];
    for (const QRectF& box : candidates) {
      const bool free =
          page.contains(box) && std::none_of(taken.begin(), taken.end(), [&box](const QRectF& other) { return other.intersects(box); });
      if (!free) continue;
      chosen = &box;
      break;
    }
    taken.push_back(*chosen);
    drawText(p, *chosen, mark.name, names, t.text, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideRight);
  }
}

void CostMatchChart::step(int by) {
  if (m_marks.empty()) return;
  const auto found = std::find_if(m_marks.begin(), m_marks.end(), [this](const Mark& mark) { return m_highlighted == mark.option; });
  const auto n = static_cast<std::ptrdiff_t>(m_marks.size());
  const std::ptrdiff_t now = found == m_marks.end() ? (by > 0 ? -1 : n) : found - m_marks.begin();
  const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(now + by, 0, n - 1);
  setHighlighted(m_marks[static_cast<std::size_t>(to)].option);
  QAccessibleEvent renamed(this, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&renamed);
  emit pointed(*m_highlighted);
}
void CostMatchChart::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Right)
    step(1);
  else if (event->key() == Qt::Key_Left)
    step(-1);
  else
    QWidget::keyPressEvent(event);
}
void CostMatchChart::mousePressEvent(QMouseEvent* event) {
  for (const Mark& mark : m_marks)
    if (QLineF(at(mark.cost, mark.low), event->position()).length() <= px(13)) {
      setHighlighted(mark.option);
      emit pointed(mark.option);
    }
  setFocus(Qt::MouseFocusReason);
}
void CostMatchChart::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  say();
}
void CostMatchChart::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  say();
}

void fillCostMatchTable(QTableWidget& table, const ChoiceView& view) {
  const QStringList heads{QObject::tr("Option"), QObject::tr("£ a week"), QObject::tr("Match"), QObject::tr("Unbeaten")};
  table.setColumnCount(static_cast<int>(heads.size()));
  table.setRowCount(static_cast<int>(view.ranking.size()));
  table.setHorizontalHeaderLabels(heads);
  table.verticalHeader()->hide();
  table.setEditTriggers(QAbstractItemView::NoEditTriggers);
  table.setSelectionBehavior(QAbstractItemView::SelectRows);
  table.setShowGrid(false);
  for (std::size_t place = 0; place < view.ranking.size(); ++place) {
    const matching::Ranked& score = view.ranking[place];
    const ChoiceOption& option = view.options[score.candidate];
    const bool unbeaten = std::any_of(view.unbeaten.begin(), view.unbeaten.end(),
                                      [&score](const matching::Step& step) { return step.candidate == score.candidate; });
    const QStringList cells{option.name, option.wholeCost ? wholePoundsText(*option.wholeCost) : QObject::tr("not known"),
                            intervalText(matching::shownScore(score.known), matching::shownScore(score.possible)),
                            unbeaten ? QObject::tr("yes") : QObject::tr("no")};
    for (int column = 0; column < cells.size(); ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      if (column == 1) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      table.setItem(static_cast<int>(place), column, item);
    }
  }
  table.resizeColumnsToContents();
  table.resizeRowsToContents();
  table.horizontalHeader()->setStretchLastSection(true);
  if (table.rowCount() > 0) table.setCurrentCell(0, 0);
}

StepsLine::StepsLine(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }
void StepsLine::setView(const ChoiceView& view) {
  m_steps.clear();
  QStringList words;
  for (std::size_t i = 1; i < view.unbeaten.size(); ++i) {
    const ChoiceOption& from = view.options[view.unbeaten[i - 1].candidate];
    const ChoiceOption& to = view.options[view.unbeaten[i].candidate];
    const int points = matching::shownScore(scoreOf(view, view.unbeaten[i].candidate).known) -
                       matching::shownScore(scoreOf(view, view.unbeaten[i - 1].candidate).known);
    const QString price =
        tr("%1 for %2 a week").arg(points == 1 ? tr("1 point") : tr("%1 points").arg(points), wholePoundsText(view.unbeaten[i].more));
    m_steps.push_back({from.shape, to.shape, price});
    words.push_back(tr("from %1 to %2: %3").arg(from.shortName, to.shortName, price));
  }
  setAccessibleName(words.isEmpty() ? tr("One option is unbeaten")
                                    : tr("The price of each step: %1").arg(words.join(QStringLiteral("; "))));
  setVisible(!m_steps.empty());
  updateGeometry();
  update();
}
QSize StepsLine::sizeHint() const {
  const int rows = static_cast<int>((m_steps.size() + 1) / 2);
  return {px(300), std::max(1, rows) * (QFontMetrics(typeFont(Type::second)).height() + 2)};
}
void StepsLine::paintEvent(QPaintEvent*) {
  const Theme& t = Theme::current();
  QPainter p(this);
  const QFont words = typeFont(Type::second);
  const double line = QFontMetricsF(words).height() + 2;
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    const std::size_t row = i / 2;  // two in a row
    double x = i % 2 ? width() / 2.0 + px(2) : 0;
    const double y = static_cast<double>(row) * line;
    const double side = px(8);
    const QString arrow = QStringLiteral("→");
    drawOptionShape(p, QRectF(x, y + line / 2 - side / 2, side, side), m_steps[i].from, t);
    x += side + px(4);
    drawText(p, QRectF(x, y, px(16), line), arrow, words, t.text2);
    x += QFontMetricsF(words).horizontalAdvance(arrow) + px(4);
    drawOptionShape(p, QRectF(x, y + line / 2 - side / 2, side, side), m_steps[i].to, t);
    x += side + px(5);
    drawText(p, QRectF(x, y, width() - x, line), m_steps[i].words, words, t.text);
  }
}

}  // namespace homeward::ui
