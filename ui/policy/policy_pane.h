// What matters in this council: the versions of its policy, which of them counts, and since when by whom.
#pragma once

#include <QWidget>
#include <vector>

#include "app/policies.h"

class QPushButton;

namespace homeward::ui {

class PlainTable;
class SectionHead;

class PolicyPane : public QWidget {
  Q_OBJECT
 public:
  explicit PolicyPane(app::Workspace& workspace, QWidget* parent = nullptr);
  void refresh();
  [[nodiscard]] QWidget* first();
  void newVersion();
  void putIntoUse();
  void compare();

 signals:
  void saved(const QString& words);
  void refused(const QString& what, const QString& why);

 private:
  [[nodiscard]] const app::PolicyVersion* selected() const;
  void showActs();
  app::Workspace& m_workspace;
  std::vector<app::PolicyVersion> m_versions;
  SectionHead* m_head;
  PlainTable* m_table;
  QPushButton* m_new;
  QPushButton* m_use;
  QPushButton* m_compare;
};

}  // namespace homeward::ui
