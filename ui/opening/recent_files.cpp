#include "opening/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace homeward::ui {
namespace {

constexpr qsizetype mostRecent = 8;

void keep(const QVector<RecentFile>& files) {
  QSettings settings;
  settings.remove("recent");
  settings.beginWriteArray("recent", static_cast<int>(files.size()));
  for (int i = 0; i < files.size(); ++i) {
    settings.setArrayIndex(i);
    settings.setValue("path", files[i].path);
    settings.setValue("opened", files[i].opened);
  }
  settings.endArray();
}

}  // namespace

QVector<RecentFile> recentFiles() {
  QVector<RecentFile> files;
  QSettings settings;
  const int count = settings.beginReadArray("recent");
  for (int i = 0; i < count; ++i) {
    settings.setArrayIndex(i);
    files.push_back({settings.value("path").toString(), settings.value("opened").toDate()});
  }
  settings.endArray();
  return files;
}

void rememberFile(const QString& path, const QDate& on) {
  const QString whole = QFileInfo(path).absoluteFilePath();
  QVector<RecentFile> files = recentFiles();
  files.removeIf([&](const RecentFile& file) { return file.path == whole; });
  files.prepend({whole, on});
  if (files.size() > mostRecent) files.resize(mostRecent);
  keep(files);
}

void forgetFile(const QString& path) {
  QVector<RecentFile> files = recentFiles();
  files.removeIf([&](const RecentFile& file) { return file.path == path; });
  keep(files);
}

}  // namespace homeward::ui
