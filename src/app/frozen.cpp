#include "app/frozen.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "wording/wording.h"

namespace homeward::app {
namespace {

using nlohmann::json;

json range(const std::optional<MoneyRange>& amount) {
  if (!amount) return nullptr;
  return json::array({amount->low.pence, amount->high ? json(amount->high->pence) : json(nullptr)});
}

json whyOf(const matching::Explanation& explained) {
  json gates = json::object();
  for (const matching::GateAnswer& gate : explained.gates) {
    json& kept = gates[gate.key];
    kept["result"] = std::string(text(gate.result));
    kept["why"] = wording::sentence(gate.why);
    if (gate.waiver) kept["waiver"] = {{"by", gate.waiver->by.value}, {"reason", gate.waiver->reason}};
  }
  json criteria = json::object();
  for (const matching::CriterionAnswer& criterion : explained.criteria) criteria[criterion.key] = wording::sentence(criterion.why);
  return {{"gates", std::move(gates)}, {"criteria", std::move(criteria)}};
}

/// The quotes of which the whole cost is the sum; null where somebody has no quote and there is no whole cost.
json quotesOf(const matching::CandidateFacts& facts) {
  std::vector<const Offer*> offers;
  for (const matching::Assignment& assignment : facts.perChild) {
    if (assignment.offer == nullptr || assignment.offer->quote.empty()) return nullptr;
    if (std::find(offers.begin(), offers.end(), assignment.offer) == offers.end()) offers.push_back(assignment.offer);
  }
  if (offers.empty()) return nullptr;
  json quotes = json::array();
  for (const Offer* offer : offers) {
    json lines = json::array();
    for (const QuoteLine& line : offer->quote)
      lines.push_back({{"item", std::string(text(line.item))},
                       {"charge", std::string(text(line.charge))},
                       {"amountPence", range(line.amount)},
                       {"fromDay", line.fromDay},
                       {"days", line.days ? json(*line.days) : json(nullptr)},
                       {"words", line.words}});
    quotes.push_back(std::move(lines));
  }
  return quotes;
}

/// The rules whose preference the home was not: whoever chose it said why in the words of the decision.
std::set<int> lawNotMet(const matching::Assessment& assessment, std::size_t c) {
  std::set<int> rules;
  for (const law::LegalFinding& finding : assessment.preferences(c))
    if (finding.judgement == law::Judgement::broken) rules.insert(finding.rule);
  return rules;
}

json candidateOf(const RankedReferral& ranked, std::size_t c) {
  const matching::Problem& problem = ranked.assessment().problem();
  const matching::Candidate& candidate = problem.candidates[c];
  json gates = json::object();
  for (std::size_t g = 0; g < problem.gates.size(); ++g)
    gates[problem.gates[g]] = std::string(text(problem.gateResults[c * problem.gates.size() + g]));
  json values = json::object();
  for (std::size_t k = 0; k < problem.criteria.size(); ++k) {
    const matching::Interval value = problem.values[c * problem.criteria.size() + k];
    values[problem.criteria[k]] = {value.low, value.high};
  }
  const matching::Explanation explained = ranked.assessment().explain(c);
  return {{"id", candidate.id},
          {"name", ranked.name(c).name},
          {"provider", ranked.name(c).provider},
          {"types", candidate.types},
          {"providers", candidate.providers},
          {"place", candidate.place ? json::array({candidate.place->east, candidate.place->north}) : json(nullptr)},
          {"wholeCostPence", range(candidate.cost)},
          {"aWeekPence", explained.cost ? range(explained.cost->aWeek) : json(nullptr)},
          {"quotes", quotesOf(ranked.assessment().facts(c))},
          {"gates", std::move(gates)},
          {"values", std::move(values)},
          {"why", whyOf(explained)},
          {"lawNotMet", lawNotMet(ranked.assessment(), c)}};
}

}  // namespace

std::string frozenInputs(const RankedReferral& ranked, const Choice& choice, const std::optional<WeightAdjustment>& adjusted) {
  const matching::Assessment& assessment = ranked.assessment();
  const matching::Problem& problem = assessment.problem();
  json candidates = json::array();
  for (std::size_t c = 0; c < problem.candidates.size(); ++c) candidates.push_back(candidateOf(ranked, c));
  json ranking = json::array();
  for (const matching::Ranked& row : ranked.ranking())
    ranking.push_back({{"id", problem.candidates[row.candidate].id},
                       {"status", std::string(text(row.status))},
                       {"known", row.known},
                       {"possible", row.possible},
                       {"coverage", row.coverage}});
  json weights = json::object();
  json names = json::object();
  json counted = json::array();
  const std::vector<matching::Counted> follows = assessment.counted();
  for (std::size_t k = 0; k < problem.criteria.size(); ++k) {
    weights[problem.criteria[k]] = problem.weights[k];
    names[problem.criteria[k]] = wording::sentence(assessment.label(k));
    counted.push_back({follows[k].criterion, follows[k].level});
  }
  json own = json::array();
  for (const WeightShare& share : assessment.request().ownWeights) own.push_back({share.criterion, share.millionths});
  json adjustedBy = nullptr;
  if (adjusted && !adjusted->shares.empty())
    adjustedBy = {
        {"by", adjusted->by.value}, {"at", isoInstant(adjusted->at)}, {"reason", adjusted->reason}, {"afterOffers", adjusted->afterOffers}};
  json proposed = json::array();
  for (const std::size_t c : matching::shortlist(problem, problem.weights, assessment.policy().similarityPenalty).candidates)
    proposed.push_back(problem.candidates[c].id);
  json sent = json::array();
  for (const OptionId option : choice.options) sent.push_back("option:" + std::to_string(option.value));
  return json{{"schema", "homeward/decision-inputs/2"},
              {"policy", json::parse(matching::policyJson(assessment.policy()))},
              {"policyVersion", assessment.policy().version},
              {"ownWeightsMillionths", std::move(own)},
              {"adjusted", std::move(adjustedBy)},
              {"stage", "offers"},
              {"placeOn", isoDate(assessment.request().placeOn)},
              {"comparedDays", matching::comparedDays(assessment.request().referral)},
              {"criteria", problem.criteria},
              {"criterionNames", std::move(names)},
              {"counted", std::move(counted)},
              {"gates", problem.gates},
              {"weights", std::move(weights)},
              {"candidates", std::move(candidates)},
              {"ranking", std::move(ranking)},
              {"proposed", std::move(proposed)},
              {"sent", std::move(sent)}}
      .dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace homeward::app
