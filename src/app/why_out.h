// Why a candidate is out, and what would bring it back, in words: for one gate, for all that fail together, and for a whole market what
// one relaxed requirement would let in.
#pragma once

#include <string>
#include <vector>

#include "app/rank_referral.h"
#include "matching/relaxing.h"

namespace homeward::app {

/// "Back from 14 December 2026, when somebody who lives there leaves. Or back if the terms of approval are varied."; empty for a gate that
/// did not fail.
[[nodiscard]] std::string bringsBackWords(const matching::GateAnswer& gate);
/// "Out until 14 December 2026, and then only with an exemption from the usual limit."; empty where fewer than two gates fail: the one says
/// it itself.
[[nodiscard]] std::string comesBackWords(const matching::ComesBack& comesBack);

/// "Within 25 miles of home instead of 20: 3 would be back, 1 eligible and 2 to confirm".
[[nodiscard]] std::string letInWords(const matching::LetIn& letIn);
/// The best that it lets in, by name with their points and what they cost a week: "Teal household, 612 to 740, £1,240 a week".
[[nodiscard]] std::vector<std::string> bestLetIn(const RankedReferral& ranked, const matching::LetIn& letIn, std::size_t most);

/// The gates that stop most, and what each relaxed requirement would let in, a line each, most first; what lets nobody in is left out.
struct WhatStops {
  std::vector<std::string> stops;  ///< "“Near enough to home” stops 12 of 14, 5 of them by itself"
  std::vector<std::string> letsIn;
};
[[nodiscard]] WhatStops whatStops(const RankedReferral& ranked, std::size_t most);

}  // namespace homeward::app
