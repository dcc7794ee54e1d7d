// A planned referral in the real window by the keyboard alone, all the way: five are asked, three offer, one declines, one stays silent,
// the choice is refused ("not these"), a second round brings another, it is decided and starts.
#include <QAction>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTest>
#include <iostream>

#include "app/asking.h"
#include "app/deciding.h"
#include "choice/choice_page.h"
#include "deciding/review_page.h"
#include "market/market_model.h"
#include "market/market_page.h"
#include "office.h"
#include "typed_referral.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

struct Round : Office {
  /// Ticks so many homes of the market that nobody has asked yet, from where the keyboard is, and asks them.
  std::vector<std::string> askHomes(std::size_t count) const {
    auto& market = page<ui::MarketPage>();
    auto* model = market.findChild<ui::MarketModel*>();
    auto* table = market.findChild<QTableView*>("marketTable");
    const auto* rows = qobject_cast<QSortFilterProxyModel*>(table->model());
    REQUIRE(rows != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return rows->rowCount() > 3 && model->lines().ranked != nullptr; }));
    hands->settle();
    const auto asked = app::approachLines(workspace(), line("Sorrel Thistle").id);
    REQUIRE(asked);
    std::vector<std::string> homes;
    for (int i = 0; i < 80 && homes.size() < count; ++i) {
      const auto& here = model->line(rows->mapToSource(table->currentIndex()).row());
      const bool fresh = here.setting != nullptr &&
                         std::ranges::none_of(*asked, [&](const app::ApproachLine& one) { return one.setting == here.setting->name; });
      if (fresh) {
        hands->press(Qt::Key_Space);
        homes.push_back(here.setting->name);
      }
      if (homes.size() < count) hands->press(Qt::Key_Down);
    }
    REQUIRE(homes.size() == count);
    hands->within([&] { hands->press(Qt::Key_Return, Qt::ControlModifier); },
                  [&] {
                    hands->to(QStringLiteral("Ask %1 provider").arg(count));
                    hands->press(Qt::Key_Space);
                  });
    return homes;
  }
  /// The referral with the keyboard on the list of those asked.
  void openAsked() const {
    find(QString::fromStdString(line("Sorrel Thistle").number));
    hands->press(Qt::Key_F6);
  }
  /// Says yes on the telephone, and the offer with its price is recorded.
  void offers(const std::string& home, const QString& fee) const {
    openAsked();
    goToAsked(QString::fromStdString(home));
    hands->press(Qt::Key_C), hands->press(Qt::Key_Y);
    hands->within([&] { hands->press(Qt::Key_O, Qt::AltModifier); },
                  [&] {
                    hands->to("core fee, pounds");
                    hands->retype(fee);
                    hands->press(Qt::Key_Return);
                  });
  }
  /// Sends what the ranking proposes; where it is fewer than three, why.
  void send() const {
    hands->press(Qt::Key_O, Qt::ControlModifier);
    const auto options = page<ui::ChoicePage>().view().options.size();
    REQUIRE(options > 0);
    hands->within([&] { hands->press(Qt::Key_Return, Qt::ControlModifier); },
                  [&] {
                    hands->to("Who decides");
                    hands->retype("Spindle");
                    hands->tab();
                    if (options < 3) {
                      hands->to("Why there are fewer than three");
                      hands->retype("Seven were asked");
                    }
                    hands->to("Send the choice");
                    hands->press(Qt::Key_Space);
                  });
  }
};

}  // namespace

