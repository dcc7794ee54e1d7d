#include "app/policy_draft.h"

#include <algorithm>

#include "wording/wording.h"

namespace homeward::app {
namespace {

const matching::PolicyCriterion* criterionOf(const matching::Policy& policy, const std::string& key) {
  const auto found =
      std::find_if(policy.criteria.begin(), policy.criteria.end(), [&](const matching::PolicyCriterion& one) { return one.key == key; });
  return found == policy.criteria.end() ? nullptr : &*found;
}

}  // namespace

PolicyDraft::PolicyDraft(matching::Policy from) : m_from(std::move(from)), m_policy(m_from), m_base(m_from) {}

void PolicyDraft::moveGroup(const std::string& group, int weight) {
  if (m_moving != "group:" + group) {
    m_base = m_policy;
    m_moving = "group:" + group;
  }
  const matching::Policy moved = matching::withGroupWeight(m_base, group, weight);
  const auto inside =
      std::count_if(moved.criteria.begin(), moved.criteria.end(), [&](const matching::PolicyCriterion& one) { return one.group == group; });
  for (std::size_t i = 0; i < moved.criteria.size(); ++i) {
    m_policy.criteria[i].weight = moved.criteria[i].weight;
    // The only criterion of a group weighs what the group weighs.
    if (inside == 1 && moved.criteria[i].group == group) m_toConfirm.erase(moved.criteria[i].key);
  }
}

void PolicyDraft::moveCriterion(const std::string& criterion, int weight) {
  if (m_moving != criterion) {
    m_base = m_policy;
    m_moving = criterion;
  }
  const matching::Policy moved = matching::withCriterionWeight(m_base, criterion, weight);
  for (std::size_t i = 0; i < moved.criteria.size(); ++i) m_policy.criteria[i].weight = moved.criteria[i].weight;
  m_toConfirm.erase(criterion);
}

Result<void> PolicyDraft::setAnchors(const std::string& criterion, matching::Anchors anchors) {
  const auto found = std::find_if(m_policy.criteria.begin(), m_policy.criteria.end(),
                                  [&](const matching::PolicyCriterion& one) { return one.key == criterion; });
  if (found == m_policy.criteria.end()) return fail(ErrorCode::notFound, criterion, "There is no such criterion.");
  matching::Policy tried = m_policy;
  tried.criteria[static_cast<std::size_t>(found - m_policy.criteria.begin())].anchors = anchors;
  // The same reader judges what is typed here and what is stored; a name is asked for later.
  if (tried.name.empty()) tried.name = "draft";
  if (const auto sound = matching::parsePolicy(matching::policyJson(tried)); !sound) return failed(sound);
  found->anchors = std::move(anchors);
  const matching::PolicyCriterion* before = criterionOf(m_from, criterion);
  if (before != nullptr && before->anchors == found->anchors)
    m_toConfirm.erase(criterion);
  else
    m_toConfirm.insert(criterion);
  return {};
}

Result<PolicyVersion> savePolicy(Workspace& workspace, const PolicyDraft& draft, const std::string& note) {
  if (!draft.toConfirm().empty()) {
    std::string names;
    for (const std::string& key : draft.toConfirm()) names += (names.empty() ? "" : ", ") + wording::word("policyCriterion", key);
    return fail(ErrorCode::refused, "weight",
                "The points of the curve changed, so say again what it weighs: " + names + ". Confirm or change the weight.");
  }
  return savePolicy(workspace, draft.policy(), note);
}

}  // namespace homeward::app
