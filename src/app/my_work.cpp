#include "app/my_work.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/choice_answer.h"
#include "app/deciding.h"
#include "app/escalating.h"
#include "app/law_of_placement.h"
#include "app/legal.h"
#include "app/reminding.h"
#include "app/strategy.h"
#include "app/timeline.h"
#include "support/text.h"

namespace homeward::app {
namespace {

constexpr auto lapseHorizon = std::chrono::days{7};
constexpr auto vacancyGoesStale = std::chrono::days{28};
constexpr auto longUnderWay = std::chrono::days{120};
constexpr int officeCloses = 17 * 60;
constexpr int workingDaysBeforeNeed = 3;

/// Everything that My work looks at, loaded once.
struct Desk {
  Workspace& workspace;
  Date today{};
  std::vector<Referral> referrals;
  std::map<ChildId, Child> children;
  std::vector<Approach> approaches;
  std::vector<Offer> offers;
  std::vector<Choice> choices;
  std::vector<Decision> decisions;
  std::vector<Placement> placements;
  std::map<ChildId, std::vector<Placement>> stays;
  std::shared_ptr<const law::Rules> rules;
  std::vector<Breach> breaches;
  std::set<std::string> done;
  std::shared_ptr<const Market> market;
  std::shared_ptr<const geography::Atlas> atlas;
  std::vector<WorkItem> items;
  std::optional<std::map<PlacementId, Instant>> recordedFirst;  ///< read when somebody asks

