// Whom to ask first for a referral of the case file, until when, and whether it is time to widen: the proposal of `matching/strategy.h`
// over the ranked market and the approaches on record. Nothing is asked from here.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/my_work.h"
#include "app/rank_referral.h"
#include "matching/strategy.h"

namespace homeward::app {

struct SearchStrategy {
  matching::Strategy strategy;
  std::vector<matching::Askable> askable;  ///< what the waves point into, in the order of the market
};
/// Over a market that is ranked for the referral already.
[[nodiscard]] Result<SearchStrategy> strategyOf(Workspace& workspace, const RankedReferral& market);
[[nodiscard]] Result<SearchStrategy> strategyOf(Workspace& workspace, ReferralId referral);

/// By which routes those of a wave are asked: "in-house", "framework providers and independent providers".
[[nodiscard]] std::string routesWords(const SearchStrategy& search, const matching::Wave& wave);

/// What My work says where most of those who were asked said no or are late, a choice of three can no longer come of them, and others suit
/// who were not asked. None while it waits with a manager. `people` names those of a referral.
[[nodiscard]] Result<std::vector<WorkItem>> widenWork(Workspace& workspace, const std::vector<Referral>& referrals,
                                                      const std::vector<Approach>& approaches,
                                                      const std::function<std::string(const Referral&)>& people);

}  // namespace homeward::app
