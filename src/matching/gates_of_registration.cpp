// Registration and approval: registered and not suspended, within places, and within the terms on which a home takes children.
#include <algorithm>

#include "matching/say.h"

namespace homeward::matching {
namespace {

template <class Named>
std::string_view nameOf(const Named* named) {
  return named != nullptr ? std::string_view(named->name) : std::string_view{};
}

bool standsAlone(const Setting& setting) {
  return setting.type == SettingType::childrensHome || setting.type == SettingType::secureHome ||
         setting.type == SettingType::residentialSchool || setting.type == SettingType::familyCentre;
}

bool needsNone(const Setting& setting) {
  return setting.type == SettingType::withParents || setting.type == SettingType::otherArrangement || setting.connectedPerson;
}

/// Registered, unless something is wrong with it on the day.
bool isActive(const Registration& registration, Date day) {
  if (registration.status == RegistrationStatus::suspended) return registration.suspendedFrom && *registration.suspendedFrom > day;
  return registration.status == RegistrationStatus::active;
}

/// Foster children and other looked-after children who live there on the day of the placement and are not about to move in anyway.
int livingThere(const Asked& asked, const Setting& setting) {
  return static_cast<int>(std::count_if(setting.residents.begin(), setting.residents.end(), [&](const Resident& resident) {
    return resident.fostered && resident.livesThereOn(asked.request().placeOn) && !isMember(asked, resident);
  }));
}

/// In an emergency a foster carer whom the authority approved may be used outside the terms of approval for six working days (CPPCR 2010
/// reg 23): law's own gate judges that, and the terms do not stop it here.
bool beyondTermsInEmergency(const Asked& asked, const Assignment& there) {
  const bool emergency = asked.referral().urgency == Urgency::sameDay || (there.offer != nullptr && there.offer->emergency);
  return emergency && there.setting->type == SettingType::fosteringHousehold && there.setting->approvedByResponsibleAuthority;
}

constexpr int approvalTerms = 15;
constexpr int underSixteen = 20;
constexpr int atSixteen = 21;
constexpr int homeRegistered = 23;
constexpr int usualFosteringLimit = 24;
constexpr int conditionsOfRegistration = 40;

/// A failure of which those rules of the law judge the same thing.
GateResult fails(Reason* reason, std::vector<int> rules, const Say& why, const Say& bringsBack) {
  answer(reason, GateResult::fail, why, bringsBack);
  if (reason != nullptr) reason->judgedBy = {std::move(rules)};
  return GateResult::fail;
}

/// The terms of a household are its approval, which the law judges; a home's own are its statement of purpose, which it does not.
GateResult outsideTerms(const Asked& asked, const Assignment& there, Reason* reason, const Say& why, const Say& bringsBack,
                        std::vector<int> rules = {approvalTerms}) {
  if (beyondTermsInEmergency(asked, there)) return answer(reason, GateResult::pass, {"gate.terms.emergency", {}});
  if (there.setting->type != SettingType::fosteringHousehold) rules.clear();
  return fails(reason, std::move(rules), why, bringsBack);
}

/// Which rules judge that a registration does not stand. Of a fostering agency's none does.
std::vector<int> rulesOfRegistration(const Setting* setting, const Registration& registration, int age) {
  if (registration.status == RegistrationStatus::suspended) return {conditionsOfRegistration};
  if (setting == nullptr) return {};
  switch (setting->type) {
    case SettingType::childrensHome:
    case SettingType::secureHome:
      return {homeRegistered};
    case SettingType::supportedAccommodation:
    case SettingType::residentialSchool:
    case SettingType::familyCentre:
    case SettingType::otherArrangement:
      return {age < 16 ? underSixteen : atSixteen};
    case SettingType::fosteringHousehold:
    case SettingType::withParents:
      break;
  }
  return {};
}

}  // namespace

GateResult activeGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  const Date day = asked.request().placeOn;
  const Registration* own = there.setting != nullptr && there.setting->registration ? &*there.setting->registration : nullptr;
  const Registration* provider = there.provider != nullptr && there.provider->registration ? &*there.provider->registration : nullptr;
  std::vector<std::vector<int>> judgedBy;
  for (const auto& [registration, name] : {std::pair{own, nameOf(there.setting)}, std::pair{provider, nameOf(there.provider)}}) {
    if (registration == nullptr || isActive(*registration, day)) continue;
    const bool suspended = registration->status == RegistrationStatus::suspended;
    if (judgedBy.empty())
      answer(reason, GateResult::fail, {"gate.registration.status", {name, Term{"registration", text(registration->status)}}},
             {suspended ? "back.suspensionLifted" : "back.registered", {}});
    judgedBy.push_back(rulesOfRegistration(there.setting, *registration, asked.children()[child].age));
  }
  if (!judgedBy.empty()) {
    if (reason != nullptr) reason->judgedBy = std::move(judgedBy);
    return GateResult::fail;
  }
  if (there.setting != nullptr && needsNone(*there.setting) && own == nullptr)
    return answer(reason, GateResult::pass, {"gate.registration.notNeeded", {}});
  const bool ofAuthority =
      there.provider != nullptr && (there.provider->sector == Sector::inHouse || there.provider->sector == Sector::otherAuthority);
  const bool homeOfItsOwn = there.setting != nullptr && standsAlone(*there.setting);
  // A council's fostering service is inspected but needs no registration; a home always needs its own.
  if (!homeOfItsOwn && ofAuthority && own == nullptr && provider == nullptr)
    return answer(reason, GateResult::pass, {"gate.registration.ofAuthority", {}});
  const Registration* counts = homeOfItsOwn ? own : (provider != nullptr ? provider : own);
  if (counts == nullptr)
    return answer(reason, GateResult::unknown, {"gate.registration.notKnown", {}}, {},
                  {"ask.registered", {homeOfItsOwn || there.provider == nullptr ? nameOf(there.setting) : nameOf(there.provider)}});
  return answer(reason, GateResult::pass, {"gate.registration.active", {}});
}

