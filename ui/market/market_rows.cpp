#include "market/market_rows.h"

#include <algorithm>
#include <utility>

namespace homeward::ui {
namespace {

/// The furthest of several children's distances; not known if one is not.
std::optional<geography::MilesRange> furthest(const matching::Request& request, const matching::CandidateFacts& facts, Place Child::*from,
                                              const geography::Atlas& atlas) {
  std::optional<geography::MilesRange> worst;
  for (std::size_t i = 0; i < request.children.size() && i < facts.perChild.size(); ++i) {
    const auto* setting = facts.perChild[i].setting;
    if (setting == nullptr) return std::nullopt;
    const auto miles = geography::distance(request.children[i].*from, setting->place, atlas);
    if (!miles) return std::nullopt;
    if (!worst || miles->high > worst->high) worst = miles;
  }
  return worst;
}

/// Those that fail fewest gates, and among them the best placed.
void markNearMisses(std::vector<MarketRow>& rows) {
  std::vector<MarketRow*> failed;
  for (auto& row : rows)
    if (row.status == matching::Status::notEligible) failed.push_back(&row);
  const auto wanted = std::min<std::ptrdiff_t>(shownMisses, std::ssize(failed));
  std::partial_sort(failed.begin(), failed.begin() + wanted, failed.end(), [](const MarketRow* a, const MarketRow* b) {
    return std::pair(a->gatesFailed, a->rank) < std::pair(b->gatesFailed, b->rank);
  });
  for (std::ptrdiff_t i = 0; i < wanted; ++i) failed[static_cast<std::size_t>(i)]->nearMiss = true;
}

}  // namespace

int MarketLines::usable() const {
  return static_cast<int>(
      std::count_if(rows.begin(), rows.end(), [](const MarketRow& row) { return row.status != matching::Status::notEligible; }));
}

int MarketLines::placesFree() const {
  int places = 0;
  for (const auto& row : rows)
    if (row.setting != nullptr && row.setting->vacancy) places += row.setting->vacancy->places;
  return places;
}

int MarketLines::settings() const {
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const MarketRow& row) { return row.setting != nullptr; }));
}

MarketLines plainMarket(std::shared_ptr<const app::Market> market) {
  MarketLines lines;
  lines.market = std::move(market);
  lines.rows.reserve(lines.market->settings.size());
  for (const auto& setting : lines.market->settings) {
    MarketRow row;
    row.setting = &setting;
    row.provider = lines.market->provider(setting.provider);
    lines.rows.push_back(row);
  }
  for (const auto& provider : lines.market->providers)
    if (provider.toAsk) {
      MarketRow row;
      row.provider = &provider;
      lines.rows.push_back(row);
    }
  const auto name = [](const MarketRow& row) -> const std::string& {
    return row.setting != nullptr ? row.setting->name : row.provider->name;
  };
  std::stable_sort(lines.rows.begin(), lines.rows.end(), [&](const MarketRow& a, const MarketRow& b) { return name(a) < name(b); });
  for (std::size_t i = 0; i < lines.rows.size(); ++i) lines.rows[i].rank = i;
  return lines;
}

MarketLines matchedMarket(std::shared_ptr<const app::RankedReferral> ranked, const geography::Atlas& atlas) {
  MarketLines lines;
  lines.ranked = std::move(ranked);
  const auto& assessment = lines.ranked->assessment();
  const auto& problem = assessment.problem();
  const std::size_t gates = problem.gates.size();
  lines.rows.reserve(lines.ranked->ranking().size());
  for (const auto& place : lines.ranked->ranking()) {
    const auto& facts = assessment.facts(place.candidate);
    MarketRow row;
    row.candidate = place.candidate;
    row.rank = lines.rows.size();
    if (!facts.perChild.empty()) {
      row.setting = facts.perChild.front().setting;
      row.provider = facts.perChild.front().provider;
    }
    row.status = place.status;
    row.known = place.known;
    row.possible = place.possible;
    for (std::size_t gate = 0; gate < gates; ++gate) {
      const auto result = problem.gateResults[place.candidate * gates + gate];
      row.gatesFailed += result == matching::GateResult::fail ? 1 : 0;
      row.gatesOpen += result == matching::GateResult::unknown ? 1 : 0;
    }
    row.home = furthest(assessment.request(), facts, &Child::home, atlas);
    row.school = furthest(assessment.request(), facts, &Child::schoolPlace, atlas);
    lines.rows.push_back(row);
  }
  markNearMisses(lines.rows);
  return lines;
}

FreeBy freeBy(const Setting* setting, Date day) {
  if (setting == nullptr || !setting->vacancy) return FreeBy::notKnown;
  if (setting->vacancy->places <= 0) return FreeBy::no;
  if (!setting->vacancy->freeFrom) return FreeBy::notKnown;
  return *setting->vacancy->freeFrom <= day ? FreeBy::yes : FreeBy::no;
}

Reaches reaches(const Setting* setting, NeedDomain domain, int level) {
  auto best = Reaches::notKnown;
  if (setting == nullptr) return best;
  for (const auto& capability : setting->capabilities) {
    if (capability.domain != domain) continue;
    const auto one = capability.level < level ? Reaches::lower : capability.basis == Basis::claimed ? Reaches::claimed : Reaches::evidenced;
    best = std::min(best, one);
  }
  return best;
}

bool confirmationIsOld(const Setting& setting, Date today) {
  return !setting.vacancy || !setting.vacancy->confirmedOn || today - *setting.vacancy->confirmedOn > std::chrono::days{28};
}

}  // namespace homeward::ui