  [[nodiscard]] const Referral* referral(ReferralId id) const {
    const auto found = std::find_if(referrals.begin(), referrals.end(), [id](const Referral& one) { return one.id == id; });
    return found == referrals.end() ? nullptr : &*found;
  }
  [[nodiscard]] std::string people(const Referral& referral) const {
    std::vector<std::string> names;
    for (const ReferralMember& member : referral.members)
      if (const auto child = children.find(member.child); child != children.end()) names.push_back(child->second.name);
    return names.empty() ? referral.number : listed(names);
  }
  [[nodiscard]] std::string providerName(ProviderId id) const {
    const Provider* provider = market->provider(id);
    return provider == nullptr ? std::string{} : provider->name;
  }
  [[nodiscard]] std::string settingName(SettingId id) const {
    const Setting* setting = market->setting(id);
    return setting == nullptr ? std::string{} : setting->name;
  }
  /// Of the placements that came by the referral; today where there is none.
  [[nodiscard]] Date firstDay(ReferralId id) const {
    std::optional<Date> first;
    for (const Placement& placement : placements)
      if (placement.referral == id) first = std::min(first.value_or(placement.stay.from), placement.stay.from);
    return first.value_or(today);
  }
  void add(WorkItem item) {
    if (!done.contains(item.key)) items.push_back(std::move(item));
  }
};

template <class T>
Result<void> into(T& target, Result<T> loaded) {
  if (!loaded) return failed(loaded);
  target = *std::move(loaded);
  return {};
}

Result<Desk> layOut(Workspace& workspace) {
  Desk desk{workspace, workspace.today(), {}, {}, {}, {}, {}, {}, {}, {}, nullptr, {}, {}, nullptr, nullptr, {}, {}};
  const auto& file = workspace.file();
  if (auto r = into(desk.referrals, file.referrals().all()); !r) return failed(r);
  if (auto r = into(desk.approaches, file.offers().approaches()); !r) return failed(r);
  if (auto r = into(desk.offers, file.offers().offers()); !r) return failed(r);
  if (auto r = into(desk.choices, file.decisions().choices()); !r) return failed(r);
  if (auto r = into(desk.decisions, file.decisions().decisions()); !r) return failed(r);
  if (auto r = into(desk.placements, file.placements().all()); !r) return failed(r);
  for (const Placement& placement : desk.placements) desk.stays[placement.child].push_back(placement);
  if (auto r = into(desk.rules, rulesOf(workspace)); !r) return failed(r);
  if (auto r = into(desk.breaches, file.placements().breaches()); !r) return failed(r);
  auto children = file.children().all();
  if (!children) return failed(children);
  for (Child& child : *children) desk.children.emplace(child.id, std::move(child));
  const auto marks = file.work().doneMarks();
  if (!marks) return failed(marks);
  for (const store::DoneMark& mark : *marks) desk.done.insert(mark.key);
  if (auto r = into(desk.market, workspace.market()); !r) return failed(r);
  if (auto r = into(desk.atlas, workspace.atlas()); !r) return failed(r);
  return desk;
}

WorkItem itemFor(WorkKind kind, std::string key, const Referral& referral) {
  WorkItem item;
  item.key = std::move(key);
  item.kind = kind;
  item.referral = referral.id;
  item.owner = referral.owner;
  return item;
}

void breachesThatLast(Desk& desk) {
  for (const Breach& breach : desk.breaches) {
    if (!breach.lastsOn(desk.today)) continue;
    WorkItem item;
    item.key = "breach:" + std::to_string(breach.id.value);
    item.kind = WorkKind::breach;
    item.due = breach.reviewOn.value_or(desk.today);
    item.placement = breach.placement;
    item.referral = breach.referral;
    item.act = {"work.breach", {static_cast<std::int64_t>(breach.rule)}};
    item.why = {"work.breach.why", {breach.from, breach.words}};
    desk.add(std::move(item));
  }
}

void referralsToday(Desk& desk) {
  for (const Referral& referral : desk.referrals) {
    if (!isOpen(referral.stage) || referral.urgency != Urgency::sameDay || referral.stage >= homeward::Stage::decided) continue;
    WorkItem item = itemFor(WorkKind::sameDay, "sameDay:" + std::to_string(referral.id.value), referral);
    item.due = referral.neededBy;
    item.dueMinute = referral.neededByMinute;
    item.act = {"work.sameDay", {desk.people(referral)}};
    std::int64_t asked = 0;
    std::int64_t no = 0;
    std::int64_t open = 0;
    for (const Approach& approach : desk.approaches) {
      if (approach.referral != referral.id) continue;
      ++asked;
      if (approach.state == ApproachState::declined) ++no;
      if (approach.state == ApproachState::asked) ++open;
    }
    item.why =
        asked == 0 ? Fact{"work.sameDay.nobodyAsked", {referral.number}} : Fact{"work.sameDay.asked", {referral.number, asked, no, open}};
    desk.add(std::move(item));
  }
}

void offersThatLapse(Desk& desk) {
  for (const Offer& offer : desk.offers) {
    const Referral* referral = desk.referral(offer.referral);
    if (referral == nullptr || offer.withdrawn || !offer.standsUntil || referral->stage >= homeward::Stage::decided) continue;
    const Date lapses = englandDay(*offer.standsUntil);
    if (*offer.standsUntil < desk.workspace.now() || lapses - desk.today > lapseHorizon) continue;
    WorkItem item = itemFor(WorkKind::offerLapsing, "lapse:" + std::to_string(offer.id.value), *referral);
    item.due = lapses;
    item.dueMinute = minuteOfDay(*offer.standsUntil);
    item.setting = offer.setting;
    item.act = {"work.offerLapsing", {desk.settingName(offer.setting)}};
    item.why = {"work.forReferral", {desk.people(*referral), referral->number}};
    desk.add(std::move(item));
  }
}

/// Whose approvals are looked at once more after the start: in an emergency where the home lies may be put right afterwards.
bool wasAnEmergency(const Desk& desk, const Referral& referral) {
  return referral.urgency == Urgency::sameDay || std::any_of(desk.offers.begin(), desk.offers.end(), [&](const Offer& offer) {
           return offer.referral == referral.id && offer.emergency;
         });
}

void choicesAndDecisions(Desk& desk) {
  for (const Choice& choice : desk.choices) {
    const Referral* referral = desk.referral(choice.referral);
    if (referral == nullptr || referral->stage != homeward::Stage::choiceSent) continue;
    if (std::any_of(desk.decisions.begin(), desk.decisions.end(), [&](const Decision& decision) { return decision.choice == choice.id; }))
      continue;
    WorkItem item = itemFor(WorkKind::decision, "decision:" + std::to_string(choice.id.value), *referral);
    item.due = choice.decideBy;
    item.dueMinute = officeCloses;
    item.choice = choice.id;
    item.also = referral->owner.value_or(choice.sentBy);
    item.owner = choice.sentTo;
    const bool decides = choice.sentTo == desk.workspace.user().id;
    item.act = {decides ? "work.decide" : "work.decision", {desk.people(*referral)}};
    item.why = {"work.decision.why", {referral->number, static_cast<std::int64_t>(choice.options.size()), englandDay(choice.sentAt)}};
    desk.add(std::move(item));
  }
  for (const Decision& decision : desk.decisions) {
    const Referral* referral = desk.referral(decision.referral);
    if (referral == nullptr) continue;
    const bool amended = std::any_of(desk.decisions.begin(), desk.decisions.end(),
                                     [&](const Decision& later) { return later.referral == decision.referral && later.id > decision.id; });
    if (decision.byTelephone && !decision.confirmedAt && !amended) {
      WorkItem item = itemFor(WorkKind::decision, "confirm:" + std::to_string(decision.id.value), *referral);
      item.due = desk.workspace.calendar().after(englandDay(decision.at), 1);
      item.decision = decision.id;
      item.also = decision.decidedBy;
      item.act = {"work.confirmDecision", {desk.people(*referral)}};
      item.why = {"work.confirmDecision.why", {referral->number, englandDay(decision.at)}};
      desk.add(std::move(item));
    }
    if (referral->stage == homeward::Stage::placed && decision.chosen && !amended && wasAnEmergency(desk, *referral)) {
      const auto due = approvalsDue(desk.workspace, decision.id);
      for (const law::ApprovalNeeded& approval : due ? *due : std::vector<law::ApprovalNeeded>{}) {
        WorkItem item =
            itemFor(WorkKind::approval, "approval:" + std::to_string(decision.id.value) + ":" + std::to_string(approval.rule), *referral);
        item.due = approval.consultBy.value_or(desk.firstDay(referral->id));
        item.decision = decision.id;
        item.act = {"work.approvalDue", {desk.people(*referral)}};
        item.why = approval.why;
        desk.add(std::move(item));
      }
    }
    if (referral->stage == homeward::Stage::decided && decision.chosen && !amended) {
      const Date start = std::max(desk.today, referral->neededBy);
      const auto stands = hindrances(desk.workspace, decision.id, start);
      WorkItem item = itemFor(WorkKind::approval, "start:" + std::to_string(decision.id.value), *referral);
      const auto open = notKnownInLaw(desk.workspace, decision.id, start);
      item.due = start;
      item.decision = decision.id;
      item.act = {"work.start", {desk.people(*referral)}};
      if (stands && !stands->empty())
        item.why = stands->front();
      else if (open && !open->empty())
        item.why = {"work.start.notKnown", {referral->number, static_cast<std::int64_t>(open->size())}};
      else
        item.why = {"work.start.ready", {referral->number}};
      desk.add(std::move(item));
    }
  }
  for (const Referral& referral : desk.referrals) {
    if (referral.stage != homeward::Stage::offersIn && referral.stage != homeward::Stage::shortlisted) continue;
    if (referral.urgency == Urgency::sameDay) continue;
    WorkItem item = itemFor(WorkKind::choiceDue, "choice:" + std::to_string(referral.id.value), referral);
    Date due = referral.neededBy;
    for (int back = 0; back < workingDaysBeforeNeed;) {
      due -= std::chrono::days{1};
      if (desk.workspace.calendar().isWorkingDay(due)) ++back;
    }
    item.due = std::max(due, desk.today);
    item.act = {"work.choice", {desk.people(referral)}};
    item.why = {"work.choice.why",
                {referral.number, static_cast<std::int64_t>(std::count_if(desk.offers.begin(), desk.offers.end(), [&](const Offer& offer) {
                   return offer.referral == referral.id && !offer.withdrawn;
                 }))}};
    desk.add(std::move(item));
  }
}

/// Everybody of a referral whose placement had started has left by today.
bool allHaveLeft(const Desk& desk, const Referral& referral) {
  if (isOpen(referral.stage)) return false;
  const auto ofIt = [&](const Placement& placement) { return placement.referral == referral.id; };
  return std::any_of(desk.placements.begin(), desk.placements.end(), ofIt) &&
         std::none_of(desk.placements.begin(), desk.placements.end(), [&](const Placement& placement) {
           return ofIt(placement) && (!placement.stay.to || *placement.stay.to > desk.today);
         });
}

void stepsOwed(Desk& desk) {
  std::set<ReferralId> started;
  for (const Placement& placement : desk.placements)
    if (placement.referral) started.insert(*placement.referral);
  for (const Referral& referral : desk.referrals) {
    // What is owed on behalf of somebody who has left is owed no longer, also where the leaving was on record before its day.
    if (referral.stage == homeward::Stage::withdrawn || referral.stage == homeward::Stage::ended || allHaveLeft(desk, referral)) continue;
    for (const OwedStep& step : referral.owed) {
      // Once somebody has moved in the plan is owed for each child, among the clocks in law.
      if (step.doneOn || (step.what == placementPlan && started.contains(referral.id))) continue;
      WorkItem item = itemFor(WorkKind::owedStep, "owed:" + std::to_string(referral.id.value) + ":" + step.what, referral);
      item.due = step.due;
      item.mayBeMarkedDone = true;
      item.act = {"work.owed", {Word{"owed." + step.what}, desk.people(referral)}};
      item.why = {"work.owed.why", {referral.number}};
      desk.add(std::move(item));
    }
    if (referral.authorisation.basisEnds && isOpen(referral.stage)) {
      WorkItem item = itemFor(WorkKind::clockInLaw, "basis:" + std::to_string(referral.id.value), referral);
      item.due = englandDay(*referral.authorisation.basisEnds);
      item.dueMinute = minuteOfDay(*referral.authorisation.basisEnds);
      item.act = {"work.basisEnds", {Word{"legalBasis." + std::string(text(referral.authorisation.basis))}, desk.people(referral)}};
      item.why = {"work.basisEnds.why", {referral.number}};
      desk.add(std::move(item));
    }
  }
}

/// A child who had lived there for long when the placement was put on record: what its start brought with it was done elsewhere, or never.
Result<bool> wasLongUnderWay(Desk& desk, const Placement& placement) {
  if (desk.today - placement.stay.from <= longUnderWay) return false;
  if (!desk.recordedFirst) {
    auto first = desk.workspace.file().placements().recordedFirst();
    if (!first) return failed(first);
    desk.recordedFirst = *std::move(first);
  }
  const auto first = desk.recordedFirst->find(placement.id);
  return first != desk.recordedFirst->end() && englandDay(first->second) - placement.stay.from > longUnderWay;
}

Result<void> clocksInLaw(Desk& desk) {
  for (const Placement& placement : desk.placements) {
    if (placement.stay.to && *placement.stay.to <= desk.today) continue;
    const Setting* setting = desk.market->setting(placement.setting);
    const auto child = desk.children.find(placement.child);
    if (setting == nullptr || child == desk.children.end()) continue;
    const Referral* referral = placement.referral ? desk.referral(*placement.referral) : nullptr;
    const auto tookBy = offerThatTook(desk.workspace, desk.offers, placement);
    if (!tookBy) return failed(tookBy);
    for (const law::Clock& clock : clocksOf(desk.workspace, *desk.atlas,
                                            {placement, child->second, *setting, desk.market->provider(placement.provider), referral,
                                             *tookBy, desk.stays[placement.child], desk.rules.get()})) {
      WorkItem item;
      item.key = clockKey(placement.id, clock.step);
      if (desk.done.contains(item.key)) continue;
      const auto late = wasLongUnderWay(desk, placement);
      if (!late) return failed(late);
      if (*late) break;
      item.kind = WorkKind::clockInLaw;
      item.due = clock.due;
      item.placement = placement.id;
      item.mayBeMarkedDone = true;
      item.act = {"work.clock." + clock.step, {child->second.name}};
      item.why = clock.why;
      if (referral != nullptr) item.owner = referral->owner;
      desk.add(std::move(item));
    }
  }
  return {};
}

void answersOverdue(Desk& desk) {
  for (const Approach& approach : desk.approaches) {
    const Referral* referral = desk.referral(approach.referral);
    if (approach.state != ApproachState::asked || !approach.answerDue || referral == nullptr ||
        referral->stage >= homeward::Stage::choiceSent)
      continue;
    if (englandDay(*approach.answerDue) > desk.today) continue;
    WorkItem item = itemFor(WorkKind::answerOverdue, "answer:" + std::to_string(approach.id.value), *referral);
    item.due = englandDay(*approach.answerDue);
    item.dueMinute = minuteOfDay(*approach.answerDue);
    item.approach = approach.id;
    item.act = {"work.answer", {desk.providerName(approach.provider)}};
    item.why = {"work.forReferral", {desk.people(*referral), referral->number}};
    desk.add(std::move(item));
  }
}

/// Where a search goes on: to others who suit, or else, when nobody is left, before a manager.
Result<void> searches(Desk& desk) {
  const auto people = [&](const Referral& referral) { return desk.people(referral); };
  auto widen = widenWork(desk.workspace, desk.referrals, desk.approaches, people);
  if (!widen) return failed(widen);
  for (WorkItem& item : escalationWork(desk.workspace, desk.referrals, desk.approaches, desk.offers, people)) {
    const bool others = std::any_of(widen->begin(), widen->end(), [&](const WorkItem& one) { return one.referral == item.referral; });
    if (!others) desk.add(std::move(item));
  }
  for (WorkItem& item : *widen) desk.add(std::move(item));
  return {};
}

/// Who has not answered, and which referrals stand still although nothing else says what to do with them.
Result<void> whatWaits(Desk& desk) {
  const auto people = [&](const Referral& referral) { return desk.people(referral); };
  auto reminders = reminderWork(desk.workspace, desk.referrals, desk.approaches, people);
  if (!reminders) return failed(reminders);
  for (WorkItem& item : *reminders) desk.add(std::move(item));
  auto asked = moreAskedWork(desk.workspace, desk.choices, desk.referrals, people);
  if (!asked) return failed(asked);
  for (WorkItem& item : *asked) desk.add(std::move(item));
  auto still =
      stalledWork(desk.workspace, {desk.referrals, desk.approaches, desk.offers, desk.choices, desk.decisions}, desk.items, people);
  if (!still) return failed(still);
  for (WorkItem& item : *still) desk.add(std::move(item));
  return {};
}

/// In-house places are ours to confirm: one line a provider, not one a household.
void vacanciesNotConfirmed(Desk& desk) {
  for (const Provider& provider : desk.market->providers) {
    if (provider.sector != Sector::inHouse) continue;
    std::int64_t places = 0;
    std::optional<Date> oldest;
    for (const Setting& setting : desk.market->settings) {
      if (setting.provider != provider.id || !setting.vacancy || setting.vacancy->places == 0) continue;
      const auto confirmed = setting.vacancy->confirmedOn;
      if (confirmed && desk.today - *confirmed <= vacancyGoesStale) continue;
      places += setting.vacancy->places;
      if (confirmed && (!oldest || *confirmed < *oldest)) oldest = confirmed;
    }
    if (places == 0) continue;
    WorkItem item;
    item.key = "vacancy:" + std::to_string(provider.id.value) + ":" + isoWeekText(isoWeek(desk.today));
    item.kind = WorkKind::vacancy;
    item.due = desk.today + std::chrono::days{7};
    item.provider = provider.id;
    item.act = {"work.vacancy", {provider.name, places}};
    item.why = oldest ? Fact{"work.vacancy.why", {*oldest}} : Fact{"work.vacancy.never", {}};
    desk.add(std::move(item));
  }
}

}  // namespace

int minuteOfDay(Instant moment) {
  const auto local = moment + englandOffset(moment);
  return static_cast<int>(std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local)).count());
}

