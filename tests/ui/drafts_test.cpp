// What is typed outlives a program that is killed half way through a word.
#include <signal.h>

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <iostream>

#include "app/app_case.h"
#include "app/drafts.h"
#include "app/referrals.h"
#include "desktop.h"
#include "hands.h"
#include "nowhere.h"
#include "referrals/needs_table.h"
#include "referrals/referral_form.h"
#include "samples.h"
#include "shared/fields.h"
#include "shared/page_parts.h"
#include "typed_referral.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

constexpr int untilKept = 30000;  // milliseconds; a draft is kept every four seconds

ReferralForm& formOf(Desktop& desktop) {
  auto* form = qobject_cast<ReferralForm*>(desktop.window().currentPage());
  REQUIRE(form != nullptr);
  return *form;
}

/// Half a form: two children, the second without a sex, half a postcode, a level.
void typeHalf(Desktop& desktop, Hands& hands) {
  desktop.newSameDayReferral();
  hands.settle();
  ReferralForm& form = formOf(desktop);
  form.firstFocus()->setFocus();
  hands.type("Robin Sed");
  hands.to("Home postcode of child 1");
  hands.type("ZZ5");
  hands.to("Add child");
  hands.press(Qt::Key_Space);
  hands.type("Tansy");
  hands.to("Emotional");
  hands.press(Qt::Key_3);
  hands.to("In plain words");
  hands.type("Robin looks aft");
}

void hasTheHalf(ReferralForm& form) {
  const app::ReferralCase entry = form.entry();
  REQUIRE(entry.children.size() == 2);
  CHECK(entry.children.front().name == "Robin Sed");
  CHECK(entry.children.back().name == "Tansy");
  CHECK(entry.children.front().home.postcode == "ZZ5");
  CHECK(entry.referral.inPlainWords == "Robin looks aft");
  CHECK(entry.referral.urgency == Urgency::sameDay);
  // The level stands with whoever's needs were in front.
  CHECK(entry.children.front().needs.size() + entry.children.back().needs.size() == 1);
}

}  // namespace

