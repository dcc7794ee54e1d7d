#include <algorithm>
#include <array>
#include <optional>

#include "app/deidentified.h"
#include "app/referrals.h"

namespace homeward::app {
namespace {

using Weight = QualityFinding::Weight;
/// Evidence older than this is asked about again.
constexpr auto freshFor = std::chrono::days{183};
/// From this level a need wants a desired outcome, and a risk a strength beside it.
constexpr int weighty = 3;

/// What one check sees. Several children answer together: a check names the first child that falls short.
struct Case {
  const ReferralCase& entry;
  Date today;
  bool sameDay;
};

using Found = std::optional<QualityFinding>;

QualityFinding finding(Weight weight, std::string field, const std::string& what, std::vector<FactArgument> arguments = {}) {
  const std::string key = "quality." + what;
  return {weight, std::move(field), Fact{key, arguments}, Fact{key + ".mend", std::move(arguments)}};
}

/// What may be owed on the same day must be mended before a planned referral goes out.
Weight soon(const Case& c) { return c.sameDay ? Weight::owed : Weight::mustMend; }

/// A parent who is not looked after is not matched: nothing of theirs falls short.
template <class Shortfall>
Found firstChild(const Case& c, Shortfall&& shortfall) {
  const std::vector<Child>& people = c.entry.children;
  for (std::size_t i = 0; i < people.size(); ++i)
    if (isLookedAfter(c.entry.referral, people, i))
      if (Found found = shortfall(people[i])) return found;
  return std::nullopt;
}

/// The child's name; before there is one, "the child".
FactArgument nameOf(const Child& child) {
  if (!child.name.empty()) return child.name;
  if (!child.knownAs.empty()) return child.knownAs;
  return Word{"quality.theChild"};
}

Found somebodyNamed(const Case& c) {
  if (!c.entry.children.empty()) return std::nullopt;
  return finding(Weight::mustMend, "child", "nobody");
}

Found needsAssessed(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    if (child.needs.size() >= 3) return std::nullopt;
    return finding(soon(c), "needs", "fewNeeds", {nameOf(child), static_cast<std::int64_t>(child.needs.size())});
  });
}

Found evidenceGiven(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    for (const Need& need : child.needs)
      if (need.level >= 1 && need.evidence.empty())
        return finding(soon(c), "needs", "noEvidence", {nameOf(child), Word{"need." + std::string(text(need.domain))}});
    return std::nullopt;
  });
}

Found evidenceFresh(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    for (const Need& need : child.needs)
      if (need.evidenceOn && c.today - *need.evidenceOn > freshFor)
        return finding(Weight::owed, "needs", "oldEvidence",
                       {nameOf(child), Word{"need." + std::string(text(need.domain))}, *need.evidenceOn});
    return std::nullopt;
  });
}

Found outcomesNamed(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    for (const Need& need : child.needs)
      if (need.level >= weighty && need.desiredOutcome.empty())
        return finding(soon(c), "needs", "noOutcome", {nameOf(child), Word{"need." + std::string(text(need.domain))}});
    return std::nullopt;
  });
}

Found strengthsBesideRisks(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    const bool atRisk = std::any_of(child.risks.begin(), child.risks.end(), [](const Risk& risk) { return risk.level >= weighty; });
    if (!child.strengths.empty() || !atRisk) return std::nullopt;
    return finding(soon(c), "strengths", "risksWithoutStrengths", {nameOf(child)});
  });
}

Found voiceOfTheChild(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    if (!child.wishes.empty() || ageOn(child.born, c.today) < 4) return std::nullopt;
    return finding(soon(c), "wishes", "noVoice", {nameOf(child)});
  });
}

Found homeKnown(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    if (child.home.point) return std::nullopt;
    return finding(soon(c), "home", "noHome", {nameOf(child)});
  });
}

