#include "app/reminding.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/asking.h"

namespace homeward::app {
namespace {

using Json = nlohmann::json;

constexpr auto property = "reminders";

const ReminderInterval& of(const std::vector<ReminderInterval>& intervals, ReminderRoute route) {
  return *std::find_if(intervals.begin(), intervals.end(), [route](const ReminderInterval& one) { return one.route == route; });
}

bool inRange(const ReminderInterval& interval) {
  return interval.workingDays >= 1 && interval.workingDays <= mostReminderDays && interval.minutesSameDay >= leastReminderMinutes &&
         interval.minutesSameDay <= mostReminderMinutes;
}

}  // namespace

ReminderRoute reminderRoute(const Provider& provider, const Setting* setting) {
  if (provider.sector == Sector::inHouse) return ReminderRoute::inHouse;
  const std::optional<SettingType> type = setting != nullptr ? std::optional{setting->type} : provider.asksFor;
  if (!type) return ReminderRoute::otherProvider;
  switch (*type) {
    case SettingType::fosteringHousehold:
      return ReminderRoute::fosteringAgency;
    case SettingType::childrensHome:
    case SettingType::secureHome:
      return ReminderRoute::childrensHome;
    case SettingType::supportedAccommodation:
      return ReminderRoute::supportedAccommodation;
    default:
      return ReminderRoute::otherProvider;
  }
}

std::vector<ReminderInterval> usualReminders() {
  return {{ReminderRoute::inHouse, true, 1, 45},
          {ReminderRoute::fosteringAgency, true, 2, 60},
          {ReminderRoute::childrensHome, true, 2, 60},
          {ReminderRoute::supportedAccommodation, true, 3, 60},
          {ReminderRoute::otherProvider, true, 3, 90}};
}

Result<std::vector<ReminderInterval>> reminderIntervals(Workspace& workspace) {
  const auto kept = workspace.file().properties().get(property);
  if (!kept) return failed(kept);
  std::vector<ReminderInterval> intervals = usualReminders();
  if (!*kept) return intervals;
  // What cannot be read is as if nobody had changed it: a reminder too many is better than a case file that does not open.
  const Json read = Json::parse(**kept, nullptr, false);
  if (!read.is_object()) return intervals;
  for (ReminderInterval& interval : intervals) {
    const auto found = read.find(std::string(text(interval.route)));
    if (found == read.end() || !found->is_object()) continue;
    const Json& entry = *found;
    if (!entry.contains("on") || !entry["on"].is_boolean() || !entry.contains("workingDays") || !entry["workingDays"].is_number_integer() ||
        !entry.contains("minutes") || !entry["minutes"].is_number_integer())
      continue;
    const ReminderInterval asKept{interval.route, entry["on"].get<bool>(), entry["workingDays"].get<int>(), entry["minutes"].get<int>()};
    if (inRange(asKept)) interval = asKept;
  }
  return intervals;
}

Result<void> saveReminderInterval(Workspace& workspace, const ReminderInterval& interval) {
  if (interval.workingDays < 1 || interval.workingDays > mostReminderDays)
    return fail(ErrorCode::invalid, "workingDays", "Remind after 1 to 20 working days, or switch it off.");
  if (!inRange(interval)) return fail(ErrorCode::invalid, "minutesSameDay", "On the same day remind after 10 minutes to 8 hours.");
  auto intervals = reminderIntervals(workspace);
  if (!intervals) return failed(intervals);
  Json all = Json::object();
  for (ReminderInterval& one : *intervals) {
    if (one.route == interval.route) one = interval;
    all[std::string(text(one.route))] = {{"on", one.on}, {"workingDays", one.workingDays}, {"minutes", one.minutesSameDay}};
  }
  return workspace.change([&](store::Transaction& in) { return workspace.file().properties().set(in, property, all.dump()); });
}

std::optional<Instant> reminderDue(const Approach& approach, Urgency urgency, const ReminderInterval& interval,
                                   const WorkingDays& calendar) {
  if (!interval.on || approach.state != ApproachState::asked) return std::nullopt;
  Instant last = approach.askedAt;
  for (const ContactEntry& entry : approach.log) last = std::max(last, entry.at);
  Instant due = last + std::chrono::minutes{interval.minutesSameDay};
  if (urgency != Urgency::sameDay) {
    // At the time of day of the last contact, on a day on which somebody answers.
    const auto atClock = last + englandOffset(last) - Instant{englandDay(last)};
    const Instant asIfUtc = Instant{calendar.after(englandDay(last), interval.workingDays)} + atClock;
    due = asIfUtc - englandOffset(asIfUtc);
  }
  if (approach.answerDue && *approach.answerDue <= due) return std::nullopt;
  return due;
}

Result<std::vector<WorkItem>> reminderWork(Workspace& workspace, const std::vector<Referral>& referrals,
                                           const std::vector<Approach>& approaches,
                                           const std::function<std::string(const Referral&)>& people) {
  const auto intervals = reminderIntervals(workspace);
  if (!intervals) return failed(intervals);
  const auto market = workspace.market();
  if (!market) return failed(market);
  const Instant now = workspace.now();
  std::vector<WorkItem> items;
  for (const Approach& approach : approaches) {
    const auto referral =
        std::find_if(referrals.begin(), referrals.end(), [&](const Referral& one) { return one.id == approach.referral; });
    const Provider* provider = (*market)->provider(approach.provider);
    if (referral == referrals.end() || provider == nullptr || !isOpen(referral->stage) || referral->stage >= homeward::Stage::choiceSent)
      continue;
    const Setting* setting = approach.setting ? (*market)->setting(*approach.setting) : nullptr;
    const auto due = reminderDue(approach, referral->urgency, of(*intervals, reminderRoute(*provider, setting)), workspace.calendar());
    if (!due || *due > now || (approach.answerDue && *approach.answerDue <= now)) continue;
    WorkItem item;
    item.key = "remind:" + std::to_string(approach.id.value) + ":" + std::to_string(approach.log.size());
    item.kind = WorkKind::reminder;
    item.due = englandDay(*due);
    item.dueMinute = minuteOfDay(*due);
    item.referral = referral->id;
    item.approach = approach.id;
    item.owner = referral->owner;
    item.mayBeMarkedDone = true;
    item.act = {"work.remind", {setting != nullptr ? setting->name : provider->name}};
    item.why = {"work.remind.why", {people(*referral), referral->number, englandDay(approach.askedAt)}};
    items.push_back(std::move(item));
  }
  return items;
}

Result<void> noteReminder(Workspace& workspace, ApproachId id, bool reminded) {
  if (reminded) return logContact(workspace, id, CallOutcome::reminded, {});
  const auto approach = workspace.file().offers().approach(id);
  if (!approach) return failed(approach);
  for (std::size_t at = approach->log.size(); at-- > 0;)
    if (approach->log[at].outcome == CallOutcome::reminded) return takeBackContact(workspace, id, at);
  return fail(ErrorCode::notFound, "log", "No reminder is noted on this approach any more.");
}

}  // namespace homeward::app