TEST_CASE("typing half a form, for the test that kills it", "[.half-a-form]") {
  auto opened = app::openCase(qEnvironmentVariable("HOMEWARD_TYPED_CASE").toStdString(), store::OpenMode::readWrite, demoClock());
  REQUIRE(opened.workspace);
  Desktop desktop(std::move(opened.workspace));
  Hands hands(desktop.window());
  typeHalf(desktop, hands);
  REQUIRE(QTest::qWaitFor([&] { return formOf(desktop).draft() != 0; }, untilKept));
  QTest::qWait(5000);  // and what was typed since
  std::cout << "kept" << std::endl;
  QTest::qWait(120'000);
}

TEST_CASE("A program that is killed loses no more than seconds of typing", "[drafts]") {
  DemoOnDisk demo;
  demo.workspace.reset();
  QProcess typing;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("HOMEWARD_TYPED_CASE", QString::fromStdString(demo.path.string()));
  typing.setProcessEnvironment(environment);
  typing.start(QCoreApplication::applicationFilePath(), {"[.half-a-form]"});
  REQUIRE(
      QTest::qWaitFor([&] { return typing.readAllStandardOutput().contains("kept") || typing.state() == QProcess::NotRunning; }, 90000));
  REQUIRE(typing.state() == QProcess::Running);
  ::kill(static_cast<pid_t>(typing.processId()), SIGKILL);
  REQUIRE(typing.waitForFinished());

  auto opened = app::openCase(demo.path, store::OpenMode::readWrite, demoClock());
  REQUIRE(opened.workspace);
  REQUIRE(app::drafts(*opened.workspace)->size() == 1);
  Desktop desktop(std::move(opened.workspace));
  Hands hands(desktop.window());
  hands.to("Continue it");
  hands.press(Qt::Key_Space);
  hasTheHalf(formOf(desktop));
}

TEST_CASE("A draft is offered by the next form, and gone once it is thrown away or saved", "[drafts]") {
  DemoOnDisk demo;
  Desktop desktop(std::move(demo.workspace));
  Hands hands(desktop.window());
  typeHalf(desktop, hands);
  REQUIRE(formOf(desktop).keepTyped());
  CHECK(app::drafts(desktop.workspace())->size() == 1);
  hands.press(Qt::Key_Escape);
  hands.settle();
  CHECK(qobject_cast<ReferralForm*>(desktop.window().currentPage()) == nullptr);  // what cannot be saved yet is kept, and may be left
  QTest::qWait(50);

  desktop.newReferral();
  hands.settle();
  SECTION("continued and saved") {
    hands.to("Continue it");
    hands.press(Qt::Key_Space);
    hasTheHalf(formOf(desktop));
    ReferralForm& form = formOf(desktop);
    for (const char* child : {"1", "2"}) {
      hands.to(QStringLiteral("Age or date of birth of child %1").arg(child));
      hands.type("9");
      hands.to(QStringLiteral("Sex of child %1").arg(child));
      hands.type("g");
    }
    hands.to("Together");
    hands.type("m");
    hands.to("Home postcode of child 1");
    hands.retype(knownPostcode(desktop.workspace()));
    const bool kept = form.keepDraft();
    if (!kept) form.doPrimary();  // says what is wrong
    for (const auto* label : form.findChild<ErrorSummary*>()->findChildren<QPushButton*>()) UNSCOPED_INFO(label->text().toStdString());
    REQUIRE(kept);
    CHECK(app::drafts(desktop.workspace())->empty());
  }
  SECTION("thrown away") {
    hands.to("Throw it away");
    hands.press(Qt::Key_Space);
    CHECK(app::drafts(desktop.workspace())->empty());
    CHECK(formOf(desktop).entry().children.front().name.empty());
  }
}

TEST_CASE("A draft is not saved over what somebody saved since it was typed", "[drafts]") {
  DemoOnDisk demo;
  app::Workspace& workspace = *demo.workspace;
  Nowhere paths;
  const auto referrals = workspace.file().referrals().all();
  REQUIRE((referrals && !referrals->empty()));
  const auto referral = std::ranges::find(*referrals, Stage::draft, &Referral::stage);
  const ReferralId id = (referral != referrals->end() ? *referral : referrals->front()).id;
  {
    ReferralForm form(workspace, paths);
    form.edit(id);
    form.findChild<QPlainTextEdit*>()->setPlainText("Typed first.");
    REQUIRE(form.keepTyped());
  }
  const bool child = GENERATE(false, true);
  auto elsewhere = app::referralCase(workspace, id);
  REQUIRE(elsewhere);
  if (child)
    elsewhere->children.front().school = "Saved School";
  else
    elsewhere->referral.inPlainWords = "Saved meanwhile.";
  REQUIRE(app::saveReferral(workspace, *elsewhere));

  const auto drafts = app::drafts(workspace);
  REQUIRE((drafts && drafts->size() == 1));
  ReferralForm form(workspace, paths);
  form.edit(id);
  form.takeUp(drafts->front());
  CHECK(form.entry().referral.inPlainWords == "Typed first.");
  const auto saved = app::saveReferral(workspace, form.entry());
  REQUIRE_FALSE(saved);
  CHECK(saved.error().code == ErrorCode::conflict);
  CHECK(saved.error().detail.find("changed by " + workspace.user().name) != std::string::npos);
  const auto now = app::referralCase(workspace, id);
  REQUIRE(now);
  CHECK(now->referral.inPlainWords == elsewhere->referral.inPlainWords);
  CHECK(now->children.front().school == elsewhere->children.front().school);
  CHECK(app::drafts(workspace)->size() == 1);
}

TEST_CASE("A form in a file for reading only may be left, and no new one opens", "[drafts]") {
  DemoOnDisk demo;
  demo.workspace.reset();
  auto opened = app::openCase(demo.path, store::OpenMode::readOnly, demoClock());
  REQUIRE(opened.workspace);
  Desktop desktop(std::move(opened.workspace));
  Hands hands(desktop.window());
  desktop.newSameDayReferral();
  CHECK(qobject_cast<ReferralForm*>(desktop.window().currentPage()) == nullptr);
  const auto lines = app::referralLines(desktop.workspace(), true);
  REQUIRE(lines);
  desktop.editReferral(lines->front().id);
  hands.settle();
  hands.to("In plain words");
  hands.type("x");
  CHECK(desktop.window().mayLeave());
  hands.press(Qt::Key_Escape);
  CHECK(qobject_cast<ReferralForm*>(desktop.window().currentPage()) == nullptr);
}

TEST_CASE("While nothing can be written a form asks before it is left without what was typed", "[drafts]") {
  DemoOnDisk demo;
  Desktop desktop(std::move(demo.workspace));
  Hands hands(desktop.window());
  typeHalf(desktop, hands);
  ReferralForm& form = formOf(desktop);
  auto held = desktop.workspace().file().write(desktop.workspace().user().id, desktop.workspace().now());
  REQUIRE(held);
  bool left = true;
  hands.within([&] { left = form.mayLeave(); }, [&] { hands.press(Qt::Key_Escape); });
  CHECK_FALSE(left);
  QStringList said;
  for (const auto* line : form.findChild<ErrorSummary*>()->findChildren<QPushButton*>()) said << line->text();
  CHECK(said.join(' ').contains("cannot be kept"));
  hands.within([&] { left = form.mayLeave(); }, [&] { hands.to("Leave"), hands.press(Qt::Key_Space); });
  CHECK(left);
}
