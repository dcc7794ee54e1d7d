// The room that pages ask for: on a small screen at 100%, and in letters half as large again on a wide one, nothing is scrolled sideways
// to be read, except in tables whose columns somebody chose.
#include <QAbstractButton>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>

#include "app/app_case.h"
#include "app/deciding.h"
#include "app/referrals.h"
#include "desktop.h"
#include "hands.h"
#include "samples.h"
#include "shared/page_parts.h"
#include "shared/theme.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

/// Who asks for that much: from the pane down to the leaf.
std::string widest(const QWidget& pane) {
  std::string path;
  const QWidget* at = &pane;
  for (;;) {
    const QWidget* next = nullptr;
    for (const QWidget* child : at->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
      if (!child->isHidden() && (next == nullptr || child->minimumSizeHint().width() > next->minimumSizeHint().width())) next = child;
    if (next == nullptr || next->minimumSizeHint().width() * 3 < pane.minimumSizeHint().width()) return path;
    path += std::string(" > ") + next->metaObject()->className() + " " + std::to_string(next->minimumSizeHint().width());
    at = next;
  }
}

/// The window in front is no wider than its screen, and none of its panes is wider than its place.
void fits(Desktop& desktop, const QSize& screen, const char* what) {
  MainWindow& window = desktop.window();
  for (int i = 0; i < 5; ++i) qApp->processEvents();
  INFO(what << " asks for " << window.currentPage()->minimumSizeHint().width() << ", the window for " << window.minimumSizeHint().width()
            << " of " << screen.width());
  CHECK(window.minimumSizeHint().width() <= screen.width());
  CHECK(doubledLetters(window).join(QStringLiteral("; ")).toStdString() == "");
  for (const QAbstractButton* button : window.currentPage()->findChildren<QAbstractButton*>()) {
    if (!button->isVisible() || qobject_cast<const QScrollBar*>(button->parentWidget()) != nullptr) continue;
    INFO(button->accessibleName().toStdString() << " " << button->text().toStdString());
    CHECK(button->parentWidget()->rect().contains(button->geometry()));
  }
  for (const QScrollArea* pane : window.currentPage()->findChildren<QScrollArea*>()) {
    if (!pane->isVisible() || pane->widget() == nullptr) continue;
    INFO(pane->accessibleName().toStdString() << ": " << pane->widget()->minimumSizeHint().width() << " of " << pane->viewport()->width()
                                              << widest(*pane->widget()));
    CHECK(pane->horizontalScrollBar()->maximum() == 0);
  }
}

}  // namespace

TEST_CASE("Every page has room on a small screen, and on a wide one in letters half as large again") {
  const Look before = currentLook();
  const auto [percent, screen] = GENERATE(std::pair{100, QSize(1280, 800)}, std::pair{150, QSize(1600, 1000)});
  DemoOnDisk demo;
  applyLook(*qApp, {false, Density::compact, percent});
  INFO(percent << "%");
  Desktop desktop(std::move(demo.workspace));
  desktop.window().resize(screen);
  desktop.window().show();
  for (const auto& [section, name] : {std::pair{Desktop::work, "My work"},
                                      {Desktop::referrals, "Referrals"},
                                      {Desktop::children, "Children"},
                                      {Desktop::market, "Market"},
                                      {Desktop::placements, "Placements"},
                                      {Desktop::reports, "Weekly report"},
                                      {Desktop::data, "Data"}}) {
    desktop.openSection(section);
    fits(desktop, screen, name);
  }
  const auto lines = app::referralLines(desktop.workspace(), true);
  REQUIRE(lines);
  const auto richest = std::ranges::max_element(*lines, {}, &app::ReferralLine::offers);
  for (const app::ReferralLine& line : *lines) {
    desktop.openReferral(line.id);
    fits(desktop, screen, line.number.c_str());
  }
  desktop.openMarketFor(richest->id);
  fits(desktop, screen, "Market for a referral");
  desktop.openChoice(richest->id);
  fits(desktop, screen, "Choice");
  desktop.window().goBack();
  const auto waiting = app::choicesWaiting(desktop.workspace());
  REQUIRE((waiting && !waiting->empty()));
  desktop.openReview(waiting->front().id);
  fits(desktop, screen, "Review");
  desktop.window().goBack();
  desktop.editReferral(richest->id);
  fits(desktop, screen, "Editing a referral");
  desktop.window().goBack();
  desktop.newSameDayReferral();
  fits(desktop, screen, "Same-day referral");
  applyLook(*qApp, before);
}
