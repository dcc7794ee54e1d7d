// The dialog that starts a placement: two approvals, each with its day, and what is not known in law.
#include <QApplication>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "app/three_offers.h"
#include "deciding/start_dialog.h"
#include "hands.h"
#include "samples.h"
#include "shared/surface.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

QString wordsOf(const QWidget& widget) {
  QString said;
  for (const auto* label : widget.findChildren<TextLabel*>())
    if (label->isVisibleTo(&widget)) said += label->text() + '\n';
  return said;
}

QPushButton* button(const QWidget& in, const QString& name) {
  for (auto* one : in.findChildren<QPushButton*>())
    if (one->accessibleName() == name || QString(one->text()).remove('&') == name) return one;
  FAIL("no button called " + name.toStdString());
  return nullptr;
}

}  // namespace

TEST_CASE("Two approvals are recorded in one start, each with its own day") {
  Journey journey;
  app::Workspace& workspace = *journey.workspace;
  app::ReferralCase wanted = journey.tonight();
  wanted.referral.together = Togetherness::mayPart;
  wanted.referral.urgency = Urgency::planned;
  wanted.referral.neededBy = journey.today() + std::chrono::days{10};
  wanted.referral.authorisation = journey.planned().referral.authorisation;
  wanted.referral.inPlainWords = "A sister and a brother who share their books.";
  const auto saved = app::saveReferral(workspace, wanted);
  INFO((saved ? std::string{} : saved.error().detail));
  REQUIRE(saved);
  const auto atlas = workspace.atlas();
  REQUIRE(atlas);
  const auto lyingIn = [&](bool adjoining) {
    for (const geography::AuthorityArea& area : (*atlas)->areas())
      if (area.code != workspace.authority().code && (*atlas)->adjoin(workspace.authority().code, area.code) == adjoining) return area.code;
    FAIL("no such authority");
    return std::string{};
  };
  std::vector<OfferId> offers;
  for (const bool adjoining : {true, false}) {
    Setting home = journey.emergencyHousehold(adjoining ? "Samphire household" : "Marram household");
    home.place = {};
    home.place.authority = lyingIn(adjoining);
    home.approvedByResponsibleAuthority = false;
    REQUIRE(app::saveSetting(workspace, home));
    Offer offer = journey.offerOf(saved->referral.id, home, {aWeek(QuoteItem::coreFee, pounds(700))});
    offer.children = {saved->children[adjoining ? 0 : 1].id};
    const auto recorded = app::recordOffer(workspace, offer);
    INFO((recorded ? std::string{} : recorded.error().detail));
    REQUIRE(recorded);
    offers.push_back(*recorded);
  }
  const auto option = app::combineOffers(workspace, saved->referral.id, offers);
  REQUIRE(option);
  REQUIRE(app::askProviders(workspace, saved->referral.id, {{journey.setting("Samphire household").provider, std::nullopt}},
                            workspace.now() + std::chrono::hours{48}));
  const auto choice = app::sendChoice(
      workspace,
      {saved->referral.id, {*option}, {"Both"}, journey.person("S. Quill"), journey.today() + std::chrono::days{3}, "One street"});
  INFO((choice ? std::string{} : choice.error().detail));
  REQUIRE(choice);
  Decision decision;
  decision.referral = saved->referral.id;
  decision.choice = *choice;
  decision.chosen = *option;
  decision.reasons = {{*option, std::nullopt, "They may part"}};
  decision.decidedBy = journey.person("S. Quill");
  decision.agreedBy = journey.person("J. Thimble");
  decision.budgetAgreedBy = journey.person("B. Lantern");
  const auto decided = app::decide(workspace, decision);
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);

  StartDialog dialog(workspace, *decided);
  Hands hands(dialog);
  CHECK(unnamed(dialog).isEmpty());
  shot(dialog, {dialog.width(), dialog.heightForWidth(dialog.width())}, "start-two-approvals");
  std::string director;
  const auto people = app::people(workspace);
  for (const Person& person : *people)
    if (person.role == homeward::Role::director) director = person.name;
  CHECK_FALSE(button(dialog, "Start the placement")->isEnabled());
  for (const auto& [rule, who] : {std::pair{6, std::string("O. Harbour")}, {7, director}}) {
    hands.to(QString("Who approved, rule %1").arg(rule));
    hands.type(QString::fromStdString(who));
    hands.tab();
    hands.to(QString("Day of the approval, rule %1").arg(rule));
    for (auto* day : dialog.findChildren<QDateEdit*>())
      if (day->accessibleName() == hands.focused()) day->setDate(day->date().addDays(-rule));
    hands.to("What was seen, and the consultation with the area authority, rule " + QString::number(rule));
    hands.type("the report");
    hands.to(QString("Record the approval, rule %1").arg(rule));
    hands.press(Qt::Key_Space);
    QTest::qWait(50);
  }
  const auto given = workspace.file().decisions().approvals(saved->referral.id);
  REQUIRE(given);
  REQUIRE(given->size() == 2);
  CHECK(given->front().on == workspace.today() - std::chrono::days{6});
  CHECK(given->back().on == workspace.today() - std::chrono::days{7});
  CHECK(button(dialog, "Start the placement")->isEnabled());
}

