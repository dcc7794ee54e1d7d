// The tests of the window run under one QApplication without a screen, in the font of the pictures.
#define CATCH_CONFIG_RUNNER
#include "support/catch.h"

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>

#include "shared/theme.h"

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  QApplication application(argc, argv);
  QCoreApplication::setOrganizationName(QStringLiteral("Homeward tests"));
  QCoreApplication::setApplicationName(QStringLiteral("test_ui"));
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
  QApplication::setFont(QFont(QStringLiteral("Open Sans"), 10));
  homeward::ui::applyLook(application, {});
  return Catch::Session().run(argc, argv);
}
