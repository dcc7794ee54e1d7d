// What happened although a rule says no: on record, looked at again, ended.
#include <algorithm>

#include "app/deciding.h"
#include "support/text.h"

namespace homeward::app {
namespace {

/// Whoever authorised it works here; of what is on record already they may have left since.
Result<void> authorisedBySomebody(Workspace& workspace, const Breach& breach) {
  const auto person = workspace.file().people().person(breach.authorisedBy);
  if (!person) return fail(ErrorCode::invalid, "authorisedBy", "Name who authorised it: choose one of the people of this case file.");
  if (person->active) return {};
  const auto known = workspace.file().placements().breaches();
  if (!known) return failed(known);
  const bool asBefore = std::any_of(known->begin(), known->end(), [&](const Breach& before) {
    return before.id == breach.id && before.authorisedBy == breach.authorisedBy;
  });
  if (asBefore) return {};
  return fail(ErrorCode::invalid, "authorisedBy", person->name + " no longer works here. Choose who authorised it.");
}

}  // namespace

Result<BreachId> recordBreach(Workspace& workspace, Breach breach) {
  if (law::rule(breach.rule) == nullptr) return fail(ErrorCode::invalid, "rule", "Choose the rule that was broken.");
  if (!breach.authorisedBy.stored()) return fail(ErrorCode::invalid, "authorisedBy", "Name who authorised it.");
  if (const auto works = authorisedBySomebody(workspace, breach); !works) return failed(works);
  if (!breach.referral && !breach.placement)
    return fail(ErrorCode::invalid, "placement", "Say which referral or placement the breach is about.");
  if (breach.placement) {
    const auto placement = workspace.file().placements().get(*breach.placement);
    if (!placement) return failed(placement);
    breach.setting = placement->setting;
  } else if (breach.setting) {
    if (const auto home = workspace.file().market().setting(*breach.setting); !home)
      return fail(ErrorCode::invalid, "setting", "Choose the home that the breach is about.");
  }
  if (breach.from == Date{}) breach.from = workspace.today();
  if (breach.from > workspace.today())
    return fail(ErrorCode::invalid, "from",
                "A breach is on record when it has happened. Enter today or the earlier day on which it began.");
  if (breach.endedOn && *breach.endedOn < breach.from)
    return fail(ErrorCode::invalid, "from", "It ended before that day. Enter the earlier day on which it began.");
  if (!breach.reviewOn)
    return fail(ErrorCode::invalid, "reviewOn", "Enter the day on which it is looked at again: until then nobody may forget it.");
  if (*breach.reviewOn < breach.from)
    return fail(ErrorCode::invalid, "reviewOn", "It cannot be looked at again before it began. Enter a later day.");
  if (trimmed(breach.words).empty()) return fail(ErrorCode::invalid, "words", "Say what happened, in a sentence.");
  // It lifts the approval without which the referral's placement does not start: somebody outside must be able to see why.
  if (breach.referral && law::rule(breach.rule)->is(law::RuleKind::gate) && trimmed(breach.orderNumber).empty() &&
      trimmed(breach.told).empty())
    return fail(ErrorCode::invalid, "told",
                "It takes the place of an approval. Enter the number of the court's order, or who was told and when.");
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

bool breachStands(const std::vector<Breach>& breaches, ReferralId referral, const std::vector<SettingId>& homes, int rule, Date day) {
  return std::any_of(breaches.begin(), breaches.end(), [&](const Breach& breach) {
    return breach.rule == rule && breach.referral == referral && breach.lastsOn(day) && breach.setting &&
           std::find(homes.begin(), homes.end(), *breach.setting) != homes.end();
  });
}

Result<std::vector<SettingId>> homesOf(Workspace& workspace, OptionId id) {
  const auto option = workspace.file().offers().option(id);
  if (!option) return failed(option);
  std::vector<SettingId> homes;
  for (const OfferId offerId : option->offers) {
    const auto offer = workspace.file().offers().offer(offerId);
    if (!offer) return failed(offer);
    homes.push_back(offer->setting);
  }
  return homes;
}

Result<std::vector<OfferedHome>> homesOffered(Workspace& workspace, ReferralId referral) {
  const auto offers = workspace.file().offers().offers(referral);
  if (!offers) return failed(offers);
  const auto market = workspace.market();
  if (!market) return failed(market);
  std::vector<OfferedHome> homes;
  for (const Offer& offer : *offers) {
    const Setting* home = (*market)->setting(offer.setting);
    const bool known = std::any_of(homes.begin(), homes.end(), [&](const OfferedHome& one) { return one.setting == offer.setting; });
    if (home != nullptr && !known) homes.push_back({offer.setting, home->name});
  }
  return homes;
}

}  // namespace homeward::app
