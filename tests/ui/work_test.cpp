// My work: the line of the day, how far a referral has come, and asking from the pane beside the list by keys.
#include <QApplication>
#include <QListWidget>
#include <QTemporaryDir>

#include "app/asking.h"
#include "app/my_work.h"
#include "app/open_case.h"
#include "app/referrals.h"
#include "desktop.h"
#include "hands.h"
#include "support/catch.h"
#include "worklist/day_line.h"
#include "worklist/stage_steps.h"
#include "worklist/whom_to_ask.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

constexpr Date friday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 27};

std::unique_ptr<app::Workspace> demoAtTwentyPastTwo(const QTemporaryDir& folder) {
  auto made = app::demoCase((folder.path() + "/demo.homeward").toStdString(), 1, friday, {},
                            [] { return Instant{friday} + std::chrono::hours{14} + std::chrono::minutes{20}; });
  REQUIRE(made);
  return *std::move(made);
}

}  // namespace

TEST_CASE("the line of the day runs from this hour to the evening and leaves out what is late") {
  ui::DayLine line;
  line.set(
      14 * 60 + 20, true,
      {{14 * 60, ui::Sign::clock, "late"}, {20 * 60, ui::Sign::sameDay, "Jay needs a bed"}, {15 * 60, ui::Sign::clock, "an offer lapses"}});
  REQUIRE(line.marks().size() == 2);
  CHECK(line.marks().front().words == "an offer lapses");
  CHECK(line.firstHour() == 14);
  CHECK(line.lastHour() == 22);
  CHECK(line.accessibleName() == "The rest of today, now 14:20: 15:00 an offer lapses; 20:00 Jay needs a bed");
  line.set(23 * 60 + 10, true, {});
  CHECK(line.lastHour() == 24);
  CHECK(line.accessibleName().contains("nothing more is due"));
}

TEST_CASE("the line of the day shows what My work holds for today by the clock") {
  const QTemporaryDir folder;
  ui::Desktop desktop(demoAtTwentyPastTwo(folder));
  const auto* line = desktop.window().findChild<ui::DayLine*>();
  REQUIRE(line != nullptr);
  const auto items = app::myWork(desktop.workspace(), true);
  REQUIRE(items);
  const auto byTheClock = std::count_if(items->begin(), items->end(), [](const app::WorkItem& item) {
    return item.dueMinute && item.due == friday && item.kind != app::WorkKind::breach && *item.dueMinute >= 14 * 60 + 20;
  });
  CHECK(byTheClock > 0);
  CHECK(std::ssize(line->marks()) == byTheClock);
}

TEST_CASE("steps of a referral are done as far as the case file knows them") {
  const QTemporaryDir folder;
  const auto workspace = demoAtTwentyPastTwo(folder);
  const auto lines = app::referralLines(*workspace, true);
  REQUIRE(lines);
  for (const app::ReferralLine& line : *lines) {
    const auto entry = app::referralCase(*workspace, line.id);
    REQUIRE(entry);
    const auto steps = ui::stepsOf(*workspace, entry->referral);
    REQUIRE(steps);
    INFO(line.number);
    REQUIRE(steps->size() == 6);
    CHECK((*steps)[1].done == (line.approaches > 0));
    CHECK((*steps)[2].done == (line.offers > 0));
    CHECK_FALSE((*steps)[5].done);
  }
}

TEST_CASE("who could be asked next is asked from My work by keys, and not offered again") {
  const QTemporaryDir folder;
  ui::Desktop desktop(demoAtTwentyPastTwo(folder));
  desktop.window().resize(1600, 1000);
  Hands hands(desktop.window());
  hands.press(Qt::Key_1, Qt::ControlModifier);
  auto* page = desktop.window().currentPage();
  // Down to the first same-day referral.
  ui::WhomToAsk* block = nullptr;
  for (int i = 0; i < 10 && block == nullptr; ++i) {
    hands.press(Qt::Key_Down);
    hands.settle();
    block = page->findChild<ui::WhomToAsk*>();
  }
  REQUIRE(block != nullptr);
  auto* list = block->findChild<QListWidget*>();
  REQUIRE(list->count() > 0);
  REQUIRE_FALSE(block->ticked().empty());
  // A tick that is taken away stays so when something else is saved and the pane is built anew.
  const SettingId left = block->ticked().front();
  for (int i = 0; block->ticked().front() == left; ++i) list->item(i)->setCheckState(Qt::Unchecked);
  page->refresh();
  hands.settle();
  block = page->findChild<ui::WhomToAsk*>();
  REQUIRE(block != nullptr);
  const auto first = block->ticked();
  CHECK(std::find(first.begin(), first.end(), left) == first.end());
  REQUIRE_FALSE(first.empty());
  const auto asked = [&] {
    std::vector<Approach> found;
    const auto all = desktop.workspace().file().offers().approaches();
    REQUIRE(all);
    for (const Approach& one : *all)
      if (one.setting && std::find(first.begin(), first.end(), *one.setting) != first.end() && englandDay(one.askedAt) == friday &&
          one.askedAt >= Instant{friday} + std::chrono::hours{14} + std::chrono::minutes{20})
        found.push_back(one);
    return found;
  };
  CHECK(asked().empty());
  hands.within([&] { hands.press(Qt::Key_K, Qt::AltModifier); },
               [&] {
                 hands.settle();
                 hands.press(Qt::Key_Return);
               });
  hands.settle();
  REQUIRE(asked().size() == first.size());
  const auto again = ui::couldAsk(desktop.workspace(), asked().front().referral, 100);
  REQUIRE(again);
  for (const ui::CouldAsk& one : *again) CHECK(std::find(first.begin(), first.end(), one.setting) == first.end());
}
