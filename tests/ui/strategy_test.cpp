// Whom to ask on the market page, by keys: what is proposed is ticked, asked with its deadline, and widened when most said no.
#include <QPushButton>
#include <QTest>

#include "app/journey.h"
#include "app/strategy.h"
#include "desktop.h"
#include "hands.h"
#include "market/ask_dialog.h"
#include "market/market_model.h"
#include "market/market_page.h"
#include "market/strategy_panel.h"
#include "market/why_out_dialog.h"
#include "samples.h"
#include "shared/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

struct Searching : Journey {
  ReferralId referral;
  std::unique_ptr<Desktop> desktop;
  std::unique_ptr<Hands> hands;
  Searching() {
    app::ReferralCase entry = planned();
    entry.referral.inPlainWords = "Fritillary keeps bees.";
    entry.referral.neededBy = today() + std::chrono::days{50};
    const auto saved = app::saveReferral(*workspace, entry);
    REQUIRE(saved);
    referral = saved->referral.id;
    desktop = std::make_unique<Desktop>(std::move(workspace));
    desktop->window().resize(1600, 1000);
    desktop->window().show();
    hands = std::make_unique<Hands>(desktop->window());
    desktop->openMarketFor(referral);
    hands->settle();
  }
  [[nodiscard]] StrategyPanel& panel() const {
    auto* found = desktop->window().currentPage()->findChild<StrategyPanel*>();
    REQUIRE(found != nullptr);
    return *found;
  }
  [[nodiscard]] QString told() const {
    QStringList words;
    for (const auto* label : panel().findChildren<TextLabel*>())
      if (label->isVisible()) words << label->text();
    return words.join('\n');
  }
  [[nodiscard]] app::SearchStrategy proposed() const {
    auto search = app::strategyOf(desktop->workspace(), referral);
    REQUIRE(search);
    return *search;
  }
};

}  // namespace

TEST_CASE("What is proposed is ticked with two keys and asked with the deadline of its wave") {
  Searching searching;
  const app::SearchStrategy search = searching.proposed();
  const matching::Wave wave = search.strategy.waves.front();
  REQUIRE(searching.panel().isVisible());
  INFO(searching.told().toStdString());
  CHECK(searching.told().contains(
      QString("In-house: the first %1 of %2, answer by").arg(wave.whom.size()).arg(wave.whom.size() + wave.further)));
  CHECK(searching.told().contains("not asked, each by the first check"));
  CHECK(doubledLetters(searching.desktop->window()).isEmpty());
  CHECK(unnamed(searching.desktop->window()).isEmpty());

  searching.hands->press(Qt::Key_S, Qt::AltModifier);
  auto* model = searching.desktop->window().currentPage()->findChild<MarketModel*>();
  REQUIRE(model != nullptr);
  (void)QTest::qWaitFor([&] { return !model->ticked().empty(); }, 1000);  // a letter presses the button for a moment
  CHECK(model->ticked().size() == wave.whom.size());
  for (const int row : model->ticked()) CHECK(model->line(row).provider->sector == Sector::inHouse);

  std::vector<app::Ask> asks;
  Instant due{};
  searching.hands->within([&] { searching.hands->press(Qt::Key_Return, Qt::ControlModifier); },
                          [&] {
                            auto* dialog = qobject_cast<AskDialog*>(QApplication::activeModalWidget());
                            REQUIRE(dialog != nullptr);
                            asks = dialog->asks();
                            due = dialog->answerDue();
                            searching.hands->press(Qt::Key_Return);
                          });
  CHECK(asks.size() == wave.whom.size());
  CHECK(due == wave.answerDue);
  const auto approaches = searching.desktop->workspace().file().offers().approaches(searching.referral);
  REQUIRE(approaches);
  CHECK(approaches->size() == wave.whom.size());
  searching.hands->settle();
  CHECK(searching.told().contains(QString("%1 asked: 0 said yes").arg(wave.whom.size())));

  for (const Approach& approach : *approaches)
    REQUIRE(app::logContact(searching.desktop->workspace(), approach.id, CallOutcome::saidNo, "", DeclineReason::full));
  searching.hands->settle();
  CHECK(searching.told().contains("It is time to widen."));
  shot(searching.desktop->window(), {}, "strategy-widen");
}

TEST_CASE("Why the others are not asked opens the gates that stop them, and the panel folds away for as long as somebody likes") {
  Searching searching;
  const auto f6To = [&](const QString& name) {
    for (int i = 0; i < 8 && !searching.hands->focused().startsWith(name); ++i) searching.hands->press(Qt::Key_F6);
    REQUIRE(searching.hands->focused().startsWith(name));
  };
  f6To("Select these");
  searching.hands->press(Qt::Key_Tab, Qt::ShiftModifier);  // past what folds it away
  searching.hands->press(Qt::Key_Tab, Qt::ShiftModifier);
  INFO(searching.hands->focused().toStdString());
  REQUIRE(searching.hands->focused().startsWith("Why not the others"));
  bool opened = false;
  searching.hands->within([&] { searching.hands->press(Qt::Key_Space); },
                          [&] {
                            opened = qobject_cast<WhyOutDialog*>(QApplication::activeModalWidget()) != nullptr;
                            searching.hands->press(Qt::Key_Escape);
                          });
  CHECK(opened);
  searching.hands->tab();
  REQUIRE(searching.hands->focused() == "Hide whom to ask");
  searching.hands->press(Qt::Key_Space);
  CHECK_FALSE(searching.told().contains("In-house:"));
  CHECK_FALSE(searching.told().isEmpty());
  REQUIRE(searching.hands->focused() == "Show whom to ask");
  searching.hands->press(Qt::Key_Space);
  CHECK(searching.told().contains("In-house:"));
}
