// Reminders by route: after how long, when not, switched off, noted on the approach; and what stands still.
#include "app/reminding.h"

#include <algorithm>

#include "app/timeline.h"
#include "support/cases.h"
#include "three_offers.h"
#include "wording/wording.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

std::optional<app::WorkItem> ofKind(app::Workspace& workspace, app::WorkKind kind, ReferralId referral) {
  const auto items = app::myWork(workspace, false);
  REQUIRE(items);
  const auto found =
      std::find_if(items->begin(), items->end(), [&](const app::WorkItem& item) { return item.kind == kind && item.referral == referral; });
  return found == items->end() ? std::nullopt : std::optional{*found};
}

const Instant friday = Instant{demoDay} + std::chrono::hours{14};

Approach askedOnFriday() {
  Approach approach;
  approach.askedAt = friday;
  approach.answerDue = friday + std::chrono::hours{24 * 7};
  return approach;
}

/// One in-house household asked on Friday, with a week to answer.
struct Waiting : Journey {
  ReferralId referral;
  ApproachId approach;
  Waiting() {
    app::ReferralCase entry = planned();
    entry.referral.neededBy = today() + std::chrono::days{50};
    const auto saved = app::saveReferral(*workspace, entry);
    REQUIRE(saved);
    referral = saved->referral.id;
    const Setting home = emergencyHousehold();
    const auto asked = app::askProviders(*workspace, referral, {{home.provider, home.id}}, workspace->now() + std::chrono::hours{24 * 7});
    REQUIRE(asked);
    approach = asked->front();
  }
};

}  // namespace

TEST_CASE("A reminder is due so many working days after the last contact, and never after the deadline") {
  const WorkingDays& calendar = WorkingDays::england();
  app::ReminderInterval interval{app::ReminderRoute::inHouse, true, 1, 45};
  Approach approach = askedOnFriday();
  CHECK(app::reminderDue(approach, Urgency::planned, interval, calendar) == friday + std::chrono::days{3});  // Monday, same time
  CHECK(app::reminderDue(approach, Urgency::sameDay, interval, calendar) == friday + std::chrono::minutes{45});
  approach.log.push_back({friday + std::chrono::days{3}, PersonId{1}, CallOutcome::callBack, ""});
  CHECK(app::reminderDue(approach, Urgency::planned, interval, calendar) == friday + std::chrono::days{4});
  interval.workingDays = 5;
  CHECK_FALSE(app::reminderDue(approach, Urgency::planned, interval, calendar));  // the answer is due before
  interval = {app::ReminderRoute::inHouse, false, 1, 45};
  CHECK_FALSE(app::reminderDue(approach, Urgency::planned, interval, calendar));
  interval.on = true;
  approach.state = ApproachState::declined;
  CHECK_FALSE(app::reminderDue(approach, Urgency::planned, interval, calendar));
  // In summer and in winter at the same hour by the clock.
  Approach october = askedOnFriday();
  october.askedAt = *parseIsoInstant("2026-10-23T13:00:00Z");  // 14:00, the Friday before the clocks go back
  october.answerDue.reset();
  interval.workingDays = 1;
  CHECK(app::reminderDue(october, Urgency::planned, interval, calendar) == *parseIsoInstant("2026-10-26T14:00:00Z"));
}

