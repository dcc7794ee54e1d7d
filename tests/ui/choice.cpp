// The choice: figures that add up, an order that follows the weights, and a screen that works without a mouse.
#include <QAction>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <cmath>
#include <numeric>

#include "choice/choice_page.h"
#include "choice/choice_parts.h"
#include "choice/cost_match_chart.h"
#include "choice/firmness.h"
#include "choice/option_header.h"
#include "choice/weights_panel.h"
#include "samples.h"
#include "shared/theme.h"
#include "shell/main_window.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

TEST_CASE("The points of a column add up to its score, by any weights", "[choice]") {
  for (int weight = 0; weight <= 1000; weight += 7) {
    const ChoiceView view = reweighted(wrensChoice(), matching::withWeight(wrensChoice().policyWeights, 0, weight));
    for (std::size_t option = 0; option < view.options.size(); ++option) {
      const auto& score = scoreOf(view, option);
      const int known = std::accumulate(view.points[option].begin(), view.points[option].end(), 0);
      const int more = std::accumulate(view.more[option].begin(), view.more[option].end(), 0);
      CHECK(known == matching::shownScore(score.known));
      CHECK(known + more == matching::shownScore(score.possible));
    }
  }
}

TEST_CASE("By policy Alder leads; with wellbeing at 280 Larch moves from third to first", "[choice]") {
  const ChoiceView policy = byPolicy(wrensChoice());
  CHECK(rankOf(policy, 0) == 1);
  CHECK(rankOf(policy, 1) == 2);
  CHECK(rankOf(policy, 2) == 3);
  CHECK_FALSE(isWhatIf(policy));

  const ChoiceView whatIf = reweighted(policy, wellbeingAt280());
  CHECK(isWhatIf(whatIf));
  CHECK(rankOf(whatIf, 2) == 1);
  CHECK(policyRankOf(whatIf, 2) == 3);
  CHECK(headWords(whatIf, 2).contains("moved 3 → 1"));
  CHECK(byPolicy(whatIf).ranking == policy.ranking);
}

TEST_CASE("An option that failed and was waived stands last, with its fail in sight", "[choice]") {
  const ChoiceView view = byPolicy(wrensChoice());
  CHECK(rankOf(view, 3) == 4);
  CHECK(statusChip(view, 3) == toConfirmChip(1));
  CHECK(gatesWords(view) == "1 answer missing, 1 waived by J. Thimble");
}

TEST_CASE("The turning points of a weight are where the leader changes", "[choice]") {
  const ChoiceView view = reweighted(wrensChoice(), wellbeingAt280());
  REQUIRE(view.ranking.front().candidate == 2);
  const Firmness firm = firmnessOf(view);
  REQUIRE(firm.intervals.size() == view.weights.size());
  const auto low = static_cast<int>(std::ceil(firm.intervals[0].low * 1000));
  CHECK(low > 200);
  CHECK(low <= 280);
  // Others than the one that is moved keep whole weights: the turning point may lie a step away from where it is exactly.
  CHECK(reweighted(view, matching::withWeight(view.weights, 0, low + 2)).ranking.front().candidate == 2);
  CHECK(reweighted(view, matching::withWeight(view.weights, 0, low - 3)).ranking.front().candidate != 2);
  REQUIRE_FALSE(firm.limits.empty());
  CHECK(firm.limits.front().contains("Larch"));
}

TEST_CASE("Where a rival that is not shown would stand first, it is said", "[choice]") {
  ChoiceView view = byPolicy(wrensChoice());
  const QString first = view.options[view.ranking.front().candidate].shortName;
  RivalOffer rival{"option:9", "Hazel House", matching::Status::eligible, std::nullopt, {}};
  rival.values.assign(view.weights.size(), matching::known(1000));
  view.rivals = {rival};
  CHECK(firmnessOf(view).limits.front().contains("Hazel House, which is not shown, would be first"));
  CHECK(sharesOf(view).back().shares[0] == 1.0);
  view.rivals.front().status = matching::Status::notEligible;
  CHECK(firmnessOf(view).limits.front().contains(first));
}

