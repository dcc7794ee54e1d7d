#include "app/recompute.h"

#include <algorithm>
#include <map>

#include "costing/whole_cost.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

Word statusWord(matching::Status status) {
  switch (status) {
    case matching::Status::eligible:
      return {"status.eligible"};
    case matching::Status::toConfirm:
      return {"status.toConfirm"};
    case matching::Status::notEligible:
      break;
  }
  return {"status.notEligible"};
}

std::string nameOf(const FrozenDecision& then, const std::string& id) {
  for (std::size_t c = 0; c < then.problem.candidates.size() && c < then.facts.size(); ++c)
    if (then.problem.candidates[c].id == id) return then.facts[c].name;
  return id;
}

/// Whole cost from the quotes that were kept, as it was added up then.
std::optional<std::pair<MoneyRange, MoneyRange>> costOf(const FrozenDecision& then, const FrozenFacts& facts) {
  if (!facts.quotes || !then.placeOn) return std::nullopt;
  std::vector<costing::WholeCost> parts;
  for (const auto& quote : *facts.quotes) parts.push_back(costing::wholeCost(quote, *then.placeOn, then.comparedDays));
  const costing::WholeCost cost = parts.size() == 1 ? parts.front() : costing::together(parts);
  return std::pair{cost.whole, cost.aWeek};
}

void compareCosts(const FrozenDecision& then, std::vector<Fact>& alarms) {
  if (then.schema < 2) return;
  for (std::size_t c = 0; c < then.facts.size(); ++c) {
    const auto again = costOf(then, then.facts[c]);
    const auto& stored = then.problem.candidates[c].cost;
    const bool same = again ? stored == again->first && then.facts[c].aWeek == again->second : !stored && !then.facts[c].aWeek;
    if (!same) alarms.push_back({"recompute.cost", {then.facts[c].name}});
  }
}

void compareWeights(const FrozenDecision& then, std::vector<Fact>& alarms) {
  const std::vector<int>& stored = then.problem.weights;
  int sum = 0;
  for (const int weight : stored) sum += weight;
  if (sum != 1000 && !stored.empty()) alarms.push_back({"recompute.weightSum", {std::int64_t{sum}}});
  if (then.schema < 2) return;
  const std::vector<int> again = matching::weightsOf(then.policy, then.ownWeights, then.counted);
  for (std::size_t k = 0; k < stored.size(); ++k)
    if (stored[k] != again[k])
      alarms.push_back({"recompute.weight", {then.criterionNames[k], std::int64_t{stored[k]}, std::int64_t{again[k]}}});
}

void compareRanking(const FrozenDecision& then, const std::vector<matching::Ranked>& ranking, std::vector<Fact>& alarms) {
  if (then.ranking.size() != ranking.size())
    alarms.push_back({"recompute.rows", {static_cast<std::int64_t>(then.ranking.size()), static_cast<std::int64_t>(ranking.size())}});
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    const matching::Ranked& again = ranking[i];
    const std::string& id = then.problem.candidates[again.candidate].id;
    const std::string name = nameOf(then, id);
    const auto stored = std::find_if(then.ranking.begin(), then.ranking.end(), [&](const FrozenRow& row) { return row.id == id; });
    if (stored == then.ranking.end()) {
      alarms.push_back({"recompute.missing", {name}});
      continue;
    }
    const auto number = [&](const char* key, std::int64_t kept, std::int64_t now) {
      if (kept != now) alarms.push_back({key, {name, kept, now}});
    };
    number("recompute.place", stored - then.ranking.begin() + 1, static_cast<std::int64_t>(i) + 1);
    number("recompute.known", stored->known, again.known);
    number("recompute.possible", stored->possible, again.possible);
    if (stored->coverage) number("recompute.coverage", *stored->coverage, again.coverage);
    if (stored->status != again.status)
      alarms.push_back({"recompute.status", {name, statusWord(stored->status), statusWord(again.status)}});
  }
  for (const FrozenRow& row : then.ranking)
    if (std::none_of(then.problem.candidates.begin(), then.problem.candidates.end(),
                     [&](const matching::Candidate& one) { return one.id == row.id; }))
      alarms.push_back({"recompute.unknownRow", {row.id}});
}

