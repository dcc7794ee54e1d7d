#include "app/reach.h"

namespace homeward::app {
namespace {
constexpr std::chrono::hours opens{9};
constexpr std::chrono::hours closes{17};
}  // namespace

bool officesAreOpen(Instant now, const WorkingDays& calendar) {
  const Instant local = now + englandOffset(now);
  const auto sinceMidnight = local - std::chrono::floor<std::chrono::days>(local);
  return calendar.isWorkingDay(englandDay(now)) && sinceMidnight >= opens && sinceMidnight < closes;
}

Reach reachNow(const std::string& telephone, const std::string& outOfHours, Instant now, const WorkingDays& calendar) {
  if (outOfHours.empty() || outOfHours == telephone) return {telephone, {}, false};
  if (telephone.empty()) return {outOfHours, {}, true};
  return officesAreOpen(now, calendar) ? Reach{telephone, outOfHours, false} : Reach{outOfHours, telephone, true};
}

}  // namespace homeward::app
