#include "app/frozen.h"

#include <nlohmann/json.hpp>

namespace homeward::app {
namespace {

using nlohmann::json;

const char* name(matching::GateResult result) {
  switch (result) {
    case matching::GateResult::pass:
      return "pass";
    case matching::GateResult::fail:
      return "fail";
    case matching::GateResult::unknown:
      return "unknown";
  }
  return "unknown";
}

json cost(const std::optional<MoneyRange>& range) {
  if (!range) return nullptr;
  return json::array({range->low.pence, range->high ? json(range->high->pence) : json(nullptr)});
}

}  // namespace

std::string frozenInputs(const RankedReferral& ranked, const matching::Policy& policy) {
  const matching::Problem& problem = ranked.assessment().problem();
  json candidates = json::array();
  for (std::size_t c = 0; c < problem.candidates.size(); ++c) {
    json gates = json::object();
    for (std::size_t g = 0; g < problem.gates.size(); ++g)
      gates[problem.gates[g]] = name(problem.gateResults[c * problem.gates.size() + g]);
    json values = json::object();
    for (std::size_t k = 0; k < problem.criteria.size(); ++k) {
      const matching::Interval value = problem.values[c * problem.criteria.size() + k];
      values[problem.criteria[k]] = {value.low, value.high};
    }
    candidates.push_back({{"id", problem.candidates[c].id},
                          {"name", ranked.name(c).name},
                          {"wholeCostPence", cost(problem.candidates[c].cost)},
                          {"gates", std::move(gates)},
                          {"values", std::move(values)}});
  }
  json ranking = json::array();
  for (const matching::Ranked& row : ranked.ranking())
    ranking.push_back({{"id", problem.candidates[row.candidate].id},
                       {"status", static_cast<int>(row.status)},
                       {"known", row.known},
                       {"possible", row.possible}});
  json weights = json::object();
  for (std::size_t k = 0; k < problem.criteria.size(); ++k) weights[problem.criteria[k]] = problem.weights[k];
  return json{{"schema", "homeward/decision-inputs/1"}, {"policy", json::parse(matching::policyJson(policy))},
              {"policyVersion", policy.version},        {"criteria", problem.criteria},
              {"weights", std::move(weights)},          {"candidates", std::move(candidates)},
              {"ranking", std::move(ranking)}}
      .dump();
}

}  // namespace homeward::app
