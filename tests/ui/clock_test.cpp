// The clock by keys: what happened when, a reminder that leads to whoever was asked and is noted there, and after how long who is reminded.
#include <QListWidget>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include "app/journey.h"
#include "app/reminding.h"
#include "data/reminders_pane.h"
#include "desktop.h"
#include "hands.h"
#include "referrals/timeline_dialog.h"
#include "samples.h"
#include "shared/plain_table.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

/// A household that was asked on Friday and has not answered by Tuesday.
struct Tuesday : Journey {
  ReferralId referral;
  ApproachId approach;
  std::unique_ptr<Desktop> desktop;
  std::unique_ptr<Hands> hands;
  Tuesday() {
    app::ReferralCase entry = planned();
    entry.referral.inPlainWords = "Fritillary keeps bees.";
    entry.referral.neededBy = today() + std::chrono::days{50};
    const auto saved = app::saveReferral(*workspace, entry);
    REQUIRE(saved);
    referral = saved->referral.id;
    const Setting home = emergencyHousehold();
    const auto asked = app::askProviders(*workspace, referral, {{home.provider, home.id}}, workspace->now() + std::chrono::hours{24 * 7});
    REQUIRE(asked);
    approach = asked->front();
    later(demoDay + std::chrono::days{4});
    desktop = std::make_unique<Desktop>(std::move(workspace));
    desktop->window().resize(1600, 1000);
    desktop->window().show();
    hands = std::make_unique<Hands>(desktop->window());
    hands->settle();
  }
  [[nodiscard]] std::vector<ContactEntry> log() const {
    const auto found = desktop->workspace().file().offers().approach(approach);
    REQUIRE(found);
    return found->log;
  }
};

}  // namespace

TEST_CASE("A reminder leads to whoever was asked, and two keys note it there") {
  Tuesday tuesday;
  tuesday.desktop->openApproach(tuesday.referral, tuesday.approach);
  tuesday.hands->settle();
  CHECK(tuesday.hands->focused().startsWith("Who was asked"));
  CHECK(doubledLetters(tuesday.desktop->window()).isEmpty());
  shot(tuesday.desktop->window(), {}, "clock-referral");
  tuesday.hands->press(Qt::Key_C);
  tuesday.hands->press(Qt::Key_R);
  REQUIRE(tuesday.log().size() == 1);
  CHECK(tuesday.log().back().outcome == CallOutcome::reminded);
}

TEST_CASE("What happened when stands in a table, and a line leads back to whom it is about") {
  Tuesday tuesday;
  REQUIRE(app::logContact(tuesday.desktop->workspace(), tuesday.approach, CallOutcome::noAnswer, ""));
  TimelineDialog dialog(tuesday.desktop->workspace(), tuesday.referral);
  dialog.show();
  auto* table = dialog.findChild<PlainTable*>();
  REQUIRE(table != nullptr);
  REQUIRE(table->shown() == 3);
  CHECK(unnamed(dialog).isEmpty());
  QStringList lines;
  for (int row = 0; row < 3; ++row) lines << table->model()->index(row, 1).data().toString();
  CHECK(lines.join(" | ").toStdString() == "Referral entered | Asked: Samphire household | Samphire household: no answer");
  CHECK(table->model()->index(2, 3).data().toString() == "3 days");
  shot(dialog, {}, "clock-timeline");
  Hands hands(dialog);
  hands.press(Qt::Key_Return);
  CHECK(dialog.wanted() == tuesday.approach);
  CHECK(spanWords(std::chrono::minutes{200}) == "3 h 20 min");
  CHECK(spanWords(std::chrono::seconds{20}) == "under a minute");
}

TEST_CASE("After how long our own are reminded is changed on the Data page by keys") {
  Tuesday tuesday;
  RemindersPane pane(tuesday.desktop->workspace());
  pane.refresh();
  pane.resize(900, 300);
  pane.show();
  CHECK(unnamed(pane).isEmpty());
  Hands hands(pane);
  pane.first()->setFocus();
  shot(pane, {}, "clock-reminders");
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 hands.to("Working days after the last contact");
                 hands.retype("4");
                 shot(*QApplication::activeModalWidget(), {}, "clock-reminder-editor");
                 hands.press(Qt::Key_Return);
               });
  const auto kept = app::reminderIntervals(tuesday.desktop->workspace());
  REQUIRE(kept);
  CHECK(kept->front().workingDays == 4);
  CHECK(static_cast<PlainTable*>(pane.first())->model()->index(0, 1).data().toString() == "4");
}
