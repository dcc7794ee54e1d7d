#include "matching/asked.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace homeward::matching {
namespace {

Landmark landmark(const Place& place, const std::set<std::string>& authorities, const geography::Atlas& atlas) {
  Landmark mark{place, {}};
  if (!place.point) return mark;
  for (const std::string& authority : authorities) mark.toAuthority.emplace(authority, atlas.milesTo(*place.point, authority));
  return mark;
}

/// What the block of that number looks at.
Aspects aspectsOfLaw(int rule) {
  switch (rule) {
    case 15:
      return looks::approval;
    case 20:
    case 28:
      return in(Aspect::kind);
    case 21:
    case 23:
      return looks::kindOfRegistration;
    case 24:
      return looks::household;
    case 40:
      return looks::daysByRegistration;
    default:
      return itself;
  }
}

}  // namespace

Asked::Asked(std::shared_ptr<const Request> request, std::shared_ptr<const geography::Atlas> atlas, Policy policy,
             const std::set<std::string>& authorities)
    : m_request(std::move(request)),
      m_atlas(std::move(atlas)),
      m_policy(std::move(policy)),
      m_people(m_request->referral, m_request->children, m_request->siblingsElsewhere, m_request->stays) {
  for (const Child& child : m_request->children) {
    AskedChild asked;
    asked.child = &child;
    asked.lookedAfter = m_people.lookedAfter(m_children.size());
    asked.age = ageOn(child.born, m_request->placeOn);
    asked.keyStage4 = isKeyStage4(child.born, m_request->placeOn);
    asked.schoolAge = isSchoolAge(child.born, m_request->placeOn);
    asked.overThree = m_request->placeOn > birthday(child.born, 3);
    asked.apart = child.keepApartFrom;
    if (const auto& others = m_request->keptApartBy; m_children.size() < others.size())
      asked.apart.insert(asked.apart.end(), others[m_children.size()].begin(), others[m_children.size()].end());
    if (asked.lookedAfter) m_placed.push_back(m_children.size());
    m_children.push_back(asked);
    m_homes.push_back(landmark(child.home, authorities, *m_atlas));
    m_schools.push_back(landmark(child.schoolPlace, authorities, *m_atlas));
    std::vector<Landmark> contacts;
    contacts.reserve(child.contacts.size());
    for (const Contact& contact : child.contacts) contacts.push_back(landmark(contact.place, authorities, *m_atlas));
    m_contacts.push_back(std::move(contacts));
  }
  askGates();
  askCriteria(m_policy);
}

