#include "app/strategy.h"

#include <algorithm>

#include "app/escalating.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {

Result<SearchStrategy> strategyOf(Workspace& workspace, const RankedReferral& market) {
  const matching::Request& request = market.assessment().request();
  const auto approaches = workspace.file().offers().approaches(request.referral.id);
  if (!approaches) return failed(approaches);
  std::vector<std::optional<matching::Route>> routes;
  for (const Approach& approach : *approaches) {
    const Provider* provider = market.market().provider(approach.provider);
    routes.push_back(provider == nullptr ? std::nullopt : matching::routeOf(*provider));
  }
  SearchStrategy search;
  search.askable = matching::askableOf(market.assessment());
  const Referral& referral = request.referral;
  search.strategy =
      matching::propose({referral.urgency, referral.neededBy, referral.neededByMinute, matching::complexityOf(referral, request.children)},
                        search.askable, *approaches, routes, workspace.now(), workspace.calendar());
  return search;
}

Result<SearchStrategy> strategyOf(Workspace& workspace, ReferralId referral) {
  const auto market = rankMarket(workspace, referral);
  if (!market) return failed(market);
  return strategyOf(workspace, **market);
}

std::string routesWords(const SearchStrategy& search, const matching::Wave& wave) {
  std::vector<std::string> words;
  for (const matching::Route route : wave.routes)
    if (std::any_of(wave.whom.begin(), wave.whom.end(), [&](std::size_t i) { return search.askable[i].route == route; }))
      words.push_back(wording::word("route", text(route)));
  return listed(words);
}

Result<std::vector<WorkItem>> widenWork(Workspace& workspace, const std::vector<Referral>& referrals,
                                        const std::vector<Approach>& approaches,
                                        const std::function<std::string(const Referral&)>& people) {
  std::vector<WorkItem> items;
  const Instant now = workspace.now();
  for (const Referral& referral : referrals) {
    if (!isOpen(referral.stage) || referral.stage >= homeward::Stage::choiceSent || waitingEscalation(referral) != nullptr) continue;
    std::vector<Approach> ofIt;
    std::copy_if(approaches.begin(), approaches.end(), std::back_inserter(ofIt),
                 [&](const Approach& approach) { return approach.referral == referral.id; });
    // The market is ranked only where what was said so far asks for it.
    if (!matching::timeToWiden(matching::progressOf(ofIt, now), referral.urgency)) continue;
    const auto search = strategyOf(workspace, referral.id);
    if (!search) return failed(search);
    if (!search->strategy.widenNow) continue;
    const matching::Wave& next = search->strategy.waves.front();
    const matching::Progress& progress = search->strategy.progress;
    WorkItem item;
    item.key = "widen:" + std::to_string(referral.id.value);
    item.kind = WorkKind::widen;
    item.due = englandDay(now);
    item.referral = referral.id;
    item.owner = referral.owner;
    item.act = {"work.widen", {people(referral)}};
    item.why = {"work.widen.why",
                {referral.number, std::int64_t{progress.asked}, std::int64_t{progress.no}, std::int64_t{progress.overdue},
                 routesWords(*search, next), std::int64_t{static_cast<std::int64_t>(next.whom.size()) + next.further}}};
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace homeward::app
