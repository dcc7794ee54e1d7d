// A weight is dragged on the choice of the demo case, and on the same beside the whole market that Ofsted publishes: how long each frame
// takes is printed, and in every frame the bars, the sentences and the tables say the same.
#include <QApplication>
#include <QTableWidget>
#include <filesystem>
#include <iostream>
#include <numeric>

#include "app/app_case.h"
#include "app/imports.h"
#include "app/referrals.h"
#include "choice/choice_page.h"
#include "choice/choice_parts.h"
#include "choice/cost_match_chart.h"
#include "choice/firmness.h"
#include "choice/option_header.h"
#include "desktop.h"
#include "drag_frames.h"
#include "hands.h"
#include "samples.h"
#include "shared/page_parts.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

ReferralId withOffers(app::Workspace& workspace) {
  const auto lines = app::referralLines(workspace, true);
  REQUIRE(lines);
  for (const app::ReferralLine& line : *lines)
    if (line.offers > 2) return line.id;
  FAIL("The case has no referral with offers.");
  return {};
}

/// What stands in the page at this moment, each from its own widget.
void agree(const ChoicePage& page) {
  const ChoiceView& view = page.view();
  // The bars of the match add up to the score of the head, which is that of the ranking by these weights.
  REQUIRE(std::accumulate(view.weights.begin(), view.weights.end(), 0) == 1000);
  const auto ranking = matching::rank(view.problem, view.weights);
  REQUIRE(ranking == view.ranking);
  for (std::size_t option = 0; option < view.options.size(); ++option) {
    const auto& points = view.points[option];
    const int score = matching::shownScore(scoreOf(view, option).known);
    REQUIRE(std::accumulate(points.begin(), points.end(), 0) == score);
    REQUIRE(headWords(view, option).contains(QString::number(score)));
  }
  // The chart's table has every option with its score.
  const auto* table = page.findChild<QTableWidget*>();
  REQUIRE(table != nullptr);
  QTableWidget again;
  fillCostMatchTable(again, view);
  REQUIRE(table->rowCount() == again.rowCount());
  for (int row = 0; row < again.rowCount(); ++row)
    for (int column = 0; column < again.columnCount(); ++column)
      REQUIRE(table->item(row, column)->text() == again.item(row, column)->text());
  // The sentence on how firm the order is stands in the panel as it follows from the same weights.
  const Firmness firm = firmnessOf(view);
  bool said = firm.limits.empty();
  for (const auto* label : page.findChild<WeightsPanel*>()->findChildren<TextLabel*>())
    said = said || label->text().contains(firm.limits.front());
  REQUIRE(said);
  // Sliders and their figures are the weights.
  const auto sliders = page.findChildren<WeightSlider*>();
  REQUIRE(static_cast<std::size_t>(sliders.size()) == view.weights.size());
  for (std::size_t c = 0; c < view.weights.size(); ++c)
    if (!sliders[static_cast<qsizetype>(c)]->isSliderDown())
      REQUIRE(sliders[static_cast<qsizetype>(c)]->value() == std::min(view.weights[c], sliders[static_cast<qsizetype>(c)]->maximum()));
}

void drag(const char* market, Desktop& desktop) {
  desktop.window().resize(1600, 1000);
  desktop.window().show();
  desktop.openChoice(withOffers(desktop.workspace()));
  QApplication::processEvents();
  auto* page = desktop.window().findChild<ChoicePage*>();
  REQUIRE(page != nullptr);
  int frames = 0;
  const DragFrames taken = dragFrames(*page, [&] {
    if (++frames % 8 == 1) agree(*page);
  });
  agree(*page);
  CHECK(isWhatIf(page->view()));
  std::cout << "A weight dragged beside " << market << ": " << taken.words() << '\n';
}

}  // namespace

TEST_CASE("A dragged weight repaints, and all that is shown agrees in every frame", "[choice][frames]") {
  {
    DemoOnDisk demo;
    Desktop desktop(std::move(demo.workspace));
    drag("the demo's market", desktop);
  }
  const auto list = std::filesystem::path(HOMEWARD_REFERENCE_DATA) / "ofsted/providers_2025-03-31.csv";
  if (!std::filesystem::exists(list)) return;
  DemoOnDisk demo;
  const auto done = app::importOfsted(*demo.workspace, list);
  REQUIRE(done);
  Desktop desktop(std::move(demo.workspace));
  drag("Ofsted's market", desktop);
}
