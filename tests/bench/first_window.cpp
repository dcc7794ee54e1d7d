// How long it takes from opening the demo case to a window that stands there with My work in it; five times, the figures printed.
#include <QApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <filesystem>
#include <iostream>

#include "app/open_case.h"
#include "desktop.h"
#include "shared/theme.h"

int main(int argc, char** argv) {
  using namespace homeward;
  QApplication application(argc, argv);
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
  const auto folder = std::filesystem::temp_directory_path() / "homeward-bench";
  std::filesystem::create_directories(folder);
  const auto file = folder / "window.homeward";
  for (const char* beside : {"", "-wal", "-shm", ".head", ".lock"}) std::filesystem::remove(file.string() + beside);
  const Date day = date(2026, 11, 27);
  if (const auto made = app::demoCase(file, 1, day); !made) {
    std::cerr << made.error().detail << '\n';
    return 1;
  }
  for (int run = 1; run <= 5; ++run) {
    QElapsedTimer timer;
    timer.start();
    app::Opened opened = app::openCase(file, store::OpenMode::readWrite);
    if (!opened.workspace) {
      std::cerr << opened.words << '\n';
      return 1;
    }
    ui::applyLook(application, ui::Look{});
    ui::Desktop desktop(std::move(opened.workspace));
    desktop.window().show();
    const QPixmap picture = desktop.window().grab();
    std::cout << "first window, run " << run << ": " << timer.elapsed() << " ms (" << picture.width() << " x " << picture.height() << ")\n";
  }
  return 0;
}
