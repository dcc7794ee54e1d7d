// The market as lines: every setting, and every provider whose settings are not known yet, with what is wanted of each to sort and to
// narrow by.
//
// A line points into the market that it was made from and holds figures, no sentences: reasons are worked out for the lines that are
// shown. With a referral the lines stand in the order of the ranking; without one, by name. Distances are straight lines; of several
// children the one who would live furthest from home counts.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/rank_referral.h"
#include "app/workspace.h"
#include "geography/geography.h"

namespace homeward::ui {

struct MarketRow {
  std::optional<std::size_t> candidate;  ///< of the ranked referral
  std::size_t rank = 0;                  ///< place in the order, from 0
  const Setting* setting = nullptr;      ///< none: a provider to ask
  const Provider* provider = nullptr;
  matching::Status status = matching::Status::eligible;
  int known = 0;  ///< millionths
  int possible = 0;
  int gatesFailed = 0;
  int gatesOpen = 0;      ///< gates that wait for an answer
  bool nearMiss = false;  ///< among the few that only just fail
  std::optional<geography::MilesRange> home;
  std::optional<geography::MilesRange> school;
};

/// How many that fail are shown below those that can be used.
inline constexpr int shownMisses = 5;

struct MarketLines {
  std::shared_ptr<const app::Market> market;          ///< of the plain market
  std::shared_ptr<const app::RankedReferral> ranked;  ///< none: no referral is chosen
  std::vector<MarketRow> rows;
  [[nodiscard]] const matching::Request* request() const { return ranked ? &ranked->assessment().request() : nullptr; }
  /// How many did not fail.
  [[nodiscard]] int usable() const;
  /// Places that somebody said are free.
  [[nodiscard]] int placesFree() const;
  [[nodiscard]] int settings() const;
};

[[nodiscard]] MarketLines plainMarket(std::shared_ptr<const app::Market> market);
[[nodiscard]] MarketLines matchedMarket(std::shared_ptr<const app::RankedReferral> ranked, const geography::Atlas& atlas);

enum class FreeBy { yes, notKnown, no };
/// Whether somebody said that a place will be free by that day.
[[nodiscard]] FreeBy freeBy(const Setting* setting, Date day);

/// How well a setting reaches a level in one domain, by the best that is on record.
enum class Reaches { evidenced, claimed, lower, notKnown };
[[nodiscard]] Reaches reaches(const Setting* setting, NeedDomain domain, int level);

/// A vacancy that nobody has confirmed for four weeks is old.
[[nodiscard]] bool confirmationIsOld(const Setting& setting, Date today);

}  // namespace homeward::ui
