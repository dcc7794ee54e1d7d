// Any referral with any settings, offers and somebody to ask: what holds for it holds whatever the facts are.
#pragma once

#include <deque>
#include <memory>
#include <string_view>

#include "scene.h"
#include "support/generators.h"
#include "wording/catalogue.h"
#include "wording/wording.h"

namespace homeward::tests {

using namespace homeward::matching;

struct AnyScene : Scene {
  std::deque<Setting> settings;
  std::deque<Offer> offers;
  std::vector<CandidateFacts> candidates;
  matching::Stage stage = matching::Stage::market;
};

inline std::shared_ptr<AnyScene> anyScene() {
  auto scene = std::make_shared<AnyScene>();
  scene->children.clear();
  const int count = *rc::gen::inRange(1, 4);
  for (int i = 1; i <= count; ++i) scene->children.push_back(*anyChild(i));
  scene->referral = *anyReferral(scene->children);
  scene->provider = *anyProvider();
  scene->stage = *rc::gen::element(matching::Stage::market, matching::Stage::offers);
  scene->siblingsElsewhere = {aChild().id(50)};
  scene->siblingSettings = {*rc::gen::element(std::optional<SettingId>{}, std::optional<SettingId>{SettingId{1}})};
  for (int i = 1; i <= 3; ++i) {
    scene->settings.push_back(*anySetting(i));
    for (Resident& resident : scene->settings.back().residents)
      if (*rc::gen::arbitrary<bool>()) resident.leaves = testDay + std::chrono::days{*rc::gen::inRange(0, 500)};
    if (*rc::gen::arbitrary<bool>()) scene->settings.back().willingness.until = testDay + std::chrono::days{*rc::gen::inRange(0, 200)};
    const Setting& setting = scene->settings.back();
    scene->offers.push_back(*anyOffer(scene->referral, setting, i));
    const Offer* offer = *rc::gen::arbitrary<bool>() ? &scene->offers.back() : nullptr;
    CandidateFacts facts = scene->allIn(setting, offer);
    // Sometimes the first child would live with the first setting's people, the others here.
    if (*rc::gen::inRange(0, 3) == 0) facts.perChild.front() = {&scene->settings.front(), &scene->provider, offer};
    facts.id = "option:" + std::to_string(i);
    scene->candidates.push_back(facts);
  }
  scene->candidates.push_back(scene->toAsk());
  if (*rc::gen::arbitrary<bool>())
    scene->referral.waivers.push_back({"essential.availableBy", "option:1", PersonId{1}, testDay, "Agreed with the family"});
  return scene;
}

/// The catalogue has a sentence for it that takes no more than it gives.
inline void isSayable(const Fact& fact) {
  if (fact.empty()) return;
  const std::string_view pattern = wording::pattern(fact.key);
  RC_LOG() << fact.key << " has " << fact.arguments.size() << " arguments\n";
  RC_ASSERT(!pattern.empty());
  RC_ASSERT(wording::argumentsOf(pattern) <= fact.arguments.size());
  RC_LOG() << wording::sentence(fact) << "\n";
  RC_ASSERT(wording::sentence(fact).find('[') == std::string::npos);
}

}  // namespace homeward::tests
