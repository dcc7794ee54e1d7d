// From the choice to the start in the window: what can be reached again later, what the review says of a home that is closed, and what
// is asked before anything is lost.
#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QTreeView>

#include "app/referrals.h"
#include "app/three_offers.h"
#include "choice/choice_page.h"
#include "choice/choice_parts.h"
#include "deciding/review_page.h"
#include "deciding/start_dialog.h"
#include "desktop.h"
#include "hands.h"
#include "referrals/decision_part.h"
#include "samples.h"
#include "shared/surface.h"
#include "worklist/work_model.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

/// The real window over a search whose choice of three waits for S. Quill.
struct Sent : ThreeOffers {
  ChoiceId choice = sent();
  PersonId quill = journey.person("S. Quill");
  PersonId thimble = journey.person("J. Thimble");
  std::unique_ptr<Desktop> desktop;
  std::unique_ptr<Hands> hands;

  void open() {
    desktop = std::make_unique<Desktop>(std::move(journey.workspace));
    desktop->window().resize(1600, 1000);
    desktop->window().show();
    hands = std::make_unique<Hands>(desktop->window());
  }
  [[nodiscard]] app::Workspace& workspace() const { return desktop ? desktop->workspace() : *journey.workspace; }
  template <class P>
  [[nodiscard]] P& page() const {
    hands->settle();
    auto* front = qobject_cast<P*>(desktop->window().currentPage());
    INFO("in front: " + desktop->window().windowTitle().toStdString());
    REQUIRE(front != nullptr);
    return *front;
  }
  [[nodiscard]] Decision latest() const {
    const auto decisions = app::decisionsOf(workspace(), referral);
    REQUIRE(decisions);
    REQUIRE_FALSE(decisions->empty());
    return decisions->back();
  }
  /// Brings the item with that key to the current line of My work, of the whole team.
  void goToWork(const std::string& key) const {
    hands->press(Qt::Key_1, Qt::ControlModifier);
    hands->settle();
    auto* list = desktop->window().currentPage()->findChild<QTreeView*>();
    REQUIRE(list != nullptr);
    const QModelIndex at = qobject_cast<WorkModel*>(list->model())->find(key);
    INFO("My work: " + key);
    REQUIRE(at.isValid());
    list->setFocus();
    list->setCurrentIndex(at);
    hands->settle();
  }
};

QString wordsOf(const QWidget& widget) {
  QString said;
  for (const auto* label : widget.findChildren<TextLabel*>())
    if (label->isVisibleTo(&widget)) said += label->text() + '\n';
  return said;
}

QRadioButton* radio(const QWidget& in, const QString& name) {
  for (auto* one : in.findChildren<QRadioButton*>())
    if (one->accessibleName() == name) return one;
  FAIL("no choice called " + name.toStdString());
  return nullptr;
}

void setStatus(ThreeOffers& three, app::Workspace& workspace, RegistrationStatus status) {
  auto home = workspace.file().market().setting(three.homes[0].id);
  REQUIRE(home);
  home->type = SettingType::childrensHome;
  home->registration = Registration{"SC999001", status, date(2019, 5, 1), std::nullopt, 4, std::nullopt};
  REQUIRE(app::saveSetting(workspace, *home));
}

void takeBack(app::Workspace& workspace, OptionId id) {
  const auto option = workspace.file().offers().option(id);
  REQUIRE(option);
  auto offer = workspace.file().offers().offer(option->offers.front());
  REQUIRE(offer);
  offer->withdrawn = true;
  REQUIRE(app::recordOffer(workspace, *offer));
}

}  // namespace

