// When the child could move in, for how long, and in which room.
#include <algorithm>

#include "matching/asked.h"

namespace homeward::matching {
namespace {

template <class T>
std::optional<T> offeredElse(const std::optional<T>* offered, const std::optional<T>* recorded) {
  if (offered != nullptr && *offered) return *offered;
  return recorded != nullptr ? *recorded : std::nullopt;
}

}  // namespace

Interval startValue(const Asked& asked, const AskedCriterion& criterion, std::size_t child, const CandidateFacts& candidate,
                    Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  std::optional<Date> from;
  if (there.offer != nullptr) from = there.offer->availableFrom;
  if (!from && there.setting != nullptr && there.setting->vacancy) from = there.setting->vacancy->freeFrom;
  if (!from) {
    if (there.setting == nullptr) {
      noSettingYet(there, reason);
    } else if (reason != nullptr) {
      reason->why = {"match.start.notKnown", {}};
      reason->question = {"ask.freeFrom", {}};
    }
    return unknownValue;
  }
  // What is overdue is needed now.
  const Date placeOn = asked.request().placeOn;
  const auto late = (*from - placeOn).count();
  if (reason != nullptr) {
    const char* words = placeOn > asked.referral().neededBy ? "match.start.overdue" : "match.start.late";
    reason->why = late <= 0 ? Fact{"match.start.inTime", {*from}} : Fact{words, {*from, static_cast<std::int64_t>(late)}};
  }
  return known(criterion.anchors->at(static_cast<double>(late)));
}

Interval lengthValue(const Asked& asked, const AskedCriterion&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  const auto offered = offeredElse(there.offer != nullptr ? &there.offer->offersDays : nullptr,
                                   there.setting != nullptr ? &there.setting->offersDays : nullptr);
  if (!offered) {
    if (there.setting == nullptr) {
      noSettingYet(there, reason);
    } else if (reason != nullptr) {
      reason->why = {"match.length.notKnown", {}};
      reason->question = {"ask.length", {}};
    }
    return unknownValue;
  }
  const std::int64_t needed = comparedDays(asked.referral());
  const std::int64_t given = std::clamp<std::int64_t>(*offered, 0, needed);
  if (reason != nullptr) reason->why = given == needed ? Fact{"match.length.whole", {}} : Fact{"match.length.part", {given, needed}};
  return known(static_cast<int>((2000 * given + needed) / (2 * needed)));
}

Interval bedroomValue(const Asked&, const AskedCriterion&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  const auto own = offeredElse(there.offer != nullptr ? &there.offer->ownBedroom : nullptr,
                               there.setting != nullptr ? &there.setting->ownBedroom : nullptr);
  const auto assessed = offeredElse(there.offer != nullptr ? &there.offer->sharingAssessed : nullptr,
                                    there.setting != nullptr ? &there.setting->sharingAssessed : nullptr);
  if (own && *own) {
    if (reason != nullptr) reason->why = {"match.bedroom.own", {}};
    return known(1000);
  }
  if (!own && there.setting == nullptr) {
    noSettingYet(there, reason);
    return unknownValue;
  }
  const std::int16_t low = assessed && *assessed ? 400 : 0;
  const std::int16_t high = !own ? 1000 : (assessed && !*assessed ? 0 : 400);
  if (reason != nullptr) {
    if (!own) {
      reason->why = {"match.bedroom.notKnown", {}};
      reason->question = {"ask.bedroom", {}};
    } else if (!assessed) {
      reason->why = {"match.bedroom.shared", {}};
      reason->question = {"ask.sharing", {}};
    } else {
      reason->why = {*assessed ? "match.bedroom.sharedAssessed" : "match.bedroom.sharedNotAssessed", {}};
    }
  }
  return {low, high};
}

}  // namespace homeward::matching
