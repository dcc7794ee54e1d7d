// How homes of the demo market are made: a plain one of each kind, what is known of it, and its registration.
#pragma once

#include <string>

#include "demo/draft.h"

namespace homeward::demo {

[[nodiscard]] Registration registrationOf(Draft& draft, SettingType type, std::optional<int> places);
/// A fostering household of two carers for two children of any age and sex; nothing known of it beyond its terms.
[[nodiscard]] Setting household(Draft& draft, const std::string& provider, const std::string& name, const Place& place);
/// A registered home of another type for so many.
[[nodiscard]] Setting registeredHome(Draft& draft, const std::string& provider, const std::string& name, SettingType type,
                                     const Place& place, int places);
/// Capabilities, features, proof and record; one fact in eight stays unknown. `skill` is the level that it usually reaches.
void describe(Draft& draft, Setting& setting, int skill);
/// What it says that it can do in one domain, in place of whatever stood there.
void setCapability(Setting& setting, NeedDomain domain, int level, Basis basis, Date on);
/// Replaces all that it says of what it can do by one level, verified on a visit.
void setAllCapabilities(Setting& setting, int level, Date on);
void setVacancy(Setting& setting, int places, std::optional<Date> freeFrom, std::optional<Date> confirmedOn);

}  // namespace homeward::demo
