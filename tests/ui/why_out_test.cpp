// What one change would let in, and the way to it; what is put in the place of a proposed option, and who is told where none suits.
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include "app/choice_sheet.h"
#include "app/escalating.h"
#include "app/priced_support.h"
#include "app/referrals.h"
#include "app/three_offers.h"
#include "data/support_editor.h"
#include "data/support_pane.h"
#include "deciding/escalate_dialog.h"
#include "deciding/review_card.h"
#include "deciding/review_page.h"
#include "deciding/send_dialog.h"
#include "desktop.h"
#include "hands.h"
#include "market/market_page.h"
#include "market/why_out_dialog.h"
#include "nowhere.h"
#include "referrals/decision_part.h"
#include "referrals/referral_form.h"
#include "samples.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

QString wordsOf(const QWidget& widget) {
  QStringList words;
  for (const auto* label : widget.findChildren<TextLabel*>()) words << label->text();
  for (const auto* label : widget.findChildren<QLabel*>()) words << label->text();
  return words.join(QLatin1Char('\n'));
}

/// A planned search in a narrow circle, so that a wider one lets somebody in.
struct NarrowSearch : Journey {
  ReferralId referral;
  NarrowSearch() {
    app::ReferralCase entry = planned();
    entry.children.front().needs = {{NeedDomain::emotionalHealth, 2, true, "assessment", today(), "Sleeps through the night"}};
    entry.referral.withinMilesOfHome = 4.0;
    const auto saved = app::saveReferral(*workspace, entry);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    referral = saved->referral.id;
  }
};

}  // namespace

TEST_CASE("What one change would let in stands beside what stops most, with the best by name, and leads to that field of the referral") {
  NarrowSearch search;
  const ReferralId referral = search.referral;
  Desktop desktop(std::move(search.workspace));
  desktop.window().resize(1600, 1000);
  desktop.window().show();
  Hands hands(desktop.window());
  desktop.openMarketFor(referral);
  hands.settle();
  auto* market = desktop.window().findChild<MarketPage*>();
  REQUIRE(market != nullptr);
  hands.to("Why is a setting out?");
  hands.within([&] { hands.press(Qt::Key_Space); },
               [&] {
                 auto* dialog = qobject_cast<WhyOutDialog*>(QApplication::activeModalWidget());
                 REQUIRE(dialog != nullptr);
                 CHECK(unnamed(*dialog).isEmpty());
                 const auto tables = dialog->findChildren<QTableWidget*>();
                 REQUIRE(tables.size() == 2);
                 QTableWidget* relaxed = tables[0]->accessibleName().startsWith("What one change") ? tables[0] : tables[1];
                 auto* names = dialog->findChild<QListWidget*>();
                 int row = 0;
                 while (row < relaxed->rowCount() && !relaxed->item(row, 0)->text().startsWith("Within 5 miles of home instead of 4"))
                   ++row;
                 REQUIRE(row < relaxed->rowCount());
                 const auto change = [&]() -> QPushButton* {
                   for (auto* button : dialog->findChildren<QPushButton*>())
                     if (button->text().remove('&') == "Change this in the referral…") return button;
                   return nullptr;
                 }();
                 REQUIRE(change != nullptr);
                 CHECK_FALSE(change->isEnabled());
                 CHECK_FALSE(change->toolTip().isEmpty());
                 hands.to("What one change to the referral would let in");
                 for (int down = 0; down <= row; ++down) hands.press(Qt::Key_Down);
                 REQUIRE(relaxed->currentRow() == row);
                 CHECK(names->count() == relaxed->item(row, 1)->text().remove(',').toInt());
                 CHECK(dialog->findChild<QLineEdit*>()->text().isEmpty());  // of the one with whom it opened
                 CHECK(names->item(0)->text().contains("points"));
                 CHECK(change->isEnabled());
                 shot(*dialog, {1100, 680}, "why-out-let-in");
                 hands.to("Change this in the referral…");
                 hands.press(Qt::Key_Space);
               });
  hands.settle();
  QTest::qWait(50);
  auto* form = qobject_cast<ReferralForm*>(desktop.window().currentPage());
  REQUIRE(form != nullptr);
  INFO(hands.focused().toStdString());
  CHECK(hands.focused().contains("home"));
  auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
  REQUIRE(field != nullptr);
  CHECK(field->text() == "4");
}

