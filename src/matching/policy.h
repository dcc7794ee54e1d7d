// A local authority's view of what matters: criteria in groups, their weights, and the anchors that turn a fact into a value.
//
// The default policy is `resources/policies/default.json`, described with its reasons in `docs/matching.md`. Anchors are fixed: never
// taken from the candidates at hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/result.h"

namespace homeward::matching {

/// A piecewise-linear function by its corners, x ascending; flat beyond both ends; rounded to the nearest whole, halves up.
struct Anchors {
  struct Corner {
    double x = 0;
    int value = 0;
    friend bool operator==(const Corner&, const Corner&) = default;
  };
  std::vector<Corner> corners;
  [[nodiscard]] int at(double x) const;
  friend bool operator==(const Anchors&, const Anchors&) = default;
};

struct PolicyCriterion {
  std::string key;    ///< "needs", "distanceHome", "education", "contact", "siblings", "connectedPerson", "area", "identity", "wishes",
                      ///< "inspection", "proof", "startDate", "length", "bedroom"
  std::string group;  ///< "needs", "peopleAndPlace", "identityAndWishes", "quality", "practical"
  int weight = 0;
  Anchors anchors;  ///< empty where the value is a table or a share (documented with the criterion)
  friend bool operator==(const PolicyCriterion&, const PolicyCriterion&) = default;
};

struct Policy {
  std::string name;
  int version = 1;
  std::vector<PolicyCriterion> criteria;  ///< weights sum to 1000
  int similarityPenalty = 150;            ///< mu of the choice of three, in thousandths
  friend bool operator==(const Policy&, const Policy&) = default;
};

/// "Homeward default v1": versions are counted for each name by itself.
[[nodiscard]] std::string label(const Policy& policy);
[[nodiscard]] const Policy& defaultPolicy();
[[nodiscard]] Result<Policy> parsePolicy(std::string_view json);
[[nodiscard]] std::string policyJson(const Policy& policy);

}  // namespace homeward::matching
