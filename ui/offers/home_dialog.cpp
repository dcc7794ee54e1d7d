#include "offers/home_dialog.h"

#include <QLineEdit>

#include "market/authority_fields.h"
#include "shared/fields.h"
#include "shared/format.h"

namespace homeward::ui {

HomeDialog::HomeDialog(app::Workspace& workspace, const Provider& provider, QWidget* parent)
    : ActDialog(tr("Which home?"), tr("&Go on to the offer"), parent),
      m_workspace(workspace),
      m_provider(provider.id),
      m_which(new SearchCombo(tr("Which home"))),
      m_name(new QLineEdit),
      m_kind(new EnumCombo<SettingType>("settingType", tr("Kind of home"))),
      m_postcode(new QLineEdit),
      m_authority(new AuthorityCombo(workspace, tr("Authority in which it lies"))) {
  sayFirst(tr("An offer of %1 names the home where the child would live. Take one that is on record, or enter a new one with what they "
              "tell you; the rest can follow.")
               .arg(q(provider.name)));
  QVector<SearchCombo::Entry> entries{{tr("a new home"), qlonglong{0}}};
  if (const auto homes = app::homesOfProvider(workspace, provider.id))
    for (const Setting& home : *homes) entries.push_back({q(home.name), static_cast<qlonglong>(home.id.value)});
  m_which->setEntries(entries);
  m_which->setValue(entries.size() > 1 ? entries[1].value : entries[0].value);
  m_name->setPlaceholderText(tr("what they call it"));
  m_postcode->setPlaceholderText(tr("ZZ5 2AB, or empty if they do not say"));
  // What a provider offers on the telephone is a home of its own; the other routes are entered in the market with what the law asks of
  // them.
  for (const SettingType other : {SettingType::withParents, SettingType::otherArrangement})
    m_kind->removeItem(m_kind->findData(static_cast<int>(other)));
  m_kind->set(provider.asksFor.value_or(SettingType::fosteringHousehold));
  addField(tr("W&hich home"), m_which);
  addField(tr("Its &name"), m_name);
  addField(tr("&Kind of home"), m_kind);
  addField(tr("Post&code"), m_postcode);
  addField(tr("or the &authority"), m_authority);
  connect(m_which, &SearchCombo::valueChanged, this, &HomeDialog::follow);
  connect(m_which, &QComboBox::currentIndexChanged, this, &HomeDialog::follow);
  follow();
  if (entries.size() > 1)
    m_which->setFocus();
  else
    m_name->setFocus();
}

void HomeDialog::follow() {
  const bool fresh = m_which->value().isValid() && m_which->value().toLongLong() == 0;
  for (QWidget* field : std::initializer_list<QWidget*>{m_name, m_kind, m_postcode, m_authority}) {
    field->setEnabled(fresh);
    field->setToolTip(fresh ? QString() : tr("On record already: change it in the market"));
  }
}

Result<void> HomeDialog::carryOut() {
  if (!m_which->value().isValid()) return fail(ErrorCode::invalid, "which", utf8(tr("Choose the home, or “a new home”.")));
  m_home = SettingId{m_which->value().toLongLong()};
  if (m_home.stored()) return {};
  const auto saved = app::saveHomeTold(m_workspace, m_provider,
                                       {utf8(m_name->text()), m_kind->value().value_or(SettingType::fosteringHousehold),
                                        utf8(m_postcode->text().trimmed()), m_authority->code()});
  if (!saved) return failed(saved);
  m_home = saved->id;
  return {};
}

QWidget* HomeDialog::fieldOf(const std::string& subject) const {
  if (subject == "name") return m_name;
  if (subject == "postcode") return m_postcode;
  if (subject == "place") return m_authority;
  return subject == "which" ? m_which : nullptr;
}

}  // namespace homeward::ui
