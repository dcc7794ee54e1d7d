#include "data/team_editor.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "app/market_data.h"
#include "market/editor_fields.h"
#include "shared/format.h"
#include "shared/page_parts.h"

namespace homeward::ui {

TeamEditor::TeamEditor(app::Workspace& workspace, Team team, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_team(std::move(team)),
      m_errors(new ErrorSummary),
      m_name(new QLineEdit(q(m_team.name))) {
  setWindowTitle(m_team.id.stored() ? tr("Team: %1").arg(q(m_team.name)) : tr("New team"));
  setMinimumWidth(px(420));
  auto* page = new QVBoxLayout(this);
  page->addWidget(m_errors);
  auto* form = new QFormLayout;
  page->addLayout(form);
  addField(*form, tr("&Name"), m_name);
  auto* act = makeButton(tr("Sa&ve"), ButtonKind::primary);
  page->addWidget(dialogFoot(*this, act));
  connect(act, &QPushButton::clicked, this, &TeamEditor::save);
  m_errors->setErrors({});
  m_name->selectAll();
  m_name->setFocus();
}

void TeamEditor::save() {
  Team team = m_team;
  team.name = utf8(m_name->text());
  const auto done = app::saveTeam(m_workspace, team);
  if (done) return accept();
  m_errors->setErrors({{q(done.error().detail), m_name}});
}

}  // namespace homeward::ui
