#include "shared/names.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <algorithm>

#include "shared/surface.h"

namespace homeward::ui {
namespace {

constexpr const char* nameProperty = "holdsName";

bool isInWord(QChar letter) { return letter.isLetterOrNumber() || letter == QLatin1Char('-'); }

/// The word that begins at `from`; hyphens and digits belong to it, an apostrophe ends it ("Wren's", "Wren’s").
QString wordAt(const QString& words, qsizetype from) {
  qsizetype to = from;
  while (to < words.size() && isInWord(words[to])) ++to;
  return words.mid(from, to - from);
}

}  // namespace

void NameCover::setNames(const QHash<QString, QString>& covered, const QStringList& kept) {
  m_byFirstWord.clear();
  const auto add = [this](const QString& name, const QString& instead) {
    const QString first = wordAt(name, 0);
    if (!first.isEmpty()) m_byFirstWord[first].push_back({name, instead});
  };
  for (const QString& name : kept)
    if (name.contains(QLatin1Char(' '))) add(name, name);
  for (auto one = covered.begin(); one != covered.end(); ++one) add(one.key(), one.value());
  for (QVector<Entry>& entries : m_byFirstWord)
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name.size() > b.name.size(); });
  if (m_hidden) emit changed();
}

void NameCover::setHidden(bool hidden) {
  if (m_hidden == hidden) return;
  m_hidden = hidden;
  emit changed();
}

QString NameCover::shown(const QString& words) const {
  if (!m_hidden || words.isEmpty() || m_byFirstWord.isEmpty()) return words;
  QString out;
  qsizetype copied = 0;
  for (qsizetype at = 0; at < words.size();) {
    if (!isInWord(words[at])) {
      ++at;
      continue;
    }
    const QString word = wordAt(words, at);
    qsizetype length = word.size();
    if (const auto found = m_byFirstWord.find(word); found != m_byFirstWord.end())
      for (const Entry& entry : *found) {
        const qsizetype end = at + entry.name.size();
        if (QStringView(words).mid(at, entry.name.size()) != entry.name || (end < words.size() && isInWord(words[end]))) continue;
        out += QStringView(words).mid(copied, at - copied);
        out += entry.instead;
        length = entry.name.size();
        copied = at + length;
        break;
      }
    at += length;
  }
  return out.isEmpty() && copied == 0 ? words : out + words.mid(copied);
}

void holdsName(QLineEdit& line) {
  line.setProperty(nameProperty, true);
  if (nameCover().hidden()) line.setEchoMode(QLineEdit::Password);
}

void coverFields(QWidget& form) {
  for (QLineEdit* line : form.findChildren<QLineEdit*>()) {
    const bool covered = nameCover().hidden() && (line->property(nameProperty).toBool() || shown(line->text()) != line->text());
    line->setEchoMode(covered ? QLineEdit::Password : QLineEdit::Normal);
  }
}

void coverText(QPlainTextEdit& text, TextLabel& instead) {
  const QString words = text.toPlainText();
  const bool covered = shown(words) != words;
  instead.setText(QObject::tr("Hidden with the names that stand in it. Show names to read and change it (Ctrl+Shift+H)."));
  text.setVisible(!covered);
  instead.setVisible(covered);
}

NameCover& nameCover() {
  static NameCover cover;
  return cover;
}

}  // namespace homeward::ui