void Asked::askGates() {
  using A = Aspect;
  const auto ask = [this](std::string key, GateKind kind, std::vector<std::size_t> children, GateFunction answer,
                          Aspects looks) -> AskedGate& {
    AskedGate gate;
    gate.key = std::move(key);
    gate.kind = kind;
    gate.children = std::move(children);
    gate.answer = answer;
    gate.looks = looks;
    m_gates.push_back(std::move(gate));
    return m_gates.back();
  };
  const auto those = [this](auto&& wanted) {
    std::vector<std::size_t> children;
    for (const std::size_t i : m_placed)
      if (wanted(m_children[i])) children.push_back(i);
    return children;
  };

  for (const int rule : {15, 20, 21, 23, 24, 28, 40})
    ask("law." + std::to_string(rule), GateKind::law, m_placed, &legalGate, aspectsOfLaw(rule)).rule = rule;
  ask("registration.active", GateKind::registration, m_placed, &activeGate, looks::kindOfRegistration);
  ask("registration.places", GateKind::registration, m_placed, &placesGate, looks::roomByRegistration);
  ask("registration.age", GateKind::registration, m_placed, &ageGate, looks::ages);
  ask("registration.sex", GateKind::registration, m_placed, &sexGate, looks::sexes);
  ask("registration.number", GateKind::registration, m_placed, &numberGate, looks::roomByTerms);
  ask("registration.purpose", GateKind::registration, m_placed, &purposeGate, looks::purpose);

  for (const NeedDomain domain : all<NeedDomain>()) {
    auto children = those([domain](const AskedChild& asked) {
      const Need* need = needOf(*asked.child, domain);
      return need != nullptr && need->essential && need->level >= 1;
    });
    if (!children.empty())
      ask("essential.need." + std::string(text(domain)), GateKind::essential, std::move(children), &needGate, capabilityIn(domain)).domain =
          domain;
  }
  if (auto children = those([](const AskedChild& asked) { return !asked.child->noGoAreas.empty(); }); !children.empty())
    ask("essential.noGoArea", GateKind::essential, std::move(children), &noGoGate, looks::place);
  if (referral().withinMilesOfHome) ask("essential.radiusHome", GateKind::essential, m_placed, &homeRadiusGate, itself);
  if (referral().withinMilesOfSchool) {
    // A child who goes to no school has no distance to keep, unless nobody in the referral has one.
    auto children = those([](const AskedChild& asked) { return asked.schoolAge || !asked.child->school.empty(); });
    ask("essential.radiusSchool", GateKind::essential, children.empty() ? m_placed : std::move(children), &schoolRadiusGate, itself);
  }
  if (referral().together == Togetherness::mustStayTogether)
    ask("essential.together", GateKind::essential, {m_placed.front()}, &togetherGate, in(A::kind));
  if (referral().soloRequired) ask("essential.solo", GateKind::essential, m_placed, &soloGate, looks::alone);
  if (auto children = those([](const AskedChild& asked) { return !asked.apart.empty(); }); !children.empty())
    ask("essential.incompatible", GateKind::essential, std::move(children), &incompatibleGate, in(A::residents));
  std::set<FeatureCode> exclusions;
  for (const std::size_t i : m_placed)
    exclusions.insert(m_children[i].child->medicalExclusions.begin(), m_children[i].child->medicalExclusions.end());
  for (const FeatureCode& feature : exclusions) {
    auto children = those([&feature](const AskedChild& asked) {
      const auto& codes = asked.child->medicalExclusions;
      return std::find(codes.begin(), codes.end(), feature) != codes.end();
    });
    ask("essential.exclusion." + feature, GateKind::essential, std::move(children), &exclusionGate, in(A::features)).feature = feature;
  }
  ask("essential.availableBy", GateKind::essential, m_placed, &availableGate, in(A::vacancy));
  if (!referral().settingTypes.empty()) ask("essential.settingType", GateKind::essential, m_placed, &settingTypeGate, in(A::kind));

  ask("willing.taking", GateKind::willingness, m_placed, &takingGate, in(A::willing));
  ask("willing.embargo", GateKind::willingness, m_placed, &embargoGate, in(A::embargo));
  ask("willing.declined", GateKind::willingness, {m_placed.front()}, &declinedGate, in(A::kind));
}

