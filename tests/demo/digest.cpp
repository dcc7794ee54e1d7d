#include "digest.h"

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace homeward::demo::tests {
namespace {

/// FNV-1a over a plain spelling of each value, lengths included, so that neighbours cannot run into one another.
class Digest {
 public:
  template <class T>
  requires std::is_integral_v<T> || std::is_enum_v<T>
  void of(T value) { text(std::to_string(static_cast<std::int64_t>(value))); }
  void of(double value) { of(static_cast<std::int64_t>(value * 1024.0)); }
  void of(const std::string& value) { text(value); }
  void of(Date value) { of(dayNumber(value)); }
  void of(Instant value) { of(value.time_since_epoch().count()); }
  void of(Money value) { of(value.pence); }
  template <class Kind>
  void of(Id<Kind> value) {
    of(value.value);
  }
  template <class T>
  void of(const std::optional<T>& value) {
    of(value.has_value());
    if (value) of(*value);
  }
  template <class T>
  void of(const std::vector<T>& values) {
    of(values.size());
    for (const auto& value : values) of(value);
  }
  template <class K, class V>
  void of(const std::map<K, V>& values) {
    of(values.size());
    for (const auto& [key, value] : values) all(key, value);
  }
  template <class... Values>
  void all(const Values&... values) {
    (of(values), ...);
  }

  void of(const DateRange& v) { all(v.from, v.to); }
  void of(const MoneyRange& v) { all(v.low, v.high); }
  void of(const GridPoint& v) { all(v.east, v.north); }
  void of(const Place& v) { all(v.postcode, v.point, v.authority); }
  void of(const Recorded& v) { all(v.at, v.superseded); }
  void of(const geography::AuthorityArea& v) { all(v.code, v.name, v.cells); }
  void of(const Authority& v) { all(v.id, v.code, v.name, v.responsible); }
  void of(const Team& v) { all(v.id, v.name); }
  void of(const Person& v) { all(v.id, v.name, v.role, v.team, v.agreesUpTo, v.telephone, v.email, v.active); }
  void of(const SiblingGroup& v) { all(v.id, v.name, v.mustStayTogether, v.reason); }
  void of(const Need& v) { all(v.domain, v.level, v.essential, v.evidence, v.evidenceOn, v.desiredOutcome); }
  void of(const Risk& v) { all(v.kind, v.level, v.evidence, v.evidenceOn); }
  void of(const Wish& v) { all(v.words, v.kind, v.feature, v.person, v.withinMiles); }
  void of(const Contact& v) { all(v.name, v.relationship, v.place, v.visitsAMonth); }
  void of(const NoGoArea& v) { all(v.area, v.reason); }
  void of(const Child& v) {
    all(v.id, v.number, v.name, v.knownAs, v.born, v.sex, v.ethnicity, v.legalStatus, v.legalStatusSince, v.lookedAfterSince, v.aim,
        v.home);
    all(v.school, v.schoolPlace, v.siblings, v.socialWorker, v.team, v.disabled, v.unaccompaniedAsylumSeeker, v.needs, v.risks, v.wishes);
    all(v.contacts, v.noGoAreas, v.identity, v.medicalExclusions, v.keepApartFrom, v.strengths, v.notes);
  }
  void of(const Inspection& v) { all(v.grade, v.on); }
  void of(const Registration& v) { all(v.urn, v.status, v.since, v.suspendedFrom, v.places, v.inspection); }
  void of(const Terms& v) {
    all(v.limitsKnown, v.ageFrom, v.ageTo, v.sexes, v.children, v.shortBreaksOnly, v.parentAndChild, v.solo, v.emergencies, v.excludes,
        v.words);
  }
  void of(const Capability& v) { all(v.domain, v.level, v.basis, v.source, v.on); }
  void of(const Vacancy& v) { all(v.places, v.freeFrom, v.confirmedOn); }
  void of(const Willingness& v) { all(v.state, v.until, v.said); }
  void of(const Resident& v) { all(v.child, v.age, v.sex, v.fostered); }
  void of(const LimitExemption& v) { all(v.children, v.by, v.valid); }
  void of(const Proof& v) { all(v.formB, v.formC, v.feedback); }
  void of(const TrackRecord& v) { all(v.placements, v.lasted); }
  void of(const Provider& v) {
    all(v.id, v.name, v.sector, v.toAsk, v.asksFor, v.framework, v.registration, v.areas, v.telephone, v.outOfHoursTelephone, v.email);
    all(v.embargoed, v.source);
  }
  void of(const Setting& v) {
    all(v.id, v.provider, v.name, v.type, v.arrangement, v.connectedPerson, v.approvedByResponsibleAuthority, v.temporaryApprovalFrom,
        v.temporaryApprovalUntil, v.approvedAdopters, v.category, v.place);
    all(v.registration, v.terms, v.capabilities, v.features, v.residents, v.residentsKnown, v.vacancy, v.willingness, v.carers,
        v.exemptions);
    all(v.ownBedroom, v.sharingAssessed, v.offersDays, v.proof, v.record, v.weeklyRate, v.telephone, v.source);
  }
  void of(const Authorisation& v) { all(v.owed, v.givenBy, v.givenOn, v.basis, v.consentGivenBy, v.consentWithdrawn, v.basisEnds); }
  void of(const OwedStep& v) { all(v.what, v.due, v.doneOn); }
  void of(const ReferralMember& v) { all(v.child, v.lookedAfter); }
  void of(const Waiver& v) { all(v.gate, v.candidate, v.by, v.on, v.reason); }
  void of(const Withdrawal& v) { all(v.reason, v.by, v.on); }
  void of(const Liberty& v) { all(v.deprived, v.criterion, v.orderNumber, v.orderFrom, v.orderUntil); }
  void of(const Referral& v) {
    all(v.id, v.number, v.kind, v.members, v.urgency, v.stage, v.neededBy, v.neededByMinute, v.neededDays, v.enteredAt, v.owner,
        v.socialWorker);
    all(v.team, v.leavingBecause, v.authorisation, v.together, v.settingTypes, v.withinMilesOfHome, v.withinMilesOfSchool, v.soloRequired);
    all(v.schoolShouldBeKept, v.connectedPersonFound, v.connectedPersonNote, v.whyNotParents, v.liberty, v.inPlainWords, v.owed, v.waivers,
        v.fewerThanThree, v.withdrawal);
  }
  void of(const ContactEntry& v) { all(v.at, v.by, v.outcome, v.note); }
  void of(const Approach& v) {
    all(v.id, v.referral, v.provider, v.setting, v.askedAt, v.askedBy, v.answerDue, v.state, v.declined, v.log);
  }
  void of(const QuoteLine& v) { all(v.item, v.charge, v.amount, v.fromDay, v.days, v.words); }
  void of(const NeedAnswer& v) { all(v.child, v.domain, v.level, v.basis, v.evidence); }
  void of(const Offer& v) {
    all(v.id, v.referral, v.provider, v.setting, v.approach, v.children, v.receivedOn, v.standsUntil, v.availableFrom, v.offersDays,
        v.emergency);
    all(v.needs, v.features, v.minutesToSchool, v.keepsSchool, v.ownBedroom, v.sharingAssessed, v.impactAssessed, v.quote, v.conditions,
        v.withdrawn);
  }
  void of(const Option& v) { all(v.id, v.referral, v.offers, v.label); }
  void of(const Choice& v) { all(v.id, v.referral, v.options, v.reasons, v.sentBy, v.sentTo, v.sentAt, v.decideBy, v.fewerThanThree); }
  void of(const OptionReason& v) { all(v.option, v.code, v.words); }
  void of(const Decision& v) {
    all(v.id, v.referral, v.choice, v.chosen, v.reasons, v.decidedBy, v.agreedBy, v.budgetAgreedBy, v.at, v.byTelephone, v.confirmedAt);
    all(v.childsViewHeard, v.childsView, v.frozen, v.amendsReason);
  }
  void of(const Approval& v) { all(v.id, v.referral, v.option, v.rule, v.by, v.on, v.reference); }
  void of(const Placement& v) {
    all(v.id, v.child, v.setting, v.provider, v.referral, v.decision, v.team, v.stay, v.plannedEnd, v.placeCode, v.providerCode,
        v.endReason);
    all(v.endedUnplanned, v.emergencyBeyondApproval, v.recorded);
  }
  void of(const ContractTerm& v) { all(v.id, v.placement, v.item, v.once, v.amount, v.valid, v.clause, v.recorded); }
  void of(const FundingShare& v) { all(v.id, v.placement, v.funder, v.basisPoints, v.valid, v.recorded); }
  void of(const Breach& v) {
    all(v.id, v.rule, v.placement, v.referral, v.authorisedBy, v.orderNumber, v.told, v.from, v.reviewOn, v.endedOn, v.words);
  }

  [[nodiscard]] std::uint64_t value() const { return m_value; }

 private:
  void text(const std::string& value) {
    byte(static_cast<unsigned char>(value.size() & 0xffU));
    for (const char letter : value) byte(static_cast<unsigned char>(letter));
  }
  void byte(unsigned char value) {
    m_value ^= value;
    m_value *= 0x100000001b3ULL;
  }
  std::uint64_t m_value = 0xcbf29ce484222325ULL;
};

}  // namespace

std::uint64_t digest(const DemoCase& demo) {
  Digest digest;
  digest.all(demo.today, demo.asAt, demo.authorities, demo.areas, demo.postcodes, demo.teams, demo.people, demo.siblingGroups,
             demo.children);
  digest.all(demo.providers, demo.settings, demo.referrals, demo.approaches, demo.offers, demo.options, demo.choices, demo.decisions);
  digest.all(demo.approvals, demo.placements, demo.terms, demo.funding, demo.breaches);
  return digest.value();
}

}  // namespace homeward::demo::tests
