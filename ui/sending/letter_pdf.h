// A letter on paper: plain text, A4 upright, a page number on each page. Its properties hold its title and nothing else.
#pragma once

#include <QString>
#include <string>

#include "support/result.h"

namespace homeward::ui {

/// Lines that begin with "- " are points of a list; a line after an empty one that is short and ends without a stop is a title.
[[nodiscard]] Result<std::string> letterPdf(const std::string& letter, const QString& title);

}  // namespace homeward::ui
