#include "app/week_report.h"

#include <map>

namespace homeward::app {
namespace {

/// What a report as it was known before tells of and no list has any more, because it lies in the bin. What is gone for good is none.
class PutAway {
 public:
  explicit PutAway(store::CaseFile& file) : m_file(file) {}
  const Child* child(ChildId id) {
    return kept(m_children, id, [&] { return m_file.children().get(id); });
  }
  const Setting* setting(SettingId id) {
    return kept(m_settings, id, [&] { return m_file.market().setting(id); });
  }
  const Provider* provider(ProviderId id) {
    return kept(m_providers, id, [&] { return m_file.market().provider(id); });
  }

 private:
  template <class Id, class T, class Read>
  static const T* kept(std::map<Id, std::optional<T>>& known, Id id, Read&& read) {
    auto found = known.find(id);
    if (found == known.end()) {
      auto one = read();
      found = known.emplace(id, one ? std::optional<T>(*std::move(one)) : std::nullopt).first;
    }
    return found->second ? &*found->second : nullptr;
  }
  store::CaseFile& m_file;
  std::map<ChildId, std::optional<Child>> m_children;
  std::map<SettingId, std::optional<Setting>> m_settings;
  std::map<ProviderId, std::optional<Provider>> m_providers;
};

Result<std::vector<reports::PlacementFacts>> factsAt(Workspace& workspace, Instant moment) {
  auto& file = workspace.file();
  auto known = file.placements().asKnownAt(moment);
  if (!known) return failed(known);
  const auto children = file.children().all();
  if (!children) return failed(children);
  const auto market = workspace.market();
  if (!market) return failed(market);
  const auto teams = file.people().teams();
  if (!teams) return failed(teams);
  const auto atlas = workspace.atlas();
  if (!atlas) return failed(atlas);

  std::map<ChildId, const Child*> childOf;
  for (const Child& child : *children) childOf[child.id] = &child;
  PutAway away(file);
  std::map<TeamId, std::string> teamOf;
  for (const Team& team : *teams) teamOf[team.id] = team.name;
  std::map<PlacementId, std::size_t> at;
  std::vector<reports::PlacementFacts> facts;
  facts.reserve(known->placements.size());
  for (Placement& placement : known->placements) {
    reports::PlacementFacts fact;
    const auto listed = childOf.find(placement.child);
    const Child* child = listed != childOf.end() ? listed->second : away.child(placement.child);
    if (child != nullptr) {
      fact.childNumber = child->number;
      fact.childBorn = child->born;
    }
    const Setting* setting = (*market)->setting(placement.setting);
    if (setting == nullptr) setting = away.setting(placement.setting);
    if (setting != nullptr) {
      fact.settingType = setting->type;
      fact.settingName = setting->name;
      if (child != nullptr)
        if (const auto miles = geography::distance(child->home, setting->place, **atlas); miles && miles->exact())
          fact.milesFromHome = miles->low;
    }
    const Provider* provider = (*market)->provider(placement.provider);
    if (provider == nullptr) provider = away.provider(placement.provider);
    if (provider != nullptr) {
      fact.providerName = provider->name;
      fact.sector = provider->sector;
    }
    if (placement.team) fact.teamName = teamOf[*placement.team];
    at[placement.id] = facts.size();
    fact.placement = std::move(placement);
    facts.push_back(std::move(fact));
  }
  for (ContractTerm& term : known->terms)
    if (const auto found = at.find(term.placement); found != at.end()) facts[found->second].terms.push_back(std::move(term));
  for (const FundingShare& share : known->funding)
    if (const auto found = at.find(share.placement); found != at.end()) facts[found->second].funding.push_back(share);
  return facts;
}

}  // namespace

Result<WeekReport> weekReport(Workspace& workspace, IsoWeek week, std::optional<Instant> asKnownAt) {
  const Instant moment = asKnownAt.value_or(workspace.now());
  auto facts = factsAt(workspace, moment);
  if (!facts) return failed(facts);
  WeekReport report;
  report.cost = reports::weeklyCost(*facts, week, moment);
  report.report = reports::weeklyReport(*facts, week, moment, workspace.user().name, workspace.fictional());
  report.facts = *std::move(facts);
  return report;
}

Result<std::vector<std::pair<IsoWeek, Money>>> costByWeek(Workspace& workspace, IsoWeek last, int weeks) {
  const auto facts = factsAt(workspace, workspace.now());
  if (!facts) return failed(facts);
  std::vector<std::pair<IsoWeek, Money>> costs(static_cast<std::size_t>(std::max(weeks, 0)));
  IsoWeek week = last;
  for (std::size_t at = costs.size(); at-- > 0; week = previous(week))
    costs[at] = {week, reports::weeklyCost(*facts, week, workspace.now()).total};
  return costs;
}

}  // namespace homeward::app
