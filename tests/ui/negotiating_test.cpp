// An offer worked on in the real window by keys: its price negotiated in rounds, the home compared with support that it would add, its
// people interviewed, and questions answered.
#include "app/negotiating.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

#include "app/journey.h"
#include "app/with_support.h"
#include "choice/choice_page.h"
#include "desktop.h"
#include "hands.h"
#include "offers/interview_dialog.h"
#include "offers/negotiate_dialog.h"
#include "offers/offer_editor.h"
#include "referrals/approach_dialog.h"
#include "samples.h"
#include "shared/surface.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

/// The real window with a referral of fifty-two weeks that has one offer, of a household that was asked: £985 a week and £55 of transport.
struct Offered : Journey {
  ReferralId referral;
  ChildId child;
  OfferId offer;
  ApproachId approach;
  std::unique_ptr<Desktop> desktop;
  std::unique_ptr<Hands> hands;

  Offered() {
    app::ReferralCase wanted = planned();
    wanted.referral.neededDays = 364;
    wanted.children.front().needs = {{NeedDomain::emotionalHealth, 4, true, "assessment", today(), "Sleeps through the night"},
                                     {NeedDomain::behaviour, 3, false, "assessment", today(), "Home at night"}};
    const auto saved = app::saveReferral(*workspace, wanted);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    referral = saved->referral.id;
    child = saved->children.front().id;
    const Setting home = emergencyHousehold("Larch household");
    const auto asked = app::askProviders(*workspace, referral, {{home.provider, home.id}}, workspace->now() + std::chrono::hours{24});
    REQUIRE(asked);
    approach = asked->front();
    Offer made = offerOf(referral, home, {aWeek(QuoteItem::coreFee, pounds(985)), aWeek(QuoteItem::transport, pounds(55))});
    made.quote[0].words.clear();
    made.quote[1].words = "taxi to school";
    made.quote.push_back({QuoteItem::education, Charge::inTheFee, {}, 0, std::nullopt, ""});
    made.needs = {{child, NeedDomain::emotionalHealth, 4, Basis::claimed, "a therapist on Tuesdays"}};
    const auto recorded = app::recordOffer(*workspace, made);
    INFO((recorded ? std::string{} : recorded.error().detail));
    REQUIRE(recorded);
    offer = *recorded;
  }
  void open(const QString& at) {
    desktop = std::make_unique<Desktop>(std::move(workspace));
    desktop->window().resize(1600, 1000);
    desktop->window().show();
    hands = std::make_unique<Hands>(desktop->window());
    desktop->openReferral(referral);
    hands->settle();
    hands->to(at);
  }
  [[nodiscard]] Offer now() const { return *desktop->workspace().file().offers().offer(offer); }
  [[nodiscard]] QString rows(const QString& list) const {
    hands->settle();
    for (const auto* one : desktop->window().findChildren<QListWidget*>())
      if (one->accessibleName().startsWith(list)) {
        QStringList lines;
        for (int i = 0; i < one->count(); ++i) lines << one->item(i)->text();
        return lines.join('\n');
      }
    return {};
  }
  [[nodiscard]] QStringList options() const {
    const auto all = desktop->workspace().file().offers().options(referral);
    REQUIRE(all);
    QStringList labels;
    for (const Option& option : *all) labels << QString::fromStdString(option.label);
    return labels;
  }
};

template <class Dialog>
Dialog* inFront() {
  auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
  REQUIRE(dialog != nullptr);
  CHECK(unnamed(*dialog).join("; ").toStdString() == "");
  return dialog;
}

QString said(const QWidget& dialog) {
  QStringList words;
  for (const TextLabel* label : dialog.findChildren<TextLabel*>())
    if (label->isVisibleTo(&dialog)) words << label->text();
  return words.join(" | ");
}

