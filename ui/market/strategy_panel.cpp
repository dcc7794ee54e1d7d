#include "market/strategy_panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <algorithm>

#include "market/why_out_dialog.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr std::size_t mostReasons = 4;
constexpr std::size_t mostWaves = 3;
const auto foldedKey = QStringLiteral("market/strategyFolded");

/// The year is left out, and the day where it is today.
QString timeAndDay(Instant at, Instant now) {
  return englandDay(at) == englandDay(now)
             ? StrategyPanel::tr("%1 today").arg(timeText(at))
             : StrategyPanel::tr("%1 on %2 %3").arg(timeText(at), q(weekdayName(englandDay(at))), shortDateText(englandDay(at)));
}

}  // namespace

QString opensWords(const matching::Wave& wave, Instant now) {
  return wave.now(now) ? StrategyPanel::tr("Now") : StrategyPanel::tr("From %1").arg(timeAndDay(wave.opens, now));
}

QString waveWords(const app::SearchStrategy& search, const matching::Wave& wave, Instant now) {
  QString who = q(app::routesWords(search, wave));
  if (!who.isEmpty()) who[0] = who[0].toUpper();
  QString words =
      StrategyPanel::tr("%1: %2, answer by %3")
          .arg(who,
               wave.further == 0
                   ? plural(std::ssize(wave.whom), StrategyPanel::tr("suits"), StrategyPanel::tr("suit"))
                   : StrategyPanel::tr("the first %1 of %2").arg(wave.whom.size()).arg(countText(std::ssize(wave.whom) + wave.further)),
               timeAndDay(wave.answerDue, now));
  if (wave.asked > 0) words += StrategyPanel::tr("; %1 asked already").arg(wave.asked);
  return words + QLatin1Char('.');
}

StrategyPanel::StrategyPanel(QWidget* parent)
    : Surface(Ground::base, parent),
      m_why(new TextLabel({}, Type::second, Ink::text2)),
      m_whyNot(makeButton(tr("Why not the others…"), ButtonKind::link)),
      m_fold(makeButton({}, ButtonKind::link)),
      m_body(new QWidget),
      m_waves(new QGridLayout),
      m_nobody(new TextLabel(tr("Nobody is left who suits and was not asked."))),
      m_others(new TextLabel({}, Type::second, Ink::text2)) {
  setLines(Qt::BottomEdge);
  setAccessibleName(tr("Whom to ask"));
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(px(16), px(4), px(16), px(6));
  rows->setSpacing(px(2));
  auto* head = new QHBoxLayout;
  auto* title = new TextLabel(tr("Whom to ask"), Type::section);
  title->setStrong(true);
  m_why->setElided(true);
  head->addWidget(title);
  head->addWidget(m_why, 1);
  head->addWidget(m_whyNot);
  head->addWidget(m_fold);
  rows->addLayout(head);
  auto* body = new QVBoxLayout(m_body);
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(px(2));
  m_waves->setHorizontalSpacing(px(14));
  m_waves->setVerticalSpacing(px(2));
  m_waves->setColumnStretch(1, 1);
  m_others->setWrapped(true);
  body->addLayout(m_waves);
  body->addWidget(m_nobody);
  body->addWidget(m_others);
  rows->addWidget(m_body);
  connect(m_whyNot, &QPushButton::clicked, this, &StrategyPanel::whyNotWanted);
  connect(m_fold, &QPushButton::clicked, this, [this] { setFolded(!m_body->isHidden()); });
  line(mostWaves - 1);  // all of them at once, so that Tab comes to them here
  setFolded(QSettings().value(foldedKey, false).toBool());
}

void StrategyPanel::setFolded(bool folded) {
  m_body->setVisible(!folded);
  m_fold->setText(folded ? tr("Show") : tr("Hide"));
  m_fold->setAccessibleName(folded ? tr("Show whom to ask") : tr("Hide whom to ask"));
  QSettings().setValue(foldedKey, folded);
}

QWidget* StrategyPanel::first() {
  return m_body->isHidden() || m_lines.empty() || m_lines.front().select->isHidden() ? m_fold : m_lines.front().select;
}

