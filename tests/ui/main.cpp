// The tests of the window run under one QApplication without a screen, in the font of the pictures.
#define CATCH_CONFIG_RUNNER
#include "support/catch.h"

#include <QApplication>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "shared/theme.h"

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  QApplication application(argc, argv);
  // Each run has settings of its own: two at once would change each other's.
  const QTemporaryDir settings;
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
  QCoreApplication::setOrganizationName(QStringLiteral("Homeward tests"));
  QCoreApplication::setApplicationName(QStringLiteral("test_ui"));
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
  QApplication::setFont(QFont(QStringLiteral("Open Sans"), 10));
  // HOMEWARD_LOOK="dark 150": the pictures of a run in another look.
  const QStringList look = qEnvironmentVariable("HOMEWARD_LOOK").split(' ', Qt::SkipEmptyParts);
  homeward::ui::applyLook(application, {look.contains("dark"), homeward::ui::Density::compact, look.contains("150") ? 150 : 100});
  return Catch::Session().run(argc, argv);
}
