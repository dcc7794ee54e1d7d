// What this referral cannot do without. These gates alone are local: a named person may waive one for one candidate, with a reason.
#include <algorithm>
#include <cmath>

#include "matching/returning.h"
#include "matching/say.h"

namespace homeward::matching {
namespace {

/// The next limit that somebody would set, in fives.
double limitThatHolds(double miles) { return 5.0 * std::ceil(miles / 5.0); }

/// What would have to be bought besides the home, where the council has a price for it.
Fact supportBought(const Asked& asked, NeedDomain domain, int wanted, int shortBy) {
  const auto bought = supportThatAdds(asked.request().support, domain, shortBy);
  if (bought.empty()) return {"back.support", {std::int64_t{wanted}}};
  if (bought.size() == 1) return {"back.supportBought", {bought[0]->name, bought[0]->aWeek}};
  return {"back.supportBoughtTwo", {bought[0]->name, bought[1]->name, bought[0]->aWeek + bought[1]->aWeek}};
}

/// Limits are met by the distance as it is shown and reported, to one decimal: what reads "10.0 miles" is within 10.
GateResult withinRadius(const std::optional<geography::MilesRange>& miles, double limit, const std::string& keys, Reason* reason) {
  const auto result = !miles                                        ? GateResult::unknown
                      : geography::shownMiles(miles->high) <= limit ? GateResult::pass
                      : geography::shownMiles(miles->low) > limit   ? GateResult::fail
                                                                    : GateResult::unknown;
  if (reason == nullptr) return result;
  if (!miles) {
    reason->why = {keys + ".notKnown", {}};
  } else if (result == GateResult::pass) {
    reason->why = miles->exact() ? Fact{keys + ".within", {Miles{miles->low}}} : Fact{keys + ".withinAtMost", {Miles{miles->high}}};
  } else if (result == GateResult::fail) {
    reason->why = {keys + ".beyond", {Miles{miles->low}, Miles{limit}}};
    reason->bringsBack = {"back.limitRaised", {limitText(limitThatHolds(geography::shownMiles(miles->low))), limitText(limit)}};
  } else {
    reason->why = {keys + ".between", {Miles{miles->low}, Miles{miles->high}, Miles{limit}}};
  }
  return result;
}

/// Asks for whichever end of a distance is not known to a point.
GateResult asking(GateResult result, const Place& from, const char* fromQuestion, const Child& child, const Setting& setting,
                  Reason* reason) {
  if (reason != nullptr && result == GateResult::unknown)
    reason->question = from.point || !setting.place.point ? Fact{"ask.postcode", {setting.name}} : Fact{fromQuestion, {calledBy(child)}};
  return result;
}

/// An ONS code is a letter and eight digits; anything else that is entered as an area is the outward part of a postcode.
bool isAuthorityCode(const std::string& area) {
  return area.size() == 9 && std::all_of(area.begin() + 1, area.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The day by which that many of those who live there on the day of the placement have left; none: nobody has said so.
std::optional<Date> roomOn(const Asked& asked, const Setting& setting, int wanted) {
  std::vector<Date> leaving;
  for (const Resident& resident : setting.residents)
    if (resident.fostered && resident.leaves && resident.livesThereOn(asked.request().placeOn) && !isMember(asked, resident))
      leaving.push_back(*resident.leaves);
  if (wanted <= 0 || std::ssize(leaving) < wanted) return std::nullopt;
  std::sort(leaving.begin(), leaving.end());
  return leaving[static_cast<std::size_t>(wanted - 1)];
}

}  // namespace

GateResult needGate(const Asked& asked, const AskedGate& gate, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Child& who = *asked.children()[child].child;
  const Need& need = *needOf(who, gate.domain);
  const auto capability = capable(assigned(candidate, child), who.id, gate.domain);
  const Term domain = Term{"need", text(gate.domain)};
  const std::int64_t wanted = need.level;
  if (!capability) return answer(reason, GateResult::unknown, {"match.need.notKnown", {domain}}, {}, {"ask.need", {domain, wanted}});
  const std::int64_t level = capability->level;
  const Term basis = Term{"basis", text(capability->basis)};
  if (capability->least >= need.level) return answer(reason, GateResult::pass, {"match.need.met", {level, basis}});
  if (capability->most < need.level) {
    answer(reason, GateResult::fail, {"match.need.short", {level, basis, wanted}});
    if (reason != nullptr) reason->bringsBack = supportBought(asked, gate.domain, need.level, need.level - capability->most);
    return GateResult::fail;
  }
  return answer(reason, GateResult::unknown, {"match.need.met", {level, basis}}, {}, {"ask.need.shown", {level, domain}});
}

GateResult noGoGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) return notNamedYet(there, reason);
  const Place& place = there.setting->place;
  bool unclear = false;
  for (const NoGoArea& noGo : asked.children()[child].child->noGoAreas) {
    const bool byAuthority = isAuthorityCode(noGo.area);
    const std::string here = byAuthority ? place.authority : outcode(place.postcode);
    if (here.empty()) {
      unclear = true;
    } else if (here == (byAuthority ? noGo.area : outcode(noGo.area))) {
      return answer(reason, GateResult::fail, {byAuthority ? "gate.noGo.authority" : "gate.noGo.outcode", {noGo.area}}, {"back.noGo", {}});
    }
  }
  if (unclear) return answer(reason, GateResult::unknown, {"gate.noGo.notKnown", {}}, {}, {"ask.postcode", {there.setting->name}});
  return answer(reason, GateResult::pass, {"gate.noGo.outside", {}});
}

GateResult homeRadiusGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  static const std::string keys = "gate.radiusHome";
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) return notNamedYet(there, reason);
  const Child& who = *asked.children()[child].child;
  const auto result = withinRadius(asked.fromHome(child, there.setting->place), *asked.referral().withinMilesOfHome, keys, reason);
  return asking(result, who.home, "ask.homePostcode", who, *there.setting, reason);
}

