// What is less often said of a referral: entered by keys in the section that stays closed while nothing of it is said, kept to the second,
// and one line more for every risk.
#include <QCheckBox>
#include <QComboBox>
#include <QTemporaryDir>
#include <QTest>

#include "app/journey.h"
#include "hands.h"
#include "nowhere.h"
#include "referrals/referral_form.h"
#include "referrals/referral_more.h"
#include "samples.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

struct Form : Journey {
  Nowhere nowhere;
  std::unique_ptr<ReferralForm> form;
  std::unique_ptr<Hands> hands;
  Form() {
    form = std::make_unique<ReferralForm>(*workspace, nowhere);
    form->resize(1400, 900);
    hands = std::make_unique<Hands>(*form);
    form->firstFocus()->setFocus();
  }
};

}  // namespace

TEST_CASE("Police protection runs out in 72 hours unless somebody says otherwise") {
  Form typed;
  typed.form->startSameDay();
  Hands& hands = *typed.hands;
  CHECK_FALSE(typed.form->findChild<ReferralMore*>()->findChild<QCheckBox*>()->isVisible());  // closed while nothing is said
  hands.to("Legal basis");
  hands.type("pol");
  const auto ends = typed.form->entry().referral.authorisation.basisEnds;
  REQUIRE(ends);
  CHECK(*ends > typed.workspace->now() + std::chrono::hours{71});
  CHECK(*ends <= typed.workspace->now() + std::chrono::hours{72});
  QTest::qWait(500);  // letters that follow one another at once are one word
  hands.type("care");
  CHECK_FALSE(typed.form->entry().referral.authorisation.basisEnds);
}

TEST_CASE("What is less often said is entered by keys, kept, and read again to the second") {
  Form typed;
  Hands& hands = *typed.hands;
  const app::ReferralCase known = typed.referral("R-0432");
  typed.form->edit(known.referral.id);
  CHECK(typed.form->entry() == known);  // only looked at
  app::ReferralCase fresh = typed.planned();
  fresh.referral.inPlainWords = "Keeps bees.";
  fresh.referral.socialWorker.reset();
  fresh.referral.settingTypes = {SettingType::fosteringHousehold, SettingType::childrensHome};
  const auto saved = app::saveReferral(*typed.workspace, fresh);
  REQUIRE(saved);
  typed.form->edit(saved->referral.id);
  CHECK(typed.form->entry() == *saved);
  typed.form->firstFocus()->setFocus();
  hands.to("More about this referral");
  hands.press(Qt::Key_Space);
  hands.to("Day on which the legal basis ends");
  hands.type("30/11/2026");
  hands.to("Time at which");
  hands.type("14:20");
  hands.to("Section 20 consent");
  hands.press(Qt::Key_Space);
  hands.to("Somebody whom they know");
  hands.press(Qt::Key_Down);
  hands.to("What became of asking them");
  hands.type("An aunt was asked and will say on Monday.");
  hands.to("Why not with a parent");
  hands.type("The assessment of May says why.");
  hands.to("The plan deprives them of liberty");
  hands.press(Qt::Key_Space);
  hands.to("Section 25");
  hands.press(Qt::Key_Down);
  hands.press(Qt::Key_Down);
  hands.to("Number of the court");
  hands.type("ZZ26F00001");
  hands.to("First day of the order");
  hands.type("1/11/2026");
  hands.to("Last day of the order");
  hands.type("31/1/2027");
  hands.to("No other child may live there");
  hands.press(Qt::Key_Space);
  hands.to("They should stay at the school");
  hands.press(Qt::Key_Space);
  hands.to("Residential family centre");
  hands.press(Qt::Key_Space);
  hands.to("Social worker who decides");
  hands.type("S. Q");
  shot(*typed.form, {1400, 1000}, "referral-more");
  REQUIRE(typed.form->keepDraft());
  const auto kept = app::referralCase(*typed.workspace, saved->referral.id);
  REQUIRE(kept);
  const Referral& referral = kept->referral;
  CHECK(referral.authorisation.basisEnds == Instant{date(2026, 11, 30)} + std::chrono::hours{14} + std::chrono::minutes{20});
  CHECK(referral.authorisation.consentWithdrawn);
  CHECK(referral.connectedPersonFound == true);
  CHECK(referral.connectedPersonNote == "An aunt was asked and will say on Monday.");
  CHECK(referral.whyNotParents == "The assessment of May says why.");
  CHECK(referral.liberty == Liberty{true, SecureCriterion::absconds, "ZZ26F00001", date(2026, 11, 1), date(2027, 1, 31)});
  CHECK(referral.soloRequired);
  CHECK(referral.schoolShouldBeKept);
  CHECK(std::ranges::count(referral.settingTypes, SettingType::familyCentre) == 1);
  CHECK(referral.socialWorker == typed.person("S. Quill"));
  ReferralForm again(*typed.workspace, typed.nowhere);
  again.edit(saved->referral.id);
  CHECK(again.entry() == *kept);
  CHECK(unnamed(again).isEmpty());
}

TEST_CASE("A day on which the basis ends that is none is told at its field, and the section opens") {
  Form typed;
  Hands& hands = *typed.hands;
  hands.to("More about this referral");
  hands.press(Qt::Key_Space);
  hands.to("Day on which the legal basis ends");
  hands.type("someday");
  CHECK_FALSE(typed.form->keepDraft());
}

TEST_CASE("A line for one more risk comes as the last one is taken, and a contact whose name is cleared goes") {
  Form typed;
  Hands& hands = *typed.hands;
  app::ReferralCase known = typed.planned();
  known.referral.inPlainWords = "Keeps bees.";
  known.children.front().contacts = {{"Aunt Sedge", "aunt", {}, 2.0}};
  const auto saved = app::saveReferral(*typed.workspace, known);
  REQUIRE(saved);
  typed.form->edit(saved->referral.id);
  typed.form->firstFocus()->setFocus();
  for (const QString& line : QStringList{"Risk 1", "Risk 2", "Risk 3"}) {
    hands.to(line);
    for (int i = 0; i <= line.back().digitValue(); ++i) hands.press(Qt::Key_Down);
    hands.tab();
    hands.press(Qt::Key_2);
  }
  hands.to("Whom the child should see");
  hands.retype("");
  hands.press(Qt::Key_Backspace);
  const Child entered = typed.form->entry().children.front();
  CHECK(entered.risks.size() == 3);
  CHECK(entered.contacts.empty());
}
