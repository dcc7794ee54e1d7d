#include "app/timeline.h"

#include <algorithm>
#include <map>

#include "support/text.h"

namespace homeward::app {
namespace {

constexpr std::size_t mostNames = 4;

Word outcomeWord(CallOutcome outcome) { return Word{"callOutcome." + std::string(text(outcome))}; }

/// A day without a time of day, after what it followed from.
Instant dayAfter(Date day, std::optional<Instant> followed) {
  const Instant start{day};
  return followed && *followed >= start ? *followed + std::chrono::seconds{1} : start;
}

void addAsked(const TimelineRows& rows, std::vector<TimelineEntry>& entries) {
  std::map<std::pair<Instant, PersonId>, std::vector<const Approach*>> together;
  for (const Approach& approach : rows.approaches) together[{approach.askedAt, approach.askedBy}].push_back(&approach);
  for (const auto& [when, approaches] : together) {
    std::vector<std::string> names;
    for (const Approach* one : approaches)
      if (names.size() < mostNames) names.push_back(rows.whom(*one));
    const auto count = static_cast<std::int64_t>(approaches.size());
    const Fact what = approaches.size() <= mostNames
                          ? Fact{"timeline.asked", {listed(names)}}
                          : Fact{"timeline.askedMany", {count, listed(names), count - static_cast<std::int64_t>(mostNames)}};
    entries.push_back({when.first, false, what, when.second});
    if (approaches.size() == 1) entries.back().approach = approaches.front()->id;
  }
  for (const Approach& approach : rows.approaches)
    for (const ContactEntry& entry : approach.log) {
      Fact what{"timeline.call", {rows.whom(approach), outcomeWord(entry.outcome)}};
      if (entry.outcome == CallOutcome::saidNo && approach.declined)
        what = {"timeline.saidNo", {rows.whom(approach), Word{"declineReason." + std::string(text(*approach.declined))}}};
      entries.push_back({entry.at, false, std::move(what), entry.by});
      entries.back().approach = approach.id;
      if (entry.answeredAt) {
        entries.push_back({*entry.answeredAt, false, {"timeline.questionAnswered", {rows.whom(approach)}}, std::nullopt});
        entries.back().approach = approach.id;
      }
    }
}

void addOffers(const TimelineRows& rows, std::vector<TimelineEntry>& entries) {
  for (const Offer& offer : rows.offers) {
    std::optional<Instant> asked;
    for (const Approach& approach : rows.approaches)
      if (offer.approach == approach.id) asked = approach.askedAt;
    entries.push_back({dayAfter(offer.receivedOn, asked), true, {"timeline.offer", {rows.home(offer.setting)}}, std::nullopt});
    entries.back().approach = offer.approach;
  }
}

void addDecisions(const TimelineRows& rows, std::vector<TimelineEntry>& entries) {
  for (const Choice& choice : rows.choices)
    entries.push_back(
        {choice.sentAt, false, {"timeline.choice", {static_cast<std::int64_t>(choice.options.size()), choice.decideBy}}, choice.sentBy});
  for (const Decision& decision : rows.decisions) {
    Fact what{"timeline.noneChosen", {}};
    if (decision.chosen) what = {decision.amendsReason.empty() ? "timeline.chosen" : "timeline.amended", {rows.option(*decision.chosen)}};
    entries.push_back({decision.at, false, std::move(what), decision.decidedBy});
    if (decision.confirmedAt) entries.push_back({*decision.confirmedAt, false, {"timeline.confirmed", {}}, std::nullopt});
  }
}

void addEnds(const TimelineRows& rows, std::vector<TimelineEntry>& entries) {
  std::optional<Instant> decided;
  for (const Decision& decision : rows.decisions) decided = std::max(decided.value_or(decision.at), decision.at);
  for (const Placement& placement : rows.placements) {
    entries.push_back({dayAfter(placement.stay.from, decided), true, {"timeline.started", {rows.home(placement.setting)}}, std::nullopt});
    if (placement.stay.to)
      entries.push_back({Instant{*placement.stay.to}, true, {"timeline.left", {rows.home(placement.setting)}}, std::nullopt});
  }
  for (const Escalation& escalation : rows.referral.escalations) {
    entries.push_back({escalation.at, false, {"timeline.escalated", {}}, escalation.by});
    if (escalation.settledAt && escalation.outcome)
      entries.push_back({*escalation.settledAt,
                         false,
                         {"timeline.settled", {Word{"escalationOutcome." + std::string(text(*escalation.outcome))}}},
                         escalation.settledBy});
  }
  if (const auto& withdrawal = rows.referral.withdrawal) {
    // It ends the day, whatever else happened on it.
    std::optional<Instant> last;
    for (const TimelineEntry& entry : entries)
      if (englandDay(entry.at) == withdrawal->on) last = std::max(last.value_or(entry.at), entry.at);
    entries.push_back({dayAfter(withdrawal->on, last), true, {"timeline.withdrawn", {withdrawal->reason}}, withdrawal->by});
  }
}

/// The first time that the stage was changed, where that was before anybody was asked: somebody checked what was a draft.
Result<std::optional<std::pair<Instant, PersonId>>> checkedAt(Workspace& workspace, const Referral& referral,
                                                              const std::vector<Approach>& approaches) {
  const auto history = workspace.file().history().of({store::Entity::referral, referral.id.value});
  if (!history) return failed(history);
  std::optional<Instant> asked;
  for (const Approach& approach : approaches) asked = std::min(asked.value_or(approach.askedAt), approach.askedAt);
  std::optional<std::pair<Instant, PersonId>> first;
  for (const store::HistoryEntry& entry : *history)
    // Asking, and withdrawing, change the stage too.
    if (entry.action == store::Action::changed && (!asked || entry.at + std::chrono::minutes{1} < *asked) &&
        !(referral.withdrawal && referral.withdrawal->on == englandDay(entry.at)) &&
        std::find(entry.fields.begin(), entry.fields.end(), "stage") != entry.fields.end())
      first = std::pair{entry.at, entry.who};  // the latest come first
  return first;
}

/// Whether My work has something due of the referral that moves the search on.
bool saysWhatIsNext(const std::vector<WorkItem>& known, ReferralId referral, Date today) {
  return std::any_of(known.begin(), known.end(), [&](const WorkItem& item) {
    if (item.referral != referral || item.due > today) return false;
    switch (item.kind) {
      case WorkKind::choiceDue:
      case WorkKind::decision:
      case WorkKind::widen:
      case WorkKind::escalation:
      case WorkKind::answerOverdue:
      case WorkKind::reminder:
      case WorkKind::approval:
        return true;
      default:
        return false;
    }
  });
}

}  // namespace

std::vector<TimelineEntry> timelineFrom(const TimelineRows& rows, Instant now) {
  std::vector<TimelineEntry> entries;
  entries.push_back({rows.referral.enteredAt, false, {"timeline.entered", {}}, rows.referral.owner});
  if (rows.qualityChecked)
    entries.push_back({rows.qualityChecked->first, false, {"timeline.qualityChecked", {}}, rows.qualityChecked->second});
  addAsked(rows, entries);
  addOffers(rows, entries);
  addDecisions(rows, entries);
  addEnds(rows, entries);
  // Entered stays in front whatever the other clocks said.
  std::erase_if(entries,
                [&](const TimelineEntry& entry) { return entry.dayOnly ? englandDay(entry.at) > englandDay(now) : entry.at > now; });
  std::stable_sort(entries.begin(), entries.end(), [](const TimelineEntry& a, const TimelineEntry& b) { return a.at < b.at; });
  for (std::size_t i = 1; i < entries.size(); ++i) entries[i].after = entries[i].at - entries[i - 1].at;
  return entries;
}

Result<Timeline> timelineOf(Workspace& workspace, ReferralId id) {
  const auto& file = workspace.file();
  TimelineRows rows;
  const auto referral = file.referrals().get(id);
  if (!referral) return failed(referral);
  rows.referral = *referral;
  auto approaches = file.offers().approaches(id);
  if (!approaches) return failed(approaches);
  rows.approaches = *std::move(approaches);
  auto offers = file.offers().offers(id);
  if (!offers) return failed(offers);
  rows.offers = *std::move(offers);
  auto choices = file.decisions().choices(id);
  if (!choices) return failed(choices);
  rows.choices = *std::move(choices);
  auto decisions = file.decisions().decisions(id);
  if (!decisions) return failed(decisions);
  rows.decisions = *std::move(decisions);
  const auto placements = file.placements().all();
  if (!placements) return failed(placements);
  for (const Placement& placement : *placements)
    if (placement.referral == id) rows.placements.push_back(placement);
  const auto options = file.offers().options(id);
  if (!options) return failed(options);
  const auto people = file.people().people();
  if (!people) return failed(people);
  const auto market = workspace.market();
  if (!market) return failed(market);
  auto checked = checkedAt(workspace, rows.referral, rows.approaches);
  if (!checked) return failed(checked);
  rows.qualityChecked = *std::move(checked);
  rows.home = [&](SettingId setting) {
    const Setting* known = (*market)->setting(setting);
    return known == nullptr ? std::string{} : known->name;
  };
  rows.whom = [&](const Approach& approach) {
    const Provider* provider = (*market)->provider(approach.provider);
    return approach.setting ? rows.home(*approach.setting) : provider == nullptr ? std::string{} : provider->name;
  };
  rows.option = [&](OptionId option) {
    for (const Option& one : *options)
      if (one.id == option) return one.label;
    return std::string{};
  };
  Timeline timeline;
  const Instant now = workspace.now();
  timeline.entries = timelineFrom(rows, std::max(now, rows.referral.enteredAt));
  for (TimelineEntry& entry : timeline.entries)
    for (const Person& person : *people)
      if (entry.by == person.id) entry.who = person.name;
  if (isOpen(rows.referral.stage)) {
    timeline.stillFor = workspace.calendar().between(englandDay(timeline.entries.back().at), englandDay(now));
    const auto lasts = stageShouldLast(rows.referral.stage, rows.referral.urgency);
    timeline.stalled = lasts && timeline.stillFor > *lasts;
  }
  return timeline;
}

std::optional<int> stageShouldLast(homeward::Stage stage, Urgency urgency) {
  if (urgency == Urgency::sameDay && stage < homeward::Stage::decided) return std::nullopt;
  switch (stage) {
    case homeward::Stage::draft:
      return 2;  // to learn what is missing
    case homeward::Stage::qualityChecked:
      return 1;  // nothing stands in the way of asking
    case homeward::Stage::inHouseAsked:
    case homeward::Stage::sectorAsked:
      return 5;  // the longest that anybody is given to answer
    case homeward::Stage::offersIn:
      return 3;
    case homeward::Stage::shortlisted:
      return 2;
    case homeward::Stage::choiceSent:
    case homeward::Stage::decided:
      return 5;
    default:
      return std::nullopt;
  }
}

Result<std::vector<WorkItem>> stalledWork(Workspace& workspace, const AllRows& all, const std::vector<WorkItem>& known,
                                          const std::function<std::string(const Referral&)>& people) {
  std::vector<WorkItem> items;
  const Instant now = workspace.now();
  for (const Referral& referral : all.referrals) {
    const auto lasts = isOpen(referral.stage) ? stageShouldLast(referral.stage, referral.urgency) : std::nullopt;
    if (!lasts || saysWhatIsNext(known, referral.id, englandDay(now))) continue;
    const auto ofIt = [&](const auto& rows) {
      auto own = rows;
      std::erase_if(own, [&](const auto& row) { return row.referral != referral.id; });
      return own;
    };
    // Only when things happened is looked at, not to whom.
    const auto nobody = [](const auto&) { return std::string{}; };
    TimelineRows rows{referral, std::nullopt, ofIt(all.approaches), ofIt(all.offers), ofIt(all.choices), ofIt(all.decisions), {}, nobody,
                      nobody,   nobody};
    if (referral.stage <= homeward::Stage::qualityChecked) {
      auto checked = checkedAt(workspace, referral, rows.approaches);
      if (!checked) return failed(checked);
      rows.qualityChecked = *std::move(checked);
    }
    const Date last = englandDay(timelineFrom(rows, std::max(now, referral.enteredAt)).back().at);
    const int still = workspace.calendar().between(last, englandDay(now));
    if (still <= *lasts) continue;
    WorkItem item;
    item.key = "stalled:" + std::to_string(referral.id.value) + ":" + std::string(text(referral.stage));
    item.kind = WorkKind::stalled;
    item.due = workspace.calendar().after(last, *lasts);
    item.referral = referral.id;
    item.owner = referral.owner;
    item.act = {"work.stalled." + std::string(text(referral.stage)), {people(referral)}};
    item.why = {"work.stalled.why", {referral.number, Word{"stage." + std::string(text(referral.stage))}, std::int64_t{still}, last}};
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace homeward::app