TEST_CASE("A reminder comes on a working day, after the last contact and before the deadline") {
  holdsFor(2'000, "when somebody is reminded", [] {
    using rc::gen::inRange;
    const WorkingDays& calendar = WorkingDays::england();
    Approach approach;
    approach.askedAt = friday + std::chrono::minutes{*inRange(0, 60 * 24 * 400)};
    if (*rc::gen::arbitrary<bool>()) approach.answerDue = approach.askedAt + std::chrono::hours{*inRange(1, 400)};
    for (int i = 0, calls = *inRange(0, 4); i < calls; ++i)
      approach.log.push_back({approach.askedAt + std::chrono::hours{*inRange(0, 300)}, PersonId{1}, CallOutcome::noAnswer, ""});
    const app::ReminderInterval interval{app::ReminderRoute::otherProvider, true, *inRange(1, app::mostReminderDays + 1),
                                         *inRange(app::leastReminderMinutes, app::mostReminderMinutes + 1)};
    const Urgency urgency = *rc::gen::element(Urgency::sameDay, Urgency::underFiveDays, Urgency::planned);
    const auto due = app::reminderDue(approach, urgency, interval, calendar);
    if (!due) {
      RC_ASSERT(approach.answerDue.has_value());
      return;
    }
    RC_ASSERT(*due > approach.askedAt);
    for (const ContactEntry& entry : approach.log) RC_ASSERT(*due > entry.at);
    if (approach.answerDue) RC_ASSERT(*due < *approach.answerDue);
    if (urgency != Urgency::sameDay) RC_ASSERT(calendar.isWorkingDay(englandDay(*due)));
  });
}

TEST_CASE("A reminder stands in My work until it is noted on the approach, and is taken back with the note") {
  Waiting waiting;
  CHECK_FALSE(ofKind(*waiting.workspace, app::WorkKind::reminder, waiting.referral));
  waiting.later(demoDay + std::chrono::days{4});  // Tuesday morning
  auto& workspace = *waiting.workspace;
  const auto item = ofKind(workspace, app::WorkKind::reminder, waiting.referral);
  REQUIRE(item);
  CHECK(item->approach == waiting.approach);
  CHECK(item->due == demoDay + std::chrono::days{3});
  CHECK(wording::sentence(item->act) == "Remind Samphire household");
  REQUIRE(app::markDone(workspace, *item, true));
  const auto noted = workspace.file().offers().approach(waiting.approach);
  REQUIRE(noted);
  REQUIRE(noted->log.size() == 1);
  CHECK(noted->log.back().outcome == CallOutcome::reminded);
  CHECK_FALSE(ofKind(workspace, app::WorkKind::reminder, waiting.referral));
  REQUIRE(app::markDone(workspace, *item, false));
  CHECK(workspace.file().offers().approach(waiting.approach)->log.empty());
  CHECK(ofKind(workspace, app::WorkKind::reminder, waiting.referral));
  CHECK(app::noteReminder(workspace, waiting.approach, false).error().code == ErrorCode::notFound);
}

TEST_CASE("The council says after how long each route is reminded, and may switch a route off") {
  Waiting waiting;
  waiting.later(demoDay + std::chrono::days{4});
  auto& workspace = *waiting.workspace;
  REQUIRE(app::reminderIntervals(workspace));
  CHECK(*app::reminderIntervals(workspace) == app::usualReminders());
  app::ReminderInterval ours{app::ReminderRoute::inHouse, true, 3, 60};
  REQUIRE(app::saveReminderInterval(workspace, ours));
  CHECK(app::reminderIntervals(workspace)->front() == ours);
  CHECK(app::reminderIntervals(workspace)->back() == app::usualReminders().back());
  CHECK_FALSE(ofKind(workspace, app::WorkKind::reminder, waiting.referral));
  REQUIRE(app::saveReminderInterval(workspace, {app::ReminderRoute::inHouse, true, 1, 60}));
  CHECK(ofKind(workspace, app::WorkKind::reminder, waiting.referral));
  REQUIRE(app::saveReminderInterval(workspace, {app::ReminderRoute::inHouse, false, 1, 60}));
  CHECK_FALSE(ofKind(workspace, app::WorkKind::reminder, waiting.referral));
  CHECK(app::saveReminderInterval(workspace, {app::ReminderRoute::inHouse, true, 0, 60}).error().subject == "workingDays");
  CHECK(app::saveReminderInterval(workspace, {app::ReminderRoute::inHouse, true, 1, 5}).error().subject == "minutesSameDay");
}

