#include "market/registration_fields.h"

#include <QCheckBox>
#include <array>

namespace homeward::ui {

RegistrationFields::RegistrationFields(QWidget* parent)
    : QWidget(parent),
      m_known(new QCheckBox(tr("A registration is on record"))),
      m_urn(new QLineEdit),
      m_status(new EnumCombo<RegistrationStatus>("registration", tr("Registration"))),
      m_since(new MaybeDay(tr("Registered since"))),
      m_suspended(new MaybeDay(tr("Suspended from"))),
      m_places(new MaybeNumber(2000, tr("Registered places"))),
      m_grade(new EnumCombo<Grade>("grade", tr("Inspection"), true)),
      m_inspected(new MaybeDay(tr("Inspected on"))) {
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->addRow(m_known);
  addField(*form, tr("URN"), m_urn);
  addField(*form, tr("Registration"), m_status);
  addField(*form, tr("Registered since"), m_since);
  addField(*form, tr("Suspended from"), m_suspended);
  addField(*form, tr("Registered places"), m_places);
  addField(*form, tr("Inspection"), m_grade);
  addField(*form, tr("Inspected on"), m_inspected);
  connect(m_known, &QCheckBox::toggled, this, &RegistrationFields::follow);
  follow();
}

void RegistrationFields::follow() {
  const std::array<QWidget*, 7> fields{m_urn, m_status, m_since, m_suspended, m_places, m_grade, m_inspected};
  for (auto* field : fields) field->setEnabled(m_known->isChecked());
}

void RegistrationFields::set(const std::optional<Registration>& registration) {
  m_known->setChecked(registration.has_value());
  const auto own = registration.value_or(Registration{});
  m_urn->setText(q(own.urn));
  m_status->set(own.status);
  m_since->set(own.since);
  m_suspended->set(own.suspendedFrom);
  m_places->set(own.places);
  m_grade->set(own.inspection ? std::optional(own.inspection->grade) : std::nullopt);
  m_inspected->set(own.inspection ? own.inspection->on : std::nullopt);
}

std::optional<Registration> RegistrationFields::value() const {
  if (!m_known->isChecked()) return std::nullopt;
  Registration own;
  own.urn = utf8(m_urn->text().trimmed());
  own.status = m_status->value().value_or(RegistrationStatus::active);
  own.since = m_since->day();
  own.suspendedFrom = m_suspended->day();
  own.places = m_places->number();
  if (const auto grade = m_grade->value()) own.inspection = Inspection{*grade, m_inspected->day()};
  return own;
}

void RegistrationFields::tell(FieldNotes& notes) const {
  notes.also("registration", m_status);
  notes.also("registration.places", m_places);
  notes.also("registration.suspendedFrom", m_suspended);
  notes.also("registration.status", m_status);
  notes.also("registration.inspection", m_grade);
}

QWidget* RegistrationFields::unreadable() const {
  if (!m_known->isChecked()) return nullptr;
  const std::array<MaybeDay*, 3> days{m_since, m_suspended, m_inspected};
  for (auto* day : days)
    if (!day->readable()) return day;
  return nullptr;
}

}  // namespace homeward::ui
