// The law that this program knows: the forty rules with their days and citations, and the day from which a rule is law whose commencement
// nobody knew when the program was made.
#pragma once

#include <QWidget>
#include <memory>

#include "app/workspace.h"
#include "law/rules.h"

class QPushButton;

namespace homeward::ui {

class TextLabel;

class PlainTable;
class SectionHead;

class LawPane : public QWidget {
  Q_OBJECT
 public:
  explicit LawPane(app::Workspace& workspace, QWidget* parent = nullptr);
  void refresh();
  [[nodiscard]] QWidget* first();
  /// Asks from which day the selected rule is law.
  void enterDay();

 signals:
  void saved(const QString& words);

 private:
  void follow(int row);
  [[nodiscard]] const law::Rule* current() const;
  app::Workspace& m_workspace;
  std::shared_ptr<const law::Rules> m_rules;
  SectionHead* m_head;
  PlainTable* m_table;
  QPushButton* m_enter;
  TextLabel* m_basis;
};

}  // namespace homeward::ui