GateResult placesGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) return notNamedYet(there, reason);
  const Setting& setting = *there.setting;
  // A household's number is a term of its approval; premises are registered by undertaking.
  if (!standsAlone(setting)) return answer(reason, GateResult::pass, {"gate.places.notLimited", {}});
  const int coming = joining(asked, candidate, child);
  if (!setting.registration || !setting.registration->places)
    return answer(reason, GateResult::unknown, {"gate.places.notKnown", {}}, {}, {"ask.registeredPlaces", {setting.name}});
  const int places = *setting.registration->places;
  const int living = livingThere(asked, setting);
  if (living + coming > places)
    return fails(reason, {conditionsOfRegistration},
                 {"gate.places.full", {std::int64_t{places}, std::int64_t{living}, std::int64_t{coming}}}, {"back.placeFree", {}});
  const bool saidFree = setting.vacancy && setting.vacancy->places >= coming;
  if (!setting.residentsKnown && !saidFree)
    return answer(reason, GateResult::unknown, {"gate.places.residentsNotKnown", {std::int64_t{places}}}, {}, {"ask.residents", {}});
  return answer(reason, GateResult::pass, {"gate.places.within", {std::int64_t{places}}});
}

GateResult ageGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) return notNamedYet(there, reason);
  const Terms& terms = there.setting->terms;
  const AskedChild& who = asked.children()[child];
  const bool tooYoung = terms.ageFrom && who.age < *terms.ageFrom;
  const bool tooOld = terms.ageTo && who.age > *terms.ageTo;
  const std::int64_t age = who.age;
  if (tooYoung || tooOld) {
    const std::string& name = calledBy(*who.child);
    if (terms.ageFrom && terms.ageTo)
      return outsideTerms(asked, there, reason, {"gate.age.outside", {std::int64_t{*terms.ageFrom}, std::int64_t{*terms.ageTo}, name, age}},
                          {"back.terms", {}});
    if (tooYoung)
      return outsideTerms(asked, there, reason, {"gate.age.young", {std::int64_t{*terms.ageFrom}, name, age}}, {"back.terms", {}});
    return outsideTerms(asked, there, reason, {"gate.age.old", {std::int64_t{*terms.ageTo}, name, age}}, {"back.terms", {}});
  }
  if (!terms.limitsKnown && !(terms.ageFrom && terms.ageTo))
    return answer(reason, GateResult::unknown, {"gate.age.notKnown", {}}, {}, {"ask.age", {age}});
  if (!terms.ageFrom && !terms.ageTo) return answer(reason, GateResult::pass, {"gate.age.any", {}});
  return answer(reason, GateResult::pass,
                {"gate.age.within", {std::int64_t{terms.ageFrom.value_or(0)}, std::int64_t{terms.ageTo.value_or(17)}}});
}