TEST_CASE("Off by half: the shares of each place add up to one, and are said with the name", "[choice]") {
  const auto shares = sharesOf(byPolicy(wrensChoice()));
  REQUIRE(shares.size() >= 3);
  double first = 0.0;
  for (const FirmnessShare& share : shares) first += share.shares[0];
  CHECK(first == Approx(1.0));
  CHECK(shares.front().shares[0] >= shares[1].shares[0]);
  CHECK(shareWords(shares.front()).startsWith(shares.front().name + ": first in "));
}

TEST_CASE("What to ask next says what the best answer would do", "[choice]") {
  const ChoiceView view = reweighted(wrensChoice(), wellbeingAt280());
  REQUIRE(view.ask);
  CHECK(view.ask->candidate == 1);
  CHECK(view.criterionLabels[view.ask->criterion] == "Identity");
  CHECK(askEffect(view).contains("Rowan first"));
}

TEST_CASE("Criteria that are the same for all are gathered in one line when only differences are shown", "[choice]") {
  const ChoiceView view = byPolicy(wrensChoice());
  CHECK(sameForAll(view) == std::vector<std::size_t>{1, 11});
  ChoiceTable table(ChoicePart::match);
  table.setView(std::make_shared<const ChoiceView>(view));
  CHECK(table.rowCount() == 10 + 2);
  table.setDifferencesOnly(false);
  CHECK(table.rowCount() == 12 + 1);
}

TEST_CASE("Gates of law that all options pass stand in one line; what was waived or is not known keeps its own", "[choice]") {
  const ChoiceView view = byPolicy(wrensChoice());
  const auto passed = passedByAll(view);
  CHECK(passed == std::vector<std::size_t>{0, 1, 2, 3});
  ChoiceTable table(ChoicePart::essential);
  table.setView(std::make_shared<const ChoiceView>(view));
  CHECK(table.rowCount() == 3);
  CHECK(table.index(0, 1).data().toString() == "4 of 4 pass");
  CHECK_FALSE(table.entry(0));
  CHECK(table.entry(1) == std::optional<std::size_t>(4));
  table.setDifferencesOnly(false);
  CHECK(table.rowCount() == 6);
}

TEST_CASE("Reading the same offers again keeps what was ticked and tried", "[choice][page]") {
  ChoicePage page;
  page.setView(wrensChoice());
  page.setWeights(wellbeingAt280(), false);
  page.setView(byPolicy(wrensChoice()));
  CHECK(page.view().weights == wellbeingAt280());
  ChoiceView other = wrensChoice();
  other.options.front().send = !other.options.front().send;
  const bool ticked = page.view().options.front().send;
  other.options.pop_back();
  page.setView(other);  // fewer of them side by side
  CHECK(page.view().weights == wellbeingAt280());
  CHECK(page.view().options.front().send == ticked);
  ++other.offers;
  page.setView(other);  // an offer that came since is another question
  CHECK_FALSE(isWhatIf(page.view()));
}

TEST_CASE("Every cell and head of a choice can be heard", "[choice]") {
  const auto view = std::make_shared<const ChoiceView>(byPolicy(wrensChoice()));
  for (const ChoicePart part : {ChoicePart::essential, ChoicePart::match, ChoicePart::cost}) {
    ChoiceTable table(part);
    table.setView(view);
    for (int row = 0; row < table.rowCount(); ++row)
      for (int column = 0; column < table.columnCount(); ++column) {
        INFO(static_cast<int>(part) << " " << row << " " << column);
        CHECK_FALSE(table.index(row, column).data(Qt::AccessibleTextRole).toString().isEmpty());
      }
    for (int column = 1; column < table.columnCount(); ++column)
      CHECK(table.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString().contains("match"));
  }
}

TEST_CASE("Ranking again while a handle is held takes less than a frame", "[choice]") {
  ChoiceView view = byPolicy(wrensChoice());
  view.options.push_back(view.options.front());
  view.options.back().key = "option:5";
  QElapsedTimer time;
  time.start();
  constexpr int times = 100;
  for (int i = 0; i < times; ++i) view = reweighted(std::move(view), matching::withWeight(view.policyWeights, 0, 200 + i));
  CHECK(static_cast<double>(time.nsecsElapsed()) / 1e6 / times < 5.0);
}

