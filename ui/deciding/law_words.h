// A rule of the law beside what it says: its citation, and the hint to ask legal services where its words were not seen.
#pragma once

#include <QString>

class QLayout;

namespace homeward::ui {

/// "Rule 11, Care Planning … reg 10(1)-(3). Ask legal services before you rely on this rule."
[[nodiscard]] QString ruleBasis(int rule);
/// "Key Stage 4: approval where the school is lost"
[[nodiscard]] QString ruleTitle(int rule);

}  // namespace homeward::ui
