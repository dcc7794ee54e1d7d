#include "data/council_editor.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "app/market_data.h"
#include "app/open_case.h"
#include "market/editor_fields.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "shared/page_parts.h"

namespace homeward::ui {

CouncilEditor::CouncilEditor(app::Workspace& workspace, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_errors(new ErrorSummary),
      m_council(new SearchCombo(tr("Council"))),
      m_name(new QLineEdit(q(workspace.authority().name))) {
  setWindowTitle(tr("The council"));
  setMinimumWidth(px(520));
  auto* page = new QVBoxLayout(this);
  page->addWidget(m_errors);
  auto* about =
      new TextLabel(tr("Which homes lie outside the area, and what the law asks of them, follows from the council. Placements that "
                       "have started are not judged again."),
                    Type::text, Ink::text2);
  about->setWrapped(true);
  page->addWidget(about);
  auto* form = new QFormLayout;
  page->addLayout(form);
  addField(*form, tr("&Council"), m_council);
  addField(*form, tr("&Name as it is written"), m_name);
  std::vector<Authority> known = app::knownAuthorities();
  const auto same = [&](const Authority& one) { return one.code == workspace.authority().code; };
  if (std::none_of(known.begin(), known.end(), same)) known.insert(known.begin(), workspace.authority());
  QVector<SearchCombo::Entry> entries;
  for (const Authority& one : known) entries.push_back({q(one.name), q(one.code)});
  m_council->setEntries(entries);
  m_council->setValue(q(workspace.authority().code));
  connect(m_council, &SearchCombo::valueChanged, this, [this] { m_name->setText(m_council->currentText()); });
  auto* act = makeButton(tr("Sa&ve"), ButtonKind::primary);
  page->addWidget(dialogFoot(*this, act));
  connect(act, &QPushButton::clicked, this, &CouncilEditor::save);
  m_errors->setErrors({});
  m_council->setFocus();
}

void CouncilEditor::save() {
  const auto done = app::saveCouncil(m_workspace, utf8(m_council->value().toString()), utf8(m_name->text()));
  if (done) return accept();
  m_errors->setErrors({{q(done.error().detail), done.error().subject == "name" ? static_cast<QWidget*>(m_name) : m_council}});
}

}  // namespace homeward::ui
