// A page that is one list with the selected line beside it: a filter over the list, acts at the head, words in sections at the right.
#pragma once

#include <functional>
#include <vector>

#include "app/workspace.h"
#include "shared/plain_table.h"
#include "shell/page.h"

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace homeward::ui {

class EmptyState;
class PageHead;

/// A titled part of what is told of the selected line; without lines it is left out.
struct DetailPart {
  QString title;
  QStringList lines;
};

class ListedPage : public Page {
  Q_OBJECT
 public:
  [[nodiscard]] QString title() const override { return m_title; }
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool findHere() override;
  void setNamesHidden(bool hidden) override;
  [[nodiscard]] QString told() const;  ///< the words at the right

 protected:
  ListedPage(const QString& title, const QString& nothing, QWidget* parent);
  QPushButton* addAct(const QString& words, bool primary = false);
  /// An act on the selected line: it stands over the words about it.
  QPushButton* addLineAct(const QString& words);
  /// The one act of the empty page.
  void setFirstAct(const QString& words, const std::function<void()>& act);
  [[nodiscard]] PageHead* head() { return m_head; }
  [[nodiscard]] PlainTable* table() const { return m_table; }
  [[nodiscard]] bool namesHidden() const { return m_namesHidden; }
  void tell(const QString& heading, const std::vector<DetailPart>& parts);
  void showTrouble(const QString& words);
  void showCounts(int rows);
  /// Another line became the current one.
  virtual void showCurrent() = 0;

 private:
  void sayCounts();
  int m_rows = 0;
  QString m_title;
  QString m_nothing;
  bool m_namesHidden = false;
  PageHead* m_head;
  QLineEdit* m_filter;
  PlainTable* m_table;
  QLabel* m_detail;
  QGridLayout* m_lineActs;
  EmptyState* m_empty;
  QStackedWidget* m_stack;
};

}  // namespace homeward::ui
