// Those of a market whom no gate stops, held so that they can be put in order again as often as a slider moves: the ends of each value in a
// column for each criterion, what decides between equal scores beside them.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "matching/market_facts.h"
#include "matching/ranking.h"

namespace homeward::matching {

struct Standing {
  const MarketFacts* market = nullptr;
  std::vector<std::uint32_t> homes;           ///< which candidate of the market, ascending
  std::vector<std::uint8_t> open;             ///< whether a gate is open
  std::vector<std::int64_t> pence;            ///< whole cost; `costNotKnown` where it is not known
  std::vector<std::vector<Interval>> values;  ///< by criterion
  static constexpr std::int64_t costNotKnown = std::numeric_limits<std::int64_t>::max();

  /// The first so many in the order of the market. `Ranked::candidate` is the candidate of the market.
  [[nodiscard]] std::vector<Ranked> first(const std::vector<int>& weights, std::size_t count) const;
};

}  // namespace homeward::matching