TEST_CASE(
    "A planned referral by keys alone: five asked, three offers, a decline, a silence, a refusal, a second round, a decision, a start") {
  const Round round;
  Hands& hands = *round.hands;
  auto& workspace = round.workspace();

  // The request, entered.
  hands.press(Qt::Key_N, Qt::ControlModifier);
  const auto field = [&hands](const QString& text) { hands.type(text), hands.tab(); };
  hands.to("Name of child 1");
  field("Sorrel Thistle");
  field("12");
  field("g");
  field(knownPostcode(workspace));
  field("Alder School");
  hands.to("Legal basis");
  hands.type("care");
  hands.to("Emotional and mental health");
  for (int i = 0; i < 3; ++i) hands.press(Qt::Key_2), hands.tab();
  for (const char* need : {"Emotional and mental health", "Behaviour", "Education"}) {
    hands.to(QStringLiteral("Where %1 comes from").arg(need));
    hands.type("school, in November");
    hands.to(QStringLiteral("Day of the evidence for %1").arg(need));
    hands.type("20/11/2026");
  }
  hands.to("In plain words");
  hands.type("A girl of twelve who draws maps and wants to stay with her class.");
  hands.to("Who authorised looking after and searching");
  hands.type("Wendmoor care panel");
  hands.to("Needed by this day");
  hands.retype("18 December 2026");
  hands.to("Strengths");
  hands.type("Draws maps of everything");
  hands.to("What the child wants");
  hands.type("Maps on the wall, and my class.");
  hands.to("Whom the child should see");
  hands.type("Gran");
  hands.tab();
  hands.type(knownPostcode(workspace));
  hands.tab();
  hands.type("4");
  hands.to("Ethnicity");
  hands.press(Qt::Key_Down);
  hands.press(Qt::Key_Return, Qt::ControlModifier);
  const app::ReferralLine referral = round.line("Sorrel Thistle");
  CHECK(referral.urgency == Urgency::planned);

  // Five are asked; three offer, one declines, one stays silent.
  const auto homes = round.askHomes(5);
  CHECK(round.line("Sorrel Thistle").approaches == 5);
  round.offers(homes[0], "900");
  round.offers(homes[1], "950");
  round.offers(homes[2], "1000");
  round.openAsked();
  round.goToAsked(QString::fromStdString(homes[3]));
  hands.within([&] { hands.press(Qt::Key_C), hands.press(Qt::Key_X); }, [&] { hands.press(Qt::Key_Down), hands.press(Qt::Key_Return); });
  const auto asked = app::approachLines(workspace, referral.id);
  REQUIRE(asked);
  const auto stateOf = [&](const std::string& home) {
    for (const app::ApproachLine& one : *asked)
      if (one.setting == home) return one.approach.state;
    FAIL("not asked: " << home);
    return ApproachState::asked;
  };
  CHECK(stateOf(homes[3]) == ApproachState::declined);
  CHECK(stateOf(homes[4]) == ApproachState::asked);

  // The choice, and "not these".
  round.find(QString::fromStdString(referral.number));
  round.send();
  round.find(QString::fromStdString(referral.number));
  hands.press(Qt::Key_F6);
  hands.to("Review and decide");
  hands.press(Qt::Key_Space);
  (void)round.page<ui::ReviewPage>();
  hands.to("None of these suits");
  hands.press(Qt::Key_Space);
  const auto sent = app::choicesOf(workspace, referral.id);
  REQUIRE(sent);
  REQUIRE(sent->size() == 1);
  for (std::size_t i = 0; i < sent->front().options.size(); ++i) {
    const auto option = workspace.file().offers().option(sent->front().options[i]);
    REQUIRE(option);
    hands.to(QStringLiteral("Why not %1").arg(QString::fromStdString(option->label)));
    hands.press(Qt::Key_Down);
  }
  hands.to("What you want to know, or a comment");
  hands.type("Too far from the grandmother");
  hands.press(Qt::Key_Return, Qt::ControlModifier);
  const auto refused = app::decisionsOf(workspace, referral.id);
  REQUIRE(refused);
  REQUIRE(refused->size() == 1);
  CHECK_FALSE(refused->front().chosen);
  CHECK(round.line("Sorrel Thistle").stage == Stage::offersIn);

  // The second round: two more are asked, one offers, the choice goes out anew.
  round.find(QString::fromStdString(referral.number));
  hands.press(Qt::Key_M, Qt::ControlModifier);
  const auto more = round.askHomes(2);
  CHECK(round.line("Sorrel Thistle").approaches == 7);
  round.offers(more[0], "880");
  round.find(QString::fromStdString(referral.number));
  round.send();
  round.find(QString::fromStdString(referral.number));
  hands.press(Qt::Key_F6);
  hands.to("Review and decide");
  hands.press(Qt::Key_Space);
  (void)round.page<ui::ReviewPage>();
  const auto choices = app::choicesOf(workspace, referral.id);
  REQUIRE(choices);
  REQUIRE(choices->size() == 2);
  std::vector<QString> others;
  QString chosen;
  for (const OptionId id : choices->back().options) {
    const auto option = workspace.file().offers().option(id);
    REQUIRE(option);
    const QString label = QString::fromStdString(option->label);
    (chosen.isEmpty() ? chosen = label : others.emplace_back(label));
  }
  hands.to("Choose " + chosen);
  hands.press(Qt::Key_Space);
  hands.to("Why " + chosen);
  hands.type("Near her grandmother, and she keeps her class");
  for (const QString& other : others) {
    hands.to("Why not " + other);
    hands.press(Qt::Key_Down);
  }
  hands.to("Agreed by budget holder");
  hands.type("Lantern");
  hands.tab();
  hands.to("The child's view was heard");
  hands.press(Qt::Key_Space);
  hands.within([&] { hands.press(Qt::Key_Return, Qt::ControlModifier); },
               [&] {
                 hands.to("Start the placement");
                 hands.press(Qt::Key_Space);
               });
  const auto decisions = app::decisionsOf(workspace, referral.id);
  REQUIRE(decisions);
  REQUIRE(decisions->size() == 2);
  CHECK(decisions->back().chosen);
  CHECK(round.line("Sorrel Thistle").stage == Stage::placed);
  std::cout << "A planned referral to its start in the window: " << hands.keys << " keys, " << hands.fields << " fields\n";
}
