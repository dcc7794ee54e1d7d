// By which telephone number somebody is reached now: the day's while offices are open, the one for out of hours when they are closed.
#pragma once

#include <string>

#include "domain/dates.h"

namespace homeward::app {

/// Nine to five on a working day in England.
[[nodiscard]] bool officesAreOpen(Instant now, const WorkingDays& calendar);

struct Reach {
  std::string first;   ///< the one to ring now; empty: no number is known
  std::string second;  ///< the other one, if there is
  bool firstIsOutOfHours = false;
};
/// Closed without a number for it, the day's number is still the one to try.
[[nodiscard]] Reach reachNow(const std::string& telephone, const std::string& outOfHours, Instant now, const WorkingDays& calendar);

}  // namespace homeward::app
