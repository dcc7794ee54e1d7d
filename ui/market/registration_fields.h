// A registration with its inspection, or none on record: the same fields for a home and for an agency.
#pragma once

#include "domain/provider.h"
#include "market/editor_fields.h"
#include "shared/field_notes.h"

class QCheckBox;

namespace homeward::ui {

class RegistrationFields : public QWidget {
  Q_OBJECT
 public:
  explicit RegistrationFields(QWidget* parent = nullptr);
  void set(const std::optional<Registration>& registration);
  [[nodiscard]] std::optional<Registration> value() const;
  /// The first field that cannot be read.
  [[nodiscard]] QWidget* unreadable() const;
  /// Its fields by the names of their findings ("registration.places").
  void tell(FieldNotes& notes) const;

 private:
  void follow();
  QCheckBox* m_known;
  QLineEdit* m_urn;
  EnumCombo<RegistrationStatus>* m_status;
  MaybeDay* m_since;
  MaybeDay* m_suspended;
  MaybeNumber* m_places;
  EnumCombo<Grade>* m_grade;
  MaybeDay* m_inspected;
};

}  // namespace homeward::ui