TEST_CASE("Where nobody is left the page says what stops most and what one change would let in, and opens why") {
  NarrowSearch search;
  auto& workspace = *search.workspace;
  auto entry = app::referralCase(workspace, search.referral);
  REQUIRE(entry);
  entry->referral.settingTypes = {SettingType::secureHome};
  REQUIRE(app::saveReferral(workspace, *entry));
  Nowhere nowhere;
  MarketPage page(workspace, nowhere);
  page.resize(1500, 900);
  page.showReferral(search.referral);
  page.show();
  Hands hands(page);
  // Everybody who fails is filtered away by a word that nobody is called by.
  hands.to("Filter");
  hands.type("zzzz");
  hands.settle();
  QString said;
  for (const auto* empty : page.findChildren<EmptyState*>())
    if (empty->isVisible()) said = wordsOf(*empty);
  INFO(said.toStdString());
  CHECK(said.contains("Nobody is left. What stops most:"));
  CHECK(said.contains("by itself"));
  shot(page, {1500, 900}, "nobody-left");
}

TEST_CASE("Another option in the place of one that is proposed wants its reason in the dialog that sends") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const Setting home = three.journey.emergencyHousehold("Fescue household");
  REQUIRE(app::askProviders(workspace, three.referral, {{home.provider, home.id}}, workspace.now() + std::chrono::hours{48}));
  const auto offer = app::recordOffer(workspace, three.journey.offerOf(three.referral, home, {aWeek(QuoteItem::coreFee, pounds(990))}));
  REQUIRE(offer);
  auto draft = app::proposeChoice(workspace, three.referral);
  REQUIRE(draft);
  const auto options = workspace.file().offers().options(three.referral);
  REQUIRE(options);
  for (const Option& option : *options)
    if (std::find(draft->proposed.begin(), draft->proposed.end(), option.id) == draft->proposed.end()) draft->options.back() = option.id;
  const auto ranked = app::rankOffers(workspace, three.referral);
  REQUIRE(ranked);
  draft->reasons = app::reasonsFor(**ranked, draft->options);
  draft->swaps = app::swapsBetween(draft->proposed, draft->options);
  REQUIRE(draft->swaps.size() == 1);
  SendDialog dialog(workspace, *draft, {"One household", "Two household", "Three household"});
  dialog.show();
  CHECK(unnamed(dialog).isEmpty());
  shot(dialog, {}, "send-swap");
  Hands hands(dialog);
  hands.to("Send the choice"), hands.press(Qt::Key_Space);
  CHECK(dialog.isVisible());
  CHECK(wordsOf(dialog).contains("stands in its place"));
  CHECK(hands.focused().startsWith("Why "));
  hands.press(Qt::Key_Down);
  hands.to("Send the choice"), hands.press(Qt::Key_Space);
  CHECK(dialog.sent().stored());
  const auto sent = app::choicesOf(workspace, three.referral);
  REQUIRE(sent);
  CHECK(sent->back().swaps.front().code == SwapReason::childsWish);

  // Whoever decides sees it, and the reasons without a place in any order.
  ReviewPage review(workspace, sent->back());
  review.resize(1500, 1000);
  review.show();
  const QString said = wordsOf(review);
  CHECK(said.contains("stands in its place: the child’s wish"));
  CHECK(said.contains("Why it is in the choice"));
  CHECK_FALSE(said.contains("in the order of the match"));
  shot(review, {1500, 1000}, "review-swap");
}

TEST_CASE("A choice of fewer than three shows whoever decides why, and who was asked") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const auto sent = app::sendChoice(workspace, {three.referral,
                                                {three.options[0]},
                                                {"Nearest"},
                                                three.journey.person("S. Quill"),
                                                three.journey.today(),
                                                "Two withdrew this morning"});
  REQUIRE(sent);
  const auto choice = workspace.file().decisions().choice(*sent);
  REQUIRE(choice);
  const auto sheet = app::choiceSheet(workspace, *choice);
  REQUIRE(sheet);
  const std::unique_ptr<QWidget> background(backgroundCard(*sheet));
  REQUIRE(background != nullptr);
  const QString said = wordsOf(*background);
  CHECK(said.contains("Why there are not three: Two withdrew this morning"));
  CHECK(said.contains("Who was asked:"));
  CHECK(said.count("household") >= 3);
  shot(*background, {900, 260}, "choice-background");
}

