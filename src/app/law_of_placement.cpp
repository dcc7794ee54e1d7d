#include "app/law_of_placement.h"

#include <algorithm>

#include "app/my_work.h"
#include "app/policies.h"
#include "app/residence.h"

namespace homeward::app {
namespace {

std::string commencementKey(int rule) { return "law." + std::to_string(rule) + ".from"; }

bool livedThere(const std::vector<Placement>& placements, const Placement& like, Date day) {
  return std::any_of(placements.begin(), placements.end(), [&](const Placement& one) {
    return one.child == like.child && one.setting == like.setting && one.stay.contains(day);
  });
}

/// Who lived there on a day that has passed, as far as placements tell: whoever came later did not, whoever has left since did. Of those
/// who are listed without a placement nobody knows since when; where the stay itself is over they are left out, and the list is no longer
/// whole.
Result<void> asOnTheDay(Workspace& workspace, PlacementInLaw& judged) {
  const Placement& placement = judged.placement;
  const Date today = workspace.today();
  const Date day = placement.stay.from;
  if (day >= today) return {};
  const bool over = placement.stay.to && *placement.stay.to <= today;
  auto& residents = judged.setting.residents;
  if (over) {
    residents.clear();
    judged.setting.residentsKnown = false;
    judged.setting.vacancy.reset();
  }
  const auto placements = workspace.file().placements().all();
  if (!placements) return failed(placements);
  for (const Placement& other : *placements) {
    if (other.setting != placement.setting || other.child == placement.child) continue;
    const auto listed = std::find_if(residents.begin(), residents.end(), [&](const Resident& one) { return one.child == other.child; });
    if (other.stay.contains(day)) {
      if (listed != residents.end()) continue;
      const auto child = workspace.file().children().get(other.child);
      if (!child) return failed(child);
      residents.push_back({other.child, ageOn(child->born, day), child->sex, true});
    } else if (listed != residents.end() && other.stay.contains(today) && !livedThere(*placements, other, day)) {
      residents.erase(listed);
    }
  }
  return {};
}

Result<void> addHome(Workspace& workspace, PlacementInLaw& judged) {
  auto setting = workspace.file().market().setting(judged.placement.setting);
  if (!setting) return failed(setting);
  auto provider = workspace.file().market().provider(setting->provider);
  if (!provider) return failed(provider);
  judged.provider = *std::move(provider);
  std::vector<Setting> byDay{*std::move(setting)};
  if (auto said = residentsByDay(workspace, byDay); !said) return failed(said);
  judged.setting = std::move(byDay.front());
  // The child may be listed there already; that takes no second place.
  const bool listed = std::erase_if(judged.setting.residents, [&](const Resident& one) { return one.child == judged.placement.child; }) > 0;
  if (listed && judged.setting.vacancy) ++judged.setting.vacancy->places;
  return asOnTheDay(workspace, judged);
}

Result<void> addPeople(Workspace& workspace, PlacementInLaw& judged) {
  const auto child = workspace.file().children().get(judged.placement.child);
  if (!child) return failed(child);
  // Who came by the same referral is a sibling where the referral says so.
  if (judged.placement.referral) {
    auto entry = referralCase(workspace, *judged.placement.referral);
    if (!entry) return failed(entry);
    judged.came = *std::move(entry);
    auto offers = workspace.file().offers().offers(*judged.placement.referral);
    if (!offers) return failed(offers);
    judged.offers = *std::move(offers);
  }
  auto& people = judged.came.children;
  if (std::none_of(people.begin(), people.end(), [&](const Child& one) { return one.id == child->id; })) people = {*child};
  auto siblings = siblingsElsewhere(workspace, people);
  if (!siblings) return failed(siblings);
  judged.siblings = *std::move(siblings);
  auto stays = workspace.file().placements().ofChild(judged.placement.child);
  if (!stays) return failed(stays);
  judged.stays = *std::move(stays);
  return {};
}

/// Those who came by the same referral are there where they lived in the home on the day; where nobody listed who did, one of whom no
/// placement of that day is on record may have.
Result<void> addSiblings(Workspace& workspace, const geography::Atlas& atlas, PlacementInLaw& judged, std::size_t place) {
  const auto& children = judged.came.children;
  const Date day = judged.placement.stay.from;
  std::vector<std::size_t> together{place};
  int notKnown = 0;
  for (std::size_t other = 0; other < children.size(); ++other) {
    if (other == place || !judged.people->lookedAfter(other) || !judged.people->siblings(place, other)) continue;
    const auto is = [&](const Resident& one) { return one.child == children[other].id && one.livesThereOn(day); };
    const auto& residents = judged.setting.residents;
    if (std::any_of(residents.begin(), residents.end(), is)) {
      together.push_back(other);
      continue;
    }
    if (judged.setting.residentsKnown) continue;
    const auto stays = workspace.file().placements().ofChild(children[other].id);
    if (!stays) return failed(stays);
    if (std::none_of(stays->begin(), stays->end(), [&](const Placement& stay) { return stay.stay.contains(day); })) ++notKnown;
  }
  matching::addNearness(judged.facts, *judged.people, place, together, atlas);
  judged.facts.siblingsNotKnown += notKnown;
  return {};
}

/// Approvals of the option that was decided, or of the whole referral, and steps that were marked as done.
Result<void> addRecords(Workspace& workspace, PlacementInLaw& judged) {
  auto& onRecord = judged.facts.onRecord;
  if (judged.placement.referral) {
    const auto approvals = workspace.file().decisions().approvals(*judged.placement.referral);
    if (!approvals) return failed(approvals);
    std::optional<OptionId> chosen;
    if (judged.placement.decision)
      if (const auto decision = workspace.file().decisions().decision(*judged.placement.decision)) chosen = decision->chosen;
    for (const Approval& approval : *approvals)
      if (!approval.option || (chosen && approval.option == chosen)) onRecord.push_back({approval.rule, approval.on});
  }
  if (!judged.placement.id.stored()) return {};
  const auto marks = workspace.file().work().doneMarks();
  if (!marks) return failed(marks);
  for (const auto& [step, rule] : law::steps()) {
    const std::string key = clockKey(judged.placement.id, step);
    for (const store::DoneMark& mark : *marks)
      if (mark.key == key) onRecord.push_back({rule, mark.on});
  }
  return {};
}

}  // namespace

Result<std::shared_ptr<const law::Rules>> rulesOf(Workspace& workspace) {
  law::Rules table = law::rules();
  for (const law::Rule& rule : law::rules()) {
    if (!rule.is(law::RuleKind::config)) continue;
    const auto entered = workspace.file().properties().get(commencementKey(rule.number));
    if (!entered) return failed(entered);
    if (*entered)
      if (const auto from = parseIsoDate(**entered)) table = law::withCommencement(std::move(table), rule.number, *from);
  }
  return std::make_shared<const law::Rules>(std::move(table));
}

bool mayEnterCommencement(Role role) { return maySetPolicy(role); }

Result<void> enterCommencement(Workspace& workspace, int number, std::optional<Date> from) {
  const law::Rule* rule = law::rule(number);
  if (rule == nullptr || !rule->is(law::RuleKind::config))
    return fail(ErrorCode::refused, "rule", "The first day of this rule is known. Choose a rule that is off until its day is entered.");
  if (!mayEnterCommencement(workspace.user().role))
    return fail(ErrorCode::refused, "person",
                "From which day a rule counts is for a manager, a team manager or the director to say. Choose one of them under Work as.");
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    return workspace.file().properties().set(in, commencementKey(number), from ? isoDate(*from) : std::string{});
  });
}

