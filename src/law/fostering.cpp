#include <algorithm>

#include "law/judges.h"

namespace homeward::law {
namespace {

constexpr std::int64_t usualLimit = 3;
constexpr std::chrono::days temporaryApproval{16 * 7};
constexpr std::chrono::days extension{8 * 7};

std::int64_t fosteredWith(const Circumstances& circumstances) {
  const auto others = othersThere(circumstances);
  return joiningCount(circumstances) + std::count_if(others.begin(), others.end(), [](const Resident* other) { return other->fostered; });
}

TermsAnswer within(Fact why) { return {TermsFit::within, std::move(why), {}, {}}; }
TermsAnswer beyond(Fact why, Fact bringsBack) { return {TermsFit::beyond, std::move(why), std::move(bringsBack), {}}; }
TermsAnswer open(Fact why, Fact question) { return {TermsFit::notKnown, std::move(why), {}, std::move(question)}; }

TermsAnswer fitOfNumber(const Circumstances& circumstances, std::int64_t age) {
  const Setting& setting = *circumstances.setting;
  const std::int64_t approved = setting.terms.children.value_or(0);
  const std::int64_t there = setting.residentsKnown ? fosteredWith(circumstances) : joiningCount(circumstances);
  if (!setting.terms.children || (setting.residentsKnown && there <= approved)) return within({"law.15.within", {age}});
  if (there > approved) return beyond({"law.15.number", {approved, there}}, {"law.15.number.back", {there - approved}});
  return open({"law.15.residentsUnknown", {approved}}, {"law.15.residentsUnknown.question", {circumstances.placedOn}});
}

/// The terms as recorded. They bind each child alone (age, sex) and all together (number).
TermsAnswer fitOfRecordedTerms(const Circumstances& circumstances) {
  const Terms& terms = circumstances.setting->terms;
  const std::int64_t age = ageOn(circumstances.child->born, circumstances.placedOn);
  if (terms.ageFrom && age < *terms.ageFrom)
    return beyond({"law.15.age.under", {std::int64_t{*terms.ageFrom}, age}}, {"law.15.age.back", {age}});
  if (terms.ageTo && age > *terms.ageTo) return beyond({"law.15.age.over", {std::int64_t{*terms.ageTo}, age}}, {"law.15.age.back", {age}});
  const Sex sex = circumstances.child->sex;
  if (!terms.sexes.empty() && std::find(terms.sexes.begin(), terms.sexes.end(), sex) == terms.sexes.end())
    return beyond({"law.15.sex", {Word{"sex." + std::string(text(sex))}}}, {"law.15.sex.back", {}});
  return fitOfNumber(circumstances, age);
}

/// A connected person who is not approved yet: temporary approval lasts 16 weeks and may be extended once by up to 8.
TermsAnswer fitOfTemporaryApproval(const Setting& setting, Date placedOn) {
  const Date from = *setting.temporaryApprovalFrom;
  const Date ends = lastDayOfTemporaryApproval(setting) + std::chrono::days{1};
  const Date endsExtended = from + temporaryApproval + extension;
  if (placedOn < from) return beyond({"law.15.temporary.notYet", {from}}, {"law.15.temporary.notYet.back", {from}});
  if (placedOn < ends) return within({"law.15.temporary", {ends}});
  if (placedOn < endsExtended && !setting.temporaryApprovalUntil)
    return open({"law.15.temporary.ended", {ends}}, {"law.15.temporary.ended.question", {placedOn}});
  return beyond({"law.15.temporary.over", {setting.temporaryApprovalUntil ? ends : endsExtended}}, {"law.15.temporary.over.back", {}});
}

bool namesEveryChild(const LimitExemption& exemption, const Circumstances& circumstances) {
  const auto named = [&](ChildId id) {
    return std::find(exemption.children.begin(), exemption.children.end(), id) != exemption.children.end();
  };
  // The notice names the children whom the carer may foster. Other authorities' children have no number here and cannot be looked up.
  if (!named(circumstances.child->id)) return false;
  if (!std::all_of(circumstances.joining.begin(), circumstances.joining.end(), [&](const Child* child) { return named(child->id); }))
    return false;
  const auto others = othersThere(circumstances);
  return std::all_of(others.begin(), others.end(),
                     [&](const Resident* other) { return !other->fostered || !other->child || named(*other->child); });
}

const LimitExemption* exemptionFor(const Circumstances& circumstances) {
  for (const LimitExemption& exemption : circumstances.setting->exemptions)
    if (exemption.valid.contains(circumstances.placedOn) && namesEveryChild(exemption, circumstances)) return &exemption;
  return nullptr;
}

}  // namespace

Date lastDayOfTemporaryApproval(const Setting& setting) {
  const Date from = *setting.temporaryApprovalFrom;
  constexpr std::chrono::days day{1};
  if (!setting.temporaryApprovalUntil) return from + temporaryApproval - day;
  return std::min(*setting.temporaryApprovalUntil, from + temporaryApproval + extension - day);
}

TermsAnswer fitOfTerms(const Circumstances& circumstances) {
  if (circumstances.setting == nullptr) return open({"law.15.householdUnknown", {}}, {"law.15.householdUnknown.question", {}});
  const Setting& setting = *circumstances.setting;
  if (setting.temporaryApprovalFrom && !setting.terms.limitsKnown) return fitOfTemporaryApproval(setting, circumstances.placedOn);
  if (setting.terms.limitsKnown) return fitOfRecordedTerms(circumstances);
  if (setting.connectedPerson && !setting.approvedByResponsibleAuthority)
    return open({"law.15.notApproved", {}}, {"law.15.notApproved.question", {}});
  return open({"law.15.termsUnknown", {}}, {"law.15.termsUnknown.question", {}});
}

bool emergencyExceptionApplies(const Circumstances& circumstances) {
  return circumstances.emergency && inForce(circumstances, 16) && circumstances.setting != nullptr &&
         circumstances.setting->type == SettingType::fosteringHousehold && circumstances.setting->approvedByResponsibleAuthority;
}

LegalFinding approvalTerms(const Circumstances& circumstances) {
  const auto type = typeOf(circumstances);
  if (!type) return notKnown(15, {"law.typeUnknown", {}}, {"law.typeUnknown.question", {}});
  if (*type != SettingType::fosteringHousehold) return notApplicable(15, {"law.15.otherRoute", {}});
  TermsAnswer answer = fitOfTerms(circumstances);
  if (answer.fit == TermsFit::within) return satisfied(15, std::move(answer.why));
  if (emergencyExceptionApplies(circumstances))
    return satisfied(15, {answer.fit == TermsFit::beyond ? "law.15.emergency" : "law.15.emergencyUnknown", {}});
  if (answer.fit == TermsFit::beyond) return broken(15, std::move(answer.why), std::move(answer.bringsBack));
  return notKnown(15, std::move(answer.why), std::move(answer.question));
}

LegalFinding usualFosteringLimit(const Circumstances& circumstances) {
  const auto type = typeOf(circumstances);
  if (!type) return notKnown(24, {"law.typeUnknown", {}}, {"law.typeUnknown.question", {}});
  if (*type != SettingType::fosteringHousehold) return notApplicable(24, {"law.24.otherRoute", {}});
  const Fact question{"law.24.unknown.question", {circumstances.placedOn}};
  const bool known = circumstances.setting != nullptr && circumstances.setting->residentsKnown;
  const std::int64_t there = known ? fosteredWith(circumstances) : joiningCount(circumstances);
  if (known && there <= usualLimit) return satisfied(24, {"law.24.within", {there, usualLimit}});
  if (known && circumstances.sameSiblings) return satisfied(24, {"law.24.siblings", {there}});
  if (known)
    if (const LimitExemption* exemption = exemptionFor(circumstances)) return satisfied(24, {"law.24.exempt", {there, exemption->by}});
  const bool mayBeExcepted =
      !known && (circumstances.sameSiblings || circumstances.setting == nullptr || exemptionFor(circumstances) != nullptr);
  if (there > usualLimit && !mayBeExcepted) return broken(24, {"law.24.over", {there, usualLimit}}, {"law.24.over.back", {}});
  return notKnown(24, {"law.24.unknown", {}}, question);
}

}  // namespace homeward::law