Found schoolKnown(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    if (!isSchoolAge(child.born, c.today) || !child.school.empty()) return std::nullopt;
    return finding(soon(c), "school", "noSchool", {nameOf(child)});
  });
}

Found contactPlanned(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    if (!child.contacts.empty()) return std::nullopt;
    return finding(soon(c), "contacts", "noContactPlan", {nameOf(child)});
  });
}

Found identityKnown(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    if (!child.identity.empty() || !child.ethnicity.empty()) return std::nullopt;
    return finding(soon(c), "identity", "noIdentity", {nameOf(child)});
  });
}

Found legalStatusKnown(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    if (!child.legalStatus.empty() || c.entry.referral.authorisation.basis != LegalBasis::notYetKnown) return std::nullopt;
    return finding(soon(c), "legalStatus", "noLegalBasis", {nameOf(child)});
  });
}

Found authorised(const Case& c) {
  const Authorisation& authorisation = c.entry.referral.authorisation;
  if (authorisation.basis == LegalBasis::section20) {
    if (authorisation.consentWithdrawn) return finding(Weight::mustMend, "authorisation", "consentWithdrawn");
    if (authorisation.consentGivenBy.empty()) return finding(soon(c), "authorisation", "noConsent");
  }
  if (!authorisation.owed) return std::nullopt;
  return finding(soon(c), "authorisation", "notAuthorised");
}

Found togetherSettled(const Case& c) {
  const bool siblings = c.entry.referral.kind == ReferralKind::siblingGroup || c.entry.referral.kind == ReferralKind::oneChild;
  if (!siblings || c.entry.children.size() < 2 || c.entry.referral.together != Togetherness::notASiblingGroup) return std::nullopt;
  return finding(Weight::mustMend, "together", "togetherOpen");
}

Found plainWords(const Case& c) {
  if (!c.entry.referral.inPlainWords.empty()) return std::nullopt;
  return finding(soon(c), "inPlainWords", "noPlainWords");
}

Found riskEvidence(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    for (const Risk& risk : child.risks) {
      const Word kind{"risk." + std::string(text(risk.kind))};
      if (risk.level >= weighty && risk.evidence.empty()) return finding(soon(c), "risks", "riskWithoutEvidence", {nameOf(child), kind});
      if (risk.evidenceOn && c.today - *risk.evidenceOn > freshFor)
        return finding(Weight::owed, "risks", "oldRisk", {nameOf(child), kind, *risk.evidenceOn});
    }
    return std::nullopt;
  });
}

/// The order or consent on which it all rests has run out.
Found basisStands(const Case& c) {
  const auto& ends = c.entry.referral.authorisation.basisEnds;
  if (!ends || englandDay(*ends) >= c.today) return std::nullopt;
  return finding(Weight::mustMend, "authorisation", "basisEnded", {englandDay(*ends)});
}

/// The plan for the child against what is looked for.
Found planFits(const Case& c) {
  constexpr int halfAYear = 183;
  constexpr int twoYears = 730;
  const Referral& referral = c.entry.referral;
  return firstChild(c, [&](const Child& child) -> Found {
    const Word aim{"carePlanAim." + std::string(text(child.aim))};
    const auto& types = referral.settingTypes;
    const bool forFamily = child.aim == CarePlanAim::longTermFostering || child.aim == CarePlanAim::adoption;
    if (forFamily && !types.empty() && std::ranges::find(types, SettingType::fosteringHousehold) == types.end())
      return finding(soon(c), "settingTypes", "planWithoutFamily", {nameOf(child), aim});
    const auto days = referral.neededDays;
    const bool tooLong = days && *days > twoYears && child.aim == CarePlanAim::returnHome;
    const bool tooShort = days && *days < halfAYear && child.aim == CarePlanAim::longTermFostering && !c.sameDay;
    if (tooLong || tooShort) return finding(Weight::advice, "neededDays", "planAgainstLength", {nameOf(child), aim, std::int64_t{*days}});
    return std::nullopt;
  });
}

