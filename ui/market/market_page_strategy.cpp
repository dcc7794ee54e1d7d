// Whom to ask, on the market page: the proposal above the table, its ticks, and the deadline that goes with them.
#include <QTableView>
#include <algorithm>

#include "market/ask_dialog.h"
#include "market/market_model.h"
#include "market/market_page.h"
#include "market/strategy_panel.h"
#include "shared/format.h"

namespace homeward::ui {
namespace {

bool holds(const app::SearchStrategy& search, const matching::Wave& wave, std::size_t candidate) {
  return std::any_of(wave.whom.begin(), wave.whom.end(), [&](std::size_t i) { return search.askable[i].candidate == candidate; });
}

}  // namespace

/// Time passes and answers come without the market being ranked again: the proposal is worked out afresh each time.
void MarketPage::followStrategy() {
  m_search.reset();
  const auto& ranked = m_model->lines().ranked;
  if (m_referral && ranked) {
    const Referral& referral = ranked->assessment().request().referral;
    if (isOpen(referral.stage) && referral.stage < Stage::decided)
      if (auto search = app::strategyOf(m_workspace, *ranked)) m_search = *std::move(search);
  }
  m_strategy->setVisible(m_search.has_value());
  if (m_search) m_strategy->show(*m_search, matching::notAsked(ranked->assessment().problem()), m_workspace.now());
}

void MarketPage::selectWave(std::size_t at) {
  if (!m_search || at >= m_search->strategy.waves.size()) return;
  const matching::Wave& wave = m_search->strategy.waves[at];
  m_model->clearTicks();
  int first = -1;
  for (int row = 0; row < m_model->rowCount(); ++row) {
    const auto& candidate = m_model->line(row).candidate;
    if (!candidate || !holds(*m_search, wave, *candidate)) continue;
    m_model->setTicked(row, true);
    if (first < 0) first = row;
  }
  selectRow(first);
  m_table->setFocus();
  emit saved(tr("%1 ticked: %2").arg(plural(std::ssize(wave.whom), tr("row"), tr("rows")), q(app::routesWords(*m_search, wave))));
}

Instant MarketPage::dueFor(const std::vector<int>& rows) {
  const Instant usual = usualAnswerDue(m_model->lines().request()->referral.urgency, m_workspace.now(), m_workspace.calendar());
  followStrategy();  // a deadline in hours counts from now
  if (!m_search) return usual;
  for (const matching::Wave& wave : m_search->strategy.waves)
    if (std::all_of(rows.begin(), rows.end(), [&](int row) {
          const auto& candidate = m_model->line(row).candidate;
          return candidate && holds(*m_search, wave, *candidate);
        }))
      return wave.answerDue;
  return usual;
}

}  // namespace homeward::ui
