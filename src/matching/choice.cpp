#include "matching/choice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <set>
#include <string>

namespace homeward::matching {
namespace {

constexpr double metresInAMile = 1609.344;
constexpr std::size_t looksAt = 30;
constexpr double sameSum = 1e-9;

std::optional<double> midpoint(const Candidate& candidate) {
  if (!candidate.cost || !candidate.cost->high) return std::nullopt;
  return (static_cast<double>(candidate.cost->low.pence) + static_cast<double>(candidate.cost->high->pence)) / 2.0;
}

double alikeInCost(const Candidate& a, const Candidate& b) {
  const auto first = midpoint(a);
  const auto second = midpoint(b);
  if (!first || !second) return 0.0;
  // Contributions can exceed a fee: then sizes are compared, and opposite signs have nothing in common.
  const double larger = std::max(std::abs(*first), std::abs(*second));
  return larger == 0.0 ? 1.0 : std::max(0.0, 1.0 - std::abs(*first - *second) / larger);
}

double nearness(const Candidate& a, const Candidate& b) {
  if (!a.place || !b.place) return 0.0;
  const double miles =
      std::hypot(static_cast<double>(a.place->east) - b.place->east, static_cast<double>(a.place->north) - b.place->north) / metresInAMile;
  return std::exp(-miles / 10.0);
}

struct Triple {
  std::array<std::size_t, 3> rows{};  // positions among the best thirty, ascending
  double sum = 0.0;
  bool ofTwoTypes = false;
  bool notThreeOfOneProvider = false;
};

bool ofTwoTypes(const std::vector<const Candidate*>& candidates) {
  std::set<std::string> types;
  for (const Candidate* candidate : candidates) types.insert(candidate->types.begin(), candidate->types.end());
  return types.size() >= 2;
}

bool inAll(const std::string& provider, const Candidate& a, const Candidate& b) {
  return std::find(a.providers.begin(), a.providers.end(), provider) != a.providers.end() &&
         std::find(b.providers.begin(), b.providers.end(), provider) != b.providers.end();
}

/// Where some triples keep a wish and others do not, only those that keep it count.
void keepThose(std::vector<Triple>& triples, bool Triple::*wish) {
  if (std::none_of(triples.begin(), triples.end(), [wish](const Triple& triple) { return triple.*wish; })) return;
  triples.erase(std::remove_if(triples.begin(), triples.end(), [wish](const Triple& triple) { return !(triple.*wish); }), triples.end());
}

}  // namespace

double similarity(const Candidate& a, const Candidate& b) {
  return 0.4 * (a.types == b.types ? 1.0 : 0.0) + 0.3 * (a.providers == b.providers ? 1.0 : 0.0) + 0.2 * nearness(a, b) +
         0.1 * alikeInCost(a, b);
}

namespace {

Shortlist chosenOf(const Problem& problem, const std::vector<int>& weights, int similarityPenalty) {
  std::vector<Ranked> best;
  for (const Ranked& row : rank(problem, weights, Stage::offers))
    if (row.status != Status::notEligible && best.size() < looksAt) best.push_back(row);

  Shortlist answer;
  answer.complete = best.size() >= 3;
  if (best.size() <= 3) {
    for (const Ranked& row : best) answer.candidates.push_back(row.candidate);
    return answer;
  }

  std::vector<const Candidate*> them;
  them.reserve(best.size());
  for (const Ranked& row : best) them.push_back(&problem.candidates[row.candidate]);
  const double mu = similarityPenalty / 1000.0;
  std::vector<Triple> triples;
  for (std::size_t i = 1; i < them.size(); ++i) {
    const double withFirst = similarity(*them[0], *them[i]);
    for (std::size_t j = i + 1; j < them.size(); ++j) {
      Triple triple;
      triple.rows = {0, i, j};
      const double score = (static_cast<double>(best[0].known) + best[i].known + best[j].known) / 1'000'000.0;
      triple.sum = score - mu * (withFirst + similarity(*them[0], *them[j]) + similarity(*them[i], *them[j]));
      triple.ofTwoTypes = ofTwoTypes({them[0], them[i], them[j]});
      triple.notThreeOfOneProvider = std::none_of(them[0]->providers.begin(), them[0]->providers.end(),
                                                  [&](const std::string& provider) { return inAll(provider, *them[i], *them[j]); });
      triples.push_back(triple);
    }
  }
  keepThose(triples, &Triple::ofTwoTypes);
  keepThose(triples, &Triple::notThreeOfOneProvider);

  double top = triples.front().sum;
  for (const Triple& triple : triples) top = std::max(top, triple.sum);
  const auto sortedIds = [&](const Triple& triple) {
    std::array<std::string, 3> ids{them[triple.rows[0]]->id, them[triple.rows[1]]->id, them[triple.rows[2]]->id};
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  const Triple* chosen = nullptr;
  for (const Triple& triple : triples)
    if (triple.sum >= top - sameSum && (chosen == nullptr || sortedIds(triple) < sortedIds(*chosen))) chosen = &triple;
  for (const std::size_t row : chosen->rows) answer.candidates.push_back(best[row].candidate);
  return answer;
}

}  // namespace

Shortlist shortlist(const Problem& problem, const std::vector<int>& weights, int similarityPenalty) {
  Shortlist answer = chosenOf(problem, weights, similarityPenalty);
  if (problem.stage == Stage::offers) return answer;
  std::vector<std::size_t> inOrder;
  for (const Ranked& row : rank(problem, weights))
    if (std::find(answer.candidates.begin(), answer.candidates.end(), row.candidate) != answer.candidates.end())
      inOrder.push_back(row.candidate);
  answer.candidates = std::move(inOrder);
  return answer;
}

namespace {

std::optional<std::size_t> strongestOf(const Problem& problem, const std::vector<int>& weights, std::size_t candidate,
                                       const std::vector<std::size_t>& chosen) {
  const std::size_t criteria = problem.criteria.size();
  std::optional<std::size_t> strongest;
  std::int64_t lead = 0;
  for (std::size_t k = 0; k < criteria; ++k) {
    std::int64_t all = 0;
    for (const std::size_t other : chosen) all += problem.values[other * criteria + k].low;
    const std::int64_t gain = weights[k] * (problem.values[candidate * criteria + k].low * std::ssize(chosen) - all);
    if (gain > lead) {
      lead = gain;
      strongest = k;
    }
  }
  return strongest;
}

/// The highest that is left out above this place, with whom of the choice it is most like; none where that one is no more like them.
std::optional<InChoice::Before> passedOver(const Problem& problem, const std::vector<Ranked>& ranking, std::size_t place,
                                           const std::vector<std::size_t>& chosen) {
  for (std::size_t above = 0; above + 1 < place; ++above) {
    const std::size_t left = ranking[above].candidate;
    if (ranking[above].status == Status::notEligible || std::find(chosen.begin(), chosen.end(), left) != chosen.end()) continue;
    const Candidate& out = problem.candidates[left];
    InChoice::Before before{left, chosen.front(), false, false};
    double most = -1.0;
    for (const std::size_t one : chosen) {
      if (one == ranking[place - 1].candidate) continue;
      const double alike = similarity(out, problem.candidates[one]);
      if (alike <= most) continue;
      most = alike;
      before.alike = one;
      before.sameKind = out.types == problem.candidates[one].types;
      before.sameProvider = out.providers == problem.candidates[one].providers;
    }
    if (most >= 0.0 && (before.sameKind || before.sameProvider)) return before;
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::vector<InChoice> whyInChoice(const Problem& problem, const std::vector<int>& weights, const std::vector<std::size_t>& chosen) {
  const auto ranking = rank(problem, weights);
  const std::size_t criteria = problem.criteria.size();
  const auto home =
      static_cast<std::size_t>(std::find(problem.criteria.begin(), problem.criteria.end(), "distanceHome") - problem.criteria.begin());
  std::vector<InChoice> all;
  for (const std::size_t candidate : chosen) {
    const Candidate& one = problem.candidates[candidate];
    InChoice why;
    why.candidate = candidate;
    while (why.place < ranking.size() && ranking[why.place].candidate != candidate) ++why.place;
    ++why.place;
    why.strongest = strongestOf(problem, weights, candidate, chosen);
    const bool alone = chosen.size() < 2;
    const auto eachOther = [&](auto&& holds) {
      return !alone && std::all_of(chosen.begin(), chosen.end(), [&](std::size_t other) { return other == candidate || holds(other); });
    };
    why.onlyOfItsKind = eachOther([&](std::size_t other) { return problem.candidates[other].types != one.types; });
    why.onlyOfItsProvider = eachOther([&](std::size_t other) { return problem.candidates[other].providers != one.providers; });
    why.nearest = home < criteria && eachOther([&](std::size_t other) {
                    return problem.values[candidate * criteria + home].low > problem.values[other * criteria + home].high;
                  });
    const auto dearer = [&](std::size_t other) {
      const auto& cost = problem.candidates[other].cost;
      return one.cost && one.cost->high && cost && cost->low > *one.cost->high;
    };
    if (eachOther(dearer)) {
      for (const std::size_t other : chosen) {
        if (other == candidate) continue;
        const Money by = problem.candidates[other].cost->low - *one.cost->high;
        if (!why.cheaperBy || by < *why.cheaperBy) why.cheaperBy = by;
      }
    }
    why.before = passedOver(problem, ranking, why.place, chosen);
    all.push_back(why);
  }
  return all;
}

std::vector<Step> unbeaten(const Problem& problem, const std::vector<Ranked>& ranking) {
  std::vector<const Ranked*> rows;
  for (const Ranked& row : ranking)
    if (row.status != Status::notEligible && problem.candidates[row.candidate].cost) rows.push_back(&row);
  const auto cost = [&](const Ranked* row) { return problem.candidates[row->candidate].cost->low; };
  std::stable_sort(rows.begin(), rows.end(), [&](const Ranked* a, const Ranked* b) {
    if (cost(a) != cost(b)) return cost(a) < cost(b);
    return a->known > b->known;
  });
  std::vector<Step> steps;
  const Ranked* before = nullptr;
  for (const Ranked* row : rows) {
    // Equal on both is not beaten; dearer must match better.
    const bool equal = before != nullptr && row->known == before->known && cost(row) == cost(before);
    if (before != nullptr && !equal && row->known <= before->known) continue;
    steps.push_back(
        {row->candidate, before == nullptr ? 0 : row->known - before->known, before == nullptr ? Money{} : cost(row) - cost(before)});
    before = row;
  }
  return steps;
}

}  // namespace homeward::matching
