// How searches for homes went over a period: how long each step took, how many were asked and offered, who answered in time, and why
// providers said no, by what the children need and by where they come from.
//
// A referral counts in the period in which it was entered, with everything that came of it until the moment of the report. Days are
// calendar days in England from the day on which it was entered. What is not known (no deadline, an answer whose time nobody noted) is
// left out of the share that it belongs to, never counted as good or bad.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/offer.h"
#include "domain/referral.h"
#include "reports/report.h"

namespace homeward::reports {

/// One asking, with what came of it.
struct AskedFacts {
  std::string route;  ///< word of the catalogue's group "route": "inHouse", "framework"; empty: the provider is not known any more
  ApproachState state = ApproachState::asked;
  std::optional<Instant> due;
  std::optional<Instant> answeredAt;  ///< none: no answer, or nobody noted when
  std::optional<DeclineReason> declined;
};

/// A referral with what the figures count of it.
struct SearchFacts {
  ReferralId id;
  std::string number;
  Urgency urgency = Urgency::planned;
  Instant enteredAt{};
  std::vector<NeedDomain> highNeeds = {};  ///< of its children, at the level that counts as high, each domain once
  std::string area = {};                   ///< district of the first child's home ("ZZ5"); empty: not known
  std::vector<AskedFacts> asked = {};
  int offers = 0;
  std::optional<Date> firstAsked = {};
  std::optional<Date> firstOffer = {};
  std::optional<Date> choiceSent = {};  ///< the first one
  std::optional<Date> decided = {};     ///< the first decision that chose a home
  std::optional<Date> started = {};
};

struct RoundReport {
  Report report;                     ///< tables times, offers, asked, declines, declinesByNeed, declinesByArea, referrals
  std::vector<SearchFacts> counted;  ///< those entered in the period, by number
  /// Which of `counted` stand behind each row of a table, by the table's key; its totals row, where it has one, stands last.
  std::map<std::string, std::vector<std::vector<std::size_t>>> behind;
};

/// `period` has an end: the first day that is not counted.
[[nodiscard]] RoundReport roundReport(std::vector<SearchFacts> searches, const DateRange& period, Instant asAt, const std::string& author,
                                      bool fictional);

}  // namespace homeward::reports