TEST_CASE("The choice is worked by keyboard alone", "[choice][page]") {
  ChoicePage page;
  page.setView(wrensChoice());
  shot(page, {1500, 880}, "choice-plain");
  page.activateWindow();
  QTest::qWait(20);
  auto* header = page.findChild<OptionHeader*>();
  REQUIRE(header);
  CHECK(page.firstFocus() == header);

  SECTION("Space on a head ticks Send, and Ctrl+Return sends what is ticked in the order of the ranking") {
    QSignalSpy sent(&page, &ChoicePage::sendRequested);
    header->setCurrent(4);
    QTest::keyClick(header, Qt::Key_Space);
    CHECK(page.view().options[3].send);
    CHECK(page.doPrimary());
    REQUIRE(sent.count() == 1);
    CHECK(sent.front().front().value<QVector<qint64>>() == QVector<qint64>{1, 2, 3, 4});
  }
  SECTION("Without a tick nothing can be sent, and the page says why") {
    for (int column = 1; column <= 3; ++column) {
      header->setCurrent(column);
      QTest::keyClick(header, Qt::Key_Space);
    }
    CHECK_FALSE(page.doPrimary());
  }
  SECTION("The arrows go from the heads through all three tables and back") {
    auto* parts = page.findChild<ChoiceParts*>();
    header->setFocus();
    QTest::keyClick(header, Qt::Key_Down);
    CHECK(parts->part(ChoicePart::essential)->currentIndex().row() == 0);
    const int rows = parts->model(ChoicePart::essential)->rowCount();
    for (int i = 0; i < rows; ++i) QTest::keyClick(parts->part(ChoicePart::essential), Qt::Key_Down);
    CHECK(parts->part(ChoicePart::match)->currentIndex().row() == 0);
    QTest::keyClick(parts->part(ChoicePart::match), Qt::Key_Up);
    CHECK(parts->part(ChoicePart::essential)->currentIndex().row() == rows - 1);
  }
  SECTION("Enter opens the evidence of a cell") {
    QSignalSpy opened(&page, &ChoicePage::evidenceRequested);
    auto* match = page.findChild<ChoiceParts*>()->part(ChoicePart::match);
    match->setCurrentIndex(match->model()->index(1, 2));
    QTest::keyClick(match, Qt::Key_Return);
    REQUIRE(opened.count() == 1);
    CHECK(opened.front()[0].toLongLong() == 2);
    CHECK(opened.front()[2].toInt() == 2);  // row 1 is "School kept": "Learning support" is the same for all
  }
  SECTION("A weight steps by 1 and by 10, re-ranks, and Home goes back to the policy") {
    const auto sliders = page.findChildren<WeightSlider*>();
    REQUIRE(sliders.size() == 12);
    QTest::keyClick(sliders[0], Qt::Key_Up);
    CHECK(page.view().weights[0] == 201);
    QTest::keyClick(sliders[0], Qt::Key_PageUp);
    CHECK(page.view().weights[0] == 211);
    CHECK(std::accumulate(page.view().weights.begin(), page.view().weights.end(), 0) == 1000);
    CHECK(isWhatIf(page.view()));
    QTest::keyClick(sliders[0], Qt::Key_Home);
    CHECK_FALSE(isWhatIf(page.view()));
  }
  SECTION("A weight of nothing and back does not lose the others' proportions") {
    const auto spins = page.findChildren<QSpinBox*>();
    REQUIRE(spins.size() == 12);
    spins[0]->setValue(1000);
    CHECK(page.view().weights[1] == 0);
    spins[0]->setValue(200);
    CHECK(page.view().weights == page.view().policyWeights);
  }
  SECTION("Columns follow the ranking when a weight is settled, and Ctrl+Right shifts one") {
    page.setWeights(wellbeingAt280(), false);
    CHECK(header->visualIndex(3) == 1);
    header->setCurrent(3);
    header->setFocus();
    QTest::keyClick(header, Qt::Key_Right, Qt::ControlModifier);
    CHECK(header->visualIndex(3) == 2);
    CHECK(page.findChild<ChoiceParts*>()->part(ChoicePart::cost)->horizontalHeader()->visualIndex(3) == 2);
  }
  SECTION("While a handle is held the columns stay where they are") {
    page.setWeights(wellbeingAt280(), true);
    CHECK(rankOf(page.view(), 2) == 1);
    CHECK(header->visualIndex(3) == 3);
  }
  SECTION("The chart is always there as a table") {
    auto* table = page.findChild<QTableWidget*>();
    REQUIRE(table);
    CHECK(table->rowCount() == 4);
    CHECK(table->item(0, 0)->text() == "Alder household");
    CHECK_FALSE(table->item(3, 1)->text().isEmpty());
  }
  SECTION("Everything that takes the keyboard has a name") { CHECK(unnamed(page).join("; ").toStdString() == ""); }
}