std::vector<std::string> proposedAgain(const FrozenDecision& then) {
  std::vector<std::string> ids;
  for (const std::size_t c : matching::shortlist(then.problem, then.problem.weights, then.policy.similarityPenalty).candidates)
    ids.push_back(then.problem.candidates[c].id);
  return ids;
}

std::string listed(const FrozenDecision& then, const std::vector<std::string>& ids) {
  std::string names;
  for (const std::string& id : ids) names += (names.empty() ? "" : ", ") + nameOf(then, id);
  return names;
}

template <class Answer>
struct Read {
  std::string name;
  Answer answer;
  std::string why;
};
template <class Answer>
using Answers = std::vector<std::pair<std::string, Read<Answer>>>;

/// What reads otherwise, in the order of then; what is asked only today comes after.
template <class Answer>
std::vector<Changed<Answer>> changes(const Answers<Answer>& then, const Answers<Answer>& today) {
  const auto in = [](const Answers<Answer>& all, const std::string& key) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == key; });
    return found == all.end() ? nullptr : &found->second;
  };
  std::vector<Changed<Answer>> changed;
  for (const auto& [key, was] : then) {
    const Read<Answer>* is = in(today, key);
    if (is == nullptr)
      changed.push_back({key, was.name, was.answer, std::nullopt, was.why, {}});
    else if (is->answer != was.answer || (!was.why.empty() && is->why != was.why))
      changed.push_back({key, was.name, was.answer, is->answer, was.why, is->why});
  }
  for (const auto& [key, is] : today)
    if (in(then, key) == nullptr) changed.push_back({key, is.name, std::nullopt, is.answer, {}, is.why});
  return changed;
}

std::string at(const std::vector<std::string>& all, std::size_t index) { return index < all.size() ? all[index] : std::string{}; }

Answers<matching::Interval> criteriaOf(const FrozenDecision& then, std::size_t c) {
  Answers<matching::Interval> all;
  const std::size_t count = then.problem.criteria.size();
  for (std::size_t k = 0; k < count; ++k) {
    const std::string name = k < then.criterionNames.size() ? then.criterionNames[k] : then.problem.criteria[k];
    all.push_back({then.problem.criteria[k], {name, then.problem.values[c * count + k], at(then.facts[c].criteria, k)}});
  }
  return all;
}

Answers<matching::GateResult> gatesOf(const FrozenDecision& then, std::size_t c) {
  Answers<matching::GateResult> all;
  const std::size_t count = then.problem.gates.size();
  for (std::size_t g = 0; g < count; ++g)
    all.push_back({then.problem.gates[g], {then.problem.gates[g], then.problem.gateResults[c * count + g], at(then.facts[c].gates, g)}});
  return all;
}

/// Today's side, beside the same candidate of then.
void compareToday(const RankedReferral& today, const FrozenDecision& then, std::size_t c, ThenAndToday& row) {
  const matching::Problem& problem = today.assessment().problem();
  const auto found =
      std::find_if(problem.candidates.begin(), problem.candidates.end(), [&](const matching::Candidate& one) { return one.id == row.id; });
  if (found == problem.candidates.end()) return;
  const auto candidate = static_cast<std::size_t>(found - problem.candidates.begin());
  const matching::Explanation explained = today.assessment().explain(candidate);
  for (std::size_t i = 0; i < today.ranking().size(); ++i) {
    const matching::Ranked& ranked = today.ranking()[i];
    if (ranked.candidate == candidate) row.today = Standing{i + 1, ranked.status, ranked.known, ranked.possible, found->cost, std::nullopt};
  }
  if (row.today && explained.cost) row.today->aWeek = explained.cost->aWeek;
  Answers<matching::Interval> criteria;
  for (std::size_t k = 0; k < problem.criteria.size(); ++k)
    criteria.push_back({problem.criteria[k],
                        {wording::sentence(today.assessment().label(k)), problem.values[candidate * problem.criteria.size() + k],
                         wording::sentence(explained.criteria[k].why)}});
  Answers<matching::GateResult> gates;
  for (std::size_t g = 0; g < problem.gates.size(); ++g)
    gates.push_back(
        {problem.gates[g],
         {problem.gates[g], problem.gateResults[candidate * problem.gates.size() + g], wording::sentence(explained.gates[g].why)}});
  row.criteria = changes(criteriaOf(then, c), criteria);
  row.gates = changes(gatesOf(then, c), gates);
}