GateResult sexGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) return notNamedYet(there, reason);
  const Terms& terms = there.setting->terms;
  const Sex sex = asked.children()[child].child->sex;
  if (terms.sexes.empty())
    return terms.limitsKnown ? answer(reason, GateResult::pass, {"gate.sex.any", {}})
                             : answer(reason, GateResult::unknown, {"gate.sex.notKnown", {}}, {}, {"ask.sex", {Term{"sex", text(sex)}}});
  if (std::find(terms.sexes.begin(), terms.sexes.end(), sex) != terms.sexes.end())
    return answer(reason, GateResult::pass, {"gate.sex.within", {}});
  return outsideTerms(asked, there, reason, {"gate.sex.outside", {Term{"sex", text(terms.sexes.front())}}}, {"back.terms", {}});
}

GateResult numberGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) return notNamedYet(there, reason);
  const Setting& setting = *there.setting;
  const int coming = joining(asked, candidate, child);
  if (!setting.terms.children)
    return setting.terms.limitsKnown ? answer(reason, GateResult::pass, {"gate.number.any", {}})
                                     : answer(reason, GateResult::unknown, {"gate.number.notKnown", {}}, {}, {"ask.number", {}});
  const int limit = *setting.terms.children;
  const int living = livingThere(asked, setting);
  if (living + coming > limit)
    return outsideTerms(asked, there, reason, {"gate.number.over", {std::int64_t{limit}, std::int64_t{living}, std::int64_t{coming}}},
                        {"back.placeFreeOrTerms", {}}, {approvalTerms, usualFosteringLimit});
  const bool saidFree = setting.vacancy && setting.vacancy->places >= coming;
  if (!setting.residentsKnown && !saidFree)
    return answer(reason, GateResult::unknown, {"gate.number.residentsNotKnown", {std::int64_t{limit}}}, {}, {"ask.residents", {}});
  return answer(reason, GateResult::pass, {"gate.number.within", {std::int64_t{limit}}});
}

GateResult purposeGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) return notNamedYet(there, reason);
  const Terms& terms = there.setting->terms;
  const Child& who = *asked.children()[child].child;
  const ReferralKind kind = asked.referral().kind;
  for (const RiskKind excluded : terms.excludes) {
    const bool present =
        std::any_of(who.risks.begin(), who.risks.end(), [excluded](const Risk& risk) { return risk.kind == excluded && risk.level >= 1; });
    if (present) return answer(reason, GateResult::fail, {"gate.purpose.risk", {Term{"risk", text(excluded)}}}, {"back.purpose", {}});
  }
  if (terms.shortBreaksOnly && kind != ReferralKind::shortBreaks)
    return answer(reason, GateResult::fail, {"gate.purpose.shortBreaksOnly", {}}, {"back.purpose", {}});
  if (kind == ReferralKind::parentAndChild && !terms.parentAndChild && there.setting->type != SettingType::familyCentre &&
      terms.limitsKnown)
    return answer(reason, GateResult::fail, {"gate.purpose.noParents", {}}, {"back.purpose", {}});
  if (!terms.limitsKnown) return answer(reason, GateResult::unknown, {"gate.purpose.notKnown", {}}, {}, {"ask.purpose", {}});
  return answer(reason, GateResult::pass, {"gate.purpose.fits", {}});
}

}  // namespace homeward::matching
