// Names that are hidden while the screen is shared: of children, of the people they know, of sibling groups.
//
// While they are hidden every place that shows words to be read asks for them here, and gets the child's number in the place of the
// name ("C-2207"), or what somebody is to the child ("grandmother"). Names of staff, homes and providers stay, also where a child is
// called like a part of one. Words to be edited or written to a file are never asked for here.
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace homeward::ui {

class TextLabel;

class NameCover : public QObject {
  Q_OBJECT
 public:
  /// The names and what stands for each; a single word stands for itself only where nothing longer fits. `kept` are shown in any case.
  void setNames(const QHash<QString, QString>& covered, const QStringList& kept);
  void setHidden(bool hidden);
  [[nodiscard]] bool hidden() const { return m_hidden; }
  /// These words as they may be shown now.
  [[nodiscard]] QString shown(const QString& words) const;

 signals:
  void changed();

 private:
  struct Entry {
    QString name;
    QString instead;
  };
  QHash<QString, QVector<Entry>> m_byFirstWord;  // the longest first
  bool m_hidden = false;
};

[[nodiscard]] NameCover& nameCover();
/// What the cover lets through of these words.
[[nodiscard]] inline QString shown(const QString& words) { return nameCover().shown(words); }

/// A field for a name, whoever it is of: dots while names are hidden, also of a name that is not known yet.
void holdsName(QLineEdit& line);
/// Fields of a form while names are hidden: dots in the place of what is a name, and of a line in which one stands.
void coverFields(QWidget& form);
/// A text of several lines: while a name stands in it that is hidden, `instead` says so in its place.
void coverText(QPlainTextEdit& text, TextLabel& instead);

}  // namespace homeward::ui
