#include "market/provider_editor.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/market_data.h"
#include "data/binning.h"
#include "market/authority_fields.h"
#include "market/registration_fields.h"
#include "shared/page_parts.h"

namespace homeward::ui {

ProviderEditor::ProviderEditor(app::Workspace& workspace, Provider provider, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_provider(std::move(provider)),
      m_errors(new ErrorSummary),
      m_name(new QLineEdit(q(m_provider.name))),
      m_sector(new EnumCombo<Sector>("sector", tr("Sector"))),
      m_framework(new QLineEdit(q(m_provider.framework))),
      m_toAsk(new QCheckBox(tr("Its homes are known only when it tells us: ask the provider itself"))),
      m_asksFor(new EnumCombo<SettingType>("settingType", tr("What it would offer"), true)),
      m_areas(new AuthorityList(workspace, tr("Areas it lists"))),
      m_telephone(new QLineEdit(q(m_provider.telephone))),
      m_outOfHours(new QLineEdit(q(m_provider.outOfHoursTelephone))),
      m_email(new QLineEdit(q(m_provider.email))),
      m_embargoed(new QCheckBox(tr("We do not place there for now"))),
      m_registration(new RegistrationFields) {
  setWindowTitle(m_provider.id.stored() ? tr("Provider: %1").arg(q(m_provider.name)) : tr("New provider"));
  resize(px(560), px(640));
  auto* page = new QVBoxLayout(this);
  page->addWidget(m_errors);
  auto* form = new QFormLayout;
  page->addLayout(form);
  m_notes.add(*form, "name", tr("&Name"), m_name);
  addField(*form, tr("&Sector"), m_sector);
  addField(*form, tr("&Framework and tier"), m_framework);
  m_framework->setPlaceholderText(tr("none; tier 1, specialist lot, spot"));
  form->addRow(m_toAsk);
  m_notes.add(*form, "asksFor", tr("&What it would offer"), m_asksFor);
  auto* areas = new QLabel(tr("Areas it &lists"));
  areas->setBuddy(m_areas->field());
  form->addRow(areas, m_notes.noted("areas", m_areas->field(), m_areas));
  m_notes.add(*form, "telephone", tr("&Telephone"), m_telephone);
  m_notes.add(*form, "outOfHoursTelephone", tr("&Out of hours"), m_outOfHours);
  m_notes.add(*form, "email", tr("E-ma&il"), m_email);
  form->addRow(m_embargoed);
  m_registration->tell(m_notes);
  page->addWidget(m_registration);
  page->addStretch(1);
  m_sector->set(m_provider.sector);
  m_toAsk->setChecked(m_provider.toAsk);
  m_asksFor->set(m_provider.asksFor);
  m_asksFor->setEnabled(m_provider.toAsk);
  connect(m_toAsk, &QCheckBox::toggled, m_asksFor, &QWidget::setEnabled);
  m_areas->setCodes(m_provider.areas);
  m_embargoed->setChecked(m_provider.embargoed);
  m_registration->set(m_provider.registration);
  auto* saveButton = makeButton(tr("Sa&ve"), ButtonKind::primary);
  auto* foot = dialogFoot(*this, saveButton);
  offerBin(*this, *foot, workspace, app::Binnable::provider, m_provider.id.value, q(m_provider.name));
  page->addWidget(foot);
  connect(saveButton, &QPushButton::clicked, this, &ProviderEditor::save);
  m_errors->setErrors({});
  m_name->setFocus();
}

Provider ProviderEditor::entered() const {
  Provider provider = m_provider;
  provider.name = utf8(m_name->text().trimmed());
  provider.sector = m_sector->value().value_or(Sector::privateSector);
  provider.framework = utf8(m_framework->text().trimmed());
  provider.toAsk = m_toAsk->isChecked();
  provider.asksFor = provider.toAsk ? m_asksFor->value() : std::nullopt;
  provider.areas = m_areas->codes();
  provider.telephone = utf8(m_telephone->text().trimmed());
  provider.outOfHoursTelephone = utf8(m_outOfHours->text().trimmed());
  provider.email = utf8(m_email->text().trimmed());
  provider.embargoed = m_embargoed->isChecked();
  provider.registration = m_registration->value();
  if (provider.source.empty()) provider.source = "entered";
  return provider;
}

void ProviderEditor::save() {
  std::vector<FieldNotes::Problem> problems;
  if (auto* field = m_registration->unreadable())
    problems.push_back({tr("%1: write the day as 27/11/2026, or leave it empty.").arg(field->accessibleName()), field});
  const auto provider = entered();
  m_notes.join(problems, check(provider, m_workspace.today()));
  if (problems.empty()) {
    const auto saved = app::saveProvider(m_workspace, provider);
    if (saved) return accept();
    problems.push_back({q(saved.error().detail), m_notes.field(saved.error().subject)});
  }
  m_notes.show(problems, *m_errors);
}

}  // namespace homeward::ui
