// What stands at the head, at the side and in the middle of a page: title and actions, hints with the next act, empty pages with one
// action, filters as chips, errors that lead to their fields.
#pragma once

#include <QPointer>
#include <QPushButton>
#include <QVector>

#include "shared/style.h"
#include "shared/surface.h"

class QAction;
class QBoxLayout;
class QDialog;
class QDialogButtonBox;
class QHBoxLayout;
class QVBoxLayout;

namespace homeward::ui {

/// A button with its kind, icon and accessible name set; the words carry the mnemonic.
[[nodiscard]] QPushButton* makeButton(const QString& text, ButtonKind kind, const QString& icon = {}, QWidget* parent = nullptr);

/// The foot of a dialog: its one act, which Enter does from any field, and Cancel, which Enter does only where it has the keyboard. The
/// dialog lays it out and says what the act does. A default that is set before its button is in a dialog is lost to Cancel.
[[nodiscard]] QDialogButtonBox* dialogFoot(QDialog& dialog, QPushButton* act);

/// Brings the keyboard to a field of a form: the leaf of tabs that holds it comes to the front, and what scrolls shows it.
void bringTo(QWidget& field);

/// Title, second line and chips at the left; notes and actions at the right, the primary last.
class PageHead : public Surface {
  Q_OBJECT
 public:
  explicit PageHead(QWidget* parent = nullptr);
  void setTitle(const QString& title);
  void setSubtitle(const QString& subtitle);
  void setChips(const QVector<Chip>& chips);
  /// Quiet words before the actions, two lines at most.
  void setNote(const QString& note);
  void addAction(QWidget* control);
  [[nodiscard]] QString title() const;

 private:
  TextLabel* m_title;
  TextLabel* m_subtitle;
  TextLabel* m_note;
  QHBoxLayout* m_chips;
  QHBoxLayout* m_actions;
};

/// A pane's title with quiet words after it and, at the right, one link or control.
class SectionHead : public QWidget {
  Q_OBJECT
 public:
  explicit SectionHead(const QString& title, const QString& words = {}, QWidget* parent = nullptr);
  void setWords(const QString& words);
  void setTitle(const QString& title);
  void addRight(QWidget* control);

 private:
  TextLabel* m_title;
  TextLabel* m_words;
  QHBoxLayout* m_row;
};

/// Words on a tinted ground with the buttons that act on them: "Ask next".
class HintBlock : public Surface {
  Q_OBJECT
 public:
  explicit HintBlock(const QString& title, const QString& icon = {}, QWidget* parent = nullptr);
  void setTitle(const QString& title);
  void setText(const QString& text);
  void setAside(const QString& words);  ///< at the right of the title
  void addControl(QWidget* control);
  [[nodiscard]] QVBoxLayout* body() { return m_body; }

 private:
  TextLabel* m_title;
  TextLabel* m_aside;
  TextLabel* m_text;
  QVBoxLayout* m_body;
  QHBoxLayout* m_controls;
};

/// A page with nothing on it: what that means, and the one act that helps.
class EmptyState : public QWidget {
  Q_OBJECT
 public:
  explicit EmptyState(const QString& sentence, const QString& action = {}, QWidget* parent = nullptr);
  void setSentence(const QString& sentence);
  void setAction(const QString& action);
  [[nodiscard]] QPushButton* button() { return m_button; }
 signals:
  void acted();

 private:
  TextLabel* m_sentence;
  QPushButton* m_button;
};

/// A strip across the page: demo data, a what-if, something that went wrong. May carry one button.
class Banner : public Surface {
  Q_OBJECT
 public:
  enum class Kind { demo, whatIf, problem, done };
  explicit Banner(Kind kind, QWidget* parent = nullptr);
  void setText(const QString& strong, const QString& rest = {});
  void setAction(const QString& action);
  [[nodiscard]] QPushButton* button() { return m_button; }
 signals:
  void acted();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void dress();
  Kind m_kind;
  TextLabel* m_strong;
  TextLabel* m_rest;
  QPushButton* m_button;
};

/// Filters as chips: either switches of which one is on ("All 14"), or filters that can be taken away ("No dog ×").
class FilterChips : public QWidget {
  Q_OBJECT
 public:
  explicit FilterChips(QWidget* parent = nullptr);
  struct Entry {
    QString key;
    QString text;
    int count = -1;  ///< not shown below 0
  };
  /// Switches: one of them is on.
  void setChoices(const QVector<Entry>& entries, const QString& current);
  /// Filters in force: each has a button that takes it away.
  void setFilters(const QVector<Entry>& entries);
  [[nodiscard]] QString current() const { return m_current; }
 signals:
  void chosen(const QString& key);
  void removed(const QString& key);

 private:
  void clear();
  QLayout* m_row;
  QString m_current;
};

/// What is wrong with a form, each line a link to its field.
class ErrorSummary : public Surface {
  Q_OBJECT
 public:
  explicit ErrorSummary(QWidget* parent = nullptr);
  struct Line {
    QString text;
    QPointer<QWidget> field;
  };
  /// Hidden when there is nothing wrong.
  void setErrors(const QVector<Line>& lines);
  [[nodiscard]] int count() const { return m_count; }

 private:
  TextLabel* m_title;
  QVBoxLayout* m_lines;
  int m_count = 0;
};

}  // namespace homeward::ui
