// The child: who they are, what they need, what they want, whom they must see and where they must not be.
//
// Levels run from 0 (none) to 5 (very high). A need that nobody has assessed is absent, which is not level 0. Every fact carries its
// evidence and that evidence's date, because an old fact is a weaker one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/dates.h"
#include "domain/enum_text.h"
#include "domain/id.h"
#include "domain/place.h"

namespace homeward {

enum class NeedDomain {
  physicalHealth,
  emotionalHealth,
  behaviour,
  education,
  communication,
  identity,
  socialRelationships,
  selfCare,
  leisure
};
constexpr auto texts(NeedDomain) {
  return std::to_array<EnumText<NeedDomain>>({{NeedDomain::physicalHealth, "physicalHealth"},
                                              {NeedDomain::emotionalHealth, "emotionalHealth"},
                                              {NeedDomain::behaviour, "behaviour"},
                                              {NeedDomain::education, "education"},
                                              {NeedDomain::communication, "communication"},
                                              {NeedDomain::identity, "identity"},
                                              {NeedDomain::socialRelationships, "socialRelationships"},
                                              {NeedDomain::selfCare, "selfCare"},
                                              {NeedDomain::leisure, "leisure"}});
}
inline constexpr int highestLevel = 5;

struct Need {
  NeedDomain domain = NeedDomain::emotionalHealth;
  int level = 0;           ///< 0 to 5
  bool essential = false;  ///< the home must reach the level (after support), or it is out
  std::string evidence;
  std::optional<Date> evidenceOn;
  std::string desiredOutcome;
  friend bool operator==(const Need&, const Need&) = default;
};

enum class RiskKind {
  selfHarm,
  criminalExploitation,
  sexualExploitation,
  goingMissing,
  violenceToOthers,
  sexualHarmToOthers,
  fireSetting,
  substanceUse,
  bullying,
  allegations
};
constexpr auto texts(RiskKind) {
  return std::to_array<EnumText<RiskKind>>({{RiskKind::selfHarm, "selfHarm"},
                                            {RiskKind::criminalExploitation, "criminalExploitation"},
                                            {RiskKind::sexualExploitation, "sexualExploitation"},
                                            {RiskKind::goingMissing, "goingMissing"},
                                            {RiskKind::violenceToOthers, "violenceToOthers"},
                                            {RiskKind::sexualHarmToOthers, "sexualHarmToOthers"},
                                            {RiskKind::fireSetting, "fireSetting"},
                                            {RiskKind::substanceUse, "substanceUse"},
                                            {RiskKind::bullying, "bullying"},
                                            {RiskKind::allegations, "allegations"}});
}
/// A risk to the child, or to others.
struct Risk {
  RiskKind kind = RiskKind::goingMissing;
  int level = 0;  ///< 0 to 5
  std::string evidence;
  std::optional<Date> evidenceOn;
  friend bool operator==(const Risk&, const Risk&) = default;
};

/// Something that a home has or has not, by a code that both sides pick from one list ("dog", "smoker", "garden", "quiet",
/// "language:Welsh", "faith:chapel"): wishes, identity and medical exclusions are matched on these and on nothing typed freely.
using FeatureCode = std::string;

enum class WishKind { feature, noFeature, keepSchool, nearPerson, withSiblings, wordsOnly };
constexpr auto texts(WishKind) {
  return std::to_array<EnumText<WishKind>>({{WishKind::feature, "feature"},
                                            {WishKind::noFeature, "noFeature"},
                                            {WishKind::keepSchool, "keepSchool"},
                                            {WishKind::nearPerson, "nearPerson"},
                                            {WishKind::withSiblings, "withSiblings"},
                                            {WishKind::wordsOnly, "wordsOnly"}});
}
/// A wish or feeling in the child's own words, with what of it can be matched. `wordsOnly` is heard and shown, never scored.
struct Wish {
  std::string words;
  WishKind kind = WishKind::wordsOnly;
  FeatureCode feature;       ///< for feature and noFeature
  std::string person;        ///< for nearPerson: the name of the contact
  double withinMiles = 0.0;  ///< for nearPerson: met up to this straight distance
  friend bool operator==(const Wish&, const Wish&) = default;
};

/// Somebody whom the child is to see, by the contact plan.
struct Contact {
  std::string name;
  std::string relationship;
  Place place;
  double visitsAMonth = 0.0;
  friend bool operator==(const Contact&, const Contact&) = default;
};

/// A place where the child must not live: an outcode ("ZZ7") or an authority's code.
struct NoGoArea {
  std::string area;
  std::string reason;
  friend bool operator==(const NoGoArea&, const NoGoArea&) = default;
};

enum class Sex { female, male, other };
constexpr auto texts(Sex) { return std::to_array<EnumText<Sex>>({{Sex::female, "female"}, {Sex::male, "male"}, {Sex::other, "other"}}); }

enum class CarePlanAim { returnHome, longTermFostering, adoption, familyAndFriends, independence, residential, notYetSet };
constexpr auto texts(CarePlanAim) {
  return std::to_array<EnumText<CarePlanAim>>({{CarePlanAim::returnHome, "returnHome"},
                                               {CarePlanAim::longTermFostering, "longTermFostering"},
                                               {CarePlanAim::adoption, "adoption"},
                                               {CarePlanAim::familyAndFriends, "familyAndFriends"},
                                               {CarePlanAim::independence, "independence"},
                                               {CarePlanAim::residential, "residential"},
                                               {CarePlanAim::notYetSet, "notYetSet"}});
}

struct Child {
  ChildId id;
  std::string number;  ///< "C-2207": what logs, reports and finance use in place of a name
  std::string name;
  std::string knownAs;
  Date born{};
  Sex sex = Sex::female;
  std::string ethnicity;    ///< SSDA903 ETHNIC, or empty
  std::string legalStatus;  ///< SSDA903 LS, or empty while not looked after
  std::optional<Date> legalStatusSince;
  std::optional<Date> lookedAfterSince;
  CarePlanAim aim = CarePlanAim::notYetSet;
  Place home;
  std::string school;
  Place schoolPlace;
  std::optional<SiblingGroupId> siblings;
  std::optional<PersonId> socialWorker;
  std::optional<TeamId> team;
  bool disabled = false;
  bool unaccompaniedAsylumSeeker = false;
  std::vector<Need> needs;  ///< at most one a domain
  std::vector<Risk> risks;  ///< at most one a kind
  std::vector<Wish> wishes;
  std::vector<Contact> contacts;
  std::vector<NoGoArea> noGoAreas;
  std::vector<FeatureCode> identity;           ///< culture, religion, language points that a home should meet
  std::vector<FeatureCode> medicalExclusions;  ///< what a home must not have ("dog", "smoker")
  std::vector<ChildId> keepApartFrom;
  std::string strengths;  ///< in plain words: what providers read first
  std::string notes;
  std::int64_t version = 0;
  friend bool operator==(const Child&, const Child&) = default;
};

/// The child's need in that domain; none if it was not assessed.
[[nodiscard]] const Need* needOf(const Child& child, NeedDomain domain);
/// Rules that a child's record must keep (levels in range, one need a domain, a date of birth that is not in the future ...):
/// each broken one as a field name and a sentence.
struct Finding {
  std::string field;
  std::string message;
  friend bool operator==(const Finding&, const Finding&) = default;
};
[[nodiscard]] std::vector<Finding> check(const Child& child, Date today);

struct SiblingGroup {
  SiblingGroupId id;
  std::string name;
  bool mustStayTogether = false;  ///< the plan says that they may not be parted
  std::string reason;
  friend bool operator==(const SiblingGroup&, const SiblingGroup&) = default;
};
/// It has a name, and a plan that forbids parting them says why.
[[nodiscard]] std::vector<Finding> check(const SiblingGroup& group);

}  // namespace homeward
