// Offers in the window: put together until everybody has a home, opened from the referral and from the choice, asked about and answered.
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "app/journey.h"
#include "choice/choice_page.h"
#include "deciding/choice_from_case.h"
#include "desktop.h"
#include "hands.h"
#include "offers/combine_dialog.h"
#include "offers/open_question.h"
#include "shared/names.h"
#include "shared/surface.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

/// Two children who may be parted, two households that take one each, and one that takes the first again.
struct Parted : Journey {
  app::ReferralCase entry;
  std::vector<OfferId> offers;

  Parted() {
    app::ReferralCase wanted = tonight();
    wanted.referral.together = Togetherness::mayPart;
    const auto saved = app::saveReferral(*workspace, wanted);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    entry = *saved;
    offered("Samphire household", 0, pounds(700));
    offered("Marram household", 1, pounds(840));
    offered("Thrift household", 0, pounds(900));
  }
  void offered(const std::string& home, std::size_t child, Money weekly) {
    Offer offer = offerOf(entry.referral.id, emergencyHousehold(home), {aWeek(QuoteItem::coreFee, weekly)});
    offer.children = {entry.children[child].id};
    const auto recorded = app::recordOffer(*workspace, offer);
    INFO((recorded ? std::string{} : recorded.error().detail));
    REQUIRE(recorded);
    offers.push_back(*recorded);
  }
};

/// What the sentences of a dialog say at present.
QString said(const QWidget& dialog) {
  QStringList words;
  for (const TextLabel* label : dialog.findChildren<TextLabel*>())
    if (!label->isHidden() && label->parentWidget() != nullptr && !label->parentWidget()->isHidden()) words << label->text();
  return words.join(" | ");
}

QPushButton* act(const QWidget& dialog) {
  for (QPushButton* button : dialog.findChildren<QPushButton*>())
    if (button->isDefault()) return button;
  return nullptr;
}

/// A planned referral of one child with one offer that says nothing about how a need of level 3 is met.
struct OneOffer : Journey {
  ReferralId referral;
  ChildId child;
  OfferId offer;

  OneOffer() {
    app::ReferralCase wanted = planned();
    wanted.children.front().needs = {{NeedDomain::emotionalHealth, 3, false, "assessment", today(), "Sleeps through the night"}};
    const auto saved = app::saveReferral(*workspace, wanted);
    REQUIRE(saved);
    referral = saved->referral.id;
    child = saved->children.front().id;
    Setting home = emergencyHousehold("Samphire household");
    home.capabilities.clear();
    const auto kept = app::saveSetting(*workspace, home);
    REQUIRE(kept);
    const auto recorded = app::recordOffer(*workspace, offerOf(referral, *kept, {aWeek(QuoteItem::coreFee, pounds(800))}));
    REQUIRE(recorded);
    offer = *recorded;
  }
};

/// The real window over a case, at the choice of a referral, with hands on its keyboard.
struct AtChoice {
  ReferralId referral;
  Desktop desktop;
  Hands hands;

  AtChoice(std::unique_ptr<app::Workspace> workspace, ReferralId id) : referral(id), desktop(std::move(workspace)), hands(wide(desktop)) {
    desktop.openChoice(id);
    hands.settle();
  }
  [[nodiscard]] app::Workspace& workspace() { return desktop.workspace(); }
  [[nodiscard]] const ChoicePage& page() {
    hands.settle();
    const auto* page = qobject_cast<ChoicePage*>(desktop.window().currentPage());
    REQUIRE(page != nullptr);
    return *page;
  }

 private:
  static QWidget& wide(Desktop& desktop) {
    desktop.window().resize(1600, 1000);
    return desktop.window();
  }
};

}  // namespace