void compareWeightsToday(const RankedReferral& today, Recomputed& all) {
  const matching::Problem& problem = today.assessment().problem();
  const FrozenDecision& then = all.then;
  const auto weightIn = [](const matching::Problem& in, const std::string& key) -> std::optional<int> {
    const auto found = std::find(in.criteria.begin(), in.criteria.end(), key);
    return found == in.criteria.end() ? std::nullopt : std::optional{in.weights[static_cast<std::size_t>(found - in.criteria.begin())]};
  };
  for (std::size_t k = 0; k < then.problem.criteria.size(); ++k) {
    const std::string& key = then.problem.criteria[k];
    if (const auto now = weightIn(problem, key); now != then.problem.weights[k])
      all.weights.push_back({key, k < then.criterionNames.size() ? then.criterionNames[k] : key, then.problem.weights[k], now});
  }
  for (std::size_t k = 0; k < problem.criteria.size(); ++k)
    if (!weightIn(then.problem, problem.criteria[k]))
      all.weights.push_back({problem.criteria[k], wording::sentence(today.assessment().label(k)), std::nullopt, problem.weights[k]});
  const matching::Policy& policy = today.assessment().policy();
  for (const matching::PolicyCriterion& was : then.policy.criteria)
    for (const matching::PolicyCriterion& is : policy.criteria)
      if (is.key == was.key && is.anchors != was.anchors) all.anchors.push_back(was.key);
  all.policyToday = policy.name;
  all.policyVersionToday = policy.version;
  all.ownWeightsToday = !today.assessment().request().ownWeights.empty();
}

}  // namespace

std::vector<Fact> alarmsOf(const FrozenDecision& then) {
  std::vector<Fact> alarms;
  compareWeights(then, alarms);
  compareCosts(then, alarms);
  compareRanking(then, matching::rank(then.problem), alarms);
  if (then.proposed)
    if (const auto again = proposedAgain(then); *then.proposed != again)
      alarms.push_back({"recompute.proposed", {listed(then, *then.proposed), listed(then, again)}});
  return alarms;
}

Result<Recomputed> recompute(Workspace& workspace, DecisionId id) {
  auto decision = workspace.file().decisions().decision(id);
  if (!decision) return failed(decision);
  auto then = readFrozen(decision->frozen);
  if (!then) return failed(then);
  Recomputed all;
  all.decision = *std::move(decision);
  all.then = *std::move(then);
  all.ranking = matching::rank(all.then.problem);
  all.alarms = alarmsOf(all.then);
  // What was proposed when the choice was sent: by the time of the decision the ranking may have proposed something else.
  const auto choice = workspace.file().decisions().choice(all.decision.choice);
  if (!choice) return failed(choice);
  const auto called = [&](OptionId option) {
    const auto stored = workspace.file().offers().option(option);
    return stored ? stored->label : nameOf(all.then, "option:" + std::to_string(option.value));
  };
  for (const Swap& swap : choice->swaps) {
    all.swappedOut.push_back(called(swap.proposed));
    if (swap.instead) all.swappedIn.push_back(called(*swap.instead));
  }

  const auto today = rankOffersThatStood(workspace, all.decision.referral, all.decision.at);
  const auto offered = rankOffers(workspace, all.decision.referral);
  if (!today) all.whyNotToday = today.error().detail;
  if (today) compareWeightsToday(**today, all);
  for (std::size_t i = 0; i < all.ranking.size(); ++i) {
    const matching::Ranked& ranked = all.ranking[i];
    const matching::Candidate& candidate = all.then.problem.candidates[ranked.candidate];
    ThenAndToday row;
    row.id = candidate.id;
    row.name = all.then.facts[ranked.candidate].name;
    row.then = {i + 1, ranked.status, ranked.known, ranked.possible, candidate.cost, all.then.facts[ranked.candidate].aWeek};
    if (today) compareToday(**today, all.then, ranked.candidate, row);
    if (offered)
      for (const Option& option : (*offered)->options())
        if (row.id == "option:" + std::to_string(option.id.value)) row.gone = (*offered)->noLongerOffered(option.id);
    all.options.push_back(std::move(row));
  }
  return all;
}

}  // namespace homeward::app
