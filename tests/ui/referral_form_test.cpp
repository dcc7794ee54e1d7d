// Journey J1 by the keyboard alone in the real form: half past five on a Friday, two siblings, three needs, one risk, "together".
#include <QApplication>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include "app/market_data.h"
#include "app/open_case.h"
#include "domain/child.h"
#include "hands.h"
#include "nowhere.h"
#include "referrals/referral_form.h"
#include "referrals/referral_form_child.h"
#include "samples.h"
#include "shared/format.h"
#include "support/catch.h"
#include "typed_referral.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

class Paths : public tests::Nowhere {
 public:
  ReferralId market;
  void openMarketFor(ReferralId referral) override { market = referral; }
};

struct Desk {
  QTemporaryDir folder;
  std::unique_ptr<app::Workspace> workspace;
  Paths paths;
  Desk() {
    const Date friday = date(2026, 11, 27);
    auto made = app::demoCase((folder.path() + "/demo.hwcase").toStdString(), 1, friday, {},
                              [friday] { return Instant{friday} + std::chrono::hours{17} + std::chrono::minutes{30}; });
    if (!made) FAIL(made.error().detail);
    workspace = *std::move(made);
  }
};

}  // namespace

TEST_CASE("a same-day referral of two siblings is entered by keys alone") {
  Desk desk;
  const QString known = tests::knownPostcode(*desk.workspace);
  ReferralForm form(*desk.workspace, desk.paths);
  form.startSameDay();
  form.resize(1400, 900);
  tests::Hands hands(form);
  form.firstFocus()->setFocus();
  tests::typeTwoSiblings(hands, known);
  REQUIRE(form.doPrimary());  // in the window Ctrl+Return is the shell's

  // What stands in the way, if anything does, is in the summary's lines.
  for (const QLabel* label : form.findChild<ErrorSummary*>()->findChildren<QLabel*>()) UNSCOPED_INFO(label->text().toStdString());
  for (const QPushButton* label : form.findChild<ErrorSummary*>()->findChildren<QPushButton*>()) UNSCOPED_INFO(label->text().toStdString());
  REQUIRE(desk.paths.market.stored());
  const auto saved = app::referralCase(*desk.workspace, desk.paths.market);
  REQUIRE(saved);
  REQUIRE(saved->children.size() == 2);
  const Child& robin = saved->children.front();
  CHECK(robin.name == "Robin Sedge");
  CHECK(ageOn(robin.born, desk.workspace->today()) == 9);
  CHECK(robin.sex == Sex::male);
  CHECK(robin.school == "Alder School");
  CHECK(robin.home.postcode == known.toStdString());
  CHECK(robin.needs.size() == 3);
  REQUIRE(needOf(robin, NeedDomain::emotionalHealth) != nullptr);
  CHECK(needOf(robin, NeedDomain::emotionalHealth)->level == 3);
  REQUIRE(robin.risks.size() == 1);
  CHECK(robin.risks.front().kind == RiskKind::goingMissing);
  CHECK(robin.risks.front().level == 3);
  CHECK(saved->children.back().name == "Tansy Sedge");
  CHECK(ageOn(saved->children.back().born, desk.workspace->today()) == 6);
  CHECK(saved->children.back().sex == Sex::female);
  CHECK(saved->referral.together == Togetherness::mustStayTogether);
  CHECK(saved->referral.authorisation.basis == LegalBasis::policeProtection);
  CHECK(saved->referral.neededByMinute == 20 * 60);
  CHECK(saved->referral.urgency == Urgency::sameDay);
  CHECK(saved->referral.stage == Stage::qualityChecked);
  CHECK(saved->referral.inPlainWords.starts_with("Robin looks after Tansy"));
}

TEST_CASE("a known child keeps their home and the areas where they must not live; brothers and sisters keep each their own") {
  Desk desk;
  app::Workspace& workspace = *desk.workspace;
  const auto known = workspace.file().children().all();
  REQUIRE(known);
  Child elder = known->at(0);
  Child younger = known->at(1);
  elder.noGoAreas = {{"ZZ7", "an uncle"}};
  younger.noGoAreas = {};
  REQUIRE(elder.home.postcode != younger.home.postcode);
  REQUIRE(app::saveChild(workspace, elder));
  REQUIRE(app::saveChild(workspace, younger));
  ReferralForm form(workspace, desk.paths);
  form.startPlanned();
  tests::Hands hands(form);
  const auto take = [&](int row, const Child& child) {
    auto* name = form.findChildren<ChildRow*>().at(row)->findChild<QLineEdit*>();
    emit name->completer()->activated(QStringLiteral("%1 · %2").arg(q(child.name), q(child.number)));
    hands.settle();
  };
  take(0, elder);
  REQUIRE(form.entry().children.front().id == elder.id);
  CHECK(form.entry().children.front().noGoAreas == elder.noGoAreas);
  form.firstFocus()->setFocus();
  hands.to("Add child");
  hands.press(Qt::Key_Space);
  hands.settle();
  take(1, younger);
  auto entry = form.entry();
  REQUIRE(entry.children.size() == 2);
  CHECK(entry.children[0].home == elder.home);
  CHECK(entry.children[1].home == younger.home);
  CHECK(entry.children[0].noGoAreas == elder.noGoAreas);
  CHECK(entry.children[1].noGoAreas.empty());
  hands.to("Areas where they must not live");
  hands.retype("ZZ9");  // the uncle has moved
  entry = form.entry();
  CHECK(entry.children[0].noGoAreas == std::vector<NoGoArea>{{"ZZ9", {}}});
  CHECK(entry.children[1].noGoAreas == std::vector<NoGoArea>{{"ZZ9", {}}});
}

