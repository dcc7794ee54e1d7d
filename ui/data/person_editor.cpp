#include "data/person_editor.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QVBoxLayout>

#include "app/market_data.h"
#include "shared/fields.h"
#include "shared/page_parts.h"

namespace homeward::ui {

PersonEditor::PersonEditor(app::Workspace& workspace, Person person, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_person(std::move(person)),
      m_errors(new ErrorSummary),
      m_name(new QLineEdit(q(m_person.name))),
      m_role(new EnumCombo<homeward::Role>("role", tr("Role"))),
      m_team(new SearchCombo(tr("Team"))),
      m_limit(new MaybeMoney(tr("Agrees up to a week, pounds"))),
      m_telephone(new QLineEdit(q(m_person.telephone))),
      m_email(new QLineEdit(q(m_person.email))),
      m_active(new QCheckBox(tr("&Works here"))) {
  setWindowTitle(m_person.id.stored() ? tr("Person: %1").arg(q(m_person.name)) : tr("New person"));
  setMinimumWidth(px(520));
  auto* page = new QVBoxLayout(this);
  page->addWidget(m_errors);
  auto* form = new QFormLayout;
  page->addLayout(form);
  addField(*form, tr("&Name"), m_name);
  addField(*form, tr("&Role"), m_role);
  addField(*form, tr("&Team"), m_team);
  addField(*form, tr("&Agrees up to a week"), m_limit);
  addField(*form, tr("Te&lephone"), m_telephone);
  addField(*form, tr("&E-mail"), m_email);
  form->addRow(m_active);
  m_role->set(m_person.role);
  QVector<SearchCombo::Entry> teams;
  if (const auto known = app::teams(workspace))
    for (const Team& team : *known) teams.push_back({q(team.name), QVariant::fromValue<qint64>(team.id.value)});
  m_team->setEntries(teams);
  if (m_person.team) m_team->setValue(QVariant::fromValue<qint64>(m_person.team->value));
  m_limit->set(m_person.agreesUpTo);
  m_active->setChecked(m_person.active);
  auto* saveButton = makeButton(tr("Sa&ve"), ButtonKind::primary);
  page->addWidget(dialogFoot(*this, saveButton));
  connect(saveButton, &QPushButton::clicked, this, &PersonEditor::save);
  m_errors->setErrors({});
  m_name->setFocus();
}

Person PersonEditor::entered() const {
  Person person = m_person;
  person.name = utf8(m_name->text().trimmed());
  person.role = m_role->value().value_or(homeward::Role::placementOfficer);
  person.team = m_team->value().isValid() ? std::optional(TeamId{m_team->value().toLongLong()}) : std::nullopt;
  person.agreesUpTo = m_limit->amount();
  person.telephone = utf8(m_telephone->text().trimmed());
  person.email = utf8(m_email->text().trimmed());
  person.active = m_active->isChecked();
  return person;
}

void PersonEditor::save() {
  if (!m_limit->readable()) return m_errors->setErrors({{tr("Write the limit as 1,453.14, or leave it empty."), m_limit}});
  const auto saved = app::savePerson(m_workspace, entered());
  if (saved) return accept();
  QWidget* field = nullptr;
  if (saved.error().subject == "name") field = m_name;
  if (saved.error().subject == "active") field = m_active;
  m_errors->setErrors({{q(saved.error().detail), field}});
}

}  // namespace homeward::ui
