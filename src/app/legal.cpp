#include "app/legal.h"

#include <algorithm>

namespace homeward::app {

law::Circumstances circumstances(const Workspace& workspace, const geography::Atlas& atlas, const Child& child,
                                 const std::vector<const Child*>& joining, const Setting& setting, const Provider* provider, Date placedOn,
                                 bool emergency) {
  law::Circumstances facts;
  facts.child = &child;
  facts.joining = joining;
  facts.setting = &setting;
  facts.provider = provider;
  facts.placedOn = placedOn;
  facts.emergency = emergency;
  facts.responsibleAuthority = workspace.authority().code;
  if (!setting.place.authority.empty()) {
    facts.inArea = setting.place.authority == workspace.authority().code;
    facts.adjoins = *facts.inArea ? std::optional{false} : atlas.adjoin(workspace.authority().code, setting.place.authority);
  }
  const bool oneGroup =
      child.siblings && std::all_of(joining.begin(), joining.end(), [&](const Child* other) { return other->siblings == child.siblings; });
  const bool nobodyElse = setting.residentsKnown && std::none_of(setting.residents.begin(), setting.residents.end(),
                                                                 [](const Resident& resident) { return resident.fostered; });
  facts.sameSiblings = oneGroup && nobodyElse;
  return facts;
}

std::vector<law::Clock> clocksOf(const Workspace& workspace, const geography::Atlas& atlas, const Placement& placement, const Child& child,
                                 const Setting& setting, const Provider* provider, const Referral* referral) {
  const bool sameDay = referral != nullptr && referral->urgency == Urgency::sameDay;
  const law::Circumstances facts = circumstances(workspace, atlas, child, {&child}, setting, provider, placement.stay.from,
                                                 sameDay || placement.emergencyBeyondApproval);
  std::vector<law::Clock> clocks = law::clocks(facts, workspace.calendar());
  // Whether it was beyond approval was judged on the day; who joins the household later does not change it.
  constexpr int beyondApproval = 16;
  if (!placement.emergencyBeyondApproval) std::erase_if(clocks, [](const law::Clock& clock) { return clock.rule == beyondApproval; });
  return clocks;
}

}  // namespace homeward::app
