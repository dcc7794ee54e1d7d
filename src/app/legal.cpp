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

bool cameInAnEmergency(const Placement& placement, const Referral* referral, const std::vector<Offer>& offers) {
  if (placement.emergencyBeyondApproval || (referral != nullptr && referral->urgency == Urgency::sameDay)) return true;
  return placement.referral && std::any_of(offers.begin(), offers.end(), [&](const Offer& offer) {
           return offer.emergency && offer.referral == *placement.referral && offer.setting == placement.setting;
         });
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
  const auto& [placement, child, setting, provider, referral, offers, stays, rules] = lived;
  const Offer* by = nullptr;
  for (const Offer& offer : offers) {
    const bool takes = std::find(offer.children.begin(), offer.children.end(), placement.child) != offer.children.end();
    if (placement.referral == offer.referral && offer.setting == placement.setting && takes) by = &offer;
  }
  // Clocks do not ask who is whose sibling.
  const matching::People alone(child);
  law::Circumstances facts =
      circumstances(workspace, atlas, alone, 0, {0},
                    {&setting, provider, placement.stay.from, cameInAnEmergency(placement, referral, offers), by, rules});
  addStay(facts, placement, referral, stays);
  std::vector<law::Clock> clocks = law::clocks(facts, workspace.calendar());
  // Whether it was beyond approval was judged on the day; who joins the household later does not change it.
  constexpr int beyondApproval = 16;
  if (!placement.emergencyBeyondApproval) std::erase_if(clocks, [](const law::Clock& clock) { return clock.rule == beyondApproval; });
  return clocks;
}

}  // namespace homeward::app
