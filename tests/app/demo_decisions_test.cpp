// Past decisions of the demo case keep what they rested on, as any decision does, so that they can be looked at and counted again.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/deciding.h"
#include "app/referrals.h"
#include "app_case.h"

using namespace homeward;
using namespace homeward::tests;

TEST_CASE("Every past decision of the demo case has the ranking of its moment: all its options, and the chosen one not out") {
  const DemoOnDisk demo;
  auto& workspace = *demo.workspace;
  const auto referrals = app::referralLines(workspace, false);
  REQUIRE(referrals);
  int decisions = 0;
  for (const app::ReferralLine& line : *referrals) {
    const auto decided = app::decisionsOf(workspace, line.id);
    REQUIRE(decided);
    for (const Decision& decision : *decided) {
      ++decisions;
      INFO("decision " << decision.id.value << " of " << line.number);
      const auto frozen = nlohmann::json::parse(decision.frozen);
      CHECK(frozen.at("schema") == "homeward/decision-inputs/2");
      CHECK(frozen.at("policyVersion") == workspace.policy().version);
      CHECK(frozen.at("candidates").size() == decision.reasons.size());
      std::map<std::string, nlohmann::json> ranked;
      for (const auto& row : frozen.at("ranking")) ranked[row.at("id").get<std::string>()] = row;
      for (const OptionReason& reason : decision.reasons) CHECK(ranked.count("option:" + std::to_string(reason.option.value)) == 1);
      REQUIRE(decision.chosen);
      CHECK(ranked.at("option:" + std::to_string(decision.chosen->value)).at("status") != "notEligible");
      // Known and possible scores are what weights and values give.
      const auto& weights = frozen.at("weights");
      for (const auto& candidate : frozen.at("candidates")) {
        int known = 0;
        for (const auto& [criterion, value] : candidate.at("values").items())
          known += weights.at(criterion).get<int>() * value.at(0).get<int>();
        CHECK(ranked.at(candidate.at("id").get<std::string>()).at("known") == known);
      }
    }
  }
  CHECK(decisions == 5);
}
