// A market of any size with a fixed seed, and a referral for it: as settings for the product, and the same facts as rows for a database.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "matching/assess.h"

namespace homeward::bench {

/// Households and homes of one council's fostering and residential service, spread over seventy-five miles. Of every fact that can be
/// missing one in eight is. About one home in sixteen is stopped by nothing.
struct InventedMarket {
  explicit InventedMarket(std::size_t homes);
  InventedMarket(const InventedMarket&) = delete;
  InventedMarket& operator=(const InventedMarket&) = delete;

  Provider provider;
  std::deque<Setting> settings;
  std::shared_ptr<const matching::Request> request;
  std::shared_ptr<const geography::Atlas> atlas;
  std::shared_ptr<const matching::MarketFacts> facts;

  [[nodiscard]] std::unique_ptr<matching::Assessment> assess() const;
};

inline constexpr Date benchDay = date(2026, 11, 27);
/// Inspections from this day on are recent; none is dated within a year of it.
inline constexpr Date recentFrom = date(2025, 5, 27);

}  // namespace homeward::bench