Result<std::vector<WorkItem>> myWork(Workspace& workspace, bool onlyMine) {
  auto desk = layOut(workspace);
  if (!desk) return failed(desk);
  breachesThatLast(*desk);
  referralsToday(*desk);
  offersThatLapse(*desk);
  choicesAndDecisions(*desk);
  if (auto searched = searches(*desk); !searched) return failed(searched);
  stepsOwed(*desk);
  if (auto listed = clocksInLaw(*desk); !listed) return failed(listed);
  answersOverdue(*desk);
  if (auto waits = whatWaits(*desk); !waits) return failed(waits);
  vacanciesNotConfirmed(*desk);
  const PersonId user = workspace.user().id;
  if (onlyMine) std::erase_if(desk->items, [&](const WorkItem& item) { return item.owner && item.owner != user && item.also != user; });
  const auto first = [](const WorkItem& item) {
    if (item.kind == WorkKind::breach) return 0;
    return item.kind == WorkKind::sameDay ? 1 : 2;
  };
  std::stable_sort(desk->items.begin(), desk->items.end(), [&](const WorkItem& a, const WorkItem& b) {
    if (first(a) != first(b)) return first(a) < first(b);
    if (a.due != b.due) return a.due < b.due;
    // What has no time of day is due when the office closes.
    return a.dueMinute.value_or(officeCloses) < b.dueMinute.value_or(officeCloses);
  });
  return std::move(desk->items);
}

}  // namespace homeward::app