QString table(const QWidget& in, const QString& name) {
  for (const auto* view : in.findChildren<QTableView*>()) {
    if (view->accessibleName() != name) continue;
    QStringList lines;
    for (int row = 0; row < view->model()->rowCount(); ++row) {
      QStringList cells;
      for (int column = 0; column < view->model()->columnCount(); ++column) cells << view->model()->index(row, column).data().toString();
      lines << cells.join(" | ");
    }
    return lines.join('\n');
  }
  return {};
}

}  // namespace

TEST_CASE("A fee is negotiated from the referral: asked for, answered, won, and told on the offer's row") {
  Offered larch;
  larch.open("Offers. Enter opens one");
  Hands& hands = *larch.hands;
  hands.to("Negotiate the offer");
  hands.within([&] { hands.press(Qt::Key_Space); },
               [&] {
                 auto* dialog = inFront<NegotiateDialog>();
                 CHECK(dialog->windowTitle() == "Negotiate: Larch household");
                 CHECK(hands.focused() == "The price that is asked for, pounds");
                 shot(*dialog, {}, "negotiate-first");
                 hands.press(Qt::Key_Return);  // nothing entered: said, and nothing recorded
                 CHECK(dialog->trouble().contains("Enter the price"));
                 hands.type("1000");
                 hands.press(Qt::Key_Return);
                 CHECK(dialog->trouble().contains("Ask for less than the price as it stands, £985"));
                 CHECK(static_cast<QLineEdit*>(QApplication::focusWidget())->text() == "1000");  // what was entered is kept
                 hands.retype("935");
                 hands.tab();
                 hands.type("two are placed there already");
                 hands.press(Qt::Key_Return);
                 REQUIRE(larch.now().rounds.size() == 1);
                 CHECK(larch.now().rounds[0].asked == pounds(935));
                 CHECK(hands.focused() == "The price that they agree to, pounds");
                 CHECK(table(*dialog, "Prices as they stand").contains("£935.00 was asked for; no answer yet"));
                 hands.type("955");
                 hands.tab();
                 hands.type("they meet us half way");
                 hands.press(Qt::Key_Return);
                 CHECK(larch.now().quote[0].amount == MoneyRange::exactly(pounds(955)));
                 hands.type("925");
                 hands.press(Qt::Key_Return);
                 hands.type("935");
                 hands.press(Qt::Key_Return);
                 CHECK(said(*dialog).contains("£50.00 a week won in 2 rounds: £2,600.00 over the 364 days"));
                 CHECK(said(*dialog).contains("Whole cost: £990.00 a week; £51,480.00"));
                 CHECK(said(*dialog).contains("At the first prices: £1,040.00 a week; £54,080.00"));
                 const QString rounds = table(*dialog, "Rounds so far");
                 CHECK(rounds.contains("£985.00 a week | £935.00 | £955.00 | £30.00 | £1,560.00"));
                 CHECK(rounds.contains("£955.00 a week | £925.00 | £935.00 | £20.00 | £1,040.00"));
                 shot(*dialog, {}, "negotiate");
                 // The other price: nothing won is an answer.
                 hands.press(Qt::Key_P, Qt::AltModifier);
                 hands.press(Qt::Key_Down);
                 hands.to("The price that is asked for");
                 hands.type("50");
                 hands.press(Qt::Key_Return);
                 hands.to("They keep their price");
                 hands.press(Qt::Key_Space);
                 REQUIRE(larch.now().rounds.size() == 3);
                 CHECK(larch.now().rounds[2].item == QuoteItem::transport);
                 CHECK(larch.now().rounds[2].won == pounds(55));
                 // What is in the fee has no price of its own, and the act says so.
                 hands.press(Qt::Key_P, Qt::AltModifier);
                 hands.press(Qt::Key_Down);
                 CHECK(said(*dialog).contains("It is not charged apart"));
                 for (const auto* button : dialog->findChildren<QPushButton*>())
                   if (button->isDefault()) CHECK_FALSE(button->isEnabled());
                 hands.press(Qt::Key_Escape);
               });
  CHECK(larch.rows("Offers").contains("£50.00 a week won in 3 rounds"));
  shot(larch.desktop->window(), {}, "negotiated-referral");
  larch.desktop->openChoice(larch.referral);
  hands.settle();
  const auto* choice = qobject_cast<ChoicePage*>(larch.desktop->window().currentPage());
  REQUIRE(choice != nullptr);
  CHECK(choice->view().options.front().providerLine.contains("£50.00 a week won in 3 rounds"));
}