Result<std::unique_ptr<PlacementInLaw>> inLaw(Workspace& workspace, const Placement& placement) {
  auto judged = std::make_unique<PlacementInLaw>();
  judged->placement = placement;
  if (auto added = addHome(workspace, *judged); !added) return failed(added);
  if (auto added = addPeople(workspace, *judged); !added) return failed(added);
  auto rules = rulesOf(workspace);
  if (!rules) return failed(rules);
  judged->rules = *std::move(rules);
  const auto atlas = workspace.atlas();
  if (!atlas) return failed(atlas);

  const auto& children = judged->came.children;
  judged->people = std::make_unique<const matching::People>(judged->came.referral, children, judged->siblings);
  const auto is = [&](const Child& one) { return one.id == placement.child; };
  const auto place = static_cast<std::size_t>(std::find_if(children.begin(), children.end(), is) - children.begin());
  const Referral* referral = placement.referral ? &judged->came.referral : nullptr;
  const auto offer = offerThatTook(workspace, judged->offers, placement);
  if (!offer) return failed(offer);
  const bool emergency = cameInAnEmergency(placement, referral, *offer);
  judged->facts = circumstances(workspace, **atlas, *judged->people, place, {place},
                                {&judged->setting, &judged->provider, placement.stay.from, emergency, *offer, judged->rules.get()});
  if (auto added = addSiblings(workspace, **atlas, *judged, place); !added) return failed(added);
  addStay(judged->facts, judged->placement, referral, judged->stays);
  if (auto added = addRecords(workspace, *judged); !added) return failed(added);
  judged->facts.asOf = workspace.today();
  return judged;
}

Result<std::vector<law::LegalFinding>> lawOf(Workspace& workspace, const Placement& placement) {
  const auto judged = inLaw(workspace, placement);
  if (!judged) return failed(judged);
  return law::findings((*judged)->facts, workspace.calendar());
}

Result<std::vector<law::LegalFinding>> codesAgainst(Workspace& workspace, const Placement& placement) {
  std::vector<law::LegalFinding> against;
  if (!placement.child.stored() || !placement.setting.stored() || placement.placeCode.empty()) return against;
  const auto judged = inLaw(workspace, placement);
  if (!judged) return failed(judged);
  against = law::returnCodes((*judged)->facts);
  std::erase_if(against, [](const law::LegalFinding& one) {
    return one.judgement != law::Judgement::broken && one.judgement != law::Judgement::notKnown;
  });
  std::stable_partition(against.begin(), against.end(),
                        [](const law::LegalFinding& one) { return one.judgement == law::Judgement::broken; });
  return against;
}

}  // namespace homeward::app