TEST_CASE("The start dialog says what is not known: the area stops it, what the law asks besides is listed with its question") {
  const ThreeOffers three;
  app::Workspace& workspace = *three.journey.workspace;
  Setting home = three.homes[0];
  home.place = {};
  home.approvedByResponsibleAuthority = false;
  home.terms.limitsKnown = false;
  home.terms.ageFrom.reset();
  home.terms.ageTo.reset();
  home.terms.children.reset();
  REQUIRE(app::saveSetting(workspace, home));
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);
  StartDialog dialog(workspace, *decided);
  Hands hands(dialog);
  CHECK(unnamed(dialog).isEmpty());
  shot(dialog, {dialog.width(), dialog.heightForWidth(dialog.width())}, "start-area");
  CHECK_FALSE(button(dialog, "Start the placement")->isEnabled());
  CHECK(wordsOf(dialog).contains("What are the terms of approval"));
  CHECK(wordsOf(dialog).contains("is not known"));
  hands.within([&] { hands.press(Qt::Key_L, Qt::AltModifier); },
               [&] {
                 hands.to("Postcode");
                 hands.type(QString::fromStdString(three.homes[0].place.postcode));
                 for (auto* one : QApplication::activeModalWidget()->findChildren<QPushButton*>())
                   if (one->isDefault()) return one->click();
               });
  QTest::qWait(100);
  shot(dialog, {dialog.width(), dialog.heightForWidth(dialog.width())}, "start-not-known");
  INFO(wordsOf(dialog).toStdString());
  CHECK_FALSE(wordsOf(dialog).contains("which approval the law wants"));
  CHECK(wordsOf(dialog).contains("What are the terms of approval"));
}

TEST_CASE("A slip of the year in the day of arrival is said, and nothing starts") {
  const ThreeOffers three;
  app::Workspace& workspace = *three.journey.workspace;
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  REQUIRE(decided);
  StartDialog dialog(workspace, *decided);
  Hands hands(dialog);
  REQUIRE(button(dialog, "Start the placement")->isEnabled());
  const auto days = dialog.findChildren<QDateEdit*>();
  const auto day = std::find_if(days.begin(), days.end(), [](const QDateEdit* one) { return one->accessibleName() == "Day of arrival"; });
  REQUIRE(day != days.end());
  (*day)->setDate((*day)->date().addYears(-1));
  QTest::qWait(50);
  shot(dialog, {dialog.width(), dialog.heightForWidth(dialog.width())}, "start-slip");
  CHECK(wordsOf(dialog).contains("The referral was entered on 27 November 2026"));
  CHECK_FALSE(button(dialog, "Start the placement")->isEnabled());
  (*day)->setDate((*day)->date().addYears(1));
  CHECK(button(dialog, "Start the placement")->isEnabled());
}

TEST_CASE("In an emergency at a distance the Director's approval is asked for before the start") {
  const ThreeOffers three;
  app::Workspace& workspace = *three.journey.workspace;
  three.firstLiesAtADistance();
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  REQUIRE(decided);
  const auto option = workspace.file().offers().option(three.options[0]);
  REQUIRE(option);
  auto offer = workspace.file().offers().offer(option->offers.front());
  REQUIRE(offer);
  offer->emergency = true;
  REQUIRE(app::recordOffer(workspace, *offer));
  StartDialog dialog(workspace, *decided);
  Hands hands(dialog);
  CHECK(unnamed(dialog).isEmpty());
  shot(dialog, {dialog.width(), dialog.heightForWidth(dialog.width())}, "start-emergency");
  CHECK_FALSE(button(dialog, "Start the placement")->isEnabled());
  CHECK(wordsOf(dialog).contains("before the placement takes effect, by telephone if need be"));
  std::string director;
  const auto people = app::people(workspace);
  for (const Person& person : *people)
    if (person.role == homeward::Role::director) director = person.name;
  hands.to("Who approved, rule 7");
  hands.type(QString::fromStdString(director));
  hands.tab();
  hands.to("What was seen, and the consultation with the area authority, rule 7");
  hands.type("by telephone at nine; the authority is written to tomorrow");
  hands.to("Record the approval, rule 7");
  hands.press(Qt::Key_Space);
  QTest::qWait(50);
  CHECK(button(dialog, "Start the placement")->isEnabled());
}
