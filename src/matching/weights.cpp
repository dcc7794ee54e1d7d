#include "matching/weights.h"

#include <algorithm>

#include "matching/ranking.h"

namespace homeward::matching {
namespace {

constexpr std::int64_t ofAPoint = 1000;  // millionths

std::int64_t shareOf(const Policy& policy, const std::vector<WeightShare>& own, const std::string& criterion) {
  const auto set = std::find_if(own.begin(), own.end(), [&](const WeightShare& one) { return one.criterion == criterion; });
  if (set != own.end()) return std::max(0, set->millionths);
  const auto listed =
      std::find_if(policy.criteria.begin(), policy.criteria.end(), [&](const PolicyCriterion& one) { return one.key == criterion; });
  return listed == policy.criteria.end() ? 0 : ofAPoint * listed->weight;
}

/// Parts of a whole after one of them was moved: the others keep their proportions; those that all weigh nothing share alike.
std::vector<int> moved(const std::vector<int>& parts, std::size_t which, int weight, int whole) {
  if (parts.size() < 2) return parts;
  const int kept = std::clamp(weight, 0, whole);
  std::vector<std::int64_t> others(parts.begin(), parts.end());
  others[which] = 0;
  if (std::all_of(others.begin(), others.end(), [](std::int64_t one) { return one == 0; }))
    for (std::size_t i = 0; i < others.size(); ++i) others[i] = i == which ? 0 : 1;
  std::vector<int> all = apportion(others, whole - kept);
  all[which] = kept;
  return all;
}

/// The criteria of a group scaled to what the group weighs now.
void scale(Policy& policy, const std::string& group, int weight) {
  std::vector<PolicyCriterion*> inside;
  std::vector<std::int64_t> shares;
  for (PolicyCriterion& criterion : policy.criteria) {
    if (criterion.group != group) continue;
    inside.push_back(&criterion);
    shares.push_back(criterion.weight);
  }
  if (std::all_of(shares.begin(), shares.end(), [](std::int64_t one) { return one == 0; })) std::fill(shares.begin(), shares.end(), 1);
  const std::vector<int> weights = apportion(shares, weight);
  for (std::size_t i = 0; i < inside.size(); ++i) inside[i]->weight = weights[i];
}

}  // namespace

std::vector<int> weightsOf(const Policy& policy, const std::vector<WeightShare>& own, const std::vector<Counted>& counted) {
  std::int64_t levels = 0;
  for (const Counted& one : counted) levels += one.level;
  // Shares in one scale: a need has its part of the needs' weight by its level, so every other weight is taken times all levels.
  const std::int64_t scale = std::max<std::int64_t>(1, levels);
  std::vector<std::int64_t> shares;
  shares.reserve(counted.size());
  for (const Counted& one : counted) shares.push_back(shareOf(policy, own, one.criterion) * (one.level > 0 ? one.level : scale));
  // Where nothing that applies weighs anything, all that applies counts alike: an order by nothing would be one by price.
  if (std::all_of(shares.begin(), shares.end(), [](std::int64_t one) { return one == 0; }))
    for (std::size_t k = 0; k < counted.size(); ++k) shares[k] = counted[k].level > 0 ? counted[k].level : scale;
  return apportion(shares, 1000);
}

std::vector<WeightShare> sharesOf(const Policy& policy, const std::vector<WeightShare>& own, const std::vector<Counted>& counted,
                                  const std::vector<int>& weights) {
  std::vector<WeightShare> shares;
  std::vector<std::int64_t> applied;
  std::int64_t whole = 0;
  for (const PolicyCriterion& criterion : policy.criteria) {
    const auto had = shareOf(policy, own, criterion.key);
    shares.push_back({criterion.key, static_cast<int>(had)});
    std::int64_t points = 0;
    bool applies = false;
    for (std::size_t k = 0; k < counted.size() && k < weights.size(); ++k) {
      if (counted[k].criterion != criterion.key) continue;
      applies = true;
      points += weights[k];
    }
    applied.push_back(applies ? points : -1);
    if (applies) whole += had;
  }
  std::vector<std::int64_t> points;
  points.reserve(applied.size());
  for (const std::int64_t one : applied) points.push_back(std::max<std::int64_t>(0, one));
  if (whole == 0 && std::any_of(points.begin(), points.end(), [](std::int64_t one) { return one > 0; })) {
    // Nothing that applies weighed anything: what does not apply gives half, or what is wanted here could not be kept.
    std::vector<std::int64_t> others;
    for (std::size_t i = 0; i < shares.size(); ++i) others.push_back(applied[i] >= 0 ? 0 : shares[i].millionths);
    whole = ofAPoint * 1000 / 2;
    const std::vector<int> left = apportion(others, static_cast<int>(whole));
    for (std::size_t i = 0; i < shares.size(); ++i) shares[i].millionths = left[i];
  }
  const std::vector<int> given = apportion(points, static_cast<int>(whole));
  for (std::size_t i = 0; i < shares.size(); ++i)
    if (applied[i] >= 0) shares[i].millionths = given[i];
  return shares;
}

std::vector<PolicyGroup> groupsOf(const Policy& policy) {
  std::vector<PolicyGroup> groups;
  for (const PolicyCriterion& criterion : policy.criteria) {
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const PolicyGroup& one) { return one.key == criterion.group; });
    if (found == groups.end())
      groups.push_back({criterion.group, criterion.weight});
    else
      found->weight += criterion.weight;
  }
  return groups;
}

Policy withGroupWeight(Policy policy, std::string_view group, int weight) {
  const std::vector<PolicyGroup> groups = groupsOf(policy);
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const PolicyGroup& one) { return one.key == group; });
  if (found == groups.end()) return policy;
  std::vector<int> parts;
  parts.reserve(groups.size());
  for (const PolicyGroup& one : groups) parts.push_back(one.weight);
  const std::vector<int> now = moved(parts, static_cast<std::size_t>(found - groups.begin()), weight, 1000);
  for (std::size_t i = 0; i < groups.size(); ++i) scale(policy, groups[i].key, now[i]);
  return policy;
}

Policy withCriterionWeight(Policy policy, std::string_view criterion, int weight) {
  const auto found =
      std::find_if(policy.criteria.begin(), policy.criteria.end(), [&](const PolicyCriterion& one) { return one.key == criterion; });
  if (found == policy.criteria.end()) return policy;
  const std::string group = found->group;
  std::vector<PolicyCriterion*> inside;
  std::vector<int> parts;
  std::size_t which = 0;
  int whole = 0;
  for (PolicyCriterion& one : policy.criteria) {
    if (one.group != group) continue;
    if (one.key == criterion) which = parts.size();
    inside.push_back(&one);
    parts.push_back(one.weight);
    whole += one.weight;
  }
  const std::vector<int> now = moved(parts, which, weight, whole);
  for (std::size_t i = 0; i < inside.size(); ++i) inside[i]->weight = now[i];
  return policy;
}

}  // namespace homeward::matching