GateResult schoolRadiusGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  static const std::string keys = "gate.radiusSchool";
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) return notNamedYet(there, reason);
  const Child& who = *asked.children()[child].child;
  const auto result = withinRadius(asked.fromSchool(child, there.setting->place), *asked.referral().withinMilesOfSchool, keys, reason);
  return asking(result, who.schoolPlace, "ask.schoolPostcode", who, *there.setting, reason);
}

GateResult togetherGate(const Asked& asked, const AskedGate&, std::size_t, const CandidateFacts& candidate, Reason* reason) {
  const Setting* first = nullptr;
  bool open = false;
  for (std::size_t i = 0; i < asked.children().size(); ++i) {
    if (!asked.children()[i].lookedAfter) continue;
    const Setting* here = assigned(candidate, i).setting;
    if (here == nullptr) {
      open = true;
    } else if (first != nullptr && here != first) {
      return answer(reason, GateResult::fail, {"gate.together.parted", {}}, {"back.together", {}});
    } else {
      first = here;
    }
  }
  if (open) return answer(reason, GateResult::unknown, {"gate.together.notKnown", {}}, {}, {"ask.together", {}});
  return answer(reason, GateResult::pass, {"gate.together.kept", {}});
}

GateResult soloGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) return notNamedYet(there, reason);
  const Setting& setting = *there.setting;
  const auto others = std::count_if(setting.residents.begin(), setting.residents.end(), [&](const Resident& one) {
    return one.livesThereOn(asked.request().placeOn) && !isMember(asked, one);
  });
  if (others > 0) return answer(reason, GateResult::fail, {"gate.solo.others", {static_cast<std::int64_t>(others)}}, {"back.alone", {}});
  if (setting.residentsKnown) return answer(reason, GateResult::pass, {"gate.solo.nobodyElse", {}});
  if (setting.terms.solo) return answer(reason, GateResult::pass, {"gate.solo.oneAtATime", {}});
  return answer(reason, GateResult::unknown, {"gate.solo.notKnown", {}}, {}, {"ask.residents", {}});
}

