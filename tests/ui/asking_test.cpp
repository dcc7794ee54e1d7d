// Asking providers in the real window by keys: an agency that says yes, calls with a note, calls that were wrong, the number to ring at
// half past five on a Friday, and the text that a provider may read.
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "app/journey.h"
#include "app/market_data.h"
#include "desktop.h"
#include "hands.h"
#include "market/ask_dialog.h"
#include "market/market_page.h"
#include "offers/home_dialog.h"
#include "offers/offer_editor.h"
#include "referrals/approach_dialog.h"
#include "samples.h"
#include "sending/pack_dialog.h"
#include "shared/surface.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

/// The real window with a referral for which one agency was asked as a whole.
struct Asking : Journey {
  ReferralId referral;
  Provider agency;
  ApproachId approach;
  std::unique_ptr<Desktop> desktop;
  std::unique_ptr<Hands> hands;

  Asking() {
    const auto market = workspace->market();
    REQUIRE(market);
    const auto found = std::ranges::find_if((*market)->providers, [](const Provider& one) { return one.toAsk; });
    REQUIRE(found != (*market)->providers.end());
    agency = *found;
    agency.telephone = "01632 960001";
    agency.outOfHoursTelephone = "07700 900123";
    const auto kept = app::saveProvider(*workspace, agency);
    REQUIRE(kept);
    agency = *kept;
    app::ReferralCase entry = planned();
    entry.referral.inPlainWords = "Fritillary keeps bees.";
    const auto saved = app::saveReferral(*workspace, entry);
    REQUIRE(saved);
    referral = saved->referral.id;
    const auto asked = app::askProviders(*workspace, referral, {{agency.id, std::nullopt}}, workspace->now() + std::chrono::hours{24});
    REQUIRE(asked);
    approach = asked->front();
  }
  /// A postcode that the case file knows.
  [[nodiscard]] std::string knownPostcode() const {
    const auto entry = app::referralCase(desktop->workspace(), referral);
    REQUIRE(entry);
    return entry->children.front().home.postcode;
  }
  void open() {
    desktop = std::make_unique<Desktop>(std::move(workspace));
    desktop->window().resize(1600, 1000);
    desktop->window().show();
    hands = std::make_unique<Hands>(desktop->window());
    desktop->openReferral(referral);
    hands->settle();
    hands->to("Who was asked");
  }
  [[nodiscard]] Approach now() const {
    auto found = desktop->workspace().file().offers().approach(approach);
    REQUIRE(found);
    return *found;
  }
};

QString linesOf(const QWidget& in, const QString& list) {
  for (const auto* one : in.findChildren<QListWidget*>())
    if (one->accessibleName().startsWith(list)) {
      QStringList lines;
      for (int i = 0; i < one->count(); ++i) lines << one->item(i)->text();
      return lines.join('\n');
    }
  return {};
}

QString said(const QWidget& dialog) {
  QStringList words;
  for (const TextLabel* label : dialog.findChildren<TextLabel*>())
    if (!label->isHidden()) words << label->text();
  return words.join(" | ");
}

}  // namespace

TEST_CASE("An agency that says yes names its home, and the offer goes on from there by keys") {
  Asking asking;
  asking.open();
  Hands& hands = *asking.hands;
  hands.press(Qt::Key_C);
  hands.press(Qt::Key_Y);
  CHECK(asking.now().state == ApproachState::answered);
  hands.to("Record the offer");
  QString next;
  QTimer editor;  // the offer opens when the dialog before it has closed
  QObject::connect(&editor, &QTimer::timeout, &editor, [&] {
    auto* open = qobject_cast<OfferEditor*>(QApplication::activeModalWidget());
    if (open == nullptr) return;
    editor.stop();
    next = open->windowTitle();
    open->close();
  });
  hands.within([&] { hands.press(Qt::Key_Space); },
               [&] {
                 auto* dialog = qobject_cast<HomeDialog*>(QApplication::activeModalWidget());
                 REQUIRE(dialog != nullptr);
                 CHECK(unnamed(*dialog).isEmpty());
                 shot(*dialog, {}, "which-home");
                 hands.to("Which home");
                 hands.retype("a new home");
                 hands.press(Qt::Key_Return);
                 hands.to("Its name");
                 hands.press(Qt::Key_Return);  // without a name it stays
                 REQUIRE(QApplication::activeModalWidget() == dialog);
                 CHECK(dialog->trouble().contains("what the home is called"));
                 hands.type("Teal household");
                 hands.to("Postcode");
                 hands.type(QString::fromStdString(asking.knownPostcode()));
                 editor.start(5);
                 hands.press(Qt::Key_Return);
               });
  CHECK(next.contains("Teal household"));
  const auto homes = app::homesOfProvider(asking.desktop->workspace(), asking.agency.id);
  REQUIRE(homes);
  const auto told = std::ranges::find(*homes, std::string("Teal household"), &Setting::name);
  REQUIRE(told != homes->end());
  CHECK(told->type == asking.agency.asksFor);
  CHECK(told->place.point.has_value());
}

