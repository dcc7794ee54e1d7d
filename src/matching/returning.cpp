#include "matching/returning.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "matching/one_candidate.h"

namespace homeward::matching {
namespace {

constexpr std::chrono::days prospect{366};

enum class Cause { leaves, placeFree, taking, registered, birthday, approval, exemption };

/// A day on which something changes that a gate looks at, and what it is.
struct Change {
  Date on{};
  Cause cause = Cause::leaves;
  Fact fact;
};

void addChangesOf(const Setting& setting, std::vector<Change>& changes) {
  const auto add = [&changes](std::optional<Date> on, Cause cause, const char* key) {
    if (on) changes.push_back({*on, cause, {key, {*on}}});
  };
  for (const Resident& resident : setting.residents) add(resident.leaves, Cause::leaves, "back.on.leaves");
  if (setting.vacancy) add(setting.vacancy->freeFrom, Cause::placeFree, "back.on.placeFree");
  add(setting.willingness.until, Cause::taking, "back.on.taking");
  if (setting.registration) add(setting.registration->since, Cause::registered, "back.on.registered");
  add(setting.temporaryApprovalFrom, Cause::approval, "back.on.approval");
  for (const LimitExemption& exemption : setting.exemptions) add(exemption.valid.from, Cause::exemption, "back.on.exemption");
}

/// Changes after the day of the placement and within the prospect, by day.
std::vector<Change> changesAhead(const Asked& asked, const CandidateFacts& facts) {
  std::vector<Change> changes;
  std::set<const Setting*> seen;
  for (std::size_t i = 0; i < asked.children().size(); ++i) {
    const Child& child = *asked.children()[i].child;
    const int next = ageOn(child.born, asked.request().placeOn) + 1;
    const Date birthdayNext = birthday(child.born, next);
    changes.push_back({birthdayNext, Cause::birthday, {"back.on.birthday", {birthdayNext, calledBy(child), std::int64_t{next}}}});
    const Assignment& there = assigned(facts, i);
    if (there.setting != nullptr && seen.insert(there.setting).second) addChangesOf(*there.setting, changes);
    if (there.provider != nullptr && there.provider->registration && there.provider->registration->since) {
      const Date since = *there.provider->registration->since;
      changes.push_back({since, Cause::registered, {"back.on.registered", {since}}});
    }
    if (there.offer != nullptr && there.offer->availableFrom)
      changes.push_back({*there.offer->availableFrom, Cause::placeFree, {"back.on.placeFree", {*there.offer->availableFrom}}});
  }
  const Date first = asked.request().placeOn;
  std::erase_if(changes, [first](const Change& change) { return change.on <= first || change.on - first > prospect; });
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.on < b.on; });
  return changes;
}

/// Whether a change of that kind is what the gate was waiting for, and not one that fell on the same day.
bool concerns(Cause cause, std::string_view gate) {
  using Gates = std::vector<std::string_view>;
  static const std::array<Gates, 7> concerned{
      Gates{"registration.places", "registration.number", "essential.solo", "essential.incompatible", "law.15", "law.24", "law.40"},
      Gates{"essential.availableBy", "law.40"},
      Gates{"willing.taking"},
      Gates{"law.21", "law.23"},
      Gates{"registration.age", "law.15", "law.20", "law.21"},
      Gates{"law.15"},
      Gates{"law.24"}};
  const Gates& gates = concerned[static_cast<std::size_t>(cause)];
  return std::find(gates.begin(), gates.end(), gate) != gates.end();
}

/// The gates as they would be answered if the placement were on another day.
std::vector<GateResult> answersOn(const Asked& asked, const CandidateFacts& facts, const std::vector<GateAnswer>& now, Date day) {
  auto request = std::make_shared<Request>(asked.request());
  request->placeOn = day;
  const Asked then(std::move(request), asked.sharedAtlas(), Policy{}, {});
  CandidateFacts there = facts;
  there.gathered = nullptr;  // what was gathered is of the day that was asked for
  std::vector<GateResult> results;
  for (std::size_t g = 0; g < then.gates().size(); ++g)
    results.push_back(looksAtTheDay(now[g].key) ? answerOf(then, then.gates()[g], there, nullptr) : now[g].result);
  return results;
}

/// A gate that said nothing more than that something has to change gives way to the day on which it does.
bool saysNoMoreThanTheDay(const Fact& bringsBack) {
  static const std::set<std::string> undated{
      "back.from",  "back.placeFree", "back.alone", "back.incompatible", "back.taking", "law.40.full.back", "law.15.temporary.notYet.back",
      "law.fromDay"};
  return undated.count(bringsBack.key) != 0;
}

void date(GateAnswer& gate, const std::vector<Change>& changes, Date day) {
  gate.backOn = day;
  Fact dated{"back.from", {day}};
  for (const Change& change : changes)
    if (change.on == day && concerns(change.cause, gate.key)) {
      dated = change.fact;
      break;
    }
  // "Not before the sixteenth birthday, 3 March 2027" says it already, and more.
  const auto& said = gate.bringsBack.arguments;
  const bool says = std::find(said.begin(), said.end(), FactArgument{day}) != said.end();
  if (says && !saysNoMoreThanTheDay(gate.bringsBack)) return;
  if (!saysNoMoreThanTheDay(gate.bringsBack)) gate.sooner = std::move(gate.bringsBack);
  gate.bringsBack = std::move(dated);
}

