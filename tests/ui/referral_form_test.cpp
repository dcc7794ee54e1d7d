// Journey J1 by the keyboard alone in the real form: half past five on a Friday, two siblings, three needs, one risk, "together".
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <iostream>

#include "app/market_data.h"
#include "app/open_case.h"
#include "domain/child.h"
#include "referrals/referral_form.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

constexpr double aKey = 0.28;    // seconds: keystroke-level model, a skilled typist
constexpr double aField = 1.35;  // to think, once a field

class Paths : public Navigator {
 public:
  ReferralId market;
  void newReferral() override {}
  void newSameDayReferral() override {}
  void openReferral(ReferralId) override {}
  void openMarketFor(ReferralId referral) override { market = referral; }
  void openChoice(ReferralId) override {}
  void openReview(ChoiceId) override {}
  void openChild(ChildId) override {}
  void openSetting(SettingId) override {}
  void openProvider(ProviderId) override {}
  void openPlacement(PlacementId) override {}
};

/// Fingers on the keyboard, counted.
class Typist {
 public:
  int keys = 0;
  int fields = 0;
  void type(const QString& text) {
    ++fields;
    for (const QChar& letter : text) QTest::keyClick(QApplication::focusWidget(), letter.toLatin1()), ++keys;
  }
  void tab(int times = 1) {
    for (int i = 0; i < times; ++i) QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab), ++keys;
  }
  void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key), ++keys; }
  /// Tab until the field with that name has the keyboard.
  void to(const QString& name) {
    for (int i = 0; i < 60; ++i) {
      if (QApplication::focusWidget()->accessibleName().startsWith(name)) return;
      tab();
    }
    FAIL("no field " + name.toStdString());
  }
  [[nodiscard]] double seconds() const { return aKey * keys + aField * fields; }
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

TEST_CASE("a same-day referral of two siblings is entered by keys alone within ninety seconds") {
  Desk desk;
  const auto lines = app::childLines(*desk.workspace);
  REQUIRE(lines);
  const std::string known = [&] {
    for (const app::ChildLine& one : *lines)
      if (!one.child.home.postcode.empty()) return one.child.home.postcode;
    return std::string{};
  }();
  REQUIRE_FALSE(known.empty());

  ReferralForm form(*desk.workspace, desk.paths);
  form.startSameDay();
  form.resize(1400, 900);
  form.show();
  form.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&form));
  form.firstFocus()->setFocus();

  Typist hands;
  hands.type("Robin Sedge"), hands.tab();
  hands.type("9"), hands.tab();
  hands.type("b"), hands.tab();
  hands.type("Alder School"), hands.tab();
  hands.tab();  // the school's postcode is owed
  hands.press(Qt::Key_Space);
  hands.type("Tansy Sedge"), hands.tab();
  hands.type("6"), hands.tab();
  hands.type("g"), hands.tab();
  hands.to("Leaving from, postcode");
  hands.type(QString::fromStdString(known)), hands.tab();
  hands.type("pol");
  hands.to("Together");
  hands.type("m"), hands.tab();
  hands.type("2000"), hands.tab();
  hands.to("Emotional and mental health");
  hands.type("3"), hands.tab();
  hands.type("2"), hands.tab();
  hands.type("2"), hands.tab();
  hands.to("Risk 1");
  hands.type("g"), hands.tab();
  hands.type("3"), hands.tab();
  hands.type("Robin looks after Tansy; mum is in hospital.");
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
  hands.keys += 2;
  if (!desk.paths.market.stored()) REQUIRE(form.doPrimary());  // in the window Ctrl+Return is the shell's

  std::cout << "J1 by keys: " << hands.keys << " keys, " << hands.fields << " fields, " << hands.seconds() << " s\n";
  CHECK(hands.seconds() <= 90.0);
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
  CHECK(robin.home.postcode == known);
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
