// Words from outside in a tooltip: letter by letter, never as markup.
#pragma once

#include <QString>
#include <QTextDocument>

namespace homeward::ui {

/// As they are where nothing in them could be taken for markup; else escaped.
[[nodiscard]] inline QString plainTip(const QString& words) {
  return Qt::mightBeRichText(words) ? QStringLiteral("<qt>") + words.toHtmlEscaped() + QStringLiteral("</qt>") : words;
}

}  // namespace homeward::ui
