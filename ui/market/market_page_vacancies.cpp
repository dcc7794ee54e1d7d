// Free places that nobody has confirmed: shown together, and confirmed or closed one by one with a key.
#include <QAction>
#include <QLineEdit>

#include "app/authorities.h"
#include "app/market_data.h"
#include "market/candidate_card.h"
#include "market/market_model.h"
#include "market/market_page.h"
#include "market/reach_words.h"
#include "shared/format.h"
#include "support/text.h"

namespace homeward::ui {
namespace {

constexpr std::size_t shownAreas = 4;

}  // namespace

void MarketPage::showUnconfirmed(ProviderId id) {
  const auto market = m_workspace.market();
  if (!market) return trouble(q(market.error().detail));
  const Provider* provider = (*market)->provider(id);
  showReferral(std::nullopt);
  m_facets.setTicks({});
  m_facets.tick(QStringLiteral("confirmed"), QStringLiteral("old"));
  m_narrowedTo = provider != nullptr ? q(provider->name) : QString();
  m_find->setText(m_narrowedTo);
  follow();
}

QStringList MarketPage::factsOf(const MarketRow& row) {
  QStringList facts;
  if (row.provider == nullptr && row.setting == nullptr) return facts;
  facts << tr("Telephone: %1").arg(numbersToRing(m_workspace, row.setting, row.provider));
  if (row.provider == nullptr || row.provider->areas.empty()) return facts;
  std::vector<std::string> names;
  const std::size_t all = row.provider->areas.size();
  for (const std::string& area : row.provider->areas) {
    if (names.size() == shownAreas && all > shownAreas) break;
    names.push_back(app::authorityName(m_workspace, area));
  }
  if (names.size() < all) names.push_back(utf8(tr("%1 more").arg(all - names.size())));
  facts << tr("Lists these areas: %1").arg(q(listed(names)));
  return facts;
}

void MarketPage::followVacancy(int row) {
  const Setting* setting = row >= 0 ? m_model->line(row).setting : nullptr;
  const bool said = setting != nullptr && setting->vacancy && setting->vacancy->places > 0;
  const bool mayWrite = !m_workspace.readOnly();
  const QString why = !said       ? tr("Nobody has said that a place is free there")
                      : !mayWrite ? tr("The case file is open for reading only")
                                  : QString();
  for (QAction* act : {m_stillFree, m_notFree}) {
    act->setEnabled(said && mayWrite);
    act->setStatusTip(why);
  }
  // Beside asking and offering the card would be crowded: matched to a referral the acts are in the menu.
  m_card->stillFree()->setVisible(said && !m_referral);
  m_card->notFree()->setVisible(said && !m_referral);
  for (QPushButton* button : {m_card->stillFree(), m_card->notFree()}) {
    button->setEnabled(mayWrite);
    button->setToolTip(why);
  }
}

void MarketPage::confirmVacancy(bool free) {
  const int row = currentRow();
  const Setting* setting = row >= 0 ? m_model->line(row).setting : nullptr;
  if (setting == nullptr || !setting->vacancy) return;
  const QString name = q(setting->name);
  const Date today = m_workspace.today();
  const Date from = setting->vacancy->freeFrom.value_or(today);
  const auto confirmed = app::confirmVacancy(m_workspace, setting->id, free ? setting->vacancy->places : 0, from);
  if (!confirmed) return trouble(q(confirmed.error().detail));
  emit saved(free ? tr("%1: still free, said today").arg(name) : tr("%1: not free any more").arg(name));
  refresh();
}

}  // namespace homeward::ui
