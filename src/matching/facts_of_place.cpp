// Near home, school and the people whom the child is to see, with brothers and sisters, and in which authority's area.
#include <algorithm>
#include <cmath>

#include "matching/asked.h"

namespace homeward::matching {
namespace {

using geography::MilesRange;

/// Further never is better by a policy's anchors, but a local policy may say otherwise: the ends are put in order.
Interval valueOfMiles(const Anchors& anchors, const MilesRange& miles) {
  const int atLow = anchors.at(miles.low);
  if (miles.exact()) return known(atLow);
  const int atHigh = anchors.at(miles.high);
  return {static_cast<std::int16_t>(std::min(atLow, atHigh)), static_cast<std::int16_t>(std::max(atLow, atHigh))};
}

void askWhere(const Place& from, const Fact& whereFrom, const Assignment& there, Reason* reason) {
  const bool fromUnclear = !from.point;
  reason->question = fromUnclear && there.setting->place.point ? whereFrom : Fact{"ask.postcode", {there.setting->name}};
}

Interval changeOfSchool(const AskedChild& asked) { return known(asked.keyStage4 ? 0 : 200); }

Interval span(const Interval& a, const Interval& b) { return {std::min(a.low, b.low), std::max(a.high, b.high)}; }

/// What going on to the same school would be worth by the length of the journey.
Interval journey(const Asked& asked, const Anchors& anchors, std::size_t child, const Assignment& there, Reason* reason) {
  const ChildId id = asked.children()[child].child->id;
  if (there.offer != nullptr)
    if (const auto typed = there.offer->minutesToSchool.find(id); typed != there.offer->minutesToSchool.end()) {
      if (reason != nullptr) reason->why = {"match.school.minutes", {std::int64_t{typed->second}}};
      return known(anchors.at(typed->second));
    }
  const auto miles = there.setting == nullptr ? std::nullopt : asked.fromSchool(child, there.setting->place);
  if (!miles) {
    if (reason != nullptr) {
      reason->why = {"match.school.journeyNotKnown", {}};
      reason->question = {"ask.minutesToSchool", {}};
    }
    return unknownValue;
  }
  const geography::MinutesRange minutes = geography::estimatedMinutes(*miles);
  const Interval value{static_cast<std::int16_t>(std::min(anchors.at(minutes.high), anchors.at(minutes.low))),
                       static_cast<std::int16_t>(std::max(anchors.at(minutes.high), anchors.at(minutes.low)))};
  if (reason != nullptr) {
    reason->why = {"match.school.estimated", {std::int64_t{minutes.low}, std::int64_t{minutes.high}}};
    if (value.low < value.high) reason->question = {"ask.minutesToSchool", {}};
  }
  return value;
}

void count(Points& points, std::optional<bool> together) {
  ++points.all;
  if (!together)
    ++points.notKnown;
  else if (*together)
    ++points.met;
}

}  // namespace

Interval homeValue(const Asked& asked, const AskedCriterion& criterion, std::size_t child, const CandidateFacts& candidate,
                   Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) {
    noSettingYet(there, reason);
    return unknownValue;
  }
  const auto miles = asked.fromHome(child, there.setting->place);
  const Interval value = miles ? valueOfMiles(*criterion.anchors, *miles) : unknownValue;
  if (reason == nullptr) return value;
  const Child& who = *asked.children()[child].child;
  if (!miles)
    reason->why = {"match.home.notKnown", {}};
  else if (miles->exact())
    reason->why = {"match.home", {Miles{miles->low}}};
  else
    reason->why = {"match.home.between", {Miles{miles->low}, Miles{miles->high}}};
  if (value.low < value.high) askWhere(who.home, {"ask.homePostcode", {calledBy(who)}}, there, reason);
  return value;
}

Interval educationValue(const Asked& asked, const AskedCriterion& criterion, std::size_t child, const CandidateFacts& candidate,
                        Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  const AskedChild& who = asked.children()[child];
  const auto keeps = keepsSchool(there, who.child->id);
  const Interval changed = changeOfSchool(who);
  if (keeps.has_value() && !*keeps) {
    if (reason != nullptr) reason->why = {who.keyStage4 ? "match.school.changeAtKeyStage4" : "match.school.change", {}};
    return changed;
  }
  if (there.setting == nullptr) {
    noSettingYet(there, reason);
    return unknownValue;
  }
  const Interval kept = journey(asked, *criterion.anchors, child, there, reason);
  if (keeps) return kept;
  // Nobody has said whether the school can be kept: it is one or the other.
  if (reason != nullptr) {
    const auto miles = asked.fromSchool(child, there.setting->place);
    if (miles && miles->exact())
      reason->why = {"match.school.keptNotKnown", {Miles{miles->low}}};
    else
      reason->why = {"match.school.notKnown", {}};
    // A journey that is worth as much as a change leaves nothing to ask.
    const Interval either = span(kept, changed);
    reason->question = {};
    if (either.low < either.high)
      reason->question = who.child->school.empty() ? Fact{"ask.keepsSchool", {}} : Fact{"ask.keepsThisSchool", {who.child->school}};
  }
  return span(kept, changed);
}