TEST_CASE("A start that was left is reached again from the referral, its menu and My work") {
  Sent window;
  const auto decided = app::decide(window.workspace(), window.decision(window.choice));
  REQUIRE(decided);
  window.open();
  Hands& hands = *window.hands;
  window.desktop->openReferral(window.referral);
  hands.settle();
  shot(window.desktop->window(), {1600, 1000}, "referral-decided");
  hands.within([&] { hands.press(Qt::Key_P, Qt::AltModifier); },
               [&] {
                 REQUIRE(qobject_cast<StartDialog*>(QApplication::activeModalWidget()) != nullptr);
                 CHECK(wordsOf(*QApplication::activeModalWidget()).contains("Samphire household"));
                 hands.press(Qt::Key_Escape);
               });
  // Enter on the referral opens what comes next.
  hands.to("Referrals");
  hands.within([&] { hands.press(Qt::Key_Return); }, [&] { hands.press(Qt::Key_Escape); });
  QAction* start = nullptr;
  for (QAction* act : window.desktop->window().currentPage()->menuActions())
    if (act->text().startsWith("Start the")) start = act;
  REQUIRE(start != nullptr);
  CHECK(start->isEnabled());
  hands.within([&] { start->trigger(); }, [&] { hands.press(Qt::Key_Escape); });
  window.goToWork("start:" + std::to_string(decided->value));
  shot(window.desktop->window(), {1600, 1000}, "my-work-start");
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 REQUIRE(qobject_cast<StartDialog*>(QApplication::activeModalWidget()) != nullptr);
                 hands.to("Start the placement");
                 hands.press(Qt::Key_Space);
               });
  CHECK(window.workspace().file().referrals().get(window.referral)->stage == Stage::placed);
  window.desktop->openReferral(window.referral);
  hands.settle();
  CHECK_FALSE(start->isEnabled());
}

TEST_CASE("A decision by telephone is confirmed from My work and from the referral, and asked before") {
  Sent window;
  Decision spoken = window.decision(window.choice);
  spoken.byTelephone = true;
  const auto decided = app::decide(window.workspace(), spoken);
  REQUIRE(decided);
  window.open();
  Hands& hands = *window.hands;
  window.goToWork("confirm:" + std::to_string(decided->value));
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 CHECK(unnamed(*QApplication::activeModalWidget()).isEmpty());
                 shot(*QApplication::activeModalWidget(), {}, "confirm");
                 hands.press(Qt::Key_Return);  // not yet
               });
  CHECK_FALSE(window.latest().confirmedAt);
  window.desktop->openReferral(window.referral);
  hands.settle();
  hands.within([&] { hands.press(Qt::Key_I, Qt::AltModifier); }, [&] { hands.to("Confirm in writing"), hands.press(Qt::Key_Space); });
  hands.settle();
  CHECK(window.latest().confirmedAt);
  CHECK_FALSE(decisionActs(window.workspace(), window.referral).confirm);
  CHECK(wordsOf(window.desktop->window()).contains("confirmed in writing on"));
}

TEST_CASE("Enter on a choice that waits opens the review for whoever decides") {
  Sent window;
  REQUIRE(window.workspace().workAs(window.quill));
  window.open();
  window.goToWork("decision:" + std::to_string(window.choice.value));
  window.hands->press(Qt::Key_Return);
  CHECK(window.page<ReviewPage>().title().contains("Fritillary"));
}

TEST_CASE("A home that is no longer offered keeps its card, and none of these can be recorded") {
  Sent window;
  takeBack(window.workspace(), window.options[1]);
  window.open();
  Hands& hands = *window.hands;
  window.desktop->openReview(window.choice);
  auto& page = window.page<ReviewPage>();
  shot(window.desktop->window(), {1600, 1000}, "review-gone");
  CHECK(unnamed(page).isEmpty());
  QRadioButton* gone = radio(page, "Choose Marram household");
  CHECK_FALSE(gone->isEnabled());
  CHECK(gone->accessibleDescription().contains("taken back"));
  hands.press(Qt::Key_N, Qt::AltModifier);
  QTest::qWait(300);  // a button takes its time to be pressed
  for (const char* other : {"Samphire household", "Thrift household"}) {
    hands.to(QStringLiteral("Why not ") + other);
    hands.press(Qt::Key_Down);
  }
  INFO(page.missing().toStdString());
  CHECK(page.missing().isEmpty());
  hands.press(Qt::Key_Return, Qt::ControlModifier);
  hands.settle();
  const Decision none = window.latest();
  CHECK_FALSE(none.chosen);
  CHECK(none.reasons.size() == 3);
  CHECK(window.workspace().file().referrals().get(window.referral)->stage == Stage::offersIn);
}

