// Who works with the case file: the council, people with role, team and what they may agree, and the teams. Nobody is deleted: who has left
// is marked so, and keeps standing behind what they did.
#pragma once

#include <QWidget>
#include <vector>

#include "app/workspace.h"

class QPushButton;
class QUndoStack;

namespace homeward::ui {

class PlainTable;
class SectionHead;

class PeoplePane : public QWidget {
  Q_OBJECT
 public:
  explicit PeoplePane(app::Workspace& workspace, QWidget* parent = nullptr);
  void refresh();
  [[nodiscard]] QUndoStack* undoStack() { return m_undo; }
  [[nodiscard]] QWidget* first();
  void addPerson() { editPerson(-1); }
  void addTeam() { editTeam(-1); }

 signals:
  void saved(const QString& words);

 private:
  void showPeople(const std::vector<Team>& teams);
  void showTeams();
  void editCouncil();
  void editPerson(int row);
  void editTeam(int row);
  app::Workspace& m_workspace;
  QUndoStack* m_undo;
  std::vector<Person> m_people;
  std::vector<Team> m_known;
  SectionHead* m_councilHead;
  SectionHead* m_peopleHead;
  SectionHead* m_teamsHead;
  PlainTable* m_staff;
  PlainTable* m_teams;
  QPushButton* m_change;
  QPushButton* m_rename;
};

}  // namespace homeward::ui