/// What is wanted of a home and what it must not have, in one breath.
Found wishesAgree(const Case& c) {
  return firstChild(c, [&](const Child& child) -> Found {
    for (const Wish& wish : child.wishes) {
      const auto& never = child.medicalExclusions;
      if (wish.kind == WishKind::feature && std::ranges::find(never, wish.feature) != never.end())
        return finding(soon(c), "wishes", "wishAgainstHealth", {nameOf(child), Word{"feature." + wish.feature}});
      if (wish.kind == WishKind::withSiblings && c.entry.referral.together == Togetherness::mayPart)
        return finding(Weight::advice, "together", "wishAgainstParting", {nameOf(child)});
    }
    return std::nullopt;
  });
}

Found schoolCanBeKept(const Case& c) {
  const Referral& referral = c.entry.referral;
  if (!referral.schoolShouldBeKept && !referral.withinMilesOfSchool) return std::nullopt;
  return firstChild(c, [&](const Child& child) -> Found {
    if (!isSchoolAge(child.born, c.today) || child.schoolPlace.point) return std::nullopt;
    return finding(soon(c), "school", "schoolNowhere", {nameOf(child)});
  });
}

/// Who must stay together wants homes that can take all of them: more than three are over the usual fostering limit (Children Act 1989,
/// Schedule 7), and where no other child may live nobody can be parted off into the same home later.
Found togetherCanBe(const Case& c) {
  const Referral& referral = c.entry.referral;
  constexpr std::size_t usualFosteringLimit = 3;
  const bool fosteringAlone = !referral.settingTypes.empty() && std::ranges::all_of(referral.settingTypes, [](SettingType type) {
    return type == SettingType::fosteringHousehold;
  });
  if (referral.together != Togetherness::mustStayTogether || c.entry.children.size() <= usualFosteringLimit || !fosteringAlone)
    return std::nullopt;
  return finding(Weight::advice, "settingTypes", "togetherOverLimit", {static_cast<std::int64_t>(c.entry.children.size())});
}

/// Names and numbers on record in the words for providers: they are taken out, and the sentence reads better without.
Found wordsTellNobody(const Case& c) {
  const PackPiece words = wordsPiece(c.entry, {c.today, std::nullopt, {}, {}, {}, {}});
  for (const disclosure::Mark& mark : words.marks)
    if (disclosure::isCertain(mark.because))
      return finding(Weight::advice, "inPlainWords", "wordsTell", {words.original.substr(mark.begin, mark.end - mark.begin)});
  return std::nullopt;
}

Found lengthKnown(const Case& c) {
  if (c.entry.referral.neededDays) return std::nullopt;
  return finding(Weight::advice, "neededDays", "noLength");
}

constexpr std::array checks = {&somebodyNamed,        &needsAssessed,    &evidenceGiven, &evidenceFresh,   &outcomesNamed,
                               &strengthsBesideRisks, &voiceOfTheChild,  &homeKnown,     &schoolKnown,     &contactPlanned,
                               &identityKnown,        &legalStatusKnown, &authorised,    &togetherSettled, &plainWords,
                               &lengthKnown,          &riskEvidence,     &basisStands,   &planFits,        &wishesAgree,
                               &schoolCanBeKept,      &wordsTellNobody,  &togetherCanBe};

}  // namespace

std::vector<QualityFinding> qualityOf(const ReferralCase& entry, Date today) {
  const Case c{entry, today, entry.referral.urgency == Urgency::sameDay};
  std::vector<QualityFinding> found;
  for (const auto& check : checks)
    if (Found answer = check(c)) found.push_back(*std::move(answer));
  std::stable_sort(found.begin(), found.end(), [](const QualityFinding& a, const QualityFinding& b) { return a.weight < b.weight; });
  return found;
}

int qualityChecks() { return static_cast<int>(checks.size()); }

}  // namespace homeward::app