void Asked::askCriteria(const Policy& policy) {
  const auto those = [this](auto&& wanted) {
    std::vector<std::size_t> children;
    for (const std::size_t i : m_placed)
      if (wanted(m_children[i])) children.push_back(i);
    return children;
  };
  const auto theGroup = [this](bool applies) { return applies ? std::vector<std::size_t>{m_placed.front()} : std::vector<std::size_t>{}; };
  const auto everyone = [this](bool applies) { return applies ? m_placed : std::vector<std::size_t>{}; };
  const bool lengthKnown = referral().neededDays && *referral().neededDays > 0;
  // Near somebody, or with brothers and sisters, is a matter of which home it is.
  const bool wishesOfHome = std::all_of(m_children.begin(), m_children.end(), [](const AskedChild& asked) {
    const auto& wishes = asked.child->wishes;
    return std::none_of(wishes.begin(), wishes.end(),
                        [](const Wish& one) { return one.kind == WishKind::nearPerson || one.kind == WishKind::withSiblings; });
  });
  const Points pairs = pairsTogether(*this, CandidateFacts{}, std::nullopt);

  struct Whom {
    std::vector<std::size_t> children;
    ValueFunction value = nullptr;
    Aspects looks = itself;
  };
  using A = Aspect;
  const auto whom = [&](const std::string& key) -> Whom {
    if (key == "distanceHome") return {m_placed, &homeValue, itself};
    if (key == "education") return {those([](const AskedChild& asked) { return asked.schoolAge; }), &educationValue, itself};
    if (key == "contact")
      return {those([](const AskedChild& asked) {
                const auto& contacts = asked.child->contacts;
                return std::any_of(contacts.begin(), contacts.end(), [](const Contact& one) { return one.visitsAMonth > 0; });
              }),
              &contactValue, itself};
    if (key == "siblings") return {theGroup(pairs.all > 0), &siblingsValue, request().siblingsElsewhere.empty() ? in(A::kind) : itself};
    if (key == "connectedPerson") return {everyone(referral().connectedPersonFound.value_or(false)), &connectedPersonValue, in(A::kind)};
    if (key == "area") return {m_placed, &areaValue, in(A::area)};
    if (key == "identity")
      return {those([](const AskedChild& asked) { return !asked.child->identity.empty(); }), &identityValue, in(A::features)};
    if (key == "wishes")
      return {those([](const AskedChild& asked) {
                const auto& wishes = asked.child->wishes;
                return std::any_of(wishes.begin(), wishes.end(), [](const Wish& one) { return one.kind != WishKind::wordsOnly; });
              }),
              &wishesValue, wishesOfHome ? in(A::features) : itself};
    if (key == "inspection") return {m_placed, &inspectionValue, looks::inspection};
    if (key == "proof") return {m_placed, &proofValue, in(A::proof)};
    if (key == "startDate") return {m_placed, &startValue, in(A::vacancy)};
    if (key == "length") return {everyone(lengthKnown), &lengthValue, in(A::length)};
    if (key == "bedroom") return {those([](const AskedChild& asked) { return asked.overThree; }), &bedroomValue, in(A::rooms)};
    return {};
  };

  for (const PolicyCriterion& criterion : policy.criteria) {
    if (criterion.key == "needs") {
      for (const std::size_t i : m_placed) {
        const Child& child = *m_children[i].child;
        for (const NeedDomain domain : all<NeedDomain>()) {
          const Need* need = needOf(child, domain);
          if (need == nullptr || need->level < 1) continue;
          const std::string name(text(domain));
          AskedCriterion asked;
          asked.key = "need:" + std::to_string(child.id.value) + ":" + name;
          asked.label = m_placed.size() == 1 ? Fact{"criterion.need", {word("need", name)}}
                                             : Fact{"criterion.needOf", {word("need", name), calledBy(child)}};
          asked.children = {i};
          asked.value = &needValue;
          asked.anchors = &criterion.anchors;
          asked.need = need;
          asked.looks = capabilityIn(domain);
          m_criteria.push_back(std::move(asked));
        }
      }
      continue;
    }
    auto [children, value, looks] = whom(criterion.key);
    if (children.empty()) continue;
    AskedCriterion asked;
    asked.key = criterion.key;
    asked.label = Fact{"criterion." + criterion.key, {}};
    asked.children = std::move(children);
    asked.value = value;
    asked.looks = looks;
    asked.anchors = &criterion.anchors;
    m_criteria.push_back(std::move(asked));
  }
  const std::vector<int> weights = weightsOf(policy, m_request->ownWeights, counted());
  for (std::size_t j = 0; j < weights.size(); ++j) m_criteria[j].weight = weights[j];
}

std::vector<Counted> Asked::counted() const {
  std::vector<Counted> counted;
  counted.reserve(m_criteria.size());
  for (const AskedCriterion& criterion : m_criteria)
    counted.push_back(criterion.need != nullptr ? Counted{"needs", criterion.need->level} : Counted{criterion.key, 0});
  return counted;
}

std::optional<geography::MilesRange> Asked::from(const Landmark& landmark, const Place& to) const {
  if (landmark.place.point && !to.point) {
    const auto known = landmark.toAuthority.find(to.authority);
    if (known != landmark.toAuthority.end()) return known->second;
  }
  return geography::distance(landmark.place, to, *m_atlas);
}

std::optional<geography::MilesRange> Asked::fromHome(std::size_t child, const Place& to) const { return from(m_homes[child], to); }
std::optional<geography::MilesRange> Asked::fromSchool(std::size_t child, const Place& to) const { return from(m_schools[child], to); }
std::optional<geography::MilesRange> Asked::fromContact(std::size_t child, std::size_t contact, const Place& to) const {
  return from(m_contacts[child][contact], to);
}

