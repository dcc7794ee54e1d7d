#include "data/people_pane.h"

#include <QPushButton>
#include <QUndoStack>
#include <QVBoxLayout>
#include <algorithm>

#include "app/market_data.h"
#include "data/council_editor.h"
#include "data/person_editor.h"
#include "data/team_editor.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/saved_edit.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int peopleAtOnce = 10;
constexpr int teamsAtOnce = 5;

QHBoxLayout* row(std::initializer_list<QWidget*> controls) {
  auto* made = new QHBoxLayout;
  for (QWidget* control : controls) made->addWidget(control);
  made->addStretch();
  return made;
}

}  // namespace

PeoplePane::PeoplePane(app::Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_undo(new QUndoStack(this)),
      m_councilHead(new SectionHead(tr("Council"))),
      m_peopleHead(new SectionHead(tr("People"))),
      m_teamsHead(new SectionHead(tr("Teams"))),
      m_staff(new PlainTable(tr("People"))),
      m_teams(new PlainTable(tr("Teams"))),
      m_change(makeButton(tr("Change the selecte&d…"), ButtonKind::outlined)),
      m_rename(makeButton(tr("Rename the te&am…"), ButtonKind::outlined)) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(px(8));
  auto* add = makeButton(tr("Add a pers&on…"), ButtonKind::outlined, "plus");
  auto* team = makeButton(tr("Add a tea&m…"), ButtonKind::outlined, "plus");
  m_staff->columns().setUsuallyHidden({5});  // the e-mail
  m_staff->columns().setGivingWay({4, 2});   // the telephone, the team
  m_staff->columns().setKey(QStringLiteral("people"));
  m_teams->columns().setKey(QStringLiteral("teams"));
  m_staff->setHighForRows(peopleAtOnce);
  m_teams->setHighForRows(teamsAtOnce);
  m_staff->setAccessibleDescription(tr("Enter changes the person"));
  m_teams->setAccessibleDescription(tr("Enter renames the team"));
  auto* council = makeButton(tr("Cha&nge the council…"), ButtonKind::outlined);
  rows->addWidget(m_councilHead);
  rows->addLayout(row({council}));
  rows->addSpacing(px(12));
  rows->addWidget(m_peopleHead);
  rows->addWidget(m_staff);
  rows->addLayout(row({add, m_change, m_staff->columns().button(tr("Co&lumns…"))}));
  rows->addSpacing(px(12));
  rows->addWidget(m_teamsHead);
  rows->addWidget(m_teams);
  rows->addLayout(row({team, m_rename}));
  for (PlainTable* table : {m_staff, m_teams}) connect(&table->columns(), &TableColumns::copied, this, &PeoplePane::saved);
  connect(council, &QPushButton::clicked, this, &PeoplePane::editCouncil);
  connect(add, &QPushButton::clicked, this, [this] { editPerson(-1); });
  connect(m_change, &QPushButton::clicked, this, [this] { editPerson(m_staff->currentRow()); });
  connect(team, &QPushButton::clicked, this, [this] { editTeam(-1); });
  connect(m_rename, &QPushButton::clicked, this, [this] { editTeam(m_teams->currentRow()); });
  connect(m_staff, &PlainTable::rowOpened, this, &PeoplePane::editPerson);
  connect(m_teams, &PlainTable::rowOpened, this, &PeoplePane::editTeam);
  for (QPushButton* button : {council, add, m_change, team, m_rename}) {
    button->setEnabled(!workspace.readOnly());
    if (workspace.readOnly()) button->setToolTip(tr("This case file is open for reading only"));
  }
}

QWidget* PeoplePane::first() { return m_staff; }

void PeoplePane::refresh() {
  m_councilHead->setWords(q(m_workspace.authority().name));
  auto people = app::people(m_workspace);
  auto teams = app::teams(m_workspace);
  if (!people || !teams) return m_peopleHead->setWords(q((people ? teams.error() : people.error()).detail));
  m_people = *std::move(people);
  m_known = *std::move(teams);
  showPeople(m_known);
  showTeams();
  m_change->setEnabled(!m_workspace.readOnly() && !m_people.empty());
  m_rename->setEnabled(!m_workspace.readOnly() && !m_known.empty());
  if (!m_workspace.readOnly()) m_rename->setToolTip(m_known.empty() ? tr("There is no team yet") : QString());
}

