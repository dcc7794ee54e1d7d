// What happened although a rule says no: on record, looked at again, ended.
#include <algorithm>

#include "app/deciding.h"
#include "support/text.h"

namespace homeward::app {

Result<BreachId> recordBreach(Workspace& workspace, Breach breach) {
  if (law::rule(breach.rule) == nullptr) return fail(ErrorCode::invalid, "rule", "Choose the rule that was broken.");
  if (!breach.authorisedBy.stored()) return fail(ErrorCode::invalid, "authorisedBy", "Name who authorised it.");
  if (!breach.referral && !breach.placement)
    return fail(ErrorCode::invalid, "placement", "Say which referral or placement the breach is about.");
  if (breach.from == Date{}) breach.from = workspace.today();
  if (!breach.reviewOn)
    return fail(ErrorCode::invalid, "reviewOn", "Enter the day on which it is looked at again: until then nobody may forget it.");
  if (*breach.reviewOn < breach.from)
    return fail(ErrorCode::invalid, "reviewOn", "It cannot be looked at again before it began. Enter a later day.");
  if (trimmed(breach.words).empty()) return fail(ErrorCode::invalid, "words", "Say what happened, in a sentence.");
  auto store = workspace.file().placements();
  return workspace.change([&](store::Transaction& in) -> Result<BreachId> {
    if (!breach.id.stored()) return store.addBreach(in, breach);
    if (const auto saved = store.saveBreach(in, breach); !saved) return failed(saved);
    return breach.id;
  });
}

Result<void> endBreach(Workspace& workspace, BreachId id, Date on) {
  const auto breaches = workspace.file().placements().breaches();
  if (!breaches) return failed(breaches);
  const auto found = std::find_if(breaches->begin(), breaches->end(), [id](const Breach& breach) { return breach.id == id; });
  if (found == breaches->end()) return fail(ErrorCode::notFound, "breach", "This breach is not on record.");
  if (found->endedOn) return fail(ErrorCode::refused, "endedOn", "This breach has ended already.");
  if (on < found->from) return fail(ErrorCode::invalid, "endedOn", "A breach cannot end before it began.");
  if (on > workspace.today()) return fail(ErrorCode::invalid, "endedOn", "Enter the day on which it ended: today or before.");
  Breach ended = *found;
  ended.endedOn = on;
  const auto saved = workspace.change([&](store::Transaction& in) { return workspace.file().placements().saveBreach(in, ended); });
  if (!saved) return failed(saved);
  return {};
}

Result<std::vector<Breach>> breachesOf(Workspace& workspace, ReferralId referral) {
  auto breaches = workspace.file().placements().breaches();
  if (breaches) std::erase_if(*breaches, [&](const Breach& breach) { return breach.referral != referral; });
  return breaches;
}

bool breachStands(const std::vector<Breach>& breaches, ReferralId referral, int rule, Date day) {
  return std::any_of(breaches.begin(), breaches.end(), [&](const Breach& breach) {
    return breach.rule == rule && breach.referral == referral && breach.lastsOn(day);
  });
}

}  // namespace homeward::app
