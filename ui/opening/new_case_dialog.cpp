#include "opening/new_case_dialog.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

#include "market/editor_fields.h"
#include "shared/fields.h"
#include "shared/page_parts.h"

namespace homeward::ui {

NewCaseDialog::NewCaseDialog(Make make, QWidget* parent)
    : EntryDialog(parent),
      m_make(std::move(make)),
      m_known(app::knownAuthorities()),
      m_errors(new ErrorSummary),
      m_authority(new SearchCombo(tr("Authority"))),
      m_name(new QLineEdit),
      m_role(new EnumCombo<homeward::Role>("role", tr("Your role"))) {
  setWindowTitle(tr("New case file"));
  setMinimumWidth(px(520));
  auto* page = new QVBoxLayout(this);
  page->addWidget(m_errors);
  auto* about = new TextLabel(tr("A case file belongs to one council. You are the first who works with it; others are added on the Data "
                                 "page."),
                              Type::text, Ink::text2);
  about->setWrapped(true);
  page->addWidget(about);
  auto* form = new QFormLayout;
  page->addLayout(form);
  addField(*form, tr("&Authority"), m_authority);
  addField(*form, tr("Your &name"), m_name);
  addField(*form, tr("Your r&ole"), m_role);
  QVector<SearchCombo::Entry> entries;
  for (std::size_t i = 0; i < m_known.size(); ++i) entries.push_back({q(m_known[i].name), static_cast<int>(i)});
  m_authority->setEntries(entries);
  m_authority->setPlaceholder(tr("type a part of its name"));
  m_role->set(homeward::Role::placementOfficer);
  auto* act = makeButton(tr("&Choose where to keep it…"), ButtonKind::primary);
  page->addWidget(dialogFoot(*this, act));
  connect(act, &QPushButton::clicked, this, &NewCaseDialog::accept);
  m_errors->setErrors({});
  m_authority->setFocus();
}

void NewCaseDialog::accept() {
  QVector<ErrorSummary::Line> missing;
  if (!m_authority->value().isValid()) missing.push_back({tr("Choose the authority whose case file this is."), m_authority});
  if (m_name->text().trimmed().isEmpty()) missing.push_back({tr("Enter your name: it stands with everything that you record."), m_name});
  m_errors->setErrors(missing);
  if (!missing.isEmpty()) return missing.front().field->setFocus();
  Person first;
  first.name = utf8(m_name->text().trimmed());
  first.role = m_role->value().value_or(homeward::Role::placementOfficer);
  const auto made = m_make(m_known[static_cast<std::size_t>(m_authority->value().toInt())], first);
  if (made) return QDialog::accept();
  if (!made.error().detail.empty()) m_errors->setErrors({{q(made.error().detail), nullptr}});
}

}  // namespace homeward::ui
