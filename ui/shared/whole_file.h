// Files that are there whole or not at all, and files from outside as bytes.
#pragma once

#include <QString>
#include <QStringList>
#include <string>

#include "support/result.h"

namespace homeward::ui {

/// Unavailable: what stood in the way, and what to do.
[[nodiscard]] Result<void> writeWhole(const QString& path, const std::string& bytes);
/// Several files that belong together: what was written of them goes again unless all of it, and what is noted of it, succeeds. A file that
/// went out without being noted would come back unknown.
class WrittenTogether {
 public:
  WrittenTogether() = default;
  ~WrittenTogether();
  WrittenTogether(const WrittenTogether&) = delete;
  WrittenTogether& operator=(const WrittenTogether&) = delete;
  [[nodiscard]] Result<void> write(const QString& path, const std::string& bytes);
  /// One that something else has written.
  void add(const QString& path) { m_paths << path; }
  void keep() { m_paths.clear(); }

 private:
  QStringList m_paths;
};

/// Too large: more than 20 MB, which no answer has.
[[nodiscard]] Result<std::string> readWhole(const QString& path);

}  // namespace homeward::ui
