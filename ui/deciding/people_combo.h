// People of the case file as a pick list: who decided, who approved, who authorised. Those who no longer work here are left out.
#pragma once

#include <functional>
#include <optional>

#include "app/workspace.h"
#include "shared/fields.h"

namespace homeward::ui {

/// Active people whose role `may`; all roles without it. The value is the person's number.
[[nodiscard]] SearchCombo* peopleCombo(app::Workspace& workspace, const QString& name, const std::function<bool(homeward::Role)>& may = {});
void choosePerson(SearchCombo& combo, const std::optional<PersonId>& person);
[[nodiscard]] std::optional<PersonId> personOf(const SearchCombo& combo);

}  // namespace homeward::ui
