// The desktop: opens a case file and shows it, or does one thing without a window.
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLocale>
#include <QStandardPaths>
#include <iostream>

#include "app/open_case.h"
#include "app/week_report.h"
#include "opening/front_door.h"
#include "print/report_pages.h"
#include "shared/format.h"
#include "shared/theme.h"
#include "shell/main_window.h"
#include "shots.h"
#include "support/log.h"

namespace {

using namespace homeward;

int complain(const QString& words) {
  std::cerr << words.toStdString() << '\n';
  return 1;
}

int weeklyPdf(app::Workspace& workspace, const QString& week, const QString& pdf) {
  const auto wanted = week.isEmpty() ? std::optional(isoWeek(workspace.today())) : parseIsoWeek(ui::utf8(week));
  if (!wanted) return complain("Write the week as --week 2026-W48.");
  if (pdf.isEmpty()) return complain("Name the file to write with --pdf week.pdf.");
  const auto report = app::weekReport(workspace, *wanted);
  if (!report) return complain(ui::q(report.error().detail));
  if (const auto written = ui::writeReportPdf(report->report, pdf); !written) return complain(ui::q(written.error().detail));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setApplicationName("homeward");
  QApplication::setApplicationDisplayName("Homeward");
  QApplication::setOrganizationName("Homeward");
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));

  QCommandLineParser options;
  options.setApplicationDescription("Homeward finds homes for children in care.");
  options.addHelpOption();
  options.addOption({"file", "The case file to open.", "case"});
  options.addOption({"choice", "A choice that was sent to you, to be opened without a case file.", "file"});
  options.addOption({"headless", "Do one thing without a window: weekly.", "what"});
  options.addOption({"week", "The week of --headless weekly, as 2026-W48; without it, this week.", "week"});
  options.addOption({"pdf", "Where --headless weekly writes its PDF.", "pdf"});
  options.addOption({"shots", "Write a picture of every main screen into this folder.", "folder"});
  options.process(application);

  const QString logs = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  if (!logs.isEmpty() && QDir().mkpath(logs)) log::toFile((logs + "/homeward.log").toStdString());
  const bool headless = options.isSet("headless");
  if ((headless || options.isSet("shots")) && !options.isSet("file"))
    return complain("Name the case file with --file, or make the demo: homeward-cli demo --out demo.homeward");

  const QString file = options.value("file");
  if (options.isSet("shots")) return ui::takeShots(application, file, options.value("shots"));
  app::Opened opened;
  if (!file.isEmpty()) opened = app::openCase(file.toStdString(), headless ? store::OpenMode::readOnly : store::OpenMode::readWrite);
  if (headless && !opened.workspace) return complain(ui::q(opened.words));
  if (options.value("headless") == "weekly") return weeklyPdf(*opened.workspace, options.value("week"), options.value("pdf"));
  if (headless) return complain("There is only one thing to do without a window: --headless weekly.");

  ui::applyLook(application, ui::rememberedLook());
  ui::FrontDoor door;
  if (file.isEmpty() || !door.enter(std::move(opened), file)) door.showStart();
  if (options.isSet("choice")) door.openSentChoice(options.value("choice"));
  door.lock().lock();  // whoever starts the program again is asked as well
  return QApplication::exec();
}
