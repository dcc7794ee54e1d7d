#include "shell/act_finder.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QRegularExpression>
#include <algorithm>

namespace homeward::ui {
namespace {

constexpr std::size_t mostFound = 8;

QString withoutMnemonic(QString words) { return words.remove(QLatin1Char('&')); }

QStringList wordsOf(const QString& text) {
  static const QRegularExpression between(QStringLiteral("[^\\w-]+"), QRegularExpression::UseUnicodePropertiesOption);
  return text.toLower().split(between, Qt::SkipEmptyParts);
}

bool fits(const QString& text, const QStringList& typed) {
  const QStringList words = wordsOf(text);
  return std::all_of(typed.begin(), typed.end(), [&](const QString& begun) {
    return std::any_of(words.begin(), words.end(), [&](const QString& word) { return word.startsWith(begun); });
  });
}

/// Below a menu and the menus in it.
void collect(const QMenu& menu, const QString& path, const QStringList& typed, std::vector<FindResult>& found) {
  for (QAction* action : menu.actions()) {
    if (action->isSeparator() || !action->isVisible() || !action->isEnabled()) continue;
    const QString words = withoutMnemonic(action->text());
    if (const QMenu* inner = action->menu()) {
      collect(*inner, QStringLiteral("%1, %2").arg(path, words), typed, found);
    } else if (fits(words, typed)) {
      const QString keys = action->shortcut().toString(QKeySequence::NativeText);
      found.push_back({QObject::tr("Acts"),
                       words,
                       keys.isEmpty() ? path : QStringLiteral("%1, %2").arg(path, keys),
                       {},
                       [kept = QPointer<QAction>(action)] {
                         if (kept) kept->trigger();
                       }});
    }
  }
}

}  // namespace

std::vector<FindResult> ActFinder::find(const QString& typed) {
  std::vector<FindResult> found;
  const QStringList begun = wordsOf(typed);
  if (begun.isEmpty()) return found;
  for (const QAction* top : m_menus.actions())
    if (top->menu() != nullptr && top->isVisible()) collect(*top->menu(), withoutMnemonic(top->text()), begun, found);
  if (found.size() > mostFound) found.resize(mostFound);
  return found;
}

}  // namespace homeward::ui
