#include "deciding/law_words.h"

#include "app/choice_sheet.h"
#include "shared/format.h"
#include "wording/wording.h"

namespace homeward::ui {

QString ruleBasis(int number) { return q(app::ruleBasis(number)); }

QString ruleTitle(int number) { return q(wording::word("rule", std::to_string(number))); }

}  // namespace homeward::ui