StrategyPanel::Line& StrategyPanel::line(std::size_t at) {
  while (m_lines.size() <= at) {
    const std::size_t mine = m_lines.size();
    const int row = static_cast<int>(mine);
    Line line{new TextLabel({}), new TextLabel({}), makeButton({}, ButtonKind::outlined)};
    line.words->setWrapped(true);
    setSmall(*line.select);
    connect(line.select, &QPushButton::clicked, this, [this, mine] { emit selectWanted(mine); });
    m_waves->addWidget(line.when, row, 0);
    m_waves->addWidget(line.words, row, 1);
    m_waves->addWidget(line.select, row, 2);
    m_lines.push_back(line);
  }
  return m_lines[at];
}

void StrategyPanel::fill(const app::SearchStrategy& search, std::size_t at, Instant now) {
  const matching::Wave& wave = search.strategy.waves[at];
  const Line& line = this->line(at);
  const bool next = wave.now(now) && !search.strategy.enough;
  line.when->setText(opensWords(wave, now));
  line.when->setInk(next ? Ink::text : Ink::text2);
  line.when->setStrong(next);
  QStringList why;
  for (const Fact& fact : wave.why) why << sentence(fact);
  line.words->setText(waveWords(search, wave, now) + QLatin1Char(' ') + why.join(QLatin1Char(' ')));
  const int count = static_cast<int>(wave.whom.size());
  // One letter for the wave that is asked first; the others are reached by Tab.
  const QString words = (at == 0 ? tr("&Select these %1") : tr("Select these %1")).arg(count);
  if (line.select->text() != words) line.select->setText(words);
  line.select->setAccessibleName(tr("Select these %1: %2").arg(count).arg(q(app::routesWords(search, wave))));
  line.select->setToolTip(wave.now(now) ? tr("Ticks them in the table, so that they can be asked with this deadline")
                                        : tr("Ticks them in the table. Proposed for later: nothing stops you from asking now"));
}

void StrategyPanel::show(const app::SearchStrategy& search, const std::vector<matching::NotAsked>& others, Instant now) {
  const matching::Strategy& strategy = search.strategy;
  QString why = sentence(strategy.why);
  const matching::Progress& progress = strategy.progress;
  if (progress.asked > 0)
    why += QLatin1Char(' ') + tr("%1 asked: %2 said yes, %3 no or nothing, %4 late, %5 still to answer.")
                                  .arg(progress.asked)
                                  .arg(progress.yes)
                                  .arg(progress.no)
                                  .arg(progress.overdue)
                                  .arg(progress.open);
  if (strategy.enough) why += QLatin1Char(' ') + tr("That is enough: others are for the case that none of those suits.");
  if (strategy.widenNow) why += QLatin1Char(' ') + tr("It is time to widen.");
  m_why->setText(why);
  for (std::size_t i = 0; i < strategy.waves.size(); ++i) fill(search, i, now);
  for (std::size_t i = 0; i < m_lines.size(); ++i)
    for (QWidget* part :
         {static_cast<QWidget*>(m_lines[i].when), static_cast<QWidget*>(m_lines[i].words), static_cast<QWidget*>(m_lines[i].select)})
      part->setVisible(i < strategy.waves.size());
  m_nobody->setVisible(strategy.waves.empty());

  std::int64_t stopped = 0;
  QStringList reasons;
  std::int64_t rest = 0;
  for (std::size_t i = 0; i < others.size(); ++i) {
    stopped += others[i].candidates;
    if (i < mostReasons)
      reasons << tr("%1 (%2)").arg(gateTitle(others[i].gate), countText(others[i].candidates));
    else
      rest += others[i].candidates;
  }
  if (rest > 0) reasons << tr("another reason (%1)").arg(countText(rest));
  QStringList said;
  if (stopped > 0)
    said << tr("%1 not asked, each by the first check that stops them: %2.")
                .arg(plural(stopped, tr("other is"), tr("others are")), reasons.join(QStringLiteral(", ")));
  said << sentence(strategy.after);
  m_others->setText(said.join(QLatin1Char(' ')));
  m_whyNot->setVisible(stopped > 0);
}

}  // namespace homeward::ui