/// What a gate of registration takes stands with the law's own where a rule that fails judges the same thing.
bool judgedByLaw(const GateAnswer& gate, const std::set<int>& failing) {
  return gate.kind != GateKind::law && !gate.judgedBy.empty() &&
         std::all_of(gate.judgedBy.begin(), gate.judgedBy.end(), [&](const std::vector<int>& rules) {
           return std::any_of(rules.begin(), rules.end(), [&](int rule) { return failing.count(rule) != 0; });
         });
}

}  // namespace

ComesBack whatBringsBack(const Asked& asked, const CandidateFacts& facts, std::vector<GateAnswer>& gates) {
  ComesBack together;
  const auto counts = [](const GateAnswer& gate) { return gate.result == GateResult::fail && !gate.waiver; };
  together.failed = static_cast<int>(std::count_if(gates.begin(), gates.end(), counts));
  if (std::none_of(gates.begin(), gates.end(), [](const GateAnswer& gate) { return gate.result == GateResult::fail; })) return together;

  std::vector<Change> changes = changesAhead(asked, facts);
  // Only a day on which something changes that a failed gate waits for is worth trying.
  std::erase_if(changes, [&](const Change& change) {
    return std::none_of(gates.begin(), gates.end(),
                        [&](const GateAnswer& gate) { return gate.result == GateResult::fail && concerns(change.cause, gate.key); });
  });
  std::vector<std::pair<Date, std::vector<GateResult>>> days;
  for (const Change& change : changes)
    if (days.empty() || days.back().first != change.on) days.emplace_back(change.on, answersOn(asked, facts, gates, change.on));

  std::vector<bool> failsThen(gates.size());
  for (std::size_t g = 0; g < gates.size(); ++g) failsThen[g] = counts(gates[g]);
  int fewest = together.failed;
  for (const auto& [day, results] : days) {
    int failing = 0;
    for (std::size_t g = 0; g < gates.size(); ++g) failing += results[g] == GateResult::fail && !gates[g].waiver ? 1 : 0;
    if (failing >= fewest) continue;
    fewest = failing;
    together.from = day;
    for (std::size_t g = 0; g < gates.size(); ++g) failsThen[g] = results[g] == GateResult::fail && !gates[g].waiver;
  }

  std::set<int> lawsThen;
  for (std::size_t g = 0; g < gates.size(); ++g)
    if (failsThen[g] && gates[g].kind == GateKind::law) lawsThen.insert(asked.gates()[g].rule);
  for (std::size_t g = 0; g < gates.size(); ++g) {
    if (!failsThen[g] || gates[g].bringsBack.empty() || judgedByLaw(gates[g], lawsThen)) continue;
    Fact takes{"takes." + gates[g].bringsBack.key, gates[g].bringsBack.arguments};
    if (std::find(together.with.begin(), together.with.end(), takes) == together.with.end()) together.with.push_back(std::move(takes));
  }

  for (std::size_t g = 0; g < gates.size(); ++g) {
    if (gates[g].result != GateResult::fail) continue;
    const auto first = std::find_if(days.begin(), days.end(), [g](const auto& one) { return one.second[g] != GateResult::fail; });
    if (first != days.end()) date(gates[g], changes, first->first);
  }
  return together;
}

bool looksAtTheDay(const std::string& gate) {
  static const std::set<std::string> never{"essential.noGoArea", "essential.radiusHome", "essential.together", "essential.settingType",
                                           "willing.embargo",    "willing.declined",     "registration.sex",   "registration.purpose"};
  return never.count(gate) == 0 && gate.rfind("essential.need.", 0) != 0 && gate.rfind("essential.exclusion.", 0) != 0;
}

std::vector<const PricedSupport*> supportThatAdds(const std::vector<PricedSupport>& support, NeedDomain domain, int levels) {
  std::vector<const PricedSupport*> helping;
  for (const PricedSupport& one : support)
    if (std::find(one.domains.begin(), one.domains.end(), domain) != one.domains.end()) helping.push_back(&one);
  std::vector<const PricedSupport*> best;
  const auto price = [](const std::vector<const PricedSupport*>& bought) {
    Money sum;
    for (const PricedSupport* one : bought) sum += one->aWeek;
    return sum;
  };
  const auto consider = [&](std::vector<const PricedSupport*> bought) {
    int adds = 0;
    for (const PricedSupport* one : bought) adds += one->adds;
    if (adds >= levels && (best.empty() || price(bought) < price(best))) best = std::move(bought);
  };
  for (const PricedSupport* one : helping) consider({one});
  for (std::size_t i = 0; i < helping.size(); ++i)
    for (std::size_t j = i + 1; j < helping.size(); ++j) consider({helping[i], helping[j]});
  return best;
}

}  // namespace homeward::matching
