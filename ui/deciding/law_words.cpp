#include "deciding/law_words.h"

#include "law/rules.h"
#include "shared/format.h"
#include "wording/wording.h"

namespace homeward::ui {

QString ruleBasis(int number) {
  const law::Rule* rule = law::rule(number);
  if (rule == nullptr) return {};
  const QString basis = QObject::tr("Rule %1, %2.").arg(QString::number(number), q(rule->citation));
  return rule->needsLegalCheck ? basis + QLatin1Char(' ') + sentence({"law.needsCheck", {}}) : basis;
}

QString ruleTitle(int number) { return q(wording::word("rule", std::to_string(number))); }

}  // namespace homeward::ui
