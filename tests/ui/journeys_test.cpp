// Two journeys in the real window by the keyboard alone: half past five on a Friday, and a planned move with a choice of three; each from
// what is entered to the week's report, to the penny.
#include <QApplication>
#include <QListWidget>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <iostream>

#include "app/asking.h"
#include "app/deciding.h"
#include "app/open_case.h"
#include "app/referrals.h"
#include "app/week_report.h"
#include "choice/choice_page.h"
#include "deciding/review_page.h"
#include "desktop.h"
#include "hands.h"
#include "market/market_model.h"
#include "market/market_page.h"
#include "office.h"
#include "reports/reports_page.h"
#include "reports/weekly_report_page.h"
#include "support/catch.h"
#include "typed_referral.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// The days [from, to) of a weekly rate by the day rule, worked out here and nowhere else.
std::int64_t penceOf(std::int64_t weeklyPence, Date from, Date to) {
  const auto until = [weeklyPence](Date day) { return weeklyPence * day.time_since_epoch().count() / 7; };
  return until(to) - until(from);
}

}  // namespace

TEST_CASE("J1 by keys alone: two children are entered, asked for, offered a home, decided about and placed, and the week's report knows") {
  const Office office;
  Hands& hands = *office.hands;
  auto& workspace = office.workspace();
  const Money fridayBefore = office.weekCost(friday);

  // The entry, against ninety seconds.
  hands.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
  hands.startCounting();
  typeTwoSiblings(hands, knownPostcode(workspace));
  hands.press(Qt::Key_Return, Qt::ControlModifier);
  std::cout << "J1, the entry in the window: " << hands.keys << " keys, " << hands.fields << " fields, " << hands.seconds() << " s\n";
  CHECK(hands.seconds() <= 90.0);

  // Who could take both tonight: the first two homes that can be named are asked.
  auto& market = office.page<ui::MarketPage>();
  auto* model = market.findChild<ui::MarketModel*>();
  auto* table = market.findChild<QTableView*>("marketTable");
  const auto* rows = qobject_cast<QSortFilterProxyModel*>(table->model());
  REQUIRE(rows != nullptr);
  REQUIRE(QTest::qWaitFor([&] { return rows->rowCount() > 3 && model->lines().ranked != nullptr; }));
  hands.settle();
  CHECK(table->hasFocus());
  std::vector<std::string> homes;
  for (int i = 0; i < 40 && homes.size() < 2; ++i) {
    const auto& line = model->line(rows->mapToSource(table->currentIndex()).row());
    if (line.setting != nullptr) {
      hands.press(Qt::Key_Space);
      homes.push_back(line.setting->name);
    }
    if (homes.size() < 2) hands.press(Qt::Key_Down);
  }
  REQUIRE(homes.size() == 2);
  hands.within([&] { hands.press(Qt::Key_Return, Qt::ControlModifier); },
               [&] {
                 hands.to("Ask 2 providers");
                 hands.press(Qt::Key_Space);
               });

  // Calls in two keys: nobody answers at the second; the first says yes and names a price.
  const app::ReferralLine referral = office.line("Robin and Tansy Sedge");
  CHECK(referral.approaches == 2);
  office.find(QString::fromStdString(referral.number));
  hands.press(Qt::Key_F6);
  office.goToAsked(QString::fromStdString(homes[1]));
  hands.press(Qt::Key_C), hands.press(Qt::Key_N);
  office.goToAsked(QString::fromStdString(homes[0]));
  hands.press(Qt::Key_C), hands.press(Qt::Key_Y);
  const auto asked = app::approachLines(workspace, referral.id);
  REQUIRE(asked);
  for (const app::ApproachLine& line : *asked)
    CHECK(line.approach.log.back().outcome == (line.setting == homes[0] ? CallOutcome::saidYes : CallOutcome::noAnswer));
  hands.within([&] { hands.press(Qt::Key_O, Qt::AltModifier); },
               [&] {
                 hands.to("core fee, pounds");
                 hands.retype("910.01");
                 hands.press(Qt::Key_Return);
               });

  const auto offers = app::offersOf(workspace, referral.id);
  REQUIRE(offers);
  REQUIRE(offers->size() == 1);
  CHECK(offers->front().children.size() == 2);

  // The choice, of one, with the reason why it is not three.
  hands.press(Qt::Key_O, Qt::ControlModifier);
  auto& choice = office.page<ui::ChoicePage>();
  REQUIRE(choice.view().options.size() == 1);
  hands.within([&] { hands.press(Qt::Key_Return, Qt::ControlModifier); },
               [&] {
                 hands.to("Who decides");
                 hands.retype("Spindle");
                 hands.tab();
                 hands.to("Why " + QString::fromStdString(homes[0]));
                 hands.retype("Both, tonight, and near their school");
                 hands.to("Why there are fewer than three");
                 hands.retype("Two were asked; one has two beds tonight");
                 hands.press(Qt::Key_Return);
               });

  // The team manager decides by telephone; the placement starts tonight.
  hands.to("Review and decide");
  hands.press(Qt::Key_Space);
  (void)office.page<ui::ReviewPage>();
  hands.press(Qt::Key_Space);
  hands.to("Why " + QString::fromStdString(homes[0]));
  hands.type("They sleep in one home tonight");
  hands.to("Agreed by budget holder");
  hands.type("Lantern");
  hands.tab();
  hands.to("Given by telephone");
  hands.press(Qt::Key_Space);
  hands.within([&] { hands.press(Qt::Key_Return, Qt::ControlModifier); },
               [&] {
                 // The household lies in the next authority: a nominated officer says yes by telephone before the children arrive.
                 hands.to("Who approved, rule 6");
                 hands.type("Harbour");
                 hands.tab();
                 hands.to("What was seen, and the consultation with the area authority, rule 6");
                 hands.type("rung at six; the area authority is told on Monday");
                 hands.to("Record the approval, rule 6");
                 hands.press(Qt::Key_Space);
                 QTest::qWait(50);
                 CHECK(hands.focused() == "Start the placement");
                 hands.press(Qt::Key_Space);
               });

  const auto decisions = app::decisionsOf(workspace, referral.id);
  REQUIRE(decisions);
  REQUIRE(decisions->size() == 1);
  CHECK(decisions->front().byTelephone);
  CHECK(decisions->front().decidedBy != workspace.user().id);
  const app::ReferralLine placed = office.line("Robin and Tansy Sedge");
  CHECK(placed.stage == Stage::placed);

  // Friday to Sunday of £910.01 a week for the two: £455.01 and £455.00, in the report on the screen.
  hands.press(Qt::Key_6, Qt::ControlModifier);
  auto& report = office.page<ui::ReportsPage>().weekly();
  REQUIRE(QTest::qWaitFor([&] { return report.report().has_value(); }));
  const Date monday = friday + std::chrono::days{3};
  const std::int64_t added = penceOf(45501, friday, monday) + penceOf(45500, friday, monday);
  CHECK(report.report()->cost.total.pence - fridayBefore.pence == added);
  CHECK(office.weekCost(friday) == report.report()->cost.total);
}