Interval contactValue(const Asked& asked, const AskedCriterion& criterion, std::size_t child, const CandidateFacts& candidate,
                      Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) {
    noSettingYet(there, reason);
    return unknownValue;
  }
  const Child& who = *asked.children()[child].child;
  double visits = 0.0;
  double low = 0.0;
  double high = 0.0;
  int people = 0;
  const Contact* only = nullptr;
  const Contact* unclear = nullptr;
  MilesRange all{1e9, 0.0};
  for (std::size_t i = 0; i < who.contacts.size(); ++i) {
    const Contact& contact = who.contacts[i];
    if (!(contact.visitsAMonth > 0)) continue;
    const auto miles = asked.fromContact(child, i, there.setting->place);
    const Interval value = miles ? valueOfMiles(*criterion.anchors, *miles) : unknownValue;
    visits += contact.visitsAMonth;
    low += contact.visitsAMonth * value.low;
    high += contact.visitsAMonth * value.high;
    ++people;
    only = &contact;
    if (value.low < value.high && unclear == nullptr) unclear = &contact;
    if (miles) all = {std::min(all.low, miles->low), std::max(all.high, miles->high)};
  }
  const Interval value{static_cast<std::int16_t>(std::floor(low / visits + 0.5)),
                       static_cast<std::int16_t>(std::floor(high / visits + 0.5))};
  if (reason == nullptr) return value;
  if (all.low > all.high)
    reason->why = {"match.contact.notKnown", {unclear->name}};
  else if (people == 1)
    reason->why = all.exact() ? Fact{"match.contact.one", {Miles{all.low}, only->name}}
                              : Fact{"match.contact.oneBetween", {Miles{all.low}, Miles{all.high}, only->name}};
  else
    reason->why = {"match.contact.several", {Miles{all.low}, Miles{all.high}, std::int64_t{people}}};
  if (value.low < value.high && unclear != nullptr) askWhere(unclear->place, {"ask.contactPostcode", {unclear->name}}, there, reason);
  return value;
}

Points pairsTogether(const Asked& asked, const CandidateFacts& candidate, std::optional<std::size_t> child) {
  Points points;
  const std::size_t members = asked.children().size();
  for (std::size_t a = 0; a < members; ++a) {
    const Assignment& one = assigned(candidate, a);
    for (std::size_t b = a + 1; b < members; ++b) {
      if (child && a != *child && b != *child) continue;
      if (!asked.siblings(a, b)) continue;
      const Assignment& other = assigned(candidate, b);
      count(points, one.setting != nullptr && other.setting != nullptr ? std::optional<bool>(one.setting == other.setting) : std::nullopt);
    }
    if (child && a != *child) continue;
    const Request& request = asked.request();
    for (std::size_t e = 0; e < request.siblingsElsewhere.size(); ++e) {
      if (!asked.siblingElsewhere(a, e)) continue;
      const auto& where = e < request.siblingSettings.size() ? request.siblingSettings[e] : std::nullopt;
      count(points, one.setting != nullptr && where ? std::optional<bool>(one.setting->id == *where) : std::nullopt);
    }
  }
  return points;
}

Interval siblingsValue(const Asked& asked, const AskedCriterion&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Points points = pairsTogether(asked, candidate, std::nullopt);
  if (reason != nullptr) {
    if (points.notKnown == 0)
      reason->why = points.met == points.all
                        ? Fact{"match.siblings.all", {}}
                        : (points.met == 0 ? Fact{"match.siblings.none", {}}
                                           : Fact{"match.siblings.some", {std::int64_t{points.met}, std::int64_t{points.all}}});
    else if (assigned(candidate, child).setting == nullptr)
      noSettingYet(assigned(candidate, child), reason);
    else {
      reason->why = {"match.siblings.notKnown", {}};
      reason->question = {"ask.siblings", {}};
    }
  }
  return points.share();
}

Interval connectedPersonValue(const Asked&, const AskedCriterion&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  const bool connected = there.setting != nullptr && there.setting->connectedPerson;
  if (reason != nullptr) reason->why = {connected ? "match.connectedPerson.yes" : "match.connectedPerson.no", {}};
  return known(connected ? 1000 : 0);
}

Interval areaValue(const Asked& asked, const AskedCriterion&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) {
    noSettingYet(there, reason);
    return unknownValue;
  }
  const std::string& own = asked.request().responsibleAuthority;
  const std::string& authority = there.setting->place.authority;
  const auto answer = [reason](const char* key, Interval value) {
    if (reason != nullptr) reason->why = {key, {}};
    return value;
  };
  if (own.empty() || authority.empty()) {
    if (reason != nullptr) reason->question = {"ask.authority", {there.setting->name}};
    return answer("match.area.notKnown", unknownValue);
  }
  if (own == authority) return answer("match.area.own", known(1000));
  const auto adjoins = asked.atlas().adjoin(own, authority);
  if (!adjoins) {
    if (reason != nullptr) reason->question = {"ask.adjoins", {}};
    return answer("match.area.outside", Interval{0, 500});
  }
  return *adjoins ? answer("match.area.adjoining", known(500)) : answer("match.area.distant", known(0));
}

}  // namespace homeward::matching
