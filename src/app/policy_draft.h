// A policy while it is edited: weights as a tree that always sums, and anchors whose change asks for the weight again.
//
// A weight says what the way from worst to best on the scale of a criterion is worth. Who moves the ends of that scale has changed what
// was weighed, so the weight has to be said again: until somebody confirms or changes it, the draft cannot be saved.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "app/policies.h"

namespace homeward::app {

class PolicyDraft {
 public:
  explicit PolicyDraft(matching::Policy from);

  [[nodiscard]] const matching::Policy& policy() const { return m_policy; }
  [[nodiscard]] const matching::Policy& from() const { return m_from; }
  /// Criteria whose weight has to be confirmed, because their anchors are others than those that it was given for.
  [[nodiscard]] const std::set<std::string>& toConfirm() const { return m_toConfirm; }

  void setName(const std::string& name) { m_policy.name = name; }
  void setSimilarityPenalty(int thousandths) { m_policy.similarityPenalty = thousandths; }
  /// While the same group or criterion is moved on, the others keep the proportions that they had when it was first moved. A weight that
  /// is moved counts as confirmed.
  void moveGroup(const std::string& group, int weight);
  void moveCriterion(const std::string& criterion, int weight);
  /// Errors: invalid, with what is wrong with the points. Going back to the former anchors asks for nothing.
  [[nodiscard]] Result<void> setAnchors(const std::string& criterion, matching::Anchors anchors);
  void confirm(const std::string& criterion) { m_toConfirm.erase(criterion); }

 private:
  matching::Policy m_from;
  matching::Policy m_policy;
  matching::Policy m_base;  ///< before what is being moved was first moved
  std::string m_moving;
  std::set<std::string> m_toConfirm;
};

/// Refused while a weight is to be confirmed; else as `savePolicy`.
[[nodiscard]] Result<PolicyVersion> savePolicy(Workspace& workspace, const PolicyDraft& draft, const std::string& note);

}  // namespace homeward::app
