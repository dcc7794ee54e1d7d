// How searches went, of a case file: every referral with its approaches, offers, choices, decisions and starts, counted over a period.
#pragma once

#include "app/workspace.h"
#include "reports/round.h"

namespace homeward::app {

/// The twelve months up to and with today.
[[nodiscard]] DateRange lastTwelveMonths(Date today);
/// Refused where the period has no end, or no day.
[[nodiscard]] Result<reports::RoundReport> roundReport(Workspace& workspace, const DateRange& period);

/// When whoever was asked said yes or no: by the log of calls, else by the day on which the offer came; none: no answer, or nobody noted
/// when.
[[nodiscard]] std::optional<Instant> answeredAt(const Approach& approach, const std::vector<Offer>& offers);

}  // namespace homeward::app
