// Builders of the people who need a home and of the referral that asks for it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/referral.h"
#include "support/builder.h"

namespace homeward::tests {

class ChildBuilder : public Builder<Child> {
 public:
  using Builder::Builder;
  ChildBuilder& id(std::int64_t number) {
    m_value.id = ChildId{number};
    m_value.number = "C-" + std::to_string(1000 + number);
    return *this;
  }
  ChildBuilder& named(std::string name) {
    m_value.name = std::move(name);
    return *this;
  }
  ChildBuilder& born(Date day) {
    m_value.born = day;
    return *this;
  }
  /// Born so that the child is that many years old on the test day (the birthday was that day).
  ChildBuilder& aged(int years) { return born(birthday(testDay, -years)); }
  ChildBuilder& sex(Sex sex) {
    m_value.sex = sex;
    return *this;
  }
  ChildBuilder& livingAt(std::string postcode, GridPoint point, std::string authority = wendmoor) {
    m_value.home = at(std::move(postcode), point, std::move(authority));
    return *this;
  }
  ChildBuilder& livingNowhereKnown() {
    m_value.home = {};
    return *this;
  }
  ChildBuilder& atSchool(std::string name, std::string postcode, GridPoint point, std::string authority = wendmoor) {
    m_value.school = std::move(name);
    m_value.schoolPlace = at(std::move(postcode), point, std::move(authority));
    return *this;
  }
  ChildBuilder& needing(NeedDomain domain, int level, std::optional<Date> evidenceOn = testDay - std::chrono::days{30}) {
    m_value.needs.push_back({domain, level, false, "Seen by the social worker", evidenceOn, "Doing well"});
    return *this;
  }
  ChildBuilder& essential() {
    m_value.needs.back().essential = true;
    return *this;
  }  ///< of the need named last
  ChildBuilder& atRiskOf(RiskKind kind, int level, std::optional<Date> evidenceOn = testDay - std::chrono::days{30}) {
    m_value.risks.push_back({kind, level, "Recorded at the last review", evidenceOn});
    return *this;
  }
  ChildBuilder& saying(std::string words) { return wishing({std::move(words), WishKind::wordsOnly, {}, {}, 0.0}); }
  ChildBuilder& wishing(Wish wish) {
    m_value.wishes.push_back(std::move(wish));
    return *this;
  }
  ChildBuilder& wishingFor(FeatureCode feature) { return wishing({"I would like that", WishKind::feature, std::move(feature), {}, 0.0}); }
  ChildBuilder& wishingNo(FeatureCode feature) {
    return wishing({"I would not like that", WishKind::noFeature, std::move(feature), {}, 0.0});
  }
  ChildBuilder& wishingToKeepSchool() { return wishing({"I want to stay at my school", WishKind::keepSchool, {}, {}, 0.0}); }
  ChildBuilder& wishingToBeWithSiblings() { return wishing({"Us together", WishKind::withSiblings, {}, {}, 0.0}); }
  ChildBuilder& wishingToBeNear(std::string person, double miles) {
    return wishing({"I want to see them", WishKind::nearPerson, {}, std::move(person), miles});
  }
  ChildBuilder& seeing(std::string name, std::string relationship, Place place, double visitsAMonth) {
    m_value.contacts.push_back({std::move(name), std::move(relationship), std::move(place), visitsAMonth});
    return *this;
  }
  ChildBuilder& notIn(std::string area) {
    m_value.noGoAreas.push_back({std::move(area), "Somebody there would find the child"});
    return *this;
  }
  ChildBuilder& withIdentity(FeatureCode feature) {
    m_value.identity.push_back(std::move(feature));
    return *this;
  }
  ChildBuilder& neverWith(FeatureCode feature) {
    m_value.medicalExclusions.push_back(std::move(feature));
    return *this;
  }
  ChildBuilder& apartFrom(ChildId other) {
    m_value.keepApartFrom.push_back(other);
    return *this;
  }
  ChildBuilder& ofSiblings(std::int64_t group) {
    m_value.siblings = SiblingGroupId{group};
    return *this;
  }
  ChildBuilder& disabled() {
    m_value.disabled = true;
    return *this;
  }
  ChildBuilder& aimingFor(CarePlanAim aim) {
    m_value.aim = aim;
    return *this;
  }
  ChildBuilder& underLegalStatus(std::string code, Date since) {
    m_value.legalStatus = std::move(code);
    m_value.legalStatusSince = since;
    return *this;
  }
  ChildBuilder& lookedAfterSince(Date day) {
    m_value.lookedAfterSince = day;
    return *this;
  }
};

/// Rowan Wren, nine, at home in Wendmoor. No need, risk or wish is recorded.
inline ChildBuilder aChild() {
  Child child;
  child.id = ChildId{1};
  child.number = "C-1001";
  child.name = "Rowan Wren";
  child.born = date(2017, 3, 3);
  child.ethnicity = "WBRI";
  child.home = at("ZZ5 2AB", {420'000, 310'000});
  return ChildBuilder{child};
}

class ReferralBuilder : public Builder<Referral> {
 public:
  using Builder::Builder;
  ReferralBuilder& id(std::int64_t number) {
    m_value.id = ReferralId{number};
    m_value.number = "R-" + std::to_string(1000 + number);
    return *this;
  }
  ReferralBuilder& of(const Child& child) {
    m_value.members = {{child.id, true}};
    m_value.kind = ReferralKind::oneChild;
    return *this;
  }
  ReferralBuilder& ofSiblings(const std::vector<Child>& children, Togetherness together = Togetherness::togetherIfPossible) {
    m_value.members.clear();
    for (const Child& child : children) m_value.members.push_back({child.id, true});
    m_value.kind = ReferralKind::siblingGroup;
    m_value.together = together;
    return *this;
  }
  ReferralBuilder& ofParentAndChild(const Child& parent, const Child& child) {
    m_value.members = {{parent.id, false}, {child.id, true}};
    m_value.kind = ReferralKind::parentAndChild;
    return *this;
  }
  ReferralBuilder& forShortBreaks() {
    m_value.kind = ReferralKind::shortBreaks;
    return *this;
  }
  ReferralBuilder& neededBy(Date day) {
    m_value.neededBy = day;
    return *this;
  }
  ReferralBuilder& neededFor(int days) {
    m_value.neededDays = days;
    return *this;
  }
  ReferralBuilder& sameDay() {
    m_value.urgency = Urgency::sameDay;
    m_value.neededBy = englandDay(m_value.enteredAt);
    return *this;
  }
  ReferralBuilder& underFiveDays() {
    m_value.urgency = Urgency::underFiveDays;
    m_value.neededBy = englandDay(m_value.enteredAt) + std::chrono::days{4};
    return *this;
  }
  ReferralBuilder& inStage(Stage stage) {
    m_value.stage = stage;
    return *this;
  }
  ReferralBuilder& enteredAt(Instant moment) {
    m_value.enteredAt = moment;
    return *this;
  }
  ReferralBuilder& ownedBy(PersonId officer) {
    m_value.owner = officer;
    return *this;
  }
  ReferralBuilder& authorised(LegalBasis basis = LegalBasis::careOrder) {
    m_value.authorisation = {false, "Access panel", testDay - std::chrono::days{2}, basis, {}, false, std::nullopt};
    return *this;
  }
  ReferralBuilder& authorisationOwed() {
    m_value.authorisation = {};
    return *this;
  }
  ReferralBuilder& onlyIn(std::vector<SettingType> types) {
    m_value.settingTypes = std::move(types);
    return *this;
  }
  ReferralBuilder& withinMilesOfHome(double miles) {
    m_value.withinMilesOfHome = miles;
    return *this;
  }
  ReferralBuilder& withinMilesOfSchool(double miles) {
    m_value.withinMilesOfSchool = miles;
    return *this;
  }
  ReferralBuilder& solo() {
    m_value.soloRequired = true;
    return *this;
  }
  ReferralBuilder& schoolToBeKept() {
    m_value.schoolShouldBeKept = true;
    return *this;
  }
  ReferralBuilder& waived(std::string gate, std::string candidate) {
    m_value.waivers.push_back({std::move(gate), std::move(candidate), PersonId{3}, testDay, "Agreed with the family"});
    return *this;
  }
  ReferralBuilder& owing(std::string what, Date due) {
    m_value.owed.push_back({std::move(what), due, std::nullopt});
    return *this;
  }
};

/// A planned referral of the first child, needed in four weeks, authorised on a care order and ready to be sent out.
inline ReferralBuilder aReferral() {
  Referral referral;
  referral.id = ReferralId{1};
  referral.number = "R-1001";
  referral.members = {{ChildId{1}, true}};
  referral.stage = Stage::qualityChecked;
  referral.neededBy = testDay + std::chrono::days{28};
  referral.enteredAt = testMoment;
  referral.owner = PersonId{1};
  referral.socialWorker = PersonId{2};
  referral.connectedPersonFound = false;
  referral.inPlainWords = "A warm child who likes drawing and is settled at school.";
  return ReferralBuilder{referral}.authorised();
}

}  // namespace homeward::tests