GateResult incompatibleGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr) return notNamedYet(there, reason);
  const auto& apart = asked.children()[child].apart;
  const auto forbidden = [&apart](ChildId id) { return std::find(apart.begin(), apart.end(), id) != apart.end(); };
  for (const Resident& resident : there.setting->residents)
    if (resident.child && resident.livesThereOn(asked.request().placeOn) && forbidden(*resident.child))
      return answer(reason, GateResult::fail, {"gate.incompatible.there", {}}, {"back.incompatible", {}});
  for (std::size_t i = 0; i < asked.children().size(); ++i)
    if (i != child && assigned(candidate, i).setting == there.setting && forbidden(asked.children()[i].child->id))
      return answer(reason, GateResult::fail, {"gate.incompatible.joining", {}}, {"back.incompatibleJoining", {}});
  if (!there.setting->residentsKnown)
    return answer(reason, GateResult::unknown, {"gate.incompatible.notKnown", {}}, {}, {"ask.residents", {}});
  return answer(reason, GateResult::pass, {"gate.incompatible.none", {}});
}

GateResult exclusionGate(const Asked&, const AskedGate& gate, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const auto there = has(assigned(candidate, child), gate.feature);
  const Term feature{"feature", gate.feature};
  if (!there) {
    answer(reason, GateResult::unknown, {"gate.exclusion.notKnown", {feature}});
    if (reason != nullptr) reason->question = featureQuestion(gate.feature);
    return GateResult::unknown;
  }
  if (*there) return answer(reason, GateResult::fail, {"gate.exclusion.has", {feature}}, {"back.exclusion", {feature}});
  return answer(reason, GateResult::pass, {"gate.exclusion.without", {feature}});
}

GateResult settingTypeGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  std::optional<SettingType> type;
  if (there.setting != nullptr)
    type = there.setting->type;
  else if (there.provider != nullptr)
    type = there.provider->asksFor;
  if (!type) return notNamedYet(there, reason);
  const auto& wanted = asked.referral().settingTypes;
  const Term kind = Term{"settingType", text(*type)};
  if (std::find(wanted.begin(), wanted.end(), *type) != wanted.end())
    return answer(reason, GateResult::pass, {"gate.settingType.wanted", {kind}});
  return answer(reason, GateResult::fail, {"gate.settingType.notWanted", {kind}}, {"back.settingType", {kind}});
}

GateResult availableGate(const Asked& asked, const AskedGate&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  if (there.setting == nullptr && there.offer == nullptr) return notNamedYet(there, reason);
  std::optional<Date> from;
  if (there.offer != nullptr) from = there.offer->availableFrom;
  const Vacancy* vacancy = there.setting != nullptr && there.setting->vacancy ? &*there.setting->vacancy : nullptr;
  if (!from && vacancy != nullptr) {
    // An offer has counted its own places; a vacancy must have enough of them.
    const int coming = joining(asked, candidate, child);
    if (there.offer == nullptr && vacancy->places < coming) {
      const auto leaves = roomOn(asked, *there.setting, coming - vacancy->places);
      return answer(
          reason, GateResult::fail,
          {vacancy->places <= 0 ? "gate.available.full" : "gate.available.tooFew", {std::int64_t{vacancy->places}, std::int64_t{coming}}},
          leaves ? Say{"back.placeFreeAsLeaves", {*leaves}} : Say{"back.placeFree", {}});
    }
    from = vacancy->freeFrom;
  }
  if (!from) return answer(reason, GateResult::unknown, {"gate.available.notKnown", {}}, {}, {"ask.freeFrom", {}});
  // What is overdue is needed now.
  const Date placeOn = asked.request().placeOn;
  const Date neededBy = asked.referral().neededBy;
  if (*from <= placeOn) return answer(reason, GateResult::pass, {"gate.available.inTime", {*from}});
  return answer(reason, GateResult::fail, {placeOn > neededBy ? "gate.available.overdue" : "gate.available.late", {*from, neededBy}},
                {"back.from", {*from}});
}

}  // namespace homeward::matching