const Assignment& assigned(const CandidateFacts& candidate, std::size_t child) {
  static const Assignment nobody;
  return child < candidate.perChild.size() ? candidate.perChild[child] : nobody;
}

std::optional<bool> has(const Assignment& assignment, const FeatureCode& feature) {
  if (assignment.offer != nullptr)
    if (const auto answered = assignment.offer->features.find(feature); answered != assignment.offer->features.end())
      return answered->second;
  if (assignment.setting != nullptr)
    if (const auto recorded = assignment.setting->features.find(feature); recorded != assignment.setting->features.end())
      return recorded->second;
  return std::nullopt;
}

int joining(const Asked& asked, const CandidateFacts& candidate, std::size_t child) {
  const Setting* here = assigned(candidate, child).setting;
  int people = 0;
  for (std::size_t i = 0; i < asked.children().size(); ++i)
    if (i == child || (here != nullptr && assigned(candidate, i).setting == here)) ++people;
  return people;
}

bool isMember(const Asked& asked, const Resident& resident) {
  return resident.child && std::any_of(asked.children().begin(), asked.children().end(),
                                       [&](const AskedChild& one) { return one.child->id == *resident.child; });
}

std::optional<bool> keepsSchool(const Assignment& assignment, ChildId child) {
  if (assignment.offer == nullptr) return std::nullopt;
  if (const auto answered = assignment.offer->keepsSchool.find(child); answered != assignment.offer->keepsSchool.end())
    return answered->second;
  if (assignment.offer->minutesToSchool.contains(child)) return true;
  return std::nullopt;
}

std::optional<Capable> capable(const Assignment& assignment, ChildId child, NeedDomain domain) {
  const auto levels = [](int level, Basis basis) {
    return Capable{basis == Basis::claimed ? std::max(0, level - 1) : level, level, level, basis};
  };
  std::optional<Capable> recorded;
  if (assignment.setting != nullptr)
    for (const Capability& one : assignment.setting->capabilities)
      if (one.domain == domain &&
          (!recorded || one.basis > recorded->basis || (one.basis == recorded->basis && one.level > recorded->level)))
        recorded = levels(one.level, one.basis);
  std::optional<Capable> answered;
  if (assignment.offer != nullptr)
    for (const NeedAnswer& one : assignment.offer->needs)
      if (one.child == child && one.domain == domain && (!answered || one.basis > answered->basis)) answered = levels(one.level, one.basis);
  if (!answered) return recorded;
  // Support adds to what a home can do: proof on record stands although the offer only claims.
  if (recorded && recorded->basis > answered->basis) {
    if (recorded->level >= answered->level) return recorded;
    answered->least = std::max(answered->least, recorded->least);
  }
  return answered;
}

Interval Points::share() const {
  if (all <= 0) return unknownValue;
  const auto rounded = [this](int points) { return static_cast<std::int16_t>((2000 * points + all) / (2 * all)); };
  return {rounded(met), rounded(met + notKnown)};
}

const std::string& calledBy(const Child& child) {
  if (!child.knownAs.empty()) return child.knownAs;
  return child.name.empty() ? child.number : child.name;
}

std::string limitText(double miles) {
  const auto tenths = std::llround(miles * 10.0);
  const std::string whole = std::to_string(tenths / 10);
  return tenths % 10 == 0 ? whole : whole + "." + std::to_string(tenths % 10);
}

Word word(std::string_view group, std::string_view value) { return Word{std::string(group) + "." + std::string(value)}; }

Fact featureQuestion(const FeatureCode& feature) {
  const auto colon = feature.find(':');
  if (colon != std::string::npos && feature.compare(0, colon, "language") == 0) return {"ask.language", {feature.substr(colon + 1)}};
  if (feature == "dog" || feature == "cat" || feature == "otherPets" || feature == "smoker" || feature == "garden")
    return {"ask.isThere", {word("feature", feature)}};
  return {"ask.yesOrNo", {word("feature", feature)}};
}

void noSettingYet(const Assignment& assignment, Reason* reason) {
  if (reason == nullptr) return;
  reason->why = {"match.noSettingYet", {}};
  reason->question = {"ask.whichSetting", {assignment.provider != nullptr ? assignment.provider->name : std::string{}}};
}

}  // namespace homeward::matching
