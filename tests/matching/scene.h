// One referral against one candidate (or a few), put together from builders: what a gate says and what a criterion is worth there.
#pragma once

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "matching/assess.h"
#include "support/builders.h"
#include "support/catch.h"

namespace homeward::tests {

inline const std::string farham = "E99000003";  ///< an authority of the map that does not adjoin Wendmoor

/// Wendmoor in the middle, Ashcombe beside it, Farham far away: three strips of cells.
inline std::shared_ptr<const geography::Atlas> theMap() {
  const auto strip = [](const std::string& code, std::int32_t east) {
    geography::AuthorityArea area{code, code, {}};
    for (std::int32_t north = 301'000; north <= 321'000; north += geography::cellMetres) area.cells.push_back({east, north});
    return area;
  };
  return std::make_shared<const geography::Atlas>(
      std::vector<geography::AuthorityArea>{strip(wendmoor, 421'000), strip(ashcombe, 423'000), strip(farham, 521'000)},
      std::vector<std::pair<std::string, std::string>>{{wendmoor, ashcombe}});
}

/// That many straight miles east of the first child's home, to the nearest metre.
inline GridPoint eastOfHome(double miles) { return {420'000 + static_cast<std::int32_t>(std::lround(miles * 1609.3)), 310'000}; }

inline Place school(double milesEast = 0.0) { return at("ZZ5 3SC", eastOfHome(milesEast)); }

struct Scene {
  std::vector<Child> children{aChild()};
  Referral referral = aReferral();
  std::vector<Child> siblingsElsewhere;
  std::vector<std::optional<SettingId>> siblingSettings;
  std::vector<std::vector<ChildId>> keptApartBy;
  Provider provider = inHouse();
  std::vector<ApproachState> answers;
  matching::Policy policy = matching::defaultPolicy();

  static Scene of(const Child& child) {
    Scene scene;
    scene.children = {child};
    scene.referral = aReferral().of(child);
    return scene;
  }
  static Scene ofSiblings(const std::vector<Child>& children, Togetherness together = Togetherness::togetherIfPossible) {
    Scene scene;
    scene.children = children;
    scene.referral = aReferral().ofSiblings(children, together);
    return scene;
  }
  [[nodiscard]] std::shared_ptr<const matching::Request> request() const {
    auto request = std::make_shared<matching::Request>();
    request->referral = referral;
    request->children = children;
    request->siblingsElsewhere = siblingsElsewhere;
    request->siblingSettings = siblingSettings;
    request->keptApartBy = keptApartBy;
    request->responsibleAuthority = wendmoor;
    request->today = testDay;
    request->placeOn = std::max(referral.neededBy, testDay);
    return request;
  }
  [[nodiscard]] matching::Assessment assess(std::vector<matching::CandidateFacts> candidates,
                                            matching::Stage stage = matching::Stage::market) const {
    return {stage, request(), std::move(candidates), theMap(), policy};
  }
  [[nodiscard]] matching::CandidateFacts candidate(std::vector<matching::Assignment> perChild) const {
    return {"setting:1", std::move(perChild), answers};
  }
  /// All of the referral in one setting.
  [[nodiscard]] matching::CandidateFacts allIn(const Setting& setting, const Offer* offer = nullptr) const {
    return candidate(std::vector<matching::Assignment>(children.size(), {&setting, &provider, offer}));
  }
  [[nodiscard]] matching::CandidateFacts toAsk() const {
    return candidate(std::vector<matching::Assignment>(children.size(), {nullptr, &provider, nullptr}));
  }
};

inline std::size_t indexOf(const std::vector<std::string>& keys, const std::string& key) {
  const auto found = std::find(keys.begin(), keys.end(), key);
  INFO("asked for " << key);
  REQUIRE(found != keys.end());
  return static_cast<std::size_t>(found - keys.begin());
}
inline bool asks(const std::vector<std::string>& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

inline matching::Interval valueOf(const Scene& scene, const std::string& key, const matching::CandidateFacts& facts) {
  const matching::Assessment assessment = scene.assess({facts});
  return assessment.problem().values.at(indexOf(assessment.problem().criteria, key));
}
inline matching::Interval valueOf(const Scene& scene, const std::string& key, const Setting& setting) {
  return valueOf(scene, key, scene.allIn(setting));
}
inline matching::Interval valueOf(const Scene& scene, const std::string& key, const Setting& setting, const Offer& offer) {
  return valueOf(scene, key, scene.allIn(setting, &offer));
}

inline matching::GateAnswer gateOf(const Scene& scene, const std::string& key, const matching::CandidateFacts& facts) {
  const matching::Assessment assessment = scene.assess({facts});
  const std::size_t gate = indexOf(assessment.problem().gates, key);
  matching::GateAnswer answer = assessment.explain(0).gates.at(gate);
  CHECK(answer.key == key);
  const bool waived = answer.waiver.has_value();
  CHECK(assessment.problem().gateResults.at(gate) == (waived ? matching::GateResult::unknown : answer.result));
  return answer;
}
inline matching::GateAnswer gateOf(const Scene& scene, const std::string& key, const Setting& setting) {
  return gateOf(scene, key, scene.allIn(setting));
}
inline matching::GateAnswer gateOf(const Scene& scene, const std::string& key, const Setting& setting, const Offer& offer) {
  return gateOf(scene, key, scene.allIn(setting, &offer));
}

}  // namespace homeward::tests
