// The law where people meet it: the table of rules, what they say of a placement, approvals before a start, codes of the return, and what
// the words of a decision answer.
#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QTest>

#include "app/law_of_placement.h"
#include "app/three_offers.h"
#include "data/law_pane.h"
#include "deciding/review_page.h"
#include "deciding/start_dialog.h"
#include "hands.h"
#include "market/setting_editor.h"
#include "nowhere.h"
#include "placements/law_dialog.h"
#include "placements/placement_editor.h"
#include "samples.h"
#include "shared/plain_table.h"
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

}  // namespace

TEST_CASE("The first day of a rule that nobody knew is entered by keys, and no other rule asks for one") {
  DemoOnDisk demo;
  LawPane pane(*demo.workspace);
  pane.refresh();
  pane.resize(1100, 420);
  pane.show();
  CHECK(unnamed(pane).isEmpty());
  auto* table = pane.findChild<PlainTable*>();
  REQUIRE(table != nullptr);
  CHECK(table->shown() == 40);
  auto* enter = pane.findChild<QPushButton*>();
  REQUIRE(enter != nullptr);
  table->selectRow(23);
  CHECK_FALSE(enter->isEnabled());
  CHECK(enter->toolTip().contains("rule 32 alone"));
  table->selectRow(31);
  CHECK_FALSE(enter->isEnabled());  // the placement officer
  CHECK(enter->toolTip().contains("director"));
  const auto people = app::people(*demo.workspace);
  REQUIRE(people);
  const auto manager =
      std::find_if(people->begin(), people->end(), [](const Person& one) { return one.role == homeward::Role::teamManager; });
  REQUIRE(manager != people->end());
  REQUIRE(demo.workspace->workAs(manager->id));
  pane.refresh();
  REQUIRE(enter->isEnabled());
  shot(pane, {1100, 420}, "law-pane");
  Hands hands(pane);
  hands.within([&] { pane.enterDay(); },
               [&] {
                 hands.type("32/13/2027");
                 hands.press(Qt::Key_Return);  // no day: the dialog stays
                 hands.retype("1/4/2027");
                 if (auto* dialog = QApplication::activeModalWidget()) shot(*dialog, {}, "law-first-day");
                 hands.press(Qt::Key_Return);
               });
  const auto rules = app::rulesOf(*demo.workspace);
  REQUIRE(rules);
  CHECK((*rules)->at(31).from == date(2027, 4, 1));
  CHECK(table->currentRow() == 31);
}

TEST_CASE("What each rule says of a placement is read with its citation, the most pressing first") {
  DemoOnDisk demo;
  const auto placements = demo.workspace->file().placements().all();
  REQUIRE(placements);
  const auto current = std::find_if(placements->begin(), placements->end(), [](const Placement& one) { return !one.stay.to; });
  REQUIRE(current != placements->end());
  auto findings = app::lawOf(*demo.workspace, *current);
  INFO((findings ? std::string{} : findings.error().detail));
  REQUIRE(findings);
  LawDialog dialog("A child at a home", current->stay.from, *findings);
  dialog.show();
  CHECK(unnamed(dialog).isEmpty());
  auto* table = dialog.findChild<PlainTable*>();
  REQUIRE(table != nullptr);
  const int asking = table->shown();
  CHECK(asking > 0);
  CHECK(wordsOf(dialog).contains("judged by the law of"));
  CHECK(wordsOf(dialog).contains("Rule "));
  shot(dialog, {}, "law-of-a-placement");
  dialog.findChild<QCheckBox*>()->setChecked(true);
  CHECK(table->shown() == static_cast<int>(findings->size()));
  CHECK(table->shown() > asking);
}

TEST_CASE("A start that ends a school at Key Stage 4 asks for the approval, with its citation, and records it by keys") {
  ThreeOffers three;
  app::Workspace& workspace = *three.journey.workspace;
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  REQUIRE(decided);
  auto entry = app::referralCase(workspace, three.referral);
  REQUIRE(entry);
  entry->children.front().born = date(2012, 5, 1);
  entry->children.front().school = "Teasel Academy";
  REQUIRE(app::saveReferral(workspace, *entry));
  Setting home = three.homes[0];
  home.terms.ageTo = 17;
  REQUIRE(app::saveSetting(workspace, home));
  const auto option = workspace.file().offers().option(three.options[0]);
  REQUIRE(option);
  auto offer = workspace.file().offers().offer(option->offers.front());
  REQUIRE(offer);
  offer->keepsSchool[offer->children.front()] = false;
  REQUIRE(app::recordOffer(workspace, *offer));

  StartDialog dialog(workspace, *decided);
  Hands hands(dialog);
  CHECK(unnamed(dialog).isEmpty());
  const QString said = wordsOf(dialog);
  INFO(said.toStdString());
  CHECK(said.contains("In Key Stage 4 and the school would be lost"));
  CHECK(said.contains("reg 10(1)-(3)"));
  shot(dialog, {dialog.width(), dialog.heightForWidth(dialog.width())}, "start-key-stage-4");
  hands.to("Who approved, rule 11");
  hands.type("O. Harbour");
  hands.tab();
  hands.to("The personal education plan");
  hands.type("the plan of October; the school knows");
  hands.to("Record the approval, rule 11");
  hands.press(Qt::Key_Space);
  QTest::qWait(50);
  const auto given = workspace.file().decisions().approvals(three.referral);
  REQUIRE(given);
  REQUIRE(given->size() == 1);
  CHECK(given->front().rule == 11);
  CHECK(wordsOf(dialog).contains("Nothing that is known stands in the way"));
}