TEST_CASE("Ticking offers says at once who is left out, who is taken twice and what it costs, and why the act waits") {
  const Parted parted;
  CombineDialog dialog(*parted.workspace, parted.entry.referral.id);
  dialog.show();
  auto* list = dialog.findChild<QListWidget*>();
  REQUIRE(list != nullptr);
  REQUIRE(list->count() == 3);
  CHECK_FALSE(act(dialog)->isEnabled());
  CHECK(said(dialog).contains("Tick at least two offers"));

  const auto tick = [&](int row) {
    list->setCurrentRow(row);
    QTest::keyClick(list, Qt::Key_Space);
  };
  tick(0);
  CHECK(said(dialog).contains("Left out: Vetch Teasel."));
  CHECK(said(dialog).contains("£700.00 a week"));
  tick(2);
  CHECK(said(dialog).contains("Taken twice: Sedge Teasel."));
  CHECK(said(dialog).contains("Tick an offer that takes Vetch Teasel as well."));
  tick(1);
  CHECK(said(dialog).contains("Everybody is taken."));
  CHECK(said(dialog).contains("Untick an offer so that nobody is taken twice."));
  CHECK_FALSE(act(dialog)->isEnabled());
  tick(2);
  CHECK(said(dialog).contains("Nobody is taken twice."));
  CHECK(said(dialog).contains("£1,540.00 a week"));
  REQUIRE(act(dialog)->isEnabled());
  QTest::keyClick(list, Qt::Key_Return);
  REQUIRE(dialog.saved().stored());
  const auto options = parted.workspace->file().offers().options(parted.entry.referral.id);
  REQUIRE(options);
  REQUIRE(options->size() == 1);
  CHECK(options->front().label == "Samphire household and Marram household");

  CombineDialog again(*parted.workspace, parted.entry.referral.id);
  again.show();
  auto* lines = again.findChild<QListWidget*>();
  for (const int row : {0, 1}) lines->item(row)->setCheckState(Qt::Checked);
  CHECK_FALSE(act(again)->isEnabled());
  CHECK(said(again).contains("These offers are an option already"));
}

TEST_CASE("Names that are hidden stay hidden while offers are combined") {
  const Parted parted;
  CombineDialog dialog(*parted.workspace, parted.entry.referral.id, true);
  const auto* list = dialog.findChild<QListWidget*>();
  CHECK_FALSE(list->item(0)->text().contains("Teasel"));
  CHECK(list->item(0)->text().contains(QString::fromStdString(parted.entry.children[0].number)));
  CHECK_FALSE(said(dialog).contains("Teasel"));
}

TEST_CASE("An offer that lapsed or was taken back is not there to be combined") {
  Parted parted;
  auto offer = parted.workspace->file().offers().offer(parted.offers[2]);
  REQUIRE(offer);
  offer->withdrawn = true;
  REQUIRE(app::recordOffer(*parted.workspace, *offer));
  const CombineDialog dialog(*parted.workspace, parted.entry.referral.id);
  CHECK(dialog.offers() == 2);
}

TEST_CASE("By keys: a choice that nobody's offer fills alone is filled by two together, and the choice shows them") {
  Parted parted;
  AtChoice office(std::move(parted.workspace), parted.entry.referral.id);
  Hands& hands = office.hands;
  hands.within([&] { hands.to("Combine offers"), hands.press(Qt::Key_Space); },
               [&] {
                 hands.to("Offers that still stand");
                 hands.press(Qt::Key_Space);
                 hands.press(Qt::Key_Down);
                 hands.press(Qt::Key_Space);
                 hands.press(Qt::Key_Return);
               });
  REQUIRE(office.page().view().options.size() == 1);
  CHECK(office.page().view().options.front().name == "Samphire household and Marram household");
}

TEST_CASE("By keys: what to ask next is asked and logged, and its answer moves the ranking") {
  OneOffer one;
  AtChoice office(std::move(one.workspace), one.referral);
  Hands& hands = office.hands;
  REQUIRE(office.page().view().ask);
  const auto criterion = office.page().view().ask->criterion;
  REQUIRE(office.page().view().criterionLabels[criterion] == "Emotional and mental health");
  const int before = scoreOf(office.page().view(), 0).known;

  hands.within([&] { hands.to("Ask "), hands.press(Qt::Key_Space); },
               [&] {
                 hands.to("The question");
                 hands.press(Qt::Key_Return);
               });
  const auto lines = app::approachLines(office.workspace(), one.referral);
  REQUIRE(lines);
  REQUIRE(lines->size() == 1);
  const ContactEntry& asked = lines->front().approach.log.back();
  CHECK(asked.outcome == CallOutcome::weAsked);
  CHECK(asked.by == office.workspace().user().id);
  CHECK(asked.note == "How well could they meet emotional and mental health at level 3?");
  CHECK(office.page().view().options[0].criteria[criterion].asked.startsWith("Asked 27 November 2026"));
  CHECK(said(office.page()).contains("no answer is recorded yet"));

  hands.within([&] { hands.to("Record an answer"), hands.press(Qt::Key_Space); },
               [&] {
                 hands.settle();
                 CHECK(hands.focused().startsWith("Emotional and mental health"));
                 hands.press(Qt::Key_3);
                 hands.tab();
                 hands.press(Qt::Key_Down);
                 hands.press(Qt::Key_Return);
               });
  CHECK(scoreOf(office.page().view(), 0).known > before);
  const auto offer = office.workspace().file().offers().offer(one.offer);
  REQUIRE(offer);
  REQUIRE(offer->needs.size() == 1);
  CHECK(offer->needs.front().level == 3);
  CHECK(offer->needs.front().basis == Basis::verified);
}