TEST_CASE("From the open offer: what was changed is recorded first, then negotiated, and the offer shows what was won") {
  Offered larch;
  larch.open("Offers. Enter opens one");
  Hands& hands = *larch.hands;
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 auto* editor = inFront<OfferEditor>();
                 hands.to("Conditions");
                 hands.type("A visit first");
                 QTimer next;  // the prices open when the question before has closed
                 bool opened = false;
                 QObject::connect(&next, &QTimer::timeout, &next, [&] {
                   auto* prices = qobject_cast<NegotiateDialog*>(QApplication::activeModalWidget());
                   if (prices == nullptr) return;
                   next.stop();
                   opened = true;
                   prices->close();
                 });
                 hands.within([&] { hands.to("Negotiate"), hands.press(Qt::Key_Space); },
                              [&] {
                                hands.to("Record it first");
                                next.start(5);
                                hands.press(Qt::Key_Space);
                              });
                 CHECK(opened);
                 CHECK(larch.now().conditions == "A visit first");
                 hands.within([&] { hands.to("Negotiate"), hands.press(Qt::Key_Space); },
                              [&] {
                                inFront<NegotiateDialog>();
                                hands.type("900");
                                hands.press(Qt::Key_Return);
                                hands.type("935");
                                hands.press(Qt::Key_Return);
                                hands.press(Qt::Key_Escape);
                              });
                 CHECK(larch.now().quote[0].amount == MoneyRange::exactly(pounds(935)));
                 CHECK(said(*editor).contains("£50.00 a week won in 1 round"));
                 shot(*editor, {}, "offer-negotiated");
                 hands.press(Qt::Key_Escape);  // nothing is left to lose
               });
  CHECK(larch.now().rounds.size() == 1);
}

TEST_CASE("Support at a price is entered with the offer, and the same home is compared with it") {
  Offered larch;
  larch.open("Offers. Enter opens one");
  Hands& hands = *larch.hands;
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 auto* editor = inFront<OfferEditor>();
                 hands.press(Qt::Key_T, Qt::AltModifier);
                 hands.to("Add support");
                 hands.press(Qt::Key_Space);
                 hands.type("a waking night worker");
                 hands.tab();
                 hands.type("about six hundred");
                 hands.press(Qt::Key_Return);  // refused beside the field, and kept
                 CHECK(said(*editor).contains("Write what it costs a week as 610"));
                 CHECK(larch.now().packages.empty());
                 hands.to("Pounds a week, support 1");
                 hands.retype("610");
                 hands.tab();
                 hands.retype("2");
                 hands.to("It helps with: Behaviour");
                 hands.press(Qt::Key_Space);
                 hands.to("Compare with this support");
                 hands.tab(2);  // as one reads
                 CHECK(hands.focused() == "Add support");
                 hands.press(Qt::Key_Backtab, Qt::ShiftModifier);
                 hands.press(Qt::Key_Backtab, Qt::ShiftModifier);
                 CHECK(hands.focused().startsWith("Compare with this support"));
                 shot(*editor, {}, "offer-support");
                 hands.within([&] { hands.press(Qt::Key_Space); }, [&] { hands.to("Record it first"), hands.press(Qt::Key_Space); });
               });
  REQUIRE(larch.now().packages.size() == 1);
  CHECK(larch.now().packages[0] == SupportPackage{"a waking night worker", pounds(610), {NeedDomain::behaviour}, 2});
  CHECK(larch.options() == QStringList{"Larch household", "Larch household with a waking night worker"});
  CHECK(larch.rows("Offers").contains("Larch household with a waking night worker · £1,650 a week"));
  larch.desktop->openChoice(larch.referral);
  hands.settle();
  shot(larch.desktop->window(), {}, "choice-with-and-without");
}