TEST_CASE("Codes that do not go together are said under the fields of a placement, and forbid nothing") {
  DemoOnDisk demo;
  const auto placements = demo.workspace->file().placements().all();
  REQUIRE(placements);
  const auto current = std::find_if(placements->begin(), placements->end(), [](const Placement& one) {
    return !one.stay.to && one.stay.from >= date(2024, 4, 1) && one.placeCode == "U6" && one.providerCode != "PR0";
  });
  REQUIRE(current != placements->end());
  PlacementEditor editor(*demo.workspace, *current, false);
  editor.show();
  Hands hands(editor);
  CHECK_FALSE(wordsOf(editor).contains("does not go with"));
  hands.to("Provider in the return");
  hands.retype("PR0");
  hands.tab();
  CHECK(wordsOf(editor).contains("U6 does not go with provider code PR0"));
  shot(editor, {}, "placement-codes");
  CHECK(unnamed(editor).isEmpty());
}

TEST_CASE("The category of supported accommodation and an extended approval are entered with the home") {
  DemoOnDisk demo;
  app::Workspace& workspace = *demo.workspace;
  const auto market = workspace.market();
  REQUIRE(market);
  const auto& settings = (*market)->settings;
  const auto flat =
      std::find_if(settings.begin(), settings.end(), [](const Setting& one) { return one.type == SettingType::supportedAccommodation; });
  REQUIRE(flat != settings.end());
  {
    SettingEditor editor(workspace, *flat);
    Hands hands(editor);
    hands.to("Category of supported accommodation");
    hands.press(Qt::Key_Down);
    hands.press(Qt::Key_Down);
    CHECK(editor.entered().category == 2);
    shot(editor, {}, "setting-category");
  }
  const auto aunt =
      std::find_if(settings.begin(), settings.end(), [](const Setting& one) { return one.temporaryApprovalFrom.has_value(); });
  REQUIRE(aunt != settings.end());
  SettingEditor editor(workspace, *aunt);
  Hands hands(editor);
  hands.to("Temporary approval extended until");
  hands.type("24/12/2026");
  hands.to("Approved as adopters too");
  CHECK(editor.entered().temporaryApprovalUntil == date(2026, 12, 24));
  CHECK_FALSE(editor.entered().approvedAdopters);
  CHECK_FALSE(editor.entered().category);
}

TEST_CASE("The review says what the law prefers, and what the words for the chosen home answer") {
  ThreeOffers three;
  app::Workspace& workspace = *three.journey.workspace;
  const ChoiceId sent = three.sent();
  const auto option = workspace.file().offers().option(three.options[0]);
  REQUIRE(option);
  auto offer = workspace.file().offers().offer(option->offers.front());
  REQUIRE(offer);
  offer->keepsSchool[offer->children.front()] = false;
  REQUIRE(app::recordOffer(workspace, *offer));
  const auto choice = workspace.file().decisions().choice(sent);
  REQUIRE(choice);
  Nowhere nowhere;
  ReviewPage page(workspace, *choice);
  page.resize(1600, 1300);
  page.show();
  Hands hands(page);
  INFO(wordsOf(page).toStdString());
  CHECK(wordsOf(page).contains("What the law prefers"));
  CHECK(wordsOf(page).contains("The child would leave the school. (rule 3)"));
  CHECK_FALSE(wordsOf(page).contains("say here why this home all the same: The child would leave the school."));
  hands.to("Choose Samphire household");
  hands.press(Qt::Key_Space);
  CHECK(wordsOf(page).contains("say here why this home all the same: The child would leave the school."));
  shot(page, {1600, 1300}, "review-law-prefers");
  CHECK(unnamed(page).isEmpty());
}
