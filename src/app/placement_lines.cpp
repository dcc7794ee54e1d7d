// What the placements screen shows.
#include <algorithm>
#include <map>

#include "app/deciding.h"
#include "app/law_of_placement.h"
#include "app/legal.h"
#include "app/referrals.h"

namespace homeward::app {
namespace {

/// What a placement costs a week at the rates of a day, contributions taken off.
Money weeklyOn(const std::vector<ContractTerm>& terms, PlacementId placement, Date day) {
  Money sum;
  for (const ContractTerm& term : terms)
    if (term.placement == placement && !term.once && term.valid.contains(day))
      sum += isContribution(term.item) ? -term.amount : term.amount;
  return sum;
}

struct Loaded {
  std::map<ChildId, Child> children;
  std::shared_ptr<const Market> market;
  std::shared_ptr<const geography::Atlas> atlas;
};

Result<Loaded> load(Workspace& workspace) {
  Loaded loaded;
  auto children = workspace.file().children().all();
  if (!children) return failed(children);
  for (Child& child : *children) loaded.children.emplace(child.id, std::move(child));
  auto market = workspace.market();
  if (!market) return failed(market);
  loaded.market = *market;
  auto atlas = workspace.atlas();
  if (!atlas) return failed(atlas);
  loaded.atlas = *atlas;
  return loaded;
}

PlacementLine lineOf(const Loaded& loaded, const Placement& placement, Money aWeek) {
  PlacementLine line;
  line.placement = placement;
  line.aWeek = aWeek;
  const auto child = loaded.children.find(placement.child);
  if (child != loaded.children.end()) {
    line.child = child->second.name;
    line.childNumber = child->second.number;
  }
  if (const Setting* setting = loaded.market->setting(placement.setting)) {
    line.setting = setting->name;
    line.type = setting->type;
    if (child != loaded.children.end())
      if (const auto miles = geography::distance(child->second.home, setting->place, *loaded.atlas); miles && miles->exact())
        line.milesFromHome = miles->low;
  }
  if (const Provider* provider = loaded.market->provider(placement.provider)) line.provider = provider->name;
  return line;
}

}  // namespace

Result<std::vector<PlacementLine>> placementLines(Workspace& workspace, bool currentOnly) {
  const auto loaded = load(workspace);
  if (!loaded) return failed(loaded);
  const auto known = workspace.file().placements().asKnownNow();
  if (!known) return failed(known);
  const Date today = workspace.today();
  std::map<PlacementId, Money> weekly;
  for (const ContractTerm& term : known->terms)
    if (!term.once && term.valid.contains(today)) weekly[term.placement] += isContribution(term.item) ? -term.amount : term.amount;
  std::vector<PlacementLine> lines;
  for (const Placement& placement : known->placements) {
    const bool current = !placement.stay.to || *placement.stay.to > today;
    if (currentOnly && !current) continue;
    lines.push_back(lineOf(*loaded, placement, current ? weekly[placement.id] : Money{}));
  }
  return lines;
}

Result<PlacementCase> placementCase(Workspace& workspace, PlacementId id) {
  const auto loaded = load(workspace);
  if (!loaded) return failed(loaded);
  const auto placement = workspace.file().placements().get(id);
  if (!placement) return failed(placement);
  auto terms = workspace.file().placements().terms(id);
  if (!terms) return failed(terms);
  auto funding = workspace.file().placements().funding(id);
  if (!funding) return failed(funding);
  const auto breaches = workspace.file().placements().breaches();
  if (!breaches) return failed(breaches);
  PlacementCase entry;
  entry.line = lineOf(*loaded, *placement, weeklyOn(*terms, id, workspace.today()));
  std::stable_sort(terms->begin(), terms->end(), [](const ContractTerm& a, const ContractTerm& b) { return a.valid.from < b.valid.from; });
  entry.terms = *std::move(terms);
  entry.funding = *std::move(funding);
  for (const Breach& breach : *breaches)
    if (breach.placement == id || (!breach.placement && breach.referral && breach.referral == placement->referral))
      entry.breaches.push_back(breach);
  const Setting* setting = loaded->market->setting(placement->setting);
  const auto child = loaded->children.find(placement->child);
  std::optional<Referral> referral;
  std::vector<Offer> offers;
  if (placement->referral) {
    auto stored = workspace.file().referrals().get(*placement->referral);
    if (!stored) return failed(stored);
    referral = *std::move(stored);
    auto made = workspace.file().offers().offers(*placement->referral);
    if (!made) return failed(made);
    offers = *std::move(made);
  }
  const auto tookBy = offerThatTook(workspace, offers, *placement);
  if (!tookBy) return failed(tookBy);
  const auto stays = workspace.file().placements().ofChild(placement->child);
  if (!stays) return failed(stays);
  const auto rules = rulesOf(workspace);
  if (!rules) return failed(rules);
  if (setting != nullptr && child != loaded->children.end())
    entry.clocks = clocksOf(workspace, *loaded->atlas,
                            {*placement, child->second, *setting, loaded->market->provider(placement->provider),
                             referral ? &*referral : nullptr, *tookBy, *stays, rules->get()});
  return entry;
}

}  // namespace homeward::app