TEST_CASE("What was heard of a need in an interview verifies the answer and is read with the offer") {
  Offered larch;
  larch.open("Offers. Enter opens one");
  Hands& hands = *larch.hands;
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 auto* editor = inFront<OfferEditor>();
                 hands.press(Qt::Key_N, Qt::AltModifier);
                 hands.within([&] { hands.press(Qt::Key_V, Qt::AltModifier); },
                              [&] {
                                auto* dialog = inFront<InterviewDialog>();
                                hands.press(Qt::Key_Return);
                                CHECK(dialog->trouble().contains("with whom you spoke"));
                                hands.type("the registered manager");
                                hands.to("Emotional and mental health");
                                hands.press(Qt::Key_3);
                                hands.press(Qt::Key_Return);
                                CHECK(dialog->trouble().contains("Say what was heard"));
                                CHECK(hands.focused().startsWith("What you heard: Emotional"));
                                hands.type("two workers at night");
                                shot(*dialog, {}, "interview");
                                hands.press(Qt::Key_Return);
                              });
                 REQUIRE(larch.now().interviews.size() == 1);
                 CHECK(larch.now().needs[0].basis == Basis::verified);
                 CHECK(larch.now().needs[0].level == 3);
                 CHECK(said(*editor).contains("the registered manager"));
                 CHECK(said(*editor).contains(", level 3: two workers at night (Their own answer was level 4: a therapist on Tuesdays)"));
                 shot(*editor, {}, "offer-interviewed");
                 hands.press(Qt::Key_Escape);
               });
}

TEST_CASE("An open question is said on the row of those asked and answered with the answer's letters and one key") {
  Offered larch;
  REQUIRE(app::logContact(*larch.workspace, larch.approach, CallOutcome::question, "Does she walk to school alone?"));
  REQUIRE(app::askQuestion(*larch.workspace, larch.offer, "Is there a dog?"));
  REQUIRE(app::logContact(*larch.workspace, larch.approach, CallOutcome::callBack, ""));
  larch.open("Who was asked");
  Hands& hands = *larch.hands;
  CHECK(larch.rows("Who was asked").contains("2 questions open"));
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 auto* dialog = inFront<ApproachDialog>();
                 CHECK(hands.focused() == "Answer");
                 shot(*dialog, {}, "calls-with-questions");
                 hands.type("Yes, since September");
                 hands.press(Qt::Key_Return);
                 REQUIRE(QApplication::activeModalWidget() == dialog);  // on to the next question
                 CHECK(hands.focused() == "Answer");
                 hands.type("No dog");
                 hands.to("Save the change");
                 hands.press(Qt::Key_Space);  // saving the rest takes the answer with it
               });
  const auto approach = larch.desktop->workspace().file().offers().approach(larch.approach);
  REQUIRE(approach);
  REQUIRE(approach->log.size() == 3);
  CHECK(approach->log[0].answer == "Yes, since September");
  CHECK(approach->log[1].answer == "No dog");
  CHECK_FALSE(larch.rows("Who was asked").contains("question open"));
  CHECK_FALSE(larch.rows("Who was asked").contains("questions open"));
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 auto* dialog = inFront<ApproachDialog>();
                 CHECK(hands.focused() == "Calls");
                 for (const auto* line : dialog->findChildren<QLineEdit*>())
                   if (line->accessibleName() == "Answer") CHECK_FALSE(line->isEnabled());
                 hands.press(Qt::Key_Escape);
               });
}