void PeoplePane::showPeople(const std::vector<Team>& teams) {
  const auto active = std::count_if(m_people.begin(), m_people.end(), [](const Person& one) { return one.active; });
  m_peopleHead->setWords(tr("%1, %2 of them work here; roles guide, they are no wall between colleagues")
                             .arg(plural(std::ssize(m_people), tr("person"), tr("people")), countText(active)));
  const auto teamOf = [teams](const Person& person) {
    for (const Team& team : teams)
      if (person.team == team.id) return q(team.name);
    return QString();
  };
  m_staff->setRows<Person>(
      m_people,
      {{tr("Name"), [](const Person& one) { return q(one.name); }, {}, false},
       {tr("Role"), [](const Person& one) { return q(wording::word("role", text(one.role))); }, {}, false},
       {tr("Team"), teamOf, {}, false},
       {tr("Agrees up to a week"), [](const Person& one) { return one.agreesUpTo ? moneyText(*one.agreesUpTo) : tr("no limit recorded"); },
        [](const Person& one) { return QVariant::fromValue<qint64>(one.agreesUpTo.value_or(Money{}).pence); }, true},
       {tr("Telephone"), [](const Person& one) { return q(one.telephone); }, {}, false},
       {tr("E-mail"), [](const Person& one) { return q(one.email); }, {}, false},
       {tr("Works here"), [](const Person& one) { return one.active ? tr("yes") : tr("no longer"); }, {}, false}});
}

void PeoplePane::showTeams() {
  m_teamsHead->setWords(plural(std::ssize(m_known), tr("team"), tr("teams")));
  const auto members = [people = m_people](const Team& team) {
    return std::count_if(people.begin(), people.end(), [&](const Person& one) { return one.active && one.team == team.id; });
  };
  m_teams->setRows<Team>(m_known, {{tr("Team"), [](const Team& one) { return q(one.name); }, {}, false},
                                   {tr("People who work here"), [members](const Team& one) { return countText(members(one)); },
                                    [members](const Team& one) { return QVariant::fromValue<qint64>(members(one)); }, true}});
}

void PeoplePane::editCouncil() {
  CouncilEditor editor(m_workspace, this);
  if (editor.exec() != QDialog::Accepted) return;
  emit saved(tr("Saved %1").arg(timeText(m_workspace.now())));
  refresh();
}

void PeoplePane::editPerson(int row) {
  const bool known = row >= 0 && static_cast<std::size_t>(row) < m_people.size();
  if (m_workspace.readOnly()) return;
  const Person before = known ? m_people[static_cast<std::size_t>(row)] : Person{};
  PersonEditor editor(m_workspace, before, this);
  if (editor.exec() != QDialog::Accepted) return;
  const auto now = [this, id = before.id] { return m_workspace.file().people().person(id); };
  if (const auto kept = now(); known && kept)
    m_undo->push(savedEdit<Person>(
        tr("changing %1").arg(q(before.name)), before, *kept, now,
        [this](const Person& wanted) { return app::savePerson(m_workspace, wanted); },
        [this](const QString& told) {
          emit saved(told);
          refresh();
        }));
  emit saved(tr("Saved %1").arg(timeText(m_workspace.now())));
  refresh();
}

void PeoplePane::editTeam(int row) {
  const bool known = row >= 0 && static_cast<std::size_t>(row) < m_known.size();
  if (m_workspace.readOnly()) return;
  TeamEditor editor(m_workspace, known ? m_known[static_cast<std::size_t>(row)] : Team{}, this);
  if (editor.exec() != QDialog::Accepted) return;
  emit saved(tr("Saved %1").arg(timeText(m_workspace.now())));
  refresh();
}

}  // namespace homeward::ui
