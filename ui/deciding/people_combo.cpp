#include "deciding/people_combo.h"

#include "app/market_data.h"
#include "shared/format.h"
#include "wording/wording.h"

namespace homeward::ui {

SearchCombo* peopleCombo(app::Workspace& workspace, const QString& name, const std::function<bool(homeward::Role)>& may) {
  auto* combo = new SearchCombo(name);
  QVector<SearchCombo::Entry> entries;
  if (const auto people = app::people(workspace))
    for (const Person& person : *people)
      if (person.active && (!may || may(person.role)))
        entries.push_back({QObject::tr("%1, %2").arg(q(person.name), q(wording::word("role", text(person.role)))),
                           QVariant::fromValue<qint64>(person.id.value)});
  combo->setEntries(entries);
  return combo;
}

void choosePerson(SearchCombo& combo, const std::optional<PersonId>& person) {
  combo.setValue(person && person->stored() ? QVariant::fromValue<qint64>(person->value) : QVariant());
}

std::optional<PersonId> personOf(const SearchCombo& combo) {
  return combo.value().isValid() ? std::optional(PersonId{combo.value().toLongLong()}) : std::nullopt;
}

}  // namespace homeward::ui