TEST_CASE("By keys: a stored offer is opened from the choice and from the referral, and changed") {
  OneOffer one;
  AtChoice office(std::move(one.workspace), one.referral);
  Hands& hands = office.hands;
  const auto fee = [&] { return office.workspace().file().offers().offer(one.offer)->quote.front().amount; };
  const auto retyped = [&](const QString& amount) {
    return [&hands, amount] {
      hands.to("core fee, pounds");
      hands.retype(amount);
      hands.press(Qt::Key_Return);
    };
  };
  hands.within([&] { hands.press(Qt::Key_E, Qt::ControlModifier); }, retyped("812.50"));
  CHECK(fee() == MoneyRange::exactly(pounds(812, 50)));
  CHECK(office.page().view().options.front().wholeCost == MoneyRange::exactly(pounds(812, 50)));

  office.desktop.openReferral(one.referral);
  hands.settle();
  hands.within([&] { hands.to("Offers. Enter"), hands.press(Qt::Key_Return); }, retyped("800 to 850"));
  CHECK(fee() == MoneyRange{pounds(800), pounds(850)});
}

TEST_CASE("A question is logged in its own words while names are hidden, and none that our own records answer") {
  OneOffer one;
  auto entry = app::referralCase(*one.workspace, one.referral);
  REQUIRE(entry);
  Child& child = entry->children.front();
  child.contacts = {{"Petra Meadow", "aunt", {}, 2.0}};
  child.wishes = {{"near Petra", WishKind::nearPerson, {}, "Petra Meadow", 10.0}};
  entry->referral.inPlainWords = "Paints, and is glad of company.";
  const auto saved = app::saveReferral(*one.workspace, *entry);
  INFO((saved ? std::string{} : saved.error().detail));
  REQUIRE(saved);
  AtChoice office(std::move(one.workspace), one.referral);
  Hands& hands = office.hands;
  const auto asked = [&](const QString& question) {
    const ChoiceOption& option = office.page().view().options.front();
    const auto at = std::ranges::find_if(option.criteria, [&](const CriterionCell& cell) { return cell.question.startsWith(question); });
    INFO(question.toStdString());
    REQUIRE(at != option.criteria.end());
    return at - option.criteria.begin();
  };
  const auto ask = [&](std::ptrdiff_t criterion) {
    auto* page = qobject_cast<ChoicePage*>(office.desktop.window().currentPage());
    emit page->questionRequested(page->view().options.front().id, static_cast<int>(criterion));
  };
  hands.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
  REQUIRE(nameCover().hidden());
  hands.within([&] { ask(asked("How far is the home from")); },
               [&] {
                 hands.settle();
                 CHECK_FALSE(said(*QApplication::activeModalWidget()).contains("Petra"));
                 hands.press(Qt::Key_Return);
               });
  const auto notes = [&] {
    QStringList found;
    const auto lines = app::approachLines(office.workspace(), one.referral);
    REQUIRE(lines);
    for (const app::ApproachLine& line : *lines)
      for (const ContactEntry& logged : line.approach.log) found << QString::fromStdString(logged.note);
    return found;
  };
  const QStringList logged{"How far is the home from Petra Meadow?"};
  CHECK(notes() == logged);
  const auto lastAsked = [&] {
    const auto& criteria = office.page().view().options.front().criteria;
    return criteria[static_cast<std::size_t>(asked("How far is the home from"))].asked;
  };
  CHECK(lastAsked().startsWith("Asked 27 November 2026"));
  hands.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
  REQUIRE_FALSE(nameCover().hidden());
  office.desktop.openChoice(one.referral);
  CHECK(lastAsked().startsWith("Asked 27 November 2026"));

  ask(asked("What is the postcode of Petra Meadow"));
  CHECK(QApplication::activeModalWidget() == nullptr);
  CHECK(notes() == logged);
  CHECK(said(office.desktop.window()).contains("our own records"));
}

TEST_CASE("A question says where its answer belongs") {
  OpenQuestion question;
  question.question = {"ask.postcode", {std::string("Larch household")}};
  CHECK(answeredIn(question.question) == AnswerPlace::setting);
  question.question = {"ask.homePostcode", {std::string("Wren")}};
  CHECK(answeredIn(question.question) == AnswerPlace::referral);
  question.question = {"ask.minutesToSchool", {}};
  CHECK(answeredIn(question.question) == AnswerPlace::offer);
  question.criterion = "need:12:leisure";
  CHECK(needAsked(question) == NeedDomain::leisure);
}