TEST_CASE("A home that was suspended since says why it cannot be chosen and what to do") {
  Sent window;
  setStatus(window, window.workspace(), RegistrationStatus::suspended);
  window.open();
  window.desktop->openReview(window.choice);
  auto& page = window.page<ReviewPage>();
  shot(window.desktop->window(), {1600, 1000}, "review-closed");
  QRadioButton* closed = radio(page, "Choose Samphire household");
  CHECK_FALSE(closed->isEnabled());
  CHECK(closed->accessibleDescription().contains("breach"));
  CHECK(wordsOf(page).contains("It cannot be chosen now."));
  CHECK(radio(page, "Choose Marram household")->isEnabled());
}

TEST_CASE("The review shows what every home has to have, what was set aside by whom, and what approvals it needs") {
  Sent window;
  auto entry = app::referralCase(window.workspace(), window.referral);
  REQUIRE(entry);
  entry->children.front().medicalExclusions = {"dog"};
  REQUIRE(app::saveReferral(window.workspace(), *entry));
  Setting home = window.homes[0];
  home.features["dog"] = true;
  home.residents = {{std::nullopt, 12, Sex::female, true}};
  REQUIRE(app::saveSetting(window.workspace(), home));
  REQUIRE(app::waiveGate(window.workspace(), window.referral, "essential.exclusion.dog",
                         "option:" + std::to_string(window.options[0].value), "The dog lives in the yard"));
  const auto option = window.workspace().file().offers().option(window.options[0]);
  auto offer = window.workspace().file().offers().offer(option->offers.front());
  REQUIRE(offer);
  offer->conditions = "Only with a week of visits first";
  offer->impactAssessed = true;
  REQUIRE(app::recordOffer(window.workspace(), *offer));
  window.open();
  window.desktop->openReview(window.choice);
  auto& page = window.page<ReviewPage>();
  shot(window.desktop->window(), {1600, 1000}, "review-waived");
  shot(window.desktop->window(), {1600, 1500}, "review-waived-long");
  const QString said = wordsOf(page);
  INFO(said.toStdString());
  CHECK(said.contains("A home has to have"));
  CHECK(said.contains("The dog lives in the yard"));
  CHECK(said.contains(QString::fromStdString(window.workspace().user().name)));
  CHECK(said.contains("Only with a week of visits first"));
  CHECK(said.contains("impact on them assessed"));
  CHECK(said.contains("nobody else lives there"));
  CHECK(said.contains("none needed"));
  CHECK(radio(page, "Choose Samphire household")->isEnabled());
}

TEST_CASE("The review leads to what is missing, keeps the child's words, and asks before reasons are lost") {
  Sent window;
  window.open();
  Hands& hands = *window.hands;
  window.desktop->openReview(window.choice);
  auto& page = window.page<ReviewPage>();
  hands.press(Qt::Key_Space);
  hands.press(Qt::Key_Return, Qt::ControlModifier);
  CHECK(hands.focused() == "Why Marram household");  // the first by name is chosen
  hands.type("Her school and her bees");
  for (const char* other : {"Samphire household", "Thrift household"}) {
    hands.to(QStringLiteral("Why not ") + other);
    hands.press(Qt::Key_Down);
  }
  // Who has to agree is said before anything is recorded, and Ctrl+Return leads there.
  INFO(page.missing().toStdString());
  CHECK(page.missing().contains("team manager"));
  hands.press(Qt::Key_Return, Qt::ControlModifier);
  CHECK(hands.focused() == "Agreed by team manager");
  hands.press(Qt::Key_Home, Qt::AltModifier);
  hands.to("What the child said");
  hands.type("I want to keep my bees.");

  // Left and stayed: nothing is lost.
  hands.within([&] { window.desktop->window().goBack(); },
               [&] {
                 shot(*QApplication::activeModalWidget(), {}, "review-leave");
                 hands.press(Qt::Key_Escape);
               });
  CHECK(&window.page<ReviewPage>() == &page);
  hands.within([&] { hands.press(Qt::Key_1, Qt::ControlModifier); }, [&] { hands.press(Qt::Key_Return); });
  CHECK(&window.page<ReviewPage>() == &page);

  hands.to("Agreed by team manager");
  hands.type("Thimble");
  hands.tab();
  INFO(page.missing().toStdString());
  CHECK(page.missing().isEmpty());
  hands.within([&] { hands.press(Qt::Key_Return, Qt::ControlModifier); }, [&] { hands.press(Qt::Key_Escape); });
  const Decision decided = window.latest();
  CHECK(decided.chosen == window.options[1]);
  CHECK(decided.childsViewHeard);
  CHECK(decided.childsView == "I want to keep my bees.");
}