TEST_CASE("Who is reminded alike follows from the sector and from the kind of home") {
  Provider ours;
  ours.sector = Sector::inHouse;
  Setting home;
  home.type = SettingType::childrensHome;
  CHECK(app::reminderRoute(ours, &home) == app::ReminderRoute::inHouse);
  Provider agency;
  agency.asksFor = SettingType::fosteringHousehold;
  CHECK(app::reminderRoute(agency, nullptr) == app::ReminderRoute::fosteringAgency);
  CHECK(app::reminderRoute(agency, &home) == app::ReminderRoute::childrensHome);
  CHECK(app::reminderRoute(Provider{}, nullptr) == app::ReminderRoute::otherProvider);
}

TEST_CASE("A checked referral that nobody is asked for stands still, and My work says what comes next") {
  Journey journey;
  app::ReferralCase entry = journey.planned();
  entry.referral.stage = Stage::qualityChecked;
  entry.referral.owner = journey.workspace->user().id;
  entry.referral.inPlainWords = "A girl of ten who keeps bees.";
  entry.referral.neededBy = journey.today() + std::chrono::days{50};
  const auto saved = app::saveReferral(*journey.workspace, entry);
  INFO((saved ? std::string{} : saved.error().detail));
  REQUIRE(saved);
  const ReferralId id = saved->referral.id;
  CHECK_FALSE(ofKind(*journey.workspace, app::WorkKind::stalled, id));
  journey.later(demoDay + std::chrono::days{3});  // Monday: one working day
  CHECK_FALSE(ofKind(*journey.workspace, app::WorkKind::stalled, id));
  journey.later(demoDay + std::chrono::days{4});
  const auto item = ofKind(*journey.workspace, app::WorkKind::stalled, id);
  REQUIRE(item);
  CHECK(wording::sentence(item->act) == "Ask for a home for Fritillary Meadow");
  CHECK(wording::sentence(item->why).find("nothing has happened for 2 working days, since 27 November 2026") != std::string::npos);
  const auto timeline = app::timelineOf(*journey.workspace, id);
  REQUIRE(timeline);
  CHECK(timeline->stalled);
  CHECK(timeline->stillFor == 2);
  const Setting home = journey.emergencyHousehold();
  REQUIRE(app::askProviders(*journey.workspace, id, {{home.provider, home.id}}, journey.workspace->now() + std::chrono::hours{90}));
  CHECK_FALSE(ofKind(*journey.workspace, app::WorkKind::stalled, id));
}

TEST_CASE("The clock of a search says what happened when, by whom, and how long each took") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  REQUIRE(app::decide(workspace, three.decision(three.sent())));
  const auto timeline = app::timelineOf(workspace, three.referral);
  REQUIRE(timeline);
  std::vector<std::string> keys;
  for (const app::TimelineEntry& entry : timeline->entries) keys.push_back(entry.what.key);
  CHECK(keys.front() == "timeline.entered");
  CHECK(std::count(keys.begin(), keys.end(), "timeline.asked") == 3);
  CHECK(std::count(keys.begin(), keys.end(), "timeline.offer") == 3);
  CHECK(keys[keys.size() - 2] == "timeline.choice");
  CHECK(keys.back() == "timeline.chosen");
  CHECK(wording::sentence(timeline->entries.back().what) == "Chosen: Samphire household");
  CHECK(timeline->entries.back().who == "S. Quill");
  CHECK_FALSE(timeline->stalled);
  std::chrono::seconds together{0};
  for (std::size_t i = 1; i < timeline->entries.size(); ++i) {
    REQUIRE(timeline->entries[i].after);
    CHECK(timeline->entries[i].after->count() >= 0);
    together += *timeline->entries[i].after;
    CHECK(wording::sentence(timeline->entries[i].what).find('[') == std::string::npos);
  }
  CHECK(together == timeline->entries.back().at - timeline->entries.front().at);
}
