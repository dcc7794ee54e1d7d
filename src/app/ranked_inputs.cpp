// Gathering what a ranking needs from the case file.
#include <algorithm>

#include "app/legal.h"
#include "app/rank_referral.h"
#include "app/referrals.h"

namespace homeward::app {
namespace {

Result<std::shared_ptr<const matching::Request>> requestFor(Workspace& workspace, ReferralId id) {
  auto& file = workspace.file();
  auto entry = referralCase(workspace, id);
  if (!entry) return failed(entry);
  auto request = std::make_shared<matching::Request>();
  request->referral = std::move(entry->referral);
  request->children = std::move(entry->children);
  request->responsibleAuthority = workspace.authority().code;
  request->today = workspace.today();
  request->placeOn = std::max(request->referral.neededBy, request->today);

  for (const Child& child : request->children) {
    auto others = file.children().keptApartFrom(child.id);
    if (!others) return failed(others);
    request->keptApartBy.push_back(*std::move(others));
  }
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
  return std::shared_ptr<const matching::Request>(std::move(request));
}

Result<std::shared_ptr<const RankedReferral>> rankAt(Workspace& workspace, ReferralId id, matching::Stage stage, Instant standing) {
  auto request = requestFor(workspace, id);
  if (!request) return failed(request);
  if ((*request)->children.empty()) return fail(ErrorCode::invalid, "child", "Nobody is named in this referral, so nobody can be matched.");
  const auto market = workspace.market();
  if (!market) return failed(market);
  const auto atlas = workspace.atlas();
  if (!atlas) return failed(atlas);
  const auto approaches = workspace.file().offers().approaches(id);
  if (!approaches) return failed(approaches);
  std::vector<Offer> offers;
  std::vector<Option> options;
  if (stage == matching::Stage::offers) {
    auto allOffers = workspace.file().offers().offers(id);
    if (!allOffers) return failed(allOffers);
    auto allOptions = workspace.file().offers().options(id);
    if (!allOptions) return failed(allOptions);
    offers = *std::move(allOffers);
    options = *std::move(allOptions);
  }
  return std::make_shared<const RankedReferral>(*market, std::move(offers), std::move(options), *request, *atlas, workspace.policy(),
                                                standing, *approaches, stage);
}

}  // namespace

Result<std::shared_ptr<const RankedReferral>> rankMarket(Workspace& workspace, ReferralId referral) {
  return rankAt(workspace, referral, matching::Stage::market, workspace.now());
}

Result<std::shared_ptr<const RankedReferral>> rankOffers(Workspace& workspace, ReferralId referral) {
  return rankAt(workspace, referral, matching::Stage::offers, workspace.now());
}

Result<std::shared_ptr<const RankedReferral>> rankOffersThatStood(Workspace& workspace, ReferralId referral, Instant at) {
  return rankAt(workspace, referral, matching::Stage::offers, at);
}

}  // namespace homeward::app
