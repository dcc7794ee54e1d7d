#include "app/compare_policies.h"

#include <algorithm>

#include "wording/wording.h"

namespace homeward::app {
namespace {

/// By candidate.
std::vector<PolicyPlace> placesOf(const RankedReferral& ranked) {
  std::vector<PolicyPlace> places(ranked.ranking().size());
  for (std::size_t i = 0; i < ranked.ranking().size(); ++i) {
    const matching::Ranked& row = ranked.ranking()[i];
    places[row.candidate] = {i + 1, row.status, row.known, row.possible};
  }
  return places;
}

}  // namespace

PolicyComparison compared(const RankedReferral& first, const RankedReferral& second, std::size_t most) {
  PolicyComparison all;
  const matching::Problem& problem = first.assessment().problem();
  const matching::Problem& other = second.assessment().problem();
  all.stage = problem.stage;
  const std::vector<PolicyPlace> before = placesOf(first);
  const std::vector<PolicyPlace> after = placesOf(second);
  for (const matching::Ranked& row : first.ranking()) {
    const PolicyPlace& was = before[row.candidate];
    const PolicyPlace& is = after[row.candidate];
    all.changedPlaces += was.place != is.place ? 1 : 0;
    if (was.place > most && is.place > most) {
      ++all.left;
      continue;
    }
    all.candidates.push_back(
        {problem.candidates[row.candidate].id, first.name(row.candidate).name, first.name(row.candidate).provider, was, is});
  }
  // A policy need not list every criterion.
  const auto weightIn = [](const matching::Problem& in, const std::string& key) {
    const auto found = std::find(in.criteria.begin(), in.criteria.end(), key);
    return found == in.criteria.end() ? 0 : in.weights[static_cast<std::size_t>(found - in.criteria.begin())];
  };
  for (std::size_t k = 0; k < problem.criteria.size(); ++k)
    all.weights.push_back(
        {problem.criteria[k], wording::sentence(first.assessment().label(k)), problem.weights[k], weightIn(other, problem.criteria[k])});
  for (std::size_t k = 0; k < other.criteria.size(); ++k)
    if (std::find(problem.criteria.begin(), problem.criteria.end(), other.criteria[k]) == problem.criteria.end())
      all.weights.push_back({other.criteria[k], wording::sentence(second.assessment().label(k)), 0, other.weights[k]});
  all.policies = differences(first.assessment().policy(), second.assessment().policy());
  return all;
}

Result<PolicyComparison> comparePolicies(Workspace& workspace, ReferralId referral, const matching::Policy& first,
                                         const matching::Policy& second, std::size_t most) {
  matching::Stage stage = matching::Stage::offers;
  auto one = rankBy(workspace, referral, stage, first, {});
  if (!one) return failed(one);
  if ((*one)->ranking().empty()) {
    stage = matching::Stage::market;
    one = rankBy(workspace, referral, stage, first, {});
    if (!one) return failed(one);
  }
  const auto two = rankBy(workspace, referral, stage, second, {});
  if (!two) return failed(two);
  return compared(**one, **two, most);
}

}  // namespace homeward::app