TEST_CASE("a risk without a level is asked for, and not kept as none") {
  Desk desk;
  ReferralForm form(*desk.workspace, desk.paths);
  form.startSameDay();
  tests::Hands hands(form);
  form.firstFocus()->setFocus();
  tests::typeTwoSiblings(hands, tests::knownPostcode(*desk.workspace));
  hands.to("Level of risk 1");
  hands.press(Qt::Key_Delete);
  CHECK(form.entry().children.front().risks.empty());
  REQUIRE(form.doPrimary());
  CHECK_FALSE(desk.paths.market.stored());
  hands.settle();
  CHECK(hands.focused().startsWith("Level of risk 1"));
  hands.press(Qt::Key_2);
  REQUIRE(form.doPrimary());
  REQUIRE(desk.paths.market.stored());
  const auto saved = app::referralCase(*desk.workspace, desk.paths.market);
  REQUIRE(saved);
  CHECK(saved->children.front().risks.front().level == 2);
}

TEST_CASE("a district is enough to search from, and what is no postcode is not dropped") {
  Desk desk;
  ReferralForm form(*desk.workspace, desk.paths);
  form.startSameDay();
  tests::Hands hands(form);
  form.firstFocus()->setFocus();
  tests::typeTwoSiblings(hands, "the moor");
  REQUIRE(form.doPrimary());
  CHECK_FALSE(desk.paths.market.stored());
  hands.settle();
  CHECK(hands.focused() == "Home postcode of child 1");
  hands.retype("zz5");
  hands.to("Home postcode of child 2");
  hands.retype("zz5");
  REQUIRE(form.doPrimary());
  REQUIRE(desk.paths.market.stored());
  const auto saved = app::referralCase(*desk.workspace, desk.paths.market);
  REQUIRE(saved);
  CHECK(saved->children.front().home.postcode == "ZZ5");
  CHECK_FALSE(saved->children.front().home.point);
}

TEST_CASE("what is missing keeps the entries and stands beside the form") {
  Desk desk;
  ReferralForm form(*desk.workspace, desk.paths);
  form.startSameDay();
  QTest::keyClicks(form.firstFocus(), "Robin Sedge");
  CHECK(form.doPrimary());
  CHECK_FALSE(desk.paths.market.stored());
  CHECK(form.findChild<ErrorSummary*>()->count() == 1);  // the age; the sex is asked for next
  CHECK(form.entry().children.front().name == "Robin Sedge");
  CHECK_FALSE(form.keepDraft());
}

TEST_CASE("a mother who is not looked after is entered with her child, by keys, and comes back as such") {
  Desk desk;
  ReferralForm form(*desk.workspace, desk.paths);
  form.startPlanned();
  tests::Hands hands(form);
  form.firstFocus()->setFocus();
  const auto field = [&hands](const QString& text) { hands.type(text), hands.tab(); };
  field("Bryony Sedge");
  field("19");
  field("g");
  hands.to("Add child");
  hands.press(Qt::Key_Space);
  field("Tansy Sedge");
  field("1");
  field("g");
  hands.to("Kind of referral");
  hands.type("p");
  hands.to("Person 1 is the parent");
  hands.press(Qt::Key_Space);
  const app::ReferralCase entered = form.entry();
  CHECK(entered.referral.kind == ReferralKind::parentAndChild);
  REQUIRE(entered.referral.members.size() == 2);
  CHECK_FALSE(entered.referral.members[0].lookedAfter);
  CHECK(entered.referral.members[1].lookedAfter);
  CHECK(entered.referral.together == Togetherness::notASiblingGroup);
  REQUIRE(form.keepDraft());
  const auto lines = app::referralLines(*desk.workspace, true);
  REQUIRE(lines);
  const auto kept =
      std::find_if(lines->begin(), lines->end(), [](const auto& line) { return line.people.find("Bryony") != std::string::npos; });
  REQUIRE(kept != lines->end());
  ReferralForm again(*desk.workspace, desk.paths);
  again.edit(kept->id);
  CHECK(again.entry() == *app::referralCase(*desk.workspace, kept->id));
  const auto choose = [&](const QString& letter) {
    QTest::qWait(QApplication::keyboardInputInterval() + 100);  // letters that follow one another at once are one word
    hands.type(letter);
  };
  hands.to("Kind of referral");
  choose("s");
  CHECK(form.entry().referral.kind == ReferralKind::shortBreaks);
  choose("a");
  CHECK(form.entry().referral.kind == ReferralKind::siblingGroup);
  CHECK(form.entry().referral.members[0].lookedAfter);
  again.edit(kept->id);
  tests::shot(again, {1400, 900}, "parent-and-child");
}