TEST_CASE("An act that nobody answers is not offered", "[choice][page]") {
  ChoicePage page;
  page.setView(wrensChoice());
  page.show();
  const auto shown = [&page](const QString& name) {
    for (const QPushButton* button : page.findChildren<QPushButton*>())
      if (button->accessibleName() == name) return button->isVisible();
    return false;
  };
  CHECK_FALSE(shown("Choice pack…"));
  const QSignalSpy packs(&page, &ChoicePage::packRequested);
  page.offerWhatIsHeard();
  CHECK(shown("Choice pack…"));
}

TEST_CASE("A question that our own records answer is not put to a provider, and says so", "[choice][page]") {
  ChoiceView view = reweighted(wrensChoice(), wellbeingAt280());
  REQUIRE(view.ask);
  const auto asks = [](ChoicePage& page) {
    for (auto* button : page.findChildren<QPushButton*>())
      if (button->text().startsWith("Ask ")) return button;
    return static_cast<QPushButton*>(nullptr);
  };
  ChoicePage page;
  page.setView(view);
  REQUIRE(asks(page) != nullptr);
  CHECK(asks(page)->isEnabled());
  view.options[view.ask->candidate].criteria[view.ask->criterion].ours = true;
  page.setView(view);
  CHECK_FALSE(asks(page)->isEnabled());
  CHECK(asks(page)->toolTip().contains("Our own records"));
}

TEST_CASE("A choice without offers says who was asked and offers one act", "[choice][page]") {
  ChoicePage page;
  page.setEmpty("Choice for Wren Tansy", "Nine providers were asked; answers are due on 27 November at 16:00.", "Ask again");
  QSignalSpy acted(&page, &ChoicePage::emptyActed);
  const QImage picture = shot(page, {1000, 600}, "choice-empty");
  CHECK(coloursIn(picture) > 10);
  QTest::keyClick(page.firstFocus(), Qt::Key_Space);
  CHECK(acted.count() == 1);
  CHECK_FALSE(page.doPrimary());
}

TEST_CASE("The choice as it looks", "[choice][shots]") {
  const Look before = currentLook();
  for (const auto& [name, look] : {std::pair("choice", Look{}), std::pair("choice-dark", Look{true, Density::compact, 100}),
                                   std::pair("choice-150", Look{false, Density::compact, 150})}) {
    applyLook(*qApp, look);
    MainWindow window;
    window.setDemo(true);
    window.setPerson("M. Fennel, placement officer");
    window.setSaved("Saved 14:20");
    auto* page = new ChoicePage;
    page->setView(wrensChoice());
    for (const auto signal : {&ChoicePage::packRequested, &ChoicePage::addRequested, &ChoicePage::othersRequested})
      QObject::connect(page, signal, page, [] {});
    QObject::connect(page, &ChoicePage::weightsSaveRequested, page, [] {});
    QObject::connect(page, &ChoicePage::questionRequested, page, [] {});
    QObject::connect(page, &ChoicePage::answerRequested, page, [] {});
    const char* sections[] = {"My work", "Referrals", "Children", "Market", "Placements", "Reports", "Data"};
    const char* icons[] = {"my-work", "referrals", "children", "market", "placements", "reports", "data"};
    for (int i = 0; i < 7; ++i) window.addSection(sections[i], icons[i], i == 1 ? static_cast<Page*>(page) : new ChoicePage);
    window.setCount(0, 14);
    window.openSection(1);
    emit page->statusChanged("Offers: 6 of 9 approaches answered", "Policy v7, 1 April 2026   |   Ctrl+Return sends");
    window.resize(1600, 1000);
    window.show();
    QTest::qWait(10);
    auto* spin = page->findChildren<QSpinBox*>().front();
    spin->setFocus();
    spin->setValue(280);
    const QImage picture = shot(window, {1600, 1000}, name);
    CHECK(coloursIn(picture) > 200);
    CHECK(unnamed(window).join("; ").toStdString() == "");
  }
  applyLook(*qApp, before);
}
