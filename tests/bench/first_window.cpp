// How long it takes from the program's start to a window that stands there with My work in it, and from asking for a ranking, a choice and
// the week's report to seeing them: on the demo case, and on the market that Ofsted publishes (where the reference data is there). Five
// times each, the figures printed.
#include <QApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <filesystem>
#include <functional>
#include <iostream>

#include "app/imports.h"
#include "app/open_case.h"
#include "app/referrals.h"
#include "choice/choice_page.h"
#include "desktop.h"
#include "shared/theme.h"
#include "ui/drag_frames.h"

using namespace homeward;

namespace {

constexpr int runs = 5;
const Date day = date(2026, 11, 27);

std::unique_ptr<app::Workspace> opened(const std::filesystem::path& file) {
  app::Opened opened = app::openCase(file, store::OpenMode::readWrite, [] { return Instant{day} + std::chrono::hours{14}; });
  if (opened.workspace) return std::move(opened.workspace);
  std::cerr << opened.words << '\n';
  std::exit(1);
}

/// Prints how long it takes until what `open` brings up is painted.
void shown(const char* what, ui::Desktop& desktop, const std::function<void()>& open) {
  std::cout << what << ':';
  for (int run = 0; run < runs; ++run) {
    QElapsedTimer timer;
    timer.start();
    open();
    QApplication::processEvents();
    const QPixmap picture = desktop.window().grab();
    std::cout << ' ' << timer.elapsed() << " ms";
    desktop.openSection(ui::Desktop::work);
    QApplication::processEvents();
  }
  std::cout << '\n';
}

ReferralId withOffers(app::Workspace& workspace) {
  const auto lines = app::referralLines(workspace, true);
  if (lines)
    for (const app::ReferralLine& line : *lines)
      if (line.offers > 2) return line.id;
  std::cerr << "The case has no referral with offers.\n";
  std::exit(1);
}

void screens(const std::string& market, ui::Desktop& desktop) {
  const ReferralId referral = withOffers(desktop.workspace());
  desktop.window().resize(1600, 1000);
  desktop.window().show();
  shown(("ranking of " + market + " shown").c_str(), desktop, [&] { desktop.openMarketFor(referral); });
  shown(("choice beside " + market + " shown").c_str(), desktop, [&] { desktop.openChoice(referral); });
  desktop.openChoice(referral);
  QApplication::processEvents();
  if (auto* page = desktop.window().findChild<ui::ChoicePage*>(); page != nullptr)
    std::cout << "a weight dragged beside " << market << ": " << tests::dragFrames(*page).words() << '\n';
  shown("weekly report shown", desktop, [&] { desktop.openSection(ui::Desktop::reports); });
}

}  // namespace

int main(int argc, char** argv) {
  const auto folder = std::filesystem::temp_directory_path() / "homeward-bench";
  std::filesystem::create_directories(folder);
  const auto file = folder / "window.homeward";
  for (const char* beside : {"", "-wal", "-shm", ".head", ".lock"}) std::filesystem::remove(file.string() + beside);
  if (const auto made = app::demoCase(file, 1, day); !made) {
    std::cerr << made.error().detail << '\n';
    return 1;
  }
  QElapsedTimer timer;
  timer.start();
  QApplication application(argc, argv);
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
  std::cout << "first window:";
  for (int run = 0; run < runs; ++run) {
    if (run > 0) timer.restart();
    auto workspace = opened(file);
    ui::applyLook(application, ui::Look{});
    ui::Desktop desktop(std::move(workspace));
    desktop.window().show();
    const QPixmap picture = desktop.window().grab();
    std::cout << ' ' << timer.elapsed() << " ms";
  }
  std::cout << '\n';
  {
    ui::Desktop desktop(opened(file));
    screens("the demo's market", desktop);
  }
  const std::filesystem::path list = std::filesystem::path(HOMEWARD_REFERENCE_DATA) / "ofsted/providers_2025-03-31.csv";
  if (!std::filesystem::exists(list)) return 0;
  ui::Desktop desktop(opened(file));
  if (const auto done = app::importOfsted(desktop.workspace(), list); !done) {
    std::cerr << done.error().detail << '\n';
    return 1;
  }
  screens("Ofsted's market", desktop);
  return 0;
}
