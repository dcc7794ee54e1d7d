#include "shared/whole_file.h"

#include <QFile>
#include <QFileInfo>
#include <QObject>
#include <QSaveFile>

#include "shared/format.h"

namespace homeward::ui {

Result<void> writeWhole(const QString& path, const std::string& bytes) {
  QSaveFile out(path);
  const auto size = static_cast<qint64>(bytes.size());
  if (!out.open(QIODevice::WriteOnly) || out.write(bytes.data(), size) != size || !out.commit())
    return fail(
        ErrorCode::unavailable, "file",
        utf8(QObject::tr("%1 could not be written: %2. Choose another folder.").arg(QFileInfo(path).fileName(), out.errorString())));
  return {};
}

WrittenTogether::~WrittenTogether() {
  for (const QString& path : m_paths) QFile::remove(path);
}

Result<void> WrittenTogether::write(const QString& path, const std::string& bytes) {
  auto written = writeWhole(path, bytes);
  if (written) m_paths << path;
  return written;
}

Result<std::string> readWhole(const QString& path) {
  constexpr qint64 most = 20'000'000;
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return fail(ErrorCode::unavailable, "file", utf8(QObject::tr("The file could not be read: %1.").arg(file.errorString())));
  if (file.size() > most)
    return fail(ErrorCode::tooLarge, "file", utf8(QObject::tr("The file is larger than 20 MB: it is not an answer that was sent to you.")));
  return file.readAll().toStdString();
}

}  // namespace homeward::ui
