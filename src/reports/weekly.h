// The week's cost: every placement's cost in an ISO week by the day rule, and why it differs from the week before.
//
// A placement's cost of the week is, for each of its terms, the cost of the days that the week, the stay and the term share; a sum that
// is due once counts in the week that holds its day, whether or not the child is there on it; contributions are subtracted. Rows are
// taken as they were known at a moment.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/child.h"
#include "domain/people.h"
#include "domain/placement.h"
#include "domain/provider.h"
#include "reports/report.h"

namespace homeward::reports {

/// A placement with what the report shows about it.
struct PlacementFacts {
  Placement placement;
  std::string childNumber;
  Date childBorn{};
  SettingType settingType = SettingType::fosteringHousehold;
  std::string settingName;
  std::string providerName;
  Sector sector = Sector::inHouse;
  std::string teamName;
  std::optional<double> milesFromHome;
  std::vector<ContractTerm> terms;
  std::vector<FundingShare> funding;
};

/// Each child counts once. A move is a placement that ended and another that started in this week or the week before; what began or
/// ended in the middle of the week before has its full effect only now and counts with its cause. `other`: sums that are due once, and
/// moves at the same cost.
enum class ChangeReason { started, ended, movedDearer, movedCheaper, newPrice, other };
constexpr auto texts(ChangeReason) {
  return std::to_array<EnumText<ChangeReason>>({{ChangeReason::started, "started"},
                                                {ChangeReason::ended, "ended"},
                                                {ChangeReason::movedDearer, "movedDearer"},
                                                {ChangeReason::movedCheaper, "movedCheaper"},
                                                {ChangeReason::newPrice, "newPrice"},
                                                {ChangeReason::other, "other"}});
}

/// One placement in one week.
struct PlacementWeek {
  std::size_t placement = 0;  ///< index into the facts
  Money gross;                ///< before contributions
  Money net;                  ///< after them
  Money lastWeekNet;
  bool started = false;                ///< arrived this week
  bool ended = false;                  ///< left this week
  bool here = false;                   ///< in the placement on the week's last day
  bool hereLastWeek = false;           ///< in the placement on the last day of the week before
  bool newPrice = false;               ///< the weekly rate, less contributions, changed in the week while the stay went on
  std::optional<ChangeReason> change;  ///< the change that its child counts with; none: nothing changed for the child
};

struct Change {
  ChangeReason reason = ChangeReason::other;
  int children = 0;
  Money amount;
};

struct WeeklyCost {
  IsoWeek week;
  std::vector<PlacementWeek> placements;  ///< those that cost something or were there in this week or the week before
  Money total;
  Money lastWeek;
  std::vector<Change> changes;                     ///< they sum to total - lastWeek; in the order of the reasons, without the empty ones
  std::vector<std::pair<Funder, Money>> byFunder;  ///< they sum to total: all funders; shares rounded down, social care pays the rest
  int childrenHere = 0;
  int childrenHereLastWeek = 0;
};

[[nodiscard]] WeeklyCost weeklyCost(const std::vector<PlacementFacts>& facts, IsoWeek week, Instant asKnownAt);

/// What one term of a stay adds to the cost of a range of days, contributions below nothing; and the days that they share (0 for a sum
/// that is due once, which counts where its day lies). None: the term has no part in the range.
struct TermCost {
  std::int64_t days = 0;
  Money cost;
};
[[nodiscard]] std::optional<TermCost> termCost(const ContractTerm& term, const DateRange& stay, const DateRange& range);

/// What a full week costs at the rates of a day, contributions subtracted, sums that are due once left out.
[[nodiscard]] Money weeklyRateOn(const PlacementFacts& facts, Date day, Instant asKnownAt);

/// The dearest placements: cost of a full week at the rates of the week's last day at or above this limit.
inline constexpr Money highCostLimit = pounds(4800);

/// The report in full: tables bySettingType, byProviderType, byTeam, byFunder, changes, starts, ends, highCost, placements.
[[nodiscard]] Report weeklyReport(const std::vector<PlacementFacts>& facts, IsoWeek week, Instant asKnownAt, const std::string& author,
                                  bool fictional);

/// "23 to 29 November 2026", "30 November to 6 December 2026", "28 December 2026 to 3 January 2027".
[[nodiscard]] std::string daysInWords(IsoWeek week);

}  // namespace homeward::reports
