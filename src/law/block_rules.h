// The blocks one by one, as `blocks` asks them: each looks at the circumstances and answers with a finding. Whether a rule is law on the
// day is asked before, once for all.
#pragma once

#include <cstdint>

#include "law/rules.h"

namespace homeward::law {

[[nodiscard]] LegalFinding approvalTerms(const Circumstances& circumstances);            ///< rule 15, with its exception, rule 16
[[nodiscard]] LegalFinding otherArrangementUnder16(const Circumstances& circumstances);  ///< rule 20
[[nodiscard]] LegalFinding otherArrangementAt16(const Circumstances& circumstances);     ///< rule 21
[[nodiscard]] LegalFinding homeIsRegistered(const Circumstances& circumstances);         ///< rule 23
[[nodiscard]] LegalFinding usualFosteringLimit(const Circumstances& circumstances);      ///< rule 24
[[nodiscard]] LegalFinding registrationHolds(const Circumstances& circumstances);        ///< rule 40

/// How a foster placement stands to the carers' terms of approval, whatever exception may apply.
enum class TermsFit { within, beyond, notKnown };
struct TermsAnswer {
  TermsFit fit = TermsFit::notKnown;
  Fact why;
  Fact bringsBack;
  Fact question;
};
[[nodiscard]] TermsAnswer fitOfTerms(const Circumstances& circumstances);
/// Rule 16: in an emergency any foster carer whom the responsible authority approved may be used beyond the terms for 6 working days.
[[nodiscard]] bool emergencyExceptionApplies(const Circumstances& circumstances);

/// Rule 8: a foster carer who is a connected person, or whom the responsible authority approved, needs no approval outside the area.
[[nodiscard]] bool exemptOutsideTheArea(const Setting* setting);

/// What kind of setting: its own, or what the provider would offer; none where nobody has said.
[[nodiscard]] std::optional<SettingType> typeOf(const Circumstances& circumstances);
/// Everybody who would move in: at least the child.
[[nodiscard]] std::int64_t joiningCount(const Circumstances& circumstances);
/// Those who live there on the day and do not move in with this placement (a child placed there already is counted once).
[[nodiscard]] std::vector<const Resident*> othersThere(const Circumstances& circumstances);

[[nodiscard]] LegalFinding satisfied(int rule, Fact why);
[[nodiscard]] LegalFinding broken(int rule, Fact why, Fact bringsBack);
[[nodiscard]] LegalFinding notKnown(int rule, Fact why, Fact question);
[[nodiscard]] LegalFinding notApplicable(int rule, Fact why);

}  // namespace homeward::law
