// How somebody is reached now, in words: the number to ring first, and the other one.
#pragma once

#include <QString>
#include <string>

#include "app/workspace.h"

namespace homeward::ui {

/// "07700 900123 (out of hours)" while offices are closed, else the day's number; empty when none is known.
[[nodiscard]] QString numberToRing(const app::Workspace& workspace, const std::string& telephone, const std::string& outOfHours);
/// The same with the other number: "07700 900123 (out of hours), by day 01632 960001"; "not known" for none.
[[nodiscard]] QString numbersToRing(const app::Workspace& workspace, const std::string& telephone, const std::string& outOfHours);
/// Of a home: its own number by day, and its provider's for out of hours.
[[nodiscard]] QString numberToRing(const app::Workspace& workspace, const Setting* setting, const Provider* provider);
[[nodiscard]] QString numbersToRing(const app::Workspace& workspace, const Setting* setting, const Provider* provider);

}  // namespace homeward::ui