TEST_CASE("No option suits: the officer puts it before a manager by keys, and the manager says what is to be done") {
  ThreeOffers three;
  const ReferralId referral = three.referral;
  {
    auto& workspace = *three.journey.workspace;
    const auto lines = app::approachLines(workspace, referral);
    REQUIRE(lines);
    for (const app::ApproachLine& line : *lines)
      REQUIRE(app::logContact(workspace, line.approach.id, CallOutcome::saidNo, "", DeclineReason::full));
    const DecisionActs acts = decisionActs(workspace, referral);
    CHECK(acts.escalate);
    CHECK_FALSE(acts.settle);
  }
  auto& workspace = *three.journey.workspace;
  PersonId manager;
  {
    EscalateDialog dialog(workspace, referral);
    dialog.show();
    CHECK(unnamed(dialog).isEmpty());
    Hands hands(dialog);
    hands.to("Put it before them"), hands.press(Qt::Key_Space);
    CHECK(dialog.isVisible());
    CHECK(dialog.trouble().contains("what was tried"));
    CHECK(hands.focused() == "What was tried, and what stands in the way");
    hands.type("Three asked, all full");
    shot(dialog, {}, "escalate");
    CHECK(wordsOf(dialog).contains("said no (no place free)"));
    hands.to("Put it before them"), hands.press(Qt::Key_Space);
    CHECK_FALSE(dialog.isVisible());
    const auto stored = workspace.file().referrals().get(referral);
    REQUIRE(app::waitingEscalation(*stored) != nullptr);
    manager = app::waitingEscalation(*stored)->to;
  }
  CHECK(decisionActs(workspace, referral).settle);
  {
    // The officer who put it there may read it, and learns at once who answers.
    SettleDialog dialog(workspace, referral);
    dialog.show();
    CHECK(wordsOf(dialog).contains("choose one of them under Work as"));
    Hands hands(dialog);
    hands.press(Qt::Key_Return);
    CHECK(app::waitingEscalation(*workspace.file().referrals().get(referral)) != nullptr);
  }
  REQUIRE(workspace.workAs(manager));
  {
    SettleDialog dialog(workspace, referral);
    dialog.show();
    CHECK(unnamed(dialog).isEmpty());
    Hands hands(dialog);
    hands.press(Qt::Key_Return);  // nobody chose anything yet
    CHECK(dialog.isVisible());
    CHECK(dialog.trouble().contains("Choose what is to be done"));
    hands.press(Qt::Key_Down), hands.press(Qt::Key_Down);
    hands.to("In words");
    hands.type("Up to £2,000 a week");
    shot(dialog, {}, "settle");
    hands.to("Record it"), hands.press(Qt::Key_Space);
    CHECK_FALSE(dialog.isVisible());
  }
  const std::unique_ptr<QWidget> part(decisionPart(workspace, referral));
  REQUIRE(part != nullptr);
  const QString said = wordsOf(*part);
  CHECK(said.contains("Three asked, all full"));
  CHECK(said.contains("buy a place outside the framework, Up to £2,000 a week"));
  shot(*part, {900, 500}, "escalation-record");
}

TEST_CASE("Support with its price is entered, changed and removed on the Data page by keys") {
  Journey journey;
  auto& workspace = *journey.workspace;
  const auto before = app::pricedSupport(workspace)->size();
  {
    SupportEditor editor(workspace, {});
    editor.show();
    CHECK(unnamed(editor).isEmpty());
    Hands hands(editor);
    hands.type("a night visitor");
    hands.to("Save"), hands.press(Qt::Key_Space);
    CHECK(editor.trouble().contains("Tick at least one need"));
    CHECK(hands.focused().startsWith("It helps with"));
    hands.press(Qt::Key_Space);
    hands.to("Levels that it adds");
    hands.retype("2");
    hands.to("Price a week");
    hands.type("240.50");
    shot(editor, {}, "support-editor");
    hands.to("Save"), hands.press(Qt::Key_Space);
    CHECK_FALSE(editor.isVisible());
  }
  const auto after = app::pricedSupport(workspace);
  REQUIRE(after->size() == before + 1);
  CHECK(after->back().adds == 2);
  CHECK(after->back().aWeek == pounds(240, 50));
  SupportPane pane(workspace);
  pane.refresh();
  pane.show();
  CHECK(unnamed(pane).isEmpty());
  shot(pane, {900, 340}, "support-pane");
  CHECK(pane.findChild<PlainTable*>()->model()->rowCount() == static_cast<int>(after->size()));
}
