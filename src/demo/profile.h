// What is known of an invented child: legal status, aim, needs, risks, wishes, contacts, by age and kind of home.
#pragma once

#include "demo/draft.h"

namespace homeward::demo {

/// The worker and team that a family has.
struct Responsible {
  TeamId team;
  PersonId worker;
};
[[nodiscard]] Responsible responsibleFor(Draft& draft, int age);
/// Fills what is empty, as of a child who has lived in such a home since that day; `lookedAfter` for one who still is.
void fillProfile(Draft& draft, Child& child, std::optional<SettingType> home, bool lookedAfter);

}  // namespace homeward::demo
