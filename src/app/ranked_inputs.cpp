// Gathering what a ranking needs from the case file.
#include <algorithm>

#include "app/law_of_placement.h"
#include "app/legal.h"
#include "app/rank_referral.h"
#include "app/referrals.h"

namespace homeward::app {
namespace {

Result<std::shared_ptr<matching::Request>> requestFor(Workspace& workspace, ReferralId id) {
  auto& file = workspace.file();
  auto entry = referralCase(workspace, id);
  if (!entry) return failed(entry);
  auto request = std::make_shared<matching::Request>();
  request->referral = std::move(entry->referral);
  request->children = std::move(entry->children);
  request->responsibleAuthority = workspace.authority().code;
  request->today = workspace.today();
  request->placeOn = std::max(request->referral.neededBy, request->today);

  auto support = file.properties().pricedSupport();
  if (!support) return failed(support);
  request->support = *std::move(support);
  for (const Child& child : request->children) {
    auto others = file.children().keptApartFrom(child.id);
    if (!others) return failed(others);
    request->keptApartBy.push_back(*std::move(others));
    auto stays = file.placements().ofChild(child.id);
    if (!stays) return failed(stays);
    request->stays.push_back(*std::move(stays));
  }
  auto rules = rulesOf(workspace);
  if (!rules) return failed(rules);
  request->rules = *std::move(rules);
  auto siblings = siblingsElsewhere(workspace, request->children);
  if (!siblings) return failed(siblings);
  request->siblingsElsewhere = *std::move(siblings);
  for (const Child& sibling : request->siblingsElsewhere) {
    const auto stays = file.placements().ofChild(sibling.id);
    if (!stays) return failed(stays);
    std::optional<SettingId> livesIn;
    for (const Placement& placement : *stays)
      if (placement.stay.contains(request->today)) livesIn = placement.setting;
    request->siblingSettings.push_back(livesIn);
  }
  return request;
}

/// What a referral is ranked by.
struct By {
  matching::Stage stage = matching::Stage::offers;
  const matching::Policy& policy;
  std::vector<WeightShare> own;
  Instant standing{};  ///< offers that stood then
};

Result<std::shared_ptr<const RankedReferral>> rankAt(Workspace& workspace, ReferralId id, By by) {
  auto request = requestFor(workspace, id);
  if (!request) return failed(request);
  if ((*request)->children.empty()) return fail(ErrorCode::invalid, "child", "Nobody is named in this referral, so nobody can be matched.");
  (*request)->ownWeights = std::move(by.own);
  const auto market = workspace.market();
  if (!market) return failed(market);
  const auto atlas = workspace.atlas();
  if (!atlas) return failed(atlas);
  const auto approaches = workspace.file().offers().approaches(id);
  if (!approaches) return failed(approaches);
  std::vector<Offer> offers;
  std::vector<Option> options;
  if (by.stage == matching::Stage::offers) {
    auto allOffers = workspace.file().offers().offers(id);
    if (!allOffers) return failed(allOffers);
    auto allOptions = workspace.file().offers().options(id);
    if (!allOptions) return failed(allOptions);
    offers = *std::move(allOffers);
    options = *std::move(allOptions);
  }
  return std::make_shared<const RankedReferral>(*market, std::move(offers), std::move(options), *std::move(request), *atlas, by.policy,
                                                by.standing, *approaches, by.stage);
}

/// By the policy in use and the referral's own weights.
Result<std::shared_ptr<const RankedReferral>> rankInForce(Workspace& workspace, ReferralId id, matching::Stage stage, Instant standing) {
  const auto adjustments = workspace.file().policies().adjustments(id);
  if (!adjustments) return failed(adjustments);
  return rankAt(workspace, id,
                {stage, workspace.policy(), adjustments->empty() ? std::vector<WeightShare>{} : adjustments->back().shares, standing});
}

}  // namespace

Result<std::shared_ptr<const RankedReferral>> rankMarket(Workspace& workspace, ReferralId referral) {
  return rankInForce(workspace, referral, matching::Stage::market, workspace.now());
}

Result<std::shared_ptr<const RankedReferral>> rankOffers(Workspace& workspace, ReferralId referral) {
  return rankInForce(workspace, referral, matching::Stage::offers, workspace.now());
}

Result<std::shared_ptr<const RankedReferral>> rankOffersThatStood(Workspace& workspace, ReferralId referral, Instant at) {
  return rankInForce(workspace, referral, matching::Stage::offers, at);
}

Result<std::shared_ptr<const RankedReferral>> rankBy(Workspace& workspace, ReferralId referral, matching::Stage stage,
                                                     const matching::Policy& policy, std::vector<WeightShare> own) {
  return rankAt(workspace, referral, {stage, policy, std::move(own), workspace.now()});
}

}  // namespace homeward::app
