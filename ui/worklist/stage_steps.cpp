#include "worklist/stage_steps.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

#include "app/asking.h"
#include "app/deciding.h"
#include "shared/format.h"
#include "shared/painters.h"

namespace homeward::ui {

Result<std::vector<StageStep>> stepsOf(app::Workspace& workspace, const Referral& referral) {
  const auto asked = app::approachLines(workspace, referral.id);
  const auto offers = app::offersOf(workspace, referral.id);
  const auto choices = app::choicesOf(workspace, referral.id);
  const auto decisions = app::decisionsOf(workspace, referral.id);
  if (!asked) return failed(asked);
  if (!offers) return failed(offers);
  if (!choices) return failed(choices);
  if (!decisions) return failed(decisions);
  const Date today = workspace.today();
  const auto on = [today](Instant moment) { return englandDay(moment) == today ? timeText(moment) : shortDateText(englandDay(moment)); };

  std::vector<StageStep> steps;
  steps.push_back({StageSteps::tr("Entered"), on(referral.enteredAt), referral.stage != Stage::draft});
  StageStep ask{StageSteps::tr("Asked"), {}, !asked->empty()};
  if (ask.done)
    ask.when = on(std::min_element(asked->begin(), asked->end(), [](const app::ApproachLine& a, const app::ApproachLine& b) {
                    return a.approach.askedAt < b.approach.askedAt;
                  })->approach.askedAt);
  steps.push_back(ask);
  steps.push_back({StageSteps::tr("Offers"), offers->empty() ? QString() : StageSteps::tr("%1 in").arg(countText(std::ssize(*offers))),
                   !offers->empty()});
  steps.push_back({StageSteps::tr("Choice"), choices->empty() ? QString() : on(choices->back().sentAt), !choices->empty()});
  const bool chosen = !decisions->empty() && decisions->back().chosen.has_value();
  steps.push_back({StageSteps::tr("Decision"), chosen ? on(decisions->back().at) : QString(), chosen});
  steps.push_back({StageSteps::tr("Moved in"), {}, referral.stage == Stage::placed || referral.stage == Stage::ended});
  return steps;
}

StageSteps::StageSteps(std::vector<StageStep> steps, QWidget* parent) : QWidget(parent), m_steps(std::move(steps)) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  QStringList said;
  for (const StageStep& step : m_steps)
    said << (step.done ? tr("%1: done %2").arg(step.name, step.when).trimmed() : tr("%1: not yet").arg(step.name));
  setAccessibleName(tr("Steps. %1").arg(said.join(", ")));
}

std::size_t StageSteps::next() const {
  return static_cast<std::size_t>(std::find_if(m_steps.begin(), m_steps.end(), [](const StageStep& step) { return !step.done; }) -
                                  m_steps.begin());
}

QSize StageSteps::sizeHint() const {
  const double line = QFontMetricsF(typeFont(Type::second)).height();
  return {px(420), static_cast<int>(line * 2) + px(20)};
}
QSize StageSteps::minimumSizeHint() const { return {px(260), sizeHint().height()}; }

void StageSteps::paintEvent(QPaintEvent*) {
  if (m_steps.empty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Theme& theme = Theme::current();
  const QFont face = typeFont(Type::second);
  const QFont strong = typeFont(Type::second, true);
  const double line = QFontMetricsF(face).height();
  const double slot = width() / static_cast<double>(m_steps.size());
  const double size = px(13);
  const double axis = px(8);
  const std::size_t current = next();
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    const StageStep& step = m_steps[i];
    const double left = slot * static_cast<double>(i);
    if (i + 1 < m_steps.size()) {
      painter.setPen(QPen(theme.border, 1));
      painter.drawLine(QPointF(left + size + px(2), axis), QPointF(left + slot - px(2), axis));
    }
    const QRectF mark(left, axis - size / 2, size, size);
    if (!step.done && i == current) {
      painter.setPen(QPen(theme.accent, px(2)));
      painter.setBrush(theme.accent2);
      painter.drawEllipse(mark.adjusted(1, 1, -1, -1));
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme.accent);
      painter.drawEllipse(mark.center(), size / 5, size / 5);
    } else {
      drawSign(painter, mark, step.done ? Sign::pass : Sign::planned, theme);
    }
    const QRectF words(left, axis + size / 2 + px(3), slot - px(4), line);
    drawText(painter, words, step.name, i == current ? strong : face, step.done || i == current ? theme.text : theme.text2);
    drawText(painter, words.translated(0, line), step.when, face, theme.text2);
  }
}

}  // namespace homeward::ui
