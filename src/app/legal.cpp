#include "app/legal.h"

#include <algorithm>

namespace homeward::app {

Result<std::vector<Child>> siblingsElsewhere(Workspace& workspace, const std::vector<Child>& children) {
  std::vector<Child> elsewhere;
  const auto listed = [](const std::vector<Child>& people, ChildId id) {
    return std::any_of(people.begin(), people.end(), [id](const Child& one) { return one.id == id; });
  };
  for (const Child& child : children) {
    if (!child.siblings) continue;
    auto group = workspace.file().children().inSiblingGroup(*child.siblings);
    if (!group) return failed(group);
    for (Child& sibling : *group)
      if (sibling.lookedAfterSince && !listed(children, sibling.id) && !listed(elsewhere, sibling.id))
        elsewhere.push_back(std::move(sibling));
  }
  return elsewhere;
}

law::Circumstances circumstances(const Workspace& workspace, const geography::Atlas& atlas, const matching::People& people,
                                 std::size_t child, const std::vector<std::size_t>& joining, const matching::Arrival& arrival) {
  return matching::circumstances(people, child, joining, arrival, workspace.authority().code, atlas);
}

Result<const Offer*> offerThatTook(Workspace& workspace, const std::vector<Offer>& offers, const Placement& placement) {
  std::vector<const Offer*> may;
  for (const Offer& offer : offers) {
    const bool takes = std::find(offer.children.begin(), offer.children.end(), placement.child) != offer.children.end();
    if (placement.referral == offer.referral && offer.setting == placement.setting && takes) may.push_back(&offer);
  }
  const bool clear = may.empty() || (may.size() == 1 && !may.front()->withdrawn);
  if (!clear && placement.decision) {
    const auto decision = workspace.file().decisions().decision(*placement.decision);
    if (!decision) return failed(decision);
    if (decision->chosen) {
      const auto option = workspace.file().offers().option(*decision->chosen);
      if (!option) return failed(option);
      for (const Offer* offer : may)
        if (std::find(option->offers.begin(), option->offers.end(), offer->id) != option->offers.end()) return offer;
    }
  }
  const auto last = std::find_if(may.rbegin(), may.rend(), [](const Offer* offer) { return !offer->withdrawn; });
  return last == may.rend() ? nullptr : *last;
}

bool cameInAnEmergency(const Placement& placement, const Referral* referral, const Offer* tookBy) {
  return placement.emergencyBeyondApproval || (referral != nullptr && referral->urgency == Urgency::sameDay) ||
         (tookBy != nullptr && tookBy->emergency);
}

void addStay(law::Circumstances& facts, const Placement& placement, const Referral* referral, const std::vector<Placement>& stays) {
  facts.referral = referral;
  facts.stays = &stays;
  facts.itself = placement.id;
  facts.left = placement.stay.to;
  facts.placeCode = placement.placeCode;
  facts.providerCode = placement.providerCode;
}

std::vector<law::Clock> clocksOf(const Workspace& workspace, const geography::Atlas& atlas, const Lived& lived) {
  const auto& [placement, child, setting, provider, referral, tookBy, stays, rules] = lived;
  // Clocks do not ask who is whose sibling.
  const matching::People alone(child);
  law::Circumstances facts =
      circumstances(workspace, atlas, alone, 0, {0},
                    {&setting, provider, placement.stay.from, cameInAnEmergency(placement, referral, tookBy), tookBy, rules});
  addStay(facts, placement, referral, stays);
  std::vector<law::Clock> clocks = law::clocks(facts, workspace.calendar());
  // Whether it was beyond approval was judged on the day; who joins the household later does not change it.
  constexpr int beyondApproval = 16;
  if (!placement.emergencyBeyondApproval) std::erase_if(clocks, [](const law::Clock& clock) { return clock.rule == beyondApproval; });
  return clocks;
}

}  // namespace homeward::app