TEST_CASE("A review in which nothing was entered is left without a question") {
  Sent window;
  window.open();
  window.desktop->openReferral(window.referral);
  window.hands->settle();
  window.desktop->openReview(window.choice);
  (void)window.page<ReviewPage>();
  window.desktop->window().goBack();
  window.hands->settle();
  CHECK(qobject_cast<ReviewPage*>(window.desktop->window().currentPage()) == nullptr);
}

TEST_CASE("What was decided can be read again in the referral, and is amended there with a reason") {
  Sent window;
  Decision first = window.decision(window.choice);
  first.childsViewHeard = true;
  first.childsView = "I like the garden.";
  REQUIRE(app::decide(window.workspace(), first));
  REQUIRE(app::recordApproval(window.workspace(), {ApprovalId{}, window.referral, window.options[0], 6, window.journey.person("O. Harbour"),
                                                   window.workspace().today(), "their report was seen"}));
  window.open();
  Hands& hands = *window.hands;
  window.desktop->openReferral(window.referral);
  hands.settle();
  const auto told = [&] {
    hands.settle();
    const auto* part = window.desktop->window().currentPage()->findChild<QWidget*>("decisions");
    REQUIRE(part != nullptr);
    return wordsOf(*part);
  };
  INFO(told().toStdString());
  for (const char* words : {"Samphire household was chosen by S. Quill", "Agreed by J. Thimble", "Near her grandmother", "further away",
                            "I like the garden.", "Approved by O. Harbour", "their report was seen", "Nearest"})
    CHECK(told().contains(words));
  hands.press(Qt::Key_A, Qt::AltModifier);
  QTest::qWait(300);
  auto& page = window.page<ReviewPage>();
  CHECK(page.title().startsWith("Amend"));
  CHECK(unnamed(page).isEmpty());
  shot(window.desktop->window(), {1600, 1000}, "review-amend");
  CHECK(radio(page, "Choose Samphire household")->isChecked());
  CHECK(page.missing() == "Say why the decision is amended");
  CHECK(hands.focused() == "Why it is amended");
  hands.type("She asked to be near the allotment");
  hands.to("Choose Thrift household");
  hands.press(Qt::Key_Space);
  hands.to("Why not Samphire household");
  hands.press(Qt::Key_Down);
  hands.to("Why Thrift household");
  hands.type("The allotment is next door");
  INFO(page.missing().toStdString());
  CHECK(page.missing().isEmpty());
  hands.within([&] { hands.press(Qt::Key_Return, Qt::ControlModifier); }, [&] { hands.press(Qt::Key_Escape); });
  const Decision amended = window.latest();
  CHECK(amended.chosen == window.options[2]);
  CHECK(amended.amendsReason == "She asked to be near the allotment");
  CHECK(amended.childsView == "I like the garden.");
  CHECK(told().contains("a later decision took its place"));
  CHECK(told().contains("Amended because: She asked to be near the allotment"));
  shot(window.desktop->window(), {1600, 1000}, "referral-amended");
}

TEST_CASE("The choice and the review name the approvals that a home needs before the start") {
  Sent window;
  window.firstLiesOutsideTheArea();
  window.open();
  window.desktop->openChoice(window.referral);
  auto& choice = window.page<ChoicePage>();
  const auto* essentials = choice.findChild<ChoiceParts*>()->model(ChoicePart::essential);
  const int last = essentials->rowCount() - 1;
  CHECK(essentials->index(last, 0).data().toString() == "Approvals before the start");
  CHECK_FALSE(essentials->entry(last));
  QStringList said;
  for (int column = 1; column < essentials->columnCount(); ++column) said << essentials->index(last, column).data().toString();
  INFO(said.join(" | ").toStdString());
  CHECK(said.filter("rule 6").size() == 1);
  CHECK(said.filter("none needed").size() == 2);
  shot(window.desktop->window(), {1600, 1000}, "choice-approvals");
  window.desktop->openReview(window.choice);
  CHECK(wordsOf(window.page<ReviewPage>()).contains("Rule 6."));
}
