// The market: organisations, and the actual places where a child could live.
//
// In-house is a provider like any other. An agency or undertaking whose households or premises are not known is itself *someone to
// ask* (`Provider::toAsk`) with the areas it serves and no distance; its office is never a setting's place. Registered capacity is
// not a bed that somebody would fill tonight: that is a vacancy, with the day on which it was last confirmed. Willingness is a fact
// that somebody stated, never inferred.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/child.h"
#include "domain/dates.h"
#include "domain/enum_text.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/place.h"

namespace homeward {

enum class SettingType {
  fosteringHousehold,
  childrensHome,
  secureHome,
  supportedAccommodation,
  residentialSchool,
  familyCentre,
  withParents,
  otherArrangement
};
constexpr auto texts(SettingType) {
  return std::to_array<EnumText<SettingType>>({{SettingType::fosteringHousehold, "fosteringHousehold"},
                                               {SettingType::childrensHome, "childrensHome"},
                                               {SettingType::secureHome, "secureHome"},
                                               {SettingType::supportedAccommodation, "supportedAccommodation"},
                                               {SettingType::residentialSchool, "residentialSchool"},
                                               {SettingType::familyCentre, "familyCentre"},
                                               {SettingType::withParents, "withParents"},
                                               {SettingType::otherArrangement, "otherArrangement"}});
}

/// An arrangement under section 22C(6)(d) of the Children Act 1989 that is none of the other routes; only asked of `otherArrangement`.
enum class OtherArrangement {
  careHome,
  hospital,
  familyCentre,
  schoolWithAccommodation,
  holidayScheme,
  educationInstitution,
  unregistered
};
constexpr auto texts(OtherArrangement) {
  return std::to_array<EnumText<OtherArrangement>>({{OtherArrangement::careHome, "careHome"},
                                                    {OtherArrangement::hospital, "hospital"},
                                                    {OtherArrangement::familyCentre, "familyCentre"},
                                                    {OtherArrangement::schoolWithAccommodation, "schoolWithAccommodation"},
                                                    {OtherArrangement::holidayScheme, "holidayScheme"},
                                                    {OtherArrangement::educationInstitution, "educationInstitution"},
                                                    {OtherArrangement::unregistered, "unregistered"}});
}

enum class Sector { inHouse, otherAuthority, privateSector, voluntary, health, parents };
constexpr auto texts(Sector) {
  return std::to_array<EnumText<Sector>>({{Sector::inHouse, "inHouse"},
                                          {Sector::otherAuthority, "otherAuthority"},
                                          {Sector::privateSector, "private"},
                                          {Sector::voluntary, "voluntary"},
                                          {Sector::health, "health"},
                                          {Sector::parents, "parents"}});
}

enum class RegistrationStatus { active, suspended, cancelled, resigned, pending, none };
constexpr auto texts(RegistrationStatus) {
  return std::to_array<EnumText<RegistrationStatus>>({{RegistrationStatus::active, "active"},
                                                      {RegistrationStatus::suspended, "suspended"},
                                                      {RegistrationStatus::cancelled, "cancelled"},
                                                      {RegistrationStatus::resigned, "resigned"},
                                                      {RegistrationStatus::pending, "pending"},
                                                      {RegistrationStatus::none, "none"}});
}

/// Ofsted's words. Supported accommodation has its own three.
enum class Grade { outstanding, good, requiresImprovement, inadequate, strong, inconsistent, seriousWeaknesses };
constexpr auto texts(Grade) {
  return std::to_array<EnumText<Grade>>({{Grade::outstanding, "outstanding"},
                                         {Grade::good, "good"},
                                         {Grade::requiresImprovement, "requiresImprovement"},
                                         {Grade::inadequate, "inadequate"},
                                         {Grade::strong, "strong"},
                                         {Grade::inconsistent, "inconsistent"},
                                         {Grade::seriousWeaknesses, "seriousWeaknesses"}});
}

struct Inspection {
  Grade grade = Grade::good;
  std::optional<Date> on;
  friend bool operator==(const Inspection&, const Inspection&) = default;
};

struct Registration {
  std::string urn;
  RegistrationStatus status = RegistrationStatus::active;
  std::optional<Date> since;
  std::optional<Date> suspendedFrom;
  std::optional<int> places;
  std::optional<Inspection> inspection;
  friend bool operator==(const Registration&, const Registration&) = default;
};

/// Whom a setting takes: by its approval (a household) or its Statement of Purpose (a home). What is absent is not known or not limited,
/// as `limitsKnown` says.
struct Terms {
  bool limitsKnown = false;     ///< somebody has recorded the terms; an absent limit then means "no limit"
  std::optional<int> ageFrom;   ///< completed years, inclusive
  std::optional<int> ageTo;     ///< completed years, inclusive
  std::vector<Sex> sexes;       ///< empty: any
  std::optional<int> children;  ///< how many at once
  bool shortBreaksOnly = false;
  bool parentAndChild = false;
  bool solo = false;               ///< takes one child alone
  bool emergencies = false;        ///< takes children on the same day
  std::vector<RiskKind> excludes;  ///< risks that its Statement of Purpose rules out
  std::string words;               ///< the terms as written
  friend bool operator==(const Terms&, const Terms&) = default;
};

/// How well a capability is known: said by the provider, verified on a visit (Form B), or shown by outcomes and by those who lived
/// and worked there (Form C).
enum class Basis { claimed, verified, evidenced };
constexpr auto texts(Basis) {
  return std::to_array<EnumText<Basis>>({{Basis::claimed, "claimed"}, {Basis::verified, "verified"}, {Basis::evidenced, "evidenced"}});
}

struct Capability {
  NeedDomain domain = NeedDomain::emotionalHealth;
  int level = 0;  ///< 0 to 5: the highest level of need that it can meet
  Basis basis = Basis::claimed;
  std::string source;
  std::optional<Date> on;
  friend bool operator==(const Capability&, const Capability&) = default;
};

struct Vacancy {
  int places = 0;
  std::optional<Date> freeFrom;     ///< none: not known
  std::optional<Date> confirmedOn;  ///< none: never
  friend bool operator==(const Vacancy&, const Vacancy&) = default;
};

enum class Willing { notKnown, taking, notTaking };
constexpr auto texts(Willing) {
  return std::to_array<EnumText<Willing>>(
      {{Willing::notKnown, "notKnown"}, {Willing::taking, "taking"}, {Willing::notTaking, "notTaking"}});
}
struct Willingness {
  Willing state = Willing::notKnown;
  std::optional<Date> until;  ///< of not taking
  std::string said;
  friend bool operator==(const Willingness&, const Willingness&) = default;
};

/// Somebody who lives in the home already: a placed child of ours (with its id), another authority's, or the carers' own.
struct Resident {
  std::optional<ChildId> child;
  std::optional<int> age;
  std::optional<Sex> sex;
  bool fostered = true;  ///< the carers' own children do not count towards the usual fostering limit
  /// The first day without them, where that is on record already. It follows from placements and is no part of what is entered.
  std::optional<Date> leaves = {};
  [[nodiscard]] bool livesThereOn(Date day) const { return !leaves || day < *leaves; }
  friend bool operator==(const Resident& a, const Resident& b) {
    return a.child == b.child && a.age == b.age && a.sex == b.sex && a.fostered == b.fostered;
  }
};

/// A written exemption from the usual fostering limit for named children, by the authority where the carer lives
/// (Children Act 1989 Sch 7 para 4).
struct LimitExemption {
  std::vector<ChildId> children;
  std::string by;
  DateRange valid;
  friend bool operator==(const LimitExemption&, const LimitExemption&) = default;
};

/// Forms B and C and feedback, each 0 to 4, with the day.
struct Proof {
  std::optional<int> formB;
  std::optional<int> formC;
  std::optional<int> feedback;
  friend bool operator==(const Proof&, const Proof&) = default;
};

/// How placements there ended: shown beside a candidate with its interval, not scored by default.
struct TrackRecord {
  int placements = 0;
  int lasted = 0;
  friend bool operator==(const TrackRecord&, const TrackRecord&) = default;
};

struct Provider {
  ProviderId id;
  std::string name;
  Sector sector = Sector::privateSector;
  bool toAsk = false;                        ///< its settings are known only when it tells us: a candidate of its own at the market
  std::optional<SettingType> asksFor;        ///< what it would offer, when toAsk
  std::string framework;                     ///< "tier 1", "specialist lot", "spot", or empty
  std::optional<Registration> registration;  ///< of an agency or undertaking
  std::vector<std::string> areas;            ///< ONS codes of authorities that it lists; empty: not known
  std::string telephone;
  std::string outOfHoursTelephone;
  std::string email;
  bool embargoed = false;  ///< our own decision not to place there for now
  std::string source;      ///< where the row came from ("ofsted", "entered")
  std::int64_t version = 0;
  friend bool operator==(const Provider&, const Provider&) = default;
};

struct Setting {
  SettingId id;
  ProviderId provider;
  std::string name;
  SettingType type = SettingType::fosteringHousehold;
  std::optional<OtherArrangement> arrangement;  ///< for otherArrangement
  bool connectedPerson = false;                 ///< a relative, friend or other connected person of a child
  bool approvedByResponsibleAuthority = false;  ///< a foster carer whom our own authority approved
  std::optional<Date> temporaryApprovalFrom;    ///< reg 24: not yet approved, 16 weeks
  std::optional<Date> temporaryApprovalUntil;   ///< reg 25: a nominated officer extended it; the last day
  bool approvedAdopters = false;                ///< foster carers who are approved as adopters too: fostering for adoption
  std::optional<int> category;                  ///< of supported accommodation, 1 to 4; none: not known
  Place place;
  std::optional<Registration> registration;
  Terms terms;
  std::vector<Capability> capabilities;  ///< several a domain are possible; the best counts by its basis
  std::map<FeatureCode, bool> features;  ///< absent: not known
  std::vector<Resident> residents;
  bool residentsKnown = false;
  std::optional<Vacancy> vacancy;
  Willingness willingness;
  std::optional<int> carers;  ///< foster carers in the household
  std::vector<LimitExemption> exemptions;
  std::optional<bool> ownBedroom;       ///< the free place is a room of its own
  std::optional<bool> sharingAssessed;  ///< if not: a written sharing assessment exists
  std::optional<int> offersDays;        ///< how long they would offer
  Proof proof;
  TrackRecord record;
  std::optional<Money> weeklyRate;  ///< rate card: core fee a week
  std::string telephone;
  std::string source;
  std::int64_t version = 0;
  friend bool operator==(const Setting&, const Setting&) = default;
};

[[nodiscard]] std::vector<Finding> check(const Provider& provider, Date today);
[[nodiscard]] std::vector<Finding> check(const Setting& setting, Date today);

}  // namespace homeward
