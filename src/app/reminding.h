// Reminding providers who have not answered: after how long is a matter of the route by which they are asked, and the council's to say.
//
// A reminder is worked out from the last contact on record and stands in My work until it is noted on the approach, an answer comes, or the
// deadline passes (then the answer is overdue, which My work says instead).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/my_work.h"
#include "app/workspace.h"
#include "domain/offer.h"
#include "domain/referral.h"

namespace homeward::app {

/// Who is reminded alike.
enum class ReminderRoute { inHouse, fosteringAgency, childrensHome, supportedAccommodation, otherProvider };
constexpr auto texts(ReminderRoute) {
  return std::to_array<EnumText<ReminderRoute>>({{ReminderRoute::inHouse, "inHouse"},
                                                 {ReminderRoute::fosteringAgency, "fosteringAgency"},
                                                 {ReminderRoute::childrensHome, "childrensHome"},
                                                 {ReminderRoute::supportedAccommodation, "supportedAccommodation"},
                                                 {ReminderRoute::otherProvider, "otherProvider"}});
}
/// By the sector and, outside our own, by the kind of home that is asked for; `setting` may be absent.
[[nodiscard]] ReminderRoute reminderRoute(const Provider& provider, const Setting* setting);

struct ReminderInterval {
  ReminderRoute route = ReminderRoute::inHouse;
  bool on = true;
  int workingDays = 1;      ///< 1 to 20, after the last contact
  int minutesSameDay = 60;  ///< 10 to 480, for a referral of the same day
  friend bool operator==(const ReminderInterval&, const ReminderInterval&) = default;
};
inline constexpr int mostReminderDays = 20;
inline constexpr int leastReminderMinutes = 10;
inline constexpr int mostReminderMinutes = 480;

/// As a council starts with. Our own after a day: they are down the corridor and have three days in all. Agencies and homes after two: they
/// have five, and have to ask a household or those on shift. The others after three: they fill places rarely at short notice.
[[nodiscard]] std::vector<ReminderInterval> usualReminders();
/// One for each route, in the order of the routes.
[[nodiscard]] Result<std::vector<ReminderInterval>> reminderIntervals(Workspace& workspace);
/// Kept with the case file. Days or minutes outside their range are refused.
[[nodiscard]] Result<void> saveReminderInterval(Workspace& workspace, const ReminderInterval& interval);

/// When whoever was asked is to be reminded, if nobody answers until then; none: switched off, answered, or not before the deadline.
[[nodiscard]] std::optional<Instant> reminderDue(const Approach& approach, Urgency urgency, const ReminderInterval& interval,
                                                 const WorkingDays& calendar);

/// The reminders that are due now. `people` names those of a referral.
[[nodiscard]] Result<std::vector<WorkItem>> reminderWork(Workspace& workspace, const std::vector<Referral>& referrals,
                                                         const std::vector<Approach>& approaches,
                                                         const std::function<std::string(const Referral&)>& people);
/// Notes that they were reminded, on the approach; or takes the last such note back.
[[nodiscard]] Result<void> noteReminder(Workspace& workspace, ApproachId approach, bool reminded);

}  // namespace homeward::app
