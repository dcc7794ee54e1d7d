// What a decision keeps: policy, weights, facts and results as they were, as one JSON document (`homeward/decision-inputs/1`).
#pragma once

#include <string>

#include "app/rank_referral.h"

namespace homeward::app {

[[nodiscard]] std::string frozenInputs(const RankedReferral& ranked, const matching::Policy& policy);

}  // namespace homeward::app
