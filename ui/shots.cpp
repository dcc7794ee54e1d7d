#include "shots.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTreeView>
#include <iostream>

#include "app/deciding.h"
#include "app/my_work.h"
#include "app/open_case.h"
#include "app/referrals.h"
#include "desktop.h"
#include "opening/start_page.h"
#include "reports/reports_page.h"
#include "shared/theme.h"
#include "worklist/work_model.h"

namespace homeward::ui {
namespace {

constexpr QSize screen{1600, 1000};

void settle(QApplication& application) {
  for (int i = 0; i < 5; ++i) application.processEvents();
}

/// The referral with the most offers: its choice is the one worth looking at.
std::optional<ReferralId> richest(app::Workspace& workspace) {
  const auto lines = app::referralLines(workspace, true);
  if (!lines || lines->empty()) return std::nullopt;
  return std::max_element(lines->begin(), lines->end(),
                          [](const app::ReferralLine& a, const app::ReferralLine& b) { return a.offers < b.offers; })
      ->id;
}

/// What is most urgent, with the pane beside it; false where nothing is for the same day.
bool selectSameDay(Desktop& desktop) {
  auto* list = desktop.window().currentPage()->findChild<QTreeView*>();
  const auto items = app::myWork(desktop.workspace(), true);
  if (list == nullptr || !items) return false;
  for (const app::WorkItem& item : *items)
    if (item.kind == app::WorkKind::sameDay) {
      list->setCurrentIndex(qobject_cast<WorkModel*>(list->model())->find(item.key));
      return true;
    }
  return false;
}

/// The screens of a window that was opened in this look, as somebody who works in it sees them; how many could not be written.
int shootAll(QApplication& application, const QString& file, const QString& folder, const Look& look) {
  applyLook(application, look);
  app::Opened opened = app::openCase(file.toStdString(), store::OpenMode::readWrite);
  if (!opened.workspace) {
    std::cerr << opened.words << '\n';
    return 1;
  }
  Desktop desktop(std::move(opened.workspace));
  MainWindow& window = desktop.window();
  const auto referral = richest(desktop.workspace());
  int failures = 0;
  window.resize(screen);
  window.show();
  const auto nameOf = [&](const QString& name) {
    return QString("%1/%2-%3-%4.png").arg(folder, look.dark ? "dark" : "light").arg(look.textPercent).arg(name);
  };
  const auto shoot = [&](const QString& name) {
    settle(application);
    if (!window.grab().save(nameOf(name))) ++failures;
  };
  for (const auto& [section, name] : {std::pair{Desktop::work, "my-work"},
                                      {Desktop::referrals, "referrals"},
                                      {Desktop::children, "children"},
                                      {Desktop::market, "market"},
                                      {Desktop::placements, "placements"},
                                      {Desktop::reports, "weekly-report"},
                                      {Desktop::data, "data"}}) {
    desktop.openSection(section);
    shoot(name);
    if (section == Desktop::work && selectSameDay(desktop)) shoot("my-work-same-day");
    if (auto* both = qobject_cast<ReportsPage*>(window.currentPage())) {
      both->showRound(true);
      shoot("searches-report");
      both->showRound(false);
    }
  }
  if (referral) {
    desktop.openMarketFor(*referral);
    shoot("market-for-referral");
    desktop.openChoice(*referral);
    shoot("choice");
    window.goBack();
  }
  if (const auto waiting = app::choicesWaiting(desktop.workspace()); waiting && !waiting->empty()) {
    desktop.openReview(waiting->front().id);
    shoot("review");
    window.goBack();
  }
  {
    MainWindow outside;
    outside.openPage(new StartPage, 0);
    outside.setBare(true);
    outside.resize(screen);
    outside.show();
    settle(application);
    if (!outside.grab().save(nameOf("start"))) ++failures;
  }
  desktop.newSameDayReferral();
  shoot("same-day");
  window.goBack();
  return failures;
}

}  // namespace

int takeShots(QApplication& application, const QString& file, const QString& folder) {
  if (!QDir().mkpath(folder)) {
    std::cerr << "The folder for the pictures cannot be made: " << folder.toStdString() << '\n';
    return 1;
  }
  int failures = 0;
  for (const bool dark : {false, true})
    for (const int percent : {100, 150}) failures += shootAll(application, file, folder, {dark, Density::compact, percent});
  return failures == 0 ? 0 : 1;
}

}  // namespace homeward::ui
