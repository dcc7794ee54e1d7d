// Options of the case file as candidates of a ranking.
#pragma once

#include <optional>

#include "app/rank_referral.h"

namespace homeward::app {

/// Which candidate an option is; none: it is no longer offered, or of another referral.
[[nodiscard]] inline std::optional<std::size_t> candidateOf(const RankedReferral& ranked, OptionId option) {
  for (std::size_t c = 0; c < ranked.assessment().problem().candidates.size(); ++c)
    if (ranked.name(c).option == option) return c;
  return std::nullopt;
}

}  // namespace homeward::app
