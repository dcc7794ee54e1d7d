// What is thin or contradicts itself in a referral, each named, with how to mend it.
#include "journey.h"
#include "support/text.h"
#include "wording/wording.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

struct Thin : Journey {
  app::ReferralCase entry;
  Thin() {
    entry = planned();
    entry.children.front().name = "Fritillary Meadow";
  }
  /// What is found under that name, in words; empty: it is not found.
  [[nodiscard]] std::string found(const std::string& what) const {
    for (const app::QualityFinding& finding : app::qualityOf(entry, demoDay))
      if (finding.what.key == "quality." + what) {
        CHECK_FALSE(wording::sentence(finding.mend).empty());
        CHECK(wording::sentence(finding.mend).find('[') == std::string::npos);
        return wording::sentence(finding.what);
      }
    return {};
  }
  Child& child() { return entry.children.front(); }
};

}  // namespace

TEST_CASE("A risk without evidence, and one that is old, are asked about") {
  Thin thin;
  thin.child().risks = {{RiskKind::goingMissing, 3, "Twice in May", demoDay - std::chrono::days{183}}};
  CHECK(thin.found("riskWithoutEvidence").empty());
  CHECK(thin.found("oldRisk").empty());
  thin.child().risks.front().evidenceOn = demoDay - std::chrono::days{184};
  CHECK(thin.found("oldRisk").find("going missing") != std::string::npos);
  thin.child().risks.front().evidence.clear();
  CHECK(thin.found("riskWithoutEvidence").find("Fritillary") != std::string::npos);
  thin.child().risks.front().level = 2;
  CHECK(thin.found("riskWithoutEvidence").empty());
}

TEST_CASE("More than three who must stay together are over the usual fostering limit") {
  Thin thin;
  thin.entry.children.resize(4);
  thin.entry.referral.together = Togetherness::mustStayTogether;
  thin.entry.referral.settingTypes = {SettingType::fosteringHousehold};
  CHECK(thin.found("togetherOverLimit").find("4 children") != std::string::npos);
  thin.entry.referral.settingTypes.push_back(SettingType::childrensHome);
  CHECK(thin.found("togetherOverLimit").empty());
  thin.entry.referral.settingTypes = {SettingType::fosteringHousehold};
  thin.entry.referral.together = Togetherness::togetherIfPossible;
  CHECK(thin.found("togetherOverLimit").empty());
  thin.entry.referral.together = Togetherness::mustStayTogether;
  thin.entry.children.resize(3);
  CHECK(thin.found("togetherOverLimit").empty());
}

TEST_CASE("What it rests on must stand on the day") {
  Thin thin;
  thin.entry.referral.authorisation.basisEnds = Instant{demoDay} + std::chrono::hours{12};
  CHECK(thin.found("basisEnded").empty());
  thin.entry.referral.authorisation.basisEnds = Instant{demoDay} - std::chrono::hours{12};
  CHECK(thin.found("basisEnded").find("26 November 2026") != std::string::npos);
}

TEST_CASE("The plan is held against what is looked for, and for how long") {
  Thin thin;
  thin.child().aim = CarePlanAim::longTermFostering;
  thin.entry.referral.settingTypes = {SettingType::childrensHome};
  CHECK_FALSE(thin.found("planWithoutFamily").empty());
  thin.entry.referral.settingTypes.push_back(SettingType::fosteringHousehold);
  CHECK(thin.found("planWithoutFamily").empty());
  thin.entry.referral.neededDays = 182;
  CHECK_FALSE(thin.found("planAgainstLength").empty());
  thin.entry.referral.neededDays = 183;
  CHECK(thin.found("planAgainstLength").empty());
  thin.child().aim = CarePlanAim::returnHome;
  thin.entry.referral.neededDays = 730;
  CHECK(thin.found("planAgainstLength").empty());
  thin.entry.referral.neededDays = 731;
  CHECK_FALSE(thin.found("planAgainstLength").empty());
}

TEST_CASE("Wishes that nobody could meet are named") {
  Thin thin;
  thin.child().wishes = {{"A dog!", WishKind::feature, "dog", {}, 0.0}};
  CHECK(thin.found("wishAgainstHealth").empty());
  thin.child().medicalExclusions = {"dog"};
  CHECK(thin.found("wishAgainstHealth").find("dog") != std::string::npos);
  thin.child().wishes = {{"With Finch", WishKind::withSiblings, {}, {}, 0.0}};
  thin.entry.referral.together = Togetherness::togetherIfPossible;
  CHECK(thin.found("wishAgainstParting").empty());
  thin.entry.referral.together = Togetherness::mayPart;
  CHECK_FALSE(thin.found("wishAgainstParting").empty());
}

TEST_CASE("A school that is to be kept lies somewhere") {
  Thin thin;
  thin.child().schoolPlace.point.reset();
  thin.entry.referral.schoolShouldBeKept = true;
  thin.entry.referral.withinMilesOfSchool.reset();
  CHECK_FALSE(thin.found("schoolNowhere").empty());
  thin.entry.referral.schoolShouldBeKept = false;
  CHECK(thin.found("schoolNowhere").empty());
}

TEST_CASE("Words for providers that tell who it is are pointed out before anybody reads them") {
  Thin thin;
  thin.entry.referral.inPlainWords = "A girl who keeps bees.";
  CHECK(thin.found("wordsTell").empty());
  thin.entry.referral.inPlainWords = "Fritilary keeps bees.";
  CHECK(thin.found("wordsTell").find("Fritilary") != std::string::npos);
  thin.entry.referral.inPlainWords = "Keeps bees at 12 Rose Lane.";
  CHECK(thin.found("wordsTell").find("12 Rose Lane") != std::string::npos);
}
