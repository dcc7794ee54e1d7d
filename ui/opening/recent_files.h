// Case files that were opened here, the latest first: kept with the person's settings, never in a case file.
#pragma once

#include <QDate>
#include <QString>
#include <QVector>

namespace homeward::ui {

struct RecentFile {
  QString path;  ///< absolute
  QDate opened;
};

[[nodiscard]] QVector<RecentFile> recentFiles();
/// Puts it first; the eight latest are kept.
void rememberFile(const QString& path, const QDate& on);
void forgetFile(const QString& path);

}  // namespace homeward::ui