TEST_CASE("J2 by keys alone: what is thin is mended, three of five go to the social worker, one is chosen, and the week's report knows") {
  Office office;
  Hands& hands = *office.hands;
  const app::ReferralLine referral = office.line("Yarrow Pipit");
  REQUIRE(referral.number == "R-0416");
  const auto thin = [&office, &referral] {
    const auto entry = app::referralCase(office.workspace(), referral.id);
    REQUIRE(entry);
    std::vector<std::string> fields;
    for (const app::QualityFinding& finding : app::qualityOf(*entry, office.workspace().today())) fields.push_back(finding.field);
    return fields;
  };
  const auto contains = [](const std::vector<std::string>& fields, const char* field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  REQUIRE(contains(thin(), "needs"));
  REQUIRE(contains(thin(), "wishes"));
  const auto entry = app::referralCase(office.workspace(), referral.id);
  REQUIRE(entry);
  const ChildId yarrow = entry->children.front().id;
  const Date start = entry->referral.neededBy;
  const Date nextMonday = monday(isoWeek(start)) + std::chrono::days{7};
  const Money before = office.weekCost(start);

  // An assessment nine months old and no word of what he wants: both are mended.
  office.find("R-0416");
  hands.press(Qt::Key_E, Qt::ControlModifier);
  for (const char* need : {"Communication", "Emotional and mental health"}) {
    hands.to(QStringLiteral("Day of the evidence for ") + need);
    hands.retype("26/11/2026");
  }
  hands.to("What the child wants");
  hands.type("Same class. Trains on Sunday.");
  hands.press(Qt::Key_Return, Qt::ControlModifier);
  CHECK_FALSE(contains(thin(), "needs"));
  CHECK_FALSE(contains(thin(), "wishes"));

  // A question is answered by telephone.
  office.find("R-0416");
  hands.press(Qt::Key_F6);
  office.goToAsked("Blackthorn household");
  hands.press(Qt::Key_C), hands.press(Qt::Key_S);
  const auto asked = app::approachLines(office.workspace(), referral.id);
  REQUIRE(asked);
  CHECK(asked->size() == 11);
  for (const app::ApproachLine& line : *asked)
    if (line.setting == "Blackthorn household") CHECK(line.approach.log.back().outcome == CallOutcome::sent);

  // Five offers; the three that are proposed go to the social worker.
  hands.press(Qt::Key_O, Qt::ControlModifier);
  std::vector<QString> sent;
  for (const ui::ChoiceOption& option : office.page<ui::ChoicePage>().view().options)
    if (option.send) sent.push_back(option.name);
  std::sort(sent.begin(), sent.end());
  CHECK(sent == std::vector<QString>{"Bluethroat House", "Moorhen household", "Nightjar household"});
  hands.within([&] { hands.press(Qt::Key_Return, Qt::ControlModifier); },
               [&] {
                 hands.to("Send the choice");
                 hands.press(Qt::Key_Space);
               });

  // The social worker chooses one and says why not the others; team manager and budget holder agree; it starts when the carers retire.
  hands.to("Review and decide");
  hands.press(Qt::Key_Space);
  hands.to("Choose Moorhen household");
  hands.press(Qt::Key_Space);
  hands.to("Why Moorhen household");
  hands.type("He keeps his class, and somebody there signs with his cards");
  for (const char* other : {"Bluethroat House", "Nightjar household"}) {
    hands.to(QStringLiteral("Why not ") + other);
    hands.press(Qt::Key_Down);
  }
  for (const auto& [field, name] : {std::pair{"Agreed by team manager", "Spindle"}, {"Agreed by budget holder", "Lantern"}}) {
    hands.to(field);
    hands.type(name);
    hands.tab();
  }
  hands.to("The child's view was heard");
  hands.press(Qt::Key_Space);
  hands.within([&] { hands.press(Qt::Key_Return, Qt::ControlModifier); },
               [&] {
                 hands.to("Start the placement");
                 hands.press(Qt::Key_Space);
               });
  const auto decisions = app::decisionsOf(office.workspace(), referral.id);
  REQUIRE(decisions);
  REQUIRE(decisions->size() == 1);
  CHECK(decisions->front().reasons.size() == 3);

  // On the Monday after, the report on the screen has the new cost: what the chosen offer charges, less what the old home stops to cost.
  const auto stays = office.workspace().file().placements().ofChild(yarrow);
  REQUIRE(stays);
  const auto lived = std::find_if(stays->begin(), stays->end(), [&](const Placement& one) { return one.stay.to == start; });
  REQUIRE(lived != stays->end());
  const auto old = app::placementCase(office.workspace(), lived->id);
  REQUIRE(old);
  const auto options = office.workspace().file().offers().options(referral.id);
  REQUIRE(options);
  const auto chosen =
      std::find_if(options->begin(), options->end(), [&](const Option& one) { return one.id == decisions->front().chosen; });
  REQUIRE(chosen != options->end());
  const auto offer = office.workspace().file().offers().offer(chosen->offers.front());
  REQUIRE(offer);
  std::int64_t expected = 0;
  for (const QuoteLine& line : offer->quote) {
    const std::int64_t sign = isContribution(line.item) ? -1 : 1;
    if (line.charge == Charge::weekly) expected += sign * penceOf(line.amount.low.pence, start, nextMonday);
    if (line.charge == Charge::once) expected += sign * line.amount.low.pence;
  }
  for (const ContractTerm& term : old->terms)
    if (!term.once && term.valid.contains(start - std::chrono::days{1}))
      expected -= (isContribution(term.item) ? -1 : 1) * penceOf(term.amount.pence, start, nextMonday);

  office.later(nextMonday);
  office.hands->press(Qt::Key_6, Qt::ControlModifier);
  office.hands->press(Qt::Key_Left, Qt::AltModifier);
  auto& report = office.page<ui::ReportsPage>().weekly();
  REQUIRE(QTest::qWaitFor([&] { return report.report().has_value(); }));
  REQUIRE(report.week() == isoWeek(start));
  CHECK(report.report()->cost.total.pence - before.pence == expected);
}