TEST_CASE("A call takes two keys with or without a note; its note stands in the log that Enter opens") {
  Asking asking;
  asking.open();
  Hands& hands = *asking.hands;
  hands.press(Qt::Key_C);
  hands.press(Qt::Key_N);
  REQUIRE(asking.now().log.size() == 1);
  hands.to("Note for the next call");
  hands.type("after four, the duty manager");
  hands.press(Qt::Key_Return);
  REQUIRE(hands.focused().startsWith("Who was asked"));
  hands.press(Qt::Key_C);
  hands.press(Qt::Key_B);
  REQUIRE(asking.now().log.size() == 2);
  CHECK(asking.now().log.back().note == "after four, the duty manager");
  CHECK(linesOf(asking.desktop->window(), "Who was asked").contains("after four"));
  hands.press(Qt::Key_C);
  hands.press(Qt::Key_N);
  CHECK(asking.now().log.back().note.empty());  // a note goes with one call
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 auto* dialog = qobject_cast<ApproachDialog*>(QApplication::activeModalWidget());
                 REQUIRE(dialog != nullptr);
                 CHECK(unnamed(*dialog).isEmpty());
                 shot(*dialog, {}, "calls");
                 CHECK(linesOf(*dialog, "Calls").count("no answer") == 2);
                 CHECK(linesOf(*dialog, "Calls").contains("after four"));
                 hands.press(Qt::Key_Escape);
               });
}

TEST_CASE("A wrong call is taken back, a deadline moved and an answer changed by keys") {
  Asking asking;
  REQUIRE(app::logContact(*asking.workspace, asking.approach, CallOutcome::saidNo, {}, DeclineReason::full));
  asking.open();
  Hands& hands = *asking.hands;
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 hands.to("Calls");
                 hands.within([&] { hands.press(Qt::Key_Delete); }, [&] { hands.to("Take it back"), hands.press(Qt::Key_Space); });
                 CHECK(asking.now().state == ApproachState::asked);
                 hands.press(Qt::Key_Escape);
               });
  CHECK(asking.now().log.empty());
  CHECK(linesOf(asking.desktop->window(), "Who was asked").contains("asked, no answer yet"));
  hands.to("Who was asked");
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 hands.to("How it stands");
                 hands.press(Qt::Key_End);  // "no longer asked"
                 hands.press(Qt::Key_Return);
               });
  CHECK(asking.now().state == ApproachState::withdrawn);
}

TEST_CASE("A call that is taken back leaves what was typed of the answer as it is") {
  Asking asking;
  REQUIRE(app::logContact(*asking.workspace, asking.approach, CallOutcome::saidNo, {}, DeclineReason::full));
  asking.open();
  Hands& hands = *asking.hands;
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 hands.to("How it stands");
                 hands.press(Qt::Key_End);  // "no longer asked"
                 hands.to("Calls");
                 hands.within([&] { hands.press(Qt::Key_Delete); }, [&] { hands.to("Take it back"), hands.press(Qt::Key_Space); });
                 hands.to("How it stands");
                 hands.press(Qt::Key_Return);
               });
  CHECK(asking.now().log.empty());
  CHECK(asking.now().state == ApproachState::withdrawn);
}

TEST_CASE("By day the day's number is shown, and the other one where there is room") {
  Asking asking;
  asking.open();  // 14:20 on the demo's Friday
  CHECK(linesOf(asking.desktop->window(), "Who was asked").contains("01632 960001"));
}

TEST_CASE("Asking says that nothing is sent, and gives the text that a provider may read") {
  Asking asking;
  asking.open();
  Hands& hands = *asking.hands;
  hands.to("What providers may read");
  hands.within([&] { hands.press(Qt::Key_Space); },
               [&] {
                 auto* dialog = qobject_cast<PackDialog*>(QApplication::activeModalWidget());
                 REQUIRE(dialog != nullptr);
                 CHECK(unnamed(*dialog).isEmpty());
                 for (const auto* button : dialog->findChildren<QPushButton*>())  // nobody has read it yet
                   if (button->text().contains("opy the text") || button->text().contains("rite the files"))
                     CHECK_FALSE(button->isEnabled());
                 shot(*dialog, {}, "pack");
                 hands.to("I have read all of it");
                 hands.press(Qt::Key_Space);
                 hands.to("Copy the text");
                 hands.press(Qt::Key_Space);
               });
  const QString copied = QApplication::clipboard()->text();
  CHECK(copied.contains("A home is wanted for a child."));
  CHECK(copied.contains("[the child] keeps bees."));
  CHECK_FALSE(copied.contains("Fritillary"));
  QApplication::clipboard()->clear();

  asking.desktop->openMarketFor(asking.referral);
  hands.settle();
  hands.within([&] { asking.desktop->window().currentPage()->doPrimary(); },
               [&] {
                 auto* dialog = qobject_cast<AskDialog*>(QApplication::activeModalWidget());
                 REQUIRE(dialog != nullptr);
                 CHECK(unnamed(*dialog).isEmpty());
                 CHECK(said(*dialog).contains("Nothing is sent from here"));
                 hands.settle();
                 hands.within([&] { hands.press(Qt::Key_Y, Qt::AltModifier); },
                              [&] {
                                hands.to("I have read all of it");
                                hands.press(Qt::Key_Space);
                                hands.to("Copy the text");
                                hands.press(Qt::Key_Space);
                              });
                 CHECK(QApplication::clipboard()->text().contains("Please answer by"));
                 CHECK(said(*dialog).contains("Copied, for a minute"));
                 shot(*dialog, {}, "ask");
                 hands.press(Qt::Key_Escape);
               });
}
