// Files that are there whole or not at all, and files from outside as bytes.
#pragma once

#include <QString>
#include <string>

#include "support/result.h"

namespace homeward::ui {

/// Unavailable: what stood in the way, and what to do.
[[nodiscard]] Result<void> writeWhole(const QString& path, const std::string& bytes);
/// Too large: more than 20 MB, which no answer has.
[[nodiscard]] Result<std::string> readWhole(const QString& path);

}  // namespace homeward::ui
